//! Two offices that are one, one that is two, and taking both back.

use crate::{
    fixture::{World, listing},
    on_each_backend,
};
use hoshizu_catalog::{
    id::{AccountId, OfficeId},
    listing::Listing,
    permission::{Grant, Role, Scope},
    taxonomy::ServiceType,
};
use hoshizu_store::{
    StoreError, account, correction,
    decision::{self, Undone},
    import::{self, NewListing, Target},
    merge, office, office_list, pin, redirect, review,
};
use proptest::{
    strategy::{Strategy, ValueTree},
    test_runner::TestRunner,
};

const KAIGO: &str = "kaigo:430";
const WAM: &str = "wamnet:52";

on_each_backend!(
    a_merge_taken_back_leaves_everything_as_it_was,
    a_split_taken_back_leaves_everything_as_it_was,
    what_hangs_on_an_office_moves_and_its_old_id_answers,
    taking_back_is_refused_with_what_has_changed_since,
    an_import_planned_before_a_merge_goes_to_the_office_that_stands,
    a_split_stays_split_at_the_next_import,
    offices_that_are_not_there_are_not_merged_and_none_is_emptied_by_a_split,
);

fn wam(key: &str, name: &str) -> Listing {
    Listing { service: ServiceType::from_code("disability-52").unwrap(), ..listing(key, name) }
}

/// Everything a merge or a split could touch, as one text.
async fn everything(world: &World) -> String {
    let mut tx = world.read().await;
    let tree = hoshizu_store::area::Tree::load(&mut tx).await.unwrap();
    let documents = office::documents(&mut tx, &tree, None, 1_000).await.unwrap();
    let mut text = String::new();
    let mut say = |part: String| text.push_str(&(part + "\n"));
    for document in documents {
        let id = document.office.id;
        say(format!("{document:?}"));
        let mut corrections = correction::of_office(&mut tx, id).await.unwrap();
        corrections.sort_by_key(|(id, _)| *id);
        say(format!("{corrections:?} {:?}", redirect::merged_into(&mut tx, id).await.unwrap()));
    }
    let mut pins: Vec<_> = pin::all(&mut tx).await.unwrap().into_iter().collect();
    pins.sort();
    let mut distinct: Vec<_> = pin::distinct(&mut tx).await.unwrap().into_iter().collect();
    distinct.sort();
    say(format!("{pins:?} {distinct:?} {:?}", review::open(&mut tx).await.unwrap()));
    let someone = account::by_login(&mut tx, "hanako").await.unwrap();
    if let Some(account) = someone {
        let grants = account::grants(&mut tx, &[account.id]).await.unwrap();
        say(format!("{grants:?}"));
        for list in office_list::of_account(&mut tx, account.id).await.unwrap() {
            let entries = office_list::entries(&mut tx, list.id).await.unwrap();
            say(format!("{list:?} {entries:?}"));
        }
    }
    text
}

/// One office each of `count`, named in a list, with a member, some corrected as `seeds` say.
async fn populated(
    world: &World,
    seeds: &[(usize, usize, String)],
    count: usize,
) -> (Vec<OfficeId>, AccountId) {
    let file: Vec<Listing> = (0..count).map(|n| listing(&n.to_string(), &format!("あおば{n}"))).collect();
    world.import(KAIGO, "2025-12", &file).await;
    let mut ids = Vec::new();
    for n in 0..count {
        ids.push(world.office_of(KAIGO, &n.to_string()).await);
    }
    let mut write = world.store.begin("hanako").await.unwrap();
    let grants = ids.iter().map(|id| Grant { role: Role::Member, scope: Scope::Office(*id) }).collect();
    let new = account::New { login: "hanako".into(), name: "花子".into(), grants, ..Default::default() };
    let account = account::create(&mut write, &new).await.unwrap();
    let list = office_list::create(&mut write, account, "よく使う", "").await.unwrap();
    let list = office_list::find(write.tx(), account, list).await.unwrap().unwrap();
    let entries: Vec<_> =
        ids.iter().map(|id| office_list::Entry { office: *id, note: format!("{id} のメモ") }).collect();
    office_list::replace(&mut write, &list, "よく使う", "", &entries).await.unwrap();
    for (at, field, value) in seeds {
        let field = ["phone", "fax", "url", "kana", "building"][field % 5];
        correction::add(&mut write, ids[at % count], field, value, Some("電話で確認")).await.unwrap();
    }
    write.commit().await.unwrap();
    (ids, account)
}

fn cases(count: usize) -> Vec<Vec<(usize, usize, String)>> {
    let mut runner = TestRunner::deterministic();
    let one = (0_usize..4, 0_usize..5, "[0-9あ-ん'\"\\\\]{0,8}");
    let many = proptest::collection::vec(one, 0..8);
    (0..count).map(|_| many.new_tree(&mut runner).unwrap().current()).collect()
}

