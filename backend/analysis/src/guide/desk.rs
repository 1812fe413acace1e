//! Which nurse desks answer a question of place, topic and age.

use hoshizu_catalog::{
    fold,
    nurse::{NurseDesk, Topic},
};
use std::collections::HashMap;

/// A question. What is not given restricts nothing.
#[derive(Debug, Clone, Copy, Default)]
pub struct Question<'q> {
    /// Codes of every area the place lies in, in any order.
    pub areas: &'q [String],
    /// The town of the place, where known.
    pub town: Option<&'q str>,
    /// What it is about.
    pub topic: Option<Topic>,
    /// Age in years.
    pub age: Option<u8>,
}

/// A desk that answers, and by which of its areas.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Answer<'d> {
    /// The desk.
    pub desk: &'d NurseDesk,
    /// Code of its area the place lies in.
    pub area: &'d str,
    /// The 町名 of its list that is meant, where it has one.
    pub town: Option<&'d str>,
}

/// Many desks, held to be asked often.
#[derive(Debug, Default)]
pub struct Desks {
    all: Vec<NurseDesk>,
    /// Topic bits of each desk.
    topics: Vec<u32>,
    /// Area to desks that name it, with the place in their list.
    by_area: HashMap<String, Vec<(u32, u32)>>,
    /// Folded towns of each desk area, in the order of the desks and their lists.
    towns: Vec<Vec<Vec<String>>>,
}

impl Desks {
    /// Holds these desks; their order decides nothing.
    pub fn new(all: Vec<NurseDesk>) -> Self {
        let mut desks = Self::default();
        for (index, desk) in all.iter().enumerate() {
            for (place, area) in desk.areas.iter().enumerate() {
                let entry = desks.by_area.entry(area.code.clone()).or_default();
                entry.push((index as u32, place as u32));
            }
            let folded = desk.areas.iter().map(|area| area.towns.iter().map(|town| town_key(town)).collect());
            desks.towns.push(folded.collect());
            desks.topics.push(desk.topic_bits());
        }
        desks.all = all;
        desks
    }

    /// Every desk.
    pub fn all(&self) -> &[NurseDesk] {
        &self.all
    }

