//! Reminder letters: a link that answers once, for one office, until a day. The paper holds a random token; the database
//! its SHA-256.

use crate::{
    backend::Tx,
    error::Result,
    session::digest,
    write::{Audit, Entity, Trace, Write},
};
use hoshizu_catalog::id::OfficeId;
use serde_json::json;
use time::{Duration, OffsetDateTime};
use uuid::Uuid;

/// How long a letter can be answered: the post, a holiday, and a second look.
pub const LIFETIME: Duration = Duration::days(60);
/// How long an answered or ended letter is kept, so that its holder is told so.
const KEPT: Duration = Duration::days(365);

/// A letter as stored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Letter {
    /// The one office it speaks of.
    pub office: OfficeId,
    /// When it ends.
    pub ends_at: OffsetDateTime,
    /// When it was answered.
    pub used_at: Option<OffsetDateTime>,
}

impl Letter {
    /// Whether it can still be answered.
    pub fn is_open(&self, now: OffsetDateTime) -> bool {
        self.used_at.is_none() && self.ends_at > now
    }
}

/// Keeps a letter with a token nobody has seen before; returns when it ends.
pub async fn make(write: &mut Write, office: OfficeId, token: &str) -> Result<OffsetDateTime> {
    let (actor, now) = (write.actor().to_owned(), write.now());
    let audit = Audit {
        action: "make_letter",
        entity: Entity::Office,
        id: Some(office.0),
        before: None,
        after: Some(json!({ "ends_at": (now + LIFETIME).unix_timestamp() })),
    };
    let mut pen = write.pen(Trace::audit(audit)).await?;
    each_backend!(pen, |conn| sqlx::query("DELETE FROM letter WHERE ends_at < $1")
        .bind(now - KEPT)
        .execute(conn)
        .await
        .map(|_| ()))?;
    each_backend!(pen, |conn| sqlx::query(
        "INSERT INTO letter (digest, office_id, made_by, made_at, ends_at) VALUES ($1, $2, $3, $4, $5)"
    )
    .bind(digest(token).as_slice())
    .bind(office.0)
    .bind(actor)
    .bind(now)
    .bind(now + LIFETIME)
    .execute(conn)
    .await
    .map(|_| ()))?;
    Ok(now + LIFETIME)
}

/// The letter of a token, answered and ended ones too.
pub async fn find(tx: &mut Tx, token: &str) -> Result<Option<Letter>> {
    let row: Option<(Uuid, OffsetDateTime, Option<OffsetDateTime>)> =
        each_backend!(tx, |conn| sqlx::query_as(
            "SELECT office_id, ends_at, used_at FROM letter WHERE digest = $1"
        )
        .bind(digest(token).as_slice())
        .fetch_optional(conn)
        .await)?;
    Ok(row.map(|(office, ends_at, used_at)| Letter { office: OfficeId(office), ends_at, used_at }))
}

/// Takes the one answer of a letter and names its office; `None` when it is unknown, ended or answered.
pub async fn answer(write: &mut Write, token: &str, answer: &str) -> Result<Option<OfficeId>> {
    let now = write.now();
    let Some(letter) = find(write.tx(), token).await?.filter(|letter| letter.is_open(now)) else {
        return Ok(None);
    };
    let audit = Audit {
        action: "answer_letter",
        entity: Entity::Office,
        id: Some(letter.office.0),
        before: None,
        after: Some(json!({ "answer": answer })),
    };
    let mut pen = write.pen(Trace::audit(audit)).await?;
    let rows = each_backend!(pen, |conn| sqlx::query(
        "UPDATE letter SET used_at = $2, answer = $3 WHERE digest = $1 AND used_at IS NULL"
    )
    .bind(digest(token).as_slice())
    .bind(now)
    .bind(answer)
    .execute(conn)
    .await?
    .rows_affected());
    Ok((rows == 1).then_some(letter.office))
}

/// When the newest letter to an office was made.
pub async fn newest(tx: &mut Tx, office: OfficeId) -> Result<Option<OffsetDateTime>> {
    Ok(each_backend!(tx, |conn| sqlx::query_scalar("SELECT max(made_at) FROM letter WHERE office_id = $1")
        .bind(office.0)
        .fetch_one(conn)
        .await)?)
}
