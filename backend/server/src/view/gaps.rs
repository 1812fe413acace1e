//! What a council puts on the table: every number of an area in one answer, for the page, the workbook and the report.

use crate::view::{
    area::Point,
    card::NamedCode,
    coverage::{CoverageSource, WaysView},
};
use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;

/// Everything known of the gaps of an area.
#[derive(Debug, Serialize, ToSchema)]
pub struct GapReport {
    /// The area.
    pub area: NamedCode,
    /// Its kind.
    pub kind: String,
    /// When this was put together (RFC 3339).
    pub made_at: String,
    /// When supply and reach were computed (RFC 3339).
    pub computed_at: String,
    /// The day the ties are as of; the newest sheet of each office counts.
    pub ties_as_of: String,
    /// Names of the surveys the ties come from, with their newest wave.
    pub surveys: Vec<GapSurvey>,
    /// The area as a whole first, then its parts, by code.
    pub rows: Vec<GapRow>,
    /// What is looked at, in groups.
    pub columns: Vec<GapColumn>,
    /// Row by row, one for every column: `rows.len() × columns.len()`.
    pub cells: Vec<GapCell>,
    /// Ties of all offices of each row together, in the order of the rows.
    pub ties: Vec<TieFiguresView>,
    /// Areas like this one, the most alike first; empty where too little is known.
    pub similar: Vec<SimilarArea>,
    /// How ties and supply went.
    pub trend: GapTrend,
    /// Data sets the figures come from.
    pub sources: Vec<CoverageSource>,
    /// How ways are measured.
    pub ways: WaysView,
    /// Whether you may keep notes here.
    pub may_write: bool,
}

/// A survey the ties come from.
#[derive(Debug, Serialize, ToSchema)]
pub struct GapSurvey {
    /// Its title.
    pub title: String,
    /// Number of the newest wave.
    pub wave: u32,
    /// First day of that wave.
    pub opens_on: String,
}

/// An area of the matrix.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct GapRow {
    /// Code.
    pub code: String,
    /// Name.
    pub name: String,
    /// Kind.
    pub kind: String,
    /// Whether it is the area as a whole.
    pub whole: bool,
    /// People, rounded.
    pub population: Option<u64>,
    /// 高齢化率, 0 to 1.
    pub ageing: Option<f64>,
    /// People per square kilometre.
    pub density: Option<f64>,
    /// Year of the population.
    pub year: Option<u32>,
    /// A point to draw it at.
    pub center: Option<Point>,
    /// Codes of the areas to colour: its own, or those of its wards.
    pub drawn: Vec<String>,
}

/// A column of the matrix.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct GapColumn {
    /// `service:care-430`, `nurse:dementia`, `forum:council`, `template:rare`, `upkeep:freshness`, `upkeep:response`.
    pub code: String,
    /// `service`, `nurse`, `forum`, `template`, `upkeep`.
    pub group: String,
    /// Japanese name, short.
    pub ja: String,
    /// English name.
    pub en: String,
    /// Whether it is shown without being asked for.
    pub key: bool,
    /// For a service: the people it is measured against.
    pub age: Option<String>,
    /// For a service: beyond this people are far, kilometres travelled.
    pub far_km: Option<f64>,
    /// For a service: how ways to its offices are measured.
    pub ways: Option<WaysView>,
}

/// A field of the matrix.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct GapCell {
    /// Code of the row.
    pub area: String,
    /// Code of the column.
    pub column: String,
    /// Holes: `none` (nothing there), `far` (most people are far from it), `apart` (there, but half of the offices or more
    /// have no partner of another system), `part` (some of it is missing). Else `near` (none here, but most people reach
    /// one beyond the border), `ok`, `no_data`, `not_here` (a question for a larger area).
    pub state: String,
    /// ある: offices; for others how many are there (desks, seats held, boxes filled, offices checked or answered).
    pub count: Option<u32>,
    /// Of how many.
    pub of: Option<u32>,
    /// 届く: for services.
    pub reach: Option<ReachFigures>,
    /// つながっている: for services, of the offices of this type here.
    pub ties: Option<TieFiguresView>,
    /// Names of what is missing.
    pub missing: Vec<NamedBoth>,
    /// Notes of the council on this field.
    pub notes: GapNoteCount,
}

/// Supply and reach of a service in an area.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct ReachFigures {
    /// People it is for, rounded.
    pub population: Option<u64>,
    /// Offices per 1,000 of them.
    pub per_1000: Option<f64>,
    /// Class of that figure on the map: `1` to `5`, `zero`, `no_data`.
    pub class: String,
    /// Places of the offices that state them.
    pub places: u32,
    /// Mean way to the nearest office, kilometres travelled.
    pub nearest_km: Option<f64>,
    /// Share of the people farther than the column's `far_km` from every office, 0 to 1.
    pub far_share: Option<f64>,
    /// E2SFCA, offices per 1,000 people within reach.
    pub enhanced: Option<f64>,
}

