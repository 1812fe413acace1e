//! What somebody keeps for their own work: lists and searches.

use crate::view::card::Card;
use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;

/// The own page; empty for a visitor.
#[derive(Debug, Default, Serialize, ToSchema)]
pub struct MyView {
    /// Whether somebody is signed in.
    pub signed_in: bool,
    /// Whether they may moderate somewhere.
    pub moderates: bool,
    /// Whether they may read the audit.
    pub audits: bool,
    /// Lists, oldest first.
    pub lists: Vec<ListSummary>,
    /// Searches, oldest first.
    pub searches: Vec<SearchSummary>,
    /// New offices of all searches together.
    pub new: u64,
}

/// A list in short.
#[derive(Debug, Serialize, ToSchema)]
pub struct ListSummary {
    /// Identity.
    pub id: Uuid,
    /// Name.
    pub name: String,
    /// Offices in it.
    pub offices: u64,
    /// When it was changed last (RFC 3339).
    pub changed_at: String,
}

/// A saved search in short.
#[derive(Debug, Serialize, ToSchema)]
pub struct SearchSummary {
    /// Identity.
    pub id: Uuid,
    /// Name.
    pub name: String,
    /// Query string of the search page.
    pub query: String,
    /// Offices that came since they looked last.
    pub new: u64,
}

/// A list with its offices.
#[derive(Debug, Serialize, ToSchema)]
pub struct ListDetail {
    /// Identity.
    pub id: Uuid,
    /// Name.
    pub name: String,
    /// What it is for.
    pub note: String,
    /// When it was changed last (RFC 3339).
    pub changed_at: String,
    /// Its offices in their order.
    pub entries: Vec<ListedOffice>,
}

/// An office in a list.
#[derive(Debug, Serialize, ToSchema)]
pub struct ListedOffice {
    /// The office.
    pub office: Card,
    /// What its keeper notes about it.
    pub note: String,
}
