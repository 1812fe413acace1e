//! Signing in, and what attackers try there.

use crate::harness::{Answer, Installation};
use axum::http::{StatusCode, header};
use hoshizu_catalog::permission::{Grant, Role, Scope};
use hoshizu_server::{account::totp, config::Public};
use hoshizu_store::{account, second_factor, session};
use serde_json::{Value, json};

const PASSWORD: &str = "夜明け前に犬が三度ほえた";
const HOME: [u8; 4] = [10, 0, 0, 1];

async fn whom(here: &Installation, cookies: &str) -> Value {
    here.ask(cookies, "GET", "/api/v1/session", Value::Null).await.json()["signed"].clone()
}

fn set_cookies(answer: &Answer) -> Vec<String> {
    answer.headers.get_all(header::SET_COOKIE).iter().map(|v| v.to_str().expect("ASCII").to_owned()).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_right_password_opens_a_session_that_scripts_and_foreign_pages_cannot_use() {
    let here = Installation::empty().await;
    here.account_with_password("hanako", PASSWORD, vec![]).await;
    let answer = here.sign_in(HOME, "", " Hanako ", PASSWORD).await;
    assert_eq!(answer.status, StatusCode::NO_CONTENT, "{}", answer.text());
    for cookie in set_cookies(&answer) {
        assert!(
            cookie.contains("; HttpOnly") && cookie.contains("; SameSite=Lax") && cookie.contains("; Path=/"),
            "{cookie}"
        );
        assert!(!cookie.contains("Secure") && !cookie.contains("Domain"), "{cookie}");
    }
    assert_eq!(whom(&here, &answer.cookies()).await["login"], "hanako");
    here.ask(&answer.cookies(), "DELETE", "/api/v1/session", Value::Null).await;
    assert_eq!(whom(&here, &answer.cookies()).await, Value::Null, "signed out");
}

#[tokio::test(flavor = "multi_thread")]
async fn behind_https_no_neighbour_of_the_domain_can_plant_a_cookie() {
    let here = Installation::configured(|config| config.https = true).await;
    here.account_with_password("hanako", PASSWORD, vec![]).await;
    let answer = here.sign_in(HOME, "", "hanako", PASSWORD).await;
    for cookie in set_cookies(&answer) {
        assert!(cookie.starts_with("__Host-") && cookie.contains("; Secure"), "{cookie}");
    }
    assert_eq!(whom(&here, &answer.cookies()).await["login"], "hanako");
    let planted = answer.cookies().replace("__Host-", "");
    assert_eq!(whom(&here, &planted).await, Value::Null, "the plain name is not read");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_session_fixed_beforehand_opens_nothing_afterwards() {
    let here = Installation::empty().await;
    let victim = here.account_with_password("hanako", PASSWORD, vec![]).await;
    let attacker = here.account("attacker", vec![]).await;
    let planted = here.session_of(attacker, true).await;
    let answer = here.sign_in(HOME, &planted, "hanako", PASSWORD).await;
    assert_eq!(whom(&here, &planted).await, Value::Null, "the planted session has ended");
    assert_eq!(whom(&here, &answer.cookies()).await["id"], victim.to_string());
    assert!(!answer.cookies().contains(planted.split('=').nth(1).expect("token")), "a token of its own");
    let made_up = here.sign_in(HOME, "hoshizu_session=chosen-by-the-attacker", "hanako", PASSWORD).await;
    assert!(!made_up.cookies().contains("chosen-by-the-attacker"));
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_learns_whether_a_login_exists() {
    let here = Installation::empty().await;
    here.account_with_password("hanako", PASSWORD, vec![]).await;
    here.account("invited", vec![]).await;
    let closed = here.account_with_password("closed", PASSWORD, vec![]).await;
    let mut write = here.app.store.begin("test").await.expect("write");
    account::close(&mut write, closed).await.expect("close");
    write.commit().await.expect("commit");
    let mut answers = Vec::new();
    for (number, (login, password)) in
        [("hanako", "wrong password"), ("nobody", "wrong password"), ("invited", ""), ("closed", PASSWORD)]
            .into_iter()
            .enumerate()
    {
        let before = here.app.accounts.passwords.computed();
        let answer = here.sign_in([10, 0, 1, number as u8], "", login, password).await;
        let computed = here.app.accounts.passwords.computed() - before;
        answers.push((answer.status, answer.text(), set_cookies(&answer), computed));
    }
    assert_eq!((answers[0].0, answers[0].3), (StatusCode::UNAUTHORIZED, 1));
    assert!(answers.iter().all(|answer| *answer == answers[0]), "{answers:#?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn guessing_is_slowed_for_known_and_unknown_logins_alike() {
    let here = Installation::empty().await;
    here.account_with_password("hanako", PASSWORD, vec![]).await;
    let mut seen = Vec::new();
    for (address, login) in [([10, 0, 0, 2], "hanako"), ([10, 0, 0, 3], "nobody")] {
        let mut codes = Vec::new();
        for _ in 0..7 {
            let answer = here.sign_in(address, "", login, "a wrong password").await;
            codes.push((answer.status.as_u16(), answer.headers.get(header::RETRY_AFTER).cloned()));
        }
        seen.push(codes);
    }
    assert_eq!(seen[0], seen[1]);
    assert_eq!((seen[0][4].0, seen[0][5].0), (401, 429));
    let computed = here.app.accounts.passwords.computed();
    let barred = here.sign_in([10, 0, 0, 2], "", "hanako", PASSWORD).await;
    assert_eq!(barred.status, StatusCode::TOO_MANY_REQUESTS, "even the right one has to wait");
    assert_eq!(here.app.accounts.passwords.computed(), computed, "and costs no computation");
}

#[tokio::test(flavor = "multi_thread")]
async fn an_attacker_with_a_thousand_addresses_does_not_lock_the_owner_out() {
    let here = Installation::empty().await;
    here.account_with_password("hanako", PASSWORD, vec![]).await;
    let device = here.sign_in(HOME, "", "hanako", PASSWORD).await.cookies();
    let mut barred = 0;
    for number in 0..60 {
        let answer = here.sign_in([10, 9, 0, number], "", "hanako", "a wrong password").await;
        barred += u32::from(answer.status == StatusCode::TOO_MANY_REQUESTS);
    }
    assert_eq!(barred, 10, "after fifty, strangers wait wherever they come from");
    // Even from the attacker's own network, and in the same second.
    let owner = here.sign_in([10, 9, 0, 1], &device, "hanako", PASSWORD).await;
    assert_eq!(owner.status, StatusCode::NO_CONTENT, "{}", owner.text());
    let other = here
        .sign_in([10, 9, 0, 1], &device.replace("hoshizu_device=", "hoshizu_device=0"), "hanako", PASSWORD)
        .await;
    assert_eq!(other.status, StatusCode::TOO_MANY_REQUESTS, "a made-up device is a stranger");
    here.clock.advance(16 * 60);
    assert_eq!(here.sign_in([10, 9, 0, 1], "", "hanako", PASSWORD).await.status, StatusCode::NO_CONTENT);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_device_is_known_to_its_own_account_only() {
    let here = Installation::empty().await;
    for login in ["hanako", "attacker"] {
        here.account_with_password(login, PASSWORD, vec![]).await;
    }
    let device = here.sign_in(HOME, "", "attacker", PASSWORD).await.cookies();
    for _ in 0..5 {
        here.sign_in(HOME, &device, "hanako", "a wrong password").await;
    }
    let answer = here.sign_in(HOME, &device, "hanako", "a wrong password").await;
    assert_eq!(answer.status, StatusCode::TOO_MANY_REQUESTS);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_session_ends_when_left_alone_and_at_the_end_of_the_day() {
    let here = Installation::empty().await;
    let id = here.account("hanako", vec![]).await;
    let left = here.session_of(id, false).await;
    here.clock.advance(session::IDLE.whole_seconds() - 1);
    assert_eq!(whom(&here, &left).await["login"], "hanako");
    // The use is written down behind the answer's back; wait for it, then an hour more is no idle time.
    for _ in 0..200 {
        let listed =
            session::list(&mut here.app.store.read().await.expect("read"), id, here.app.store.now()).await;
        if listed.expect("sessions")[0].used_at == here.app.store.now() {
            break;
        }
        tokio::time::sleep(std::time::Duration::from_millis(20)).await;
    }
    here.clock.advance(3_600);
    assert_eq!(whom(&here, &left).await["login"], "hanako", "it was in use");
    here.clock.advance(session::IDLE.whole_seconds());
    assert_eq!(whom(&here, &left).await, Value::Null, "left alone");

    let used = here.session_of(id, false).await;
    here.clock.advance(session::LIFETIME.whole_seconds());
    assert_eq!(whom(&here, &used).await, Value::Null, "the day is over");
}

/// A secret as an authenticator holds it, enrolled for an account.
async fn enrolled(here: &Installation, id: hoshizu_catalog::id::AccountId) -> Vec<u8> {
    let secret = b"12345678901234567890".to_vec();
    let sealed = here.app.accounts.seal.close(id, &secret).expect("seal");
    let mut write = here.app.store.begin("test").await.expect("write");
    second_factor::begin(&mut write, id, &sealed).await.expect("begin");
    second_factor::confirm(&mut write, id, 0, &["RECVERY000000000".to_owned()]).await.expect("confirm");
    write.commit().await.expect("commit");
    secret
}

async fn with_code(here: &Installation, code: &str) -> Answer {
    let body = json!({ "login": "hanako", "password": PASSWORD, "code": code });
    here.ask("", "POST", "/api/v1/session", body).await
}

#[tokio::test(flavor = "multi_thread")]
async fn the_second_factor_is_asked_for_and_no_code_opens_twice() {
    let here = Installation::empty().await;
    let grants = vec![Grant { role: Role::Steward, scope: Scope::Everywhere }];
    let id = here.account_with_password("hanako", PASSWORD, grants).await;
    let secret = enrolled(&here, id).await;
    assert_eq!(with_code(&here, "").await.code(), "code_needed");
    assert_eq!(with_code(&here, "000000").await.code(), "wrong_password");
    let code = totp::code(&secret, totp::step(here.app.store.now()));
    let answer = with_code(&here, &code).await;
    assert_eq!(answer.status, StatusCode::NO_CONTENT, "{}", answer.text());
    assert_eq!(whom(&here, &answer.cookies()).await["second_factor"], "given");
    assert_eq!(with_code(&here, &code).await.code(), "wrong_password", "seen over a shoulder");
    let earlier = totp::code(&secret, totp::step(here.app.store.now()) - 1);
    assert_eq!(with_code(&here, &earlier).await.code(), "wrong_password", "nor one from before it");
    assert_eq!(with_code(&here, "recvery 0-0000-0000").await.status, StatusCode::NO_CONTENT);
    assert_eq!(with_code(&here, "recvery 0-0000-0000").await.code(), "wrong_password", "good once");
}

#[tokio::test(flavor = "multi_thread")]
async fn codes_cannot_be_guessed_by_sending_the_password_in_between() {
    let here = Installation::empty().await;
    let id = here.account_with_password("hanako", PASSWORD, vec![]).await;
    enrolled(&here, id).await;
    let mut guessed = 0;
    for number in 0..20 {
        with_code(&here, "").await;
        guessed += u32::from(with_code(&here, &format!("{number:06}")).await.code() == "wrong_password");
    }
    assert_eq!(guessed, 5);
}

#[tokio::test(flavor = "multi_thread")]
async fn roles_wait_for_the_second_factor_and_count_under_a_new_token() {
    let here = Installation::empty().await;
    let grants = vec![Grant { role: Role::Administrator, scope: Scope::Everywhere }];
    let id = here.account_with_password("hanako", PASSWORD, grants).await;
    let before = here.session_of(id, false).await;
    let secret = enrolled(&here, id).await;
    let imports = |cookie: String| {
        let here = &here;
        async move { here.ask(&cookie, "GET", "/api/v1/imports", Value::Null).await }
    };
    assert_eq!(imports(before.clone()).await.code(), "second_factor");
    let code = totp::code(&secret, totp::step(here.app.store.now()));
    let answer = here.ask(&before, "POST", "/api/v1/session/second-factor", json!({ "code": code })).await;
    assert_eq!(answer.status, StatusCode::NO_CONTENT, "{}", answer.text());
    assert_eq!(imports(answer.cookies()).await.status, StatusCode::OK);
    assert_eq!(whom(&here, &before).await, Value::Null, "the token from before has ended");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_sent_besides_login_and_password_is_refused() {
    let here = Installation::empty().await;
    here.account_with_password("hanako", PASSWORD, vec![]).await;
    let body = json!({ "login": "hanako", "password": PASSWORD, "second_factor": true });
    let answer = here.ask("", "POST", "/api/v1/session", body).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_client_is_the_address_our_own_proxy_wrote() {
    let here =
        Installation::configured(|config| config.client_header = Some("x-forwarded-for".to_owned())).await;
    let attempt = async |chain: &str| {
        let request = axum::http::Request::post("/api/v1/session")
            .header("x-hoshizu", "1")
            .header("x-forwarded-for", chain)
            .header(header::CONTENT_TYPE, "application/json")
            .body(axum::body::Body::from(json!({ "login": "hanako", "password": "wrong" }).to_string()));
        here.send(request.expect("request")).await.status
    };
    for number in 0..5 {
        assert_eq!(attempt(&format!("1.2.3.{number}, 192.0.2.1")).await, StatusCode::UNAUTHORIZED);
    }
    assert_eq!(
        attempt("9.9.9.9, 192.0.2.1").await,
        StatusCode::TOO_MANY_REQUESTS,
        "a made-up address does not help"
    );
    assert_eq!(
        attempt("192.0.2.1, 192.0.2.2").await,
        StatusCode::UNAUTHORIZED,
        "another client does not wait"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_visitor_is_told_what_stands_open_and_no_more() {
    let here = Installation::configured(|config| config.public = Public::Nothing).await;
    let view = here.ask("", "GET", "/api/v1/session", Value::Null).await.json();
    assert_eq!((&view["signed"], &view["directory_is_public"]), (&Value::Null, &json!(false)));
    assert_eq!((&view["needs_setup"], &view["may"]), (&json!(true), &json!(["use_page", "answer_sheet"])));
}
