//! 圏域 in lists and by code.

use crate::view::card::NamedCode;
use serde::Serialize;
use utoipa::ToSchema;

/// Areas.
#[derive(Debug, Serialize, ToSchema)]
pub struct AreaList {
    /// In the order of their codes.
    pub items: Vec<AreaItem>,
}

/// An area as lists show it.
#[derive(Debug, Serialize, ToSchema)]
pub struct AreaItem {
    /// Code.
    pub code: String,
    /// `prefecture`, `municipality`, `ward`, `community_area`, …
    pub kind: String,
    /// Name.
    pub name: String,
    /// Reading, hiragana.
    pub kana: Option<String>,
    /// Code of the area it lies in.
    pub parent: Option<String>,
    /// A point to centre a map on.
    pub center: Option<Point>,
}

/// A point in degrees.
#[derive(Debug, Clone, Copy, Serialize, ToSchema)]
pub struct Point {
    /// Degrees north.
    pub lat: f64,
    /// Degrees east.
    pub lon: f64,
}

/// One area with its population.
#[derive(Debug, Serialize, ToSchema)]
pub struct AreaDetail {
    /// Code.
    pub code: String,
    /// Kind.
    pub kind: String,
    /// Name.
    pub name: String,
    /// Reading, hiragana.
    pub kana: Option<String>,
    /// The area it lies in.
    pub parent: Option<NamedCode>,
    /// Box around it: west, south, east, north.
    pub bounds: Option<[f64; 4]>,
    /// A point to centre a map on.
    pub center: Option<Point>,
    /// Persons by age band.
    pub population: Vec<PopulationItem>,
}

/// Persons of one age band.
#[derive(Debug, Serialize, ToSchema)]
pub struct PopulationItem {
    /// First year of the band.
    pub age_from: u32,
    /// Last year of the band inclusive, `null` when open.
    pub age_to: Option<u32>,
    /// Persons.
    pub persons: u64,
    /// Year of the count.
    pub year: u32,
}
