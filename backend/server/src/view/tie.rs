//! Ties as the API shows them.

use crate::view::{
    card::NamedId,
    sheet::{Neighbour, StarView},
};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

/// Ties between two systems you may not see one by one.
#[derive(Debug, Serialize, ToSchema)]
pub struct HiddenTies {
    /// Code of one system.
    pub from: String,
    /// Code of the other.
    pub to: String,
    /// How many; `null` where they are fewer than three, or would tell such a number elsewhere.
    pub count: Option<usize>,
}

/// A ☆ to set beside a partner between surveys.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewTie {
    /// The partner.
    pub partner: Uuid,
    /// What is told of it.
    pub star: StarView,
}

/// A ☆ set between surveys.
#[derive(Debug, Serialize, ToSchema)]
pub struct StatementView {
    /// Identity.
    pub id: Uuid,
    /// Who says it.
    pub office: Uuid,
    /// Its name.
    pub office_name: String,
    /// Of whom.
    pub partner: Uuid,
    /// Its name.
    pub partner_name: String,
    /// What.
    pub star: StarView,
    /// Since when.
    pub stated_on: String,
    /// Until when.
    pub ended_on: Option<String>,
    /// What the partner says: `yes`, `no`, `elsewhere`; `null` while nobody has said.
    pub answer: Option<String>,
}

/// A tie of one office, with what the two have behind them.
#[derive(Debug, Serialize, ToSchema)]
pub struct OfficeTie {
    /// The partner and what is told of the tie.
    #[serde(flatten)]
    pub neighbour: Neighbour,
    /// First day of the oldest wave in which you may see it; `null` where it is known from between surveys
    /// only, or each side told of it in another wave.
    pub since: Option<String>,
    /// Whether you may see it in every wave since; `null` where there was no further wave.
    pub every_wave: Option<bool>,
    /// Forums both sit in.
    pub forums: Vec<NamedId>,
}

/// The ties of one office.
#[derive(Debug, Serialize, ToSchema)]
pub struct OfficeTies {
    /// Ties you may see, as of today.
    pub ties: Vec<OfficeTie>,
    /// Others, as a count; `null` where they are fewer than three.
    pub hidden: Option<usize>,
    /// ☆ set between surveys by or beside it; for the two offices and the keeper.
    pub statements: Vec<StatementView>,
    /// Whether you may set a ☆ for it.
    pub may_state: bool,
}

/// The partner's answer to a ☆ set between surveys.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct StatementAnswer {
    /// `yes`, `no`, `elsewhere`.
    pub answer: String,
}

/// An office that belongs together with another by a fact of the directory.
#[derive(Debug, Serialize, ToSchema)]
pub struct StructuralLink {
    /// `organization`, `place`, `number`.
    pub kind: &'static str,
    /// The other office.
    pub office: Uuid,
    /// Its name.
    pub name: String,
    /// Codes of its services.
    pub services: Vec<String>,
}

/// What joins an office to others without anybody having worked together. Never counted as ties.
#[derive(Debug, Serialize, ToSchema)]
pub struct StructuralLinks {
    /// By kind, then name.
    pub items: Vec<StructuralLink>,
}
