//! Looks for offices stored twice and asks the stewards: after imports and on demand, only what was touched since it
//! looked last.

use hoshizu_catalog::{id::OfficeId, number::OfficeNumber};
use hoshizu_ingest::duplicates::{self, Known};
use hoshizu_store::{
    Store, StoreError,
    identity::{self, Identity},
    outbox,
    review::{self, Question},
    setting,
};
use std::collections::HashSet;

/// Kind of these questions.
pub const DUPLICATE: &str = "duplicate";
/// Number of the outbox up to which the directory was looked through.
const LOOKED: &str = "duplicates_looked";
/// Offices read at a time.
const BATCH: u32 = 5_000;
/// More touched offices than this and everything is looked through.
const MANY: u32 = 50_000;

/// Asks about pairs that nobody was asked about; returns how many are new. Reads every office (2 s for 200,000), off
/// the async threads where it computes.
pub async fn look(store: &Store, actor: &str) -> Result<u64, StoreError> {
    let mut tx = store.read().await?;
    let head = outbox::head(&mut tx).await?;
    let looked: i64 = setting::get(&mut tx, LOOKED).await?.and_then(|text| text.parse().ok()).unwrap_or(0);
    let touched = touched(&mut tx, looked).await?;
    drop(tx);
    if touched.as_ref().is_some_and(HashSet::is_empty) {
        return Ok(0);
    }
    let known = all(store).await?;
    let found = tokio::task::spawn_blocking(move || duplicates::find(&known, touched.as_ref())).await;
    let found = found.unwrap_or_else(|error| std::panic::resume_unwind(error.into_panic()));
    let codes = |fields: &[_]| fields.iter().map(crate::source::code_of).collect();
    let questions: Vec<Question> = found
        .iter()
        .map(|pair| Question::of_pair(DUPLICATE, pair.offices, codes(&pair.agree), codes(&pair.differ)))
        .collect();
    let mut write = store.begin(actor).await?;
    let asked = review::ask_about_pairs(&mut write, &questions).await?;
    setting::note(&mut write, LOOKED, &head.to_string()).await?;
    write.commit().await?;
    Ok(asked)
}

/// Offices touched after a number of the outbox; `None` when that is all of them, or when it is not known any more.
async fn touched(tx: &mut hoshizu_store::Tx, looked: i64) -> Result<Option<HashSet<OfficeId>>, StoreError> {
    let is_kept = outbox::tail(tx).await?.is_none_or(|tail| tail <= looked + 1);
    let entries = outbox::after(tx, looked, MANY + 1).await?;
    if looked == 0 || !is_kept || entries.len() > MANY as usize {
        return Ok(None);
    }
    let offices = entries.into_iter().filter(|entry| entry.entity == "office");
    Ok(Some(offices.map(|entry| OfficeId(entry.id)).collect()))
}

async fn all(store: &Store) -> Result<Vec<Known>, StoreError> {
    let (mut known, mut after) = (Vec::new(), None);
    loop {
        let batch = identity::batch(&mut store.read().await?, after, BATCH).await?;
        after = batch.last().map(|identity| identity.office);
        let is_last = batch.len() < BATCH as usize;
        let hashed =
            tokio::task::spawn_blocking(move || batch.iter().map(known_of).collect::<Vec<_>>()).await;
        known.extend(hashed.unwrap_or_else(|error| std::panic::resume_unwind(error.into_panic())));
        if is_last {
            return Ok(known);
        }
    }
}

fn known_of(identity: &Identity) -> Known {
    let numbers: Vec<&str> = identity.numbers.iter().map(OfficeNumber::as_str).collect();
    Known::new(
        identity.office,
        (&identity.name, identity.organization_name.as_deref().unwrap_or_default()),
        &identity.address,
        identity.phone.as_deref().unwrap_or_default(),
        &numbers,
        &identity.datasets,
    )
}
