//! Printed pages as those see them who read, fax, scan and fill them in. Needs poppler and the font; says so where they
//! are absent.

#[path = "../../examples/samples/mod.rs"]
mod samples;

mod pages;
mod paper;
mod sheets;
