//! `/offices/{id}/history`: who changed what, when, from which source; and making an earlier state stand again.

use crate::{
    app::App,
    history_view::{self, Names},
    http::{
        principal::Principal,
        problem::{OrNotFound as _, Problem, Result},
    },
    view::history::{HistoryPage, RestoredView},
};
use axum::{
    Json,
    extract::{Path, Query, State},
};
use hoshizu_catalog::{day::Day, id::OfficeId, permission::Action};
use hoshizu_store::{history, office};
use serde::Deserialize;
use utoipa::{IntoParams, ToSchema};

/// Lines of the audit a page is made of.
const LINES: u32 = 60;

/// Where to read on.
#[derive(Debug, Default, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(default)]
pub struct Before {
    /// `next` of the page before.
    pub before: Option<i64>,
}

/// The history of an office, newest first. Names of persons are for members of the office and stewards of its area.
#[utoipa::path(get, operation_id = "show_history", path = "/offices/{id}/history", tag = "offices",
    params(("id" = uuid::Uuid, Path), Before),
    responses((status = 200, body = HistoryPage), (status = 404, body = Problem)))]
pub async fn show(
    principal: Principal,
    State(app): State<App>,
    Path(id): Path<OfficeId>,
    Query(page): Query<Before>,
) -> Result<Json<HistoryPage>> {
    let mut tx = app.store.read().await?;
    let office = office::find(&mut tx, id).await?.or_not_found("office")?;
    let lines = history::of_office(&mut tx, id, page.before, LINES).await?;
    let next = lines.last().filter(|_| lines.len() == LINES as usize).map(|line| line.seq);
    let named = principal.may_office(&app, Action::ReadHistory, &office);
    let names = Names::of(&mut tx, &lines).await?;
    let region = app.region.load_full();
    let items = history_view::entries(&mut tx, &region, id, lines, (&names, named)).await?;
    let may_restore = principal.may_office(&app, Action::Moderate, &office);
    Ok(Json(HistoryPage { items, next, may_restore }))
}

/// Which state.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Restore {
    /// The state after this entry.
    pub seq: i64,
}

/// Makes the state after an entry of the history stand again, by corrections.
#[utoipa::path(post, operation_id = "restore_office", path = "/offices/{id}/restore", tag = "offices",
    params(("id" = uuid::Uuid, Path)), request_body = Restore,
    responses((status = 200, body = RestoredView), (status = 403, body = Problem), (status = 404, body = Problem)))]
pub async fn restore(
    principal: Principal,
    State(app): State<App>,
    Path(id): Path<OfficeId>,
    Json(input): Json<Restore>,
) -> Result<Json<RestoredView>> {
    let mut write = app.store.begin(&principal.actor()).await?;
    let office = office::find(write.tx(), id).await?.or_not_found("office")?;
    principal.check_office(&app, Action::Moderate, &office)?;
    let note = format!("{} に履歴から戻しました", Day::of(app.store.now()));
    let done = history::restore(&mut write, id, input.seq, Some(&note)).await?;
    write.commit().await?;
    app.jobs.nudge();
    let decision = done.decision.map(|decision| decision.0);
    Ok(Json(RestoredView { decision, fields: done.fields, left: done.left }))
}
