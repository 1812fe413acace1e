//! Who is signed in. The browser holds a random token; the database holds its SHA-256.

use crate::{
    account::{self, Account},
    backend::Tx,
    error::Result,
    write::{Trace, Write},
};
use hoshizu_catalog::{id::AccountId, permission::Grant};
use sha2::{Digest as _, Sha256};
use time::{Duration, OffsetDateTime};
use uuid::Uuid;

/// A working day; after that one signs in again.
pub const LIFETIME: Duration = Duration::hours(12);

/// A desk left alone for so long is signed out.
pub const IDLE: Duration = Duration::hours(2);

/// Use is written down this seldom: reading must not cost a write each time.
pub const REFRESH: Duration = Duration::minutes(5);

/// A session with the account behind it.
#[derive(Debug, Clone, PartialEq)]
pub struct Session {
    /// Identity, for people: it opens nothing.
    pub id: Uuid,
    /// Whose.
    pub account: Account,
    /// What they may be, and where.
    pub grants: Vec<Grant>,
    /// SHA-256 of its token.
    pub digest: [u8; 32],
    /// Whether a second factor was given in this session.
    pub second_factor: bool,
    /// Since when.
    pub opened_at: OffsetDateTime,
    /// When it was last used, to [`REFRESH`].
    pub used_at: OffsetDateTime,
    /// When it ends at the latest.
    pub ends_at: OffsetDateTime,
}

/// A session as its owner sees it in a list.
#[derive(Debug, Clone, PartialEq, sqlx::FromRow)]
pub struct Listed {
    /// Identity.
    pub id: Uuid,
    /// Since when.
    pub opened_at: OffsetDateTime,
    /// When it was last used, to [`REFRESH`].
    pub used_at: OffsetDateTime,
    /// When it ends at the latest.
    pub ends_at: OffsetDateTime,
    /// Whether a second factor was given.
    pub second_factor: bool,
    /// The browser, as it calls itself.
    pub agent: String,
}

/// What stands for a token in the database.
pub fn digest(token: &str) -> [u8; 32] {
    Sha256::digest(token.as_bytes()).into()
}

/// The session of this token, while it lasts and its account is open.
pub async fn find(tx: &mut Tx, token: &str, now: OffsetDateTime) -> Result<Option<Session>> {
    let digest = digest(token);
    let row: Option<(Uuid, Uuid, bool, OffsetDateTime, OffsetDateTime, OffsetDateTime)> =
        each_backend!(tx, |conn| sqlx::query_as(
            "SELECT id, account_id, second_factor, opened_at, used_at, ends_at FROM session WHERE digest = $1"
        )
        .bind(digest.as_slice())
        .fetch_optional(conn)
        .await)?;
    let Some((id, owner, second_factor, opened_at, used_at, ends_at)) =
        row.filter(|row| row.5 > now && row.4 + IDLE > now)
    else {
        return Ok(None);
    };
    let owner = AccountId(owner);
    let Some(account) = account::find(tx, owner).await?.filter(|account| account.closed_at.is_none()) else {
        return Ok(None);
    };
    let grants = account::grants(tx, &[owner]).await?.remove(&owner).unwrap_or_default();
    Ok(Some(Session { id, account, grants, digest, second_factor, opened_at, used_at, ends_at }))
}

/// Opens a session for a token that nobody has seen before; sessions past their end are swept.
pub async fn open(
    write: &mut Write,
    account: AccountId,
    token: &str,
    second_factor: bool,
    agent: &str,
) -> Result<()> {
    let (id, now) = (write.next_id(), write.now());
    let agent: String = agent.chars().filter(|c| !c.is_control()).take(200).collect();
    let mut pen = write.pen(Trace::part_of_another()).await?;
    each_backend!(pen, |conn| sqlx::query("DELETE FROM session WHERE ends_at <= $1 OR used_at <= $2")
        .bind(now)
        .bind(now - IDLE)
        .execute(conn)
        .await
        .map(|_| ()))?;
    each_backend!(pen, |conn| {
        sqlx::query(
            "INSERT INTO session (digest, id, account_id, opened_at, used_at, ends_at, second_factor, agent) \
             VALUES ($1, $2, $3, $4, $4, $5, $6, $7)",
        )
        .bind(digest(token).as_slice())
        .bind(id)
        .bind(account.0)
        .bind(now)
        .bind(now + LIFETIME)
        .bind(second_factor)
        .bind(agent)
        .execute(conn)
        .await
        .map(|_| ())
    })?;
    Ok(())
}

/// Writes down that a session was in use at a time, which may be some moments ago.
pub async fn touch(write: &mut Write, digest: &[u8; 32], at: OffsetDateTime) -> Result<()> {
    let mut pen = write.pen(Trace::part_of_another()).await?;
    each_backend!(pen, |conn| sqlx::query(
        "UPDATE session SET used_at = $2 WHERE digest = $1 AND used_at < $2"
    )
    .bind(digest.as_slice())
    .bind(at)
    .execute(conn)
    .await
    .map(|_| ()))?;
    Ok(())
}

/// The sessions of an account that last, newest first.
pub async fn list(tx: &mut Tx, account: AccountId, now: OffsetDateTime) -> Result<Vec<Listed>> {
    Ok(each_backend!(tx, |conn| sqlx::query_as(
        "SELECT id, opened_at, used_at, ends_at, second_factor, agent FROM session \
         WHERE account_id = $1 AND ends_at > $2 AND used_at > $3 ORDER BY opened_at DESC, id DESC"
    )
    .bind(account.0)
    .bind(now)
    .bind(now - IDLE)
    .fetch_all(conn)
    .await)?)
}

/// Ends one session.
pub async fn close(write: &mut Write, digest: &[u8; 32]) -> Result<()> {
    let mut pen = write.pen(Trace::part_of_another()).await?;
    each_backend!(pen, |conn| sqlx::query("DELETE FROM session WHERE digest = $1")
        .bind(digest.as_slice())
        .execute(conn)
        .await
        .map(|_| ()))?;
    Ok(())
}

/// Ends a session of this account by its id. False when the account has no such session.
pub async fn close_one(write: &mut Write, account: AccountId, id: Uuid) -> Result<bool> {
    let mut pen = write.pen(Trace::part_of_another()).await?;
    let closed =
        each_backend!(pen, |conn| sqlx::query("DELETE FROM session WHERE id = $1 AND account_id = $2")
            .bind(id)
            .bind(account.0)
            .execute(conn)
            .await
            .map(|done| done.rows_affected()))?;
    Ok(closed == 1)
}

/// Ends every session of an account, but the one with this digest.
pub async fn close_all(write: &mut Write, account: AccountId, but: Option<&[u8; 32]>) -> Result<()> {
    let but: &[u8] = but.map_or(&[], |digest| digest.as_slice());
    let mut pen = write.pen(Trace::part_of_another()).await?;
    each_backend!(pen, |conn| sqlx::query("DELETE FROM session WHERE account_id = $1 AND digest <> $2")
        .bind(account.0)
        .bind(but)
        .execute(conn)
        .await
        .map(|_| ()))?;
    Ok(())
}
