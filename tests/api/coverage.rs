//! `/coverage`: supply and reach by area, with what every figure rests on.

use crate::harness::{Answer, Installation};
use axum::{body::Body, http::Request};
use hoshizu_server::coverage::follow;
use serde_json::Value;

const POPULATION: &str = "団体コード,地域名,年,総人口,65歳以上\n482013,銀河市,2025,40000,8000\n";
const TOWNS: &str = "pref,city,town,koaza,lat,lon\n星見県,銀河市,中央一丁目,,33.60,142.60\n\
    星見県,銀河市,北町,,33.65,142.65\n星見県,流星市,港町,,33.60,142.80\n";

/// Two municipalities: 銀河市 with people counted, 流星市 without.
async fn installation() -> Installation {
    let here = Installation::with_fixtures().await;
    for (name, text) in [("population.csv", POPULATION), ("towns.csv", TOWNS)] {
        here.import(name, text.as_bytes().to_vec()).await.unwrap_or_else(|error| panic!("{name}: {error}"));
    }
    follow::refresh(&here.app, 1).await.expect("coverage");
    here
}

fn row(answer: &Answer, code: &str) -> Value {
    let json = answer.json();
    let items = json["items"].as_array().expect("items");
    items.iter().find(|row| row["code"] == code).unwrap_or_else(|| panic!("{code}: {json}")).clone()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_rate_names_its_offices_its_people_and_their_year() {
    let here = installation().await;
    let answer = here.get("/api/v1/coverage?service=care-430&measure=offices_per_1000").await;
    let json = answer.json();
    assert_eq!((json["age"].as_str(), json["age_is_substitute"].as_bool()), (Some("65+"), Some(false)));
    assert_eq!(
        (json["kind"].as_str(), json["years"].clone()),
        (Some("municipality"), serde_json::json!([2025, 2025]))
    );
    let ginga = row(&answer, "48201");
    assert_eq!((ginga["value"].as_f64(), ginga["offices"].as_u64()), (Some(0.25), Some(2)));
    assert_eq!((ginga["population"].as_u64(), ginga["year"].as_u64()), (Some(8_000), Some(2025)));
    assert_eq!((ginga["basis"].as_str(), ginga["class"].as_str()), (Some("counted"), Some("1")));
    assert_eq!(ginga["drawn"], serde_json::json!(["48201"]));
    let labels: Vec<&str> =
        json["sources"].as_array().unwrap().iter().filter_map(|s| s["label"].as_str()).collect();
    assert!(labels.iter().any(|label| label.contains("居宅介護支援")), "{labels:?}");
    assert!(labels.iter().any(|label| label.contains("人口")), "{labels:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn nothing_reachable_is_zero_and_nobody_counted_is_no_data() {
    let here = installation().await;
    let answer = here.get("/api/v1/coverage?service=care-430&measure=two_step").await;
    assert!(row(&answer, "48201")["value"].as_f64().unwrap() > 0.0);
    let ryusei = row(&answer, "48202");
    assert_eq!((ryusei["value"].clone(), ryusei["class"].as_str()), (Value::Null, Some("no_data")));
    assert_eq!(ryusei["offices"], 1, "its office is counted all the same");
    let none = here.get("/api/v1/coverage?service=care-110&measure=two_step").await;
    assert_eq!(
        (row(&none, "48201")["value"].clone(), row(&none, "48201")["class"].as_str()),
        (Value::Null, Some("no_data"))
    );
    let count = here.get("/api/v1/coverage?service=care-430&measure=offices").await;
    assert_eq!(
        (row(&count, "48202")["value"].as_f64(), count.json()["breaks"].clone()),
        (Some(1.0), Value::Null)
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn when_nobody_counted_the_people_a_service_is_for_others_stand_for_them_and_it_says_so() {
    let here = installation().await;
    let json = here.get("/api/v1/coverage?service=disability-52").await.json();
    assert_eq!((json["age"].as_str(), json["age_is_substitute"].as_bool()), (Some("all"), Some(true)));
    let asked = here.get("/api/v1/coverage?service=disability-52&age=65%2B").await.json();
    assert_eq!((asked["age"].as_str(), asked["age_is_substitute"].as_bool()), (Some("65+"), Some(false)));
}

#[tokio::test(flavor = "multi_thread")]
async fn an_area_that_holds_no_other_is_its_own_row() {
    let here = installation().await;
    let json = here.get("/api/v1/coverage?area=48201").await.json();
    assert_eq!(json["items"].as_array().map(Vec::len), Some(1));
    assert_eq!(
        (json["items"][0]["code"].as_str(), json["area"]["name"].as_str()),
        (Some("48201"), Some("銀河市"))
    );
    let prefecture = here.get("/api/v1/coverage?area=48000").await.json();
    assert_eq!(prefecture["items"].as_array().map(Vec::len), Some(2));
}

#[tokio::test(flavor = "multi_thread")]
async fn an_unknown_code_is_named() {
    let here = installation().await;
    for (query, status, part) in [
        ("service=care-999", 400, "service"),
        ("measure=beauty", 400, "measure"),
        ("age=40-64", 400, "age"),
        ("kind=moon", 400, "kind"),
        ("area=99999", 404, "area"),
    ] {
        for path in ["coverage", "coverage.csv"] {
            let answer = here.get(&format!("/api/v1/{path}?{query}")).await;
            assert_eq!(answer.status, status, "{query}");
            assert!(answer.json()["detail"].as_str().expect("detail").contains(part), "{query}");
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn an_unchanged_table_is_not_sent_twice_and_a_new_data_set_changes_it() {
    let here = installation().await;
    let path = "/api/v1/coverage?service=care-430";
    let tag = |answer: &Answer| answer.headers["etag"].to_str().expect("ASCII").to_owned();
    let first = tag(&here.get(path).await);
    let ask =
        |tag: &str| Request::get(path).header("if-none-match", tag).body(Body::empty()).expect("request");
    let again = here.send(ask(&first)).await;
    assert_eq!((again.status.as_u16(), again.body.len()), (304, 0));
    assert_ne!(first, tag(&here.get("/api/v1/coverage?service=care-430&measure=far_share").await));
    let newer = POPULATION.replace("2025,40000,8000", "2026,40000,4000");
    here.import("population.csv", newer.into_bytes()).await.unwrap_or_else(|error| panic!("{error}"));
    follow::refresh(&here.app, 1).await.expect("coverage");
    let answer = here.send(ask(&first)).await;
    assert_eq!(answer.status, 200);
    assert_eq!(
        (row(&answer, "48201")["value"].as_f64(), row(&answer, "48201")["year"].as_u64()),
        (Some(0.5), Some(2026))
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_table_can_be_saved_for_a_spreadsheet() {
    let here = installation().await;
    let answer = here.get("/api/v1/coverage.csv?service=care-430&measure=nearest_km").await;
    let text = answer.text();
    assert!(
        text.starts_with('\u{feff}')
            && answer.headers["content-disposition"].to_str().unwrap().contains("coverage.csv")
    );
    let lines: Vec<&str> = text.lines().collect();
    assert_eq!(lines.len(), 3);
    assert!(lines[1].contains("銀河市,居宅介護支援,最寄りの事業所までの道のり,"), "{}", lines[1]);
    assert!(lines[1].contains(",8000,65+,2025,counted,"), "{}", lines[1]);
}

#[tokio::test(flavor = "multi_thread")]
async fn measures_say_what_they_are_and_services_whom_they_are_for() {
    let here = installation().await;
    let json = here.get("/api/v1/coverage/measures").await.json();
    assert_eq!(json["measures"].as_array().map(Vec::len), Some(11));
    for measure in json["measures"].as_array().unwrap() {
        assert!(
            ["definition_ja", "definition_en", "source", "unit"].iter().all(|key| measure[*key] != ""),
            "{measure}"
        );
    }
    let services = json["services"].as_array().unwrap();
    let care = services.iter().find(|service| service["code"] == "care-430").expect("care-430");
    assert_eq!((care["offices"].as_u64(), care["age"].as_str()), (Some(3), Some("65+")));
    assert_eq!(json["ages"], serde_json::json!(["all", "65+"]));
}

#[tokio::test(flavor = "multi_thread")]
async fn without_data_there_are_no_rows_and_no_error() {
    let here = Installation::empty().await;
    follow::refresh(&here.app, 1).await.expect("coverage");
    let json = here.get("/api/v1/coverage").await.json();
    assert_eq!((json["items"].as_array().map(Vec::len), json["offices"].as_u64()), (Some(0), Some(0)));
}

#[tokio::test(flavor = "multi_thread")]
async fn services_side_by_side_have_the_figures_of_their_own_tables() {
    let here = installation().await;
    for measure in ["offices_per_1000", "nearest_km", "offices"] {
        let answer =
            here.get(&format!("/api/v1/coverage/side-by-side?area=48000&measure={measure}")).await.json();
        let parts: Vec<&str> =
            answer["parts"].as_array().unwrap().iter().map(|part| part["code"].as_str().unwrap()).collect();
        assert!(parts.contains(&"48201") && parts.contains(&"48202"), "{parts:?}");
        for service in answer["services"].as_array().unwrap() {
            let code = service["service"].as_str().unwrap();
            let one =
                here.get(&format!("/api/v1/coverage?area=48000&service={code}&measure={measure}")).await;
            for (at, part) in parts.iter().enumerate() {
                let row = row(&one, part);
                assert_eq!(
                    (&service["values"][at], &service["classes"][at]),
                    (&row["value"], &row["class"]),
                    "{code}"
                );
            }
            assert_eq!(service["breaks"], one.json()["breaks"]);
            let without =
                one.json()["items"].as_array().unwrap().iter().filter(|row| row["offices"] == 0).count();
            // Of a service no file lists nothing is known: its parts are not said to be without it.
            let listed = service["is_listed"] == true;
            assert_eq!(listed, one.json()["offices"] != 0, "{code}");
            assert_eq!(service["without"], if listed { without } else { 0 }, "{code}");
        }
    }
    let care = here.get("/api/v1/coverage/side-by-side").await.json();
    assert_eq!(care["area"]["code"], "48000", "the only prefecture is meant");
    let drawn = care["parts"].as_array().unwrap().iter().filter(|part| part["path"] != "").count();
    assert!(drawn > 0 && care["height"].as_f64().unwrap() > 0.0, "{care}");
    let nowhere = here.get("/api/v1/coverage/side-by-side?area=99999").await;
    assert_eq!(nowhere.status.as_u16(), 404);
}

/// 離島村 lies in the prefecture and is counted by nobody; 野辺市 lies in another.
const MORE_AREAS: &str = "団体コード,都道府県名,市区町村名\n480002,星見県,\n482218,星見県,離島村\n\
    490008,月見県,\n492019,月見県,野辺市\n";

/// The installation with a second prefecture, and a municipality in which nobody was counted and no office stands.
async fn with_more_areas() -> Installation {
    let here = installation().await;
    let report = here.import("areas.csv", MORE_AREAS.as_bytes().to_vec()).await;
    report.unwrap_or_else(|error| panic!("{error}"));
    follow::refresh(&here.app, 1).await.expect("coverage");
    here
}

#[tokio::test(flavor = "multi_thread")]
async fn where_nobody_was_counted_and_no_office_stands_there_is_no_figure_not_zero_offices() {
    let here = with_more_areas().await;
    let answer = here.get("/api/v1/coverage?area=48000&measure=offices").await;
    let village = row(&answer, "48221");
    assert_eq!(
        (village["value"].clone(), village["class"].as_str(), village["basis"].as_str()),
        (Value::Null, Some("no_data"), Some("nobody"))
    );
    // 流星市 is not counted either, but an office stands there: people live in it.
    let ryusei = row(&answer, "48202");
    assert_eq!((ryusei["value"].as_f64(), ryusei["basis"].clone()), (Some(1.0), Value::Null));
    // Nobody was counted in all of 月見県: nothing is known of it, and nothing said.
    let away = here.get("/api/v1/coverage?area=49000&measure=offices").await;
    assert_eq!(
        (row(&away, "49201")["value"].as_f64(), row(&away, "49201")["basis"].clone()),
        (Some(0.0), Value::Null)
    );
    let text = here.get("/api/v1/coverage.csv?area=48000&measure=offices").await.text();
    let line = text.lines().find(|line| line.starts_with("48221,")).expect("its line");
    assert!(line.contains(",no_data,0,") && line.contains(",nobody,"), "{line}");
    let small = here.get("/api/v1/coverage/side-by-side?area=48000&measure=offices").await.json();
    let at = small["parts"].as_array().unwrap().iter().position(|part| part["code"] == "48221").unwrap();
    assert_eq!(small["parts"][at]["is_uncounted"], true);
    let care = of(&small, "care-430");
    assert_eq!((care["without"].as_u64(), care["classes"][at].as_str()), (Some(0), Some("no_data")));
}

/// A service of an answer side by side.
fn of<'a>(answer: &'a Value, service: &str) -> &'a Value {
    let services = answer["services"].as_array().expect("services");
    services.iter().find(|one| one["service"] == service).unwrap_or_else(|| panic!("{service}: {answer}"))
}

#[tokio::test(flavor = "multi_thread")]
async fn several_prefectures_stand_side_by_side_as_parts_of_everywhere() {
    let here = with_more_areas().await;
    let answer = here.get("/api/v1/coverage/side-by-side?measure=offices").await.json();
    assert_eq!((answer["area"].clone(), answer["kind"].as_str()), (Value::Null, Some("prefecture")));
    let codes: Vec<&str> =
        answer["parts"].as_array().unwrap().iter().filter_map(|part| part["code"].as_str()).collect();
    assert_eq!(codes, ["48000", "49000"]);
    let care = of(&answer, "care-430");
    assert_eq!((care["values"].clone(), care["whole"].as_f64()), (serde_json::json!([3.0, 0.0]), Some(3.0)));
    assert_eq!((care["offices"].as_u64(), care["without"].as_u64()), (Some(3), Some(1)));
    // Prefectures have no polygons of their own: they are drawn as what they are made of.
    let [drawn, empty] = [0, 1].map(|at| answer["parts"][at]["path"].as_str().unwrap().len());
    assert!(drawn > 0 && empty == 0, "{drawn} {empty}");
    let table = here.get("/api/v1/coverage?kind=prefecture").await;
    assert_eq!(row(&table, "48000")["drawn"], serde_json::json!(["48201", "48202"]));
}

#[tokio::test(flavor = "multi_thread")]
async fn services_side_by_side_can_be_measured_against_other_people() {
    let here = installation().await;
    let answer = here.get("/api/v1/coverage/side-by-side?area=48000&age=all").await.json();
    let care = of(&answer, "care-430");
    assert_eq!((care["age"].as_str(), care["age_is_substitute"].as_bool()), (Some("all"), Some(false)));
    let at = answer["parts"].as_array().unwrap().iter().position(|part| part["code"] == "48201").unwrap();
    assert_eq!(care["values"][at].as_f64(), Some(0.05));
    let refused = here.get("/api/v1/coverage/side-by-side?area=48000&age=40-64").await;
    assert_eq!(refused.status.as_u16(), 400);
}
