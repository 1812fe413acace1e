//! The edition of a source: the month (or day) its publisher gives it.

use serde::{Deserialize, Serialize};

/// `YYYY-MM` or `YYYY-MM-DD`. Orders by time as text does; a day orders after its month.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Edition(String);

/// Why a text is no edition.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("an edition is written YYYY-MM or YYYY-MM-DD, not {0:?}")]
pub struct EditionError(pub String);

impl Edition {
    /// Reads `YYYY-MM` or `YYYY-MM-DD` with a month 01–12 and a day 01–31.
    pub fn parse(text: &str) -> Result<Self, EditionError> {
        let parts: Vec<&str> = text.split('-').collect();
        let number = |part: &str, width: usize, range: std::ops::RangeInclusive<u32>| {
            part.len() == width
                && part.bytes().all(|b| b.is_ascii_digit())
                && part.parse().is_ok_and(|n: u32| range.contains(&n))
        };
        let ok = matches!(parts.len(), 2 | 3)
            && number(parts[0], 4, 1900..=2999)
            && number(parts[1], 2, 1..=12)
            && parts.get(2).is_none_or(|day| number(day, 2, 1..=31));
        if ok { Ok(Self(text.to_owned())) } else { Err(EditionError(text.to_owned())) }
    }

    /// The text, `YYYY-MM` or `YYYY-MM-DD`.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl TryFrom<String> for Edition {
    type Error = EditionError;
    fn try_from(text: String) -> Result<Self, Self::Error> {
        Self::parse(&text)
    }
}

impl From<Edition> for String {
    fn from(edition: Edition) -> Self {
        edition.0
    }
}

impl std::fmt::Display for Edition {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_months_and_days_that_can_be_are_editions() {
        for text in ["2025-12", "2026-03-31", "1999-01"] {
            assert_eq!(Edition::parse(text).map(String::from), Ok(text.to_owned()));
        }
        for text in [
            "",
            "2025",
            "2025-13",
            "2025-00",
            "2025-1",
            "25-12",
            "2025-12-32",
            "2025-12-00",
            "2025-12-1-1",
            "２０２５-12",
        ] {
            assert_eq!(Edition::parse(text), Err(EditionError(text.to_owned())), "{text}");
        }
    }

    #[test]
    fn editions_order_by_time_and_a_day_follows_its_month() {
        let mut editions =
            ["2026-03", "2025-12-31", "2025-12", "2026-03-01", "2025-09"].map(|t| Edition(t.to_owned()));
        editions.sort();
        assert_eq!(editions.map(String::from), ["2025-09", "2025-12", "2025-12-31", "2026-03", "2026-03-01"]);
    }

    #[test]
    fn json_holds_a_checked_text() {
        assert_eq!(serde_json::to_string(&Edition("2025-12".into())).unwrap(), "\"2025-12\"");
        assert!(serde_json::from_str::<Edition>("\"December\"").is_err());
    }
}
