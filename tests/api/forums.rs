//! `/forums`: who should sit there, who does.

use crate::harness::Installation;
use axum::http::StatusCode;
use hoshizu_catalog::permission::{Grant, Role, Scope};
use serde_json::{Value, json};

async fn council(here: &Installation) -> String {
    here.signed_in("kyogikai", vec![Grant { role: Role::Council, scope: Scope::Area("48201".to_owned()) }])
        .await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_forum_shows_who_should_sit_there_and_does_not() {
    let here = Installation::with_fixtures().await;
    let (council, office) = (council(&here).await, here.office("4870100010").await);
    let forum = json!({ "area": "48201", "kind": "council", "name": "銀河市自立支援協議会",
        "meetings": ["2026-05-10", "2026-04-10", "2026-05-10"],
        "members": [
            { "seat": "care_management", "office": office, "since": "2026-01-01" },
            { "seat": "municipality", "name": "銀河市障害福祉課", "until": "2026-03-31" },
        ] });
    let made = here.ask(&council, "POST", "/api/v1/forums", forum.clone()).await;
    assert_eq!(made.status, StatusCode::CREATED, "{}", made.text());
    let made = made.json();
    assert_eq!(made["meetings"], json!(["2026-04-10", "2026-05-10"]));
    let seat = |code: &str| {
        let seats = made["seats"].as_array().expect("seats");
        seats.iter().find(|held| held["seat"]["code"] == code).expect("seat").clone()
    };
    assert_eq!(seat("care_management")["held_by"].as_array().map(Vec::len), Some(1));
    assert_eq!(seat("municipality")["held_by"], json!([]), "its term is over");
    let support = &seat("care_management");
    assert_eq!((&support["could"], &support["suggestions"][0]["name"]), (&json!(1), &json!("髙﨑ケアプランセンター")));
    assert_eq!(made["vacant"], json!(made["seats"].as_array().expect("seats").len() - 1));
    let again = here.ask(&council, "POST", "/api/v1/forums", forum).await;
    assert_eq!(again.status, StatusCode::CONFLICT);
    let list = here.ask(&council, "GET", "/api/v1/forums?area=48201", Value::Null).await.json();
    assert_eq!(list["items"].as_array().map(Vec::len), Some(1));
}

#[tokio::test(flavor = "multi_thread")]
async fn what_cannot_be_kept_is_named_and_nothing_is_written() {
    let here = Installation::with_fixtures().await;
    let council = council(&here).await;
    let wrong = [
        json!({ "area": "48201", "kind": "council", "name": "" }),
        json!({ "area": "48201", "kind": "council", "name": "会", "meetings": ["2026-02-30"] }),
        json!({ "area": "48201", "kind": "council", "name": "会", "members": [{ "seat": "police" }] }),
        json!({ "area": "48201", "kind": "council", "name": "会", "seats": [{ "code": "a", "ja": "あ", "en": "", "services": ["x"] }] }),
        json!({ "area": "99999", "kind": "council", "name": "会" }),
    ];
    for forum in wrong {
        let refused = here.ask(&council, "POST", "/api/v1/forums", forum.clone()).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{forum} → {}", refused.text());
    }
    let list = here.ask(&council, "GET", "/api/v1/forums?area=48201", Value::Null).await.json();
    assert_eq!(list["items"], json!([]));
}
