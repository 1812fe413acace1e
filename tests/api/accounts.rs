//! Managing accounts: who sees whom, and that nobody hands on more than they hold.

use crate::harness::Installation;
use axum::http::StatusCode;
use hoshizu_catalog::{
    id::AccountId,
    permission::{Grant, Role, Scope},
};
use serde_json::{Value, json};

const PASSWORD: &str = "夜明け前に犬が三度ほえた";

fn area(role: Role, code: &str) -> Grant {
    Grant { role, scope: Scope::Area(code.to_owned()) }
}

/// A steward of 銀河市 (48201), signed in.
async fn steward(here: &Installation) -> String {
    here.signed_in("steward", vec![area(Role::Steward, "48201")]).await
}

async fn logins(here: &Installation, cookie: &str, query: &str) -> Vec<String> {
    let json = here.ask(cookie, "GET", &format!("/api/v1/accounts{query}"), Value::Null).await.json();
    let items = json["items"].as_array().expect("items");
    items.iter().map(|item| item["login"].as_str().expect("login").to_owned()).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_steward_sees_and_touches_only_accounts_of_the_own_area() {
    let here = Installation::with_fixtures().await;
    let (own, foreign) = (here.office("4870100010").await, here.office("4870200018").await);
    let member = |office| Grant { role: Role::Member, scope: Scope::Office(office) };
    here.account("own", vec![member(own)]).await;
    let stranger = here.account("stranger", vec![member(foreign)]).await;
    let nobody = here.account("roleless", vec![]).await;
    let both = here.account("both", vec![member(own), member(foreign)]).await;
    let cookie = steward(&here).await;
    assert_eq!(logins(&here, &cookie, "").await, ["both", "own", "steward"]);
    assert_eq!(logins(&here, &cookie, "?q=stranger").await, [] as [String; 0]);
    for id in [stranger, nobody, AccountId(here.app.store.next_id())] {
        let answer = here.ask(&cookie, "GET", &format!("/api/v1/accounts/{id}"), Value::Null).await;
        assert_eq!(answer.status, StatusCode::NOT_FOUND, "as if there were none");
    }
    let shown = here.ask(&cookie, "GET", &format!("/api/v1/accounts/{both}"), Value::Null).await.json();
    assert_eq!((shown["grants"].as_array().map(Vec::len), &shown["elsewhere"]), (Some(1), &json!(true)));
    assert!(!shown.to_string().contains(&foreign.to_string()), "what is held elsewhere is not shown");
    // Taking such an account over would give what lies elsewhere.
    for (method, path, body) in [
        ("POST", "links", json!({})), ("POST", "close", Value::Null), ("GET", "sessions", Value::Null),
        ("DELETE", "sessions", Value::Null),
    ] {
        let answer = here.ask(&cookie, method, &format!("/api/v1/accounts/{both}/{path}"), body).await;
        assert_eq!(answer.code(), "forbidden", "{method} {path}");
    }
    let path = format!("/api/v1/accounts/{both}/grants?role=member&scope=office&of={foreign}");
    assert_eq!(here.ask(&cookie, "DELETE", &path, Value::Null).await.status, StatusCode::NOT_FOUND);
    let path = format!("/api/v1/accounts/{both}/grants?role=member&scope=office&of={own}");
    assert_eq!(here.ask(&cookie, "DELETE", &path, Value::Null).await.status, StatusCode::NO_CONTENT);
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_hands_on_a_role_or_a_place_wider_than_their_own() {
    let here = Installation::with_fixtures().await;
    let (own, foreign) = (here.office("4870100010").await, here.office("4870200018").await);
    let cookie = steward(&here).await;
    let target = here.account("target", vec![area(Role::Council, "48201")]).await;
    let give = async |role: &str, scope: &str, of: &str| {
        let body = json!({ "role": role, "scope": scope, "of": of });
        let to_other = here.ask(&cookie, "POST", &format!("/api/v1/accounts/{target}/grants"), body.clone()).await;
        let login = format!("new-{}", here.app.store.next_id());
        let new = json!({ "login": login, "name": "n", "grants": [body] });
        let with_new = here.ask(&cookie, "POST", "/api/v1/accounts", new).await;
        assert_eq!(to_other.status.is_success(), with_new.status.is_success(), "{role} {scope} {of}");
        (to_other.status.as_u16(), to_other.code())
    };
    let (own, foreign) = (own.to_string(), foreign.to_string());
    for (role, scope, of) in [("member", "office", own.as_str()), ("keeper", "area", "48201"), ("steward", "area", "48201")] {
        assert_eq!(give(role, scope, of).await.0, 204, "{role} {scope}");
    }
    for (role, scope, of) in [
        ("administrator", "everywhere", ""), ("steward", "everywhere", ""), ("council", "everywhere", ""),
        ("steward", "area", "48202"), ("council", "area", "48000"), ("member", "office", foreign.as_str()),
        ("council", "area", "nowhere"),
    ] {
        assert_eq!(give(role, scope, of).await, (403, "forbidden".to_owned()), "{role} {scope} {of}");
    }
    for (role, scope, of) in [
        ("administrator", "area", "48201"), ("member", "area", "48201"), ("visitor", "everywhere", ""),
        ("king", "everywhere", ""), ("steward", "office", own.as_str()), ("member", "office", "x"),
    ] {
        assert_eq!(give(role, scope, of).await, (422, "grant_refused".to_owned()), "{role} {scope} {of}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_steward_cannot_make_an_account_without_a_role_or_raise_the_own() {
    let here = Installation::with_fixtures().await;
    let id = here.account("steward", vec![area(Role::Steward, "48201")]).await;
    let cookie = here.session_of(id, true).await;
    let new = json!({ "login": "roleless", "name": "n", "grants": [] });
    assert_eq!(here.ask(&cookie, "POST", "/api/v1/accounts", new).await.code(), "grant_refused");
    let more = json!({ "role": "administrator", "scope": "everywhere" });
    assert_eq!(here.ask(&cookie, "POST", &format!("/api/v1/accounts/{id}/grants"), more).await.code(), "forbidden");
    for extra in ["password_hash", "closed_at", "created_at", "subject", "id"] {
        let mut body = json!({ "login": "extra", "name": "n", "grants": [{ "role": "council", "scope": "area", "of": "48201" }] });
        body[extra] = json!("x");
        assert_eq!(here.ask(&cookie, "POST", "/api/v1/accounts", body).await.status, StatusCode::UNPROCESSABLE_ENTITY);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_role_taken_away_stops_counting_at_once() {
    let here = Installation::with_fixtures().await;
    let id = here.account("steward", vec![area(Role::Steward, "48201")]).await;
    let cookie = here.session_of(id, true).await;
    assert_eq!(here.ask(&cookie, "GET", "/api/v1/accounts", Value::Null).await.status, StatusCode::OK);
    let administrator = here.administrator().await;
    let path = format!("/api/v1/accounts/{id}/grants?role=steward&scope=area&of=48201");
    assert_eq!(here.ask(&administrator, "DELETE", &path, Value::Null).await.status, StatusCode::NO_CONTENT);
    assert_eq!(here.ask(&cookie, "GET", "/api/v1/accounts", Value::Null).await.code(), "forbidden");
}

#[tokio::test(flavor = "multi_thread")]
async fn closing_an_account_ends_what_it_has_open() {
    let here = Installation::empty().await;
    let administrator = here.administrator().await;
    let id = here.account_with_password("hanako", PASSWORD, vec![]).await;
    let cookies = here.sign_in([10, 0, 0, 1], "", "hanako", PASSWORD).await.cookies();
    let path = format!("/api/v1/accounts/{id}/close");
    assert_eq!(here.ask(&administrator, "POST", &path, Value::Null).await.status, StatusCode::NO_CONTENT);
    assert_eq!(here.ask(&cookies, "GET", "/api/v1/account", Value::Null).await.code(), "sign_in");
    assert_eq!(here.sign_in([10, 0, 0, 1], &cookies, "hanako", PASSWORD).await.code(), "wrong_password");
    let again = format!("/api/v1/accounts/{id}/reopen");
    assert_eq!(here.ask(&administrator, "POST", &again, Value::Null).await.status, StatusCode::NO_CONTENT);
    assert_eq!(here.ask(&cookies, "GET", "/api/v1/account", Value::Null).await.code(), "sign_in", "what ended stays ended");
    assert_eq!(here.sign_in([10, 0, 0, 1], "", "hanako", PASSWORD).await.status, StatusCode::NO_CONTENT);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_last_administrator_who_can_sign_in_stays() {
    let here = Installation::empty().await;
    let grants = || vec![Grant { role: Role::Administrator, scope: Scope::Everywhere }];
    let last = here.account_with_password("last", PASSWORD, grants()).await;
    // Invited, but not here yet: nobody could let the others in.
    here.account("invited", grants()).await;
    let cookie = here.session_of(last, true).await;
    let role = format!("/api/v1/accounts/{last}/grants?role=administrator&scope=everywhere");
    for (method, path) in [("POST", format!("/api/v1/accounts/{last}/close")), ("DELETE", role)] {
        assert_eq!(here.ask(&cookie, method, &path, Value::Null).await.code(), "last_administrator", "{method} {path}");
    }
    here.account_with_password("another", PASSWORD, grants()).await;
    let path = format!("/api/v1/accounts/{last}/close");
    assert_eq!(here.ask(&cookie, "POST", &path, Value::Null).await.status, StatusCode::NO_CONTENT);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_login_and_an_address_belong_to_one_account() {
    let here = Installation::empty().await;
    let cookie = here.administrator().await;
    let make = async |login: &str, email: &str| {
        let body = json!({ "login": login, "name": "n", "email": email, "grants": [] });
        here.ask(&cookie, "POST", "/api/v1/accounts", body).await.code()
    };
    assert_eq!(make("hanako", "hanako@example.jp").await, "");
    assert_eq!(make("HANAKO", "other@example.jp").await, "account_taken");
    assert_eq!(make("taro", "Hanako@Example.JP").await, "account_taken");
    assert_eq!(make("taro", "hanako@example.jp\r\nBcc: all@example.jp").await, "email_refused");
    assert_eq!(make("ta ro", "").await, "login_refused");
}

#[tokio::test(flavor = "multi_thread")]
async fn words_with_the_signs_of_sql_are_only_words() {
    let here = Installation::empty().await;
    let cookie = here.administrator().await;
    here.account("hanako", vec![]).await;
    for words in ["%25", "_", "'%20OR%20'1'='1", "\\\\", "a';DROP%20TABLE%20account;--"] {
        assert_eq!(logins(&here, &cookie, &format!("?q={words}")).await, [] as [String; 0], "{words}");
    }
    assert_eq!(logins(&here, &cookie, "?q=anak").await, ["hanako"]);
    assert_eq!(logins(&here, &cookie, "?limit=1&cursor=hanako").await, ["kanri"]);
}
