//! E–I index: (ties between groups − ties within) ÷ all ties, and what it would be if offices were given to groups by
//! lot.
//!
//! Source: Krackhardt and Stern 1988. No unit, −1 (all ties within) to 1 (all between). The expectation by lot is exact:
//! two ends are of one group with Σ nᵍ(nᵍ − 1) ÷ n(n − 1). Spread and probabilities come from draws with a fixed seed.

use super::density::pairs_within;
use crate::network::{Graph, Groups, random::Random};
use serde::Serialize;

/// Draws of the null; the least probability they can tell is 1 ÷ 1,001.
pub const DRAWS: usize = 1_000;

/// The index beside what chance gives.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct External {
    /// The index; `None` without ties.
    pub index: Option<f64>,
    /// Its expectation when groups are drawn by lot; `None` with fewer than two nodes.
    pub expected: Option<f64>,
    /// Standard deviation over the draws.
    pub deviation: f64,
    /// (Draws not above the index + 1) ÷ (draws + 1): small when ties keep to their group (Davison and Hinkley 1997).
    pub p_low: f64,
    /// (Draws not below the index + 1) ÷ (draws + 1): small when ties seek the other group.
    pub p_high: f64,
}

/// The index alone; `None` without ties.
pub fn index(graph: &Graph, groups: &Groups) -> Option<f64> {
    let ties: Vec<(u32, u32)> = graph.pairs().collect();
    (!ties.is_empty()).then(|| of_internal(internal(&ties, groups.of()), ties.len()))
}

/// The index with its null.
pub fn external(graph: &Graph, groups: &Groups, draws: usize) -> External {
    let ties: Vec<(u32, u32)> = graph.pairs().collect();
    let pairs = pairs_within(graph.nodes());
    let within: u64 = groups.sizes().into_iter().map(pairs_within).sum();
    let expected = (pairs > 0).then(|| 1.0 - 2.0 * within as f64 / pairs as f64);
    if ties.is_empty() || draws == 0 {
        return External { index: index(graph, groups), expected, deviation: 0.0, p_low: 1.0, p_high: 1.0 };
    }
    let observed = internal(&ties, groups.of());
    let mut lots = groups.of().to_vec();
    let mut random = Random::new(0x0065_6974);
    let chance: Vec<u64> = (0..draws)
        .map(|_| {
            random.shuffle(&mut lots);
            internal(&ties, &lots)
        })
        .collect();
    // The more ties within, the lower the index.
    let low = chance.iter().filter(|within| **within >= observed).count();
    let high = chance.iter().filter(|within| **within <= observed).count();
    let probability = |count: usize| (count as f64 + 1.0) / (draws as f64 + 1.0);
    External {
        index: Some(of_internal(observed, ties.len())),
        expected,
        deviation: deviation(
            &chance.iter().map(|within| of_internal(*within, ties.len())).collect::<Vec<_>>(),
        ),
        p_low: probability(low),
        p_high: probability(high),
    }
}

fn internal(ties: &[(u32, u32)], of: &[u32]) -> u64 {
    ties.iter().map(|&(a, b)| u64::from(of[a as usize] == of[b as usize])).sum()
}

fn of_internal(within: u64, ties: usize) -> f64 {
    (ties as f64 - 2.0 * within as f64) / ties as f64
}

/// Sample standard deviation; 0 for fewer than two.
fn deviation(values: &[f64]) -> f64 {
    if values.len() < 2 {
        return 0.0;
    }
    let mean = values.iter().sum::<f64>() / values.len() as f64;
    (values.iter().map(|value| (value - mean).powi(2)).sum::<f64>() / (values.len() as f64 - 1.0)).sqrt()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::network::metrics::testing::random_graph;

    #[test]
    fn two_cliques_keep_to_themselves_and_a_bipartite_graph_does_not() {
        let groups = Groups::from_labels(&["a", "a", "a", "b", "b", "b"]);
        let cliques = Graph::new(6, [(0, 1), (1, 2), (0, 2), (3, 4), (4, 5), (3, 5)]);
        assert_eq!(index(&cliques, &groups), Some(-1.0));
        let across = Graph::new(6, (0..3).flat_map(|a| (3..6).map(move |b| (a, b))));
        let found = external(&across, &groups, DRAWS);
        assert_eq!(found.index, Some(1.0));
        assert!(found.p_high < 0.2 && found.p_low > 0.99, "{found:?}");
        assert_eq!(index(&Graph::new(3, []), &Groups::single(3)), None);
    }

    #[test]
    fn draws_scatter_about_the_exact_expectation() {
        let graph = random_graph(60, 200, 3);
        let labels: Vec<&str> = (0..60).map(|v| if v < 32 { "e" } else { "d" }).collect();
        let found = external(&graph, &Groups::from_labels(&labels), DRAWS);
        let (index, expected) = (found.index.unwrap(), found.expected.unwrap());
        assert!((index - expected).abs() < 4.0 * found.deviation, "{found:?}");
        assert_eq!(external(&graph, &Groups::from_labels(&labels), DRAWS), found);
    }
}
