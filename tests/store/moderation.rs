//! The review queue, what is decided in it, and an audit nobody can alter.

use crate::{
    fixture::{World, listing},
    on_each_backend,
};
use hoshizu_catalog::id::OfficeId;
use hoshizu_store::{
    HOLDERS, Store, correction,
    decision::{self, Undone},
    office, pin,
    review::{self, Question, conflict},
};
use hoshizu_tests::postgres::fresh_database;
use sqlx::{Connection, PgConnection, SqliteConnection};
use std::collections::BTreeSet;

const KAIGO: &str = "kaigo:430";

on_each_backend!(
    an_official_value_that_changes_under_a_correction_is_asked_about_once,
    an_answer_that_two_are_two_outlives_the_next_search_for_duplicates,
    taking_the_official_value_is_one_decision_and_can_be_taken_back,
);

async fn two_offices(world: &World) -> [OfficeId; 2] {
    world.import(KAIGO, "2025-12", &[listing("1", "あおば"), listing("2", "わかば")]).await;
    [world.office_of(KAIGO, "1").await, world.office_of(KAIGO, "2").await]
}

async fn an_official_value_that_changes_under_a_correction_is_asked_about_once(world: World) {
    let [id, _] = two_offices(&world).await;
    let mut write = world.store.begin("hanako").await.unwrap();
    correction::add(&mut write, id, "phone", "072-999-9999", None).await.unwrap();
    write.commit().await.unwrap();
    world.import(KAIGO, "2026-01", &[listing("1", "あおば"), listing("2", "わかば")]).await;
    assert_eq!(
        review::count(&mut world.read().await, Some(conflict::CONFLICT)).await.unwrap(),
        0,
        "as before"
    );
    let mut changed = listing("1", "あおば");
    changed.phone = Some("072-111-1111".to_owned());
    for edition in ["2026-02", "2026-03"] {
        world.import(KAIGO, edition, &[changed.clone(), listing("2", "わかば")]).await;
    }
    let open = review::list(&mut world.read().await, Some(conflict::CONFLICT), None, 10).await.unwrap();
    assert_eq!(open.len(), 1);
    assert_eq!(
        (open[0].offices.as_slice(), open[0].differ.as_slice()),
        (&[id][..], &["phone".to_owned()][..])
    );
    changed.phone = Some("072-999-9999".to_owned());
    world.import(KAIGO, "2026-04", &[changed, listing("2", "わかば")]).await;
    assert_eq!(
        review::count(&mut world.read().await, Some(conflict::CONFLICT)).await.unwrap(),
        1,
        "now they agree"
    );
}

async fn an_answer_that_two_are_two_outlives_the_next_search_for_duplicates(world: World) {
    let [a, b] = two_offices(&world).await;
    let pair = [Question::of_pair("duplicate", [a, b], vec!["phone".into()], vec!["name".into()])];
    let mut write = world.store.begin("steward").await.unwrap();
    assert_eq!(review::ask_about_pairs(&mut write, &pair).await.unwrap(), 1);
    assert_eq!(review::ask_about_pairs(&mut write, &pair).await.unwrap(), 0, "asked once");
    let item = review::open(write.tx()).await.unwrap()[0].0;
    let decision = decision::answer(&mut write, item, "different").await.unwrap();
    assert!(decision::answer(&mut write, item, "different").await.is_err(), "decided once");
    assert!(pin::distinct(write.tx()).await.unwrap().contains(&(b, a)));
    let again = [Question::of_pair("other_kind", [b, a], Vec::new(), Vec::new())];
    assert_eq!(review::ask_about_pairs(&mut write, &again).await.unwrap(), 0, "under no other name either");
    assert!(matches!(decision::undo(&mut write, decision).await.unwrap(), Undone::Done(_)));
    assert!(pin::distinct(write.tx()).await.unwrap().is_empty());
    assert_eq!(review::open(write.tx()).await.unwrap().len(), 1);
    write.commit().await.unwrap();
}

