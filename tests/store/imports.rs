//! Imports from the first file to the third edition.

use crate::{
    fixture::{World, listing, refused},
    on_each_backend,
};
use hoshizu_catalog::{edition::Edition, listing::Rejection, progress::Progress};
use hoshizu_store::{
    StoreError, audit, dataset, health,
    import::{self, Change, ChangeKind, FieldChange, NewReview, RunState, Target},
    office, outbox, review,
};
use std::sync::atomic::{AtomicU64, Ordering};

const KAIGO: &str = "kaigo:430";

on_each_backend!(
    a_first_import_makes_offices_organizations_outbox_and_audit,
    the_same_file_again_writes_only_the_record_of_the_run,
    a_new_edition_changes_marks_gone_and_brings_back,
    a_listing_joins_an_office_that_is_there,
    a_cancelled_import_leaves_the_old_state,
    an_older_edition_and_a_stale_plan_are_refused,
    a_failure_in_the_middle_leaves_the_old_state,
    rejections_changes_and_questions_are_kept_for_download,
    the_outbox_keeps_the_order_of_commits_and_its_head,
);

async fn a_first_import_makes_offices_organizations_outbox_and_audit(world: World) {
    let outcome = world.import(KAIGO, "2025-12", &[listing("1", "あおば"), listing("2", "わかば")]).await;
    assert_eq!((outcome.offices_new, outcome.organizations_new, outcome.sequence), (2, 1, 3));
    let mut tx = world.read().await;
    let id = world.office_of(KAIGO, "1").await;
    let full = office::full(&mut tx, id).await.unwrap().unwrap();
    assert_eq!(full.office.name, "あおば");
    assert_eq!(full.services.len(), 1);
    assert_eq!(full.services[0].listing, listing("1", "あおば"), "the listing is kept whole");
    assert_eq!(full.organization.unwrap().name, "社会福祉法人星の会");
    let entities: Vec<String> =
        outbox::after(&mut tx, 0, 10).await.unwrap().into_iter().map(|entry| entry.entity).collect();
    assert_eq!(entities, ["organization", "office", "office"]);
    let trail = audit::list(&mut tx, None, 10).await.unwrap();
    assert_eq!(trail.len(), 1, "one line sums a first import up");
    assert_eq!((trail[0].actor.as_str(), trail[0].entity.as_str()), ("import", "import"));
    let dataset = dataset::find(&mut tx, KAIGO).await.unwrap().unwrap();
    assert_eq!((dataset.rows, dataset.gone), (2, 0));
    drop(tx);
    let report = health::check(&world.store).await.unwrap();
    assert!(report.is_sound(), "{report:?}");
}

async fn the_same_file_again_writes_only_the_record_of_the_run(world: World) {
    let file = [listing("1", "あおば"), listing("2", "わかば")];
    let first = world.import(KAIGO, "2025-12", &file).await;
    let again = world.import(KAIGO, "2025-12", &file).await;
    assert_eq!((again.offices_new, again.offices_changed), (0, 0));
    assert_eq!(again.sequence, first.sequence, "nothing for the index to do");
    let mut tx = world.read().await;
    assert_eq!(audit::list(&mut tx, None, 10).await.unwrap().len(), 1);
    let runs = import::list(&mut tx, 10, None).await.unwrap();
    assert_eq!(runs.iter().map(|run| run.unchanged).collect::<Vec<_>>(), [2, 0], "newest first");
}

async fn a_new_edition_changes_marks_gone_and_brings_back(world: World) {
    world
        .import(KAIGO, "2025-12", &[listing("1", "あおば"), listing("2", "わかば"), listing("3", "みどり")])
        .await;
    let mut moved = listing("2", "わかば");
    moved.phone = Some("072-000-0000".to_owned());
    let outcome = world.import(KAIGO, "2026-06", &[listing("1", "あおば"), moved.clone()]).await;
    assert_eq!((outcome.offices_new, outcome.offices_changed), (0, 3), "one of them only by its edition");
    let (same, changed, gone) = (
        world.office_of(KAIGO, "1").await,
        world.office_of(KAIGO, "2").await,
        world.office_of(KAIGO, "3").await,
    );
    let edition = |text: &str| Some(Edition::parse(text).unwrap());
    let mut tx = world.read().await;
    let offices = office::many(&mut tx, &[gone, same, changed]).await.unwrap();
    assert_eq!(offices[0].gone_in, edition("2026-06"), "gone is marked, not deleted");
    assert_eq!((offices[1].gone_in.clone(), offices[1].edition.clone()), (None, edition("2026-06")));
    assert_eq!(offices[2].phone.as_deref(), Some("072-000-0000"));
    let trail = audit::list(&mut tx, Some(changed.0), 10).await.unwrap();
    assert_eq!(trail[0].before.as_ref().unwrap()["phone"], "072-841-1221");
    assert_eq!(trail[0].after.as_ref().unwrap()["phone"], "072-000-0000");
    assert!(audit::list(&mut tx, Some(same.0), 10).await.unwrap().is_empty());
    let stored = dataset::find(&mut tx, KAIGO).await.unwrap().unwrap();
    assert_eq!((stored.rows, stored.gone), (2, 1));
    drop(tx);
    world.import(KAIGO, "2026-12", &[listing("1", "あおば"), moved, listing("3", "みどり")]).await;
    let back = office::find(&mut world.read().await, gone).await.unwrap().unwrap();
    assert_eq!((back.gone_in, back.edition), (None, edition("2026-12")), "what is listed again is back");
}

