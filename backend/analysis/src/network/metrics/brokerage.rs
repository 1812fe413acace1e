//! Brokerage: whom an office leads to whom. For every way a → v → c of reports without a report a → c, v is a broker;
//! the groups of the three say which kind.
//!
//! Source: Gould and Fernandez 1989, "Structures of mediation". Unit: ways.

use crate::network::{Groups, graph::Rows};
use serde::Serialize;

/// How often an office is each kind of broker.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize)]
pub struct Brokerage {
    /// All three of one group (`w_I`).
    pub coordinator: u64,
    /// The two ends of one group, the broker of another (`w_O`).
    pub itinerant: u64,
    /// From another group into the broker's own (`b_OI`).
    pub gatekeeper: u64,
    /// From the broker's own group to another (`b_IO`).
    pub representative: u64,
    /// Three groups (`b_O`).
    pub liaison: u64,
}

impl Brokerage {
    /// All kinds together.
    pub fn total(&self) -> u64 {
        self.coordinator + self.itinerant + self.gatekeeper + self.representative + self.liaison
    }

    fn count(&mut self, a: usize, v: usize, c: usize) {
        let kind = match (a == v, v == c, a == c) {
            (true, true, _) => &mut self.coordinator,
            (false, false, true) => &mut self.itinerant,
            (false, true, _) => &mut self.gatekeeper,
            (true, false, _) => &mut self.representative,
            (false, false, false) => &mut self.liaison,
        };
        *kind += 1;
    }
}

/// The brokerage of each node. `arcs` are directed: reports, or both directions of each tie ([`Graph::rows`]).
///
/// [`Graph::rows`]: crate::network::Graph::rows
pub fn brokerage(arcs: &Rows, groups: &Groups) -> Vec<Brokerage> {
    let mut found = vec![Brokerage::default(); arcs.nodes()];
    // Who is named directly by `a`, as the number of `a` plus one: cleared by moving on to the next.
    let mut direct = vec![0_u32; arcs.nodes()];
    for a in 0..arcs.nodes() as u32 {
        direct[a as usize] = a + 1;
        for &v in arcs.of(a) {
            direct[v as usize] = a + 1;
        }
        for &v in arcs.of(a) {
            for &c in arcs.of(v) {
                if direct[c as usize] != a + 1 {
                    found[v as usize].count(groups.group(a), groups.group(v), groups.group(c));
                }
            }
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn by_definition(arcs: &Rows, groups: &Groups) -> Vec<Brokerage> {
        let nodes = arcs.nodes() as u32;
        let mut found = vec![Brokerage::default(); arcs.nodes()];
        for a in 0..nodes {
            for v in 0..nodes {
                for c in 0..nodes {
                    if a == v || v == c || a == c || !arcs.has(a, v) || !arcs.has(v, c) || arcs.has(a, c) {
                        continue;
                    }
                    let (ga, gv, gc) = (groups.group(a), groups.group(v), groups.group(c));
                    let broker = &mut found[v as usize];
                    if ga == gv && gv == gc {
                        broker.coordinator += 1;
                    } else if ga == gc {
                        broker.itinerant += 1;
                    } else if gv == gc {
                        broker.gatekeeper += 1;
                    } else if ga == gv {
                        broker.representative += 1;
                    } else {
                        broker.liaison += 1;
                    }
                }
            }
        }
        found
    }

    proptest! {
        #[test]
        fn it_is_what_trying_all_three_gives(
            pairs in prop::collection::vec((0_u32..12, 0_u32..12), 0..70),
            labels in prop::collection::vec(0_u8..4, 12)
        ) {
            let arcs = Rows::new(12, pairs);
            let groups = Groups::from_labels(&labels.iter().map(u8::to_string).collect::<Vec<_>>());
            prop_assert_eq!(brokerage(&arcs, &groups), by_definition(&arcs, &groups));
        }
    }
}
