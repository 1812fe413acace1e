//! Web Mercator on an integer world grid, and the tiles that divide it.
//!
//! One step of the grid is 40,075 km ÷ 2³¹ = 1.9 cm at the equator. Whole numbers make "which tile, which cell"
//! exact: a point cannot fall between two tiles or into both.

use hoshizu_catalog::position::Bounds;
use std::{f64::consts::PI, sync::LazyLock};

/// The deepest zoom that is answered; beyond it a map stretches tiles of a lower one.
pub const MAX_ZOOM: u8 = 18;

/// The world is 2^31 steps wide and high, x eastwards, y southwards.
pub(crate) const WORLD_BITS: u32 = 31;
/// Units across a tile (MVT `extent`).
pub(crate) const EXTENT: u32 = 1 << EXTENT_BITS;
/// Binary logarithm of [`EXTENT`].
pub(crate) const EXTENT_BITS: u32 = 12;
/// `MapLibre` draws a vector tile 512 pixels wide; every size in pixels below means these.
pub(crate) const TILE_PIXELS_BITS: u32 = 9;

/// A point of the world grid, `[x, y]`.
pub(crate) type World = [i32; 2];

const WORLD: f64 = (1_u64 << WORLD_BITS) as f64;
/// Where Web Mercator's square ends.
const MAX_LAT: f64 = 85.051_128_779_806_6;
const STEPS_PER_DEGREE: f64 = 32.0;

/// Mercator y and its slope at every 1/32°. Between two entries a cubic is exact to a thousandth of a grid step up
/// to 75° and saves the logarithm, which would be half of the time of a tile of 500,000 points.
static LATITUDES: LazyLock<Vec<[f64; 2]>> = LazyLock::new(|| {
    let last = (2.0 * MAX_LAT * STEPS_PER_DEGREE).ceil() as u32 + 1;
    (0..=last)
        .map(|step| {
            let lat = (f64::from(step) / STEPS_PER_DEGREE - MAX_LAT).to_radians();
            let slope = -1.0 / (2.0 * PI * lat.cos()) * (1.0 / STEPS_PER_DEGREE).to_radians();
            [0.5 - lat.tan().asinh() / (2.0 * PI), slope]
        })
        .collect()
});

/// The projection, with its table at hand for loops over many points.
#[derive(Clone, Copy)]
pub(crate) struct Projection(&'static [[f64; 2]]);

impl Projection {
    pub(crate) fn new() -> Self {
        Self(&LATITUDES)
    }

    /// The grid point of a position in degrees; `None` when it is not a number. Poles and overlong longitudes are
    /// held at the edge of the world.
    #[inline]
    pub(crate) fn world(self, lon: f64, lat: f64) -> Option<World> {
        if !(lon.is_finite() && lat.is_finite()) {
            return None;
        }
        let place = (lat.clamp(-MAX_LAT, MAX_LAT) + MAX_LAT) * STEPS_PER_DEGREE;
        let step = place as usize;
        let t = place - step as f64;
        let ([y0, m0], [y1, m1]) = (*self.0.get(step)?, *self.0.get(step + 1)?);
        let rise = y1 - y0;
        let y = y0 + t * (m0 + t * ((3.0 * rise - 2.0 * m0 - m1) + t * (m0 + m1 - 2.0 * rise)));
        Some([grid((lon + 180.0) / 360.0), grid(y)])
    }
}

fn grid(share: f64) -> i32 {
    (share * WORLD).clamp(0.0, WORLD - 1.0) as i32
}

/// Degrees east of a grid x.
pub(crate) fn lon(x: f64) -> f64 {
    x / WORLD * 360.0 - 180.0
}

/// Degrees north of a grid y.
pub(crate) fn lat(y: f64) -> f64 {
    (PI * (1.0 - 2.0 * y / WORLD)).sinh().atan().to_degrees()
}

/// Grid steps of one pixel at this zoom.
pub(crate) fn pixel(z: u8) -> f64 {
    f64::from(1_u32 << (WORLD_BITS - TILE_PIXELS_BITS - u32::from(z)))
}

/// A tile of the usual `z/x/y` scheme (y southwards) that exists.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct TileId {
    z: u8,
    x: u32,
    y: u32,
}

impl TileId {
    /// The tile, `None` when its numbers lie outside the world or `z` above [`MAX_ZOOM`].
    pub fn new(z: u32, x: u32, y: u32) -> Option<Self> {
        let z = u8::try_from(z).ok().filter(|z| *z <= MAX_ZOOM)?;
        (x < 1 << z && y < 1 << z).then_some(Self { z, x, y })
    }

