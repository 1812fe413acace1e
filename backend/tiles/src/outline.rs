//! Areas as paths of a small picture (SVG): many of them side by side tell at a glance what a map tells in detail.

use crate::clip::Window;
use crate::draw::twice_area;
use crate::label;
use crate::mercator::World;
use crate::shapes::Part;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

/// Side of the square that stands for an area which lies too far off, in units of the picture.
const TILE: f64 = 14.0;
/// Share of the land that may lie beyond each edge of the frame before the frame follows it.
const BEYOND: f64 = 0.02;
/// How far off land may lie, measured in sides of the frame, before it is left out of it.
const NEAR: f64 = 0.2;
/// An island that is this share of the land or more is no speck: it may widen the frame step by step (択捉島 behind 国後島).
const ISLAND: f64 = 0.001;
/// How wide the water to such an island may be, measured in sides of the frame.
const STEP: f64 = 0.04;
/// What is smaller both ways is not seen, in units of the picture.
const SPECK: f64 = 1.6;

/// Areas in one picture.
#[derive(Debug, Clone, PartialEq)]
pub struct Outlines {
    /// Width in units; paths have one decimal.
    pub width: f64,
    /// Height in units, squares for far areas included.
    pub height: f64,
    /// An SVG path for each area asked for, to be filled by the even–odd rule; empty where no polygon is known.
    pub paths: Vec<String>,
    /// Where a mark of each area belongs: inside its largest part.
    pub centers: Vec<Option<[f64; 2]>>,
    /// Numbers of the areas drawn as a square at the lower edge, because they lie too far off (islands of Tokyo).
    pub aside: Vec<usize>,
}

/// Draws groups of parts, one group for each area, `width` units wide.
pub(crate) fn outlines(groups: &[Vec<&Part>], width: f64) -> Outlines {
    let land: Vec<(Window, f64)> = groups.iter().flatten().map(|part| (around(part), area(part))).collect();
    let Some(frame) = frame(&land) else {
        let nothing = (vec![String::new(); groups.len()], vec![None; groups.len()]);
        return Outlines { width, height: 0.0, paths: nothing.0, centers: nothing.1, aside: Vec::new() };
    };
    let side = |axis: usize| (frame.high[axis] - frame.low[axis]) as f64;
    // A tall country is made no taller than the picture is wide.
    let step = (width / side(0)).min(width / side(1));
    let mut height = side(1) * step;
    let shift = (width - side(0) * step) / 2.0;
    let place = |[x, y]: World| {
        [(i64::from(x) - frame.low[0]) as f64 * step + shift, (i64::from(y) - frame.low[1]) as f64 * step]
    };
    let is_inside = |part: &&&Part| frame.touches(&around(part));
    let mut aside = Vec::new();
    let mut centers: Vec<Option<[f64; 2]>> = Vec::with_capacity(groups.len());
    let mut paths: Vec<String> = Vec::with_capacity(groups.len());
    for (number, parts) in groups.iter().enumerate() {
        let mut path = String::new();
        let mut inside: Vec<&&Part> = parts.iter().filter(is_inside).collect();
        inside.sort_by(|a, b| area(b).total_cmp(&area(a)));
        let simple = |part: &&&Part| part.simplified((0.4 / step) as f32);
        let is_one = inside.iter().all(|part| part.feature == inside[0].feature);
        let shapes: Vec<Vec<Vec<World>>> = if is_one {
            inside.iter().map(simple).collect()
        } else {
            joined(inside.iter().flat_map(simple)).into_iter().map(|ring| vec![ring]).collect()
        };
        let middle = if is_one {
            inside.first().and_then(|part| label::point(part.rings()))
        } else {
            shapes.first().and_then(|shape| label::point(shape.iter().map(Vec::as_slice)))
        };
        centers.push(middle.map(place));
        let spot = inside.first().and_then(|part| part.rings().next()?.first().copied());
        for (rank, shape) in shapes.into_iter().enumerate() {
            draw(&mut path, shape, spot.filter(|_| rank == 0), place);
        }
        if path.is_empty() && !parts.is_empty() {
            aside.push(number);
        }
        paths.push(path);
    }
    if !aside.is_empty() {
        let row = (width / (TILE + 4.0)).floor().max(1.0) as usize;
        for (at, number) in aside.iter().enumerate() {
            let (x, y) = ((at % row) as f64 * (TILE + 4.0), height + 6.0 + (at / row) as f64 * (TILE + 4.0));
            centers[*number] = Some([x + TILE / 2.0, y + TILE / 2.0]);
            paths[*number] = format!("M{x:.1} {y:.1}h{TILE}v{TILE}h-{TILE}z");
        }
        height += 6.0 + (aside.len().div_ceil(row)) as f64 * (TILE + 4.0);
    }
    Outlines { width, height, paths, centers, aside }
}

fn around(part: &Part) -> Window {
    part.rings().next().map_or(Window { low: [0; 2], high: [0; 2] }, Window::around)
}

fn area(part: &Part) -> f64 {
    label::area(part.rings())
}

