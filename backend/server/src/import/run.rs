//! Examines and applies files one after the other. What one file teaches — municipalities, offices to match with — the
//! next one knows.

use crate::{
    import::{
        compare::{Comparison, compare},
        report::{FileReport, Refusal},
        write::Head,
    },
    source,
};
use hoshizu_catalog::{
    edition::Edition,
    listing::{Listing, MarkKind, Rejection},
    progress::Progress,
};
use hoshizu_ingest::{
    Batch, Gazetteer, Hints, Kind, Learned, Limits, Mapping, Parsed, ReadError, Recognition, SourceFile,
    difference::Coverage, matching::Matcher,
};
use hoshizu_store::{Store, StoreError, area, dataset, mapping, town};
use std::{collections::BTreeMap, time::Instant};
use time::OffsetDateTime;
use uuid::Uuid;

/// How files are to be read.
#[derive(Debug, Clone, Default)]
pub struct Options {
    /// Edition to use instead of the one the file tells.
    pub edition: Option<Edition>,
    /// Whether a file is the whole data set, instead of judging by its size.
    pub coverage: Option<Coverage>,
    /// Column mapping for tables of unknown layout.
    pub mapping: Option<Mapping>,
}

/// Reads files into one database.
pub struct Importer {
    pub(super) store: Store,
    pub(super) actor: String,
    pub(super) batch: Uuid,
    pub(super) gazetteer: Option<Gazetteer>,
    pub(super) matcher: Option<Matcher>,
    mappings: Vec<Mapping>,
}

/// A file read and compared, not yet written.
pub struct Examined {
    /// How it was recognised.
    pub recognition: Recognition,
    /// Data set.
    pub dataset: String,
    /// Edition.
    pub edition: Edition,
    /// Rows in all.
    pub rows: u64,
    /// Refused rows.
    pub rejected: Vec<Rejection>,
    /// Values mended or flagged.
    pub marks: Vec<(MarkKind, u64)>,
    /// What it would change.
    pub contents: Contents,
    label: String,
    begun: Instant,
    started_at: OffsetDateTime,
}

impl Examined {
    /// What applying it would report, but for matching.
    pub fn forecast(&self) -> FileReport {
        let mut report = FileReport {
            file: self.label.clone(),
            kind: self.recognition.kind.code().to_owned(),
            dataset: self.dataset.clone(),
            edition: self.edition.to_string(),
            rows: self.rows,
            rejected: self.rejected.len() as u64,
            marks: self.marks.iter().map(|(kind, n)| (source::code_of(kind), *n)).collect(),
            reasons: reasons(&self.rejected),
            seconds: self.begun.elapsed().as_secs_f64(),
            ..FileReport::default()
        };
        match &self.contents {
            Contents::Listings(found, _) => {
                (report.new, report.changed) = (found.rows.new, found.rows.changed);
                (report.unchanged, report.gone) = (found.rows.unchanged, found.gone.len() as u64);
                coverage_code(found.coverage).clone_into(&mut report.coverage);
            }
            Contents::Reference(parsed) => report.new = parsed.accepted(),
        }
        report.imported = report.new + report.changed;
        report
    }
}

/// What a file holds.
pub enum Contents {
    /// Offices, compared with the stored ones.
    Listings(Box<Comparison>, Vec<Learned>),
    /// Reference data, which replaces what the data set held.
    Reference(Box<Parsed>),
}

impl Importer {
    /// Imports under this name; `batch` ties the files of one upload or command together.
    pub async fn new(store: Store, actor: &str, batch: Uuid) -> Result<Self, StoreError> {
        let saved = mapping::list(&mut store.read().await?).await?;
        let mappings =
            saved.into_iter().filter_map(|saved| serde_json::from_value(saved.body).ok()).collect();
        Ok(Self { store, actor: actor.to_owned(), batch, gazetteer: None, matcher: None, mappings })
    }

