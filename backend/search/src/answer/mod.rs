//! What a search answers.

use hoshizu_catalog::area::AreaKind;
use uuid::Uuid;

/// The answer to a [`Query`](crate::Query).
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Answer {
    /// The page of hits, best first.
    pub hits: Vec<Hit>,
    /// How many offices match, exactly.
    pub total: u64,
    /// Counts over all matches.
    pub facets: Facets,
    /// Where the next page begins, `None` on the last.
    pub next_cursor: Option<String>,
    /// How the words were understood.
    pub interpretation: Interpretation,
    /// The box around all matches that have a position: west, south, east, north in degrees.
    pub bounds: Option<[f64; 4]>,
    /// Wider queries that do have answers, when this one has none.
    pub alternatives: Vec<Alternative>,
}

/// One office found.
#[derive(Debug, Clone, PartialEq)]
pub struct Hit {
    /// The office.
    pub id: Uuid,
    /// Its card as it was indexed.
    pub card: Vec<u8>,
    /// Metres from the point of the query, `None` without one or without a position.
    pub distance_m: Option<f64>,
    /// Higher is better; comparable within one answer only.
    pub score: u32,
    /// Field (`name`, `kana`, `organization`, `address`) and the stretches that match, as UTF-16 offsets `[from, to)`.
    pub highlights: Vec<(&'static str, Vec<(u32, u32)>)>,
}

/// Counts over all matches.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Facets {
    /// By system, in the order of [`hoshizu_catalog::system::System::ALL`].
    pub systems: [u32; 6],
    /// Index of the service type and count, most first.
    pub services: Vec<(u8, u32)>,
    /// Code of the municipality and count, most first.
    pub municipalities: Vec<(u32, u32)>,
    /// Offices with 介護保険 and 障害福祉 or 児童.
    pub both_systems: u32,
    /// 共生型 offices.
    pub kyosei: u32,
}

/// How the words of a query were understood.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Interpretation {
    /// Words searched as text, joined by spaces.
    pub text: String,
    /// Areas the query was taken to name: none, one, or several of the same name.
    pub places: Vec<PlaceMeaning>,
    /// The query without the words that name those areas.
    pub without_place: String,
    /// Indices of the service types the query was taken to name.
    pub services: Vec<u8>,
    /// The text the hits are for, when the text asked for had none.
    pub corrected: Option<String>,
}

/// An area a query names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlaceMeaning {
    /// Code of the area.
    pub code: String,
    /// Its name.
    pub name: String,
    /// What it is.
    pub kind: AreaKind,
}

/// A wider query and how much it finds.
#[derive(Debug, Clone, PartialEq)]
pub struct Alternative {
    /// What was widened.
    pub reason: Reason,
    /// The words to ask instead, `None` to keep them.
    pub q: Option<String>,
    /// The radius in metres to ask instead, `None` to keep it.
    pub radius_m: Option<f64>,
    /// Names of the parameters to leave out.
    pub drop: Vec<&'static str>,
    /// How many offices it finds, never 0.
    pub total: u64,
}

/// What an [`Alternative`] widened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reason {
    /// The place was left out.
    WithoutPlace,
    /// The service was left out.
    WithoutService,
    /// One of several words was left out.
    FewerWords,
    /// The filters were left out.
    WithoutFilters,
    /// The radius was widened.
    WiderRadius,
    /// A similar spelling was asked.
    Corrected,
}

impl Reason {
    /// The identifier used in the API.
    pub fn code(self) -> &'static str {
        match self {
            Self::WithoutPlace => "without_place",
            Self::WithoutService => "without_service",
            Self::FewerWords => "fewer_words",
            Self::WithoutFilters => "without_filters",
            Self::WiderRadius => "wider_radius",
            Self::Corrected => "corrected",
        }
    }
}

/// What a suggestion names.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum SuggestionKind {
    /// 事業所.
    Office,
    /// 法人.
    Organization,
    /// サービス.
    Service,
    /// 圏域.
    Area,
}

impl SuggestionKind {
    /// The identifier used in the API.
    pub fn code(self) -> &'static str {
        match self {
            Self::Office => "office",
            Self::Organization => "organization",
            Self::Service => "service",
            Self::Area => "area",
        }
    }
}

/// A completion of what is being typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Suggestion {
    /// What it names.
    pub kind: SuggestionKind,
    /// What to show.
    pub label: String,
    /// What to show beside it (address of an office, prefecture of an area), may be empty.
    pub detail: String,
    /// Code of the service type or area.
    pub code: Option<String>,
    /// The office.
    pub id: Option<Uuid>,
    /// The query to run when it is chosen.
    pub query: Option<String>,
}

/// A match on the map.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Point {
    /// The office.
    pub id: Uuid,
    /// Latitude in degrees.
    pub lat: f64,
    /// Longitude in degrees.
    pub lon: f64,
    /// Systems, one bit each.
    pub systems: u8,
    /// Service types, one bit each.
    pub services: u128,
}