/// The box around the land, but for what lies far off and is little; nothing without land.
fn frame(land: &[(Window, f64)]) -> Option<Window> {
    let total: f64 = land.iter().map(|(_, area)| area).sum();
    if land.is_empty() || total <= 0.0 {
        return None;
    }
    let edge = |axis: usize, far: bool| {
        let mut edges: Vec<(i64, f64)> = land
            .iter()
            .map(|(window, area)| (if far { -window.high[axis] } else { window.low[axis] }, *area))
            .collect();
        edges.sort_by_key(|(at, _)| *at);
        let mut beyond = 0.0;
        let found = edges.iter().find(|(_, area)| {
            beyond += area;
            beyond > total * BEYOND
        });
        found.map_or(0, |(at, _)| if far { -at } else { *at })
    };
    let core = Window { low: [edge(0, false), edge(1, false)], high: [edge(0, true), edge(1, true)] };
    let islands: Vec<&Window> =
        land.iter().filter(|(_, area)| *area >= total * ISLAND).map(|(window, _)| window).collect();
    let mut frame = core;
    loop {
        let reach = widened(&frame, STEP);
        let wider =
            islands.iter().filter(|window| reach.touches(window)).fold(frame, |a, b| around_both(&a, b));
        if wider == frame {
            break;
        }
        frame = wider;
    }
    // What lies near belongs into the picture however small it is.
    let wide = widened(&frame, NEAR);
    let near = land.iter().filter(|(window, _)| wide.contains(window));
    Some(near.fold(frame, |frame, (window, _)| around_both(&frame, window)))
}

/// A window with so many of its sides more on each side.
fn widened(window: &Window, by: f64) -> Window {
    let margin = [0, 1].map(|axis| ((window.high[axis] - window.low[axis]) as f64 * by) as i64);
    Window {
        low: [0, 1].map(|axis| window.low[axis] - margin[axis]),
        high: [0, 1].map(|axis| window.high[axis] + margin[axis]),
    }
}

fn around_both(a: &Window, b: &Window) -> Window {
    Window {
        low: [0, 1].map(|axis| a.low[axis].min(b.low[axis])),
        high: [0, 1].map(|axis| a.high[axis].max(b.high[axis])),
    }
}

/// Rings around areas that lie side by side, the largest first. A border of two of them keeps the same vertices in both
/// however it is simplified (`significance`), so an edge that comes twice lies inside.
fn joined(rings: impl Iterator<Item = Vec<World>>) -> Vec<Vec<World>> {
    let edge = |a: World, b: World| (a.min(b), a.max(b));
    let mut edges: BTreeSet<(World, World)> = BTreeSet::new();
    for ring in rings {
        let ends = ring.iter().zip(ring.iter().cycle().skip(1));
        for (a, b) in ends.filter(|(a, b)| a != b) {
            if !edges.insert(edge(*a, *b)) {
                edges.remove(&edge(*a, *b));
            }
        }
    }
    let mut next: BTreeMap<World, Vec<World>> = BTreeMap::new();
    for (a, b) in &edges {
        next.entry(*a).or_default().push(*b);
        next.entry(*b).or_default().push(*a);
    }
    let mut found = Vec::new();
    while let Some((first, second)) = edges.pop_first() {
        let (mut ring, mut at) = (vec![first], second);
        // An even number of edges meets at every vertex: whoever leaves the first comes back to it.
        while at != first {
            ring.push(at);
            let Some(to) = next[&at].iter().copied().find(|to| edges.remove(&edge(at, *to))) else { break };
            at = to;
        }
        found.push(ring);
    }
    found.sort_by_key(|ring| std::cmp::Reverse(twice_area(ring).unsigned_abs()));
    found
}

