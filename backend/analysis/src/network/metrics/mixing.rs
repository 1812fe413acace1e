//! Assortativity: whether ties join offices of one group more than their numbers of ties alone would make them.
//!
//! Source: Newman 2003, "Mixing patterns in networks", eq. 2: r = (Σ eᵢᵢ − Σ aᵢ²) ÷ (1 − Σ aᵢ²). No unit; 1 when all
//! ties are within groups, 0 by chance, negative when they seek the other.

use crate::network::{Graph, Groups};

/// Share of tie ends that lead from one group (row) to another (column); symmetric, sums to 1. All 0 without ties.
pub fn mixing(graph: &Graph, groups: &Groups) -> Vec<Vec<f64>> {
    let mut ends = vec![vec![0_u64; groups.count()]; groups.count()];
    for (a, b) in graph.rows().pairs() {
        ends[groups.group(a)][groups.group(b)] += 1;
    }
    let all = (graph.rows().entries() as f64).max(1.0);
    ends.into_iter().map(|row| row.into_iter().map(|count| count as f64 / all).collect()).collect()
}

/// The coefficient; `None` where it has no meaning: no ties, or all of them within one group.
pub fn assortativity(graph: &Graph, groups: &Groups) -> Option<f64> {
    let mixing = mixing(graph, groups);
    let within: f64 = mixing.iter().enumerate().map(|(group, row)| row[group]).sum();
    let by_chance: f64 = mixing.iter().map(|row| row.iter().sum::<f64>().powi(2)).sum();
    (graph.ties() > 0 && by_chance < 1.0 - 1e-12).then(|| (within - by_chance) / (1.0 - by_chance))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_ties_within_are_wholly_assortative_and_only_across_the_opposite() {
        let groups = Groups::from_labels(&["a", "a", "b", "b"]);
        assert_eq!(assortativity(&Graph::new(4, [(0, 1), (2, 3)]), &groups), Some(1.0));
        assert_eq!(assortativity(&Graph::new(4, [(0, 2), (1, 3)]), &groups), Some(-1.0));
        assert_eq!(assortativity(&Graph::new(4, [(0, 1)]), &groups), None);
        assert_eq!(assortativity(&Graph::new(4, []), &groups), None);
    }
}
