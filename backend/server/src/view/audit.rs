//! The audit as its page shows it.

use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;

/// A page of the audit.
#[derive(Debug, Serialize, ToSchema)]
pub struct AuditPage {
    /// Newest first.
    pub items: Vec<AuditLine>,
    /// Give it as `before` for the next page; `null` on the last.
    pub next: Option<i64>,
}

/// One line.
#[derive(Debug, Serialize, ToSchema)]
pub struct AuditLine {
    /// Its place in the order of commits.
    pub seq: i64,
    /// When (RFC 3339).
    pub at: String,
    /// Account id, or the part of the program.
    pub actor: String,
    /// Name of the account.
    pub actor_name: Option<String>,
    /// What was done.
    pub action: String,
    /// To what kind of thing.
    pub entity: String,
    /// To which.
    pub id: Option<Uuid>,
    /// The values that changed, as they were.
    pub before: Option<serde_json::Value>,
    /// The values that changed, as they are.
    pub after: Option<serde_json::Value>,
}
