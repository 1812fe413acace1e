//! Writes an examined file: listings are matched to offices, reference data replaces what the data set held.

use crate::import::{
    compare::Comparison,
    report::{FileReport, Refusal},
    run::{Importer, coverage_code},
};
use crate::source;
use hoshizu_catalog::{
    area::{Area, AreaKind},
    edition::Edition,
    id::{ImportId, OfficeId},
    listing::{Listing, Rejection},
    number::MunicipalityCode,
    progress::Progress,
};
use hoshizu_ingest::{
    Batch, Learned, Parsed,
    difference::Coverage,
    matching::{Decision, Family, Matcher},
    ways_by_start,
};
use hoshizu_store::{
    Store, StoreError, area, base_feature,
    import::{self as stored_import, ImportPlan, ImportRun, NewListing, NewReview, RunState, Target},
    listing, pin, population, road, town,
};
use std::{collections::HashSet, time::Instant};
use time::OffsetDateTime;

/// Listings read at a time to match with.
const LISTING_BATCH: u32 = 5_000;

impl Importer {
    pub(super) async fn apply_listings(
        &mut self,
        found: Comparison,
        learned: Vec<Learned>,
        head: Head,
        rejected: Vec<Rejection>,
        mut report: FileReport,
        progress: &dyn Progress,
    ) -> Result<FileReport, Refusal> {
        self.learn(&learned).await?;
        let based_on = stored_import::latest(&mut self.store.read().await?).await?;
        let (new, reviews) = self.match_offices(&report.dataset, found.new, progress).await?;
        report.candidates = reviews.len() as u64;
        report.seconds = head.begun.elapsed().as_secs_f64();
        let plan = ImportPlan {
            run: self.run(&report, &head, RunState::Done),
            based_on,
            new,
            changed: found.changed,
            unchanged: found.unchanged,
            gone: found.gone,
            changes: found.changes,
            rejections: rejected,
            reviews,
        };
        let outcome = stored_import::apply(&self.store, &self.actor, plan, progress).await;
        if outcome.is_err() {
            // The matcher has learned offices that were not written.
            self.matcher = None;
        }
        outcome?;
        report.seconds = head.begun.elapsed().as_secs_f64();
        Ok(report)
    }

    /// Municipalities that only the rows of an official file name become areas without a polygon, so that later files
    /// can be placed by name.
    async fn learn(&mut self, learned: &[Learned]) -> Result<(), Refusal> {
        let Some(gazetteer) = self.gazetteer.as_mut() else { return Ok(()) };
        let unknown: Vec<&Learned> =
            learned.iter().filter(|named| gazetteer.municipality(named.code).is_none()).collect();
        for named in learned {
            gazetteer.learn(named.code, &named.prefecture, &named.city);
        }
        // A ward belongs to its city, or the next import would no more find the middle of the city for it.
        let city_of = |code| gazetteer.municipality(code).and_then(|known| known.city);
        let unknown: Vec<Area> =
            unknown.into_iter().map(|named| area_of(named, city_of(named.code))).collect();
        if unknown.is_empty() {
            return Ok(());
        }
        let mut write = self.store.begin(&self.actor).await?;
        area::replace(&mut write, "areas:learned", &unknown, false).await?;
        write.commit().await?;
        Ok(())
    }

    async fn match_offices(
        &mut self,
        dataset: &str,
        new: Vec<(Listing, [u8; 16])>,
        progress: &dyn Progress,
    ) -> Result<(Vec<NewListing>, Vec<NewReview>), Refusal> {
        progress.phase("match", new.len() as u64);
        if new.is_empty() {
            return Ok((Vec::new(), Vec::new()));
        }
        let mut matcher = match self.matcher.take() {
            Some(matcher) => matcher,
            None => load_matcher(&self.store, progress).await?,
        };
        let family = Family::of_dataset(dataset);
        // What a person has put to an office by hand is not decided again.
        let pins = pin::all(&mut self.store.read().await?).await?;
        let (mut placed, mut reviews) = (Vec::with_capacity(new.len()), Vec::new());
        let mut free = Vec::with_capacity(new.len());
        for (listing, digest) in new {
            let pinned = if pins.is_empty() { None } else { pins.get(&listing.signature(dataset)) };
            match pinned {
                Some(office) => {
                    matcher.add(*office, &listing, family);
                    placed.push(NewListing { listing, digest, target: Target::Existing(*office) });
                }
                None => free.push((listing, digest)),
            }
        }
        let listings: Vec<&Listing> = free.iter().map(|(listing, _)| listing).collect();
        let mut fresh = HashSet::new();
        let mut next = || {
            let office = OfficeId(self.store.next_id());
            fresh.insert(office);
            office
        };
        let decided = tokio::task::block_in_place(|| matcher.decide_batch(&listings, family, &mut next));
        self.matcher = Some(matcher);
        for ((listing, digest), (office, decision)) in free.into_iter().zip(decided) {
            let target = match decision {
                // Rows of one file join each other too: their office is as new as they are.
                Decision::Join(..) if !fresh.contains(&office) => Target::Existing(office),
                Decision::Join(..) | Decision::New => Target::NewOffice(office),
                Decision::Candidate { with, agree, differ } => {
                    let codes = |fields: &[hoshizu_ingest::matching::Field]| {
                        fields.iter().map(source::code_of).collect()
                    };
                    let (agree, differ) = (codes(&agree), codes(&differ));
                    let kind = "match_candidate".to_owned();
                    reviews.push(NewReview { kind, offices: vec![with, office], agree, differ });
                    Target::NewOffice(office)
                }
            };
            placed.push(NewListing { listing, digest, target });
        }
        Ok((placed, reviews))
    }

