//! Suggested corrections: they change nothing until a steward lets them pass. Each is an item of the review queue whose
//! `payload` holds a [`Payload`] as JSON.

use crate::{
    backend::Tx,
    codec::{from_json, to_json},
    correction, entry,
    error::Result,
    review::OPEN,
    write::{Audit, Entity, Trace, Write},
};
use hoshizu_catalog::{
    day::Day,
    id::{OfficeId, ReviewItemId},
};
use serde::{Deserialize, Serialize};
use serde_json::json;
use uuid::Uuid;

/// Kind of a review item that suggests a value.
pub const SUGGESTION: &str = "suggestion";
/// Kind of a review item that says the office has closed.
pub const CLOSURE: &str = "closure";

/// What is suggested.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Payload {
    /// Field of the office, as in [`correction::TEXT_FIELDS`] or `place`; `other` where only the note says what is
    /// wrong; `closed` for a closure.
    pub field: String,
    /// The value shown when it was suggested.
    pub old: String,
    /// The value suggested; for a closure the day as `YYYY-MM-DD`.
    pub new: String,
    /// Why, or what is wrong.
    #[serde(default)]
    pub note: Option<String>,
    /// How to reach who suggests, for stewards only.
    #[serde(default)]
    pub contact: Option<String>,
    /// `visitor`, `letter`, `member`.
    pub from: String,
}

/// Open suggestions and closures of an office, oldest first.
pub async fn open_for(tx: &mut Tx, office: OfficeId) -> Result<Vec<(ReviewItemId, Payload)>> {
    let offices = to_json(&[office])?;
    let rows: Vec<(Uuid, String)> = each_backend!(tx, |conn| sqlx::query_as(
        "SELECT id, payload FROM review_item WHERE state = 'open' AND kind IN ('suggestion', 'closure') \
         AND offices = $1 AND payload IS NOT NULL ORDER BY id"
    )
    .bind(&offices)
    .fetch_all(conn)
    .await)?;
    rows.into_iter()
        .map(|(id, payload)| Ok((ReviewItemId(id), from_json("review_item.payload", &payload)?)))
        .collect()
}

/// The payload of an item.
pub async fn payload(tx: &mut Tx, item: ReviewItemId) -> Result<Option<Payload>> {
    let text: Option<Option<String>> =
        each_backend!(tx, |conn| sqlx::query_scalar("SELECT payload FROM review_item WHERE id = $1")
            .bind(item.0)
            .fetch_optional(conn)
            .await)?;
    text.flatten().map(|text| from_json("review_item.payload", &text)).transpose()
}

/// Puts a suggestion into the queue. The same value suggested again while the first is open is the same item.
pub async fn raise(write: &mut Write, office: OfficeId, payload: &Payload) -> Result<ReviewItemId> {
    let open = open_for(write.tx(), office).await?;
    let same = |other: &Payload| {
        (&other.field, &other.new, &other.note) == (&payload.field, &payload.new, &payload.note)
    };
    if let Some((id, _)) = open.into_iter().find(|(_, other)| same(other)) {
        return Ok(id);
    }
    let id = write.next_id();
    let kind = if payload.field == "closed" { CLOSURE } else { SUGGESTION };
    let audit = Audit {
        action: "suggest",
        entity: Entity::Review,
        id: Some(id),
        before: Some(json!({ "office": office, "field": payload.field, "value": payload.old })),
        // Without the contact: the audit is kept for ever, and who suggests need not be.
        after: Some(json!({ "value": payload.new, "note": payload.note, "from": payload.from })),
    };
    let (offices, differ, body) = (to_json(&[office])?, to_json(&[&payload.field])?, to_json(payload)?);
    let at = write.now();
    let mut pen = write.pen(Trace::of(vec![audit], vec![(Entity::Review, id)])).await?;
    each_backend!(pen, |conn| {
        sqlx::query(
        "INSERT INTO review_item (id, kind, state, offices, agree, differ, fingerprint, run_id, created_at, payload) \
         VALUES ($1, $2, $3, $4, '[]', $5, $6, NULL, $7, $8)"
    )
    .bind(id)
    .bind(kind)
    .bind(OPEN)
    .bind(offices)
    .bind(differ)
    .bind(format!("{kind} {id}"))
    .bind(at)
    .bind(body)
    .execute(conn)
    .await
    .map(|_| ())
    })?;
    Ok(ReviewItemId(id))
}

/// Does what a suggestion asks for: a correction of the office, or its closure. `false` when it names no field the
/// program can set (`other`, `number`), which is then for the steward's own hand. The item itself stays open.
pub async fn carry_out(write: &mut Write, office: OfficeId, payload: &Payload) -> Result<bool> {
    if payload.field == "closed" {
        let today = Day::of(write.now());
        entry::set_closed(write, office, Some(Day::parse(&payload.new).unwrap_or(today))).await?;
        return Ok(true);
    }
    if !is_correctable(&payload.field) {
        return Ok(false);
    }
    correction::add(write, office, &payload.field, &payload.new, payload.note.as_deref()).await?;
    Ok(true)
}

/// Whether the program can set this field by itself.
pub fn is_correctable(field: &str) -> bool {
    field == "place" || correction::TEXT_FIELDS.contains(&field)
}
