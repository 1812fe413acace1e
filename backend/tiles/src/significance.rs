//! How much each vertex of a set of rings and lines matters (Douglas and Peucker 1973), once for every zoom.
//!
//! Borders are shared: simplifying two neighbours each by itself tears gaps between them. So paths are cut where
//! they meet, and each piece between two such junctions is judged alone and without regard to its direction: both
//! owners get the same numbers, and dropping all vertices below a tolerance keeps them joined.

use crate::mercator::World;
use std::{cmp::Reverse, collections::HashMap};

/// A ring (first point not repeated) or a line.
pub(crate) struct Path {
    pub(crate) points: Vec<World>,
    pub(crate) closed: bool,
    /// For each point the largest deviation in grid steps that leaving it out would cause; filled by [`judge`].
    pub(crate) significance: Vec<f32>,
}

impl Path {
    /// A path without repeated points; `None` when too few are left (three for a ring, two for a line).
    pub(crate) fn new(points: impl IntoIterator<Item = World>, closed: bool) -> Option<Self> {
        let mut points: Vec<World> = points.into_iter().collect();
        points.dedup();
        while closed && points.len() > 1 && points.first() == points.last() {
            points.pop();
        }
        let least = if closed { 3 } else { 2 };
        (points.len() >= least).then_some(Self { points, closed, significance: Vec::new() })
    }

    /// The points that matter at this tolerance (grid steps).
    pub(crate) fn simplified(&self, tolerance: f32) -> Vec<World> {
        let kept = self.points.iter().zip(&self.significance).filter(|(_, s)| **s >= tolerance);
        kept.map(|(point, _)| *point).collect()
    }

    /// The point `index` steps from the first, around the ring.
    fn at(&self, index: usize) -> World {
        self.points[index % self.points.len()]
    }

    /// The neighbours of a point in a fixed order, `None` at the end of a line.
    fn neighbours(&self, index: usize) -> Option<[World; 2]> {
        let last = self.points.len() - 1;
        if !self.closed && (index == 0 || index == last) {
            return None;
        }
        let (a, b) = (self.at(index + last), self.at(index + 1));
        Some(if a <= b { [a, b] } else { [b, a] })
    }
}

/// Fills in the significance of every point of these paths.
pub(crate) fn judge(paths: &mut [&mut Path]) {
    let junctions = junctions(paths);
    let is_fixed = |point: World| junctions.get(&point) == Some(&None) || splits_long_pieces(point);
    for path in paths {
        let mut fixed: Vec<usize> = (0..path.points.len()).filter(|i| is_fixed(path.points[*i])).collect();
        if path.closed && fixed.is_empty() {
            fixed = farthest_pair(&path.points);
        }
        path.significance = vec![0.0; path.points.len()];
        for index in &fixed {
            path.significance[*index] = f32::INFINITY;
        }
        let around = fixed.first().filter(|_| path.closed).map(|first| first + path.points.len());
        let ends: Vec<usize> = fixed.into_iter().chain(around).collect();
        for piece in ends.windows(2) {
            judge_piece(path, piece[0], piece[1]);
        }
    }
}

/// Points where borders part: used twice with different neighbours, or the end of a line (`None`). A point used
/// once, or along a border that two areas share, keeps its neighbours.
fn junctions(paths: &[&mut Path]) -> HashMap<World, Option<[World; 2]>> {
    let mut seen: HashMap<World, Option<[World; 2]>> = HashMap::new();
    for path in paths {
        for (index, point) in path.points.iter().enumerate() {
            let neighbours = path.neighbours(index);
            seen.entry(*point)
                .and_modify(|known| *known = known.filter(|k| Some(*k) == neighbours))
                .or_insert(neighbours);
        }
    }
    seen
}

/// One point in 4,096, chosen by its place alone. Keeps pieces short: the work on one piece may grow with the
/// square of its length.
fn splits_long_pieces([x, y]: World) -> bool {
    let mixed = (u64::from(x as u32) << 32 | u64::from(y as u32)).wrapping_mul(0x9E37_79B9_7F4A_7C15);
    mixed >> 52 == 0
}

/// Two points to hold a ring without junctions (an island, a lake and the hole around it): the westernmost and the
/// one farthest from it, in the order of the ring.
fn farthest_pair(points: &[World]) -> Vec<usize> {
    let by_place = |index: &usize| points[*index];
    let Some(first) = (0..points.len()).min_by_key(by_place) else { return Vec::new() };
    let distance = |index: &usize| {
        let [x, y] = points[*index];
        let [dx, dy] =
            [i64::from(x) - i64::from(points[first][0]), i64::from(y) - i64::from(points[first][1])];
        (dx.unsigned_abs().pow(2).saturating_add(dy.unsigned_abs().pow(2)), Reverse(points[*index]))
    };
    let mut pair: Vec<usize> = (0..points.len()).max_by_key(distance).into_iter().chain([first]).collect();
    pair.sort_unstable();
    pair.dedup();
    pair
}

