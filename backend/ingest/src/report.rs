//! What reading a file yields: records, rejected rows, and the count that accounts for every row.

use crate::{EntryRow, Way};
use hoshizu_catalog::{
    area::{Area, BaseFeature, Population, Town},
    listing::{Listing, MarkKind, Rejection},
    number::MunicipalityCode,
};
use std::collections::BTreeMap;

/// The rows of one file after reading. `rows == records.len() + merged + rejected.len()`, always.
#[derive(Debug, Clone, PartialEq)]
pub struct Batch<T> {
    /// Data set the records belong to (`kaigo:430`).
    pub dataset: String,
    /// Rows (features, for GeoJSON and shapefiles) of the file, header and blank lines not counted.
    pub rows: u64,
    /// What was read, with the line it stands on.
    pub records: Vec<(u64, T)>,
    /// Rows that were joined to a record before them: further polygons of one municipality.
    pub merged: u64,
    /// Records beyond one a row: the prefectures a file of municipalities implies, the further services of a row that
    /// names several. To be stored like `records`.
    pub derived: Vec<(u64, T)>,
    /// Rows that were refused.
    pub rejected: Vec<Rejection>,
    /// Municipalities named by the rows with their code, each once (see [`Gazetteer::learn`](crate::Gazetteer::learn)).
    pub learned: Vec<Learned>,
}

/// A municipality as rows of an official file name it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Learned {
    /// Its code.
    pub code: MunicipalityCode,
    /// 都道府県名.
    pub prefecture: String,
    /// 市区町村名, ward included (`札幌市中央区`).
    pub city: String,
}

/// What a file holds.
#[derive(Debug, Clone, PartialEq)]
pub enum Parsed {
    /// Offices' services.
    Listings(Batch<Listing>),
    /// Areas with polygons or members.
    Areas(Batch<Area>),
    /// Municipalities with names and centres, without polygons.
    Municipalities(Batch<Area>),
    /// Population; one row holds several age bands.
    Populations(Batch<Vec<Population>>),
    /// Ways by road.
    Roads(Batch<Way>),
    /// Towns for geocoding.
    Towns(Batch<Town>),
    /// Features of a base map.
    BaseMap(Batch<BaseFeature>),
    /// What offices say of themselves.
    Entries(Batch<EntryRow>),
}

impl<T> Batch<T> {
    pub(crate) fn new(dataset: String) -> Self {
        Self {
            dataset,
            rows: 0,
            records: Vec::new(),
            merged: 0,
            derived: Vec::new(),
            rejected: Vec::new(),
            learned: Vec::new(),
        }
    }

    /// Whether every row is a record, joined to one, or rejected.
    pub fn accounts_for_every_row(&self) -> bool {
        self.rows == self.records.len() as u64 + self.merged + self.rejected.len() as u64
    }

    /// Rejected rows by reason.
    pub fn reasons(&self) -> BTreeMap<&str, u64> {
        let mut reasons = BTreeMap::new();
        for rejection in &self.rejected {
            *reasons.entry(rejection.reason.as_str()).or_default() += 1;
        }
        reasons
    }
}

impl Batch<Listing> {
    /// Marks by kind, in the order of the most frequent.
    pub fn marks(&self) -> Vec<(MarkKind, u64)> {
        let mut counts: Vec<(MarkKind, u64)> = Vec::new();
        for mark in self.records.iter().flat_map(|(_, listing)| &listing.marks) {
            match counts.iter_mut().find(|(kind, _)| *kind == mark.kind) {
                Some((_, n)) => *n += 1,
                None => counts.push((mark.kind, 1)),
            }
        }
        counts.sort_by_key(|(_, n)| std::cmp::Reverse(*n));
        counts
    }
}

/// Runs the same expression on the batch of any kind.
macro_rules! each_batch {
    ($parsed:expr, $batch:ident => $body:expr) => {
        match $parsed {
            Parsed::Listings($batch) => $body,
            Parsed::Areas($batch) | Parsed::Municipalities($batch) => $body,
            Parsed::Populations($batch) => $body,
            Parsed::Roads($batch) => $body,
            Parsed::Towns($batch) => $body,
            Parsed::BaseMap($batch) => $body,
            Parsed::Entries($batch) => $body,
        }
    };
}

impl Parsed {
    /// Data set of the records.
    pub fn dataset(&self) -> &str {
        each_batch!(self, batch => &batch.dataset)
    }

    /// Rows of the file.
    pub fn rows(&self) -> u64 {
        each_batch!(self, batch => batch.rows)
    }

    /// Rows that became a record or part of one.
    pub fn accepted(&self) -> u64 {
        each_batch!(self, batch => batch.records.len() as u64 + batch.merged)
    }

    /// Rejected rows.
    pub fn rejected(&self) -> &[Rejection] {
        each_batch!(self, batch => &batch.rejected)
    }

    /// Rejected rows by reason.
    pub fn reasons(&self) -> BTreeMap<&str, u64> {
        each_batch!(self, batch => batch.reasons())
    }

    /// Whether every row is a record, joined to one, or rejected.
    pub fn accounts_for_every_row(&self) -> bool {
        each_batch!(self, batch => batch.accounts_for_every_row())
    }
}

/// Builds a rejection; the value is cut at 200 characters so that a report of a broken file stays readable.
pub(crate) fn rejection(line: u64, column: &str, value: &str, reason: &str, remedy: &str) -> Rejection {
    Rejection {
        line,
        column: column.to_owned(),
        value: value.chars().take(200).collect(),
        reason: reason.to_owned(),
        remedy: remedy.to_owned(),
    }
}

/// The rejection of a row the table reader found faulty.
pub(crate) fn faulty_row(line: u64, value: &str, fault: &str) -> Rejection {
    let remedy = match fault {
        "row_too_long" => "1行が1MiBを超えています。引用符（\"）の閉じ忘れがないか確かめてください。",
        "too_many_columns" => "列が多すぎます。区切り文字と引用符を確かめてください。",
        _ => "引用符（\"）が閉じられていません。この行を直して取り込み直してください。",
    };
    rejection(line, "", value, fault, remedy)
}
