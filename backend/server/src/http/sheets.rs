//! ☆ sheets. The code is the right: whoever holds it may read and answer the one sheet, signed in or not. Tries are
//! counted by network; a code has 54 random bits.

use crate::{
    app::App,
    clock::rfc3339,
    http::{
        client::Client,
        entries::refuse_client_data,
        offices,
        principal::Principal,
        problem::{OrNotFound as _, Problem, Result},
        surveys::check,
    },
    surveys::{
        make,
        sheet::{self as shown, Opened, Rows},
    },
    view::sheet::{QuestionAnswer, SheetAnswer, SheetOutcome, SheetRows, SheetSaved, SheetView},
};
use axum::{
    Json,
    extract::{Path, Query, State},
    http::StatusCode,
};
use hoshizu_catalog::{
    day::Day,
    id::OfficeId,
    survey::{SheetCode, SheetState, WaveState, Way},
    tie::Star,
};
use hoshizu_store::{
    Tx, office,
    sheet::{self, Change, Unlisted},
    suggestion, survey,
    tie::{self, Answer, Answered},
};
use serde::Deserialize;
use std::collections::{HashMap, HashSet};
use utoipa::IntoParams;

/// ☆ on one sheet at most.
const MOST_STARS: usize = 1_000;
/// Agencies not listed at most.
const MOST_UNLISTED: usize = 20;
/// Offices one search of the rest shows.
const FOUND: usize = 12;

/// The sheet of a code. Only misses are counted against the network: whole corporations answer through one address.
pub async fn open(tx: &mut Tx, app: &App, client: &Client, code: &str) -> Result<Opened> {
    let known = match SheetCode::parse(code) {
        Some(code) => sheet::by_code(tx, &code).await?,
        None => None,
    };
    let Some(stored) = known else {
        app.sheet_misses.admit(client.network, app.store.now()).map_err(Problem::too_many)?;
        return Err(Problem::not_found("sheet"));
    };
    let wave = survey::wave(tx, stored.sheet.wave).await?.or_not_found("sheet")?;
    let office = office::find(tx, stored.sheet.office).await?.or_not_found("sheet")?;
    Ok(Opened { stored, wave, office })
}

/// The sheet with its rows and what is answered so far.
#[utoipa::path(get, operation_id = "show_sheet", path = "/sheets/{code}", tag = "sheets", params(("code" = String, Path)),
    responses((status = 200, body = SheetView), (status = 404, body = Problem), (status = 429, body = Problem)))]
pub async fn show(
    client: Client,
    State(app): State<App>,
    Path(code): Path<String>,
) -> Result<Json<SheetView>> {
    let mut tx = app.store.read().await?;
    let opened = open(&mut tx, &app, &client, &code).await?;
    Ok(Json(shown::view(&app, &mut tx, &opened).await?))
}

/// Saves answers. While the wave is open anybody with the code can; the keeper also enters paper after it has closed.
#[utoipa::path(patch, operation_id = "answer_sheet", path = "/sheets/{code}", tag = "sheets", params(("code" = String, Path)),
    request_body = SheetAnswer,
    responses((status = 200, body = SheetSaved), (status = 404, body = Problem), (status = 409, body = Problem),
        (status = 422, body = Problem), (status = 429, body = Problem)))]
pub async fn answer(
    principal: Principal,
    client: Client,
    State(app): State<App>,
    Path(code): Path<String>,
    Json(input): Json<SheetAnswer>,
) -> Result<Json<SheetSaved>> {
    let mut tx = app.store.read().await?;
    let opened = open(&mut tx, &app, &client, &code).await?;
    let keeper = check(&app, &principal, &opened.wave.design.area).is_ok();
    if input.paper && !keeper {
        return Err(Problem::forbidden());
    }
    if opened.wave.wave.state != WaveState::Open
        && !(input.paper && opened.wave.wave.state == WaveState::Closed)
    {
        return Err(Problem::conflict("the wave is not open"));
    }
    let change = read(&app, &mut tx, &opened, input).await?;
    drop(tx);
    let finished = change.state == Some(SheetState::Finished);
    let saved = app.sheets.save(&app.store, actor(&principal), change).await;
    let saved = saved.map_err(|error| Problem::internal(&error))?.or_not_found("sheet")?;
    if finished {
        report_unlisted(&app, &principal, &opened).await?;
    }
    let sheet = saved.sheet;
    Ok(Json(SheetSaved {
        state: sheet.sheet.state.code().to_owned(),
        changed_at: sheet.changed_at.map(rfc3339),
    }))
}

/// The sheet's code is a credential, so it is not the actor.
pub fn actor(principal: &Principal) -> String {
    principal.account().map_or_else(|| "sheet".to_owned(), |id| id.to_string())
}

