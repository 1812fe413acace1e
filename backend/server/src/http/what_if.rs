//! `/gaps/what-if`: what would change if an office were put, closed or tied, and where new ones would help most. Nothing is
//! stored. Supply and reach are public as on `/coverage`; ties are for those who may read the council's matrix.

use crate::{
    app::App,
    coverage::what_if::{Change, Placed, places::MOST_CHOICES, ties},
    http::{
        coverage::ready,
        filter,
        principal::Principal,
        problem::{OrNotFound as _, Problem, Result},
    },
    region::Region,
    view::{
        area::Point,
        card::NamedId,
        what_if::{BestPlaces, OfficeChoice, TieWhatIf, WhatIf, WhatIfChoices},
    },
};
use axum::{
    Json,
    extract::{Query, State},
};
use hoshizu_catalog::{
    id::OfficeId,
    office::Office,
    permission::{Action, Target},
    taxonomy::ServiceType,
};
use hoshizu_store::{Tx, office};
use serde::Deserialize;
use std::str::FromStr as _;
use tokio::sync::Semaphore;
use utoipa::IntoParams;

/// Most offices closed, put or tied at once: a question somebody thinks of, not a search.
const MOST: usize = 10;
/// Most places one office has: the largest homes have 500.
const MOST_PLACES: u32 = 2_000;
/// Longest way that can be asked for, kilometres: the longest catchment is half of it.
const LONGEST_WAY: f64 = 100.0;

/// Reckoned one at a time: a prefecture takes a core for a second, and visitors may ask.
static TURN: Semaphore = Semaphore::const_new(1);

/// Which service in which area.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct Where {
    /// Code of the area.
    pub area: String,
    /// Service type; 居宅介護支援 when absent.
    pub service: Option<String>,
}

/// What is changed.
#[derive(Debug, Default, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(default)]
pub struct Changes {
    /// Ids of offices that close, up to 10, comma-separated.
    pub close: Option<String>,
    /// Offices that are put: `lat,lon` or `lat,lon,places`, up to 10, with semicolons between.
    pub place: Option<String>,
}

/// What is asked for.
#[derive(Debug, Default, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(default)]
pub struct Sites {
    /// How many places, 1–10; 3 when absent.
    pub count: Option<usize>,
    /// How far is within reach, kilometres travelled, up to 100; what the service counts as far when absent.
    pub within_km: Option<f64>,
}

/// What becomes of ties.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct TieChanges {
    /// Code of the area.
    pub area: String,
    /// Ids of offices that close, up to 10, comma-separated.
    pub close: Option<String>,
    /// Pairs of offices that become tied: `id,id`, up to 10, with semicolons between.
    pub tie: Option<String>,
    /// Ids of offices that meet (合同研修), 2 to 10, comma-separated: every two of them become tied.
    pub meeting: Option<String>,
}

impl Where {
    fn service(&self) -> Result<ServiceType> {
        let code = self.service.as_deref().filter(|code| !code.is_empty()).unwrap_or("care-430");
        ServiceType::from_code(code)
            .ok_or_else(|| Problem::invalid("service", format!("unknown code {code:?}")))
    }
}

/// Figures of a service in an area and its parts, as they are and as they would be.
#[utoipa::path(get, operation_id = "what_if", path = "/gaps/what-if", tag = "gaps", params(Where, Changes),
    responses((status = 200, body = WhatIf), (status = 400, body = Problem), (status = 404, body = Problem),
        (status = 503, body = Problem)))]
pub async fn show(
    State(app): State<App>,
    Query(at): Query<Where>,
    Query(changes): Query<Changes>,
) -> Result<Json<WhatIf>> {
    let (close, place) = (ids("close", changes.close.as_deref())?, placed(changes.place.as_deref())?);
    let coverage = ready(&app).await?;
    let (area, service) = (coverage.area(&at.area)?, at.service()?);
    let close = named(&mut app.store.read().await?, &close).await?;
    let change = Change { area, service, close, place };
    reckon(move || coverage.what_if(&change)).await
}

/// The best places for new offices of a service: each where it brings most people within reach after those before it.
#[utoipa::path(get, operation_id = "best_places", path = "/gaps/places", tag = "gaps", params(Where, Sites),
    responses((status = 200, body = BestPlaces), (status = 400, body = Problem), (status = 404, body = Problem),
        (status = 503, body = Problem)))]
pub async fn places(
    State(app): State<App>,
    Query(at): Query<Where>,
    Query(sites): Query<Sites>,
) -> Result<Json<BestPlaces>> {
    let count = sites.count.unwrap_or(3);
    if !(1..=MOST).contains(&count) {
        return Err(Problem::invalid("count", format!("1 to {MOST}")));
    }
    if sites.within_km.is_some_and(|km| !(0.1..=LONGEST_WAY).contains(&km)) {
        return Err(Problem::invalid("within_km", format!("0.1 to {LONGEST_WAY} kilometres")));
    }
    let coverage = ready(&app).await?;
    let (area, service) = (coverage.area(&at.area)?, at.service()?);
    reckon(move || coverage.best_places(area, service, count, sites.within_km)).await
}

/// Towns and offices of an area to choose from.
#[utoipa::path(get, operation_id = "what_if_choices", path = "/gaps/choices", tag = "gaps", params(Where),
    responses((status = 200, body = WhatIfChoices), (status = 400, body = Problem), (status = 404, body = Problem),
        (status = 503, body = Problem)))]
