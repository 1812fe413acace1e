//! Whether recommendations find ties that came, or that were taken away by lot, beside distance alone and the number of
//! partners alone. What does not beat both is not worth showing.

use super::{Profile, Weights, adamic_adar, metres, score};
use crate::network::{Graph, random::Random};
use rayon::prelude::*;

/// A tie counts as found among so many first of an office's list.
pub const FIRST: usize = 10;

/// A way to put offices in order.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ranking {
    /// Ours.
    Ours,
    /// The nearest first.
    Distance,
    /// Those with most partners first.
    Popularity,
    /// Most shared partners first.
    SharedPartners,
}

impl Ranking {
    /// Ours and those it is held against.
    pub const ALL: [Self; 4] = [Self::Ours, Self::Distance, Self::Popularity, Self::SharedPartners];

    /// In English, for tables.
    pub fn name(self) -> &'static str {
        match self {
            Self::Ours => "ours",
            Self::Distance => "distance alone",
            Self::Popularity => "popularity alone",
            Self::SharedPartners => "shared partners alone",
        }
    }

    fn score(self, graph: &Graph, profiles: &[Profile], a: u32, b: u32) -> f64 {
        match self {
            Self::Ours => score(graph, profiles, a, b, Weights::default()),
            Self::Distance => -metres(&profiles[a as usize], &profiles[b as usize]).unwrap_or(f64::MAX),
            Self::Popularity => graph.degree(b) as f64,
            Self::SharedPartners => adamic_adar(graph, a, b),
        }
    }
}

/// How well a ranking found ties.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Judged {
    /// Ends of ties looked for.
    pub asked: usize,
    /// Share found among the first [`FIRST`], 0 to 1.
    pub found: f64,
    /// Mean reciprocal rank, 0 to 1.
    pub reciprocal: f64,
}

/// Ranks both ends of each held-out tie among all offices not tied in `graph`. Offices of the same score count against
/// the ranking: a list cannot show ten offices on one line.
pub fn judge(graph: &Graph, profiles: &[Profile], held: &[(u32, u32)], ranking: Ranking) -> Judged {
    let ends: Vec<(u32, u32)> = held.iter().flat_map(|&(a, b)| [(a, b), (b, a)]).collect();
    let ranks: Vec<usize> = ends
        .par_iter()
        .map(|&(a, b)| {
            let wanted = ranking.score(graph, profiles, a, b);
            let others = graph.all().filter(|v| *v != a && *v != b && !graph.has(a, *v));
            1 + others.filter(|v| ranking.score(graph, profiles, a, *v) >= wanted).count()
        })
        .collect();
    let share = |sum: f64| if ranks.is_empty() { 0.0 } else { sum / ranks.len() as f64 };
    Judged {
        asked: ranks.len(),
        found: share(ranks.iter().filter(|rank| **rank <= FIRST).count() as f64),
        reciprocal: share(ranks.iter().map(|rank| 1.0 / *rank as f64).sum()),
    }
}

/// A tenth of the ties taken away by lot, and the graph without them.
pub fn held_out(graph: &Graph, seed: u64) -> (Vec<(u32, u32)>, Graph) {
    let mut pairs: Vec<(u32, u32)> = graph.pairs().collect();
    Random::new(seed).shuffle(&mut pairs);
    let known = pairs.split_off(pairs.len() / 10);
    (pairs, Graph::new(graph.nodes(), known))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tie_between_offices_with_a_common_partner_is_found_by_shared_partners() {
        let graph = Graph::new(30, [(0, 1), (1, 2)]);
        let profiles = vec![Profile::default(); 30];
        let judged = |ranking| judge(&graph, &profiles, &[(0, 2)], ranking);
        assert_eq!(judged(Ranking::SharedPartners), Judged { asked: 2, found: 1.0, reciprocal: 1.0 });
        // Nobody's place is known: all are as near.
        assert!(judged(Ranking::Distance).found < 0.5);
        assert_eq!(judge(&graph, &profiles, &[], Ranking::Ours), Judged::default());
    }

    #[test]
    fn what_is_held_out_is_gone_and_nothing_else() {
        let graph = Graph::new(20, (0..19).map(|v| (v, v + 1)));
        let (held, rest) = held_out(&graph, 3);
        assert_eq!((held.len(), rest.ties()), (1, 18));
        assert!(held.iter().all(|&(a, b)| graph.has(a, b) && !rest.has(a, b)));
    }
}
