//! One's own account: what one may change, and what one may not.

use crate::harness::Installation;
use axum::http::StatusCode;
use hoshizu_catalog::permission::{Grant, Role, Scope};
use hoshizu_server::account::totp;
use hoshizu_store::{account, second_factor, session};
use serde_json::{Value, json};

const PASSWORD: &str = "夜明け前に犬が三度ほえた";
const NEW: &str = "correct horse battery staple";
const HOME: [u8; 4] = [10, 0, 0, 1];

async fn entered(here: &Installation) -> String {
    here.account_with_password("hanako", PASSWORD, vec![]).await;
    here.sign_in(HOME, "", "hanako", PASSWORD).await.cookies()
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_makes_themselves_more_by_sending_more() {
    let here = Installation::empty().await;
    let cookies = entered(&here).await;
    for extra in [
        json!({ "name": "n", "grants": [{ "role": "administrator", "scope": "everywhere" }] }),
        json!({ "name": "n", "email": "boss@example.jp" }),
        json!({ "name": "n", "login": "kanri" }),
        json!({ "name": "n", "second_factor": true }),
    ] {
        let answer = here.ask(&cookies, "PATCH", "/api/v1/account", extra).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    }
    let answer = here.ask(&cookies, "PATCH", "/api/v1/account", json!({ "name": " 星野 花子 " })).await;
    assert_eq!(answer.status, StatusCode::NO_CONTENT);
    let own = here.ask(&cookies, "GET", "/api/v1/account", Value::Null).await.json();
    assert_eq!((&own["name"], &own["email"], &own["grants"]), (&json!("星野 花子"), &Value::Null, &json!([])));
    for name in ["", " ", "a\nb", &"長".repeat(81)] {
        let answer = here.ask(&cookies, "PATCH", "/api/v1/account", json!({ "name": name })).await;
        assert_eq!(answer.code(), "name_refused", "{name:?}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_new_password_ends_every_other_session_and_goes_on_under_a_new_token() {
    let here = Installation::empty().await;
    let cookies = entered(&here).await;
    let elsewhere = here.sign_in([10, 0, 0, 2], "", "hanako", PASSWORD).await.cookies();
    let change = async |current: &str, new: &str| {
        here.ask(&cookies, "POST", "/api/v1/account/password", json!({ "current": current, "new": new })).await
    };
    assert_eq!(change("a stolen session knows no password", NEW).await.code(), "wrong_password");
    for (weak, code) in [("short", "password_short"), ("hanakohanako", "password_guessable"), ("password1234", "password_guessable")] {
        assert_eq!(change(PASSWORD, weak).await.code(), code);
    }
    let answer = change(PASSWORD, NEW).await;
    assert_eq!(answer.status, StatusCode::NO_CONTENT, "{}", answer.text());
    for (ended, what) in [(&cookies, "the token from before"), (&elsewhere, "the other browser")] {
        assert_eq!(here.ask(ended, "GET", "/api/v1/account", Value::Null).await.code(), "sign_in", "{what}");
    }
    assert_eq!(here.ask(&answer.cookies(), "GET", "/api/v1/account", Value::Null).await.status, StatusCode::OK);
    assert_eq!(here.sign_in(HOME, "", "hanako", PASSWORD).await.code(), "wrong_password");
    assert_eq!(here.sign_in(HOME, "", "hanako", NEW).await.status, StatusCode::NO_CONTENT);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_session_is_ended_by_its_owner_and_by_nobody_else() {
    let here = Installation::empty().await;
    let cookies = entered(&here).await;
    let other = here.account("other", vec![]).await;
    let foreign = here.session_of(other, false).await;
    let listed = session::list(&mut here.app.store.read().await.expect("read"), other, here.app.store.now()).await;
    let id = listed.expect("sessions")[0].id;
    let answer = here.ask(&cookies, "DELETE", &format!("/api/v1/account/sessions/{id}"), Value::Null).await;
    assert_eq!(answer.status, StatusCode::NOT_FOUND, "another's");
    assert_eq!(here.ask(&foreign, "GET", "/api/v1/account", Value::Null).await.status, StatusCode::OK);

    let second = here.sign_in([10, 0, 0, 2], "", "hanako", PASSWORD).await.cookies();
    let items = here.ask(&cookies, "GET", "/api/v1/account/sessions", Value::Null).await.json()["items"].clone();
    let items = items.as_array().expect("items");
    assert_eq!(items.len(), 2, "only the own");
    let not_this = items.iter().find(|item| item["current"] == false).expect("the other browser");
    let path = format!("/api/v1/account/sessions/{}", not_this["id"].as_str().expect("id"));
    assert_eq!(here.ask(&cookies, "DELETE", &path, Value::Null).await.status, StatusCode::NO_CONTENT);
    assert_eq!(here.ask(&second, "GET", "/api/v1/account", Value::Null).await.code(), "sign_in");
}

#[tokio::test(flavor = "multi_thread")]
async fn signing_out_everywhere_leaves_this_browser_alone_and_known() {
    let here = Installation::empty().await;
    let cookies = entered(&here).await;
    let second = here.sign_in([10, 0, 0, 2], "", "hanako", PASSWORD).await.cookies();
    let answer = here.ask(&cookies, "DELETE", "/api/v1/account/sessions", Value::Null).await;
    assert_eq!(answer.status, StatusCode::NO_CONTENT);
    assert_eq!(here.ask(&second, "GET", "/api/v1/account", Value::Null).await.code(), "sign_in");
    assert_eq!(here.ask(&answer.cookies(), "GET", "/api/v1/account", Value::Null).await.status, StatusCode::OK);
    for number in 0..60 {
        here.sign_in([10, 9, 0, number], "", "hanako", "a wrong password").await;
    }
    let forgotten = here.sign_in([10, 9, 1, 1], &second, "hanako", PASSWORD).await;
    assert_eq!(forgotten.status, StatusCode::TOO_MANY_REQUESTS, "the other browser is a stranger now");
    assert_eq!(here.sign_in([10, 9, 1, 1], &answer.cookies(), "hanako", PASSWORD).await.status, StatusCode::NO_CONTENT);
}

#[tokio::test(flavor = "multi_thread")]
async fn an_authenticator_is_enrolled_with_the_password_and_its_first_code() {
    let here = Installation::empty().await;
    let grants = vec![Grant { role: Role::Administrator, scope: Scope::Everywhere }];
    here.account_with_password("hanako", PASSWORD, grants).await;
    let cookies = here.sign_in(HOME, "", "hanako", PASSWORD).await.cookies();
    let post = async |cookies: &str, path: &str, body: Value| {
        here.ask(cookies, "POST", &format!("/api/v1/account/second-factor{path}"), body).await
    };
    assert_eq!(post(&cookies, "", json!({ "password": "stolen session" })).await.code(), "wrong_password");
    let enrolment = post(&cookies, "", json!({ "password": PASSWORD })).await.json();
    assert!(enrolment["qr"].as_str().expect("QR").starts_with("<svg"));
    let secret = enrolment["secret"].as_str().expect("secret");
    let bytes = unbase32(secret);
    assert_eq!(post(&cookies, "/confirm", json!({ "code": "000000" })).await.code(), "wrong_password");
    assert_eq!(here.ask(&cookies, "GET", "/api/v1/imports", Value::Null).await.code(), "second_factor");
    let code = totp::code(&bytes, totp::step(here.app.store.now()));
    let confirmed = post(&cookies, "/confirm", json!({ "code": code })).await;
    assert_eq!(confirmed.status, StatusCode::OK, "{}", confirmed.text());
    assert_eq!(confirmed.json()["codes"].as_array().map(Vec::len), Some(10));
    let cookies = confirmed.cookies();
    assert_eq!(here.ask(&cookies, "GET", "/api/v1/imports", Value::Null).await.status, StatusCode::OK);
    // Whoever holds the session but neither password nor telephone cannot put their own in its place.
    assert_eq!(post(&cookies, "", json!({ "password": PASSWORD })).await.code(), "conflict");
    let proof = json!({ "password": PASSWORD, "code": "000000" });
    assert_eq!(post(&cookies, "/remove", proof).await.code(), "wrong_password");
    let mut tx = here.app.store.read().await.expect("read");
    let id = account::by_login(&mut tx, "hanako").await.expect("find").expect("account").id;
    let stored = second_factor::find(&mut tx, id).await.expect("find").expect("factor").secret;
    drop(tx);
    assert!(!stored.windows(bytes.len()).any(|window| window == bytes), "encrypted at rest");
    let recovery = confirmed.json()["codes"][0].as_str().expect("code").to_owned();
    let removed = post(&cookies, "/remove", json!({ "password": PASSWORD, "code": recovery })).await;
    assert_eq!(removed.status, StatusCode::NO_CONTENT, "{}", removed.text());
    assert_eq!(here.ask(&removed.cookies(), "GET", "/api/v1/imports", Value::Null).await.code(), "second_factor");
}

fn unbase32(text: &str) -> Vec<u8> {
    let letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    let bits: String = text.chars().map(|c| format!("{:05b}", letters.find(c).expect("a letter"))).collect();
    bits.as_bytes()
        .chunks_exact(8)
        .map(|byte| u8::from_str_radix(std::str::from_utf8(byte).expect("bits"), 2).expect("byte"))
        .collect()
}