    /// Reads a file and compares it with what is stored; writes nothing.
    pub async fn examine(
        &mut self,
        file: &SourceFile,
        options: &Options,
        progress: &dyn Progress,
    ) -> Result<Examined, Refusal> {
        let (begun, started_at) = (Instant::now(), self.store.now());
        let recognition = self.recognise(file, options)?;
        if let Kind::Unknown { nearest, missing } = recognition.kind {
            return Err(ReadError::Unknown { label: file.label.clone(), nearest, missing }.into());
        }
        progress.phase("read", 0);
        self.load_gazetteer().await?;
        let gazetteer = self.gazetteer.get_or_insert_default();
        let bytes = file.bytes()?;
        let parsed = tokio::task::block_in_place(|| {
            hoshizu_ingest::read(file, &bytes, &recognition, gazetteer, progress)
        })?;
        drop(bytes);
        let edition = recognition.edition.clone();
        let dataset = parsed.dataset().to_owned();
        let rejected = parsed.rejected().to_vec();
        let rows = parsed.rows();
        let mut marks = Vec::new();
        let contents = match parsed {
            Parsed::Listings(batch) => {
                marks = batch.marks();
                self.refuse_older(&dataset, &edition).await?;
                self.compare(batch, options).await?
            }
            other => Contents::Reference(Box::new(other)),
        };
        let label = file.label.clone();
        Ok(Examined {
            recognition,
            dataset,
            edition,
            rows,
            rejected,
            marks,
            contents,
            label,
            begun,
            started_at,
        })
    }

    /// What a file is, without reading its rows.
    pub fn recognise(&self, file: &SourceFile, options: &Options) -> Result<Recognition, Refusal> {
        let bytes = file.bytes()?;
        let hints = Hints {
            mappings: &self.mappings,
            mapping: options.mapping.as_ref(),
            edition: options.edition.clone(),
            today: today(&self.store)?,
        };
        Ok(hoshizu_ingest::recognise(file, &bytes, &hints)?)
    }

    async fn compare(&self, batch: Batch<Listing>, options: &Options) -> Result<Contents, Refusal> {
        let mut tx = self.store.read().await?;
        let plain = |rows: Vec<(u64, Listing)>| rows.into_iter().map(|(_, listing)| listing).collect();
        let (records, derived) = (plain(batch.records), plain(batch.derived));
        let found = compare(&mut tx, &batch.dataset, records, derived, options.coverage).await?;
        Ok(Contents::Listings(Box::new(found), batch.learned))
    }

    /// A data set goes forward in time only: an older file would bring back what has closed since.
    async fn refuse_older(&self, name: &str, given: &Edition) -> Result<(), Refusal> {
        let known = dataset::find(&mut self.store.read().await?, name).await?;
        match known.and_then(|known| known.edition) {
            Some(stored) if *given < stored => {
                Err(StoreError::OlderEdition { dataset: name.to_owned(), stored, given: given.clone() }
                    .into())
            }
            _ => Ok(()),
        }
    }

    async fn load_gazetteer(&mut self) -> Result<(), Refusal> {
        if self.gazetteer.is_none() {
            let mut tx = self.store.read().await?;
            let areas =
                area::list(&mut tx, &area::Filter { polygons: true, ..area::Filter::default() }).await?;
            let towns = town::all(&mut tx).await?;
            drop(tx);
            self.gazetteer = Some(tokio::task::block_in_place(|| Gazetteer::build(&areas, &towns)));
        }
        Ok(())
    }

    /// Writes an examined file in one transaction: all of it or nothing.
    pub async fn apply(&mut self, file: Examined, progress: &dyn Progress) -> Result<FileReport, Refusal> {
        let report = file.forecast();
        let head = Head { begun: file.begun, started_at: file.started_at, edition: file.edition };
        match file.contents {
            Contents::Listings(found, learned) => {
                self.apply_listings(*found, learned, head, file.rejected, report, progress).await
            }
            Contents::Reference(parsed) => {
                self.apply_reference(*parsed, head, file.rejected, report, progress).await
            }
        }
    }
}

fn reasons(rejected: &[Rejection]) -> BTreeMap<String, u64> {
    let mut reasons = BTreeMap::new();
    for rejection in rejected {
        *reasons.entry(rejection.reason.clone()).or_default() += 1;
    }
    reasons
}

fn today(store: &Store) -> Result<Edition, Refusal> {
    let today = store.now().date();
    let text = format!("{:04}-{:02}-{:02}", today.year(), u8::from(today.month()), today.day());
    Edition::parse(&text)
        .map_err(|error| Refusal::new("clock", error.to_string(), "時計の設定を確かめてください。"))
}

/// Identifier of a coverage.
pub fn coverage_code(coverage: Option<Coverage>) -> &'static str {
    match coverage {
        None => "",
        Some(Coverage::Whole) => "whole",
        Some(Coverage::Excerpt) => "excerpt",
    }
}

/// The limits imports from the command line and the page share.
pub fn limits() -> Limits {
    Limits::default()
}
