//! What stewards decide, each with what takes it back. Undoing restores exactly what was, or refuses and says what has
//! changed since.

use crate::{
    backend::Tx,
    bulk::select_in,
    codec::{from_json, to_json},
    correction, entry,
    error::{Result, StoreError},
    holders::{self, Rows},
    pin, recompose, review,
    write::{Audit, Entity, Trace, Write},
};
use hoshizu_catalog::{
    day::Day,
    entry::Entry,
    id::{DecisionId, OfficeId, ReviewItemId},
};
use serde::{Deserialize, Serialize};
use serde_json::json;
use time::OffsetDateTime;
use uuid::Uuid;

/// A decision as lists show it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decision {
    /// Identity.
    pub id: DecisionId,
    /// The question it answered.
    pub item: Option<ReviewItemId>,
    /// `merge`, `split`, `accept`, `reject`, `different`, `keep`, `official`, `restore`.
    pub action: String,
    /// The offices it touched.
    pub offices: Vec<OfficeId>,
    /// In whose name.
    pub by: String,
    /// When.
    pub at: OffsetDateTime,
    /// When it was taken back.
    pub undone_at: Option<OffsetDateTime>,
}

/// What undoing came to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Undone {
    /// Everything is as it was before the decision.
    Done(Decision),
    /// Nothing was changed: this has changed since (`service`, `correction.phone`, `review_item`, …).
    Changed(Vec<String>),
    /// It was taken back before.
    Already,
}

/// A review item by what a decision changes of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct ItemState {
    pub id: ReviewItemId,
    pub state: String,
    pub offices: Vec<OfficeId>,
}

/// What takes a decision back.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub(crate) struct Inverse {
    /// Fields whose corrections were kept, when not everything was.
    pub fields: Vec<String>,
    /// Whether the entry was kept with them.
    #[serde(default)]
    pub entry: bool,
    pub before: Rows,
    pub after: Rows,
    pub items_before: Vec<ItemState>,
    pub items_after: Vec<ItemState>,
}

#[derive(sqlx::FromRow)]
struct DecisionRow {
    id: Uuid,
    item_id: Option<Uuid>,
    action: String,
    offices: String,
    decided_by: String,
    decided_at: OffsetDateTime,
    undone_at: Option<OffsetDateTime>,
}

impl DecisionRow {
    fn read(self) -> Result<Decision> {
        Ok(Decision {
            id: DecisionId(self.id),
            item: self.item_id.map(ReviewItemId),
            action: self.action,
            offices: from_json("decision.offices", &self.offices)?,
            by: self.decided_by,
            at: self.decided_at,
            undone_at: self.undone_at,
        })
    }
}

const COLUMNS: &str = "SELECT id, item_id, action, offices, decided_by, decided_at, undone_at FROM decision";

/// One decision.
pub async fn find(tx: &mut Tx, id: DecisionId) -> Result<Option<Decision>> {
    let ids = [id.0];
    let head = format!("{COLUMNS} WHERE id IN");
    let rows = select_in!(tx, DecisionRow, head.as_str(), ids, "");
    rows.into_iter().next().map(DecisionRow::read).transpose()
}

/// The newest decisions first, of one person or of everybody.
pub async fn latest(tx: &mut Tx, by: Option<&str>, limit: u32) -> Result<Vec<Decision>> {
    let rows: Vec<DecisionRow> = each_backend!(tx, |conn| {
        let mut query = sqlx::QueryBuilder::<Db>::new(COLUMNS);
        if let Some(by) = by {
            query.push(" WHERE decided_by = ").push_bind(by.to_owned());
        }
        query.push(" ORDER BY id DESC LIMIT ").push_bind(i64::from(limit));
        query.build_query_as().fetch_all(conn).await?
    });
    rows.into_iter().map(DecisionRow::read).collect()
}

/// Keeps what was decided.
pub(crate) async fn record(
    write: &mut Write,
    item: Option<ReviewItemId>,
    action: &'static str,
    offices: &[OfficeId],
    inverse: &Inverse,
) -> Result<DecisionId> {
    let (id, actor, at) = (DecisionId(write.next_id()), write.actor().to_owned(), write.now());
    let (offices, inverse) = (to_json(&offices)?, to_json(inverse)?);
    let mut pen = write.pen(Trace::part_of_another()).await?;
    each_backend!(pen, |conn| {
        sqlx::query(
            "INSERT INTO decision (id, item_id, action, offices, inverse, decided_by, decided_at) \
             VALUES ($1, $2, $3, $4, $5, $6, $7)",
        )
        .bind(id.0)
        .bind(item.map(|item| item.0))
        .bind(action)
        .bind(&offices)
        .bind(&inverse)
        .bind(actor)
        .bind(at)
        .execute(conn)
        .await
        .map(|_| ())
    })?;
    Ok(id)
}

