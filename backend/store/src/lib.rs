//! The directory in SQLite or PostgreSQL: one SQL text for both, audit and outbox with every change.
//!
//! Lookups are functions over [`Tx`] (`office::find(&mut tx, id)`), changes are functions over [`Write`], which
//! [`Store::begin`] opens. A change reaches the database only through a pen, and a pen is handed out only against the
//! audit rows and outbox rows it answers for (see `write.rs`); so the search index, which follows the outbox, cannot
//! part from the database unseen.

#[macro_use]
mod backend;
mod bulk;
mod clock;
mod codec;
mod dialect;
mod error;
mod holders;
mod migrate;
mod recompose;
mod replace;
mod write;

pub mod account;
pub mod account_link;
pub mod area;
pub mod audit;
pub mod base_feature;
pub mod change;
pub mod correction;
pub mod dataset;
pub mod decision;
pub mod due;
pub mod entry;
pub mod forum;
pub mod gap_note;
pub mod health;
pub mod history;
pub mod identity;
pub mod import;
pub mod known_device;
pub mod letter;
pub mod listing;
pub mod mapping;
pub mod merge;
pub mod nurse_desk;
pub mod office;
pub mod office_list;
pub mod organization;
pub mod outbox;
pub mod photo;
pub mod pin;
pub mod population;
pub mod redirect;
pub mod review;
pub mod road;
pub mod saved_search;
pub mod second_factor;
pub mod session;
pub mod setting;
pub mod sheet;
pub mod suggestion;
pub mod survey;
pub mod term;
pub mod tie;
pub mod town;

pub use backend::{Store, Tx};
pub use clock::{Clock, Ids, SystemClock, SystemIds};
pub use error::{Result, StoreError};
pub use holders::{HOLDERS, Holder};
pub use replace::Counts;
pub use write::Write;

#[cfg(test)]
mod lints;
