//! What became of offices, in the order of the audit: for whoever keeps a copy, and for "new in my area".

use crate::{
    audit::{self, Entry},
    backend::Tx,
    error::Result,
};
use hoshizu_catalog::id::OfficeId;
use uuid::Uuid;

/// The next lines about offices after `seq`.
pub async fn since(tx: &mut Tx, seq: i64, limit: u32) -> Result<Vec<Entry>> {
    let rows: Vec<audit::Row> = each_backend!(tx, |conn| {
        let mut query = sqlx::QueryBuilder::<Db>::new(audit::COLUMNS);
        query.push("> ").push_bind(seq).push(" AND entity = 'office' ORDER BY seq LIMIT ");
        query.push_bind(i64::from(limit));
        query.build_query_as().fetch_all(conn).await?
    });
    audit::read(rows)
}

/// The newest lines about offices first, before `seq`.
pub async fn before(tx: &mut Tx, seq: i64, limit: u32) -> Result<Vec<Entry>> {
    let filter = audit::Filter { entity: Some("office".to_owned()), ..audit::Filter::default() };
    audit::page(tx, &filter, Some(seq), limit).await
}

/// The offices that came after `seq`, at most `limit`. The first edition of a data set brings none: there all is new.
pub async fn arrivals(tx: &mut Tx, seq: i64, limit: u32) -> Result<Vec<OfficeId>> {
    let ids: Vec<Uuid> = each_backend!(tx, |conn| sqlx::query_scalar(
        "SELECT entity_id FROM audit WHERE entity = 'office' AND action = 'create' AND seq > $1 \
         AND entity_id IS NOT NULL ORDER BY seq LIMIT $2"
    )
    .bind(seq)
    .bind(i64::from(limit))
    .fetch_all(conn)
    .await)?;
    Ok(ids.into_iter().map(OfficeId).collect())
}
