//! Writing a plan: services, organizations, offices, report, all in one transaction.

use super::{ImportPlan, Outcome, RunState, Target, organizations::Resolver, runs};
use crate::{
    backend::Store,
    bulk::{insert_rows, select_in},
    codec::to_json,
    dataset,
    error::{Result, StoreError},
    listing, outbox, recompose, redirect, review,
    review::conflict,
    write::{Audit, Entity, Trace, Write},
};
use hoshizu_catalog::{
    edition::Edition,
    id::{OfficeId, ServiceId},
    listing::Listing,
    number::OfficeNumber,
    progress::Progress,
};
use serde_json::json;
use std::collections::{BTreeSet, HashMap};
use uuid::Uuid;

/// New listings after which the planner's figures are out of date.
const LARGE: usize = 5_000;

/// A row of `service` to be written.
struct ServiceRow<'p> {
    id: Uuid,
    office: OfficeId,
    organization: Option<Uuid>,
    listing: &'p Listing,
    json: String,
    digest: &'p [u8; 16],
}

/// Writes the plan in the name of `actor`. Everything or, on an error, on cancellation or when the process dies,
/// nothing. A plan in which everything is unchanged in the edition stored writes only the record of the run.
pub async fn apply(
    store: &Store,
    actor: &str,
    mut plan: ImportPlan,
    progress: &dyn Progress,
) -> Result<Outcome> {
    let mut write = store.begin(actor).await?;
    let done = async {
        let outcome = apply_in(&mut write, &plan, progress).await?;
        plan.run.finished_at = store.now();
        plan.run.seconds = (plan.run.finished_at - plan.run.started_at).as_seconds_f64().max(0.0);
        actor.clone_into(&mut plan.run.actor);
        plan.run.state = RunState::Done;
        if changes_anything(&plan, outcome) {
            write.pen(Trace::audit(summary(&plan, outcome))).await?;
        }
        runs::write_plan(&mut write, &plan).await?;
        review::raise(&mut write, plan.run.id, &plan.reviews).await?;
        go_on(progress)?;
        Ok(Outcome { sequence: outbox::head(write.tx()).await?, ..outcome })
    }
    .await;
    match done {
        Ok(outcome) => {
            write.commit().await?;
            if plan.new.len() > LARGE {
                store.settle().await?;
            }
            Ok(outcome)
        }
        Err(error) => {
            write.rollback().await?;
            Err(error)
        }
    }
}

fn go_on(progress: &dyn Progress) -> Result<()> {
    if progress.is_cancelled() { Err(StoreError::Cancelled) } else { Ok(()) }
}

/// Refuses a plan that was made for another state of the directory.
///
/// Gives its edition, and whether it is the first of its data set.
async fn check(write: &mut Write, plan: &ImportPlan) -> Result<(Edition, bool)> {
    let edition = plan.run.edition.clone().ok_or(StoreError::NoEdition)?;
    let known = dataset::find(write.tx(), &plan.run.dataset).await?;
    let is_first = known.is_none();
    if let Some(stored) = known.and_then(|known| known.edition).filter(|stored| *stored > edition) {
        return Err(StoreError::OlderEdition { dataset: plan.run.dataset.clone(), stored, given: edition });
    }
    if runs::latest(write.tx()).await? != plan.based_on {
        return Err(StoreError::Stale);
    }
    Ok((edition, is_first))
}

async fn apply_in(write: &mut Write, plan: &ImportPlan, progress: &dyn Progress) -> Result<Outcome> {
    let (edition, is_first) = check(write, plan).await?;
    let official = conflict::official_values(write.tx()).await?;
    let mut affected: BTreeSet<OfficeId> = BTreeSet::new();
    let organizations_new = write_listings(write, plan, &edition, &mut affected, progress).await?;
    move_editions(write, plan, &edition, &mut affected, progress).await?;
    mark_gone(write, plan, &edition, &mut affected, progress).await?;
    let affected: Vec<OfficeId> = affected.into_iter().collect();
    progress.phase("compose", affected.len() as u64);
    let mut outcome = Outcome { organizations_new, ..Outcome::default() };
    for (index, chunk) in affected.chunks(recompose::CHUNK).enumerate() {
        go_on(progress)?;
        let done = if is_first {
            recompose::first_edition(write, chunk).await?
        } else {
            recompose::offices(write, "import", chunk).await?
        };
        outcome.offices_new += done.new;
        outcome.offices_changed += done.changed;
        progress.advance((index * recompose::CHUNK + chunk.len()) as u64);
    }
    conflict::raise(write, plan.run.id, &official).await?;
    Ok(outcome)
}

