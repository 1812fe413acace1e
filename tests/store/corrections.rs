//! Values set by hand.

use crate::{
    fixture::{World, listing},
    on_each_backend,
};
use hoshizu_catalog::id::OfficeId;
use hoshizu_store::{StoreError, audit, correction, office, outbox};

const KAIGO: &str = "kaigo:430";

on_each_backend!(
    a_correction_outlives_the_next_import_and_can_be_taken_back,
    a_correction_needs_an_office_a_known_field_and_a_fit_value,
);

async fn phone(world: &World, id: OfficeId) -> Option<String> {
    office::find(&mut world.read().await, id).await.unwrap().unwrap().phone
}

async fn a_correction_outlives_the_next_import_and_can_be_taken_back(world: World) {
    world.import(KAIGO, "2025-12", &[listing("1", "あおば")]).await;
    let id = world.office_of(KAIGO, "1").await;
    let head = outbox::head(&mut world.read().await).await.unwrap();
    let mut write = world.store.begin("hanako").await.unwrap();
    let correction =
        correction::add(&mut write, id, "phone", "072-999-9999", Some("電話で確認")).await.unwrap();
    write.commit().await.unwrap();
    assert_eq!(phone(&world, id).await.as_deref(), Some("072-999-9999"));
    let mut tx = world.read().await;
    let entries = outbox::after(&mut tx, head, 10).await.unwrap();
    assert_eq!(
        entries.iter().map(|entry| entry.id).collect::<Vec<_>>(),
        [id.0],
        "the index hears of it once"
    );
    let trail = audit::list(&mut tx, Some(id.0), 10).await.unwrap();
    assert_eq!(trail.len(), 2, "what was set, and what the office became: {trail:?}");
    assert!(trail.iter().all(|line| line.actor == "hanako"));
    drop(tx);

    let mut next = listing("1", "あおば新館");
    next.phone = Some("072-111-1111".to_owned());
    world.import(KAIGO, "2026-06", &[next]).await;
    let full = office::full(&mut world.read().await, id).await.unwrap().unwrap();
    assert_eq!(full.office.phone.as_deref(), Some("072-999-9999"), "the local value stands");
    assert_eq!(full.office.name, "あおば新館", "the rest follows the source");
    assert_eq!(
        full.services[0].listing.phone.as_deref(),
        Some("072-111-1111"),
        "the official value is shown beside"
    );
    assert_eq!((full.corrections[0].0, full.corrections[0].1.by.as_str()), (correction, "hanako"));
    assert_eq!(full.corrections[0].1.at, "2026-03-01T09:00:00Z");

    let mut write = world.store.begin("hanako").await.unwrap();
    let again = correction::add(&mut write, id, "phone", "072-888-8888", None).await.unwrap();
    assert_eq!(again, correction, "a field has one correction");
    assert!(correction::remove(&mut write, correction).await.unwrap());
    assert!(!correction::remove(&mut write, correction).await.unwrap());
    write.commit().await.unwrap();
    assert_eq!(phone(&world, id).await.as_deref(), Some("072-111-1111"));
}

async fn a_correction_needs_an_office_a_known_field_and_a_fit_value(world: World) {
    world.import(KAIGO, "2025-12", &[listing("1", "あおば")]).await;
    let id = world.office_of(KAIGO, "1").await;
    let mut write = world.store.begin("hanako").await.unwrap();
    for (field, value) in
        [("systems", "1"), ("name", " "), ("place", "35.0"), ("place", "0,0"), ("kana", &"あ".repeat(3_000))]
    {
        let error = correction::add(&mut write, id, field, value, None).await.unwrap_err();
        assert!(matches!(error, StoreError::BadCorrection { .. }), "{field}: {error}");
    }
    let nobody = OfficeId(world.store.next_id());
    let error = correction::add(&mut write, nobody, "phone", "1", None).await.unwrap_err();
    assert!(matches!(error, StoreError::NotFound("office")));
    correction::add(&mut write, id, "place", "34.82,135.66", None).await.unwrap();
    write.rollback().await.unwrap();
    assert!(correction::of_office(&mut world.read().await, id).await.unwrap().is_empty());
}