async fn a_listing_joins_an_office_that_is_there(world: World) {
    world.import(KAIGO, "2025-12", &[listing("1", "あおば")]).await;
    let home = world.office_of(KAIGO, "1").await;
    let mut plan = world.plan("wamnet:52", "2025-09", &[listing("A1", "あおば相談支援")]).await;
    plan.new[0].target = Target::Existing(home);
    let outcome =
        import::apply(&world.store, "import", plan, &hoshizu_catalog::progress::Silent).await.unwrap();
    assert_eq!((outcome.offices_new, outcome.offices_changed, outcome.organizations_new), (0, 1, 0));
    let mut tx = world.read().await;
    assert_eq!(office::full(&mut tx, home).await.unwrap().unwrap().services.len(), 2);
    let mut plan =
        world.plan("wamnet:52", "2025-09", &[listing("A1", "あおば相談支援"), listing("A2", "x")]).await;
    plan.new[0].target = Target::Existing(hoshizu_catalog::id::OfficeId(world.store.next_id()));
    assert!(matches!(refused(&world, plan).await, StoreError::NotFound("office")));
}

/// Says stop after some steps.
struct StopAfter(AtomicU64);

impl Progress for StopAfter {
    fn phase(&self, _: &'static str, _: u64) {}
    fn advance(&self, _: u64) {}
    fn is_cancelled(&self) -> bool {
        self.0.fetch_update(Ordering::SeqCst, Ordering::SeqCst, |left| left.checked_sub(1)).is_err()
    }
}

async fn a_cancelled_import_leaves_the_old_state(world: World) {
    world.import(KAIGO, "2025-12", &[listing("1", "あおば")]).await;
    let before = health::counts(&mut world.read().await).await.unwrap();
    let head = outbox::head(&mut world.read().await).await.unwrap();
    let mut stopped = 0;
    for steps in 0..20 {
        let plan = world.plan(KAIGO, "2026-06", &[listing("2", "わかば"), listing("3", "みどり")]).await;
        let watcher = StopAfter(AtomicU64::new(steps));
        match import::apply(&world.store, "import", plan, &watcher).await {
            Err(StoreError::Cancelled) => {
                stopped += 1;
                let mut tx = world.read().await;
                assert_eq!(health::counts(&mut tx).await.unwrap(), before, "stopped at step {steps}");
                assert_eq!(outbox::head(&mut tx).await.unwrap(), head);
                let edition = dataset::find(&mut tx, KAIGO).await.unwrap().unwrap().edition;
                assert_eq!(edition, Edition::parse("2025-12").ok());
            }
            Err(error) => panic!("{error}"),
            Ok(_) => break,
        }
    }
    assert!(stopped >= 3, "an import asks more than once whether to go on: {stopped}");
    assert_eq!(
        health::counts(&mut world.read().await).await.unwrap().offices,
        3,
        "the next try goes through"
    );
}

async fn an_older_edition_and_a_stale_plan_are_refused(world: World) {
    world.import(KAIGO, "2025-12", &[listing("1", "あおば")]).await;
    let older = world.plan(KAIGO, "2025-06", &[listing("1", "あおば")]).await;
    assert!(matches!(refused(&world, older).await, StoreError::OlderEdition { .. }));
    let early = world.plan(KAIGO, "2026-06", &[listing("1", "あおば")]).await;
    world.import("kaigo:110", "2025-12", &[listing("9", "ほし")]).await;
    assert!(matches!(refused(&world, early).await, StoreError::Stale));
    let mut unnamed = world.empty_plan(KAIGO, "2026-06").await;
    unnamed.run.edition = None;
    assert!(matches!(refused(&world, unnamed).await, StoreError::NoEdition));
}

async fn a_failure_in_the_middle_leaves_the_old_state(world: World) {
    world.import(KAIGO, "2025-12", &[listing("1", "あおば")]).await;
    let before = health::counts(&mut world.read().await).await.unwrap();
    // One key twice in a plan: the second row breaks the rule of the table after the first was written.
    let mut plan = world.plan(KAIGO, "2026-06", &[listing("2", "わかば"), listing("3", "みどり")]).await;
    "2".clone_into(&mut plan.new[1].listing.key);
    assert!(refused(&world, plan).await.is_unique_violation());
    assert_eq!(health::counts(&mut world.read().await).await.unwrap(), before);
    let mut write = world.store.begin("import").await.unwrap();
    let mut run = world.run(KAIGO, "2026-06");
    run.state = RunState::Failed;
    run.error = Some("duplicate".to_owned());
    import::record(&mut write, &run, &[]).await.unwrap();
    write.commit().await.unwrap();
    let mut tx = world.read().await;
    assert_eq!(import::find(&mut tx, run.id).await.unwrap().unwrap().error.as_deref(), Some("duplicate"));
    let stored = dataset::find(&mut tx, KAIGO).await.unwrap().unwrap();
    assert_eq!(stored.edition, Edition::parse("2025-12").ok(), "a run that failed is not the data set's");
}

async fn rejections_changes_and_questions_are_kept_for_download(world: World) {
    let mut plan = world.plan(KAIGO, "2025-12", &[listing("1", "あおば"), listing("2", "わかば")]).await;
    let offices: Vec<_> = plan.new.iter().map(|new| new.target.office()).collect();
    plan.rejections = (0..3)
        .map(|line| Rejection {
            line: line + 2,
            column: "都道府県コード".to_owned(),
            value: "あ".repeat(100_000),
            reason: "unknown_service".to_owned(),
            remedy: "直してください。".to_owned(),
        })
        .collect();
    let field = FieldChange { field: "phone".to_owned(), before: "1".to_owned(), after: String::new() };
    let change = Change {
        key: "1".to_owned(),
        name: "あおば".to_owned(),
        kind: ChangeKind::Changed,
        fields: vec![field],
    };
    plan.changes = vec![change.clone()];
    let question = NewReview {
        kind: "match_candidate".to_owned(),
        offices: offices.clone(),
        agree: vec!["phone".to_owned()],
        differ: vec!["address".to_owned()],
    };
    plan.reviews = vec![question.clone()];
    let run = plan.run.id;
    import::apply(&world.store, "import", plan, &hoshizu_catalog::progress::Silent).await.unwrap();
    let mut tx = world.read().await;
    let page = import::rejections(&mut tx, run, 1, 1).await.unwrap();
    assert_eq!(page.iter().map(|r| r.line).collect::<Vec<_>>(), [3]);
    assert_eq!(page[0].value.chars().count(), 500, "an endless value is cut");
    assert_eq!(import::changes(&mut tx, run, 0, 10).await.unwrap(), [change]);
    let open = review::list(&mut tx, Some("match_candidate"), None, 10).await.unwrap();
    assert_eq!((open.len(), &open[0].offices), (1, &offices));
    drop(tx);
    let mut write = world.store.begin("operator").await.unwrap();
    assert!(review::decide(&mut write, open[0].id, "different").await.unwrap());
    assert!(!review::decide(&mut write, open[0].id, "same").await.unwrap(), "decided once");
    write.commit().await.unwrap();
    let mut plan = world.empty_plan(KAIGO, "2025-12").await;
    plan.reviews = vec![NewReview { offices: offices.into_iter().rev().collect(), ..question }];
    import::apply(&world.store, "import", plan, &hoshizu_catalog::progress::Silent).await.unwrap();
    assert_eq!(review::count(&mut world.read().await, None).await.unwrap(), 0, "not asked a second time");
}

async fn the_outbox_keeps_the_order_of_commits_and_its_head(world: World) {
    world.import(KAIGO, "2025-12", &[listing("1", "あおば")]).await;
    let middle = outbox::head(&mut world.read().await).await.unwrap();
    let head = world.import(KAIGO, "2026-06", &[listing("1", "あおば改")]).await.sequence;
    let mut tx = world.read().await;
    let later = outbox::after(&mut tx, middle, 10).await.unwrap();
    assert!(!later.is_empty() && later.iter().all(|entry| entry.seq > middle && entry.seq <= head));
    drop(tx);
    let mut write = world.store.begin("indexer").await.unwrap();
    assert!(outbox::prune(&mut write, i64::MAX).await.unwrap() > 0);
    write.commit().await.unwrap();
    let mut tx = world.read().await;
    assert_eq!(outbox::head(&mut tx).await.unwrap(), head, "the head never falls");
    assert_eq!(outbox::tail(&mut tx).await.unwrap(), Some(head));
}
