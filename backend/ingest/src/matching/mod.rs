//! Which office a listing belongs to. Pure: keys in memory, decisions out; the rules stand in [`rules`].
//!
//! Every stored listing of every office is kept as a row of hashes, 88 bytes each, in hash chains by number, address,
//! telephone and organization; 500,000 offices take 60 MB. Hashes have 32 bits: a decision needs two agreements or more,
//! so a chance collision (one in 4 × 10⁹ a pair) decides nothing.

pub(crate) mod key;
mod rules;
mod table;

use crate::matching::{
    key::{Row, row_of},
    table::Chains,
};
use hoshizu_catalog::{id::OfficeId, listing::Listing};
use serde::{Deserialize, Serialize};

/// Where a listing comes from; within one family a service has a row of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Family {
    /// 介護サービス情報公表システム.
    Kaigo,
    /// WAM NET.
    Wamnet,
    /// Lists of medical institutions.
    Medical,
    /// Lists of municipalities, points, mapped tables.
    Municipal,
}

impl Family {
    /// The family of a data set (`kaigo:430`, `medical:institutions`, `points:jigyosho`).
    pub fn of_dataset(dataset: &str) -> Self {
        match dataset.split(':').next() {
            Some("kaigo") => Self::Kaigo,
            Some("wamnet") => Self::Wamnet,
            Some("medical") => Self::Medical,
            _ => Self::Municipal,
        }
    }

    /// One row a service, keys kept by the publisher: names differ on purpose there.
    pub(crate) fn is_national(self) -> bool {
        matches!(self, Self::Kaigo | Self::Wamnet)
    }
}

/// What two rows agree or differ in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Field {
    /// 事業所番号.
    Number,
    /// 法人番号, or the name of the organization without its legal form.
    Organization,
    /// Address up to the building.
    Address,
    /// Telephone.
    Phone,
    /// Name of the office.
    Name,
    /// Position within 300 m.
    Position,
}

/// Why a listing joins an office.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Reason {
    /// The same 事業所番号 at the same place.
    Number,
    /// The same name, organization, address and telephone in another row of the family.
    SameName,
    /// Organization, address and telephone agree between two systems.
    Organization,
    /// Name and address agree between a municipal or medical list and an office.
    NameAndAddress,
}

/// Where a listing belongs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Decision {
    /// To this office.
    Join(OfficeId, Reason),
    /// To an office of its own.
    New,
    /// To an office of its own, until a person has looked whether it is this one.
    Candidate {
        /// The office it may be.
        with: OfficeId,
        /// What agrees.
        agree: Vec<Field>,
        /// What both state and state differently.
        differ: Vec<Field>,
    },
}

/// Offices as they are known so far.
#[derive(Debug, Default)]
pub struct Matcher {
    rows: Vec<Row>,
    chains: Chains,
}

impl Matcher {
    /// A matcher that knows no office.
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds one listing of an office.
    pub fn add(&mut self, office: OfficeId, listing: &Listing, family: Family) {
        self.push(row_of(office, listing, family));
    }

    fn push(&mut self, row: Row) {
        // Most services of an office state the same: one row for all of them.
        let known = self.chains.of(&self.rows, &row).any(|at| self.rows[at as usize] == row);
        if !known {
            self.chains.insert(&self.rows, &row);
            self.rows.push(row);
        }
    }

    /// Forgets an office, for instance when two were merged by hand.
    pub fn forget(&mut self, office: OfficeId) {
        self.rows.retain(|row| row.office != office);
        self.chains = Chains::default();
        for at in 0..self.rows.len() {
            let (before, rest) = self.rows.split_at(at);
            self.chains.insert(before, &rest[0]);
        }
    }

    /// Where a listing belongs.
    pub fn decide(&self, listing: &Listing, family: Family) -> Decision {
        self.decide_row(&row_of(OfficeId(uuid::Uuid::nil()), listing, family))
    }

    fn decide_row(&self, row: &Row) -> Decision {
        let near: Vec<&Row> = self.chains.of(&self.rows, row).map(|at| &self.rows[at as usize]).collect();
        rules::decide(row, &near)
    }

    /// Decides all rows of one file and adds them. First each row is held against the offices known before the file, so
    /// that rows of the file cannot stand between a row and its office; then what found none is decided among
    /// itself, in the order of the keys, so that the order of the file does not matter.
    ///
    /// Gives for each listing its office, a fresh one for `New` and `Candidate`.
    pub fn decide_batch(
        &mut self,
        listings: &[&Listing],
        family: Family,
        new_id: &mut dyn FnMut() -> OfficeId,
    ) -> Vec<(OfficeId, Decision)> {
        use rayon::prelude::*;
        let nil = OfficeId(uuid::Uuid::nil());
        let mut rows: Vec<Row> = listings.par_iter().map(|listing| row_of(nil, listing, family)).collect();
        let mut decisions: Vec<Decision> = rows.par_iter().map(|row| self.decide_row(row)).collect();
        for (row, decision) in rows.iter_mut().zip(&decisions) {
            if let Decision::Join(office, _) = decision {
                row.office = *office;
                self.push(*row);
            }
        }
        let mut rest: Vec<usize> =
            (0..rows.len()).filter(|at| !matches!(decisions[*at], Decision::Join(..))).collect();
        rest.sort_by(|a, b| listings[*a].key.cmp(&listings[*b].key));
        for at in rest {
            let again = self.decide_row(&rows[at]);
            // A candidate among the known offices is worth more than one among the rows of the same file.
            match (&decisions[at], again) {
                (_, join @ Decision::Join(..)) => decisions[at] = join,
                (Decision::New, other) => decisions[at] = other,
                _ => {}
            }
            rows[at].office = match &decisions[at] {
                Decision::Join(office, _) => *office,
                Decision::New | Decision::Candidate { .. } => new_id(),
            };
            self.push(rows[at]);
        }
        rows.iter().map(|row| row.office).zip(decisions).collect()
    }

    /// Distinct rows that are kept.
    pub fn len(&self) -> usize {
        self.rows.len()
    }

    /// Whether no office is known.
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// Bytes taken.
    pub fn bytes(&self) -> usize {
        self.rows.capacity() * size_of::<Row>() + self.chains.bytes()
    }
}
