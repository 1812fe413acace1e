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

impl Coverage {
    /// The prefecture an installation of one prefecture means when no area is named.
    pub fn only_prefecture(&self) -> Option<u32> {
        match self.inside(None, AreaKind::Prefecture).as_slice() {
            [only] => Some(*only),
            _ => None,
        }
    }

    /// Figures of every service in the parts of an area; nothing where there are too many parts to draw.
    pub fn side_by_side(
        &self,
        region: &Region,
        area: u32,
        kind: Option<AreaKind>,
        measure: Measure,
        age: Option<AgeGroup>,
    ) -> Option<SideBySide> {
        let services = supply::services(self);
        let any = Question { area: Some(area), kind, service: *services.first()?, measure, age };
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
            }
        };
        let named = |number: u32| {
            let place = &self.places[number as usize];
            NamedCode { code: place.code.clone(), name: place.name.clone() }
        };
        Some(SideBySide {
            area: named(area),
            measure: measure.code().to_owned(),
            kind: kind.code().to_owned(),
            kinds: self
                .kinds(Some(area))
                .into_iter()
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
        let value = |number: u32| {
            let figures = table?.figures.get(number as usize)?;
            figures.value(question.measure, age, self.ground.people(number, age))
        };
        let values: Vec<Option<f64>> = rows.iter().map(|number| value(*number)).collect();
        let offices = |number: &u32| table.map_or(0, |table| table.figures[*number as usize].offices);
        ServiceFigures {
            service: service.definition().code.clone(),
            key: supply::is_key(service),
            age: age.code().to_owned(),
            age_is_substitute,
            whole: question.area.and_then(value),
            offices: question.area.map_or(0, |area| offices(&area)),
            without: rows.iter().filter(|number| offices(number) == 0).count(),
            classes: values.iter().map(|value| class(*value, breaks.as_ref()).code().to_owned()).collect(),
            values,
            breaks,
        }
    }
}
