//! Suggestions without an account, letters, closures, and what is due.

use crate::{
    entries::{member, put_entry, said, steward, two_offices},
    harness::{Answer, Installation},
};
use axum::http::{StatusCode, header};
use hoshizu_catalog::id::OfficeId;
use serde_json::{Value, json};

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
    assert_eq!(token.len(), 52, "256 bits in letters one can copy");
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
    let guess = here.ask("", "POST", "/api/v1/letters/open", json!({ "token": "0".repeat(52) })).await;
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
