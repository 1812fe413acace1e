//! Vector tiles (MVT 2.1) of offices, areas and the base map.
//!
//! Pure functions of points and shapes: no files, no network, no clock. The same input gives the same bytes whatever
//! its order, so that a hash of a tile can be its `ETag`. An empty answer means that nothing is there.

mod areas;
mod base;
mod clip;
mod draw;
mod label;
mod mercator;
mod mvt;
mod offices;
mod outline;
mod shapes;
mod significance;

pub use areas::AreaTiles;
pub use base::BaseTiles;
pub use mercator::{MAX_ZOOM, TileId};
pub use offices::{OfficeTile, SINGLE_ZOOM, TilePoint, group, office_tile};
pub use outline::Outlines;
