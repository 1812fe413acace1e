//! What offices say of themselves over HTTP: roles, two people at once, suggestions without an account, letters, pictures.

use crate::harness::{Answer, Installation};
use axum::{
    body::Body,
    http::{Request, StatusCode, header},
};
use hoshizu_catalog::{
    id::OfficeId,
    permission::{Grant, Role, Scope},
};
use serde_json::{Value, json};

/// Three by two pixels.
const PNG: &[u8] = &[
    0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0x00, 0x00, 0x00, 0x0d, 0x49, 0x48, 0x44, 0x52, 0x00,
    0x00, 0x00, 0x03, 0x00, 0x00, 0x00, 0x02, 0x08, 0x02, 0x00, 0x00, 0x00, 0x12, 0x16, 0xf1, 0x4d, 0x00,
    0x00, 0x00, 0x10, 0x49, 0x44, 0x41, 0x54, 0x78, 0x9c, 0x63, 0x38, 0x51, 0xa1, 0x01, 0x41, 0x0c, 0x70,
    0x16, 0x00, 0x58, 0x34, 0x08, 0x71, 0x59, 0xdc, 0xde, 0x44, 0x00, 0x00, 0x00, 0x00, 0x49, 0x45, 0x4e,
    0x44, 0xae, 0x42, 0x60, 0x82,
];
/// The same format, claiming 30,000 by 30,000 pixels.
const BOMB: &[u8] = &[
    0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0x00, 0x00, 0x00, 0x0d, 0x49, 0x48, 0x44, 0x52, 0x00,
    0x00, 0x75, 0x30, 0x00, 0x00, 0x75, 0x30, 0x08, 0x02, 0x00, 0x00, 0x00, 0xe9, 0x45, 0x6f, 0xed, 0x00,
    0x00, 0x00, 0x78, 0x49, 0x44, 0x41, 0x54, 0x78, 0x9c, 0xed, 0xc1, 0x31, 0x01, 0x00, 0x00, 0x00, 0xc2,
    0xa0, 0xf5, 0x4f, 0x6d, 0x0d, 0x0f, 0xa0, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00,
    0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00,
    0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00,
    0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00,
    0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00,
    0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00,
    0x00, 0x80, 0x57, 0x03, 0x86, 0xaf, 0x00, 0x01, 0xc4, 0xae, 0x10, 0xaa, 0x00, 0x00, 0x00, 0x00, 0x49,
    0x45, 0x4e, 0x44, 0xae, 0x42, 0x60, 0x82,
];

/// Ids of 「ひまわり居宅介護支援事業所」 (銀河市, 48201) and 「みなとケアマネジメント」 (流星市, 48202).
async fn two_offices(here: &Installation) -> (String, String) {
    let mut ids = Vec::new();
    for name in ["ひまわり居宅介護支援事業所", "みなとケアマネジメント"] {
        let json = here.get(&format!("/api/v1/offices?q={name}")).await.json();
        ids.push(json["items"][0]["id"].as_str().expect("id").to_owned());
    }
    (ids.remove(0), ids.remove(0))
}

fn grant(role: Role, scope: Scope) -> Vec<Grant> {
    vec![Grant { role, scope }]
}

async fn member(here: &Installation, login: &str, office: &str) -> String {
    let id: OfficeId = office.parse().expect("id");
    here.signed_in(login, grant(Role::Member, Scope::Office(id))).await
}

async fn steward(here: &Installation, area: &str) -> String {
    here.signed_in(&format!("steward-{area}"), grant(Role::Steward, Scope::Area(area.to_owned()))).await
}

async fn put_entry(here: &Installation, cookie: &str, office: &str, version: i64, entry: Value) -> Answer {
    let request = Request::put(format!("/api/v1/offices/{office}/entry"))
        .header("x-hoshizu", "1")
        .header(header::COOKIE, cookie)
        .header(header::IF_MATCH, format!("\"{version}\""))
        .header(header::CONTENT_TYPE, "application/json")
        .body(Body::from(json!({ "entry": entry }).to_string()));
    here.send(request.expect("request")).await
}

async fn put_photo(here: &Installation, cookie: &str, office: &str, bytes: Vec<u8>) -> Answer {
    let request = Request::put(format!("/api/v1/offices/{office}/photo"))
        .header("x-hoshizu", "1")
        .header(header::COOKIE, cookie)
        // What a file calls itself is not believed.
        .header(header::CONTENT_TYPE, "text/html")
        .body(Body::from(bytes));
    here.send(request.expect("request")).await
}

