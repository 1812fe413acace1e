//! What this installation holds and how its map is drawn.

use serde::Serialize;
use utoipa::ToSchema;

/// The installation in one object; the page reads it first.
#[derive(Debug, Serialize, ToSchema)]
pub struct Meta {
    /// Name of the product.
    pub name: &'static str,
    /// Version of the program.
    pub version: &'static str,
    /// Whether the invented demo prefecture is loaded.
    pub demo: bool,
    /// Offices that are listed now.
    pub offices: u64,
    /// Services that are listed now.
    pub services: u64,
    /// Organizations.
    pub organizations: u64,
    /// Open entries of the review queue.
    pub review_items: u64,
    /// When anything was last imported (RFC 3339).
    pub updated_at: Option<String>,
    /// Box around all offices: west, south, east, north.
    pub bounds: Option<[f64; 4]>,
    /// Data sets with their current edition.
    pub datasets: Vec<DatasetView>,
    /// Base maps beside our own.
    pub base_map: BaseMapView,
    /// Grows with every change; part of tile URLs so that caches stay right.
    pub generation: u64,
}

/// One data set.
#[derive(Debug, Serialize, ToSchema)]
pub struct DatasetView {
    /// `kaigo:430`.
    pub dataset: String,
    /// Name for people.
    pub label: String,
    /// Current edition.
    pub edition: String,
    /// Rows listed now.
    pub rows: u64,
    /// Rows that were listed once and are no more.
    pub gone: u64,
    /// When it was imported (RFC 3339).
    pub imported_at: Option<String>,
    /// File it came from.
    pub file: Option<String>,
    /// Credit its licence asks for.
    pub credit: Option<String>,
}

/// Optional base maps.
#[derive(Debug, Serialize, ToSchema)]
pub struct BaseMapView {
    /// A PMTiles file served from here.
    pub pmtiles: Option<TileSource>,
    /// Raster tiles of another server (地理院タイル).
    pub raster: Option<TileSource>,
}

/// Where tiles come from.
#[derive(Debug, Clone, Serialize, serde::Deserialize, ToSchema)]
pub struct TileSource {
    /// URL, for raster with `{z}/{x}/{y}`.
    pub url: String,
    /// Credit to show on the map.
    pub attribution: String,
    /// Highest zoom with tiles.
    pub maxzoom: u8,
}

/// Systems and service types.
#[derive(Debug, Serialize, ToSchema)]
pub struct Taxonomy {
    /// Systems in the order of legends.
    pub systems: Vec<SystemView>,
    /// Service types in taxonomy order.
    pub services: Vec<ServiceTypeView>,
}

/// A system.
#[derive(Debug, Serialize, ToSchema)]
pub struct SystemView {
    /// `care`, `disability`, …
    pub code: String,
    /// Japanese name.
    pub ja: String,
    /// English name.
    pub en: String,
}

/// A service type.
#[derive(Debug, Serialize, ToSchema)]
pub struct ServiceTypeView {
    /// `care-430`.
    pub code: String,
    /// System.
    pub system: String,
    /// Japanese name.
    pub ja: String,
    /// Short Japanese name.
    pub short_ja: String,
    /// English name.
    pub en: String,
}
