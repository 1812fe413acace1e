//! One measure of every service at once: small maps of the same parts, side by side.

use super::{Coverage, council::supply, table::Question};
use crate::{
    region::Region,
    view::{
        card::NamedCode,
        coverage::{AreaKindCount, PartOutline, ServiceFigures, SideBySide},
    },
};
use hoshizu_analysis::coverage::{
    age::AgeGroup,
    classes::{breaks, class},
    measures::Measure,
    profile::Profile,
};
use hoshizu_catalog::{area::AreaKind, taxonomy::ServiceType};

/// Most parts of a small map: more cannot be told apart.
pub const MOST_PARTS: usize = 250;
/// Width of a small map, in units of its paths.
const WIDTH: f64 = 220.0;

/// What is asked of all services.
#[derive(Debug, Clone, Copy)]
pub struct Asked {
    /// The area the parts lie in; nothing for everywhere.
    pub area: Option<u32>,
    /// Kind of the parts; the next smaller kind there is without one, prefectures of everywhere.
    pub kind: Option<AreaKind>,
    /// Measure.
    pub measure: Measure,
    /// People; those each service is for without any.
    pub age: Option<AgeGroup>,
}

impl Coverage {
    /// The prefecture an installation of one prefecture means when no area is named.
    pub fn only_prefecture(&self) -> Option<u32> {
        match self.inside(None, AreaKind::Prefecture).as_slice() {
            [only] => Some(*only),
            _ => None,
        }
    }

    /// Figures of every service in the parts of an area; nothing where there are too many parts to draw.
    pub fn side_by_side(&self, region: &Region, asked: Asked) -> Option<SideBySide> {
        let Asked { area, measure, age, .. } = asked;
        let services = supply::services(self);
        // Everywhere is looked at by prefecture: municipalities of a country are too small to be seen.
        let kind = asked.kind.or(area.is_none().then_some(AreaKind::Prefecture));
        let any = Question { area, kind, service: *services.first()?, measure, age };
        let (kind, rows) = self.rows(any);
        if rows.len() > MOST_PARTS {
            return None;
        }
        let drawn: Vec<&[String]> =
            rows.iter().map(|number| self.places[*number as usize].drawn.as_slice()).collect();
        let outlines = region.area_tiles.outlines(&drawn, WIDTH);
        let part = |(at, number): (usize, &u32)| {
            let place = &self.places[*number as usize];
            PartOutline {
                code: place.code.clone(),
                name: place.name.clone(),
                path: outlines.paths[at].clone(),
                center: outlines.centers[at],
                is_aside: outlines.aside.contains(&at),
                is_uncounted: self.is_uncounted(*number),
            }
        };
        let named = |number: u32| {
            let place = &self.places[number as usize];
            NamedCode { code: place.code.clone(), name: place.name.clone() }
        };
        Some(SideBySide {
            area: area.map(named),
            measure: measure.code().to_owned(),
            kind: kind.code().to_owned(),
            kinds: self
                .kinds(area)
                .into_iter()
                .filter(|(_, count)| *count <= MOST_PARTS)
                .map(|(kind, count)| AreaKindCount { kind: kind.code().to_owned(), count })
                .collect(),
            width: outlines.width,
            height: outlines.height,
            parts: rows.iter().enumerate().map(part).collect(),
            services: services
                .into_iter()
                .map(|service| self.figures_of(service, Question { service, ..any }, &rows))
                .collect(),
        })
    }

    fn figures_of(&self, service: ServiceType, question: Question, rows: &[u32]) -> ServiceFigures {
        let profile = Profile::of(service);
        let (age, age_is_substitute) = self.age(question, profile);
        let breaks = breaks(question.measure, profile);
        let table = self.table(service);
        let value = |number: u32| self.value(table, number, question.measure, age);
        let values: Vec<Option<f64>> = rows.iter().map(|number| value(*number)).collect();
        let people = rows.iter().map(|number| self.ground.people(*number, age).map(|people| people.persons));
        let everywhere = || together(question.measure, values.iter().copied().zip(people));
        let offices =
            |number: &u32| table.and_then(|table| table.of(*number)).map_or(0, |figures| figures.offices);
        let is_without =
            |number: &&u32| table.is_some() && offices(number) == 0 && !self.is_uncounted(**number);
        ServiceFigures {
            service: service.definition().code.clone(),
            key: supply::is_key(service),
            is_listed: table.is_some(),
            age: age.code().to_owned(),
            age_is_substitute,
            whole: question.area.map_or_else(everywhere, value),
            offices: question.area.map_or_else(|| rows.iter().map(&offices).sum(), |area| offices(&area)),
            without: rows.iter().filter(is_without).count(),
            classes: values.iter().map(|value| class(*value, breaks.as_ref()).code().to_owned()).collect(),
            values,
            breaks,
        }
    }
}

/// The figure of all parts together, each with its people: counts add up; everything else is what a person has on average
/// in the parts with a figure, as the figure of an area is that of its towns.
fn together(measure: Measure, parts: impl Iterator<Item = (Option<f64>, Option<f64>)>) -> Option<f64> {
    let known = parts.filter_map(|(value, people)| Some((value?, people)));
    if measure == Measure::Offices {
        return known.map(|(value, _)| value).reduce(|a, b| a + b);
    }
    let counted = known.filter_map(|(value, people)| Some((value, people?)));
    let (sum, people) =
        counted.fold((0.0, 0.0), |(sum, all), (value, people)| (sum + value * people, all + people));
    (people > 0.0).then(|| sum / people)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_of_parts_add_up_and_rates_are_those_of_their_people() {
        let parts = [
            (Some(2.0), Some(1_000.0)),
            (Some(0.5), Some(3_000.0)),
            (None, Some(9_000.0)),
            (Some(8.0), None),
        ];
        assert_eq!(together(Measure::Offices, parts.into_iter()), Some(10.5));
        assert_eq!(together(Measure::OfficesPer1000, parts.into_iter()), Some(0.875));
        assert_eq!(together(Measure::OfficesPer1000, parts[2..].iter().copied()), None);
        assert_eq!(together(Measure::Offices, parts[..0].iter().copied()), None);
    }
}