    /// Zoom.
    pub fn z(self) -> u8 {
        self.z
    }

    /// Column, from the west.
    pub fn x(self) -> u32 {
        self.x
    }

    /// Row, from the north.
    pub fn y(self) -> u32 {
        self.y
    }

    /// The box of the tile in degrees, 0.1 m wider on every side than its grid cells, so that a query by it misses
    /// no point at the edge; what falls outside the tile is left out later.
    pub fn bounds(self) -> Bounds {
        const MARGIN: f64 = 1e-6;
        let [west, north] = self.origin().map(f64::from);
        let size = (1_u64 << self.size_bits()) as f64;
        Bounds {
            west: lon(west) - MARGIN,
            south: lat(north + size) - MARGIN,
            east: lon(west + size) + MARGIN,
            north: lat(north) + MARGIN,
        }
    }

    /// Binary logarithm of its width in grid steps.
    pub(crate) fn size_bits(self) -> u32 {
        WORLD_BITS - u32::from(self.z)
    }

    /// Its north-western corner. Fits: x < 2^z, so x · 2^(31−z) < 2^31.
    pub(crate) fn origin(self) -> World {
        [(self.x << self.size_bits()) as i32, (self.y << self.size_bits()) as i32]
    }

    /// Whether the grid point belongs to this tile (and to no other of its zoom).
    #[inline]
    pub(crate) fn holds(self, [x, y]: World) -> bool {
        let bits = self.size_bits();
        (x as u32) >> bits == self.x && (y as u32) >> bits == self.y
    }

    /// The grid point in units of the tile, rounded down.
    pub(crate) fn units(self, [x, y]: World) -> [i32; 2] {
        let [west, north] = self.origin().map(i64::from);
        let shift = self.size_bits() - EXTENT_BITS;
        [((i64::from(x) - west) >> shift) as i32, ((i64::from(y) - north) >> shift) as i32]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_agrees_with_the_formula_to_a_grid_step() {
        let projection = Projection::new();
        for step in 0..17_000 {
            let degrees = -85.0 + f64::from(step) * 0.01 + 0.003_7;
            let [_, y] = projection.world(135.0, degrees).unwrap();
            let exact = (0.5 - degrees.to_radians().tan().asinh() / (2.0 * PI)) * WORLD;
            assert!((f64::from(y) + 0.5 - exact).abs() <= 1.0, "{degrees}: {y} {exact}");
        }
    }

    #[test]
    fn known_tile_of_osaka_station() {
        let [x, y] = Projection::new().world(135.4959, 34.7025).unwrap();
        assert_eq!([x >> (31 - 14), y >> (31 - 14)], [14358, 6506]);
        assert!(TileId::new(14, 14358, 6506).unwrap().holds([x, y]));
        assert!(!TileId::new(14, 14359, 6506).unwrap().holds([x, y]));
    }

    #[test]
    fn tiles_outside_the_world_do_not_exist() {
        assert!(TileId::new(0, 0, 0).is_some() && TileId::new(18, (1 << 18) - 1, 0).is_some());
        assert!(TileId::new(0, 1, 0).is_none() && TileId::new(3, 0, 8).is_none());
        assert!(TileId::new(19, 0, 0).is_none() && TileId::new(300, 0, 0).is_none());
    }

    #[test]
    fn bounds_hold_every_point_of_the_tile() {
        let tile = TileId::new(14, 14358, 6506).unwrap();
        let bounds = tile.bounds();
        let [west, north] = tile.origin().map(f64::from);
        let east = west + f64::from(1 << tile.size_bits());
        assert!(bounds.west < lon(west) && bounds.east > lon(east) && bounds.north > lat(north));
        assert!((bounds.east - bounds.west - 360.0 / 16384.0).abs() < 1e-5);
    }

    #[test]
    fn what_is_not_a_number_has_no_place_and_poles_stay_in_the_world() {
        let projection = Projection::new();
        assert_eq!(projection.world(f64::NAN, 35.0), None);
        assert_eq!(projection.world(135.0, f64::INFINITY), None);
        assert_eq!(projection.world(-180.0, 90.0), Some([0, 0]));
        assert_eq!(projection.world(180.0, -90.0), Some([i32::MAX, i32::MAX]));
    }
}
