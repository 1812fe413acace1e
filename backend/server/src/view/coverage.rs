//! Supply and reach of a service by area.

use crate::view::{area::Point, card::NamedCode};
use serde::Serialize;
use utoipa::ToSchema;

/// One measure of one service in the areas inside an area.
#[derive(Debug, Serialize, ToSchema)]
pub struct CoverageTable {
    /// The service.
    pub service: String,
    /// The measure.
    pub measure: String,
    /// The people it is measured against: `all`, `0-17`, `18-64`, `65+`, `75+`, `85+`.
    pub age: String,
    /// Whether nobody counted the people the service is for, and others stand for them.
    pub age_is_substitute: bool,
    /// The area all rows lie in; nothing for everywhere.
    pub area: Option<NamedCode>,
    /// Kind of the rows.
    pub kind: String,
    /// Kinds there are inside the area.
    pub kinds: Vec<AreaKindCount>,
    /// The four breaks between the five classes, the same for every area and year; nothing for counts.
    pub breaks: Option<[f64; 4]>,
    /// Catchment of the floating catchment methods, kilometres travelled.
    pub catchment_km: f64,
    /// Beyond this people are far, kilometres travelled.
    pub far_km: f64,
    /// How ways are measured.
    pub ways: WaysView,
    /// Points (towns) the people were brought to, in equal parts within an area.
    pub points: usize,
    /// Offices of the service in all areas.
    pub offices: usize,
    /// Those of them without a position: counted where they stand, left out of reach.
    pub unplaced: usize,
    /// Oldest and newest year of the population of the rows.
    pub years: Option<[u32; 2]>,
    /// Data sets the figures come from.
    pub sources: Vec<CoverageSource>,
    /// When the figures were computed (RFC 3339).
    pub computed_at: String,
    /// One row an area, by code.
    pub items: Vec<CoverageRow>,
}

/// A kind of area and how many there are.
#[derive(Debug, Serialize, ToSchema)]
pub struct AreaKindCount {
    /// `municipality`, `ward`, `community_area`, …
    pub kind: String,
    /// How many.
    pub count: usize,
}

/// A data set.
#[derive(Debug, Serialize, ToSchema)]
pub struct CoverageSource {
    /// Name for people.
    pub label: String,
    /// Edition.
    pub edition: String,
    /// Credit its licence asks for.
    pub credit: Option<String>,
}

/// One area.
#[derive(Debug, Serialize, ToSchema)]
pub struct CoverageRow {
    /// Code.
    pub code: String,
    /// Name.
    pub name: String,
    /// The figure; `null` where there is none.
    pub value: Option<f64>,
    /// `1` (lowest) to `5`, `zero`, `no_data`.
    pub class: String,
    /// Offices of the service in the area.
    pub offices: u32,
    /// Places of those that state them.
    pub places: u32,
    /// Offices that state their places.
    pub stating: u32,
    /// People of the group, rounded; `null` where nobody counted them.
    pub population: Option<u64>,
    /// Year of that count.
    pub year: Option<u32>,
    /// `counted` for this area, `cut` (a band was cut), `spread` (added up from its towns), `nobody` (nobody was counted
    /// here though people were counted around, and no office stands here: its figures are no data, not zero).
    pub basis: Option<String>,
    /// A point to draw it at.
    pub center: Option<Point>,
    /// Codes of the areas to colour: its own, or those of its wards.
    pub drawn: Vec<String>,
}

/// One measure of every service, in the same parts of an area.
#[derive(Debug, Serialize, ToSchema)]
pub struct SideBySide {
    /// The area; nothing for everywhere, by prefecture.
    pub area: Option<NamedCode>,
    /// Measure.
    pub measure: String,
    /// Kind of the parts.
    pub kind: String,
    /// Kinds there are inside the area, with few enough parts to be drawn.
    pub kinds: Vec<AreaKindCount>,
    /// Width of the small map, in units of the paths.
    pub width: f64,
    /// Its height.
    pub height: f64,
    /// The parts.
    pub parts: Vec<PartOutline>,
    /// Services in the order of the taxonomy.
    pub services: Vec<ServiceFigures>,
}

