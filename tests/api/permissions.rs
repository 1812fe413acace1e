//! The guard: sessions, roles, and what is closed to visitors.

use crate::harness::Installation;
use axum::http::StatusCode;
use hoshizu_catalog::permission::{Action, Grant, Role, Scope};
use hoshizu_server::{config::Public, http::permissions};
use serde_json::Value;

#[tokio::test(flavor = "multi_thread")]
async fn an_unknown_or_ended_session_is_a_visitors() {
    let here = Installation::with_fixtures().await;
    let cookie =
        here.signed_in("kanri", vec![Grant { role: Role::Administrator, scope: Scope::Everywhere }]).await;
    for cookie in [cookie.as_str(), "hoshizu_session=guess", "hoshizu_session=", ""] {
        let answer = here.ask(cookie, "GET", "/api/v1/offices", Value::Null).await;
        assert_eq!(answer.status, StatusCode::OK, "{cookie}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_closed_directory_answers_only_people_who_are_signed_in() {
    let here = Installation::with_fixtures_and(|config| config.public = Public::Nothing).await;
    let cookie = here.signed_in("shokuin", vec![]).await;
    let closed = ["/api/v1/offices", "/api/v1/suggest?q=a", "/api/v1/areas", "/api/v1/tiles/base/1/1/1.mvt"];
    for path in closed {
        let answer = here.ask("", "GET", path, Value::Null).await;
        assert_eq!(
            (answer.status, answer.json()["code"].as_str()),
            (StatusCode::UNAUTHORIZED, Some("sign_in"))
        );
        assert!(here.ask(&cookie, "GET", path, Value::Null).await.status.is_success(), "{path}");
    }
    assert_eq!(here.ask("", "GET", "/api/v1/meta", Value::Null).await.status, StatusCode::OK);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_changes_something_needs_the_header_of_our_page() {
    let here = Installation::empty().await;
    for (method, path, _) in permissions::ENDPOINTS.iter().filter(|(method, _, _)| *method != "GET") {
        let path = path.replace("{id}", "00000000-0000-7000-8000-000000000001").replace("{index}", "0");
        let request = axum::http::Request::builder().method(*method).uri(&path);
        let answer = here.send(request.body(axum::body::Body::empty()).expect("request")).await;
        assert_eq!(answer.json()["code"], "cross_site", "{method} {path}");
    }
}

#[test]
fn every_action_of_the_table_has_its_words_in_both_languages() {
    for language in ["ja", "en"] {
        let path = format!("{}/../frontend/src/i18n/{language}/account.json", env!("CARGO_MANIFEST_DIR"));
        let texts = std::fs::read_to_string(&path).expect("texts");
        let texts: Value = serde_json::from_str(&texts).expect("JSON");
        for action in Action::ALL {
            let code = action.code();
            assert!(texts["action"][code].is_string(), "{language}: action.{code}");
        }
    }
}
