//! Searches somebody keeps, each with the mark up to which its new offices have been seen.

use crate::{
    backend::Tx,
    error::Result,
    write::{Audit, Entity, Trace, Write},
};
use hoshizu_catalog::id::{AccountId, SavedSearchId};
use serde_json::json;
use time::OffsetDateTime;
use uuid::Uuid;

/// A search somebody keeps.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SavedSearch {
    /// Identity.
    pub id: SavedSearchId,
    /// Whose.
    pub account: AccountId,
    /// What they call it.
    pub name: String,
    /// The query string of the search page, without the question mark.
    pub query: String,
    /// Line of the audit up to which they have seen.
    pub seen_seq: i64,
    /// Since when.
    pub created_at: OffsetDateTime,
}

#[derive(sqlx::FromRow)]
struct Row {
    id: Uuid,
    account_id: Uuid,
    name: String,
    query: String,
    seen_seq: i64,
    created_at: OffsetDateTime,
}

impl From<Row> for SavedSearch {
    fn from(row: Row) -> Self {
        Self {
            id: SavedSearchId(row.id),
            account: AccountId(row.account_id),
            name: row.name,
            query: row.query,
            seen_seq: row.seen_seq,
            created_at: row.created_at,
        }
    }
}

/// The searches of an account, oldest first.
pub async fn of_account(tx: &mut Tx, account: AccountId) -> Result<Vec<SavedSearch>> {
    let rows: Vec<Row> = each_backend!(tx, |conn| {
        sqlx::query_as(
            "SELECT id, account_id, name, query, seen_seq, created_at FROM saved_search \
             WHERE account_id = $1 ORDER BY id",
        )
        .bind(account.0)
        .fetch_all(conn)
        .await
    })?;
    Ok(rows.into_iter().map(SavedSearch::from).collect())
}

/// One search of an account; `None` also when it is somebody else's.
pub async fn find(tx: &mut Tx, account: AccountId, id: SavedSearchId) -> Result<Option<SavedSearch>> {
    Ok(of_account(tx, account).await?.into_iter().find(|search| search.id == id))
}

/// Keeps a search; what is stored now counts as seen.
pub async fn create(write: &mut Write, account: AccountId, name: &str, query: &str) -> Result<SavedSearchId> {
    let (id, at) = (SavedSearchId(write.next_id()), write.now());
    let seen = crate::audit::head(write.tx()).await?;
    let after = json!({ "name": name, "query": query });
    let mut pen = write.pen(Trace::audit(line("create", id, None, Some(after)))).await?;
    each_backend!(pen, |conn| {
        sqlx::query(
            "INSERT INTO saved_search (id, account_id, name, query, seen_seq, created_at) \
             VALUES ($1, $2, $3, $4, $5, $6)",
        )
        .bind(id.0)
        .bind(account.0)
        .bind(name)
        .bind(query)
        .bind(seen)
        .bind(at)
        .execute(conn)
        .await
        .map(|_| ())
    })?;
    Ok(id)
}

/// Moves the mark to what is stored now. Looking is no change: the audit does not hear of it.
pub async fn mark_seen(write: &mut Write, id: SavedSearchId) -> Result<()> {
    let seen = crate::audit::head(write.tx()).await?;
    let mut pen = write.pen(Trace::part_of_another()).await?;
    each_backend!(pen, |conn| sqlx::query("UPDATE saved_search SET seen_seq = $2 WHERE id = $1")
        .bind(id.0)
        .bind(seen)
        .execute(conn)
        .await
        .map(|_| ()))?;
    Ok(())
}

/// Drops a search.
pub async fn remove(write: &mut Write, search: &SavedSearch) -> Result<()> {
    let before = json!({ "name": search.name, "query": search.query });
    let mut pen = write.pen(Trace::audit(line("remove", search.id, Some(before), None))).await?;
    each_backend!(pen, |conn| sqlx::query("DELETE FROM saved_search WHERE id = $1")
        .bind(search.id.0)
        .execute(conn)
        .await
        .map(|_| ()))?;
    Ok(())
}

fn line(
    action: &'static str,
    id: SavedSearchId,
    before: Option<serde_json::Value>,
    after: Option<serde_json::Value>,
) -> Audit {
    Audit { action, entity: Entity::SavedSearch, id: Some(id.0), before, after }
}
