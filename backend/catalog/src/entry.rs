//! What an office says of itself: 連携担当者, 特長, 受入可否, days and hours, 通常の事業の実施地域, remarks. Official sources state none of it;
//! the office writes it and answers for it.

use crate::{
    day::Day,
    fold,
    freshness::Group,
    listing::Schedule,
    taxonomy::ServiceType,
    terms::{self, Term},
};
use serde::{Deserialize, Serialize};

/// Contacts an office may name: more are a staff list, and nobody keeps that true.
pub const MOST_CONTACTS: usize = 8;
/// Strengths an office may declare.
pub const MOST_STRENGTHS: usize = 40;
/// Areas an office may state to work in: the municipalities of the largest prefecture.
pub const MOST_SERVICE_AREAS: usize = 200;
/// Characters of a remark.
pub const REMARK: usize = 1_000;

/// The entry of one office.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Entry {
    /// 連携担当者, the first to ask first.
    pub contacts: Vec<Contact>,
    /// 特長.
    pub strengths: Vec<Strength>,
    /// 受入可否, at most one a service.
    pub availability: Vec<Availability>,
    /// Days and hours instead of those the sources state.
    pub hours: Option<Schedule>,
    /// 通常の事業の実施地域: codes of areas. Empty says nothing, not that it works nowhere.
    pub service_areas: Vec<String>,
    /// Remarks for everybody.
    pub remarks: Option<String>,
    /// Remarks for signed-in professionals.
    pub remarks_inside: Option<String>,
}

/// 連携担当者: whom to ask, and how.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Contact {
    /// What the person does here (管理者, 医療連携の窓口).
    pub role: String,
    /// Codes of [`terms::qualifications`].
    pub qualifications: Vec<String>,
    /// How to reach them (電話, FAX, 連絡票).
    pub reach: Option<String>,
    /// When to reach them.
    pub times: Option<String>,
    /// Direct telephone; shown to professionals only.
    pub phone: Option<String>,
    /// Name; only with consent.
    pub name: Option<String>,
    /// The day the person agreed to be named.
    pub consent_on: Option<Day>,
}

/// 特長: a term the office answers to.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Strength {
    /// Code of a term.
    pub term: String,
    /// In its own words (which disease, which days).
    pub note: Option<String>,
}

/// Whether a service takes people now.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Status {
    /// 受入可.
    Accepting,
    /// 要相談.
    Consult,
    /// 不可.
    Full,
}

impl Status {
    /// Every status, the most open first.
    pub const ALL: [Self; 3] = [Self::Accepting, Self::Consult, Self::Full];

    /// The identifier used in the API and in files.
    pub fn code(self) -> &'static str {
        match self {
            Self::Accepting => "accepting",
            Self::Consult => "consult",
            Self::Full => "full",
        }
    }

    /// The status with this identifier.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|status| status.code() == code)
    }
}

/// 受入可否 of one service on one day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Availability {
    /// The service.
    pub service: ServiceType,
    /// Whether it takes people.
    pub status: Status,
    /// The day this was said.
    pub on: Day,
    /// In words (月曜の午前のみ).
    #[serde(default)]
    pub note: Option<String>,
}

/// Why an entry cannot be kept: the field, and a stable code.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// `contacts.0.name`.
    pub field: String,
    /// `too_long`, `too_many`, `unknown_code`, `consent_missing`, `not_plain`, `no_phone`, `twice`, `empty`, `future`.
    pub code: &'static str,
}

impl Entry {
    /// Whether nothing is said.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// Groups in which it differs from another.
    pub fn differing(&self, other: &Self) -> Vec<Group> {
        let same = |group| match group {
            Group::Basics => true,
            Group::Contacts => self.contacts == other.contacts,
            Group::Strengths => self.strengths == other.strengths,
            Group::Availability => self.availability == other.availability,
            Group::Hours => self.hours == other.hours,
            Group::ServiceAreas => self.service_areas == other.service_areas,
            Group::Remarks => self.remarks == other.remarks && self.remarks_inside == other.remarks_inside,
        };
        Group::ALL.into_iter().filter(|group| !same(*group)).collect()
    }

    /// The texts people wrote freely, to be looked through for clients' data.
    pub fn free_texts(&self) -> impl Iterator<Item = &str> {
        let contacts = self.contacts.iter().flat_map(|contact| {
            [Some(&contact.role), contact.reach.as_ref(), contact.times.as_ref()].into_iter().flatten()
        });
        let notes = self.strengths.iter().filter_map(|strength| strength.note.as_ref());
        let availability = self.availability.iter().filter_map(|one| one.note.as_ref());
        let hours = self.hours.iter().flat_map(|hours| [&hours.closed, &hours.remarks].into_iter().flatten());
        let remarks = [&self.remarks, &self.remarks_inside].into_iter().flatten();
        contacts.chain(notes).chain(availability).chain(hours).chain(remarks).map(String::as_str)
    }

