//! Browsers from which somebody has signed in before. The browser holds a random token; the database its SHA-256.

use crate::{
    backend::Tx,
    error::Result,
    session::digest,
    write::{Trace, Write},
};
use hoshizu_catalog::id::AccountId;
use time::{Duration, OffsetDateTime};

/// A browser not used for so long is a stranger again.
pub const LIFETIME: Duration = Duration::days(180);

/// Whether this token belongs to a browser from which this account has signed in.
pub async fn knows(tx: &mut Tx, account: AccountId, token: &str, now: OffsetDateTime) -> Result<bool> {
    let used: Option<OffsetDateTime> = each_backend!(tx, |conn| sqlx::query_scalar(
        "SELECT used_at FROM known_device WHERE digest = $1 AND account_id = $2"
    )
    .bind(digest(token).as_slice())
    .bind(account.0)
    .fetch_optional(conn)
    .await)?;
    Ok(used.is_some_and(|used| used + LIFETIME > now))
}

/// Remembers a browser under a token that nobody has seen before, in place of the one it had: other accounts that sign in
/// at the same desk know it by the new one too. Browsers not used for long are swept.
pub async fn remember(
    write: &mut Write,
    account: AccountId,
    token: &str,
    before: Option<&str>,
) -> Result<()> {
    let now = write.now();
    let mut pen = write.pen(Trace::part_of_another()).await?;
    each_backend!(pen, |conn| sqlx::query("DELETE FROM known_device WHERE used_at <= $1")
        .bind(now - LIFETIME)
        .execute(conn)
        .await
        .map(|_| ()))?;
    if let Some(before) = before {
        each_backend!(pen, |conn| sqlx::query("UPDATE known_device SET digest = $2 WHERE digest = $1")
            .bind(digest(before).as_slice())
            .bind(digest(token).as_slice())
            .execute(conn)
            .await
            .map(|_| ()))?;
    }
    each_backend!(pen, |conn| {
        sqlx::query(
            "INSERT INTO known_device (digest, account_id, used_at) VALUES ($1, $2, $3) \
             ON CONFLICT (digest, account_id) DO UPDATE SET used_at = excluded.used_at",
        )
        .bind(digest(token).as_slice())
        .bind(account.0)
        .bind(now)
        .execute(conn)
        .await
        .map(|_| ())
    })?;
    Ok(())
}

/// Forgets every browser of an account.
pub async fn forget(write: &mut Write, account: AccountId) -> Result<()> {
    let mut pen = write.pen(Trace::part_of_another()).await?;
    each_backend!(pen, |conn| sqlx::query("DELETE FROM known_device WHERE account_id = $1")
        .bind(account.0)
        .execute(conn)
        .await
        .map(|_| ()))?;
    Ok(())
}
