//! Barnes and Hut's quadtree (1986), laid out flat in depth-first order: a walk goes forward through it or skips a
//! whole branch, and never needs a stack.

use super::Point;

/// Points a leaf holds before it is divided. Few enough to look at one by one, many enough to keep the tree small.
const LEAF: usize = 8;
/// Points closer than the width of the drawing halved so often are one place.
const DEEPEST: u32 = 40;

/// One cell with everything in it.
#[derive(Debug, Clone, Copy)]
struct Cell {
    /// Centre of mass.
    centre: Point,
    mass: f64,
    /// Width squared; 0 for a leaf of points at one place.
    width2: f64,
    /// The cell that follows when this one is done with.
    skip: u32,
    /// Points of a leaf: a range of `order`; empty in a cell that is divided.
    begin: u32,
    end: u32,
}

/// The tree. Kept between steps so that memory is asked for once.
#[derive(Debug, Default)]
pub struct Tree {
    cells: Vec<Cell>,
    /// Points with their masses in the order of the leaves.
    order: Vec<(Point, f64)>,
    scratch: Vec<(Point, f64)>,
}

impl Tree {
    /// Builds the tree over points with masses, in place of the one before.
    pub fn build(&mut self, points: &[Point], mass: &[f64]) {
        self.cells.clear();
        self.order.clear();
        self.order.extend(points.iter().copied().zip(mass.iter().copied()));
        self.scratch.resize(points.len(), (Point::default(), 0.0));
        if points.is_empty() {
            return;
        }
        let (middle, width) = super::extent(points);
        self.divide(0, points.len(), middle, width, 0);
    }

    fn divide(&mut self, begin: usize, end: usize, middle: Point, width: f64, depth: u32) {
        let at = self.cells.len();
        let (centre, mass) = centre(&self.order[begin..end]);
        let is_leaf = end - begin <= LEAF || depth >= DEEPEST;
        self.cells.push(Cell {
            centre,
            mass,
            width2: width * width,
            skip: 0,
            begin: begin as u32,
            end: if is_leaf { end as u32 } else { begin as u32 },
        });
        if !is_leaf {
            let bounds = self.quarter(begin, end, middle);
            let half = width / 2.0;
            for quarter in 0..4 {
                let (begin, end) = (bounds[quarter], bounds[quarter + 1]);
                if begin < end {
                    let towards = |upper: bool| if upper { half / 2.0 } else { -half / 2.0 };
                    let middle = Point {
                        x: middle.x + towards(quarter & 1 == 1),
                        y: middle.y + towards(quarter & 2 == 2),
                    };
                    self.divide(begin, end, middle, half, depth + 1);
                }
            }
        }
        self.cells[at].skip = self.cells.len() as u32;
    }

    /// Sorts the points of a cell by quarter, those of one quarter staying in order.
    fn quarter(&mut self, begin: usize, end: usize, middle: Point) -> [usize; 5] {
        let which = |p: &Point| usize::from(p.x >= middle.x) + 2 * usize::from(p.y >= middle.y);
        let mut bounds = [begin; 5];
        for (p, _) in &self.order[begin..end] {
            bounds[which(p) + 1] += 1;
        }
        for quarter in 1..5 {
            bounds[quarter] += bounds[quarter - 1] - begin;
        }
        let mut next = bounds;
        self.scratch[begin..end].copy_from_slice(&self.order[begin..end]);
        for entry in &self.scratch[begin..end] {
            let at = &mut next[which(&entry.0)];
            self.order[*at] = *entry;
            *at += 1;
        }
        bounds
    }

    /// Σ mass · (p − q) ÷ |p − q|² over all points q: what pushes a point of mass 1 at `p` away. Cells that look
    /// narrower than `theta` are taken as one point. Points at `p` itself push nothing.
    pub fn push(&self, p: Point, theta: f64) -> Point {
        let theta2 = theta * theta;
        let (mut x, mut y) = (0.0, 0.0);
        let mut at = 0;
        while let Some(cell) = self.cells.get(at) {
            let (dx, dy) = (p.x - cell.centre.x, p.y - cell.centre.y);
            let distance2 = dx * dx + dy * dy;
            if cell.width2 < theta2 * distance2 {
                let force = cell.mass / distance2;
                x += dx * force;
                y += dy * force;
                at = cell.skip as usize;
                continue;
            }
            for (q, mass) in &self.order[cell.begin as usize..cell.end as usize] {
                let (dx, dy) = (p.x - q.x, p.y - q.y);
                let distance2 = dx * dx + dy * dy;
                if distance2 > 0.0 {
                    let force = mass / distance2;
                    x += dx * force;
                    y += dy * force;
                }
            }
            // A leaf's `skip` is the next cell, and so is the first quarter of a divided one.
            at += 1;
        }
        Point { x, y }
    }
}

fn centre(points: &[(Point, f64)]) -> (Point, f64) {
    let (mut x, mut y, mut mass) = (0.0, 0.0, 0.0);
    for (p, m) in points {
        x += p.x * m;
        y += p.y * m;
        mass += m;
    }
    (Point { x: x / mass, y: y / mass }, mass)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn by_definition(points: &[Point], mass: &[f64], p: Point) -> Point {
        points.iter().zip(mass).fold(Point::default(), |sum, (q, m)| {
            let (dx, dy) = (p.x - q.x, p.y - q.y);
            let d2 = dx * dx + dy * dy;
            if d2 > 0.0 { Point { x: sum.x + m * dx / d2, y: sum.y + m * dy / d2 } } else { sum }
        })
    }

    proptest! {
        #[test]
        fn looked_at_one_by_one_the_push_is_exact_and_from_afar_nearly(
            places in prop::collection::vec((0..40_i32, 0..40_i32), 1..120)
        ) {
            let points: Vec<Point> =
                places.iter().map(|&(x, y)| Point { x: f64::from(x), y: f64::from(y) }).collect();
            let mass: Vec<f64> = (0..points.len()).map(|v| 1.0 + (v % 5) as f64).collect();
            let mut tree = Tree::default();
            tree.build(&points, &mass);
            let all: f64 = mass.iter().sum();
            for &p in &points {
                let (exact, near, far) = (by_definition(&points, &mass, p), tree.push(p, 0.0), tree.push(p, 0.5));
                prop_assert!((exact.x - near.x).abs() + (exact.y - near.y).abs() < 1e-9 * all);
                prop_assert!((exact.x - far.x).abs() + (exact.y - far.y).abs() < 0.1 * all);
            }
        }
    }

    #[test]
    fn many_points_at_one_place_end_the_division() {
        let points = vec![Point { x: 1.0, y: 2.0 }; 100];
        let mut tree = Tree::default();
        tree.build(&points, &vec![1.0; 100]);
        assert_eq!(tree.push(points[0], 1.2), Point::default());
        assert!((tree.push(Point { x: 2.0, y: 2.0 }, 1.2).x - 100.0).abs() < 1e-9);
    }
}
