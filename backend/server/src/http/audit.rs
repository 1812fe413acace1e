//! `/audit`: who changed what, before and after. Read and exported, never changed.

use crate::{
    app::App,
    clock::rfc3339,
    export::csv_cell,
    history_view::Names,
    http::{
        principal::Principal,
        problem::{Problem, Result},
    },
    view::audit::{AuditLine, AuditPage},
};
use axum::{
    Json,
    body::Body,
    extract::{Query, State},
    http::{HeaderValue, header},
    response::{IntoResponse as _, Response},
};
use futures_util::stream;
use hoshizu_catalog::permission::{Action, Target};
use hoshizu_store::{
    StoreError, Tx, account,
    audit::{self, Entry, Filter},
};
use serde::Deserialize;
use time::{Date, OffsetDateTime, UtcOffset, macros::format_description};
use utoipa::IntoParams;
use uuid::Uuid;

/// Lines an export reads at a time.
const BATCH: u32 = 500;

/// Which lines.
#[derive(Debug, Default, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(default)]
pub struct AuditFilter {
    /// In whose name: login, account id or part of the program (`import`).
    pub actor: Option<String>,
    /// Of this kind of thing (`office`, `account`, …).
    pub entity: Option<String>,
    /// Of this thing.
    pub id: Option<Uuid>,
    /// From this day on, `YYYY-MM-DD` in Japan.
    pub from: Option<String>,
    /// Up to this day, `YYYY-MM-DD` in Japan.
    pub to: Option<String>,
    /// `next` of the page before.
    pub before: Option<i64>,
    /// Lines a page, 1–200, default 50.
    pub limit: Option<u32>,
}

impl AuditFilter {
    async fn read(&self, tx: &mut Tx) -> Result<Filter> {
        let given = |text: &Option<String>| text.clone().filter(|text| !text.trim().is_empty());
        let mut actor = given(&self.actor).map(|actor| actor.trim().to_owned());
        if let Some(login) = &actor
            && let Some(account) = account::by_login(tx, login).await?
        {
            actor = Some(account.id.to_string());
        }
        let until = match given(&self.to) {
            Some(day) => Some(midnight("to", &day)? + time::Duration::DAY),
            None => None,
        };
        let from = given(&self.from).map(|day| midnight("from", &day)).transpose()?;
        Ok(Filter { actor, entity: given(&self.entity), id: self.id, from, until })
    }
}

/// The beginning of a day in Japan, which knows no summer time.
fn midnight(parameter: &str, day: &str) -> Result<OffsetDateTime> {
    let format = format_description!("[year]-[month]-[day]");
    let date = Date::parse(day.trim(), format).map_err(|error| Problem::invalid(parameter, error))?;
    let japan = UtcOffset::from_hms(9, 0, 0).unwrap_or(UtcOffset::UTC);
    Ok(date.midnight().assume_offset(japan).to_offset(UtcOffset::UTC))
}

/// Lines of the audit, newest first.
#[utoipa::path(get, operation_id = "list_audit", path = "/audit", tag = "audit", params(AuditFilter),
    responses((status = 200, body = AuditPage), (status = 403, body = Problem)))]
pub async fn list(
    principal: Principal,
    State(app): State<App>,
    Query(filter): Query<AuditFilter>,
) -> Result<Json<AuditPage>> {
    principal.check(Action::ReadAudit, Target::Installation)?;
    let limit = filter.limit.unwrap_or(50).clamp(1, 200);
    let mut tx = app.store.read().await?;
    let wanted = filter.read(&mut tx).await?;
    let lines = audit::page(&mut tx, &wanted, filter.before, limit).await?;
    let next = lines.last().filter(|_| lines.len() == limit as usize).map(|line| line.seq);
    let names = Names::of(&mut tx, &lines).await?;
    Ok(Json(AuditPage { items: lines.into_iter().map(|line| shown(line, &names)).collect(), next }))
}

