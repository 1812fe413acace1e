//! Sole intermediaries: pairs of two sides (an office of care, one of disability) that are not tied and have exactly one
//! common partner. 「唯一の橋渡し」: should it close, nobody is left to bring the two together.
//!
//! Source: ours, after Burt 1992 (a bridge without redundancy). Unit: pairs.

use crate::network::Graph;
use hoshizu_catalog::system::{System, SystemSet};

/// Two sides that are to meet. An office of both sides needs nobody to bring it to either: it counts in no pair, but may
/// be the partner between.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sides {
    side: Vec<Option<bool>>,
}

impl Sides {
    /// Sides by two sets of nodes.
    pub fn new(first: &[bool], second: &[bool]) -> Self {
        let side = first.iter().zip(second).map(|(&first, &second)| (first != second).then_some(first));
        Self { side: side.collect() }
    }

    /// 高齢者介護 on one side, 障害福祉 with 障害児 on the other.
    pub fn of_systems(systems: &[SystemSet]) -> Self {
        let is = |wanted: &[System]| -> Vec<bool> {
            systems.iter().map(|set| wanted.iter().any(|system| set.contains(*system))).collect()
        };
        Self::new(&is(&[System::Care]), &is(&[System::Disability, System::Child]))
    }

    /// Whether the two stand on different sides.
    #[inline]
    pub fn face(&self, a: u32, b: u32) -> bool {
        matches!((self.side[a as usize], self.side[b as usize]), (Some(a), Some(b)) if a != b)
    }

    /// Nodes of the first side alone.
    pub fn first(&self) -> Vec<u32> {
        self.of(true)
    }

    /// Nodes of the second side alone.
    pub fn second(&self) -> Vec<u32> {
        self.of(false)
    }

    fn of(&self, which: bool) -> Vec<u32> {
        (0..self.side.len() as u32).filter(|v| self.side[*v as usize] == Some(which)).collect()
    }
}

/// A pair and the only one between.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Hanging {
    /// Of the first side.
    pub first: u32,
    /// Of the second side.
    pub second: u32,
    /// Their only common partner.
    pub by: u32,
}

/// Every pair that hangs on one office, in order.
pub fn hanging(graph: &Graph, sides: &Sides) -> Vec<Hanging> {
    let mut found = Vec::new();
    let mut common = vec![0_u32; graph.nodes()];
    let mut by = vec![0_u32; graph.nodes()];
    for first in sides.first() {
        let mut met = Vec::new();
        for &v in graph.of(first) {
            for &second in graph.of(v) {
                if sides.face(first, second) {
                    if common[second as usize] == 0 {
                        met.push(second);
                    }
                    common[second as usize] += 1;
                    by[second as usize] = v;
                }
            }
        }
        met.sort_unstable();
        for second in met {
            if std::mem::take(&mut common[second as usize]) == 1 && !graph.has(first, second) {
                found.push(Hanging { first, second, by: by[second as usize] });
            }
        }
    }
    found
}

/// For how many pairs each node is the only one between.
pub fn sole_intermediaries(graph: &Graph, sides: &Sides) -> Vec<u64> {
    let mut pairs = vec![0; graph.nodes()];
    for pair in hanging(graph, sides) {
        pairs[pair.by as usize] += 1;
    }
    pairs
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::network::metrics::testing::any_graph;
    use proptest::prelude::*;

    #[test]
    fn a_second_common_partner_or_a_tie_of_their_own_frees_a_pair() {
        let sides = Sides::new(&[true, false, false, false], &[false, true, false, false]);
        assert_eq!(sole_intermediaries(&Graph::new(4, [(0, 2), (1, 2)]), &sides), [0, 0, 1, 0]);
        assert_eq!(sole_intermediaries(&Graph::new(4, [(0, 2), (1, 2), (0, 3), (1, 3)]), &sides), [0; 4]);
        assert_eq!(sole_intermediaries(&Graph::new(4, [(0, 2), (1, 2), (0, 1)]), &sides), [0; 4]);
    }

    proptest! {
        #[test]
        fn it_is_what_looking_at_every_pair_gives(graph in any_graph(14), both in 0_u32..14) {
            let first: Vec<bool> = graph.all().map(|v| v % 2 == 0 || v == both).collect();
            let second: Vec<bool> = graph.all().map(|v| v % 3 == 1 || v == both).collect();
            let sides = Sides::new(&first, &second);
            let mut wanted = vec![0; graph.nodes()];
            for a in graph.all() {
                for b in (a + 1..graph.nodes() as u32).filter(|b| sides.face(a, *b) && !graph.has(a, *b)) {
                    let common: Vec<u32> =
                        graph.all().filter(|v| graph.has(a, *v) && graph.has(*v, b)).collect();
                    if let [only] = common[..] {
                        wanted[only as usize] += 1;
                    }
                }
            }
            prop_assert_eq!(sole_intermediaries(&graph, &sides), wanted);
        }
    }
}