async fn a_merge_taken_back_leaves_everything_as_it_was(world: World) {
    let seeds: Vec<_> = cases(1).remove(0);
    let (ids, _) = populated(&world, &seeds, 4).await;
    for case in cases(6) {
        let mut write = world.store.begin("hanako").await.unwrap();
        for (at, field, value) in &case {
            let field = ["phone", "fax", "url", "kana", "building"][field % 5];
            correction::add(&mut write, ids[at % 4], field, value, None).await.unwrap();
        }
        write.commit().await.unwrap();
        let before = everything(&world).await;
        let (first, second) = (case.len() % 4, (case.len() + 1) % 4);
        let third = (case.len() + 2) % 4;
        let mut write = world.store.begin("steward").await.unwrap();
        let one = merge::merge(&mut write, ids[second], ids[first], None).await.unwrap();
        let other = merge::merge(&mut write, ids[third], ids[second], None).await.unwrap();
        write.commit().await.unwrap();
        assert_ne!(everything(&world).await, before);
        let mut write = world.store.begin("steward").await.unwrap();
        for decision in [other, one] {
            let undone = decision::undo(&mut write, decision).await.unwrap();
            assert!(matches!(undone, Undone::Done(_)), "{undone:?}");
        }
        write.commit().await.unwrap();
        assert_eq!(everything(&world).await, before);
    }
}

async fn a_split_taken_back_leaves_everything_as_it_was(world: World) {
    let (ids, _) = populated(&world, &cases(3).remove(2), 4).await;
    let mut write = world.store.begin("steward").await.unwrap();
    merge::merge(&mut write, ids[0], ids[1], None).await.unwrap();
    write.commit().await.unwrap();
    let before = everything(&world).await;
    let services =
        office::services_of(&mut world.read().await, &[ids[0]]).await.unwrap().remove(&ids[0]).unwrap();
    let mut write = world.store.begin("steward").await.unwrap();
    let (new, decision) = merge::split(&mut write, ids[0], &[services[1].id]).await.unwrap();
    write.commit().await.unwrap();
    assert_eq!(
        office::find(&mut world.read().await, new).await.unwrap().unwrap().name,
        services[1].listing.name
    );
    let mut write = world.store.begin("steward").await.unwrap();
    assert!(matches!(decision::undo(&mut write, decision).await.unwrap(), Undone::Done(_)));
    write.commit().await.unwrap();
    assert_eq!(everything(&world).await, before);
}

async fn what_hangs_on_an_office_moves_and_its_old_id_answers(world: World) {
    let seeds =
        [(0, 0, "072-000-0001".to_owned()), (1, 0, "072-000-0002".to_owned()), (1, 1, "9".to_owned())];
    let (ids, account) = populated(&world, &seeds, 3).await;
    let (stays, goes) = (ids[0], ids[1]);
    let mut write = world.store.begin("steward").await.unwrap();
    merge::merge(&mut write, stays, goes, None).await.unwrap();
    write.commit().await.unwrap();
    let mut tx = world.read().await;
    assert!(office::find(&mut tx, goes).await.unwrap().is_none());
    assert_eq!(redirect::find(&mut tx, goes).await.unwrap(), Some(stays));
    let full = office::full(&mut tx, stays).await.unwrap().unwrap();
    assert_eq!(full.services.len(), 2);
    let phone = full.corrections.iter().find(|(_, c)| c.field == "phone").unwrap();
    assert_eq!(
        phone.1.value, "072-000-0001",
        "of two corrections of a field that of the office that stays stands"
    );
    assert!(full.corrections.iter().any(|(_, c)| c.field == "fax"), "the others come along");
    let lists = office_list::of_account(&mut tx, account).await.unwrap();
    let entries = office_list::entries(&mut tx, lists[0].id).await.unwrap();
    assert_eq!(entries.iter().map(|entry| entry.office).collect::<Vec<_>>(), [stays, ids[2]]);
    let grants = account::grants(&mut tx, &[account]).await.unwrap().remove(&account).unwrap();
    let scopes: Vec<&Scope> = grants.iter().map(|grant| &grant.scope).collect();
    assert!(scopes.contains(&&Scope::Office(stays)) && !scopes.contains(&&Scope::Office(goes)));
    drop(tx);
    let mut write = world.store.begin("steward").await.unwrap();
    merge::merge(&mut write, ids[2], stays, None).await.unwrap();
    write.commit().await.unwrap();
    assert_eq!(
        redirect::find(&mut world.read().await, goes).await.unwrap(),
        Some(ids[2]),
        "also after two merges"
    );
}

