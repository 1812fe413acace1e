//! What offices say of themselves, who checked it and when.

use crate::{
    backend::Tx,
    bulk::{insert_rows, select_in},
    codec::{from_json, to_json},
    error::{Result, StoreError},
    write::{Audit, Entity, Trace, Write},
};
use hoshizu_catalog::{day::Day, entry::Entry, freshness::Group, id::OfficeId};
use serde_json::{Map, Value, json};
use std::collections::HashMap;
use uuid::Uuid;

/// An entry as stored.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Stored {
    /// What is said.
    pub entry: Entry,
    /// Rises by one with every change; 0 where nothing was ever said.
    pub version: i64,
    /// Since when the office is said to be closed, once a steward has let that pass.
    pub closed_on: Option<Day>,
}

/// Who checked a group of fields last.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Assurance {
    /// What was checked.
    pub group: Group,
    /// When.
    pub on: Day,
    /// By whom: an account, or `letter`.
    pub by: String,
    /// How: `member`, `steward`, `letter`, `edit`, `import`.
    pub how: String,
}

#[derive(sqlx::FromRow)]
struct Row {
    office_id: Uuid,
    version: i64,
    body: String,
    closed_on: Option<String>,
}

impl Row {
    fn read(self) -> Result<(OfficeId, Stored)> {
        let stored = Stored {
            entry: from_json("entry.body", &self.body)?,
            version: self.version,
            closed_on: self.closed_on.as_deref().map(day).transpose()?,
        };
        Ok((OfficeId(self.office_id), stored))
    }
}

fn day(text: &str) -> Result<Day> {
    Day::parse(text).ok_or_else(|| StoreError::corrupt("day", text))
}

/// The entry of an office; the empty one of version 0 where nothing was ever said.
pub async fn find(tx: &mut Tx, office: OfficeId) -> Result<Stored> {
    Ok(many(tx, &[office]).await?.remove(&office).unwrap_or_default())
}

/// The entries of these offices, as far as they have one.
pub async fn many(tx: &mut Tx, offices: &[OfficeId]) -> Result<HashMap<OfficeId, Stored>> {
    let ids: Vec<Uuid> = offices.iter().map(|id| id.0).collect();
    let head = "SELECT office_id, version, body, closed_on FROM entry WHERE office_id IN";
    select_in!(tx, Row, head, ids, "").into_iter().map(Row::read).collect()
}

/// Areas each office states to work in (通常の事業の実施地域), by office; only of those that state any.
pub async fn service_areas(tx: &mut Tx) -> Result<Vec<(OfficeId, Vec<String>)>> {
    let rows: Vec<(Uuid, String)> = each_backend!(tx, |conn| {
        sqlx::query_as(
            "SELECT office_id, service_areas FROM entry WHERE service_areas IS NOT NULL ORDER BY office_id",
        )
        .fetch_all(conn)
        .await
    })?;
    let areas = |text: String| text.split(' ').map(str::to_owned).collect();
    Ok(rows.into_iter().map(|(office, text)| (OfficeId(office), areas(text))).collect())
}

/// Who checked what of these offices.
pub async fn assurances(tx: &mut Tx, offices: &[OfficeId]) -> Result<HashMap<OfficeId, Vec<Assurance>>> {
    let ids: Vec<Uuid> = offices.iter().map(|id| id.0).collect();
    let head = "SELECT office_id, field_group, checked_on, checked_by, how FROM assurance WHERE office_id IN";
    let rows = select_in!(tx, (Uuid, String, String, String, String), head, ids, " ORDER BY field_group");
    let mut found: HashMap<OfficeId, Vec<Assurance>> = HashMap::new();
    for (office, group, on, by, how) in rows {
        let group =
            Group::from_code(&group).ok_or_else(|| StoreError::corrupt("assurance.field_group", group))?;
        found.entry(OfficeId(office)).or_default().push(Assurance { group, on: day(&on)?, by, how });
    }
    Ok(found)
}

/// Writes an entry over the version `base` and says that what changed was checked today; returns the new version.
/// `None` when another version stands: nothing was written then.
pub async fn put(
    write: &mut Write,
    office: OfficeId,
    base: i64,
    entry: &Entry,
    how: &str,
) -> Result<Option<i64>> {
    let before = find(write.tx(), office).await?;
    if before.version != base {
        return Ok(None);
    }
    let changed = before.entry.differing(entry);
    if changed.is_empty() {
        return Ok(Some(base));
    }
    let audit = Audit {
        action: "edit_entry",
        entity: Entity::Office,
        id: Some(office.0),
        before: Some(parts(&before.entry, &changed)),
        after: Some(parts(entry, &changed)),
    };
    store(write, office, base + 1, entry, before.closed_on, audit).await?;
    assure(write, office, &changed, how).await?;
    Ok(Some(base + 1))
}

