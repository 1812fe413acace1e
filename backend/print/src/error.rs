//! What keeps a page from being printed.

/// Why there is no PDF.
#[derive(Debug, thiserror::Error)]
pub enum PrintError {
    /// No folder held `BIZ UDGothic` in both weights, and none was built in.
    #[error(
        "the font BIZ UDGothic was not found in {looked}: install Debian's package fonts-morisawa-bizud-gothic, or put \
         BIZUDGothic-Regular.ttf and BIZUDGothic-Bold.ttf into the folder of fonts of this installation"
    )]
    NoFont {
        /// Folders looked into.
        looked: String,
    },
    /// There was nothing to print.
    #[error("nothing to print")]
    Empty,
    /// The address does not fit into a QR code (some 1,600 bytes).
    #[error("the address is too long for a QR code: {0}")]
    TooLong(String),
    /// A template and its data do not fit together: a fault of this crate.
    #[error("the page could not be set: {0}")]
    Template(String),
}
