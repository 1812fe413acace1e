//! Lists of ties made elsewhere, read as reports: who says it, of whom, and what. CSV, XLSX, GraphML, GEXF and JSON.
//!
//! Nothing is imported by half: a row that cannot be read or whose offices are not certain is refused with line, column,
//! value, reason and remedy, and `rows == reports + duplicates + rejected`. An edge without direction is said by both.

mod book;
mod columns;
mod graph;
mod json;
mod judge;
#[cfg(test)]
mod tests;
pub mod words;

pub use crate::network::{Input, NetworkError};
pub use book::{BookOffice, Candidate, Match, OfficeBook, Party};

use crate::{
    Limits,
    decode::decode,
    network::{Blame, document},
    table::{self, Row},
    workbook::Book,
};
use hoshizu_catalog::{listing::Rejection, tie::Report};
use serde::Serialize;
use std::rc::Rc;

/// A party of a list, and which office it is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PartyMatch {
    /// What the list says of it.
    pub party: Party,
    /// Statements that name it.
    pub statements: u64,
    /// Which office it is.
    pub found: Match,
}

/// What a list of ties holds.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct TieFile {
    /// Statements of the list: rows, or edges, of which one that counts for both sides and could be read counts twice.
    pub rows: u64,
    /// Reports, each pair once, with the line they stand on (the row of a spreadsheet, the item of a JSON list).
    pub reports: Vec<(u64, Report)>,
    /// Statements that say again what was said before.
    pub duplicates: u64,
    /// Statements refused.
    pub rejected: Vec<Rejection>,
    /// Every party once, in the order of the list.
    pub parties: Vec<PartyMatch>,
}

/// One line of a list, before anything of it is understood.
#[derive(Debug, Clone, Default)]
struct Statement {
    line: u64,
    reporter: Rc<Party>,
    partner: Rc<Party>,
    kinds: String,
    closeness: String,
    frequency: String,
    direction: Direction,
    /// Why the line as a whole cannot be read.
    fault: Option<&'static str>,
}

/// Who says it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
enum Direction {
    /// The reporter.
    #[default]
    Reporter,
    /// Both.
    Both,
    /// One of the two, and nobody can tell which.
    Unknown,
}

impl Direction {
    /// Direction of an edge, and what an attribute `evidence` or `mutual` adds.
    fn of(directed: bool, evidence: &str) -> Self {
        match evidence.trim() {
            "one_sided" | "to_non_respondent" if !directed => Self::Unknown,
            "one_sided" | "to_non_respondent" => Self::Reporter,
            "mutual" => Self::Both,
            _ if !directed => Self::Both,
            word if words::tick(word) == Some(true) => Self::Both,
            _ => Self::Reporter,
        }
    }
}

/// What the columns are called in the list, for its rejections.
#[derive(Debug, Clone)]
struct Names {
    reporter: String,
    partner: String,
    kinds: String,
    closeness: String,
    frequency: String,
}

impl Default for Names {
    fn default() -> Self {
        let [reporter, partner, kinds, closeness, frequency] =
            ["source", "target", "kinds", "closeness", "frequency"].map(str::to_owned);
        Self { reporter, partner, kinds, closeness, frequency }
    }
}

const BROKEN_BOOK: &str = "Excel（.xlsx）として保存し直してください。";

/// Reads a list of ties, recognised by its content.
///
/// # Errors
/// When the list as a whole cannot be read: broken, without the two columns, more nodes or ties than the limits allow, a
/// document type in XML.
pub fn read_ties(file: Input<'_>, book: &OfficeBook, limits: &Limits) -> Result<TieFile, NetworkError> {
    let blame = Blame(file.label);
    let (names, statements) = if file.bytes.starts_with(b"PK") {
        workbook(file, limits)?
    } else {
        let text = decode(file.bytes).text;
        match text.trim_start().chars().next() {
            Some('<') => {
                let document = document(&text, file.label, &graph::is_wanted, limits)?;
                (Names::default(), graph::statements(&document))
            }
            Some('{' | '[') => (Names::default(), json::statements(&text, blame, limits)?),
            _ => {
                let rows = table::rows(&text, table::delimiter(&text), limits);
                columns::statements(&rows, blame, limits)?
            }
        }
    };
    Ok(judge::judge(&names, statements, book))
}

/// The first sheet that has both columns.
fn workbook(file: Input<'_>, limits: &Limits) -> Result<(Names, Vec<Statement>), NetworkError> {
    let blame = Blame(file.label);
    let broken = |error: crate::ReadError| match error {
        crate::ReadError::Malformed { reason, .. } => blame.file(reason, BROKEN_BOOK),
        other => blame.file(other.to_string(), BROKEN_BOOK),
    };
    let unpacked = limits.expansion_of(file.bytes.len() as u64);
    let mut book = Book::open(file.bytes, file.label, unpacked).map_err(broken)?;
    let mut first: Option<Vec<Row<'static>>> = None;
    for name in book.names() {
        let rows = table::sheet_rows(&mut book, &name, file.label, limits).map_err(broken)?;
        if columns::has_header(&rows) {
            return columns::statements(&rows, blame, limits);
        }
        first = first.or((!rows.is_empty()).then_some(rows));
    }
    columns::statements(&first.unwrap_or_default(), blame, limits)
}
