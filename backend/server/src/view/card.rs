//! The list item of an office. It is written into the index when the office changes and returned from there as is,
//! so that a page of results needs no database.

use hoshizu_catalog::{
    freshness::Group,
    listing::Schedule,
    office::{Office, OpenDays},
    position::Precision,
};
use hoshizu_store::entry::{Assurance, Stored};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

/// An office as lists show it.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub struct Card {
    /// Identity.
    pub id: Uuid,
    /// Name of the office.
    pub name: String,
    /// Reading, hiragana.
    pub kana: Option<String>,
    /// 法人 that runs it.
    pub organization: Option<NamedId>,
    /// Codes of its current services, in taxonomy order.
    pub services: Vec<String>,
    /// Codes of the systems those belong to.
    pub systems: Vec<String>,
    /// Address with prefecture and municipality.
    pub address: String,
    /// Building, floor, room.
    pub building: Option<String>,
    /// Municipality or ward.
    pub municipality: Option<NamedCode>,
    /// Where it is.
    pub position: Option<CardPosition>,
    /// Telephone, digits and hyphens.
    pub phone: Option<String>,
    /// FAX, digits and hyphens.
    pub fax: Option<String>,
    /// Home page.
    pub url: Option<String>,
    /// Whether it works in 介護保険 and in 障害福祉 or 児童.
    pub both_systems: bool,
    /// Whether one of its services is 共生型.
    pub kyosei: bool,
    /// Days with at least one service open: `weekday`, `saturday`, `sunday`, `holiday`.
    pub open: Vec<String>,
    /// Newest edition that lists it (`2025-12`).
    pub edition: Option<String>,
    /// The edition it was missing from; such an office may be closed.
    pub gone_in: Option<String>,
    /// The day somebody last confirmed name, address and telephone (`2026-04-01`).
    pub checked_at: Option<String>,
    /// Codes of the strengths it declares.
    #[serde(default)]
    pub strengths: Vec<String>,
    /// What its services say of taking people.
    #[serde(default)]
    pub availability: Vec<CardAvailability>,
    /// Since when it is said to be closed, let pass by a steward.
    #[serde(default)]
    pub closed_on: Option<String>,
    /// Metres from the point asked for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub distance_m: Option<f64>,
    /// Parts of values that matched, as `[start, end)` in UTF-16 code units.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub highlights: Option<Highlights>,
}

/// Matched parts by field.
#[derive(Debug, Clone, Default, Serialize, Deserialize, ToSchema)]
pub struct Highlights {
    /// In `name`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub name: Vec<(u32, u32)>,
    /// In `kana`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub kana: Vec<(u32, u32)>,
    /// In the organization's name.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub organization: Vec<(u32, u32)>,
    /// In `address`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub address: Vec<(u32, u32)>,
}

/// Something with an id and a name.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub struct NamedId {
    /// Identity.
    pub id: Uuid,
    /// Name.
    pub name: String,
}

/// Something with a code and a name.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub struct NamedCode {
    /// Code (5 digits for municipalities).
    pub code: String,
    /// Name.
    pub name: String,
}

/// A point in degrees with how it came about.
#[derive(Debug, Clone, Copy, Serialize, Deserialize, ToSchema)]
pub struct CardPosition {
    /// Degrees north.
    pub lat: f64,
    /// Degrees east.
    pub lon: f64,
    /// `confirmed`, `official`, `doubtful`, `town` or `municipality`.
    #[schema(value_type = String)]
    pub precision: Precision,
}

/// What one service says of taking people.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub struct CardAvailability {
    /// Service type.
    pub service: String,
    /// `accepting`, `consult` or `full`.
    pub status: String,
    /// The day this was said.
    pub on: String,
}

/// The days a schedule names.
pub fn open_days(hours: &Schedule) -> OpenDays {
    let days = [&hours.weekday, &hours.saturday, &hours.sunday, &hours.holiday];
    OpenDays(days.iter().enumerate().fold(0, |bits, (day, hours)| bits | u8::from(hours.is_some()) << day))
}

impl Card {
    /// The card of an office.
    pub fn of(office: &Office, organization: Option<&str>, municipality: Option<&str>) -> Self {
        Self {
            id: office.id.0,
            name: office.name.clone(),
            kana: office.kana.clone(),
            organization: office
                .organization
                .zip(organization)
                .map(|(id, name)| NamedId { id: id.0, name: name.to_owned() }),
            services: office.services.iter().map(|service| service.definition().code.clone()).collect(),
            systems: office.systems.iter().map(|system| system.code().to_owned()).collect(),
            address: office.address.clone(),
            building: office.building.clone(),
            municipality: office.municipality.map(|code| NamedCode {
                code: code.to_string(),
                name: municipality.unwrap_or_default().to_owned(),
            }),
            position: office.place.map(|placed| CardPosition {
                lat: placed.position.lat,
                lon: placed.position.lon,
                precision: placed.precision,
            }),
            phone: office.phone.clone(),
            fax: office.fax.clone(),
            url: office.url.clone(),
            both_systems: office.systems.bridges_care_and_disability(),
            kyosei: office.kyosei,
            open: office.open.codes().into_iter().map(str::to_owned).collect(),
            edition: office.edition.as_ref().map(ToString::to_string),
            gone_in: office.gone_in.as_ref().map(ToString::to_string),
            checked_at: None,
            strengths: Vec::new(),
            availability: Vec::new(),
            closed_on: None,
            distance_m: None,
            highlights: None,
        }
    }

    /// The same with what the office says of itself.
    #[must_use]
    pub fn with_entry(mut self, stored: &Stored, assurances: &[Assurance]) -> Self {
        let basics = assurances.iter().find(|assurance| assurance.group == Group::Basics);
        self.checked_at = basics.map(|assurance| assurance.on.to_string());
        self.strengths = stored.entry.strengths.iter().map(|strength| strength.term.clone()).collect();
        let said = stored.entry.availability.iter().map(|one| CardAvailability {
            service: one.service.definition().code.clone(),
            status: one.status.code().to_owned(),
            on: one.on.to_string(),
        });
        self.availability = said.collect();
        self.closed_on = stored.closed_on.map(|day| day.to_string());
        if let Some(hours) = &stored.entry.hours {
            self.open = open_days(hours).codes().into_iter().map(str::to_owned).collect();
        }
        self
    }
}
