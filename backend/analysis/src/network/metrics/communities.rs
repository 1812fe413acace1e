//! Communities: groups of offices with more ties among themselves than their numbers of ties alone would give them.
//!
//! Source: modularity Q by Newman and Girvan 2004, 1 ÷ 2m · Σ (Aᵢⱼ − kᵢkⱼ ÷ 2m) within communities; found by Leiden
//! (Traag, Waltman, van Eck 2019) with fixed seeds. Q has no unit; above 0.3 is usually taken for structure. Several
//! divisions can be nearly as good: how far they agree is told beside.

mod leiden;

use crate::network::Graph;
use leiden::{Level, Search, dense};
use rayon::prelude::*;
use std::collections::{BTreeMap, BTreeSet};

/// Ties gone over by all runs together: small networks are divided with many seeds, large ones with few.
const WORK: usize = 40_000;
/// One in so many runs goes on to the end.
const SHARE: usize = 3;
/// One in so many runs where there is an earlier division.
const SHARE_BEGUN: usize = 5;
/// Passes after which these are chosen.
const TRIAL: usize = 1;
/// A division that starts from the earlier one is kept unless another is better by more than this: names and colours
/// are worth more than the third digit of Q.
const WORTH_A_CHANGE: f64 = 0.003;

/// A division into communities.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Communities {
    /// The community of each node. Without an earlier division numbered by size, the largest 0; with one, as there.
    pub of: Vec<u32>,
    /// How many; a node without ties is one of its own.
    pub count: usize,
    /// Modularity; 0 without ties.
    pub q: f64,
    /// Modularity of the worst run, as it stood when it was left.
    pub q_least: f64,
    /// Mean adjusted Rand index (Hubert and Arabie 1985) of the other runs with the one kept: 1 when all seeds agree, 0
    /// when no better than chance.
    pub agreement: f64,
}

/// Divides a network. `before` is the earlier wave's community of each node, `None` for offices that are new.
pub fn communities(graph: &Graph, before: Option<&[Option<u32>]>) -> Communities {
    let runs = runs(graph, before);
    let Some(kept) = best(&runs, before.is_some()) else { return apart(graph, before) };
    let agreements: Vec<f64> =
        (0..runs.len()).filter(|at| *at != kept).map(|at| rand_index(&runs[at].of, &runs[kept].of)).collect();
    let agreement = match agreements.len() {
        0 => 1.0,
        count => agreements.iter().sum::<f64>() / count as f64,
    };
    let of = named(&runs[kept].of, before);
    let count = of.iter().collect::<BTreeSet<_>>().len();
    let q_least = runs.iter().map(|run| run.q).fold(runs[kept].q, f64::min);
    Communities { of, count, q: runs[kept].q, q_least, agreement }
}

/// Modularity of a division; 0 without ties.
pub fn modularity(graph: &Graph, of: &[u32]) -> f64 {
    let ends = graph.rows().entries() as f64;
    if graph.ties() == 0 {
        return 0.0;
    }
    let mut degrees = vec![0_u64; of.iter().map(|c| *c as usize + 1).max().unwrap_or_default()];
    for v in graph.all() {
        degrees[of[v as usize] as usize] += graph.degree(v) as u64;
    }
    let within = graph.rows().pairs().filter(|&(a, b)| of[a as usize] == of[b as usize]).count();
    within as f64 / ends - degrees.iter().map(|degree| (*degree as f64 / ends).powi(2)).sum::<f64>()
}

/// One run of the algorithm.
struct Run {
    of: Vec<u32>,
    q: f64,
    /// Whether it started from the earlier division.
    warm: bool,
}

/// Runs from every node by itself. Where there is an earlier division, a share of them and as many from there: those from
/// nothing then only have to tell whether something clearly better is to be had.
fn runs(graph: &Graph, before: Option<&[Option<u32>]>) -> Vec<Run> {
    if graph.ties() == 0 {
        return Vec::new();
    }
    let seeds = (WORK / graph.ties()).clamp(4, 20);
    let whole = Level::of(graph);
    let Some(start) = before.map(start) else { return race(graph, &whole, None, seeds) };
    let few = seeds.div_ceil(SHARE_BEGUN);
    let mut runs = race(graph, &whole, None, few);
    runs.extend(race(graph, &whole, Some(&start), few));
    runs
}

