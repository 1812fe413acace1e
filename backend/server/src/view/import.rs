//! An import as the page follows it: files read, what would change, progress, report.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

/// An import of one or more files.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct ImportView {
    /// Identity.
    pub id: Uuid,
    /// `reading`, `ready`, `running`, `done`, `failed` or `stopped`.
    pub state: ImportState,
    /// What is being done now: `read`, `match`, `write`, `index`.
    pub phase: String,
    /// Steps done of the phase.
    pub done: u64,
    /// Steps of the phase, 0 when unknown.
    pub total: u64,
    /// When it was begun (RFC 3339).
    pub created_at: String,
    /// Its files.
    pub files: Vec<ImportFileView>,
}

/// Where an import stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum ImportState {
    /// Files are being read for the preview.
    Reading,
    /// The preview is there; nothing has been written.
    Ready,
    /// Being written.
    Running,
    /// All files are in.
    Done,
    /// At least one file could not be imported; the others are in.
    Failed,
    /// Stopped by a person; files already finished are in, the one at work left no trace.
    Stopped,
}

/// One file of an import.
#[derive(Debug, Clone, Default, Serialize, ToSchema)]
pub struct ImportFileView {
    /// Place in the list.
    pub index: usize,
    /// Name with the archive it lay in.
    pub file: String,
    /// What it was recognised as (`kaigo`, `wamnet`, `areas`, …, `unknown`).
    pub kind: String,
    /// Data set it belongs to.
    pub dataset: Option<String>,
    /// Name of the data set for people.
    pub label: Option<String>,
    /// Edition.
    pub edition: Option<String>,
    /// `given`, `file_name`, `member_date`, `file_date` or `today`.
    pub edition_from: Option<String>,
    /// Character encoding.
    pub encoding: Option<String>,
    /// Headers.
    pub columns: Vec<String>,
    /// First rows.
    pub sample: Vec<Vec<String>>,
    /// Column mapping in force.
    #[schema(value_type = Option<Object>)]
    pub mapping: Option<serde_json::Value>,
    /// Whether it is left out on confirmation.
    pub skip: bool,
    /// Data rows; `rows = imported + unchanged + rejected`.
    pub rows: u64,
    /// Rows that are new or changed.
    pub imported: u64,
    /// Rows not known before.
    pub new: u64,
    /// Rows that differ from the stored ones.
    pub changed: u64,
    /// Rows that stand as they are.
    pub unchanged: u64,
    /// Rows refused.
    pub rejected: u64,
    /// Known rows that the edition no longer holds.
    pub gone: u64,
    /// Pairs put into the review queue.
    pub candidates: u64,
    /// What was mended or flagged, by kind.
    pub marks: Vec<MarkCount>,
    /// `whole`, or `excerpt` when the file holds less than half of the known rows (then nothing is gone).
    pub coverage: Option<String>,
    /// Why it could not be read or imported.
    pub error: Option<FileProblem>,
    /// Seconds it took.
    pub seconds: f64,
    /// First changes.
    pub changes: Vec<ChangeView>,
    /// First refused rows.
    pub rejections: Vec<RejectionView>,
}

/// How often something was mended or flagged.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct MarkCount {
    /// Kind of mark.
    pub kind: String,
    /// Whether mended (else flagged).
    pub mended: bool,
    /// Values.
    pub count: u64,
}

/// Why a file failed.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct FileProblem {
    /// Stable code.
    pub code: String,
    /// What happened and where.
    pub detail: String,
    /// What to do.
    pub remedy: String,
}

/// A row that is new, gone or changed.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct ChangeView {
    /// Key of the row.
    pub key: String,
    /// Name of the office.
    pub name: String,
    /// `new`, `gone` or `changed`.
    pub kind: String,
    /// Changed fields.
    pub fields: Vec<FieldChangeView>,
}

/// One changed field.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct FieldChangeView {
    /// Field.
    pub field: String,
    /// Before.
    pub before: String,
    /// After.
    pub after: String,
}

/// A refused row.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct RejectionView {
    /// Line in the file.
    pub line: u64,
    /// Header of the column.
    pub column: String,
    /// The value.
    pub value: String,
    /// Stable code of the reason.
    pub reason: String,
    /// What to do.
    pub remedy: String,
}

/// Imports, newest first.
#[derive(Debug, Serialize, ToSchema)]
pub struct ImportList {
    /// Imports of this run of the server that are not finished.
    pub active: Vec<ImportView>,
    /// Files imported earlier, newest first.
    pub runs: Vec<ImportRunView>,
}

/// A file imported earlier.
#[derive(Debug, Serialize, ToSchema)]
pub struct ImportRunView {
    /// Identity.
    pub id: Uuid,
    /// File.
    pub file: String,
    /// Kind.
    pub kind: String,
    /// Data set.
    pub dataset: String,
    /// Name of the data set for people.
    pub label: String,
    /// Edition.
    pub edition: String,
    /// Rows in all.
    pub rows: u64,
    /// New or changed rows.
    pub imported: u64,
    /// Unchanged rows.
    pub unchanged: u64,
    /// Refused rows.
    pub rejected: u64,
    /// Rows gone.
    pub gone: u64,
    /// Seconds.
    pub seconds: f64,
    /// When (RFC 3339).
    pub finished_at: String,
}

/// What was begun.
#[derive(Debug, Serialize, ToSchema)]
pub struct ImportStarted {
    /// Identity to ask for progress with.
    pub id: Uuid,
}

/// What the person decided about the files.
#[derive(Debug, Default, Deserialize, ToSchema)]
pub struct ImportDecision {
    /// Decisions by file; files not named are imported as previewed.
    #[serde(default)]
    pub files: Vec<FileDecision>,
}

/// A decision about one file.
#[derive(Debug, Deserialize, ToSchema)]
pub struct FileDecision {
    /// Place in the list.
    pub index: usize,
    /// Leave it out.
    #[serde(default)]
    pub skip: bool,
}

/// How a file should be read instead; the preview is made again.
#[derive(Debug, Deserialize, ToSchema)]
pub struct FileOptions {
    /// Edition `YYYY-MM`.
    pub edition: Option<String>,
    /// Column mapping.
    #[schema(value_type = Option<Object>)]
    pub mapping: Option<serde_json::Value>,
    /// Keep the mapping under its name for later files.
    #[serde(default)]
    pub save: bool,
}
