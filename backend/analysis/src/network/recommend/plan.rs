//! The introduction plan of a council: which pairs to introduce, or whom to invite to one meeting, so that two systems
//! come closest. Chosen one by one, each the best at its turn, with what each brings.
//!
//! The best set of several introductions cannot be found in reasonable time (Meyerson and Tagiku 2009); choosing one by
//! one is the usual approximation, checked against the best set on small graphs in the tests. The first step is exact:
//! every pair is tried where there are at most 4,000, else those between the best-placed offices.

use super::reach::Reach;
use crate::network::{
    Graph,
    metrics::intermediary::{Hanging, Sides, hanging},
};
use rayon::prelude::*;
use serde::{Deserialize, Serialize};

/// Offices of a network that is planned for: steps between all of them are kept, two bytes each.
pub const MOST_OFFICES: usize = 3_000;
/// Pairs tried for one introduction.
const MOST_PAIRS: usize = 4_000;
/// Offices tried for one seat.
const MOST_GUESTS: usize = 120;

/// What a plan is to better.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Objective {
    /// Mean steps between the offices of the two systems.
    MeanDistance,
    /// Pairs of the network as it stands that hang on one office: how many still do.
    SoleIntermediaries,
}

/// Why no plan was made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum PlanError {
    /// Too many offices.
    #[error("{nodes} offices: plans are made for at most {MOST_OFFICES}; choose an area or a system first")]
    TooLarge {
        /// How many there are.
        nodes: usize,
    },
}

/// One step of a plan.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Step {
    /// Two offices to introduce to each other, or who joins the meeting: two at first, then one at a time.
    pub offices: Vec<u32>,
    /// By how much the value falls.
    pub gain: f64,
    /// The value after it.
    pub value: f64,
}

/// A plan: it ends early where nothing more can be gained.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Plan {
    /// The value as things stand.
    pub before: f64,
    /// Its steps.
    pub steps: Vec<Step>,
}

/// At most `budget` introductions across the two sides. `allowed` says which pairs may be introduced at all (within
/// reach, willing).
///
/// # Errors
/// [`PlanError::TooLarge`].
pub fn introductions(
    graph: &Graph,
    sides: &Sides,
    objective: Objective,
    budget: usize,
    allowed: impl Fn(u32, u32) -> bool + Sync,
) -> Result<Plan, PlanError> {
    let mut state = State::new(graph, sides, objective)?;
    let before = state.value();
    let mut steps = Vec::new();
    while steps.len() < budget {
        let Some((a, b)) = state.best_pair(sides, &allowed) else { break };
        steps.push(state.step(&[(a, b)], vec![a, b]));
    }
    Ok(Plan { before, steps })
}

/// One meeting of at most `seats` guests, at which everyone of one side meets everyone of the other.
///
/// # Errors
/// [`PlanError::TooLarge`].
pub fn meeting(
    graph: &Graph,
    sides: &Sides,
    objective: Objective,
    seats: usize,
    allowed: impl Fn(u32, u32) -> bool + Sync,
) -> Result<Plan, PlanError> {
    let mut state = State::new(graph, sides, objective)?;
    let mut plan = Plan { before: state.value(), steps: Vec::new() };
    if seats < 2 {
        return Ok(plan);
    }
    let Some((a, b)) = state.best_pair(sides, &allowed) else { return Ok(plan) };
    plan.steps.push(state.step(&[(a, b)], vec![a, b]));
    let mut guests = vec![a, b];
    while guests.len() < seats {
        let Some((guest, ties)) = state.best_guest(sides, &guests, &allowed) else { break };
        plan.steps.push(state.step(&ties, vec![guest]));
        guests.push(guest);
    }
    Ok(plan)
}

/// The network as it would be after the steps so far.
#[derive(Clone)]
struct State {
    graph: Graph,
    measure: Measure,
}

#[derive(Clone)]
enum Measure {
    Distance(Reach),
    Hanging(Vec<Hanging>),
}

impl State {
    fn new(graph: &Graph, sides: &Sides, objective: Objective) -> Result<Self, PlanError> {
        if graph.nodes() > MOST_OFFICES {
            return Err(PlanError::TooLarge { nodes: graph.nodes() });
        }
        let measure = match objective {
            Objective::MeanDistance => Measure::Distance(Reach::of(graph, sides)),
            Objective::SoleIntermediaries => Measure::Hanging(hanging(graph, sides)),
        };
        Ok(Self { graph: graph.clone(), measure })
    }

    fn value(&self) -> f64 {
        match &self.measure {
            Measure::Distance(reach) => reach.mean().unwrap_or_default(),
            Measure::Hanging(pairs) => pairs.len() as f64,
        }
    }

    /// What a tie would bring, in whole steps or pairs.
    fn gain(&self, a: u32, b: u32) -> u64 {
        match &self.measure {
            Measure::Distance(reach) => reach.gain(a, b),
            Measure::Hanging(pairs) => pairs.iter().filter(|pair| self.frees(a, b, pair)).count() as u64,
        }
    }

