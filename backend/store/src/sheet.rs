//! ☆調査票: one office's sheet in a wave, and what it answers.
//!
//! The audit says that a sheet was answered, how and by whom, never what: a ☆ of one side is for its two offices and the
//! keeper, the audit is for administrators.

mod answers;

pub(crate) use answers::star;
pub use answers::{Change, Saved, reports_of_sheet, reports_of_wave, save, unlisted, unlisted_of_wave};

use crate::{
    backend::Tx,
    bulk::insert_rows,
    codec::{from_json, to_json},
    error::{Result, StoreError},
    write::{Audit, Entity, Trace, Write},
};
use hoshizu_catalog::{
    id::{OfficeId, SheetId, WaveId},
    survey::{Sheet, SheetCode, SheetState, Way},
    tie::Star,
};
use serde_json::json;
use sqlx::AssertSqlSafe;
use time::OffsetDateTime;
use uuid::Uuid;

/// A sheet and how it came.
#[derive(Debug, Clone, PartialEq)]
pub struct StoredSheet {
    /// The sheet.
    pub sheet: Sheet,
    /// How the last answer came.
    pub way: Option<Way>,
    /// Whether it was finished after the last day asked for.
    pub late: bool,
    /// When the respondent agreed to who reads what.
    pub consented_at: Option<OffsetDateTime>,
    /// When an answer was last saved.
    pub changed_at: Option<OffsetDateTime>,
    /// When the respondent said that this is all.
    pub finished_at: Option<OffsetDateTime>,
    /// When it was last reminded.
    pub reminded_at: Option<OffsetDateTime>,
}

/// An agency named that the directory does not hold.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Unlisted {
    /// Name.
    pub name: String,
    /// Town or address, as far as the respondent knows.
    pub place: String,
    /// Telephone.
    pub phone: String,
    /// What is said of it.
    pub star: Star,
}

#[derive(sqlx::FromRow)]
struct Row {
    id: Uuid,
    wave_id: Uuid,
    office_id: Uuid,
    code: String,
    roster: String,
    state: String,
    way: Option<String>,
    late: bool,
    consented_at: Option<OffsetDateTime>,
    changed_at: Option<OffsetDateTime>,
    finished_at: Option<OffsetDateTime>,
    reminded_at: Option<OffsetDateTime>,
}

const COLUMNS: &str = "SELECT id, wave_id, office_id, code, roster, state, way, late, consented_at, changed_at, \
    finished_at, reminded_at FROM survey_sheet";

impl Row {
    fn read(self) -> Result<StoredSheet> {
        let way = match &self.way {
            Some(code) => {
                Some(Way::from_code(code).ok_or_else(|| StoreError::corrupt("survey_sheet.way", code))?)
            }
            None => None,
        };
        let sheet = Sheet {
            id: SheetId(self.id),
            wave: WaveId(self.wave_id),
            office: OfficeId(self.office_id),
            code: SheetCode::parse(&self.code)
                .ok_or_else(|| StoreError::corrupt("survey_sheet.code", "not a code"))?,
            roster: from_json("survey_sheet.roster", &self.roster)?,
            state: SheetState::from_code(&self.state)
                .ok_or_else(|| StoreError::corrupt("survey_sheet.state", &self.state))?,
        };
        Ok(StoredSheet {
            sheet,
            way,
            late: self.late,
            consented_at: self.consented_at,
            changed_at: self.changed_at,
            finished_at: self.finished_at,
            reminded_at: self.reminded_at,
        })
    }
}

/// The sheet with this code.
pub async fn by_code(tx: &mut Tx, code: &SheetCode) -> Result<Option<StoredSheet>> {
    let sql = format!("{COLUMNS} WHERE code = $1");
    let row: Option<Row> = each_backend!(tx, |conn| sqlx::query_as(AssertSqlSafe(sql))
        .bind(code.as_str())
        .fetch_optional(conn)
        .await)?;
    row.map(Row::read).transpose()
}

/// The sheets of a wave, in the order they were made.
pub async fn of_wave(tx: &mut Tx, wave: WaveId) -> Result<Vec<StoredSheet>> {
    select(tx, "wave_id", wave.0).await
}

/// How a sheet stands, without its roster.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Standing {
    /// The sheet.
    pub id: SheetId,
    /// Whose.
    pub office: OfficeId,
    /// How far it is.
    pub state: SheetState,
    /// When it was finished, else when an answer was last saved.
    pub said_at: Option<OffsetDateTime>,
}

