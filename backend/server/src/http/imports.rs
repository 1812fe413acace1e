//! `/imports`: upload, preview, confirm, follow, stop, report. For whoever may import.

use crate::{
    app::App,
    clock::rfc3339,
    export::csv_cell,
    http::{
        export::csv,
        principal::Principal,
        problem::{OrNotFound as _, Problem, Result},
    },
    import::{self, upload},
    source,
    view::import::{FileOptions, ImportDecision, ImportList, ImportRunView, ImportStarted, ImportView},
};
use axum::{
    Json,
    extract::{Multipart, Path, State, multipart::MultipartRejection},
    http::StatusCode,
    response::Response,
};
use hoshizu_catalog::{
    edition::Edition,
    id::ImportId,
    listing::Rejection,
    permission::{Action, Target},
};
use hoshizu_ingest::Mapping;
use hoshizu_store::{
    import::{self as stored, Change, ImportRun},
    mapping,
};
use std::fmt::Write as _;
use uuid::Uuid;

/// Files speak of everywhere: only a role for the whole installation will do.
fn permit(principal: &Principal) -> Result<()> {
    principal.check(Action::Import, Target::Installation)
}

/// Rows of a report read at a time.
const BATCH: u32 = 5_000;

/// Imports of this run of the server, and files imported earlier.
#[utoipa::path(get, operation_id = "list_imports", path = "/imports", tag = "imports",
    responses((status = 200, body = ImportList), (status = 401, body = Problem)))]
pub async fn list(principal: Principal, State(app): State<App>) -> Result<Json<ImportList>> {
    permit(&principal)?;
    let runs = stored::list(&mut app.store.read().await?, 200, None).await?;
    Ok(Json(ImportList { active: app.jobs.list(), runs: runs.into_iter().map(run_view).collect() }))
}

fn run_view(run: ImportRun) -> ImportRunView {
    ImportRunView {
        id: run.id.0,
        label: source::label(&run.dataset),
        file: run.label,
        kind: run.kind,
        dataset: run.dataset,
        edition: run.edition.map(|edition| edition.to_string()).unwrap_or_default(),
        rows: run.rows,
        imported: run.new + run.changed,
        unchanged: run.unchanged,
        rejected: run.rejected,
        gone: run.gone,
        seconds: run.seconds,
        finished_at: rfc3339(run.finished_at),
    }
}

/// Uploads files (form field `file`, any number) and begins to read them. Nothing is written before confirmation.
#[utoipa::path(post, operation_id = "begin_import", path = "/imports", tag = "imports",
    request_body(content = String, content_type = "multipart/form-data"),
    responses((status = 202, body = ImportStarted), (status = 400, body = Problem), (status = 401, body = Problem),
        (status = 413, body = Problem)))]
pub async fn create(
    principal: Principal,
    State(app): State<App>,
    form: std::result::Result<Multipart, MultipartRejection>,
) -> Result<(StatusCode, Json<ImportStarted>)> {
    permit(&principal)?;
    let form = form.map_err(|error| Problem::invalid("file", error))?;
    let id = app.store.next_id();
    let folder = app.jobs.uploads.join(id.to_string());
    let saved = match upload::save(form, &folder).await {
        Ok(saved) => saved,
        Err(problem) => {
            let _ = tokio::fs::remove_dir_all(&folder).await;
            return Err(problem);
        }
    };
    let opened =
        tokio::task::spawn_blocking(move || hoshizu_ingest::open(&saved, &import::run::limits())).await;
    match opened.map_err(|error| Problem::internal(&error))? {
        Ok(opened) if !opened.files.is_empty() => {
            app.jobs.start(&app, id, opened.files);
            Ok((StatusCode::ACCEPTED, Json(ImportStarted { id })))
        }
        outcome => {
            let _ = tokio::fs::remove_dir_all(&folder).await;
            let why =
                outcome.err().map_or_else(|| "no data file in the upload".to_owned(), |e| e.to_string());
            Err(Problem::invalid("file", why))
        }
    }
}

