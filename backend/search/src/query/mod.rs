//! What is asked, and how it is understood and planned.

pub(crate) mod interpret;
pub(crate) mod needle;
pub(crate) mod plan;

/// A search.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Query {
    /// Words as typed; empty for everything.
    pub q: String,
    /// Latitude and longitude to measure distance from.
    pub near: Option<(f64, f64)>,
    /// Only offices within so many metres of `near`.
    pub radius_m: Option<f64>,
    /// Only offices inside west, south, east, north (degrees).
    pub bbox: Option<[f64; 4]>,
    /// Only offices in any of these areas, by code.
    pub areas: Vec<String>,
    /// Only offices of any of these systems (bits), 0 for all.
    pub systems: u8,
    /// Only offices with any of these service types (bits), 0 for all.
    pub services: u128,
    /// Only offices open on all of these days (bits), 0 for all.
    pub open: u8,
    /// Only offices in both 介護保険 and 障害福祉 or 児童.
    pub both_systems: bool,
    /// Only 共生型 offices.
    pub kyosei: bool,
    /// Only offices that declare any of these strengths, by code.
    pub strengths: Vec<String>,
    /// Only offices that take people.
    pub available: Option<Availability>,
    /// Only offices whose entry was checked on this day or later; 0 for all.
    pub checked_since: i32,
    /// The order of hits.
    pub sort: Sort,
    /// Hits a page, 0 for 20, at most 100.
    pub limit: usize,
    /// Where the page begins, from the page before.
    pub cursor: Option<String>,
}

/// Which offices count as taking people: where services are asked for, one of these must.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Availability {
    /// Those that want to be asked, too.
    pub consult: bool,
    /// What was said before this day no longer counts.
    pub since: i32,
}

/// The order of hits.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub enum Sort {
    /// Best match first.
    #[default]
    Relevance,
    /// Nearest first; needs `near`. Offices without a position come last.
    Distance,
    /// By reading (else name), 16 characters of it.
    Name,
    /// Newest edition first.
    Updated,
}
