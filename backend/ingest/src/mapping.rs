//! 列の対応: how the columns of any table stand for fields, made by hand and kept for the next edition.

use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Which column holds which field.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Mapping {
    /// Name it is kept under, part of the data set (`mapped:<name>`).
    pub name: String,
    /// What a row is: `offices` or `population`.
    #[serde(default = "offices")]
    pub kind: String,
    /// Field to column header. Fields of offices: [`Mapping::OFFICE_FIELDS`]; of population:
    /// [`Mapping::POPULATION_FIELDS`].
    pub columns: BTreeMap<String, String>,
    /// Field to a value that holds for every row (`service` = `municipal-desk`, `prefecture` = `大阪府`).
    #[serde(default)]
    pub constants: BTreeMap<String, String>,
}

fn offices() -> String {
    "offices".to_owned()
}

/// Why a mapping cannot be used.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum MappingError {
    /// A field that is none.
    #[error("unknown field {0:?}")]
    UnknownField(String),
    /// A field without which no row can be read.
    #[error("missing field {0:?}")]
    MissingField(&'static str),
    /// A kind that is none.
    #[error("unknown kind {0:?}")]
    UnknownKind(String),
    /// A name that cannot stand in the name of a data set.
    #[error("a mapping needs a name of 1 to 60 letters, digits, - or _")]
    BadName,
}

impl Mapping {
    /// Fields a column may stand for where a row is an office.
    pub const OFFICE_FIELDS: [&'static str; 27] = [
        "key",
        "service",
        "name",
        "kana",
        "number",
        "organization",
        "organization_kana",
        "organization_number",
        "prefecture",
        "city",
        "municipality",
        "postal_code",
        "address",
        "building",
        "latitude",
        "longitude",
        "phone",
        "fax",
        "url",
        "email",
        "capacity",
        "weekday",
        "saturday",
        "sunday",
        "holiday",
        "closed",
        "remarks",
    ];
    /// Fields a column may stand for where a row is the population of an area. `age_65_74` and the like are free:
    /// `age_<from>_<to>` or `age_<from>`.
    pub const POPULATION_FIELDS: [&'static str; 4] = ["municipality", "prefecture", "city", "year"];

    /// Checks fields, kind and name.
    ///
    /// # Errors
    /// The first thing that is wrong.
    pub fn check(&self) -> Result<(), MappingError> {
        let is_plain = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_');
        if !(1..=60).contains(&self.name.chars().count()) || !self.name.chars().all(is_plain) {
            return Err(MappingError::BadName);
        }
        let known: &[&str] = match self.kind.as_str() {
            "offices" => &Self::OFFICE_FIELDS,
            "population" => &Self::POPULATION_FIELDS,
            other => return Err(MappingError::UnknownKind(other.to_owned())),
        };
        let is_age = |field: &str| self.kind == "population" && age_band(field).is_some();
        for field in self.columns.keys().chain(self.constants.keys()) {
            if !known.contains(&field.as_str()) && !is_age(field) {
                return Err(MappingError::UnknownField(field.clone()));
            }
        }
        let has = |field: &str| self.columns.contains_key(field) || self.constants.contains_key(field);
        match self.kind.as_str() {
            "offices" if !has("name") => Err(MappingError::MissingField("name")),
            "offices" if !has("service") => Err(MappingError::MissingField("service")),
            "population" if !has("municipality") && !has("city") => {
                Err(MappingError::MissingField("municipality"))
            }
            "population" if !self.columns.keys().any(|field| is_age(field)) => {
                Err(MappingError::MissingField("age_65"))
            }
            _ => Ok(()),
        }
    }
}

/// `age_65_74` → (65, Some(74)), `age_85` → (85, None), `age_0` → everybody.
pub(crate) fn age_band(field: &str) -> Option<(u32, Option<u32>)> {
    let band = field.strip_prefix("age_")?;
    match band.split_once('_') {
        Some((from, to)) => Some((from.parse().ok()?, Some(to.parse().ok()?))),
        None => Some((band.parse().ok()?, None)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mapping_without_a_service_or_with_an_unknown_field_is_refused() {
        let mut mapping = Mapping { name: "desks".into(), kind: "offices".into(), ..Mapping::default() };
        mapping.columns.insert("name".into(), "施設名".into());
        assert_eq!(mapping.check(), Err(MappingError::MissingField("service")));
        mapping.constants.insert("service".into(), "care-430".into());
        assert_eq!(mapping.check(), Ok(()));
        mapping.columns.insert("colour".into(), "色".into());
        assert_eq!(mapping.check(), Err(MappingError::UnknownField("colour".into())));
    }

    #[test]
    fn a_mapping_survives_being_saved() {
        let text = r#"{"name":"desks","columns":{"name":"施設名"},"constants":{"service":"care-430"}}"#;
        let mapping: Mapping = serde_json::from_str(text).unwrap();
        let again: Mapping = serde_json::from_str(&serde_json::to_string(&mapping).unwrap()).unwrap();
        assert_eq!((mapping.kind.as_str(), &again), ("offices", &mapping));
    }
}
