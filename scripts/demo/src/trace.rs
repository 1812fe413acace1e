//! From labelled cells to polygons whose shared borders are the very same points.
//!
//! Borders are cut into arcs at the places where three or more labels meet; every arc is smoothed once and used by
//! both its neighbours (and by every larger area it bounds), so there are neither gaps nor overlaps.

use crate::{
    design::Km,
    grid::{self, HEIGHT, WIDTH},
};
use std::collections::BTreeMap;

/// Label of the sea and of everything that is nobody's.
pub const NONE: u16 = u16::MAX;

/// A border between two labels, left and right of its direction.
struct Arc {
    left: u16,
    right: u16,
    line: Vec<Km>,
    /// Vertices of both ends; equal for a closed arc.
    ends: (usize, usize),
}

/// The borders of a labelled raster.
pub struct Borders(Vec<Arc>);

/// A ring without the repeated last point.
pub type Ring = Vec<Km>;
/// Outer ring, then holes.
pub type Polygon = Vec<Ring>;

const COLUMNS: usize = WIDTH + 1;

/// The four directions from a vertex: east, north, west, south.
const STEPS: [(i64, i64); 4] = [(1, 0), (0, 1), (-1, 0), (0, -1)];

fn step(vertex: usize, direction: usize) -> usize {
    let (dx, dy) = STEPS[direction];
    (vertex as i64 + dx + dy * COLUMNS as i64) as usize
}

/// Labels left and right of the edge that leaves the vertex in the direction.
fn sides(labels: &[u16], vertex: usize, direction: usize) -> (u16, u16) {
    let (column, row) = ((vertex % COLUMNS) as i64, (vertex / COLUMNS) as i64);
    let at = |dx: i64, dy: i64| {
        let (x, y) = (column + dx, row + dy);
        let within = (0..WIDTH as i64).contains(&x) && (0..HEIGHT as i64).contains(&y);
        if within { labels[y as usize * WIDTH + x as usize] } else { NONE }
    };
    match direction {
        0 => (at(0, 0), at(0, -1)),
        1 => (at(-1, 0), at(0, 0)),
        2 => (at(-1, -1), at(-1, 0)),
        _ => (at(0, -1), at(-1, -1)),
    }
}

impl Borders {
    /// Finds and smooths every border. `tolerance` is how far a point may be dropped from its line, kilometres.
    /// The labels must not touch by corners only (see [`uncorner`]).
    pub fn new(labels: &[u16], tolerance: f64) -> Self {
        let vertices = COLUMNS * (HEIGHT + 1);
        let directions = |vertex: usize| {
            (0..4).filter(move |d| {
                let (left, right) = sides(labels, vertex, *d);
                left != right
            })
        };
        let mut used = vec![[false; 4]; vertices];
        let mut arcs = Vec::new();
        let is_node = |vertex: usize| !matches!(directions(vertex).count(), 0 | 2);
        for nodes_only in [true, false] {
            for vertex in 0..vertices {
                if nodes_only && !is_node(vertex) {
                    continue;
                }
                for direction in directions(vertex).collect::<Vec<_>>() {
                    if used[vertex][direction] {
                        continue;
                    }
                    let (left, right) = sides(labels, vertex, direction);
                    let mut path = vec![vertex];
                    let (mut at, mut heading) = (vertex, direction);
                    loop {
                        used[at][heading] = true;
                        at = step(at, heading);
                        used[at][(heading + 2) % 4] = true;
                        path.push(at);
                        if at == vertex || is_node(at) {
                            break;
                        }
                        let back = (heading + 2) % 4;
                        let Some(next) = directions(at).find(|d| *d != back) else { break };
                        heading = next;
                    }
                    let ends = (vertex, at);
                    let closed = ends.0 == ends.1 && !is_node(vertex);
                    let corners: Vec<Km> =
                        path.iter().map(|v| grid::vertex(v % COLUMNS, v / COLUMNS)).collect();
                    arcs.push(Arc { left, right, line: smooth(&corners, closed, tolerance), ends });
                }
            }
        }
        Self(arcs)
    }

    /// The polygons of every group of labels; `group` is `None` for what is left out.
    pub fn polygons(&self, group: impl Fn(u16) -> Option<u16>) -> BTreeMap<u16, Vec<Polygon>> {
        let group = |label: u16| if label == NONE { None } else { group(label) };
        // For each group its arcs, turned so that the group lies to the left.
        let mut pieces: BTreeMap<u16, Vec<(usize, usize, Vec<Km>)>> = BTreeMap::new();
        for arc in &self.0 {
            let (left, right) = (group(arc.left), group(arc.right));
            if left == right {
                continue;
            }
            if let Some(left) = left {
                pieces.entry(left).or_default().push((arc.ends.0, arc.ends.1, arc.line.clone()));
            }
            if let Some(right) = right {
                let turned = arc.line.iter().rev().copied().collect();
                pieces.entry(right).or_default().push((arc.ends.1, arc.ends.0, turned));
            }
        }
        pieces.into_iter().map(|(label, pieces)| (label, nest(chain(&pieces)))).collect()
    }
}

