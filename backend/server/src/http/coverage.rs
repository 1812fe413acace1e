//! `/coverage`: supply and reach of services by area. Public figures, made of official open data only.

use crate::{
    app::App,
    coverage::{
        Coverage,
        side_by_side::{Asked, MOST_PARTS},
        table::Question,
    },
    export::csv_cell,
    http::{
        areas, export,
        problem::{OrNotFound as _, Problem, Result},
    },
    view::coverage::{CoverageMeasures, CoverageService, CoverageTable, MeasureView, SideBySide},
};
use axum::{
    Json,
    extract::{Query, State},
    http::{HeaderMap, HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};
use hoshizu_analysis::coverage::{age::AgeGroup, measures::Measure, profile::Profile};
use hoshizu_catalog::taxonomy::ServiceType;
use serde::Deserialize;
use std::{
    fmt::Write as _,
    hash::{DefaultHasher, Hash, Hasher as _},
    sync::Arc,
    time::Duration,
};
use utoipa::IntoParams;

/// Which figures.
#[derive(Debug, Default, Hash, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(default)]
pub struct CoverageFilter {
    /// Code of the area the rows lie in; everywhere when absent.
    pub area: Option<String>,
    /// Kind of the rows; municipalities, else the next smaller kind there is, when absent.
    pub kind: Option<String>,
    /// Service type; 居宅介護支援 when absent.
    pub service: Option<String>,
    /// Measure; offices per 1,000 people when absent.
    pub measure: Option<String>,
    /// `all`, `0-17`, `18-64`, `65+`, `75+`, `85+`; the people the service is for when absent.
    pub age: Option<String>,
}

impl CoverageFilter {
    fn question(&self, coverage: &Coverage) -> Result<Question> {
        let given = |value: &Option<String>| value.clone().filter(|value| !value.is_empty());
        let area = given(&self.area);
        let area = area.map(|code| coverage.number(&code).or_not_found("area")).transpose()?;
        let kind = areas::kinds(given(&self.kind).as_deref())?.first().copied();
        let service = parse("service", given(&self.service), "care-430", ServiceType::from_code)?;
        let measure = parse("measure", given(&self.measure), "offices_per_1000", Measure::from_code)?;
        let age =
            given(&self.age).map(|code| parse("age", Some(code), "", AgeGroup::from_code)).transpose()?;
        Ok(Question { area, kind, service, measure, age })
    }
}

fn parse<T>(name: &str, given: Option<String>, default: &str, read: fn(&str) -> Option<T>) -> Result<T> {
    let code = given.unwrap_or_else(|| default.to_owned());
    // In a query string a plus sign is a space.
    read(&code.replace(' ', "+")).ok_or_else(|| Problem::invalid(name, format!("unknown code {code:?}")))
}

/// How long a request waits for the first computation, in tenths of a second: longer than a prefecture takes, shorter
/// than a proxy waits.
const PATIENCE: u32 = 200;

/// Supply and reach, as soon as they are there.
pub async fn ready(app: &App) -> Result<Arc<Coverage>> {
    for _ in 0..PATIENCE {
        if let Some(coverage) = app.coverage.load_full() {
            return Ok(coverage);
        }
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
    Err(Problem::preparing())
}

/// One measure of one service in the areas inside an area, with what every figure rests on.
#[utoipa::path(get, operation_id = "coverage", path = "/coverage", tag = "coverage", params(CoverageFilter),
    responses((status = 200, body = CoverageTable), (status = 304), (status = 400, body = Problem),
        (status = 404, body = Problem), (status = 503, body = Problem)))]
pub async fn show(
    State(app): State<App>,
    Query(filter): Query<CoverageFilter>,
    headers: HeaderMap,
) -> Result<Response> {
    let coverage = ready(&app).await?;
    let question = filter.question(&coverage)?;
    Ok(tagged(&tag(&coverage, &filter), &headers, || Json(coverage.answer(question))))
}

/// Every service at once in the parts of an area, with outlines for small maps. Without an area the only prefecture is
/// meant, or where there are several, all of them.
#[utoipa::path(get, operation_id = "coverage_side_by_side", path = "/coverage/side-by-side", tag = "coverage",
    params(CoverageFilter),
    responses((status = 200, body = SideBySide), (status = 304), (status = 400, body = Problem),
        (status = 404, body = Problem), (status = 503, body = Problem)))]
pub async fn side_by_side(
    State(app): State<App>,
    Query(filter): Query<CoverageFilter>,
    headers: HeaderMap,
) -> Result<Response> {
    let coverage = ready(&app).await?;
    let Question { area, kind, measure, age, .. } = filter.question(&coverage)?;
    let region = app.region.load_full();
    let area = area.or_else(|| coverage.only_prefecture());
    let too_many =
        || Problem::invalid("kind", format!("more than {MOST_PARTS} parts cannot be drawn side by side"));
    let asked = Asked { area, kind, measure, age };
    let answer = coverage.side_by_side(&region, asked).ok_or_else(too_many)?;
    Ok(tagged(&tag(&coverage, &("side-by-side", region.generation, &filter)), &headers, || Json(answer)))
}

