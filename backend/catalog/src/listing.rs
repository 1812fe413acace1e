//! 掲載: one row of an official or municipal file after reading — one service at one place, as the source states it.
//!
//! Listings are what sources say; an [`Office`](crate::office::Office) is what we make of them (see
//! [`compose`](crate::compose)). They are kept whole, so that every value can show where it came from and a newer
//! edition can be compared field by field.

use crate::{
    number::{MunicipalityCode, OfficeNumber, OrganizationNumber},
    position::Placed,
    taxonomy::ServiceType,
};
use serde::{Deserialize, Serialize};

/// The organization as a listing states it.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct OrganizationRef {
    /// Name with its legal form, spaces settled.
    pub name: String,
    /// Reading, hiragana.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kana: Option<String>,
    /// 法人番号 where right.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub number: Option<OrganizationNumber>,
    /// Address of its seat.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub address: Option<String>,
    /// Telephone, digits and hyphens.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub phone: Option<String>,
    /// FAX, digits and hyphens.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub fax: Option<String>,
    /// Home page.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
}

impl OrganizationRef {
    /// What tells it from other organizations: its 法人番号, else its name without legal form, folded. The two
    /// never meet (a number is 13 digits), so rows with and without a number are joined by the matcher, not here.
    pub fn key(&self) -> String {
        self.number
            .as_ref()
            .map_or_else(|| crate::fold::core_name(&self.name), |number| number.as_str().to_owned())
    }
}

/// When a service is open. `Some("")` means open, hours not stated; `None` means not stated or closed.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Schedule {
    /// 平日: `09:00-17:00` or empty.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub weekday: Option<String>,
    /// 土曜日.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub saturday: Option<String>,
    /// 日曜日.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sunday: Option<String>,
    /// 祝日.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub holiday: Option<String>,
    /// 定休日 in the source's words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub closed: Option<String>,
    /// Remarks on days and hours.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub remarks: Option<String>,
}

/// What was done to a value on reading, or what is doubtful about it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum MarkKind {
    /// Mended: widths, dashes, brackets or spaces brought to one form.
    Folded,
    /// Mended: prefecture or municipality added to an address.
    Completed,
    /// Mended: a doubled municipality or building removed.
    Deduplicated,
    /// Mended: a longitude or latitude brought back from beyond ±180°, or the two exchanged.
    Unwrapped,
    /// Flagged: the position lies outside the municipality of the address; kept, marked doubtful.
    OutsideMunicipality,
    /// Flagged: the position lies outside Japan; the middle of the town or municipality stands instead.
    OutsideJapan,
    /// Flagged: no position given; the middle of the town or municipality stands instead.
    NoPosition,
    /// Flagged: a value that cannot be what its column says (URL, number, telephone) was set aside.
    Unusable,
    /// Flagged: characters were already lost in the source (U+FFFD) or cut at its column width.
    Damaged,
    /// Flagged: the municipality of the address is not known.
    UnknownMunicipality,
}

impl MarkKind {
    /// Whether the truth was certain and the value was mended (else it is only flagged).
    pub fn is_mended(self) -> bool {
        matches!(self, Self::Folded | Self::Completed | Self::Deduplicated | Self::Unwrapped)
    }
}

/// One thing done to, or doubtful about, one field of a listing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mark {
    /// Field of the listing (`address`, `phone`, `position`, …).
    pub field: String,
    /// What was done or doubted.
    pub kind: MarkKind,
    /// The value as the source has it.
    pub original: String,
}

/// One service at one place as a source states it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Listing {
    /// Stable within its data set from edition to edition (`0170102313`, `A0000113410`).
    pub key: String,
    /// The service.
    pub service: ServiceType,
    /// Name of the office.
    pub name: String,
    /// Reading, hiragana, spaces kept.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kana: Option<String>,
    /// 事業所番号.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub number: Option<OfficeNumber>,
    /// 法人.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub organization: Option<OrganizationRef>,
    /// Municipality or ward of the place.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub municipality: Option<MunicipalityCode>,
    /// Seven digits.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub postal_code: Option<String>,
    /// Address with prefecture and municipality, building apart where the source separates it.
    pub address: String,
    /// 方書: building, floor, room.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub building: Option<String>,
    /// Where it is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place: Option<Placed>,
    /// Telephone, digits and hyphens.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub phone: Option<String>,
    /// FAX, digits and hyphens.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub fax: Option<String>,
    /// Home page with scheme.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
    /// Mail address (some stand in the URL column).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub email: Option<String>,
    /// 定員, persons; 0 in the source means not stated.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub capacity: Option<u32>,
    /// Days and hours.
    #[serde(default)]
    pub schedule: Schedule,
    /// 共生型サービス: the same room serves elderly and disabled people.
    #[serde(default)]
    pub kyosei: bool,
    /// Remarks of the source.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub remarks: Option<String>,
    /// Other columns worth keeping, by their header.
    #[serde(default, skip_serializing_if = "std::collections::BTreeMap::is_empty")]
    pub extra: std::collections::BTreeMap<String, String>,
    /// What was mended or is doubtful.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub marks: Vec<Mark>,
}

impl Listing {
    /// What another row of the same source has in common with this one when it states the same service of the same
    /// office under another key: family of the data set, service, 事業所番号 (else the folded address), folded name.
    pub fn signature(&self, dataset: &str) -> String {
        let family = dataset.split(':').next().unwrap_or_default();
        let place = self
            .number
            .as_ref()
            .map_or_else(|| crate::fold::address(&self.address), |number| number.as_str().to_owned());
        let name = crate::fold::core_name(&self.name);
        format!("{family}|{}|{place}|{name}", self.service.definition().code)
    }
}

/// A row that was refused.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rejection {
    /// Line in the file, 1 being its first; for a spreadsheet the row.
    pub line: u64,
    /// Header of the column at fault, empty when the row as a whole is.
    pub column: String,
    /// The value at fault.
    pub value: String,
    /// Why, stable code in `snake_case` (`unknown_service`, `duplicate_key`, `missing_name`, `row_too_long`, …).
    pub reason: String,
    /// What to do, one Japanese sentence.
    pub remedy: String,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_organization_is_known_by_its_number_else_by_its_folded_name() {
        let named = |name: &str| OrganizationRef { name: name.to_owned(), ..OrganizationRef::default() };
        assert_eq!(named("株式会社 ひまわり").key(), named("㈱ヒマワリ").key());
        assert_ne!(named("㈱ひまわり").key(), named("㈱さくら").key());
        let number = OrganizationNumber::parse("7430005014862");
        assert_eq!(OrganizationRef { number, ..named("さくら") }.key(), "7430005014862");
    }

    #[test]
    fn what_is_mended_is_not_flagged() {
        assert!(MarkKind::Folded.is_mended() && MarkKind::Unwrapped.is_mended());
        assert!(!MarkKind::OutsideJapan.is_mended() && !MarkKind::Damaged.is_mended());
    }
}
