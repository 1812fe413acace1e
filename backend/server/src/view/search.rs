//! Answers of the office search and of suggestions.

use crate::view::card::{Card, NamedCode};
use serde::Serialize;
use utoipa::ToSchema;

/// A page of offices. On the wire the items are the stored cards with distance and highlights added.
#[derive(Debug, Serialize, ToSchema)]
pub struct OfficePage {
    /// Offices of this page.
    pub items: Vec<Card>,
    /// How many match in all, exactly.
    pub total: u64,
    /// Counts of all matches by what one could filter next.
    pub facets: Facets,
    /// Give it as `cursor` for the next page; `null` on the last.
    pub next_cursor: Option<String>,
    /// How the words were understood.
    pub interpretation: Interpretation,
    /// Box around all matches: west, south, east, north.
    pub bounds: Option<[f64; 4]>,
    /// Wider searches that do find something; only when `total` is 0.
    pub alternatives: Vec<Alternative>,
}

/// Counts of all matches.
#[derive(Debug, Default, Serialize, ToSchema)]
pub struct Facets {
    /// By system.
    pub systems: Vec<Count>,
    /// By service type.
    pub services: Vec<Count>,
    /// By municipality or ward, most first, at most 200.
    pub areas: Vec<NamedCount>,
    /// In both worlds.
    pub both_systems: u64,
    /// With 共生型サービス.
    pub kyosei: u64,
}

/// How many matches carry a code.
#[derive(Debug, Serialize, ToSchema)]
pub struct Count {
    /// Code.
    pub code: String,
    /// Matches.
    pub count: u64,
}

/// How many matches lie in an area.
#[derive(Debug, Serialize, ToSchema)]
pub struct NamedCount {
    /// Code.
    pub code: String,
    /// Name.
    pub name: String,
    /// Matches.
    pub count: u64,
}

/// How the words were understood.
#[derive(Debug, Default, Serialize, ToSchema)]
pub struct Interpretation {
    /// What was searched as text.
    pub text: String,
    /// The place the words name.
    pub place: Option<PlaceView>,
    /// The query without the words that name the place.
    pub without_place: String,
    /// The services the words name.
    pub services: Vec<String>,
    /// The spelling that was searched instead, when the one given finds nothing.
    pub corrected: Option<String>,
}

/// A place named in the query.
#[derive(Debug, Serialize, ToSchema)]
pub struct PlaceView {
    /// Codes of the areas with that name.
    pub codes: Vec<String>,
    /// Name.
    pub name: String,
    /// Kind of area.
    pub kind: String,
}

/// A wider search that finds something.
#[derive(Debug, Serialize, ToSchema)]
pub struct Alternative {
    /// `without_place`, `without_service`, `fewer_words`, `without_filters`, `wider_radius` or `corrected`.
    pub reason: String,
    /// Query text to use.
    pub q: Option<String>,
    /// Radius to use, metres.
    pub radius_m: Option<f64>,
    /// Parameters to leave out.
    pub drop: Vec<String>,
    /// How many it finds.
    pub total: u64,
}

/// Completions of what is being typed.
#[derive(Debug, Serialize, ToSchema)]
pub struct SuggestionList {
    /// Best first.
    pub items: Vec<SuggestionView>,
}

/// One completion.
#[derive(Debug, Serialize, ToSchema)]
pub struct SuggestionView {
    /// `office`, `organization`, `service`, `area` or `term`, a pair of the glossary.
    pub kind: String,
    /// What to show.
    pub label: String,
    /// What tells it from others: address, number of offices.
    pub detail: String,
    /// Id of the office or organization.
    pub id: Option<String>,
    /// Code of the service, area or term.
    pub code: Option<String>,
    /// Query it stands for.
    pub q: Option<String>,
}

/// Areas facets need a name.
pub type AreaName = NamedCode;