/// Answers an item without changing an office. `different` also says that the two offices are two.
pub async fn answer(write: &mut Write, item: ReviewItemId, action: &'static str) -> Result<DecisionId> {
    let found = review::find(write.tx(), item).await?.ok_or(StoreError::NotFound("review item"))?;
    let mut inverse = Inverse::default();
    let parts = action == "different";
    if parts {
        inverse.before = pairs_of(write.tx(), &found.offices).await?;
    }
    if !review::decide(write, item, action).await? {
        return Err(StoreError::NotOpen);
    }
    if let (true, [a, b]) = (parts, &found.offices[..]) {
        let mut pen = write.pen(Trace::part_of_another()).await?;
        pin::part(&mut pen, *a, *b).await?;
        inverse.after = pairs_of(write.tx(), &found.offices).await?;
    }
    record(write, Some(item), action, &found.offices, &inverse).await
}

async fn pairs_of(tx: &mut Tx, offices: &[OfficeId]) -> Result<Rows> {
    Ok(holders::kept(tx, offices).await?.only(|table, row| {
        let among = |column: &str| {
            let id = row.get(column).cloned().flatten().and_then(|text| text.parse().ok());
            id.is_some_and(|id: Uuid| offices.contains(&OfficeId(id)))
        };
        table == "office_distinct" && among("office_id") && among("other_id")
    }))
}

/// What a decision writes of an office.
#[derive(Debug, Clone, Default)]
pub struct Writing<'a> {
    /// Fields set by hand, or with `None` taken back to what the sources say.
    pub values: &'a [(String, Option<String>)],
    /// Why, for the corrections.
    pub note: Option<&'a str>,
    /// The entry to be put back.
    pub entry: Option<&'a Entry>,
    /// The day since when the office is closed.
    pub closed_on: Option<Day>,
}

/// Sets fields of an office by hand, or takes corrections back (`None`), as one decision. Answers the item, if any.
pub async fn correct(
    write: &mut Write,
    item: Option<ReviewItemId>,
    action: &'static str,
    office: OfficeId,
    values: &[(String, Option<String>)],
    note: Option<&str>,
) -> Result<DecisionId> {
    carry_out(write, item, action, office, &Writing { values, note, ..Writing::default() }).await
}

/// Writes corrections and entry of an office as one decision. Answers the item, if any.
pub async fn carry_out(
    write: &mut Write,
    item: Option<ReviewItemId>,
    action: &'static str,
    office: OfficeId,
    writing: &Writing<'_>,
) -> Result<DecisionId> {
    let fields: Vec<String> = writing.values.iter().map(|(field, _)| field.clone()).collect();
    let with_entry = writing.entry.is_some() || writing.closed_on.is_some();
    let before = parts_of(write.tx(), office, &fields, with_entry).await?;
    if let Some(item) = item
        && !review::decide(write, item, action).await?
    {
        return Err(StoreError::NotOpen);
    }
    let stored = correction::of_office(write.tx(), office).await?;
    for (field, value) in writing.values {
        match value {
            Some(value) => {
                correction::add(write, office, field, value, writing.note).await?;
            }
            None => {
                if let Some((id, _)) = stored.iter().find(|(_, correction)| correction.field == *field) {
                    correction::remove(write, *id).await?;
                }
            }
        }
    }
    if let Some(entry) = writing.entry {
        entry::put_back(write, office, entry).await?;
    }
    if let Some(day) = writing.closed_on {
        entry::set_closed(write, office, Some(day)).await?;
    }
    let after = parts_of(write.tx(), office, &fields, with_entry).await?;
    let inverse = Inverse { fields, entry: with_entry, before, after, ..Inverse::default() };
    record(write, item, action, &[office], &inverse).await
}

/// The corrections of some fields, and the entry.
async fn parts_of(tx: &mut Tx, office: OfficeId, fields: &[String], entry: bool) -> Result<Rows> {
    Ok(holders::kept(tx, &[office]).await?.only(|table, row| match table {
        "correction" => row.get("field").and_then(Option::as_ref).is_some_and(|field| fields.contains(field)),
        "entry" => entry,
        _ => false,
    }))
}

