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
    Judged::of(ranks(graph, profiles, held, ranking).iter().flatten().copied())
}

/// The ranks of both ends of each tie.
fn ranks(graph: &Graph, profiles: &[Profile], held: &[(u32, u32)], ranking: Ranking) -> Vec<[usize; 2]> {
    let rank = |a: u32, b: u32| {
        let wanted = ranking.score(graph, profiles, a, b);
        let others = graph.all().filter(|v| *v != a && *v != b && !graph.has(a, *v));
        1 + others.filter(|v| ranking.score(graph, profiles, a, *v) >= wanted).count()
    };
    held.par_iter().map(|&(a, b)| [rank(a, b), rank(b, a)]).collect()
}

/// Fewer held-out ties tell nothing: of 50 ties, one more or less among the first ten is a per cent, and the range of a
/// share of 15 per cent is some 14 wide.
pub const FEWEST: usize = 50;
/// Draws of ties, with repetition, behind a range.
const DRAWS: usize = 1_000;

/// From the 2.5th to the 97.5th of a hundred draws of the ties (bootstrap by percentiles, Efron 1979).
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Spread {
    /// The lower end.
    pub low: f64,
    /// The upper end.
    pub high: f64,
}

/// A ranking beside ours.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Compared {
    /// Which.
    pub ranking: Ranking,
    /// How well it found the ties.
    pub judged: Judged,
    /// Range of [`Judged::found`].
    pub found: Spread,
    /// Range of [`Judged::reciprocal`].
    pub reciprocal: Spread,
    /// Range of how much larger a share ours found, over the same draws of ties.
    pub lead: Spread,
}

/// What a comparison says of ours against distance alone and popularity alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// Fewer than [`FEWEST`] ties.
    TooFew,
    /// It finds more than either: both leads are above nothing throughout their ranges.
    Ahead,
    /// One of them finds more, throughout the range.
    Behind,
    /// Neither: with so many ties they cannot be told apart.
    Alike,
}

/// Every ranking on the same held-out ties; the same ties give the same ranges.
pub fn compare(graph: &Graph, profiles: &[Profile], held: &[(u32, u32)]) -> Vec<Compared> {
    let all = Ranking::ALL.map(|ranking| ranks(graph, profiles, held, ranking));
    let mut random = Random::new(0x7375_6767);
    let draws: Vec<[Judged; 4]> = (0..DRAWS)
        .map(|_| {
            let drawn: Vec<usize> = held.iter().map(|_| random.below(held.len())).collect();
            [0, 1, 2, 3].map(|at: usize| Judged::of(drawn.iter().flat_map(|tie| all[at][*tie])))
        })
        .collect();
    let spread = |value: &dyn Fn(&[Judged; 4]) -> f64| {
        let mut values: Vec<f64> = draws.iter().map(value).collect();
        values.sort_by(f64::total_cmp);
        Spread { low: values[DRAWS / 40], high: values[DRAWS - 1 - DRAWS / 40] }
    };
    let compared = |(at, ranking): (usize, Ranking)| Compared {
        ranking,
        judged: Judged::of(all[at].iter().flatten().copied()),
        found: spread(&|draw| draw[at].found),
        reciprocal: spread(&|draw| draw[at].reciprocal),
        lead: spread(&|draw| draw[0].found - draw[at].found),
    };
    Ranking::ALL.into_iter().enumerate().map(compared).collect()
}

/// What it comes to, of `ties` held out.
pub fn verdict(ties: usize, compared: &[Compared]) -> Verdict {
    let against = |one: &&Compared| matches!(one.ranking, Ranking::Distance | Ranking::Popularity);
    let leads: Vec<Spread> = compared.iter().filter(against).map(|one| one.lead).collect();
    if ties < FEWEST {
        Verdict::TooFew
    } else if leads.iter().any(|lead| lead.high < 0.0) {
        Verdict::Behind
    } else if leads.iter().all(|lead| lead.low > 0.0) {
        Verdict::Ahead
    } else {
        Verdict::Alike
    }
}

impl Judged {
    fn of(ranks: impl Iterator<Item = usize>) -> Self {
        let (mut asked, mut found, mut reciprocal) = (0, 0, 0.0);
        for rank in ranks {
            asked += 1;
            found += usize::from(rank <= FIRST);
            reciprocal += 1.0 / rank as f64;
        }
        let share = |sum: f64| if asked == 0 { 0.0 } else { sum / asked as f64 };
        Self { asked, found: share(found as f64), reciprocal: share(reciprocal) }
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
    use crate::network::believable::{Size, region};

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
    fn ours_leads_where_ties_follow_what_it_looks_at_and_few_ties_tell_nothing() {
        let region = region(Size { offices: 300, ties: 1_500 }, 7);
        let (held, graph) = held_out(&region.truth, 7);
        let compared = compare(&graph, &region.profiles, &held);
        assert_eq!(compared, compare(&graph, &region.profiles, &held));
        for one in &compared {
            assert_eq!(one.judged, judge(&graph, &region.profiles, &held, one.ranking));
            assert!(one.found.low <= one.judged.found && one.judged.found <= one.found.high, "{one:?}");
        }
        assert_eq!(compared[0].lead, Spread::default());
        assert_eq!(verdict(held.len(), &compared), Verdict::Ahead, "{compared:?}");
        assert_eq!(verdict(FEWEST - 1, &compared), Verdict::TooFew);
        let blind = vec![Profile::default(); 300];
        assert_ne!(verdict(held.len(), &compare(&Graph::new(300, []), &blind, &held)), Verdict::Ahead);
        assert_eq!(verdict(0, &compare(&graph, &blind, &[])), Verdict::TooFew);
    }

    #[test]
    fn what_is_held_out_is_gone_and_nothing_else() {
        let graph = Graph::new(20, (0..19).map(|v| (v, v + 1)));
        let (held, rest) = held_out(&graph, 3);
        assert_eq!((held.len(), rest.ties()), (1, 18));
        assert!(held.iter().all(|&(a, b)| graph.has(a, b) && !rest.has(a, b)));
    }
}
