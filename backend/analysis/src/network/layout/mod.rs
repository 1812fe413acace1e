//! Where to draw offices: ForceAtlas2 (Jacomy et al. 2014) with Barnes and Hut's tree, written here because the crates
//! for it are under the AGPL.
//!
//! Started from geography or from the places of the wave before, so that people find offices where they look for them;
//! the same input gives the same bits on every machine: only `+ - * /` and square roots are used, every force is summed
//! in a fixed order, and nothing is drawn by lot. Offices without ties are laid apart, below.

mod force;
mod tree;

use super::Graph;
use crate::network::metrics::components::components;

/// A place on the drawing, in units of the drawing.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Point {
    /// To the right.
    pub x: f64,
    /// Upwards.
    pub y: f64,
}

/// How a drawing is made.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Settings {
    /// Steps. 300 settle 5,000 offices from geography; 50 are enough from an earlier drawing.
    pub steps: u32,
    /// How strongly offices push each other away.
    pub repulsion: f64,
    /// How strongly the middle holds everything.
    pub gravity: f64,
    /// Above this ratio of a cell's width to its distance its offices are looked at one by one.
    pub theta: f64,
}

impl Default for Settings {
    fn default() -> Self {
        Self { steps: 300, repulsion: 2.0, gravity: 1.0, theta: 1.2 }
    }
}

/// Where a drawing begins; one entry a node where there are any.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub enum Start<'a> {
    /// On a grid in the order of the nodes.
    #[default]
    Grid,
    /// Places on the earth, kilometres east and north.
    Geography(&'a [Option<Point>]),
    /// Places on an earlier drawing.
    Drawing(&'a [Option<Point>]),
}

impl Start<'_> {
    fn given(&self, v: u32) -> Option<Point> {
        let (Self::Geography(points) | Self::Drawing(points)) = self else { return None };
        points.get(v as usize).copied().flatten().filter(|p| p.x.is_finite() && p.y.is_finite())
    }
}

/// Places for every node. Nodes without a place to start from begin at the middle of their neighbours that have one.
pub fn layout(graph: &Graph, start: Start<'_>, settings: Settings) -> Vec<Point> {
    let tied: Vec<u32> = graph.all().filter(|v| graph.degree(*v) > 0).collect();
    let mut place = vec![u32::MAX; graph.nodes()];
    for (at, &v) in tied.iter().enumerate() {
        place[v as usize] = at as u32;
    }
    let small = Graph::new(tied.len(), graph.pairs().map(|(a, b)| (place[a as usize], place[b as usize])));
    let begin = beginning(graph, start);
    let mut points: Vec<Point> = tied.iter().map(|v| begin[*v as usize]).collect();
    force::settle(&small, &mut points, settings);
    draw_in(&mut points);
    let mut drawn = vec![Point::default(); graph.nodes()];
    for (at, &v) in tied.iter().enumerate() {
        drawn[v as usize] = points[at];
    }
    lay_apart(graph, &points, &mut drawn);
    drawn
}

/// Where nodes begin: geography scaled so that they stand about as far apart as forces will hold them, and no two at
/// one place.
fn beginning(graph: &Graph, start: Start<'_>) -> Vec<Point> {
    let known: Vec<Point> = graph.all().filter_map(|v| start.given(v)).collect();
    let (middle, width) = extent(&known);
    let side = 10.0 * (graph.nodes() as f64).sqrt();
    let (middle, scale) = match start {
        Start::Geography(_) if width > 0.0 => (middle, side / width),
        _ => (Point::default(), 1.0),
    };
    let begin =
        |v: u32| start.given(v).map(|p| Point { x: (p.x - middle.x) * scale, y: (p.y - middle.y) * scale });
    let columns = (graph.nodes() as f64).sqrt().ceil().max(1.0);
    graph
        .all()
        .map(|v| {
            let near: Vec<Point> = graph.of(v).iter().filter_map(|w| begin(*w)).collect();
            let at = begin(v).or_else(|| mean(&near));
            // A grid of its own for each number parts offices of one building and gives those without a place one.
            let (row, column) = ((f64::from(v) / columns).floor(), f64::from(v) % columns);
            let spread = if at.is_some() { 0.5 } else { side } / columns;
            let at = at.unwrap_or_default();
            Point { x: at.x + (column - columns / 2.0) * spread, y: at.y + (row - columns / 2.0) * spread }
        })
        .collect()
}

