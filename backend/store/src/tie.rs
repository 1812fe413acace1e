//! What is said of ties outside of sheets: the one question to the partner of a one-sided ☆, and ☆ set between surveys.

use crate::{
    backend::Tx,
    error::{Result, StoreError},
    sheet::star,
    survey::day,
    write::{Audit, Entity, Trace, Write},
};
use hoshizu_catalog::{
    day::Day,
    id::{OfficeId, StatementId, WaveId},
    tie::{Frequency, Star},
};
use serde_json::json;
use sqlx::AssertSqlSafe;
use uuid::Uuid;

/// What the partner of a one-sided ☆ says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Answer {
    /// はい.
    Yes,
    /// いいえ.
    No,
    /// 担当が違う: somebody else of the agency would know.
    Elsewhere,
}

impl Answer {
    /// The identifier used in the API and in the database.
    pub fn code(self) -> &'static str {
        match self {
            Self::Yes => "yes",
            Self::No => "no",
            Self::Elsewhere => "elsewhere",
        }
    }

    /// The answer with this identifier.
    pub fn from_code(code: &str) -> Option<Self> {
        [Self::Yes, Self::No, Self::Elsewhere].into_iter().find(|answer| answer.code() == code)
    }
}

/// A question answered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Answered {
    /// Who set the ☆.
    pub reporter: OfficeId,
    /// Beside whom: who was asked.
    pub partner: OfficeId,
    /// What was said.
    pub answer: Answer,
}

fn answer_of(code: &str) -> Result<Answer> {
    Answer::from_code(code).ok_or_else(|| StoreError::corrupt("answer", code))
}

/// The questions of a wave that were answered.
pub async fn answers(tx: &mut Tx, wave: WaveId) -> Result<Vec<Answered>> {
    let rows: Vec<(Uuid, Uuid, String)> = each_backend!(tx, |conn| {
        sqlx::query_as(
        "SELECT reporter_id, partner_id, answer FROM tie_question WHERE wave_id = $1 ORDER BY reporter_id, partner_id"
    )
    .bind(wave.0)
    .fetch_all(conn)
    .await
    })?;
    rows.into_iter()
        .map(|(reporter, partner, answer)| {
            Ok(Answered {
                reporter: OfficeId(reporter),
                partner: OfficeId(partner),
                answer: answer_of(&answer)?,
            })
        })
        .collect()
}

/// Keeps the answer to a question; `false` when it was answered before: it is asked once.
pub async fn answer(write: &mut Write, wave: WaveId, answered: Answered) -> Result<bool> {
    let audit = Audit {
        action: "answer_question",
        entity: Entity::Tie,
        id: Some(answered.partner.0),
        before: None,
        after: Some(json!({ "wave": wave })),
    };
    let now = write.now();
    let mut pen = write.pen(Trace::of(vec![audit], vec![(Entity::Survey, wave.0)])).await?;
    let rows = each_backend!(pen, |conn| {
        sqlx::query(
        "INSERT INTO tie_question (wave_id, reporter_id, partner_id, answer, answered_at) VALUES ($1, $2, $3, $4, $5) \
         ON CONFLICT DO NOTHING"
    )
    .bind(wave.0)
    .bind(answered.reporter.0)
    .bind(answered.partner.0)
    .bind(answered.answer.code())
    .bind(now)
    .execute(conn)
    .await?
    .rows_affected()
    });
    Ok(rows == 1)
}

/// A ☆ set between surveys.
#[derive(Debug, Clone, PartialEq)]
pub struct Statement {
    /// Identity.
    pub id: StatementId,
    /// Who says it.
    pub office: OfficeId,
    /// Of whom.
    pub partner: OfficeId,
    /// What.
    pub star: Star,
    /// Since when.
    pub stated_on: Day,
    /// Until when, once its office has taken it back.
    pub ended_on: Option<Day>,
    /// What the partner says of it, and when.
    pub answer: Option<(Answer, Day)>,
}

