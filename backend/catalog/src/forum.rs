//! 会議体: who should sit in which forum, and who does.
//!
//! The templates of `data/forums/seats.csv` follow the law named in `data/guide/forums.toml` and usual practice; none is
//! law word for word, and a council may give a forum seats of its own.

use crate::{
    day::Day,
    id::{ForumId, OfficeId},
    taxonomy::ServiceType,
};
use serde::{Deserialize, Serialize};
use std::sync::LazyLock;

/// A seat of a forum: somebody of this kind should be there.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Seat {
    /// Identifier within the forum.
    pub code: String,
    /// Japanese name.
    pub ja: String,
    /// English name.
    pub en: String,
    /// Services whose offices can take it; empty for those no directory lists (police).
    pub services: Vec<ServiceType>,
}

/// The seats a kind of forum should have.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Template {
    /// Code of `data/guide/forums.toml`.
    pub kind: &'static str,
    /// Its seats.
    pub seats: Vec<Seat>,
}

static TEMPLATES: LazyLock<Vec<Template>> = LazyLock::new(|| {
    let mut templates: Vec<Template> = Vec::new();
    for line in include_str!("../../../data/forums/seats.csv").lines().skip(1) {
        let Ok([kind, code, ja, en, services]) =
            <[&'static str; 5]>::try_from(line.split(',').collect::<Vec<_>>())
        else {
            continue;
        };
        let services = services.split('|').filter_map(ServiceType::from_code).collect();
        let seat = Seat { code: code.to_owned(), ja: ja.to_owned(), en: en.to_owned(), services };
        match templates.iter_mut().find(|template| template.kind == kind) {
            Some(template) => template.seats.push(seat),
            None => templates.push(Template { kind, seats: vec![seat] }),
        }
    }
    templates
});

/// Every template, in the order of the file.
pub fn templates() -> &'static [Template] {
    &TEMPLATES
}

/// The template of a kind of forum.
pub fn template(kind: &str) -> Option<&'static Template> {
    TEMPLATES.iter().find(|template| template.kind == kind)
}

/// Somebody who sits in a forum.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Member {
    /// Code of the seat.
    pub seat: String,
    /// The office, where the directory has it.
    pub office: Option<OfficeId>,
    /// Name of the body, where the directory does not; never the name of a person.
    pub name: String,
    /// First day.
    pub since: Option<Day>,
    /// Last day.
    pub until: Option<Day>,
}

impl Member {
    /// Whether the seat is held on a day.
    pub fn sits_on(&self, day: Day) -> bool {
        self.since.is_none_or(|since| since <= day) && self.until.is_none_or(|until| day <= until)
    }
}

/// 会議体 of an area.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Forum {
    /// Identity.
    pub id: ForumId,
    /// Code of the area.
    pub area: String,
    /// Code of `data/guide/forums.toml`, or `other`.
    pub kind: String,
    /// Name it goes by.
    pub name: String,
    /// Remarks; nothing about clients.
    pub note: String,
    /// Seats of its own; those of the template when empty.
    pub seats: Vec<Seat>,
    /// Days it met or will meet, in order.
    pub meetings: Vec<Day>,
    /// Who sits in it.
    pub members: Vec<Member>,
}

impl Forum {
    /// The seats it should have.
    pub fn wanted(&self) -> &[Seat] {
        if self.seats.is_empty() {
            template(&self.kind).map_or(&[], |template| &template.seats)
        } else {
            &self.seats
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_of_the_templates_is_read_and_names_known_services() {
        let lines: Vec<&str> = include_str!("../../../data/forums/seats.csv").lines().skip(1).collect();
        assert_eq!(templates().iter().map(|template| template.seats.len()).sum::<usize>(), lines.len());
        for line in lines {
            for code in line.rsplit(',').next().unwrap().split('|').filter(|code| !code.is_empty()) {
                assert!(ServiceType::from_code(code).is_some(), "{code}");
            }
        }
    }

    #[test]
    fn care_managers_sit_in_the_forums_of_the_other_system() {
        for kind in ["rare_council", "council", "care_meeting"] {
            let seats = &template(kind).unwrap().seats;
            assert!(seats.iter().any(|seat| seat.code == "care_management"), "{kind}");
            assert!(seats.iter().any(|seat| seat.code == "consultation"), "{kind}");
        }
    }

    #[test]
    fn a_seat_is_held_from_its_first_to_its_last_day() {
        let day = |text: &str| Day::parse(text).unwrap();
        let member = Member {
            seat: "police".to_owned(),
            office: None,
            name: "星見警察署".to_owned(),
            since: Some(day("2025-04-01")),
            until: Some(day("2027-03-31")),
        };
        assert!(member.sits_on(day("2025-04-01")) && member.sits_on(day("2027-03-31")));
        assert!(!member.sits_on(day("2025-03-31")) && !member.sits_on(day("2027-04-01")));
    }
}