/// Takes a decision back.
pub async fn undo(write: &mut Write, id: DecisionId) -> Result<Undone> {
    let decision = find(write.tx(), id).await?.ok_or(StoreError::NotFound("decision"))?;
    if decision.undone_at.is_some() {
        return Ok(Undone::Already);
    }
    let text: String =
        each_backend!(write.tx(), |conn| sqlx::query_scalar("SELECT inverse FROM decision WHERE id = $1")
            .bind(id.0)
            .fetch_one(conn)
            .await)?;
    let inverse: Inverse = from_json("decision.inverse", &text)?;
    let changed = changed_since(write.tx(), &decision, &inverse).await?;
    if !changed.is_empty() {
        return Ok(Undone::Changed(changed));
    }
    let audit = Audit {
        action: "undo",
        entity: Entity::Review,
        id: decision.item.map_or(Some(id.0), |item| Some(item.0)),
        before: Some(json!({ "decision": id, "action": decision.action, "offices": decision.offices })),
        after: None,
    };
    let touched = decision.offices.iter().map(|office| (Entity::Office, office.0)).collect();
    let entries = entry::many(write.tx(), &decision.offices).await?;
    let (actor, at) = (write.actor().to_owned(), write.now());
    let mut pen = write.pen(Trace::of(vec![audit], touched)).await?;
    restore_rows(&mut pen, &decision, &inverse).await?;
    for state in &inverse.items_before {
        set_item(&mut pen, state).await?;
    }
    if let Some(item) = decision.item {
        each_backend!(pen, |conn| sqlx::query("UPDATE review_item SET state = 'open' WHERE id = $1")
            .bind(item.0)
            .execute(conn)
            .await
            .map(|_| ()))?;
    }
    each_backend!(pen, |conn| {
        sqlx::query("UPDATE decision SET undone_by = $2, undone_at = $3 WHERE id = $1")
            .bind(id.0)
            .bind(actor)
            .bind(at)
            .execute(conn)
            .await
            .map(|_| ())
    })?;
    recompose::settle(write, "undo", &decision.offices).await?;
    entry::tell(write, &entries, &decision.offices).await?;
    Ok(Undone::Done(Decision { undone_at: Some(at), ..decision }))
}

async fn restore_rows(pen: &mut crate::write::Pen<'_>, decision: &Decision, inverse: &Inverse) -> Result<()> {
    match decision.action.as_str() {
        "merge" | "split" => holders::put_back(pen, &decision.offices, &inverse.before).await,
        "different" => {
            for row in inverse.after.of("office_distinct").into_iter().flatten() {
                if inverse.before.of("office_distinct").is_some_and(|before| before.contains(row)) {
                    continue;
                }
                let id =
                    |column: &str| row.get(column).cloned().flatten().and_then(|t| t.parse::<Uuid>().ok());
                if let (Some(one), Some(other)) = (id("office_id"), id("other_id")) {
                    each_backend!(pen, |conn| sqlx::query(
                        "DELETE FROM office_distinct WHERE office_id = $1 AND other_id = $2"
                    )
                    .bind(one)
                    .bind(other)
                    .execute(conn)
                    .await
                    .map(|_| ()))?;
                }
            }
            Ok(())
        }
        _ => {
            for office in &decision.offices {
                for field in &inverse.fields {
                    each_backend!(pen, |conn| sqlx::query(
                        "DELETE FROM correction WHERE office_id = $1 AND field = $2"
                    )
                    .bind(office.0)
                    .bind(field)
                    .execute(conn)
                    .await
                    .map(|_| ()))?;
                }
            }
            holders::write_rows(pen, "correction", inverse.before.of("correction")).await?;
            for office in decision.offices.iter().filter(|_| inverse.entry) {
                each_backend!(pen, |conn| sqlx::query("DELETE FROM entry WHERE office_id = $1")
                    .bind(office.0)
                    .execute(conn)
                    .await
                    .map(|_| ()))?;
            }
            holders::write_rows(pen, "entry", inverse.before.of("entry")).await
        }
    }
}

async fn set_item(pen: &mut crate::write::Pen<'_>, item: &ItemState) -> Result<()> {
    let offices = to_json(&item.offices)?;
    each_backend!(pen, |conn| {
        sqlx::query("UPDATE review_item SET state = $2, offices = $3 WHERE id = $1")
            .bind(item.id.0)
            .bind(&item.state)
            .bind(&offices)
            .execute(conn)
            .await
            .map(|_| ())
    })?;
    Ok(())
}

/// Sets items as a decision leaves them.
pub(crate) async fn set_items(write: &mut Write, items: &[ItemState]) -> Result<()> {
    let mut pen = write.pen(Trace::part_of_another()).await?;
    for item in items {
        set_item(&mut pen, item).await?;
    }
    Ok(())
}

async fn changed_since(tx: &mut Tx, decision: &Decision, inverse: &Inverse) -> Result<Vec<String>> {
    let now = match decision.action.as_str() {
        "merge" | "split" => holders::kept(tx, &decision.offices).await?,
        "different" => pairs_of(tx, &decision.offices).await?,
        _ => match decision.offices.first() {
            Some(office) => parts_of(tx, *office, &inverse.fields, inverse.entry).await?,
            None => Rows::default(),
        },
    };
    let mut changed = now.difference(&inverse.after);
    let ids: Vec<ReviewItemId> = inverse.items_after.iter().map(|item| item.id).collect();
    let items: Vec<ItemState> = review::many(tx, &ids)
        .await?
        .into_iter()
        .map(|item| ItemState { id: item.id, state: item.state, offices: item.offices })
        .collect();
    if items != inverse.items_after {
        changed.push("review_item".to_owned());
    }
    if let Some(id) = decision.item {
        let state = review::find(tx, id).await?.map(|item| item.state);
        let own = if decision.action == "merge" { "same" } else { decision.action.as_str() };
        if state.as_deref() != Some(own) {
            changed.push("review_item".to_owned());
        }
    }
    changed.dedup();
    Ok(changed)
}