/// Every run goes [`TRIAL`] passes; then a share of them, the best so far, goes on to the end. On sixteen networks of 400
/// offices with 500 and 1,600 ties the best of twenty was within 0.0021 of Q of the best of sixty that went two passes
/// before they were chosen, in a third of the time; within 0.0007 in all but two.
fn race(graph: &Graph, whole: &Level, from: Option<&[u32]>, seeds: usize) -> Vec<Run> {
    let trial = |seed| {
        let mut search = Search::new(graph, whole, from, seed);
        search.advance(TRIAL);
        search
    };
    let mut searches: Vec<Search<'_>> = (0..seeds as u64).into_par_iter().map(trial).collect();
    searches.sort_by(|a, b| b.q.total_cmp(&a.q));
    searches[..seeds.div_ceil(SHARE)].par_iter_mut().for_each(Search::settle);
    searches.into_iter().map(|search| Run { of: search.of, q: search.q, warm: from.is_some() }).collect()
}

/// Adjusted Rand index: pairs that two divisions treat alike, above what chance gives, ÷ the most there could be. 1 where
/// both leave nothing to agree on.
fn rand_index(one: &[u32], other: &[u32]) -> f64 {
    let alike = |key: &dyn Fn(usize) -> (u32, u32)| {
        let mut keys: Vec<(u32, u32)> = (0..one.len()).map(key).collect();
        keys.sort_unstable();
        keys.chunk_by(|a, b| a == b).map(|same| super::density::pairs_within(same.len())).sum::<u64>() as f64
    };
    let both = alike(&|v| (one[v], other[v]));
    let (first, second) = (alike(&|v| (one[v], 0)), alike(&|v| (other[v], 0)));
    let all = super::density::pairs_within(one.len()) as f64;
    let by_chance = first * second / all.max(1.0);
    let most = f64::midpoint(first, second);
    if most - by_chance == 0.0 { 1.0 } else { (both - by_chance) / (most - by_chance) }
}

/// The earlier division as a start: new offices each by themselves.
fn start(before: &[Option<u32>]) -> Vec<u32> {
    let next = before.iter().flatten().max().map_or(0, |last| last + 1);
    let each: Vec<u32> = before.iter().zip(next..).map(|(c, new)| c.unwrap_or(new)).collect();
    dense(&each).0
}

/// The first of the best; among those that started from the earlier division if none of the others is clearly better.
fn best(runs: &[Run], prefer_warm: bool) -> Option<usize> {
    let best_of = |warm: Option<bool>| {
        let candidates = (0..runs.len()).filter(|at| warm.is_none_or(|warm| runs[*at].warm == warm));
        candidates.reduce(|best, at| if runs[at].q > runs[best].q { at } else { best })
    };
    let overall = best_of(None)?;
    let warm =
        best_of(Some(true)).filter(|at| prefer_warm && runs[*at].q + WORTH_A_CHANGE >= runs[overall].q);
    Some(warm.unwrap_or(overall))
}

fn apart(graph: &Graph, before: Option<&[Option<u32>]>) -> Communities {
    let of = named(&graph.all().collect::<Vec<_>>(), before);
    Communities { count: graph.nodes(), of, q: 0.0, q_least: 0.0, agreement: 1.0 }
}

