//! Times as the API writes them.

use time::{OffsetDateTime, format_description::well_known::Rfc3339};

/// RFC 3339 in UTC with whole seconds (`2026-04-01T09:00:00Z`).
pub fn rfc3339(at: OffsetDateTime) -> String {
    let whole = at.to_offset(time::UtcOffset::UTC).replace_nanosecond(0).unwrap_or(at);
    whole.format(&Rfc3339).unwrap_or_default()
}
