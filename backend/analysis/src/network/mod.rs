//! Ties between offices: who works with whom, where the systems meet, where one closure would cut them apart, and whom
//! to introduce to whom.
//!
//! Everything works on dense indices `0..nodes`; whoever calls knows which office an index means. Nothing here ranks
//! offices by sampled values: every figure is exact, or carries its spread.

pub mod answer;
pub mod believable;
pub mod figures;
pub mod graph;
pub mod groups;
pub mod layout;
pub mod metrics;
pub mod random;
pub mod recommend;
pub mod reports;
pub mod waves;

pub use figures::{Figures, Range, WaveFigures};
pub use graph::Graph;
pub use groups::Groups;
pub use reports::{Evidence, Reading, Reports};
