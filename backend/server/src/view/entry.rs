//! What an office says of itself, as the API shows it.

use crate::view::card::NamedCode;
use hoshizu_catalog::{
    day::Day,
    entry::Entry,
    freshness::{self, Freshness, Group, ShelfLives},
    listing::Schedule,
    terms::Term,
};
use hoshizu_store::entry::{Assurance, Stored};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// The entry of an office, as far as the asker may read it.
#[derive(Debug, Serialize, ToSchema)]
pub struct EntryView {
    /// Give it as `If-Match` when writing.
    pub version: i64,
    /// What it says.
    #[serde(flatten)]
    pub entry: EntryBody,
    /// The picture of the entrance.
    pub photo: Option<PhotoView>,
    /// How fresh each group of fields is, in the order of the page.
    pub freshness: Vec<FreshnessView>,
    /// Names of its service areas.
    pub service_area_names: Vec<NamedCode>,
    /// Since when it is said to be closed.
    pub closed_on: Option<String>,
    /// What the asker may do here.
    pub may: May,
}

/// What the asker may do to an entry.
#[derive(Debug, Clone, Copy, Serialize, ToSchema)]
#[expect(clippy::struct_excessive_bools, reason = "each is one right")]
pub struct May {
    /// Read direct numbers, names and remarks for professionals.
    pub read_contacts: bool,
    /// Say that it is still right.
    pub confirm: bool,
    /// Write ordinary fields.
    pub edit: bool,
    /// Write official fields at once.
    pub edit_official: bool,
}

/// Contacts, strengths, availability, days and hours, service areas, remarks.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
pub struct EntryBody {
    /// 連携担当者.
    pub contacts: Vec<ContactBody>,
    /// 特長.
    pub strengths: Vec<StrengthBody>,
    /// 受入可否.
    pub availability: Vec<AvailabilityBody>,
    /// Days and hours instead of those the sources state.
    pub hours: Option<HoursBody>,
    /// 通常の事業の実施地域: codes of areas.
    pub service_areas: Vec<String>,
    /// Remarks for everybody.
    pub remarks: Option<String>,
    /// Remarks for signed-in professionals; absent for others.
    pub remarks_inside: Option<String>,
}

/// 連携担当者.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
pub struct ContactBody {
    /// What the person does here.
    pub role: String,
    /// Codes of qualifications.
    pub qualifications: Vec<String>,
    /// How to reach them.
    pub reach: Option<String>,
    /// When to reach them.
    pub times: Option<String>,
    /// Direct telephone, for professionals only.
    pub phone: Option<String>,
    /// Name, for professionals only; needs `consent_on`.
    pub name: Option<String>,
    /// The day the person agreed to be named.
    pub consent_on: Option<String>,
}

/// 特長.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
pub struct StrengthBody {
    /// Code of a term.
    pub term: String,
    /// In its own words.
    pub note: Option<String>,
}

/// 受入可否 of one service.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
pub struct AvailabilityBody {
    /// Service type.
    pub service: String,
    /// `accepting`, `consult` or `full`.
    pub status: String,
    /// The day this was said, `YYYY-MM-DD`.
    pub on: String,
    /// In words.
    pub note: Option<String>,
}

/// Days and hours; `""` is open without stated hours, `null` not open or not stated.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
pub struct HoursBody {
    /// 平日.
    pub weekday: Option<String>,
    /// 土曜日.
    pub saturday: Option<String>,
    /// 日曜日.
    pub sunday: Option<String>,
    /// 祝日.
    pub holiday: Option<String>,
    /// 定休日 in words.
    pub closed: Option<String>,
    /// Remarks.
    pub remarks: Option<String>,
}

/// A picture.
#[derive(Debug, Serialize, ToSchema)]
pub struct PhotoView {
    /// Address of the JPEG; changes with the picture.
    pub url: String,
    /// Pixels across.
    pub width: u32,
    /// Pixels down.
    pub height: u32,
}

/// How fresh a group of fields is.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct FreshnessView {
    /// `basics`, `contacts`, `strengths`, `availability`, `hours`, `service_areas`, `remarks`.
    pub group: String,
    /// `fresh`, `fading`, `stale` or `unknown`.
    pub class: String,
    /// The day it was checked.
    pub checked_on: Option<String>,
    /// How: `member`, `steward`, `letter`, `edit`, `import`.
    pub how: Option<String>,
    /// Days since.
    pub age_days: Option<i64>,
    /// Shelf life, days.
    pub shelf_life: u32,
    /// The day from which it is to be checked again.
    pub due_on: Option<String>,
}

