//! `/decisions`: what stewards decided, and taking it back; merging, splitting and restoring offices.

use crate::{
    app::App,
    clock::rfc3339,
    http::{
        principal::Principal,
        problem::{OrNotFound as _, Problem, Result},
    },
    view::review::{Decided, DecisionList, DecisionView, OfficeName, UndoView},
};
use axum::{
    Json,
    extract::{Path, State},
};
use hoshizu_catalog::{
    id::{DecisionId, OfficeId, ServiceId},
    office::Office,
    permission::Action,
};
use hoshizu_store::{
    Tx,
    decision::{self, Undone},
    merge, office, redirect,
};
use serde::Deserialize;
use utoipa::ToSchema;

/// Decisions shown.
const SHOWN: u32 = 20;

/// Your newest decisions.
#[utoipa::path(get, operation_id = "list_decisions", path = "/decisions", tag = "review",
    responses((status = 200, body = DecisionList), (status = 401, body = Problem)))]
pub async fn list(principal: Principal, State(app): State<App>) -> Result<Json<DecisionList>> {
    let mut tx = app.store.read().await?;
    let found = decision::latest(&mut tx, Some(&principal.actor()), SHOWN).await?;
    let mut items = Vec::with_capacity(found.len());
    for one in found {
        let offices = office::many(&mut tx, &one.offices).await?;
        items.push(DecisionView {
            id: one.id.0,
            action: one.action,
            item: one.item.map(|item| item.0),
            offices: offices.into_iter().map(|o| OfficeName { id: o.id.0, name: o.name }).collect(),
            at: rfc3339(one.at),
            undone_at: one.undone_at.map(rfc3339),
        });
    }
    Ok(Json(DecisionList { items }))
}

/// Takes a decision back, or says what has changed since and bars it.
#[utoipa::path(post, operation_id = "undo_decision", path = "/decisions/{id}/undo", tag = "review",
    params(("id" = uuid::Uuid, Path)),
    responses((status = 200, body = UndoView), (status = 403, body = Problem), (status = 404, body = Problem)))]
pub async fn undo(
    principal: Principal,
    State(app): State<App>,
    Path(id): Path<DecisionId>,
) -> Result<Json<UndoView>> {
    let mut write = app.store.begin(&principal.actor()).await?;
    let found = decision::find(write.tx(), id).await?.or_not_found("decision")?;
    let standing = standing(write.tx(), &found.offices).await?;
    // As with items: who may not touch its offices does not learn of it.
    if standing.is_empty()
        || !standing.iter().all(|office| principal.may_office(&app, Action::Moderate, office))
    {
        return Err(Problem::not_found("decision"));
    }
    let (undone, changed) = match decision::undo(&mut write, id).await? {
        Undone::Done(_) => (true, Vec::new()),
        Undone::Changed(changed) => (false, changed),
        Undone::Already => (false, vec!["decision".to_owned()]),
    };
    write.commit().await?;
    app.jobs.nudge();
    Ok(Json(UndoView { undone, changed }))
}

/// The offices as they stand now, those merged away by what they became.
async fn standing(tx: &mut Tx, ids: &[OfficeId]) -> Result<Vec<Office>> {
    let mut now = Vec::with_capacity(ids.len());
    for id in ids {
        now.push(redirect::find(tx, *id).await?.unwrap_or(*id));
    }
    now.sort_unstable();
    now.dedup();
    Ok(office::many(tx, &now).await?)
}

/// Which office is the same.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Merge {
    /// The office that goes.
    pub away: uuid::Uuid,
}

/// Makes one office of two; the id of the other answers for this one for ever.
#[utoipa::path(post, operation_id = "merge_offices", path = "/offices/{id}/merge", tag = "review",
    params(("id" = uuid::Uuid, Path)), request_body = Merge,
    responses((status = 200, body = Decided), (status = 403, body = Problem), (status = 404, body = Problem)))]
pub async fn merge(
    principal: Principal,
    State(app): State<App>,
    Path(id): Path<OfficeId>,
    Json(input): Json<Merge>,
) -> Result<Json<Decided>> {
    let mut write = app.store.begin(&principal.actor()).await?;
    let away = OfficeId(input.away);
    for one in [id, away] {
        let office = office::find(write.tx(), one).await?.or_not_found("office")?;
        principal.check_office(&app, Action::Moderate, &office)?;
    }
    let decision = merge::merge(&mut write, id, away, None).await?;
    write.commit().await?;
    app.jobs.nudge();
    Ok(Json(Decided { decision: decision.0, office: Some(id.0) }))
}

/// Which services go.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Split {
    /// Services that become an office of their own; some must stay.
    pub services: Vec<uuid::Uuid>,
}

/// Makes two offices of one. The next import keeps them apart.
#[utoipa::path(post, operation_id = "split_office", path = "/offices/{id}/split", tag = "review",
    params(("id" = uuid::Uuid, Path)), request_body = Split,
    responses((status = 200, body = Decided), (status = 403, body = Problem), (status = 404, body = Problem)))]
pub async fn split(
    principal: Principal,
    State(app): State<App>,
    Path(id): Path<OfficeId>,
    Json(input): Json<Split>,
) -> Result<Json<Decided>> {
    let mut write = app.store.begin(&principal.actor()).await?;
    let office = office::find(write.tx(), id).await?.or_not_found("office")?;
    principal.check_office(&app, Action::Moderate, &office)?;
    let services: Vec<ServiceId> = input.services.into_iter().map(ServiceId).collect();
    let (new, decision) = merge::split(&mut write, id, &services).await?;
    write.commit().await?;
    app.jobs.nudge();
    Ok(Json(Decided { decision: decision.0, office: Some(new.0) }))
}
