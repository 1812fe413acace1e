//! 保健師窓口: written, rewritten, removed, each with its trace.

use crate::{fixture::World, on_each_backend};
use hoshizu_catalog::{
    id::{NurseDeskId, OfficeId},
    nurse::{DeskArea, HandOver, NurseDesk, Placement, Scheme, Task, Topic},
};
use hoshizu_store::{audit, nurse_desk, outbox};
use uuid::Uuid;

on_each_backend!(
    a_desk_comes_back_as_it_was_written_and_leaves_a_trace,
    a_name_is_given_once_by_an_owner_and_a_table_overwrites_by_name,
);

fn desk(id: u128, owner: &str, name: &str) -> NurseDesk {
    NurseDesk {
        id: NurseDeskId(Uuid::from_u128(id)),
        owner: owner.into(),
        name: name.into(),
        placement: Placement::HealthCenter,
        office: Some(OfficeId(Uuid::from_u128(99))),
        scheme: Scheme::Task,
        topics: Topic::all().take(2).collect(),
        age_from: 0,
        age_to: Some(64),
        areas: vec![DeskArea { code: owner.into(), towns: vec!["城下町".into()] }],
        does: vec![Task::Visit],
        does_not: Some("申請は受けません".into()),
        phone: Some("072-000-0000".into()),
        fax: None,
        hours: None,
        hands_over: vec![HandOver { age: Some(65), event: None, to: "高齢福祉課".into() }],
        source: "課の回答".into(),
        checked_on: Some("2026-04-01".into()),
    }
}

async fn a_desk_comes_back_as_it_was_written_and_leaves_a_trace(world: World) {
    let first = desk(1, "27210", "難病担当");
    let mut write = world.store.begin("steward").await.unwrap();
    assert!(nurse_desk::save(&mut write, &first).await.unwrap());
    assert!(!nurse_desk::save(&mut write, &first).await.unwrap(), "the same again is no change");
    let second = NurseDesk { age_to: None, ..first.clone() };
    assert!(nurse_desk::save(&mut write, &second).await.unwrap());
    write.commit().await.unwrap();
    let mut tx = world.read().await;
    assert_eq!(nurse_desk::find(&mut tx, first.id).await.unwrap().unwrap().desk, second);
    let trail = audit::list(&mut tx, Some(first.id.0), 10).await.unwrap();
    assert_eq!(trail.iter().map(|entry| entry.action.as_str()).collect::<Vec<_>>(), ["change", "create"]);
    assert_eq!(trail[0].before.as_ref().unwrap()["age_to"], 64);
    let waiting = outbox::after(&mut tx, 0, 100).await.unwrap();
    assert_eq!(waiting.iter().filter(|entry| entry.entity == "nurse_desk").count(), 2);
    drop(tx);
    let mut write = world.store.begin("steward").await.unwrap();
    assert!(nurse_desk::remove(&mut write, first.id).await.unwrap());
    assert!(!nurse_desk::remove(&mut write, first.id).await.unwrap());
    write.commit().await.unwrap();
    let mut tx = world.read().await;
    assert!(nurse_desk::list(&mut tx).await.unwrap().is_empty());
    assert_eq!(audit::list(&mut tx, Some(first.id.0), 1).await.unwrap()[0].action, "remove");
}

async fn a_name_is_given_once_by_an_owner_and_a_table_overwrites_by_name(world: World) {
    let mut write = world.store.begin("steward").await.unwrap();
    nurse_desk::save(&mut write, &desk(1, "27210", "難病担当")).await.unwrap();
    nurse_desk::save(&mut write, &desk(2, "27000", "難病担当")).await.unwrap();
    write.commit().await.unwrap();
    let mut write = world.store.begin("steward").await.unwrap();
    let taken = nurse_desk::save(&mut write, &desk(3, "27210", "難病担当")).await.unwrap_err();
    assert!(taken.is_unique_violation());
    write.rollback().await.unwrap();
    let table = [
        desk(7, "27210", "難病担当"),
        NurseDesk { age_from: 18, ..desk(8, "27000", "難病担当") },
        desk(9, "27210", "母子担当"),
    ];
    let mut write = world.store.begin("steward").await.unwrap();
    let saved = nurse_desk::save_by_name(&mut write, &table).await.unwrap();
    assert_eq!((saved.new, saved.changed, saved.unchanged), (1, 1, 1));
    write.commit().await.unwrap();
    let mut tx = world.read().await;
    let own = nurse_desk::of_owner(&mut tx, "27210").await.unwrap();
    let ids: Vec<u128> = own.iter().map(|stored| stored.desk.id.0.as_u128()).collect();
    assert_eq!(ids.len(), 2);
    assert!(ids.contains(&1) && ids.contains(&9), "what was there keeps its identity: {ids:?}");
}
