//! Whether recommendations find ties that came, or that were taken away by lot, beside distance alone and the number of
//! partners alone. What does not beat both is not worth showing.

use super::{Profile, Weights, metres, near::shared, scores};
use crate::network::{Graph, random::Random};
use rayon::prelude::*;
use std::collections::BTreeMap;

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

    /// What it gives every office when one of them looks.
    fn scores(self, graph: &Graph, profiles: &[Profile], office: u32) -> Vec<f64> {
        let apart = |there: &Profile| metres(&profiles[office as usize], there).unwrap_or(f64::MAX);
        match self {
            Self::Ours => scores(graph, profiles, office, Weights::default()),
            Self::Distance => profiles.iter().map(|there| -apart(there)).collect(),
            Self::Popularity => graph.all().map(|v| graph.degree(v) as f64).collect(),
            Self::SharedPartners => shared(graph, office),
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
    let mut sum = Tally::default();
    for rank in ranks(graph, profiles, held, ranking).iter().flat_map(|(_, ranks)| ranks) {
        sum.add(Tally::of(*rank));
    }
    sum.judged()
}

/// For each office the ranks of those it was tied with.
fn ranks(
    graph: &Graph,
    profiles: &[Profile],
    held: &[(u32, u32)],
    ranking: Ranking,
) -> Vec<(u32, Vec<usize>)> {
    let mut wanted: BTreeMap<u32, Vec<u32>> = BTreeMap::new();
    for &(a, b) in held {
        wanted.entry(a).or_default().push(b);
        wanted.entry(b).or_default().push(a);
    }
    let ranked = |(office, wanted): (u32, Vec<u32>)| {
        let scores = ranking.scores(graph, profiles, office);
        let others: Vec<u32> = graph.all().filter(|v| *v != office && !graph.has(office, *v)).collect();
        // The one that is looked for is among the others, and counts as the one at its place.
        let rank = |one: u32| others.iter().filter(|v| scores[**v as usize] >= scores[one as usize]).count();
        (office, wanted.into_iter().map(rank).collect())
    };
    wanted.into_par_iter().map(ranked).collect()
}

/// Fewer held-out ties tell nothing: of 50 ties, one more or less among the first ten is a per cent, and the range of a
/// share of 15 per cent is some 14 wide.
pub const FEWEST: usize = 50;
/// Draws of offices, with repetition, behind a range.
const DRAWS: usize = 1_000;

/// From the 2.5th to the 97.5th of a hundred draws of the offices (bootstrap by percentiles, Efron 1979).
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
    /// Range of how much larger a share ours found, over the same draws of offices.
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

/// Ties that are looked for, and the network without them.
#[derive(Debug, Clone)]
pub struct Trial {
    /// What is known.
    pub known: Graph,
    /// What is to be found.
    pub held: Vec<(u32, u32)>,
}

/// Every ranking on the same held-out ties of all trials; the same ties give the same ranges. Offices are drawn, each with
/// every tie it looks for: what one list finds hangs together, and ties drawn each by itself would make ranges too narrow.
pub fn compare(profiles: &[Profile], trials: &[Trial]) -> Vec<Compared> {
    let mut offices: BTreeMap<u32, [Tally; 4]> = BTreeMap::new();
    for trial in trials {
        for (at, ranking) in Ranking::ALL.into_iter().enumerate() {
            for (office, ranks) in ranks(&trial.known, profiles, &trial.held, ranking) {
                let tally = &mut offices.entry(office).or_default()[at];
                for rank in ranks {
                    tally.add(Tally::of(rank));
                }
            }
        }
    }
    let offices: Vec<[Tally; 4]> = offices.into_values().collect();
    let judged = |at: usize, drawn: &[usize]| {
        let mut sum = Tally::default();
        for office in drawn {
            sum.add(offices[*office][at]);
        }
        sum.judged()
    };
    let mut random = Random::new(0x7375_6767);
    let draws: Vec<[Judged; 4]> = (0..DRAWS)
        .map(|_| {
            let drawn: Vec<usize> = offices.iter().map(|_| random.below(offices.len())).collect();
            [0, 1, 2, 3].map(|at| judged(at, &drawn))
        })
        .collect();
    let spread = |value: &dyn Fn(&[Judged; 4]) -> f64| {
        let mut values: Vec<f64> = draws.iter().map(value).collect();
        values.sort_by(f64::total_cmp);
        Spread { low: values[DRAWS / 40], high: values[DRAWS - 1 - DRAWS / 40] }
    };
    let everybody: Vec<usize> = (0..offices.len()).collect();
    let compared = |(at, ranking): (usize, Ranking)| Compared {
        ranking,
        judged: judged(at, &everybody),
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

/// Ends looked for, summed up.
#[derive(Debug, Clone, Copy, Default)]
struct Tally {
    asked: usize,
    found: usize,
    reciprocal: f64,
}

impl Tally {
    fn of(rank: usize) -> Self {
        Self { asked: 1, found: usize::from(rank <= FIRST), reciprocal: 1.0 / rank as f64 }
    }

    fn add(&mut self, other: Self) {
        self.asked += other.asked;
        self.found += other.found;
        self.reciprocal += other.reciprocal;
    }

    fn judged(self) -> Judged {
        let share = |sum: f64| if self.asked == 0 { 0.0 } else { sum / self.asked as f64 };
        Judged { asked: self.asked, found: share(self.found as f64), reciprocal: share(self.reciprocal) }
    }
}

/// The ties in tenths by lot: each tie is held out once, and looked for in the network without its tenth.
pub fn tenths(graph: &Graph, seed: u64) -> Vec<Trial> {
    let mut pairs: Vec<(u32, u32)> = graph.pairs().collect();
    Random::new(seed).shuffle(&mut pairs);
    let of = |tenth: usize| {
        let side = |is_held: bool| {
            let inside = pairs.iter().enumerate().filter(move |(at, _)| (at % 10 == tenth) == is_held);
            inside.map(|(_, pair)| *pair)
        };
        Trial { known: Graph::new(graph.nodes(), side(false)), held: side(true).collect() }
    };
    (0..10).map(of).filter(|trial| !trial.held.is_empty()).collect()
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
        let trials = tenths(&region.truth, 7);
        let ties = region.truth.ties();
        let compared = compare(&region.profiles, &trials);
        assert_eq!(compared, compare(&region.profiles, &trials));
        for one in &compared {
            let alone: Vec<Judged> = trials
                .iter()
                .map(|trial| judge(&trial.known, &region.profiles, &trial.held, one.ranking))
                .collect();
            let asked: usize = alone.iter().map(|judged| judged.asked).sum();
            let found: f64 = alone.iter().map(|judged| judged.found * judged.asked as f64).sum();
            assert_eq!((asked, one.judged.asked), (2 * ties, 2 * ties));
            assert!((one.judged.found - found / asked as f64).abs() < 1e-12);
            assert!(one.found.low <= one.judged.found && one.judged.found <= one.found.high, "{one:?}");
        }
        assert_eq!(compared[0].lead, Spread::default());
        assert_eq!(verdict(ties, &compared), Verdict::Ahead, "{compared:?}");
        assert_eq!(verdict(FEWEST - 1, &compared), Verdict::TooFew);
        let blind = vec![Profile::default(); 300];
        let nothing = Trial { known: Graph::new(300, []), held: region.truth.pairs().collect() };
        assert_ne!(verdict(ties, &compare(&blind, &[nothing])), Verdict::Ahead);
        assert_eq!(verdict(0, &compare(&blind, &[])), Verdict::TooFew);
    }

    #[test]
    fn each_tie_is_held_out_once_and_nothing_else_is_gone() {
        let graph = Graph::new(20, (0..19).map(|v| (v, v + 1)));
        let trials = tenths(&graph, 3);
        let mut held: Vec<(u32, u32)> = trials.iter().flat_map(|trial| trial.held.clone()).collect();
        held.sort_unstable();
        assert_eq!(held, graph.pairs().collect::<Vec<_>>());
        for Trial { known, held } in &trials {
            assert_eq!(known.ties() + held.len(), 19);
            assert!(held.iter().all(|&(a, b)| graph.has(a, b) && !known.has(a, b)));
        }
        assert!(tenths(&Graph::new(3, []), 3).is_empty());
    }
}
