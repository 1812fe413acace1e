//! The list item of an office. It is written into the index when the office changes and returned from there as is,
//! so that a page of results needs no database.

use hoshizu_catalog::{office::Office, position::Precision};
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
    /// When somebody last confirmed the entry (RFC 3339).
    pub checked_at: Option<String>,
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
            distance_m: None,
            highlights: None,
        }
    }
}
