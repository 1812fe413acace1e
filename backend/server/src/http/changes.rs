//! `/changes`: what became of offices, as JSON for programs and as an Atom feed for readers. Public fields only.

use crate::{
    app::App,
    atom::{self, Feed},
    clock::rfc3339,
    history_view,
    http::problem::{Problem, Result},
    region::Region,
    view::{
        change::{ChangePage, OfficeChange},
        review::OfficeName,
    },
};
use axum::{
    Json,
    extract::{Query, State},
    http::{HeaderMap, HeaderValue, header},
    response::{IntoResponse as _, Response},
};
use hoshizu_catalog::{id::OfficeId, office::Office, taxonomy::ServiceType};
use hoshizu_store::{Tx, audit::Entry, change, office, redirect};
use serde::Deserialize;
use std::{collections::HashMap, fmt::Write as _};
use utoipa::IntoParams;

/// Lines of the audit looked through for one answer.
const LINES: u32 = 1_000;
/// Entries of a feed.
const ENTRIES: usize = 50;
/// Lines looked through for a feed; in a quiet area the feed is shorter.
const FEED_LINES: u32 = 5_000;

/// From where, and of what.
#[derive(Debug, Default, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(default)]
pub struct ChangeFilter {
    /// Only what came after this number; 0 for everything that is kept.
    pub since: Option<i64>,
    /// Only offices in this area.
    pub area: Option<String>,
    /// Only offices that deliver this service.
    pub service: Option<String>,
    /// Changes at most, 1–500, default 100.
    pub limit: Option<usize>,
}

impl ChangeFilter {
    fn service(&self) -> Result<Option<ServiceType>> {
        match self.service.as_deref() {
            None | Some("") => Ok(None),
            Some(code) => {
                let known = ServiceType::from_code(code);
                known.map(Some).ok_or_else(|| Problem::invalid("service", "unknown code"))
            }
        }
    }

    fn area(&self) -> Option<&str> {
        self.area.as_deref().filter(|area| !area.is_empty())
    }
}

/// What changed in the directory after a number.
#[utoipa::path(get, operation_id = "list_changes", path = "/changes", tag = "changes", params(ChangeFilter),
    responses((status = 200, body = ChangePage), (status = 400, body = Problem)))]
pub async fn list(State(app): State<App>, Query(filter): Query<ChangeFilter>) -> Result<Json<ChangePage>> {
    let (service, limit) = (filter.service()?, filter.limit.unwrap_or(100).clamp(1, 500));
    let region = app.region.load_full();
    let mut tx = app.store.read().await?;
    let since = filter.since.unwrap_or(0).max(0);
    let lines = change::since(&mut tx, since, LINES).await?;
    let all_read = lines.len() < LINES as usize;
    let offices = offices_of(&mut tx, &lines).await?;
    let (mut items, mut next_since, mut full) = (Vec::new(), since, false);
    for line in &lines {
        if items.len() == limit {
            full = true;
            break;
        }
        next_since = line.seq;
        if is_asked(&region, &offices, line, filter.area(), service)
            && let Some(change) = change_of(&mut tx, &region, &offices, line).await?
        {
            items.push(change);
        }
    }
    Ok(Json(ChangePage { items, next_since, more: full || !all_read }))
}

/// The newest changes as an Atom feed (RFC 4287).
#[utoipa::path(get, operation_id = "read_feed", path = "/changes.atom", tag = "changes", params(ChangeFilter),
    responses((status = 200, content_type = "application/atom+xml"), (status = 400, body = Problem)))]
