//! From a file to the database: recognise, read, compare with what is stored, match, write — one transaction a file.

pub mod compare;
mod entries;
pub mod jobs;
pub mod report;
pub mod run;
pub mod upload;
mod write;

pub use report::{FileReport, Refusal};
pub use run::{Examined, Importer, Options};
