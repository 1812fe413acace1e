//! From shapes on the world grid to the geometry of one tile: clipped, in tile units, rings wound as MVT wants.

use crate::clip::{self, Window};
use crate::mercator::{EXTENT_BITS, TileId, World};
use crate::mvt::{Geometry, GeometryKind};
use crate::shapes::{Drawn, PartKind, Shapes};

/// Drawn beyond each edge so that outlines do not show the cut: 64 of 4,096 units, 8 pixels.
const BUFFER_UNITS: i64 = 64;

/// The part of the world a tile draws, buffer included.
pub(crate) fn window(tile: TileId) -> Window {
    let bits = tile.size_bits();
    let buffer = BUFFER_UNITS << (bits - EXTENT_BITS);
    let [west, north] = tile.origin().map(i64::from);
    let size = 1_i64 << bits;
    Window { low: [west - buffer, north - buffer], high: [west + size + buffer, north + size + buffer] }
}

/// What lies in the tile of each wanted feature, one geometry a feature, in the order of the features.
pub(crate) fn features(
    shapes: &Shapes,
    tile: TileId,
    is_wanted: impl Fn(u32) -> bool,
    mut found: impl FnMut(u32, GeometryKind, &Geometry),
) {
    let window = window(tile);
    let mut parts = shapes.touching(tile.z(), &window).filter(|part| is_wanted(part.feature)).peekable();
    while let Some(first) = parts.next() {
        let mut geometry = Geometry::default();
        part(&mut geometry, first, tile, &window);
        while let Some(next) = parts.next_if(|next| next.feature == first.feature) {
            part(&mut geometry, next, tile, &window);
        }
        let kind = match first.kind {
            PartKind::Polygon => GeometryKind::Polygons,
            PartKind::Line => GeometryKind::Lines,
        };
        found(first.feature, kind, &geometry);
    }
}

fn part(geometry: &mut Geometry, part: &Drawn, tile: TileId, window: &Window) {
    match part.kind {
        PartKind::Line => lines(geometry, part, tile, window),
        PartKind::Polygon => polygon(geometry, part, tile, window),
    }
}

fn lines(geometry: &mut Geometry, part: &Drawn, tile: TileId, window: &Window) {
    for (_, points) in &part.paths {
        for piece in clip::line(points, window) {
            let piece = in_units(&piece, tile);
            if piece.len() > 1 {
                geometry.line(&piece);
            }
        }
    }
}

/// The outer ring has positive area in MVT's axes (y down), holes negative. Where the outer ring vanishes, its
/// holes vanish too.
fn polygon(geometry: &mut Geometry, part: &Drawn, tile: TileId, window: &Window) {
    for (index, (around, points)) in part.paths.iter().enumerate() {
        let inside = if window.contains(around) {
            in_units(points, tile)
        } else if window.touches(around) {
            in_units(&clip::ring(points, window), tile)
        } else {
            Vec::new()
        };
        let ring = wound(inside, index == 0);
        if !ring.is_empty() {
            geometry.ring(&ring);
        } else if index == 0 {
            return;
        }
    }
}

fn in_units(points: &[World], tile: TileId) -> Vec<[i32; 2]> {
    let mut units: Vec<[i32; 2]> = points.iter().map(|point| tile.units(*point)).collect();
    units.dedup();
    units
}

/// The ring in the wanted direction, empty when it encloses nothing.
fn wound(mut ring: Vec<[i32; 2]>, positive: bool) -> Vec<[i32; 2]> {
    while ring.len() > 1 && ring.first() == ring.last() {
        ring.pop();
    }
    match twice_area(&ring) {
        0 => ring.clear(),
        area if (area > 0) != positive => ring.reverse(),
        _ => {}
    }
    ring
}

/// Twice the signed area by the surveyor's formula.
pub(crate) fn twice_area(ring: &[[i32; 2]]) -> i128 {
    let next = ring.iter().skip(1).chain(ring.first());
    ring.iter().zip(next).map(|(a, b)| cross(*a, *b)).sum()
}

fn cross(a: [i32; 2], b: [i32; 2]) -> i128 {
    let [ax, ay, bx, by] = [a[0], a[1], b[0], b[1]].map(i128::from);
    ax * by - bx * ay
}

#[cfg(test)]
mod tests {
    use super::*;
    use geo::{Area as _, BooleanOps, LineString, Polygon};
    use proptest::prelude::*;

    const BOX: Window = Window { low: [300, 300], high: [700, 700] };

    /// A star-shaped ring around a centre: concave, never crossing itself.
    fn star() -> impl Strategy<Value = Vec<World>> {
        (prop::collection::vec(20.0..500.0_f64, 3..40), [0..1000_i32, 0..1000_i32]).prop_map(
            |(reach, [x, y])| {
                let step = std::f64::consts::TAU / reach.len() as f64;
                let point = |(i, r): (usize, &f64)| {
                    let (sin, cos) = (i as f64 * step).sin_cos();
                    [x + (r * cos) as i32, y + (r * sin) as i32]
                };
                reach.iter().enumerate().map(point).collect()
            },
        )
    }

