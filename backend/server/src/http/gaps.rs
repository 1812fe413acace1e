//! `/gaps`: the matrix of a council and the notes it keeps on it. Nothing of it is public: the ties behind it are told to
//! those who may read them in the area.

use crate::{
    app::App,
    clock::rfc3339,
    coverage::council::{self, Reader, fields, paper, workbook},
    http::{
        coverage::ready,
        entries::refuse_client_data,
        network::sight_of,
        principal::Principal,
        problem::{OrNotFound as _, Problem, Result},
        surveys::SurveyArea,
    },
    press,
    region::Region,
    surveys::progress::area_name,
    view::{
        gap_note::{GapNoteChange, GapNoteInput, GapNoteList, GapNoteStep, GapNoteView},
        gaps::{GapReport, GapTies},
    },
};
use axum::{
    Json,
    extract::{Path, Query, State},
    http::{StatusCode, header},
    response::{IntoResponse as _, Response},
};
use hoshizu_catalog::{
    day::Day,
    gap_note::{Action as StepAction, GapNote, Step},
    id::{AccountId, GapNoteId},
    permission::{Action, Target},
    taxonomy::ServiceType,
};
use hoshizu_store::{Tx, account, gap_note};
use serde::Deserialize;
use std::{
    cmp::Reverse,
    collections::{HashMap, hash_map::Entry},
};
use utoipa::{IntoParams, ToSchema};

/// Steps a note may have: a council that needs more opens another.
const MOST_STEPS: usize = 100;

/// Every number of an area, with its parts side by side.
#[utoipa::path(get, operation_id = "gap_report", path = "/gaps/council", tag = "gaps", params(SurveyArea),
    responses((status = 200, body = GapReport), (status = 401, body = Problem), (status = 403, body = Problem),
        (status = 404, body = Problem), (status = 503, body = Problem)))]
pub async fn council(
    principal: Principal,
    State(app): State<App>,
    Query(of): Query<SurveyArea>,
) -> Result<Json<GapReport>> {
    Ok(Json(report(&app, &principal, &of.area).await?))
}

/// The report of an area, for whoever may read it.
pub async fn report(app: &App, principal: &Principal, area: &str) -> Result<GapReport> {
    let around = around(app, area)?;
    principal.check(Action::ReadGaps, Target::Area(&around))?;
    let reader = Reader {
        // Who keeps the surveys of the area has read the sheets anyway.
        all: principal.may(Action::KeepSurveys, Target::Area(&around)),
        may_write: principal.may(Action::KeepGapNotes, Target::Area(&around)),
    };
    council::report(app, ready(app).await?, area, reader).await
}

/// Which offices' ties.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct TiesOf {
    /// Code of the area.
    pub area: String,
    /// Code of the service.
    pub service: String,
}

/// Ties of the offices of a service, of an area and of its parts: for whoever may read ties there.
#[utoipa::path(get, operation_id = "gap_ties", path = "/gaps/ties", tag = "gaps", params(TiesOf),
    responses((status = 200, body = GapTies), (status = 400, body = Problem), (status = 401, body = Problem),
        (status = 403, body = Problem), (status = 404, body = Problem), (status = 503, body = Problem)))]
pub async fn ties(
    principal: Principal,
    State(app): State<App>,
    Query(of): Query<TiesOf>,
) -> Result<Json<GapTies>> {
    let service = ServiceType::from_code(&of.service)
        .ok_or_else(|| Problem::invalid("service", format!("unknown code {:?}", of.service)))?;
    let sight = sight_of(&mut app.store.read().await?, &app, &principal, &of.area).await?;
    Ok(Json(council::ties(&app, &*ready(&app).await?, &of.area, service, sight.all).await?))
}

/// The same as a workbook.
#[utoipa::path(get, operation_id = "gap_workbook", path = "/gaps/council.xlsx", tag = "gaps", params(SurveyArea),
    responses((status = 200, body = String, content_type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
        (status = 401, body = Problem), (status = 403, body = Problem), (status = 404, body = Problem),
        (status = 503, body = Problem)))]
pub async fn workbook(
    principal: Principal,
    State(app): State<App>,
    Query(of): Query<SurveyArea>,
) -> Result<Response> {
    let report = report(&app, &principal, &of.area).await?;
    let built = tokio::task::spawn_blocking(move || workbook::write(&report)).await;
    let bytes =
        built.map_err(|error| Problem::internal(&error))?.map_err(|error| Problem::internal(&error))?;
    let kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    let name = "attachment; filename=\"gaps.xlsx\"";
    Ok(([(header::CONTENT_TYPE, kind), (header::CONTENT_DISPOSITION, name)], bytes).into_response())
}

