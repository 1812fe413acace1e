//! Forums as the API shows them.

use hoshizu_catalog::{
    day::Day,
    forum::{Forum, Member, Seat},
    id::{ForumId, OfficeId},
    taxonomy::ServiceType,
};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

/// A seat.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct SeatView {
    /// Identifier within the forum.
    pub code: String,
    /// Japanese name.
    pub ja: String,
    /// English name.
    pub en: String,
    /// Codes of services whose offices can take it.
    pub services: Vec<String>,
}

/// Somebody who sits in a forum.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct MemberView {
    /// Code of the seat.
    pub seat: String,
    /// The office, where the directory has it.
    #[serde(default)]
    pub office: Option<Uuid>,
    /// Name of the office or body; never of a person.
    #[serde(default)]
    pub name: String,
    /// First day.
    #[serde(default)]
    pub since: Option<String>,
    /// Last day.
    #[serde(default)]
    pub until: Option<String>,
}

/// A forum to write.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ForumInput {
    /// Code of the area.
    pub area: String,
    /// Code of the kind, or `other`.
    pub kind: String,
    /// Name it goes by.
    pub name: String,
    /// Remarks.
    #[serde(default)]
    pub note: String,
    /// Seats of its own; those of the template when empty.
    #[serde(default)]
    pub seats: Vec<SeatView>,
    /// Days it met or will meet.
    #[serde(default)]
    pub meetings: Vec<String>,
    /// Who sits in it.
    #[serde(default)]
    pub members: Vec<MemberView>,
}

/// A seat and who holds it today.
#[derive(Debug, Serialize, ToSchema)]
pub struct HeldSeat {
    /// The seat.
    pub seat: SeatView,
    /// Members on it today.
    pub held_by: Vec<String>,
    /// Offices of the area that could take it, the number of them.
    pub could: usize,
    /// The first of them by name.
    pub suggestions: Vec<SeatSuggestion>,
}

/// An office that could take a seat.
#[derive(Debug, Serialize, ToSchema)]
pub struct SeatSuggestion {
    /// The office.
    pub office: Uuid,
    /// Its name.
    pub name: String,
}

/// A forum with its composition.
#[derive(Debug, Serialize, ToSchema)]
pub struct ForumView {
    /// Identity.
    pub id: Uuid,
    /// Code of the area.
    pub area: String,
    /// Its name.
    pub area_name: String,
    /// Code of the kind.
    pub kind: String,
    /// Name it goes by.
    pub name: String,
    /// Remarks.
    pub note: String,
    /// Whether the seats are its own and not those of the template.
    pub own_seats: bool,
    /// Who should sit there, and who does.
    pub seats: Vec<HeldSeat>,
    /// Seats nobody holds.
    pub vacant: usize,
    /// Days it met or will meet.
    pub meetings: Vec<String>,
    /// Members, those who have left included.
    pub members: Vec<MemberView>,
    /// Whether you may write it.
    pub may_edit: bool,
}

/// Forums of an area.
#[derive(Debug, Serialize, ToSchema)]
pub struct ForumList {
    /// By name.
    pub items: Vec<ForumView>,
    /// Whether you may add one.
    pub may_edit: bool,
}

/// The seats a kind of forum should have.
#[derive(Debug, Serialize, ToSchema)]
pub struct ForumTemplate {
    /// Code of the kind.
    pub kind: &'static str,
    /// Its seats.
    pub seats: Vec<SeatView>,
}

impl From<&Seat> for SeatView {
    fn from(seat: &Seat) -> Self {
        Self {
            code: seat.code.clone(),
            ja: seat.ja.clone(),
            en: seat.en.clone(),
            services: seat.services.iter().map(|service| service.definition().code.clone()).collect(),
        }
    }
}

impl From<&Member> for MemberView {
    fn from(member: &Member) -> Self {
        Self {
            seat: member.seat.clone(),
            office: member.office.map(|office| office.0),
            name: member.name.clone(),
            since: member.since.map(|on| on.to_string()),
            until: member.until.map(|on| on.to_string()),
        }
    }
}

type Fault = (&'static str, String);

fn day(field: &'static str, text: &str) -> Result<Day, Fault> {
    Day::parse(text).ok_or_else(|| (field, format!("{text:?} is no day as 2026-04-01")))
}

fn line(field: &'static str, text: &str, least: usize, most: usize) -> Result<String, Fault> {
    let text = text.trim();
    let fits = (least..=most).contains(&text.chars().count()) && !text.contains(char::is_control);
    if fits { Ok(text.to_owned()) } else { Err((field, format!("{least} to {most} characters on one line"))) }
}

/// Most members and seats of a forum.
const MOST: usize = 200;

impl ForumInput {
    /// The noun; an error names the field.
    pub fn read(self, id: ForumId) -> Result<Forum, Fault> {
        if self.members.len() > MOST || self.seats.len() > MOST || self.meetings.len() > MOST {
            return Err(("members", format!("more than {MOST}")));
        }
        if self.note.chars().count() > 2_000 {
            return Err(("note", "more than 2,000 characters".to_owned()));
        }
        let service = |code: &String| {
            ServiceType::from_code(code).ok_or_else(|| ("seats", format!("unknown service {code}")))
        };
        let seat = |seat: SeatView| -> Result<Seat, Fault> {
            Ok(Seat {
                code: line("seats", &seat.code, 1, 40)?,
                ja: line("seats", &seat.ja, 1, 80)?,
                en: line("seats", &seat.en, 0, 80)?,
                services: seat.services.iter().map(service).collect::<Result<_, _>>()?,
            })
        };
        let member = |member: MemberView| -> Result<Member, Fault> {
            let since = member.since.as_deref().filter(|text| !text.is_empty());
            let until = member.until.as_deref().filter(|text| !text.is_empty());
            Ok(Member {
                seat: line("members", &member.seat, 1, 40)?,
                office: member.office.map(OfficeId),
                name: line("members", &member.name, usize::from(member.office.is_none()), 80)?,
                since: since.map(|text| day("members", text)).transpose()?,
                until: until.map(|text| day("members", text)).transpose()?,
            })
        };
        let mut meetings =
            self.meetings.iter().map(|text| day("meetings", text)).collect::<Result<Vec<_>, _>>()?;
        meetings.sort_unstable();
        meetings.dedup();
        Ok(Forum {
            id,
            area: self.area,
            kind: line("kind", &self.kind, 1, 40)?,
            name: line("name", &self.name, 1, 80)?,
            note: self.note,
            seats: self.seats.into_iter().map(seat).collect::<Result<_, _>>()?,
            meetings,
            members: self.members.into_iter().map(member).collect::<Result<_, _>>()?,
        })
    }
}