/// One import: its files, what would change, how far it is.
#[utoipa::path(get, operation_id = "show_import", path = "/imports/{id}", tag = "imports", params(("id" = Uuid, Path)),
    responses((status = 200, body = ImportView), (status = 401, body = Problem), (status = 404, body = Problem)))]
pub async fn show(
    principal: Principal,
    State(app): State<App>,
    Path(id): Path<Uuid>,
) -> Result<Json<ImportView>> {
    permit(&principal)?;
    Ok(Json(app.jobs.find(id).or_not_found("import")?.view()))
}

/// Writes what was previewed.
#[utoipa::path(post, operation_id = "confirm_import", path = "/imports/{id}/confirm", tag = "imports", params(("id" = Uuid, Path)),
    request_body = ImportDecision,
    responses((status = 202, body = ImportView), (status = 404, body = Problem), (status = 409, body = Problem)))]
pub async fn confirm(
    principal: Principal,
    State(app): State<App>,
    Path(id): Path<Uuid>,
    Json(decision): Json<ImportDecision>,
) -> Result<(StatusCode, Json<ImportView>)> {
    permit(&principal)?;
    let job = app.jobs.find(id).or_not_found("import")?;
    let skip: Vec<usize> = decision.files.iter().filter(|file| file.skip).map(|file| file.index).collect();
    if !job.confirm(&app, &skip, principal.actor()) {
        return Err(Problem::conflict("the import is not waiting for confirmation"));
    }
    Ok((StatusCode::ACCEPTED, Json(job.view())))
}

/// Stops an import. The file at work leaves no trace; files finished before stay.
#[utoipa::path(post, operation_id = "stop_import", path = "/imports/{id}/stop", tag = "imports", params(("id" = Uuid, Path)),
    responses((status = 202, body = ImportView), (status = 404, body = Problem)))]
pub async fn stop(
    principal: Principal,
    State(app): State<App>,
    Path(id): Path<Uuid>,
) -> Result<(StatusCode, Json<ImportView>)> {
    permit(&principal)?;
    let job = app.jobs.find(id).or_not_found("import")?;
    job.stop();
    Ok((StatusCode::ACCEPTED, Json(job.view())))
}

/// Sets edition and column mapping of one file and reads it again.
#[utoipa::path(put, operation_id = "read_file_again", path = "/imports/{id}/files/{index}", tag = "imports",
    params(("id" = Uuid, Path), ("index" = usize, Path)), request_body = FileOptions,
    responses((status = 202, body = ImportView), (status = 400, body = Problem), (status = 409, body = Problem)))]
pub async fn options(
    principal: Principal,
    State(app): State<App>,
    Path((id, index)): Path<(Uuid, usize)>,
    Json(wanted): Json<FileOptions>,
) -> Result<(StatusCode, Json<ImportView>)> {
    permit(&principal)?;
    let job = app.jobs.find(id).or_not_found("import")?;
    let edition = match wanted.edition.as_deref() {
        None | Some("") => None,
        Some(text) => Some(Edition::parse(text).map_err(|error| Problem::invalid("edition", error))?),
    };
    let mapping: Option<Mapping> = match wanted.mapping.clone() {
        None => None,
        Some(value) => {
            let mapping: Mapping =
                serde_json::from_value(value).map_err(|error| Problem::invalid("mapping", error))?;
            mapping.check().map_err(|error| Problem::invalid("mapping", error))?;
            Some(mapping)
        }
    };
    if let (true, Some(mapping), Some(body)) = (wanted.save, &mapping, &wanted.mapping) {
        let mut write = app.store.begin(&principal.actor()).await?;
        mapping::save(&mut write, &mapping.name, body).await?;
        write.commit().await?;
    }
    if !job.reread(&app, index, import::Options { edition, mapping, coverage: None }) {
        return Err(Problem::conflict("the import is not waiting, or has no such file"));
    }
    Ok((StatusCode::ACCEPTED, Json(job.view())))
}