/// What is printed.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct PaperOf {
    /// Code of the area.
    pub area: String,
    /// `a4` for the report, `a3` for the poster.
    #[serde(default)]
    #[param(inline)]
    pub size: PaperSize,
}

/// Size of paper.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize, ToSchema)]
#[serde(rename_all = "lowercase")]
pub enum PaperSize {
    /// The report, four to eight pages.
    #[default]
    A4,
    /// The poster.
    A3,
}

/// The same as a report to hand out, or as a poster. In Japanese.
#[utoipa::path(get, operation_id = "gap_paper", path = "/gaps/council.pdf", tag = "gaps", params(PaperOf),
    responses((status = 200, body = String, content_type = "application/pdf"), (status = 400, body = Problem),
        (status = 401, body = Problem), (status = 403, body = Problem), (status = 404, body = Problem),
        (status = 503, body = Problem)))]
pub async fn printed(
    principal: Principal,
    State(app): State<App>,
    Query(of): Query<PaperOf>,
) -> Result<Response> {
    let report = report(&app, &principal, &of.area).await?;
    let notes = kept(&app, &principal, &of.area).await?;
    let shapes = paper::maps::shapes(&mut app.store.read().await?, &report).await?;
    let document = paper::document(&report, &notes, &shapes);
    let bytes = press::print(&app, move |fonts| match of.size {
        PaperSize::A4 => hoshizu_print::council(&document, fonts),
        PaperSize::A3 => hoshizu_print::poster(&document, fonts),
    });
    let name = match of.size {
        PaperSize::A4 => "attachment; filename=\"gaps-report.pdf\"",
        PaperSize::A3 => "attachment; filename=\"gaps-poster.pdf\"",
    };
    let headers = [(header::CONTENT_TYPE, "application/pdf"), (header::CONTENT_DISPOSITION, name)];
    Ok((headers, bytes.await?).into_response())
}

/// The area and those it lies in; 404 for none.
fn around(app: &App, area: &str) -> Result<Vec<String>> {
    let region = app.region.load();
    region.areas.contains_key(area).then(|| region.areas_above(area)).or_not_found("area")
}

/// Notes and decisions of an area and of those inside it.
#[utoipa::path(get, operation_id = "list_gap_notes", path = "/gaps/notes", tag = "gaps", params(SurveyArea),
    responses((status = 200, body = GapNoteList), (status = 401, body = Problem), (status = 403, body = Problem),
        (status = 404, body = Problem)))]
pub async fn notes(
    principal: Principal,
    State(app): State<App>,
    Query(of): Query<SurveyArea>,
) -> Result<Json<GapNoteList>> {
    let around = around(&app, &of.area)?;
    principal.check(Action::ReadGaps, Target::Area(&around))?;
    let items = kept(&app, &principal, &of.area).await?;
    Ok(Json(GapNoteList { items, may_write: principal.may(Action::KeepGapNotes, Target::Area(&around)) }))
}

/// Notes of an area and of those inside it, in the order a council reads them. Whether somebody may see them is the
/// caller's to ask.
async fn kept(app: &App, principal: &Principal, area: &str) -> Result<Vec<GapNoteView>> {
    let region = app.region.load_full();
    let mut tx = app.store.read().await?;
    let mut found = gap_note::list(&mut tx).await?;
    found.retain(|note| region.areas_above(&note.area).iter().any(|code| code == area));
    found.sort_by_key(|note| {
        let last = note.steps.last().map(|step| step.at);
        // A note without a day is due last.
        (!note.is_open(), note.is_open() && note.until().is_none(), note.until(), Reverse(last))
    });
    let names = names(&mut tx, &found).await?;
    Ok(found.into_iter().map(|note| view(app, principal, &region, &names, note)).collect())
}

async fn names(tx: &mut Tx, notes: &[GapNote]) -> Result<HashMap<AccountId, String>> {
    let mut names = HashMap::new();
    for id in notes.iter().flat_map(|note| &note.steps).filter_map(|step| step.by) {
        if let Entry::Vacant(place) = names.entry(id) {
            let name = account::find(tx, id).await?.map(|account| account.name);
            place.insert(name.unwrap_or_default());
        }
    }
    Ok(names)
}

