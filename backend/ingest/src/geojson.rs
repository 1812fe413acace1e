//! GeoJSON (RFC 7946), one feature at a time: a broken feature is a rejected row, not a broken file.

use crate::ReadError;
use hoshizu_catalog::area::{Polygon, Ring};
use serde::Deserialize;
use serde_json::{Map, Value, value::RawValue};

/// A feature that was read, or why not; with the line it begins on.
pub(crate) struct Feature {
    pub line: u64,
    pub content: Result<(Map<String, Value>, Geometry), String>,
}

/// A geometry in degrees, `[lon, lat]`.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Geometry {
    None,
    Points(Vec<[f64; 2]>),
    Lines(Vec<Vec<[f64; 2]>>),
    Polygons(Vec<Polygon>),
}

#[derive(Deserialize)]
struct Collection<'a> {
    #[serde(borrow)]
    features: Vec<&'a RawValue>,
}

#[derive(Deserialize)]
struct RawFeature {
    #[serde(default)]
    properties: Option<Map<String, Value>>,
    #[serde(default)]
    geometry: Option<RawGeometry>,
}

type Coordinate = Vec<f64>;

#[derive(Deserialize)]
#[serde(tag = "type", content = "coordinates")]
enum RawGeometry {
    Point(Coordinate),
    MultiPoint(Vec<Coordinate>),
    LineString(Vec<Coordinate>),
    MultiLineString(Vec<Vec<Coordinate>>),
    Polygon(Vec<Vec<Coordinate>>),
    MultiPolygon(Vec<Vec<Vec<Coordinate>>>),
}

/// The features of a collection.
///
/// # Errors
/// When the text is no feature collection.
pub(crate) fn features(text: &str, label: &str) -> Result<Vec<Feature>, ReadError> {
    let collection: Collection<'_> = serde_json::from_str(text)
        .map_err(|e| ReadError::Malformed { label: label.to_owned(), reason: e.to_string() })?;
    let mut line = 1;
    let mut counted = 0;
    Ok(collection
        .features
        .iter()
        .map(|raw| {
            // The raw value is a slice of the text: its offset gives the line.
            let at = (raw.get().as_ptr() as usize).saturating_sub(text.as_ptr() as usize).min(text.len());
            line += text.as_bytes()[counted..at.max(counted)].split(|b| *b == b'\n').count() as u64 - 1;
            counted = at.max(counted);
            Feature { line, content: feature(raw.get()) }
        })
        .collect())
}

fn feature(text: &str) -> Result<(Map<String, Value>, Geometry), String> {
    let raw: RawFeature = serde_json::from_str(text).map_err(|e| e.to_string())?;
    let geometry = match raw.geometry {
        None => Geometry::None,
        Some(geometry) => convert(geometry).ok_or_else(|| "coordinates out of range".to_owned())?,
    };
    Ok((raw.properties.unwrap_or_default(), geometry))
}

fn convert(raw: RawGeometry) -> Option<Geometry> {
    Some(match raw {
        RawGeometry::Point(point) => Geometry::Points(vec![coordinate(&point)?]),
        RawGeometry::MultiPoint(points) => Geometry::Points(line(&points)?),
        RawGeometry::LineString(points) => Geometry::Lines(vec![line(&points)?]),
        RawGeometry::MultiLineString(lines) => {
            Geometry::Lines(lines.iter().map(|points| line(points)).collect::<Option<_>>()?)
        }
        RawGeometry::Polygon(rings) => Geometry::Polygons(vec![polygon(&rings)?]),
        RawGeometry::MultiPolygon(polygons) => {
            Geometry::Polygons(polygons.iter().map(|rings| polygon(rings)).collect::<Option<_>>()?)
        }
    })
}

/// Degrees; plane coordinates in metres are refused here.
fn coordinate(values: &[f64]) -> Option<[f64; 2]> {
    let [lon, lat] = [*values.first()?, *values.get(1)?];
    (lon.abs() <= 360.0 && lat.abs() <= 90.0).then_some([lon, lat])
}

fn line(points: &[Coordinate]) -> Option<Vec<[f64; 2]>> {
    points.iter().map(|point| coordinate(point)).collect()
}

fn polygon(rings: &[Vec<Coordinate>]) -> Option<Polygon> {
    rings.iter().map(|ring| line(ring).map(closed)).collect()
}

/// A ring whose last point is its first.
pub(crate) fn closed(mut ring: Ring) -> Ring {
    if let (Some(first), Some(last)) = (ring.first().copied(), ring.last().copied())
        && (first[0].to_bits(), first[1].to_bits()) != (last[0].to_bits(), last[1].to_bits())
    {
        ring.push(first);
    }
    ring
}

/// A property as text: strings trimmed, numbers without a fraction as integers; `None` for null and empty.
pub(crate) fn text(properties: &Map<String, Value>, name: &str) -> Option<String> {
    let text = match properties.get(name)? {
        Value::String(text) => text.trim().to_owned(),
        Value::Number(number) => match number.as_f64() {
            Some(value) if value.fract() == 0.0 && value.abs() < 1e15 => format!("{value:.0}"),
            _ => number.to_string(),
        },
        Value::Bool(flag) => flag.to_string(),
        Value::Null | Value::Array(_) | Value::Object(_) => return None,
    };
    Some(text).filter(|text| !text.is_empty())
}

/// The first of these properties that says anything.
pub(crate) fn first(properties: &Map<String, Value>, names: &[&str]) -> Option<String> {
    names.iter().find_map(|name| text(properties, name))
}
