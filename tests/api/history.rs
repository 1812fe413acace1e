//! `/offices/{id}/history` and restoring: what everybody reads, what only some do.

use crate::{
    harness::Installation,
    moderation::{office, steward},
};
use axum::http::StatusCode;
use hoshizu_catalog::permission::{Grant, Role, Scope};
use serde_json::{Value, json};

#[tokio::test(flavor = "multi_thread")]
async fn names_in_a_history_are_for_the_office_and_the_stewards_of_its_area() {
    let here = Installation::with_fixtures().await;
    let id = office(&here, "みなとケアマネジメント").await;
    let author = here.signed_in("yamada", steward("48202")).await;
    let path = format!("/api/v1/offices/{id}");
    let mut write = here.app.store.begin(&account_of(&here, &author).await).await.expect("write");
    let note = Some("山田さんに電話で確認");
    hoshizu_store::correction::add(&mut write, id, "phone", "099-000-4321", note).await.expect("correction");
    write.commit().await.expect("commit");
    let read = |cookie: String| {
        let (here, path) = (&here, format!("{path}/history"));
        async move { here.ask(&cookie, "GET", &path, Value::Null).await }
    };
    let member =
        here.signed_in("shokuin", vec![Grant { role: Role::Member, scope: Scope::Office(id) }]).await;
    let other = here.signed_in("tonari", steward("48201")).await;
    for cookie in [author.clone(), member] {
        let json = read(cookie).await.json();
        assert_eq!(json["items"][0]["by"], "yamada");
        assert_eq!(json["items"][0]["note"], "山田さんに電話で確認");
    }
    for cookie in [String::new(), other.clone()] {
        let answer = read(cookie).await;
        let json = answer.json();
        let entry = &json["items"][0];
        assert_eq!((entry["role"].as_str(), entry["by"].as_str()), (Some("steward"), None));
        assert_eq!(
            entry["changes"][0],
            json!({ "field": "phone", "before": "099-012-3333", "after": "099-000-4321" })
        );
        assert!(!answer.text().contains("yamada") && !answer.text().contains("山田"), "{}", answer.text());
        assert_eq!(json["may_restore"], false);
    }

    // Restoring: by the area's steward, not by another's; the official value stands again and is no correction.
    let restore = format!("{path}/restore");
    assert_eq!(here.ask("", "POST", &restore, json!({ "seq": 0 })).await.status, StatusCode::UNAUTHORIZED);
    assert_eq!(here.ask(&other, "POST", &restore, json!({ "seq": 0 })).await.status, StatusCode::FORBIDDEN);
    let done = here.ask(&author, "POST", &restore, json!({ "seq": 0 })).await.json();
    assert_eq!(done["fields"], json!(["phone"]));
    assert_eq!(here.get(&path).await.json()["phone"], "099-012-3333");
    let history = read(author).await.json();
    assert_eq!(history["items"].as_array().map(Vec::len), Some(2), "restoring is history too: {history}");
}

async fn account_of(here: &Installation, cookie: &str) -> String {
    let token = cookie.split('=').nth(1).expect("token");
    let mut tx = here.app.store.read().await.expect("read");
    let session = hoshizu_store::session::find(&mut tx, token, here.app.store.now()).await.expect("session");
    session.expect("signed in").account.id.to_string()
}
