//! Clipping of rings and lines to an upright box, on the whole numbers of the world grid.

use crate::mercator::World;

/// An upright box of the world grid, edges included. Wider than the world where a buffer reaches over its edge.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Window {
    pub(crate) low: [i64; 2],
    pub(crate) high: [i64; 2],
}

impl Window {
    /// The smallest box around the points; inside out without any.
    pub(crate) fn around(points: &[World]) -> Self {
        let nothing = Self { low: [i64::MAX; 2], high: [i64::MIN; 2] };
        points.iter().fold(nothing, |Self { low, high }, point| {
            let [x, y] = point.map(i64::from);
            Self { low: [low[0].min(x), low[1].min(y)], high: [high[0].max(x), high[1].max(y)] }
        })
    }

    pub(crate) fn contains(&self, other: &Self) -> bool {
        (0..2).all(|axis| self.low[axis] <= other.low[axis] && other.high[axis] <= self.high[axis])
    }

    pub(crate) fn touches(&self, other: &Self) -> bool {
        (0..2).all(|axis| self.low[axis] <= other.high[axis] && other.low[axis] <= self.high[axis])
    }
}

/// One side of a window: keeps what lies at or beyond `at` on `axis` (`above`), or at or before it.
#[derive(Clone, Copy)]
struct Side {
    axis: usize,
    at: i64,
    above: bool,
}

impl Side {
    fn of(window: &Window) -> [Self; 4] {
        [(0, true), (0, false), (1, true), (1, false)].map(|(axis, above)| {
            let at = if above { window.low[axis] } else { window.high[axis] };
            Self { axis, at, above }
        })
    }

    fn keeps(self, point: World) -> bool {
        let value = i64::from(point[self.axis]);
        if self.above { value >= self.at } else { value <= self.at }
    }

    /// Where the way from `a` to `b` crosses this side. Asked only when it does, so `b` differs from `a` on the
    /// axis; products stay below 2^31 · 2^31. The ends are put in order first: both neighbours of a shared border
    /// get the same point.
    fn crossing(self, a: World, b: World) -> World {
        let (a, b) = if a <= b { (a, b) } else { (b, a) };
        let other = 1 - self.axis;
        let along = i64::from(b[self.axis]) - i64::from(a[self.axis]);
        let across = i64::from(b[other]) - i64::from(a[other]);
        let offset = (across * (self.at - i64::from(a[self.axis]))).div_euclid(along);
        let mut point = [0; 2];
        point[self.axis] = self.at as i32;
        point[other] = (i64::from(a[other]) + offset) as i32;
        point
    }
}

/// The part of a ring inside the window (Sutherland and Hodgman 1974): one ring, first point not repeated, empty
/// when nothing is inside. Separate parts are joined along the window's edge, which lies outside the drawn tile.
pub(crate) fn ring(points: &[World], window: &Window) -> Vec<World> {
    let mut current = points.to_vec();
    let mut next = Vec::with_capacity(points.len());
    for side in Side::of(window) {
        next.clear();
        let Some(mut before) = current.last().copied() else { break };
        for &point in &current {
            if side.keeps(point) != side.keeps(before) {
                next.push(side.crossing(before, point));
            }
            if side.keeps(point) {
                next.push(point);
            }
            before = point;
        }
        std::mem::swap(&mut current, &mut next);
    }
    current
}

/// The parts of a line inside the window, each of at least two points.
pub(crate) fn line(points: &[World], window: &Window) -> Vec<Vec<World>> {
    let mut parts: Vec<Vec<World>> = Vec::new();
    let mut open = false;
    for pair in points.windows(2) {
        let Some([from, to]) = segment(pair[0], pair[1], window) else {
            open = false;
            continue;
        };
        match parts.last_mut().filter(|part| open && part.last() == Some(&from)) {
            Some(part) => part.push(to),
            None => parts.push(vec![from, to]),
        }
        open = to == pair[1];
    }
    parts
}

/// The part of a segment inside the window, side by side (Liang and Barsky's order of tests, on whole numbers).
fn segment(mut from: World, mut to: World, window: &Window) -> Option<[World; 2]> {
    for side in Side::of(window) {
        match (side.keeps(from), side.keeps(to)) {
            (true, true) => {}
            (false, false) => return None,
            (true, false) => to = side.crossing(from, to),
            (false, true) => from = side.crossing(from, to),
        }
    }
    Some([from, to])
}
