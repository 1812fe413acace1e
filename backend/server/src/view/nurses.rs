//! 保健師窓口 in the API.

use crate::view::card::{Card, NamedCode};
use hoshizu_catalog::nurse::{HandOver, NurseDesk, Placement, Scheme, Task, Topic};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

/// A desk as it is written. Codes are those of `/nurse-desks/terms`. No personal data of clients in any text.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct DeskInput {
    /// Code of the municipality or prefecture that keeps the entry.
    pub owner: String,
    /// Name, unique within its owner.
    pub name: String,
    /// Where the nurses are placed.
    #[schema(value_type = String)]
    pub placement: Placement,
    /// The office of the directory it belongs to.
    #[serde(default)]
    pub office: Option<Uuid>,
    /// `district` 地区担当 or `task` 業務担当.
    #[schema(value_type = String)]
    pub scheme: Scheme,
    /// Codes of topics.
    #[schema(value_type = Vec<String>)]
    pub topics: Vec<Topic>,
    /// First year of age.
    #[serde(default)]
    #[schema(required)]
    pub age_from: u8,
    /// Last year of age inclusive, `null` when open.
    #[serde(default)]
    pub age_to: Option<u8>,
    /// Where.
    pub areas: Vec<AreaInput>,
    /// Codes of what it does.
    #[serde(default)]
    #[schema(value_type = Vec<String>, required)]
    pub does: Vec<Task>,
    /// What it does not do.
    #[serde(default)]
    pub does_not: Option<String>,
    /// Telephone.
    #[serde(default)]
    pub phone: Option<String>,
    /// FAX.
    #[serde(default)]
    pub fax: Option<String>,
    /// Hours.
    #[serde(default)]
    pub hours: Option<String>,
    /// To whom it hands over.
    #[serde(default)]
    #[schema(required)]
    pub hands_over: Vec<HandOverView>,
    /// Who said so.
    #[serde(default)]
    pub source: String,
    /// The day it was last checked, `YYYY-MM-DD`.
    #[serde(default)]
    pub checked_on: Option<String>,
}

/// An area of a desk.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct AreaInput {
    /// Code.
    pub code: String,
    /// 町名 it is limited to; the whole area when empty.
    #[serde(default)]
    #[schema(required)]
    pub towns: Vec<String>,
}

/// To whom a desk hands over, and when.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct HandOverView {
    /// At this birthday.
    #[serde(default)]
    pub age: Option<u8>,
    /// At this event.
    #[serde(default)]
    pub event: Option<String>,
    /// Name of the desk.
    pub to: String,
    /// The desk, where it is one of the same owner's.
    #[serde(default)]
    pub desk: Option<Uuid>,
}

/// A desk as it is shown.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct DeskView {
    /// Identity.
    pub id: Uuid,
    /// What is stored.
    #[serde(flatten)]
    pub desk: DeskInput,
    /// Name of the owner.
    pub owner_name: String,
    /// Names of its areas, in their order.
    pub area_names: Vec<String>,
    /// Name of its office.
    pub office_name: Option<String>,
    /// When it was last written (RFC 3339).
    pub written_at: Option<String>,
}

/// Desks by owner and name.
#[derive(Debug, Serialize, ToSchema)]
pub struct DeskList {
    /// The desks.
    pub items: Vec<DeskView>,
    /// Whether the one who asks may write desks of this owner.
    pub may_edit: bool,
}

/// A place as it was understood.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct SpotView {
    /// How to call it.
    pub label: String,
    /// The finest area named.
    pub code: String,
    /// The municipality it lies in.
    pub municipality: Option<NamedCode>,
    /// The town, where known.
    pub town: Option<String>,
    /// `town`, `area`, `municipality` or `point`.
    pub precision: String,
}

/// Why a desk answers.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct DeskReason {
    /// Its area the place lies in.
    pub area: NamedCode,
    /// The town of its list.
    pub town: Option<String>,
}

/// A desk that answers.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct DeskAnswer {
    /// The desk.
    pub desk: DeskView,
    /// Why.
    pub reason: DeskReason,
    /// To whom it hands over next at this age, where it says.
    pub next: Option<HandOverView>,
}

/// Where a topic usually lies: 「一般的な担当（未確認）」.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct GeneralAnswer {
    /// Code of the placement.
    pub placement: String,
    /// Its name.
    pub placement_ja: String,
    /// Law it follows from.
    pub law: String,
    /// Why, Japanese.
    pub reason_ja: String,
    /// Why, English.
    pub reason_en: String,
    /// First year of age.
    pub age_from: u8,
    /// Last year of age inclusive, `null` when open.
    pub age_to: Option<u8>,
    /// For 保健所: `prefecture` or `municipal`.
    pub run_by: Option<String>,
    /// For 保健所: `area`, `own` or `nearest` (to be confirmed).
    pub jurisdiction: Option<String>,
    /// Offices of that kind for the place, at most three.
    pub offices: Vec<Card>,
}

/// A stretch of life with its desks.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct NurseLineStep {
    /// First year of age.
    pub age_from: u8,
    /// Last year of age inclusive, `null` when open.
    pub age_to: Option<u8>,
    /// Names of the desks, or of the general placements.
    pub names: Vec<String>,
    /// Whether they are local entries.
    pub local: bool,
}

