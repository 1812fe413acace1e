//! ☆調査 at work: who is asked and can be named, sheets made and answered, ties derived, and who may see which.

pub mod candidates;
pub mod make;
pub mod paper;
pub mod pictures;
pub mod progress;
pub mod shared;
pub mod sheet;
pub mod sight;
pub mod spreadsheet;
pub mod texts;
pub mod transfer;
pub mod withhold;
pub mod writer;