async fn taking_back_is_refused_with_what_has_changed_since(world: World) {
    let (ids, _) = populated(&world, &[], 3).await;
    let mut write = world.store.begin("steward").await.unwrap();
    let decision = merge::merge(&mut write, ids[0], ids[1], None).await.unwrap();
    correction::add(&mut write, ids[0], "phone", "072-999-9999", None).await.unwrap();
    write.commit().await.unwrap();
    let before = everything(&world).await;
    let mut write = world.store.begin("steward").await.unwrap();
    let undone = decision::undo(&mut write, decision).await.unwrap();
    assert_eq!(undone, Undone::Changed(vec!["correction.phone".to_owned()]));
    write.commit().await.unwrap();
    assert_eq!(everything(&world).await, before, "nothing was changed by trying");
    let mut write = world.store.begin("steward").await.unwrap();
    let (id, _) = correction::of_office(write.tx(), ids[0]).await.unwrap().remove(0);
    correction::remove(&mut write, id).await.unwrap();
    assert!(matches!(decision::undo(&mut write, decision).await.unwrap(), Undone::Done(_)));
    assert_eq!(decision::undo(&mut write, decision).await.unwrap(), Undone::Already);
    write.commit().await.unwrap();
}

async fn an_import_planned_before_a_merge_goes_to_the_office_that_stands(world: World) {
    let (ids, _) = populated(&world, &[], 2).await;
    let mut plan = world.empty_plan("kaigo:110", "2026-06").await;
    let new = listing("99", "あおば1");
    plan.new.push(NewListing {
        digest: crate::fixture::digest(&new),
        listing: new,
        target: Target::Existing(ids[1]),
    });
    plan.run.new = 1;
    let mut write = world.store.begin("steward").await.unwrap();
    merge::merge(&mut write, ids[0], ids[1], None).await.unwrap();
    write.commit().await.unwrap();
    import::apply(&world.store, "import", plan, &hoshizu_catalog::progress::Silent).await.unwrap();
    assert_eq!(world.office_of("kaigo:110", "99").await, ids[0]);
}

async fn a_split_stays_split_at_the_next_import(world: World) {
    let one = world.import(KAIGO, "2025-12", &[listing("1", "あおば")]).await;
    assert_eq!(one.offices_new, 1);
    let office = world.office_of(KAIGO, "1").await;
    let mut plan = world.empty_plan(WAM, "2025-12").await;
    let row = wam("A1", "あおば相談");
    plan.new.push(NewListing {
        digest: crate::fixture::digest(&row),
        listing: row.clone(),
        target: Target::Existing(office),
    });
    import::apply(&world.store, "import", plan, &hoshizu_catalog::progress::Silent).await.unwrap();
    let services =
        office::services_of(&mut world.read().await, &[office]).await.unwrap().remove(&office).unwrap();
    let own = services.iter().find(|service| service.dataset == WAM).unwrap().id;
    let mut write = world.store.begin("steward").await.unwrap();
    let (new, _) = merge::split(&mut write, office, &[own]).await.unwrap();
    write.commit().await.unwrap();
    let mut changed = row.clone();
    changed.phone = Some("072-000-0000".to_owned());
    world.import(WAM, "2026-06", &[changed]).await;
    assert_eq!(world.office_of(WAM, "A1").await, new, "the row stays where it was put");
    let mut tx = world.read().await;
    let pins = pin::all(&mut tx).await.unwrap();
    let under_another_key = wam("B7", "あおば相談");
    assert_eq!(
        pins.get(&under_another_key.signature(WAM)),
        Some(&new),
        "and so does the same row under another key"
    );
    assert!(
        pin::distinct(&mut tx).await.unwrap().contains(&(new, office)),
        "nobody is asked whether the two are one"
    );
}

async fn offices_that_are_not_there_are_not_merged_and_none_is_emptied_by_a_split(world: World) {
    let (ids, _) = populated(&world, &[], 1).await;
    let nobody = OfficeId(world.store.next_id());
    let mut write = world.store.begin("steward").await.unwrap();
    for (into, away) in [(ids[0], nobody), (nobody, ids[0]), (ids[0], ids[0])] {
        let error = merge::merge(&mut write, into, away, None).await.unwrap_err();
        assert!(matches!(error, StoreError::NotFound("office")), "{error}");
    }
    let services = office::services_of(write.tx(), &[ids[0]]).await.unwrap().remove(&ids[0]).unwrap();
    for chosen in [vec![services[0].id], vec![]] {
        let error = merge::split(&mut write, ids[0], &chosen).await.unwrap_err();
        assert!(matches!(error, StoreError::NotFound("service")), "{error}");
    }
}
