//! What sheets, answers to questions and statements between surveys come to: who reports whom, at one moment.

use crate::network::{Evidence, Reports};
use hoshizu_catalog::{
    day::Day,
    id::OfficeId,
    tie::{Closeness, Star},
};
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// One office's sheet.
#[derive(Debug, Clone, PartialEq)]
pub struct Answer {
    /// Whose.
    pub office: OfficeId,
    /// Whether it said that this is all: only then does a missing ☆ say something.
    pub answered: bool,
    /// When it last said something; `None` when never.
    pub on: Option<Day>,
    /// Its ☆.
    pub stars: Vec<(OfficeId, Star)>,
}

/// A ☆ set between surveys, or the answer to the one question about a one-sided ☆.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Statement {
    /// Who says it.
    pub office: OfficeId,
    /// Of whom.
    pub partner: OfficeId,
    /// What.
    pub star: Star,
    /// Since when.
    pub from: Day,
    /// Until when, the day itself not counted.
    pub until: Option<Day>,
}

/// The newest sheet of each office on a day: sheets of several waves as one picture.
pub fn newest(answers: impl IntoIterator<Item = Answer>, day: Day) -> Vec<Answer> {
    let mut newest: BTreeMap<OfficeId, Answer> = BTreeMap::new();
    for answer in answers {
        if answer.on.is_none_or(|on| on > day) {
            newest.entry(answer.office).or_insert(Answer {
                answered: false,
                on: None,
                stars: Vec::new(),
                ..answer
            });
        } else if newest.get(&answer.office).is_none_or(|known| known.on <= answer.on) {
            newest.insert(answer.office, answer);
        }
    }
    newest.into_values().collect()
}

/// Who reports whom.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Picture {
    /// The offices, sorted; their places are the numbers of [`Picture::reports`].
    pub offices: Vec<OfficeId>,
    /// Who was asked.
    pub asked: Vec<bool>,
    /// Reports and who answered.
    pub reports: Reports,
    index: HashMap<OfficeId, u32>,
    stars: BTreeMap<(u32, u32), Star>,
}

/// A tie with all that either side says of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Known {
    /// The office of the smaller id.
    pub a: OfficeId,
    /// The other.
    pub b: OfficeId,
    /// What it rests on.
    pub evidence: Evidence,
    /// What `a` says.
    pub from_a: Option<Star>,
    /// What `b` says.
    pub from_b: Option<Star>,
}

impl Known {
    /// Both sides together: the kinds either names, the greater closeness and frequency.
    pub fn star(&self) -> Star {
        let (a, b) = (self.from_a.unwrap_or_default(), self.from_b.unwrap_or_default());
        Star {
            kinds: a.kinds.union(b.kinds),
            closeness: a.closeness.max(b.closeness),
            frequency: a.frequency.max(b.frequency),
        }
    }

    /// The partner of an office.
    pub fn other(&self, office: OfficeId) -> OfficeId {
        if office == self.a { self.b } else { self.a }
    }
}

impl Picture {
    /// Of sheets, and of statements that hold on `day`. Two sheets of one office (left by a merge) are one. A statement
    /// is a report and does not say that its office has answered.
    pub fn of(answers: &[Answer], statements: &[Statement], day: Day) -> Self {
        let mut told: BTreeMap<(OfficeId, OfficeId), Star> = BTreeMap::new();
        let mut offices: BTreeSet<OfficeId> = answers.iter().map(|answer| answer.office).collect();
        for answer in answers {
            told.extend(answer.stars.iter().map(|(partner, star)| ((answer.office, *partner), *star)));
        }
        for said in statements {
            if said.from <= day && said.until.is_none_or(|until| day < until) {
                told.entry((said.office, said.partner)).or_insert(said.star);
            }
        }
        told.retain(|(from, to), _| from != to);
        offices.extend(told.keys().flat_map(|(from, to)| [*from, *to]));
        let offices: Vec<OfficeId> = offices.into_iter().collect();
        let index: HashMap<OfficeId, u32> = (0..).zip(&offices).map(|(at, office)| (*office, at)).collect();
        let (mut asked, mut responded) = (vec![false; offices.len()], vec![false; offices.len()]);
        for answer in answers {
            let at = index[&answer.office] as usize;
            asked[at] = true;
            responded[at] |= answer.answered;
        }
        let stars: BTreeMap<(u32, u32), Star> =
            told.into_iter().map(|((from, to), star)| ((index[&from], index[&to]), star)).collect();
        let reports = Reports::heard(responded, stars.keys().copied());
        Self { offices, asked, reports, index, stars }
    }

    /// The number of an office.
    pub fn number(&self, office: OfficeId) -> Option<u32> {
        self.index.get(&office).copied()
    }

    /// Whether an office has answered.
    pub fn answered(&self, office: OfficeId) -> bool {
        self.number(office).is_some_and(|at| self.reports.responded()[at as usize])
    }

    /// Every tie, by its offices.
    pub fn ties(&self) -> Vec<Known> {
        self.reports.ties().into_iter().map(|tie| self.known(tie.a, tie.b, tie.evidence)).collect()
    }

    /// The ties of one office, by partner.
    pub fn ties_of(&self, office: OfficeId) -> Vec<Known> {
        let Some(own) = self.number(office) else { return Vec::new() };
        let (names, named) = (self.reports.names().of(own), self.reports.named_by().of(own));
        let partners: BTreeSet<u32> = names.iter().chain(named).copied().collect();
        let tie = |other: u32| {
            let evidence = self.reports.evidence(own, other)?;
            Some(self.known(own.min(other), own.max(other), evidence))
        };
        partners.into_iter().filter_map(tie).collect()
    }

