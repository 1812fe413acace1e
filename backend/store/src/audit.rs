//! Who changed what, before and after, when.

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
struct Row {
    seq: i64,
    actor: String,
    action: String,
    entity: String,
    entity_id: Option<Uuid>,
    before: Option<String>,
    after: Option<String>,
    at: OffsetDateTime,
}

/// The newest lines first, of one thing or of everything.
pub async fn list(tx: &mut Tx, of: Option<Uuid>, limit: u32) -> Result<Vec<Entry>> {
    let rows: Vec<Row> = each_backend!(tx, |conn| {
        let mut query = sqlx::QueryBuilder::<Db>::new(
            "SELECT seq, actor, action, entity, entity_id, before, after, at FROM audit",
        );
        if let Some(id) = of {
            query.push(" WHERE entity_id = ").push_bind(id);
        }
        query.push(" ORDER BY seq DESC LIMIT ").push_bind(i64::from(limit));
        query.build_query_as().fetch_all(conn).await?
    });
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
