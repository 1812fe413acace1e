//! The server of Hoshizu: HTTP, command line, imports, and the one place where the other crates meet.

pub mod account;
pub mod app;
pub mod atom;
pub mod cli;
pub mod clock;
pub mod config;
pub mod coverage;
pub mod duplicates;
pub mod export;
pub mod guide;
pub mod history_view;
pub mod http;
pub mod import;
pub mod indexer;
pub mod network_files;
pub mod nurses;
pub mod photo;
pub mod press;
pub mod provenance;
pub mod region;
pub mod review_view;
pub mod source;
pub mod surveys;
pub mod throttle;
pub mod vcard;
pub mod view;
