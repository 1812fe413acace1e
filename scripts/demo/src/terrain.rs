//! Land, height and running water, cell by cell.

use crate::{
    design::{self, Km},
    grid::{self, CELL, HEIGHT, WIDTH},
    random::{Noise, Random},
};

/// What the ground is like in each cell.
pub struct Terrain {
    /// Whether the cell is land.
    pub land: Vec<bool>,
    /// Whether the cell belongs to the inhabited island.
    pub island: Vec<bool>,
    /// Height in metres; 0 in the sea.
    pub height: Vec<f64>,
    /// Distance from the sea in kilometres.
    pub inland: Vec<f64>,
    /// Distance from the nearest river in kilometres.
    pub river: Vec<f64>,
    /// The rivers as they wind: name, rank, line ending in the sea.
    pub rivers: Vec<(&'static str, u8, Vec<Km>)>,
}

impl Terrain {
    /// Raises the land of one seed.
    pub fn new(seed: u64) -> Self {
        let mut random = Random::new(seed, "terrain");
        let warp = (Noise(random.bits()), Noise(random.bits()));
        let mut land = vec![false; WIDTH * HEIGHT];
        let mut island = land.clone();
        for cell in 0..land.len() {
            let (x, y) = grid::middle(cell);
            let moved = |noise: Noise| {
                3.4 * noise.fractal(x / 9.0, y / 9.0, 5) + 1.7 * noise.fractal(x / 3.1, y / 3.1, 4)
            };
            let point = (x + moved(warp.0), y + moved(warp.1));
            island[cell] = grid::inside(point, design::ISLAND);
            land[cell] = island[cell]
                || grid::inside(point, design::MAINLAND)
                || design::ISLETS.iter().any(|(middle, radius)| grid::distance(point, *middle) < *radius);
        }
        settle(&mut land);
        for cell in 0..land.len() {
            island[cell] &= land[cell];
        }
        let from_sea = distance_inland(&land);
        let rivers = rivers(&mut random);
        let river = river_distance(&land, &rivers);
        let height = heights(&land, &from_sea, &river, Noise(random.bits()));
        Self { land, island, height, inland: from_sea, river, rivers }
    }

    /// The land cell nearest to a point that stands at least `from_sea` kilometres inland.
    pub fn snap(&self, point: Km, from_sea: f64) -> usize {
        let start = grid::cell(point);
        let fits = |cell: usize| self.land[cell] && self.inland[cell] >= from_sea;
        if fits(start) {
            return start;
        }
        (0..self.land.len())
            .filter(|cell| fits(*cell))
            .min_by(|a, b| {
                let far = |cell: usize| grid::distance(grid::middle(cell), point);
                far(*a).total_cmp(&far(*b)).then(a.cmp(b))
            })
            .unwrap_or(start)
    }
}

/// Fills ponds, drops crumbs, and removes cells that touch only by a corner, which have no clear outline.
fn settle(land: &mut [bool]) {
    let mut sea = vec![false; land.len()];
    let mut open = vec![0];
    sea[0] = true;
    while let Some(cell) = open.pop() {
        for next in grid::beside(cell) {
            if !land[next] && !sea[next] {
                sea[next] = true;
                open.push(next);
            }
        }
    }
    for (is_land, is_sea) in land.iter_mut().zip(&sea) {
        *is_land = !*is_sea;
    }
    let mut seen = vec![false; land.len()];
    for first in 0..land.len() {
        if !land[first] || seen[first] {
            continue;
        }
        let mut patch = vec![first];
        seen[first] = true;
        let mut at = 0;
        while at < patch.len() {
            for next in grid::beside(patch[at]).filter(|next| land[*next]) {
                if !seen[next] {
                    seen[next] = true;
                    patch.push(next);
                }
            }
            at += 1;
        }
        if patch.len() < 9 {
            for cell in patch {
                land[cell] = false;
            }
        }
    }
}

fn distance_inland(land: &[bool]) -> Vec<f64> {
    let shore: Vec<usize> = (0..land.len())
        .filter(|cell| !land[*cell] && grid::around(*cell).any(|(next, _)| land[next]))
        .collect();
    let reach = grid::reach(&shore, None, |_, cell| land[cell].then_some(1.0));
    reach.cost.into_iter().zip(land).map(|(cost, land)| if *land { cost } else { 0.0 }).collect()
}

/// Splits each piece of a line again and again, moving the new point sideways by chance.
fn wind(line: &[Km], random: &mut Random) -> Vec<Km> {
    let mut line = line.to_vec();
    for _ in 0..5 {
        let mut finer = vec![line[0]];
        for pair in line.windows(2) {
            let ((ax, ay), (bx, by)) = (pair[0], pair[1]);
            let aside = 0.16 * random.signed();
            finer
                .push((f64::midpoint(ax, bx) - (by - ay) * aside, f64::midpoint(ay, by) + (bx - ax) * aside));
            finer.push((bx, by));
        }
        line = finer;
    }
    line
}

fn rivers(random: &mut Random) -> Vec<(&'static str, u8, Vec<Km>)> {
    design::RIVERS.iter().map(|(name, rank, line)| (*name, *rank, wind(line, random))).collect()
}

fn river_distance(land: &[bool], rivers: &[(&'static str, u8, Vec<Km>)]) -> Vec<f64> {
    let mut starts: Vec<usize> = rivers
        .iter()
        .flat_map(|(_, _, line)| line.windows(2))
        .flat_map(|pair| {
            let steps = (grid::distance(pair[0], pair[1]) / (CELL / 2.0)).ceil().max(1.0) as usize;
            (0..=steps).map(move |step| {
                let t = step as f64 / steps as f64;
                grid::cell((pair[0].0 + (pair[1].0 - pair[0].0) * t, pair[0].1 + (pair[1].1 - pair[0].1) * t))
            })
        })
        .filter(|cell| land[*cell])
        .collect();
    starts.sort_unstable();
    starts.dedup();
    grid::reach(&starts, None, |_, cell| land[cell].then_some(1.0)).cost
}

fn heights(land: &[bool], inland: &[f64], river: &[f64], noise: Noise) -> Vec<f64> {
    (0..land.len())
        .map(|cell| {
            if !land[cell] {
                return 0.0;
            }
            let (x, y) = grid::middle(cell);
            let ridge = design::RIDGES
                .iter()
                .map(|(line, height, width)| {
                    let far = grid::distance_to_line((x, y), line) / width;
                    height / (1.0 + far * far) / (1.0 + far * far * 0.35)
                })
                .fold(0.0, f64::max);
            // Spurs and side valleys: ridges of the noise, which eat into the great ridges.
            let rough = noise.fractal(x / 6.0, y / 6.0, 5);
            let spur = 1.0 - 2.4 * Noise(noise.0 ^ 1).fractal(x / 3.4, y / 3.4, 4).abs();
            let shore = (inland[cell] / 3.5).min(1.0);
            let valley = (river[cell] / 1.6).min(1.0) * 0.72 + 0.28;
            ((ridge * (0.62 + 0.5 * rough + 0.42 * spur) + 24.0 * (rough + 0.7)) * shore * valley).max(1.0)
        })
        .collect()
}
