//! Imports: a plan written in one transaction, and the record of every run.

mod apply;
mod organizations;
mod runs;

pub use apply::apply;
pub use runs::{by_batch, changes, find, latest, list, record, rejections};

use hoshizu_catalog::{
    edition::Edition,
    id::{ImportId, OfficeId, ServiceId},
    listing::{Listing, Rejection},
};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use time::OffsetDateTime;
use uuid::Uuid;

/// What one file does to the directory; made outside of the transaction that writes it.
#[derive(Debug, Clone)]
pub struct ImportPlan {
    /// The record of the run; `finished_at` and `seconds` are filled when it is written.
    pub run: ImportRun,
    /// [`latest`] while the plan was made. An import committed since makes the plan [`Stale`](crate::StoreError::Stale).
    pub based_on: Option<ImportId>,
    /// Listings not stored before.
    pub new: Vec<NewListing>,
    /// Listings stored before with another content (those back after being gone included).
    pub changed: Vec<ChangedListing>,
    /// Listings stored as they are; their edition moves on, and those that were gone are back.
    pub unchanged: Vec<ServiceId>,
    /// Listings this edition no longer holds.
    pub gone: Vec<ServiceId>,
    /// What changed, to be shown and downloaded.
    pub changes: Vec<Change>,
    /// Rows refused, to be shown and downloaded.
    pub rejections: Vec<Rejection>,
    /// Questions for the review queue.
    pub reviews: Vec<NewReview>,
}

/// A listing not stored before.
#[derive(Debug, Clone)]
pub struct NewListing {
    /// The listing.
    pub listing: Listing,
    /// Digest of its content, to compare the next edition with.
    pub digest: [u8; 16],
    /// The office it belongs to.
    pub target: Target,
}

/// The office a new listing belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Target {
    /// One stored.
    Existing(OfficeId),
    /// One to be made, with an id from [`Store::next_id`](crate::Store::next_id). Several listings may share it.
    NewOffice(OfficeId),
}

impl Target {
    /// The office.
    pub fn office(self) -> OfficeId {
        match self {
            Self::Existing(office) | Self::NewOffice(office) => office,
        }
    }
}

/// A listing with new content.
#[derive(Debug, Clone)]
pub struct ChangedListing {
    /// The service it is.
    pub service: ServiceId,
    /// The new content.
    pub listing: Listing,
    /// Its digest.
    pub digest: [u8; 16],
}

/// How a listing differs from the edition before.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ChangeKind {
    /// Not in the edition before.
    New,
    /// In both, with other values.
    Changed,
    /// No longer there.
    Gone,
    /// There again after being gone.
    Returned,
}

impl ChangeKind {
    /// The identifier used in files, in the API and in the database.
    pub fn code(self) -> &'static str {
        match self {
            Self::New => "new",
            Self::Changed => "changed",
            Self::Gone => "gone",
            Self::Returned => "returned",
        }
    }

    /// The kind with this identifier.
    pub fn from_code(code: &str) -> Option<Self> {
        [Self::New, Self::Changed, Self::Gone, Self::Returned].into_iter().find(|kind| kind.code() == code)
    }
}

/// One listing in the difference report.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Change {
    /// Its key in the data set.
    pub key: String,
    /// Name of the office as listed.
    pub name: String,
    /// How it differs.
    pub kind: ChangeKind,
    /// Field by field, for those changed.
    pub fields: Vec<FieldChange>,
}

/// One field before and after.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FieldChange {
    /// Field of the listing.
    pub field: String,
    /// As the edition before had it; empty where it had none.
    pub before: String,
    /// As this edition has it.
    pub after: String,
}

/// A question for the review queue.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewReview {
    /// `match_candidate`, `conflict`, ….
    pub kind: String,
    /// The offices it is about.
    pub offices: Vec<OfficeId>,
    /// Fields in which they agree.
    pub agree: Vec<String>,
    /// Fields in which they differ.
    pub differ: Vec<String>,
}

/// How a run ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RunState {
    /// Everything was written.
    Done,
    /// Nothing was written; `error` says why.
    Failed,
    /// Nothing was written; somebody stopped it.
    Stopped,
}

impl RunState {
    /// The identifier used in the API and in the database.
    pub fn code(self) -> &'static str {
        match self {
            Self::Done => "done",
            Self::Failed => "failed",
            Self::Stopped => "stopped",
        }
    }

    /// The state with this identifier.
    pub fn from_code(code: &str) -> Option<Self> {
        [Self::Done, Self::Failed, Self::Stopped].into_iter().find(|state| state.code() == code)
    }
}

/// The record of one file imported. `rows = new + changed + unchanged + rejected`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ImportRun {
    /// Identity.
    pub id: ImportId,
    /// The upload or command it was part of.
    pub batch: Uuid,
    /// File, with the member of an archive.
    pub label: String,
    /// Kind as `ingest` names it.
    pub kind: String,
    /// Data set.
    pub dataset: String,
    /// Edition of the file.
    pub edition: Option<Edition>,
    /// Rows of the file, header apart.
    pub rows: u64,
    /// Listings not stored before.
    pub new: u64,
    /// Listings with other content.
    pub changed: u64,
    /// Listings as stored.
    pub unchanged: u64,
    /// Listings the file no longer holds.
    pub gone: u64,
    /// Rows refused.
    pub rejected: u64,
    /// Questions raised.
    pub candidates: u64,
    /// From the first byte read to the commit.
    pub seconds: f64,
    /// How it ended.
    pub state: RunState,
    /// When reading began.
    #[serde(with = "time::serde::rfc3339")]
    pub started_at: OffsetDateTime,
    /// When it was written.
    #[serde(with = "time::serde::rfc3339")]
    pub finished_at: OffsetDateTime,
    /// In whose name.
    pub actor: String,
    /// How many marks of each kind its listings carry.
    pub marks: BTreeMap<String, u64>,
    /// `whole` or `excerpt`.
    pub coverage: Option<String>,
    /// Why it failed.
    pub error: Option<String>,
}

/// What an import did beyond the counts of its plan.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize)]
pub struct Outcome {
    /// Offices made.
    pub offices_new: u64,
    /// Offices whose values changed.
    pub offices_changed: u64,
    /// Organizations made.
    pub organizations_new: u64,
    /// Last number of the outbox when it was committed.
    pub sequence: i64,
}
