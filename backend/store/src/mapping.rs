//! Saved column mappings: how a municipality's own spreadsheet is to be read.

use crate::{
    backend::Tx,
    codec::from_json,
    error::Result,
    write::{Audit, Entity, Trace, Write},
};
use serde_json::{Value, json};

/// A mapping by its name.
#[derive(Debug, Clone, PartialEq)]
pub struct Saved {
    /// Name its maker gave it.
    pub name: String,
    /// The mapping as `ingest` writes it.
    pub body: Value,
}

fn audit(action: &'static str, name: &str, body: Option<&Value>) -> Audit {
    let after = json!({ "name": name, "body": body });
    Audit { action, entity: Entity::Mapping, id: None, before: None, after: Some(after) }
}

/// Every mapping by name.
pub async fn list(tx: &mut Tx) -> Result<Vec<Saved>> {
    let rows: Vec<(String, String)> =
        each_backend!(tx, |conn| sqlx::query_as("SELECT name, body FROM mapping ORDER BY name")
            .fetch_all(conn)
            .await)?;
    rows.into_iter().map(|(name, body)| Ok(Saved { body: from_json("mapping.body", &body)?, name })).collect()
}

/// Saves a mapping, over one of the same name.
pub async fn save(write: &mut Write, name: &str, body: &Value) -> Result<()> {
    let (actor, at) = (write.actor().to_owned(), write.now());
    let mut pen = write.pen(Trace::audit(audit("save", name, Some(body)))).await?;
    each_backend!(pen, |conn| {
        sqlx::query(
        "INSERT INTO mapping (name, body, saved_by, saved_at) VALUES ($1, $2, $3, $4) ON CONFLICT (name) DO UPDATE \
         SET body = excluded.body, saved_by = excluded.saved_by, saved_at = excluded.saved_at"
    )
    .bind(name)
    .bind(body.to_string())
    .bind(actor)
    .bind(at)
    .execute(conn)
    .await
    .map(|_| ())
    })?;
    Ok(())
}

/// Removes a mapping; `false` when there was none of this name.
pub async fn remove(write: &mut Write, name: &str) -> Result<bool> {
    if !list(write.tx()).await?.iter().any(|saved| saved.name == name) {
        return Ok(false);
    }
    let mut pen = write.pen(Trace::audit(audit("remove", name, None))).await?;
    let removed = each_backend!(pen, |conn| sqlx::query("DELETE FROM mapping WHERE name = $1")
        .bind(name)
        .execute(conn)
        .await?
        .rows_affected());
    Ok(removed > 0)
}
