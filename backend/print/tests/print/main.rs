//! Printed pages as those see them who read, fax, scan and fill them in. Needs poppler and the font; says so where they
//! are absent.
#![expect(clippy::unwrap_used, reason = "tests fail by panicking")]

#[path = "../../examples/samples/mod.rs"]
mod samples;

mod pages;
mod paper;
mod sheets;