async fn read(app: &App, tx: &mut Tx, opened: &Opened, input: SheetAnswer) -> Result<Change> {
    let unprocessable = |field: &'static str| move |why: String| Problem::unprocessable(field, why);
    let state = match input.state.as_deref() {
        None => None,
        Some("finished") => Some(SheetState::Finished),
        Some("begun") => Some(SheetState::Begun),
        Some("refused") => Some(SheetState::Refused),
        Some(_) => return Err(Problem::unprocessable("state", "finished, begun or refused")),
    };
    let agrees = opened.stored.consented_at.is_some() || input.consents || input.paper;
    if !agrees && state != Some(SheetState::Refused) {
        return Err(Problem::refused("consent_needed", "agree to who reads what first"));
    }
    if input.rows.len() > MOST_STARS {
        return Err(Problem::unprocessable("rows", format!("more than {MOST_STARS}")));
    }
    let mut rows: Vec<(OfficeId, Option<Star>)> = Vec::with_capacity(input.rows.len());
    for row in input.rows {
        let star = row.star.map(|star| star.read()).transpose().map_err(unprocessable("star"))?;
        rows.push((OfficeId(row.office), star));
    }
    check_partners(tx, opened, &rows).await?;
    let unlisted = input.unlisted.map(|agencies| {
        if agencies.len() > MOST_UNLISTED {
            return Err(Problem::unprocessable("unlisted", format!("more than {MOST_UNLISTED}")));
        }
        agencies.into_iter().map(|agency| agency.read().map_err(unprocessable("unlisted"))).collect()
    });
    let unlisted: Option<Vec<Unlisted>> = unlisted.transpose()?;
    refuse_client_data(
        unlisted.iter().flatten().flat_map(|agency| [agency.name.as_str(), agency.place.as_str()]),
    )?;
    Ok(Change {
        code: opened.stored.sheet.code.clone(),
        way: if input.paper { Way::Paper } else { Way::Web },
        rows,
        unlisted,
        state,
        consents: input.consents,
        late: Day::of(app.store.now()) > opened.wave.wave.closes_on,
        finished_at: None,
    })
}

/// Partners are other offices that exist; two answers for one office are a fault of the sender.
pub async fn check_partners(tx: &mut Tx, opened: &Opened, rows: &[(OfficeId, Option<Star>)]) -> Result<()> {
    let roster: HashSet<OfficeId> = opened.stored.sheet.roster.iter().copied().collect();
    let mut seen = HashSet::new();
    for (office, _) in rows {
        if *office == opened.office.id || !seen.insert(*office) {
            return Err(Problem::unprocessable("rows", format!("{office} is yourself or named twice")));
        }
    }
    let others: Vec<OfficeId> =
        rows.iter().map(|(office, _)| *office).filter(|office| !roster.contains(office)).collect();
    if office::many(tx, &others).await?.len() < others.len() {
        return Err(Problem::unprocessable("rows", "no such office"));
    }
    Ok(())
}

/// Agencies the directory does not hold go to the steward's queue, beside the office that named them.
async fn report_unlisted(app: &App, principal: &Principal, opened: &Opened) -> Result<()> {
    let mut write = app.store.begin(&actor(principal)).await?;
    for agency in sheet::unlisted(write.tx(), opened.stored.sheet.id).await? {
        let told = [&agency.name, &agency.place, &agency.phone].map(String::as_str).join(" ");
        let payload = suggestion::Payload {
            field: "other".to_owned(),
            old: String::new(),
            new: String::new(),
            note: Some(format!("☆調査票に名簿にない機関の記入がありました: {}", told.trim())),
            contact: None,
            from: "sheet".to_owned(),
        };
        suggestion::raise(&mut write, opened.office.id, &payload).await?;
    }
    Ok(write.commit().await?)
}

/// Takes all answers back: they are deleted, and the sheet counts as not answered. Possible after the wave has closed too.
#[utoipa::path(delete, operation_id = "withdraw_sheet", path = "/sheets/{code}", tag = "sheets", params(("code" = String, Path)),
    responses((status = 200, body = SheetSaved), (status = 404, body = Problem), (status = 429, body = Problem)))]
pub async fn withdraw(
    principal: Principal,
    client: Client,
    State(app): State<App>,
    Path(code): Path<String>,
) -> Result<Json<SheetSaved>> {
    let opened = open(&mut app.store.read().await?, &app, &client, &code).await?;
    let change = Change {
        code: opened.stored.sheet.code,
        way: opened.stored.way.unwrap_or(Way::Web),
        rows: Vec::new(),
        unlisted: None,
        state: Some(SheetState::Withdrawn),
        consents: false,
        late: false,
        finished_at: None,
    };
    let saved = app.sheets.save(&app.store, actor(&principal), change).await;
    let saved = saved.map_err(|error| Problem::internal(&error))?.or_not_found("sheet")?;
    let sheet = saved.sheet;
    Ok(Json(SheetSaved {
        state: sheet.sheet.state.code().to_owned(),
        changed_at: sheet.changed_at.map(rfc3339),
    }))
}

