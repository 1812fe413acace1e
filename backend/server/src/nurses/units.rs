//! The parts of a municipality that its desks tell apart, for holes, overlaps, the matrix and the map.

use super::{Ground, Nurses};
use hoshizu_analysis::guide::cover::Unit;
use hoshizu_catalog::{
    area::{Area, AreaKind},
    number::MunicipalityCode,
    nurse::NurseDesk,
    position::Position,
};

/// A unit and where it is.
pub struct Part {
    /// What desks cover.
    pub unit: Unit,
    /// Code of its area; none for a town, which is a point at most.
    pub code: Option<String>,
    /// Its point, where known.
    pub position: Option<Position>,
}

impl Nurses {
    /// The units of a municipality (or ward) that all its desks together tell apart.
    pub fn units(&self, municipality: &str) -> Vec<Unit> {
        self.parts(municipality, |_| true).into_iter().map(|part| part.unit).collect()
    }

    /// The parts of a municipality (or ward) that some desks tell apart: its towns where one is limited to towns, its
    /// 日常生活圏域 and school districts where one names one, else the municipality as a whole. No finer than needed: a
    /// large city has thousands of towns, and most divide nothing.
    pub fn parts(&self, municipality: &str, counts: impl Fn(&NurseDesk) -> bool) -> Vec<Part> {
        let here = |code: &str| self.ground.chain(code).iter().any(|above| above == municipality);
        let desks: Vec<&NurseDesk> = self.desks.all().iter().filter(|desk| counts(desk)).collect();
        let areas = || desks.iter().flat_map(|desk| &desk.areas).filter(|area| here(&area.code));
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
                return inside.into_iter().map(|area| self.part(area, area.name.clone())).collect();
            }
        }
        let whole = self.ground.areas.get(municipality);
        whole.map(|area| self.part(area, self.ground.area_spot(area).label)).into_iter().collect()
    }

    fn part(&self, area: &Area, name: String) -> Part {
        let unit = Unit { name, areas: self.ground.area_spot(area).areas, town: None };
        Part { unit, code: Some(area.code.clone()), position: area.center }
    }
}

fn towns(ground: &Ground, municipality: &str) -> Vec<Part> {
    let wards = ground.inside(municipality, &[AreaKind::Ward]);
    let codes = std::iter::once(municipality.to_owned()).chain(wards.iter().map(|ward| ward.code.clone()));
    let codes: Vec<MunicipalityCode> = codes.filter_map(|code| MunicipalityCode::parse(&code).ok()).collect();
    let listed =
        codes.iter().flat_map(|code| ground.towns.get(code).into_iter().flatten().map(move |t| (*code, t)));
    let part = |(code, (name, position)): (MunicipalityCode, &(String, Option<Position>))| Part {
        unit: Unit {
            name: name.clone(),
            areas: ground.tree.codes_of(Some(code), *position),
            town: Some(name.clone()),
        },
        code: None,
        position: *position,
    };
    listed.map(part).collect()
}
