//! Where people live: density by cell, towns (町丁目) and what is built up.

use crate::{
    design::{CENTERS, Km},
    grid::{self, CELL},
    network::Network,
    place_names,
    random::{Noise, Random},
    region::Region,
    terrain::Terrain,
    trace::{self, Borders, NONE, Polygon},
};

/// 町丁目.
#[derive(Debug, Clone)]
pub struct Town {
    /// Name as addresses have it (`柳橋町二丁目`, `大字深沢`).
    pub name: String,
    /// The part offices are named after (`柳橋`), and its reading in hiragana.
    pub stem: String,
    /// Reading of the stem.
    pub kana: String,
    /// Index of its centre in [`CENTERS`].
    pub center: usize,
    /// Its point.
    pub at: Km,
    /// People.
    pub people: f64,
    /// Whether addresses count blocks (住居表示, 3番12号) or lots (1234番地5).
    pub blocks: bool,
}

/// Homes over the land.
pub struct Settlement {
    /// People a cell.
    pub density: Vec<f64>,
    /// All towns, by centre.
    pub towns: Vec<Town>,
}

impl Settlement {
    /// Lets people settle around the centres, near stations and along roads, on flat ground.
    pub fn new(seed: u64, terrain: &Terrain, region: &Region, network: &Network) -> Self {
        let mut random = Random::new(seed, "settlement");
        let density = density(terrain, region, network, Noise(random.bits()));
        let mut names = place_names::Namer::new(seed);
        let mut towns = Vec::new();
        for center in 0..CENTERS.len() {
            let points = town_points(center, terrain, region, &density, &mut random);
            towns.extend(points.into_iter().map(|(at, crowd)| (center, at, crowd)));
        }
        let towns = names.name_all(&towns);
        let mut settlement = Self { density, towns };
        settlement.count(region);
        settlement
    }

    /// Gives every cell's people to the nearest town of its 圏域.
    fn count(&mut self, region: &Region) {
        for cell in 0..self.density.len() {
            if self.density[cell] > 0.0 {
                let center = usize::from(region.labels[cell]);
                if let Some(town) = nearest(&self.towns, grid::middle(cell), |town| town.center == center) {
                    self.towns[town].people += self.density[cell];
                }
            }
        }
    }

    /// Built-up ground: more than 650 people a square kilometre.
    pub fn built_up(&self) -> Vec<Polygon> {
        let labels = self.density.iter().map(|people| if *people > 650.0 * CELL * CELL { 0 } else { NONE });
        patches(labels.collect(), 12, 0.05)
    }
}

/// Wooded ground: hills nobody built on.
pub fn green(terrain: &Terrain, settlement: &Settlement) -> Vec<Polygon> {
    let labels = (0..terrain.land.len()).map(|cell| {
        let wooded = terrain.land[cell]
            && terrain.height[cell] > 95.0
            && terrain.inland[cell] > 0.3
            && settlement.density[cell] < 25.0;
        if wooded { 0 } else { NONE }
    });
    patches(labels.collect(), 60, 0.08)
}

/// Outlines of a mask without its crumbs and small holes.
fn patches(mut labels: Vec<u16>, smallest: usize, tolerance: f64) -> Vec<Polygon> {
    for wanted in [0, NONE] {
        let mut seen = vec![false; labels.len()];
        for first in 0..labels.len() {
            if seen[first] || labels[first] != wanted {
                continue;
            }
            let mut patch = vec![first];
            seen[first] = true;
            let mut at = 0;
            while at < patch.len() {
                for next in grid::beside(patch[at]) {
                    if labels[next] == wanted && !seen[next] {
                        seen[next] = true;
                        patch.push(next);
                    }
                }
                at += 1;
            }
            if patch.len() < smallest {
                for cell in patch {
                    labels[cell] = if wanted == NONE { 0 } else { NONE };
                }
            }
        }
    }
    trace::uncorner(&mut labels, &[&|label| label]);
    Borders::new(&labels, tolerance).polygons(Some).remove(&0).unwrap_or_default()
}

