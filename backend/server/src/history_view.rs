//! From lines of the audit to a history people read: what an office became, in values as the page shows them.

use crate::{
    clock::rfc3339,
    http::problem::Result,
    region::Region,
    source,
    view::history::{FieldHistory, HistoryEntry, OtherOffice},
};
use hoshizu_catalog::{
    id::{AccountId, OfficeId},
    number::MunicipalityCode,
    permission::{Grant, Role},
};
use hoshizu_store::{
    StoreError, Tx, account,
    audit::{self, Entry},
    history, import, organization, redirect,
};
use serde_json::Value;
use std::collections::HashMap;
use uuid::Uuid;

/// Fields of an office that everybody may read, in the order in which they are shown.
pub const PUBLIC_FIELDS: [&str; 18] = [
    "name",
    "other_names",
    "kana",
    "organization",
    "numbers",
    "services",
    "address",
    "building",
    "postal_code",
    "municipality",
    "place",
    "phone",
    "fax",
    "url",
    "email",
    "open",
    "kyosei",
    "gone_in",
];

/// Actions that are told although no public field changed.
const TELLING: [&str; 7] =
    ["create", "undo", "edit_entry", "set_closed", "confirm", "set_photo", "remove_photo"];

/// Which parts of what an office says of itself a line changed; what stands in them is for its own page.
fn parts(line: &Entry) -> Vec<String> {
    match (&line.after, line.action.as_str()) {
        (Some(Value::Object(after)), "edit_entry") => after.keys().cloned().collect(),
        _ => Vec::new(),
    }
}

/// Accounts behind the lines, by the name the audit has for them.
pub struct Names(HashMap<String, (String, &'static str)>);

impl Names {
    /// Looks the actors of these lines up.
    pub async fn of(tx: &mut Tx, lines: &[Entry]) -> std::result::Result<Self, StoreError> {
        let mut known = HashMap::new();
        for line in lines {
            let Ok(id) = line.actor.parse::<AccountId>() else { continue };
            if known.contains_key(&line.actor) {
                continue;
            }
            if let Some(account) = account::find(tx, id).await? {
                let grants = account::grants(tx, &[id]).await?.remove(&id).unwrap_or_default();
                known.insert(line.actor.clone(), (account.name, role(&grants)));
            }
        }
        Ok(Self(known))
    }

    /// The name of an account; `None` for the program itself.
    pub fn name(&self, actor: &str) -> Option<&str> {
        self.0.get(actor).map(|(name, _)| name.as_str())
    }

    fn role(&self, line: &Entry) -> &'static str {
        match self.0.get(&line.actor) {
            _ if matches!(line.action.as_str(), "import" | "create") => "import",
            Some((_, role)) => role,
            None => "program",
        }
    }
}

/// The weightiest role somebody has.
fn role(grants: &[Grant]) -> &'static str {
    grants.iter().map(|grant| grant.role).max().unwrap_or(Role::Visitor).code()
}

/// The entries these lines make, newest first. What was set by hand and what the office became by it are one entry.
pub async fn entries(
    tx: &mut Tx,
    region: &Region,
    office: OfficeId,
    lines: Vec<Entry>,
    (names, named): (&Names, bool),
) -> Result<Vec<HistoryEntry>> {
    let formers = formers(tx, office).await?;
    let mut entries: Vec<HistoryEntry> = Vec::new();
    for line in lines {
        // That it went is told by the line of the office it went into.
        if text(line.after.as_ref(), "moved_to").is_some() {
            continue;
        }
        let changes = changes(tx, region, &line).await?;
        let note = text(line.after.as_ref(), "note").filter(|_| named);
        // The line of the correction comes right before the one of the office, so here right after it.
        if let Some(last) = entries.last_mut()
            && last.at == rfc3339(line.at)
            && changes.is_empty()
            && matches!(line.action.as_str(), "correct" | "uncorrect")
        {
            last.note = last.note.take().or(note);
            continue;
        }
        let other = other(&line);
        // A merge has two lines: whom it took in, and what the office became.
        if let Some(last) = entries.last_mut()
            && (last.at == rfc3339(line.at) && last.action == line.action && changes.is_empty())
            && other.is_some()
        {
            last.other = last.other.take().or(other);
            continue;
        }
        if changes.is_empty() && other.is_none() && !TELLING.contains(&line.action.as_str()) {
            continue;
        }
        entries.push(HistoryEntry {
            seq: line.seq,
            at: rfc3339(line.at),
            role: names.role(&line),
            by: names.name(&line.actor).filter(|_| named).map(str::to_owned),
            source: source_of(tx, &line).await?,
            parts: parts(&line),
            changes,
            note,
            other,
            former: line.id.and_then(|id| formers.get(&id).cloned()),
            action: line.action,
        });
    }
    Ok(entries)
}

