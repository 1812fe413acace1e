//! Harness shared by the workspace tests: throw-away databases, literal time and ids.

pub mod fixed;
pub mod postgres;
