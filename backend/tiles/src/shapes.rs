//! Polygons and lines kept ready for every zoom: simplified, tiny parts dropped, found by a tree of boxes.

use crate::clip::Window;
use crate::mercator::{self, Projection, World};
use crate::significance::{self, Path};
use rstar::{
    AABB, RTree,
    primitives::{GeomWithData, Rectangle},
};
use std::sync::OnceLock;

/// At this zoom and below it every vertex is kept; half a pixel is 1.2 m, finer than any official polygon.
const FULL_ZOOM: u8 = 15;
/// Tolerance of simplification in pixels.
const TOLERANCE_PIXELS: f64 = 0.5;

/// What a part is drawn as.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum PartKind {
    Polygon,
    Line,
}

/// One polygon (outer ring, then holes) or one line of a feature.
pub(crate) struct Part {
    /// Number of the feature it belongs to.
    pub(crate) feature: u32,
    pub(crate) kind: PartKind,
    paths: Vec<Path>,
    min_zoom: u8,
}

impl Part {
    /// A polygon of degrees; `None` when its outer ring has no extent.
    pub(crate) fn polygon(feature: u32, rings: &[Vec<[f64; 2]>], min_zoom: u8) -> Option<Self> {
        let projection = Projection::new();
        let path = |ring: &Vec<[f64; 2]>| Path::new(project(projection, ring), true);
        let (outer, holes) = rings.split_first()?;
        let paths = std::iter::once(path(outer)?).chain(holes.iter().filter_map(path)).collect();
        Some(Self { feature, kind: PartKind::Polygon, paths, min_zoom })
    }

    /// A line of degrees; `None` when it has no length.
    pub(crate) fn line(feature: u32, points: &[[f64; 2]], min_zoom: u8) -> Option<Self> {
        let path = Path::new(project(Projection::new(), points), false)?;
        Some(Self { feature, kind: PartKind::Line, paths: vec![path], min_zoom })
    }

    /// Its rings at a tolerance in grid steps, outer first.
    pub(crate) fn simplified(&self, tolerance: f32) -> Vec<Vec<World>> {
        self.paths.iter().map(|path| path.simplified(tolerance)).collect()
    }

    /// Its rings in grid steps, outer first.
    pub(crate) fn rings(&self) -> impl Iterator<Item = &[World]> {
        self.paths.iter().map(|path| path.points.as_slice())
    }
}

fn project(projection: Projection, points: &[[f64; 2]]) -> impl Iterator<Item = World> {
    points.iter().filter_map(move |[lon, lat]| projection.world(*lon, *lat))
}

/// A part as it is drawn at one zoom.
pub(crate) struct Drawn {
    pub(crate) feature: u32,
    pub(crate) kind: PartKind,
    /// Rings, outer first, or one line; with their boxes.
    pub(crate) paths: Vec<(Window, Vec<World>)>,
}

type Boxed = GeomWithData<Rectangle<[f64; 2]>, u32>;

struct Level {
    parts: Vec<Drawn>,
    tree: RTree<Boxed>,
}

/// Parts of many features, ready for every zoom.
pub(crate) struct Shapes {
    parts: Vec<Part>,
    levels: [OnceLock<Level>; FULL_ZOOM as usize + 1],
}

impl Shapes {
    pub(crate) fn new(mut parts: Vec<Part>) -> Self {
        let mut paths: Vec<&mut Path> = parts.iter_mut().flat_map(|part| &mut part.paths).collect();
        significance::judge(&mut paths);
        Self { parts, levels: std::array::from_fn(|_| OnceLock::new()) }
    }

    /// Every part, in the order given.
    pub(crate) fn parts(&self) -> &[Part] {
        &self.parts
    }

    /// The parts that touch the window at this zoom, in the order they were given.
    pub(crate) fn touching(&self, z: u8, window: &Window) -> impl Iterator<Item = &Drawn> {
        let z = z.min(FULL_ZOOM);
        let level = self.levels[usize::from(z)].get_or_init(|| self.level(z));
        let corner = |c: [i64; 2]| c.map(|steps| steps as f64);
        let envelope = AABB::from_corners(corner(window.low), corner(window.high));
        let mut found: Vec<u32> =
            level.tree.locate_in_envelope_intersecting(envelope).map(|boxed| boxed.data).collect();
        found.sort_unstable();
        found.into_iter().map(|index| &level.parts[index as usize])
    }

    fn level(&self, z: u8) -> Level {
        let pixel = mercator::pixel(z);
        let tolerance = if z == FULL_ZOOM { 0.0 } else { pixel * TOLERANCE_PIXELS };
        let visible = self.parts.iter().filter(|part| part.min_zoom <= z);
        let parts: Vec<Drawn> =
            visible.filter_map(|part| drawn(part, tolerance as f32, pixel as i64)).collect();
        let boxes = (0_u32..).zip(&parts).filter_map(|(index, part)| {
            let (window, _) = part.paths.first()?;
            let [low, high] = [window.low, window.high].map(|corner| corner.map(|steps| steps as f64));
            Some(GeomWithData::new(Rectangle::from_corners(low, high), index))
        });
        Level { tree: RTree::bulk_load(boxes.collect()), parts }
    }
}

/// The part at a tolerance (grid steps); `None` when nothing of a pixel's size is left.
fn drawn(part: &Part, tolerance: f32, pixel: i64) -> Option<Drawn> {
    let least = if part.kind == PartKind::Polygon { 3 } else { 2 };
    let is_visible = |window: &Window| (0..2).any(|axis| window.high[axis] - window.low[axis] >= pixel);
    let draw = |path: &Path| {
        let points = path.simplified(tolerance);
        let window = Window::around(&points);
        let is_kept = points.len() >= least && (tolerance == 0.0 || is_visible(&window));
        is_kept.then_some((window, points))
    };
    let (first, rest) = part.paths.split_first()?;
    let paths = std::iter::once(draw(first)?).chain(rest.iter().filter_map(draw)).collect();
    Some(Drawn { feature: part.feature, kind: part.kind, paths })
}