fn shown(line: Entry, names: &Names) -> AuditLine {
    AuditLine {
        seq: line.seq,
        at: rfc3339(line.at),
        actor_name: names.name(&line.actor).map(str::to_owned),
        actor: line.actor,
        action: line.action,
        entity: line.entity,
        id: line.id,
        before: line.before,
        after: line.after,
    }
}

/// The lines as CSV (UTF-8 with BOM), newest first, sent as they are read.
#[utoipa::path(get, operation_id = "download_audit", path = "/audit.csv", tag = "audit", params(AuditFilter),
    responses((status = 200, content_type = "text/csv"), (status = 403, body = Problem)))]
pub async fn csv(
    principal: Principal,
    State(app): State<App>,
    Query(filter): Query<AuditFilter>,
) -> Result<Response> {
    let head = "\u{feff}番号,日時,だれが,名前,操作,対象,対象ID,前,後\r\n";
    stream_lines(principal, app, filter, head, csv_line, ("text/csv; charset=utf-8", "audit.csv")).await
}

fn csv_line(line: &AuditLine) -> String {
    let json =
        |value: &Option<serde_json::Value>| value.as_ref().map(ToString::to_string).unwrap_or_default();
    let cells = [
        line.seq.to_string(),
        line.at.clone(),
        line.actor.clone(),
        line.actor_name.clone().unwrap_or_default(),
        line.action.clone(),
        line.entity.clone(),
        line.id.map(|id| id.to_string()).unwrap_or_default(),
        json(&line.before),
        json(&line.after),
    ];
    format!("{}\r\n", cells.map(|cell| csv_cell(&cell)).join(","))
}

/// The lines as JSON, one a line, newest first, sent as they are read.
#[utoipa::path(get, operation_id = "download_audit_lines", path = "/audit.jsonl", tag = "audit", params(AuditFilter),
    responses((status = 200, content_type = "application/jsonl"), (status = 403, body = Problem)))]
pub async fn jsonl(
    principal: Principal,
    State(app): State<App>,
    Query(filter): Query<AuditFilter>,
) -> Result<Response> {
    let line = |line: &AuditLine| serde_json::to_string(line).unwrap_or_default() + "\n";
    stream_lines(principal, app, filter, "", line, ("application/jsonl; charset=utf-8", "audit.jsonl")).await
}

async fn stream_lines(
    principal: Principal,
    app: App,
    filter: AuditFilter,
    head: &'static str,
    text: fn(&AuditLine) -> String,
    (kind, name): (&'static str, &'static str),
) -> Result<Response> {
    principal.check(Action::ReadAudit, Target::Installation)?;
    let wanted = filter.read(&mut app.store.read().await?).await?;
    let begin = (app, wanted, filter.before, Some(head.to_owned()), false);
    let parts = stream::unfold(begin, move |(app, wanted, before, head, is_over)| async move {
        if let Some(head) = head.filter(|head| !head.is_empty()) {
            return Some((Ok(head), (app, wanted, before, None, false)));
        }
        if is_over {
            return None;
        }
        match part(&app, &wanted, before, text).await {
            Ok((_, None)) => None,
            Ok((part, last)) => Some((Ok(part), (app, wanted, last, None, false))),
            // The status is sent: breaking off is the one way left to say that the file is not whole.
            Err(error) => Some((Err(error), (app, wanted, before, None, true))),
        }
    });
    let mut response = Body::from_stream(parts).into_response();
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(kind));
    if let Ok(value) = HeaderValue::from_str(&format!("attachment; filename=\"{name}\"")) {
        headers.insert(header::CONTENT_DISPOSITION, value);
    }
    Ok(response)
}

async fn part(
    app: &App,
    wanted: &Filter,
    before: Option<i64>,
    text: fn(&AuditLine) -> String,
) -> std::result::Result<(String, Option<i64>), StoreError> {
    let mut tx = app.store.read().await?;
    let lines = audit::page(&mut tx, wanted, before, BATCH).await?;
    let last = lines.last().map(|line| line.seq);
    let names = Names::of(&mut tx, &lines).await?;
    Ok((lines.into_iter().map(|line| text(&shown(line, &names))).collect(), last))
}
