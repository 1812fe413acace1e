//! A calendar day in Japan, for statements that a time of day would make look truer than they are.

use serde::{Deserialize, Serialize};
use time::{Date, Month, OffsetDateTime, UtcOffset, macros::offset};

/// Days since 1970-01-01; written `YYYY-MM-DD`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Day(i32);

/// Japan has one time zone and no summer time.
pub const JAPAN: UtcOffset = offset!(+9);

/// Julian day of 1970-01-01.
const EPOCH: i32 = 2_440_588;

impl Day {
    /// The day it is in Japan at this moment.
    pub fn of(at: OffsetDateTime) -> Self {
        Self(at.to_offset(JAPAN).date().to_julian_day() - EPOCH)
    }

    /// Reads `YYYY-MM-DD`; `None` for anything else and for days no calendar has.
    pub fn parse(text: &str) -> Option<Self> {
        let (year, rest) = text.split_once('-')?;
        let (month, day) = rest.split_once('-')?;
        let digits = |part: &str, len| part.len() == len && part.bytes().all(|byte| byte.is_ascii_digit());
        if !digits(year, 4) || !digits(month, 2) || !digits(day, 2) {
            return None;
        }
        let month = Month::try_from(month.parse::<u8>().ok()?).ok()?;
        let date = Date::from_calendar_date(year.parse().ok()?, month, day.parse().ok()?).ok()?;
        Some(Self(date.to_julian_day() - EPOCH))
    }

    /// As letters and printed pages write it: `2026年4月1日`.
    pub fn ja(self) -> String {
        let date = Date::from_julian_day(self.0.saturating_add(EPOCH)).unwrap_or(Date::MAX);
        format!("{}年{}月{}日", date.year(), u8::from(date.month()), date.day())
    }

    /// Days since 1970-01-01.
    pub fn number(self) -> i32 {
        self.0
    }

    /// The day with this number.
    pub fn from_number(number: i32) -> Self {
        Self(number)
    }

    /// Days from `earlier` to this day, negative when it comes later.
    pub fn days_since(self, earlier: Self) -> i64 {
        i64::from(self.0) - i64::from(earlier.0)
    }

    /// So many days later (earlier when negative); the ends of the calendar are not passed.
    #[must_use]
    pub fn plus(self, days: i32) -> Self {
        Self(self.0.saturating_add(days))
    }
}

impl std::fmt::Display for Day {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let date = Date::from_julian_day(self.0.saturating_add(EPOCH)).unwrap_or(Date::MAX);
        write!(f, "{:04}-{:02}-{:02}", date.year(), u8::from(date.month()), date.day())
    }
}

impl TryFrom<String> for Day {
    type Error = String;
    fn try_from(text: String) -> Result<Self, Self::Error> {
        Self::parse(&text).ok_or_else(|| format!("{text:?} is no day YYYY-MM-DD"))
    }
}

impl From<Day> for String {
    fn from(day: Day) -> Self {
        day.to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_day_begins_at_midnight_in_japan() {
        let at = |unix| OffsetDateTime::from_unix_timestamp(unix).unwrap();
        // 2026-03-31 14:59:59 and 15:00 UTC.
        assert_eq!(Day::of(at(1_774_969_199)).to_string(), "2026-03-31");
        assert_eq!(Day::of(at(1_774_969_200)).to_string(), "2026-04-01");
    }

    #[test]
    fn a_day_on_paper_has_no_zeros_in_front() {
        assert_eq!(Day::parse("2026-04-01").unwrap().ja(), "2026年4月1日");
    }

    #[test]
    fn what_is_no_day_is_refused() {
        for text in ["2026-02-29", "2026-13-01", "2026-1-1", "26-01-01", "2026/01/01", "", "+026-01-01"] {
            assert_eq!(Day::parse(text), None, "{text}");
        }
        assert!(Day::parse("2024-02-29").is_some());
    }

    proptest! {
        #[test]
        fn a_day_reads_back_as_it_was_written(number in -700_000_i32..2_900_000) {
            prop_assert_eq!(Day::parse(&Day(number).to_string()), Some(Day(number)));
        }
    }
}