/// Adds the rings of a shape. One too small to be seen is left out, or marked at the spot that stands for the whole area.
fn draw(path: &mut String, rings: Vec<Vec<World>>, spot: Option<World>, place: impl Fn(World) -> [f64; 2]) {
    for (index, ring) in rings.into_iter().enumerate() {
        let points: Vec<[f64; 2]> = ring.into_iter().map(&place).collect();
        let extent = |axis: usize| {
            let all = points.iter().map(|point| point[axis]);
            all.clone().fold(f64::MIN, f64::max) - all.fold(f64::MAX, f64::min)
        };
        let is_seen = points.len() >= 3 && (extent(0) >= SPECK || extent(1) >= SPECK);
        if !is_seen && index == 0 {
            if let Some([x, y]) = spot.map(place) {
                let _ = write!(path, "M{:.1} {:.1}h3v3h-3z", x - 1.5, y - 1.5);
            }
            return;
        }
        if is_seen {
            for (at, [x, y]) in points.iter().enumerate() {
                let _ = write!(path, "{}{x:.1} {y:.1}", if at == 0 { 'M' } else { 'L' });
            }
            path.push('z');
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::shapes::Shapes;

    /// A square of so many degrees with its south-western corner there.
    fn square(feature: u32, [lon, lat]: [f64; 2], side: f64) -> Part {
        let (east, north) = (lon + side, lat + side);
        Part::polygon(feature, &[vec![[lon, lat], [east, lat], [east, north], [lon, north]]], 0).unwrap()
    }

    fn drawn(parts: Vec<Part>, groups: u32) -> Outlines {
        let shapes = Shapes::new(parts);
        let group =
            |number| shapes.parts().iter().filter(|part| part.feature == number).collect::<Vec<&Part>>();
        outlines(&(0..groups).map(group).collect::<Vec<_>>(), 100.0)
    }

    fn extent(path: &str) -> [f64; 4] {
        let numbers = path.trim_start_matches('M').trim_end_matches('z').split('L');
        let points = numbers.filter_map(|pair| {
            let (x, y) = pair.split_once(' ')?;
            Some([x.parse::<f64>().ok()?, y.parse::<f64>().ok()?])
        });
        points.fold([f64::MAX, f64::MAX, f64::MIN, f64::MIN], |[a, b, c, d], [x, y]| {
            [a.min(x), b.min(y), c.max(x), d.max(y)]
        })
    }

    #[test]
    fn neighbours_fill_the_picture_and_share_their_border() {
        let found = drawn(vec![square(0, [140.0, 35.0], 0.5), square(1, [140.5, 35.0], 0.5)], 2);
        let ([west, north, border, south], [other, ..]) = (extent(&found.paths[0]), extent(&found.paths[1]));
        assert_eq!((west, north, border, other), (0.0, 0.0, 50.0, 50.0));
        assert!((south - found.height).abs() < 0.1 && found.aside.is_empty(), "{found:?}");
        assert!(found.centers[0].is_some_and(|[x, _]| (15.0..35.0).contains(&x)), "{found:?}");
    }

    #[test]
    fn an_island_far_off_stands_as_a_square_and_leaves_the_rest_its_size() {
        let near = || vec![square(0, [139.0, 35.5], 0.5), square(1, [139.5, 35.5], 0.5)];
        let mut far = near();
        far.push(square(2, [142.0, 27.0], 0.05));
        let (without, with) = (drawn(near(), 2), drawn(far, 3));
        assert_eq!((&with.paths[..2], &with.aside[..]), (&without.paths[..], &[2][..]));
        assert!(with.paths[2].contains("h14v14") && with.height > without.height + 14.0);
    }

    #[test]
    fn islands_one_behind_the_other_stay_in_the_picture_and_specks_do_not_lead_to_far_ones() {
        let main = || square(0, [140.0, 35.0], 3.0);
        let row = vec![main(), square(0, [143.1, 35.0], 0.4), square(0, [143.6, 35.0], 0.4)];
        assert!(drawn(row, 1).paths[0].matches('z').count() == 3);
        let speck = |number: u32| square(0, [143.1 + f64::from(number) * 0.1, 35.0], 0.005);
        let far = (0..12).map(speck).chain([main(), square(1, [144.5, 35.0], 0.2)]).collect();
        assert_eq!(drawn(far, 2).aside, [1]);
    }

    #[test]
    fn areas_drawn_as_one_have_no_border_between_them() {
        // A square of four, of which the last is another area: the first three are one path, with a vertex
        // where two of them meet.
        let corners = [[140.0, 35.0], [140.5, 35.0], [140.0, 35.5], [140.5, 35.5]];
        let shapes =
            Shapes::new((0..).zip(corners).map(|(number, at)| square(number, at, 0.5)).collect::<Vec<_>>());
        let [a, b, c, d] = shapes.parts() else { panic!("four parts") };
        let found = outlines(&[vec![a, b, c], vec![d]], 100.0);
        assert_eq!(found.paths[0].matches(['M', 'L']).count(), 8, "{}", found.paths[0]);
        assert_eq!(found.paths[0].matches('z').count(), 1, "{}", found.paths[0]);
        let [_, middle] = found.centers[0].unwrap();
        assert!(middle > 0.0 && found.centers[1].is_some(), "{found:?}");
    }

    #[test]
    fn what_areas_drawn_as_one_lie_around_stays_a_hole() {
        let ring = |from: f64, to: f64| {
            vec![[from, from - 105.0], [to, from - 105.0], [to, to - 105.0], [from, to - 105.0]]
        };
        let around = Part::polygon(0, &[ring(140.0, 142.0), ring(140.5, 141.5)], 0).unwrap();
        let beside = square(1, [142.0, 35.0], 2.0);
        let shapes = Shapes::new(vec![around, beside]);
        let found = outlines(&[shapes.parts().iter().collect()], 100.0);
        assert_eq!(found.paths[0].matches('z').count(), 2, "{}", found.paths[0]);
    }

    #[test]
    fn an_area_without_polygons_has_no_path_and_one_too_small_a_dot() {
        let found = drawn(vec![square(0, [139.0, 35.5], 0.5), square(2, [139.2, 35.4], 0.0005)], 3);
        assert_eq!(found.paths[1], "");
        assert!(found.paths[2].ends_with("h3v3h-3z") && found.aside.is_empty(), "{found:?}");
        assert_eq!(drawn(Vec::new(), 1).paths, [""]);
    }
}
