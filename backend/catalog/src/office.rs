//! 事業所. A place where an organization (法人) delivers services; also a desk, a department, a school.

use crate::{
    edition::Edition,
    id::{OfficeId, OrganizationId, ServiceId},
    listing::Listing,
    number::{MunicipalityCode, OfficeNumber, OrganizationNumber},
    position::Placed,
    system::SystemSet,
    taxonomy::ServiceType,
};
use serde::{Deserialize, Serialize};

/// 法人. Runs offices.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Organization {
    /// Identity.
    pub id: OrganizationId,
    /// Name with its legal form.
    pub name: String,
    /// Reading, hiragana.
    pub kana: Option<String>,
    /// 法人番号.
    pub number: Option<OrganizationNumber>,
    /// Address of its seat.
    pub address: Option<String>,
    /// Telephone.
    pub phone: Option<String>,
    /// FAX.
    pub fax: Option<String>,
    /// Home page.
    pub url: Option<String>,
}

/// 事業所 with its current values: what the list, the map and the index show.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Office {
    /// Identity.
    pub id: OfficeId,
    /// Who runs it.
    pub organization: Option<OrganizationId>,
    /// Name.
    pub name: String,
    /// Reading, hiragana.
    pub kana: Option<String>,
    /// 事業所番号 of all its services, each once.
    pub numbers: Vec<OfficeNumber>,
    /// Names its services carry that differ from `name`.
    pub other_names: Vec<String>,
    /// Municipality or ward.
    pub municipality: Option<MunicipalityCode>,
    /// Seven digits.
    pub postal_code: Option<String>,
    /// Address with prefecture and municipality.
    pub address: String,
    /// 方書.
    pub building: Option<String>,
    /// Where it is.
    pub place: Option<Placed>,
    /// Telephone.
    pub phone: Option<String>,
    /// FAX.
    pub fax: Option<String>,
    /// Home page.
    pub url: Option<String>,
    /// Mail address.
    pub email: Option<String>,
    /// Systems of its current services.
    pub systems: SystemSet,
    /// Types of its current services, each once, in taxonomy order.
    pub services: Vec<ServiceType>,
    /// Whether a current service is 共生型.
    pub kyosei: bool,
    /// Days with at least one service open.
    pub open: OpenDays,
    /// Newest edition that lists it.
    pub edition: Option<Edition>,
    /// The edition it was missing from, when no current listing is left: shown, ranked lower, never deleted.
    pub gone_in: Option<Edition>,
}

/// Days an office is open on, one bit each: 1 weekday, 2 Saturday, 4 Sunday, 8 holiday.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(transparent)]
pub struct OpenDays(pub u8);

impl OpenDays {
    /// Identifiers of the days in the order of their bits.
    pub const CODES: [&'static str; 4] = ["weekday", "saturday", "sunday", "holiday"];

    /// The identifiers of the days in the set.
    pub fn codes(self) -> Vec<&'static str> {
        Self::CODES
            .iter()
            .enumerate()
            .filter(|(bit, _)| self.0 & (1 << bit) != 0)
            .map(|(_, code)| *code)
            .collect()
    }

    /// The bit of one day.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::CODES.iter().position(|day| *day == code).map(|bit| Self(1 << bit))
    }
}

/// One service of an office: a listing and the source it stands in.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Service {
    /// Identity.
    pub id: ServiceId,
    /// The office it belongs to.
    pub office: OfficeId,
    /// What the source states.
    pub listing: Listing,
    /// Data set (`kaigo:430`, `wamnet:53`, `municipal:public_facility`, …); with the key it names the source row.
    pub dataset: String,
    /// Newest edition of the data set that holds the row.
    pub edition: Edition,
    /// The edition the row was missing from.
    pub gone_in: Option<Edition>,
}

/// A value set by hand, which outlives imports.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Correction {
    /// Field of the office (`name`, `kana`, `phone`, `fax`, `url`, `email`, `address`, `building`, `postal_code`,
    /// `place` as `lat,lon`).
    pub field: String,
    /// The value, empty to clear.
    pub value: String,
    /// Who set it.
    pub by: String,
    /// When, RFC 3339.
    pub at: String,
    /// Why.
    pub note: Option<String>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_come_back_from_their_codes() {
        for (bit, code) in OpenDays::CODES.into_iter().enumerate() {
            assert_eq!(OpenDays::from_code(code), Some(OpenDays(1 << bit)));
            assert_eq!(OpenDays(1 << bit).codes(), [code]);
        }
        assert_eq!(OpenDays(0b1010).codes(), ["saturday", "holiday"]);
        assert_eq!(OpenDays::from_code("monday"), None);
    }
}
