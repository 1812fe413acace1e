//! 協議会のメモ: notes and decisions on fields of the matrix of gaps.

use crate::{
    backend::Tx,
    codec::{from_json, to_json},
    error::{Result, StoreError},
    write::{Audit, Entity, Trace, Write},
};
use hoshizu_catalog::{
    gap_note::{GapNote, Kind},
    id::GapNoteId,
};
use serde_json::Value;
use uuid::Uuid;

#[derive(sqlx::FromRow)]
struct Row {
    id: Uuid,
    area: String,
    cell: String,
    kind: String,
    steps: String,
}

impl Row {
    fn read(self) -> Result<GapNote> {
        Ok(GapNote {
            id: GapNoteId(self.id),
            kind: Kind::from_code(&self.kind)
                .ok_or_else(|| StoreError::corrupt("gap_note.kind", &self.kind))?,
            steps: from_json("gap_note.steps", &self.steps)?,
            area: self.area,
            column: self.cell,
        })
    }
}

/// Every note, the oldest first.
pub async fn list(tx: &mut Tx) -> Result<Vec<GapNote>> {
    let rows: Vec<Row> = each_backend!(tx, |conn| sqlx::query_as(
        "SELECT id, area, cell, kind, steps FROM gap_note ORDER BY written_at, id"
    )
    .fetch_all(conn)
    .await)?;
    rows.into_iter().map(Row::read).collect()
}

/// One note.
pub async fn find(tx: &mut Tx, id: GapNoteId) -> Result<Option<GapNote>> {
    let row: Option<Row> = each_backend!(tx, |conn| sqlx::query_as(
        "SELECT id, area, cell, kind, steps FROM gap_note WHERE id = $1"
    )
    .bind(id.0)
    .fetch_optional(conn)
    .await)?;
    row.map(Row::read).transpose()
}

/// Writes a note over the one of the same id; the audit says which step was the last.
pub async fn save(write: &mut Write, note: &GapNote) -> Result<()> {
    let before = find(write.tx(), note.id).await?;
    let told = |note: &GapNote| {
        let value: Result<Value, _> = serde_json::to_value(note);
        value.map_err(|error| StoreError::corrupt("gap_note", error))
    };
    let audit = Audit {
        action: note.steps.last().map_or("change", |step| step.action.code()),
        entity: Entity::GapNote,
        id: Some(note.id.0),
        before: before.as_ref().map(told).transpose()?,
        after: Some(told(note)?),
    };
    let (steps, now) = (to_json(&note.steps)?, write.now());
    let mut pen = write.pen(Trace::of(vec![audit], vec![(Entity::GapNote, note.id.0)])).await?;
    each_backend!(pen, |conn| sqlx::query(
        "INSERT INTO gap_note (id, area, cell, kind, steps, written_at) VALUES ($1, $2, $3, $4, $5, $6) \
         ON CONFLICT (id) DO UPDATE SET kind = excluded.kind, steps = excluded.steps"
    )
    .bind(note.id.0)
    .bind(&note.area)
    .bind(&note.column)
    .bind(note.kind.code())
    .bind(steps)
    .bind(now)
    .execute(conn)
    .await
    .map(|_| ()))?;
    Ok(())
}
