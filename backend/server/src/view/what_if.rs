//! もしも: figures before and after an office is put, closed or tied; and the best places for new ones. Nothing is stored.

use crate::view::{
    area::Point,
    card::{NamedCode, NamedId},
    coverage::{CoverageSource, WaysView},
    gaps::TieFiguresView,
};
use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;

/// Supply and reach of a service, before and after.
#[derive(Debug, Serialize, ToSchema)]
pub struct WhatIf {
    /// What the figures rest on.
    pub basis: WhatIfBasis,
    /// Offices that close.
    pub closed: Vec<NamedId>,
    /// Offices that are put, in the order asked for.
    pub placed: Vec<WhatIfPlace>,
    /// The area as a whole first, then its parts, by code.
    pub rows: Vec<WhatIfRow>,
}

/// What figures of a service in an area rest on.
#[derive(Debug, Serialize, ToSchema)]
pub struct WhatIfBasis {
    /// The area.
    pub area: NamedCode,
    /// The service.
    pub service: String,
    /// The people it is measured against: `all`, `0-17`, `18-64`, `65+`, `75+`, `85+`.
    pub age: String,
    /// Whether nobody counted the people the service is for, and others stand for them.
    pub age_is_substitute: bool,
    /// Catchment of E2SFCA, kilometres travelled.
    pub catchment_km: f64,
    /// Beyond this people are far, kilometres travelled.
    pub far_km: f64,
    /// How ways are measured.
    pub ways: WaysView,
    /// Data sets the figures come from.
    pub sources: Vec<CoverageSource>,
    /// When the figures as they are were computed (RFC 3339).
    pub computed_at: String,
}

/// An office that is put somewhere.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct WhatIfPlace {
    /// Where.
    pub at: Point,
    /// Places it has; `null` when it states none.
    pub capacity: Option<u32>,
    /// The nearest town: the office counts for the areas that town lies in.
    pub town: String,
    /// Municipality of that town.
    pub municipality: Option<String>,
}

/// An area before and after.
#[derive(Debug, Serialize, ToSchema)]
pub struct WhatIfRow {
    /// Code.
    pub code: String,
    /// Name.
    pub name: String,
    /// Whether it is the area as a whole.
    pub whole: bool,
    /// People the service is for, rounded; `null` where nobody counted them.
    pub population: Option<u64>,
    /// A point to draw it at.
    pub center: Option<Point>,
    /// Codes of the areas to colour.
    pub drawn: Vec<String>,
    /// As it is.
    pub before: WhatIfFigures,
    /// As it would be.
    pub after: WhatIfFigures,
}

/// Supply and reach of a service in an area.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct WhatIfFigures {
    /// Offices.
    pub offices: u32,
    /// Offices per 1,000 people.
    pub per_1000: Option<f64>,
    /// Places of the offices that state them.
    pub places: u32,
    /// Offices that state their places.
    pub stating: u32,
    /// Places per 1,000 people.
    pub places_per_1000: Option<f64>,
    /// Mean way to the nearest office, kilometres travelled.
    pub nearest_km: Option<f64>,
    /// Share of the people farther than `far_km` from every office, 0 to 1.
    pub far_share: Option<f64>,
    /// E2SFCA, offices per 1,000 people within reach.
    pub enhanced: Option<f64>,
}

/// The best places for new offices of a service, the best first.
#[derive(Debug, Serialize, ToSchema)]
pub struct BestPlaces {
    /// What the figures rest on.
    pub basis: WhatIfBasis,
    /// How far is within reach, kilometres travelled.
    pub within_km: f64,
    /// People at the towns of the area, rounded; `null` where nobody counted them.
    pub people: Option<u64>,
    /// Share of them within reach of an office as it is, 0 to 1.
    pub share_before: Option<f64>,
    /// Towns that were weighed.
    pub candidates: usize,
    /// The places, each where it gains most after those before it; fewer than asked for where nobody more is gained.
    pub items: Vec<BestPlace>,
    /// Share within reach with the best of all combinations of so many towns, 0 to 1; `null` where there are too many
    /// combinations to look at.
    pub exact_share: Option<f64>,
}

/// A place for a new office.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct BestPlace {
    /// The town.
    pub town: String,
    /// Municipality it lies in.
    pub municipality: Option<String>,
    /// Its point.
    pub at: Point,
    /// People newly within reach, rounded.
    pub gain: u64,
    /// Share of the people within reach with this place and those before it, 0 to 1.
    pub share: f64,
}

/// What can be chosen from in an area.
#[derive(Debug, Serialize, ToSchema)]
pub struct WhatIfChoices {
    /// Towns, by municipality, in the order of the data set.
    pub towns: Vec<TownChoice>,
    /// Whether there are more towns than are listed: choose a smaller area.
    pub more_towns: bool,
    /// Offices of the service that stand in the area, by municipality and name.
    pub offices: Vec<OfficeChoice>,
    /// Whether there are more offices than are listed.
    pub more_offices: bool,
}

/// A town to put an office in.
#[derive(Debug, Serialize, ToSchema)]
pub struct TownChoice {
    /// Name.
    pub name: String,
    /// Municipality it lies in.
    pub municipality: Option<String>,
    /// Its point.
    pub at: Point,
}

/// An office to close or to tie.
#[derive(Debug, Serialize, ToSchema)]
pub struct OfficeChoice {
    /// Identity.
    pub id: Uuid,
    /// Name.
    pub name: String,
    /// Municipality it lies in.
    pub municipality: Option<String>,
    /// Where it is.
    pub at: Option<Point>,
}

/// Ties before and after.
#[derive(Debug, Serialize, ToSchema)]
pub struct TieWhatIf {
    /// The day the ties are as of.
    pub as_of: String,
    /// Offices that close.
    pub closed: Vec<NamedId>,
    /// Pairs that become tied.
    pub tied: Vec<[NamedId; 2]>,
    /// Offices that meet; every two of them become tied.
    pub meeting: Vec<NamedId>,
    /// Pairs of these that have no tie both sides reported yet.
    pub meeting_new: usize,
    /// Whether ties of one side are left out of every figure: with one office less they would tell whose they are.
    pub certain_only: bool,
    /// The area as a whole first, then its parts, by code.
    pub rows: Vec<TieWhatIfRow>,
    /// Offices asked that lose their last partner of another system (of ties both sides reported).
    pub left_alone: Vec<NamedId>,
    /// Offices asked that gain their first.
    pub joined: Vec<NamedId>,
}

/// Ties of the offices of an area, before and after.
#[derive(Debug, Serialize, ToSchema)]
pub struct TieWhatIfRow {
    /// Code.
    pub code: String,
    /// Name.
    pub name: String,
    /// Whether it is the area as a whole.
    pub whole: bool,
    /// As it is.
    pub before: TieFiguresView,
    /// As it would be.
    pub after: TieFiguresView,
}
