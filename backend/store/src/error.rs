//! What can go wrong below the store.

use hoshizu_catalog::edition::Edition;

/// Result of everything in this crate.
pub type Result<T, E = StoreError> = std::result::Result<T, E>;

/// Why the store could not do what was asked. Absence of a row is not among the reasons: lookups return `Option`.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// The database refused or could not be reached.
    #[error("database: {0}")]
    Database(#[from] sqlx::Error),
    /// A stored value is not what the program wrote.
    #[error("stored {what} cannot be read: {value}")]
    Corrupt {
        /// Table and column.
        what: &'static str,
        /// The value or the reason, cut to a length fit for a log.
        value: String,
    },
    /// The watcher of the work asked it to stop; nothing was written.
    #[error("stopped on request")]
    Cancelled,
    /// The data set is already stored in a newer edition.
    #[error("{dataset} is stored as of {stored}, newer than {given}")]
    OlderEdition {
        /// Data set.
        dataset: String,
        /// Edition in the database.
        stored: Edition,
        /// Edition of the plan.
        given: Edition,
    },
    /// Another import was committed after the plan was made; make the plan again.
    #[error("another import was committed after this one was planned")]
    Stale,
    /// A plan names what is not stored.
    #[error("no such {0}")]
    NotFound(&'static str),
    /// The question was decided by somebody else meanwhile.
    #[error("the item is not open any more")]
    NotOpen,
    /// A plan of listings must say of which edition they are.
    #[error("an import of listings needs an edition")]
    NoEdition,
    /// A correction names a field that cannot be corrected, or a value that field cannot take.
    #[error("{field} cannot be set to {value:?}")]
    BadCorrection {
        /// Field of the office.
        field: String,
        /// The value refused.
        value: String,
    },
    /// The database was written by another version of the program.
    #[error("the database has schema {found}, this program knows {known}; run `hoshizu migrate`")]
    Schema {
        /// Version in the database.
        found: i64,
        /// Newest version of this program.
        known: i64,
    },
}

impl StoreError {
    pub(crate) fn corrupt(what: &'static str, value: impl std::fmt::Display) -> Self {
        let value: String = value.to_string().chars().take(200).collect();
        Self::Corrupt { what, value }
    }

    /// Whether a value that must be unique was there already.
    pub fn is_unique_violation(&self) -> bool {
        matches!(self, Self::Database(sqlx::Error::Database(e)) if e.is_unique_violation())
    }
}
