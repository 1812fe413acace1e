//! The floating catchment family: how much supply reaches each point, shared with everybody else it reaches.
//!
//! Each supplier j has a ratio Rⱼ = Sⱼ / Σᵢ wᵢⱼ·Pᵢ over the points i of its catchment, each point the sum
//! Aᵢ = Σⱼ wᵢⱼ·Rⱼ over the suppliers of its own. The weights w tell the methods apart ([`Decay`]); in the three-step
//! method people also choose among suppliers, and w is weighed by Gᵢⱼ = wᵢⱼ / Σⱼ wᵢⱼ. Nothing reachable is 0. A supplier
//! that reaches nobody has the ratio 0, so Σ A·P = Σ S over the suppliers that reach somebody.

use super::pairs::Pairs;
use rayon::prelude::*;
use std::sync::atomic::{AtomicBool, Ordering};

/// How the weight of a pair falls with its distance.
#[derive(Debug, Clone, PartialEq)]
pub enum Decay {
    /// The weight of the first step that is not shorter than the distance: (kilometres, weight), rising; 0 beyond.
    Steps(Vec<(f64, f64)>),
    /// exp(−d² / 2σ²) up to a limit, 0 beyond.
    Gaussian {
        /// σ, kilometres.
        sigma: f64,
        /// Kilometres.
        limit: f64,
    },
}

impl Decay {
    /// Weight at a distance in kilometres, 0 to 1.
    pub fn weight(&self, km: f64) -> f64 {
        match self {
            Self::Steps(steps) => steps.iter().find(|(to, _)| km <= *to).map_or(0.0, |(_, weight)| *weight),
            Self::Gaussian { sigma, limit } if km <= *limit => (-(km * km) / (2.0 * sigma * sigma)).exp(),
            Self::Gaussian { .. } => 0.0,
        }
    }

    /// The distance beyond which the weight is 0, kilometres.
    pub fn limit(&self) -> f64 {
        match self {
            Self::Steps(steps) => steps.last().map_or(0.0, |(to, _)| *to),
            Self::Gaussian { limit, .. } => *limit,
        }
    }
}

/// A method of the family.
#[derive(Debug, Clone, PartialEq)]
pub struct Method {
    /// Weights of distances.
    pub decay: Decay,
    /// Whether people choose among the suppliers they reach (three-step).
    pub choice: bool,
}

/// Accessibility by each method at each demand point that is wanted (all without `wanted`), for N groups of people at
/// once: `supply` per person of the group. `people` and `supply` go by the numbers of `pairs`.
pub fn access<const N: usize>(
    pairs: &impl Pairs,
    people: &[[f64; N]],
    supply: &[f64],
    methods: &[Method],
    wanted: Option<&[u32]>,
) -> Vec<Vec<[f64; N]>> {
    let all: Vec<u32>;
    let wanted = if let Some(wanted) = wanted {
        wanted
    } else {
        all = (0..pairs.demand_len() as u32).collect();
        &all
    };
    let work = Work { pairs, people, supply, methods, limit: limit(methods) };
    let suppliers = work.suppliers_of(wanted);
    let chosen = work.chosen(&suppliers, wanted);
    let ratios = work.ratios(&suppliers, &chosen);
    work.sums(wanted, &chosen, &ratios)
}

fn limit(methods: &[Method]) -> f64 {
    methods.iter().map(|method| method.decay.limit()).fold(0.0, f64::max)
}

struct Work<'a, P, const N: usize> {
    pairs: &'a P,
    people: &'a [[f64; N]],
    supply: &'a [f64],
    methods: &'a [Method],
    limit: f64,
}

/// Σⱼ wᵢⱼ of each demand point by method; only of methods with choice, and of the points asked for.
type Chosen = Vec<Vec<f64>>;

