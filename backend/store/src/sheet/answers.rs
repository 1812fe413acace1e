//! What sheets answer: reports beside offices, and agencies the directory does not hold.

use super::{StoredSheet, Unlisted, by_code};
use crate::{
    backend::Tx,
    bulk::insert_rows,
    error::{Result, StoreError},
    write::{Audit, Entity, Trace, Write},
};
use hoshizu_catalog::{
    id::{OfficeId, SheetId, WaveId},
    survey::{SheetCode, SheetState, Way},
    tie::{Closeness, Frequency, Star, TieKinds},
};
use serde_json::json;
use time::OffsetDateTime;
use uuid::Uuid;

/// What is to be saved of one sheet. Saving it twice is saving it once.
#[derive(Debug, Clone, PartialEq)]
pub struct Change {
    /// Whose.
    pub code: SheetCode,
    /// How it came.
    pub way: Way,
    /// Offices with their ☆, or none where it was taken away. Offices not named keep theirs.
    pub rows: Vec<(OfficeId, Option<Star>)>,
    /// All agencies not listed, in their order; `None` leaves them.
    pub unlisted: Option<Vec<Unlisted>>,
    /// The state after it; `None`: begun, or finished when it was.
    pub state: Option<SheetState>,
    /// Whether the respondent agrees now.
    pub consents: bool,
    /// Whether the last day asked for is over.
    pub late: bool,
    /// When it was finished, where that is not now (a file from elsewhere).
    pub finished_at: Option<OffsetDateTime>,
}

/// What a save left.
#[derive(Debug, Clone, PartialEq)]
pub struct Saved {
    /// The sheet after it.
    pub sheet: StoredSheet,
}

/// Saves the answers of one sheet; `None` when there is no such sheet. [`SheetState::Withdrawn`] and
/// [`SheetState::Refused`] delete what was answered.
pub async fn save(write: &mut Write, change: &Change) -> Result<Option<Saved>> {
    let Some(stored) = by_code(write.tx(), &change.code).await? else { return Ok(None) };
    let state = change.state.unwrap_or(match stored.sheet.state {
        SheetState::Finished => SheetState::Finished,
        _ => SheetState::Begun,
    });
    let id = stored.sheet.id;
    let audit = Audit {
        action: if change.state.is_some() { state.code() } else { "save" },
        entity: Entity::Sheet,
        id: Some(id.0),
        before: None,
        after: Some(json!({ "way": change.way, "rows": change.rows.len() })),
    };
    // Followers of ties look again when answers count, not at every stroke.
    let touched = if change.state.is_some() || stored.sheet.state == SheetState::Finished {
        vec![(Entity::Survey, stored.sheet.wave.0)]
    } else {
        Vec::new()
    };
    let now = write.now();
    let mut pen = write.pen(Trace::of(vec![audit], touched)).await?;
    if matches!(state, SheetState::Withdrawn | SheetState::Refused) {
        clear(&mut pen, id).await?;
    } else {
        write_rows(&mut pen, id, &change.rows, now).await?;
        if let Some(unlisted) = &change.unlisted {
            write_unlisted(&mut pen, id, unlisted).await?;
        }
    }
    let finished_at = match state {
        SheetState::Finished => change.finished_at.or(stored.finished_at).or(Some(now)),
        _ => None,
    };
    let late = if state == SheetState::Finished { stored.late || change.late } else { stored.late };
    let consented_at = stored.consented_at.or(change.consents.then_some(now));
    each_backend!(pen, |conn| {
        sqlx::query(
        "UPDATE survey_sheet SET state = $2, way = $3, late = $4, consented_at = $5, changed_at = $6, finished_at = $7 \
         WHERE id = $1"
    )
    .bind(id.0)
    .bind(state.code())
    .bind(change.way.code())
    .bind(late)
    .bind(consented_at)
    .bind(now)
    .bind(finished_at)
    .execute(conn)
    .await
    .map(|_| ())
    })?;
    let mut sheet = stored;
    sheet.sheet.state = state;
    let sheet = StoredSheet {
        way: Some(change.way),
        late,
        consented_at,
        changed_at: Some(now),
        finished_at,
        ..sheet
    };
    Ok(Some(Saved { sheet }))
}