/// From the ties both sides reported to those either side reported.
#[derive(Debug, Clone, Copy, Serialize, ToSchema)]
pub struct TieRange {
    /// Ties both sides reported.
    pub mutual: f64,
    /// Ties either side reported; `null` where one-sided ties are too few to be told.
    pub either: Option<f64>,
}

/// Ties of some offices.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct TieFiguresView {
    /// Offices there are.
    pub offices: u32,
    /// Those asked: the n of the means.
    pub asked: u32,
    /// Those that answered.
    pub answered: Option<u32>,
    /// Answered of asked, 0 to 1.
    pub response_rate: Option<f64>,
    /// Partners of another system per office asked.
    pub across_per_office: Option<TieRange>,
    /// Share of the offices asked without a partner of another system, 0 to 1.
    pub without_across: Option<TieRange>,
    /// Mean 努力義務カバー率 of the 居宅介護支援 asked, 0 to 1.
    pub duty: Option<TieRange>,
    /// 居宅介護支援 that mean is of.
    pub duty_offices: u32,
    /// Offices that are the only one between a pair of care and disability.
    pub sole_bridges: Option<TieRange>,
    /// Gini coefficient of the number of partners, 0 to 1.
    pub concentration: Option<TieRange>,
    /// Whether something is left out because too few offices or ties are behind it.
    pub withheld: bool,
}

/// Ties of the offices of one service, of an area and of its parts.
#[derive(Debug, Serialize, ToSchema)]
pub struct GapTies {
    /// The day they are as of.
    pub as_of: String,
    /// Whether ties of one side are left out of every figure.
    pub certain_only: bool,
    /// The area as a whole first, then its parts, by code.
    pub rows: Vec<GapTieRow>,
}

/// Ties of an area.
#[derive(Debug, Serialize, ToSchema)]
pub struct GapTieRow {
    /// Code of the area.
    pub code: String,
    /// Their figures.
    pub ties: TieFiguresView,
}

/// A name in both languages.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct NamedBoth {
    /// Japanese.
    pub ja: String,
    /// English.
    pub en: String,
}

/// Notes on a field.
#[derive(Debug, Clone, Copy, Default, Serialize, ToSchema)]
pub struct GapNoteCount {
    /// Open ones.
    pub open: usize,
    /// Resolved ones.
    pub resolved: usize,
}

/// An area like the chosen one.
#[derive(Debug, Serialize, ToSchema)]
pub struct SimilarArea {
    /// The area, with the features it was compared by.
    pub row: GapRow,
    /// Its prefecture or city.
    pub within: Option<String>,
    /// Root mean square of the differences of z-scores of ln population, ageing and ln density; 0 is the same.
    pub distance: f64,
    /// Supply and reach of the columns of services marked `key`, in their order.
    pub services: Vec<SimilarService>,
}

/// A service of a similar area.
#[derive(Debug, Serialize, ToSchema)]
pub struct SimilarService {
    /// Code of the column.
    pub column: String,
    /// Offices.
    pub offices: u32,
    /// Supply and reach.
    pub reach: ReachFigures,
}

/// How it went.
#[derive(Debug, Default, Serialize, ToSchema)]
pub struct GapTrend {
    /// Ties by wave of the survey, oldest first.
    pub waves: Vec<TrendWave>,
    /// What became of ties between the last two of them.
    pub changes: Vec<TrendChange>,
    /// Services of which an earlier edition is known.
    pub supply: Vec<TrendSupply>,
}

/// Ties in one wave.
#[derive(Debug, Serialize, ToSchema)]
pub struct TrendWave {
    /// The wave.
    pub wave: Uuid,
    /// Title of its survey.
    pub title: String,
    /// Its number.
    pub number: u32,
    /// First day.
    pub opens_on: String,
    /// Ties of the offices of the area.
    pub ties: TieFiguresView,
}

/// Ties of which the same became.
#[derive(Debug, Serialize, ToSchema)]
pub struct TrendChange {
    /// `gained`, `lost`, `kept`, `strengthened`, `newly_seen`, `no_longer_seen`.
    pub change: String,
    /// How many; `null` where they are too few to be told.
    pub ties: Option<usize>,
}

/// A service then and now.
#[derive(Debug, Serialize, ToSchema)]
pub struct TrendSupply {
    /// Code of the column.
    pub column: String,
    /// Edition now.
    pub edition: String,
    /// Offices before that edition came.
    pub before: u32,
    /// Offices with it.
    pub after: u32,
    /// New ones.
    pub new: u32,
    /// Gone ones.
    pub gone: u32,
}
