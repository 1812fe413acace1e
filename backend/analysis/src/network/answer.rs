//! Figures of any network in the shape `hoshizu network --json` prints, so that others can check them.

use super::{Figures, Graph, Groups, figures::Ask};
use serde::Serialize;

/// The answer. Nodes are named as in the file.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Answer {
    /// Nodes.
    pub nodes: usize,
    /// Ties, undirected and folded.
    pub edges: usize,
    /// Ties ÷ pairs.
    pub density: f64,
    /// Number of components, nodes without ties counted.
    pub components: usize,
    /// Nodes whose loss leaves more components.
    pub articulation_points: Vec<String>,
    /// Ties whose loss leaves more components.
    pub bridges: Vec<[String; 2]>,
    /// Freeman's, 0 to 1.
    pub degree_centralization: f64,
    /// Gini coefficient of the degrees.
    pub gini_degree: f64,
    /// Newman's by group; `null` without groups or where it has no meaning.
    pub assortativity: Option<f64>,
    /// E–I index by group; `null` without groups or ties.
    pub ei_index: Option<f64>,
    /// Leiden communities.
    pub communities: CommunityAnswer,
    /// Each node.
    pub per_node: Vec<NodeAnswer>,
}

/// Communities in short.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct CommunityAnswer {
    /// Modularity.
    pub q: f64,
    /// How many.
    pub count: usize,
}

/// One node.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct NodeAnswer {
    /// Its name in the file.
    pub id: String,
    /// Partners.
    pub degree: usize,
    /// Pairs it lies between, not divided by the number of pairs.
    pub betweenness: f64,
    /// Burt's constraint; `null` for a node without ties.
    pub constraint: Option<f64>,
    /// Core number.
    pub core: usize,
}

impl Answer {
    /// Works out the figures of a graph.
    pub fn of(graph: &Graph, ids: &[String], groups: Option<&Groups>) -> Self {
        let figures = Figures::of(graph, Ask { groups, betweenness: true, ..Ask::default() });
        Self::from_figures(&figures, ids)
    }

    /// The shape of figures that are known. `ids` has one name a node.
    pub fn from_figures(figures: &Figures, ids: &[String]) -> Self {
        let id = |v: u32| ids[v as usize].clone();
        Self {
            nodes: figures.nodes,
            edges: figures.ties,
            density: figures.density,
            components: figures.components,
            articulation_points: figures.cuts.articulation_points.iter().map(|v| id(*v)).collect(),
            bridges: figures.cuts.bridges.iter().map(|&(a, b)| [id(a), id(b)]).collect(),
            degree_centralization: figures.degree_centralization,
            gini_degree: figures.gini_degree,
            assortativity: figures.assortativity,
            ei_index: figures.external.and_then(|external| external.index),
            communities: CommunityAnswer { q: figures.communities.q, count: figures.communities.count },
            per_node: (0..figures.nodes)
                .map(|v| NodeAnswer {
                    id: ids[v].clone(),
                    degree: figures.degree[v],
                    betweenness: figures.betweenness.get(v).copied().unwrap_or_default(),
                    constraint: figures.constraint[v],
                    core: figures.core[v],
                })
                .collect(),
        }
    }
}
