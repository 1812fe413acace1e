//! Nouns of the field: types, parsing, and the folding of names, addresses and telephones.
//!
//! Pure: no files, no network, no clock, no async. Everything else in the workspace builds on this crate and this
//! crate builds on nothing of ours.
#![warn(missing_docs)]

pub mod area;
pub mod compose;
pub mod day;
pub mod edition;
pub mod entry;
pub mod fold;
pub mod forum;
pub mod freshness;
pub mod gap_note;
pub mod glossary;
pub mod id;
pub mod listing;
pub mod number;
pub mod nurse;
pub mod office;
pub mod permission;
pub mod position;
pub mod privacy;
pub mod progress;
pub mod survey;
pub mod synonyms;
pub mod system;
pub mod taxonomy;
pub mod terms;
pub mod tie;