pub async fn feed(
    State(app): State<App>,
    headers: HeaderMap,
    Query(filter): Query<ChangeFilter>,
) -> Result<Response> {
    let service = filter.service()?;
    let region = app.region.load_full();
    let mut tx = app.store.read().await?;
    let lines = change::before(&mut tx, i64::MAX, FEED_LINES).await?;
    let offices = offices_of(&mut tx, &lines).await?;
    let mut items = Vec::new();
    for line in lines.iter().filter(|line| is_asked(&region, &offices, line, filter.area(), service)) {
        items.extend(change_of(&mut tx, &region, &offices, line).await?);
        if items.len() == ENTRIES {
            break;
        }
    }
    let area = filter.area().and_then(|code| Some(region.areas.get(code)?.name.as_str()));
    let named = [area, service.map(|service| service.definition().ja.as_str())];
    let named: Vec<&str> = named.into_iter().flatten().collect();
    let base = base(&app, &headers);
    let feed = Feed {
        title: if named.is_empty() {
            "星図の更新".to_owned()
        } else {
            format!("星図の更新（{}）", named.join("・"))
        },
        address: format!("{base}/api/v1/changes.atom{}", query(&filter)),
        page: format!("{base}/"),
        updated: items.first().map_or_else(|| rfc3339(app.store.now()), |change| change.at.clone()),
    };
    let mut response = atom::write(&feed, &items, &base).into_response();
    let kind = HeaderValue::from_static("application/atom+xml; charset=utf-8");
    response.headers_mut().insert(header::CONTENT_TYPE, kind);
    Ok(response)
}

/// The address under which the reader knows us.
fn base(app: &App, headers: &HeaderMap) -> String {
    let host = headers.get(header::HOST).and_then(|value| value.to_str().ok()).unwrap_or("localhost");
    format!("{}://{host}", if app.config.https { "https" } else { "http" })
}

fn query(filter: &ChangeFilter) -> String {
    let pairs =
        [("area", filter.area()), ("service", filter.service.as_deref().filter(|code| !code.is_empty()))];
    let plain = |value: &str| {
        value.bytes().fold(String::new(), |mut text, byte| {
            if byte.is_ascii_alphanumeric() || b"-_.".contains(&byte) {
                text.push(char::from(byte));
            } else {
                let _ = write!(text, "%{byte:02X}");
            }
            text
        })
    };
    let pairs: Vec<String> =
        pairs.into_iter().filter_map(|(name, value)| Some(format!("{name}={}", plain(value?)))).collect();
    if pairs.is_empty() { String::new() } else { format!("?{}", pairs.join("&")) }
}

/// The offices of these lines as they are now; those merged away by what they became.
async fn offices_of(tx: &mut Tx, lines: &[Entry]) -> Result<HashMap<OfficeId, Office>> {
    let mut ids: Vec<OfficeId> = lines.iter().filter_map(|line| line.id.map(OfficeId)).collect();
    ids.sort_unstable();
    ids.dedup();
    let mut found: HashMap<OfficeId, Office> =
        office::many(tx, &ids).await?.into_iter().map(|office| (office.id, office)).collect();
    for id in ids {
        if !found.contains_key(&id)
            && let Some(now) = redirect::find(tx, id).await?
            && let Some(office) = office::find(tx, now).await?
        {
            found.insert(id, office);
        }
    }
    Ok(found)
}

fn is_asked(
    region: &Region,
    offices: &HashMap<OfficeId, Office>,
    line: &Entry,
    area: Option<&str>,
    service: Option<ServiceType>,
) -> bool {
    let Some(office) = line.id.and_then(|id| offices.get(&OfficeId(id))) else { return false };
    service.is_none_or(|service| office.services.contains(&service))
        && area.is_none_or(|area| region.areas_of(office).iter().any(|own| own == area))
}

async fn change_of(
    tx: &mut Tx,
    region: &Region,
    offices: &HashMap<OfficeId, Office>,
    line: &Entry,
) -> Result<Option<OfficeChange>> {
    let Some((id, office)) = line.id.and_then(|id| Some((id, offices.get(&OfficeId(id))?))) else {
        return Ok(None);
    };
    let after = |key: &str| line.after.as_ref().and_then(|after| after[key].as_str());
    let moved_to = after("moved_to").and_then(|id| id.parse().ok());
    let changes = history_view::changes(tx, region, line).await?;
    let kind = match line.action.as_str() {
        _ if moved_to.is_some() => "merged",
        "create" => "new",
        "split" | "undo" if line.before.is_none() && after("name").is_some() => "new",
        _ if changes.is_empty() => return Ok(None),
        _ => "changed",
    };
    let was = line.before.as_ref().and_then(|before| before["name"].as_str());
    let name = if kind == "merged" { was.unwrap_or(&office.name) } else { &office.name };
    Ok(Some(OfficeChange {
        seq: line.seq,
        at: rfc3339(line.at),
        kind,
        office: OfficeName { id, name: name.to_owned() },
        moved_to,
        changes: if kind == "merged" { Vec::new() } else { changes },
    }))
}
