//! 掲載 as stored: what an import compares itself with.

use crate::{
    backend::Tx,
    bulk::select_in,
    codec::{digest_from, edition, from_json, maybe_edition},
    error::Result,
};
use hoshizu_catalog::{
    edition::Edition,
    id::{OfficeId, ServiceId},
    listing::Listing,
};
use sqlx::FromRow;
use std::collections::HashMap;
use uuid::Uuid;

/// What is known of a listing without reading it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stored {
    /// The service it is.
    pub id: ServiceId,
    /// The office that service belongs to.
    pub office: OfficeId,
    /// Digest of its content, as the plan that wrote it gave it.
    pub digest: [u8; 16],
    /// Newest edition that holds it.
    pub edition: Edition,
    /// The edition it was missing from.
    pub gone_in: Option<Edition>,
}

#[derive(FromRow)]
struct StoredRow {
    id: Uuid,
    office_id: Uuid,
    key: String,
    digest: Vec<u8>,
    edition: String,
    gone_in: Option<String>,
}

#[derive(FromRow)]
struct KeyedRow {
    id: Uuid,
    key: String,
    listing: String,
}

/// Every listing of a data set by its key, those gone included.
pub async fn stored(tx: &mut Tx, dataset: &str) -> Result<HashMap<String, Stored>> {
    let rows: Vec<StoredRow> = each_backend!(tx, |conn| sqlx::query_as(
        "SELECT id, office_id, key, digest, edition, gone_in FROM service WHERE dataset = $1"
    )
    .bind(dataset)
    .fetch_all(conn)
    .await)?;
    rows.into_iter()
        .map(|row| {
            let stored = Stored {
                id: ServiceId(row.id),
                office: OfficeId(row.office_id),
                digest: digest_from(&row.digest)?,
                edition: edition(&row.edition)?,
                gone_in: maybe_edition(row.gone_in.as_deref())?,
            };
            Ok((row.key, stored))
        })
        .collect()
}

/// The listings of a data set with these keys; unknown keys are left out.
pub async fn by_keys(tx: &mut Tx, dataset: &str, keys: &[String]) -> Result<HashMap<String, Listing>> {
    let mut found = HashMap::with_capacity(keys.len());
    for chunk in keys.chunks(crate::bulk::KEYS) {
        let rows: Vec<KeyedRow> = each_backend!(tx, |conn| {
            let mut query =
                sqlx::QueryBuilder::<Db>::new("SELECT id, key, listing FROM service WHERE dataset = ");
            query.push_bind(dataset).push(" AND key IN (");
            let mut list = query.separated(", ");
            for key in chunk {
                list.push_bind(key);
            }
            query.push(")");
            query.build_query_as().fetch_all(conn).await?
        });
        for row in rows {
            found.insert(row.key, from_json("service.listing", &row.listing)?);
        }
    }
    Ok(found)
}

/// The listings of these services; unknown ids are left out.
pub async fn by_ids(tx: &mut Tx, ids: &[ServiceId]) -> Result<HashMap<ServiceId, Listing>> {
    let ids: Vec<Uuid> = ids.iter().map(|id| id.0).collect();
    let rows = select_in!(tx, KeyedRow, "SELECT id, key, listing FROM service WHERE id IN", ids, "");
    rows.into_iter().map(|row| Ok((ServiceId(row.id), from_json("service.listing", &row.listing)?))).collect()
}

#[derive(FromRow)]
struct WholeRow {
    id: Uuid,
    office_id: Uuid,
    dataset: String,
    listing: String,
}

/// A listing with the office and the data set it belongs to.
#[derive(Debug, Clone, PartialEq)]
pub struct Whole {
    /// The service it is.
    pub id: ServiceId,
    /// The office that service belongs to.
    pub office: OfficeId,
    /// Data set.
    pub dataset: String,
    /// Content.
    pub listing: Listing,
}

/// Every listing in batches by id, for matching; call until the answer is shorter than `limit`.
pub async fn batch(tx: &mut Tx, after: Option<ServiceId>, limit: u32) -> Result<Vec<Whole>> {
    let after = after.map_or(Uuid::nil(), |id| id.0);
    let rows: Vec<WholeRow> = each_backend!(tx, |conn| sqlx::query_as(
        "SELECT id, office_id, dataset, listing FROM service WHERE id > $1 ORDER BY id LIMIT $2"
    )
    .bind(after)
    .bind(i64::from(limit))
    .fetch_all(conn)
    .await)?;
    rows.into_iter()
        .map(|row| {
            Ok(Whole {
                id: ServiceId(row.id),
                office: OfficeId(row.office_id),
                dataset: row.dataset,
                listing: from_json("service.listing", &row.listing)?,
            })
        })
        .collect()
}
