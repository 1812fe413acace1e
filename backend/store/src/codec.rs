//! Between rows and nouns.

use crate::error::{Result, StoreError};
use hoshizu_catalog::{
    edition::Edition,
    id::{OfficeId, OrganizationId, ServiceId},
    listing::Listing,
    number::{MunicipalityCode, OfficeNumber, OrganizationNumber},
    office::{Office, OpenDays, Organization, Service},
    position::{Placed, Position, Precision},
    system::SystemSet,
    taxonomy::ServiceType,
};
use serde::{Serialize, de::DeserializeOwned};
use sha2::{Digest, Sha256};
use sqlx::FromRow;
use uuid::Uuid;

/// JSON text of a value.
pub(crate) fn to_json<T: Serialize>(value: &T) -> Result<String> {
    serde_json::to_string(value).map_err(|error| StoreError::corrupt("value", error))
}

/// A value from JSON text of the database.
pub(crate) fn from_json<T: DeserializeOwned>(what: &'static str, text: &str) -> Result<T> {
    serde_json::from_str(text).map_err(|error| StoreError::corrupt(what, error))
}

/// 16 bytes that stand for a value's content: the first half of SHA-256 over its JSON.
pub(crate) fn digest<T: Serialize>(value: &T) -> Result<[u8; 16]> {
    let mut half = [0; 16];
    half.copy_from_slice(&Sha256::digest(to_json(value)?.as_bytes())[..16]);
    Ok(half)
}

pub(crate) fn digest_from(bytes: &[u8]) -> Result<[u8; 16]> {
    bytes.try_into().map_err(|error| StoreError::corrupt("digest", error))
}

pub(crate) fn edition(text: &str) -> Result<Edition> {
    Edition::parse(text).map_err(|error| StoreError::corrupt("edition", error))
}

pub(crate) fn maybe_edition(text: Option<&str>) -> Result<Option<Edition>> {
    text.map(edition).transpose()
}

pub(crate) fn municipality(number: Option<i32>) -> Option<MunicipalityCode> {
    number.and_then(|n| MunicipalityCode::from_number(n.cast_unsigned()))
}

pub(crate) fn municipality_number(code: Option<MunicipalityCode>) -> Option<i32> {
    code.map(|code| code.number().cast_signed())
}

pub(crate) fn position(lat: Option<f64>, lon: Option<f64>) -> Option<Position> {
    lat.zip(lon).map(|(lat, lon)| Position { lat, lon })
}

/// Codes of [`Precision`] as serde writes them.
pub(crate) fn precision_code(precision: Precision) -> &'static str {
    match precision {
        Precision::Confirmed => "confirmed",
        Precision::Official => "official",
        Precision::Doubtful => "doubtful",
        Precision::Town => "town",
        Precision::Municipality => "municipality",
    }
}

fn precision(code: &str) -> Result<Precision> {
    [Precision::Confirmed, Precision::Official, Precision::Doubtful, Precision::Town, Precision::Municipality]
        .into_iter()
        .find(|precision| precision_code(*precision) == code)
        .ok_or_else(|| StoreError::corrupt("office.precision", code))
}

/// Columns of `office` in the order of [`OfficeRow`].
pub(crate) const OFFICE_COLUMNS: &str = "office.id, office.organization_id, office.name, office.kana, \
    office.numbers, office.other_names, office.municipality, office.postal_code, office.address, office.building, \
    office.lat, office.lon, office.precision, office.phone, office.fax, office.url, office.email, office.systems, \
    office.services, office.kyosei, office.open_days, office.edition, office.gone_in";

