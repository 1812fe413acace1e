//! Degree: how many partners an office has, how many name it and how many it names; how far a network hangs on one.
//!
//! Source: Freeman 1978. Degree in partners; centralization without unit, 0 (all alike) to 1 (a star).

use crate::network::{Graph, Reports};
use serde::Serialize;

/// Partners of each node.
pub fn degrees(graph: &Graph) -> Vec<usize> {
    graph.all().map(|v| graph.degree(v)).collect()
}

/// Reports about an office and by it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Named {
    /// How many name it (in-degree).
    pub by: usize,
    /// How many it names (out-degree).
    pub names: usize,
}

/// Who is named and who names, for each office.
pub fn named(reports: &Reports) -> Vec<Named> {
    (0..reports.nodes() as u32)
        .map(|v| Named { by: reports.named_by().of(v).len(), names: reports.names().of(v).len() })
        .collect()
}

/// Freeman's degree centralization: Σ (greatest degree − degree) ÷ (n − 1)(n − 2); 0 for fewer than three nodes.
pub fn centralization(graph: &Graph) -> f64 {
    let n = graph.nodes() as f64;
    if graph.nodes() < 3 {
        return 0.0;
    }
    let degrees = degrees(graph);
    let greatest = degrees.iter().copied().max().unwrap_or_default();
    let missing: u64 = degrees.iter().map(|degree| (greatest - degree) as u64).sum();
    missing as f64 / ((n - 1.0) * (n - 2.0))
}

/// Gini coefficient of the degrees ([`crate::concentration::gini`]).
pub fn gini(graph: &Graph) -> f64 {
    crate::concentration::gini(&degrees(graph).into_iter().map(|degree| degree as f64).collect::<Vec<_>>())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_star_is_fully_centralized_and_a_ring_is_not() {
        assert!((centralization(&Graph::new(6, (1..6).map(|v| (0, v)))) - 1.0).abs() < 1e-12);
        assert!(centralization(&Graph::new(6, (0..6).map(|v| (v, (v + 1) % 6)))).abs() < 1e-12);
        assert!(centralization(&Graph::new(2, [(0, 1)])).abs() < 1e-12);
    }

    #[test]
    fn being_named_is_told_from_naming() {
        let reports = Reports::new(vec![true; 3], [(0, 1), (2, 1), (1, 2)]);
        assert_eq!(named(&reports)[1], Named { by: 2, names: 1 });
    }
}
