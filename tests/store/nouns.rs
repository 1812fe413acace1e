//! The smaller nouns, and reading for index and matching.

use crate::{
    fixture::{World, listing},
    on_each_backend,
};
use hoshizu_catalog::area::{Area, AreaKind};
use hoshizu_store::{StoreError, area, audit, identity, listing as listings, mapping, office, setting};
use serde_json::json;

const KAIGO: &str = "kaigo:430";

on_each_backend!(
    documents_and_identities_come_in_batches_and_miss_nobody,
    offices_at_one_address_find_each_other,
    settings_and_mappings_are_kept_and_audited,
    a_read_is_one_view_and_does_not_see_later_commits,
    a_database_without_or_with_a_newer_schema_is_refused,
);

async fn documents_and_identities_come_in_batches_and_miss_nobody(world: World) {
    let file: Vec<_> = (0..7).map(|n| listing(&n.to_string(), &format!("あおば{n}"))).collect();
    world.import(KAIGO, "2025-12", &file).await;
    let mut write = world.store.begin("import").await.unwrap();
    let medical = Area {
        code: "medical_area:27:1".to_owned(),
        kind: AreaKind::MedicalArea,
        name: "北河内".to_owned(),
        kana: None,
        parent: None,
        members: vec!["27210".to_owned()],
        center: None,
        polygons: Vec::new(),
    };
    area::replace(&mut write, "areas:medical", &[medical], true).await.unwrap();
    write.commit().await.unwrap();
    let mut tx = world.read().await;
    let tree = area::Tree::load(&mut tx).await.unwrap();
    let (mut documents, mut after) = (Vec::new(), None);
    loop {
        let batch = office::documents(&mut tx, &tree, after, 3).await.unwrap();
        let Some(last) = batch.last() else { break };
        after = Some(last.office.id);
        documents.extend(batch);
    }
    assert_eq!(documents.len(), 7);
    assert!(documents.iter().all(|document| document.services.len() == 1));
    assert_eq!(documents[0].organization.as_ref().unwrap().1, "社会福祉法人星の会");
    assert_eq!(documents[0].areas, ["27000", "27210", "medical_area:27:1"]);
    let some = [documents[5].office.id, documents[2].office.id];
    assert_eq!(office::documents_of(&mut tx, &tree, &some).await.unwrap().len(), 2);
    let identities = identity::batch(&mut tx, None, 100).await.unwrap();
    assert_eq!(identities.len(), 7);
    assert_eq!(identities[0].datasets, [KAIGO]);
    assert_eq!(identities[0].organization_name.as_deref(), Some("社会福祉法人星の会"));
    assert!(identity::batch(&mut tx, Some(identities[6].office), 100).await.unwrap().is_empty());
    let keys = ["1".to_owned(), "no such key".to_owned()];
    assert_eq!(listings::by_keys(&mut tx, KAIGO, &keys).await.unwrap()["1"], file[1]);
}

async fn offices_at_one_address_find_each_other(world: World) {
    let mut second = listing("2", "わかば");
    "大阪府枚方市大垣内町2-1-1".clone_into(&mut second.address);
    world.import(KAIGO, "2025-12", &[listing("1", "あおば"), second]).await;
    let id = world.office_of(KAIGO, "1").await;
    let mut tx = world.read().await;
    let office = office::find(&mut tx, id).await.unwrap().unwrap();
    let others = office::same_place(&mut tx, &office, 10).await.unwrap();
    assert_eq!(others.iter().map(|o| o.name.as_str()).collect::<Vec<_>>(), ["わかば"]);
}

async fn settings_and_mappings_are_kept_and_audited(world: World) {
    let mut write = world.store.begin("operator").await.unwrap();
    setting::set(&mut write, "operator_key", "hidden").await.unwrap();
    setting::set(&mut write, "operator_key", "hidden too").await.unwrap();
    mapping::save(&mut write, "枚方市", &json!({ "columns": { "name": "施設名" } })).await.unwrap();
    mapping::save(&mut write, "枚方市", &json!({ "columns": { "name": "名称" } })).await.unwrap();
    write.commit().await.unwrap();
    let mut tx = world.read().await;
    assert_eq!(setting::get(&mut tx, "operator_key").await.unwrap().as_deref(), Some("hidden too"));
    assert_eq!(setting::get(&mut tx, "none").await.unwrap(), None);
    let saved = mapping::list(&mut tx).await.unwrap();
    assert_eq!((saved.len(), &saved[0].body["columns"]["name"]), (1, &json!("名称")));
    let trail = audit::list(&mut tx, None, 10).await.unwrap();
    assert_eq!(trail.len(), 4);
    assert!(!format!("{trail:?}").contains("hidden"), "a secret is not copied into the audit");
    drop(tx);
    let mut write = world.store.begin("operator").await.unwrap();
    assert!(mapping::remove(&mut write, "枚方市").await.unwrap());
    assert!(!mapping::remove(&mut write, "枚方市").await.unwrap());
    write.commit().await.unwrap();
}

async fn a_read_is_one_view_and_does_not_see_later_commits(world: World) {
    let mut tx = world.read().await;
    assert_eq!(setting::get(&mut tx, "colour").await.unwrap(), None);
    let mut write = world.store.begin("operator").await.unwrap();
    setting::set(&mut write, "colour", "blue").await.unwrap();
    write.commit().await.unwrap();
    assert_eq!(setting::get(&mut tx, "colour").await.unwrap(), None, "one view throughout");
    drop(tx);
    assert_eq!(setting::get(&mut world.read().await, "colour").await.unwrap().as_deref(), Some("blue"));
}

async fn a_database_without_or_with_a_newer_schema_is_refused(world: World) {
    world.store.require_schema().await.unwrap();
    assert!(world.store.migrate().await.unwrap().is_empty(), "a second time there is nothing to do");
    let folder = tempfile::tempdir().unwrap();
    let empty = hoshizu_store::Store::open_sqlite(&folder.path().join("empty")).await.unwrap();
    assert!(matches!(empty.require_schema().await, Err(StoreError::Schema { found: 0, .. })));
}