fn said() -> Value {
    json!({
        "contacts": [{ "role": "管理者", "reach": "電話で", "phone": "099-011-9999", "name": "星野", "consent_on": "2026-03-01" }],
        "strengths": [{ "term": "als", "note": "夜間も" }],
        "availability": [{ "service": "care-430", "status": "accepting", "on": "2026-04-01" }],
        "remarks": "駐車場あり",
        "remarks_inside": "裏口へ",
    })
}

#[tokio::test(flavor = "multi_thread")]
async fn an_entry_is_written_by_its_office_and_its_steward_and_by_nobody_else() {
    let here = Installation::with_fixtures().await;
    let (own, foreign) = two_offices(&here).await;
    let none = String::new();
    let other_area = here.signed_in("moon", grant(Role::Steward, Scope::Area("48202".to_owned()))).await;
    let council = here.signed_in("council", grant(Role::Council, Scope::Everywhere)).await;
    let of_own = member(&here, "hanako", &own).await;
    let of_area = steward(&here, "48201").await;
    for (cookie, status) in [
        (&none, StatusCode::UNAUTHORIZED),
        (&council, StatusCode::FORBIDDEN),
        (&other_area, StatusCode::FORBIDDEN),
        (&of_own, StatusCode::OK),
    ] {
        assert_eq!(put_entry(&here, cookie, &own, 0, said()).await.status, status, "{cookie}");
    }
    assert_eq!(put_entry(&here, &of_area, &own, 1, json!({ "remarks": "b" })).await.status, StatusCode::OK);
    for (cookie, path) in [(&of_own, "entry"), (&of_own, "values"), (&of_own, "photo")] {
        let answer = here.ask(cookie, "PUT", &format!("/api/v1/offices/{foreign}/{path}"), json!({})).await;
        assert!(answer.status.is_client_error(), "{path}: {}", answer.status);
    }
    assert_eq!(put_entry(&here, &of_own, &foreign, 0, said()).await.status, StatusCode::FORBIDDEN);
    assert_eq!(put_photo(&here, &of_own, &foreign, PNG.to_vec()).await.status, StatusCode::FORBIDDEN);
    let confirm = json!({ "answer": "right" });
    let path = format!("/api/v1/offices/{foreign}/confirmations");
    assert_eq!(here.ask(&of_own, "POST", &path, confirm).await.status, StatusCode::FORBIDDEN);
}

#[tokio::test(flavor = "multi_thread")]
async fn direct_numbers_names_and_inside_remarks_are_for_professionals() {
    let here = Installation::with_fixtures().await;
    let (own, _) = two_offices(&here).await;
    let cookie = member(&here, "hanako", &own).await;
    assert_eq!(put_entry(&here, &cookie, &own, 0, said()).await.status, StatusCode::OK);
    here.catch_up().await;
    let path = format!("/api/v1/offices/{own}/entry");
    let public = here.get(&path).await.text();
    assert!(public.contains("管理者") && public.contains("電話で") && public.contains("駐車場あり"));
    let listed = here.get("/api/v1/offices?q=ひまわり").await.text();
    let page = here.get(&format!("/api/v1/offices/{own}")).await.text();
    for secret in ["099-011-9999", "星野", "裏口へ"] {
        assert!(![&public, &listed, &page].iter().any(|text| text.contains(secret)), "{secret}");
        assert_eq!(
            here.get(&format!("/api/v1/offices?q={secret}")).await.json()["total"],
            0,
            "found by {secret}"
        );
    }
    let council = here.signed_in("council", grant(Role::Council, Scope::Area("48202".to_owned()))).await;
    let inside = here.ask(&council, "GET", &path, Value::Null).await.text();
    assert!(inside.contains("099-011-9999") && inside.contains("裏口へ"));
}

