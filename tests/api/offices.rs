//! `/offices`, `/suggest`, `/organizations`, tiles.

use crate::harness::Installation;
use axum::http::StatusCode;
use serde_json::Value;

async fn names(installation: &Installation, path: &str) -> Vec<String> {
    let answer = installation.get(path).await;
    assert_eq!(answer.status, StatusCode::OK, "{path}: {}", answer.text());
    let json = answer.json();
    let items = json["items"].as_array().expect("items");
    items.iter().map(|item| item["name"].as_str().expect("name").to_owned()).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn offices_are_found_by_what_people_type() {
    let here = Installation::with_fixtures().await;
    for (query, expected) in [
        ("ひまわり居宅介護支援事業所", "ひまわり居宅介護支援事業所"),
        ("高崎ケアプラン", "髙﨑ケアプランセンター"),
        ("ﾀｶｻｷ", "髙﨑ケアプランセンター"),
        ("takasaki", "髙﨑ケアプランセンター"),
        ("4870200018", "みなとケアマネジメント"),
        ("099-011-2222", "髙﨑ケアプランセンター"),
        ("流星市 ケアマネ", "みなとケアマネジメント"),
        ("流れ星", "ながれぼし相談室"),
    ] {
        let found = names(&here, &format!("/api/v1/offices?q={query}")).await;
        assert_eq!(found.first().map(String::as_str), Some(expected), "{query}: {found:?}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn one_place_of_one_organization_is_one_office_with_two_systems() {
    let here = Installation::with_fixtures().await;
    let json = here.get("/api/v1/offices?both_systems=true").await.json();
    assert_eq!(json["total"], 1);
    let office = &json["items"][0];
    assert_eq!(office["systems"], serde_json::json!(["care", "disability"]));
    assert_eq!(json["facets"]["both_systems"], 1);
    let id = office["id"].as_str().expect("id");
    let detail = here.get(&format!("/api/v1/offices/{id}")).await.json();
    let services = detail["services_detail"].as_array().expect("services");
    assert_eq!(services.len(), 2);
    let phones: Vec<&Value> = detail["values"]
        .as_array()
        .expect("values")
        .iter()
        .filter(|value| value["field"] == "phone")
        .collect();
    assert_eq!(phones.len(), 2, "each source is shown: {phones:?}");
    assert!(phones.iter().any(|value| value["current"] == true));
}

#[tokio::test(flavor = "multi_thread")]
async fn filters_combine_and_facets_count_all_matches() {
    let here = Installation::with_fixtures().await;
    assert_eq!(names(&here, "/api/v1/offices?system=disability&area=48202").await, ["ながれぼし相談室"]);
    assert_eq!(names(&here, "/api/v1/offices?open=saturday,sunday").await, ["みなとケアマネジメント"]);
    assert_eq!(names(&here, "/api/v1/offices?service=care-430&area=48202").await, ["みなとケアマネジメント"]);
    let json = here.get("/api/v1/offices?limit=1").await.json();
    assert_eq!(json["total"], 4);
    let areas = json["facets"]["areas"].as_array().expect("areas");
    assert_eq!(areas.iter().map(|area| area["count"].as_u64().expect("count")).sum::<u64>(), 4);
    assert_eq!(areas.iter().filter(|area| area["name"] == "銀河市").count(), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn pages_follow_each_other_without_gap_or_repetition() {
    let here = Installation::with_fixtures().await;
    let mut seen = Vec::new();
    let mut cursor = String::new();
    loop {
        let json = here.get(&format!("/api/v1/offices?limit=1&sort=name&cursor={cursor}")).await.json();
        seen.extend(json["items"].as_array().expect("items").iter().map(|item| item["id"].to_string()));
        match json["next_cursor"].as_str() {
            Some(next) => next.clone_into(&mut cursor),
            None => break,
        }
        assert!(seen.len() < 10, "the pages never end");
    }
    let count = seen.len();
    seen.sort();
    seen.dedup();
    assert_eq!((count, seen.len()), (4, 4));
}

#[tokio::test(flavor = "multi_thread")]
async fn the_nearest_come_first_with_their_distance() {
    let here = Installation::with_fixtures().await;
    let json = here.get("/api/v1/offices?near=33.6,142.6&radius_m=30000&sort=distance").await.json();
    let distances: Vec<f64> = json["items"]
        .as_array()
        .expect("items")
        .iter()
        .map(|item| item["distance_m"].as_f64().expect("distance"))
        .collect();
    assert!(distances.len() > 1 && distances.is_sorted(), "{distances:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_search_without_result_offers_wider_ones_that_have_some() {
    let here = Installation::with_fixtures().await;
    let json = here.get("/api/v1/offices?q=ひまわり&area=48202").await.json();
    assert_eq!(json["total"], 0);
    let offers = json["alternatives"].as_array().expect("alternatives");
    assert!(!offers.is_empty());
    assert!(offers.iter().all(|offer| offer["total"].as_u64() > Some(0)), "{offers:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn completions_name_offices_services_and_areas() {
    let here = Installation::with_fixtures().await;
    for (typed, kind, label) in
        [("ひまわ", "office", "ひまわり"), ("居宅", "service", "居宅介護支援"), ("銀河", "area", "銀河市")]
    {
        let json = here.get(&format!("/api/v1/suggest?q={typed}")).await.json();
        let items = json["items"].as_array().expect("items").clone();
        let hit = items.iter().any(|item| {
            item["kind"] == kind && item["label"].as_str().is_some_and(|text| text.contains(label))
        });
        assert!(hit, "{typed}: {items:?}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_wrong_parameter_is_a_problem_that_names_it() {
    let here = Installation::with_fixtures().await;
    let answer = here.get("/api/v1/offices?near=somewhere").await;
    assert_eq!(answer.status, StatusCode::BAD_REQUEST);
    assert_eq!(answer.headers["content-type"], "application/problem+json");
    insta::assert_json_snapshot!(answer.json(), @r#"
    {
      "code": "invalid_parameter",
      "detail": "near: 2 numbers with commas between",
      "status": 400,
      "title": "Bad Request",
      "type": "about:blank"
    }
    "#);
    assert_eq!(here.get("/api/v1/offices/00000000-0000-7000-8000-00000000ffff").await.status, 404);
    assert_eq!(here.get("/api/v1/nothing").await.status, 404);
}

#[tokio::test(flavor = "multi_thread")]
async fn organizations_are_found_and_show_their_offices() {
    let here = Installation::with_fixtures().await;
    let found = names(&here, "/api/v1/organizations?q=ひまわり会").await;
    assert_eq!(found.len(), 1, "one organization though two files name it: {found:?}");
    let json = here.get("/api/v1/organizations?q=ひまわり会").await.json();
    let id = json["items"][0]["id"].as_str().expect("id");
    let detail = here.get(&format!("/api/v1/organizations/{id}")).await.json();
    assert_eq!(detail["office_cards"].as_array().map(Vec::len), Some(1));
}

#[tokio::test(flavor = "multi_thread")]
async fn tiles_follow_the_filters_and_are_cached_by_content() {
    let here = Installation::with_fixtures().await;
    // Zoom 8: the tile around 33.6° N, 142.6° E.
    let path = "/api/v1/tiles/offices/8/229/102.mvt";
    let all = here.get(path).await;
    assert_eq!(all.status, StatusCode::OK);
    assert_eq!(all.headers["content-type"], "application/vnd.mapbox-vector-tile");
    let few = here.get(&format!("{path}?system=disability")).await;
    assert_ne!(all.body, few.body);
    let etag = all.headers["etag"].clone();
    let request =
        axum::http::Request::get(path).header("if-none-match", etag).body(axum::body::Body::empty());
    assert_eq!(here.send(request.expect("request")).await.status, StatusCode::NOT_MODIFIED);
    assert_eq!(here.get("/api/v1/tiles/offices/8/0/0.mvt").await.status, StatusCode::NO_CONTENT);
    assert_eq!(here.get("/api/v1/tiles/areas/8/229/102.mvt").await.status, StatusCode::OK);
    assert_eq!(here.get("/api/v1/tiles/offices/1/9/0.mvt").await.status, StatusCode::NOT_FOUND);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_search_can_be_taken_home_as_csv() {
    let here = Installation::with_fixtures().await;
    let answer = here.get("/api/v1/offices.csv?system=disability").await;
    assert_eq!(answer.headers["content-type"], "text/csv; charset=utf-8");
    let text = answer.text();
    assert!(text.starts_with('\u{feff}'), "spreadsheets need the mark to read UTF-8");
    assert_eq!(text.lines().count(), 3, "header and two offices: {text}");
}