/// Gives communities the numbers of the earlier ones they share most offices with, the others new numbers by size.
fn named(of: &[u32], before: Option<&[Option<u32>]>) -> Vec<u32> {
    let mut sizes: BTreeMap<u32, usize> = BTreeMap::new();
    let mut shared: BTreeMap<(u32, u32), usize> = BTreeMap::new();
    for (v, community) in of.iter().enumerate() {
        *sizes.entry(*community).or_default() += 1;
        if let Some(earlier) = before.and_then(|before| before[v]) {
            *shared.entry((*community, earlier)).or_default() += 1;
        }
    }
    let mut shared: Vec<_> = shared.into_iter().collect();
    shared.sort_by_key(|&(pair, count)| (std::cmp::Reverse(count), pair));
    let mut names: BTreeMap<u32, u32> = BTreeMap::new();
    let mut taken = BTreeSet::new();
    for ((community, earlier), _) in shared {
        if !names.contains_key(&community) && taken.insert(earlier) {
            names.insert(community, earlier);
        }
    }
    // A number that stood for a community that is gone is not given to another.
    let next = before.into_iter().flatten().flatten().max().map_or(0, |last| last + 1);
    let mut fresh: Vec<_> =
        sizes.into_iter().filter(|(community, _)| !names.contains_key(community)).collect();
    fresh.sort_by_key(|&(community, size)| (std::cmp::Reverse(size), community));
    names.extend(fresh.into_iter().map(|(community, _)| community).zip(next..));
    of.iter().map(|community| names[community]).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::network::metrics::testing::any_graph;
    use proptest::prelude::*;

    /// Cliques of five, each tied to the next by one tie.
    fn cliques(count: u32) -> Graph {
        let within =
            (0..count).flat_map(|c| (0..5).flat_map(move |a| (0..a).map(move |b| (c * 5 + a, c * 5 + b))));
        let between = (1..count).map(|c| (c * 5, c * 5 - 1));
        Graph::new(count as usize * 5, within.chain(between))
    }

    #[test]
    fn cliques_are_communities_and_all_seeds_agree() {
        let found = communities(&cliques(4), None);
        assert_eq!(found.count, 4);
        assert!((0..20).all(|v| found.of[v] == found.of[v / 5 * 5]), "{found:?}");
        assert!((found.agreement - 1.0).abs() < 1e-12);
        assert_eq!(communities(&cliques(4), None), found);
    }

    #[test]
    fn names_stay_when_an_office_comes_and_a_community_goes() {
        let before: Vec<Option<u32>> = (0..20).map(|v| (v != 7).then_some([3, 1, 4, 0][v / 5])).collect();
        let found = communities(&cliques(4), Some(&before));
        assert_eq!([0, 7, 10, 19].map(|v| found.of[v]), [3, 1, 4, 0]);
        let fewer = communities(&cliques(2), Some(&before[..10]));
        assert_eq!([0, 9].map(|v| fewer.of[v]), [3, 1]);
        let joined = Graph::new(10, (0..10).flat_map(|a| (0..a).map(move |b| (a, b))));
        assert_eq!(communities(&joined, Some(&before[..10])).of, [3; 10]);
    }

    #[test]
    fn without_ties_everyone_is_apart() {
        let found = communities(&Graph::new(3, []), None);
        assert_eq!((found.of, found.count), (vec![0, 1, 2], 3));
        assert_eq!(communities(&Graph::default(), None).count, 0);
    }

    #[test]
    fn agreement_is_whole_for_the_same_division_under_other_names_and_none_by_chance() {
        assert!((rand_index(&[0, 0, 1, 1], &[5, 5, 2, 2]) - 1.0).abs() < 1e-12);
        assert!((rand_index(&[0, 0, 1, 1], &[0, 1, 0, 1]) + 0.5).abs() < 1e-12);
        assert!((rand_index(&[0, 1, 2], &[0, 1, 2]) - 1.0).abs() < 1e-12);
    }

    proptest! {
        #[test]
        fn communities_hang_together_and_no_node_would_rather_be_elsewhere(graph in any_graph(14), seed in 0_u64..9) {
            let whole = Level::of(&graph);
            let mut search = Search::new(&graph, &whole, None, seed);
            search.settle();
            let (of, q) = (search.of, search.q);
            let within = Graph::new(
                graph.nodes(),
                graph.pairs().filter(|&(a, b)| of[a as usize] == of[b as usize]),
            );
            let parts = super::super::components::components(&within).count();
            prop_assert_eq!(parts, dense(&of).1, "a community falls apart");
            for v in 0..graph.nodes() {
                for to in 0..=dense(&of).1 as u32 {
                    let mut moved = of.clone();
                    moved[v] = to;
                    prop_assert!(modularity(&graph, &moved) <= q + 1e-9);
                }
            }
        }

        #[test]
        fn modularity_is_its_definition(graph in any_graph(12)) {
            let of: Vec<u32> = graph.all().map(|v| v % 3).collect();
            let m2 = graph.ties() as f64 * 2.0;
            let mut wanted = 0.0;
            for i in graph.all() {
                for j in graph.all().filter(|j| of[*j as usize] == of[i as usize]) {
                    let tied = f64::from(u8::from(graph.has(i, j)));
                    wanted += (tied - (graph.degree(i) * graph.degree(j)) as f64 / m2) / m2;
                }
            }
            prop_assert!(graph.ties() == 0 || (modularity(&graph, &of) - wanted).abs() < 1e-12);
        }
    }
}
