//! Constraint: how much an office's partners are partners of each other, so that it hears the same from all.
//!
//! Source: Burt 1992, *Structural Holes*: `Σⱼ (pᵢⱼ + Σₖ pᵢₖ pₖⱼ)²` over the partners j, with p = 1 ÷ degree for ties
//! without weight. No unit; 1 for an office with one partner, lower the more its partners lie apart.

use crate::network::Graph;

/// Constraint of each node; `None` for a node without ties.
pub fn constraint(graph: &Graph) -> Vec<Option<f64>> {
    let share: Vec<f64> = graph.all().map(|v| 1.0 / graph.degree(v) as f64).collect();
    // What reaches each partner by way of another; cleared after each node.
    let mut indirect = vec![0.0; graph.nodes()];
    graph
        .all()
        .map(|i| {
            let partners = graph.of(i);
            for &q in partners {
                for &j in graph.of(q) {
                    indirect[j as usize] += share[q as usize];
                }
            }
            let own = share[i as usize];
            let sum: f64 = partners.iter().map(|&j| (own + own * indirect[j as usize]).powi(2)).sum();
            for &q in partners {
                for &j in graph.of(q) {
                    indirect[j as usize] = 0.0;
                }
            }
            (!partners.is_empty()).then_some(sum)
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::network::metrics::testing::any_graph;
    use proptest::prelude::*;

    #[test]
    fn one_partner_constrains_wholly_and_none_is_no_figure() {
        assert_eq!(constraint(&Graph::new(3, [(0, 1)])), [Some(1.0), Some(1.0), None]);
    }

    proptest! {
        #[test]
        fn it_is_the_formula(graph in any_graph(16)) {
            let p = |i: u32, j: u32| if graph.has(i, j) { 1.0 / graph.degree(i) as f64 } else { 0.0 };
            for (i, found) in constraint(&graph).into_iter().enumerate() {
                let i = i as u32;
                let wanted: f64 = graph.of(i).iter().map(|&j| {
                    let by_way: f64 = graph.all().filter(|q| *q != i && *q != j).map(|q| p(i, q) * p(q, j)).sum();
                    (p(i, j) + by_way).powi(2)
                }).sum();
                prop_assert_eq!(found.is_some(), graph.degree(i) > 0);
                prop_assert!((found.unwrap_or_default() - wanted).abs() < 1e-12);
            }
        }
    }
}