    fn known(&self, a: u32, b: u32, evidence: Evidence) -> Known {
        Known {
            a: self.offices[a as usize],
            b: self.offices[b as usize],
            evidence,
            from_a: self.stars.get(&(a, b)).copied(),
            from_b: self.stars.get(&(b, a)).copied(),
        }
    }

    /// How strong each tie is, for comparing waves.
    pub fn strength(&self) -> BTreeMap<(u32, u32), crate::network::waves::Strength> {
        self.reports
            .ties()
            .into_iter()
            .map(|tie| {
                let star = self.known(tie.a, tie.b, tie.evidence).star();
                let strength = crate::network::waves::Strength {
                    closeness: star.closeness.map_or(0, Closeness::stage),
                    kinds: u16::from(star.kinds.bits()),
                };
                ((tie.a, tie.b), strength)
            })
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use uuid::Uuid;

    fn office(number: u128) -> OfficeId {
        OfficeId(Uuid::from_u128(number))
    }

    fn day(text: &str) -> Day {
        Day::parse(text).unwrap()
    }

    fn sheet(who: u128, on: &str, partners: &[u128]) -> Answer {
        let stars = partners.iter().map(|partner| (office(*partner), Star::default())).collect();
        Answer { office: office(who), answered: true, on: Some(day(on)), stars }
    }

    fn silent(who: u128) -> Answer {
        Answer { office: office(who), answered: false, on: None, stars: Vec::new() }
    }

    fn told(picture: &Picture) -> Vec<(u128, u128, Evidence)> {
        let number = |office: OfficeId| office.0.as_u128();
        picture.ties().iter().map(|tie| (number(tie.a), number(tie.b), tie.evidence)).collect()
    }

    #[test]
    fn a_tie_rests_on_both_on_one_or_on_one_towards_silence() {
        let answers = [
            sheet(1, "2025-10-01", &[2, 3, 4, 9]),
            sheet(2, "2025-10-01", &[1]),
            sheet(3, "2025-10-01", &[]),
            silent(4),
        ];
        let picture = Picture::of(&answers, &[], day("2025-11-01"));
        let wanted = [
            (1, 2, Evidence::Mutual),
            (1, 3, Evidence::OneSided),
            (1, 4, Evidence::ToNonRespondent),
            (1, 9, Evidence::ToNonRespondent),
        ];
        assert_eq!(told(&picture), wanted);
        assert!(!picture.asked[picture.number(office(9)).unwrap() as usize]);
    }

    #[test]
    fn a_sheet_left_half_way_reports_and_answers_nothing() {
        let begun = Answer { answered: false, ..sheet(2, "2025-10-01", &[3]) };
        let picture = Picture::of(
            &[sheet(1, "2025-10-01", &[2]), begun, sheet(3, "2025-10-01", &[])],
            &[],
            day("2025-11-01"),
        );
        assert_eq!(told(&picture), [(1, 2, Evidence::ToNonRespondent), (2, 3, Evidence::OneSided)]);
    }

    #[test]
    fn yes_to_the_question_is_the_other_half_of_the_tie() {
        let yes = Statement {
            office: office(2),
            partner: office(1),
            star: Star::default(),
            from: day("2025-10-05"),
            until: None,
        };
        let answers = [sheet(1, "2025-10-01", &[2]), sheet(2, "2025-10-01", &[])];
        assert_eq!(told(&Picture::of(&answers, &[yes], day("2025-10-05"))), [(1, 2, Evidence::Mutual)]);
        assert_eq!(told(&Picture::of(&answers, &[yes], day("2025-10-04"))), [(1, 2, Evidence::OneSided)]);
    }

    #[test]
    fn a_statement_holds_from_its_day_until_it_is_taken_back() {
        let said = Statement {
            office: office(1),
            partner: office(2),
            star: Star::default(),
            from: day("2025-05-01"),
            until: Some(day("2025-06-01")),
        };
        let on = |text| told(&Picture::of(&[], &[said], day(text))).len();
        assert_eq!([on("2025-04-30"), on("2025-05-01"), on("2025-05-31"), on("2025-06-01")], [0, 1, 1, 0]);
    }

    #[test]
    fn on_any_day_the_newest_sheet_of_each_office_counts() {
        let sheets = [
            sheet(1, "2024-10-01", &[2]),
            sheet(1, "2025-10-01", &[3]),
            sheet(2, "2024-10-02", &[1]),
            silent(2),
        ];
        let on = |text: &str| told(&Picture::of(&newest(sheets.clone(), day(text)), &[], day(text)));
        assert!(on("2024-09-30").is_empty());
        assert_eq!(on("2025-09-30"), [(1, 2, Evidence::Mutual)]);
        assert_eq!(on("2025-10-01"), [(1, 2, Evidence::OneSided), (1, 3, Evidence::ToNonRespondent)]);
    }

    #[test]
    fn two_sheets_of_a_merged_office_are_one_and_it_does_not_name_itself() {
        let answers = [sheet(1, "2025-10-01", &[1, 2]), sheet(1, "2025-10-02", &[3])];
        assert_eq!(told(&Picture::of(&answers, &[], day("2025-11-01"))).len(), 2);
    }
}