fn chain(pieces: &[(usize, usize, Vec<Km>)]) -> Vec<Ring> {
    let mut from: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for (index, piece) in pieces.iter().enumerate() {
        from.entry(piece.0).or_default().push(index);
    }
    let mut used = vec![false; pieces.len()];
    let mut rings = Vec::new();
    for first in 0..pieces.len() {
        if used[first] {
            continue;
        }
        let mut ring: Ring = Vec::new();
        let mut at = first;
        loop {
            used[at] = true;
            let (_, end, line) = &pieces[at];
            ring.extend_from_slice(&line[..line.len() - 1]);
            if *end == pieces[first].0 {
                break;
            }
            let Some(next) = from.get(end).and_then(|list| list.iter().find(|index| !used[**index])) else {
                break;
            };
            at = *next;
        }
        if ring.len() >= 3 {
            rings.push(ring);
        }
    }
    rings
}

/// Twice the signed area; positive when counter-clockwise.
pub fn area(ring: &[Km]) -> f64 {
    let mut last = ring[ring.len() - 1];
    ring.iter()
        .map(|&next| {
            let part = last.0 * next.1 - next.0 * last.1;
            last = next;
            part
        })
        .sum()
}

fn nest(rings: Vec<Ring>) -> Vec<Polygon> {
    let (mut outer, holes): (Vec<Ring>, Vec<Ring>) = rings.into_iter().partition(|ring| area(ring) > 0.0);
    outer.sort_by(|a, b| area(b).total_cmp(&area(a)));
    let mut polygons: Vec<Polygon> = outer.into_iter().map(|ring| vec![ring]).collect();
    for hole in holes {
        // The smallest ring around the hole owns it.
        let owner = polygons.iter().rposition(|polygon| grid::inside(hole[0], &polygon[0]));
        if let Some(owner) = owner {
            polygons[owner].push(hole);
        }
    }
    polygons
}

fn smooth(corners: &[Km], closed: bool, tolerance: f64) -> Vec<Km> {
    // The middles of the cell edges cut the stairs; ends stay where borders meet.
    let mut line: Vec<Km> =
        corners.windows(2).map(|p| (f64::midpoint(p[0].0, p[1].0), f64::midpoint(p[0].1, p[1].1))).collect();
    if closed {
        line.push(line[0]);
    } else {
        line.insert(0, corners[0]);
        line.push(corners[corners.len() - 1]);
    }
    for _ in 0..4 {
        let last = line.len() - 1;
        let blend =
            |a: Km, b: Km, c: Km| (a.0 * 0.25 + b.0 * 0.5 + c.0 * 0.25, a.1 * 0.25 + b.1 * 0.5 + c.1 * 0.25);
        let mut next = line.clone();
        for at in 1..last {
            next[at] = blend(line[at - 1], line[at], line[at + 1]);
        }
        if closed {
            next[0] = blend(line[last - 1], line[0], line[1]);
            next[last] = next[0];
        }
        line = next;
    }
    if closed {
        // Halves are simplified apart: a closed line has no chord to measure from.
        let half = line.len() / 2;
        let mut first = simplify(&line[..=half], tolerance);
        first.extend_from_slice(&simplify(&line[half..], tolerance)[1..]);
        first
    } else {
        simplify(&line, tolerance)
    }
}

/// Drops points nearer than the tolerance to the line of the rest (Douglas and Peucker 1973).
pub fn simplify(line: &[Km], tolerance: f64) -> Vec<Km> {
    let mut keep = vec![false; line.len()];
    let last = line.len() - 1;
    keep[0] = true;
    keep[last] = true;
    let mut open = vec![(0, last)];
    while let Some((from, to)) = open.pop() {
        let farthest = (from + 1..to)
            .map(|at| (grid::distance_to_segment(line[at], line[from], line[to]), at))
            .max_by(|a, b| a.0.total_cmp(&b.0));
        if let Some((far, at)) = farthest.filter(|(far, _)| *far > tolerance) {
            debug_assert!(far.is_finite());
            keep[at] = true;
            open.push((from, at));
            open.push((at, to));
        }
    }
    line.iter().zip(keep).filter(|(_, keep)| *keep).map(|(point, _)| *point).collect()
}

/// Rounds a line of raster steps into a curve (Chaikin 1974), keeping its ends.
pub fn curve(line: &[Km], rounds: u32) -> Vec<Km> {
    let mut line = line.to_vec();
    for _ in 0..rounds {
        let mut next = vec![line[0]];
        for pair in line.windows(2) {
            let at =
                |t: f64| (pair[0].0 + (pair[1].0 - pair[0].0) * t, pair[0].1 + (pair[1].1 - pair[0].1) * t);
            next.push(at(0.25));
            next.push(at(0.75));
        }
        next.push(line[line.len() - 1]);
        line = next;
    }
    line
}

/// Relabels cells until no two cells of one group touch by a corner only: their outline could be read in two ways.
/// `groups` are the gatherings of labels that will be asked for; the label itself is one of them.
pub fn uncorner(labels: &mut [u16], groups: &[&dyn Fn(u16) -> u16]) {
    for _ in 0..40 {
        let mut changed = false;
        for row in 0..HEIGHT - 1 {
            for column in 0..WIDTH - 1 {
                let a = row * WIDTH + column;
                let (b, c, d) = (a + 1, a + WIDTH, a + WIDTH + 1);
                for group in groups {
                    let [ga, gb, gc, gd] = [a, b, c, d].map(|cell| group(labels[cell]));
                    if (ga == gd && ga != gb && ga != gc) || (gb == gc && gb != ga && gb != gd) {
                        // Land wins over sea, so that a neck never becomes two islands.
                        let (from, to) = if labels[a] == NONE { (b, a) } else { (a, b) };
                        labels[to] = labels[from];
                        changed = true;
                    }
                }
            }
        }
        if !changed {
            break;
        }
    }
}
