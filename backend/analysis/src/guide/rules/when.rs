//! Whether a rule holds for a case. Three answers: yes with the facts that made it so, no, or open because the age is
//! not known. Nothing else that is left out is asked for: a condition nobody named is not there.

use super::data::Book;
use crate::guide::conditions::{self, Condition};
use serde::{Deserialize, Serialize};

/// What somebody says of a person. Never who it is; never stored.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Case {
    /// Age in years.
    pub age: Option<u8>,
    /// Months until the 65th birthday, where that is known better.
    pub turns_65_in: Option<u8>,
    /// Codes of conditions.
    pub conditions: Vec<String>,
    /// Codes of services in use.
    pub services: Vec<String>,
    /// Codes of situations.
    pub situations: Vec<String>,
    /// Codes of every area the place lies in.
    pub areas: Vec<String>,
}

/// Something of the case that a conclusion rests on.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case", tag = "kind", content = "value")]
pub enum Fact {
    /// Age in years.
    Age(u8),
    /// Months until the 65th birthday.
    Turns65In(u8),
    /// Code of a condition.
    Condition(String),
    /// Code of a service.
    Service(String),
    /// Code of a situation.
    Situation(String),
}

/// Whether something holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Truth {
    /// It does, because of these.
    Yes(Vec<Fact>),
    /// It does not.
    No,
    /// It depends on the age; these hold already.
    Open(Vec<Fact>),
}

/// An age to come, and how many months before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Nears {
    /// The birthday.
    pub age: u8,
    /// At most so many months away.
    pub months: u8,
}

/// Whom a rule is for: everything given must hold. Lists hold when one of their words does.
#[derive(Debug, Clone, PartialEq, Eq, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct When {
    /// From this age.
    pub age_from: Option<u8>,
    /// Up to this age inclusive.
    pub age_to: Option<u8>,
    /// Before a birthday, and near it.
    pub nears: Option<Nears>,
    /// A condition with one of these tags.
    pub tags: Vec<String>,
    /// One of these conditions.
    pub conditions: Vec<String>,
    /// One of the sixteen 特定疾病.
    pub specified: bool,
    /// A 指定難病, or 難病 without a name.
    pub rare: bool,
    /// One of these services.
    pub services: Vec<String>,
    /// A service of one of these systems.
    pub systems: Vec<String>,
    /// One of these situations.
    pub situations: Vec<String>,
    /// All of these.
    pub all: Vec<When>,
    /// One of these.
    pub any: Vec<When>,
    /// None of these.
    pub none: Vec<When>,
}

impl Case {
    /// Age in years: as said, or as follows from the months until 65.
    pub fn years(&self) -> Option<u8> {
        self.turns_65_in.map(|months| 65_u8.saturating_sub(months.div_ceil(12))).or(self.age)
    }

    /// Months until a birthday: exact for 65 where said, else at most so many, from the age.
    pub(super) fn months_to(&self, birthday: u8) -> Option<(i16, bool)> {
        if let (65, Some(months)) = (birthday, self.turns_65_in) {
            return Some((i16::from(months), true));
        }
        self.years().map(|years| ((i16::from(birthday) - i16::from(years)) * 12, false))
    }

    fn age_fact(&self) -> Vec<Fact> {
        self.turns_65_in.map(Fact::Turns65In).or(self.age.map(Fact::Age)).into_iter().collect()
    }

    fn known(&self) -> impl Iterator<Item = &'static Condition> + '_ {
        conditions::all().iter().filter(|condition| self.conditions.contains(&condition.code))
    }

    fn with_condition(&self, fits: impl Fn(&Condition) -> bool) -> Truth {
        let facts: Vec<Fact> =
            self.known().filter(|c| fits(c)).map(|c| Fact::Condition(c.code.clone())).collect();
        if facts.is_empty() { Truth::No } else { Truth::Yes(facts) }
    }
}

/// The words both lists have, as facts.
fn shared(own: &[String], wanted: &[String], fact: fn(String) -> Fact) -> Truth {
    let facts: Vec<Fact> = own.iter().filter(|word| wanted.contains(word)).cloned().map(fact).collect();
    if facts.is_empty() { Truth::No } else { Truth::Yes(facts) }
}

