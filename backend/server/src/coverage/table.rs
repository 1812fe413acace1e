//! The answer to a question about one measure of one service.

use super::{Coverage, Table};
use crate::{
    source,
    view::{
        area::Point,
        card::NamedCode,
        coverage::{AreaKindCount, CoverageRow, CoverageSource, CoverageTable, WaysView},
    },
};
use hoshizu_analysis::coverage::{
    age::AgeGroup,
    classes::{Class, breaks, class},
    ground::{Basis, Figures},
    measures::Measure,
    profile::Profile,
    space::DETOUR,
};
use hoshizu_catalog::{area::AreaKind, taxonomy::ServiceType};
use std::collections::HashSet;

/// What is asked.
#[derive(Debug, Clone, Copy)]
pub struct Question {
    /// The area the rows lie in; nothing for everywhere.
    pub area: Option<u32>,
    /// Kind of the rows; the next smaller kind there is without one.
    pub kind: Option<AreaKind>,
    /// Service.
    pub service: ServiceType,
    /// Measure.
    pub measure: Measure,
    /// People; those the service is for without any.
    pub age: Option<AgeGroup>,
}

/// Kinds in the order in which an area is taken apart.
const DOWN: [AreaKind; 4] =
    [AreaKind::Municipality, AreaKind::CommunityArea, AreaKind::Ward, AreaKind::SchoolDistrict];

impl Coverage {
    /// The answer.
    pub fn answer(&self, question: Question) -> CoverageTable {
        let Question { area, service, measure, .. } = question;
        let profile = Profile::of(service);
        let (age, is_substitute) = self.age(question, profile);
        let (kind, rows) = self.rows(question);
        let breaks = breaks(measure, profile);
        let table = self.table(service);
        let row = |number: u32| {
            let value = self.value(table, number, measure, age);
            self.row(
                number,
                table.and_then(|table| table.of(number)),
                age,
                (value, class(value, breaks.as_ref())),
            )
        };
        let items: Vec<CoverageRow> = rows.into_iter().map(row).collect();
        let years = items.iter().filter_map(|row| row.year);
        let offices = table.map_or(&[][..], |table| &table.offices[..]);
        let named = |number: u32| {
            let place = &self.places[number as usize];
            NamedCode { code: place.code.clone(), name: place.name.clone() }
        };
        CoverageTable {
            service: service.definition().code.clone(),
            measure: measure.code().to_owned(),
            age: age.code().to_owned(),
            age_is_substitute: is_substitute,
            area: area.map(named),
            kind: kind.code().to_owned(),
            kinds: self
                .kinds(area)
                .into_iter()
                .map(|(kind, count)| AreaKindCount { kind: kind.code().to_owned(), count })
                .collect(),
            breaks,
            catchment_km: profile.reach.catchment_km,
            far_km: profile.reach.far_km,
            ways: self.ways(Some(service)),
            points: self.ground.points(),
            offices: offices.len(),
            unplaced: offices.iter().filter(|office| office.spot.is_none()).count(),
            years: years.clone().min().zip(years.max()).map(|(oldest, newest)| [oldest, newest]),
            sources: self.credits(table),
            computed_at: self.at.clone(),
            items,
        }
    }

    /// How ways are measured for a service, or for all.
    pub fn ways(&self, service: Option<ServiceType>) -> WaysView {
        let tables = self.services().into_iter().filter(|one| service.is_none_or(|asked| asked == *one));
        let offices =
            tables.filter_map(|one| self.table(one)).flat_map(|table| table.ids.iter().zip(&table.offices));
        let stating: HashSet<_> =
            offices.filter(|(_, office)| !office.serves.is_empty()).map(|(id, _)| *id).collect();
        WaysView {
            detour: DETOUR,
            towns_by_road: self.ground.roads().known(),
            offices_stating: stating.len(),
        }
    }

    /// The people asked for; without a wish those the service is for, and where nobody counted them, others.
    pub(super) fn age(&self, question: Question, profile: &Profile) -> (AgeGroup, bool) {
        question.age.map_or_else(|| self.usual_age(profile), |age| (age, false))
    }

    /// The people a service is for and whether others stand for them, because nobody counted those it is for.
    pub fn usual_age(&self, profile: &Profile) -> (AgeGroup, bool) {
        if self.ground.is_counted(profile.group) {
            return (profile.group, false);
        }
        self.groups().first().map_or((profile.group, false), |other| (*other, true))
    }

    /// The rows: areas of the kind inside the area, or the area itself where it holds none.
    pub(super) fn rows(&self, question: Question) -> (AreaKind, Vec<u32>) {
        let kinds = self.kinds(question.area);
        let usual = || DOWN.into_iter().find(|kind| kinds.iter().any(|(known, _)| known == kind));
        let own = question.area.map(|area| self.places[area as usize].kind);
        let kind = question.kind.or_else(usual).or(own).unwrap_or(AreaKind::Municipality);
        match question.area {
            Some(area) if own == Some(kind) || kinds.iter().all(|(known, _)| *known != kind) => {
                (own.unwrap_or(kind), vec![area])
            }
            area => (kind, self.inside(area, kind)),
        }
    }

    /// The parts an area is looked at in: of the next smaller kind it holds; itself where it holds none.
    pub fn parts(&self, area: u32) -> Vec<u32> {
        let kinds = self.kinds(Some(area));
        let kind = DOWN.into_iter().find(|kind| kinds.iter().any(|(known, _)| known == kind));
        kind.map_or_else(|| vec![area], |kind| self.inside(Some(area), kind))
    }

    /// Data sets the figures of a service come from.
    pub(super) fn credits(&self, table: Option<&Table>) -> Vec<CoverageSource> {
        let names = table.map_or(&[][..], |table| &table.sources[..]);
        let credit = |found: &super::Source| CoverageSource {
            label: source::label(&found.dataset),
            edition: found.edition.clone(),
            credit: source::credit(&found.dataset).map(str::to_owned),
        };
        self.sources(names).into_iter().map(credit).collect()
    }

    fn row(
        &self,
        number: u32,
        figures: Option<&Figures>,
        age: AgeGroup,
        (value, class): (Option<f64>, Class),
    ) -> CoverageRow {
        let place = &self.places[number as usize];
        let people = self.ground.people(number, age);
        let counted = people.map(|people| basis(people.basis));
        let basis = if self.is_uncounted(number) { Some("nobody") } else { counted };
        CoverageRow {
            code: place.code.clone(),
            name: place.name.clone(),
            value,
            class: class.code().to_owned(),
            offices: figures.map_or(0, |figures| figures.offices),
            places: figures.map_or(0, |figures| figures.places),
            stating: figures.map_or(0, |figures| figures.stating),
            population: people.map(|people| people.persons.round() as u64),
            year: people.map(|people| people.year),
            basis: basis.map(str::to_owned),
            center: place.center.map(|center| Point { lat: center.lat, lon: center.lon }),
            drawn: place.drawn.clone(),
        }
    }
}

/// The identifier of a basis in the API.
pub fn basis(basis: Basis) -> &'static str {
    match basis {
        Basis::Counted => "counted",
        Basis::Cut => "cut",
        Basis::Spread => "spread",
    }
}
