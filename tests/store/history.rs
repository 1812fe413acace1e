//! An office through time: the audit replays backwards, and any state can be made to stand again.

use crate::{
    fixture::{World, listing},
    on_each_backend,
};
use hoshizu_catalog::{
    entry::{Contact, Entry},
    id::OfficeId,
    office::Office,
};
use hoshizu_store::{
    audit, change, correction,
    decision::{self, Undone},
    entry as entries, history, office,
};
use proptest::{
    strategy::{Strategy, ValueTree},
    test_runner::TestRunner,
};

const KAIGO: &str = "kaigo:430";

on_each_backend!(
    every_earlier_state_is_read_back_from_the_audit,
    any_state_can_be_made_to_stand_again_and_that_be_taken_back,
    an_entry_is_restored_without_the_names_that_were_taken_out_of_it,
    offices_of_a_later_edition_are_told_as_arrivals_those_of_the_first_are_not,
);

async fn now(world: &World, id: OfficeId) -> (i64, Office) {
    let mut tx = world.read().await;
    (audit::head(&mut tx).await.unwrap(), office::find(&mut tx, id).await.unwrap().unwrap())
}

/// Corrections, their removal and imports in an order that chance gives, with what the office was after each.
async fn lived(world: &World, steps: usize) -> (OfficeId, Vec<(i64, Office)>) {
    world.import(KAIGO, "2025-01", &[listing("1", "あおば"), listing("2", "わかば")]).await;
    let id = world.office_of(KAIGO, "1").await;
    let mut states = vec![now(world, id).await];
    let mut runner = TestRunner::deterministic();
    let step = (0_u8..4, 0_usize..6, "[0-9あ-んa-z]{1,6}");
    for n in 0..steps {
        let (what, field, value) = step.new_tree(&mut runner).unwrap().current();
        let field = ["phone", "fax", "name", "kana", "address", "building"][field];
        if what == 0 {
            let mut row = listing("1", &format!("あおば{value}"));
            row.phone = Some(value.clone());
            let edition = format!("2025-{:02}", n % 11 + 2).max(format!("{}-01", 2026 + n));
            world.import(KAIGO, &edition, &[row, listing("2", "わかば")]).await;
        } else {
            let mut write = world.store.begin("hanako").await.unwrap();
            let known = correction::of_office(write.tx(), id).await.unwrap();
            match known.first() {
                Some((known, _)) if what == 1 => {
                    correction::remove(&mut write, *known).await.unwrap();
                }
                _ => {
                    correction::add(&mut write, id, field, &value, None).await.unwrap();
                }
            }
            write.commit().await.unwrap();
        }
        states.push(now(world, id).await);
    }
    (id, states)
}

async fn every_earlier_state_is_read_back_from_the_audit(world: World) {
    let (id, states) = lived(&world, 25).await;
    let mut tx = world.read().await;
    for (seq, then) in &states {
        let read = history::state_at(&mut tx, id, *seq).await.unwrap().unwrap();
        // The edition moves with every import and is told by its own line.
        assert_eq!(Office { edition: None, ..read }, Office { edition: None, ..then.clone() }, "after {seq}");
    }
    let lines = history::of_office(&mut tx, id, None, 1_000).await.unwrap();
    assert!(lines.is_sorted_by(|a, b| a.seq > b.seq) && lines.len() > 20);
}

async fn any_state_can_be_made_to_stand_again_and_that_be_taken_back(world: World) {
    let (id, states) = lived(&world, 15).await;
    let (_, last) = states.last().unwrap().clone();
    for (seq, then) in states.iter().step_by(3) {
        let mut write = world.store.begin("steward").await.unwrap();
        let done = history::restore(&mut write, id, *seq, Some("元に戻す")).await.unwrap();
        let restored = office::find(write.tx(), id).await.unwrap().unwrap();
        let texts = |office: &Office| {
            let Office { name, kana, phone, fax, address, building, .. } = office.clone();
            (name, kana, phone, fax, address, building)
        };
        assert_eq!(texts(&restored), texts(then), "after {seq}");
        if let Some(decision) = done.decision {
            assert!(matches!(decision::undo(&mut write, decision).await.unwrap(), Undone::Done(_)));
        }
        let back = office::find(write.tx(), id).await.unwrap().unwrap();
        assert_eq!(back, last);
        write.commit().await.unwrap();
    }
}

async fn offices_of_a_later_edition_are_told_as_arrivals_those_of_the_first_are_not(world: World) {
    world.import(KAIGO, "2025-12", &[listing("1", "あおば")]).await;
    assert!(change::arrivals(&mut world.read().await, 0, 10).await.unwrap().is_empty());
    world.import(KAIGO, "2026-06", &[listing("1", "あおば"), listing("2", "わかば")]).await;
    let new = world.office_of(KAIGO, "2").await;
    let mut tx = world.read().await;
    assert_eq!(change::arrivals(&mut tx, 0, 10).await.unwrap(), [new]);
    let lines = change::since(&mut tx, 0, 10).await.unwrap();
    let run = history::import_of(&mut tx, &lines[0]).await.unwrap();
    assert!(run.is_some(), "the import a line belongs to is known");
}

async fn an_entry_is_restored_without_the_names_that_were_taken_out_of_it(world: World) {
    world.import(KAIGO, "2025-12", &[listing("1", "あおば")]).await;
    let id = world.office_of(KAIGO, "1").await;
    let entry = |remarks: &str, name: Option<&str>| Entry {
        remarks: Some(remarks.to_owned()),
        contacts: vec![Contact {
            role: "liaison".to_owned(),
            name: name.map(str::to_owned),
            ..Contact::default()
        }],
        ..Entry::default()
    };
    let mut write = world.store.begin("member").await.unwrap();
    entries::put(&mut write, id, 0, &entry("午前が確実", Some("花子")), "edit").await.unwrap().unwrap();
    write.commit().await.unwrap();
    let (seq, _) = now(&world, id).await;
    let mut write = world.store.begin("member").await.unwrap();
    entries::put(&mut write, id, 1, &entry("午後が確実", None), "edit").await.unwrap().unwrap();
    write.commit().await.unwrap();
    let mut write = world.store.begin("steward").await.unwrap();
    let done = history::restore(&mut write, id, seq, None).await.unwrap();
    let stored = entries::find(write.tx(), id).await.unwrap();
    assert_eq!(stored.entry.remarks.as_deref(), Some("午前が確実"));
    assert_eq!(stored.entry.contacts[0].name, None, "a consent taken back does not come back by the history");
    assert_eq!(done.fields, ["remarks"]);
    assert!(matches!(decision::undo(&mut write, done.decision.unwrap()).await.unwrap(), Undone::Done(_)));
    let back = entries::find(write.tx(), id).await.unwrap();
    assert_eq!((back.version, back.entry.remarks.as_deref()), (2, Some("午後が確実")));
    write.commit().await.unwrap();
}
