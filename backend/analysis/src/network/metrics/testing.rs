//! Graphs for the tests of metrics.

use crate::network::{Graph, Groups, random::Random};
use proptest::prelude::*;

/// Graphs of up to this many nodes, from empty to dense.
pub fn any_graph(most: usize) -> impl Strategy<Value = Graph> {
    (0..=most).prop_flat_map(|nodes| {
        let end = 0..(nodes.max(1) as u32);
        prop::collection::vec((end.clone(), end), 0..=nodes * 3).prop_map(move |ties| Graph::new(nodes, ties))
    })
}

/// Every pair that is not tied.
pub fn complement(graph: &Graph) -> Graph {
    let pairs = graph.all().flat_map(|a| (a + 1..graph.nodes() as u32).map(move |b| (a, b)));
    Graph::new(graph.nodes(), pairs.filter(|&(a, b)| !graph.has(a, b)))
}

/// Three groups.
pub fn labels(graph: &Graph) -> Groups {
    Groups::from_labels(&graph.all().map(|v| (v * v % 3).to_string()).collect::<Vec<_>>())
}

/// The graph under other numbers, and the new number of each node.
pub fn permuted(graph: &Graph, seed: u64) -> (Graph, Vec<u32>) {
    let mut to: Vec<u32> = graph.all().collect();
    Random::new(seed).shuffle(&mut to);
    (graph.relabelled(&to), to)
}

/// A graph with this many ties drawn by lot (repeated draws fold).
pub fn random_graph(nodes: usize, ties: usize, seed: u64) -> Graph {
    let mut random = Random::new(seed);
    Graph::new(nodes, (0..ties).map(|_| (random.below(nodes) as u32, random.below(nodes) as u32)))
}
