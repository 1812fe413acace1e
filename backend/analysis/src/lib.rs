//! What the directory and its ties say: networks, reach, guidance. Pure functions over plain values: no files, no
//! network, no clock. Every measure names its definition, source and unit.
#![warn(missing_docs)]

pub mod concentration;
pub mod coverage;
pub mod guide;
pub mod network;
pub mod survey;
