//! Paper: plain structs in, PDF out, by Typst.
//!
//! Pure and synchronous: no database, no clock, no file but the fonts. The looks stand in `templates/*.typ`; what people
//! typed reaches them as JSON values and never as markup. Everything here but the council's report has to come through a
//! FAX: black on white, nothing below nine points, QR codes and boxes drawn large. The report has one colour, and says
//! nothing by colour alone.

mod council;
mod error;
mod fonts;
mod map;
mod nurse_sheet;
mod qr;
mod reminder;
mod shaded;
mod sheet;
mod world;

pub use council::{
    CouncilDocument, CouncilFinding, CouncilMatrix, CouncilNote, CouncilSource, CoverLine, CoverSection,
    Fact, Grid, Mark, MatrixCell, MatrixRow, Span, TieLine, council, poster,
};
pub use error::PrintError;
pub use fonts::Fonts;
pub use map::{MapPoint, MapSketch};
pub use nurse_sheet::{NurseCell, NurseDeskLine, NurseSheetDocument, NurseTopic, nurse_sheet};
pub use reminder::{ReminderDocument, reminders};
pub use shaded::{Shade, ShadedArea, ShadedMap};
pub use sheet::{Period, SheetDocument, SheetGroup, SheetRow, sheet_files, sheets};
