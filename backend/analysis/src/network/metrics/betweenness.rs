//! Betweenness: on how many shortest ways between two others an office lies, every pair counted once, a pair with
//! several shortest ways shared out among them. Not divided by the number of pairs.
//!
//! Source: Freeman 1977; computed exactly by Brandes 2001 ("A faster algorithm for betweenness centrality"), eight
//! sources at a time (after Then et al. 2014, "The more the merrier: efficient multi-source graph traversal"): sources
//! that lie near each other reach most offices in the same step, so one pass over a row of neighbours serves all eight.
//! Unit: pairs. Sums are taken in a fixed order: the result does not depend on the number of threads.
//!
//! Path counts are floating-point numbers, exact up to 2⁵³ and accurate to rounding beyond.

use crate::network::Graph;
use rayon::prelude::*;

/// Sources of one pass; eight 64-bit numbers are one cache line.
const LANES: usize = 8;
type Lanes = [f64; LANES];

/// Parts of the work, summed in order. More than any machine of ours has cores, few enough to keep in memory.
const PARTS: usize = 64;

/// Betweenness of each node, in pairs.
pub fn betweenness(graph: &Graph) -> Vec<f64> {
    let order = near_order(graph);
    let mut place = vec![0_u32; order.len()];
    for (at, &v) in order.iter().enumerate() {
        place[v as usize] = at as u32;
    }
    let near = graph.relabelled(&place);
    let sources: Vec<u32> = near.all().filter(|v| near.degree(*v) > 0).collect();
    let part = sources.len().div_ceil(PARTS).next_multiple_of(LANES).max(LANES);
    let sums: Vec<Vec<f64>> = sources.par_chunks(part).map(|sources| Pass::sum(&near, sources)).collect();
    let mut total = vec![0.0; graph.nodes()];
    for sum in sums {
        for (at, value) in sum.into_iter().enumerate() {
            total[order[at] as usize] += value;
        }
    }
    // Each pair was met from both its ends.
    total.into_iter().map(|value| value / 2.0).collect()
}

/// Nodes so that neighbours stand near each other: breadth first from the node with most ties of each component
/// (Cuthill and `McKee` 1969).
fn near_order(graph: &Graph) -> Vec<u32> {
    let mut starts: Vec<u32> = graph.all().collect();
    starts.sort_by_key(|v| (std::cmp::Reverse(graph.degree(*v)), *v));
    let mut met = vec![false; graph.nodes()];
    let mut order = Vec::with_capacity(graph.nodes());
    for start in starts {
        if std::mem::replace(&mut met[start as usize], true) {
            continue;
        }
        let mut at = order.len();
        order.push(start);
        while let Some(&v) = order.get(at) {
            at += 1;
            for &w in graph.of(v) {
                if !std::mem::replace(&mut met[w as usize], true) {
                    order.push(w);
                }
            }
        }
    }
    order
}

/// What one pass works with, kept between passes.
struct Pass<'a> {
    graph: &'a Graph,
    /// Shortest ways from each source; 0 where it has not come yet.
    ways: Vec<Lanes>,
    /// What flows along ties: ways outwards, shares of pairs backwards. All 0 between steps.
    flow: Vec<Lanes>,
    /// Pairs behind each node, by source.
    behind: Vec<Lanes>,
    /// Sources that have come, a bit each.
    seen: Vec<u8>,
    /// Sources that come in this step.
    coming: Vec<u8>,
    /// Nodes with the sources that came at a step, step after step.
    reached: Vec<(u32, u8)>,
    /// Where the steps begin in `reached`.
    steps: Vec<usize>,
}

impl<'a> Pass<'a> {
    fn sum(graph: &'a Graph, sources: &[u32]) -> Vec<f64> {
        let n = graph.nodes();
        let mut pass = Self {
            graph,
            ways: vec![[0.0; LANES]; n],
            flow: vec![[0.0; LANES]; n],
            behind: vec![[0.0; LANES]; n],
            seen: vec![0; n],
            coming: vec![0; n],
            reached: Vec::new(),
            steps: Vec::new(),
        };
        let mut sum = vec![0.0; n];
        for sources in sources.chunks(LANES) {
            pass.outwards(sources);
            pass.backwards();
            pass.collect(sources, &mut sum);
        }
        sum
    }

    /// Counts shortest ways, step by step.
    fn outwards(&mut self, sources: &[u32]) {
        for (lane, &source) in sources.iter().enumerate() {
            self.seen[source as usize] = 1 << lane;
            self.ways[source as usize][lane] = 1.0;
            self.reached.push((source, 1 << lane));
        }
        self.steps.push(0);
        let mut from = 0;
        while from < self.reached.len() {
            let to = self.reached.len();
            self.steps.push(to);
            for at in from..to {
                let (v, came) = self.reached[at];
                self.spread(v, came);
            }
            self.arrive(to);
            from = to;
        }
    }

    fn spread(&mut self, v: u32, came: u8) {
        let ways = only(&self.ways[v as usize], came);
        for &w in self.graph.of(v) {
            let w = w as usize;
            let fresh = came & !self.seen[w];
            if fresh == 0 {
                continue;
            }
            if self.coming[w] == 0 {
                self.reached.push((w as u32, 0));
            }
            self.coming[w] |= fresh;
            // Lanes that had come before gather nonsense here; `arrive` leaves them out.
            add(&mut self.flow[w], &ways);
        }
    }

    fn arrive(&mut self, from: usize) {
        for entry in &mut self.reached[from..] {
            let w = entry.0 as usize;
            let fresh = std::mem::take(&mut self.coming[w]);
            entry.1 = fresh;
            self.seen[w] |= fresh;
            add(&mut self.ways[w], &only(&self.flow[w], fresh));
            self.flow[w] = [0.0; LANES];
        }
    }