/// What the measures are, which services have offices, which people were counted.
#[utoipa::path(get, operation_id = "coverage_measures", path = "/coverage/measures", tag = "coverage",
    responses((status = 200, body = CoverageMeasures), (status = 304), (status = 503, body = Problem)))]
pub async fn measures(State(app): State<App>, headers: HeaderMap) -> Result<Response> {
    let coverage = ready(&app).await?;
    Ok(tagged(&tag(&coverage, &"measures"), &headers, || Json(definitions(&coverage))))
}

/// The same as CSV (UTF-8 with BOM).
#[utoipa::path(get, operation_id = "download_coverage", path = "/coverage.csv", tag = "coverage", params(CoverageFilter),
    responses((status = 200, content_type = "text/csv"), (status = 400, body = Problem),
        (status = 404, body = Problem), (status = 503, body = Problem)))]
pub async fn download(State(app): State<App>, Query(filter): Query<CoverageFilter>) -> Result<Response> {
    let coverage = ready(&app).await?;
    let table = coverage.answer(filter.question(&coverage)?);
    Ok(export::csv("coverage.csv", csv(&table)))
}

fn tag(coverage: &Coverage, of: &impl Hash) -> String {
    let mut hasher = DefaultHasher::new();
    (&coverage.key, env!("CARGO_PKG_VERSION")).hash(&mut hasher);
    of.hash(&mut hasher);
    format!("\"{:016x}\"", hasher.finish())
}

/// The answer with its tag, or 304 when the browser has it.
pub fn tagged<R: IntoResponse>(tag: &str, headers: &HeaderMap, answer: impl FnOnce() -> R) -> Response {
    let known = headers.get(header::IF_NONE_MATCH).is_some_and(|value| value == tag);
    let mut response =
        if known { StatusCode::NOT_MODIFIED.into_response() } else { answer().into_response() };
    response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("no-cache"));
    if let Ok(value) = HeaderValue::from_str(tag) {
        response.headers_mut().insert(header::ETAG, value);
    }
    response
}

fn definitions(coverage: &Coverage) -> CoverageMeasures {
    let measure = |measure: Measure| {
        let of = measure.definition();
        MeasureView {
            code: of.code.to_owned(),
            ja: of.ja.to_owned(),
            en: of.en.to_owned(),
            unit: of.unit.code().to_owned(),
            more_is_better: of.more_is_better,
            definition_ja: of.definition_ja.to_owned(),
            definition_en: of.definition_en.to_owned(),
            source: of.source.to_owned(),
        }
    };
    let service = |service: ServiceType| {
        let profile = Profile::of(service);
        CoverageService {
            code: service.definition().code.clone(),
            offices: coverage.table(service).map_or(0, |table| table.offices.len()),
            age: profile.group.code().to_owned(),
            age_reason: profile.reason.clone(),
            catchment_km: profile.reach.catchment_km,
            far_km: profile.reach.far_km,
            reach_reason: profile.reach.reason.clone(),
            has_places: profile.places.is_some(),
        }
    };
    CoverageMeasures {
        measures: Measure::ALL.into_iter().map(measure).collect(),
        services: coverage.services().into_iter().map(service).collect(),
        ages: coverage.groups().into_iter().map(|group| group.code().to_owned()).collect(),
    }
}

/// A table as CSV for spreadsheets; what the figures are stands in every row, so that a row can be cut out.
pub fn csv(table: &CoverageTable) -> String {
    let service =
        ServiceType::from_code(&table.service).map_or("", |service| service.definition().ja.as_str());
    let measure = Measure::from_code(&table.measure).map(Measure::definition);
    let sources: Vec<String> =
        table.sources.iter().map(|source| format!("{} {}", source.label, source.edition)).collect();
    let mut text =
        "\u{feff}コード,地域,サービス,指標,値,単位,区分,事業所数,定員,人口,年齢,人口の年,人口の根拠,出典\r\n"
            .to_owned();
    for row in &table.items {
        let cells = [
            row.code.clone(),
            row.name.clone(),
            service.to_owned(),
            measure.map_or("", |measure| measure.ja).to_owned(),
            row.value.map(|value| value.to_string()).unwrap_or_default(),
            measure.map_or("", |measure| measure.unit.code()).to_owned(),
            row.class.clone(),
            row.offices.to_string(),
            if row.stating > 0 { row.places.to_string() } else { String::new() },
            row.population.map(|people| people.to_string()).unwrap_or_default(),
            table.age.clone(),
            row.year.map(|year| year.to_string()).unwrap_or_default(),
            row.basis.clone().unwrap_or_default(),
            sources.join("、"),
        ];
        let cells: Vec<String> = cells.iter().map(|cell| csv_cell(cell)).collect();
        let _ = write!(text, "{}\r\n", cells.join(","));
    }
    text
}