/// Saved column mappings.
#[utoipa::path(get, operation_id = "list_mappings", path = "/mappings", tag = "imports", responses((status = 200, body = Object)))]
pub async fn mappings(principal: Principal, State(app): State<App>) -> Result<Json<serde_json::Value>> {
    permit(&principal)?;
    let saved = mapping::list(&mut app.store.read().await?).await?;
    let items: Vec<serde_json::Value> = saved.into_iter().map(|saved| saved.body).collect();
    Ok(Json(serde_json::json!({ "items": items })))
}

/// Refused rows as CSV: file, line, column, value, reason, remedy. The id is an import's or an earlier run's.
#[utoipa::path(get, operation_id = "download_rejected", path = "/imports/{id}/rejected.csv", tag = "imports", params(("id" = Uuid, Path)),
    responses((status = 200, content_type = "text/csv"), (status = 404, body = Problem)))]
pub async fn rejected(
    principal: Principal,
    State(app): State<App>,
    Path(id): Path<Uuid>,
) -> Result<Response> {
    permit(&principal)?;
    let mut text = "\u{feff}ファイル,行,列,値,理由,対処\r\n".to_owned();
    if let Some(job) = app.jobs.find(id) {
        for (file, rejected) in job.rejections() {
            for row in &rejected {
                push_rejection(&mut text, &file, row);
            }
        }
        return Ok(csv("rejected.csv", text));
    }
    for run in runs(&app, id).await? {
        let mut offset = 0;
        loop {
            let rows = stored::rejections(&mut app.store.read().await?, run.id, offset, BATCH).await?;
            for row in &rows {
                push_rejection(&mut text, &run.label, row);
            }
            offset += rows.len() as u64;
            if rows.len() < BATCH as usize {
                break;
            }
        }
    }
    Ok(csv("rejected.csv", text))
}

fn push_rejection(text: &mut String, file: &str, row: &Rejection) {
    let cells =
        [file, &row.line.to_string(), &row.column, &row.value, &row.reason, &row.remedy].map(csv_cell);
    let _ = write!(text, "{}\r\n", cells.join(","));
}

/// What changed as CSV: file, key, name, kind, field, before, after. The id is an import's or an earlier run's.
#[utoipa::path(get, operation_id = "download_changes", path = "/imports/{id}/changes.csv", tag = "imports", params(("id" = Uuid, Path)),
    responses((status = 200, content_type = "text/csv"), (status = 404, body = Problem)))]
pub async fn changes(principal: Principal, State(app): State<App>, Path(id): Path<Uuid>) -> Result<Response> {
    permit(&principal)?;
    let mut text = "\u{feff}ファイル,番号,名称,種別,項目,前,後\r\n".to_owned();
    if let Some(job) = app.jobs.find(id) {
        for (file, changes) in job.changes() {
            for change in &changes {
                push_change(&mut text, &file, change);
            }
        }
        return Ok(csv("changes.csv", text));
    }
    for run in runs(&app, id).await? {
        let mut offset = 0;
        loop {
            let rows = stored::changes(&mut app.store.read().await?, run.id, offset, BATCH).await?;
            for change in &rows {
                push_change(&mut text, &run.label, change);
            }
            offset += rows.len() as u64;
            if rows.len() < BATCH as usize {
                break;
            }
        }
    }
    Ok(csv("changes.csv", text))
}

fn push_change(text: &mut String, file: &str, change: &Change) {
    let kind = source::code_of(&change.kind);
    let mut push = |field: &str, before: &str, after: &str| {
        let cells = [file, &change.key, &change.name, &kind, field, before, after].map(csv_cell);
        let _ = write!(text, "{}\r\n", cells.join(","));
    };
    if change.fields.is_empty() {
        push("", "", "");
    }
    for field in &change.fields {
        push(&field.field, &field.before, &field.after);
    }
}

async fn runs(app: &App, id: Uuid) -> Result<Vec<ImportRun>> {
    let mut tx = app.store.read().await?;
    let batch = stored::by_batch(&mut tx, id).await?;
    if !batch.is_empty() {
        return Ok(batch);
    }
    Ok(vec![stored::find(&mut tx, ImportId(id)).await?.or_not_found("import")?])
}
