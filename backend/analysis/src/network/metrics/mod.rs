//! One small file a metric: definition, source, unit. All work on undirected graphs without weights unless they say so;
//! none depends on the order in which offices are numbered.

pub mod across;
pub mod betweenness;
pub mod brokerage;
pub mod communities;
pub mod components;
pub mod confirmation;
pub mod constraint;
pub mod core;
pub mod cut;
pub mod degree;
pub mod density;
pub mod duty;
pub mod external;
pub mod intermediary;
pub mod mixing;

#[cfg(test)]
pub(crate) mod testing;
