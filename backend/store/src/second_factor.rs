//! The second factor of an account: an encrypted secret for time-based passwords, and codes for the day it is lost.
//! What the secret is and whether a code fits it, the server knows.

use crate::{
    backend::Tx,
    bulk::insert_rows,
    error::Result,
    session::digest,
    write::{Audit, Entity, Trace, Write},
};
use hoshizu_catalog::id::AccountId;
use serde_json::{Value, json};
use time::OffsetDateTime;

/// A second factor.
#[derive(Debug, Clone, PartialEq)]
pub struct SecondFactor {
    /// Encrypted.
    pub secret: Vec<u8>,
    /// When the first code was given; before that it counts for nothing.
    pub confirmed_at: Option<OffsetDateTime>,
    /// Newest time step whose code was accepted.
    pub last_step: i64,
}

/// The second factor of an account, confirmed or not.
pub async fn find(tx: &mut Tx, account: AccountId) -> Result<Option<SecondFactor>> {
    let row: Option<(Vec<u8>, Option<OffsetDateTime>, i64)> = each_backend!(tx, |conn| sqlx::query_as(
        "SELECT secret, confirmed_at, last_step FROM second_factor WHERE account_id = $1"
    )
    .bind(account.0)
    .fetch_optional(conn)
    .await)?;
    Ok(row.map(|(secret, confirmed_at, last_step)| SecondFactor { secret, confirmed_at, last_step }))
}

/// How many recovery codes are left.
pub async fn codes_left(tx: &mut Tx, account: AccountId) -> Result<i64> {
    Ok(each_backend!(tx, |conn| sqlx::query_scalar(
        "SELECT COUNT(*) FROM recovery_code WHERE account_id = $1"
    )
    .bind(account.0)
    .fetch_one(conn)
    .await)?)
}

fn audit(account: AccountId, action: &'static str, after: Option<Value>) -> Trace {
    Trace::audit(Audit { action, entity: Entity::Account, id: Some(account.0), before: None, after })
}

/// Begins a new one, unconfirmed. One that is confirmed has to be removed first: nothing happens then.
pub async fn begin(write: &mut Write, account: AccountId, secret: &[u8]) -> Result<()> {
    let mut pen = write.pen(audit(account, "begin_second_factor", None)).await?;
    each_backend!(pen, |conn| {
        sqlx::query(
            "INSERT INTO second_factor (account_id, secret, last_step) VALUES ($1, $2, 0) \
             ON CONFLICT (account_id) DO UPDATE SET secret = excluded.secret, last_step = 0 \
             WHERE second_factor.confirmed_at IS NULL",
        )
        .bind(account.0)
        .bind(secret)
        .execute(conn)
        .await
        .map(|_| ())
    })?;
    Ok(())
}

/// Confirms it with the step of its first code, and sets the recovery codes.
pub async fn confirm(write: &mut Write, account: AccountId, step: i64, codes: &[String]) -> Result<()> {
    let at = write.now();
    let mut pen = write.pen(audit(account, "confirm_second_factor", None)).await?;
    each_backend!(pen, |conn| sqlx::query(
        "UPDATE second_factor SET confirmed_at = $2, last_step = $3 WHERE account_id = $1"
    )
    .bind(account.0)
    .bind(at)
    .bind(step)
    .execute(conn)
    .await
    .map(|_| ()))?;
    set_codes(write, account, codes).await
}

/// Replaces the recovery codes.
pub async fn set_codes(write: &mut Write, account: AccountId, codes: &[String]) -> Result<()> {
    let digests: Vec<[u8; 32]> = codes.iter().map(|code| digest(code)).collect();
    let count = json!({ "recovery_codes": digests.len() });
    let mut pen = write.pen(audit(account, "set_recovery_codes", Some(count))).await?;
    each_backend!(pen, |conn| sqlx::query("DELETE FROM recovery_code WHERE account_id = $1")
        .bind(account.0)
        .execute(conn)
        .await
        .map(|_| ()))?;
    insert_rows!(
        pen,
        "INSERT INTO recovery_code (account_id, digest) ",
        2,
        &digests,
        |row, digest| {
            row.push_bind(account.0).push_bind(&digest[..]);
        },
        ""
    );
    Ok(())
}

/// Uses up a time step. False when it, or a later one, was used before: the same code does not open twice.
pub async fn use_step(write: &mut Write, account: AccountId, step: i64) -> Result<bool> {
    let mut pen = write.pen(Trace::part_of_another()).await?;
    let changed = each_backend!(pen, |conn| sqlx::query(
        "UPDATE second_factor SET last_step = $2 WHERE account_id = $1 AND last_step < $2"
    )
    .bind(account.0)
    .bind(step)
    .execute(conn)
    .await
    .map(|done| done.rows_affected()))?;
    Ok(changed == 1)
}

/// Uses up a recovery code. False when it is none of this account's, or no longer.
pub async fn use_code(write: &mut Write, account: AccountId, code: &str) -> Result<bool> {
    let mut pen = write.pen(Trace::part_of_another()).await?;
    let changed = each_backend!(pen, |conn| sqlx::query(
        "DELETE FROM recovery_code WHERE account_id = $1 AND digest = $2"
    )
    .bind(account.0)
    .bind(digest(code).as_slice())
    .execute(conn)
    .await
    .map(|done| done.rows_affected()))?;
    Ok(changed == 1)
}

/// Removes the second factor and its recovery codes.
pub async fn remove(write: &mut Write, account: AccountId) -> Result<()> {
    let mut pen = write.pen(audit(account, "remove_second_factor", None)).await?;
    each_backend!(pen, |conn| sqlx::query("DELETE FROM second_factor WHERE account_id = $1")
        .bind(account.0)
        .execute(conn)
        .await
        .map(|_| ()))?;
    each_backend!(pen, |conn| sqlx::query("DELETE FROM recovery_code WHERE account_id = $1")
        .bind(account.0)
        .execute(conn)
        .await
        .map(|_| ()))?;
    Ok(())
}

/// Which of these accounts have a confirmed one.
pub async fn confirmed(tx: &mut Tx, accounts: &[AccountId]) -> Result<Vec<AccountId>> {
    let ids: Vec<uuid::Uuid> = accounts.iter().map(|id| id.0).collect();
    let rows = crate::bulk::select_in!(
        tx,
        (uuid::Uuid,),
        "SELECT account_id FROM second_factor WHERE confirmed_at IS NOT NULL AND account_id IN",
        ids,
        ""
    );
    Ok(rows.into_iter().map(|row| AccountId(row.0)).collect())
}