pub async fn choices(State(app): State<App>, Query(at): Query<Where>) -> Result<Json<WhatIfChoices>> {
    let coverage = ready(&app).await?;
    let (area, service) = (coverage.area(&at.area)?, at.service()?);
    let mut found: Vec<OfficeId> = coverage.table(service).map_or_else(Vec::new, |table| {
        let inside = table.ids.iter().zip(&table.offices).filter(|(_, office)| office.areas.contains(&area));
        inside.map(|(id, _)| *id).collect()
    });
    let more_offices = found.len() > MOST_CHOICES;
    found.truncate(MOST_CHOICES);
    let mut offices = office::many(&mut app.store.read().await?, &found).await?;
    offices.sort_by(|a, b| (a.municipality, &a.kana, &a.name).cmp(&(b.municipality, &b.kana, &b.name)));
    let region = app.region.load();
    let offices = offices.iter().map(|office| choice(&region, office)).collect();
    let (towns, more_towns) = coverage.towns(area);
    Ok(Json(WhatIfChoices { towns, more_towns, offices, more_offices }))
}

/// Ties of the offices of an area, as they are and as they would be.
#[utoipa::path(get, operation_id = "tie_what_if", path = "/gaps/what-if/ties", tag = "gaps", params(TieChanges),
    responses((status = 200, body = TieWhatIf), (status = 400, body = Problem), (status = 401, body = Problem),
        (status = 403, body = Problem), (status = 404, body = Problem), (status = 503, body = Problem)))]
pub async fn show_ties(
    principal: Principal,
    State(app): State<App>,
    Query(asked): Query<TieChanges>,
) -> Result<Json<TieWhatIf>> {
    let region = app.region.load();
    let above = region.areas.contains_key(&asked.area).then(|| region.areas_above(&asked.area));
    let around = above.or_not_found("area")?;
    principal.check(Action::ReadGaps, Target::Area(&around))?;
    let wanted = ties::Wanted {
        close: ids("close", asked.close.as_deref())?,
        tie: pairs(asked.tie.as_deref())?,
        meeting: guests(asked.meeting.as_deref())?,
        // Who keeps the surveys of the area has read the sheets anyway.
        all: principal.may(Action::KeepSurveys, Target::Area(&around)),
        area: asked.area,
    };
    drop(region);
    Ok(Json(ties::ties(&app, &*ready(&app).await?, &wanted).await?))
}

/// Reckons off the threads that answer, when it is its turn.
async fn reckon<T: Send + 'static>(work: impl FnOnce() -> Result<T> + Send + 'static) -> Result<Json<T>> {
    let _turn = TURN.acquire().await.map_err(|error| Problem::internal(&error))?;
    let done = tokio::task::spawn_blocking(work).await;
    done.map_err(|error| Problem::internal(&error))?.map(Json)
}

/// Ids in a list, each once.
fn ids(parameter: &str, text: Option<&str>) -> Result<Vec<OfficeId>> {
    let mut found = Vec::new();
    for part in text.unwrap_or_default().split(',').filter(|part| !part.trim().is_empty()) {
        let wrong = |_| Problem::invalid(parameter, format!("{part:?} is no id"));
        let id = OfficeId::from_str(part.trim()).map_err(wrong)?;
        if !found.contains(&id) {
            found.push(id);
        }
    }
    few(parameter, found)
}

fn pairs(text: Option<&str>) -> Result<Vec<[OfficeId; 2]>> {
    let pair = |part: &str| match ids("tie", Some(part))?.as_slice() {
        [one, other] => Ok([*one, *other]),
        _ => Err(Problem::invalid("tie", "two different ids with a comma between")),
    };
    few("tie", parts(text).map(pair).collect::<Result<_>>()?)
}

fn guests(text: Option<&str>) -> Result<Vec<OfficeId>> {
    let found = ids("meeting", text)?;
    let meets = found.len() != 1;
    meets.then_some(found).ok_or_else(|| Problem::invalid("meeting", "at least two different ids"))
}

fn placed(text: Option<&str>) -> Result<Vec<Placed>> {
    let one = |part: &str| {
        let (at, capacity) = match part.match_indices(',').nth(1) {
            Some((comma, _)) => (&part[..comma], Some(&part[comma + 1..])),
            None => (part, None),
        };
        let at = filter::position("place", at)?;
        let number =
            |text: &str| text.trim().parse().ok().filter(|places| (1..=MOST_PLACES).contains(places));
        let wrong = || Problem::invalid("place", format!("places: 1 to {MOST_PLACES}"));
        let capacity = capacity.map(|text| number(text).ok_or_else(wrong)).transpose()?;
        Ok(Placed { at, capacity })
    };
    few("place", parts(text).map(one).collect::<Result<_>>()?)
}

fn parts(text: Option<&str>) -> impl Iterator<Item = &str> {
    text.unwrap_or_default().split(';').filter(|part| !part.trim().is_empty())
}

fn few<T>(parameter: &str, found: Vec<T>) -> Result<Vec<T>> {
    let fits = found.len() <= MOST;
    fits.then_some(found).ok_or_else(|| Problem::invalid(parameter, format!("more than {MOST}")))
}

/// Offices with their names; 404 where one is unknown.
async fn named(tx: &mut Tx, ids: &[OfficeId]) -> Result<Vec<NamedId>> {
    let found = office::many(tx, ids).await?;
    let all = found.len() == ids.len();
    let names = found.into_iter().map(|office| NamedId { id: office.id.0, name: office.name });
    all.then(|| names.collect()).or_not_found("office")
}

fn choice(region: &Region, office: &Office) -> OfficeChoice {
    let at = office.place.map(|placed| placed.position);
    OfficeChoice {
        id: office.id.0,
        name: office.name.clone(),
        municipality: office.municipality.and_then(|code| region.municipality_name(code)).map(str::to_owned),
        at: at.map(|at| Point { lat: at.lat, lon: at.lon }),
    }
}
