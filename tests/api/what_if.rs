//! `/gaps/what-if`, `/gaps/places`, `/gaps/choices`: what closing, putting and tying would change; nothing is stored.

use crate::{
    harness::{Answer, Installation, fixture},
    surveys::{Field, HIMAWARI, TAKASAKI},
};
use axum::http::StatusCode;
use hoshizu_catalog::permission::{Grant, Role, Scope};
use hoshizu_server::coverage::follow;
use serde_json::{Value, json};

const POPULATION: &str =
    "団体コード,地域名,年,総人口,65歳以上\n482013,銀河市,2025,40000,8000\n482021,流星市,2025,9000,3000\n";
const TOWNS: &str = "pref,city,town,koaza,lat,lon\n星見県,銀河市,中央一丁目,,33.60,142.60\n\
    星見県,銀河市,北町,,33.65,142.65\n星見県,銀河市,南町,,33.52,142.55\n星見県,流星市,港町,,33.60,142.80\n";
const WHAT_IF: &str = "/api/v1/gaps/what-if?area=48201&service=care-430";
const TAKASAKI_NUMBER: &str = "4870100028";

/// The fixtures with people and towns, and only the offices that are kept.
async fn region(keeps: impl Fn(&str) -> bool) -> Installation {
    let here = Installation::configured(|_| {}).await;
    let offices = String::from_utf8(fixture("jigyosho_430.csv")).expect("UTF-8");
    let lines = offices.split_inclusive('\n').filter(|line| keeps(line));
    let files = [
        ("areas.geojson", fixture("areas.geojson")),
        ("jigyosho_430.csv", lines.collect::<String>().into_bytes()),
        ("csvdownload052.csv", fixture("csvdownload052.csv")),
        ("population.csv", POPULATION.into()),
        ("towns.csv", TOWNS.into()),
    ];
    for (name, bytes) in files {
        here.import(name, bytes).await.expect(name);
    }
    follow::refresh(&here.app, 1).await.expect("coverage");
    here
}

async fn get(here: &Installation, path: &str) -> Value {
    let answer = here.get(path).await;
    assert_eq!(answer.status, StatusCode::OK, "{path}: {}", answer.text());
    answer.json()
}

