//! The server of Hoshizu: HTTP, command line, imports, and the one place where the other crates meet.

pub mod account;
pub mod app;
pub mod cli;
pub mod clock;
pub mod config;
pub mod export;
pub mod guide;
pub mod http;
pub mod import;
pub mod indexer;
pub mod nurses;
pub mod provenance;
pub mod region;
pub mod source;
pub mod view;
