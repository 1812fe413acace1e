//! What offices say of themselves, letters, suggestions, pictures.

use crate::{
    fixture::{World, listing},
    on_each_backend,
};
use hoshizu_catalog::{
    day::Day,
    entry::{Contact, Entry, Strength},
    freshness::{Group, ShelfLives},
    id::OfficeId,
    terms::Term,
};
use hoshizu_store::{
    audit, due, entry, letter, office, outbox, photo, review,
    suggestion::{self, Payload},
    term,
};

const KAIGO: &str = "kaigo:430";

on_each_backend!(
    an_entry_is_written_over_the_version_it_was_read_at_and_no_other,
    what_changed_counts_as_checked_and_is_audited_and_the_index_hears_of_it,
    a_letter_is_answered_once_until_its_day,
    a_suggestion_waits_and_is_carried_out_only_when_asked,
    a_picture_replaces_the_one_before_and_can_be_taken_away,
    terms_and_shelf_lives_of_an_installation_come_back,
    what_is_due_is_listed_by_office_and_by_municipality,
);

async fn one_office(world: &World) -> OfficeId {
    world.import(KAIGO, "2025-12", &[listing("1", "あおば")]).await;
    world.office_of(KAIGO, "1").await
}

fn said(remarks: &str) -> Entry {
    Entry {
        contacts: vec![Contact { role: "管理者".to_owned(), ..Contact::default() }],
        strengths: vec![Strength { term: "als".to_owned(), note: None }],
        remarks: Some(remarks.to_owned()),
        ..Entry::default()
    }
}

fn payload(field: &str, new: &str) -> Payload {
    Payload {
        field: field.to_owned(),
        old: String::new(),
        new: new.to_owned(),
        note: None,
        contact: Some("03-0000-0000".to_owned()),
        from: "visitor".to_owned(),
    }
}

async fn an_entry_is_written_over_the_version_it_was_read_at_and_no_other(world: World) {
    let id = one_office(&world).await;
    assert_eq!(entry::find(&mut world.read().await, id).await.unwrap().version, 0);
    let mut write = world.store.begin("hanako").await.unwrap();
    assert_eq!(entry::put(&mut write, id, 0, &said("a"), "edit").await.unwrap(), Some(1));
    assert_eq!(entry::put(&mut write, id, 0, &said("b"), "edit").await.unwrap(), None, "another wrote first");
    assert_eq!(entry::put(&mut write, id, 1, &said("a"), "edit").await.unwrap(), Some(1), "nothing changed");
    assert_eq!(entry::put(&mut write, id, 1, &said("c"), "edit").await.unwrap(), Some(2));
    write.commit().await.unwrap();
    let stored = entry::find(&mut world.read().await, id).await.unwrap();
    assert_eq!((stored.version, stored.entry), (2, said("c")));
}

async fn what_changed_counts_as_checked_and_is_audited_and_the_index_hears_of_it(world: World) {
    let id = one_office(&world).await;
    let head = outbox::head(&mut world.read().await).await.unwrap();
    let mut write = world.store.begin("hanako").await.unwrap();
    entry::put(&mut write, id, 0, &said("a"), "edit").await.unwrap();
    write.commit().await.unwrap();
    let mut tx = world.read().await;
    let assured = entry::assurances(&mut tx, &[id]).await.unwrap().remove(&id).unwrap();
    let groups: Vec<Group> = assured.iter().map(|one| one.group).collect();
    assert_eq!(groups, [Group::Contacts, Group::Remarks, Group::Strengths], "and not the telephone");
    assert!(assured.iter().all(|one| one.on == Day::parse("2026-03-01").unwrap() && one.by == "hanako"));
    let lines = audit::list(&mut tx, Some(id.0), 10).await.unwrap();
    assert!(lines.iter().any(|line| line.action == "edit_entry" && line.actor == "hanako"), "{lines:?}");
    let heard = outbox::after(&mut tx, head, 10).await.unwrap();
    assert!(!heard.is_empty() && heard.iter().all(|one| one.id == id.0 && one.entity == "office"));
}

async fn a_letter_is_answered_once_until_its_day(world: World) {
    let id = one_office(&world).await;
    let mut write = world.store.begin("steward").await.unwrap();
    let ends_at = letter::make(&mut write, id, "token").await.unwrap();
    assert_eq!(ends_at, world.store.now() + letter::LIFETIME);
    write.commit().await.unwrap();
    let found = letter::find(&mut world.read().await, "token").await.unwrap().unwrap();
    assert!(found.is_open(world.store.now()) && !found.is_open(ends_at));
    assert!(letter::find(&mut world.read().await, "Token").await.unwrap().is_none());

    let mut write = world.store.begin("letter").await.unwrap();
    assert_eq!(letter::answer(&mut write, "other", "right").await.unwrap(), None);
    assert_eq!(letter::answer(&mut write, "token", "right").await.unwrap(), Some(id));
    assert_eq!(letter::answer(&mut write, "token", "right").await.unwrap(), None, "once");
    write.commit().await.unwrap();
    assert!(
        !letter::find(&mut world.read().await, "token").await.unwrap().unwrap().is_open(world.store.now())
    );
}

