//! The Leiden algorithm (Traag, Waltman, van Eck 2019) for modularity: move single nodes, refine each community from
//! within, join what was refined to one node, and again; until a whole pass gains nothing. Refinement takes the best join
//! among well-connected ones, as `leidenalg` does; the order of nodes is drawn by lot from a seed.

use super::modularity;
use crate::network::{Graph, random::Random};

/// Passes over the whole; two or three settle.
const PASSES: usize = 12;
/// What counts as better: above the rounding of sums.
const GAIN: f64 = 1e-12;

/// A run of the algorithm, pass by pass.
pub struct Search<'a> {
    graph: &'a Graph,
    whole: &'a Level,
    random: Random,
    /// The division so far; communities are numbered densely, in no order.
    pub of: Vec<u32>,
    /// Its modularity.
    pub q: f64,
    passes: usize,
}

impl<'a> Search<'a> {
    /// From a division, or from every node by itself. `whole` is the graph as [`Level::of`] makes it.
    pub fn new(graph: &'a Graph, whole: &'a Level, from: Option<&[u32]>, seed: u64) -> Self {
        let of = from.map_or_else(|| graph.all().collect(), |from| dense(from).0);
        Self { graph, whole, random: Random::new(seed), q: modularity(graph, &of), of, passes: PASSES }
    }

    /// Goes on for so many passes, or until one gains nothing.
    pub fn advance(&mut self, passes: usize) {
        for _ in 0..passes.min(self.passes) {
            self.passes -= 1;
            let next = pass(self.whole, &self.of, &mut self.random);
            let q = modularity(self.graph, &next);
            if q <= self.q + GAIN {
                self.passes = 0;
                return;
            }
            (self.of, self.q) = (next, q);
        }
    }

    /// Goes on until a pass gains nothing.
    pub fn settle(&mut self) {
        self.advance(PASSES);
    }
}

fn pass(whole: &Level, from: &[u32], random: &mut Random) -> Vec<u32> {
    let mut level = whole.clone();
    let mut of = from.to_vec();
    // The node of the level that each node of the graph has become part of.
    let mut at: Vec<u32> = (0..whole.nodes() as u32).collect();
    loop {
        level.move_nodes(&mut of, random);
        let (refined, parts) = dense(&level.refine(&of, random));
        if parts == level.nodes() {
            return dense(&at.iter().map(|v| of[*v as usize]).collect::<Vec<_>>()).0;
        }
        let mut joined = vec![0; parts];
        for (v, part) in refined.iter().enumerate() {
            joined[*part as usize] = of[v];
        }
        for v in &mut at {
            *v = refined[*v as usize];
        }
        level = level.joined(&refined, parts);
        of = dense(&joined).0;
    }
}

/// The same division numbered from 0 without gaps, and how many communities there are. Numbers are looked up in a table
/// as long as the greatest of them.
pub fn dense(of: &[u32]) -> (Vec<u32>, usize) {
    const UNNAMED: u32 = u32::MAX;
    let mut names = vec![UNNAMED; of.iter().max().map_or(0, |last| *last as usize + 1)];
    let mut count = 0;
    let of = of
        .iter()
        .map(|community| {
            let name = &mut names[*community as usize];
            if *name == UNNAMED {
                *name = count;
                count += 1;
            }
            *name
        })
        .collect();
    (of, count as usize)
}

/// A graph with weights whose nodes may stand for many.
#[derive(Clone)]
pub struct Level {
    starts: Vec<usize>,
    ends: Vec<(u32, f64)>,
    /// Tie ends of each node, those within it counted.
    strength: Vec<f64>,
    /// Tie ends of all nodes.
    all: f64,
}

impl Level {
    /// The graph itself: every tie weighs one.
    pub fn of(graph: &Graph) -> Self {
        let mut starts = vec![0];
        let mut ends = Vec::with_capacity(graph.rows().entries());
        for v in graph.all() {
            ends.extend(graph.of(v).iter().map(|w| (*w, 1.0)));
            starts.push(ends.len());
        }
        let strength = graph.all().map(|v| graph.degree(v) as f64).collect();
        Self { starts, ends, strength, all: graph.rows().entries() as f64 }
    }

    fn nodes(&self) -> usize {
        self.strength.len()
    }

    fn ties(&self, v: usize) -> &[(u32, f64)] {
        &self.ends[self.starts[v]..self.starts[v + 1]]
    }

    fn in_random_order(&self, random: &mut Random) -> Vec<u32> {
        let mut order: Vec<u32> = (0..self.nodes() as u32).collect();
        random.shuffle(&mut order);
        order
    }