/// A term for an entry.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct TermView {
    /// Code.
    pub code: String,
    /// Terms shown together; empty for qualifications.
    #[serde(default)]
    pub group: String,
    /// Japanese name.
    pub ja: String,
    /// English name.
    pub en: String,
    /// Words by which it is searched.
    #[serde(default)]
    pub words: Vec<String>,
}

impl From<&Term> for TermView {
    fn from(term: &Term) -> Self {
        let Term { code, group, ja, en, words } = term.clone();
        Self { code, group, ja, en, words }
    }
}

impl From<TermView> for Term {
    fn from(view: TermView) -> Self {
        let TermView { code, group, ja, en, words } = view;
        Self { code, group, ja, en, words }
    }
}

impl EntryBody {
    /// An entry as its body; without what only professionals may read unless `inside`.
    pub fn of(entry: &Entry, inside: bool) -> Self {
        // Both sides write the same JSON, which a test holds them to.
        let mut body: Self = serde_json::to_value(entry).and_then(serde_json::from_value).unwrap_or_default();
        if !inside {
            body.remarks_inside = None;
            for contact in &mut body.contacts {
                (contact.phone, contact.name, contact.consent_on) = (None, None, None);
            }
        }
        body
    }

    /// The entry a body stands for; an error says what cannot be read.
    pub fn read(self) -> Result<Entry, serde_json::Error> {
        serde_json::to_value(self).and_then(serde_json::from_value)
    }
}

impl From<&Schedule> for HoursBody {
    fn from(from: &Schedule) -> Self {
        let Schedule { weekday, saturday, sunday, holiday, closed, remarks } = from.clone();
        Self { weekday, saturday, sunday, holiday, closed, remarks }
    }
}

/// The groups an entry has something in; name, address and telephone every office has.
pub fn filled(stored: &Stored) -> Vec<Group> {
    let mut groups = vec![Group::Basics];
    groups.extend(stored.entry.differing(&Entry::default()));
    groups
}

/// How fresh each group is today.
pub fn freshness_of(
    stored: &Stored,
    assurances: &[Assurance],
    lives: &ShelfLives,
    today: Day,
) -> Vec<FreshnessView> {
    filled(stored)
        .into_iter()
        .map(|group| {
            let checked = assurances.iter().find(|assurance| assurance.group == group);
            let life = lives.days(group);
            let Freshness { age_days, class, due_on, .. } =
                freshness::freshness(checked.map(|assurance| assurance.on), today, life);
            FreshnessView {
                group: group.code().to_owned(),
                class: class.code().to_owned(),
                checked_on: checked.map(|assurance| assurance.on.to_string()),
                how: checked.map(|assurance| assurance.how.clone()),
                age_days,
                shelf_life: life,
                due_on: due_on.map(|day| day.to_string()),
            }
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use hoshizu_catalog::{
        entry::{Availability, Contact, Status, Strength},
        taxonomy::ServiceType,
    };

    fn entry() -> Entry {
        Entry {
            contacts: vec![Contact {
                role: "管理者".to_owned(),
                qualifications: vec!["nurse".to_owned()],
                reach: Some("電話".to_owned()),
                times: Some("午前".to_owned()),
                phone: Some("072-000-0000".to_owned()),
                name: Some("星野".to_owned()),
                consent_on: Day::parse("2026-04-01"),
            }],
            strengths: vec![Strength { term: "als".to_owned(), note: Some("胃ろうも".to_owned()) }],
            availability: vec![Availability {
                service: ServiceType::from_code("care-430").unwrap(),
                status: Status::Consult,
                on: Day::parse("2026-04-01").unwrap(),
                note: None,
            }],
            hours: Some(Schedule { weekday: Some("09:00-17:00".to_owned()), ..Schedule::default() }),
            service_areas: vec!["27210".to_owned()],
            remarks: Some("駐車場あり".to_owned()),
            remarks_inside: Some("夜間は携帯へ".to_owned()),
        }
    }

    #[test]
    fn an_entry_comes_back_from_its_body() {
        assert_eq!(EntryBody::of(&entry(), true).read().unwrap(), entry());
    }

    #[test]
    fn the_public_reads_roles_and_ways_but_no_direct_number_name_or_inside_remark() {
        let text = serde_json::to_string(&EntryBody::of(&entry(), false)).unwrap();
        assert!(text.contains("管理者") && text.contains("電話") && text.contains("駐車場あり"));
        for secret in ["072-000-0000", "星野", "夜間は携帯へ"] {
            assert!(!text.contains(secret), "{secret}");
        }
    }
}
