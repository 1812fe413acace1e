//! Records of imports: written once, read for reports.

use super::{Change, ChangeKind, ImportPlan, ImportRun, RunState};
use crate::{
    backend::Tx,
    bulk::insert_rows,
    codec::{from_json, maybe_edition, to_json},
    dataset::{self, Dataset},
    error::{Result, StoreError},
    write::{Pen, Trace, Write},
};
use hoshizu_catalog::{edition::Edition, id::ImportId, listing::Rejection};
use sqlx::AssertSqlSafe;
use time::OffsetDateTime;
use uuid::Uuid;

/// Longest value kept of a refused row, characters: a file of one endless line must not fill the database.
const MAX_VALUE: usize = 500;

const COLUMNS: &str = "id, batch, label, kind, dataset, edition, rows, new, changed, unchanged, gone, rejected, \
    candidates, seconds, state, started_at, finished_at, actor, marks, coverage, error";

#[derive(sqlx::FromRow)]
struct Row {
    id: Uuid,
    batch: Uuid,
    label: String,
    kind: String,
    dataset: String,
    edition: Option<String>,
    rows: i64,
    new: i64,
    changed: i64,
    unchanged: i64,
    gone: i64,
    rejected: i64,
    candidates: i64,
    seconds: f64,
    state: String,
    started_at: OffsetDateTime,
    finished_at: OffsetDateTime,
    actor: String,
    marks: String,
    coverage: Option<String>,
    error: Option<String>,
}

impl Row {
    fn read(self) -> Result<ImportRun> {
        Ok(ImportRun {
            id: ImportId(self.id),
            batch: self.batch,
            edition: maybe_edition(self.edition.as_deref())?,
            rows: self.rows as u64,
            new: self.new as u64,
            changed: self.changed as u64,
            unchanged: self.unchanged as u64,
            gone: self.gone as u64,
            rejected: self.rejected as u64,
            candidates: self.candidates as u64,
            seconds: self.seconds,
            state: RunState::from_code(&self.state)
                .ok_or_else(|| StoreError::corrupt("import_run.state", &self.state))?,
            started_at: self.started_at,
            finished_at: self.finished_at,
            marks: from_json("import_run.marks", &self.marks)?,
            label: self.label,
            kind: self.kind,
            dataset: self.dataset,
            actor: self.actor,
            coverage: self.coverage,
            error: self.error,
        })
    }
}

/// The newest run that wrote anything it read, for [`ImportPlan::based_on`].
pub async fn latest(tx: &mut Tx) -> Result<Option<ImportId>> {
    let id: Option<Uuid> = each_backend!(tx, |conn| sqlx::query_scalar(
        "SELECT id FROM import_run WHERE state = 'done' ORDER BY id DESC LIMIT 1"
    )
    .fetch_optional(conn)
    .await)?;
    Ok(id.map(ImportId))
}

/// One run.
pub async fn find(tx: &mut Tx, id: ImportId) -> Result<Option<ImportRun>> {
    let sql = format!("SELECT {COLUMNS} FROM import_run WHERE id = $1");
    let row: Option<Row> =
        each_backend!(tx, |conn| sqlx::query_as(AssertSqlSafe(sql)).bind(id.0).fetch_optional(conn).await)?;
    row.map(Row::read).transpose()
}

/// Runs, newest first, older than the one given.
pub async fn list(tx: &mut Tx, limit: u32, before: Option<ImportId>) -> Result<Vec<ImportRun>> {
    let sql = format!("SELECT {COLUMNS} FROM import_run WHERE id < $1 ORDER BY id DESC LIMIT $2");
    let rows: Vec<Row> = each_backend!(tx, |conn| sqlx::query_as(AssertSqlSafe(sql))
        .bind(before.map_or(Uuid::max(), |id| id.0))
        .bind(i64::from(limit))
        .fetch_all(conn)
        .await)?;
    rows.into_iter().map(Row::read).collect()
}

/// The runs of one upload or command, in the order they were made.
pub async fn by_batch(tx: &mut Tx, batch: Uuid) -> Result<Vec<ImportRun>> {
    let sql = format!("SELECT {COLUMNS} FROM import_run WHERE batch = $1 ORDER BY id");
    let rows: Vec<Row> =
        each_backend!(tx, |conn| sqlx::query_as(AssertSqlSafe(sql)).bind(batch).fetch_all(conn).await)?;
    rows.into_iter().map(Row::read).collect()
}

/// Rows a run refused, in the order of the file, from the one at `offset`.
pub async fn rejections(tx: &mut Tx, id: ImportId, offset: u64, limit: u32) -> Result<Vec<Rejection>> {
    let rows: Vec<(i64, String, String, String, String)> = each_backend!(tx, |conn| {
        sqlx::query_as(
        "SELECT line, column_name, value, reason, remedy FROM import_rejection WHERE run_id = $1 AND place >= $2 \
         ORDER BY place LIMIT $3"
    )
    .bind(id.0)
    .bind(offset.cast_signed())
    .bind(i64::from(limit))
    .fetch_all(conn)
    .await
    })?;
    Ok(rows
        .into_iter()
        .map(|(line, column, value, reason, remedy)| Rejection {
            line: line.cast_unsigned(),
            column,
            value,
            reason,
            remedy,
        })
        .collect())
}