impl<P: Pairs, const N: usize> Work<'_, P, N> {
    /// The suppliers within reach of the points.
    fn suppliers_of(&self, points: &[u32]) -> Vec<u32> {
        if points.len() == self.pairs.demand_len() {
            return (0..self.pairs.supply_len() as u32).collect();
        }
        reached(points, self.pairs.supply_len(), |point, found| {
            self.pairs.suppliers(point, self.limit, found);
        })
    }

    fn chosen(&self, suppliers: &[u32], wanted: &[u32]) -> Chosen {
        let mut chosen = vec![Vec::new(); self.methods.len()];
        if !self.methods.iter().any(|method| method.choice) {
            return chosen;
        }
        // Whoever shares a supplier with a wanted point also chooses among suppliers the wanted points cannot reach.
        let points = if wanted.len() == self.pairs.demand_len() {
            wanted.to_vec()
        } else {
            reached(suppliers, self.pairs.demand_len(), |j, found| {
                self.pairs.demand(j, self.limit, found);
            })
        };
        for (sums, method) in chosen.iter_mut().zip(self.methods).filter(|(_, method)| method.choice) {
            let limit = method.decay.limit();
            let found: Vec<f64> = points
                .par_iter()
                .map_init(Vec::new, |near: &mut Vec<(u32, f64)>, point| {
                    near.clear();
                    self.pairs.suppliers(*point, limit, near);
                    near.iter().map(|(_, km)| method.decay.weight(*km)).sum()
                })
                .collect();
            *sums = vec![0.0; self.pairs.demand_len()];
            for (point, sum) in points.iter().zip(found) {
                sums[*point as usize] = sum;
            }
        }
        chosen
    }

    /// wᵢⱼ, weighed by the choice where the method has one.
    fn weight(&self, method: usize, chosen: &Chosen, point: u32, km: f64) -> f64 {
        let weight = self.methods[method].decay.weight(km);
        match chosen[method].get(point as usize) {
            Some(sum) if *sum > 0.0 => weight * weight / sum,
            _ => weight,
        }
    }

    /// Rⱼ of each supplier by method, 0 for those not asked for.
    fn ratios(&self, suppliers: &[u32], chosen: &Chosen) -> Vec<Vec<[f64; N]>> {
        let found: Vec<Vec<[f64; N]>> = suppliers
            .par_iter()
            .map_init(Vec::new, |near: &mut Vec<(u32, f64)>, supplier| {
                near.clear();
                self.pairs.demand(*supplier, self.limit, near);
                let amount = self.supply[*supplier as usize];
                let ratio = |method| {
                    let mut demand = [0.0; N];
                    for (point, km) in near.iter() {
                        let weight = self.weight(method, chosen, *point, *km);
                        add(&mut demand, weight, &self.people[*point as usize]);
                    }
                    demand.map(|demand| if demand > 0.0 { amount / demand } else { 0.0 })
                };
                (0..self.methods.len()).map(ratio).collect()
            })
            .collect();
        let mut ratios = vec![vec![[0.0; N]; self.pairs.supply_len()]; self.methods.len()];
        for (supplier, by_method) in suppliers.iter().zip(found) {
            for (method, ratio) in by_method.into_iter().enumerate() {
                ratios[method][*supplier as usize] = ratio;
            }
        }
        ratios
    }

    fn sums(&self, wanted: &[u32], chosen: &Chosen, ratios: &[Vec<[f64; N]>]) -> Vec<Vec<[f64; N]>> {
        let found: Vec<Vec<[f64; N]>> = wanted
            .par_iter()
            .map_init(Vec::new, |near: &mut Vec<(u32, f64)>, point| {
                near.clear();
                self.pairs.suppliers(*point, self.limit, near);
                let sum = |method: usize| {
                    let mut sum = [0.0; N];
                    for (supplier, km) in near.iter() {
                        let weight = self.weight(method, chosen, *point, *km);
                        add(&mut sum, weight, &ratios[method][*supplier as usize]);
                    }
                    sum
                };
                (0..self.methods.len()).map(sum).collect()
            })
            .collect();
        (0..self.methods.len()).map(|method| found.iter().map(|sums| sums[method]).collect()).collect()
    }
}

/// What any of the numbers reaches, rising.
fn reached(numbers: &[u32], of: usize, reach: impl Fn(u32, &mut Vec<(u32, f64)>) + Sync) -> Vec<u32> {
    let is_reached: Vec<AtomicBool> = (0..of).map(|_| AtomicBool::new(false)).collect();
    numbers.par_iter().for_each_init(Vec::new, |found: &mut Vec<(u32, f64)>, number| {
        found.clear();
        reach(*number, found);
        for (reached, _) in found.iter() {
            is_reached[*reached as usize].store(true, Ordering::Relaxed);
        }
    });
    (0..of as u32).filter(|number| is_reached[*number as usize].load(Ordering::Relaxed)).collect()
}

fn add<const N: usize>(sum: &mut [f64; N], weight: f64, amounts: &[f64; N]) {
    if weight > 0.0 {
        for (sum, amount) in sum.iter_mut().zip(amounts) {
            *sum += weight * amount;
        }
    }
}

#[cfg(test)]
mod tests;