async fn a_suggestion_waits_and_is_carried_out_only_when_asked(world: World) {
    let id = one_office(&world).await;
    let mut write = world.store.begin("visitor").await.unwrap();
    let item = suggestion::raise(&mut write, id, &payload("phone", "072-000-1111")).await.unwrap();
    let again = suggestion::raise(&mut write, id, &payload("phone", "072-000-1111")).await.unwrap();
    assert_eq!(item, again, "the same said twice is one question");
    suggestion::raise(&mut write, id, &payload("closed", "2026-02-01")).await.unwrap();
    write.commit().await.unwrap();
    let mut tx = world.read().await;
    assert_eq!(review::count(&mut tx, Some(suggestion::SUGGESTION)).await.unwrap(), 1);
    assert_eq!(review::count(&mut tx, Some(suggestion::CLOSURE)).await.unwrap(), 1);
    assert_eq!(suggestion::open_for(&mut tx, id).await.unwrap().len(), 2);
    let before = office::find(&mut tx, id).await.unwrap().unwrap();
    assert_eq!(before.phone.as_deref(), Some("072-841-1221"), "the public sees what was cleared");
    let trail = audit::list(&mut tx, Some(item.0), 10).await.unwrap();
    assert!(!format!("{trail:?}").contains("03-0000-0000"), "who suggests is not kept for ever");
    drop(tx);

    let mut write = world.store.begin("steward").await.unwrap();
    let asked = suggestion::payload(write.tx(), item).await.unwrap().unwrap();
    assert!(suggestion::carry_out(&mut write, id, &asked).await.unwrap());
    assert!(!suggestion::carry_out(&mut write, id, &payload("number", "1")).await.unwrap());
    suggestion::carry_out(&mut write, id, &payload("closed", "2026-02-01")).await.unwrap();
    write.commit().await.unwrap();
    let mut tx = world.read().await;
    let after = office::find(&mut tx, id).await.unwrap().unwrap();
    assert_eq!(after.phone.as_deref(), Some("072-000-1111"));
    assert_eq!(entry::find(&mut tx, id).await.unwrap().closed_on, Day::parse("2026-02-01"));
}

async fn a_picture_replaces_the_one_before_and_can_be_taken_away(world: World) {
    let id = one_office(&world).await;
    let (one, other) = (photo::Photo::new(4, 3, vec![1; 9]), photo::Photo::new(2, 2, vec![0, 255]));
    let mut write = world.store.begin("hanako").await.unwrap();
    photo::put(&mut write, id, &one).await.unwrap();
    photo::put(&mut write, id, &other).await.unwrap();
    write.commit().await.unwrap();
    assert_eq!(photo::find(&mut world.read().await, id).await.unwrap(), Some(other));
    let mut write = world.store.begin("hanako").await.unwrap();
    assert!(photo::remove(&mut write, id).await.unwrap());
    assert!(!photo::remove(&mut write, id).await.unwrap());
    write.commit().await.unwrap();
}

async fn terms_and_shelf_lives_of_an_installation_come_back(world: World) {
    let own = Term {
        code: "local".to_owned(),
        group: "other".to_owned(),
        ja: "地元の会".to_owned(),
        en: "Local".to_owned(),
        words: vec!["じもと".to_owned()],
    };
    let mut lives = ShelfLives::default();
    lives.set(Group::Contacts, 90);
    let mut write = world.store.begin("kanri").await.unwrap();
    term::set_added(&mut write, std::slice::from_ref(&own)).await.unwrap();
    term::set_shelf_lives(&mut write, &lives).await.unwrap();
    write.commit().await.unwrap();
    let mut tx = world.read().await;
    assert_eq!(term::strengths(&mut tx).await.unwrap().last(), Some(&own));
    assert_eq!(term::shelf_lives(&mut tx).await.unwrap(), lives);
}

async fn what_is_due_is_listed_by_office_and_by_municipality(world: World) {
    let id = one_office(&world).await;
    let mut write = world.store.begin("steward").await.unwrap();
    let checked = Day::parse("2025-01-01").unwrap();
    entry::assure_on(&mut write, id, &[Group::Basics], "import", checked).await.unwrap();
    write.commit().await.unwrap();
    let mut tx = world.read().await;
    for of in [due::Of::Everywhere, due::Of::Municipalities(vec![27_210]), due::Of::Offices(vec![id])] {
        let rows = due::batch(&mut tx, &of, None, 10).await.unwrap();
        assert_eq!((rows.len(), rows[0].assurances[0].on), (1, checked), "{of:?}");
    }
    for of in [due::Of::Municipalities(vec![13_101]), due::Of::Offices(Vec::new())] {
        assert!(due::batch(&mut tx, &of, None, 10).await.unwrap().is_empty(), "{of:?}");
    }
    assert!(due::batch(&mut tx, &due::Of::Everywhere, Some(id), 10).await.unwrap().is_empty());
    assert_eq!(office::by_number(&mut tx, "2770100001").await.unwrap(), [id]);
    assert!(office::by_number(&mut tx, "0000000000").await.unwrap().is_empty());
}
