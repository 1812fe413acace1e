//! What became of offices, for whoever keeps a copy.

use crate::view::{history::FieldHistory, review::OfficeName};
use serde::Serialize;
use utoipa::ToSchema;

/// A page of changes.
#[derive(Debug, Serialize, ToSchema)]
pub struct ChangePage {
    /// In the order in which they were written.
    pub items: Vec<OfficeChange>,
    /// Give it as `since` to read on; the same as asked for when nothing is new.
    pub next_since: i64,
    /// Whether more is waiting.
    pub more: bool,
}

/// One change of one office. No persons: who changed it stands in no public answer.
#[derive(Debug, Serialize, ToSchema)]
pub struct OfficeChange {
    /// Its number.
    pub seq: i64,
    /// When (RFC 3339).
    pub at: String,
    /// `new`, `changed`, `merged` (see `moved_to`).
    pub kind: &'static str,
    /// The office, by the name it has now (had, when merged).
    pub office: OfficeName,
    /// The office it was merged into.
    pub moved_to: Option<uuid::Uuid>,
    /// What changed of the public fields.
    pub changes: Vec<FieldHistory>,
}