/// The groups of an entry by name, for the audit.
fn parts(entry: &Entry, groups: &[Group]) -> Value {
    let whole = serde_json::to_value(entry).unwrap_or_default();
    let mut parts = Map::new();
    for group in groups {
        parts.insert(group.code().to_owned(), whole.get(group.code()).cloned().unwrap_or_default());
        if *group == Group::Remarks {
            parts.insert("remarks_inside".to_owned(), json!(entry.remarks_inside));
        }
    }
    Value::Object(parts)
}

/// Tells what became of entries whose rows a decision moved or put back, so that their history stays whole.
pub(crate) async fn tell(
    write: &mut Write,
    before: &HashMap<OfficeId, Stored>,
    offices: &[OfficeId],
) -> Result<()> {
    let after = many(write.tx(), offices).await?;
    let mut audits = Vec::new();
    for office in offices {
        let entry_of = |all: &HashMap<OfficeId, Stored>| {
            all.get(office).map(|stored| stored.entry.clone()).unwrap_or_default()
        };
        let (old, new) = (entry_of(before), entry_of(&after));
        let changed = old.differing(&new);
        if !changed.is_empty() {
            audits.push(Audit {
                action: "edit_entry",
                entity: Entity::Office,
                id: Some(office.0),
                before: Some(parts(&old, &changed)),
                after: Some(parts(&new, &changed)),
            });
        }
    }
    write.pen(Trace::of(audits, Vec::new())).await.map(|_| ())
}

/// Puts an entry back as it was at another time. Nobody has checked anything by it, so no assurance is given.
pub(crate) async fn put_back(write: &mut Write, office: OfficeId, entry: &Entry) -> Result<()> {
    let before = find(write.tx(), office).await?;
    let changed = before.entry.differing(entry);
    let audit = Audit {
        action: "edit_entry",
        entity: Entity::Office,
        id: Some(office.0),
        before: Some(parts(&before.entry, &changed)),
        after: Some(parts(entry, &changed)),
    };
    store(write, office, before.version + 1, entry, before.closed_on, audit).await
}

/// Says since when an office is closed, or that it is not.
pub async fn set_closed(write: &mut Write, office: OfficeId, closed_on: Option<Day>) -> Result<()> {
    let before = find(write.tx(), office).await?;
    let audit = Audit {
        action: "set_closed",
        entity: Entity::Office,
        id: Some(office.0),
        before: Some(json!({ "closed_on": before.closed_on })),
        after: Some(json!({ "closed_on": closed_on })),
    };
    store(write, office, before.version + 1, &before.entry, closed_on, audit).await
}

async fn store(
    write: &mut Write,
    office: OfficeId,
    version: i64,
    entry: &Entry,
    closed_on: Option<Day>,
    audit: Audit,
) -> Result<()> {
    let (actor, at) = (write.actor().to_owned(), write.now());
    let closed_on = closed_on.map(|day| day.to_string());
    let body = to_json(entry)?;
    let areas = Some(entry.service_areas.join(" ")).filter(|areas| !areas.is_empty());
    let mut pen = write.pen(Trace::of(vec![audit], vec![(Entity::Office, office.0)])).await?;
    each_backend!(pen, |conn| {
        sqlx::query(
        "INSERT INTO entry (office_id, version, body, closed_on, written_by, written_at, service_areas) \
         VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT (office_id) DO UPDATE SET version = excluded.version, \
         body = excluded.body, closed_on = excluded.closed_on, written_by = excluded.written_by, \
         written_at = excluded.written_at, service_areas = excluded.service_areas"
    )
    .bind(office.0)
    .bind(version)
    .bind(body)
    .bind(closed_on)
    .bind(actor)
    .bind(at)
    .bind(areas)
    .execute(conn)
    .await
    .map(|_| ())
    })?;
    Ok(())
}

/// Says that groups of fields were checked today and are right.
pub async fn assure(write: &mut Write, office: OfficeId, groups: &[Group], how: &str) -> Result<()> {
    let today = Day::of(write.now());
    assure_on(write, office, groups, how, today).await
}

/// The same of an earlier day, as files say it.
pub async fn assure_on(
    write: &mut Write,
    office: OfficeId,
    groups: &[Group],
    how: &str,
    on: Day,
) -> Result<()> {
    let on = on.to_string();
    let codes: Vec<&str> = groups.iter().map(|group| group.code()).collect();
    let audit = Audit {
        action: "confirm",
        entity: Entity::Office,
        id: Some(office.0),
        before: None,
        after: Some(json!({ "groups": codes, "on": on, "how": how })),
    };
    let actor = write.actor().to_owned();
    let mut pen = write.pen(Trace::of(vec![audit], vec![(Entity::Office, office.0)])).await?;
    insert_rows!(
        pen,
        "INSERT INTO assurance (office_id, field_group, checked_on, checked_by, how) ",
        5,
        &codes,
        |row, code| {
            row.push_bind(office.0).push_bind(*code).push_bind(&on).push_bind(&actor).push_bind(how);
        },
        " ON CONFLICT (office_id, field_group) DO UPDATE SET checked_on = excluded.checked_on, \
         checked_by = excluded.checked_by, how = excluded.how"
    );
    Ok(())
}