/// The figures of each row, by code.
fn figures(answer: &Value, side: &str) -> Vec<(Value, Value)> {
    let rows = answer["rows"].as_array().expect("rows");
    rows.iter().map(|row| (row["code"].clone(), row[side].clone())).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn closing_an_office_is_as_if_it_had_never_been_imported_and_putting_it_back_restores_all() {
    let here = region(|_| true).await;
    let without = region(|line| !line.contains(TAKASAKI_NUMBER)).await;
    let office = here.office(TAKASAKI_NUMBER).await;
    for area in ["48201", "48000"] {
        let path = format!("/api/v1/gaps/what-if?area={area}&service=care-430");
        let as_it_is = get(&here, &path).await;
        assert_eq!(figures(&as_it_is, "before"), figures(&as_it_is, "after"), "nothing is changed");
        let closed = get(&here, &format!("{path}&close={office}")).await;
        assert_eq!(figures(&closed, "before"), figures(&as_it_is, "before"));
        assert_ne!(figures(&closed, "before"), figures(&closed, "after"));
        assert_eq!(figures(&closed, "after"), figures(&get(&without, &path).await, "before"));
        let back = get(&here, &format!("{path}&close={office}&place=33.65,142.65,35")).await;
        assert_eq!(figures(&back, "after"), figures(&back, "before"));
        assert_eq!(
            (&back["placed"][0]["town"], &back["placed"][0]["municipality"]),
            (&json!("北町"), &json!("銀河市"))
        );
        assert_eq!(back["closed"][0]["id"], json!(office));
    }
    let after = get(&here, WHAT_IF).await;
    assert_eq!(after["rows"][0]["before"]["offices"], 2, "nothing was stored");
}

#[tokio::test(flavor = "multi_thread")]
async fn an_office_in_a_far_town_brings_it_near_and_leaves_the_neighbour_as_it_is() {
    let here = region(|_| true).await;
    let answer = get(&here, "/api/v1/gaps/what-if?area=48000&service=care-430&place=33.52,142.55").await;
    let row = |code: &str| {
        let rows = answer["rows"].as_array().expect("rows");
        rows.iter().find(|row| row["code"] == code).unwrap_or_else(|| panic!("{code}")).clone()
    };
    let home = row("48201");
    assert_eq!((&home["before"]["offices"], &home["after"]["offices"]), (&json!(2), &json!(3)));
    assert_eq!(home["population"], 8_000);
    let share = |side: &str| home[side]["far_share"].as_f64().expect("share");
    assert!((share("before") - 1.0 / 3.0).abs() < 1e-6 && share("after") < 1e-6, "{home}");
    assert_eq!(home["before"]["places"], home["after"]["places"], "it states none");
    let neighbour = row("48202");
    assert_eq!(neighbour["before"], neighbour["after"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_best_places_are_the_best_of_all_combinations_where_they_can_be_looked_at() {
    let here = region(|_| true).await;
    let best = get(&here, "/api/v1/gaps/places?area=48000&service=care-430&count=2&within_km=5").await;
    // 8,000 live in three towns of which two have an office; nobody of 港町 is near an office with a known place.
    assert_eq!((&best["people"], &best["candidates"]), (&json!(11_000), &json!(4)));
    let items = best["items"].as_array().expect("items");
    let told: Vec<_> =
        items.iter().map(|item| (item["town"].as_str().expect("town"), item["gain"].clone())).collect();
    assert_eq!(told, [("南町", json!(2_667))], "港町 has its office: nobody more is gained");
    assert_eq!(best["exact_share"], best["items"][0]["share"]);
    let one = get(&here, "/api/v1/gaps/places?area=48201&service=disability-52&count=1&within_km=3").await;
    assert_eq!(one["exact_share"], one["items"][0]["share"], "greed is exact for one");
    let all = get(&here, "/api/v1/gaps/places?area=48201&service=care-430&within_km=100").await;
    assert_eq!((&all["items"], &all["share_before"]), (&json!([]), &json!(1.0)));
}

#[tokio::test(flavor = "multi_thread")]
async fn towns_and_offices_are_listed_to_choose_from() {
    let here = region(|_| true).await;
    let found = get(&here, "/api/v1/gaps/choices?area=48201&service=care-430").await;
    let names = |list: &str| -> Vec<String> {
        let items = found[list].as_array().expect("list");
        items.iter().map(|item| item["name"].as_str().expect("name").to_owned()).collect()
    };
    assert_eq!(names("towns"), ["中央一丁目", "北町", "南町"]);
    assert_eq!(names("offices").len(), 2);
    assert!(names("offices").iter().any(|name| name.starts_with(HIMAWARI)));
    assert_eq!((&found["towns"][2]["at"]["lat"], &found["more_towns"]), (&json!(33.52), &json!(false)));
}

#[tokio::test(flavor = "multi_thread")]
async fn what_makes_no_sense_is_named() {
    let here = region(|_| true).await;
    let elsewhere = here.office("4870200018").await;
    let other = here.office("4830200019").await;
    let nothing = "00000000-0000-7000-8000-00000000ffff";
    let many = "33.6,142.6;".repeat(11);
    let wrong = [
        (format!("{WHAT_IF}&close=x"), 400, "close"),
        (format!("{WHAT_IF}&close={nothing}"), 404, "office"),
        (format!("{WHAT_IF}&close={elsewhere}"), 400, "close"),
        (format!("{WHAT_IF}&close={other}"), 400, "close"),
        (format!("{WHAT_IF}&place=33.6"), 400, "place"),
        (format!("{WHAT_IF}&place=91,0"), 400, "place"),
        (format!("{WHAT_IF}&place=33.6,142.8"), 400, "outside"),
        (format!("{WHAT_IF}&place=35.6,139.8"), 400, "outside"),
        (format!("{WHAT_IF}&place=33.6,142.6,0"), 400, "places"),
        (format!("{WHAT_IF}&place={many}"), 400, "more than 10"),
        ("/api/v1/gaps/what-if?area=99999".to_owned(), 404, "area"),
        ("/api/v1/gaps/what-if?area=48201&service=care-999".to_owned(), 400, "service"),
        ("/api/v1/gaps/what-if?area=48201&service=care-110".to_owned(), 400, "service"),
        ("/api/v1/gaps/places?area=48201&count=0".to_owned(), 400, "count"),
        ("/api/v1/gaps/places?area=48201&count=11".to_owned(), 400, "count"),
        ("/api/v1/gaps/places?area=48201&within_km=0".to_owned(), 400, "within_km"),
        ("/api/v1/gaps/choices?area=99999".to_owned(), 404, "area"),
    ];
    for (path, status, part) in wrong {
        let answer = here.get(&path).await;
        assert_eq!(answer.status, status, "{path}: {}", answer.text());
        assert!(
            answer.json()["detail"].as_str().expect("detail").contains(part),
            "{path}: {}",
            answer.text()
        );
    }
}

/// 髙﨑, of care alone, and ひまわり, of care and disability, with the ids of both; tied where both name each other.
async fn pair(are_tied: bool) -> (Field, [String; 2]) {
    let field = Field::open().await;
    follow::refresh(&field.here.app, 1).await.expect("coverage");
    let (himawari, takasaki) = (field.sheet(HIMAWARI).await, field.sheet(TAKASAKI).await);
    let answer: &[&str] = if are_tied { &[&himawari.1] } else { &[] };
    field.finish(&himawari.0, &[&takasaki.1]).await;
    field.finish(&takasaki.0, answer).await;
    (field, [himawari.1, takasaki.1])
}

async fn ties(field: &Field, cookie: &str, change: &str) -> Answer {
    field.here.ask(cookie, "GET", &format!("/api/v1/gaps/what-if/ties?area=48201{change}"), Value::Null).await
}

/// Somebody of the prefecture's council.
async fn prefecture(field: &Field) -> String {
    let grant = Grant { role: Role::Council, scope: Scope::Area("48000".to_owned()) };
    field.here.signed_in("prefecture", vec![grant]).await
}

async fn in_prefecture(field: &Field, council: &str, change: &str) -> Answer {
    let path = format!("/api/v1/gaps/what-if/ties?area=48000{change}");
    field.here.ask(council, "GET", &path, Value::Null).await
}

fn without(answer: &Value, side: &str) -> f64 {
    answer["rows"][0][side]["without_across"]["mutual"].as_f64().expect(side)
}

fn close(found: f64, expected: f64) {
    assert!((found - expected).abs() < 1e-9, "{found}, not {expected}");
}

#[tokio::test(flavor = "multi_thread")]
async fn closing_the_only_partner_leaves_an_office_alone() {
    let (field, [himawari, takasaki]) = pair(true).await;
    let told = ties(&field, &field.keeper, &format!("&close={himawari}")).await.json();
    assert_eq!(told["left_alone"], json!([{ "id": takasaki, "name": "髙﨑ケアプランセンター" }]));
    assert_eq!(told["joined"], json!([]));
    // ひまわり itself has nobody of a system it is not of.
    close(without(&told, "before"), 0.5);
    close(without(&told, "after"), 1.0);
    let offices = |side: &str| told["rows"][0][side]["offices"].clone();
    assert_eq!((offices("before"), offices("after")), (json!(2), json!(1)));
    let again = ties(&field, &field.keeper, "").await.json();
    assert_eq!(again["rows"][0]["before"], again["rows"][0]["after"], "nothing was stored");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_tie_joins_who_had_nobody_of_another_system() {
    let (field, [himawari, takasaki]) = pair(false).await;
    let told = ties(&field, &field.keeper, &format!("&tie={takasaki},{himawari}")).await.json();
    assert_eq!((&told["joined"][0]["id"], &told["left_alone"]), (&json!(takasaki), &json!([])));
    close(without(&told, "before"), 1.0);
    close(without(&told, "after"), 0.5);
    assert_eq!(told["tied"][0][1]["id"], json!(himawari));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_meeting_ties_every_two_of_its_guests() {
    let (field, [himawari, takasaki]) = pair(false).await;
    let council = prefecture(&field).await;
    // One of disability that nobody was asked about meets them too.
    let unasked = field.here.office("4830200019").await;
    let guests = format!("&meeting={takasaki},{himawari},{unasked}");
    let answer = in_prefecture(&field, &council, &guests).await;
    assert_eq!(answer.status, StatusCode::OK, "{}", answer.text());
    let told = answer.json();
    let names = |list: &str| told[list].as_array().expect("list").len();
    assert_eq!((names("meeting"), &told["meeting_new"], names("tied")), (3, &json!(3), 0));
    let across = |told: &Value, side: &str| told["rows"][0][side]["across_per_office"]["mutual"].clone();
    assert_eq!(across(&told, "before"), 0.0);
    let pairs = format!("&tie={takasaki},{himawari};{takasaki},{unasked};{himawari},{unasked}");
    let by_pairs = in_prefecture(&field, &council, &pairs).await.json();
    assert_eq!(told["rows"], by_pairs["rows"], "a meeting is all of its pairs");
    let (tied, _) = pair(true).await;
    let again = in_prefecture(&tied, &prefecture(&tied).await, &guests).await.json();
    assert_eq!(again["meeting_new"], 2, "two of the three know each other");
    let office = |n: usize| format!("00000000-0000-7000-8000-0000000000{n:02}");
    let many: Vec<String> = (10..21).map(office).collect();
    for (meeting, status) in
        [(himawari.clone(), 400), (many.join(","), 400), (office(99) + "," + &himawari, 404)]
    {
        let refused = in_prefecture(&field, &council, &format!("&meeting={meeting}")).await;
        assert_eq!(refused.status, status, "{meeting}: {}", refused.text());
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn ties_are_for_those_who_read_the_matrix_here_and_one_sided_ones_for_the_keeper_alone() {
    let (field, [himawari, takasaki]) = pair(false).await;
    let council = |area: &str| vec![Grant { role: Role::Council, scope: Scope::Area(area.to_owned()) }];
    let own = field.here.signed_in("own", council("48201")).await;
    let elsewhere = field.here.signed_in("elsewhere", council("48202")).await;
    for (cookie, status) in [
        ("", StatusCode::UNAUTHORIZED),
        (elsewhere.as_str(), StatusCode::FORBIDDEN),
        (own.as_str(), StatusCode::OK),
    ] {
        assert_eq!(ties(&field, cookie, "").await.status, status);
    }
    let told = ties(&field, &own, &format!("&close={takasaki}")).await.json();
    assert_eq!(told["certain_only"], true);
    for side in ["before", "after"] {
        let ties = &told["rows"][0][side];
        for figure in ["across_per_office", "without_across", "duty", "sole_bridges", "concentration"] {
            assert!(ties[figure].is_null() || ties[figure]["either"].is_null(), "{figure}: {ties}");
        }
        assert_eq!((&ties["answered"], &ties["response_rate"]), (&Value::Null, &Value::Null));
    }
    let kept = ties(&field, &field.keeper, "").await.json();
    assert!(kept["rows"][0]["before"]["without_across"]["either"].is_number());
    let foreign = field.here.office("4870200018").await;
    for (change, status) in [
        (format!("&tie={himawari}"), 400),
        (format!("&tie={himawari},{himawari}"), 400),
        (format!("&tie={himawari},{foreign}"), 404),
        ("&close=00000000-0000-7000-8000-00000000ffff".to_owned(), 404),
    ] {
        let refused = ties(&field, &own, &change).await;
        assert_eq!(refused.status, status, "{change}: {}", refused.text());
    }
}
