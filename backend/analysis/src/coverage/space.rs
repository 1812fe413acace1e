//! Where points lie and how far apart they are: a plane in kilometres, or the earth.

use hoshizu_catalog::position::Position;

const EARTH_RADIUS_KM: f64 = Position::EARTH_RADIUS_M / 1_000.0;

/// Road kilometres per great-circle kilometre assumed where no road distances are known. Measured between towns and
/// hospitals of the United States it is 1.42 (Boscoe, Henry and Zdeb 2012); studies of Japanese cities use 1.2 to 1.4.
pub const DETOUR: f64 = 1.3;

/// How distances are measured. Both kinds are straight lines between points of space, so that one index serves both.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Space {
    /// Euclidean, kilometres.
    Plane,
    /// Great circles times a detour factor, kilometres.
    Earth {
        /// Kilometres travelled per great-circle kilometre; 1 for great circles as they are.
        detour: f64,
    },
}

/// A point of a [`Space`]: its flat coordinates (x, y in kilometres, or longitude, latitude in degrees) for the index,
/// and its place in three dimensions, kilometres, for distances.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Spot {
    pub(crate) flat: [f64; 2],
    pub(crate) at: [f64; 3],
}

impl Spot {
    /// A point of the plane, kilometres.
    pub fn plane(x: f64, y: f64) -> Self {
        Self { flat: [x, y], at: [x, y, 0.0] }
    }

    /// A point of the earth.
    pub fn earth(position: Position) -> Self {
        let (lat, lon) = (position.lat.to_radians(), position.lon.to_radians());
        let at = [lat.cos() * lon.cos(), lat.cos() * lon.sin(), lat.sin()];
        Self { flat: [position.lon, position.lat], at: at.map(|part| part * EARTH_RADIUS_KM) }
    }

    /// The position of a point of the earth.
    pub fn position(self) -> Position {
        let [lon, lat] = self.flat;
        Position { lat, lon }
    }

    /// Square of the straight line through space, km².
    pub(crate) fn square(self, other: Self) -> f64 {
        let [a, b, c] = [0, 1, 2].map(|axis| self.at[axis] - other.at[axis]);
        a * a + b * b + c * c
    }
}

impl Space {
    /// Kilometres between two points whose straight line through space has this square.
    pub(crate) fn km(self, square: f64) -> f64 {
        let chord = square.sqrt();
        match self {
            Self::Plane => chord,
            Self::Earth { detour } => {
                let half = chord / (2.0 * EARTH_RADIUS_KM);
                // Below 130 km the series of the arc sine is exact to the last digit and a third of its time.
                let arc = if half < 0.01 {
                    let h = half * half;
                    half * (1.0 + h * (1.0 / 6.0 + h * (3.0 / 40.0 + h * (15.0 / 336.0))))
                } else {
                    half.min(1.0).asin()
                };
                2.0 * EARTH_RADIUS_KM * arc * detour
            }
        }
    }

    /// Kilometres between two points.
    pub fn distance(self, a: Spot, b: Spot) -> f64 {
        self.km(a.square(b))
    }

    /// Square of the straight line that no pair within `km` exceeds; a little more, so that rounding loses none.
    pub(crate) fn square_within(self, km: f64) -> f64 {
        let chord = match self {
            Self::Plane => km,
            Self::Earth { detour } => {
                let angle = (km / detour / EARTH_RADIUS_KM).min(std::f64::consts::PI);
                2.0 * EARTH_RADIUS_KM * (angle / 2.0).sin()
            }
        };
        chord * chord * (1.0 + 1e-9) + 1e-12
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn distances_on_the_earth_are_those_of_the_catalog_times_the_detour(
            lat in 20.0..46.0_f64, lon in 122.0..154.0_f64, north in -2.0..2.0_f64, east in -2.0..2.0_f64
        ) {
            let (a, b) = (Position { lat, lon }, Position { lat: lat + north, lon: lon + east });
            let km = Space::Earth { detour: 1.3 }.distance(Spot::earth(a), Spot::earth(b));
            prop_assert!((km - a.distance_m(b) * 1.3 / 1_000.0).abs() < 1e-8 * (1.0 + km), "{km}");
        }

        #[test]
        fn no_pair_within_a_distance_is_outside_its_square(
            lat in 20.0..46.0_f64, lon in 122.0..154.0_f64, north in -1.0..1.0_f64, east in -1.0..1.0_f64
        ) {
            let (a, b) = (Spot::earth(Position { lat, lon }), Spot::earth(Position { lat: lat + north, lon: lon + east }));
            for space in [Space::Plane, Space::Earth { detour: 1.3 }] {
                prop_assert!(a.square(b) <= space.square_within(space.distance(a, b)));
            }
        }
    }
}
