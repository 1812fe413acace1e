//! Lists of offices somebody keeps for their work, in an order of their own, with notes.

use crate::{
    backend::Tx,
    bulk::insert_rows,
    error::Result,
    write::{Audit, Entity, Trace, Write},
};
use hoshizu_catalog::id::{AccountId, OfficeId, OfficeListId};
use serde_json::{Value, json};
use time::OffsetDateTime;
use uuid::Uuid;

/// A list somebody keeps.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OfficeList {
    /// Identity.
    pub id: OfficeListId,
    /// Whose.
    pub account: AccountId,
    /// What they call it.
    pub name: String,
    /// What it is for.
    pub note: String,
    /// How many offices stand in it.
    pub offices: u64,
    /// When it was changed last.
    pub changed_at: OffsetDateTime,
}

/// An office in a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// The office.
    pub office: OfficeId,
    /// What its keeper notes about it.
    pub note: String,
}

#[derive(sqlx::FromRow)]
struct Row {
    id: Uuid,
    account_id: Uuid,
    name: String,
    note: String,
    offices: i64,
    changed_at: OffsetDateTime,
}

impl From<Row> for OfficeList {
    fn from(row: Row) -> Self {
        Self {
            id: OfficeListId(row.id),
            account: AccountId(row.account_id),
            name: row.name,
            note: row.note,
            offices: row.offices.cast_unsigned(),
            changed_at: row.changed_at,
        }
    }
}

/// The lists of an account, oldest first.
pub async fn of_account(tx: &mut Tx, account: AccountId) -> Result<Vec<OfficeList>> {
    let rows: Vec<Row> = each_backend!(tx, |conn| {
        sqlx::query_as(
            "SELECT id, account_id, name, note, changed_at, \
             (SELECT count(*) FROM office_list_entry WHERE list_id = office_list.id) AS offices \
             FROM office_list WHERE account_id = $1 ORDER BY id",
        )
        .bind(account.0)
        .fetch_all(conn)
        .await
    })?;
    Ok(rows.into_iter().map(OfficeList::from).collect())
}

/// One list of an account; `None` also when it is somebody else's.
pub async fn find(tx: &mut Tx, account: AccountId, id: OfficeListId) -> Result<Option<OfficeList>> {
    Ok(of_account(tx, account).await?.into_iter().find(|list| list.id == id))
}

/// The offices of a list in their order.
pub async fn entries(tx: &mut Tx, id: OfficeListId) -> Result<Vec<Entry>> {
    let rows: Vec<(Uuid, String)> = each_backend!(tx, |conn| sqlx::query_as(
        "SELECT office_id, note FROM office_list_entry WHERE list_id = $1 ORDER BY place, office_id"
    )
    .bind(id.0)
    .fetch_all(conn)
    .await)?;
    Ok(rows.into_iter().map(|(office, note)| Entry { office: OfficeId(office), note }).collect())
}

/// Makes an empty list.
pub async fn create(write: &mut Write, account: AccountId, name: &str, note: &str) -> Result<OfficeListId> {
    let (id, at) = (OfficeListId(write.next_id()), write.now());
    let mut pen = write.pen(Trace::audit(line("create", id, None, Some(json!({ "name": name }))))).await?;
    each_backend!(pen, |conn| {
        sqlx::query(
            "INSERT INTO office_list (id, account_id, name, note, created_at, changed_at) \
             VALUES ($1, $2, $3, $4, $5, $5)",
        )
        .bind(id.0)
        .bind(account.0)
        .bind(name)
        .bind(note)
        .bind(at)
        .execute(conn)
        .await
        .map(|_| ())
    })?;
    Ok(id)
}

/// Replaces name, note and offices of a list.
pub async fn replace(
    write: &mut Write,
    list: &OfficeList,
    name: &str,
    note: &str,
    offices: &[Entry],
) -> Result<()> {
    let at = write.now();
    let before = json!({ "name": list.name, "offices": list.offices });
    let after = json!({ "name": name, "offices": offices.len() });
    let mut pen = write.pen(Trace::audit(line("replace", list.id, Some(before), Some(after)))).await?;
    each_backend!(pen, |conn| {
        sqlx::query("UPDATE office_list SET name = $2, note = $3, changed_at = $4 WHERE id = $1")
            .bind(list.id.0)
            .bind(name)
            .bind(note)
            .bind(at)
            .execute(conn)
            .await
            .map(|_| ())
    })?;
    each_backend!(pen, |conn| sqlx::query("DELETE FROM office_list_entry WHERE list_id = $1")
        .bind(list.id.0)
        .execute(conn)
        .await
        .map(|_| ()))?;
    let rows: Vec<(&Entry, i32)> = offices.iter().zip(0..).collect();
    insert_rows!(
        pen,
        "INSERT INTO office_list_entry (list_id, office_id, place, note) ",
        4,
        &rows,
        |row, (entry, place)| {
            row.push_bind(list.id.0).push_bind(entry.office.0).push_bind(*place).push_bind(&entry.note);
        },
        ""
    );
    Ok(())
}

/// Drops a list with its entries.
pub async fn remove(write: &mut Write, list: &OfficeList) -> Result<()> {
    let before = json!({ "name": list.name, "offices": list.offices });
    let mut pen = write.pen(Trace::audit(line("remove", list.id, Some(before), None))).await?;
    each_backend!(pen, |conn| sqlx::query("DELETE FROM office_list_entry WHERE list_id = $1")
        .bind(list.id.0)
        .execute(conn)
        .await
        .map(|_| ()))?;
    each_backend!(pen, |conn| sqlx::query("DELETE FROM office_list WHERE id = $1")
        .bind(list.id.0)
        .execute(conn)
        .await
        .map(|_| ()))?;
    Ok(())
}

fn line(action: &'static str, id: OfficeListId, before: Option<Value>, after: Option<Value>) -> Audit {
    Audit { action, entity: Entity::OfficeList, id: Some(id.0), before, after }
}
