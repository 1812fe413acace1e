//! An office through time: what was changed, from which source, and how it stood at any moment.

use crate::{
    audit,
    backend::Tx,
    decision::{self, Writing},
    entry,
    error::{Result, StoreError},
    office, redirect,
    review::conflict,
    write::Write,
};
use hoshizu_catalog::{
    entry::Entry,
    id::{DecisionId, ImportId, OfficeId},
    office::Office,
};
use serde_json::{Map, Value};

/// The lines about an office and about those merged into it, newest first, before the one given.
pub async fn of_office(
    tx: &mut Tx,
    id: OfficeId,
    before: Option<i64>,
    limit: u32,
) -> Result<Vec<audit::Entry>> {
    let mut ids = redirect::merged_into(tx, id).await?;
    ids.push(id);
    let rows: Vec<audit::Row> = each_backend!(tx, |conn| {
        let mut query = sqlx::QueryBuilder::<Db>::new(audit::COLUMNS);
        query.push("< ").push_bind(before.unwrap_or(i64::MAX));
        query.push(" AND entity = 'office' AND entity_id IN (");
        let mut list = query.separated(", ");
        for id in &ids {
            list.push_bind(id.0);
        }
        query.push(") ORDER BY seq DESC LIMIT ").push_bind(i64::from(limit));
        query.build_query_as().fetch_all(conn).await?
    });
    audit::read(rows)
}

/// The import a line of action `import` or `create` belongs to: its own line closes the write.
pub async fn import_of(tx: &mut Tx, line: &audit::Entry) -> Result<Option<ImportId>> {
    let found: Option<(uuid::Uuid, time::OffsetDateTime)> = each_backend!(tx, |conn| sqlx::query_as(
        "SELECT entity_id, at FROM audit WHERE entity = 'import' AND seq > $1 ORDER BY seq LIMIT 1"
    )
    .bind(line.seq)
    .fetch_optional(conn)
    .await)?;
    Ok(found.filter(|(_, at)| *at == line.at).map(|(id, _)| ImportId(id)))
}

/// How an office stood right after the line `seq`: later lines are taken back from what it is now.
pub async fn state_at(tx: &mut Tx, id: OfficeId, seq: i64) -> Result<Option<Office>> {
    let Some(now) = office::find(tx, id).await? else { return Ok(None) };
    let Ok(Value::Object(mut state)) = serde_json::to_value(&now) else {
        return Err(StoreError::corrupt("office", id));
    };
    for line in lines_after(tx, id, seq).await? {
        take_back(&mut state, &line);
    }
    serde_json::from_value(Value::Object(state))
        .map(Some)
        .map_err(|error| StoreError::corrupt("office", error))
}

/// Actions whose lines say what an office became, field by field.
pub const COMPOSED: [&str; 6] = ["import", "correct", "uncorrect", "merge", "split", "undo"];

/// How the entry of an office stood right after the line `seq`, without the names of persons who do not stand in it
/// now: who has taken a consent back does not come back by the way of the history.
pub async fn entry_at(tx: &mut Tx, id: OfficeId, seq: i64) -> Result<Entry> {
    let now = entry::find(tx, id).await?.entry;
    let Ok(Value::Object(mut state)) = serde_json::to_value(&now) else {
        return Err(StoreError::corrupt("entry", id));
    };
    for line in lines_after(tx, id, seq).await? {
        if line.action == "edit_entry"
            && let Some(Value::Object(before)) = line.before
        {
            state.extend(before);
        }
    }
    let mut then: Entry =
        serde_json::from_value(Value::Object(state)).map_err(|error| StoreError::corrupt("entry", error))?;
    for contact in &mut then.contacts {
        if !now.contacts.iter().any(|known| known.name == contact.name) {
            (contact.name, contact.consent_on) = (None, None);
        }
    }
    Ok(then)
}

/// The lines about an office after `seq`, newest first.
async fn lines_after(tx: &mut Tx, id: OfficeId, seq: i64) -> Result<Vec<audit::Entry>> {
    let filter =
        audit::Filter { entity: Some("office".to_owned()), id: Some(id.0), ..audit::Filter::default() };
    let (mut found, mut before) = (Vec::new(), None);
    loop {
        let lines = audit::page(tx, &filter, before, 200).await?;
        before = lines.last().map(|line| line.seq).filter(|last| *last > seq);
        found.extend(lines.into_iter().filter(|line| line.seq > seq));
        if before.is_none() {
            return Ok(found);
        }
    }
}

/// Lines that say what was set by hand stand beside the line that says what the office became; only that counts.
fn take_back(state: &mut Map<String, Value>, line: &audit::Entry) {
    if !COMPOSED.contains(&line.action.as_str()) {
        return;
    }
    let (Some(Value::Object(before)), Some(Value::Object(_))) = (&line.before, &line.after) else { return };
    for (field, value) in before {
        if state.contains_key(field) {
            state.insert(field.clone(), value.clone());
        }
    }
}

/// What restoring did.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Restored {
    /// The decision that takes it back; none when everything stood so already.
    pub decision: Option<DecisionId>,
    /// Fields set to their value of that moment.
    pub fields: Vec<String>,
    /// Fields that only a source can change (`services`, `organization`, …) and that differ still.
    pub left: Vec<String>,
}

/// Fields of an office that no correction sets and whose difference a person should hear of.
const SOURCE_FIELDS: [&str; 7] =
    ["organization", "numbers", "municipality", "services", "kyosei", "open", "gone_in"];

/// Makes the state after the line `seq` stand again: corrections where the sources say otherwise, none where they
/// agree.
pub async fn restore(write: &mut Write, id: OfficeId, seq: i64, note: Option<&str>) -> Result<Restored> {
    let wanted = state_at(write.tx(), id, seq).await?.ok_or(StoreError::NotFound("office"))?;
    let now = office::find(write.tx(), id).await?.ok_or(StoreError::NotFound("office"))?;
    let official = conflict::official(write.tx(), id).await?.ok_or(StoreError::NotFound("office"))?;
    let mut values = Vec::new();
    for field in conflict::FIELDS {
        let of = |office: &Office| conflict::value_of(office, field).unwrap_or_default();
        if of(&wanted) != of(&now) {
            let value = (of(&wanted) != of(&official)).then(|| of(&wanted));
            values.push((field.to_owned(), value));
        }
    }
    let left = left_different(&wanted, &now);
    let entry_now = entry::find(write.tx(), id).await?.entry;
    let entry_then = entry_at(write.tx(), id, seq).await?;
    let parts = entry_now.differing(&entry_then);
    let mut fields: Vec<String> = values.iter().map(|(field, _)| field.clone()).collect();
    fields.extend(parts.iter().map(|group| group.code().to_owned()));
    if fields.is_empty() {
        return Ok(Restored { decision: None, fields, left });
    }
    let entry = (!parts.is_empty()).then_some(&entry_then);
    let writing = Writing { values: &values, note, entry, closed_on: None };
    let decision = Some(decision::carry_out(write, None, "restore", id, &writing).await?);
    Ok(Restored { decision, fields, left })
}

fn left_different(wanted: &Office, now: &Office) -> Vec<String> {
    let (wanted, now) = (serde_json::json!(wanted), serde_json::json!(now));
    SOURCE_FIELDS
        .iter()
        .filter(|field| wanted[**field] != now[**field])
        .map(|field| (*field).to_owned())
        .collect()
}
