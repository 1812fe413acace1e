//! GeoJSON by hand: one feature a line, five decimals, so that differences read well and files stay small.

use crate::{
    design::Km,
    grid::Projection,
    trace::{Polygon, Ring},
};
use std::fmt::Write;

/// A feature collection under construction.
pub struct Collection {
    projection: Projection,
    features: Vec<String>,
}

/// A shape in kilometres.
pub enum Shape<'a> {
    /// A point.
    Point(Km),
    /// A line.
    Line(&'a [Km]),
    /// Lines of one name.
    Lines(&'a [Vec<Km>]),
    /// Polygons.
    Polygons(&'a [Polygon]),
}

/// Quotes a text for JSON; our texts hold no control characters.
pub fn quote(text: &str) -> String {
    format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""))
}

impl Collection {
    /// An empty collection.
    pub fn new(projection: Projection) -> Self {
        Self { projection, features: Vec::new() }
    }

    /// Adds a feature; property values are JSON already.
    pub fn add(&mut self, properties: &[(&str, String)], shape: &Shape) {
        let properties: Vec<String> =
            properties.iter().map(|(key, value)| format!("{}:{value}", quote(key))).collect();
        let geometry = match shape {
            Shape::Point(at) => format!("{{\"type\":\"Point\",\"coordinates\":{}}}", self.point(*at)),
            Shape::Line(line) => {
                format!("{{\"type\":\"LineString\",\"coordinates\":{}}}", self.points(line.iter().copied()))
            }
            Shape::Lines(lines) => {
                let lines: Vec<String> = lines.iter().map(|line| self.points(line.iter().copied())).collect();
                format!("{{\"type\":\"MultiLineString\",\"coordinates\":[{}]}}", lines.join(","))
            }
            Shape::Polygons([one]) => {
                format!("{{\"type\":\"Polygon\",\"coordinates\":{}}}", self.polygon(one))
            }
            Shape::Polygons(many) => {
                let parts: Vec<String> = many.iter().map(|polygon| self.polygon(polygon)).collect();
                format!("{{\"type\":\"MultiPolygon\",\"coordinates\":[{}]}}", parts.join(","))
            }
        };
        self.features.push(format!(
            "{{\"type\":\"Feature\",\"properties\":{{{}}},\"geometry\":{geometry}}}",
            properties.join(",")
        ));
    }

    fn point(&self, at: Km) -> String {
        let [lon, lat] = self.projection.degrees(at);
        format!("[{lon},{lat}]")
    }

    fn points(&self, points: impl Iterator<Item = Km>) -> String {
        let mut text = String::from("[");
        let mut last = None;
        for point in points {
            let degrees = self.projection.degrees(point);
            if last == Some(degrees) {
                continue;
            }
            if last.is_some() {
                text.push(',');
            }
            last = Some(degrees);
            // Writing to a string cannot fail.
            let _ = write!(text, "[{},{}]", degrees[0], degrees[1]);
        }
        text.push(']');
        text
    }

    fn ring(&self, ring: &Ring) -> String {
        self.points(ring.iter().copied().chain(std::iter::once(ring[0])))
    }

    fn polygon(&self, polygon: &Polygon) -> String {
        let rings: Vec<String> = polygon.iter().map(|ring| self.ring(ring)).collect();
        format!("[{}]", rings.join(","))
    }

    /// The file.
    pub fn finish(&self, name: &str) -> String {
        format!(
            "{{\"type\":\"FeatureCollection\",\"name\":{},\"features\":[\n{}\n]}}\n",
            quote(name),
            self.features.join(",\n")
        )
    }
}
