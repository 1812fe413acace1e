//! 会議体: who sits in it, on which seat, and when it met.

use crate::{
    backend::Tx,
    bulk::insert_rows,
    codec::{from_json, to_json},
    error::{Result, StoreError},
    survey::day,
    write::{Audit, Entity, Trace, Write},
};
use hoshizu_catalog::{
    forum::{Forum, Member},
    id::{ForumId, OfficeId},
};
use serde_json::Value;
use std::collections::HashMap;
use uuid::Uuid;

#[derive(sqlx::FromRow)]
struct Row {
    id: Uuid,
    area: String,
    kind: String,
    name: String,
    note: String,
    seats: String,
    meetings: String,
}

#[derive(sqlx::FromRow)]
struct MemberRow {
    forum_id: Uuid,
    seat: String,
    office_id: Option<Uuid>,
    name: String,
    since: Option<String>,
    until: Option<String>,
}

/// Every forum, by area and name.
pub async fn list(tx: &mut Tx) -> Result<Vec<Forum>> {
    let rows: Vec<Row> = each_backend!(tx, |conn| sqlx::query_as(
        "SELECT id, area, kind, name, note, seats, meetings FROM forum ORDER BY area, name"
    )
    .fetch_all(conn)
    .await)?;
    let members: Vec<MemberRow> = each_backend!(tx, |conn| sqlx::query_as(
        "SELECT forum_id, seat, office_id, name, since, until FROM forum_member ORDER BY forum_id, number"
    )
    .fetch_all(conn)
    .await)?;
    let mut by_forum: HashMap<Uuid, Vec<Member>> = HashMap::new();
    for row in members {
        let when = |text: Option<String>| text.map(|text| day("forum_member", &text)).transpose();
        by_forum.entry(row.forum_id).or_default().push(Member {
            seat: row.seat,
            office: row.office_id.map(OfficeId),
            name: row.name,
            since: when(row.since)?,
            until: when(row.until)?,
        });
    }
    rows.into_iter()
        .map(|row| {
            Ok(Forum {
                members: by_forum.remove(&row.id).unwrap_or_default(),
                seats: from_json("forum.seats", &row.seats)?,
                meetings: from_json("forum.meetings", &row.meetings)?,
                id: ForumId(row.id),
                area: row.area,
                kind: row.kind,
                name: row.name,
                note: row.note,
            })
        })
        .collect()
}

/// One forum.
pub async fn find(tx: &mut Tx, id: ForumId) -> Result<Option<Forum>> {
    Ok(list(tx).await?.into_iter().find(|forum| forum.id == id))
}

fn line(action: &'static str, id: ForumId, before: Option<&Forum>, after: Option<&Forum>) -> Result<Audit> {
    let told = |forum: Option<&Forum>| -> Result<Option<Value>> {
        let value = |forum| serde_json::to_value(forum).map_err(|error| StoreError::corrupt("forum", error));
        forum.map(value).transpose()
    };
    Ok(Audit { action, entity: Entity::Forum, id: Some(id.0), before: told(before)?, after: told(after)? })
}

/// Writes a forum with all its members, over the one of the same id. A name the area has already is an error
/// ([`StoreError::is_unique_violation`]).
pub async fn save(write: &mut Write, forum: &Forum) -> Result<()> {
    let before = find(write.tx(), forum.id).await?;
    let action = if before.is_some() { "change" } else { "create" };
    let audit = line(action, forum.id, before.as_ref(), Some(forum))?;
    let (seats, meetings) = (to_json(&forum.seats)?, to_json(&forum.meetings)?);
    let now = write.now();
    let mut pen = write.pen(Trace::of(vec![audit], vec![(Entity::Forum, forum.id.0)])).await?;
    each_backend!(pen, |conn| sqlx::query(
        "INSERT INTO forum (id, area, kind, name, note, seats, meetings, written_at) \
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT (id) DO UPDATE SET area = excluded.area, \
         kind = excluded.kind, name = excluded.name, note = excluded.note, seats = excluded.seats, \
         meetings = excluded.meetings, written_at = excluded.written_at"
    )
    .bind(forum.id.0)
    .bind(&forum.area)
    .bind(&forum.kind)
    .bind(&forum.name)
    .bind(&forum.note)
    .bind(seats)
    .bind(meetings)
    .bind(now)
    .execute(conn)
    .await
    .map(|_| ()))?;
    clear(&mut pen, forum.id).await?;
    let rows: Vec<(i32, &Member)> = (0..).zip(&forum.members).collect();
    insert_rows!(
        pen,
        "INSERT INTO forum_member (forum_id, number, seat, office_id, name, since, until) ",
        7,
        &rows,
        |row, (number, member)| {
            row.push_bind(forum.id.0)
                .push_bind(*number)
                .push_bind(&member.seat)
                .push_bind(member.office.map(|office| office.0))
                .push_bind(&member.name)
                .push_bind(member.since.map(|on| on.to_string()))
                .push_bind(member.until.map(|on| on.to_string()));
        },
        ""
    );
    Ok(())
}

async fn clear(pen: &mut crate::write::Pen<'_>, id: ForumId) -> Result<()> {
    each_backend!(pen, |conn| sqlx::query("DELETE FROM forum_member WHERE forum_id = $1")
        .bind(id.0)
        .execute(conn)
        .await
        .map(|_| ()))?;
    Ok(())
}

/// Removes a forum; `false` when there was none.
pub async fn remove(write: &mut Write, id: ForumId) -> Result<bool> {
    let Some(forum) = find(write.tx(), id).await? else { return Ok(false) };
    let audit = line("remove", id, Some(&forum), None)?;
    let mut pen = write.pen(Trace::of(vec![audit], vec![(Entity::Forum, id.0)])).await?;
    clear(&mut pen, id).await?;
    each_backend!(pen, |conn| sqlx::query("DELETE FROM forum WHERE id = $1")
        .bind(id.0)
        .execute(conn)
        .await
        .map(|_| ()))?;
    Ok(true)
}