#[derive(sqlx::FromRow)]
struct StandingRow {
    id: Uuid,
    office_id: Uuid,
    state: String,
    said_at: Option<OffsetDateTime>,
}

/// How the sheets of a wave stand, in the order they were made. Rosters are most of what a sheet holds, and ties need none.
pub async fn standings(tx: &mut Tx, wave: WaveId) -> Result<Vec<Standing>> {
    let rows: Vec<StandingRow> = each_backend!(tx, |conn| {
        sqlx::query_as(
            "SELECT id, office_id, state, COALESCE(finished_at, changed_at) AS said_at FROM survey_sheet \
             WHERE wave_id = $1 ORDER BY id",
        )
        .bind(wave.0)
        .fetch_all(conn)
        .await
    })?;
    let standing = |row: StandingRow| {
        Ok(Standing {
            id: SheetId(row.id),
            office: OfficeId(row.office_id),
            state: SheetState::from_code(&row.state)
                .ok_or_else(|| StoreError::corrupt("survey_sheet.state", &row.state))?,
            said_at: row.said_at,
        })
    };
    rows.into_iter().map(standing).collect()
}

/// The sheets an office ever had, the newest last.
pub async fn of_office(tx: &mut Tx, office: OfficeId) -> Result<Vec<StoredSheet>> {
    select(tx, "office_id", office.0).await
}

async fn select(tx: &mut Tx, column: &str, id: Uuid) -> Result<Vec<StoredSheet>> {
    let sql = format!("{COLUMNS} WHERE {column} = $1 ORDER BY id");
    let rows: Vec<Row> =
        each_backend!(tx, |conn| sqlx::query_as(AssertSqlSafe(sql)).bind(id).fetch_all(conn).await)?;
    rows.into_iter().map(Row::read).collect()
}

/// Makes the sheets of a wave in the order given.
pub async fn make(write: &mut Write, wave: WaveId, sheets: &[Sheet]) -> Result<()> {
    let audit = Audit {
        action: "make_sheets",
        entity: Entity::Sheet,
        id: Some(wave.0),
        before: None,
        after: Some(json!({ "wave": wave, "sheets": sheets.len() })),
    };
    let mut rows = Vec::with_capacity(sheets.len());
    for sheet in sheets {
        rows.push((sheet, to_json(&sheet.roster)?));
    }
    let mut pen = write.pen(Trace::of(vec![audit], vec![(Entity::Survey, wave.0)])).await?;
    insert_rows!(
        pen,
        "INSERT INTO survey_sheet (id, wave_id, office_id, code, roster, state, late) ",
        7,
        &rows,
        |row, (sheet, roster)| {
            row.push_bind(sheet.id.0)
                .push_bind(wave.0)
                .push_bind(sheet.office.0)
                .push_bind(sheet.code.as_str())
                .push_bind(roster)
                .push_bind(sheet.state.code())
                .push_bind(false);
        },
        ""
    );
    Ok(())
}

/// Removes the sheets of a wave nobody has opened, so that they can be made anew. The caller has seen that it is a draft.
pub async fn discard(write: &mut Write, wave: WaveId) -> Result<()> {
    let audit = Audit {
        action: "discard_sheets",
        entity: Entity::Sheet,
        id: Some(wave.0),
        before: None,
        after: Some(json!({ "wave": wave })),
    };
    let mut pen = write.pen(Trace::audit(audit)).await?;
    each_backend!(pen, |conn| sqlx::query(
        "DELETE FROM survey_sheet WHERE wave_id = $1 AND state = 'waiting'"
    )
    .bind(wave.0)
    .execute(conn)
    .await
    .map(|_| ()))?;
    Ok(())
}

/// Writes down that these sheets were reminded now.
pub async fn remind(write: &mut Write, wave: WaveId, sheets: &[SheetId]) -> Result<()> {
    let audit = Audit {
        action: "remind_sheets",
        entity: Entity::Sheet,
        id: Some(wave.0),
        before: None,
        after: Some(json!({ "wave": wave, "sheets": sheets.len() })),
    };
    let now = write.now();
    let mut pen = write.pen(Trace::audit(audit)).await?;
    for chunk in sheets.chunks(crate::bulk::KEYS) {
        each_backend!(pen, |conn| {
            let mut query = sqlx::QueryBuilder::<Db>::new("UPDATE survey_sheet SET reminded_at = ");
            query.push_bind(now).push(" WHERE id IN (");
            let mut list = query.separated(", ");
            for sheet in chunk {
                list.push_bind(sheet.0);
            }
            query.push(")");
            query.build().persistent(false).execute(conn).await?;
        });
    }
    Ok(())
}
