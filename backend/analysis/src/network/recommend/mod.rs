//! Whom to introduce to whom. Every entry carries its reasons as codes and numbers, for the page to put in words; none
//! is a bare score.

mod bridge;
pub mod evaluate;
mod near;
pub mod needs;
pub mod plan;
pub mod reach;

pub use bridge::bridges;
pub use near::{Weights, adamic_adar, near, scores};

use super::Graph;
use hoshizu_catalog::{position::Position, system::SystemSet};
use serde::Serialize;

/// What is known of an office.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Profile {
    /// Systems it belongs to.
    pub systems: SystemSet,
    /// Areas (圏域) it serves, any numbering.
    pub areas: Vec<u32>,
    /// Where it is.
    pub position: Option<Position>,
    /// Services it offers, a bit each.
    pub services: u128,
    /// Services its clients need and it does not offer, a bit each.
    pub needs: u128,
    /// Whom it serves, a bit each: any classes, the same for all offices.
    pub clients: u64,
    /// Whether it takes new clients, as far as somebody said so lately.
    pub accepting: Option<bool>,
}

/// Why an office is on a list.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(tag = "code", rename_all = "snake_case")]
pub enum Reason {
    /// Both work with the same offices.
    SharedPartners {
        /// With how many.
        count: usize,
        /// Σ 1 ÷ ln degree over them (Adamic and Adar 2003): few-partnered ones count for more.
        adamic_adar: f64,
        /// Those who could introduce: at most three, the ones with fewest partners first.
        partners: Vec<u32>,
    },
    /// Offices of one's kind nearby work with it.
    UsualHere {
        /// How many of them.
        tied: usize,
        /// Of how many that offer a service this office offers, within five kilometres.
        of: usize,
    },
    /// How far it is.
    Distance {
        /// Metres as the crow flies.
        metres: f64,
    },
    /// It offers what is needed.
    NeededServices {
        /// The services, a bit each.
        services: u128,
    },
    /// It said that it takes new clients.
    Accepting,
    /// It belongs to a system ours does not.
    OtherSystem {
        /// Its systems.
        systems: SystemSet,
    },
    /// Both serve an area.
    SharedArea {
        /// The first of them.
        area: u32,
    },
    /// Both serve the same people.
    SharedClients {
        /// The classes, a bit each.
        clients: u64,
    },
    /// No common partner leads to it.
    FarApart {
        /// Steps along ties; `None` where no way leads.
        steps: Option<u32>,
    },
    /// Through it others of its system come within two steps.
    OpensWay {
        /// How many.
        offices: usize,
    },
}

/// An entry of a list.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Suggestion {
    /// The office.
    pub office: u32,
    /// Why; never empty.
    pub reasons: Vec<Reason>,
}

/// Metres between two offices, where both places are known.
pub(crate) fn metres(a: &Profile, b: &Profile) -> Option<f64> {
    Some(a.position?.distance_m(b.position?))
}

/// Common partners, rising.
pub(crate) fn common(graph: &Graph, a: u32, b: u32) -> Vec<u32> {
    let (few, many) = if graph.degree(a) <= graph.degree(b) { (a, b) } else { (b, a) };
    graph.of(few).iter().copied().filter(|v| graph.has(*v, many)).collect()
}
