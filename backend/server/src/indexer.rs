//! Keeps the index at the head of the outbox: what the database has committed, the index shows.

use crate::{
    app::App,
    region::Region,
    view::card::{Card, open_days},
};
use arc_swap::ArcSwap;
use hoshizu_catalog::{
    entry::{Availability, Status},
    fold,
    freshness::Group,
    id::OfficeId,
    number::MunicipalityCode,
    progress::Progress,
    synonyms,
};
use hoshizu_search::{Available, Document, Index};
use hoshizu_store::{Store, StoreError, area::Tree, office, outbox};
use std::{collections::HashSet, sync::Arc, time::Duration};
use uuid::Uuid;

/// Outbox entries and offices handled at a time: 2,000 documents of 1.5 kB are 3 MB in flight.
const BATCH: u32 = 2_000;
/// More waiting entries than this and a rebuild is cheaper than updates one by one.
const REBUILD_ABOVE: u32 = 20_000;

/// Why the index could not follow.
#[derive(Debug, thiserror::Error)]
pub enum IndexError {
    /// The database.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// The index.
    #[error(transparent)]
    Search(#[from] hoshizu_search::Error),
    /// The thread that feeds the index died.
    #[error("the indexing task ended early: {0}")]
    Task(#[from] tokio::task::JoinError),
}

/// Brings the index to the head of the outbox and returns how many offices it wrote or removed. The region is loaded
/// again first when areas or the base map have changed, because cards name the municipality and documents carry the
/// areas they lie in.
pub async fn catch_up(
    store: &Store,
    index: &Arc<Index>,
    region: &ArcSwap<Region>,
    progress: Arc<dyn Progress>,
) -> Result<u64, IndexError> {
    let mut tx = store.read().await?;
    let head = outbox::head(&mut tx).await?;
    let waiting = outbox::after(&mut tx, index.sequence(), REBUILD_ABOVE + 1).await?;
    drop(tx);
    let touches = |entity: &str| waiting.iter().any(|entry| entry.entity == entity);
    let everything = waiting.len() > REBUILD_ABOVE as usize
        || (index.is_empty() && head > index.sequence())
        || touches("area");
    if everything || touches("base_feature") {
        let loaded = Region::load(store, region.load().generation + 1).await?;
        index.set_places(loaded.places());
        region.store(Arc::new(loaded));
    }
    let region = region.load_full();
    if everything {
        return rebuild(store, index, &region, progress).await;
    }
    apply(store, index, &region, &waiting).await
}

async fn apply(
    store: &Store,
    index: &Arc<Index>,
    region: &Region,
    waiting: &[outbox::Entry],
) -> Result<u64, IndexError> {
    let Some(tree) = tree_if_needed(store, waiting).await? else {
        return Ok(0);
    };
    let mut written = 0;
    for entries in waiting.chunks(BATCH as usize) {
        let mut ids: Vec<OfficeId> =
            entries.iter().filter(|entry| entry.entity == "office").map(|entry| OfficeId(entry.id)).collect();
        ids.sort_unstable();
        ids.dedup();
        let mut tx = store.read().await?;
        let rows = office::documents_of(&mut tx, &tree, &ids).await?;
        drop(tx);
        let found: HashSet<OfficeId> = rows.iter().map(|row| row.office.id).collect();
        let gone: Vec<Uuid> = ids.iter().filter(|id| !found.contains(id)).map(|id| id.0).collect();
        let documents = rows.iter().map(|row| document(row, region)).collect();
        let sequence = entries.last().map_or(0, |entry| entry.seq);
        let index = Arc::clone(index);
        tokio::task::spawn_blocking(move || index.apply(documents, &gone, sequence)).await??;
        written += ids.len() as u64;
    }
    Ok(written)
}

async fn tree_if_needed(store: &Store, waiting: &[outbox::Entry]) -> Result<Option<Tree>, StoreError> {
    if waiting.is_empty() {
        return Ok(None);
    }
    Tree::load(&mut store.read().await?).await.map(Some)
}

/// Writes the whole index anew; searches see the old content until it is done. Returns the offices written.
pub async fn rebuild(
    store: &Store,
    index: &Arc<Index>,
    region: &Region,
    progress: Arc<dyn Progress>,
) -> Result<u64, IndexError> {
    // The head is read before the offices: whatever changes meanwhile comes again by the outbox.
    let mut tx = store.read().await?;
    let sequence = outbox::head(&mut tx).await?;
    let tree = Tree::load(&mut tx).await?;
    drop(tx);
    let (sender, receiver) = std::sync::mpsc::sync_channel::<Document>(BATCH as usize * 2);
    let writer = {
        let index = Arc::clone(index);
        tokio::task::spawn_blocking(move || index.rebuild(receiver.into_iter(), sequence, progress.as_ref()))
    };
    let fed = feed(store, &tree, region, &sender).await;
    drop(sender);
    let written = writer.await??;
    fed?;
    Ok(written)
}

async fn feed(
    store: &Store,
    tree: &Tree,
    region: &Region,
    sender: &std::sync::mpsc::SyncSender<Document>,
) -> Result<(), StoreError> {
    let mut after = None;
    loop {
        let mut tx = store.read().await?;
        let rows = office::documents(&mut tx, tree, after, BATCH).await?;
        drop(tx);
        for row in &rows {
            // The writer hangs up when it is cancelled or fails; it then says why itself.
            let document = document(row, region);
            if tokio::task::block_in_place(|| sender.send(document).is_err()) {
                return Ok(());
            }
        }
        after = rows.last().map(|row| row.office.id);
        if rows.len() < BATCH as usize {
            return Ok(());
        }
    }
}

/// The search document of an office.
pub fn document(row: &office::Document, region: &Region) -> Document {
    let office = &row.office;
    let organization = row.organization.as_ref();
    let municipality = office.municipality.and_then(|code| region.municipality_name(code));
    let card = Card::of(office, organization.map(|(_, name, _)| name.as_str()), municipality)
        .with_entry(&row.entry, &row.assurances);
    let entry = &row.entry.entry;
    let mut text: Vec<&str> = office.building.iter().map(String::as_str).collect();
    for service in &row.services {
        text.extend(service.listing.remarks.as_deref());
        text.extend(service.listing.extra.values().map(String::as_str));
    }
    for service in &office.services {
        text.push(&service.definition().ja);
        text.extend(synonyms::words_of(*service).iter().map(String::as_str));
    }
    for strength in &entry.strengths {
        if let Some(term) = region.strengths.iter().find(|term| term.code == strength.term) {
            text.extend([term.ja.as_str(), term.en.as_str()]);
            text.extend(term.words.iter().map(String::as_str));
        }
        text.extend(strength.note.as_deref());
    }
    // What only professionals may read must not be found by everybody: remarks_inside and names stay out.
    text.extend(entry.remarks.as_deref());
    Document {
        strengths: entry.strengths.iter().map(|strength| strength.term.clone()).collect(),
        available: entry.availability.iter().filter_map(available).collect(),
        checked: checked(row),
        id: office.id.0,
        name: office.name.clone(),
        other_names: office.other_names.clone(),
        kana: office.kana.clone(),
        organization: organization.map(|(_, name, _)| name.clone()),
        organization_kana: organization.and_then(|(_, _, kana)| kana.clone()),
        address: office.address.clone(),
        municipality: office.municipality.map(MunicipalityCode::number),
        areas: row.areas.clone(),
        services: office.services.iter().map(|service| service.index()).collect(),
        systems: office.systems.0,
        kyosei: office.kyosei,
        open: entry.hours.as_ref().map_or(office.open, open_days).0,
        phones: [&office.phone, &office.fax]
            .into_iter()
            .flatten()
            .filter_map(|phone| fold::phone_digits(phone))
            .collect(),
        numbers: office.numbers.iter().map(|number| number.as_str().to_owned()).collect(),
        lat_lon: office.place.map(|placed| (placed.position.lat, placed.position.lon)),
        text: text.join(" "),
        gone: office.gone_in.is_some(),
        edition: office.edition.as_ref().map_or(0, |edition| {
            edition.as_str().get(..7).and_then(|month| month.replace('-', "").parse().ok()).unwrap_or(0)
        }),
        card: serde_json::to_vec(&card).unwrap_or_default(),
    }
}

fn available(said: &Availability) -> Option<Available> {
    let consult = match said.status {
        Status::Accepting => false,
        Status::Consult => true,
        Status::Full => return None,
    };
    Some(Available { service: said.service.index(), consult, day: said.on.number() })
}

/// The day name, address and telephone were checked; what else was checked says nothing of them.
fn checked(row: &office::Document) -> i32 {
    let basics = row.assurances.iter().find(|assurance| assurance.group == Group::Basics);
    basics.map_or(0, |assurance| assurance.on.number())
}

/// Follows the outbox until the server ends: once a second, and at once when an import has finished.
pub async fn follow(app: App) {
    loop {
        if let Err(error) = step(&app).await {
            tracing::error!(%error, "the index could not follow the outbox; trying again");
            tokio::time::sleep(Duration::from_secs(10)).await;
        }
        tokio::select! {
            () = app.jobs.written() => {}
            () = tokio::time::sleep(Duration::from_secs(1)) => {}
        }
    }
}

async fn step(app: &App) -> Result<(), IndexError> {
    match catch_up(&app.store, &app.index, &app.region, app.jobs.index_progress()).await {
        // Another process of ours writes this index: read what it commits.
        Err(IndexError::Search(hoshizu_search::Error::Busy)) => {
            let index = Arc::clone(&app.index);
            tokio::task::spawn_blocking(move || index.refresh()).await??;
            Ok(())
        }
        Err(error) => Err(error),
        Ok(0) => Ok(()),
        Ok(offices) => {
            tracing::info!(offices, "index updated");
            Ok(())
        }
    }
}
