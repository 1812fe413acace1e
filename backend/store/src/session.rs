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

/// A session with the account behind it.
#[derive(Debug, Clone, PartialEq)]
pub struct Session {
    /// Whose.
    pub account: Account,
    /// What they may be, and where.
    pub grants: Vec<Grant>,
    /// SHA-256 of its token.
    pub digest: [u8; 32],
    /// Whether a second factor was given in this session.
    pub second_factor: bool,
    /// When it ends.
    pub ends_at: OffsetDateTime,
}

/// What stands for a token in the database.
pub fn digest(token: &str) -> [u8; 32] {
    Sha256::digest(token.as_bytes()).into()
}

/// The session of this token, while it lasts and its account is open.
pub async fn find(tx: &mut Tx, token: &str, now: OffsetDateTime) -> Result<Option<Session>> {
    let digest = digest(token);
    let row: Option<(Uuid, bool, OffsetDateTime)> = each_backend!(tx, |conn| sqlx::query_as(
        "SELECT account_id, second_factor, ends_at FROM session WHERE digest = $1"
    )
    .bind(digest.as_slice())
    .fetch_optional(conn)
    .await)?;
    let Some((id, second_factor, ends_at)) = row.filter(|(_, _, ends_at)| *ends_at > now) else {
        return Ok(None);
    };
    let id = AccountId(id);
    let Some(account) = account::find(tx, id).await?.filter(|account| account.closed_at.is_none()) else {
        return Ok(None);
    };
    let grants = account::grants(tx, &[id]).await?.remove(&id).unwrap_or_default();
    Ok(Some(Session { account, grants, digest, second_factor, ends_at }))
}

/// Opens a session for a token that nobody has seen before; sessions past their end are swept.
pub async fn open(
    write: &mut Write,
    account: AccountId,
    token: &str,
    second_factor: bool,
    agent: &str,
) -> Result<()> {
    let now = write.now();
    let agent: String = agent.chars().take(200).collect();
    let mut pen = write.pen(Trace::part_of_another()).await?;
    each_backend!(pen, |conn| sqlx::query("DELETE FROM session WHERE ends_at <= $1")
        .bind(now)
        .execute(conn)
        .await
        .map(|_| ()))?;
    each_backend!(pen, |conn| {
        sqlx::query(
            "INSERT INTO session (digest, account_id, opened_at, used_at, ends_at, second_factor, agent) \
             VALUES ($1, $2, $3, $3, $4, $5, $6)",
        )
        .bind(digest(token).as_slice())
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