/// What is looked for.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct Wanted {
    /// Words.
    pub q: String,
}

/// Offices of the survey's area by words, for those that stand on no row.
#[utoipa::path(get, operation_id = "search_sheet", path = "/sheets/{code}/offices", tag = "sheets",
    params(("code" = String, Path), Wanted),
    responses((status = 200, body = SheetRows), (status = 404, body = Problem), (status = 429, body = Problem)))]
pub async fn search(
    client: Client,
    State(app): State<App>,
    Path(code): Path<String>,
    Query(wanted): Query<Wanted>,
) -> Result<Json<SheetRows>> {
    let mut tx = app.store.read().await?;
    let opened = open(&mut tx, &app, &client, &code).await?;
    let query = hoshizu_search::Query {
        q: wanted.q.chars().take(100).collect(),
        areas: vec![opened.wave.design.area.clone()],
        limit: FOUND + 1,
        ..hoshizu_search::Query::default()
    };
    let answer = offices::search(&app, query).await?;
    let ids: Vec<OfficeId> =
        answer.hits.iter().map(|hit| OfficeId(hit.id)).filter(|id| *id != opened.office.id).collect();
    let last = make::last_time_of(&mut tx, &opened.wave.wave, opened.office.id).await?;
    let stars: HashMap<OfficeId, Star> =
        sheet::reports_of_sheet(&mut tx, opened.stored.sheet.id).await?.into_iter().collect();
    let region = app.region.load_full();
    let from = opened.office.place.map(|placed| placed.position);
    let rows = Rows { region: &region, from, selection: &opened.wave.design.roster, last: &last };
    let number =
        |id: OfficeId| opened.stored.sheet.roster.iter().position(|other| *other == id).map(|at| at + 1);
    let found = office::many(&mut tx, &ids).await?;
    let items =
        found.iter().map(|office| rows.row(office, number(office.id), stars.get(&office.id).copied()));
    Ok(Json(SheetRows { items: items.collect() }))
}

/// What a finished sheet comes to: who named whom around the respondent, and what it could confirm.
#[utoipa::path(get, operation_id = "sheet_outcome", path = "/sheets/{code}/outcome", tag = "sheets", params(("code" = String, Path)),
    responses((status = 200, body = SheetOutcome), (status = 404, body = Problem), (status = 409, body = Problem),
        (status = 429, body = Problem)))]
pub async fn outcome(
    client: Client,
    State(app): State<App>,
    Path(code): Path<String>,
) -> Result<Json<SheetOutcome>> {
    let mut tx = app.store.read().await?;
    let opened = open(&mut tx, &app, &client, &code).await?;
    if opened.stored.sheet.state != SheetState::Finished {
        return Err(Problem::conflict("finish the sheet first"));
    }
    Ok(Json(shown::outcome(&app, &mut tx, &opened).await?))
}

/// Answers the one question about a ☆ somebody else set beside this office.
#[utoipa::path(post, operation_id = "answer_question", path = "/sheets/{code}/questions", tag = "sheets",
    params(("code" = String, Path)), request_body = QuestionAnswer,
    responses((status = 204), (status = 404, body = Problem), (status = 409, body = Problem), (status = 422, body = Problem),
        (status = 429, body = Problem)))]
pub async fn question(
    principal: Principal,
    client: Client,
    State(app): State<App>,
    Path(code): Path<String>,
    Json(input): Json<QuestionAnswer>,
) -> Result<StatusCode> {
    let said = Answer::from_code(&input.answer)
        .ok_or_else(|| Problem::unprocessable("answer", "yes, no, elsewhere"))?;
    let mut tx = app.store.read().await?;
    let opened = open(&mut tx, &app, &client, &code).await?;
    if opened.stored.sheet.state != SheetState::Finished {
        return Err(Problem::conflict("finish the sheet first"));
    }
    let reporter = OfficeId(input.office);
    // Only what was asked can be answered: nobody learns here whether somebody has named them.
    let asked = shown::outcome(&app, &mut tx, &opened).await?.questions;
    if !asked.iter().any(|neighbour| neighbour.office == input.office) {
        return Err(Problem::not_found("question"));
    }
    drop(tx);
    let mut write = app.store.begin(&actor(&principal)).await?;
    let answered = Answered { reporter, partner: opened.office.id, answer: said };
    if !tie::answer(&mut write, opened.wave.wave.id, answered).await? {
        return Err(Problem::conflict("answered before"));
    }
    write.commit().await?;
    Ok(StatusCode::NO_CONTENT)
}
