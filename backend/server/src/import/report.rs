//! What came of one file, and why it did not come in.

use crate::{source, view::import as view};
use hoshizu_catalog::listing::{MarkKind, Rejection};
use hoshizu_ingest::{OpenError, ReadError};
use hoshizu_store::{StoreError, import::Change};
use serde::Serialize;

/// Changes and rejections shown in the page; the downloads have all.
const SHOWN: usize = 50;

/// What came of one file. Its JSON is one line of `hoshizu import --json`.
#[derive(Debug, Clone, Default, Serialize)]
pub struct FileReport {
    /// Name with the archive it lay in.
    pub file: String,
    /// What it was recognised as.
    pub kind: String,
    /// Data set.
    pub dataset: String,
    /// Edition.
    pub edition: String,
    /// Data rows; `rows = imported + unchanged + rejected`.
    pub rows: u64,
    /// Rows new or changed.
    pub imported: u64,
    /// Rows as they were.
    pub unchanged: u64,
    /// Rows refused.
    pub rejected: u64,
    /// Of the imported, rows not known before.
    pub new: u64,
    /// Of the imported, rows that differ from before.
    pub changed: u64,
    /// Known rows the edition no longer holds.
    pub gone: u64,
    /// Pairs put into the review queue.
    pub candidates: u64,
    /// `whole` or `excerpt`.
    pub coverage: String,
    /// Values mended or flagged, by kind.
    pub marks: std::collections::BTreeMap<String, u64>,
    /// Refused rows by reason.
    pub reasons: std::collections::BTreeMap<String, u64>,
    /// Seconds from opening to commit.
    pub seconds: f64,
}

/// Why a file did not come in. Nothing of it was written.
#[derive(Debug, Clone, Serialize, thiserror::Error)]
#[error("{detail}")]
pub struct Refusal {
    /// Stable code.
    pub code: &'static str,
    /// What happened, with file and place.
    pub detail: String,
    /// What to do, one Japanese sentence.
    pub remedy: String,
}

impl Refusal {
    /// A refusal of our own.
    pub fn new(code: &'static str, detail: impl Into<String>, remedy: impl Into<String>) -> Self {
        Self { code, detail: detail.into(), remedy: remedy.into() }
    }

    /// Whether a person stopped it.
    pub fn is_stop(&self) -> bool {
        self.code == "stopped"
    }
}

impl From<ReadError> for Refusal {
    fn from(error: ReadError) -> Self {
        Self::new(error.code(), error.to_string(), error.remedy())
    }
}

impl From<OpenError> for Refusal {
    fn from(error: OpenError) -> Self {
        Self::new(error.code(), error.to_string(), error.remedy())
    }
}

impl From<StoreError> for Refusal {
    fn from(error: StoreError) -> Self {
        match error {
            StoreError::Cancelled => Self::new(
                "stopped",
                "stopped",
                "取り込みを中止しました。このファイルの内容は何も変わっていません。",
            ),
            StoreError::OlderEdition { dataset, stored, given } => Self::new(
                "older_edition",
                format!("{dataset}: edition {given} is older than {stored}, which is already in"),
                format!("すでに新しい版({stored})が入っています。版が正しいかを確かめてください。"),
            ),
            StoreError::Stale => Self::new(
                "stale",
                "another import was finished in the meantime",
                "ほかの取り込みが先に終わりました。もう一度取り込んでください。",
            ),
            other => {
                tracing::error!(error = %other, "import failed");
                let detail = other.to_string();
                Self::new(
                    "database",
                    detail,
                    "データベースに書き込めませんでした。空き容量と記録(ログ)を確かめてください。",
                )
            }
        }
    }
}

/// Marks as the page shows them.
pub fn mark_counts(marks: &[(MarkKind, u64)]) -> Vec<view::MarkCount> {
    let count = |(kind, count): &(MarkKind, u64)| view::MarkCount {
        kind: source::code_of(kind),
        mended: kind.is_mended(),
        count: *count,
    };
    marks.iter().map(count).collect()
}

/// The first changes as the page shows them.
pub fn changes(changes: &[Change]) -> Vec<view::ChangeView> {
    let view = |change: &Change| view::ChangeView {
        key: change.key.clone(),
        name: change.name.clone(),
        kind: source::code_of(&change.kind),
        fields: change
            .fields
            .iter()
            .map(|field| view::FieldChangeView {
                field: field.field.clone(),
                before: field.before.clone(),
                after: field.after.clone(),
            })
            .collect(),
    };
    changes.iter().take(SHOWN).map(view).collect()
}

/// The first refused rows as the page shows them.
pub fn rejections(rejected: &[Rejection]) -> Vec<view::RejectionView> {
    let view = |rejection: &Rejection| view::RejectionView {
        line: rejection.line,
        column: rejection.column.clone(),
        value: rejection.value.clone(),
        reason: rejection.reason.clone(),
        remedy: rejection.remedy.clone(),
    };
    rejected.iter().take(SHOWN).map(view).collect()
}
