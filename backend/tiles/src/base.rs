//! Tiles of the base map: land, water, lines of traffic and names, so that a map reads as a map without internet.

use crate::draw;
use crate::mercator::{Projection, TileId, World};
use crate::mvt::{Geometry, GeometryKind, Layer, Value};
use crate::shapes::{Part, Shapes};
use hoshizu_catalog::area::{BaseFeature, BaseShape};

/// A class of the base map: the name of its layer, and the zoom from which each rank (1 to 5) is drawn.
struct Class {
    name: &'static str,
    first_zoom: [u8; 5],
}

/// From the ground up, the order in which layers stand in a tile. Polygons need no minimum zoom: what is smaller
/// than a pixel is left out anyway.
const CLASSES: [Class; 9] = [
    Class { name: "land", first_zoom: [0; 5] },
    Class { name: "built_up", first_zoom: [0; 5] },
    Class { name: "green", first_zoom: [0; 5] },
    Class { name: "water", first_zoom: [0; 5] },
    Class { name: "river", first_zoom: [5, 8, 10, 11, 12] },
    Class { name: "road", first_zoom: [5, 8, 10, 12, 13] },
    Class { name: "railway", first_zoom: [5, 8, 10, 11, 12] },
    Class { name: "station", first_zoom: [8, 10, 11, 12, 13] },
    Class { name: "label", first_zoom: [4, 7, 9, 11, 13] },
];

struct Entry {
    class: usize,
    name: Option<String>,
    rank: u8,
}

impl Entry {
    fn new(feature: &BaseFeature) -> Option<Self> {
        let class = CLASSES.iter().position(|class| class.name == feature.class)?;
        let rank = feature.rank.clamp(1, 5);
        Some(Self { class, name: feature.name.clone(), rank })
    }

    fn first_zoom(&self) -> u8 {
        CLASSES[self.class].first_zoom[usize::from(self.rank) - 1]
    }

    fn values(&self) -> Vec<(&'static str, Value<'_>)> {
        let rank = ("rank", Value::Uint(u64::from(self.rank)));
        let name = self.name.as_deref().map(|name| ("name", Value::Text(name)));
        name.into_iter().chain([rank]).collect()
    }
}

/// The base map, ready to be drawn at every zoom. Built once after an import; `Send + Sync`.
pub struct BaseTiles {
    entries: Vec<Entry>,
    shapes: Shapes,
    points: Vec<(u32, World)>,
}

impl BaseTiles {
    /// Takes the features; those of a class that is not drawn are left out.
    pub fn build(features: &[BaseFeature]) -> Self {
        let projection = Projection::new();
        let mut entries: Vec<Entry> = Vec::new();
        let mut parts = Vec::new();
        let mut points = Vec::new();
        for feature in features {
            let Some(entry) = Entry::new(feature) else { continue };
            let (number, zoom) = (entries.len() as u32, entry.first_zoom());
            match &feature.shape {
                BaseShape::Point([lon, lat]) => {
                    points.extend(projection.world(*lon, *lat).map(|at| (number, at)));
                }
                BaseShape::Lines(lines) => {
                    parts.extend(lines.iter().filter_map(|line| Part::line(number, line, zoom)));
                }
                BaseShape::Polygons(polygons) => {
                    parts.extend(polygons.iter().filter_map(|polygon| Part::polygon(number, polygon, zoom)));
                }
            }
            entries.push(entry);
        }
        Self { entries, shapes: Shapes::new(parts), points }
    }

    /// The encoded tile; empty when nothing is there. A layer for each class, with {name, rank}.
    pub fn tile(&self, tile: TileId) -> Vec<u8> {
        let mut layers = CLASSES.map(|class| Layer::new(class.name));
        draw::features(
            &self.shapes,
            tile,
            |_| true,
            |number, kind, geometry| {
                let entry = &self.entries[number as usize];
                layers[entry.class].feature(kind, geometry, &entry.values());
            },
        );
        for (number, at) in &self.points {
            let entry = &self.entries[*number as usize];
            if entry.first_zoom() <= tile.z() && tile.holds(*at) {
                let mut geometry = Geometry::default();
                geometry.point(tile.units(*at));
                layers[entry.class].feature(GeometryKind::Point, &geometry, &entry.values());
            }
        }
        let mut encoded = Vec::new();
        for layer in &layers {
            layer.write(&mut encoded);
        }
        encoded
    }
}
