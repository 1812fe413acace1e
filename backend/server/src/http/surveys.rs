//! Surveys and waves, for their keepers.

use crate::{
    app::App,
    http::{
        principal::Principal,
        problem::{OrNotFound as _, Problem, Result},
    },
    surveys::{make, progress, texts},
    view::survey::{
        Fault, NewSurvey, ServiceCount, SheetCodes, SheetList, SurveyDesign, SurveyList, SurveyPreview,
        SurveyView, UnlistedFound, WaveChange, WavePeriod, WaveView,
    },
};
use axum::{
    Json,
    extract::{Path, Query, State},
    http::StatusCode,
};
use hoshizu_catalog::{
    id::{OfficeId, SurveyId, WaveId},
    permission::{Action, Target},
    survey::{Design, SheetCode, SheetState, Survey, Wave, WaveState},
};
use hoshizu_store::{
    Tx, Write, nurse_desk, office,
    sheet::{self, Change},
    survey::{self, StoredWave},
};
use serde::Deserialize;
use std::collections::BTreeMap;
use utoipa::IntoParams;

impl From<Fault> for Problem {
    fn from(Fault(field, why): Fault) -> Self {
        Self::unprocessable(field, why)
    }
}

/// Refuses whoever does not keep the surveys of an area.
pub fn check(app: &App, principal: &Principal, area: &str) -> Result<()> {
    principal.check(Action::KeepSurveys, Target::Area(&app.region.load().areas_above(area)))
}

fn read(app: &App, principal: &Principal, input: SurveyDesign) -> Result<Design> {
    let design = input.read()?;
    if !app.region.load().areas.contains_key(&design.area) {
        return Err(Problem::unprocessable("area", "no such area"));
    }
    check(app, principal, &design.area)?;
    Ok(design)
}

/// The surveys you keep, with their waves.
#[utoipa::path(get, operation_id = "list_surveys", path = "/surveys", tag = "surveys",
    responses((status = 200, body = SurveyList), (status = 401, body = Problem)))]
pub async fn list(principal: Principal, State(app): State<App>) -> Result<Json<SurveyList>> {
    let mut tx = app.store.read().await?;
    let mut items = Vec::new();
    for survey in survey::list(&mut tx).await? {
        if check(&app, &principal, &survey.design.area).is_ok() {
            items.push(view(&app, &mut tx, &survey).await?);
        }
    }
    Ok(Json(SurveyList { items }))
}

async fn view(app: &App, tx: &mut Tx, survey: &Survey) -> Result<SurveyView> {
    let mut waves = Vec::new();
    for stored in survey::waves(tx, Some(survey.id)).await? {
        let sheets = sheet::of_wave(tx, stored.wave.id).await?;
        let finished = sheets.iter().filter(|stored| stored.sheet.state == SheetState::Finished).count();
        waves.push(progress::summary(&stored, sheets.len() as u32, finished as u32));
    }
    Ok(SurveyView {
        id: survey.id.0,
        area_name: progress::area_name(&app.region.load(), &survey.design.area),
        design: SurveyDesign::show(&survey.design),
        waves,
    })
}

/// Of which area.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct SurveyArea {
    /// Code of the area.
    pub area: String,
}

/// The design a keeper starts from.
#[utoipa::path(get, operation_id = "usual_survey", path = "/surveys/usual", tag = "surveys", params(SurveyArea),
    responses((status = 200, body = SurveyDesign), (status = 401, body = Problem), (status = 404, body = Problem)))]
pub async fn usual(
    principal: Principal,
    State(app): State<App>,
    Query(of): Query<SurveyArea>,
) -> Result<Json<SurveyDesign>> {
    check(&app, &principal, &of.area)?;
    let name = app.region.load().areas.get(&of.area).map(|area| area.name.clone()).or_not_found("area")?;
    Ok(Json(SurveyDesign::show(&texts::usual(&of.area, &name))))
}

/// How many a design asks; nothing is kept.
#[utoipa::path(post, operation_id = "preview_survey", path = "/surveys/preview", tag = "surveys", request_body = SurveyDesign,
    responses((status = 200, body = SurveyPreview), (status = 401, body = Problem), (status = 422, body = Problem)))]
