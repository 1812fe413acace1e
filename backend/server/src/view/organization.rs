//! 法人 in lists and on its page.

use crate::view::card::Card;
use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;

/// A page of organizations.
#[derive(Debug, Serialize, ToSchema)]
pub struct OrganizationPage {
    /// Organizations of this page.
    pub items: Vec<OrganizationItem>,
    /// How many there are in all.
    pub total: u64,
    /// Give it as `cursor` for the next page; `null` on the last.
    pub next_cursor: Option<String>,
}

/// An organization as lists show it.
#[derive(Debug, Serialize, serde::Deserialize, ToSchema)]
pub struct OrganizationItem {
    /// Identity.
    pub id: Uuid,
    /// Name with its legal form.
    pub name: String,
    /// Reading, hiragana.
    pub kana: Option<String>,
    /// 法人番号.
    pub number: Option<String>,
    /// Address of its seat.
    pub address: Option<String>,
    /// Telephone.
    pub phone: Option<String>,
    /// How many offices it runs here.
    pub offices: u64,
    /// Codes of the systems it works in.
    pub systems: Vec<String>,
}

/// Everything known of one organization.
#[derive(Debug, Serialize, ToSchema)]
pub struct OrganizationDetail {
    /// What lists show of it.
    #[serde(flatten)]
    pub item: OrganizationItem,
    /// FAX.
    pub fax: Option<String>,
    /// Home page.
    pub url: Option<String>,
    /// Its offices by municipality and name, at most 500.
    pub office_cards: Vec<Card>,
    /// Box around them: west, south, east, north.
    pub bounds: Option<[f64; 4]>,
}