/// The answer to 「この町・この話・この年齢なら、どの保健師」.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct NurseAnswer {
    /// The place; `null` when it was not understood.
    pub place: Option<SpotView>,
    /// Places the words may mean, when they mean none or several.
    pub choices: Vec<NamedCode>,
    /// The topic the words mean.
    pub topic: Option<NamedCode>,
    /// The disease the words name, when they name one.
    pub condition: Option<String>,
    /// Whether words were given for the topic that mean none.
    pub unknown_topic: bool,
    /// Local desks, the nearest fit first.
    pub desks: Vec<DeskAnswer>,
    /// Local desks limited to some towns, when no town was given.
    pub by_town: Vec<DeskView>,
    /// General answers; only where no local desk answers.
    pub general: Vec<GeneralAnswer>,
    /// Whether two or more local desks answer.
    pub overlap: bool,
    /// Who is in charge from birth on, for the topic.
    pub line: Vec<NurseLineStep>,
    /// Local desks of the same place and age for other topics.
    pub neighbours: Vec<DeskView>,
}

/// A word with its code in both languages.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct NurseTerm {
    /// Code.
    pub code: String,
    /// Japanese.
    pub ja: String,
    /// English, where there is one.
    pub en: Option<String>,
    /// Other words for it.
    pub words: Vec<String>,
}

/// The closed lists of nurse desks.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct DeskTerms {
    /// Topics.
    pub topics: Vec<NurseTerm>,
    /// Kinds of place.
    pub placements: Vec<NurseTerm>,
    /// Ways of dividing work.
    pub schemes: Vec<NurseTerm>,
    /// What a desk may do.
    pub tasks: Vec<NurseTerm>,
    /// Age bands of the matrix.
    pub bands: Vec<(u8, u8)>,
}

/// One field of the matrix.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct NurseCell {
    /// Code of the topic.
    pub topic: String,
    /// Place in `bands`.
    pub band: usize,
    /// `none`, `part`, `twice` or `full`.
    pub state: String,
    /// Desks that cover part of it.
    pub desks: Vec<Uuid>,
    /// Units where nobody covers part of the band, at most 20.
    pub holes: Vec<String>,
    /// Units where two or more cover part of the band, at most 20.
    pub overlaps: Vec<String>,
    /// Units in `holes` and `overlaps` before they were cut.
    pub counts: (usize, usize),
    /// General placements, where nobody covers it.
    pub general: Vec<String>,
}

/// The matrix of a municipality.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct NurseMatrix {
    /// The municipality.
    pub area: NamedCode,
    /// `town`, `area` or `whole`: what its desks tell apart.
    pub unit: String,
    /// How many units.
    pub units: usize,
    /// Age bands.
    pub bands: Vec<(u8, u8)>,
    /// Topic by topic, band by band.
    pub cells: Vec<NurseCell>,
    /// Desks named in the cells.
    pub desks: Vec<DeskView>,
}

/// How far a municipality's desks reach.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct NurseCoverRow {
    /// The municipality.
    pub area: NamedCode,
    /// Desks that cover any of it.
    pub desks: usize,
    /// Fields of the matrix by state: none, part, twice, full.
    pub states: [usize; 4],
}

/// Municipalities of an area with how far their desks reach.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct NurseCoverList {
    /// One row a municipality.
    pub items: Vec<NurseCoverRow>,
}

/// A line of history.
#[derive(Debug, Serialize, ToSchema)]
pub struct DeskChange {
    /// `create`, `change` or `remove`.
    pub action: String,
    /// Who.
    pub actor: String,
    /// When (RFC 3339).
    pub at: String,
    /// As it was.
    pub before: Option<serde_json::Value>,
    /// As it is.
    pub after: Option<serde_json::Value>,
}

/// What a table of desks did or would do.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct DeskImport {
    /// Whether anything was written.
    pub written: bool,
    /// Desks read.
    pub rows: usize,
    /// New ones.
    pub new: usize,
    /// Changed ones.
    pub changed: usize,
    /// Those that were the same.
    pub unchanged: usize,
    /// Rows refused, with column, value and remedy.
    pub rejected: Vec<crate::view::import::RejectionView>,
}

impl From<&HandOver> for HandOverView {
    fn from(over: &HandOver) -> Self {
        Self { age: over.age, event: over.event.clone(), to: over.to.clone(), desk: None }
    }
}

impl From<&NurseDesk> for DeskInput {
    fn from(desk: &NurseDesk) -> Self {
        Self {
            owner: desk.owner.clone(),
            name: desk.name.clone(),
            placement: desk.placement,
            office: desk.office.map(|office| office.0),
            scheme: desk.scheme,
            topics: desk.topics.clone(),
            age_from: desk.age_from,
            age_to: desk.age_to,
            areas: desk
                .areas
                .iter()
                .map(|area| AreaInput { code: area.code.clone(), towns: area.towns.clone() })
                .collect(),
            does: desk.does.clone(),
            does_not: desk.does_not.clone(),
            phone: desk.phone.clone(),
            fax: desk.fax.clone(),
            hours: desk.hours.clone(),
            hands_over: desk.hands_over.iter().map(HandOverView::from).collect(),
            source: desk.source.clone(),
            checked_on: desk.checked_on.clone(),
        }
    }
}
