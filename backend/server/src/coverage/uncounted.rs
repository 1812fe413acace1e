//! Areas in which nobody was counted: not the same as areas without offices.

use super::{Coverage, Place, Table};
use hoshizu_analysis::coverage::{age::AgeGroup, ground::Ground, measures::Measure};
use hoshizu_catalog::area::AreaKind;
use std::collections::HashSet;

/// Which areas nobody was counted in, though people were counted in others of their kind and prefecture, and no office of
/// any service stands in: 01695 to 01700, the villages of the northern islands, are municipalities of the official list,
/// and no census asks there. Where an office stands, people live whom the imported counts leave out.
pub(super) fn find<'a>(
    ground: &Ground,
    places: &[Place],
    tables: impl Iterator<Item = &'a Table>,
) -> Vec<bool> {
    let counted = |number: u32| {
        AgeGroup::ALL
            .into_iter()
            .any(|group| ground.people(number, group).is_some_and(|people| people.persons > 0.0))
    };
    let is_counted: Vec<bool> = (0_u32..).zip(places).map(|(number, _)| counted(number)).collect();
    let mut has_office = vec![false; places.len()];
    for table in tables {
        for (has, figures) in has_office.iter_mut().zip(&table.figures) {
            *has |= figures.offices > 0;
        }
    }
    let among = |place: &Place| {
        let prefecture =
            place.within.iter().find(|above| places[**above as usize].kind == AreaKind::Prefecture)?;
        Some((*prefecture, place.kind))
    };
    let counted_among: HashSet<(u32, AreaKind)> =
        places.iter().zip(&is_counted).filter(|(_, is)| **is).filter_map(|(place, _)| among(place)).collect();
    let is_uncounted = |(number, place): (usize, &Place)| {
        !is_counted[number]
            && !has_office[number]
            && among(place).is_some_and(|among| counted_among.contains(&among))
    };
    places.iter().enumerate().map(is_uncounted).collect()
}

impl Coverage {
    /// Whether nobody was counted in an area: its figures are no data, zero offices included.
    pub fn is_uncounted(&self, area: u32) -> bool {
        self.uncounted.get(area as usize).copied().unwrap_or(false)
    }

    /// The figure of a measure of a service (nothing where no office gives it) in an area; nothing where there is none.
    pub(super) fn value(
        &self,
        table: Option<&Table>,
        area: u32,
        measure: Measure,
        age: AgeGroup,
    ) -> Option<f64> {
        let figures = table?.of(area).filter(|_| !self.is_uncounted(area))?;
        figures.value(measure, age, self.ground.people(area, age))
    }
}
