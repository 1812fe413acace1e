//! Mapbox Vector Tile 2.1 written by hand: the five protobuf shapes it needs, and geometry commands.

use crate::mercator::EXTENT;
use std::collections::HashMap;

const MOVE_TO: u32 = 1;
const LINE_TO: u32 = 2;
const CLOSE_PATH: u32 = 7;

/// What a geometry is; the numbers are those of the specification.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum GeometryKind {
    Point = 1,
    Lines = 2,
    Polygons = 3,
}

/// A value of a feature.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Value<'a> {
    Text(&'a str),
    Uint(u64),
    Double(f64),
    Bool(bool),
}

/// Geometry of one feature as MVT commands; every point is told relative to the one before.
#[derive(Debug, Default)]
pub(crate) struct Geometry {
    commands: Vec<u32>,
    cursor: [i32; 2],
}

impl Geometry {
    pub(crate) fn is_empty(&self) -> bool {
        self.commands.is_empty()
    }

    pub(crate) fn point(&mut self, at: [i32; 2]) {
        self.commands.push(MOVE_TO | 1 << 3);
        self.go(at);
    }

    /// A line of at least two points.
    pub(crate) fn line(&mut self, points: &[[i32; 2]]) {
        let [first, rest @ ..] = points else { return };
        self.point(*first);
        self.commands.push(LINE_TO | (rest.len() as u32) << 3);
        for at in rest {
            self.go(*at);
        }
    }

    /// A ring of at least three points, the first not repeated at the end.
    pub(crate) fn ring(&mut self, points: &[[i32; 2]]) {
        self.line(points);
        self.commands.push(CLOSE_PATH | 1 << 3);
    }

    fn go(&mut self, at: [i32; 2]) {
        for (cursor, to) in self.cursor.iter_mut().zip(at) {
            let step = to - *cursor;
            self.commands.push(((step << 1) ^ (step >> 31)) as u32);
            *cursor = to;
        }
    }
}

/// One layer with its tables of keys and values.
pub(crate) struct Layer {
    name: &'static str,
    features: Vec<u8>,
    keys: Vec<&'static str>,
    values: Vec<u8>,
    value_numbers: HashMap<Vec<u8>, u32>,
}

impl Layer {
    pub(crate) fn new(name: &'static str) -> Self {
        Self {
            name,
            features: Vec::new(),
            keys: Vec::new(),
            values: Vec::new(),
            value_numbers: HashMap::new(),
        }
    }

    /// Adds a feature; one without geometry is left out.
    pub(crate) fn feature(
        &mut self,
        kind: GeometryKind,
        geometry: &Geometry,
        values: &[(&'static str, Value)],
    ) {
        if geometry.is_empty() {
            return;
        }
        let mut tags = Vec::with_capacity(values.len() * 2);
        for (key, value) in values {
            tags.push(self.key(key));
            tags.push(self.value(*value));
        }
        let mut feature = Vec::with_capacity(geometry.commands.len() * 2 + 24);
        packed(&mut feature, 2, &tags);
        number(&mut feature, 3, kind as u64);
        packed(&mut feature, 4, &geometry.commands);
        bytes(&mut self.features, 2, &feature);
    }

    fn key(&mut self, key: &'static str) -> u32 {
        let known = self.keys.iter().position(|k| *k == key);
        known.unwrap_or_else(|| {
            self.keys.push(key);
            self.keys.len() - 1
        }) as u32
    }

    fn value(&mut self, value: Value) -> u32 {
        let mut message = Vec::new();
        match value {
            Value::Text(text) => bytes(&mut message, 1, text.as_bytes()),
            Value::Double(double) => {
                varint(&mut message, 3 << 3 | 1);
                message.extend(double.to_le_bytes());
            }
            Value::Uint(uint) => number(&mut message, 5, uint),
            Value::Bool(is) => number(&mut message, 7, u64::from(is)),
        }
        let next = self.value_numbers.len() as u32;
        if let Some(number) = self.value_numbers.get(&message) {
            return *number;
        }
        bytes(&mut self.values, 4, &message);
        self.value_numbers.insert(message, next);
        next
    }

    /// Appends the layer to a tile; a layer without features is left out.
    pub(crate) fn write(&self, tile: &mut Vec<u8>) {
        if self.features.is_empty() {
            return;
        }
        let mut layer = Vec::with_capacity(self.features.len() + self.values.len() + 256);
        number(&mut layer, 15, 2);
        bytes(&mut layer, 1, self.name.as_bytes());
        layer.extend(&self.features);
        for key in &self.keys {
            bytes(&mut layer, 3, key.as_bytes());
        }
        layer.extend(&self.values);
        number(&mut layer, 5, u64::from(EXTENT));
        bytes(tile, 3, &layer);
    }
}

fn varint(out: &mut Vec<u8>, mut value: u64) {
    while value >= 0x80 {
        out.push(value as u8 | 0x80);
        value >>= 7;
    }
    out.push(value as u8);
}

fn number(out: &mut Vec<u8>, field: u64, value: u64) {
    varint(out, field << 3);
    varint(out, value);
}

fn bytes(out: &mut Vec<u8>, field: u64, content: &[u8]) {
    varint(out, field << 3 | 2);
    varint(out, content.len() as u64);
    out.extend(content);
}

fn packed(out: &mut Vec<u8>, field: u64, values: &[u32]) {
    let mut content = Vec::with_capacity(values.len() * 2);
    for value in values {
        varint(&mut content, u64::from(*value));
    }
    bytes(out, field, &content);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn commands_are_those_of_the_worked_examples_of_the_specification() {
        let mut point = Geometry::default();
        point.point([25, 17]);
        assert_eq!(point.commands, [9, 50, 34]);
        let mut lines = Geometry::default();
        lines.line(&[[2, 2], [2, 10], [10, 10]]);
        lines.line(&[[1, 1], [3, 5]]);
        assert_eq!(lines.commands, [9, 4, 4, 18, 0, 16, 16, 0, 9, 17, 17, 10, 4, 8]);
        let mut ring = Geometry::default();
        ring.ring(&[[3, 6], [8, 12], [20, 34]]);
        assert_eq!(ring.commands, [9, 6, 12, 18, 10, 12, 24, 44, 15]);
    }

    #[test]
    fn equal_keys_and_values_are_written_once() {
        let mut layer = Layer::new("offices");
        let mut geometry = Geometry::default();
        geometry.point([1, 2]);
        for _ in 0..2 {
            let values =
                [("name", Value::Text("枚方")), ("n", Value::Uint(300)), ("stack", Value::Bool(true))];
            layer.feature(GeometryKind::Point, &geometry, &values);
        }
        assert_eq!(layer.keys, ["name", "n", "stack"]);
        assert_eq!(layer.value_numbers.len(), 3);
        let mut tile = Vec::new();
        layer.write(&mut tile);
        let needle = "枚方".as_bytes();
        assert_eq!(tile.windows(needle.len()).filter(|w| *w == needle).count(), 1);
    }

    #[test]
    fn an_empty_layer_writes_nothing() {
        let mut tile = Vec::new();
        let mut layer = Layer::new("areas");
        layer.feature(GeometryKind::Point, &Geometry::default(), &[]);
        layer.write(&mut tile);
        assert!(tile.is_empty());
    }
}
