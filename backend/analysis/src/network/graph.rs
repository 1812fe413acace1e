//! The graph all metrics work on: undirected, without weights, loops and repeated ties, neighbours in rising order.

/// Adjacency in compressed rows: the neighbours of `v` are `ends[starts[v]..starts[v + 1]]`, rising.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Rows {
    starts: Vec<u32>,
    ends: Vec<u32>,
}

impl Rows {
    /// Rows of directed pairs. Repeated pairs are folded, pairs of one node with itself and pairs with a node beyond
    /// `nodes` dropped.
    pub fn new(nodes: usize, pairs: impl IntoIterator<Item = (u32, u32)>) -> Self {
        let known = |v: u32| (v as usize) < nodes;
        let mut pairs: Vec<(u32, u32)> =
            pairs.into_iter().filter(|&(a, b)| a != b && known(a) && known(b)).collect();
        pairs.sort_unstable();
        pairs.dedup();
        let mut starts = vec![0_u32; nodes + 1];
        for &(from, _) in &pairs {
            starts[from as usize + 1] += 1;
        }
        for v in 0..nodes {
            starts[v + 1] += starts[v];
        }
        Self { starts, ends: pairs.into_iter().map(|(_, to)| to).collect() }
    }

    /// How many nodes.
    pub fn nodes(&self) -> usize {
        self.starts.len().saturating_sub(1)
    }

    /// How many entries in all rows.
    pub fn entries(&self) -> usize {
        self.ends.len()
    }

    /// The row of a node, rising.
    #[inline]
    pub fn of(&self, v: u32) -> &[u32] {
        &self.ends[self.starts[v as usize] as usize..self.starts[v as usize + 1] as usize]
    }

    /// Whether `to` stands in the row of `from`.
    pub fn has(&self, from: u32, to: u32) -> bool {
        self.of(from).binary_search(&to).is_ok()
    }

    /// Every entry as a pair, in order.
    pub fn pairs(&self) -> impl Iterator<Item = (u32, u32)> + '_ {
        (0..self.nodes() as u32).flat_map(move |from| self.of(from).iter().map(move |&to| (from, to)))
    }
}

/// An undirected graph of offices and ties.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Graph {
    rows: Rows,
}

impl Graph {
    /// The graph of these ties. A tie may be given in either order and more than once; loops are dropped.
    pub fn new(nodes: usize, ties: impl IntoIterator<Item = (u32, u32)>) -> Self {
        Self { rows: Rows::new(nodes, ties.into_iter().flat_map(|(a, b)| [(a, b), (b, a)])) }
    }

    /// How many nodes.
    pub fn nodes(&self) -> usize {
        self.rows.nodes()
    }

    /// How many ties.
    pub fn ties(&self) -> usize {
        self.rows.entries() / 2
    }

    /// Every node.
    pub fn all(&self) -> std::ops::Range<u32> {
        0..self.nodes() as u32
    }

    /// Neighbours of a node, rising.
    #[inline]
    pub fn of(&self, v: u32) -> &[u32] {
        self.rows.of(v)
    }

    /// How many neighbours.
    #[inline]
    pub fn degree(&self, v: u32) -> usize {
        self.rows.of(v).len()
    }

    /// Whether two nodes are tied.
    pub fn has(&self, a: u32, b: u32) -> bool {
        self.rows.has(a, b)
    }

    /// Every tie once, the smaller index first, in order.
    pub fn pairs(&self) -> impl Iterator<Item = (u32, u32)> + '_ {
        self.rows.pairs().filter(|&(a, b)| a < b)
    }

    /// The rows, each tie standing in both.
    pub fn rows(&self) -> &Rows {
        &self.rows
    }

    /// The same ties among more nodes.
    #[must_use]
    pub fn with_nodes(&self, nodes: usize) -> Self {
        Self::new(nodes.max(self.nodes()), self.pairs())
    }

    /// The same graph under other names: node `v` becomes `to[v]`, a permutation.
    #[must_use]
    pub fn relabelled(&self, to: &[u32]) -> Self {
        Self::new(self.nodes(), self.pairs().map(|(a, b)| (to[a as usize], to[b as usize])))
    }

    /// Steps from a node to every other along ties, breadth first; `u32::MAX` where no way leads.
    pub fn steps_from(&self, from: u32) -> Vec<u32> {
        let mut steps = vec![u32::MAX; self.nodes()];
        let mut queue = vec![from];
        steps[from as usize] = 0;
        let mut at = 0;
        while let Some(&v) = queue.get(at) {
            at += 1;
            for &w in self.of(v) {
                if steps[w as usize] == u32::MAX {
                    steps[w as usize] = steps[v as usize] + 1;
                    queue.push(w);
                }
            }
        }
        steps
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn repeated_ties_are_folded_and_loops_and_strangers_dropped() {
        let graph = Graph::new(3, [(0, 1), (1, 0), (0, 1), (2, 2), (1, 7)]);
        assert_eq!((graph.nodes(), graph.ties()), (3, 1));
        assert_eq!(graph.pairs().collect::<Vec<_>>(), [(0, 1)]);
        assert!(graph.has(1, 0) && !graph.has(2, 2));
    }

    #[test]
    fn steps_count_the_shortest_way_and_know_where_none_leads() {
        let graph = Graph::new(5, [(0, 1), (1, 2), (2, 3), (0, 3)]);
        assert_eq!(graph.steps_from(0), [0, 1, 2, 1, u32::MAX]);
        assert_eq!(Graph::default().nodes(), 0);
    }
}