    pub(super) async fn apply_reference(
        &mut self,
        parsed: Parsed,
        head: Head,
        rejected: Vec<Rejection>,
        mut report: FileReport,
        progress: &dyn Progress,
    ) -> Result<FileReport, Refusal> {
        progress.phase("write", parsed.rows());
        if let Parsed::Entries(batch) = parsed {
            return self.apply_entries(batch, &head, rejected, report).await;
        }
        let accepted = parsed.accepted();
        let mut write = self.store.begin(&self.actor).await?;
        let name = report.dataset.clone();
        let counts = match parsed {
            Parsed::Areas(batch) | Parsed::Municipalities(batch) => {
                area::replace(&mut write, &name, &records(batch), true).await?
            }
            Parsed::Populations(batch) => {
                let bands: Vec<_> = records(batch).into_iter().flatten().collect();
                population::replace(&mut write, &name, &bands).await?
            }
            Parsed::Roads(batch) => road::replace(&mut write, &name, &ways_by_start(records(batch))).await?,
            Parsed::Towns(batch) => town::replace(&mut write, &name, &records(batch)).await?,
            Parsed::BaseMap(batch) => base_feature::replace(&mut write, &name, &records(batch)).await?,
            Parsed::Listings(_) | Parsed::Entries(_) => {
                return Err(Refusal::new("internal", "listings are no reference data", ""));
            }
        };
        if progress.is_cancelled() {
            return Err(StoreError::Cancelled.into());
        }
        // A row may stand for several records and several rows for one: rows are counted, records only tell how many
        // of them brought something.
        report.imported = accepted.min(counts.new + counts.changed);
        report.unchanged = accepted - report.imported;
        report.new = counts.new.min(report.imported);
        report.changed = report.imported - report.new;
        report.gone = counts.gone;
        coverage_code(Some(Coverage::Whole)).clone_into(&mut report.coverage);
        report.seconds = head.begun.elapsed().as_secs_f64();
        let run = self.run(&report, &head, RunState::Done);
        stored_import::record(&mut write, &run, &rejected).await?;
        write.commit().await?;
        self.gazetteer = None;
        report.seconds = head.begun.elapsed().as_secs_f64();
        Ok(report)
    }

    pub(super) fn run(&self, report: &FileReport, head: &Head, state: RunState) -> ImportRun {
        ImportRun {
            id: ImportId(self.store.next_id()),
            batch: self.batch,
            label: report.file.clone(),
            kind: report.kind.clone(),
            dataset: report.dataset.clone(),
            edition: Some(head.edition.clone()),
            rows: report.rows,
            new: report.new,
            changed: report.changed,
            unchanged: report.unchanged,
            gone: report.gone,
            rejected: report.rejected,
            candidates: report.candidates,
            seconds: report.seconds,
            state,
            started_at: head.started_at,
            finished_at: self.store.now(),
            actor: self.actor.clone(),
            marks: report.marks.clone(),
            coverage: Some(report.coverage.clone()),
            error: None,
        }
    }
}

/// What is known of a file besides its rows.
pub(super) struct Head {
    pub begun: Instant,
    pub started_at: OffsetDateTime,
    pub edition: Edition,
}

fn records<T>(batch: Batch<T>) -> Vec<T> {
    batch.records.into_iter().chain(batch.derived).map(|(_, record)| record).collect()
}

/// Every stored listing, ready to be matched with (0.4 kB a listing while it is built).
async fn load_matcher(store: &Store, progress: &dyn Progress) -> Result<Matcher, Refusal> {
    let mut matcher = Matcher::new();
    let mut after = None;
    loop {
        if progress.is_cancelled() {
            return Err(StoreError::Cancelled.into());
        }
        let found = listing::batch(&mut store.read().await?, after, LISTING_BATCH).await?;
        for row in &found {
            matcher.add(row.office, &row.listing, Family::of_dataset(&row.dataset));
        }
        after = found.last().map(|row| row.id);
        if found.len() < LISTING_BATCH as usize {
            return Ok(matcher);
        }
    }
}

fn area_of(named: &Learned, city: Option<MunicipalityCode>) -> Area {
    Area {
        code: named.code.to_string(),
        kind: if named.city.contains('市') && named.city.ends_with('区') {
            AreaKind::Ward
        } else {
            AreaKind::Municipality
        },
        name: named.city.clone(),
        kana: None,
        parent: Some(
            city.map_or_else(|| format!("{:02}000", named.code.prefecture()), |city| city.to_string()),
        ),
        members: Vec::new(),
        center: None,
        polygons: Vec::new(),
    }
}
