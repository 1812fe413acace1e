//! What nurse desks cover: holes and overlaps of topic × age × place, and the matrix of a municipality.

use super::desk::{Desks, town_key};
use hoshizu_catalog::nurse::{OLDEST, Topic};

/// A part of a municipality that desks may treat differently: a town, a 日常生活圏域, or the whole.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unit {
    /// What people call it.
    pub name: String,
    /// Codes of every area it lies in.
    pub areas: Vec<String>,
    /// The town, where the unit is one.
    pub town: Option<String>,
}

/// A run of ages in one unit for one topic that the same desks cover: none is a hole, two or more an overlap.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stretch {
    /// Place among the units.
    pub unit: usize,
    /// What it is about.
    pub topic: Topic,
    /// First year of age.
    pub age_from: u8,
    /// Last year of age inclusive; [`OLDEST`] is open.
    pub age_to: u8,
    /// Places among the desks, rising.
    pub desks: Vec<usize>,
}

/// Cuts the ages of every unit and topic into stretches covered by the same desks, in order; together they are all ages.
pub fn stretches(desks: &Desks, units: &[Unit], topics: &[Topic]) -> Vec<Stretch> {
    let mut found = Vec::new();
    for (at, unit) in units.iter().enumerate() {
        let town = unit.town.as_deref().map(town_key);
        let here = desks.covering(&unit.areas, town.as_deref());
        for topic in topics {
            let takers: Vec<usize> =
                here.iter().copied().filter(|index| desks.all()[*index].topics.contains(topic)).collect();
            ages(desks, &takers, |age_from, age_to, desks| {
                found.push(Stretch { unit: at, topic: *topic, age_from, age_to, desks });
            });
        }
    }
    found
}

/// Walks the ages where desks begin and end.
fn ages(desks: &Desks, takers: &[usize], mut each: impl FnMut(u8, u8, Vec<usize>)) {
    let mut starts: Vec<u8> = vec![0];
    for index in takers {
        let desk = &desks.all()[*index];
        starts.push(desk.age_from);
        starts.extend(desk.age_to.map(|to| to.saturating_add(1)));
    }
    starts.retain(|start| *start <= OLDEST);
    starts.sort_unstable();
    starts.dedup();
    let mut run: Option<(u8, Vec<usize>)> = None;
    for (at, start) in starts.iter().enumerate() {
        let covering: Vec<usize> =
            takers.iter().copied().filter(|index| desks.all()[*index].takes_age(*start)).collect();
        match &run {
            Some((_, same)) if *same == covering => {}
            Some((from, before)) => {
                each(*from, *start - 1, before.clone());
                run = Some((*start, covering));
            }
            None => run = Some((*start, covering)),
        }
        if at + 1 == starts.len()
            && let Some((from, last)) = run.take()
        {
            each(from, OLDEST, last);
        }
    }
}

/// Age bands of the matrix: the birthdays at which desks change.
pub const BANDS: [(u8, u8); 6] = [(0, 5), (6, 17), (18, 39), (40, 64), (65, 74), (75, OLDEST)];

/// One field of the matrix.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cell {
    /// What it is about.
    pub topic: Topic,
    /// Place in [`BANDS`].
    pub band: usize,
    /// Every desk that covers part of it, as places among the desks, rising.
    pub desks: Vec<usize>,
    /// Units where part of the band is covered by nobody.
    pub holes: Vec<usize>,
    /// Units where part of the band is covered by two or more.
    pub overlaps: Vec<usize>,
}

impl Cell {
    /// `none`, `part`, `twice` or `full`, the most urgent first.
    pub fn state(&self) -> &'static str {
        match (self.desks.is_empty(), self.holes.is_empty(), self.overlaps.is_empty()) {
            (true, ..) => "none",
            (_, false, _) => "part",
            (_, _, false) => "twice",
            _ => "full",
        }
    }
}

/// How desks cover one unit for the topics and the age asked about.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Cover {
    /// Every desk that covers part of it, as places among the desks, rising.
    pub desks: Vec<usize>,
    /// Whether nobody covers some topic or age.
    pub hole: bool,
    /// Whether two or more cover some topic and age at once.
    pub shared: bool,
}

/// The covers of units, in their order; without an age, of all ages.
pub fn covers(desks: &Desks, units: &[Unit], topics: &[Topic], age: Option<u8>) -> Vec<Cover> {
    let mut found = vec![Cover::default(); units.len()];
    for stretch in stretches(desks, units, topics) {
        if age.is_some_and(|age| !(stretch.age_from..=stretch.age_to).contains(&age)) {
            continue;
        }
        let cover = &mut found[stretch.unit];
        cover.hole |= stretch.desks.is_empty();
        cover.shared |= stretch.desks.len() > 1;
        cover.desks.extend(stretch.desks);
    }
    for cover in &mut found {
        cover.desks.sort_unstable();
        cover.desks.dedup();
    }
    found
}

