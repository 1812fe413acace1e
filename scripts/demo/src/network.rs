//! Railways and roads: the cheapest way over the ground from place to place, rounded into curves.

use crate::{
    design::{self, Km},
    grid::{self, CELL},
    terrain::Terrain,
    trace,
};

/// A named line of the map.
pub struct Line {
    /// Name.
    pub name: &'static str,
    /// 1 shows first.
    pub rank: u8,
    /// Its course.
    pub course: Vec<Km>,
}

/// A station.
pub struct Station {
    /// Name without 駅.
    pub name: &'static str,
    /// Rank of its line; 1 for where lines meet.
    pub rank: u8,
    /// Its place, on the line.
    pub at: Km,
}

/// Everything that runs.
pub struct Network {
    /// Rivers, cut off at the sea.
    pub rivers: Vec<Line>,
    /// Railways.
    pub railways: Vec<Line>,
    /// Roads, the great ones first.
    pub roads: Vec<Line>,
    /// Stations, each once.
    pub stations: Vec<Station>,
    /// Distance from the nearest road in kilometres, by cell.
    pub road_distance: Vec<f64>,
}

impl Network {
    /// Lays railways and roads over the terrain.
    pub fn new(terrain: &Terrain) -> Self {
        let steep: Vec<f64> = (0..terrain.land.len())
            .map(|cell| {
                grid::around(cell)
                    .map(|(next, _)| (terrain.height[next] - terrain.height[cell]).abs() / (CELL * 1_000.0))
                    .fold(0.0, f64::max)
            })
            .collect();
        let mut stations: Vec<Station> = Vec::new();
        let mut railways = Vec::new();
        let mut busy = vec![1.0; terrain.land.len()];
        for (name, rank, stops) in design::RAILWAYS {
            let cells: Vec<usize> = stops.iter().map(|(_, at)| terrain.snap(*at, 0.4)).collect();
            let cost = |cell: usize| {
                1.0 + steep[cell] * 26.0 + terrain.height[cell] / 260.0 + shore(terrain, cell) * 1.5
            };
            let course = course(&cells, terrain, &cost, &mut busy);
            for ((station, _), cell) in stops.iter().zip(&cells) {
                if let Some(known) = stations.iter_mut().find(|known| known.name == *station) {
                    known.rank = 1;
                } else {
                    stations.push(Station { name: station, rank: rank + 1, at: grid::middle(*cell) });
                }
            }
            railways.push(Line { name, rank: *rank, course });
        }
        let mut busy = vec![1.0; terrain.land.len()];
        let mut roads = Vec::new();
        for (name, rank, places) in design::ROADS {
            let cells: Vec<usize> = places.iter().map(|at| terrain.snap(*at, 0.3)).collect();
            let climb = if *rank == 1 { 10.0 } else { 17.0 };
            let cost = |cell: usize| {
                1.0 + steep[cell] * climb + terrain.height[cell] / 400.0 + shore(terrain, cell) * 0.6
            };
            roads.push(Line { name, rank: *rank, course: course(&cells, terrain, &cost, &mut busy) });
        }
        let mut starts: Vec<usize> = (0..busy.len()).filter(|cell| busy[*cell] < 1.0).collect();
        starts.dedup();
        let road_distance = grid::reach(&starts, None, |_, cell| terrain.land[cell].then_some(1.0)).cost;
        Self { rivers: rivers(terrain), railways, roads, stations, road_distance }
    }
}

/// 1 at the water's edge, 0 from half a kilometre inland.
fn shore(terrain: &Terrain, cell: usize) -> f64 {
    (1.0 - terrain.inland[cell] / 0.5).max(0.0)
}

/// The way past all cells; what it uses becomes cheaper for those who come after, so that roads join.
fn course(cells: &[usize], terrain: &Terrain, cost: &dyn Fn(usize) -> f64, busy: &mut [f64]) -> Vec<Km> {
    let mut way: Vec<usize> = vec![cells[0]];
    for pair in cells.windows(2) {
        let reach = grid::reach(&pair[..1], Some(pair[1]), |_, cell| {
            terrain.land[cell].then(|| cost(cell) * busy[cell])
        });
        let mut back = vec![pair[1]];
        while let Some(&before) = back.last().map(|cell| &reach.before[*cell]) {
            if before == usize::MAX || before == pair[0] {
                break;
            }
            back.push(before);
        }
        way.extend(back.into_iter().rev());
    }
    for cell in &way {
        busy[*cell] = 0.55;
    }
    let line: Vec<Km> = way.into_iter().map(grid::middle).collect();
    // Raster steps know eight directions only; dropping points first lets the curve swing.
    trace::simplify(&trace::curve(&trace::simplify(&line, 0.16), 3), 0.02)
}

/// Rivers end where they reach the sea.
fn rivers(terrain: &Terrain) -> Vec<Line> {
    terrain
        .rivers
        .iter()
        .map(|(name, rank, line)| {
            let mut wet = 0;
            let course: Vec<Km> = line
                .iter()
                .take_while(|point| {
                    wet += usize::from(!terrain.land[grid::cell(**point)]);
                    wet < 2
                })
                .copied()
                .collect();
            Line { name, rank: *rank, course: trace::simplify(&trace::curve(&course, 1), 0.02) }
        })
        .collect()
}