pub async fn preview(
    principal: Principal,
    State(app): State<App>,
    Json(input): Json<SurveyDesign>,
) -> Result<Json<SurveyPreview>> {
    let design = read(&app, &principal, input)?;
    let (mut tx, region) = (app.store.read().await?, app.region.load_full());
    let cast = make::Cast::load(&mut tx, &region, &design).await?;
    let mut by_service = BTreeMap::new();
    for at in &cast.respondents {
        for service in
            cast.all[*at].office.services.iter().filter(|one| design.respondents.services.contains(one))
        {
            *by_service.entry(*service).or_insert(0) += 1;
        }
    }
    let homeless = |stored: &nurse_desk::Stored| {
        let inside = region.areas_above(&stored.desk.owner).contains(&design.area);
        inside && design.respondents.nurse_desks && stored.desk.office.is_none()
    };
    let desks = nurse_desk::list(&mut tx).await?;
    Ok(Json(SurveyPreview {
        respondents: cast.respondents.len(),
        roster: cast.roster.len(),
        by_service: by_service
            .into_iter()
            .map(|(service, offices)| ServiceCount { service: service.definition().code.clone(), offices })
            .collect(),
        desks_without_office: desks.into_iter().filter(homeless).map(|stored| stored.desk.name).collect(),
    }))
}

/// Makes a survey with its first wave as a draft: sheets can be looked at and printed.
#[utoipa::path(post, operation_id = "create_survey", path = "/surveys", tag = "surveys", request_body = NewSurvey,
    responses((status = 201, body = SurveyView), (status = 401, body = Problem), (status = 403, body = Problem),
        (status = 422, body = Problem)))]
pub async fn create(
    principal: Principal,
    State(app): State<App>,
    Json(input): Json<NewSurvey>,
) -> Result<(StatusCode, Json<SurveyView>)> {
    let period = input.period.read()?;
    let design = read(&app, &principal, input.design)?;
    let survey = Survey { id: SurveyId(app.store.next_id()), design };
    let mut write = app.store.begin(&principal.actor()).await?;
    survey::save(&mut write, &survey).await?;
    add_wave(&app, &mut write, &survey, period).await?;
    let view = view(&app, write.tx(), &survey).await?;
    write.commit().await?;
    Ok((StatusCode::CREATED, Json(view)))
}

async fn add_wave(
    app: &App,
    write: &mut Write,
    survey: &Survey,
    (opens_on, closes_on): (hoshizu_catalog::day::Day, hoshizu_catalog::day::Day),
) -> Result<WaveId> {
    let number =
        survey::waves(write.tx(), Some(survey.id)).await?.last().map_or(1, |last| last.wave.number + 1);
    let id = WaveId(app.store.next_id());
    let wave = Wave { id, survey: survey.id, number, opens_on, closes_on, state: WaveState::Draft };
    survey::save_wave(write, &StoredWave { wave, design: survey.design.clone() }).await?;
    make::sheets(app, write, id).await?;
    Ok(id)
}

async fn find(tx: &mut Tx, app: &App, principal: &Principal, id: SurveyId) -> Result<Survey> {
    let survey = survey::find(tx, id).await?.or_not_found("survey")?;
    check(app, principal, &survey.design.area)?;
    Ok(survey)
}

/// Changes a survey. Its draft, if it has one, is made anew; waves that were opened stay as they are.
#[utoipa::path(put, operation_id = "change_survey", path = "/surveys/{id}", tag = "surveys", params(("id" = uuid::Uuid, Path)),
    request_body = SurveyDesign,
    responses((status = 200, body = SurveyView), (status = 401, body = Problem), (status = 403, body = Problem),
        (status = 404, body = Problem), (status = 422, body = Problem)))]
