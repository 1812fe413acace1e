//! Base map: GeoJSON features with a `class`.

use crate::{
    Batch, ReadError,
    geojson::{self, Geometry},
    report::rejection,
};
use hoshizu_catalog::{
    area::{BaseFeature, BaseShape},
    progress::Progress,
};

/// Classes a base map shows.
pub(crate) const CLASSES: [&str; 9] =
    ["land", "water", "river", "railway", "road", "station", "green", "built_up", "label"];

pub(crate) fn read(
    text: &str,
    label: &str,
    dataset: String,
    progress: &dyn Progress,
) -> Result<Batch<BaseFeature>, ReadError> {
    let features = geojson::features(text, label)?;
    progress.phase("read", features.len() as u64);
    let mut batch = Batch::new(dataset);
    batch.rows = features.len() as u64;
    for feature in features {
        if progress.is_cancelled() {
            return Err(ReadError::Cancelled);
        }
        let line = feature.line;
        let refused = match feature.content {
            Err(reason) => {
                rejection(line, "geometry", &reason, "bad_geometry", "この図形を直すか取り除いてください。")
            }
            Ok((properties, geometry)) => {
                let class = geojson::text(&properties, "class").unwrap_or_default();
                let rank = geojson::text(&properties, "rank").and_then(|rank| rank.parse().ok()).unwrap_or(3);
                let shape = match geometry {
                    Geometry::Points(points) => points.first().copied().map(BaseShape::Point),
                    Geometry::Lines(lines) => Some(BaseShape::Lines(lines)),
                    Geometry::Polygons(polygons) => Some(BaseShape::Polygons(polygons)),
                    Geometry::None => None,
                };
                match shape {
                    Some(shape) if CLASSES.contains(&class.as_str()) => {
                        let name = geojson::text(&properties, "name");
                        batch.records.push((line, BaseFeature { class, name, rank, shape }));
                        continue;
                    }
                    Some(_) => rejection(
                        line,
                        "class",
                        &class,
                        "unknown_class",
                        "class を land, water, river, railway, road, station, green, built_up, label のどれかにしてください。",
                    ),
                    None => {
                        rejection(line, "geometry", "", "no_geometry", "図形（geometry）を付けてください。")
                    }
                }
            }
        };
        batch.rejected.push(refused);
    }
    Ok(batch)
}
