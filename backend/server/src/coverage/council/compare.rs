//! Areas like the chosen one, with the same figures beside.

use super::{Desk, supply};
use crate::view::gaps::{GapRow, SimilarArea, SimilarService};
use hoshizu_analysis::coverage::similar::{Features, similar};
use hoshizu_catalog::{area::AreaKind, taxonomy::ServiceType};

/// Areas set beside.
const MOST: usize = 5;

/// Kinds that hold enough areas of their own to be compared with.
const COMPARED: [AreaKind; 5] = [
    AreaKind::Prefecture,
    AreaKind::Municipality,
    AreaKind::Ward,
    AreaKind::CommunityArea,
    AreaKind::DisabilityArea,
];

/// Areas of the same kind that are most like one.
pub fn similar_to(desk: &Desk<'_>, area: u32, services: &[ServiceType]) -> Vec<SimilarArea> {
    let kind = desk.coverage.places[area as usize].kind;
    if !COMPARED.contains(&kind) {
        return Vec::new();
    }
    let numbers = desk.coverage.inside(None, kind);
    let rows: Vec<GapRow> = numbers.iter().map(|at| desk.row(*at, false)).collect();
    let features: Vec<Features> = rows
        .iter()
        .map(|row| Features {
            population: row.population.map(|people| people as f64),
            ageing: row.ageing,
            density: row.density,
        })
        .collect();
    let Some(own) = numbers.iter().position(|at| *at == area) else { return Vec::new() };
    let keys: Vec<ServiceType> = services.iter().copied().filter(|one| supply::is_key(*one)).collect();
    let shown = |found: hoshizu_analysis::coverage::similar::Similar| {
        let number = numbers[found.area];
        let figures = |service: &ServiceType| {
            let (offices, reach) = supply::reach(&desk.coverage, *service, number);
            SimilarService { column: format!("service:{}", service.definition().code), offices, reach }
        };
        SimilarArea {
            within: within(desk, &rows[found.area].code),
            row: rows[found.area].clone(),
            distance: found.distance,
            services: keys.iter().map(figures).collect(),
        }
    };
    similar(&features, own, MOST).into_iter().map(shown).collect()
}

/// The name of the area directly around one.
fn within(desk: &Desk<'_>, code: &str) -> Option<String> {
    let parent = desk.region.areas.get(code)?.parent.as_ref()?;
    desk.region.areas.get(parent).map(|area| area.name.clone())
}