/// The matrix of topics × [`BANDS`], topic by topic.
pub fn matrix(desks: &Desks, units: &[Unit], topics: &[Topic]) -> Vec<Cell> {
    let blank = |topic: &Topic| {
        let topic = *topic;
        (0..BANDS.len()).map(move |band| Cell {
            topic,
            band,
            desks: Vec::new(),
            holes: Vec::new(),
            overlaps: Vec::new(),
        })
    };
    let mut cells: Vec<Cell> = topics.iter().flat_map(blank).collect();
    for stretch in stretches(desks, units, topics) {
        let Some(row) = topics.iter().position(|topic| *topic == stretch.topic) else { continue };
        for (band, (from, to)) in BANDS.iter().enumerate() {
            if stretch.age_to < *from || stretch.age_from > *to {
                continue;
            }
            let cell = &mut cells[row * BANDS.len() + band];
            let into = |list: &mut Vec<usize>| {
                if list.last() != Some(&stretch.unit) {
                    list.push(stretch.unit);
                }
            };
            match stretch.desks.len() {
                0 => into(&mut cell.holes),
                1 => {}
                _ => into(&mut cell.overlaps),
            }
            cell.desks.extend(&stretch.desks);
        }
    }
    for cell in &mut cells {
        cell.desks.sort_unstable();
        cell.desks.dedup();
    }
    cells
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::guide::desk::tests::{any_desks, area, contains, desk};
    use proptest::prelude::*;

    fn unit(areas: &[&str], town: Option<&str>) -> Unit {
        Unit {
            name: "町".into(),
            areas: areas.iter().map(|code| (*code).to_owned()).collect(),
            town: town.map(str::to_owned),
        }
    }

    #[test]
    fn a_town_of_two_centres_and_a_town_of_none_are_told() {
        let desks = Desks::new(vec![
            desk(1, &[0], (0, None), vec![area("48202", &["城下町"])]),
            desk(2, &[0], (18, Some(64)), vec![area("48202", &["城下町", "港町"])]),
        ]);
        let units = [unit(&["48202"], Some("城下町一丁目")), unit(&["48202"], Some("港町"))];
        let topic = Topic::all().next().unwrap();
        let cells = matrix(&desks, &units, &[topic]);
        assert_eq!(
            cells.iter().map(Cell::state).collect::<Vec<_>>(),
            ["part", "part", "twice", "twice", "part", "part"]
        );
        assert_eq!((cells[0].holes.as_slice(), cells[2].overlaps.as_slice()), (&[1][..], &[0][..]));
    }

    proptest! {
        #[test]
        fn holes_and_overlaps_are_those_of_asking_every_age_of_everybody(
            all in any_desks(),
            topic in 0..4_usize,
        ) {
            let topic = Topic::all().nth(topic).unwrap();
            let units = [
                unit(&["48000", "48202"], None),
                unit(&["48000", "48202", "community_area:48202:1"], Some("城下町二丁目")),
                unit(&["48000", "48201"], Some("城下町東")),
            ];
            let desks = Desks::new(all.clone());
            let found = stretches(&desks, &units, &[topic]);
            for (at, unit) in units.iter().enumerate() {
                let own: Vec<&Stretch> = found.iter().filter(|stretch| stretch.unit == at).collect();
                prop_assert_eq!(own.first().map(|s| s.age_from), Some(0));
                prop_assert_eq!(own.last().map(|s| s.age_to), Some(OLDEST));
                prop_assert!(own.windows(2).all(|pair| pair[0].age_to + 1 == pair[1].age_from));
                for age in 0..=OLDEST {
                    let brute: Vec<usize> = all.iter().enumerate()
                        .filter(|(_, desk)| contains(desk, &unit.areas, unit.town.as_deref(), topic, age))
                        .map(|(index, _)| index).collect();
                    let stretch = own.iter().find(|s| s.age_from <= age && age <= s.age_to).unwrap();
                    prop_assert_eq!(&stretch.desks, &brute, "age {}", age);
                }
            }
            for age in [None, Some(0), Some(17), Some(65), Some(OLDEST)] {
                for (at, cover) in covers(&desks, &units, &[topic], age).iter().enumerate() {
                    let asked = found.iter().filter(|s| s.unit == at
                        && age.is_none_or(|age| s.age_from <= age && age <= s.age_to));
                    let counts: Vec<usize> = asked.clone().map(|s| s.desks.len()).collect();
                    let named: std::collections::BTreeSet<usize> =
                        asked.flat_map(|s| s.desks.iter().copied()).collect();
                    prop_assert_eq!(&cover.desks, &named.into_iter().collect::<Vec<_>>());
                    prop_assert_eq!((cover.hole, cover.shared), (counts.contains(&0), counts.iter().any(|n| *n > 1)));
                }
            }
            let cells = matrix(&desks, &units, &[topic]);
            for cell in &cells {
                let (from, to) = BANDS[cell.band];
                for at in 0..units.len() {
                    let counts = |wanted: fn(usize) -> bool| found.iter().any(|s| s.unit == at
                        && s.age_from <= to && s.age_to >= from && wanted(s.desks.len()));
                    prop_assert_eq!(cell.holes.contains(&at), counts(|n| n == 0));
                    prop_assert_eq!(cell.overlaps.contains(&at), counts(|n| n > 1));
                }
            }
        }
    }
}
