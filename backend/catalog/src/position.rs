//! Where something is: positions in degrees (WGS 84), how precise they are, and distances in metres.

use serde::{Deserialize, Serialize};

/// A point on the earth, degrees, WGS 84.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Position {
    /// Latitude, degrees north.
    pub lat: f64,
    /// Longitude, degrees east.
    pub lon: f64,
}

/// How a position came about; worse is further down.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Precision {
    /// Given by a person on the spot or by the office.
    Confirmed,
    /// As the official file states it.
    Official,
    /// As the official file states it, but outside the municipality of its address: doubtful.
    Doubtful,
    /// Middle of the 町丁目 of the address.
    Town,
    /// Town hall or middle of the municipality.
    Municipality,
}

/// A position with its precision.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Placed {
    /// The point.
    #[serde(flatten)]
    pub position: Position,
    /// How it came about.
    pub precision: Precision,
}

impl Position {
    /// Mean radius of the earth in metres (IUGG).
    pub const EARTH_RADIUS_M: f64 = 6_371_008.8;

    /// Great-circle distance in metres (haversine; error against the ellipsoid below 0.6 %).
    pub fn distance_m(self, other: Self) -> f64 {
        let (lat_a, lat_b) = (self.lat.to_radians(), other.lat.to_radians());
        let half_lat = (lat_b - lat_a) / 2.0;
        let half_lon = (other.lon - self.lon).to_radians() / 2.0;
        let h = half_lat.sin().powi(2) + lat_a.cos() * lat_b.cos() * half_lon.sin().powi(2);
        2.0 * Self::EARTH_RADIUS_M * h.sqrt().min(1.0).asin()
    }

    /// Whether the point lies in the box around Japan's land and islands (20–46° N, 122–154° E).
    pub fn is_near_japan(self) -> bool {
        (20.0..=46.0).contains(&self.lat) && (122.0..=154.0).contains(&self.lon)
    }
}

/// Area of polygons in square kilometres (Chamberlain and Duquette 2007, on the sphere). The first ring of a polygon is its
/// outline, `[lon, lat]` in degrees; the others are holes.
pub fn square_km(polygons: &[Vec<Vec<[f64; 2]>>]) -> f64 {
    let ring = |ring: &Vec<[f64; 2]>| -> f64 {
        let next = ring.iter().cycle().skip(1);
        let part = |(&[lon_a, lat_a], &[lon_b, lat_b]): (&[f64; 2], &[f64; 2])| {
            (lon_b - lon_a).to_radians() * (2.0 + lat_a.to_radians().sin() + lat_b.to_radians().sin())
        };
        let sum: f64 = ring.iter().zip(next).map(part).sum();
        (sum * (Position::EARTH_RADIUS_M / 1_000.0).powi(2) / 2.0).abs()
    };
    let polygon = |rings: &Vec<Vec<[f64; 2]>>| {
        rings.iter().enumerate().map(|(at, one)| if at == 0 { ring(one) } else { -ring(one) }).sum::<f64>()
    };
    polygons.iter().map(polygon).sum()
}

/// A box in degrees: west, south, east, north.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Bounds {
    /// Western edge, degrees east.
    pub west: f64,
    /// Southern edge, degrees north.
    pub south: f64,
    /// Eastern edge, degrees east.
    pub east: f64,
    /// Northern edge, degrees north.
    pub north: f64,
}

impl Bounds {
    /// The smallest box around the points, `None` without any.
    pub fn around(points: impl IntoIterator<Item = Position>) -> Option<Self> {
        points.into_iter().fold(None, |bounds: Option<Self>, p| {
            Some(bounds.map_or(Self { west: p.lon, south: p.lat, east: p.lon, north: p.lat }, |b| Self {
                west: b.west.min(p.lon),
                south: b.south.min(p.lat),
                east: b.east.max(p.lon),
                north: b.north.max(p.lat),
            }))
        })
    }

    /// Whether the point lies in the box, edges included.
    pub fn contains(self, p: Position) -> bool {
        (self.west..=self.east).contains(&p.lon) && (self.south..=self.north).contains(&p.lat)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const TOKYO: Position = Position { lat: 35.681_236, lon: 139.767_125 };
    const OSAKA: Position = Position { lat: 34.702_485, lon: 135.495_951 };

    #[test]
    fn a_square_of_a_tenth_of_a_degree_has_its_area_and_a_hole_takes_away() {
        let square = |from: f64, side: f64| {
            vec![
                [from, 35.0],
                [from + side, 35.0],
                [from + side, 35.0 + side],
                [from, 35.0 + side],
                [from, 35.0],
            ]
        };
        let whole = square_km(&[vec![square(139.0, 0.1)]]);
        // 11.12 km north to south, 11.12 km × cos 35.05° east to west.
        assert!((whole - 11.12 * 11.12 * 35.05_f64.to_radians().cos()).abs() < 0.1, "{whole}");
        let backwards: Vec<[f64; 2]> = square(139.0, 0.1).into_iter().rev().collect();
        let left = square_km(&[vec![backwards, square(139.02, 0.05)]]);
        assert!((left / whole - 0.75).abs() < 0.001, "{left}");
        assert!(square_km(&[]).abs() < f64::EPSILON);
    }

    #[test]
    fn the_distance_from_tokyo_to_osaka_station_is_403_kilometres() {
        assert!((TOKYO.distance_m(OSAKA) - 403_500.0).abs() < 1_500.0, "{}", TOKYO.distance_m(OSAKA));
        assert!(TOKYO.distance_m(TOKYO).abs() < 1e-6);
    }

    #[test]
    fn positions_of_the_official_files_far_away_are_not_near_japan() {
        assert!(TOKYO.is_near_japan() && Position { lat: 24.34, lon: 124.16 }.is_near_japan());
        for (lat, lon) in [(53.41291, -8.24389), (0.0, 0.0), (35.0, -218.04), (60.2, 20.0)] {
            assert!(!Position { lat, lon }.is_near_japan(), "{lat} {lon}");
        }
    }

    #[test]
    fn without_points_there_are_no_bounds() {
        assert_eq!(Bounds::around([]), None);
    }

    #[test]
    fn the_more_precise_place_is_the_smaller() {
        assert!(Precision::Confirmed < Precision::Official && Precision::Town < Precision::Municipality);
    }

    fn point() -> impl Strategy<Value = Position> {
        (-80.0..80.0, -179.0..179.0).prop_map(|(lat, lon)| Position { lat, lon })
    }

    proptest! {
        #[test]
        fn bounds_hold_every_point(points in prop::collection::vec(point(), 1..9)) {
            let bounds = Bounds::around(points.iter().copied()).unwrap();
            prop_assert!(points.iter().all(|p| bounds.contains(*p)));
        }

        #[test]
        fn a_distance_is_the_same_both_ways_and_no_detour_is_shorter(a in point(), b in point(), c in point()) {
            prop_assert!((a.distance_m(b) - b.distance_m(a)).abs() < 1e-3);
            prop_assert!(a.distance_m(c) <= a.distance_m(b) + b.distance_m(c) + 1.0);
        }
    }
}