#[derive(Debug, Clone, FromRow)]
pub(crate) struct OfficeRow {
    pub id: Uuid,
    pub organization_id: Option<Uuid>,
    pub name: String,
    pub kana: Option<String>,
    pub numbers: String,
    pub other_names: String,
    pub municipality: Option<i32>,
    pub postal_code: Option<String>,
    pub address: String,
    pub building: Option<String>,
    pub lat: Option<f64>,
    pub lon: Option<f64>,
    pub precision: Option<String>,
    pub phone: Option<String>,
    pub fax: Option<String>,
    pub url: Option<String>,
    pub email: Option<String>,
    pub systems: i32,
    pub services: String,
    pub kyosei: bool,
    pub open_days: i32,
    pub edition: Option<String>,
    pub gone_in: Option<String>,
}

impl TryFrom<OfficeRow> for Office {
    type Error = StoreError;
    fn try_from(row: OfficeRow) -> Result<Self> {
        let place = match (position(row.lat, row.lon), &row.precision) {
            (Some(position), Some(code)) => Some(Placed { position, precision: precision(code)? }),
            _ => None,
        };
        Ok(Self {
            id: OfficeId(row.id),
            organization: row.organization_id.map(OrganizationId),
            name: row.name,
            kana: row.kana,
            numbers: from_json::<Vec<OfficeNumber>>("office.numbers", &row.numbers)?,
            other_names: from_json("office.other_names", &row.other_names)?,
            municipality: municipality(row.municipality),
            postal_code: row.postal_code,
            address: row.address,
            building: row.building,
            place,
            phone: row.phone,
            fax: row.fax,
            url: row.url,
            email: row.email,
            systems: SystemSet(row.systems as u8),
            services: from_json::<Vec<ServiceType>>("office.services", &row.services)?,
            kyosei: row.kyosei,
            open: OpenDays(row.open_days as u8),
            edition: maybe_edition(row.edition.as_deref())?,
            gone_in: maybe_edition(row.gone_in.as_deref())?,
        })
    }
}

pub(crate) fn offices(rows: Vec<OfficeRow>) -> Result<Vec<Office>> {
    rows.into_iter().map(Office::try_from).collect()
}

/// Columns of `organization` in the order of [`OrganizationRow`].
pub(crate) const ORGANIZATION_COLUMNS: &str = "organization.id, organization.name, organization.kana, \
    organization.number, organization.name_key, organization.address, organization.address_key, \
    organization.municipality, organization.phone, organization.fax, organization.url";

#[derive(Debug, Clone, PartialEq, FromRow)]
pub(crate) struct OrganizationRow {
    pub id: Uuid,
    pub name: String,
    pub kana: Option<String>,
    pub number: Option<String>,
    pub name_key: String,
    pub address: Option<String>,
    pub address_key: Option<String>,
    pub municipality: Option<i32>,
    pub phone: Option<String>,
    pub fax: Option<String>,
    pub url: Option<String>,
}

impl From<OrganizationRow> for Organization {
    fn from(row: OrganizationRow) -> Self {
        Self {
            id: OrganizationId(row.id),
            name: row.name,
            kana: row.kana,
            number: row.number.as_deref().and_then(OrganizationNumber::parse),
            address: row.address,
            phone: row.phone,
            fax: row.fax,
            url: row.url,
        }
    }
}

/// Columns of `service` in the order of [`ServiceRow`].
pub(crate) const SERVICE_COLUMNS: &str = "service.id, service.office_id, service.organization_id, service.dataset, service.edition, \
    service.gone_in, service.listing";

#[derive(Debug, Clone, FromRow)]
pub(crate) struct ServiceRow {
    pub id: Uuid,
    pub office_id: Uuid,
    pub organization_id: Option<Uuid>,
    pub dataset: String,
    pub edition: String,
    pub gone_in: Option<String>,
    pub listing: String,
}

impl TryFrom<ServiceRow> for Service {
    type Error = StoreError;
    fn try_from(row: ServiceRow) -> Result<Self> {
        Ok(Self {
            id: ServiceId(row.id),
            office: OfficeId(row.office_id),
            listing: from_json::<Listing>("service.listing", &row.listing)?,
            dataset: row.dataset,
            edition: edition(&row.edition)?,
            gone_in: maybe_edition(row.gone_in.as_deref())?,
        })
    }
}
