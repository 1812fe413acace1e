//! 「近い連携先」: offices one could easily work with, by what offices of one's kind nearby do, shared partners, distance, needed
//! services and availability.

use super::{Profile, Reason, Suggestion, common, metres};
use crate::network::Graph;

/// How much each part counts.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Weights {
    /// Logarithm of how usual it is among offices of one's kind, see [`usual`].
    pub usual: f64,
    /// Shared partners: AA ÷ (AA + 1).
    pub partners: f64,
    /// Nearness: 1 ÷ (1 + (km ÷ 3)²).
    pub nearness: f64,
    /// 1 when either offers what the other needs.
    pub need: f64,
    /// 1 when it takes new clients, ½ when nobody knows.
    pub accepting: f64,
}

impl Default for Weights {
    /// Chosen on the first wave of the demo and measured on its second (decision 75): of held-out ties they find more among
    /// the first ten than distance alone or the number of partners alone.
    fn default() -> Self {
        Self { usual: 1.0, partners: 2.0, nearness: 2.0, need: 0.25, accepting: 0.05 }
    }
}

/// Kilometres at which nearness is half.
const HALF_WAY: f64 = 3.0;
/// Farther away is not called near.
const NEAR: f64 = 5_000.0;
/// Partners named who could introduce.
const NAMED: usize = 3;

/// Offices `office` is not tied with, the most promising first, at most `most`. Offices that said they take no new
/// clients come only if they share partners.
pub fn near(
    graph: &Graph,
    profiles: &[Profile],
    office: u32,
    weights: Weights,
    most: usize,
) -> Vec<Suggestion> {
    let scores = scores(graph, profiles, office, weights);
    let mut found: Vec<(f64, Suggestion)> = graph
        .all()
        .filter(|v| *v != office && !graph.has(office, *v))
        .filter_map(|v| {
            let reasons = reasons(graph, profiles, office, v);
            let suits = reasons.iter().any(|reason| match reason {
                Reason::SharedPartners { .. } => true,
                Reason::Accepting => false,
                _ => profiles[v as usize].accepting != Some(false),
            });
            suits.then(|| (scores[v as usize], Suggestion { office: v, reasons }))
        })
        .collect();
    found.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.office.cmp(&b.1.office)));
    found.into_iter().take(most).map(|(_, suggestion)| suggestion).collect()
}

/// How promising each office is for one of them: only to put offices in order, never to be shown.
pub fn scores(graph: &Graph, profiles: &[Profile], office: u32, weights: Weights) -> Vec<f64> {
    let here = &profiles[office as usize];
    let (usual, shared) = (usual(graph, profiles, office), shared(graph, office));
    let score = |(v, there): (usize, &Profile)| {
        let need = here.needs & there.services != 0 || there.needs & here.services != 0;
        let accepting = there.accepting.map_or(0.5, |yes| if yes { 1.0 } else { 0.0 });
        weights.usual * (usual[v] + LEAST_USUAL).ln()
            + weights.partners * shared[v] / (shared[v] + 1.0)
            + weights.nearness * nearness(here, there)
            + if need { weights.need } else { 0.0 }
            + weights.accepting * accepting
    };
    profiles.iter().enumerate().map(score).collect()
}

/// Below this share nothing is told apart: one tie among ten thousand.
const LEAST_USUAL: f64 = 1e-4;
/// Weight of an office of one's kind whose place is not known: as of one nine kilometres away.
const SOMEWHERE: f64 = 0.1;