    /// Moves nodes to the community where they add most, until none wants to move. Neighbours of who moved are asked again.
    fn move_nodes(&self, of: &mut [u32], random: &mut Random) {
        let mut held = vec![0.0; self.nodes()];
        let mut size = vec![0_u32; self.nodes()];
        for (v, community) in of.iter().enumerate() {
            held[*community as usize] += self.strength[v];
            size[*community as usize] += 1;
        }
        let mut empty: Vec<u32> = (0..self.nodes() as u32).filter(|c| size[*c as usize] == 0).collect();
        let mut queue: std::collections::VecDeque<u32> = self.in_random_order(random).into();
        let mut waiting = vec![true; self.nodes()];
        let mut near = Near::new(self.nodes());
        while let Some(v) = queue.pop_front() {
            let v = v as usize;
            waiting[v] = false;
            let (own, strength) = (of[v], self.strength[v]);
            near.gather(self.ties(v), |w| Some(of[w as usize]));
            held[own as usize] -= strength;
            let by_lot = strength / self.all;
            let worth = |community: u32| near.to(community) - by_lot * held[community as usize];
            let stay = worth(own);
            let mut best = (own, stay);
            for &community in near.met() {
                let worth = worth(community);
                if worth > best.1 + GAIN {
                    best = (community, worth);
                }
            }
            // Alone is worth nothing, which may be better than what there is.
            if best.1 < -GAIN
                && let Some(&alone) = empty.last()
            {
                best = (alone, 0.0);
            }
            let (to, _) = best;
            held[to as usize] += strength;
            if to == own {
                continue;
            }
            if size[to as usize] == 0 {
                empty.retain(|c| *c != to);
            }
            size[own as usize] -= 1;
            size[to as usize] += 1;
            if size[own as usize] == 0 {
                empty.push(own);
            }
            of[v] = to;
            for &(w, _) in self.ties(v) {
                if of[w as usize] != to && !std::mem::replace(&mut waiting[w as usize], true) {
                    queue.push_back(w);
                }
            }
        }
    }

    /// Divides each community anew from single nodes, joining only what is well connected within it.
    fn refine(&self, of: &[u32], random: &mut Random) -> Vec<u32> {
        let mut whole = vec![0.0; self.nodes()];
        for (v, community) in of.iter().enumerate() {
            whole[*community as usize] += self.strength[v];
        }
        let mut part: Vec<u32> = (0..self.nodes() as u32).collect();
        let mut held = self.strength.clone();
        let mut alone = vec![true; self.nodes()];
        // Ties of each part to the rest of its community.
        let mut out: Vec<f64> = (0..self.nodes())
            .map(|v| {
                let within = self.ties(v).iter().filter(|(w, _)| of[*w as usize] == of[v]);
                within.map(|(_, weight)| weight).sum()
            })
            .collect();
        let mut near = Near::new(self.nodes());
        for v in self.in_random_order(random) {
            let v = v as usize;
            let rest = whole[of[v] as usize];
            let is_well_connected = |out: f64, held: f64| out + GAIN >= held * (rest - held) / self.all;
            if !alone[v] || !is_well_connected(out[v], self.strength[v]) {
                continue;
            }
            near.gather(self.ties(v), |w| (of[w as usize] == of[v]).then_some(part[w as usize]));
            let by_lot = self.strength[v] / self.all;
            let mut best = (part[v], 0.0);
            for &other in near.met() {
                let at = other as usize;
                let worth = near.to(other) - by_lot * held[at];
                if other != part[v] && worth > best.1 + GAIN && is_well_connected(out[at], held[at]) {
                    best = (other, worth);
                }
            }
            let to = best.0 as usize;
            if to == part[v] as usize {
                continue;
            }
            held[to] += self.strength[v];
            out[to] += out[v] - 2.0 * near.to(best.0);
            // Whoever was joined is alone no longer: a part that others have come to stays where it is.
            alone[to] = false;
            alone[v] = false;
            part[v] = best.0;
        }
        part
    }

    /// The graph whose nodes are parts.
    fn joined(&self, part: &[u32], parts: usize) -> Self {
        let mut members: Vec<Vec<u32>> = vec![Vec::new(); parts];
        let mut strength = vec![0.0; parts];
        for (v, at) in part.iter().enumerate() {
            members[*at as usize].push(v as u32);
            strength[*at as usize] += self.strength[v];
        }
        let (mut starts, mut ends) = (vec![0], Vec::new());
        let mut near = Near::new(parts);
        for (own, members) in members.iter().enumerate() {
            let ties = members.iter().flat_map(|v| self.ties(*v as usize));
            near.gather(ties, |w| Some(part[w as usize]).filter(|at| *at as usize != own));
            ends.extend(near.met().iter().map(|at| (*at, near.to(*at))));
            starts.push(ends.len());
        }
        Self { starts, ends, strength, all: self.all }
    }
}

/// Weight of ties to each community around a node.
struct Near {
    weight: Vec<f64>,
    met: Vec<u32>,
}

impl Near {
    fn new(communities: usize) -> Self {
        Self { weight: vec![0.0; communities], met: Vec::new() }
    }

    fn gather<'t>(
        &mut self,
        ties: impl IntoIterator<Item = &'t (u32, f64)>,
        community: impl Fn(u32) -> Option<u32>,
    ) {
        for at in self.met.drain(..) {
            self.weight[at as usize] = 0.0;
        }
        for &(w, weight) in ties {
            let Some(at) = community(w) else { continue };
            if self.weight[at as usize] == 0.0 {
                self.met.push(at);
            }
            self.weight[at as usize] += weight;
        }
    }

    fn to(&self, community: u32) -> f64 {
        self.weight[community as usize]
    }

    /// Communities in the order they were met.
    fn met(&self) -> &[u32] {
        &self.met
    }
}
