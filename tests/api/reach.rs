//! Ways by road, and where offices state to work: from a file or the page to the figures of reach.

use crate::{
    entries::{member, put_entry, two_offices},
    harness::Installation,
};
use axum::http::StatusCode;
use hoshizu_server::coverage::follow;
use serde_json::{Value, json};

const POPULATION: &str =
    "団体コード,地域名,年,総人口,65歳以上\n482013,銀河市,2025,40000,8000\n482021,流星市,2025,10000,3000\n";
const TOWNS: &str = "pref,city,town,koaza,lat,lon\n星見県,銀河市,中央一丁目,,33.60,142.60\n\
    星見県,銀河市,北町,,33.65,142.65\n星見県,流星市,港町,,33.60,142.80\n";
/// The river between the two towns of 銀河市 makes 9 km of 7.2 great-circle kilometres; the second office lies behind it.
const ROADS: &str = "出発地,到着地,道のり(km)\n星見県銀河市中央1丁目,星見県銀河市北町,9\n\
    星見県銀河市北町,4870100028,12\n星見県銀河市南町,4870100028,1\n星見県銀河市北町,4870100028,近い\n";

async fn installation() -> Installation {
    let here = Installation::with_fixtures().await;
    for (name, text) in [("population.csv", POPULATION), ("towns.csv", TOWNS)] {
        here.import(name, text.as_bytes().to_vec()).await.unwrap_or_else(|error| panic!("{name}: {error}"));
    }
    here
}

async fn table(here: &Installation, measure: &str) -> Value {
    follow::refresh(&here.app, 1).await.expect("coverage");
    here.get(&format!("/api/v1/coverage?service=care-430&measure={measure}")).await.json()
}

fn value(table: &Value, code: &str) -> Option<f64> {
    let items = table["items"].as_array().expect("items");
    let row = items.iter().find(|row| row["code"] == code).unwrap_or_else(|| panic!("{code}: {table}"));
    row["value"].as_f64().map(|value| (value * 1e3).round() / 1e3)
}

#[tokio::test(flavor = "multi_thread")]
async fn ways_of_a_file_stand_in_place_of_straight_lines_and_the_answer_says_so() {
    let here = installation().await;
    let straight = table(&here, "nearest_km").await;
    assert_eq!(value(&straight, "48201"), Some(0.0), "an office stands in each town");
    assert_eq!(straight["ways"], json!({ "detour": 1.3, "towns_by_road": 0, "offices_stating": 0 }));

    let report = here.import("道のり.csv", ROADS.as_bytes().to_vec()).await.expect("ways");
    assert_eq!((report.kind.as_str(), report.dataset.as_str()), ("roads", "roads:道のり"));
    assert_eq!((report.rows, report.imported, report.rejected), (4, 2, 2));
    let road = table(&here, "nearest_km").await;
    // 北町 goes 9 km to the first office, 中央一丁目 none; the second is 12 km from 北町 and in reach of nobody else.
    assert_eq!((value(&road, "48201"), road["ways"]["towns_by_road"].as_u64()), (Some(4.5), Some(2)));
    let labels: Vec<&str> =
        road["sources"].as_array().unwrap().iter().filter_map(|source| source["label"].as_str()).collect();
    assert!(labels.contains(&"道のりの表(道のり)"), "{labels:?}");
    // The second nearest of 中央一丁目 is in 流星市, 1.3 times 18.52 km; of 北町 the one behind the river.
    assert_eq!(value(&table(&here, "second_km").await, "48201"), Some(18.04));

    let again = here.import("道のり.csv", ROADS.as_bytes().to_vec()).await.expect("ways");
    assert_eq!((again.imported, again.unchanged, again.rejected), (0, 2, 2));
    let shorter = ROADS.replace(",9\n", ",5\n");
    here.import("道のり.csv", shorter.into_bytes()).await.expect("ways");
    assert_eq!(value(&table(&here, "nearest_km").await, "48201"), Some(2.5));
}

#[tokio::test(flavor = "multi_thread")]
async fn an_office_that_states_where_it_works_reaches_nobody_elsewhere() {
    let here = installation().await;
    let before = table(&here, "far_share").await;
    assert_eq!((value(&before, "48201"), value(&before, "48202")), (Some(0.0), Some(0.0)));
    let (himawari, _) = two_offices(&here).await;
    let cookie = member(&here, "hanako", &himawari).await;
    let refused = put_entry(&here, &cookie, &himawari, 0, json!({ "service_areas": ["48299"] })).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(refused.text().contains("service_areas.0"), "{}", refused.text());
    let saved = put_entry(&here, &cookie, &himawari, 0, json!({ "service_areas": ["48202", "48202"] })).await;
    assert_eq!(saved.status, StatusCode::OK, "{}", saved.text());
    assert_eq!(saved.json()["service_area_names"], json!([{ "code": "48202", "name": "流星市" }]));
    let after = table(&here, "nearest_km").await;
    assert_eq!(after["ways"]["offices_stating"], 1);
    let km = value(&after, "48201").expect("the office in 北町 is left");
    assert!((4.5..5.0).contains(&km), "half of 1.3 times 7.2 km: {km}");
    let offices = table(&here, "offices").await;
    assert_eq!(value(&offices, "48201"), Some(2.0), "it stands where it stands");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_file_states_service_areas_by_name_and_what_it_misspells_is_named() {
    let here = installation().await;
    let file = "事業所番号,通常の事業の実施地域\n4870100010,銀河市全域、流星市\n4870100028,銀河し\n";
    let report = here.import("実施地域.csv", file.as_bytes().to_vec()).await.expect("entries");
    assert_eq!((report.kind.as_str(), report.imported, report.rejected), ("entries", 1, 1));
    let (himawari, _) = two_offices(&here).await;
    let entry = here.get(&format!("/api/v1/offices/{himawari}/entry")).await.json();
    assert_eq!(entry["service_areas"], json!(["48201", "48202"]));
    let groups: Vec<&str> =
        entry["freshness"].as_array().unwrap().iter().filter_map(|one| one["group"].as_str()).collect();
    assert_eq!(groups, ["basics", "service_areas"]);
    assert_eq!(table(&here, "offices").await["ways"]["offices_stating"], 1);
}