/// How usual each office is as a partner of offices of one's kind: the share of those that offer a service this office
/// offers, nearer ones weighing more ([`nearness`]), which are tied with it. One more of one's kind that stands for all
/// offices is added, so that few neighbours do not decide alone (an estimate shrunk to the mean, James and Stein 1961).
fn usual(graph: &Graph, profiles: &[Profile], office: u32) -> Vec<f64> {
    let here = &profiles[office as usize];
    let others = graph.nodes().saturating_sub(1).max(1) as f64;
    let mut tied: Vec<f64> = graph.all().map(|v| graph.degree(v) as f64 / others).collect();
    let mut weight = 1.0;
    for peer in kind(profiles, office) {
        let there = &profiles[peer as usize];
        let near = if metres(here, there).is_some() { nearness(here, there) } else { SOMEWHERE };
        weight += near;
        for partner in graph.of(peer) {
            tied[*partner as usize] += near;
        }
    }
    for tied in &mut tied {
        *tied /= weight;
    }
    tied
}

/// Offices that offer a service this one offers.
fn kind(profiles: &[Profile], office: u32) -> impl Iterator<Item = u32> {
    let services = profiles[office as usize].services;
    let is_kind = move |(v, there): &(u32, &Profile)| *v != office && there.services & services != 0;
    (0..).zip(profiles).filter(is_kind).map(|(v, _)| v)
}

/// 1 ÷ (1 + (km ÷ 3)²); 0 where a place is not known.
fn nearness(here: &Profile, there: &Profile) -> f64 {
    metres(here, there).map_or(0.0, |m| 1.0 / (1.0 + (m / 1_000.0 / HALF_WAY).powi(2)))
}

/// [`adamic_adar`] with every office, 0 for itself.
pub(super) fn shared(graph: &Graph, office: u32) -> Vec<f64> {
    let mut shared = vec![0.0; graph.nodes()];
    for partner in graph.of(office) {
        for other in graph.of(*partner) {
            if *other != office {
                shared[*other as usize] += 1.0 / (graph.degree(*partner) as f64).ln();
            }
        }
    }
    shared
}

/// Adamic and Adar 2003: Σ 1 ÷ ln degree over common partners.
pub fn adamic_adar(graph: &Graph, a: u32, b: u32) -> f64 {
    common(graph, a, b).into_iter().map(|v| 1.0 / (graph.degree(v) as f64).ln()).sum()
}

