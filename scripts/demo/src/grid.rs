//! A raster over the prefecture: a quarter of a kilometre a cell.

use crate::design::Km;
use std::{cmp::Reverse, collections::BinaryHeap};

/// Kilometres a cell.
pub const CELL: f64 = 0.25;
/// Cells from west to east and from south to north.
pub const WIDTH: usize = 400;
/// Cells from south to north.
pub const HEIGHT: usize = 400;
const WEST: f64 = -50.0;
const SOUTH: f64 = -56.0;

/// Kilometres of longitude a degree at 33.55° N, and of latitude a degree.
const KM_A_DEGREE: Km = (92.78, 110.92);

/// Turns kilometres into degrees around a middle.
#[derive(Debug, Clone, Copy)]
pub struct Projection {
    /// Longitude and latitude of the middle.
    pub middle: (f64, f64),
}

impl Projection {
    /// `[lon, lat]`, five decimals (a metre).
    pub fn degrees(self, (x, y): Km) -> [f64; 2] {
        let round = |v: f64| (v * 100_000.0).round() / 100_000.0;
        [round(self.middle.0 + x / KM_A_DEGREE.0), round(self.middle.1 + y / KM_A_DEGREE.1)]
    }
}

/// Index of the cell a point lies in; points outside are moved to the edge.
pub fn cell((x, y): Km) -> usize {
    let column = (((x - WEST) / CELL).floor().max(0.0) as usize).min(WIDTH - 1);
    let row = (((y - SOUTH) / CELL).floor().max(0.0) as usize).min(HEIGHT - 1);
    row * WIDTH + column
}

/// Middle of a cell.
pub fn middle(cell: usize) -> Km {
    let (x, y) = vertex(cell % WIDTH, cell / WIDTH);
    (x + CELL / 2.0, y + CELL / 2.0)
}

/// South-western corner of a column and row.
pub fn vertex(column: usize, row: usize) -> Km {
    (WEST + column as f64 * CELL, SOUTH + row as f64 * CELL)
}

/// The cells around a cell with their distance in cells.
pub fn around(cell: usize) -> impl Iterator<Item = (usize, f64)> {
    const DIAGONAL: f64 = std::f64::consts::SQRT_2;
    let (column, row) = ((cell % WIDTH) as i64, (cell / WIDTH) as i64);
    [
        (1, 0, 1.0),
        (-1, 0, 1.0),
        (0, 1, 1.0),
        (0, -1, 1.0),
        (1, 1, DIAGONAL),
        (1, -1, DIAGONAL),
        (-1, 1, DIAGONAL),
        (-1, -1, DIAGONAL),
    ]
    .into_iter()
    .filter_map(move |(dx, dy, distance): (i64, i64, f64)| {
        let (x, y) = (column + dx, row + dy);
        ((0..WIDTH as i64).contains(&x) && (0..HEIGHT as i64).contains(&y))
            .then(|| (y as usize * WIDTH + x as usize, distance))
    })
}

/// The four cells beside a cell.
pub fn beside(cell: usize) -> impl Iterator<Item = usize> {
    around(cell).filter(|(_, distance)| *distance < 1.1).map(|(next, _)| next)
}

/// Where a walk over the raster came from.
pub struct Reach {
    /// Cost from the nearest start; infinite where it cannot be reached.
    pub cost: Vec<f64>,
    /// Index of the start each cell belongs to.
    pub start: Vec<usize>,
    /// The cell before, for walking back.
    pub before: Vec<usize>,
}

/// Walks outwards from all starts at once (Dijkstra). `step` gives the cost of a kilometre in a cell, `None` where
/// nobody passes. Ties go to the smaller cell, so that the result never depends on the heap.
pub fn reach(starts: &[usize], stop_at: Option<usize>, step: impl Fn(usize, usize) -> Option<f64>) -> Reach {
    let cells = WIDTH * HEIGHT;
    let mut found = Reach {
        cost: vec![f64::INFINITY; cells],
        start: vec![usize::MAX; cells],
        before: vec![usize::MAX; cells],
    };
    let mut heap = BinaryHeap::new();
    for (index, &cell) in starts.iter().enumerate() {
        found.cost[cell] = 0.0;
        found.start[cell] = index;
        heap.push(Reverse((0_u64, cell)));
    }
    while let Some(Reverse((bits, cell))) = heap.pop() {
        let cost = f64::from_bits(bits);
        if cost > found.cost[cell] {
            continue;
        }
        if stop_at == Some(cell) {
            break;
        }
        for (next, distance) in around(cell) {
            let Some(each) = step(found.start[cell], next) else { continue };
            let total = cost + each * distance * CELL;
            if total < found.cost[next] {
                found.cost[next] = total;
                found.start[next] = found.start[cell];
                found.before[next] = cell;
                // Bits of positive floats order as the floats do.
                heap.push(Reverse((total.to_bits(), next)));
            }
        }
    }
    found
}

/// Distance of a point from a line in kilometres.
pub fn distance_to_line(point: Km, line: &[Km]) -> f64 {
    line.windows(2).map(|pair| distance_to_segment(point, pair[0], pair[1])).fold(f64::INFINITY, f64::min)
}

/// Distance of a point from a segment.
pub fn distance_to_segment((x, y): Km, (ax, ay): Km, (bx, by): Km) -> f64 {
    let (dx, dy) = (bx - ax, by - ay);
    let length = dx * dx + dy * dy;
    let along = if length > 0.0 { (((x - ax) * dx + (y - ay) * dy) / length).clamp(0.0, 1.0) } else { 0.0 };
    distance((x, y), (ax + dx * along, ay + dy * along))
}

/// Distance of two points.
pub fn distance((ax, ay): Km, (bx, by): Km) -> f64 {
    ((ax - bx) * (ax - bx) + (ay - by) * (ay - by)).sqrt()
}

/// Whether a point lies in a ring (even-odd).
pub fn inside((x, y): Km, ring: &[Km]) -> bool {
    let mut odd = false;
    let mut last = ring[ring.len() - 1];
    for &next in ring {
        if (next.1 > y) != (last.1 > y) && x < (last.0 - next.0) * (y - next.1) / (last.1 - next.1) + next.0 {
            odd = !odd;
        }
        last = next;
    }
    odd
}
