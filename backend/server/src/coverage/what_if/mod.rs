//! もしも: what would change if an office of a service were put somewhere, or closed. Reckoned from the offices in memory,
//! never stored. [`places`] looks for the best places, [`ties`] reckons what becomes of ties.

pub mod places;
pub mod ties;

use super::{Coverage, Table};
use crate::{
    http::problem::{OrNotFound as _, Problem, Result},
    view::{
        area::Point,
        card::{NamedCode, NamedId},
        what_if::{WhatIf, WhatIfBasis, WhatIfFigures, WhatIfPlace, WhatIfRow},
    },
};
use hoshizu_analysis::coverage::{
    age::AgeGroup,
    ground::{Areas, Figures, Office},
    measures::Measure,
    profile::Profile,
    space::Spot,
};
use hoshizu_catalog::{area::AreaKind, id::OfficeId, position::Position, taxonomy::ServiceType};

/// A place farther than this from every town lies in no area, kilometres travelled: the towns of Hokkaido lie a few
/// kilometres apart, and beyond is sea or forest.
const NEAR_A_TOWN: f64 = 15.0;

/// An office that is put somewhere.
#[derive(Debug, Clone, Copy)]
pub struct Placed {
    /// Where.
    pub at: Position,
    /// Its places, where it states them.
    pub capacity: Option<u32>,
}

/// What is asked: a service in an area, with offices closed and put.
#[derive(Debug, Clone)]
pub struct Change {
    /// The area, by number.
    pub area: u32,
    /// The service.
    pub service: ServiceType,
    /// Offices of it that close.
    pub close: Vec<NamedId>,
    /// Offices of it that are put.
    pub place: Vec<Placed>,
}

impl Coverage {
    /// The offices of a service; refused where no file lists any, because nothing is known then.
    pub fn supplied(&self, service: ServiceType) -> Result<&Table> {
        let unlisted = || Problem::invalid("service", "no office of this service is listed");
        self.table(service).ok_or_else(unlisted)
    }

    /// Which office of a service this is; refused where it does not give the service in the area.
    pub fn office_in(&self, service: ServiceType, area: u32, id: OfficeId) -> Result<usize> {
        let table = self.supplied(service)?;
        let stands = |at: &usize| table.offices[*at].areas.contains(&area);
        let elsewhere = || Problem::invalid("close", format!("{id} does not give this service in this area"));
        table.ids.iter().position(|known| *known == id).filter(stands).ok_or_else(elsewhere)
    }

    /// What figures of a service in an area rest on.
    pub fn basis(&self, area: u32, service: ServiceType) -> WhatIfBasis {
        let profile = Profile::of(service);
        let (age, age_is_substitute) = self.usual_age(profile);
        let place = &self.places[area as usize];
        WhatIfBasis {
            area: NamedCode { code: place.code.clone(), name: place.name.clone() },
            service: service.definition().code.clone(),
            age: age.code().to_owned(),
            age_is_substitute,
            catchment_km: profile.reach.catchment_km,
            far_km: profile.reach.far_km,
            ways: self.ways(Some(service)),
            sources: self.credits(self.table(service)),
            computed_at: self.at.clone(),
        }
    }

    /// Before and after.
    pub fn what_if(&self, change: &Change) -> Result<WhatIf> {
        let table = self.supplied(change.service)?;
        let (offices, placed) = self.offices_after(table, change)?;
        let numbers = self.rows_of(change.area);
        let (age, _) = self.usual_age(Profile::of(change.service));
        let before = numbers.iter().map(|at| &table.figures[*at as usize]);
        let after = if change.close.is_empty() && change.place.is_empty() {
            before.clone().cloned().collect()
        } else {
            self.anew(change.service, &offices, &numbers)
        };
        let row = |((number, before), after): ((&u32, &Figures), &Figures)| {
            let place = &self.places[*number as usize];
            let people = self.ground.people(*number, age);
            WhatIfRow {
                code: place.code.clone(),
                name: place.name.clone(),
                whole: *number == change.area,
                population: people.map(|people| people.persons.round() as u64),
                center: place.center.map(point),
                drawn: place.drawn.clone(),
                before: self.shown(before, *number, age),
                after: self.shown(after, *number, age),
            }
        };
        Ok(WhatIf {
            basis: self.basis(change.area, change.service),
            closed: change.close.clone(),
            placed,
            rows: numbers.iter().zip(before).zip(&after).map(row).collect(),
        })
    }

    /// The offices there would be.
    fn offices_after(&self, table: &Table, change: &Change) -> Result<(Vec<Office>, Vec<WhatIfPlace>)> {
        let closed: Vec<usize> = change
            .close
            .iter()
            .map(|office| self.office_in(change.service, change.area, OfficeId(office.id)))
            .collect::<Result<_>>()?;
        let mut offices: Vec<Office> = (0..)
            .zip(&table.offices)
            .filter(|(at, _)| !closed.contains(at))
            .map(|(_, office)| office.clone())
            .collect();
        let mut shown = Vec::with_capacity(change.place.len());
        for placed in &change.place {
            let spot = Spot::earth(placed.at);
            let found = self.ground.nearest_point(spot, NEAR_A_TOWN);
            let outside = || Problem::invalid("place", "this point lies outside the area");
            let (town, areas) =
                found.filter(|(_, areas)| areas.contains(&change.area)).ok_or_else(outside)?;
            shown.push(WhatIfPlace {
                at: point(placed.at),
                capacity: placed.capacity,
                town: self.names.get(town).to_owned(),
                municipality: self.municipality_among(&areas),
            });
            offices.push(Office { spot: Some(spot), areas, places: placed.capacity, ..Office::default() });
        }
        Ok((offices, shown))
    }

    /// The name of the municipality, or the ward with its city, among areas.
    fn municipality_among(&self, areas: &Areas) -> Option<String> {
        let of = |kind: AreaKind| {
            let mut places = areas.iter().map(|area| &self.places[*area as usize]);
            places.find(|place| place.kind == kind).map(|place| place.name.clone())
        };
        of(AreaKind::Ward).or_else(|| of(AreaKind::Municipality))
    }

    fn shown(&self, figures: &Figures, area: u32, age: AgeGroup) -> WhatIfFigures {
        let people = self.ground.people(area, age);
        let value = |measure| figures.value(measure, age, people);
        WhatIfFigures {
            offices: figures.offices,
            per_1000: value(Measure::OfficesPer1000),
            places: figures.places,
            stating: figures.stating,
            places_per_1000: value(Measure::CapacityPer1000),
            nearest_km: value(Measure::Nearest),
            far_share: value(Measure::FarShare),
            enhanced: value(Measure::Enhanced),
        }
    }

    /// An area, then its parts.
    pub fn rows_of(&self, area: u32) -> Vec<u32> {
        let parts = self.parts(area).into_iter().filter(|part| *part != area);
        std::iter::once(area).chain(parts).collect()
    }

    /// The number of an area; 404 for none.
    pub fn area(&self, code: &str) -> Result<u32> {
        self.number(code).or_not_found("area")
    }
}

fn point(position: Position) -> Point {
    Point { lat: position.lat, lon: position.lon }
}