/// Writes new and changed listings with their organizations; returns how many organizations are new.
async fn write_listings(
    write: &mut Write,
    plan: &ImportPlan,
    edition: &Edition,
    affected: &mut BTreeSet<OfficeId>,
    progress: &dyn Progress,
) -> Result<u64> {
    if plan.new.is_empty() && plan.changed.is_empty() {
        return Ok(0);
    }
    let moved = check_targets(write, plan).await?;
    let homes = homes(write, plan.changed.iter().map(|changed| changed.service)).await?;
    let before = listing::by_ids(
        write.tx(),
        &plan.changed.iter().map(|changed| changed.service).collect::<Vec<ServiceId>>(),
    )
    .await?;
    let listings = plan.new.iter().map(|new| &new.listing).chain(plan.changed.iter().map(|c| &c.listing));
    let mut resolver = Resolver::load(write.tx(), listings).await?;
    let mut rows: Vec<ServiceRow<'_>> = Vec::with_capacity(plan.new.len() + plan.changed.len());
    for changed in &plan.changed {
        let (office, stated_by) = *homes.get(&changed.service).ok_or(StoreError::NotFound("service"))?;
        let old = before.get(&changed.service).and_then(|listing| listing.organization.as_ref());
        if let (Some(id), Some(old), Some(new)) = (stated_by, old, &changed.listing.organization) {
            resolver.follow(id, old, new);
        }
        rows.push(ServiceRow {
            id: changed.service.0,
            office,
            organization: resolver.resolve(&changed.listing, || write.next_id()),
            listing: &changed.listing,
            json: to_json(&changed.listing)?,
            digest: &changed.digest,
        });
    }
    for new in &plan.new {
        rows.push(ServiceRow {
            id: write.next_id(),
            office: moved.get(&new.target.office()).copied().unwrap_or(new.target.office()),
            organization: resolver.resolve(&new.listing, || write.next_id()),
            listing: &new.listing,
            json: to_json(&new.listing)?,
            digest: &new.digest,
        });
    }
    let written = resolver.write(write).await?;
    affected.extend(rows.iter().map(|row| row.office));
    touch_renamed(write, &written.renamed, affected).await?;
    write_services(write, &plan.run.dataset, edition, &rows, progress).await?;
    Ok(written.new)
}

/// A listing must not be hung on an office that is not there; the foreign key would say so only at the commit. Gives
/// the offices that were merged into others since the plan was made.
async fn check_targets(write: &mut Write, plan: &ImportPlan) -> Result<HashMap<OfficeId, OfficeId>> {
    let mut ids: Vec<Uuid> = plan
        .new
        .iter()
        .filter_map(|new| if let Target::Existing(id) = new.target { Some(id.0) } else { None })
        .collect();
    ids.sort_unstable();
    ids.dedup();
    let found = select_in!(write.tx(), (Uuid,), "SELECT id FROM office WHERE id IN", ids, "");
    if found.len() == ids.len() {
        return Ok(HashMap::new());
    }
    let moved = redirect::many(write.tx(), &ids).await?;
    if found.len() + moved.len() == ids.len() { Ok(moved) } else { Err(StoreError::NotFound("office")) }
}

/// Office and organization of stored services.
async fn homes(
    write: &mut Write,
    services: impl Iterator<Item = ServiceId>,
) -> Result<HashMap<ServiceId, (OfficeId, Option<Uuid>)>> {
    let ids: Vec<Uuid> = services.map(|id| id.0).collect();
    let rows = select_in!(
        write.tx(),
        (Uuid, Uuid, Option<Uuid>),
        "SELECT id, office_id, organization_id FROM service WHERE id IN",
        ids,
        ""
    );
    Ok(rows.into_iter().map(|(id, office, org)| (ServiceId(id), (OfficeId(office), org))).collect())
}

/// The offices of renamed organizations have other search documents although no value of theirs changed.
async fn touch_renamed(write: &mut Write, renamed: &[Uuid], affected: &BTreeSet<OfficeId>) -> Result<()> {
    let offices = select_in!(
        write.tx(),
        (Uuid,),
        "SELECT id FROM office WHERE organization_id IN",
        renamed,
        " ORDER BY id"
    );
    let touched = offices
        .into_iter()
        .map(|(id,)| id)
        .filter(|id| !affected.contains(&OfficeId(*id)))
        .map(|id| (Entity::Office, id))
        .collect();
    write.pen(Trace::of(Vec::new(), touched)).await.map(|_| ())
}