/// A part of the small map.
#[derive(Debug, Serialize, ToSchema)]
pub struct PartOutline {
    /// Code.
    pub code: String,
    /// Name.
    pub name: String,
    /// SVG path; empty where no polygon is known.
    pub path: String,
    /// Where a circle belongs, in units of the path: x, y.
    pub center: Option<[f64; 2]>,
    /// Whether it lies too far off and stands as a square at the lower edge.
    pub is_aside: bool,
    /// Whether nobody was counted in it: it is no part without offices.
    pub is_uncounted: bool,
}

/// A service in the parts; `values` and `classes` in the order of the parts.
#[derive(Debug, Serialize, ToSchema)]
pub struct ServiceFigures {
    /// Service type.
    pub service: String,
    /// Whether it stands in the foreground: where people turn to first.
    pub key: bool,
    /// Whether any file lists an office of it; else nothing is known of it.
    pub is_listed: bool,
    /// The people it is measured against.
    pub age: String,
    /// Whether nobody counted the people the service is for, and others stand for them.
    pub age_is_substitute: bool,
    /// The figure of the whole area; of everywhere the sum of counts, else what people have on average in the parts with a
    /// figure.
    pub whole: Option<f64>,
    /// Offices in the whole area.
    pub offices: u32,
    /// Parts without an office, those left out in which nobody was counted; 0 where nothing is known of the service.
    pub without: usize,
    /// Figures.
    pub values: Vec<Option<f64>>,
    /// `1` to `5`, `zero` or `no_data`.
    pub classes: Vec<String>,
    /// The four breaks between the five classes; nothing for counts.
    pub breaks: Option<[f64; 4]>,
}

/// How ways are measured, and whom offices serve.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct WaysView {
    /// Kilometres travelled per great-circle kilometre, where no table of ways by road says how far it is.
    pub detour: f64,
    /// Towns such a table knows; 0 without one.
    pub towns_by_road: usize,
    /// Offices that state where they work (通常の事業の実施地域): only people there count as reaching them.
    pub offices_stating: usize,
}

/// What the measures are, and what each service is measured against.
#[derive(Debug, Serialize, ToSchema)]
pub struct CoverageMeasures {
    /// Measures, in the order of the page.
    pub measures: Vec<MeasureView>,
    /// Services with offices.
    pub services: Vec<CoverageService>,
    /// Groups of people that were counted somewhere.
    pub ages: Vec<String>,
}

/// A measure.
#[derive(Debug, Serialize, ToSchema)]
pub struct MeasureView {
    /// Code.
    pub code: String,
    /// Japanese name.
    pub ja: String,
    /// English name.
    pub en: String,
    /// `offices`, `offices_per_1000`, `places_per_1000`, `km`, `share`.
    pub unit: String,
    /// Whether a larger figure means more at hand.
    pub more_is_better: bool,
    /// Definition in Japanese.
    pub definition_ja: String,
    /// Definition in English.
    pub definition_en: String,
    /// Paper or practice it comes from.
    pub source: String,
}

/// A service as coverage knows it.
#[derive(Debug, Serialize, ToSchema)]
pub struct CoverageService {
    /// Code.
    pub code: String,
    /// Offices there are.
    pub offices: usize,
    /// The people it is for.
    pub age: String,
    /// Why, in Japanese.
    pub age_reason: String,
    /// Catchment, kilometres travelled.
    pub catchment_km: f64,
    /// Beyond this people are far, kilometres travelled.
    pub far_km: f64,
    /// Why, in Japanese.
    pub reach_reason: String,
    /// Whether its offices state places.
    pub has_places: bool,
}
