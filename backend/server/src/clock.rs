//! Times as the API writes them.

use hoshizu_catalog::day::{Day, JAPAN};
use time::{OffsetDateTime, format_description::well_known::Rfc3339};

/// RFC 3339 in UTC with whole seconds (`2026-04-01T09:00:00Z`).
pub fn rfc3339(at: OffsetDateTime) -> String {
    let whole = at.to_offset(time::UtcOffset::UTC).replace_nanosecond(0).unwrap_or(at);
    whole.format(&Rfc3339).unwrap_or_default()
}

/// The day it was in Japan at a time the API wrote; nothing where the text is no time.
pub fn day_in_japan(text: &str) -> Option<Day> {
    OffsetDateTime::parse(text, &Rfc3339).ok().map(Day::of)
}

/// A time the API wrote as people in Japan read it (`2026-04-01 09:00`).
pub fn in_japan(text: &str) -> Option<String> {
    let at = OffsetDateTime::parse(text, &Rfc3339).ok()?.to_offset(JAPAN);
    Some(format!("{} {:02}:{:02}", Day::of(at), at.hour(), at.minute()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn in_the_evening_of_greenwich_it_is_the_next_day_in_japan() {
        let text = "2026-03-31T20:05:59Z";
        assert_eq!(day_in_japan(text).map(|day| day.to_string()).as_deref(), Some("2026-04-01"));
        assert_eq!(in_japan(text).as_deref(), Some("2026-04-01 05:05"));
        assert_eq!((day_in_japan("2026-03-31"), in_japan("")), (None, None));
    }
}