/// Names of the offices that were merged into one, by their id.
async fn formers(tx: &mut Tx, office: OfficeId) -> Result<HashMap<Uuid, String>> {
    let mut names = HashMap::new();
    for old in redirect::merged_into(tx, office).await? {
        let lines = audit::list(tx, Some(old.0), 5).await?;
        let line = lines.iter().find(|line| text(line.after.as_ref(), "moved_to").is_some());
        let name = line.and_then(|line| text(line.before.as_ref(), "name"));
        names.insert(old.0, name.unwrap_or_default());
    }
    Ok(names)
}

fn text(from: Option<&Value>, key: &str) -> Option<String> {
    from?.get(key)?.as_str().map(str::to_owned)
}

fn other(line: &Entry) -> Option<OtherOffice> {
    let after = line.after.as_ref();
    let (id, name) = ["merged", "moved_to", "split_off"].into_iter().find_map(|key| {
        let id = text(after, key)?.parse().ok()?;
        Some((id, text(after, &format!("{key}_name")).unwrap_or_default()))
    })?;
    Some(OtherOffice { id, name })
}

async fn source_of(tx: &mut Tx, line: &Entry) -> Result<Option<String>> {
    if !matches!(line.action.as_str(), "import" | "create") {
        return Ok(None);
    }
    let Some(id) = history::import_of(tx, line).await? else { return Ok(None) };
    let run = import::find(tx, id).await?;
    Ok(run.map(|run| {
        let edition = run.edition.map(|edition| edition.to_string()).unwrap_or_default();
        format!("{} {edition}", source::label(&run.dataset)).trim_end().to_owned()
    }))
}

/// What a line changed of the public fields, in the order in which they are shown.
pub async fn changes(tx: &mut Tx, region: &Region, line: &Entry) -> Result<Vec<FieldHistory>> {
    if !history::COMPOSED.contains(&line.action.as_str()) {
        return Ok(Vec::new());
    }
    let (Some(Value::Object(before)), Some(Value::Object(after))) = (&line.before, &line.after) else {
        return Ok(Vec::new());
    };
    let mut found = Vec::new();
    for field in PUBLIC_FIELDS {
        if let (Some(old), Some(new)) = (before.get(field), after.get(field)) {
            found.push(FieldHistory {
                field: field.to_owned(),
                before: shown(tx, region, field, old).await?,
                after: shown(tx, region, field, new).await?,
            });
        }
    }
    Ok(found)
}

/// A stored value as people read it; codes of services and days stay codes, which the page has words for.
async fn shown(tx: &mut Tx, region: &Region, field: &str, value: &Value) -> Result<String> {
    Ok(match (field, value) {
        (_, Value::Null) => String::new(),
        ("organization", Value::String(id)) => match id.parse() {
            Ok(id) => organization::find(tx, id).await?.map(|o| o.organization.name).unwrap_or_default(),
            Err(_) => String::new(),
        },
        ("municipality", value) => {
            let code = value.as_str().map_or_else(|| value.to_string(), str::to_owned);
            let name = MunicipalityCode::parse(&code).ok().and_then(|c| region.municipality_name(c));
            name.unwrap_or(&code).to_owned()
        }
        ("place", Value::Object(place)) => {
            let number = |key: &str| place.get("position").and_then(|p| p[key].as_f64()).unwrap_or_default();
            format!("{:.6},{:.6}", number("lat"), number("lon"))
        }
        ("open", Value::Number(bits)) => {
            let bits = bits.as_u64().and_then(|bits| u8::try_from(bits).ok()).unwrap_or_default();
            hoshizu_catalog::office::OpenDays(bits).codes().join(" ")
        }
        (_, Value::String(text)) => text.clone(),
        (_, Value::Array(list)) => {
            let texts: Vec<&str> = list.iter().filter_map(Value::as_str).collect();
            texts.join(if field == "other_names" { "、" } else { " " })
        }
        (_, other) => other.to_string(),
    })
}
