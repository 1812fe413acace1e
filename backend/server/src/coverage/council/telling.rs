//! Which tie figures may be told of which offices. What is left out of one report must not follow from another one, so
//! the answer is worked out for all areas together and is the same in every report.

use super::land::Land;
use crate::{
    coverage::Coverage,
    surveys::{sight::Sight, withhold::complete},
};
use hoshizu_analysis::coverage::ties::OneSided;
use hoshizu_catalog::taxonomy::ServiceType;
use std::collections::{BTreeMap, BTreeSet};

/// What may be told of some offices: how many answered, and the end of each figure that counts ties of one side.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "one for each figure")]
pub struct Tells {
    /// How many answered.
    pub answers: bool,
    /// Partners of another system per office.
    pub across: bool,
    /// Share of offices without one.
    pub joined: bool,
    /// 努力義務カバー率.
    pub duty: bool,
    /// Only ones between a pair.
    pub bridges: bool,
    /// Concentration of all ties.
    pub ties: bool,
}

impl Tells {
    /// Everything, to the keeper.
    pub const ALL: Self =
        Self { answers: true, across: true, joined: true, duty: true, bridges: true, ties: true };
    /// Nothing but ties both sides reported.
    pub const CERTAIN: Self =
        Self { answers: false, across: false, joined: false, duty: false, bridges: false, ties: false };
}

/// Offices of an area: all, or those of one service.
type Cell = (String, Option<ServiceType>);

/// What is counted of each office: whether it was asked, then what rests on ties of one side, figure by figure.
fn counts(found: OneSided) -> [usize; 6] {
    let OneSided { asked, ties, across, joined, duty, bridge } = found;
    [asked.into(), across as usize, joined.into(), duty.into(), bridge.into(), ties as usize]
}

/// Cells of which nothing may be told, count by count as in [`counts`].
#[derive(Debug, Default)]
pub struct Telling([BTreeSet<Cell>; 6]);

impl Telling {
    /// What the offices asked allow to be told: counts of three and more only, and only of three offices and more.
    pub fn of(land: &Land, coverage: &Coverage) -> Self {
        let mut sums: [BTreeMap<Cell, usize>; 6] = Default::default();
        for (member, found) in land.one_sided() {
            for area in &member.areas {
                let services = member.office.services.iter().copied().map(Some);
                for service in services.chain([None]) {
                    for (sums, count) in sums.iter_mut().zip(counts(found)) {
                        *sums.entry((area.clone(), service)).or_default() += count;
                    }
                }
            }
        }
        let groups = groups(coverage, sums[0].keys().map(|(area, _)| area.as_str()));
        Self(sums.map(|sums| left_out(&sums, &groups)))
    }

    /// What may be told of the offices of an area, or of those of one service.
    pub fn tells(&self, area: &str, service: Option<ServiceType>) -> Tells {
        let cell = (area.to_owned(), service);
        let [answers, across, joined, duty, bridges, ties] =
            std::array::from_fn(|at| !self.0[at].contains(&cell));
        let figure = |is_told: bool| answers && is_told;
        Tells {
            answers,
            across: figure(across),
            joined: figure(joined),
            duty: figure(duty),
            bridges: figure(bridges),
            ties: figure(ties),
        }
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
            } else if found.contains(whole) {
                // A whole left out for its neighbour's sake is the sum of its parts: some of them go with it.
                let least = numbers.iter().filter(|count| **count > 0).min();
                let parts = parts.iter().zip(&numbers).filter(|(_, count)| Some(*count) == least);
                found.extend(parts.map(|(part, _)| part.clone()));
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
        assert_eq!(areas(left_out(&counts, &groups)), ["east", "hill", "north"]);
        let counts = cells(&[("city", 21), ("north", 12), ("west", 1), ("east", 8), ("hill", 2), ("sea", 6)]);
        assert_eq!(areas(left_out(&counts, &groups)), ["east", "hill", "sea", "west"]);
    }

    #[test]
    fn no_small_count_follows_from_the_sums_of_two_levels() {
        let groups = [
            ("city".to_owned(), ["east", "north", "west"].map(str::to_owned).to_vec()),
            ("east".to_owned(), ["hill", "sea"].map(str::to_owned).to_vec()),
        ];
        let names = ["city", "east", "hill", "north", "sea", "west"];
        // What a reader knows without the rule: told counts, the two sums, and that nothing told is a small count.
        for code in 0..7_usize.pow(4) {
            let [north, west, hill, sea] = [0, 1, 2, 3].map(|at| code / 7_usize.pow(at) % 7);
            let east = hill + sea;
            let values = [north + west + east, east, hill, north, sea, west];
            let hidden = left_out(&cells(&names.into_iter().zip(values).collect::<Vec<_>>()), &groups);
            let told: Vec<Option<usize>> = names
                .into_iter()
                .zip(values)
                .map(|(name, count)| (!hidden.contains(&(name.to_owned(), None))).then_some(count))
                .collect();
            let solved = solved(&told);
            for (at, count) in values.into_iter().enumerate().filter(|(_, count)| [1, 2].contains(count)) {
                assert!(solved[at].is_none(), "{} is {count}: {told:?}", names[at]);
            }
        }
    }

    /// Counts that follow from those told: city = east + north + west, east = hill + sea, and none is below nothing.
    fn solved(told: &[Option<usize>]) -> Vec<Option<usize>> {
        let sums: [(usize, &[usize]); 2] = [(0, &[1, 3, 5]), (1, &[2, 4])];
        let mut known = told.to_vec();
        for _ in 0..3 {
            for (whole, parts) in sums {
                let open: Vec<usize> = parts.iter().copied().filter(|at| known[*at].is_none()).collect();
                let sum: usize = parts.iter().filter_map(|at| known[*at]).sum();
                match (known[whole], &open[..]) {
                    (None, []) => known[whole] = Some(sum),
                    (Some(all), [one]) => known[*one] = Some(all - sum),
                    _ => {}
                }
            }
        }
        known
    }

    #[test]
    fn counts_that_may_all_be_told_are() {
        let groups = [("city".to_owned(), vec!["east".to_owned(), "west".to_owned()])];
        assert_eq!(areas(left_out(&cells(&[("city", 7), ("east", 3), ("west", 4)]), &groups)), [""; 0]);
    }
}
