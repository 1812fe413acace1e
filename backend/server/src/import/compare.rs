//! A file of listings against what is stored of its data set: which rows are new, changed, unchanged, gone.

use hoshizu_catalog::{id::ServiceId, listing::Listing};
use hoshizu_ingest::difference::{self, Coverage};
use hoshizu_store::{
    StoreError, Tx,
    import::{Change, ChangeKind, ChangedListing, FieldChange},
    listing::{self, Stored},
};
use std::collections::{HashMap, HashSet};

/// Rows of a file sorted by what they mean for the data set.
#[derive(Debug, Default)]
pub struct Comparison {
    /// Rows not known before.
    pub new: Vec<(Listing, [u8; 16])>,
    /// Rows that differ.
    pub changed: Vec<ChangedListing>,
    /// Rows that stand as they are, or are back as they were.
    pub unchanged: Vec<ServiceId>,
    /// Known rows the file does not hold.
    pub gone: Vec<ServiceId>,
    /// Rows of the file by what they mean; a row may stand for several listings, the first of which decides.
    pub rows: Rows,
    /// Whether the file is the whole data set.
    pub coverage: Option<Coverage>,
    /// The difference field by field. Empty for the first edition of a data set, where all is new.
    pub changes: Vec<Change>,
}

/// Counts of rows.
#[derive(Debug, Default, Clone, Copy)]
pub struct Rows {
    /// Not known before.
    pub new: u64,
    /// Differ from the stored ones.
    pub changed: u64,
    /// Stand as they are.
    pub unchanged: u64,
}

/// Compares the listings of a file with the stored ones. `derived` are further listings of rows already counted.
pub async fn compare(
    tx: &mut Tx,
    dataset: &str,
    records: Vec<Listing>,
    derived: Vec<Listing>,
    forced: Option<Coverage>,
) -> Result<Comparison, StoreError> {
    let rows = records.len();
    let stored = listing::stored(tx, dataset).await?;
    let current = stored.values().filter(|row| row.gone_in.is_none()).count();
    let coverage = forced.unwrap_or_else(|| difference::coverage(current, rows + derived.len()));
    let mut found = Comparison { coverage: Some(coverage), ..Comparison::default() };
    let mut held: HashSet<String> = HashSet::with_capacity(rows);
    let mut differing: Vec<(Stored, Listing, [u8; 16])> = Vec::new();
    for (at, listing) in records.into_iter().chain(derived).enumerate() {
        let first_of_row = u64::from(at < rows);
        held.insert(listing.key.clone());
        let digest = difference::digest(&listing);
        match stored.get(&listing.key) {
            None => {
                found.rows.new += first_of_row;
                found.new.push((listing, digest));
            }
            Some(row) if row.digest == digest => {
                if row.gone_in.is_some() {
                    found.changes.push(change(&listing, ChangeKind::Returned, Vec::new()));
                }
                found.rows.unchanged += first_of_row;
                found.unchanged.push(row.id);
            }
            Some(row) => {
                found.rows.changed += first_of_row;
                differing.push((row.clone(), listing, digest));
            }
        }
    }
    if !stored.is_empty() {
        found
            .changes
            .extend(found.new.iter().map(|(listing, _)| change(listing, ChangeKind::New, Vec::new())));
    }
    changed(tx, dataset, differing, &mut found).await?;
    if coverage == Coverage::Whole {
        gone(tx, &stored, &held, &mut found).await?;
    }
    Ok(found)
}

async fn changed(
    tx: &mut Tx,
    dataset: &str,
    differing: Vec<(Stored, Listing, [u8; 16])>,
    found: &mut Comparison,
) -> Result<(), StoreError> {
    let keys: Vec<String> = differing.iter().map(|(_, listing, _)| listing.key.clone()).collect();
    let before = listing::by_keys(tx, dataset, &keys).await?;
    for (row, listing, digest) in differing {
        let fields = before.get(&listing.key).map(|old| difference::of(old, &listing)).unwrap_or_default();
        let fields = fields
            .into_iter()
            .map(|f| FieldChange {
                field: f.field,
                before: f.before.unwrap_or_default(),
                after: f.after.unwrap_or_default(),
            })
            .collect();
        let kind = if row.gone_in.is_some() { ChangeKind::Returned } else { ChangeKind::Changed };
        found.changes.push(change(&listing, kind, fields));
        found.changed.push(ChangedListing { service: row.id, listing, digest });
    }
    Ok(())
}

async fn gone(
    tx: &mut Tx,
    stored: &HashMap<String, Stored>,
    held: &HashSet<String>,
    found: &mut Comparison,
) -> Result<(), StoreError> {
    let missing = stored.iter().filter(|(key, row)| row.gone_in.is_none() && !held.contains(*key));
    let mut ids: Vec<ServiceId> = missing.map(|(_, row)| row.id).collect();
    ids.sort_unstable();
    let listings = listing::by_ids(tx, &ids).await?;
    for id in &ids {
        if let Some(listing) = listings.get(id) {
            found.changes.push(change(listing, ChangeKind::Gone, Vec::new()));
        }
    }
    found.gone = ids;
    Ok(())
}

fn change(listing: &Listing, kind: ChangeKind, fields: Vec<FieldChange>) -> Change {
    Change { key: listing.key.clone(), name: listing.name.clone(), kind, fields }
}