impl When {
    /// Whether it holds for a case.
    pub fn holds(&self, case: &Case, book: &Book) -> Truth {
        let mut parts: Vec<Truth> = Vec::new();
        if self.age_from.is_some() || self.age_to.is_some() {
            let inside = |years: u8| {
                self.age_from.is_none_or(|from| years >= from) && self.age_to.is_none_or(|to| years <= to)
            };
            parts.push(by_age(case, case.years().map(inside)));
        }
        if let Some(nears) = self.nears {
            parts.push(by_age(case, near(case, nears)));
        }
        if !self.tags.is_empty() {
            parts.push(case.with_condition(|c| c.tags.iter().any(|tag| self.tags.contains(tag))));
        }
        if !self.conditions.is_empty() {
            parts.push(case.with_condition(|c| self.conditions.contains(&c.code)));
        }
        if self.specified {
            parts.push(case.with_condition(|c| c.specified.is_some()));
        }
        if self.rare {
            let unnamed = |c: &Condition| c.tags.iter().any(|tag| tag == "rare_unnamed");
            parts.push(case.with_condition(|c| c.rare.is_some() || unnamed(c)));
        }
        if !self.services.is_empty() {
            parts.push(shared(&case.services, &self.services, Fact::Service));
        }
        if !self.systems.is_empty() {
            let of = |code: &String| book.services.iter().find(|s| s.code == *code)?.system.as_ref();
            let inside: Vec<String> = case
                .services
                .iter()
                .filter(|code| of(code).is_some_and(|system| self.systems.contains(system)))
                .cloned()
                .collect();
            parts.push(shared(&inside, &case.services, Fact::Service));
        }
        if !self.situations.is_empty() {
            parts.push(shared(&case.situations, &self.situations, Fact::Situation));
        }
        parts.extend(self.all.iter().map(|part| part.holds(case, book)));
        if !self.any.is_empty() {
            parts.push(either(self.any.iter().map(|part| part.holds(case, book))));
        }
        parts.extend(self.none.iter().map(|part| match part.holds(case, book) {
            Truth::Yes(_) => Truth::No,
            Truth::No => Truth::Yes(Vec::new()),
            Truth::Open(_) => Truth::Open(Vec::new()),
        }));
        every(parts)
    }

    /// The first word that the files do not know.
    pub(super) fn strange_word(&self, book: &Book) -> Option<&str> {
        let lists = [
            ("tags", &self.tags),
            ("conditions", &self.conditions),
            ("services", &self.services),
            ("systems", &self.systems),
            ("situations", &self.situations),
        ];
        let own = lists.into_iter().find_map(|(list, words)| {
            words.iter().find(|word| !book.knows_word(list, word)).map(String::as_str)
        });
        let parts = || self.all.iter().chain(&self.any).chain(&self.none);
        own.or_else(|| parts().find_map(|part| part.strange_word(book)))
    }
}

fn by_age(case: &Case, holds: Option<bool>) -> Truth {
    match holds {
        Some(true) => Truth::Yes(case.age_fact()),
        Some(false) => Truth::No,
        None => Truth::Open(Vec::new()),
    }
}

fn near(case: &Case, nears: Nears) -> Option<bool> {
    let (months, exact) = case.months_to(nears.age)?;
    // By the age alone, months is the most it can be: somebody of 64 has between one and twelve left.
    let least = if exact { months } else { months - 11 };
    Some(months > 0 && least <= i16::from(nears.months))
}

fn every(parts: Vec<Truth>) -> Truth {
    let (mut facts, mut open) = (Vec::new(), false);
    for part in parts {
        match part {
            Truth::No => return Truth::No,
            Truth::Yes(more) => facts.extend(more),
            Truth::Open(more) => {
                open = true;
                facts.extend(more);
            }
        }
    }
    facts.sort_unstable();
    facts.dedup();
    if open { Truth::Open(facts) } else { Truth::Yes(facts) }
}

fn either(parts: impl Iterator<Item = Truth>) -> Truth {
    let (mut facts, mut open) = (None::<Vec<Fact>>, None::<Vec<Fact>>);
    for part in parts {
        match part {
            Truth::No => {}
            Truth::Yes(more) => facts.get_or_insert_default().extend(more),
            Truth::Open(more) => open.get_or_insert_default().extend(more),
        }
    }
    match (facts, open) {
        (Some(facts), _) => Truth::Yes(facts),
        (None, Some(facts)) => Truth::Open(facts),
        _ => Truth::No,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn aged(age: u8) -> Case {
        Case { age: Some(age), ..Case::default() }
    }

    #[test]
    fn months_until_65_say_the_age() {
        let years = |months| Case { turns_65_in: Some(months), ..Case::default() }.years();
        assert_eq!((years(0), years(1), years(12), years(13)), (Some(65), Some(64), Some(64), Some(63)));
    }

    #[test]
    fn a_birthday_is_near_only_before_it() {
        let nears = Nears { age: 65, months: 24 };
        assert_eq!(
            [62, 63, 64, 65].map(|age| near(&aged(age), nears)),
            [Some(false), Some(true), Some(true), Some(false)]
        );
        let in_months = |months| near(&Case { turns_65_in: Some(months), ..Case::default() }, nears);
        assert_eq!([24, 25, 0].map(in_months), [Some(true), Some(false), Some(false)]);
    }

    #[test]
    fn without_an_age_a_rule_of_age_is_open_and_not_refused() {
        let book = Book::own();
        let when = When { age_from: Some(65), situations: vec!["abuse".into()], ..When::default() };
        let mut case = Case { situations: vec!["abuse".into()], ..Case::default() };
        assert_eq!(when.holds(&case, book), Truth::Open(vec![Fact::Situation("abuse".into())]));
        case.age = Some(64);
        assert_eq!(when.holds(&case, book), Truth::No);
        case.age = Some(65);
        let facts = vec![Fact::Age(65), Fact::Situation("abuse".into())];
        assert_eq!(when.holds(&case, book), Truth::Yes(facts));
    }
}