#[tokio::test(flavor = "multi_thread")]
async fn of_two_who_write_at_once_the_second_gets_both_states_and_nothing_is_lost() {
    let here = Installation::with_fixtures().await;
    let (own, _) = two_offices(&here).await;
    let cookie = member(&here, "hanako", &own).await;
    assert_eq!(
        put_entry(&here, &cookie, &own, 0, json!({ "remarks": "first" })).await.status,
        StatusCode::OK
    );
    let late = put_entry(&here, &cookie, &own, 0, json!({ "strengths": [{ "term": "als" }] })).await;
    assert_eq!(late.status, StatusCode::CONFLICT);
    let conflict = late.json();
    assert_eq!(conflict["code"], "conflict");
    assert_eq!(
        (&conflict["current"]["remarks"], &conflict["current"]["version"]),
        (&json!("first"), &json!(1))
    );
    assert_eq!(conflict["yours"]["strengths"][0]["term"], "als");
    assert_eq!(late.headers[header::ETAG], "\"1\"");
    let merged = json!({ "remarks": "first", "strengths": [{ "term": "als" }] });
    assert_eq!(put_entry(&here, &cookie, &own, 1, merged).await.status, StatusCode::OK);
    let blind =
        here.ask(&cookie, "PUT", &format!("/api/v1/offices/{own}/entry"), json!({ "entry": {} })).await;
    assert_eq!(blind.json()["code"], "version_required");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_cannot_be_kept_is_refused_with_its_field_and_what_looks_personal_is_asked_about() {
    let here = Installation::with_fixtures().await;
    let (own, _) = two_offices(&here).await;
    let cookie = member(&here, "hanako", &own).await;
    for (entry, detail) in [
        (json!({ "strengths": [{ "term": "moon" }] }), "strengths.0: unknown_code"),
        (json!({ "contacts": [{ "role": "a", "name": "b" }] }), "contacts.0.consent_on: consent_missing"),
        (
            json!({ "availability": [{ "service": "care-110", "status": "full", "on": "2026-04-01" }] }),
            "availability.0: unknown_code",
        ),
        (json!({ "remarks": "a".repeat(1_001) }), "remarks: too_long"),
    ] {
        let answer = put_entry(&here, &cookie, &own, 0, entry).await;
        assert_eq!(
            (answer.status, answer.json()["detail"].as_str()),
            (StatusCode::UNPROCESSABLE_ENTITY, Some(detail))
        );
    }
    // A field nobody offers is no way in.
    for stray in [
        json!({ "version": 9 }),
        json!({ "closed_on": "2026-04-01" }),
        json!({ "contacts": [{ "admin": true }] }),
    ] {
        assert!(put_entry(&here, &cookie, &own, 0, stray).await.status.is_client_error());
    }
    let personal = json!({ "remarks": "星野様は昭和10年5月3日生" });
    let answer = put_entry(&here, &cookie, &own, 0, personal.clone()).await;
    assert_eq!(answer.json()["code"], "looks_personal");
    assert!(answer.json()["detail"].as_str().expect("parts").contains("星野様"));
    assert_eq!(here.get(&format!("/api/v1/offices/{own}/entry")).await.json()["version"], 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn text_comes_back_as_text_wherever_it_was_written() {
    let here = Installation::with_fixtures().await;
    let (own, _) = two_offices(&here).await;
    let cookie = member(&here, "hanako", &own).await;
    let evil = "<script>alert(1)</script>\"><img src=x onerror=alert(2)>{{7*7}}";
    let entry = json!({
        "contacts": [{ "role": evil.chars().take(60).collect::<String>(), "reach": evil }],
        "strengths": [{ "term": "als", "note": evil }],
        "remarks": evil,
    });
    assert_eq!(put_entry(&here, &cookie, &own, 0, entry).await.status, StatusCode::OK);
    let answer = here.get(&format!("/api/v1/offices/{own}/entry")).await;
    assert_eq!(answer.json()["remarks"], evil);
    assert_eq!(answer.headers[header::CONTENT_TYPE], "application/json");
    assert_eq!(answer.headers[header::X_CONTENT_TYPE_OPTIONS], "nosniff");
}

#[tokio::test(flavor = "multi_thread")]
async fn anybody_suggests_and_nothing_changes_until_it_is_cleared() {
    let here = Installation::with_fixtures().await;
    let (own, _) = two_offices(&here).await;
    let path = format!("/api/v1/offices/{own}/suggestions");
    let before = here.get(&format!("/api/v1/offices/{own}")).await.json();
    let input = json!({ "field": "phone", "value": "099-011-5678", "contact": "匿名" });
    let answer = here.ask("", "POST", &path, input).await;
    assert_eq!((answer.status, answer.json()["state"].as_str()), (StatusCode::ACCEPTED, Some("waiting")));
    let after = here.get(&format!("/api/v1/offices/{own}")).await.json();
    assert_eq!(after["phone"], before["phone"]);
    for (input, status) in [
        (json!({ "field": "phone", "value": "電話" }), StatusCode::UNPROCESSABLE_ENTITY),
        (json!({ "field": "gone_in", "value": "2026" }), StatusCode::UNPROCESSABLE_ENTITY),
        (json!({ "field": "url", "value": "javascript:alert(1)" }), StatusCode::UNPROCESSABLE_ENTITY),
        (json!({ "field": "name", "value": "a".repeat(301) }), StatusCode::UNPROCESSABLE_ENTITY),
        (json!({ "field": "other", "note": "a\u{0}b" }), StatusCode::UNPROCESSABLE_ENTITY),
        (json!({ "field": "other" }), StatusCode::UNPROCESSABLE_ENTITY),
        (json!({ "field": "other", "note": "星野様の件" }), StatusCode::UNPROCESSABLE_ENTITY),
        (json!({ "field": "other", "note": "x", "state": "accepted" }), StatusCode::UNPROCESSABLE_ENTITY),
    ] {
        assert_eq!(here.ask("", "POST", &path, input.clone()).await.status, status, "{input}");
    }
    let open = |here: &Installation| {
        let store = here.app.store.clone();
        let office: OfficeId = own.parse().expect("id");
        async move {
            let mut tx = store.read().await.expect("read");
            hoshizu_store::suggestion::open_for(&mut tx, office).await.expect("open").len()
        }
    };
    assert_eq!(open(&here).await, 1);
    let trapped = json!({ "field": "other", "note": "buy", "website": "https://spam.example" });
    assert_eq!(here.ask("", "POST", &path, trapped).await.status, StatusCode::ACCEPTED);
    assert_eq!(open(&here).await, 1, "what fills in the hidden field is not kept");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_flood_of_suggestions_is_stopped() {
    let here = Installation::with_fixtures().await;
    let (own, foreign) = two_offices(&here).await;
    let mut statuses = Vec::new();
    for number in 0..25 {
        let path = format!("/api/v1/offices/{}/suggestions", if number % 2 == 0 { &own } else { &foreign });
        let input = json!({ "field": "other", "note": format!("note {number}") });
        statuses.push(here.ask("", "POST", &path, input).await.status);
    }
    assert_eq!(statuses.iter().filter(|status| **status == StatusCode::ACCEPTED).count(), 20);
    assert_eq!(statuses.last(), Some(&StatusCode::TOO_MANY_REQUESTS));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_member_publishes_a_telephone_and_suggests_a_name() {
    let here = Installation::with_fixtures().await;
    let (own, _) = two_offices(&here).await;
    let (of_own, of_area) = (member(&here, "hanako", &own).await, steward(&here, "48201").await);
    let path = format!("/api/v1/offices/{own}/values");
    let office = here.get(&format!("/api/v1/offices/{own}")).await.json();
    let (name, phone) = (office["name"].clone(), office["phone"].clone());
    let set =
        |field: &str, value: &str, seen: &Value| json!({ "field": field, "value": value, "seen": seen });
    let answer = here.ask(&of_own, "PUT", &path, set("phone", "099-011-0001", &phone)).await;
    assert_eq!(answer.json()["state"], "published", "{}", answer.text());
    let answer = here.ask(&of_own, "PUT", &path, set("phone", "099-011-0002", &phone)).await;
    assert_eq!(answer.status, StatusCode::CONFLICT, "somebody else has changed it since");
    let answer = here.ask(&of_own, "PUT", &path, set("name", "あたらしい名前", &name)).await;
    assert_eq!(answer.json()["state"], "waiting");
    assert_eq!(here.get(&format!("/api/v1/offices/{own}")).await.json()["name"], name);
    let answer = here.ask(&of_area, "PUT", &path, set("name", "あたらしい名前", &name)).await;
    assert_eq!(answer.json()["state"], "published");
    let after = here.get(&format!("/api/v1/offices/{own}")).await.json();
    assert_eq!((&after["name"], &after["phone"]), (&json!("あたらしい名前"), &json!("099-011-0001")));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_letter_opens_three_buttons_of_one_office_once() {
    let here = Installation::with_fixtures().await;
    let (own, foreign) = two_offices(&here).await;
    let of_area = steward(&here, "48201").await;
    let beyond = here.ask(&of_area, "POST", "/api/v1/letters", json!({ "offices": [own, foreign] })).await;
    assert_eq!(beyond.status, StatusCode::FORBIDDEN, "not of another area");
    let of_own = member(&here, "hanako", &own).await;
    let by_member = here.ask(&of_own, "POST", "/api/v1/letters", json!({ "offices": [own] })).await;
    assert_eq!(by_member.status, StatusCode::FORBIDDEN);
    let made = here.ask(&of_area, "POST", "/api/v1/letters", json!({ "offices": [own, own] })).await.json();
    let url = made["items"][0]["url"].as_str().expect("url");
    let token = url.split_once("/confirm#").expect("the token stands behind #").1.to_owned();
    assert_eq!(token.len(), 64);
    assert!(made["items"][0]["qr"].as_str().expect("svg").starts_with("<svg"));

    let opened = here.ask("", "POST", "/api/v1/letters/open", json!({ "token": token })).await.json();
    assert_eq!(opened["office"]["id"], own.as_str());
    assert_eq!(opened["entry"]["may"]["edit"], false, "three buttons and no more");
    let silent = json!({ "token": token, "answer": "changed" });
    assert_eq!(
        here.ask("", "POST", "/api/v1/letters/answer", silent).await.status,
        StatusCode::UNPROCESSABLE_ENTITY
    );
    let right = json!({ "token": token, "answer": "right" });
    assert_eq!(
        here.ask("", "POST", "/api/v1/letters/answer", right.clone()).await.json()["state"],
        "published"
    );
    for (path, body) in [("open", json!({ "token": token })), ("answer", right)] {
        let again = here.ask("", "POST", &format!("/api/v1/letters/{path}"), body).await;
        assert_eq!((again.status, again.json()["code"].as_str()), (StatusCode::GONE, Some("letter_ended")));
    }
    let guess = here.ask("", "POST", "/api/v1/letters/open", json!({ "token": "0".repeat(64) })).await;
    assert_eq!(guess.status, StatusCode::GONE);
    // The token is no session.
    let cookie = format!("hoshizu_session={token}");
    assert_eq!(put_entry(&here, &cookie, &own, 0, said()).await.status, StatusCode::UNAUTHORIZED);
    here.catch_up().await;
    let listed = here.get("/api/v1/offices?checked_within=1").await.json();
    assert_eq!((&listed["total"], &listed["items"][0]["id"]), (&json!(1), &json!(own)));
    assert_eq!(listed["items"][0]["checked_at"], "2026-04-01");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_closure_is_shown_only_after_a_steward_has_let_it_pass() {
    let here = Installation::with_fixtures().await;
    let (own, _) = two_offices(&here).await;
    let cookie = member(&here, "hanako", &own).await;
    let path = format!("/api/v1/offices/{own}/confirmations");
    assert_eq!(
        here.ask(&cookie, "POST", &path, json!({ "answer": "closed" })).await.json()["state"],
        "waiting"
    );
    let entry = format!("/api/v1/offices/{own}/entry");
    assert_eq!(here.get(&entry).await.json()["closed_on"], Value::Null);
    let office: OfficeId = own.parse().expect("id");
    let mut write = here.app.store.begin("steward").await.expect("write");
    let (_, payload) = hoshizu_store::suggestion::open_for(write.tx(), office).await.expect("open").remove(0);
    hoshizu_store::suggestion::carry_out(&mut write, office, &payload).await.expect("carried out");
    write.commit().await.expect("commit");
    here.catch_up().await;
    assert_eq!(here.get(&entry).await.json()["closed_on"], "2026-04-01");
    assert_eq!(here.get("/api/v1/offices?q=ひまわり").await.json()["items"][0]["closed_on"], "2026-04-01");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_picture_is_encoded_anew_and_what_is_none_is_refused() {
    let here = Installation::with_fixtures().await;
    let (own, _) = two_offices(&here).await;
    let cookie = member(&here, "hanako", &own).await;
    let mut polyglot = PNG.to_vec();
    polyglot.extend_from_slice(b"<script>alert(1)</script>");
    assert_eq!(put_photo(&here, &cookie, &own, polyglot).await.status, StatusCode::NO_CONTENT);
    let photo = here.get(&format!("/api/v1/offices/{own}/photo")).await;
    assert_eq!(photo.headers[header::CONTENT_TYPE], "image/jpeg");
    assert_eq!(photo.headers[header::X_CONTENT_TYPE_OPTIONS], "nosniff");
    assert!(
        photo.body.starts_with(&[0xff, 0xd8, 0xff]) && !photo.body.windows(7).any(|part| part == b"<script")
    );
    assert_eq!(here.get(&format!("/api/v1/offices/{own}/entry")).await.json()["photo"]["width"], 3);
    for (bytes, status) in [
        (
            b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>".to_vec(),
            StatusCode::UNPROCESSABLE_ENTITY,
        ),
        (b"<html><script>alert(1)</script>".to_vec(), StatusCode::UNPROCESSABLE_ENTITY),
        (PNG[..40].to_vec(), StatusCode::UNPROCESSABLE_ENTITY),
        (BOMB.to_vec(), StatusCode::UNPROCESSABLE_ENTITY),
        (vec![0; 9 * 1024 * 1024], StatusCode::PAYLOAD_TOO_LARGE),
    ] {
        assert_eq!(put_photo(&here, &cookie, &own, bytes).await.status, status);
    }
    let path = format!("/api/v1/offices/{own}/photo");
    assert_eq!(here.ask("", "DELETE", &path, Value::Null).await.status, StatusCode::UNAUTHORIZED);
    assert_eq!(here.ask(&cookie, "DELETE", &path, Value::Null).await.status, StatusCode::NO_CONTENT);
    assert_eq!(here.get(&path).await.status, StatusCode::NOT_FOUND);
}

#[tokio::test(flavor = "multi_thread")]
async fn strengths_and_availability_are_found_by_filter_and_by_word() {
    let here = Installation::with_fixtures().await;
    let (own, _) = two_offices(&here).await;
    let cookie = member(&here, "hanako", &own).await;
    assert_eq!(put_entry(&here, &cookie, &own, 0, said()).await.status, StatusCode::OK);
    here.catch_up().await;
    for (query, total) in [
        ("strength=als", 1),
        ("strength=als,ventilator", 1),
        ("strength=ventilator", 0),
        ("q=ALS", 1),
        ("q=筋萎縮性側索硬化症", 1),
        ("availability=accepting", 1),
        ("availability=accepting&service=care-430", 1),
        ("availability=accepting&service=disability-52", 0),
        ("availability=consult&strength=als", 1),
        ("checked_within=12", 0),
    ] {
        let json = here.get(&format!("/api/v1/offices?{query}")).await.json();
        assert_eq!(json["total"], total, "{query}");
    }
    let card = &here.get("/api/v1/offices?strength=als").await.json()["items"][0];
    assert_eq!(
        (&card["strengths"], &card["availability"][0]["status"]),
        (&json!(["als"]), &json!("accepting"))
    );
    let old =
        json!({ "availability": [{ "service": "care-430", "status": "accepting", "on": "2026-03-01" }] });
    assert_eq!(put_entry(&here, &cookie, &own, 1, old).await.status, StatusCode::OK);
    here.catch_up().await;
    let json = here.get("/api/v1/offices?availability=accepting").await.json();
    assert_eq!(json["total"], 0, "what was said 31 days ago says nothing of today");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_due_is_told_to_the_steward_of_the_area_and_to_the_office_itself() {
    let here = Installation::with_fixtures().await;
    let (own, _) = two_offices(&here).await;
    let (of_own, of_area) = (member(&here, "hanako", &own).await, steward(&here, "48201").await);
    let names = |answer: Answer| -> Vec<String> {
        let json = answer.json();
        let items = json["items"].as_array().expect("items").iter();
        items.map(|item| item["name"].as_str().expect("name").to_owned()).collect()
    };
    assert_eq!(here.get("/api/v1/due").await.status, StatusCode::UNAUTHORIZED);
    assert_eq!(
        names(here.ask(&of_own, "GET", "/api/v1/due", Value::Null).await),
        ["ひまわり居宅介護支援事業所"]
    );
    let of_area_sees = names(here.ask(&of_area, "GET", "/api/v1/due", Value::Null).await);
    assert!(
        of_area_sees.len() >= 2 && !of_area_sees.contains(&"みなとケアマネジメント".to_owned()),
        "{of_area_sees:?}"
    );
    let foreign = here.ask(&of_area, "GET", "/api/v1/due?area=48202", Value::Null).await;
    assert_eq!(names(foreign), Vec::<String>::new());
    let path = format!("/api/v1/offices/{own}/confirmations");
    assert_eq!(here.ask(&of_own, "POST", &path, json!({ "answer": "right" })).await.status, StatusCode::OK);
    assert_eq!(names(here.ask(&of_own, "GET", "/api/v1/due", Value::Null).await), Vec::<String>::new());
    let soon = here.ask(&of_own, "GET", "/api/v1/due?within=365", Value::Null).await;
    assert_eq!(names(soon), Vec::<String>::new(), "due on the 366th day");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_cell_of_due_csv_that_looks_like_a_formula_is_made_harmless() {
    let here = Installation::with_fixtures().await;
    let (own, _) = two_offices(&here).await;
    let of_area = steward(&here, "48201").await;
    let name = here.get(&format!("/api/v1/offices/{own}")).await.json()["name"].clone();
    let evil = "=HYPERLINK(\"https://evil.example\",\"x\")";
    let input = json!({ "field": "name", "value": evil, "seen": name });
    let answer = here.ask(&of_area, "PUT", &format!("/api/v1/offices/{own}/values"), input).await;
    assert_eq!(answer.status, StatusCode::OK, "{}", answer.text());
    let csv = here.ask(&of_area, "GET", "/api/v1/due.csv", Value::Null).await;
    assert!(csv.headers[header::CONTENT_DISPOSITION].to_str().expect("ASCII").starts_with("attachment"));
    assert!(csv.text().contains("\"'=HYPERLINK("), "{}", csv.text());
}

#[tokio::test(flavor = "multi_thread")]
async fn terms_and_shelf_lives_are_set_by_the_administrator_alone() {
    let here = Installation::with_fixtures().await;
    let (own, _) = two_offices(&here).await;
    let administrator = here.signed_in("kanri", grant(Role::Administrator, Scope::Everywhere)).await;
    let of_area = steward(&here, "48201").await;
    let term = json!({ "items": [{ "code": "ginga", "group": "other", "ja": "銀河の会", "en": "Ginga", "words": [] }] });
    for (path, body) in [("strengths", term.clone()), ("shelf-lives", json!({ "basics": 30 }))] {
        let path = format!("/api/v1/settings/{path}");
        assert_eq!(here.ask(&of_area, "PUT", &path, body.clone()).await.status, StatusCode::FORBIDDEN);
        assert_eq!(here.ask(&administrator, "PUT", &path, body).await.status, StatusCode::NO_CONTENT);
    }
    let bad = here.ask(&administrator, "PUT", "/api/v1/settings/shelf-lives", json!({ "basics": 0 })).await;
    assert_eq!(bad.status, StatusCode::UNPROCESSABLE_ENTITY);
    let json = here.get("/api/v1/terms").await.json();
    assert_eq!((&json["added"], &json["shelf_lives"]["basics"]), (&json!(["ginga"]), &json!(30)));
    let entry = json!({ "strengths": [{ "term": "ginga" }] });
    assert_eq!(put_entry(&here, &of_area, &own, 0, entry).await.status, StatusCode::OK);
    here.catch_up().await;
    assert_eq!(here.get("/api/v1/offices?q=銀河の会").await.json()["total"], 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_file_of_entries_fills_the_entries_of_the_offices_it_names() {
    let here = Installation::with_fixtures().await;
    let (own, _) = two_offices(&here).await;
    let file = "事業所番号,特長,受入状況,担当者の役割,連絡方法,備考,確認日\n\
        4870100010,人工呼吸器、手話（木曜のみ）,居宅介護支援=可,管理者,電話,駐車場あり,12日前\n\
        4870100010,,,医療との連携,FAX,,\n\
        9999999999,als,,,,,\n\
        4870200018,,,,,利用者は星野様です,\n";
    let report = here.import("entries_202604.csv", file.as_bytes().to_vec()).await.expect("imported");
    assert_eq!((report.rows, report.imported, report.rejected), (4, 1, 2), "{report:?}");
    let entry = here.get(&format!("/api/v1/offices/{own}/entry")).await.json();
    assert_eq!(entry["contacts"].as_array().map(Vec::len), Some(2));
    assert_eq!(entry["availability"][0]["on"], "2026-03-20");
    let basics = &entry["freshness"][0];
    assert_eq!((&basics["how"], &basics["age_days"]), (&json!("import"), &json!(12)));
    assert_eq!(here.get("/api/v1/offices?strength=sign-language").await.json()["total"], 1);
}
