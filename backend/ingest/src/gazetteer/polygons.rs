//! In which municipality a position lies: ray casting behind a grid of cells.

use hoshizu_catalog::{area::Polygon, number::MunicipalityCode, position::Position};
use std::collections::HashMap;

/// Side of a cell in degrees. Municipalities are 0.1–0.3° wide, so a cell holds two or three of them.
const CELL: f64 = 0.1;

#[derive(Debug)]
struct Shape {
    code: MunicipalityCode,
    rings: Polygon,
    area: f64,
}

#[derive(Debug, Default)]
pub(crate) struct Polygons {
    shapes: Vec<Shape>,
    by_code: HashMap<MunicipalityCode, Vec<u32>>,
    cells: HashMap<(i32, i32), Vec<u32>>,
}

impl Polygons {
    pub(crate) fn add(&mut self, code: MunicipalityCode, polygons: &[Polygon]) {
        // A newer edition of the same boundary replaces the older one.
        if let Some(old) = self.by_code.remove(&code) {
            for cell in self.cells.values_mut() {
                cell.retain(|index| !old.contains(index));
            }
            for index in old {
                self.shapes[index as usize].rings.clear();
            }
        }
        for rings in polygons.iter().filter(|rings| rings.first().is_some_and(|outer| outer.len() >= 4)) {
            let index = self.shapes.len() as u32;
            let (mut low, mut high) = ([f64::MAX; 2], [f64::MIN; 2]);
            for point in &rings[0] {
                for axis in 0..2 {
                    low[axis] = low[axis].min(point[axis]);
                    high[axis] = high[axis].max(point[axis]);
                }
            }
            // A polygon around the globe would fill millions of cells; no municipality is 10° wide.
            if high[0] - low[0] > 10.0 || high[1] - low[1] > 10.0 {
                continue;
            }
            for x in cell(low[0])..=cell(high[0]) {
                for y in cell(low[1])..=cell(high[1]) {
                    self.cells.entry((x, y)).or_default().push(index);
                }
            }
            self.by_code.entry(code).or_default().push(index);
            self.shapes.push(Shape { code, area: ring_area(&rings[0]), rings: rings.clone() });
        }
    }

    /// The smallest shape that holds the point: wards lie inside cities where both have polygons.
    pub(crate) fn locate(&self, at: Position) -> Option<MunicipalityCode> {
        self.cells
            .get(&(cell(at.lon), cell(at.lat)))?
            .iter()
            .map(|index| &self.shapes[*index as usize])
            .filter(|shape| holds(&shape.rings, at))
            .min_by(|a, b| a.area.total_cmp(&b.area))
            .map(|shape| shape.code)
    }

    /// Metres to the nearest land of the municipality, 0 inside.
    pub(crate) fn distance(&self, code: MunicipalityCode, at: Position) -> Option<f64> {
        let shapes = self.by_code.get(&code)?.iter().map(|index| &self.shapes[*index as usize]);
        let mut best = f64::MAX;
        for shape in shapes {
            if holds(&shape.rings, at) {
                return Some(0.0);
            }
            best = shape.rings.iter().fold(best, |best, ring| best.min(to_ring(ring, at)));
        }
        Some(best)
    }

    /// The middle of the largest polygon.
    pub(crate) fn center(&self, code: MunicipalityCode) -> Option<Position> {
        self.by_code
            .get(&code)?
            .iter()
            .map(|index| &self.shapes[*index as usize])
            .max_by(|a, b| a.area.total_cmp(&b.area))
            .map(|shape| middle(&shape.rings))
    }
}

fn cell(degrees: f64) -> i32 {
    (degrees / CELL).floor() as i32
}

/// Area of a ring in square degrees (shoelace).
fn ring_area(ring: &[[f64; 2]]) -> f64 {
    ring.windows(2).map(|w| w[0][0] * w[1][1] - w[1][0] * w[0][1]).sum::<f64>().abs() / 2.0
}

/// Whether the point lies in the outer ring and in no hole (even–odd rule over all rings).
fn holds(rings: &[Vec<[f64; 2]>], at: Position) -> bool {
    rings.iter().filter(|ring| ring_holds(ring, at)).count() % 2 == 1
}

fn ring_holds(ring: &[[f64; 2]], at: Position) -> bool {
    let mut inside = false;
    for edge in ring.windows(2) {
        let ([x1, y1], [x2, y2]) = (edge[0], edge[1]);
        if (y1 > at.lat) != (y2 > at.lat) && at.lon < (x2 - x1) * (at.lat - y1) / (y2 - y1) + x1 {
            inside = !inside;
        }
    }
    inside
}

/// Metres to the nearest edge, on a plane around the point: within 100 km the error is below 1 %.
fn to_ring(ring: &[[f64; 2]], at: Position) -> f64 {
    let metres = Position::EARTH_RADIUS_M.to_radians();
    let (kx, ky) = (metres * at.lat.to_radians().cos(), metres);
    let local = |p: [f64; 2]| ((p[0] - at.lon) * kx, (p[1] - at.lat) * ky);
    ring.windows(2)
        .map(|edge| {
            let ((x1, y1), (x2, y2)) = (local(edge[0]), local(edge[1]));
            let (dx, dy) = (x2 - x1, y2 - y1);
            let length = dx * dx + dy * dy;
            let t = if length > 0.0 { (-(x1 * dx + y1 * dy) / length).clamp(0.0, 1.0) } else { 0.0 };
            (x1 + t * dx).hypot(y1 + t * dy)
        })
        .fold(f64::MAX, f64::min)
}

/// A point inside the polygon to label it at: the centroid, or where it falls outside (a crescent) the point of the
/// ring nearest to it.
pub(crate) fn middle(rings: &[Vec<[f64; 2]>]) -> Position {
    let Some(ring) = rings.first().filter(|ring| !ring.is_empty()) else {
        return Position { lat: 0.0, lon: 0.0 };
    };
    // Coordinates relative to the first point: at 135° the products would lose the digits that matter.
    let [x0, y0] = ring[0];
    let (mut area, mut x, mut y) = (0.0, 0.0, 0.0);
    for edge in ring.windows(2) {
        let ([x1, y1], [x2, y2]) = ([edge[0][0] - x0, edge[0][1] - y0], [edge[1][0] - x0, edge[1][1] - y0]);
        let cross = x1 * y2 - x2 * y1;
        area += cross;
        x += (x1 + x2) * cross;
        y += (y1 + y2) * cross;
    }
    let centroid = if area.abs() > 1e-12 {
        Position { lon: x0 + x / (3.0 * area), lat: y0 + y / (3.0 * area) }
    } else {
        Position { lon: x0, lat: y0 }
    };
    if holds(rings, centroid) {
        return centroid;
    }
    let far = |p: &&[f64; 2]| (p[0] - centroid.lon).powi(2) + (p[1] - centroid.lat).powi(2);
    let nearest = ring.iter().min_by(|a, b| far(a).total_cmp(&far(b))).unwrap_or(&ring[0]);
    Position { lon: nearest[0], lat: nearest[1] }
}