fn view(
    app: &App,
    principal: &Principal,
    region: &Region,
    names: &HashMap<AccountId, String>,
    note: GapNote,
) -> GapNoteView {
    let step = |step: &Step| GapNoteStep {
        action: step.action.code().to_owned(),
        text: step.text.clone(),
        until: step.until.map(|day| day.to_string()),
        by: step.by.and_then(|id| names.get(&id).cloned()).unwrap_or_default(),
        at: rfc3339(step.at),
    };
    GapNoteView {
        id: note.id.0,
        area_name: area_name(region, &note.area),
        kind: note.kind.code().to_owned(),
        text: note.text().to_owned(),
        until: note.until().map(|day| day.to_string()),
        state: if note.is_open() { "open" } else { "resolved" }.to_owned(),
        steps: note.steps.iter().map(step).collect(),
        overdue: note.is_overdue(Day::of(app.store.now())),
        may_write: principal.may(Action::KeepGapNotes, Target::Area(&region.areas_above(&note.area))),
        column: note.column,
        area: note.area,
    }
}

/// Writes a note or decision on a field.
#[utoipa::path(post, operation_id = "write_gap_note", path = "/gaps/notes", tag = "gaps", request_body = GapNoteInput,
    responses((status = 201, body = GapNoteView), (status = 401, body = Problem), (status = 403, body = Problem),
        (status = 404, body = Problem), (status = 422, body = Problem)))]
pub async fn write(
    principal: Principal,
    State(app): State<App>,
    Json(input): Json<GapNoteInput>,
) -> Result<(StatusCode, Json<GapNoteView>)> {
    let around = around(&app, &input.area)?;
    principal.check(Action::KeepGapNotes, Target::Area(&around))?;
    let (kind, words) = input.read().map_err(|(field, why)| Problem::unprocessable(field, why))?;
    if !fields::is_column(&input.column) {
        return Err(Problem::unprocessable("column", "no such column"));
    }
    let by = Some(principal.signed_in()?);
    refuse_client_data([words.text.as_str()].into_iter())?;
    let (action, at) = (StepAction::Written, app.store.now());
    let steps = vec![Step { action, text: words.text, until: words.until, by, at }];
    let id = GapNoteId(app.store.next_id());
    let note = GapNote { id, area: input.area, column: input.column, kind, steps };
    Ok((StatusCode::CREATED, Json(save(&app, &principal, note, None).await?)))
}

/// Rewrites, resolves or reopens a note. What was is kept.
#[utoipa::path(patch, operation_id = "change_gap_note", path = "/gaps/notes/{id}", tag = "gaps",
    params(("id" = uuid::Uuid, Path)), request_body = GapNoteChange,
    responses((status = 200, body = GapNoteView), (status = 401, body = Problem), (status = 403, body = Problem),
        (status = 404, body = Problem), (status = 409, body = Problem), (status = 422, body = Problem)))]
pub async fn change(
    principal: Principal,
    State(app): State<App>,
    Path(id): Path<GapNoteId>,
    Json(input): Json<GapNoteChange>,
) -> Result<Json<GapNoteView>> {
    let mut note = gap_note::find(&mut app.store.read().await?, id).await?.or_not_found("note")?;
    let around = app.region.load().areas_above(&note.area);
    principal.check(Action::KeepGapNotes, Target::Area(&around))?;
    let (action, words) = input.read().map_err(|(field, why)| Problem::unprocessable(field, why))?;
    let fits = match action {
        StepAction::Resolved => note.is_open(),
        StepAction::Reopened => !note.is_open(),
        StepAction::Written | StepAction::Changed => true,
    };
    if !fits {
        return Err(Problem::conflict("the note is so already"));
    }
    if note.steps.len() >= MOST_STEPS {
        return Err(Problem::unprocessable("action", format!("more than {MOST_STEPS} steps")));
    }
    refuse_client_data([words.text.as_str()].into_iter())?;
    let (by, at) = (Some(principal.signed_in()?), app.store.now());
    // Resolving says nothing of the day it was due.
    let until = if action == StepAction::Resolved { note.until() } else { words.until };
    note.steps.push(Step { action, text: words.text, until, by, at });
    Ok(Json(save(&app, &principal, note, Some(input.seen)).await?))
}

/// Saves a note as it will be seen; refuses it when somebody else has written since `seen` steps.
async fn save(app: &App, principal: &Principal, note: GapNote, seen: Option<usize>) -> Result<GapNoteView> {
    let mut write = app.store.begin(&principal.actor()).await?;
    let now = gap_note::find(write.tx(), note.id).await?.map(|found| found.steps.len());
    if now != seen {
        return Err(Problem::conflict("somebody else has written since"));
    }
    gap_note::save(&mut write, &note).await?;
    let names = names(write.tx(), std::slice::from_ref(&note)).await?;
    write.commit().await?;
    Ok(view(app, principal, &app.region.load(), &names, note))
}
