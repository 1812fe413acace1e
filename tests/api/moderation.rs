//! `/review-items`, `/decisions`, merging and splitting: by role, by area, and against who asks for what is not theirs.

use crate::harness::Installation;
use axum::http::StatusCode;
use hoshizu_catalog::{
    id::OfficeId,
    permission::{Grant, Role, Scope},
};
use hoshizu_store::{correction, review};
use serde_json::{Value, json};

pub fn steward(area: &str) -> Vec<Grant> {
    vec![Grant { role: Role::Steward, scope: Scope::Area(area.to_owned()) }]
}

pub fn administrator() -> Vec<Grant> {
    vec![Grant { role: Role::Administrator, scope: Scope::Everywhere }]
}

/// Id of an office by its name.
pub async fn office(here: &Installation, name: &str) -> OfficeId {
    let json = here.get(&format!("/api/v1/offices?q={name}&limit=1")).await.json();
    assert_eq!(json["items"][0]["name"], name);
    json["items"][0]["id"].as_str().expect("id").parse().expect("id")
}

pub async fn catch_up(here: &Installation) {
    let silent = std::sync::Arc::new(hoshizu_catalog::progress::Silent);
    let app = &here.app;
    hoshizu_server::indexer::catch_up(&app.store, &app.index, &app.region, silent).await.expect("index");
}

/// Asks whether two offices are one and gives the item.
async fn ask(here: &Installation, a: OfficeId, b: OfficeId) -> String {
    let mut write = here.app.store.begin("test").await.expect("write");
    let pair = review::Question::of_pair("duplicate", [a, b], vec!["phone".into()], vec!["name".into()]);
    review::ask_about_pairs(&mut write, &[pair]).await.expect("asked");
    let items = review::open(write.tx()).await.expect("open");
    write.commit().await.expect("commit");
    let item = items.into_iter().find(|(_, _, offices)| offices.contains(&a) && offices.contains(&b));
    item.expect("item").0.to_string()
}

/// Puts a suggestion into the queue as the entry pages do.
async fn suggest(here: &Installation, office: OfficeId, field: &str, new: &str) -> String {
    let payload = json!({ "field": field, "old": "", "new": new, "note": "<script>alert(1)</script>",
        "contact": "099-000-9999", "from": "visitor" });
    let id = here.app.store.next_id();
    let mut connection = sqlite(here).await;
    sqlx::query(
        "INSERT INTO review_item (id, kind, state, offices, agree, differ, fingerprint, created_at, payload) \
         VALUES ($1, 'suggestion', 'open', $2, '[]', $3, $4, '2026-04-01 09:00:00+00:00', $5)",
    )
    .bind(id)
    .bind(format!("[\"{office}\"]"))
    .bind(format!("[\"{field}\"]"))
    .bind(format!("suggestion {id}"))
    .bind(payload.to_string())
    .execute(&mut connection)
    .await
    .expect("suggestion");
    id.to_string()
}

pub async fn sqlite(here: &Installation) -> sqlx::SqliteConnection {
    let path = here.app.config.data_dir.join("hoshizu.sqlite");
    <sqlx::SqliteConnection as sqlx::Connection>::connect(&format!("sqlite://{}", path.display()))
        .await
        .expect("database")
}

#[tokio::test(flavor = "multi_thread")]
async fn only_stewards_reach_the_queue_and_only_what_touches_their_area() {
    let here = Installation::with_fixtures().await;
    let (own, near) =
        (office(&here, "みなとケアマネジメント").await, office(&here, "ながれぼし相談室").await);
    let foreign = office(&here, "髙﨑ケアプランセンター").await;
    let inside = ask(&here, own, near).await;
    let across = ask(&here, own, foreign).await;
    let steward_here = here.signed_in("kanri", steward("48202")).await;
    let steward_there = here.signed_in("tonari", steward("48201")).await;
    let member =
        here.signed_in("shokuin", vec![Grant { role: Role::Member, scope: Scope::Office(own) }]).await;
    let list = |cookie: String| {
        let here = &here;
        async move { here.ask(&cookie, "GET", "/api/v1/review-items", Value::Null).await }
    };
    assert_eq!(list(String::new()).await.status, StatusCode::UNAUTHORIZED);
    assert_eq!(list(member.clone()).await.status, StatusCode::FORBIDDEN);
    let ids = |json: Value| -> Vec<String> {
        let items = json["items"].as_array().expect("items").clone();
        items.iter().map(|item| item["id"].as_str().expect("id").to_owned()).collect()
    };
    let ours = list(steward_here.clone()).await.json();
    assert_eq!((ours["total"].as_u64(), ours["kinds"][0]["count"].as_u64()), (Some(2), Some(2)));
    assert!(ids(ours.clone()).contains(&inside) && ids(ours).contains(&across));
    assert_eq!(ids(list(steward_there.clone()).await.json()), std::slice::from_ref(&across));

    // By id too: what touches no office of theirs is not there for them.
    let path = format!("/api/v1/review-items/{inside}");
    assert_eq!(here.ask(&steward_there, "GET", &path, Value::Null).await.status, StatusCode::NOT_FOUND);
    let answer = json!({ "choice": "different" });
    let decide = format!("{path}/decision");
    assert_eq!(here.ask(&steward_there, "POST", &decide, answer.clone()).await.status, StatusCode::NOT_FOUND);
    assert_eq!(here.ask(&member, "POST", &decide, answer.clone()).await.status, StatusCode::FORBIDDEN);
    // An item across the border is seen from both sides and decided from neither.
    let seen =
        here.ask(&steward_here, "GET", &format!("/api/v1/review-items/{across}"), Value::Null).await.json();
    assert_eq!(seen["choices"], json!([]));
    let decide = format!("/api/v1/review-items/{across}/decision");
    assert_eq!(here.ask(&steward_here, "POST", &decide, answer.clone()).await.status, StatusCode::FORBIDDEN);
    let everywhere = here.signed_in("ken", administrator()).await;
    assert_eq!(here.ask(&everywhere, "POST", &decide, answer).await.status, StatusCode::OK);
}

