//! Search over offices: what people type, in the spelling they type it, answered in milliseconds.
//!
//! tantivy keeps documents, bigram postings and commits. Postings only nominate candidates; each candidate is then
//! judged on its own folded text and its row in memory, which yields match, rank and facets in one step and keeps
//! totals exact. The walk: [`query`] (understand, plan) → `matching` (candidates, judging) → `page` (top of the
//! list, cursor) → cards and highlights.

mod answer;
mod columns;
mod document;
mod error;
mod index;
mod matching;
mod page;
mod places;
mod query;
mod schema;
mod search;
mod snapshot;
mod tokenizer;
mod warm;

pub use answer::{
    Alternative, Answer, Facets, Hit, Interpretation, PlaceMeaning, Point, Reason, Suggestion, SuggestionKind,
};
pub use document::{Available, Document};
pub use error::{Error, Result};
pub use index::Index;
pub use places::{Place, Places};
pub use query::{Availability, Query, Sort};
