//! The whole land of one prefecture, made once and read by every file writer.

use crate::{
    design::{self, CENTERS, Km},
    grid,
    network::Network,
    random::{Noise, Random},
    region::Region,
    settlement::{self, Settlement},
    terrain::Terrain,
    trace::{self, Polygon},
};

/// Ground, borders, lines and homes.
pub struct Land {
    /// Height and water.
    pub terrain: Terrain,
    /// 圏域.
    pub region: Region,
    /// Railways, roads, rivers.
    pub network: Network,
    /// Homes and towns.
    pub settlement: Settlement,
    /// Built-up ground.
    pub built_up: Vec<Polygon>,
    /// Woods.
    pub green: Vec<Polygon>,
    /// Local roads between towns, by centre.
    pub streets: Vec<Vec<Vec<Km>>>,
    /// The lake.
    pub lake: Vec<Polygon>,
}

impl Land {
    /// The land of one seed.
    pub fn new(seed: u64) -> Self {
        let terrain = Terrain::new(seed);
        let region = Region::new(seed, &terrain);
        let network = Network::new(&terrain);
        let settlement = Settlement::new(seed, &terrain, &region, &network);
        let built_up = settlement.built_up();
        let green = settlement::green(&terrain, &settlement);
        let streets = streets(seed, &terrain, &settlement);
        Self { streets, built_up, green, lake: vec![vec![lake(seed)]], terrain, region, network, settlement }
    }
}

/// Local roads: two neighbouring towns are joined unless a third lies nearer to both (Toussaint 1980), which is much
/// how villages laid their ways.
fn streets(seed: u64, terrain: &Terrain, settlement: &Settlement) -> Vec<Vec<Vec<Km>>> {
    const FARTHEST: f64 = 3.2;
    let mut random = Random::new(seed, "streets");
    let towns = &settlement.towns;
    let mut streets = vec![Vec::new(); CENTERS.len()];
    for (index, from) in towns.iter().enumerate() {
        let near: Vec<Km> =
            towns.iter().map(|town| town.at).filter(|at| grid::distance(*at, from.at) < FARTHEST).collect();
        for to in &towns[index + 1..] {
            let length = grid::distance(from.at, to.at);
            let nearer =
                |at: &Km| grid::distance(*at, from.at) < length && grid::distance(*at, to.at) < length;
            if length > FARTHEST || near.iter().any(|at| *at != from.at && *at != to.at && nearer(at)) {
                continue;
            }
            let (dx, dy) = (to.at.0 - from.at.0, to.at.1 - from.at.1);
            let aside = 0.14 * random.signed();
            let bend = (
                f64::midpoint(from.at.0, to.at.0) - dy * aside,
                f64::midpoint(from.at.1, to.at.1) + dx * aside,
            );
            let way = trace::curve(&[from.at, bend, to.at], 2);
            let passable = |at: &Km| {
                let cell = grid::cell(*at);
                terrain.inland[cell] > 0.2 && terrain.height[cell] < 420.0
            };
            if way.iter().all(passable) {
                streets[from.center].push(way);
            }
        }
    }
    streets
}

/// An ellipse with a ragged shore, drawn without sine: a square is pushed out to a circle.
fn lake(seed: u64) -> Vec<Km> {
    let (_, (x, y), half_x, half_y) = design::LAKE;
    let noise = Noise(seed ^ 0x1a_4e);
    let side = |from: (f64, f64), to: (f64, f64)| {
        (0..12).map(move |step| {
            let t = f64::from(step) / 12.0;
            (from.0 + (to.0 - from.0) * t, from.1 + (to.1 - from.1) * t)
        })
    };
    let corners = [(1.0, 1.0), (-1.0, 1.0), (-1.0, -1.0), (1.0, -1.0), (1.0, 1.0)];
    corners
        .windows(2)
        .flat_map(|pair| side(pair[0], pair[1]))
        .map(|(u, v)| {
            let length = (u * u + v * v).sqrt();
            let push = 1.0 + 0.35 * noise.fractal(u * 2.1 + 7.0, v * 2.1, 3);
            (x + half_x * push * u / length, y + half_y * push * v / length)
        })
        .collect()
}
