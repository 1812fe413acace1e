//! k-core: the greatest k so that an office belongs to a part in which everyone has at least k partners.
//!
//! Source: Seidman 1983; computed by Batagelj and Zaveršnik 2003. Unit: partners.

use crate::network::Graph;

/// Core number of each node.
pub fn cores(graph: &Graph) -> Vec<usize> {
    let n = graph.nodes();
    let mut core: Vec<usize> = graph.all().map(|v| graph.degree(v)).collect();
    let greatest = core.iter().copied().max().unwrap_or_default();
    // Nodes sorted by what is left of their degree; `begin[d]` is where those with d begin.
    let mut begin = vec![0; greatest + 2];
    for &degree in &core {
        begin[degree + 1] += 1;
    }
    for degree in 0..=greatest {
        begin[degree + 1] += begin[degree];
    }
    let mut next = begin.clone();
    let (mut sorted, mut place) = (vec![0_u32; n], vec![0; n]);
    for v in graph.all() {
        let at = &mut next[core[v as usize]];
        place[v as usize] = *at;
        sorted[*at] = v;
        *at += 1;
    }
    for at in 0..n {
        let v = sorted[at];
        for &w in graph.of(v) {
            let left = core[w as usize];
            if left > core[v as usize] {
                // To the front of those with as much left, which then begin one later.
                let (from, to) = (place[w as usize], begin[left]);
                let other = sorted[to];
                sorted.swap(from, to);
                (place[w as usize], place[other as usize]) = (to, from);
                begin[left] += 1;
                core[w as usize] -= 1;
            }
        }
    }
    core
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::network::metrics::testing::any_graph;
    use proptest::prelude::*;

    /// Nodes that remain when those with fewer than k partners are taken away again and again.
    fn remaining(graph: &Graph, k: usize) -> Vec<bool> {
        let mut here = vec![true; graph.nodes()];
        loop {
            let few =
                |v: &u32| here[*v as usize] && graph.of(*v).iter().filter(|w| here[**w as usize]).count() < k;
            let Some(v) = graph.all().find(few) else { return here };
            here[v as usize] = false;
        }
    }

    proptest! {
        #[test]
        fn it_is_what_taking_away_leaves(graph in any_graph(16)) {
            let found = cores(&graph);
            for k in 0..=graph.nodes() {
                let wanted: Vec<bool> = found.iter().map(|core| *core >= k).collect();
                prop_assert_eq!(remaining(&graph, k), wanted);
            }
        }
    }
}
