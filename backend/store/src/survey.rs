//! ☆調査 and its waves. A wave keeps the design it was made with: a later change of the survey alters no wave.

use crate::{
    backend::Tx,
    codec::{from_json, to_json},
    error::{Result, StoreError},
    write::{Audit, Entity, Trace, Write},
};
use hoshizu_catalog::{
    day::Day,
    id::{SurveyId, WaveId},
    survey::{Design, Survey, Wave, WaveState},
};
use serde_json::{Value, json};
use sqlx::AssertSqlSafe;
use uuid::Uuid;

/// A wave with what it asks.
#[derive(Debug, Clone, PartialEq)]
pub struct StoredWave {
    /// The wave.
    pub wave: Wave,
    /// What its survey was when it was made.
    pub design: Design,
}

#[derive(sqlx::FromRow)]
struct WaveRow {
    id: Uuid,
    survey_id: Uuid,
    number: i32,
    opens_on: String,
    closes_on: String,
    state: String,
    design: String,
}

const WAVE_COLUMNS: &str = "SELECT id, survey_id, number, opens_on, closes_on, state, design FROM wave";

pub(crate) fn day(what: &'static str, text: &str) -> Result<Day> {
    Day::parse(text).ok_or_else(|| StoreError::corrupt(what, text))
}

impl WaveRow {
    fn read(self) -> Result<StoredWave> {
        let wave = Wave {
            id: WaveId(self.id),
            survey: SurveyId(self.survey_id),
            number: self.number.cast_unsigned(),
            opens_on: day("wave.opens_on", &self.opens_on)?,
            closes_on: day("wave.closes_on", &self.closes_on)?,
            state: WaveState::from_code(&self.state)
                .ok_or_else(|| StoreError::corrupt("wave.state", &self.state))?,
        };
        Ok(StoredWave { wave, design: from_json("wave.design", &self.design)? })
    }
}

/// Every survey, oldest first.
pub async fn list(tx: &mut Tx) -> Result<Vec<Survey>> {
    let rows: Vec<(Uuid, String)> =
        each_backend!(tx, |conn| sqlx::query_as("SELECT id, design FROM survey ORDER BY id")
            .fetch_all(conn)
            .await)?;
    let read = |(id, design): (Uuid, String)| {
        Ok(Survey { id: SurveyId(id), design: from_json("survey.design", &design)? })
    };
    rows.into_iter().map(read).collect()
}

/// One survey.
pub async fn find(tx: &mut Tx, id: SurveyId) -> Result<Option<Survey>> {
    let design: Option<String> =
        each_backend!(tx, |conn| sqlx::query_scalar("SELECT design FROM survey WHERE id = $1")
            .bind(id.0)
            .fetch_optional(conn)
            .await)?;
    design.map(|text| Ok(Survey { id, design: from_json("survey.design", &text)? })).transpose()
}

/// Writes a survey, over the one of the same id.
pub async fn save(write: &mut Write, survey: &Survey) -> Result<()> {
    let before = find(write.tx(), survey.id).await?;
    let action = if before.is_some() { "change" } else { "create" };
    let before = before.map(|survey| value(&survey.design)).transpose()?;
    let audit = line(action, survey.id, before, Some(value(&survey.design)?));
    let design = to_json(&survey.design)?;
    let (actor, at) = (write.actor().to_owned(), write.now());
    let mut pen = write.pen(Trace::of(vec![audit], vec![(Entity::Survey, survey.id.0)])).await?;
    each_backend!(pen, |conn| sqlx::query(
        "INSERT INTO survey (id, area, design, created_at, created_by) VALUES ($1, $2, $3, $4, $5) \
         ON CONFLICT (id) DO UPDATE SET area = excluded.area, design = excluded.design"
    )
    .bind(survey.id.0)
    .bind(&survey.design.area)
    .bind(design)
    .bind(at)
    .bind(actor)
    .execute(conn)
    .await
    .map(|_| ()))?;
    Ok(())
}

fn value<T: serde::Serialize>(value: &T) -> Result<Value> {
    serde_json::to_value(value).map_err(|error| StoreError::corrupt("survey", error))
}

fn line(action: &'static str, id: SurveyId, before: Option<Value>, after: Option<Value>) -> Audit {
    Audit { action, entity: Entity::Survey, id: Some(id.0), before, after }
}

/// The waves of a survey, or all of them: by survey, then number.
pub async fn waves(tx: &mut Tx, survey: Option<SurveyId>) -> Result<Vec<StoredWave>> {
    let rows: Vec<WaveRow> = each_backend!(tx, |conn| {
        let mut query = sqlx::QueryBuilder::<Db>::new(WAVE_COLUMNS);
        if let Some(survey) = survey {
            query.push(" WHERE survey_id = ").push_bind(survey.0);
        }
        query.push(" ORDER BY survey_id, number");
        query.build_query_as().fetch_all(conn).await?
    });
    rows.into_iter().map(WaveRow::read).collect()
}

/// One wave.
pub async fn wave(tx: &mut Tx, id: WaveId) -> Result<Option<StoredWave>> {
    let sql = format!("{WAVE_COLUMNS} WHERE id = $1");
    let row: Option<WaveRow> =
        each_backend!(tx, |conn| sqlx::query_as(AssertSqlSafe(sql)).bind(id.0).fetch_optional(conn).await)?;
    row.map(WaveRow::read).transpose()
}

/// Writes a wave, over the one of the same id. A number the survey has already is an error
/// ([`StoreError::is_unique_violation`]).
pub async fn save_wave(write: &mut Write, stored: &StoredWave) -> Result<()> {
    let before = wave(write.tx(), stored.wave.id).await?;
    let action = if before.is_some() { "change_wave" } else { "create_wave" };
    let told = |wave: &Wave| {
        json!({ "wave": wave.id, "number": wave.number, "opens_on": wave.opens_on,
            "closes_on": wave.closes_on, "state": wave.state })
    };
    let before = before.map(|before| told(&before.wave));
    let audit = line(action, stored.wave.survey, before, Some(told(&stored.wave)));
    let design = to_json(&stored.design)?;
    let wave = &stored.wave;
    let mut pen = write.pen(Trace::of(vec![audit], vec![(Entity::Survey, wave.survey.0)])).await?;
    each_backend!(pen, |conn| sqlx::query(
        "INSERT INTO wave (id, survey_id, number, opens_on, closes_on, state, design) \
         VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT (id) DO UPDATE SET opens_on = excluded.opens_on, \
         closes_on = excluded.closes_on, state = excluded.state, design = excluded.design"
    )
    .bind(wave.id.0)
    .bind(wave.survey.0)
    .bind(wave.number.cast_signed())
    .bind(wave.opens_on.to_string())
    .bind(wave.closes_on.to_string())
    .bind(wave.state.code())
    .bind(design)
    .execute(conn)
    .await
    .map(|_| ()))?;
    Ok(())
}
