//! Where offices went that were merged into others.

use crate::{backend::Tx, bulk::select_in, error::Result};
use hoshizu_catalog::id::OfficeId;
use std::collections::HashMap;
use uuid::Uuid;

/// The office that stands in place of one merged away.
pub async fn find(tx: &mut Tx, old: OfficeId) -> Result<Option<OfficeId>> {
    Ok(many(tx, &[old.0]).await?.remove(&old))
}

/// The offices that stand in place of these; what was not merged is left out.
pub(crate) async fn many(tx: &mut Tx, old: &[Uuid]) -> Result<HashMap<OfficeId, OfficeId>> {
    let rows = select_in!(
        tx,
        (Uuid, Uuid),
        "SELECT old_id, office_id FROM office_redirect WHERE old_id IN",
        old,
        ""
    );
    Ok(rows.into_iter().map(|(old, office)| (OfficeId(old), OfficeId(office))).collect())
}

/// The offices that were merged into this one, in the order of their ids.
pub async fn merged_into(tx: &mut Tx, office: OfficeId) -> Result<Vec<OfficeId>> {
    let rows: Vec<Uuid> = each_backend!(tx, |conn| sqlx::query_scalar(
        "SELECT old_id FROM office_redirect WHERE office_id = $1 ORDER BY old_id"
    )
    .bind(office.0)
    .fetch_all(conn)
    .await)?;
    Ok(rows.into_iter().map(OfficeId).collect())
}
