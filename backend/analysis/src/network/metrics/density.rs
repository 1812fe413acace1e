//! Density: ties ÷ possible ties, of a whole network and between its groups.
//!
//! Source: Wasserman and Faust 1994, 4.2 (density) and 9.3 (density of blocks). No unit, 0 to 1.

use crate::network::{Graph, Groups};
use serde::Serialize;

/// Ties ÷ pairs; 0 for fewer than two nodes.
pub fn density(graph: &Graph) -> f64 {
    share(graph.ties() as u64, pairs_within(graph.nodes()))
}

/// Ties between two groups, or within one.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Block {
    /// The group that stands first.
    pub first: usize,
    /// The other, or the same.
    pub second: usize,
    /// Ties that are.
    pub ties: u64,
    /// Ties that could be.
    pub possible: u64,
    /// `ties / possible`; 0 where none could be.
    pub density: f64,
}

/// Every pair of groups once, `first ≤ second`, in order.
pub fn blocks(graph: &Graph, groups: &Groups) -> Vec<Block> {
    let count = groups.count();
    let mut ties = vec![0_u64; count * count];
    for (a, b) in graph.pairs() {
        let (a, b) = (groups.group(a), groups.group(b));
        ties[a.min(b) * count + a.max(b)] += 1;
    }
    let sizes = groups.sizes();
    let mut blocks = Vec::with_capacity(count * (count + 1) / 2);
    for first in 0..count {
        for second in first..count {
            let possible = if first == second {
                pairs_within(sizes[first])
            } else {
                sizes[first] as u64 * sizes[second] as u64
            };
            let ties = ties[first * count + second];
            blocks.push(Block { first, second, ties, possible, density: share(ties, possible) });
        }
    }
    blocks
}

/// Unordered pairs of `n` things.
pub(crate) fn pairs_within(n: usize) -> u64 {
    (n as u64) * (n as u64).saturating_sub(1) / 2
}

/// A part of a whole; 0 of nothing.
pub(crate) fn share(part: u64, whole: u64) -> f64 {
    if whole == 0 { 0.0 } else { part as f64 / whole as f64 }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::network::metrics::testing::{any_graph, complement, labels};
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn a_graph_and_its_complement_fill_every_block(graph in any_graph(14)) {
            let other = complement(&graph);
            if graph.nodes() > 1 {
                prop_assert!((density(&graph) + density(&other) - 1.0).abs() < 1e-12);
            }
            let groups = labels(&graph);
            for (here, there) in blocks(&graph, &groups).iter().zip(blocks(&other, &groups)) {
                prop_assert_eq!(here.ties + there.ties, here.possible);
            }
        }
    }
}
