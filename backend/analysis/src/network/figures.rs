//! All figures of a network together, under either reading of its reports.

use super::{
    Graph, Groups, Reading, Reports,
    metrics::{
        betweenness, brokerage, brokerage::Brokerage, communities, communities::Communities, components,
        confirmation, confirmation::Confirmation, constraint, core, cut, cut::Cuts, degree, degree::Named,
        density, density::Block, external, external::External, intermediary, intermediary::Sides, mixing,
    },
};
use serde::Serialize;

/// A value under either reading: from what is certain to what is possible.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize)]
pub struct Range<T> {
    /// Ties both sides report.
    pub mutual: T,
    /// Ties either side reports.
    pub either: T,
}

impl<T> Range<T> {
    /// One value of each.
    pub fn map<U>(&self, value: impl Fn(&T) -> U) -> Range<U> {
        Range { mutual: value(&self.mutual), either: value(&self.either) }
    }

    /// Works both out beside each other.
    pub fn both(value: impl Fn(Reading) -> T + Sync) -> Self
    where
        T: Send,
    {
        let (mutual, either) = rayon::join(|| value(Reading::Mutual), || value(Reading::Either));
        Self { mutual, either }
    }

    /// The value under a reading.
    pub fn under(&self, reading: Reading) -> &T {
        match reading {
            Reading::Mutual => &self.mutual,
            Reading::Either => &self.either,
        }
    }
}

/// What figures are asked for.
#[derive(Debug, Clone, Copy, Default)]
pub struct Ask<'a> {
    /// What offices are told apart by; without it, blocks, assortativity and the E–I index are left out.
    pub groups: Option<&'a Groups>,
    /// The two sides that are to meet; without them, sole intermediaries are left out.
    pub sides: Option<&'a Sides>,
    /// The communities of the wave before.
    pub communities: Option<&'a [Option<u32>]>,
    /// The communities themselves, where they are known.
    pub divided: Option<&'a Communities>,
    /// Whether betweenness is wanted, which takes longer than all the rest in large networks.
    pub betweenness: bool,
}

/// Figures of one graph. Vectors have one entry a node.
#[derive(Debug, Clone, PartialEq)]
pub struct Figures {
    /// Nodes.
    pub nodes: usize,
    /// Ties.
    pub ties: usize,
    /// [`density::density`].
    pub density: f64,
    /// [`density::blocks`]; empty without groups.
    pub blocks: Vec<Block>,
    /// [`degree::centralization`].
    pub degree_centralization: f64,
    /// [`degree::gini`].
    pub gini_degree: f64,
    /// Number of components, nodes without ties counted.
    pub components: usize,
    /// Nodes without ties.
    pub isolates: usize,
    /// Nodes of the greatest component.
    pub greatest_component: usize,
    /// [`cut::cuts`].
    pub cuts: Cuts,
    /// [`mixing::assortativity`]; `None` without groups too.
    pub assortativity: Option<f64>,
    /// [`external::external`]; `None` without groups.
    pub external: Option<External>,
    /// [`communities::communities`].
    pub communities: Communities,
    /// Partners.
    pub degree: Vec<usize>,
    /// [`betweenness::betweenness`]; empty when not asked for.
    pub betweenness: Vec<f64>,
    /// [`constraint::constraint`].
    pub constraint: Vec<Option<f64>>,
    /// [`core::cores`].
    pub core: Vec<usize>,
    /// [`intermediary::sole_intermediaries`]; empty without sides.
    pub sole_intermediary: Vec<u64>,
}