#[derive(sqlx::FromRow)]
struct Row {
    id: Uuid,
    office_id: Uuid,
    partner_id: Uuid,
    kinds: i32,
    closeness: Option<i32>,
    frequency: Option<String>,
    stated_on: String,
    ended_on: Option<String>,
    answer: Option<String>,
    answered_on: Option<String>,
}

const COLUMNS: &str = "SELECT id, office_id, partner_id, kinds, closeness, frequency, stated_on, ended_on, answer, \
    answered_on FROM tie_statement";

impl Row {
    fn read(self) -> Result<Statement> {
        let answer = match self.answer.as_deref().zip(self.answered_on.as_deref()) {
            Some((code, on)) => Some((answer_of(code)?, day("tie_statement.answered_on", on)?)),
            None => None,
        };
        let ended_on = self.ended_on.as_deref().map(|on| day("tie_statement.ended_on", on)).transpose()?;
        Ok(Statement {
            id: StatementId(self.id),
            office: OfficeId(self.office_id),
            partner: OfficeId(self.partner_id),
            star: star(self.kinds, self.closeness, self.frequency.as_deref())?,
            stated_on: day("tie_statement.stated_on", &self.stated_on)?,
            ended_on,
            answer,
        })
    }
}

/// Every statement, oldest first.
pub async fn statements(tx: &mut Tx) -> Result<Vec<Statement>> {
    let sql = format!("{COLUMNS} ORDER BY id");
    let rows: Vec<Row> = each_backend!(tx, |conn| sqlx::query_as(AssertSqlSafe(sql)).fetch_all(conn).await)?;
    rows.into_iter().map(Row::read).collect()
}

/// The statements an office makes or is named in, oldest first.
pub async fn statements_of(tx: &mut Tx, office: OfficeId) -> Result<Vec<Statement>> {
    let sql = format!("{COLUMNS} WHERE office_id = $1 OR partner_id = $1 ORDER BY id");
    let rows: Vec<Row> =
        each_backend!(tx, |conn| sqlx::query_as(AssertSqlSafe(sql)).bind(office.0).fetch_all(conn).await)?;
    rows.into_iter().map(Row::read).collect()
}

/// One statement.
pub async fn statement(tx: &mut Tx, id: StatementId) -> Result<Option<Statement>> {
    let sql = format!("{COLUMNS} WHERE id = $1");
    let row: Option<Row> =
        each_backend!(tx, |conn| sqlx::query_as(AssertSqlSafe(sql)).bind(id.0).fetch_optional(conn).await)?;
    row.map(Row::read).transpose()
}

/// Writes a statement, over the one of the same id. The audit names its office and not the partner.
pub async fn state(write: &mut Write, action: &'static str, statement: &Statement) -> Result<()> {
    let audit = Audit {
        action,
        entity: Entity::Tie,
        id: Some(statement.office.0),
        before: None,
        after: Some(json!({ "statement": statement.id })),
    };
    let actor = write.actor().to_owned();
    let mut pen = write.pen(Trace::of(vec![audit], vec![(Entity::Tie, statement.id.0)])).await?;
    let (answer, answered_on) = statement.answer.map(|(answer, on)| (answer.code(), on.to_string())).unzip();
    each_backend!(pen, |conn| {
        sqlx::query(
        "INSERT INTO tie_statement (id, office_id, partner_id, kinds, closeness, frequency, stated_on, stated_by, \
         ended_on, answer, answered_on) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) ON CONFLICT (id) DO UPDATE \
         SET kinds = excluded.kinds, closeness = excluded.closeness, frequency = excluded.frequency, \
         ended_on = excluded.ended_on, answer = excluded.answer, answered_on = excluded.answered_on"
    )
    .bind(statement.id.0)
    .bind(statement.office.0)
    .bind(statement.partner.0)
    .bind(i32::from(statement.star.kinds.bits()))
    .bind(statement.star.closeness.map(|closeness| i32::from(closeness.stage())))
    .bind(statement.star.frequency.map(Frequency::code))
    .bind(statement.stated_on.to_string())
    .bind(actor)
    .bind(statement.ended_on.map(|on| on.to_string()))
    .bind(answer)
    .bind(answered_on)
    .execute(conn)
    .await
    .map(|_| ())
    })?;
    Ok(())
}
