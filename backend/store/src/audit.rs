//! Who changed what, before and after, when. Lines are written by [`crate::write`] only, and never changed: triggers of
//! both databases refuse it.

use crate::{backend::Tx, codec::from_json, error::Result};
use serde_json::Value;
use time::OffsetDateTime;
use uuid::Uuid;

/// One line of the audit.
#[derive(Debug, Clone, PartialEq)]
pub struct Entry {
    /// Its place in the order of commits.
    pub seq: i64,
    /// In whose name.
    pub actor: String,
    /// `import`, `correct`, `replace`, ….
    pub action: String,
    /// `office`, `organization`, `area`, ….
    pub entity: String,
    /// Which one, where it is one.
    pub id: Option<Uuid>,
    /// The values that changed, as they were.
    pub before: Option<Value>,
    /// The values that changed, as they are.
    pub after: Option<Value>,
    /// When.
    pub at: OffsetDateTime,
}

#[derive(sqlx::FromRow)]
pub(crate) struct Row {
    seq: i64,
    actor: String,
    action: String,
    entity: String,
    entity_id: Option<Uuid>,
    before: Option<String>,
    after: Option<String>,
    at: OffsetDateTime,
}

/// Columns of `audit` in the order of [`Row`].
pub(crate) const COLUMNS: &str =
    "SELECT seq, actor, action, entity, entity_id, before, after, at FROM audit WHERE seq ";

pub(crate) fn read(rows: Vec<Row>) -> Result<Vec<Entry>> {
    let value = |text: Option<String>| text.map(|text| from_json("audit", &text)).transpose();
    rows.into_iter()
        .map(|row| {
            Ok(Entry {
                seq: row.seq,
                actor: row.actor,
                action: row.action,
                entity: row.entity,
                id: row.entity_id,
                before: value(row.before)?,
                after: value(row.after)?,
                at: row.at,
            })
        })
        .collect()
}

/// Which lines; all of them by default.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Filter {
    /// In this name.
    pub actor: Option<String>,
    /// Of this kind of thing.
    pub entity: Option<String>,
    /// Of this thing.
    pub id: Option<Uuid>,
    /// Not before.
    pub from: Option<OffsetDateTime>,
    /// Before.
    pub until: Option<OffsetDateTime>,
}

/// The newest lines first, before the one given.
pub async fn page(tx: &mut Tx, filter: &Filter, before: Option<i64>, limit: u32) -> Result<Vec<Entry>> {
    let rows: Vec<Row> = each_backend!(tx, |conn| {
        let mut query = sqlx::QueryBuilder::<Db>::new(COLUMNS);
        query.push("< ").push_bind(before.unwrap_or(i64::MAX));
        if let Some(actor) = &filter.actor {
            query.push(" AND actor = ").push_bind(actor);
        }
        if let Some(entity) = &filter.entity {
            query.push(" AND entity = ").push_bind(entity);
        }
        if let Some(id) = filter.id {
            query.push(" AND entity_id = ").push_bind(id);
        }
        if let Some(from) = filter.from {
            query.push(" AND at >= ").push_bind(from);
        }
        if let Some(until) = filter.until {
            query.push(" AND at < ").push_bind(until);
        }
        query.push(" ORDER BY seq DESC LIMIT ").push_bind(i64::from(limit));
        query.build_query_as().fetch_all(conn).await?
    });
    read(rows)
}

/// The newest lines first, of one thing or of everything.
pub async fn list(tx: &mut Tx, of: Option<Uuid>, limit: u32) -> Result<Vec<Entry>> {
    page(tx, &Filter { id: of, ..Filter::default() }, None, limit).await
}

/// The last number, 0 before the first line.
pub async fn head(tx: &mut Tx) -> Result<i64> {
    Ok(each_backend!(tx, |conn| sqlx::query_scalar("SELECT coalesce(max(seq), 0) FROM audit")
        .fetch_one(conn)
        .await)?)
}
