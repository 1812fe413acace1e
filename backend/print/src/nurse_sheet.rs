//! 保健師早見表: the nurse desks of a municipality on one page, to hang beside the telephone.

use crate::{Fonts, PrintError, world};
use serde::Serialize;

/// The sheet of one municipality.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct NurseSheetDocument {
    /// Name of the municipality.
    pub area: String,
    /// Day it was printed, as people write it.
    pub dated: String,
    /// Age bands, as people write them: `65～74歳`.
    pub bands: Vec<String>,
    /// Topics, each with a cell for every band.
    pub topics: Vec<NurseTopic>,
    /// Desks the cells name.
    pub desks: Vec<NurseDeskLine>,
}

/// A row of the table.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct NurseTopic {
    /// Name of the topic.
    pub name: String,
    /// One for each band.
    pub cells: Vec<NurseCell>,
}

/// Who is in charge of a topic at an age.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct NurseCell {
    /// Numbers of desks.
    pub desks: Vec<u16>,
    /// Whether some towns or ages of the band have nobody.
    pub part: bool,
    /// Where no desk is entered: kinds of place usually in charge, in short.
    pub general: Vec<String>,
}

/// A desk as the list below the table tells it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct NurseDeskLine {
    /// Number the table names it by.
    pub number: u16,
    /// Name.
    pub name: String,
    /// Telephone.
    pub phone: Option<String>,
    /// FAX.
    pub fax: Option<String>,
    /// Areas, what it does not do, to whom it hands over.
    pub notes: Vec<String>,
}

/// The sheet as a PDF: one page of A4 for up to some 25 desks.
pub fn nurse_sheet(sheet: &NurseSheetDocument, fonts: &Fonts) -> Result<Vec<u8>, PrintError> {
    if sheet.topics.is_empty() {
        return Err(PrintError::Empty);
    }
    world::print("nurse_sheet.typ", sheet, world::Use::Reader, fonts)
}
