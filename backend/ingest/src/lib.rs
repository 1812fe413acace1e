//! Readers of official and municipal files, the report, the difference between editions, the matching of offices.
//!
//! Pure of databases and clocks: bytes and a [`Gazetteer`] in, records and a report out. Faults of the sources are mended
//! where the truth is certain and flagged where it is not, each with a mark on the record.

mod archive;
mod decode;
pub mod difference;
pub mod duplicates;
mod edition_guess;
mod error;
pub mod gazetteer;
mod geojson;
mod header;
mod kind;
mod limits;
mod mapping;
pub mod matching;
mod mend;
pub mod network;
pub mod nurse_desks;
mod read;
mod recognise;
mod report;
mod shapefile;
mod source;
pub mod survey_sheet;
mod table;
pub mod ties;
pub mod wave_folder;
mod workbook;

pub use edition_guess::EditionFrom;
pub use error::{OpenError, ReadError};
pub use gazetteer::Gazetteer;
pub use kind::{Kind, OpenDataSet};
pub use limits::Limits;
pub use mapping::{Mapping, MappingError};
pub use read::{Checked, EntryRow, Way, read, ways_by_start};
pub use recognise::{Hints, Recognition, recognise};
pub use report::{Batch, Learned, Parsed};
pub use source::{Opened, Skipped, SourceFile, from_bytes, open};
