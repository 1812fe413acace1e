//! Local corrections: values set by hand, which outlive imports.

use crate::{
    backend::Tx,
    bulk::select_in,
    error::{Result, StoreError},
    recompose,
    write::{Audit, Entity, Trace, Write},
};
use hoshizu_catalog::{
    id::{CorrectionId, OfficeId},
    office::Correction,
    position::Position,
};
use serde_json::json;
use std::collections::HashMap;
use time::{OffsetDateTime, format_description::well_known::Rfc3339};
use uuid::Uuid;

/// Fields of an office that can be corrected, besides `place`.
pub const TEXT_FIELDS: [&str; 9] =
    ["name", "kana", "phone", "fax", "url", "email", "address", "building", "postal_code"];

/// Longest value kept, characters.
const MAX_VALUE: usize = 2_000;

#[derive(sqlx::FromRow)]
struct Row {
    id: Uuid,
    office_id: Uuid,
    field: String,
    value: String,
    made_by: String,
    made_at: OffsetDateTime,
    note: Option<String>,
}

impl Row {
    fn read(self) -> (CorrectionId, Correction) {
        let correction = Correction {
            field: self.field,
            value: self.value,
            by: self.made_by,
            at: self.made_at.format(&Rfc3339).unwrap_or_default(),
            note: self.note,
        };
        (CorrectionId(self.id), correction)
    }
}

/// The corrections of an office by field.
pub async fn of_office(tx: &mut Tx, id: OfficeId) -> Result<Vec<(CorrectionId, Correction)>> {
    Ok(of_offices(tx, &[id]).await?.remove(&id).unwrap_or_default())
}

pub(crate) async fn of_offices(
    tx: &mut Tx,
    ids: &[OfficeId],
) -> Result<HashMap<OfficeId, Vec<(CorrectionId, Correction)>>> {
    let ids: Vec<Uuid> = ids.iter().map(|id| id.0).collect();
    let rows = select_in!(
        tx,
        Row,
        "SELECT id, office_id, field, value, made_by, made_at, note FROM correction WHERE office_id IN",
        ids,
        " ORDER BY field"
    );
    let mut found: HashMap<OfficeId, Vec<(CorrectionId, Correction)>> = HashMap::new();
    for row in rows {
        found.entry(OfficeId(row.office_id)).or_default().push(row.read());
    }
    Ok(found)
}

/// Whether the field takes the value; `place` takes `lat,lon` in degrees near Japan, or nothing.
fn check(field: &str, value: &str) -> Result<()> {
    let place = || {
        let (lat, lon) = value.split_once(',')?;
        let position = Position { lat: lat.trim().parse().ok()?, lon: lon.trim().parse().ok()? };
        Some(position.is_near_japan())
    };
    let right = match field {
        "place" => value.is_empty() || place().unwrap_or(false),
        // An office without a name or an address could not be shown.
        "name" | "address" => !value.trim().is_empty(),
        other => TEXT_FIELDS.contains(&other),
    };
    if right && value.chars().count() <= MAX_VALUE {
        Ok(())
    } else {
        Err(StoreError::BadCorrection { field: field.to_owned(), value: value.chars().take(80).collect() })
    }
}

/// Sets a field of an office by hand, in place of an earlier correction of that field; the office is composed anew.
pub async fn add(
    write: &mut Write,
    office: OfficeId,
    field: &str,
    value: &str,
    note: Option<&str>,
) -> Result<CorrectionId> {
    check(field, value)?;
    if crate::office::find(write.tx(), office).await?.is_none() {
        return Err(StoreError::NotFound("office"));
    }
    let earlier = of_office(write.tx(), office).await?.into_iter().find(|(_, c)| c.field == field);
    let id = earlier.as_ref().map_or_else(|| CorrectionId(write.next_id()), |(id, _)| *id);
    let audit = Audit {
        action: "correct",
        entity: Entity::Office,
        id: Some(office.0),
        before: earlier.map(|(_, c)| json!({ "field": field, "correction": c.value })),
        after: Some(json!({ "field": field, "correction": value, "note": note })),
    };
    let (actor, at) = (write.actor().to_owned(), write.now());
    // The outbox entry follows from composing, if the correction changes what the office shows.
    let mut pen = write.pen(Trace::audit(audit)).await?;
    each_backend!(pen, |conn| sqlx::query(
        "INSERT INTO correction (id, office_id, field, value, made_by, made_at, note) \
         VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT (office_id, field) DO UPDATE SET \
         value = excluded.value, made_by = excluded.made_by, made_at = excluded.made_at, note = excluded.note"
    )
    .bind(id.0)
    .bind(office.0)
    .bind(field)
    .bind(value)
    .bind(actor)
    .bind(at)
    .bind(note)
    .execute(conn)
    .await
    .map(|_| ()))?;
    recompose::offices(write, "correct", &[office]).await?;
    Ok(id)
}

/// Takes a correction back; the official value stands again. `false` when there was none.
pub async fn remove(write: &mut Write, id: CorrectionId) -> Result<bool> {
    let row: Option<Row> = each_backend!(write.tx(), |conn| sqlx::query_as(
        "SELECT id, office_id, field, value, made_by, made_at, note FROM correction WHERE id = $1"
    )
    .bind(id.0)
    .fetch_optional(conn)
    .await)?;
    let Some(row) = row else { return Ok(false) };
    let office = OfficeId(row.office_id);
    let audit = Audit {
        action: "uncorrect",
        entity: Entity::Office,
        id: Some(office.0),
        before: Some(json!({ "field": row.field, "correction": row.value })),
        after: None,
    };
    let mut pen = write.pen(Trace::audit(audit)).await?;
    each_backend!(pen, |conn| sqlx::query("DELETE FROM correction WHERE id = $1")
        .bind(id.0)
        .execute(conn)
        .await
        .map(|_| ()))?;
    recompose::offices(write, "uncorrect", &[office]).await?;
    Ok(true)
}