    /// The same with blanks trimmed, empty texts left out and telephones written alike.
    #[must_use]
    pub fn tidied(mut self) -> Self {
        for contact in &mut self.contacts {
            contact.role = contact.role.trim().to_owned();
            for text in [&mut contact.reach, &mut contact.times, &mut contact.phone, &mut contact.name] {
                tidy(text);
            }
            if let Some(phone) = contact.phone.as_deref().and_then(fold::phone) {
                contact.phone = Some(phone);
            }
            if contact.name.is_none() {
                contact.consent_on = None;
            }
        }
        self.strengths.iter_mut().for_each(|strength| tidy(&mut strength.note));
        self.availability.iter_mut().for_each(|one| tidy(&mut one.note));
        self.availability.sort_by_key(|one| one.service);
        self.service_areas.sort();
        self.service_areas.dedup();
        tidy(&mut self.remarks);
        tidy(&mut self.remarks_inside);
        if let Some(hours) = &mut self.hours {
            for text in [&mut hours.closed, &mut hours.remarks] {
                tidy(text);
            }
        }
        self.hours = self.hours.filter(|hours| *hours != Schedule::default());
        self
    }

    /// Whether it can be kept: `strengths` are the terms of the installation, `services` those the office delivers,
    /// `is_area` tells the codes of areas.
    pub fn check(
        &self,
        strengths: &[Term],
        services: &[ServiceType],
        is_area: impl Fn(&str) -> bool,
        today: Day,
    ) -> Result<(), Fault> {
        self.check_contacts(today)?;
        most("strengths", self.strengths.len(), MOST_STRENGTHS)?;
        for (at, strength) in self.strengths.iter().enumerate() {
            let field = format!("strengths.{at}");
            if strengths.iter().all(|term| term.code != strength.term) {
                return Err(Fault { field, code: "unknown_code" });
            }
            if self.strengths[..at].iter().any(|before| before.term == strength.term) {
                return Err(Fault { field, code: "twice" });
            }
            line(&field, strength.note.as_deref(), 100)?;
        }
        for (at, one) in self.availability.iter().enumerate() {
            let field = format!("availability.{at}");
            if !services.contains(&one.service) {
                return Err(Fault { field, code: "unknown_code" });
            }
            if self.availability[..at].iter().any(|before| before.service == one.service) {
                return Err(Fault { field, code: "twice" });
            }
            if one.on > today {
                return Err(Fault { field, code: "future" });
            }
            line(&field, one.note.as_deref(), 100)?;
        }
        if let Some(hours) = &self.hours {
            for day in [&hours.weekday, &hours.saturday, &hours.sunday, &hours.holiday] {
                line("hours", day.as_deref(), 40)?;
            }
            line("hours.closed", hours.closed.as_deref(), 100)?;
            line("hours.remarks", hours.remarks.as_deref(), 200)?;
        }
        most("service_areas", self.service_areas.len(), MOST_SERVICE_AREAS)?;
        if let Some(at) = self.service_areas.iter().position(|code| !is_area(code)) {
            return Err(Fault { field: format!("service_areas.{at}"), code: "unknown_code" });
        }
        text("remarks", self.remarks.as_deref(), REMARK)?;
        text("remarks_inside", self.remarks_inside.as_deref(), REMARK)
    }

    fn check_contacts(&self, today: Day) -> Result<(), Fault> {
        most("contacts", self.contacts.len(), MOST_CONTACTS)?;
        for (at, contact) in self.contacts.iter().enumerate() {
            let field = |name: &str| format!("contacts.{at}.{name}");
            if contact.role.is_empty() {
                return Err(Fault { field: field("role"), code: "empty" });
            }
            let known = |code: &String| terms::qualifications().iter().any(|term| term.code == *code);
            if contact.qualifications.len() > 10 || !contact.qualifications.iter().all(known) {
                return Err(Fault { field: field("qualifications"), code: "unknown_code" });
            }
            line(&field("role"), Some(&contact.role), 60)?;
            line(&field("reach"), contact.reach.as_deref(), 200)?;
            line(&field("times"), contact.times.as_deref(), 100)?;
            line(&field("phone"), contact.phone.as_deref(), 40)?;
            line(&field("name"), contact.name.as_deref(), 40)?;
            if contact.phone.as_deref().is_some_and(|phone| fold::phone_digits(phone).is_none()) {
                return Err(Fault { field: field("phone"), code: "no_phone" });
            }
            if contact.name.is_some() && contact.consent_on.is_none() {
                return Err(Fault { field: field("consent_on"), code: "consent_missing" });
            }
            if contact.consent_on.is_some_and(|day| day > today) {
                return Err(Fault { field: field("consent_on"), code: "future" });
            }
        }
        Ok(())
    }
}

fn tidy(text: &mut Option<String>) {
    *text = text.take().map(|text| text.trim().to_owned()).filter(|text| !text.is_empty());
}

