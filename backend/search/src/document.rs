//! What is indexed of one office.

use uuid::Uuid;

/// An office as it goes into the index.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Document {
    /// Identity of the office.
    pub id: Uuid,
    /// Name, exactly as the card shows it (highlights are offsets into it).
    pub name: String,
    /// Names its services carry that differ from `name`.
    pub other_names: Vec<String>,
    /// Reading in kana, exactly as the card shows it.
    pub kana: Option<String>,
    /// Name of the organization, exactly as the card shows it.
    pub organization: Option<String>,
    /// Reading of the organization.
    pub organization_kana: Option<String>,
    /// Address with prefecture and municipality, exactly as the card shows it.
    pub address: String,
    /// Municipality or ward, 5-digit code.
    pub municipality: Option<u32>,
    /// Codes of further areas it lies in (care areas, school districts …).
    pub areas: Vec<String>,
    /// Indices of its service types ([`hoshizu_catalog::taxonomy::ServiceType::index`], below 128).
    pub services: Vec<u8>,
    /// Systems, one bit each in the order of [`hoshizu_catalog::system::System::ALL`].
    pub systems: u8,
    /// Whether a service is 共生型.
    pub kyosei: bool,
    /// Days it is open, one bit each ([`hoshizu_catalog::office::OpenDays`]).
    pub open: u8,
    /// Telephone and FAX numbers, digits only or in any spelling.
    pub phones: Vec<String>,
    /// 事業所番号.
    pub numbers: Vec<String>,
    /// Latitude and longitude in degrees.
    pub lat_lon: Option<(f64, f64)>,
    /// Further text to be found: remarks, strengths.
    pub text: String,
    /// Whether no current edition lists it: shown, ranked lower.
    pub gone: bool,
    /// Codes of the strengths it declares.
    pub strengths: Vec<String>,
    /// What its services say of taking people: index of the service, whether it only wants to be asked, the day this
    /// was said ([`hoshizu_catalog::day::Day::number`]). Services that take nobody are left out.
    pub available: Vec<Available>,
    /// The day its entry was last checked ([`hoshizu_catalog::day::Day::number`]); 0 when never.
    pub checked: i32,
    /// Newest edition that lists it, YYYYMM; 0 when not known.
    pub edition: u32,
    /// JSON of the list item, returned with a hit as it is.
    pub card: Vec<u8>,
}

/// A service that takes people.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Available {
    /// Index of the service type.
    pub service: u8,
    /// 要相談 rather than 受入可.
    pub consult: bool,
    /// The day this was said.
    pub day: i32,
}