    /// Gives each node the pairs that lie behind it, from the farthest step inwards.
    fn backwards(&mut self) {
        for step in (1..self.steps.len() - 1).rev() {
            let (near, far) = (self.steps[step - 1], self.steps[step]);
            let end = self.steps[step + 1];
            for &(w, came) in &self.reached[far..end] {
                let (ways, behind) = (&self.ways[w as usize], &self.behind[w as usize]);
                let flow = &mut self.flow[w as usize];
                for lane in 0..LANES {
                    if came >> lane & 1 == 1 {
                        flow[lane] = (1.0 + behind[lane]) / ways[lane];
                    }
                }
            }
            for &(v, came) in &self.reached[near..far] {
                let mut gathered = [0.0; LANES];
                for &w in self.graph.of(v) {
                    add(&mut gathered, &self.flow[w as usize]);
                }
                let (ways, behind) = (&self.ways[v as usize], &mut self.behind[v as usize]);
                for lane in 0..LANES {
                    if came >> lane & 1 == 1 {
                        behind[lane] = ways[lane] * gathered[lane];
                    }
                }
            }
            for &(w, _) in &self.reached[far..end] {
                self.flow[w as usize] = [0.0; LANES];
            }
        }
    }

    /// Adds what lies behind each node, its own source left out, and makes room for the next pass.
    fn collect(&mut self, sources: &[u32], sum: &mut [f64]) {
        for (lane, &source) in sources.iter().enumerate() {
            self.behind[source as usize][lane] = 0.0;
        }
        for &(v, _) in &self.reached {
            let v = v as usize;
            if self.seen[v] == 0 {
                continue;
            }
            sum[v] += self.behind[v].iter().sum::<f64>();
            self.seen[v] = 0;
            self.ways[v] = [0.0; LANES];
            self.behind[v] = [0.0; LANES];
        }
        self.reached.clear();
        self.steps.clear();
    }
}

#[inline]
fn add(to: &mut Lanes, what: &Lanes) {
    for lane in 0..LANES {
        to[lane] += what[lane];
    }
}

#[inline]
fn only(lanes: &Lanes, which: u8) -> Lanes {
    std::array::from_fn(|lane| if which >> lane & 1 == 1 { lanes[lane] } else { 0.0 })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::network::metrics::testing::{any_graph, permuted};
    use proptest::prelude::*;

    /// Shortest ways from a node to every other, counted by dynamic programming over steps.
    fn ways_from(graph: &Graph, from: u32) -> (Vec<u32>, Vec<f64>) {
        let steps = graph.steps_from(from);
        let mut order: Vec<u32> = graph.all().filter(|v| steps[*v as usize] < u32::MAX).collect();
        order.sort_by_key(|v| steps[*v as usize]);
        let mut ways = vec![0.0; graph.nodes()];
        ways[from as usize] = 1.0;
        for v in order {
            for &w in graph.of(v) {
                if steps[w as usize] == steps[v as usize] + 1 {
                    ways[w as usize] += ways[v as usize];
                }
            }
        }
        (steps, ways)
    }

    /// By the definition: of all shortest ways between each pair, the share that passes each node.
    fn by_definition(graph: &Graph) -> Vec<f64> {
        let from: Vec<_> = graph.all().map(|v| ways_from(graph, v)).collect();
        let mut sum = vec![0.0; graph.nodes()];
        for s in 0..graph.nodes() {
            for t in s + 1..graph.nodes() {
                for v in (0..graph.nodes()).filter(|v| *v != s && *v != t) {
                    let (to_v, onward, whole) = (from[s].0[v], from[v].0[t], from[s].0[t]);
                    if whole < u32::MAX && to_v < u32::MAX && to_v + onward == whole {
                        sum[v] += from[s].1[v] * from[v].1[t] / from[s].1[t];
                    }
                }
            }
        }
        sum
    }

    fn same(a: &[f64], b: &[f64]) -> bool {
        a.iter().zip(b).all(|(a, b)| (a - b).abs() <= 1e-9 * (1.0 + a.abs()))
    }

    #[test]
    fn the_middle_of_a_star_lies_between_all_pairs_and_the_ends_of_a_path_between_none() {
        assert!(same(&betweenness(&Graph::new(5, (1..5).map(|v| (0, v)))), &[6.0, 0.0, 0.0, 0.0, 0.0]));
        let path: Vec<f64> = (0..20).map(|at| f64::from(at * (19 - at))).collect();
        assert!(same(&betweenness(&Graph::new(20, (0..19).map(|v| (v, v + 1)))), &path));
        assert!(betweenness(&Graph::default()).is_empty());
    }

    #[test]
    fn threads_change_not_one_bit() {
        let graph = crate::network::metrics::testing::random_graph(300, 900, 5);
        let with = |threads| {
            let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap();
            pool.install(|| betweenness(&graph)).into_iter().map(f64::to_bits).collect::<Vec<_>>()
        };
        assert_eq!(with(1), with(3));
    }

    proptest! {
        #[test]
        fn it_is_what_counting_ways_gives(graph in any_graph(24)) {
            prop_assert!(same(&betweenness(&graph), &by_definition(&graph)));
        }

        #[test]
        fn numbering_offices_otherwise_changes_nothing(graph in any_graph(24), seed in 0_u64..99) {
            let (other, to) = permuted(&graph, seed);
            let there = betweenness(&other);
            let back: Vec<f64> = to.iter().map(|at| there[*at as usize]).collect();
            prop_assert!(same(&betweenness(&graph), &back));
        }
    }
}
