//! The parts of a municipality that its desks tell apart, for holes, overlaps and the matrix.

use super::{Ground, Nurses};
use hoshizu_analysis::guide::cover::Unit;
use hoshizu_catalog::{area::AreaKind, number::MunicipalityCode};

impl Nurses {
    /// The units of a municipality (or ward): its towns where a desk is limited to towns, its 日常生活圏域 and school
    /// districts where a desk names one, else the municipality as a whole. No finer than needed: a large city has
    /// thousands of towns, and most divide nothing.
    pub fn units(&self, municipality: &str) -> Vec<Unit> {
        let here = |code: &str| self.ground.chain(code).iter().any(|above| above == municipality);
        let areas = || self.desks.all().iter().flat_map(|desk| &desk.areas).filter(|area| here(&area.code));
        let whole = || self.ground.areas.get(municipality).map(|area| self.ground.area_spot(area));
        if areas().any(|area| !area.towns.is_empty()) {
            let towns = towns(&self.ground, municipality);
            if !towns.is_empty() {
                return towns;
            }
        }
        let kinds = [AreaKind::CommunityArea, AreaKind::SchoolDistrict, AreaKind::Ward];
        let divides = |kind: AreaKind| {
            areas().any(|area| self.ground.areas.get(&area.code).is_some_and(|known| known.kind == kind))
        };
        for kind in kinds.into_iter().filter(|kind| divides(*kind)) {
            let inside = self.ground.inside(municipality, &[kind]);
            if !inside.is_empty() {
                let unit = |area: &&hoshizu_catalog::area::Area| Unit {
                    name: area.name.clone(),
                    areas: self.ground.area_spot(area).areas,
                    town: None,
                };
                return inside.iter().map(unit).collect();
            }
        }
        whole().map(|spot| Unit { name: spot.label, areas: spot.areas, town: None }).into_iter().collect()
    }
}

fn towns(ground: &Ground, municipality: &str) -> Vec<Unit> {
    let wards = ground.inside(municipality, &[AreaKind::Ward]);
    let codes = std::iter::once(municipality.to_owned()).chain(wards.iter().map(|ward| ward.code.clone()));
    let codes: Vec<MunicipalityCode> = codes.filter_map(|code| MunicipalityCode::parse(&code).ok()).collect();
    codes
        .iter()
        .flat_map(|code| ground.towns.get(code).into_iter().flatten().map(move |town| (*code, town)))
        .map(|(code, (name, position))| Unit {
            name: name.clone(),
            areas: ground.tree.codes_of(Some(code), *position),
            town: Some(name.clone()),
        })
        .collect()
}
