//! One-time links: taken up once, by whoever holds them, for what they were made.

use crate::harness::{Answer, Installation};
use axum::http::StatusCode;
use hoshizu_catalog::permission::{Grant, Role, Scope};
use hoshizu_store::account_link::{self, Kind};
use serde_json::{Value, json};

const PASSWORD: &str = "夜明け前に犬が三度ほえた";
const HOME: [u8; 4] = [10, 0, 0, 1];

/// An account invited by an administrator; the answer with the link.
async fn invited(here: &Installation) -> Value {
    let cookie = here.administrator().await;
    let body = json!({ "login": "Taro", "name": "天野 太郎", "grants": [{ "role": "council", "scope": "everywhere" }] });
    let answer = here.ask(&cookie, "POST", "/api/v1/accounts", body).await;
    assert_eq!(answer.status, StatusCode::CREATED, "{}", answer.text());
    answer.json()
}

async fn take(here: &Installation, cookies: &str, token: &str) -> Answer {
    here.ask(cookies, "POST", "/api/v1/invitations/take", json!({ "token": token, "password": PASSWORD })).await
}

#[tokio::test(flavor = "multi_thread")]
async fn an_invitation_gives_its_account_a_password_once() {
    let here = Installation::empty().await;
    let link = invited(&here).await;
    assert!(link["qr"].as_str().expect("QR").starts_with("<svg"));
    let (path, token) = link["url"].as_str().expect("url").rsplit_once('#').expect("the token stands after #");
    assert!(path.ends_with("/invitation"), "{path}");
    let code = link["code"].as_str().expect("code");
    assert_eq!(code.replace('-', ""), token, "what is typed is what is scanned");

    let look = here.ask("", "POST", "/api/v1/invitations/look", json!({ "token": code.to_lowercase() })).await.json();
    assert_eq!((&look["kind"], &look["login"]), (&json!("invitation"), &json!("taro")));
    let weak = json!({ "token": token, "password": "short" });
    assert_eq!(here.ask("", "POST", "/api/v1/invitations/take", weak).await.code(), "password_short");
    let taken = take(&here, "", code).await;
    assert_eq!(taken.status, StatusCode::NO_CONTENT, "{}", taken.text());
    let who = here.ask(&taken.cookies(), "GET", "/api/v1/session", Value::Null).await.json();
    assert_eq!(who["signed"]["name"], "天野 太郎");
    let replayed = take(&here, "", token).await;
    assert_eq!((replayed.status, replayed.code().as_str()), (StatusCode::GONE, "link_invalid"));
    assert_eq!(here.sign_in(HOME, "", "taro", PASSWORD).await.status, StatusCode::NO_CONTENT);
}

#[tokio::test(flavor = "multi_thread")]
async fn unknown_used_late_and_withdrawn_links_get_one_answer_and_cost_no_computation() {
    let here = Installation::empty().await;
    let link = invited(&here).await;
    let cookie = here.session_of(here.account("second", vec![Grant { role: Role::Administrator, scope: Scope::Everywhere }]).await, true).await;
    let again = format!("/api/v1/accounts/{}/links", link["account"].as_str().expect("id"));
    let newer = here.ask(&cookie, "POST", &again, json!({})).await.json();
    let computed = here.app.accounts.passwords.computed();
    let replaced = take(&here, "", link["code"].as_str().expect("code")).await;
    let unknown = take(&here, "", &"0".repeat(52)).await;
    here.clock.advance(Kind::Invitation.lifetime().whole_seconds());
    let late = take(&here, "", newer["code"].as_str().expect("code")).await;
    let texts = [replaced.text(), unknown.text(), late.text()];
    assert_eq!(unknown.status, StatusCode::GONE);
    assert!(texts.iter().all(|text| *text == texts[0]), "{texts:#?}");
    assert_eq!(here.app.accounts.passwords.computed(), computed);
}

#[tokio::test(flavor = "multi_thread")]
async fn two_who_take_a_link_up_at_once_do_not_both_get_it() {
    let here = Installation::empty().await;
    let link = invited(&here).await;
    let code = link["code"].as_str().expect("code");
    let (first, second) = tokio::join!(take(&here, "", code), take(&here, "", code));
    let mut statuses = [first.status, second.status];
    statuses.sort();
    assert_eq!(statuses, [StatusCode::NO_CONTENT, StatusCode::GONE]);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_set_up_makes_one_administrator_and_no_second() {
    let here = Installation::empty().await;
    for token in ["SETUP1", "SETUP2"] {
        let mut write = here.app.store.begin("serve").await.expect("write");
        account_link::make(&mut write, None, Kind::Setup, token, false).await.expect("link");
        write.commit().await.expect("commit");
    }
    let set_up = async |token: &str, login: &str| {
        let body = json!({ "token": token, "password": PASSWORD, "login": login, "name": "星野 花子" });
        here.ask("", "POST", "/api/v1/invitations/take", body).await
    };
    assert_eq!(set_up("SETUP1", "kanri").await.code(), "link_invalid", "a new start makes the last link useless");
    assert_eq!(set_up("SETUP2", "<b>").await.code(), "login_refused");
    let done = set_up("SETUP2", "kanri").await;
    assert_eq!(done.status, StatusCode::NO_CONTENT, "{}", done.text());
    let view = here.ask(&done.cookies(), "GET", "/api/v1/session", Value::Null).await.json();
    assert_eq!((&view["signed"]["second_factor"], &view["needs_setup"]), (&json!("required"), &json!(false)));
    let mut write = here.app.store.begin("serve").await.expect("write");
    account_link::make(&mut write, None, Kind::Setup, "SETUP3", false).await.expect("link");
    write.commit().await.expect("commit");
    assert_eq!(set_up("SETUP3", "second").await.code(), "link_invalid", "there is an account");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_reset_ends_what_is_open_and_gives_no_second_factor_away() {
    let here = Installation::empty().await;
    let grants = vec![Grant { role: Role::Steward, scope: Scope::Everywhere }];
    let id = here.account_with_password("hanako", PASSWORD, grants).await;
    let open = here.session_of(id, true).await;
    let cookie = here.administrator().await;
    let link = here.ask(&cookie, "POST", &format!("/api/v1/accounts/{id}/links"), json!({})).await.json();
    assert_eq!(link["kind"], "reset");
    let taken = take(&here, "", link["code"].as_str().expect("code")).await;
    assert_eq!(here.ask(&open, "GET", "/api/v1/account", Value::Null).await.code(), "sign_in");
    assert_eq!(here.ask(&taken.cookies(), "GET", "/api/v1/imports", Value::Null).await.code(), "second_factor");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_closed_account_is_not_opened_by_its_link() {
    let here = Installation::empty().await;
    let link = invited(&here).await;
    let id = link["account"].as_str().expect("id");
    let mut write = here.app.store.begin("test").await.expect("write");
    hoshizu_store::account::close(&mut write, id.parse().expect("id")).await.expect("close");
    write.commit().await.expect("commit");
    assert_eq!(take(&here, "", link["code"].as_str().expect("code")).await.code(), "link_invalid");
}
