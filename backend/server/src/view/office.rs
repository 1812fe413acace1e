//! The page of one office.

use crate::view::card::Card;
use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;

/// Everything known of one office.
#[derive(Debug, Serialize, ToSchema)]
pub struct OfficeDetail {
    /// What lists show of it.
    #[serde(flatten)]
    pub card: Card,
    /// 事業所番号 of its services, each once.
    pub numbers: Vec<String>,
    /// Names its services carry that differ from `name`.
    pub other_names: Vec<String>,
    /// Seven digits.
    pub postal_code: Option<String>,
    /// Mail address.
    pub email: Option<String>,
    /// 法人 with its telephone and the number of its offices.
    pub organization_detail: Option<OrganizationSummary>,
    /// Its services, current ones first.
    pub services_detail: Vec<ServiceDetail>,
    /// Every stated value of every field with its source; the current one is marked.
    pub values: Vec<StatedValue>,
    /// What was mended in or is doubtful about the stated values.
    pub marks: Vec<MarkView>,
    /// Other offices of the organization, nearest first, at most six.
    pub siblings: Vec<Card>,
    /// Other offices at the same address.
    pub same_place: Vec<Card>,
}

/// 法人 in short.
#[derive(Debug, Serialize, ToSchema)]
pub struct OrganizationSummary {
    /// Identity.
    pub id: Uuid,
    /// Name with its legal form.
    pub name: String,
    /// 法人番号.
    pub number: Option<String>,
    /// Telephone of its seat.
    pub phone: Option<String>,
    /// Home page.
    pub url: Option<String>,
    /// How many offices it runs here.
    pub offices: u64,
}

/// One service of an office as its source states it.
#[derive(Debug, Serialize, ToSchema)]
pub struct ServiceDetail {
    /// Identity.
    pub id: Uuid,
    /// Service type.
    pub code: String,
    /// System of the type.
    pub system: String,
    /// Name the source gives the office for this service.
    pub name: String,
    /// 事業所番号.
    pub number: Option<String>,
    /// 定員, persons.
    pub capacity: Option<u32>,
    /// Days and hours.
    pub schedule: ScheduleView,
    /// 共生型サービス.
    pub kyosei: bool,
    /// Remarks of the source.
    pub remarks: Option<String>,
    /// Other columns of the source by their header.
    pub extra: std::collections::BTreeMap<String, String>,
    /// Newest edition that holds the row.
    pub edition: String,
    /// The edition the row was missing from.
    pub gone_in: Option<String>,
    /// Where the row stands.
    pub source: SourceView,
}

/// Days and hours; `""` is open without stated hours, `null` not stated.
#[derive(Debug, Serialize, ToSchema)]
pub struct ScheduleView {
    /// 平日.
    pub weekday: Option<String>,
    /// 土曜日.
    pub saturday: Option<String>,
    /// 日曜日.
    pub sunday: Option<String>,
    /// 祝日.
    pub holiday: Option<String>,
    /// 定休日 in the source's words.
    pub closed: Option<String>,
    /// Remarks.
    pub remarks: Option<String>,
}

/// A source row.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct SourceView {
    /// Data set (`kaigo:430`).
    pub dataset: String,
    /// Name of the source for people.
    pub label: String,
    /// File it came from.
    pub file: Option<String>,
    /// Key of the row in the file.
    pub key: String,
    /// Edition.
    pub edition: String,
    /// When it was imported (RFC 3339).
    pub imported_at: Option<String>,
}

/// One stated value of one field.
#[derive(Debug, Serialize, ToSchema)]
pub struct StatedValue {
    /// `name`, `kana`, `address`, `building`, `postal_code`, `position`, `phone`, `fax`, `url`, `email`,
    /// `organization`.
    pub field: String,
    /// The value as text.
    pub value: String,
    /// `official` or `local`.
    pub kind: &'static str,
    /// Name of the source for people; empty for a local value.
    pub source_label: String,
    /// Edition of the source, or the day of a local value.
    pub edition: String,
    /// Whether this value is the one shown.
    pub current: bool,
    /// Why a local value was set.
    pub note: Option<String>,
}

/// What was done to or is doubtful about one field.
#[derive(Debug, Serialize, ToSchema)]
pub struct MarkView {
    /// Field.
    pub field: String,
    /// `folded`, `completed`, `deduplicated`, `unwrapped`, `outside_municipality`, `outside_japan`, `no_position`,
    /// `unusable`, `damaged`, `unknown_municipality`.
    pub kind: String,
    /// Whether the value was mended (else it is only flagged).
    pub mended: bool,
    /// The value as the source has it.
    pub original: String,
}

/// A short list of offices.
#[derive(Debug, Serialize, ToSchema)]
pub struct CardList {
    /// The offices.
    pub items: Vec<Card>,
}
