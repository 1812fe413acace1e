//! What a person has said about identity, so that neither the next import nor the finder of duplicates says otherwise.

use crate::{
    backend::Tx,
    bulk::{insert_rows, select_in},
    error::Result,
    write::Pen,
};
use hoshizu_catalog::id::OfficeId;
use std::collections::{HashMap, HashSet};
use uuid::Uuid;

/// The office of each signature ([`hoshizu_catalog::listing::Listing::signature`]) that a person has put to one.
pub async fn all(tx: &mut Tx) -> Result<HashMap<String, OfficeId>> {
    let rows: Vec<(String, Uuid)> =
        each_backend!(tx, |conn| sqlx::query_as("SELECT signature, office_id FROM listing_pin")
            .fetch_all(conn)
            .await)?;
    Ok(rows.into_iter().map(|(signature, office)| (signature, OfficeId(office))).collect())
}

/// Pins listings to offices; an earlier pin of the same signature gives way.
pub(crate) async fn put(pen: &mut Pen<'_>, pins: &[(String, OfficeId)]) -> Result<()> {
    insert_rows!(
        pen,
        "INSERT INTO listing_pin (signature, office_id) ",
        2,
        pins,
        |row, (signature, office)| {
            row.push_bind(signature).push_bind(office.0);
        },
        " ON CONFLICT (signature) DO UPDATE SET office_id = excluded.office_id"
    );
    Ok(())
}

/// Pairs that are known to be two, each in both orders.
pub async fn distinct(tx: &mut Tx) -> Result<HashSet<(OfficeId, OfficeId)>> {
    let rows: Vec<(Uuid, Uuid)> =
        each_backend!(tx, |conn| sqlx::query_as("SELECT office_id, other_id FROM office_distinct")
            .fetch_all(conn)
            .await)?;
    Ok(rows.into_iter().map(|(a, b)| (OfficeId(a), OfficeId(b))).collect())
}

/// The same for pairs one of which is among these offices.
pub(crate) async fn distinct_of(tx: &mut Tx, ids: &[OfficeId]) -> Result<HashSet<(OfficeId, OfficeId)>> {
    let ids: Vec<Uuid> = ids.iter().map(|id| id.0).collect();
    let rows = select_in!(
        tx,
        (Uuid, Uuid),
        "SELECT office_id, other_id FROM office_distinct WHERE office_id IN",
        ids,
        ""
    );
    Ok(rows.into_iter().map(|(a, b)| (OfficeId(a), OfficeId(b))).collect())
}

/// Says that two offices are two.
pub(crate) async fn part(pen: &mut Pen<'_>, a: OfficeId, b: OfficeId) -> Result<()> {
    let both = [(a, b), (b, a)];
    insert_rows!(
        pen,
        "INSERT INTO office_distinct (office_id, other_id) ",
        2,
        &both,
        |row, (one, other)| {
            row.push_bind(one.0).push_bind(other.0);
        },
        " ON CONFLICT (office_id, other_id) DO NOTHING"
    );
    Ok(())
}
