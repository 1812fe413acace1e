//! The map of who is in charge where, in the API.

use crate::view::card::NamedCode;
use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;

/// All jurisdictions of a municipality or prefecture at once.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct NurseMap {
    /// The municipality, ward or prefecture.
    pub area: NamedCode,
    /// The prefecture it lies in; `null` for a prefecture.
    pub prefecture: Option<NamedCode>,
    /// What the units are: `town`, `area`, `whole`, or `municipality` in a prefecture.
    pub unit: String,
    /// Code of the topic, where one was asked about.
    pub topic: Option<String>,
    /// The age asked about.
    pub age: Option<u8>,
    /// Placements usually in charge of the topic, for units without a desk.
    pub general: Vec<String>,
    /// West, south, east, north.
    pub bounds: Option<[f64; 4]>,
    /// The parts of the area, in its order.
    pub units: Vec<NurseMapUnit>,
    /// Desks named by the units.
    pub desks: Vec<NurseMapDesk>,
}

/// A part of the area with the desks that cover it.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct NurseMapUnit {
    /// What people call it.
    pub name: String,
    /// Code of its area; `null` for a town.
    pub code: Option<String>,
    /// Codes of the areas to colour for it; none where only its point is known.
    pub shapes: Vec<String>,
    /// Degrees north of its point.
    pub lat: Option<f64>,
    /// Degrees east of its point.
    pub lon: Option<f64>,
    /// Places among `desks`, rising; none when nobody local covers it.
    pub desks: Vec<usize>,
    /// Two or more desks cover the same topic and age here; over all topics, of the desks that divide the area among them.
    pub shared: bool,
    /// Nobody covers some age of the topic; always false without a topic.
    pub hole: bool,
    /// Its own parts are covered by different desks: ask for the municipality.
    pub mixed: bool,
    /// 保健所管轄 it lies in.
    pub health_center: Option<NamedCode>,
}

/// What a map says of a desk.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct NurseMapDesk {
    /// Identity.
    pub id: Uuid,
    /// Name.
    pub name: String,
    /// Name of the municipality or prefecture that keeps it.
    pub owner_name: String,
    /// Telephone.
    pub phone: Option<String>,
    /// First year of age.
    pub age_from: u8,
    /// Last year of age inclusive, `null` when open.
    pub age_to: Option<u8>,
    /// Codes of its topics.
    pub topics: Vec<String>,
}
