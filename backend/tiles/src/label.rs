//! Where to write the name of a polygon: the middle of the largest circle that fits into it.

use crate::draw::twice_area;
use crate::mercator::World;
use std::{cmp::Ordering, collections::BinaryHeap};

/// Searched to a hundredth of the polygon's shorter side: far below the size of a letter.
const PRECISION: f64 = 0.01;
/// Enough for any real polygon (they need about fifty); a bound for shapes made to be hard.
const MOST_CELLS: usize = 2_000;

/// A square that may hold the middle; ordered by the largest distance from the border any of its points can have.
struct Cell {
    middle: [f64; 2],
    half: f64,
    distance: f64,
}

impl Cell {
    fn new(middle: [f64; 2], half: f64, rings: &[Vec<[f64; 2]>]) -> Self {
        Self { middle, half, distance: signed_distance(middle, rings) }
    }

    fn bound(&self) -> f64 {
        self.distance + self.half * std::f64::consts::SQRT_2
    }
}

impl Ord for Cell {
    fn cmp(&self, other: &Self) -> Ordering {
        self.bound().total_cmp(&other.bound())
    }
}
impl PartialOrd for Cell {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}
impl PartialEq for Cell {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}
impl Eq for Cell {}

/// A point inside the polygon (outer ring, then holes; first point not repeated) far from its border, by halving
/// squares and looking first where most room is possible. `None` for a polygon without area.
pub(crate) fn point<'a>(rings: impl IntoIterator<Item = &'a [World]>) -> Option<World> {
    let rings: Vec<Vec<[f64; 2]>> =
        rings.into_iter().map(|ring| ring.iter().map(|p| p.map(f64::from)).collect()).collect();
    let outer = rings.first()?;
    let extreme = |axis: usize, pick: fn(f64, f64) -> f64| outer.iter().map(|p| p[axis]).reduce(pick);
    let low = [extreme(0, f64::min)?, extreme(1, f64::min)?];
    let size = [extreme(0, f64::max)? - low[0], extreme(1, f64::max)? - low[1]];
    let shorter = size[0].min(size[1]);
    if shorter <= 0.0 {
        return None;
    }
    let middle =
        |axis: usize, n: u32, count: u32| low[axis] + (f64::from(n) + 0.5) * size[axis] / f64::from(count);
    // A long narrow shape starts with a row of squares, at most 64.
    let [columns, rows] = size.map(|length| (length / shorter).ceil().clamp(1.0, 64.0) as u32);
    let half = (size[0] / f64::from(columns)).max(size[1] / f64::from(rows)) / 2.0;
    let mut cells: BinaryHeap<Cell> = (0..columns)
        .flat_map(|column| (0..rows).map(move |row| (column, row)))
        .map(|(column, row)| Cell::new([middle(0, column, columns), middle(1, row, rows)], half, &rings))
        .collect();
    let mut best = Cell { middle: low, half: 0.0, distance: 0.0 };
    for _ in 0..MOST_CELLS {
        let Some(cell) = cells.pop() else { break };
        if cell.bound() - best.distance <= shorter * PRECISION {
            break;
        }
        let quarter = cell.half / 2.0;
        for [x, y] in [[-1.0, -1.0], [1.0, -1.0], [-1.0, 1.0], [1.0, 1.0]] {
            let at = [cell.middle[0] + x * quarter, cell.middle[1] + y * quarter];
            cells.push(Cell::new(at, quarter, &rings));
        }
        if cell.distance > best.distance {
            best = cell;
        }
    }
    (best.distance > 0.0).then(|| best.middle.map(|steps| steps as i32))
}

/// Area in square grid steps, holes taken off.
pub(crate) fn area<'a>(rings: impl IntoIterator<Item = &'a [World]>) -> f64 {
    let areas = rings.into_iter().map(|ring| twice_area(ring).unsigned_abs() as f64 / 2.0);
    areas.enumerate().map(|(index, area)| if index == 0 { area } else { -area }).sum()
}

/// Distance to the border: positive inside (even–odd rule), negative outside.
fn signed_distance([x, y]: [f64; 2], rings: &[Vec<[f64; 2]>]) -> f64 {
    let mut inside = false;
    let mut nearest = f64::MAX;
    for ring in rings {
        let Some(mut a) = ring.last().copied() else { continue };
        for &b in ring {
            if (a[1] > y) != (b[1] > y) && x < (b[0] - a[0]) * (y - a[1]) / (b[1] - a[1]) + a[0] {
                inside = !inside;
            }
            nearest = nearest.min(square_distance([x, y], a, b));
            a = b;
        }
    }
    if inside { nearest.sqrt() } else { -nearest.sqrt() }
}

fn square_distance(p: [f64; 2], a: [f64; 2], b: [f64; 2]) -> f64 {
    let [dx, dy] = [b[0] - a[0], b[1] - a[1]];
    let [px, py] = [p[0] - a[0], p[1] - a[1]];
    let length = dx * dx + dy * dy;
    let along = if length > 0.0 { ((px * dx + py * dy) / length).clamp(0.0, 1.0) } else { 0.0 };
    (px - along * dx).powi(2) + (py - along * dy).powi(2)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_stands_in_the_broad_part_of_a_bent_area() {
        // A thin corridor along the north, a broad block in the south-east.
        let ring = [[0, 0], [1000, 0], [1000, 1000], [600, 1000], [600, 50], [0, 50]];
        let [x, y] = point([ring.as_slice()]).unwrap();
        assert!((600..1000).contains(&x) && (150..850).contains(&y), "{x} {y}");
    }

    #[test]
    fn a_name_does_not_stand_in_a_hole() {
        let outer = [[0, 0], [1000, 0], [1000, 1000], [0, 1000]];
        let hole = [[100, 100], [900, 100], [900, 900], [100, 900]];
        let [x, y] = point([outer.as_slice(), hole.as_slice()]).unwrap();
        assert!(!((100..=900).contains(&x) && (100..=900).contains(&y)), "{x} {y}");
        assert!((area([outer.as_slice(), hole.as_slice()]) - 360_000.0).abs() < 0.5);
    }

    #[test]
    fn a_polygon_without_area_has_no_place_for_a_name() {
        assert_eq!(point([[[0, 0], [500, 0], [1000, 0]].as_slice()]), None);
        assert_eq!(point([[[0, 0], [500, 500], [1000, 1000]].as_slice()]), None);
        assert_eq!(point(std::iter::empty()), None);
    }
}