fn mean(points: &[Point]) -> Option<Point> {
    let n = points.len() as f64;
    let sum = points.iter().fold(Point::default(), |sum, p| Point { x: sum.x + p.x, y: sum.y + p.y });
    (n > 0.0).then(|| Point { x: sum.x / n, y: sum.y / n })
}

/// The middle of the smallest upright square around points, and its side.
fn extent(points: &[Point]) -> (Point, f64) {
    let Some(first) = points.first() else { return (Point::default(), 0.0) };
    let (low, high) = points.iter().fold((*first, *first), |(low, high), p| {
        (Point { x: low.x.min(p.x), y: low.y.min(p.y) }, Point { x: high.x.max(p.x), y: high.y.max(p.y) })
    });
    let middle = Point { x: f64::midpoint(low.x, high.x), y: f64::midpoint(low.y, high.y) };
    (middle, (high.x - low.x).max(high.y - low.y))
}

/// Radii of the median beyond which nodes are drawn in.
const FAR_OUT: f64 = 1.5;

/// Draws in what forces threw far out (leaves, small parts of their own), or a few of them would make all the rest a
/// dot. Beyond a radius of [`FAR_OUT`] medians distances shrink, in the same order, to at most twice that radius.
fn draw_in(points: &mut [Point]) {
    let n = points.len() as f64;
    let Some(middle) = mean(points) else { return };
    let away = |p: &Point| ((p.x - middle.x) * (p.x - middle.x) + (p.y - middle.y) * (p.y - middle.y)).sqrt();
    let mut radii: Vec<f64> = points.iter().map(away).collect();
    radii.sort_by(f64::total_cmp);
    let limit = radii[(n / 2.0) as usize] * FAR_OUT;
    for p in points.iter_mut() {
        let radius = away(p);
        if radius > limit && limit > 0.0 {
            let scale = limit * (2.0 - limit / radius) / radius;
            *p = Point { x: middle.x + (p.x - middle.x) * scale, y: middle.y + (p.y - middle.y) * scale };
        }
    }
}

/// Rows of nodes without ties are so many times as wide as high: who has ties is what the picture is of.
const FLAT: f64 = 5.0;

/// Lays nodes without ties in rows below the rest, as wide as it.
fn lay_apart(graph: &Graph, tied: &[Point], drawn: &mut [Point]) {
    let alone: Vec<u32> = graph.all().filter(|v| graph.degree(*v) == 0).collect();
    let (middle, width) = extent(tied);
    let lowest = tied.iter().map(|p| p.y).fold(middle.y, f64::min);
    let count = alone.len() as f64;
    // A few alone stand near the rest, not as far below as the drawing is wide.
    let step = (width / (FLAT * count).sqrt()).clamp(10.0, (width / 12.0).max(10.0));
    let columns = (width / step).floor().max((FLAT * count).sqrt().ceil()).max(1.0);
    for (at, &v) in alone.iter().enumerate() {
        let (row, column) = ((at as f64 / columns).floor(), at as f64 % columns);
        drawn[v as usize] = Point {
            x: middle.x + (column - (columns.min(count) - 1.0) / 2.0) * step,
            y: lowest - step * (2.0 + row),
        };
    }
}

/// How well a drawing keeps partners together: mean length of ties ÷ mean distance of a node to the middle of its
/// component. For tests and the benchmark; below about 1 a drawing shows structure.
pub fn looseness(graph: &Graph, points: &[Point]) -> f64 {
    let distance = |a: Point, b: Point| ((a.x - b.x).powi(2) + (a.y - b.y).powi(2)).sqrt();
    let parts = components(graph);
    let mut sums = vec![(Point::default(), 0.0); parts.count()];
    for v in graph.all() {
        let (sum, n) = &mut sums[parts.of[v as usize] as usize];
        *sum = Point { x: sum.x + points[v as usize].x, y: sum.y + points[v as usize].y };
        *n += 1.0;
    }
    let from_middle = |v: u32| {
        let (sum, n) = sums[parts.of[v as usize] as usize];
        distance(points[v as usize], Point { x: sum.x / n, y: sum.y / n })
    };
    let away: f64 = graph.all().map(from_middle).sum();
    let long: f64 = graph.pairs().map(|(a, b)| distance(points[a as usize], points[b as usize])).sum();
    if away <= 0.0 || graph.ties() == 0 {
        return 0.0;
    }
    (long / graph.ties() as f64) / (away / graph.nodes() as f64)
}

#[cfg(test)]
mod tests;
