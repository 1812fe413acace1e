//! Why a file cannot be opened or read as a whole. Faults of single rows are [`Rejection`]s instead.
//!
//! [`Rejection`]: hoshizu_catalog::listing::Rejection

use std::path::PathBuf;

/// Why paths could not be opened.
#[derive(Debug, thiserror::Error)]
pub enum OpenError {
    /// The path does not exist or cannot be read.
    #[error("{path}: {source}")]
    Io {
        /// The path.
        path: PathBuf,
        /// What the system says.
        source: std::io::Error,
    },
    /// The archive is broken, encrypted or of an unknown method.
    #[error("{label}: the archive cannot be read: {reason}")]
    Archive {
        /// The archive.
        label: String,
        /// What is wrong.
        reason: String,
    },
    /// A limit of [`Limits`](crate::Limits) is exceeded.
    #[error("{label}: more than {limit} ({what})")]
    TooLarge {
        /// The file, archive or member.
        label: String,
        /// Which limit.
        what: &'static str,
        /// Its value.
        limit: u64,
    },
}

impl OpenError {
    /// Stable code for the API and the report.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Io { .. } => "file_unreadable",
            Self::Archive { .. } => "archive_unreadable",
            Self::TooLarge { .. } => "too_large",
        }
    }

    /// What to do, one Japanese sentence.
    pub fn remedy(&self) -> String {
        match self {
            Self::Io { path, .. } => {
                format!("ファイル「{}」があるか、読み取れるかを確かめてください。", path.display())
            }
            Self::Archive { label, .. } => {
                format!(
                    "「{label}」は壊れているか、暗号化されています。入手し直すか、展開してから取り込んでください。"
                )
            }
            Self::TooLarge { label, limit, .. } => {
                format!("「{label}」は上限（{limit}）を超えています。分けて取り込んでください。")
            }
        }
    }
}

/// Why a file could not be recognised or read as a whole.
#[derive(Debug, thiserror::Error)]
pub enum ReadError {
    /// Opening it failed.
    #[error(transparent)]
    Open(#[from] OpenError),
    /// No reader knows the file; the columns that were missing for the nearest kind.
    #[error("{label}: no known layout (missing: {})", missing.join(", "))]
    Unknown {
        /// The file.
        label: String,
        /// Kind it came nearest to.
        nearest: String,
        /// Columns missing for it.
        missing: Vec<String>,
    },
    /// JSON, XLSX, shapefile or text that does not hold together.
    #[error("{label}: {reason}")]
    Malformed {
        /// The file.
        label: String,
        /// What is wrong, with the place where known.
        reason: String,
    },
    /// The progress said to stop.
    #[error("stopped")]
    Cancelled,
}

impl ReadError {
    /// Stable code for the API and the report.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Open(error) => error.code(),
            Self::Unknown { .. } => "unknown_layout",
            Self::Malformed { .. } => "malformed_file",
            Self::Cancelled => "stopped",
        }
    }

    /// What to do, one Japanese sentence.
    pub fn remedy(&self) -> String {
        match self {
            Self::Open(error) => error.remedy(),
            Self::Unknown { nearest, missing, .. } if missing.is_empty() => format!(
                "見出し行が見つかりません（{nearest}）。列の対応（マッピング）を指定すると取り込めます。"
            ),
            Self::Unknown { nearest, missing, .. } => format!(
                "{nearest}として読むには列「{}」が足りません。列の対応（マッピング）を指定すると取り込めます。",
                missing.join("」「")
            ),
            Self::Malformed { .. } => {
                "ファイルが途中で切れているか壊れています。入手し直してください。".to_owned()
            }
            Self::Cancelled => "取り込みを中止しました。何も変わっていません。".to_owned(),
        }
    }
}
