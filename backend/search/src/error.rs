//! What can go wrong while searching or indexing.

use tantivy::{TantivyError, directory::error::OpenReadError};

/// Why a search or an index operation failed.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The index itself failed.
    #[error(transparent)]
    Tantivy(#[from] TantivyError),
    /// A file of the index could not be read or written.
    #[error(transparent)]
    Io(#[from] std::io::Error),
    /// The cursor was not made by this program for this sort order.
    #[error("the cursor is not one of this list")]
    Cursor,
    /// The query cannot be answered as asked (distance without a point, a box upside down).
    #[error("{0}")]
    Query(&'static str),
    /// The work was stopped; the old index stands.
    #[error("the work was stopped")]
    Cancelled,
    /// Another process is writing to this index.
    #[error("another process is writing to the index")]
    Busy,
    /// A file of the index does not hold what it should; a rebuild mends it.
    #[error("the index is damaged: {0}")]
    Damaged(&'static str),
}

/// The result of searching or indexing.
pub type Result<T> = std::result::Result<T, Error>;

impl Error {
    /// Whether a file was gone when it was to be opened.
    pub(crate) fn is_of_a_lost_file(&self) -> bool {
        matches!(self, Self::Tantivy(TantivyError::OpenReadError(OpenReadError::FileDoesNotExist(_))))
    }
}

impl From<OpenReadError> for Error {
    fn from(error: OpenReadError) -> Self {
        Self::Tantivy(error.into())
    }
}