async fn write_services(
    write: &mut Write,
    dataset: &str,
    edition: &Edition,
    rows: &[ServiceRow<'_>],
    progress: &dyn Progress,
) -> Result<()> {
    progress.phase("write", rows.len() as u64);
    let mut done = 0;
    for part in rows.chunks(crate::bulk::ROWS * 4) {
        go_on(progress)?;
        let mut pen = write.pen(Trace::part_of_another()).await?;
        insert_rows!(
            pen,
            "INSERT INTO service (id, office_id, organization_id, dataset, key, edition, service_type, number, digest, \
             listing) ",
            10,
            part,
            |row, service| {
                row.push_bind(service.id)
                    .push_bind(service.office.0)
                    .push_bind(service.organization)
                    .push_bind(dataset)
                    .push_bind(&service.listing.key)
                    .push_bind(edition.as_str())
                    .push_bind(service.listing.service.definition().code.as_str())
                    .push_bind(service.listing.number.as_ref().map(OfficeNumber::as_str))
                    .push_bind(&service.digest[..])
                    .push_bind(&service.json);
            },
            " ON CONFLICT (id) DO UPDATE SET organization_id = excluded.organization_id, \
             edition = excluded.edition, gone_in = NULL, service_type = excluded.service_type, \
             number = excluded.number, digest = excluded.digest, listing = excluded.listing"
        );
        done += part.len();
        progress.advance(done as u64);
    }
    Ok(())
}

/// Moves unchanged listings on to this edition, those that were gone are back; what stands there already stays.
async fn move_editions(
    write: &mut Write,
    plan: &ImportPlan,
    edition: &Edition,
    affected: &mut BTreeSet<OfficeId>,
    progress: &dyn Progress,
) -> Result<()> {
    for part in plan.unchanged.chunks(10_000) {
        go_on(progress)?;
        let ids: Vec<Uuid> = part.iter().map(|id| id.0).collect();
        let rows = select_in!(
            write.tx(),
            (Uuid, Uuid, String, Option<String>),
            "SELECT id, office_id, edition, gone_in FROM service WHERE id IN",
            ids,
            ""
        );
        let (mut stale, mut offices) = (Vec::new(), Vec::new());
        for (id, office, stored, gone_in) in rows {
            if stored != edition.as_str() || gone_in.is_some() {
                stale.push(id);
                offices.push(OfficeId(office));
            }
        }
        set_editions(write, &stale, "edition = ", ", gone_in = NULL", edition).await?;
        affected.extend(offices);
    }
    Ok(())
}

async fn mark_gone(
    write: &mut Write,
    plan: &ImportPlan,
    edition: &Edition,
    affected: &mut BTreeSet<OfficeId>,
    progress: &dyn Progress,
) -> Result<()> {
    go_on(progress)?;
    let ids: Vec<Uuid> = plan.gone.iter().map(|id| id.0).collect();
    let rows = select_in!(
        write.tx(),
        (Uuid, Uuid, Option<String>),
        "SELECT id, office_id, gone_in FROM service WHERE id IN",
        ids,
        ""
    );
    // Once gone, the first edition it was missing from stays.
    let present: Vec<(Uuid, Uuid)> =
        rows.into_iter().filter(|(.., gone)| gone.is_none()).map(|(id, office, _)| (id, office)).collect();
    let ids: Vec<Uuid> = present.iter().map(|(id, _)| *id).collect();
    set_editions(write, &ids, "gone_in = ", "", edition).await?;
    affected.extend(present.into_iter().map(|(_, office)| OfficeId(office)));
    Ok(())
}

async fn set_editions(
    write: &mut Write,
    ids: &[Uuid],
    column: &'static str,
    further: &'static str,
    edition: &Edition,
) -> Result<()> {
    let mut pen = write.pen(Trace::part_of_another()).await?;
    for chunk in ids.chunks(crate::bulk::KEYS) {
        each_backend!(pen, |conn| {
            let mut query = sqlx::QueryBuilder::<Db>::new("UPDATE service SET ");
            query.push(column).push_bind(edition.as_str()).push(further).push(" WHERE id IN (");
            let mut list = query.separated(", ");
            for id in chunk {
                list.push_bind(*id);
            }
            query.push(")");
            query.build().persistent(chunk.len() == crate::bulk::KEYS).execute(conn).await?;
        });
    }
    Ok(())
}

fn changes_anything(plan: &ImportPlan, outcome: Outcome) -> bool {
    !plan.new.is_empty() || !plan.changed.is_empty() || outcome.offices_new + outcome.offices_changed > 0
}

/// The one audit line of an import that changed anything.
fn summary(plan: &ImportPlan, outcome: Outcome) -> Audit {
    let run = &plan.run;
    Audit {
        action: "import",
        entity: Entity::Import,
        id: Some(run.id.0),
        before: None,
        after: Some(json!({
            "label": run.label, "dataset": run.dataset, "edition": run.edition,
            "new": plan.new.len(), "changed": plan.changed.len(), "gone": plan.gone.len(), "outcome": outcome,
        })),
    }
}
