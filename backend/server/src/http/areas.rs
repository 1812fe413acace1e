//! `/areas` and `/taxonomy`: what one can filter by.

use crate::{
    app::App,
    http::problem::{OrNotFound as _, Problem, Result},
    view::{
        area::{AreaDetail, AreaItem, AreaList, Point, PopulationItem},
        card::NamedCode,
        meta::{ServiceTypeView, SystemView, Taxonomy},
    },
};
use axum::{
    Json,
    extract::{Path, Query, State},
};
use hoshizu_catalog::{
    area::{Area, AreaKind},
    fold,
    position::Position,
    system::System,
    taxonomy::ServiceType,
};
use hoshizu_store::population;
use serde::Deserialize;
use utoipa::IntoParams;

/// Which areas.
#[derive(Debug, Default, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(default)]
pub struct AreaFilter {
    /// Kinds, comma-separated; every kind when absent.
    pub kind: Option<String>,
    /// Code of the area they lie in.
    pub parent: Option<String>,
    /// Part of the name or reading.
    pub q: Option<String>,
}

/// Areas by kind, parent and name.
#[utoipa::path(get, operation_id = "list_areas", path = "/areas", tag = "areas", params(AreaFilter),
    responses((status = 200, body = AreaList), (status = 400, body = Problem)))]
pub async fn list(State(app): State<App>, Query(filter): Query<AreaFilter>) -> Result<Json<AreaList>> {
    let kinds = kinds(filter.kind.as_deref())?;
    let wanted = fold::text(filter.q.as_deref().unwrap_or_default());
    let region = app.region.load();
    let named = |area: &&Area| {
        wanted.is_empty()
            || fold::text(&area.name).contains(&wanted)
            || area.kana.as_deref().is_some_and(|kana| fold::text(kana).contains(&wanted))
    };
    let items = region.list(&kinds, filter.parent.as_deref()).into_iter().filter(named).map(item).collect();
    Ok(Json(AreaList { items }))
}

/// One area with its population.
#[utoipa::path(get, operation_id = "show_area", path = "/areas/{code}", tag = "areas", params(("code" = String, Path)),
    responses((status = 200, body = AreaDetail), (status = 404, body = Problem)))]
pub async fn show(State(app): State<App>, Path(code): Path<String>) -> Result<Json<AreaDetail>> {
    let region = app.region.load_full();
    let area = region.areas.get(&code).or_not_found("area")?;
    let population = population::of_area(&mut app.store.read().await?, &code).await?;
    let item = item(area);
    let named = |code: &String| region.areas.get(code).map(|area| area.name.clone());
    Ok(Json(AreaDetail {
        code: item.code,
        kind: item.kind,
        name: item.name,
        kana: item.kana,
        parent: area
            .parent
            .as_ref()
            .map(|code| NamedCode { code: code.clone(), name: named(code).unwrap_or_default() }),
        bounds: region.bounds.get(&code).map(|b| [b.west, b.south, b.east, b.north]),
        center: item.center,
        population: population
            .into_iter()
            .map(|band| PopulationItem {
                age_from: band.age_from,
                age_to: band.age_to,
                persons: band.persons,
                year: band.year,
            })
            .collect(),
    }))
}

/// The kinds of a comma-separated list.
pub fn kinds(list: Option<&str>) -> Result<Vec<AreaKind>> {
    let codes = list.unwrap_or_default().split(',').filter(|code| !code.is_empty());
    codes
        .map(|code| {
            AreaKind::from_code(code)
                .ok_or_else(|| Problem::invalid("kind", format!("unknown kind {code:?}")))
        })
        .collect()
}

fn item(area: &Area) -> AreaItem {
    AreaItem {
        code: area.code.clone(),
        kind: area.kind.code().to_owned(),
        name: area.name.clone(),
        kana: area.kana.clone(),
        parent: area.parent.clone(),
        center: area.center.map(|Position { lat, lon }| Point { lat, lon }),
    }
}

/// Systems and service types with their names.
#[utoipa::path(get, operation_id = "taxonomy", path = "/taxonomy", tag = "areas", responses((status = 200, body = Taxonomy)))]
pub async fn taxonomy() -> Json<Taxonomy> {
    let systems = System::ALL.map(|system| {
        let (ja, en) = match system {
            System::Care => ("介護保険", "Long-term care"),
            System::Disability => ("障害福祉", "Disability"),
            System::Child => ("児童", "Children"),
            System::Health => ("保健・医療", "Health"),
            System::Municipal => ("行政", "Municipal"),
            System::Community => ("地域", "Community"),
        };
        SystemView { code: system.code().to_owned(), ja: ja.to_owned(), en: en.to_owned() }
    });
    let services = ServiceType::all().map(|service| {
        let definition = service.definition();
        ServiceTypeView {
            code: definition.code.clone(),
            system: definition.system.code().to_owned(),
            ja: definition.ja.clone(),
            short_ja: definition.short_ja.clone(),
            en: definition.en.clone(),
        }
    });
    Json(Taxonomy { systems: systems.into(), services: services.collect() })
}
