//! Mending of single values: certain faults are mended, doubtful ones flagged, each with a [`Mark`].

mod address;
mod contact;
mod place;
mod text;

pub use address::{AddressParts, read_address};
pub(crate) use address::{read_postal_code, settle};
pub use contact::{read_email, read_phone, read_url};
pub use place::{parse_degrees, read_place};
pub use text::{hiragana, name, narrow, remark};

use hoshizu_catalog::listing::{Mark, MarkKind};

/// Marks of one listing while it is read.
#[derive(Debug, Default)]
pub struct Marks(pub Vec<Mark>);

impl Marks {
    /// Adds a mark; the original is cut at 200 characters.
    pub fn add(&mut self, field: &str, kind: MarkKind, original: &str) {
        let original = original.chars().take(200).collect();
        self.0.push(Mark { field: field.to_owned(), kind, original });
    }

    /// Marks a value that was brought to another form, if it was.
    pub fn folded(&mut self, field: &str, original: &str, now: &str) {
        if original != now {
            self.add(field, MarkKind::Folded, original);
        }
    }
}