    /// Exactly the desks whose area, topic and age contain the question, the nearest fit first: the smaller area, then
    /// the narrower ages, then the fewer topics. A desk limited to towns answers only where the town is known.
    pub fn answers<'d>(&'d self, question: &Question<'_>) -> Vec<Answer<'d>> {
        let town = question.town.map(town_key);
        let mut found: Vec<(Fit, Answer<'d>)> = Vec::new();
        for (index, place) in self.named(question.areas) {
            if !self.takes(index, question) {
                continue;
            }
            let desk = &self.all[index];
            let area = &desk.areas[place];
            let town = match self.reach(index, place, town.as_deref()) {
                Reach::None => continue,
                Reach::Whole => None,
                Reach::Town(at) => Some(area.towns[at].as_str()),
            };
            let answer = Answer { desk, area: &area.code, town };
            let fit = Fit::of(desk, &answer, self.topics[index]);
            match found.iter_mut().find(|(_, other)| other.desk.id == desk.id) {
                Some(other) if fit < other.0 => *other = (fit, answer),
                Some(_) => {}
                None => found.push((fit, answer)),
            }
        }
        found.sort_by(|a, b| (&a.0, &a.1.desk.name, a.1.desk.id).cmp(&(&b.0, &b.1.desk.name, b.1.desk.id)));
        found.into_iter().map(|(_, answer)| answer).collect()
    }

    /// Desks for topic and age that cover only some towns of the place, where the question names none: what a person
    /// learns by adding the town.
    pub fn by_town<'d>(&'d self, question: &Question<'_>) -> Vec<&'d NurseDesk> {
        let mut found: Vec<usize> = self
            .named(question.areas)
            .filter(|(index, place)| !self.towns[*index][*place].is_empty() && self.takes(*index, question))
            .map(|(index, _)| index)
            .collect();
        found.sort_unstable();
        found.dedup();
        found.into_iter().map(|index| &self.all[index]).collect()
    }

    fn named<'s>(&'s self, areas: &'s [String]) -> impl Iterator<Item = (usize, usize)> + 's {
        let entries = areas.iter().filter_map(|code| self.by_area.get(code)).flatten();
        entries.map(|(index, place)| (*index as usize, *place as usize))
    }

    fn takes(&self, index: usize, question: &Question<'_>) -> bool {
        question.topic.is_none_or(|topic| self.topics[index] & topic.bit() != 0)
            && question.age.is_none_or(|age| self.all[index].takes_age(age))
    }

    fn reach(&self, index: usize, place: usize, town: Option<&str>) -> Reach {
        let towns = &self.towns[index][place];
        if towns.is_empty() {
            return Reach::Whole;
        }
        let listed = town.and_then(|town| towns.iter().position(|listed| is_part_of(town, listed)));
        listed.map_or(Reach::None, Reach::Town)
    }

    pub(crate) fn covering(&self, areas: &[String], town: Option<&str>) -> Vec<usize> {
        let mut found: Vec<usize> = self
            .named(areas)
            .filter(|(index, place)| self.reach(*index, *place, town) != Reach::None)
            .map(|(index, _)| index)
            .collect();
        found.sort_unstable();
        found.dedup();
        found
    }
}

/// How an area of a desk reaches a town.
#[derive(PartialEq)]
enum Reach {
    None,
    /// The whole area.
    Whole,
    /// By the town of its list.
    Town(usize),
}

/// One form of a town however its 大字 and numbers are written: 「大字城下町二丁目」 → 「城下町2」.
pub fn town_key(name: &str) -> String {
    fold::address(name).trim_end_matches('-').to_owned()
}

/// Whether a town, perhaps with a house number, is the listed one or a 丁目 of it: 「城下町」 holds 「城下町2-3」 but not
/// 「城下町東」, and 「城下町1」 does not hold 「城下町12」.
fn is_part_of(town: &str, listed: &str) -> bool {
    town.strip_prefix(listed).is_some_and(|rest| match rest.chars().next() {
        None | Some('-') => true,
        Some(next) => next.is_ascii_digit() && !listed.ends_with(|c: char| c.is_ascii_digit()),
    })
}

/// How well a desk fits, smaller first.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Fit {
    breadth: u8,
    years: u8,
    topics: u32,
}

impl Fit {
    fn of(desk: &NurseDesk, answer: &Answer<'_>, topics: u32) -> Self {
        let breadth = if answer.town.is_some() { 0 } else { breadth(answer.area) };
        let years = desk.age_to.unwrap_or(hoshizu_catalog::nurse::OLDEST).saturating_sub(desk.age_from);
        Self { breadth, years, topics: topics.count_ones() }
    }
}