fn judge_piece(path: &mut Path, from: usize, to: usize) {
    let length = path.points.len();
    let mut open = vec![(from, to, f32::INFINITY)];
    while let Some((from, to, limit)) = open.pop() {
        let ends = [path.at(from), path.at(to)];
        let farthest = (from + 1..to)
            .map(|index| (distance(path.at(index), ends), Reverse(path.at(index)), index))
            .max_by(|a, b| a.0.total_cmp(&b.0).then(a.1.cmp(&b.1)));
        if let Some((distance, _, index)) = farthest {
            // Never above its parent, so that a tolerance keeps a vertex only together with those it hangs on.
            let significance = distance.min(limit);
            path.significance[index % length] = significance;
            open.push((from, index, significance));
            open.push((index, to, significance));
        }
    }
}

/// Distance in grid steps from a point to a segment.
fn distance(point: World, ends: [World; 2]) -> f32 {
    let [a, b] = if ends[0] <= ends[1] { ends } else { [ends[1], ends[0]] };
    let [ax, ay] = a.map(f64::from);
    let [dx, dy] = [f64::from(b[0]) - ax, f64::from(b[1]) - ay];
    let [px, py] = [f64::from(point[0]) - ax, f64::from(point[1]) - ay];
    let length = dx * dx + dy * dy;
    let along = if length > 0.0 { ((px * dx + py * dy) / length).clamp(0.0, 1.0) } else { 0.0 };
    (px - along * dx).hypot(py - along * dy) as f32
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn judged(rings: &[&[World]]) -> Vec<Path> {
        let mut paths: Vec<Path> =
            rings.iter().map(|r| Path::new(r.iter().copied(), true).unwrap()).collect();
        judge(&mut paths.iter_mut().collect::<Vec<_>>());
        paths
    }

    #[test]
    fn both_sides_of_a_shared_border_keep_the_same_vertices() {
        let border = [[100, 0], [103, 10], [96, 25], [104, 31], [99, 44], [101, 60], [100, 80]];
        let mut west = vec![[0, 0]];
        west.extend(border);
        west.push([0, 80]);
        let mut east = vec![[200, 80]];
        east.extend(border.iter().rev());
        east.push([200, 0]);
        let paths = judged(&[&west, &east]);
        for tolerance in [0.5, 2.0, 4.0, 6.0, 50.0] {
            let kept = |path: &Path| {
                let mut kept: Vec<World> =
                    path.simplified(tolerance).into_iter().filter(|p| border.contains(p)).collect();
                kept.sort_unstable();
                kept
            };
            assert_eq!(kept(&paths[0]), kept(&paths[1]), "tolerance {tolerance}");
        }
        assert_eq!(
            paths[0].simplified(50.0).len(),
            4,
            "the corner in the sea is as significant as the junctions"
        );
    }

    #[test]
    fn an_island_and_the_hole_around_it_stay_equal() {
        let island = [[0, 0], [40, 3], [80, 0], [83, 40], [80, 80], [41, 78], [0, 80]];
        let hole: Vec<World> = island.iter().rev().copied().collect();
        let paths = judged(&[&island, &hole]);
        for tolerance in [1.0, 3.0, 5.0, 30.0] {
            let mut a = paths[0].simplified(tolerance);
            let mut b = paths[1].simplified(tolerance);
            a.sort_unstable();
            b.sort_unstable();
            assert_eq!(a, b);
        }
    }

    #[test]
    fn repeated_and_closing_points_are_dropped_and_slivers_refused() {
        let path = Path::new([[0, 0], [0, 0], [5, 0], [5, 5], [0, 0]], true).unwrap();
        assert_eq!(path.points, [[0, 0], [5, 0], [5, 5]]);
        assert!(Path::new([[0, 0], [5, 0], [0, 0]], true).is_none());
        assert!(Path::new([[0, 0], [0, 0]], false).is_none());
    }

    proptest! {
        #[test]
        fn dropped_vertices_lie_within_the_tolerance_of_what_is_kept(
            points in prop::collection::vec([0..2000_i32, 0..2000_i32], 3..60),
            tolerance in 1.0_f32..300.0,
        ) {
            let Some(mut path) = Path::new(points, false) else { return Ok(()) };
            judge(&mut [&mut path]);
            let kept = path.simplified(tolerance);
            prop_assert!(kept.len() >= 2);
            for point in &path.points {
                let near = kept.windows(2).map(|pair| distance(*point, [pair[0], pair[1]])).fold(f32::MAX, f32::min);
                prop_assert!(near <= tolerance, "{point:?} is {near} away");
            }
        }
    }
}