#[tokio::test(flavor = "multi_thread")]
async fn two_that_are_one_are_merged_found_under_both_ids_and_parted_again() {
    let here = Installation::with_fixtures().await;
    let (stays, goes) =
        (office(&here, "みなとケアマネジメント").await, office(&here, "ながれぼし相談室").await);
    let item = ask(&here, stays, goes).await;
    let cookie = here.signed_in("kanri", steward("48202")).await;
    let shown = here.ask(&cookie, "GET", &format!("/api/v1/review-items/{item}"), Value::Null).await.json();
    assert_eq!(shown["choices"], json!(["same", "different"]));
    let fields = shown["fields"].as_array().expect("fields");
    assert!(fields.iter().any(|f| f["field"] == "name" && f["agrees"] == false), "{fields:?}");
    let answer = json!({ "choice": "same", "into": stays });
    let path = format!("/api/v1/review-items/{item}/decision");
    let decided = here.ask(&cookie, "POST", &path, answer.clone()).await;
    assert_eq!(decided.status, StatusCode::OK, "{}", decided.text());
    assert_eq!(here.ask(&cookie, "POST", &path, answer).await.status, StatusCode::CONFLICT, "decided once");
    catch_up(&here).await;
    let moved = here.get(&format!("/api/v1/offices/{goes}")).await;
    assert_eq!(moved.status, StatusCode::MOVED_PERMANENTLY);
    assert_eq!(moved.headers["location"], format!("/api/v1/offices/{stays}").as_str());
    assert_eq!(moved.json()["moved_to"], stays.to_string());
    assert_eq!(here.get("/api/v1/offices").await.json()["total"], 3);
    let decision = decided.json()["decision"].as_str().expect("decision").to_owned();
    let undo = format!("/api/v1/decisions/{decision}/undo");
    let foreign = here.signed_in("tonari", steward("48201")).await;
    assert_eq!(here.ask(&foreign, "POST", &undo, Value::Null).await.status, StatusCode::NOT_FOUND);
    assert_eq!(here.ask(&cookie, "POST", &undo, Value::Null).await.json()["undone"], true);
    catch_up(&here).await;
    assert_eq!(here.get(&format!("/api/v1/offices/{goes}")).await.status, StatusCode::OK);
    assert_eq!(here.get("/api/v1/offices").await.json()["total"], 4);
    assert_eq!(
        here.ask(&cookie, "POST", &undo, Value::Null).await.json()["undone"],
        false,
        "taken back once"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_suggestion_becomes_a_correction_in_the_stewards_name_and_its_contact_is_for_stewards() {
    let here = Installation::with_fixtures().await;
    let id = office(&here, "みなとケアマネジメント").await;
    let item = suggest(&here, id, "fax", "099-000-1234").await;
    let cookie = here.signed_in("kanri", steward("48202")).await;
    let shown = here.ask(&cookie, "GET", &format!("/api/v1/review-items/{item}"), Value::Null).await.json();
    assert_eq!(shown["suggestion"]["contact"], "099-000-9999");
    assert_eq!(shown["suggestion"]["note"], "<script>alert(1)</script>", "text stays text");
    let path = format!("/api/v1/review-items/{item}/decision");
    for wrong in [json!({ "choice": "same" }), json!({ "choice": "accept", "state": "open" }), json!({})] {
        let status = here.ask(&cookie, "POST", &path, wrong.clone()).await.status;
        assert!(status.is_client_error(), "{wrong}: {status}");
    }
    let decided = here.ask(&cookie, "POST", &path, json!({ "choice": "accept" })).await;
    assert_eq!(decided.status, StatusCode::OK, "{}", decided.text());
    let detail = here.get(&format!("/api/v1/offices/{id}")).await;
    assert_eq!(detail.json()["fax"], "099-000-1234");
    let mut tx = here.app.store.read().await.expect("read");
    let (_, correction) = correction::of_office(&mut tx, id).await.expect("corrections").remove(0);
    let session = here.ask(&cookie, "GET", "/api/v1/my", Value::Null).await;
    assert!(session.status.is_success() && correction.by.len() == 36, "{}", correction.by);
    for public in ["099-000-9999", "<script>", correction.by.as_str()] {
        assert!(!detail.text().contains(public), "{public} is not for everybody");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn offices_of_two_areas_are_merged_only_by_who_may_moderate_both() {
    let here = Installation::with_fixtures().await;
    let (own, foreign) =
        (office(&here, "みなとケアマネジメント").await, office(&here, "髙﨑ケアプランセンター").await);
    let cookie = here.signed_in("kanri", steward("48202")).await;
    for (into, away) in [(own, foreign), (foreign, own)] {
        let path = format!("/api/v1/offices/{into}/merge");
        let answer = here.ask(&cookie, "POST", &path, json!({ "away": away })).await;
        assert_eq!(answer.status, StatusCode::FORBIDDEN, "{}", answer.text());
    }
    let path = format!("/api/v1/offices/{foreign}/split");
    let split = here.ask(&cookie, "POST", &path, json!({ "services": [own] })).await;
    assert_eq!(split.status, StatusCode::FORBIDDEN);
    let both = here.signed_in("ken", administrator()).await;
    let same = here.ask(&both, "POST", &format!("/api/v1/offices/{own}/merge"), json!({ "away": own })).await;
    assert_eq!(same.status, StatusCode::NOT_FOUND);
}

#[tokio::test(flavor = "multi_thread")]
async fn duplicates_are_looked_for_on_demand_and_asked_about_once() {
    let here = Installation::with_fixtures().await;
    let cookie = here.signed_in("ken", administrator()).await;
    let (twin, other) =
        (office(&here, "ながれぼし相談室").await, office(&here, "髙﨑ケアプランセンター").await);
    let look = "/api/v1/review-items/find-duplicates";
    let asked = || async { here.ask(&cookie, "POST", look, Value::Null).await.json()["asked"].as_u64() };
    assert_eq!(asked().await, Some(0));
    // Name and telephone of another publisher's office, at another place; the second pair only comes later.
    for id in [twin, other] {
        let mut write = here.app.store.begin("test").await.expect("write");
        correction::add(&mut write, id, "name", "みなとケアマネジメント", None).await.expect("name");
        correction::add(&mut write, id, "phone", "099-012-3333", None).await.expect("phone");
        write.commit().await.expect("commit");
        // The third is of the same publisher as the first under another number: only the pair with the second is new.
        assert_eq!(asked().await, Some(1));
        assert_eq!(asked().await, Some(0), "asked once");
    }
    let json = here.ask(&cookie, "GET", "/api/v1/review-items?kind=duplicate", Value::Null).await.json();
    assert_eq!(
        (json["total"].as_u64(), json["items"][0]["agree"].clone()),
        (Some(2), json!(["name", "phone"]))
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_closure_is_published_by_a_steward_and_taken_back() {
    let here = Installation::with_fixtures().await;
    let id = office(&here, "みなとケアマネジメント").await;
    let said = json!({ "field": "closed", "value": "2026-03-31", "note": "看板がない", "website": "" });
    let path = format!("/api/v1/offices/{id}/suggestions");
    let answer = here.ask("", "POST", &path, said).await;
    assert!(answer.status.is_success(), "{}", answer.text());
    let cookie = here.signed_in("kanri", steward("48202")).await;
    let queue = here.ask(&cookie, "GET", "/api/v1/review-items?kind=closure", Value::Null).await.json();
    assert_eq!(queue["items"][0]["choices"], json!(["accept", "reject"]), "{queue}");
    let item = queue["items"][0]["id"].as_str().expect("item").to_owned();
    let decide = format!("/api/v1/review-items/{item}/decision");
    let decided =
        here.ask(&cookie, "POST", &decide, json!({ "choice": "accept", "value": "2026-03-31" })).await;
    assert_eq!(decided.status, StatusCode::OK, "{}", decided.text());
    let closed_on = |here: &Installation| {
        let store = here.app.store.clone();
        async move {
            let mut tx = store.read().await.expect("read");
            hoshizu_store::entry::find(&mut tx, id).await.expect("entry").closed_on.map(|day| day.to_string())
        }
    };
    assert_eq!(closed_on(&here).await.as_deref(), Some("2026-03-31"));
    let undo = format!("/api/v1/decisions/{}/undo", decided.json()["decision"].as_str().expect("decision"));
    assert_eq!(here.ask(&cookie, "POST", &undo, Value::Null).await.json()["undone"], true);
    assert_eq!(closed_on(&here).await, None);
}