/// How large areas of a code's kind are, small to large.
fn breadth(code: &str) -> u8 {
    match code.split(':').next().unwrap_or_default() {
        "school_district" => 1,
        "community_area" => 2,
        "disability_area" | "health_center_area" => 5,
        "medical_area" => 6,
        digits if digits.len() == 5 && digits.ends_with("000") => 7,
        digits if digits.len() == 5 => 4,
        _ => 3,
    }
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;
    use hoshizu_catalog::{
        id::NurseDeskId,
        nurse::{DeskArea, Placement, Scheme},
    };
    use proptest::prelude::*;
    use uuid::Uuid;

    pub(crate) fn desk(
        id: u128,
        topics: &[usize],
        ages: (u8, Option<u8>),
        areas: Vec<DeskArea>,
    ) -> NurseDesk {
        NurseDesk {
            id: NurseDeskId(Uuid::from_u128(id)),
            owner: "48202".into(),
            name: format!("窓口{id:02}"),
            placement: Placement::MunicipalHealth,
            office: None,
            scheme: Scheme::District,
            topics: topics.iter().filter_map(|at| Topic::all().nth(*at)).collect(),
            age_from: ages.0,
            age_to: ages.1,
            areas,
            does: Vec::new(),
            does_not: None,
            phone: None,
            fax: None,
            hours: None,
            hands_over: Vec::new(),
            source: String::new(),
            checked_on: None,
        }
    }

    pub(crate) fn area(code: &str, towns: &[&str]) -> DeskArea {
        DeskArea { code: code.into(), towns: towns.iter().map(|town| (*town).to_owned()).collect() }
    }

    #[test]
    fn the_nearest_fit_stands_first() {
        let desks = Desks::new(vec![
            desk(1, &[0, 1, 2], (0, None), vec![area("48000", &[])]),
            desk(2, &[0], (0, None), vec![area("48202", &[])]),
            desk(3, &[0], (40, Some(64)), vec![area("48202", &[])]),
            desk(4, &[0, 3], (0, None), vec![area("48202", &["城下町"])]),
            desk(5, &[3], (0, None), vec![area("48202", &[])]),
        ]);
        let areas = ["48000".to_owned(), "48202".to_owned()];
        let question =
            Question {
                areas: &areas, town: Some("城下町二丁目"), topic: Topic::all().next(), age: Some(50)
            };
        let ids = |question: &Question<'_>| -> Vec<u128> {
            desks.answers(question).iter().map(|answer| answer.desk.id.0.as_u128()).collect()
        };
        assert_eq!(ids(&question), [4, 3, 2, 1]);
        assert_eq!(ids(&Question { town: Some("城下町東"), ..question }), [3, 2, 1]);
        assert_eq!(ids(&Question { age: Some(70), town: None, ..question }), [2, 1]);
        assert_eq!(desks.by_town(&question).len(), 1);
    }

    const CODES: [&str; 4] = ["48000", "48201", "48202", "community_area:48202:1"];
    const TOWNS: [&str; 3] = ["城下町", "城下町東", "港町"];

    prop_compose! {
        fn any_area()(code in 0..4_usize, towns in prop::collection::vec(0..3_usize, 0..3)) -> DeskArea {
            area(CODES[code], &towns.iter().map(|at| TOWNS[*at]).collect::<Vec<_>>())
        }
    }
    prop_compose! {
        fn any_desk()(
            topics in prop::collection::vec(0..4_usize, 1..4),
            from in 0..110_u8,
            years in prop::option::of(0..60_u8),
            areas in prop::collection::vec(any_area(), 1..4),
        ) -> NurseDesk {
            desk(0, &topics, (from, years.map(|years| (from + years).min(120))), areas)
        }
    }

    /// Desks with ids of their own.
    pub(crate) fn any_desks() -> impl Strategy<Value = Vec<NurseDesk>> {
        prop::collection::vec(any_desk(), 0..12).prop_map(|mut desks| {
            for (at, desk) in desks.iter_mut().enumerate() {
                desk.id = NurseDeskId(Uuid::from_u128(at as u128 + 1));
            }
            desks
        })
    }

    /// The rule in its plainest words.
    pub(crate) fn contains(
        desk: &NurseDesk,
        areas: &[String],
        town: Option<&str>,
        topic: Topic,
        age: u8,
    ) -> bool {
        let here = desk.areas.iter().any(|own| {
            let in_town = own
                .towns
                .iter()
                .any(|listed| town.is_some_and(|town| town == listed || town == format!("{listed}二丁目")));
            areas.contains(&own.code) && (own.towns.is_empty() || in_town)
        });
        here && desk.topics.contains(&topic) && age >= desk.age_from && desk.age_to.is_none_or(|to| age <= to)
    }

    proptest! {
        #[test]
        fn a_question_is_answered_by_exactly_the_desks_that_contain_it(
            all in any_desks(),
            picked in prop::collection::vec(0..4_usize, 0..4),
            town in prop::option::of(0..3_usize),
            chome in any::<bool>(),
            topic in 0..4_usize,
            age in 0..120_u8,
        ) {
            let areas: Vec<String> = picked.iter().map(|at| CODES[*at].to_owned()).collect();
            let town = town.map(|at| if chome { format!("{}二丁目", TOWNS[at]) } else { TOWNS[at].to_owned() });
            let topic = Topic::all().nth(topic).unwrap();
            let mut expected: Vec<NurseDeskId> = all.iter()
                .filter(|desk| contains(desk, &areas, town.as_deref(), topic, age))
                .map(|desk| desk.id).collect();
            let desks = Desks::new(all);
            let question = Question { areas: &areas, town: town.as_deref(), topic: Some(topic), age: Some(age) };
            let mut found: Vec<NurseDeskId> = desks.answers(&question).iter().map(|a| a.desk.id).collect();
            found.sort();
            expected.sort();
            prop_assert_eq!(found, expected);
        }
    }
}
