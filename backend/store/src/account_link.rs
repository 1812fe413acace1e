//! One-time links: an invitation, a reset, the set-up of the first administrator. The link holds a random token, the
//! database its SHA-256; a link that was used is gone.

use crate::{
    account::Account,
    backend::Tx,
    error::{Result, StoreError},
    session::digest,
    write::{Audit, Entity, Trace, Write},
};
use hoshizu_catalog::id::AccountId;
use serde_json::json;
use time::{Duration, OffsetDateTime};
use uuid::Uuid;

/// What a link is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Makes the first administrator, as long as there is no account.
    Setup,
    /// Gives a new account its password.
    Invitation,
    /// Gives an account a new password.
    Reset,
}

impl Kind {
    /// The identifier used in the API and in the database.
    pub fn code(self) -> &'static str {
        match self {
            Self::Setup => "setup",
            Self::Invitation => "invitation",
            Self::Reset => "reset",
        }
    }

    /// How long such a link is good: an invitation travels by internal post, a reset is handed over or mailed.
    pub fn lifetime(self) -> Duration {
        match self {
            Self::Setup => Duration::days(1),
            Self::Invitation => Duration::days(14),
            Self::Reset => Duration::days(3),
        }
    }
}

/// A link that can still be used.
#[derive(Debug, Clone, PartialEq)]
pub struct Link {
    /// What it is for.
    pub kind: Kind,
    /// Whose; nobody's for [`Kind::Setup`].
    pub account: Option<Account>,
    /// Whether using it also removes a lost second factor.
    pub drops_factor: bool,
    /// When it ends.
    pub ends_at: OffsetDateTime,
}

/// The link of this token, while it lasts and its account is open.
pub async fn find(tx: &mut Tx, token: &str, now: OffsetDateTime) -> Result<Option<Link>> {
    let row: Option<(Option<Uuid>, String, bool, OffsetDateTime)> =
        each_backend!(tx, |conn| sqlx::query_as(
            "SELECT account_id, kind, drops_factor, ends_at FROM account_link WHERE digest = $1"
        )
        .bind(digest(token).as_slice())
        .fetch_optional(conn)
        .await)?;
    let Some((id, kind, drops_factor, ends_at)) = row.filter(|row| row.3 > now) else { return Ok(None) };
    let kind = [Kind::Setup, Kind::Invitation, Kind::Reset]
        .into_iter()
        .find(|known| known.code() == kind)
        .ok_or_else(|| StoreError::corrupt("account_link.kind", &kind))?;
    let account = match id {
        None => None,
        Some(id) => crate::account::find(tx, AccountId(id)).await?.filter(|found| found.closed_at.is_none()),
    };
    if account.is_none() && (kind != Kind::Setup || crate::account::any(tx).await?) {
        return Ok(None);
    }
    Ok(Some(Link { kind, account, drops_factor, ends_at }))
}

/// Makes a link for a token that nobody has seen before, in place of those the account had. Links past their end are
/// swept.
pub async fn make(
    write: &mut Write,
    account: Option<AccountId>,
    kind: Kind,
    token: &str,
    drops_factor: bool,
) -> Result<OffsetDateTime> {
    let (now, ends_at) = (write.now(), write.now() + kind.lifetime());
    let audit = Audit {
        action: "link",
        entity: Entity::Account,
        id: account.map(|id| id.0),
        before: None,
        after: Some(json!({ "kind": kind.code(), "drops_factor": drops_factor })),
    };
    let mut pen = write.pen(Trace::audit(audit)).await?;
    each_backend!(pen, |conn| {
        sqlx::query(
            "DELETE FROM account_link WHERE ends_at <= $1 OR account_id = $2 OR (account_id IS NULL AND kind = $3)",
        )
        .bind(now)
        .bind(account.map(|id| id.0))
        .bind(kind.code())
        .execute(conn)
        .await
        .map(|_| ())
    })?;
    each_backend!(pen, |conn| {
        sqlx::query(
            "INSERT INTO account_link (digest, account_id, kind, drops_factor, made_at, ends_at) \
             VALUES ($1, $2, $3, $4, $5, $6)",
        )
        .bind(digest(token).as_slice())
        .bind(account.map(|id| id.0))
        .bind(kind.code())
        .bind(drops_factor)
        .bind(now)
        .bind(ends_at)
        .execute(conn)
        .await
        .map(|_| ())
    })?;
    Ok(ends_at)
}

/// Takes a link up: whoever asks first gets it, nobody gets it twice.
pub async fn take(write: &mut Write, token: &str) -> Result<Option<Link>> {
    let now = write.now();
    let Some(link) = find(write.tx(), token, now).await? else { return Ok(None) };
    let audit = Audit {
        action: "take_link",
        entity: Entity::Account,
        id: link.account.as_ref().map(|account| account.id.0),
        before: Some(json!({ "kind": link.kind.code() })),
        after: None,
    };
    let mut pen = write.pen(Trace::audit(audit)).await?;
    each_backend!(pen, |conn| sqlx::query("DELETE FROM account_link WHERE digest = $1")
        .bind(digest(token).as_slice())
        .execute(conn)
        .await
        .map(|_| ()))?;
    Ok(Some(link))
}

/// Makes every link of an account useless.
pub async fn withdraw(write: &mut Write, account: AccountId) -> Result<()> {
    let mut pen = write.pen(Trace::part_of_another()).await?;
    each_backend!(pen, |conn| sqlx::query("DELETE FROM account_link WHERE account_id = $1")
        .bind(account.0)
        .execute(conn)
        .await
        .map(|_| ()))?;
    Ok(())
}

/// Until when each of these accounts has a link that was not used yet.
pub async fn open_until(
    tx: &mut Tx,
    accounts: &[AccountId],
    now: OffsetDateTime,
) -> Result<std::collections::HashMap<AccountId, OffsetDateTime>> {
    let ids: Vec<Uuid> = accounts.iter().map(|id| id.0).collect();
    let rows = crate::bulk::select_in!(
        tx,
        (Uuid, OffsetDateTime),
        "SELECT account_id, ends_at FROM account_link WHERE account_id IN",
        ids,
        ""
    );
    Ok(rows.into_iter().filter(|row| row.1 > now).map(|(id, ends_at)| (AccountId(id), ends_at)).collect())
}
