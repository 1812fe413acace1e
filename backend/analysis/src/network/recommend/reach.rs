//! How far apart two sides are: steps between every office of one and every office of the other.

use crate::network::{Graph, metrics::intermediary::Sides};

/// No way counts as at least so many steps.
const AT_LEAST_FAR: u16 = 6;

/// Steps between all offices, kept up to date as ties are added.
#[derive(Debug, Clone)]
pub struct Reach {
    nodes: usize,
    /// Steps, row by row; `far` where no way leads or none shorter.
    steps: Vec<u16>,
    far: u16,
    first: Vec<u32>,
    second: Vec<u32>,
}

impl Reach {
    /// Measures a graph. Where no way leads, one step more than the longest way there is counts, at least six: so a
    /// tie that joins two parts is worth much, but not everything.
    pub fn of(graph: &Graph, sides: &Sides) -> Self {
        let rows: Vec<Vec<u32>> = graph.all().map(|v| graph.steps_from(v)).collect();
        let longest =
            rows.iter().flatten().copied().filter(|steps| *steps < u32::MAX).max().unwrap_or_default();
        // A way of more than 60,000 steps counts as none.
        let far = (longest.min(60_000) as u16 + 1).max(AT_LEAST_FAR);
        let steps = rows.into_iter().flatten().map(|steps| steps.min(u32::from(far)) as u16).collect();
        Self { nodes: graph.nodes(), steps, far, first: sides.first(), second: sides.second() }
    }

    fn row(&self, v: u32) -> &[u16] {
        &self.steps[v as usize * self.nodes..(v as usize + 1) * self.nodes]
    }

    /// Steps between two offices, at most what no way counts as.
    pub fn between(&self, a: u32, b: u32) -> u16 {
        self.row(a)[b as usize]
    }

    /// Pairs of the two sides.
    pub fn pairs(&self) -> u64 {
        self.first.len() as u64 * self.second.len() as u64
    }

    /// Mean steps between the sides; `None` when one is empty.
    pub fn mean(&self) -> Option<f64> {
        (self.pairs() > 0).then(|| self.sum() as f64 / self.pairs() as f64)
    }

    fn sum(&self) -> u64 {
        self.first.iter().map(|x| self.to_second(*x)).sum()
    }

    /// Sum of steps from an office to the second side.
    pub fn to_second(&self, x: u32) -> u64 {
        self.second.iter().map(|y| u64::from(self.row(x)[*y as usize])).sum()
    }

    /// Sum of steps from an office to the first side.
    pub fn to_first(&self, y: u32) -> u64 {
        self.first.iter().map(|x| u64::from(self.row(y)[*x as usize])).sum()
    }

    /// By how much a tie between `a` and `b` would lower the sum of steps over all pairs of the sides. A shortest way uses
    /// a new tie at most once, so the old steps to its ends tell everything.
    pub fn gain(&self, a: u32, b: u32) -> u64 {
        let (from_a, from_b) = (self.row(a), self.row(b));
        let ends = |row: &[u16]| self.second.iter().map(|y| row[*y as usize]).collect::<Vec<u16>>();
        let (a_second, b_second) = (ends(from_a), ends(from_b));
        let mut gain = 0;
        for &x in &self.first {
            let (by_a, by_b) = (from_a[x as usize] + 1, from_b[x as usize] + 1);
            if by_a >= self.far && by_b >= self.far {
                continue;
            }
            let row = self.row(x);
            for (at, &y) in self.second.iter().enumerate() {
                let way = (by_a + b_second[at]).min(by_b + a_second[at]);
                gain += u64::from(row[y as usize].saturating_sub(way));
            }
        }
        gain
    }

    /// Adds a tie.
    pub fn tie(&mut self, a: u32, b: u32) {
        let (from_a, from_b) = (self.row(a).to_vec(), self.row(b).to_vec());
        for x in 0..self.nodes {
            let (by_a, by_b) = (from_a[x] + 1, from_b[x] + 1);
            if by_a >= self.far && by_b >= self.far {
                continue;
            }
            let row = &mut self.steps[x * self.nodes..(x + 1) * self.nodes];
            for (y, steps) in row.iter_mut().enumerate() {
                *steps = (*steps).min(by_a + from_b[y]).min(by_b + from_a[y]);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::network::metrics::testing::any_graph;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn a_tie_brings_what_was_foretold(graph in any_graph(14), a in 0_u32..14, b in 0_u32..14) {
            prop_assume!(graph.nodes() > 4);
            let (a, b) = (a % graph.nodes() as u32, b % graph.nodes() as u32);
            let first: Vec<bool> = graph.all().map(|v| v % 2 == 0).collect();
            let second: Vec<bool> = graph.all().map(|v| v % 2 == 1).collect();
            let mut reach = Reach::of(&graph, &Sides::new(&first, &second));
            let (before, gain, far) = (reach.sum(), reach.gain(a, b), reach.far);
            reach.tie(a, b);
            prop_assert_eq!(before - reach.sum(), gain);
            let after = Graph::new(graph.nodes(), graph.pairs().chain([(a, b)]));
            for x in graph.all() {
                for (y, steps) in after.steps_from(x).into_iter().enumerate() {
                    prop_assert_eq!(u32::from(reach.between(x, y as u32)), steps.min(u32::from(far)));
                }
            }
        }
    }
}
