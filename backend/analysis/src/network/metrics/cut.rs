//! Where one closure cuts a network apart: articulation points (offices) and bridges (ties) whose loss leaves more
//! components than before.
//!
//! Source: Hopcroft and Tarjan 1973; low points by depth-first search without recursion.

use crate::network::Graph;

/// What holds a network together alone.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Cuts {
    /// Nodes, rising.
    pub articulation_points: Vec<u32>,
    /// Ties, smaller index first, rising.
    pub bridges: Vec<(u32, u32)>,
}

/// A node under search: itself, whence it was reached, the next neighbour to look at.
struct Visit {
    node: u32,
    parent: u32,
    next: usize,
}

const NONE: u32 = u32::MAX;

/// Finds all of them in one walk.
pub fn cuts(graph: &Graph) -> Cuts {
    let mut entered = vec![NONE; graph.nodes()];
    let mut low = vec![NONE; graph.nodes()];
    let mut is_cut = vec![false; graph.nodes()];
    let mut bridges = Vec::new();
    let mut clock = 0;
    let mut stack: Vec<Visit> = Vec::new();
    for root in graph.all() {
        if entered[root as usize] != NONE {
            continue;
        }
        let mut children_of_root = 0;
        stack.push(Visit { node: root, parent: NONE, next: 0 });
        while let Some(visit) = stack.last_mut() {
            let (v, parent) = (visit.node, visit.parent);
            if visit.next == 0 {
                entered[v as usize] = clock;
                low[v as usize] = clock;
                clock += 1;
            }
            if let Some(&w) = graph.of(v).get(visit.next) {
                visit.next += 1;
                if entered[w as usize] == NONE {
                    stack.push(Visit { node: w, parent: v, next: 0 });
                } else if w != parent {
                    low[v as usize] = low[v as usize].min(entered[w as usize]);
                }
                continue;
            }
            stack.pop();
            if parent == NONE {
                continue;
            }
            low[parent as usize] = low[parent as usize].min(low[v as usize]);
            if low[v as usize] > entered[parent as usize] {
                bridges.push((v.min(parent), v.max(parent)));
            }
            if parent == root {
                children_of_root += 1;
            } else if low[v as usize] >= entered[parent as usize] {
                is_cut[parent as usize] = true;
            }
        }
        is_cut[root as usize] = children_of_root > 1;
    }
    bridges.sort_unstable();
    let articulation_points = graph.all().filter(|v| is_cut[*v as usize]).collect();
    Cuts { articulation_points, bridges }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::network::metrics::{components::components, testing::any_graph};
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn they_are_what_leaves_more_parts_when_removed(graph in any_graph(14)) {
            let found = cuts(&graph);
            let before = components(&graph).count();
            for v in graph.all() {
                let without = Graph::new(graph.nodes(), graph.pairs().filter(|&(a, b)| a != v && b != v));
                // The removed node stays behind as a part of its own.
                let more = components(&without).count() - 1 > before;
                prop_assert_eq!(found.articulation_points.contains(&v), more);
            }
            for tie in graph.pairs() {
                let without = Graph::new(graph.nodes(), graph.pairs().filter(|pair| *pair != tie));
                prop_assert_eq!(found.bridges.contains(&tie), components(&without).count() > before);
            }
        }
    }
}
