//! Components: parts of a network between which no way leads.

use crate::network::Graph;

/// The parts of a network.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Components {
    /// The component of each node, numbered in the order of their first nodes.
    pub of: Vec<u32>,
    /// Nodes of each component.
    pub sizes: Vec<usize>,
}

impl Components {
    /// How many; a node without ties is one of its own.
    pub fn count(&self) -> usize {
        self.sizes.len()
    }

    /// Nodes without any tie.
    pub fn isolates(&self) -> usize {
        self.sizes.iter().filter(|size| **size == 1).count()
    }

    /// Nodes of the greatest component.
    pub fn greatest(&self) -> usize {
        self.sizes.iter().copied().max().unwrap_or_default()
    }
}

/// Finds them, breadth first.
pub fn components(graph: &Graph) -> Components {
    let mut of = vec![u32::MAX; graph.nodes()];
    let mut sizes = Vec::new();
    let mut queue = Vec::new();
    for start in graph.all() {
        if of[start as usize] != u32::MAX {
            continue;
        }
        let component = sizes.len() as u32;
        let mut size = 0;
        of[start as usize] = component;
        queue.push(start);
        while let Some(v) = queue.pop() {
            size += 1;
            for &w in graph.of(v) {
                if of[w as usize] == u32::MAX {
                    of[w as usize] = component;
                    queue.push(w);
                }
            }
        }
        sizes.push(size);
    }
    Components { of, sizes }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::network::metrics::testing::any_graph;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn two_nodes_share_a_component_exactly_when_a_way_leads(graph in any_graph(14)) {
            let found = components(&graph);
            for from in graph.all() {
                for (to, steps) in graph.steps_from(from).into_iter().enumerate() {
                    prop_assert_eq!(steps < u32::MAX, found.of[from as usize] == found.of[to]);
                }
            }
            prop_assert_eq!(found.sizes.iter().sum::<usize>(), graph.nodes());
        }
    }
}
