//! 協議会のメモ: steps are added, the audit says each of them.

use crate::{fixture::World, on_each_backend};
use hoshizu_catalog::{
    day::Day,
    gap_note::{Action, GapNote, Kind, Step},
    id::GapNoteId,
};
use hoshizu_store::{audit, gap_note};
use uuid::Uuid;

on_each_backend!(a_note_comes_back_with_every_step_and_each_is_in_the_audit);

fn note(world_number: u128, column: &str) -> GapNote {
    GapNote {
        id: GapNoteId(Uuid::from_u128(world_number)),
        area: "48201".into(),
        column: column.into(),
        kind: Kind::Decision,
        steps: Vec::new(),
    }
}

async fn a_note_comes_back_with_every_step_and_each_is_in_the_audit(world: World) {
    let mut first = note(1, "service:care-430");
    let step = |action, text: &str| Step {
        action,
        text: text.into(),
        until: Day::parse("2026-06-30"),
        by: None,
        at: world.store.now(),
    };
    for (action, text) in [(Action::Written, "包括が声をかける"), (Action::Resolved, "")] {
        first.steps.push(step(action, text));
        let mut write = world.store.begin("council").await.unwrap();
        gap_note::save(&mut write, &first).await.unwrap();
        write.commit().await.unwrap();
    }
    let mut second = note(2, "forum:council");
    second.steps.push(step(Action::Written, "席"));
    let mut write = world.store.begin("council").await.unwrap();
    gap_note::save(&mut write, &second).await.unwrap();
    write.commit().await.unwrap();

    let mut tx = world.read().await;
    assert_eq!(gap_note::find(&mut tx, first.id).await.unwrap(), Some(first.clone()));
    assert_eq!(gap_note::list(&mut tx).await.unwrap(), [first.clone(), second]);
    assert_eq!(gap_note::find(&mut tx, GapNoteId(Uuid::from_u128(3))).await.unwrap(), None);
    let trail = audit::list(&mut tx, Some(first.id.0), 10).await.unwrap();
    let actions: Vec<_> =
        trail.iter().rev().map(|line| (line.action.as_str(), line.actor.as_str())).collect();
    assert_eq!(actions, [("written", "council"), ("resolved", "council")]);
}