async fn clear(pen: &mut crate::write::Pen<'_>, sheet: SheetId) -> Result<()> {
    each_backend!(pen, |conn| sqlx::query("DELETE FROM report WHERE sheet_id = $1")
        .bind(sheet.0)
        .execute(conn)
        .await
        .map(|_| ()))?;
    clear_unlisted(pen, sheet).await
}

async fn clear_unlisted(pen: &mut crate::write::Pen<'_>, sheet: SheetId) -> Result<()> {
    each_backend!(pen, |conn| sqlx::query("DELETE FROM unlisted WHERE sheet_id = $1")
        .bind(sheet.0)
        .execute(conn)
        .await
        .map(|_| ()))?;
    Ok(())
}

async fn write_rows(
    pen: &mut crate::write::Pen<'_>,
    sheet: SheetId,
    rows: &[(OfficeId, Option<Star>)],
    now: OffsetDateTime,
) -> Result<()> {
    for (office, _) in rows.iter().filter(|(_, star)| star.is_none()) {
        each_backend!(pen, |conn| sqlx::query("DELETE FROM report WHERE sheet_id = $1 AND partner_id = $2")
            .bind(sheet.0)
            .bind(office.0)
            .execute(conn)
            .await
            .map(|_| ()))?;
    }
    let stars: Vec<(OfficeId, Star)> =
        rows.iter().filter_map(|(office, star)| star.map(|star| (*office, star))).collect();
    insert_rows!(
        pen,
        "INSERT INTO report (sheet_id, partner_id, kinds, closeness, frequency, changed_at) ",
        6,
        &stars,
        |row, (office, star)| {
            row.push_bind(sheet.0)
                .push_bind(office.0)
                .push_bind(i32::from(star.kinds.bits()))
                .push_bind(star.closeness.map(|closeness| i32::from(closeness.stage())))
                .push_bind(star.frequency.map(Frequency::code))
                .push_bind(now);
        },
        " ON CONFLICT (sheet_id, partner_id) DO UPDATE SET kinds = excluded.kinds, closeness = excluded.closeness, \
         frequency = excluded.frequency, changed_at = excluded.changed_at"
    );
    Ok(())
}

async fn write_unlisted(
    pen: &mut crate::write::Pen<'_>,
    sheet: SheetId,
    unlisted: &[Unlisted],
) -> Result<()> {
    clear_unlisted(pen, sheet).await?;
    let rows: Vec<(i32, &Unlisted)> = (0..).zip(unlisted).collect();
    insert_rows!(
        pen,
        "INSERT INTO unlisted (sheet_id, number, name, place, phone, kinds, closeness, frequency) ",
        8,
        &rows,
        |row, (number, agency)| {
            row.push_bind(sheet.0)
                .push_bind(*number)
                .push_bind(&agency.name)
                .push_bind(&agency.place)
                .push_bind(&agency.phone)
                .push_bind(i32::from(agency.star.kinds.bits()))
                .push_bind(agency.star.closeness.map(|closeness| i32::from(closeness.stage())))
                .push_bind(agency.star.frequency.map(Frequency::code));
        },
        ""
    );
    Ok(())
}

pub(crate) fn star(kinds: i32, closeness: Option<i32>, frequency: Option<&str>) -> Result<Star> {
    let corrupt = |what: &'static str, value: String| StoreError::corrupt(what, value);
    let stage = |stage: i32| {
        u8::try_from(stage)
            .ok()
            .and_then(Closeness::new)
            .ok_or_else(|| corrupt("closeness", stage.to_string()))
    };
    let band = |code: &str| Frequency::from_code(code).ok_or_else(|| corrupt("frequency", code.to_owned()));
    Ok(Star {
        kinds: TieKinds::from_bits(kinds as u8),
        closeness: closeness.map(stage).transpose()?,
        frequency: frequency.map(band).transpose()?,
    })
}