pub async fn change(
    principal: Principal,
    State(app): State<App>,
    Path(id): Path<SurveyId>,
    Json(input): Json<SurveyDesign>,
) -> Result<Json<SurveyView>> {
    let mut write = app.store.begin(&principal.actor()).await?;
    find(write.tx(), &app, &principal, id).await?;
    let survey = Survey { id, design: read(&app, &principal, input)? };
    survey::save(&mut write, &survey).await?;
    for stored in survey::waves(write.tx(), Some(id)).await? {
        if stored.wave.state == WaveState::Draft {
            survey::save_wave(&mut write, &StoredWave { design: survey.design.clone(), ..stored.clone() })
                .await?;
            make::sheets(&app, &mut write, stored.wave.id).await?;
        }
    }
    let view = view(&app, write.tx(), &survey).await?;
    write.commit().await?;
    Ok(Json(view))
}

/// Makes the next wave as a draft; whom an office named in the wave before is marked on its sheet.
#[utoipa::path(post, operation_id = "create_wave", path = "/surveys/{id}/waves", tag = "surveys",
    params(("id" = uuid::Uuid, Path)), request_body = WavePeriod,
    responses((status = 201, body = SurveyView), (status = 403, body = Problem), (status = 404, body = Problem),
        (status = 409, body = Problem), (status = 422, body = Problem)))]
pub async fn create_wave(
    principal: Principal,
    State(app): State<App>,
    Path(id): Path<SurveyId>,
    Json(input): Json<WavePeriod>,
) -> Result<(StatusCode, Json<SurveyView>)> {
    let period = input.read()?;
    let mut write = app.store.begin(&principal.actor()).await?;
    let survey = find(write.tx(), &app, &principal, id).await?;
    let waves = survey::waves(write.tx(), Some(id)).await?;
    if waves.iter().any(|stored| stored.wave.state != WaveState::Closed) {
        return Err(Problem::conflict("close the wave before this one first"));
    }
    add_wave(&app, &mut write, &survey, period).await?;
    let view = view(&app, write.tx(), &survey).await?;
    write.commit().await?;
    Ok((StatusCode::CREATED, Json(view)))
}

/// A wave somebody keeps.
pub async fn kept_wave(tx: &mut Tx, app: &App, principal: &Principal, id: WaveId) -> Result<StoredWave> {
    let wave = survey::wave(tx, id).await?.or_not_found("wave")?;
    check(app, principal, &wave.design.area)?;
    Ok(wave)
}

/// A wave and how far it has come.
#[utoipa::path(get, operation_id = "show_wave", path = "/waves/{id}", tag = "surveys", params(("id" = uuid::Uuid, Path)),
    responses((status = 200, body = WaveView), (status = 401, body = Problem), (status = 403, body = Problem), (status = 404, body = Problem)))]
pub async fn show_wave(
    principal: Principal,
    State(app): State<App>,
    Path(id): Path<WaveId>,
) -> Result<Json<WaveView>> {
    let mut tx = app.store.read().await?;
    let wave = kept_wave(&mut tx, &app, &principal, id).await?;
    Ok(Json(progress::wave(&app, &mut tx, &wave).await?))
}

/// Opens or closes a wave, or changes its period.
#[utoipa::path(put, operation_id = "change_wave", path = "/waves/{id}", tag = "surveys", params(("id" = uuid::Uuid, Path)),
    request_body = WaveChange,
    responses((status = 200, body = WaveView), (status = 403, body = Problem), (status = 404, body = Problem),
        (status = 409, body = Problem), (status = 422, body = Problem)))]
pub async fn change_wave(
    principal: Principal,
    State(app): State<App>,
    Path(id): Path<WaveId>,
    Json(input): Json<WaveChange>,
) -> Result<Json<WaveView>> {
    let (opens_on, closes_on) = input.period.read()?;
    let state =
        WaveState::from_code(&input.state).ok_or_else(|| Problem::unprocessable("state", "unknown"))?;
    let mut write = app.store.begin(&principal.actor()).await?;
    let mut stored = kept_wave(write.tx(), &app, &principal, id).await?;
    match (stored.wave.state, state) {
        (WaveState::Draft, WaveState::Closed) => return Err(Problem::conflict("open the wave first")),
        (WaveState::Open | WaveState::Closed, WaveState::Draft) => {
            return Err(Problem::conflict("an opened wave is no draft again"));
        }
        _ => {}
    }
    stored.wave = Wave { opens_on, closes_on, state, ..stored.wave };
    survey::save_wave(&mut write, &stored).await?;
    write.commit().await?;
    let mut tx = app.store.read().await?;
    Ok(Json(progress::wave(&app, &mut tx, &stored).await?))
}

