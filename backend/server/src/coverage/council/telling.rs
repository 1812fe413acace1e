//! Which tie figures may be told of which offices. What is left out of one report must not follow from another one, so
//! the answer is worked out for all areas together and is the same in every report.

use super::land::Land;
use crate::{
    coverage::Coverage,
    surveys::{sight::Sight, withhold::complete},
};
use hoshizu_catalog::taxonomy::ServiceType;
use std::collections::{BTreeMap, BTreeSet};

/// What may be told of some offices.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Tells {
    /// Figures of ties either side reported.
    pub ties: bool,
    /// How many answered.
    pub answers: bool,
}

impl Tells {
    /// Everything, to the keeper.
    pub const ALL: Self = Self { ties: true, answers: true };
    /// Nothing but ties both sides reported.
    pub const CERTAIN: Self = Self { ties: false, answers: false };
}

/// Offices of an area: all, or those of one service.
type Cell = (String, Option<ServiceType>);

/// What is left out, and of what.
#[derive(Debug, Default)]
pub struct Telling {
    ties: BTreeSet<Cell>,
    answers: BTreeSet<Cell>,
}

impl Telling {
    /// What the offices asked allow to be told: ties of one side and answers in counts of three and more.
    pub fn of(land: &Land, coverage: &Coverage) -> Self {
        let mut one_sided: BTreeMap<Cell, usize> = BTreeMap::new();
        let mut asked: BTreeMap<Cell, usize> = BTreeMap::new();
        for (member, ties, was_asked) in land.counted() {
            for area in &member.areas {
                let services = member.office.services.iter().copied().map(Some);
                for service in services.chain([None]) {
                    let cell = (area.clone(), service);
                    *asked.entry(cell.clone()).or_default() += usize::from(was_asked);
                    *one_sided.entry(cell).or_default() += ties;
                }
            }
        }
        let groups = groups(coverage, one_sided.keys().map(|(area, _)| area.as_str()));
        Self { ties: left_out(&one_sided, &groups), answers: left_out(&asked, &groups) }
    }

    /// What may be told of the offices of an area, or of those of one service.
    pub fn tells(&self, area: &str, service: Option<ServiceType>) -> Tells {
        let cell = (area.to_owned(), service);
        Tells { ties: !self.ties.contains(&cell), answers: !self.answers.contains(&cell) }
    }
}

/// Areas with the parts they are looked at in.
fn groups<'a>(coverage: &Coverage, areas: impl Iterator<Item = &'a str>) -> Vec<(String, Vec<String>)> {
    let known: BTreeSet<&str> = areas.collect();
    let code = |at: u32| coverage.places[at as usize].code.clone();
    let group = |area: &str| {
        let number = coverage.number(area)?;
        let parts: Vec<String> =
            coverage.parts(number).into_iter().filter(|part| *part != number).map(code).collect();
        (!parts.is_empty()).then(|| (area.to_owned(), parts))
    };
    known.into_iter().filter_map(group).collect()
}

/// Cells with a small count, and those with which they could be reckoned: the other parts of an area, and the other
/// services of the same offices.
fn left_out(counts: &BTreeMap<Cell, usize>, groups: &[(String, Vec<String>)]) -> BTreeSet<Cell> {
    let small = counts.iter().filter(|(_, count)| Sight::count(**count).is_none());
    let mut found: BTreeSet<Cell> = small.map(|(cell, _)| cell.clone()).collect();
    let services: BTreeSet<Option<ServiceType>> = counts.keys().map(|(_, service)| *service).collect();
    let areas: BTreeSet<&String> = counts.keys().map(|(area, _)| area).collect();
    let by_parts = groups.iter().flat_map(|(area, parts)| {
        services.iter().map(move |service| {
            let cell = |code: &String| (code.clone(), *service);
            (cell(area), parts.iter().map(cell).collect::<Vec<_>>())
        })
    });
    let by_services = areas.iter().map(|area| {
        let of = |service: &Option<ServiceType>| ((*area).clone(), *service);
        (of(&None), services.iter().filter(|service| service.is_some()).map(of).collect())
    });
    let sums: Vec<(Cell, Vec<Cell>)> = by_parts.chain(by_services).collect();
    loop {
        let before = found.len();
        for (whole, parts) in &sums {
            let numbers: Vec<usize> =
                parts.iter().map(|part| counts.get(part).copied().unwrap_or(0)).collect();
            let mut withheld: Vec<bool> = parts.iter().map(|part| found.contains(part)).collect();
            if withheld.contains(&true) {
                let covered = complete(&numbers, &mut withheld);
                found.extend(parts.iter().zip(withheld).filter(|(_, is)| *is).map(|(part, _)| part.clone()));
                if !covered {
                    found.insert(whole.clone());
                }
            }
        }
        if found.len() == before {
            return found;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cells(counts: &[(&str, usize)]) -> BTreeMap<Cell, usize> {
        counts.iter().map(|(area, count)| (((*area).to_owned(), None), *count)).collect()
    }

    fn areas(found: BTreeSet<Cell>) -> Vec<String> {
        found.into_iter().map(|(area, _)| area).collect()
    }

    #[test]
    fn what_is_left_out_of_one_report_does_not_follow_from_the_report_of_a_part() {
        // A city of three wards, one of them of two quarters.
        let groups = [
            ("city".to_owned(), ["east", "north", "west"].map(str::to_owned).to_vec()),
            ("east".to_owned(), ["hill", "sea"].map(str::to_owned).to_vec()),
        ];
        let counts = cells(&[("city", 21), ("north", 1), ("west", 12), ("east", 8), ("hill", 3), ("sea", 5)]);
        assert_eq!(areas(left_out(&counts, &groups)), ["east", "north"]);
        let counts = cells(&[("city", 21), ("north", 12), ("west", 1), ("east", 8), ("hill", 2), ("sea", 6)]);
        assert_eq!(areas(left_out(&counts, &groups)), ["east", "hill", "sea", "west"]);
    }

    #[test]
    fn counts_that_may_all_be_told_are() {
        let groups = [("city".to_owned(), vec!["east".to_owned(), "west".to_owned()])];
        assert_eq!(areas(left_out(&cells(&[("city", 7), ("east", 3), ("west", 4)]), &groups)), [""; 0]);
    }
}
