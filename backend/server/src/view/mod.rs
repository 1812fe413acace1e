//! What the API shows: one file a noun. Shapes only; how they come about stands in `http` and `indexer`.

pub mod account;
pub mod area;
pub mod audit;
pub mod card;
pub mod change;
pub mod coverage;
pub mod entry;
pub mod forum;
pub mod gap_note;
pub mod gaps;
pub mod guide;
pub mod history;
pub mod import;
pub mod meta;
pub mod my;
pub mod network;
pub mod nurse_map;
pub mod nurses;
pub mod office;
pub mod organization;
pub mod review;
pub mod search;
pub mod sheet;
pub mod survey;
pub mod tie;
pub mod what_if;