impl Figures {
    /// Works them out.
    pub fn of(graph: &Graph, ask: Ask<'_>) -> Self {
        let parts = components::components(graph);
        Self {
            nodes: graph.nodes(),
            ties: graph.ties(),
            density: density::density(graph),
            blocks: ask.groups.map(|groups| density::blocks(graph, groups)).unwrap_or_default(),
            degree_centralization: degree::centralization(graph),
            gini_degree: degree::gini(graph),
            components: parts.count(),
            isolates: parts.isolates(),
            greatest_component: parts.greatest(),
            cuts: cut::cuts(graph),
            assortativity: ask.groups.and_then(|groups| mixing::assortativity(graph, groups)),
            external: ask.groups.map(|groups| external::external(graph, groups, external::DRAWS)),
            communities: ask
                .divided
                .cloned()
                .unwrap_or_else(|| communities::communities(graph, ask.communities)),
            degree: degree::degrees(graph),
            betweenness: if ask.betweenness { betweenness::betweenness(graph) } else { Vec::new() },
            constraint: constraint::constraint(graph),
            core: core::cores(graph),
            sole_intermediary: ask
                .sides
                .map(|sides| intermediary::sole_intermediaries(graph, sides))
                .unwrap_or_default(),
        }
    }
}

/// Figures of one wave.
#[derive(Debug, Clone, PartialEq)]
pub struct WaveFigures {
    /// How far the reports can be trusted.
    pub confirmation: Confirmation,
    /// Who is named and who names.
    pub named: Vec<Named>,
    /// Brokerage on the directed reports; empty without groups.
    pub brokerage: Vec<Brokerage>,
    /// Figures of the ties under either reading.
    pub figures: Range<Figures>,
}

impl WaveFigures {
    /// Works them out, the two readings beside each other.
    pub fn of(reports: &Reports, ask: Ask<'_>) -> Self {
        let brokers = ask.groups.map(|groups| brokerage::brokerage(reports.names(), groups));
        Self {
            confirmation: confirmation::confirmation(reports),
            named: degree::named(reports),
            brokerage: brokers.unwrap_or_default(),
            figures: Range::both(|reading| Figures::of(&reports.graph(reading), ask)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// What does not depend on chance, nodes brought back to their old numbers.
    fn told(figures: &Figures, at: &[u32]) -> Vec<f64> {
        let mut told = vec![
            figures.density,
            figures.degree_centralization,
            figures.gini_degree,
            figures.components as f64,
            figures.cuts.bridges.len() as f64,
            figures.assortativity.unwrap_or(-9.0),
            figures.external.and_then(|external| external.index).unwrap_or(-9.0),
        ];
        told.extend(figures.blocks.iter().map(|block| block.ties as f64));
        for v in at {
            let node = *v as usize;
            told.extend([
                figures.degree[node] as f64,
                figures.betweenness[node],
                figures.constraint[node].unwrap_or(-9.0),
                figures.core[node] as f64,
                figures.sole_intermediary[node] as f64,
                f64::from(u8::from(figures.cuts.articulation_points.contains(v))),
            ]);
        }
        told
    }

    proptest! {
        #[test]
        fn numbering_offices_otherwise_changes_no_figure(
            pairs in prop::collection::vec((0_u32..15, 0_u32..15), 0..60),
            seed in 0_u64..999
        ) {
            let mut to: Vec<u32> = (0..15).collect();
            crate::network::random::Random::new(seed).shuffle(&mut to);
            let same: Vec<u32> = (0..15).collect();
            let figures = |to: &[u32]| {
                // Groups named beforehand, so that their order is the same under both numberings.
                let mut labels = vec![""; 15];
                for v in 0..15 {
                    labels[to[v] as usize] = ["care", "disability", "health"][v % 3];
                }
                let groups = Groups::from_labels(&labels);
                let flags = |name: &str| labels.iter().map(|label| *label == name).collect::<Vec<_>>();
                let sides = Sides::new(&flags("care"), &flags("disability"));
                let reports = pairs.iter().map(|&(a, b)| (to[a as usize], to[b as usize]));
                let ask = Ask { groups: Some(&groups), sides: Some(&sides), betweenness: true, ..Ask::default() };
                let mut figures = WaveFigures::of(&Reports::new(vec![true; 15], reports), ask).figures.either;
                figures.blocks.sort_by_key(|block| block.ties);
                told(&figures, to)
            };
            for (here, there) in figures(&same).iter().zip(figures(&to)) {
                prop_assert!((here - there).abs() < 1e-9, "{here} {there}");
            }
        }
    }
}