fn reasons(graph: &Graph, profiles: &[Profile], office: u32, other: u32) -> Vec<Reason> {
    let (here, there) = (&profiles[office as usize], &profiles[other as usize]);
    let mut reasons = Vec::new();
    let mut partners = common(graph, office, other);
    if !partners.is_empty() {
        let count = partners.len();
        partners.sort_by_key(|v| (graph.degree(*v), *v));
        partners.truncate(NAMED);
        let adamic_adar = adamic_adar(graph, office, other);
        reasons.push(Reason::SharedPartners { count, adamic_adar, partners });
    }
    let peers: Vec<u32> = kind(profiles, office)
        .filter(|v| *v != other && metres(here, &profiles[*v as usize]).is_some_and(|metres| metres <= NEAR))
        .collect();
    let tied = peers.iter().filter(|v| graph.has(**v, other)).count();
    if tied > 0 {
        reasons.push(Reason::UsualHere { tied, of: peers.len() });
    }
    reasons.extend(metres(here, there).filter(|m| *m <= NEAR).map(|metres| Reason::Distance { metres }));
    if here.needs & there.services != 0 {
        reasons.push(Reason::NeededServices { services: here.needs & there.services });
    }
    if there.accepting == Some(true) {
        reasons.push(Reason::Accepting);
    }
    reasons
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::network::{
        believable::{Size, region},
        recommend::evaluate::{Ranking, compare, tenths},
    };
    use hoshizu_catalog::position::Position;

    fn at(km: f64) -> Profile {
        Profile { position: Some(Position { lat: 35.0 + km / 111.0, lon: 135.0 }), ..Profile::default() }
    }

    #[test]
    fn every_entry_says_why_and_who_could_introduce() {
        let graph = Graph::new(5, [(0, 1), (1, 2), (3, 4)]);
        let mut profiles = vec![at(0.0), at(1.0), at(9.0), at(2.0), at(50.0)];
        profiles[0].needs = 0b10;
        profiles[3] = Profile { services: 0b11, accepting: Some(true), ..at(2.0) };
        let found = near(&graph, &profiles, 0, Weights::default(), 10);
        let [needed, introduced] = &found[..] else { panic!("{found:?}") };
        assert_eq!((needed.office, introduced.office), (3, 2));
        assert!(matches!(
            &introduced.reasons[..],
            [Reason::SharedPartners { count: 1, partners, .. }] if *partners == [1]
        ));
        assert!(matches!(
            needed.reasons[..],
            [Reason::Distance { .. }, Reason::NeededServices { services: 0b10 }, Reason::Accepting]
        ));
    }

    #[test]
    fn an_office_that_takes_nobody_comes_only_through_shared_partners() {
        let full = || Profile { accepting: Some(false), ..at(1.0) };
        let graph = Graph::new(4, [(0, 1), (1, 2)]);
        let found = near(&graph, &[at(0.0), at(0.0), full(), full()], 0, Weights::default(), 10);
        assert_eq!(found.iter().map(|s| s.office).collect::<Vec<_>>(), [2]);
    }

    #[test]
    fn what_offices_of_ones_kind_nearby_do_comes_first_and_is_said() {
        let kind = |km| Profile { services: 0b1, ..at(km) };
        let mut profiles = vec![kind(0.0), kind(1.0), kind(2.0), kind(60.0)];
        profiles.extend([at(9.0), at(9.0), at(9.0)]);
        // 4 is a partner of both of its kind nearby, 5 of the one far away, 6 of an office of another kind.
        let graph = Graph::new(7, [(1, 4), (2, 4), (3, 5), (6, 5)]);
        let usual = usual(&graph, &profiles, 0);
        assert!(usual[4] > 0.5 && usual[4] > usual[5] && usual[5] > 0.0, "{usual:?}");
        let found = near(&graph, &profiles, 0, Weights::default(), 10);
        let of_four = &found.iter().find(|one| one.office == 4).unwrap().reasons;
        assert_eq!(of_four[..], [Reason::UsualHere { tied: 2, of: 2 }]);
        assert!(found.iter().all(|one| one.office != 5), "60 km away is no reason");
    }

    #[test]
    fn shared_partners_of_all_are_those_of_each() {
        let region = region(Size { offices: 60, ties: 200 }, 5);
        for office in [0, 7, 31] {
            for (other, found) in (0..).zip(shared(&region.truth, office)) {
                let one = if other == office { 0.0 } else { adamic_adar(&region.truth, office, other) };
                assert!((found - one).abs() < 1e-12, "{office} {other}");
            }
        }
    }

    #[test]
    fn the_order_of_the_offices_changes_no_score() {
        let region = region(Size { offices: 80, ties: 300 }, 11);
        let turn = |v: u32| (v * 37 + 5) % 80;
        let turned = Graph::new(80, region.truth.pairs().map(|(a, b)| (turn(a), turn(b))));
        let mut profiles = region.profiles.clone();
        for (v, profile) in (0..).zip(&region.profiles) {
            profiles[turn(v) as usize] = profile.clone();
        }
        for office in [3, 40] {
            let before = scores(&region.truth, &region.profiles, office, Weights::default());
            let after = scores(&turned, &profiles, turn(office), Weights::default());
            for v in 0..80 {
                assert!((before[v as usize] - after[turn(v) as usize]).abs() < 1e-9, "{office} {v}");
            }
        }
    }

    #[test]
    fn the_weights_find_more_ties_again_than_distance_or_popularity() {
        let region = region(Size { offices: 400, ties: 2_400 }, 77);
        let compared = compare(&region.profiles, &tenths(&region.truth, 9));
        let found = |ranking| compared.iter().find(|one| one.ranking == ranking).map(|one| one.judged.found);
        let (ours, near, popular) =
            (found(Ranking::Ours), found(Ranking::Distance), found(Ranking::Popularity));
        assert!(ours > near && ours > popular, "{ours:?}, distance {near:?}, popularity {popular:?}");
    }
}
