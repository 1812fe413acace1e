//! What the API shows: one file a noun. Shapes only; how they come about stands in `http` and `indexer`.

pub mod account;
pub mod area;
pub mod card;
pub mod guide;
pub mod import;
pub mod meta;
pub mod nurses;
pub mod office;
pub mod organization;
pub mod search;
