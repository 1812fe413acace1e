//! 「近い連携先」: offices one could easily work with, by shared partners, distance, needed services and availability.

use super::{Profile, Reason, Suggestion, common, metres};
use crate::network::Graph;

/// How much each part counts. Each part is scaled to 0 to 1.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Weights {
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
    /// Chosen on generated regions and measured on others (`scripts/bench network`, decision 62): of held-out ties they
    /// find more among the first ten than distance alone or the number of partners alone.
    fn default() -> Self {
        Self { partners: 2.0, nearness: 1.0, need: 0.5, accepting: 0.05 }
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
            suits.then(|| (score(graph, profiles, office, v, weights), Suggestion { office: v, reasons }))
        })
        .collect();
    found.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.office.cmp(&b.1.office)));
    found.into_iter().take(most).map(|(_, suggestion)| suggestion).collect()
}

/// How promising: only to put offices in order, never to be shown.
pub fn score(graph: &Graph, profiles: &[Profile], office: u32, other: u32, weights: Weights) -> f64 {
    let (here, there) = (&profiles[office as usize], &profiles[other as usize]);
    let shared = adamic_adar(graph, office, other);
    let nearness = metres(here, there).map_or(0.0, |m| 1.0 / (1.0 + (m / 1_000.0 / HALF_WAY).powi(2)));
    let need = here.needs & there.services != 0 || there.needs & here.services != 0;
    let accepting = there.accepting.map_or(0.5, |yes| if yes { 1.0 } else { 0.0 });
    weights.partners * shared / (shared + 1.0)
        + weights.nearness * nearness
        + if need { weights.need } else { 0.0 }
        + weights.accepting * accepting
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
        recommend::evaluate::{Ranking, held_out, judge},
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
        assert_eq!(found.iter().map(|s| s.office).collect::<Vec<_>>(), [2, 3]);
        assert!(
            matches!(&found[0].reasons[..], [Reason::SharedPartners { count: 1, partners, .. }] if *partners == [1])
        );
        assert!(matches!(
            found[1].reasons[..],
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
    fn the_weights_find_more_ties_again_than_distance_or_popularity() {
        let region = region(Size { offices: 400, ties: 2_400 }, 77);
        let (held, graph) = held_out(&region.truth, 9);
        let found = |ranking| judge(&graph, &region.profiles, &held, ranking).found;
        let (ours, near, popular) =
            (found(Ranking::Ours), found(Ranking::Distance), found(Ranking::Popularity));
        assert!(ours > near && ours > popular, "{ours}, distance {near}, popularity {popular}");
    }
}