async fn taking_the_official_value_is_one_decision_and_can_be_taken_back(world: World) {
    let [id, _] = two_offices(&world).await;
    let mut write = world.store.begin("hanako").await.unwrap();
    correction::add(&mut write, id, "phone", "072-999-9999", Some("電話で確認")).await.unwrap();
    correction::add(&mut write, id, "fax", "072-999-9998", None).await.unwrap();
    write.commit().await.unwrap();
    let before = correction::of_office(&mut world.read().await, id).await.unwrap();
    let mut write = world.store.begin("steward").await.unwrap();
    let values = [("phone".to_owned(), None)];
    let decision = decision::correct(&mut write, None, "official", id, &values, None).await.unwrap();
    let phone = office::find(write.tx(), id).await.unwrap().unwrap().phone;
    assert_eq!(phone.as_deref(), Some("072-841-1221"));
    correction::add(&mut write, id, "fax", "072-999-0000", None).await.unwrap();
    let undone = decision::undo(&mut write, decision).await.unwrap();
    assert!(matches!(undone, Undone::Done(_)), "another field is another matter: {undone:?}");
    let after = correction::of_office(write.tx(), id).await.unwrap();
    assert_eq!(
        after.iter().find(|(_, c)| c.field == "phone"),
        before.iter().find(|(_, c)| c.field == "phone")
    );
    write.commit().await.unwrap();
}

/// Columns that name an office: those with a foreign key to it and those called so.
fn unhandled(found: Vec<(String, String)>) -> Vec<(String, String)> {
    let handled: BTreeSet<(String, String)> =
        HOLDERS.iter().map(|holder| (holder.table.to_owned(), holder.column.to_owned())).collect();
    assert!(found.len() > 8, "the test has lost sight of the schema: {found:?}");
    found.into_iter().filter(|column| !handled.contains(column)).collect()
}

#[tokio::test]
async fn every_column_that_names_an_office_is_handled_when_offices_are_merged() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("schema.sqlite");
    let store = Store::open_sqlite(&path).await.unwrap();
    store.migrate().await.unwrap();
    store.close().await;
    let mut conn = SqliteConnection::connect(&format!("sqlite://{}", path.display())).await.unwrap();
    let found: Vec<(String, String)> = sqlx::query_as(
        "SELECT m.name, c.name FROM sqlite_master m, pragma_table_info(m.name) c WHERE m.type = 'table' \
         AND m.name <> 'office' AND (c.name = 'office_id' OR EXISTS (SELECT 1 FROM pragma_foreign_key_list(m.name) f \
         WHERE f.\"from\" = c.name AND f.\"table\" = 'office'))",
    )
    .fetch_all(&mut conn)
    .await
    .unwrap();
    assert_eq!(unhandled(found), []);
}

#[tokio::test]
async fn nobody_alters_the_audit_in_sqlite() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("audit.sqlite");
    let store = Store::open_sqlite(&path).await.unwrap();
    store.migrate().await.unwrap();
    let mut write = store.begin("hanako").await.unwrap();
    hoshizu_store::setting::set(&mut write, "colour", "blue").await.unwrap();
    write.commit().await.unwrap();
    store.close().await;
    let mut conn = SqliteConnection::connect(&format!("sqlite://{}", path.display())).await.unwrap();
    for attack in [
        "UPDATE audit SET actor = 'nobody'",
        "DELETE FROM audit",
        "INSERT OR REPLACE INTO audit (seq, actor, action, entity, at) VALUES (1, 'nobody', 'x', 'x', '2026-01-01')",
    ] {
        let error = sqlx::query(attack).execute(&mut conn).await.unwrap_err().to_string();
        assert!(error.contains("the audit cannot be changed"), "{attack}: {error}");
    }
    let actor: String = sqlx::query_scalar("SELECT actor FROM audit").fetch_one(&mut conn).await.unwrap();
    assert_eq!(actor, "hanako");
}

#[tokio::test]
async fn nobody_alters_the_audit_in_postgresql() {
    let Some(url) = fresh_database() else { return };
    let store = Store::connect_postgres(&url).await.unwrap();
    store.migrate().await.unwrap();
    let mut write = store.begin("hanako").await.unwrap();
    hoshizu_store::setting::set(&mut write, "colour", "blue").await.unwrap();
    write.commit().await.unwrap();
    store.close().await;
    let mut conn = PgConnection::connect(&url).await.unwrap();
    for attack in [
        "UPDATE audit SET actor = 'nobody'",
        "DELETE FROM audit",
        "TRUNCATE audit",
        "INSERT INTO audit (seq, actor, action, entity, at) VALUES (1, 'nobody', 'x', 'x', '2026-01-01') \
         ON CONFLICT (seq) DO UPDATE SET actor = 'nobody'",
    ] {
        let error = sqlx::query(attack).execute(&mut conn).await.unwrap_err().to_string();
        assert!(error.contains("the audit cannot be changed"), "{attack}: {error}");
    }
    let actor: String = sqlx::query_scalar("SELECT actor FROM audit").fetch_one(&mut conn).await.unwrap();
    assert_eq!(actor, "hanako");
}
