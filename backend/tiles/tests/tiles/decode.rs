//! A small reader of MVT 2.1, written from the specification; it panics on what the specification forbids.

use std::collections::BTreeMap;

#[derive(Debug, Clone, PartialEq)]
pub enum Value {
    Text(String),
    Uint(u64),
    Double(f64),
    Bool(bool),
}

impl Value {
    pub fn uint(&self) -> u64 {
        let Self::Uint(n) = self else { panic!("{self:?} is not a count") };
        *n
    }

    pub fn text(&self) -> &str {
        let Self::Text(text) = self else { panic!("{self:?} is not a text") };
        text
    }

    pub fn double(&self) -> f64 {
        let Self::Double(n) = self else { panic!("{self:?} is not a number") };
        *n
    }
}

#[derive(Debug, Clone, PartialEq)]
pub struct Feature {
    pub kind: u64,
    pub values: BTreeMap<String, Value>,
    /// Points, lines or rings (first point not repeated).
    pub parts: Vec<Vec<[i64; 2]>>,
}

pub type Layers = BTreeMap<String, Vec<Feature>>;

struct Reader<'a>(&'a [u8]);

enum Field<'a> {
    Number(u64),
    Fixed([u8; 8]),
    Bytes(&'a [u8]),
}

impl<'a> Reader<'a> {
    fn varint(&mut self) -> u64 {
        let mut value = 0;
        for shift in (0..64).step_by(7) {
            let (byte, rest) = self.0.split_first().expect("truncated number");
            self.0 = rest;
            value |= u64::from(byte & 0x7f) << shift;
            if byte & 0x80 == 0 {
                return value;
            }
        }
        panic!("number too long");
    }

    fn take(&mut self, length: usize) -> &'a [u8] {
        let (taken, rest) = self.0.split_at(length);
        self.0 = rest;
        taken
    }
}

impl<'a> Iterator for Reader<'a> {
    type Item = (u64, Field<'a>);
    fn next(&mut self) -> Option<Self::Item> {
        if self.0.is_empty() {
            return None;
        }
        let tag = self.varint();
        let field = match tag & 7 {
            0 => Field::Number(self.varint()),
            1 => Field::Fixed(self.take(8).try_into().unwrap()),
            2 => {
                let length = self.varint() as usize;
                Field::Bytes(self.take(length))
            }
            other => panic!("wire type {other}"),
        };
        Some((tag >> 3, field))
    }
}

fn numbers(bytes: &[u8]) -> Vec<u64> {
    let mut reader = Reader(bytes);
    let mut numbers = Vec::new();
    while !reader.0.is_empty() {
        numbers.push(reader.varint());
    }
    numbers
}

/// The layers of a tile.
pub fn tile(bytes: &[u8]) -> Layers {
    let mut layers = Layers::new();
    for field in Reader(bytes) {
        let (3, Field::Bytes(content)) = field else { panic!("not a layer") };
        let (name, features) = layer(content);
        assert!(!features.is_empty(), "an empty layer was written");
        assert!(layers.insert(name, features).is_none(), "two layers of one name");
    }
    layers
}

fn layer(bytes: &[u8]) -> (String, Vec<Feature>) {
    let (mut name, mut keys, mut values, mut raw) = (String::new(), Vec::new(), Vec::new(), Vec::new());
    let (mut version, mut extent) = (0, 0);
    for field in Reader(bytes) {
        match field {
            (1, Field::Bytes(text)) => name = String::from_utf8(text.to_vec()).unwrap(),
            (2, Field::Bytes(feature)) => raw.push(feature),
            (3, Field::Bytes(key)) => keys.push(String::from_utf8(key.to_vec()).unwrap()),
            (4, Field::Bytes(content)) => values.push(value(content)),
            (5, Field::Number(n)) => extent = n,
            (15, Field::Number(n)) => version = n,
            (other, _) => panic!("field {other} of a layer"),
        }
    }
    assert_eq!((version, extent), (2, 4096));
    let features = raw.into_iter().map(|bytes| feature(bytes, &keys, &values)).collect();
    (name, features)
}

fn value(bytes: &[u8]) -> Value {
    match Reader(bytes).next().expect("a value without content") {
        (1, Field::Bytes(text)) => Value::Text(String::from_utf8(text.to_vec()).unwrap()),
        (3, Field::Fixed(bits)) => Value::Double(f64::from_le_bytes(bits)),
        (5, Field::Number(n)) => Value::Uint(n),
        (7, Field::Number(n)) => Value::Bool(n != 0),
        (other, _) => panic!("value of kind {other}"),
    }
}

fn feature(bytes: &[u8], keys: &[String], values: &[Value]) -> Feature {
    let (mut kind, mut tags, mut commands) = (0, Vec::new(), Vec::new());
    for field in Reader(bytes) {
        match field {
            (2, Field::Bytes(content)) => tags = numbers(content),
            (3, Field::Number(n)) => kind = n,
            (4, Field::Bytes(content)) => commands = numbers(content),
            (other, _) => panic!("field {other} of a feature"),
        }
    }
    let pairs = tags.chunks(2).map(|t| (keys[t[0] as usize].clone(), values[t[1] as usize].clone()));
    Feature { kind, values: pairs.collect(), parts: parts(kind, &commands) }
}

fn parts(kind: u64, commands: &[u64]) -> Vec<Vec<[i64; 2]>> {
    let mut parts: Vec<Vec<[i64; 2]>> = Vec::new();
    let mut cursor = [0_i64; 2];
    let mut words = commands.iter().copied();
    while let Some(command) = words.next() {
        let (id, count) = (command & 7, command >> 3);
        if id == 7 {
            assert!(kind == 3 && count == 1 && parts.last().is_some_and(|ring| ring.len() >= 3), "bad ring");
            continue;
        }
        for _ in 0..count {
            for axis in &mut cursor {
                let word = words.next().expect("missing parameter");
                *axis += (word >> 1) as i64 ^ -((word & 1) as i64);
            }
            match id {
                1 => parts.push(vec![cursor]),
                2 => {
                    let part = parts.last_mut().expect("a line without a start");
                    assert_ne!(part.last(), Some(&cursor), "a step of no length");
                    part.push(cursor);
                }
                other => panic!("command {other}"),
            }
        }
    }
    parts
}

/// Degrees of a point in units of the tile `z/x/y`.
pub fn degrees(z: u32, x: u32, y: u32, units: [i64; 2]) -> [f64; 2] {
    let across = 4096.0 * f64::from(1_u32 << z);
    let east = (f64::from(x) * 4096.0 + units[0] as f64) / across;
    let south = (f64::from(y) * 4096.0 + units[1] as f64) / across;
    let lat = (std::f64::consts::PI * (1.0 - 2.0 * south)).sinh().atan().to_degrees();
    [east * 360.0 - 180.0, lat]
}

/// Twice the signed area of a ring, y down: positive for outer rings.
pub fn twice_area(ring: &[[i64; 2]]) -> i64 {
    let next = ring.iter().skip(1).chain(ring.first());
    ring.iter().zip(next).map(|(a, b)| a[0] * b[1] - b[0] * a[1]).sum()
}
