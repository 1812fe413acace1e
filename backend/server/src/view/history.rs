//! An office through time.

use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;

/// A page of an office's history.
#[derive(Debug, Serialize, ToSchema)]
pub struct HistoryPage {
    /// Newest first.
    pub items: Vec<HistoryEntry>,
    /// Give it as `before` for the next page; `null` on the last.
    pub next: Option<i64>,
    /// Whether you may make an earlier state stand again.
    pub may_restore: bool,
}

/// What happened at one moment.
#[derive(Debug, Serialize, ToSchema)]
pub struct HistoryEntry {
    /// Its place in the audit; give it to restore the state after it.
    pub seq: i64,
    /// When (RFC 3339).
    pub at: String,
    /// `create`, `import`, `correct`, `uncorrect`, `merge`, `split`, `undo`, ….
    pub action: String,
    /// Who, as a role: `import`, `steward`, `member`, `administrator`, `program`.
    pub role: &'static str,
    /// Who by name; only for members of the office and stewards of its area.
    pub by: Option<String>,
    /// Of an import: source and edition.
    pub source: Option<String>,
    /// What changed, field by field.
    pub changes: Vec<FieldHistory>,
    /// Which parts of what the office says of itself changed: `contacts`, `strengths`, `availability`, ….
    pub parts: Vec<String>,
    /// Why; only where names are shown, as it may hold some.
    pub note: Option<String>,
    /// Name of another office this is about: merged into this one, or split off.
    pub other: Option<OtherOffice>,
    /// Name of the office this happened to, when that was merged into this one later.
    pub former: Option<String>,
}

/// One field before and after.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct FieldHistory {
    /// Field.
    pub field: String,
    /// Value before, empty where there was none.
    pub before: String,
    /// Value after.
    pub after: String,
}

/// Another office in the history of one.
#[derive(Debug, Serialize, ToSchema)]
pub struct OtherOffice {
    /// Identity.
    pub id: Uuid,
    /// Name, where it is known.
    pub name: String,
}

/// What restoring did.
#[derive(Debug, Serialize, ToSchema)]
pub struct RestoredView {
    /// To undo it; none when everything stood so already.
    pub decision: Option<Uuid>,
    /// Fields set to their value of that moment.
    pub fields: Vec<String>,
    /// Fields only a source can change, which differ still.
    pub left: Vec<String>,
}
