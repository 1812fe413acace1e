//! Settings of the installation that the program itself keeps: key and value.

use crate::{
    backend::Tx,
    error::Result,
    write::{Audit, Entity, Trace, Write},
};
use serde_json::json;

/// The value, `None` when never set.
pub async fn get(tx: &mut Tx, key: &str) -> Result<Option<String>> {
    Ok(each_backend!(tx, |conn| sqlx::query_scalar("SELECT value FROM setting WHERE key = $1")
        .bind(key)
        .fetch_optional(conn)
        .await)?)
}

/// Sets the value. The audit says which key was set, not to what: a setting may be a secret.
pub async fn set(write: &mut Write, key: &str, value: &str) -> Result<()> {
    let audit = Audit {
        action: "set",
        entity: Entity::Setting,
        id: None,
        before: None,
        after: Some(json!({ "key": key })),
    };
    put(write, key, value, Trace::audit(audit)).await
}

/// Notes how far the program itself has got with something: nobody's decision, so the audit does not hear of it.
pub async fn note(write: &mut Write, key: &str, value: &str) -> Result<()> {
    put(write, key, value, Trace::part_of_another()).await
}

async fn put(write: &mut Write, key: &str, value: &str, trace: Trace) -> Result<()> {
    let mut pen = write.pen(trace).await?;
    each_backend!(pen, |conn| {
        sqlx::query(
        "INSERT INTO setting (key, value) VALUES ($1, $2) ON CONFLICT (key) DO UPDATE SET value = excluded.value"
    )
    .bind(key)
    .bind(value)
    .execute(conn)
    .await
    .map(|_| ())
    })?;
    Ok(())
}