/// The sheets of a wave: those awaited first, hubs before others.
#[utoipa::path(get, operation_id = "list_sheets", path = "/waves/{id}/sheets", tag = "surveys", params(("id" = uuid::Uuid, Path)),
    responses((status = 200, body = SheetList), (status = 401, body = Problem), (status = 403, body = Problem), (status = 404, body = Problem)))]
pub async fn sheets(
    principal: Principal,
    State(app): State<App>,
    Path(id): Path<WaveId>,
) -> Result<Json<SheetList>> {
    let mut tx = app.store.read().await?;
    let wave = kept_wave(&mut tx, &app, &principal, id).await?;
    Ok(Json(SheetList { items: progress::list(&app, &mut tx, &wave).await? }))
}

/// Writes down that these sheets were reminded today.
#[utoipa::path(post, operation_id = "remind_sheets", path = "/waves/{id}/reminders", tag = "surveys",
    params(("id" = uuid::Uuid, Path)), request_body = SheetCodes,
    responses((status = 204), (status = 403, body = Problem), (status = 404, body = Problem)))]
pub async fn remind(
    principal: Principal,
    State(app): State<App>,
    Path(id): Path<WaveId>,
    Json(input): Json<SheetCodes>,
) -> Result<StatusCode> {
    let mut write = app.store.begin(&principal.actor()).await?;
    let wave = kept_wave(write.tx(), &app, &principal, id).await?;
    let codes: Vec<SheetCode> = input.codes.iter().filter_map(|code| SheetCode::parse(code)).collect();
    let sheets = sheet::of_wave(write.tx(), wave.wave.id).await?;
    let ids: Vec<_> = sheets
        .iter()
        .filter(|stored| codes.contains(&stored.sheet.code))
        .map(|stored| stored.sheet.id)
        .collect();
    sheet::remind(&mut write, wave.wave.id, &ids).await?;
    write.commit().await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Says which office an agency named by hand is, or drops it.
#[utoipa::path(post, operation_id = "resolve_unlisted", path = "/waves/{id}/unlisted", tag = "surveys",
    params(("id" = uuid::Uuid, Path)), request_body = UnlistedFound,
    responses((status = 204), (status = 403, body = Problem), (status = 404, body = Problem)))]
pub async fn resolve(
    principal: Principal,
    State(app): State<App>,
    Path(id): Path<WaveId>,
    Json(input): Json<UnlistedFound>,
) -> Result<StatusCode> {
    let mut write = app.store.begin(&principal.actor()).await?;
    let wave = kept_wave(write.tx(), &app, &principal, id).await?;
    let code = SheetCode::parse(&input.sheet).or_not_found("sheet")?;
    let stored = sheet::by_code(write.tx(), &code).await?.or_not_found("sheet")?;
    let mut unlisted = sheet::unlisted(write.tx(), stored.sheet.id).await?;
    if stored.sheet.wave != wave.wave.id || input.number >= unlisted.len() {
        return Err(Problem::not_found("agency"));
    }
    let agency = unlisted.remove(input.number);
    let mut rows = Vec::new();
    if let Some(office) = input.office.map(OfficeId) {
        office::find(write.tx(), office).await?.or_not_found("office")?;
        rows.push((office, Some(agency.star)));
    }
    let change = Change {
        code,
        way: stored.way.unwrap_or(hoshizu_catalog::survey::Way::Paper),
        rows,
        unlisted: Some(unlisted),
        state: Some(stored.sheet.state),
        consents: false,
        late: false,
        finished_at: None,
    };
    sheet::save(&mut write, &change).await?;
    write.commit().await?;
    Ok(StatusCode::NO_CONTENT)
}
