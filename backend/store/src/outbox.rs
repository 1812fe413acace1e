//! The order of changes: whoever keeps a copy (the search index) reads on from the number it has reached.

use crate::{
    backend::Tx,
    error::Result,
    write::{Trace, Write},
};
use uuid::Uuid;

/// Something to look at again.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct Entry {
    /// Its place in the order of commits; numbers may be missing, never late.
    pub seq: i64,
    /// `office`, `organization`, `area`, `town`, `base_feature`, `population`, `review_item`, ….
    pub entity: String,
    /// Which one; the nil id names all of them.
    #[sqlx(rename = "entity_id")]
    pub id: Uuid,
}

/// The next entries after `seq`.
pub async fn after(tx: &mut Tx, seq: i64, limit: u32) -> Result<Vec<Entry>> {
    Ok(each_backend!(tx, |conn| sqlx::query_as(
        "SELECT seq, entity, entity_id FROM outbox WHERE seq > $1 ORDER BY seq LIMIT $2"
    )
    .bind(seq)
    .bind(i64::from(limit))
    .fetch_all(conn)
    .await)?)
}

/// The last number, 0 before the first change.
pub async fn head(tx: &mut Tx) -> Result<i64> {
    Ok(each_backend!(tx, |conn| sqlx::query_scalar("SELECT coalesce(max(seq), 0) FROM outbox")
        .fetch_one(conn)
        .await)?)
}

/// The lowest number still kept, `None` when there is none: a copy that has not reached it must be built anew.
pub async fn tail(tx: &mut Tx) -> Result<Option<i64>> {
    Ok(each_backend!(tx, |conn| sqlx::query_scalar("SELECT min(seq) FROM outbox").fetch_one(conn).await)?)
}

/// Drops entries below `below` and returns how many. The last entry is always kept, so that [`head`] never falls.
pub async fn prune(write: &mut Write, below: i64) -> Result<u64> {
    let mut pen = write.pen(Trace::part_of_another()).await?;
    Ok(each_backend!(pen, |conn| sqlx::query(
        "DELETE FROM outbox WHERE seq < $1 AND seq < (SELECT max(seq) FROM outbox)"
    )
    .bind(below)
    .execute(conn)
    .await?
    .rows_affected()))
}