type ReportRow = (Uuid, Uuid, i32, Option<i32>, Option<String>);

/// The ☆ of one sheet, by office.
pub async fn reports_of_sheet(tx: &mut Tx, sheet: SheetId) -> Result<Vec<(OfficeId, Star)>> {
    let rows: Vec<ReportRow> = each_backend!(tx, |conn| {
        sqlx::query_as(
        "SELECT sheet_id, partner_id, kinds, closeness, frequency FROM report WHERE sheet_id = $1 ORDER BY partner_id"
    )
    .bind(sheet.0)
    .fetch_all(conn)
    .await
    })?;
    Ok(read(rows)?.into_iter().map(|(_, office, star)| (office, star)).collect())
}

/// Every ☆ of a wave, by sheet and office.
pub async fn reports_of_wave(tx: &mut Tx, wave: WaveId) -> Result<Vec<(SheetId, OfficeId, Star)>> {
    let rows: Vec<ReportRow> = each_backend!(tx, |conn| {
        sqlx::query_as(
        "SELECT report.sheet_id, report.partner_id, report.kinds, report.closeness, report.frequency FROM survey_sheet \
         JOIN report ON report.sheet_id = survey_sheet.id WHERE survey_sheet.wave_id = $1 \
         ORDER BY report.sheet_id, report.partner_id"
    )
    .bind(wave.0)
    .fetch_all(conn)
    .await
    })?;
    read(rows)
}

fn read(rows: Vec<ReportRow>) -> Result<Vec<(SheetId, OfficeId, Star)>> {
    rows.into_iter()
        .map(|(sheet, office, kinds, closeness, frequency)| {
            Ok((SheetId(sheet), OfficeId(office), star(kinds, closeness, frequency.as_deref())?))
        })
        .collect()
}

#[derive(sqlx::FromRow)]
struct UnlistedRow {
    sheet_id: Uuid,
    name: String,
    place: String,
    phone: String,
    kinds: i32,
    closeness: Option<i32>,
    frequency: Option<String>,
}

/// The agencies not listed of one sheet, in their order.
pub async fn unlisted(tx: &mut Tx, sheet: SheetId) -> Result<Vec<Unlisted>> {
    let rows: Vec<UnlistedRow> = each_backend!(tx, |conn| {
        sqlx::query_as(
        "SELECT sheet_id, name, place, phone, kinds, closeness, frequency FROM unlisted WHERE sheet_id = $1 ORDER BY number"
    )
    .bind(sheet.0)
    .fetch_all(conn)
    .await
    })?;
    Ok(agencies(rows)?.into_iter().map(|(_, agency)| agency).collect())
}

/// The agencies not listed of a whole wave, by sheet.
pub async fn unlisted_of_wave(tx: &mut Tx, wave: WaveId) -> Result<Vec<(SheetId, Unlisted)>> {
    let rows: Vec<UnlistedRow> = each_backend!(tx, |conn| {
        sqlx::query_as(
        "SELECT unlisted.sheet_id, unlisted.name, unlisted.place, unlisted.phone, unlisted.kinds, unlisted.closeness, \
         unlisted.frequency FROM survey_sheet JOIN unlisted ON unlisted.sheet_id = survey_sheet.id \
         WHERE survey_sheet.wave_id = $1 ORDER BY unlisted.sheet_id, unlisted.number"
    )
    .bind(wave.0)
    .fetch_all(conn)
    .await
    })?;
    agencies(rows)
}

fn agencies(rows: Vec<UnlistedRow>) -> Result<Vec<(SheetId, Unlisted)>> {
    rows.into_iter()
        .map(|row| {
            let star = star(row.kinds, row.closeness, row.frequency.as_deref())?;
            Ok((SheetId(row.sheet_id), Unlisted { name: row.name, place: row.place, phone: row.phone, star }))
        })
        .collect()
}