/// The difference report of a run, in the order of its plan, from the one at `offset`.
pub async fn changes(tx: &mut Tx, id: ImportId, offset: u64, limit: u32) -> Result<Vec<Change>> {
    let rows: Vec<(String, String, String, String)> = each_backend!(tx, |conn| {
        sqlx::query_as(
        "SELECT key, name, kind, fields FROM import_change WHERE run_id = $1 AND place >= $2 ORDER BY place LIMIT $3"
    )
    .bind(id.0)
    .bind(offset.cast_signed())
    .bind(i64::from(limit))
    .fetch_all(conn)
    .await
    })?;
    rows.into_iter()
        .map(|(key, name, kind, fields)| {
            Ok(Change {
                key,
                name,
                kind: ChangeKind::from_code(&kind)
                    .ok_or_else(|| StoreError::corrupt("import_change.kind", &kind))?,
                fields: from_json("import_change.fields", &fields)?,
            })
        })
        .collect()
}

/// Records a run that is no plan of listings: one that failed or was stopped, or reference data. A run done becomes
/// the latest of its data set.
pub async fn record(write: &mut Write, run: &ImportRun, rejections: &[Rejection]) -> Result<()> {
    let mut pen = write.pen(Trace::part_of_another()).await?;
    insert_run(&mut pen, run).await?;
    insert_rejections(&mut pen, run.id, rejections).await?;
    if run.state == RunState::Done {
        let held = run.new + run.changed + run.unchanged;
        save_dataset(&mut pen, run, held, run.gone).await?;
    }
    Ok(())
}

/// Writes everything a plan says of itself. The run is the record; the audit line beside it is the caller's.
pub(super) async fn write_plan(write: &mut Write, plan: &ImportPlan) -> Result<()> {
    let run = &plan.run;
    let (held, gone): (i64, i64) = each_backend!(write.tx(), |conn| sqlx::query_as(
        "SELECT coalesce(sum(CASE WHEN gone_in IS NULL THEN 1 ELSE 0 END), 0), \
         coalesce(sum(CASE WHEN gone_in IS NULL THEN 0 ELSE 1 END), 0) FROM service WHERE dataset = $1"
    )
    .bind(&run.dataset)
    .fetch_one(conn)
    .await)?;
    let fields: Vec<String> =
        plan.changes.iter().map(|change| to_json(&change.fields)).collect::<Result<_>>()?;
    let rows: Vec<_> = plan.changes.iter().zip(&fields).zip(0_i64..).collect();
    let mut pen = write.pen(Trace::part_of_another()).await?;
    insert_run(&mut pen, run).await?;
    insert_rejections(&mut pen, run.id, &plan.rejections).await?;
    insert_rows!(
        pen,
        "INSERT INTO import_change (run_id, place, key, name, kind, fields) ",
        6,
        &rows,
        |row, ((change, fields), place)| {
            row.push_bind(run.id.0)
                .push_bind(*place)
                .push_bind(&change.key)
                .push_bind(&change.name)
                .push_bind(change.kind.code())
                .push_bind(*fields);
        },
        ""
    );
    save_dataset(&mut pen, run, held.cast_unsigned(), gone.cast_unsigned()).await
}

async fn save_dataset(pen: &mut Pen<'_>, run: &ImportRun, rows: u64, gone: u64) -> Result<()> {
    let dataset = Dataset {
        name: run.dataset.clone(),
        kind: run.kind.clone(),
        label: run.label.clone(),
        edition: run.edition.clone(),
        rows,
        gone,
        imported_at: run.finished_at,
        run: run.id,
    };
    dataset::save(pen, &dataset).await
}

async fn insert_run(pen: &mut Pen<'_>, run: &ImportRun) -> Result<()> {
    let marks = to_json(&run.marks)?;
    let counts = [run.rows, run.new, run.changed, run.unchanged, run.gone, run.rejected, run.candidates]
        .map(u64::cast_signed);
    insert_rows!(
        pen,
        format!("INSERT INTO import_run ({COLUMNS}) "),
        21,
        &[run],
        |row, run| {
            row.push_bind(run.id.0)
                .push_bind(run.batch)
                .push_bind(&run.label)
                .push_bind(&run.kind)
                .push_bind(&run.dataset)
                .push_bind(run.edition.as_ref().map(Edition::as_str));
            for count in counts {
                row.push_bind(count);
            }
            row.push_bind(run.seconds)
                .push_bind(run.state.code())
                .push_bind(run.started_at)
                .push_bind(run.finished_at)
                .push_bind(&run.actor)
                .push_bind(&marks)
                .push_bind(&run.coverage)
                .push_bind(&run.error);
        },
        ""
    );
    Ok(())
}

async fn insert_rejections(pen: &mut Pen<'_>, run: ImportId, rejections: &[Rejection]) -> Result<()> {
    let rows: Vec<(i64, &Rejection, String)> = rejections
        .iter()
        .zip(0_i64..)
        .map(|(rejection, place)| (place, rejection, rejection.value.chars().take(MAX_VALUE).collect()))
        .collect();
    insert_rows!(
        pen,
        "INSERT INTO import_rejection (run_id, place, line, column_name, value, reason, remedy) ",
        7,
        &rows,
        |row, (place, rejection, value)| {
            row.push_bind(run.0)
                .push_bind(*place)
                .push_bind(rejection.line.cast_signed())
                .push_bind(&rejection.column)
                .push_bind(value)
                .push_bind(&rejection.reason)
                .push_bind(&rejection.remedy);
        },
        ""
    );
    Ok(())
}
