//! Local offices of a kind: those of the place, else those whose work reaches it.

use super::place::Spot;
use crate::{
    app::App,
    http::{offices::search, problem::Result, respond},
    nurses::Ground,
    view::card::Card,
};
use hoshizu_catalog::{area::AreaKind, fold, nurse::Placement, taxonomy::ServiceType};
use hoshizu_search::{Query, Sort};

/// Offices looked through for a name; a city of wards has some dozens of desks.
const LOOKED_AT: usize = 60;

/// What to look for.
#[derive(Debug, Clone, Copy, Default)]
pub struct Wanted<'w> {
    /// Service types, any of them.
    pub services: &'w [ServiceType],
    /// Parts of the name, any of them; every name without.
    pub named: &'w [String],
    /// Only 共生型.
    pub kyosei: bool,
}

/// Offices of a kind, nearest first, with the code of the area they were found in: the municipality of the place, else
/// its prefecture, because hospitals and centres of the prefecture serve all of it.
pub async fn offices(
    app: &App,
    ground: &Ground,
    spot: &Spot,
    wanted: Wanted<'_>,
    most: usize,
) -> Result<(Vec<Card>, String)> {
    let home = ground.municipality_of(&spot.code).map_or(spot.code.as_str(), |area| area.code.as_str());
    let mut codes = ground.chain(home);
    if wanted.services.iter().any(|service| service.definition().code == "care-support-center") {
        // 地域包括支援センター answer by 日常生活圏域, not by distance.
        let kind = |code: &&String| ground.areas.get(*code).map(|area| area.kind);
        let own = spot.areas.iter().find(|code| kind(code) == Some(AreaKind::CommunityArea));
        if let Some(own) = own {
            codes.insert(0, own.clone());
        }
    }
    for code in &codes {
        let found = inside(app, spot, code, wanted).await?;
        if !found.is_empty() {
            return Ok((found.into_iter().take(most).collect(), code.to_owned()));
        }
    }
    Ok((Vec::new(), home.to_owned()))
}

async fn inside(app: &App, spot: &Spot, area: &str, wanted: Wanted<'_>) -> Result<Vec<Card>> {
    let near = spot.position.map(|at| (at.lat, at.lon));
    let query = Query {
        areas: vec![area.to_owned()],
        services: wanted.services.iter().fold(0, |mask, service| mask | 1 << service.index()),
        kyosei: wanted.kyosei,
        near,
        sort: if near.is_some() { Sort::Distance } else { Sort::Name },
        limit: LOOKED_AT,
        ..Query::default()
    };
    let answer = search(app, query).await?;
    let cards = answer.hits.iter().filter_map(respond::card).filter(|card| card.gone_in.is_none());
    let named =
        |card: &Card| wanted.named.is_empty() || wanted.named.iter().any(|part| card.name.contains(part));
    Ok(cards.filter(named).collect())
}

/// Where the nurses of a placement are found.
pub fn of_placement(placement: Placement) -> (Vec<ServiceType>, Vec<String>) {
    let (code, named): (&str, &[&str]) = match placement {
        Placement::HealthCenter => ("health-center", &[]),
        Placement::MunicipalHealth => ("municipal-health", &[]),
        Placement::ChildFamily => ("municipal-child-family", &[]),
        Placement::SupportCenter => ("care-support-center", &[]),
        Placement::ElderlyDepartment => ("municipal-desk", &["高齢", "介護", "長寿", "住民福祉"]),
        Placement::DisabilityDepartment => ("municipal-desk", &["障害", "障がい", "住民福祉"]),
        Placement::ChildGuidance => ("municipal-child-guidance", &[]),
        Placement::MentalCenter => ("health-mental", &[]),
        Placement::Other => ("municipal-desk", &[]),
    };
    let services = ServiceType::from_code(code).into_iter().collect();
    (services, named.iter().map(|part| (*part).to_owned()).collect())
}

/// 保健所 of a place: the office, who runs it, and how its jurisdiction is known.
pub struct HealthCenter {
    /// The office.
    pub card: Card,
    /// `prefecture` or `municipal` (地域保健法第5条: designated and core cities and special wards run their own).
    pub run_by: &'static str,
    /// `area`: the imported 保健所管轄 says so; `own`: the city runs it; `nearest`: the nearest of the prefecture, to be
    /// confirmed.
    pub jurisdiction: &'static str,
}

/// The 保健所 in charge of a place.
pub async fn health_center(app: &App, ground: &Ground, spot: &Spot) -> Result<Option<HealthCenter>> {
    let services: Vec<ServiceType> = ServiceType::from_code("health-center").into_iter().collect();
    let wanted = Wanted { services: &services, ..Wanted::default() };
    let kind = |code: &String| ground.areas.get(code).map(|area| area.kind);
    let drawn = spot.areas.iter().find(|code| kind(code) == Some(AreaKind::HealthCenterArea));
    let city = ground.municipality_of(&spot.code);
    let runs_own = |card: &Card| city.is_some_and(|city| is_run_by(card, &city.name));
    if let Some(area) = drawn {
        let cards = inside(app, spot, area, wanted).await?;
        let name = fold::text(&ground.name(area));
        let same = |card: &&Card| {
            let office = fold::text(&card.name);
            name.contains(&office) || office.contains(name.trim_end_matches("管内"))
        };
        if let Some(card) = cards.iter().find(same).or(cards.first()) {
            let run_by = if runs_own(card) { "municipal" } else { "prefecture" };
            return Ok(Some(HealthCenter { card: card.clone(), run_by, jurisdiction: "area" }));
        }
    }
    if let Some(city) = city {
        let cards = inside(app, spot, &city.code, wanted).await?;
        if let Some(card) = cards.into_iter().find(|card| is_run_by(card, &city.name)) {
            return Ok(Some(HealthCenter { card, run_by: "municipal", jurisdiction: "own" }));
        }
    }
    let Some(prefecture) = ground.chain(&spot.code).pop() else { return Ok(None) };
    let cards = inside(app, spot, &prefecture, wanted).await?;
    // A city's own 保健所 is in charge of nobody outside the city.
    let of_a_city = |card: &Card| {
        card.municipality
            .as_ref()
            .and_then(|home| ground.municipality_of(&home.code))
            .is_some_and(|home| is_run_by(card, &home.name))
    };
    let card = cards.into_iter().find(|card| !of_a_city(card));
    Ok(card.map(|card| HealthCenter { card, run_by: "prefecture", jurisdiction: "nearest" }))
}

/// Whether a municipality runs an office: it bears its name, or its 法人 is the municipality.
fn is_run_by(card: &Card, municipality: &str) -> bool {
    let short = municipality.rsplit('郡').next().unwrap_or(municipality);
    card.name.starts_with(short) || card.organization.as_ref().is_some_and(|o| o.name == short)
}