    fn to_geo(ring: &[World]) -> Polygon {
        let outline: LineString = ring.iter().map(|p| (f64::from(p[0]), f64::from(p[1]))).collect();
        Polygon::new(outline, Vec::new())
    }

    proptest! {
        #[test]
        fn clipping_a_ring_keeps_exactly_the_area_inside(ring in star()) {
            // A thousand times larger, so that rounding to the grid does not hide a missing corner.
            let large = Window { low: [300_000; 2], high: [700_000; 2] };
            let ring: Vec<World> = ring.iter().map(|point| point.map(|n| n * 1000)).collect();
            let clipped = clip::ring(&ring, &large);
            for point in &clipped {
                prop_assert!(large.contains(&Window::around(&[*point])), "{point:?} is outside");
            }
            let [low, high] = [300_000, 700_000];
            let square = to_geo(&[[low, low], [high, low], [high, high], [low, high]]);
            let expected = to_geo(&ring).intersection(&square).unsigned_area();
            let area = twice_area(&clipped).unsigned_abs() as f64 / 2.0;
            // Each crossing is rounded by at most one step, on sides no longer than the diagonal: 0.02 % of the box.
            prop_assert!((area - expected).abs() <= 600_000.0 * ring.len() as f64, "{area} {expected}");
        }

        #[test]
        fn clipping_a_line_keeps_what_is_inside_and_nothing_else(
            points in prop::collection::vec([0..1000_i32, 0..1000_i32], 2..30),
        ) {
            let large = Window { low: [300_000; 2], high: [700_000; 2] };
            let points: Vec<World> = points.iter().map(|point| point.map(|n| n * 1000)).collect();
            let parts = clip::line(&points, &large);
            for part in &parts {
                prop_assert!(part.len() >= 2 && large.contains(&Window::around(part)));
            }
            for pair in points.windows(2) {
                let kept = |p: &World| parts.iter().flatten().any(|q| q == p);
                prop_assert!(pair.iter().filter(|p| large.contains(&Window::around(&[**p]))).all(kept));
            }
            let length = |line: &[World]| -> f64 {
                let step = |p: &[World]| f64::from(p[1][0] - p[0][0]).hypot(f64::from(p[1][1] - p[0][1]));
                line.windows(2).map(step).sum()
            };
            let inside: f64 = points.windows(2).map(|pair| sampled_length(pair[0], pair[1])).sum();
            let kept: f64 = parts.iter().map(|part| length(part)).sum();
            // A thousandth of a diagonal at each end of each segment.
            prop_assert!((kept - inside).abs() <= 4_000.0 * points.len() as f64, "{kept} {inside}");
        }

        #[test]
        fn outer_rings_are_positive_and_holes_negative(ring in star(), positive: bool) {
            let wound = wound(ring.clone(), positive);
            let area = twice_area(&wound);
            prop_assert!(wound.is_empty() || (area > 0) == positive);
            prop_assert_eq!(area.abs(), twice_area(&ring).abs());
        }
    }

    /// Length of a segment inside the box, by counting a thousand points of it: nothing in common with the clipper.
    fn sampled_length(a: World, b: World) -> f64 {
        let step = [f64::from(b[0] - a[0]), f64::from(b[1] - a[1])];
        let inside = (0..1000).filter(|i| {
            let share = (f64::from(*i) + 0.5) / 1000.0;
            (0..2).all(|axis| (300_000.0..=700_000.0).contains(&(f64::from(a[axis]) + share * step[axis])))
        });
        inside.count() as f64 / 1000.0 * step[0].hypot(step[1])
    }

    #[test]
    fn a_polygon_around_the_whole_window_becomes_the_window() {
        let ring = [[-100_000, -100_000], [100_000, -90_000], [90_000, 100_000], [-90_000, 100_000]];
        let mut clipped = clip::ring(&ring, &BOX);
        clipped.sort_unstable();
        assert_eq!(clipped, [[300, 300], [300, 700], [700, 300], [700, 700]]);
    }

    #[test]
    fn what_lies_outside_leaves_nothing() {
        assert!(clip::ring(&[[0, 0], [200, 0], [200, 900], [0, 900]], &BOX).is_empty());
        assert!(clip::line(&[[0, 0], [250, 0], [900, 900], [900, 100]], &BOX).len() == 1);
        assert!(clip::line(&[[0, 0], [250, 0], [250, 900]], &BOX).is_empty());
    }

    #[test]
    fn the_window_of_a_tile_reaches_eight_pixels_beyond_it() {
        let tile = TileId::new(1, 1, 0).unwrap();
        let buffer = (1 << 30) / 64;
        assert_eq!(window(tile).low, [(1 << 30) - buffer, -buffer]);
        assert_eq!(window(tile).high, [(1_i64 << 31) + buffer, (1 << 30) + buffer]);
    }
}