/// Index of the nearest town that fits.
pub fn nearest(towns: &[Town], at: Km, fits: impl Fn(&Town) -> bool) -> Option<usize> {
    let mut best: Option<(f64, usize)> = None;
    for (index, town) in towns.iter().enumerate() {
        let far = grid::distance(town.at, at);
        if best.is_none_or(|(least, _)| far < least) && fits(town) {
            best = Some((far, index));
        }
    }
    best.map(|(_, index)| index)
}

fn density(terrain: &Terrain, region: &Region, network: &Network, noise: Noise) -> Vec<f64> {
    let mut people: Vec<f64> = (0..terrain.land.len())
        .map(|cell| {
            let label = region.labels[cell];
            if label == NONE || !terrain.land[cell] || terrain.inland[cell] < 0.2 {
                return 0.0;
            }
            let (x, y) = grid::middle(cell);
            let center = &CENTERS[usize::from(label)];
            let pull = |middle: Km, spread: f64| {
                let far = grid::distance((x, y), middle) / spread;
                1.0 / ((1.0 + far * far) * (1.0 + far * far))
            };
            let core = pull(center.at, center.spread);
            let station = network.stations.iter().map(|s| pull(s.at, 0.75)).fold(0.0, f64::max);
            let road = 1.0 / (1.0 + 5.0 * network.road_distance[cell] * network.road_distance[cell]);
            let steep = terrain.height[cell] / 75.0;
            let flat = 1.0 / (1.0 + steep * steep * steep);
            let patchy = 0.12 + 0.88 * ((noise.fractal(x / 1.5, y / 1.5, 3) + 0.42) / 0.7).clamp(0.0, 1.0);
            (core * (0.4 + 0.6 * road) + 0.34 * station + 0.024 * road) * flat * patchy
        })
        .collect();
    let mut sums = [0.0; CENTERS.len()];
    for (cell, share) in people.iter().enumerate().filter(|(_, share)| **share > 0.0) {
        sums[usize::from(region.labels[cell])] += share;
    }
    for (cell, share) in people.iter_mut().enumerate().filter(|(_, share)| **share > 0.0) {
        let center = usize::from(region.labels[cell]);
        *share *= CENTERS[center].people / sums[center];
        // Fewer than one person in four cells: nobody lives there.
        if *share < 0.25 {
            *share = 0.0;
        }
    }
    people
}

/// Whether a cell lies in the 圏域 with all cells around it, and away from the water: smoothing moves borders by up to
/// half a cell.
pub fn is_well_inside(center: usize, cell: usize, terrain: &Terrain, region: &Region) -> bool {
    let own = |cell: usize| usize::from(region.labels[cell]) == center;
    terrain.inland[cell] >= 0.35 && own(cell) && grid::around(cell).all(|(next, _)| own(next))
}

/// Points for the towns of one 圏域: where people are, but not too near each other; with the people of the cell.
fn town_points(
    center: usize,
    terrain: &Terrain,
    region: &Region,
    density: &[f64],
    random: &mut Random,
) -> Vec<(Km, f64)> {
    let cells: Vec<usize> = (0..density.len())
        .filter(|cell| density[*cell] > 0.0 && is_well_inside(center, *cell, terrain, region))
        .collect();
    let wanted = ((CENTERS[center].people / 900.0) as usize).clamp(9, 52);
    let weights: Vec<f64> = cells.iter().map(|cell| (density[*cell] + 0.5).sqrt()).collect();
    let mut points: Vec<(Km, f64)> = Vec::new();
    let mut apart = 2.2;
    while points.len() < wanted && apart > 0.2 {
        for _ in 0..wanted * 3 {
            let cell = cells[random.weighted(weights.iter().copied())];
            let middle = grid::middle(cell);
            let at = (middle.0 + 0.1 * random.signed(), middle.1 + 0.1 * random.signed());
            let crowd = density[cell];
            // 60 people a cell is a street of houses: towns are small there and large among fields.
            let room = apart * (0.28 + 1.0 / (1.0 + crowd / 30.0));
            if points.len() < wanted && points.iter().all(|(other, _)| grid::distance(*other, at) > room) {
                points.push((at, crowd));
            }
        }
        apart *= 0.8;
    }
    points
}
