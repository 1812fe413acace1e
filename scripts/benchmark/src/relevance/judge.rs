//! Judged queries: an office is drawn, asked for in one kind of spelling, and every office as right as it is noted.

use super::{
    Judged,
    spelling::{
        city_of, full_width, half_width, other_kana, reading, respelled_address, romaji, slipped,
        spelled_phone, variant, with_blank,
    },
};
use crate::offices::Dice;
use hoshizu_catalog::{fold, synonyms, taxonomy::ServiceType};
use hoshizu_search::Document;

/// Tries to draw an office a kind of spelling fits.
const TRIES: usize = 4_000;

pub struct Judge<'a> {
    offices: &'a [Document],
    dice: Dice,
}

impl<'a> Judge<'a> {
    pub fn new(offices: &'a [Document], dice: Dice) -> Self {
        Self { offices, dice }
    }

    pub fn all(mut self) -> Vec<Judged> {
        let same_name = |a: &Document, b: &Document| fold::text(&a.name) == fold::text(&b.name);
        let same_reading = |a: &Document, b: &Document| same_name(a, b) || reading(a) == reading(b);
        let mut out = Vec::new();
        out.extend(self.draw("full name", 40, same_name, |o, _| Some(o.name.clone())));
        out.extend(self.draw("name without blanks", 15, same_name, |o, _| {
            o.name.contains([' ', '　']).then(|| o.name.split_whitespace().collect())
        }));
        out.extend(self.draw("name with blanks", 15, same_name, with_blank));
        out.extend(self.draw("reading", 25, same_reading, |o, _| o.kana.clone()));
        out.extend(
            self.draw("reading in the other kana", 15, same_reading, |o, _| {
                o.kana.as_deref().map(other_kana)
            }),
        );
        out.extend(self.partial());
        out.extend(self.draw("half width", 15, same_name, |o, _| half_width(&o.name)));
        out.extend(self.draw("full-width Latin", 10, same_name, |o, _| full_width(&o.name)));
        out.extend(self.draw("romaji", 20, same_reading, |o, _| o.kana.as_deref().and_then(romaji)));
        out.extend(self.draw("variant kanji", 15, same_name, |o, _| variant(&o.name)));
        let phone = |a: &Document, b: &Document| a.phones.iter().any(|phone| b.phones.contains(phone));
        out.extend(
            self.draw("telephone", 15, phone, |o, dice| o.phones.first().map(|p| spelled_phone(p, dice))),
        );
        out.extend(self.draw("end of telephone and name", 10, same_name, |o, _| {
            let end = o.phones.first()?.get(6..)?;
            let head: String = o.name.chars().take(4).collect();
            (head.chars().count() == 4 && !head.contains([' ', '　'])).then(|| format!("{head} {end}"))
        }));
        let number = |a: &Document, b: &Document| a.numbers == b.numbers;
        out.extend(
            self.draw("office number", 10, number, |o, _| {
                o.numbers.first().filter(|n| n.len() == 10).cloned()
            }),
        );
        let address =
            |a: &Document, b: &Document| fold::address(&b.address).contains(&fold::address(&a.address));
        out.extend(self.draw("address", 15, address, |o, _| respelled_address(&o.address)));
        let organization = |a: &Document, b: &Document| {
            a.organization.as_deref().map(fold::text) == b.organization.as_deref().map(fold::text)
        };
        out.extend(self.draw("organization", 15, organization, |o, _| {
            o.organization.clone().filter(|name| name.chars().count() > 7)
        }));
        out.extend(self.draw("typo", 20, same_name, slipped));
        out.extend(self.service_and_place());
        out
    }

    fn office(&mut self) -> Document {
        self.offices[self.dice.roll(self.offices.len())].clone()
    }

    fn draw(
        &mut self,
        kind: &'static str,
        count: usize,
        same: impl Fn(&Document, &Document) -> bool,
        ask: impl Fn(&Document, &mut Dice) -> Option<String>,
    ) -> Vec<Judged> {
        let mut out = Vec::new();
        for _ in 0..TRIES {
            if out.len() == count {
                break;
            }
            let office = self.office();
            let Some(q) = ask(&office, &mut self.dice).filter(|q| q.chars().count() > 1) else { continue };
            let relevant =
                self.offices.iter().filter(|other| same(&office, other)).map(|other| other.id).collect();
            out.push(Judged { kind, q, relevant });
        }
        out
    }

    /// A stretch of a name that at most three names hold.
    fn partial(&mut self) -> Vec<Judged> {
        let names: Vec<String> = self.offices.iter().map(|office| fold::text(&office.name)).collect();
        let mut out = Vec::new();
        while out.len() < 25 {
            let office = self.office();
            let letters: Vec<char> = office.name.chars().filter(|c| !c.is_whitespace()).collect();
            let length = 4 + self.dice.roll(5);
            if letters.len() <= length + 1 {
                continue;
            }
            let from = self.dice.roll(letters.len() - length);
            let part: String = letters[from..from + length].iter().collect();
            let folded = fold::text(&part);
            if (1..=3).contains(&names.iter().filter(|name| name.contains(&folded)).count()) {
                let name = fold::text(&office.name);
                let same = self.offices.iter().zip(&names).filter(|(_, other)| **other == name);
                let relevant = same.map(|(other, _)| other.id).collect();
                out.push(Judged { kind: "part of a name", q: part, relevant });
            }
        }
        out
    }

    /// A synonym of a service and a municipality: every office of both is right.
    fn service_and_place(&mut self) -> Vec<Judged> {
        let mut out = Vec::new();
        while out.len() < 25 {
            let office = self.office();
            let Some(municipality) = office.municipality else { continue };
            let Some(service) = office.services.first().and_then(|s| ServiceType::from_index(*s)) else {
                continue;
            };
            let words = synonyms::words_of(service);
            if words.is_empty() {
                continue;
            }
            let word = self.dice.pick(words).clone();
            let Some(meaning) = synonyms::meaning(&fold::text(&word)).filter(|m| !m.services.is_empty())
            else {
                continue;
            };
            let Some(city) = city_of(&office.address) else { continue };
            let q =
                if self.dice.roll(3) == 0 { format!("{city}の{word}") } else { format!("{city} {word}") };
            let right = |other: &&Document| {
                other.municipality == Some(municipality)
                    && meaning.services.iter().any(|service| other.services.contains(&service.index()))
            };
            let relevant = self.offices.iter().filter(right).map(|other| other.id).collect();
            out.push(Judged { kind: "synonym and place", q, relevant });
        }
        out
    }
}