    /// Whether a tie between `a` and `b` joins a hanging pair or gives it a second common partner. It cannot be the one
    /// they have: that one is tied with both already.
    fn frees(&self, a: u32, b: u32, pair: &Hanging) -> bool {
        let through = |end: u32, other: u32| {
            (end == a && (other == b || self.graph.has(b, other)))
                || (end == b && (other == a || self.graph.has(a, other)))
        };
        through(pair.first, pair.second) || through(pair.second, pair.first)
    }

    fn tie(&mut self, a: u32, b: u32) {
        let freed = |state: &Self, pair: &Hanging| state.frees(a, b, pair);
        let left = match &self.measure {
            Measure::Distance(_) => None,
            Measure::Hanging(pairs) => {
                Some(pairs.iter().filter(|pair| !freed(self, pair)).copied().collect())
            }
        };
        match &mut self.measure {
            Measure::Distance(reach) => reach.tie(a, b),
            Measure::Hanging(pairs) => *pairs = left.unwrap_or_default(),
        }
        self.graph = Graph::new(self.graph.nodes(), self.graph.pairs().chain([(a, b)]));
    }

    fn step(&mut self, ties: &[(u32, u32)], offices: Vec<u32>) -> Step {
        let before = self.value();
        for &(a, b) in ties {
            self.tie(a, b);
        }
        Step { offices, gain: before - self.value(), value: self.value() }
    }

    /// The pair that brings most, the first of several as good; `None` where nothing brings anything.
    fn best_pair(&self, sides: &Sides, allowed: &(impl Fn(u32, u32) -> bool + Sync)) -> Option<(u32, u32)> {
        let pairs = self.pairs(sides, allowed);
        let gains: Vec<u64> = pairs.par_iter().map(|&(a, b)| self.gain(a, b)).collect();
        best(&gains).map(|at| pairs[at])
    }

    /// Pairs to try: all where they are few, else those whose offices are nearest to the side they lead to.
    fn pairs(&self, sides: &Sides, allowed: &(impl Fn(u32, u32) -> bool + Sync)) -> Vec<(u32, u32)> {
        let (first, second) = (sides.first(), sides.second());
        let across = first.iter().flat_map(|&a| second.iter().map(move |&b| (a, b)));
        let mut pairs: Vec<(u32, u32)> =
            across.filter(|&(a, b)| !self.graph.has(a, b) && allowed(a, b)).collect();
        if pairs.len() > MOST_PAIRS {
            let promise = self.promise();
            pairs.sort_by_key(|&(a, b)| (promise[a as usize] + promise[b as usize], a, b));
            pairs.truncate(MOST_PAIRS);
        }
        pairs
    }

    /// Smaller for offices a tie of which is likely to bring much.
    fn promise(&self) -> Vec<u64> {
        match &self.measure {
            // Near to its own side: what a new tie brings reaches many at once.
            Measure::Distance(reach) => {
                self.graph.all().map(|v| reach.to_first(v).min(reach.to_second(v))).collect()
            }
            Measure::Hanging(pairs) => {
                let mut promise = vec![pairs.len() as u64; self.graph.nodes()];
                for pair in pairs {
                    promise[pair.first as usize] -= 1;
                    promise[pair.second as usize] -= 1;
                }
                promise
            }
        }
    }

    /// The guest who brings most, with the ties the meeting would give it.
    fn best_guest(
        &self,
        sides: &Sides,
        guests: &[u32],
        allowed: &(impl Fn(u32, u32) -> bool + Sync),
    ) -> Option<(u32, Vec<(u32, u32)>)> {
        let ties = |guest: u32| -> Vec<(u32, u32)> {
            let meets = |g: u32| {
                sides.face(g, guest) && !self.graph.has(g, guest) && (allowed(g, guest) || allowed(guest, g))
            };
            guests.iter().copied().filter(|g| meets(*g)).map(|g| (g, guest)).collect()
        };
        let promise = self.promise();
        let mut candidates: Vec<(u32, Vec<(u32, u32)>)> = self
            .graph
            .all()
            .filter(|v| !guests.contains(v))
            .map(|v| (v, ties(v)))
            .filter(|(_, ties)| !ties.is_empty())
            .collect();
        candidates.sort_by_key(|(v, _)| (promise[*v as usize], *v));
        candidates.truncate(MOST_GUESTS);
        let gains: Vec<u64> = candidates
            .par_iter()
            .map(|(_, ties)| {
                let mut after = self.clone();
                ties.iter()
                    .map(|&(a, b)| {
                        let gain = after.gain(a, b);
                        after.tie(a, b);
                        gain
                    })
                    .sum()
            })
            .collect();
        best(&gains).map(|at| candidates.swap_remove(at))
    }
}

fn best(gains: &[u64]) -> Option<usize> {
    let most = gains.iter().copied().max().filter(|gain| *gain > 0)?;
    gains.iter().position(|gain| *gain == most)
}

#[cfg(test)]
mod tests;
