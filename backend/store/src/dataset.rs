//! Data sets: what is stored of each source, and the run that brought it.

use crate::{backend::Tx, codec::maybe_edition, error::Result, write::Pen};
use hoshizu_catalog::{edition::Edition, id::ImportId};
use time::OffsetDateTime;
use uuid::Uuid;

/// A data set as it stands.
#[derive(Debug, Clone, PartialEq)]
pub struct Dataset {
    /// `kaigo:430`, `wamnet:53`, ….
    pub name: String,
    /// Kind of its last file, as `ingest` names it.
    pub kind: String,
    /// Label of its last file.
    pub label: String,
    /// Edition of its last file.
    pub edition: Option<Edition>,
    /// Rows held now, those gone not counted.
    pub rows: u64,
    /// Rows that newer editions no longer hold.
    pub gone: u64,
    /// When its last file came in.
    pub imported_at: OffsetDateTime,
    /// The run that brought it.
    pub run: ImportId,
}

#[derive(sqlx::FromRow)]
struct Row {
    name: String,
    kind: String,
    label: String,
    edition: Option<String>,
    rows: i64,
    gone: i64,
    imported_at: OffsetDateTime,
    run_id: Uuid,
}

impl Row {
    fn read(self) -> Result<Dataset> {
        Ok(Dataset {
            edition: maybe_edition(self.edition.as_deref())?,
            name: self.name,
            kind: self.kind,
            label: self.label,
            rows: self.rows as u64,
            gone: self.gone as u64,
            imported_at: self.imported_at,
            run: ImportId(self.run_id),
        })
    }
}

/// Every data set by name.
pub async fn list(tx: &mut Tx) -> Result<Vec<Dataset>> {
    let rows: Vec<Row> = each_backend!(tx, |conn| sqlx::query_as(
        "SELECT name, kind, label, edition, rows, gone, imported_at, run_id FROM dataset ORDER BY name"
    )
    .fetch_all(conn)
    .await)?;
    rows.into_iter().map(Row::read).collect()
}

/// One data set.
pub async fn find(tx: &mut Tx, name: &str) -> Result<Option<Dataset>> {
    let row: Option<Row> = each_backend!(tx, |conn| sqlx::query_as(
        "SELECT name, kind, label, edition, rows, gone, imported_at, run_id FROM dataset WHERE name = $1"
    )
    .bind(name)
    .fetch_optional(conn)
    .await)?;
    row.map(Row::read).transpose()
}

pub(crate) async fn save(pen: &mut Pen<'_>, dataset: &Dataset) -> Result<()> {
    each_backend!(pen, |conn| sqlx::query(
        "INSERT INTO dataset (name, kind, label, edition, rows, gone, imported_at, run_id) \
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT (name) DO UPDATE SET kind = excluded.kind, \
         label = excluded.label, edition = excluded.edition, rows = excluded.rows, gone = excluded.gone, \
         imported_at = excluded.imported_at, run_id = excluded.run_id"
    )
    .bind(&dataset.name)
    .bind(&dataset.kind)
    .bind(&dataset.label)
    .bind(dataset.edition.as_ref().map(Edition::as_str))
    .bind(dataset.rows as i64)
    .bind(dataset.gone as i64)
    .bind(dataset.imported_at)
    .bind(dataset.run.0)
    .execute(conn)
    .await
    .map(|_| ()))?;
    Ok(())
}
