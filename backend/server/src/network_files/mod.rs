//! A network as a file: GraphML, GEXF, CSV, XLSX, JSON, and a whole wave as a folder. Pure: who may see what is decided by
//! who fills in [`NetworkExport`].

mod codebook;
mod gexf;
mod graphml;
mod json;
mod table;
pub mod wave;
mod workbook;
mod xml;

pub use wave::{WaveExport, files as wave_files, zip as wave_zip};

use hoshizu_analysis::network::Evidence;
use hoshizu_catalog::{
    day::Day,
    id::OfficeId,
    number::{MunicipalityCode, OfficeNumber},
    position::Position,
    system::System,
    taxonomy::ServiceType,
    tie::{Report, Star, TieKind},
};
use rust_xlsxwriter::XlsxError;
use std::collections::HashMap;

/// A network to write.
#[derive(Debug, Clone, PartialEq)]
pub struct NetworkExport {
    /// Title of the survey, or what else the network is.
    pub title: String,
    /// Number of the wave; `None` for a network of a day.
    pub wave: Option<u32>,
    /// Day of the export.
    pub exported_on: Day,
    /// Offices.
    pub nodes: Vec<Node>,
    /// Who says what of whom.
    pub reports: Vec<Report>,
    /// What the reports come to.
    pub ties: Vec<Tie>,
}

/// An office of the network.
#[derive(Debug, Clone, PartialEq)]
pub struct Node {
    /// Identity.
    pub id: OfficeId,
    /// Name.
    pub name: String,
    /// 事業所番号.
    pub numbers: Vec<OfficeNumber>,
    /// 制度.
    pub systems: Vec<System>,
    /// Services.
    pub services: Vec<ServiceType>,
    /// Municipality or ward with its name.
    pub municipality: Option<(MunicipalityCode, String)>,
    /// Where it is.
    pub position: Option<Position>,
    /// Whether it answered; `None` where it was not asked.
    pub responded: Option<bool>,
}

/// A tie, whoever said so.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Tie {
    /// One office.
    pub a: OfficeId,
    /// The other.
    pub b: OfficeId,
    /// What it rests on.
    pub evidence: Evidence,
    /// What was said of it by either side.
    pub star: Star,
}

/// What a network is written as.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NetworkFormat {
    /// GraphML of reports, directed.
    Graphml,
    /// GraphML of ties, without direction.
    GraphmlTies,
    /// GEXF 1.3 of reports, directed, with places.
    Gexf,
    /// CSV of reports: UTF-8 with BOM, as spreadsheets expect.
    Csv,
    /// Workbook of offices, reports, ties and the meaning of their columns.
    Xlsx,
    /// Everything, for programs.
    Json,
}

impl NetworkFormat {
    /// Every format.
    pub const ALL: [Self; 6] =
        [Self::Graphml, Self::GraphmlTies, Self::Gexf, Self::Csv, Self::Xlsx, Self::Json];

    /// The identifier used in the API.
    pub fn code(self) -> &'static str {
        match self {
            Self::Graphml => "graphml",
            Self::GraphmlTies => "graphml_ties",
            Self::Gexf => "gexf",
            Self::Csv => "csv",
            Self::Xlsx => "xlsx",
            Self::Json => "json",
        }
    }

    /// The format with this identifier.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|format| format.code() == code)
    }

    /// How its files end.
    pub fn extension(self) -> &'static str {
        match self {
            Self::Graphml | Self::GraphmlTies => "graphml",
            Self::Gexf => "gexf",
            Self::Csv => "csv",
            Self::Xlsx => "xlsx",
            Self::Json => "json",
        }
    }

    /// What a browser is told.
    pub fn media_type(self) -> &'static str {
        match self {
            Self::Graphml | Self::GraphmlTies | Self::Gexf => "application/xml",
            Self::Csv => "text/csv; charset=utf-8",
            Self::Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            Self::Json => "application/json",
        }
    }
}

/// Writes a network.
///
/// # Errors
/// When a workbook would have more rows than workbooks have (1,048,576).
pub fn write(network: &NetworkExport, format: NetworkFormat) -> Result<Vec<u8>, XlsxError> {
    Ok(match format {
        NetworkFormat::Graphml => graphml::reports(network).into_bytes(),
        NetworkFormat::GraphmlTies => graphml::ties(network).into_bytes(),
        NetworkFormat::Gexf => gexf::reports(network).into_bytes(),
        NetworkFormat::Csv => table::reports(network).into_bytes(),
        NetworkFormat::Xlsx => workbook::write(network)?,
        NetworkFormat::Json => json::write(network).into_bytes(),
    })
}

/// The identifier of an evidence in files.
pub fn evidence_code(evidence: Evidence) -> &'static str {
    match evidence {
        Evidence::Mutual => "mutual",
        Evidence::OneSided => "one_sided",
        Evidence::ToNonRespondent => "to_non_respondent",
    }
}

/// Offices by their id.
fn by_id(network: &NetworkExport) -> HashMap<OfficeId, &Node> {
    network.nodes.iter().map(|node| (node.id, node)).collect()
}

fn numbers(node: &Node) -> String {
    node.numbers.iter().map(OfficeNumber::as_str).collect::<Vec<_>>().join(";")
}

fn systems(node: &Node) -> String {
    node.systems.iter().map(|system| system.code()).collect::<Vec<_>>().join(";")
}

fn services(node: &Node) -> String {
    node.services.iter().map(|service| service.definition().code.as_str()).collect::<Vec<_>>().join(";")
}

fn municipality_code(node: &Node) -> String {
    node.municipality.as_ref().map(|(code, _)| code.to_string()).unwrap_or_default()
}

fn municipality(node: &Node) -> &str {
    node.municipality.as_ref().map_or("", |(_, name)| name)
}

fn kinds(star: Star) -> String {
    star.kinds.iter().map(TieKind::code).collect::<Vec<_>>().join(";")
}

fn closeness(star: Star) -> String {
    star.closeness.map(|stage| stage.stage().to_string()).unwrap_or_default()
}

fn frequency(star: Star) -> &'static str {
    star.frequency.map_or("", hoshizu_catalog::tie::Frequency::code)
}

#[cfg(test)]
mod tests;