fn most(field: &str, count: usize, most: usize) -> Result<(), Fault> {
    if count <= most { Ok(()) } else { Err(Fault { field: field.to_owned(), code: "too_many" }) }
}

/// Characters that hide or turn what is written.
fn is_hidden(c: char) -> bool {
    matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{200b}' | '\u{feff}')
}

/// A text of one line, of at most so many characters.
fn line(field: &str, text: Option<&str>, most: usize) -> Result<(), Fault> {
    plain(field, text.unwrap_or_default(), most, |c| c.is_control() || is_hidden(c))
}

/// A text that may have several lines.
pub fn text(field: &str, text: Option<&str>, most: usize) -> Result<(), Fault> {
    plain(field, text.unwrap_or_default(), most, |c| c.is_control() && c != '\n' || is_hidden(c))
}

fn plain(field: &str, text: &str, most: usize, refuses: impl Fn(char) -> bool) -> Result<(), Fault> {
    if text.chars().any(refuses) {
        return Err(Fault { field: field.to_owned(), code: "not_plain" });
    }
    if text.chars().count() > most {
        return Err(Fault { field: field.to_owned(), code: "too_long" });
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn today() -> Day {
        Day::parse("2026-04-01").unwrap()
    }

    fn contact() -> Contact {
        Contact { role: "管理者".to_owned(), ..Contact::default() }
    }

    fn fault(entry: &Entry) -> Option<(String, &'static str)> {
        let care = [ServiceType::from_code("care-430").unwrap()];
        entry
            .check(terms::strengths(), &care, |code| code == "27210", today())
            .err()
            .map(|fault| (fault.field, fault.code))
    }

    #[test]
    fn a_name_needs_the_day_of_consent() {
        let mut named = contact();
        named.name = Some("星野".to_owned());
        let mut entry = Entry { contacts: vec![named], ..Entry::default() };
        assert_eq!(fault(&entry), Some(("contacts.0.consent_on".to_owned(), "consent_missing")));
        entry.contacts[0].consent_on = Some(today());
        assert_eq!(fault(&entry), None);
        entry.contacts[0].consent_on = Some(today().plus(1));
        assert_eq!(fault(&entry), Some(("contacts.0.consent_on".to_owned(), "future")));
    }

    #[test]
    fn consent_goes_with_the_name() {
        let mut entry = Entry { contacts: vec![contact()], ..Entry::default() };
        entry.contacts[0].name = Some("  ".to_owned());
        entry.contacts[0].consent_on = Some(today());
        entry.contacts[0].phone = Some("０７２（８４１）１２２１".to_owned());
        let tidied = entry.tidied();
        assert_eq!((tidied.contacts[0].name.clone(), tidied.contacts[0].consent_on), (None, None));
        assert_eq!(tidied.contacts[0].phone.as_deref(), Some("072-841-1221"));
    }

    #[test]
    fn what_cannot_be_kept_names_its_field() {
        let strength = |term: &str| Strength { term: term.to_owned(), note: None };
        let open = |code: &str, on| Availability {
            service: ServiceType::from_code(code).unwrap(),
            status: Status::Accepting,
            on,
            note: None,
        };
        let faults = [
            (Entry { strengths: vec![strength("moon")], ..Entry::default() }, "unknown_code"),
            (Entry { strengths: vec![strength("als"), strength("als")], ..Entry::default() }, "twice"),
            (Entry { availability: vec![open("care-110", today())], ..Entry::default() }, "unknown_code"),
            (Entry { availability: vec![open("care-430", today().plus(1))], ..Entry::default() }, "future"),
            (
                Entry { service_areas: vec!["27210".to_owned(), "99999".to_owned()], ..Entry::default() },
                "unknown_code",
            ),
            (Entry { service_areas: vec!["27210".to_owned(); 201], ..Entry::default() }, "too_many"),
            (Entry { remarks: Some("あ".repeat(REMARK + 1)), ..Entry::default() }, "too_long"),
            (Entry { remarks: Some("a\u{202e}b".to_owned()), ..Entry::default() }, "not_plain"),
            (Entry { contacts: vec![contact(); MOST_CONTACTS + 1], ..Entry::default() }, "too_many"),
            (Entry { contacts: vec![Contact::default()], ..Entry::default() }, "empty"),
        ];
        for (entry, code) in faults {
            assert_eq!(fault(&entry).map(|(_, code)| code), Some(code), "{entry:?}");
        }
        assert_eq!(fault(&Entry { remarks: Some("一行\n二行".to_owned()), ..Entry::default() }), None);
    }

    #[test]
    fn two_entries_differ_by_group() {
        let one = Entry { remarks: Some("a".to_owned()), ..Entry::default() };
        let other =
            Entry { remarks_inside: Some("a".to_owned()), contacts: vec![contact()], ..Entry::default() };
        assert_eq!(one.differing(&other), [Group::Contacts, Group::Remarks]);
        assert_eq!(one.differing(&one), []);
    }
}
