//! Tiles of areas (圏域): polygons, and one point for each name.

use crate::draw;
use crate::label;
use crate::mercator::{Projection, TileId, World, pixel};
use crate::mvt::{Geometry, GeometryKind, Layer, Value};
use crate::outline::{self, Outlines};
use crate::shapes::{Part, Shapes};
use hoshizu_catalog::area::{Area, AreaKind};
use std::collections::HashMap;

/// A name is written where its area is at least this wide (side of a square of the same size), in pixels.
const LABEL_PIXELS: f64 = 24.0;
/// From this zoom on every name is written, however small its area; also those known only as a point.
const ALL_LABELS_ZOOM: u8 = 12;
/// 所属未定地: land between municipalities (N03); it is drawn but bears no name.
const UNASSIGNED: &str = "所属未定地";

struct Entry {
    code: String,
    name: String,
    kind: AreaKind,
}

struct Label {
    area: u32,
    at: World,
    /// Square grid steps; 0 where only a point is known.
    size: f64,
}

/// All areas, ready to be drawn at every zoom. Built once after an import; `Send + Sync`.
pub struct AreaTiles {
    entries: Vec<Entry>,
    shapes: Shapes,
    /// Large areas first: the place in this list is the rank.
    labels: Vec<Label>,
}

impl AreaTiles {
    /// Takes the polygons of the areas; those without any are written as names at their centre.
    pub fn build(areas: &[Area]) -> Self {
        let projection = Projection::new();
        let mut parts = Vec::new();
        let mut labels = Vec::new();
        for (number, area) in (0_u32..).zip(areas) {
            let own: Vec<Part> =
                area.polygons.iter().filter_map(|polygon| Part::polygon(number, polygon, 0)).collect();
            let by_center = || {
                let center = area.center?;
                Some(Label { area: number, at: projection.world(center.lon, center.lat)?, size: 0.0 })
            };
            if area.name != UNASSIGNED {
                labels.extend(largest_label(number, &own).or_else(by_center));
            }
            parts.extend(own);
        }
        let entry = |area: &Area| Entry { code: area.code.clone(), name: area.name.clone(), kind: area.kind };
        let entries: Vec<Entry> = areas.iter().map(entry).collect();
        labels
            .sort_by(|a, b| b.size.total_cmp(&a.size).then_with(|| code(&entries, a).cmp(code(&entries, b))));
        Self { entries, shapes: Shapes::new(parts), labels }
    }

    /// The encoded tile with these kinds (all when none is given); empty when nothing is there. Layers `areas`
    /// {code, name, kind} and `area_labels` {code, name, kind, rank}, rank 0 for the largest.
    pub fn tile(&self, tile: TileId, kinds: &[AreaKind]) -> Vec<u8> {
        let is_wanted = |area: u32| kinds.is_empty() || kinds.contains(&self.entries[area as usize].kind);
        let mut encoded = Vec::new();
        self.polygons(tile, is_wanted).write(&mut encoded);
        self.names(tile, is_wanted).write(&mut encoded);
        encoded
    }

    /// The areas as paths of a small picture so many units wide; each is drawn as one or several areas by their codes.
    pub fn outlines(&self, drawn: &[&[String]], width: f64) -> Outlines {
        let numbers: HashMap<&str, u32> =
            self.entries.iter().map(|entry| entry.code.as_str()).zip(0..).collect();
        let mut group_of: HashMap<u32, usize> = HashMap::new();
        for (group, codes) in drawn.iter().enumerate() {
            group_of.extend(codes.iter().filter_map(|code| numbers.get(code.as_str())).map(|n| (*n, group)));
        }
        let mut groups: Vec<Vec<&Part>> = vec![Vec::new(); drawn.len()];
        for part in self.shapes.parts() {
            if let Some(group) = group_of.get(&part.feature) {
                groups[*group].push(part);
            }
        }
        outline::outlines(&groups, width)
    }

    fn polygons(&self, tile: TileId, is_wanted: impl Fn(u32) -> bool) -> Layer {
        let mut layer = Layer::new("areas");
        draw::features(&self.shapes, tile, is_wanted, |area, kind, geometry| {
            layer.feature(kind, geometry, &self.values(area));
        });
        layer
    }

    fn names(&self, tile: TileId, is_wanted: impl Fn(u32) -> bool) -> Layer {
        let least = (LABEL_PIXELS * pixel(tile.z())).powi(2);
        let mut layer = Layer::new("area_labels");
        for (rank, label) in (0_u64..).zip(&self.labels) {
            let is_shown = label.size >= least || tile.z() >= ALL_LABELS_ZOOM;
            if is_shown && tile.holds(label.at) && is_wanted(label.area) {
                let mut geometry = Geometry::default();
                geometry.point(tile.units(label.at));
                let mut values = self.values(label.area).to_vec();
                values.push(("rank", Value::Uint(rank)));
                layer.feature(GeometryKind::Point, &geometry, &values);
            }
        }
        layer
    }

    fn values(&self, area: u32) -> [(&'static str, Value<'_>); 3] {
        let entry = &self.entries[area as usize];
        [
            ("code", Value::Text(&entry.code)),
            ("name", Value::Text(&entry.name)),
            ("kind", Value::Text(entry.kind.code())),
        ]
    }
}

fn code<'a>(entries: &'a [Entry], label: &Label) -> &'a str {
    &entries[label.area as usize].code
}

/// The name goes to the largest polygon, and weighs as much as all of them.
fn largest_label(area: u32, parts: &[Part]) -> Option<Label> {
    let largest = parts.iter().max_by(|a, b| label::area(a.rings()).total_cmp(&label::area(b.rings())))?;
    let size = parts.iter().map(|part| label::area(part.rings())).sum();
    Some(Label { area, at: label::point(largest.rings())?, size })
}
