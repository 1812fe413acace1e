//! `/nurse-desks/import`, `/nurse-desks/template.xlsx`, `/nurse-desks.csv`, `/nurse-desks/sheet.pdf`: desks as tables,
//! and on paper.

use crate::{
    app::App,
    http::{
        nurse_matrix::{self, MatrixFilter},
        principal::Principal,
        problem::{OrNotFound as _, Problem, Result},
    },
    nurses::{Nurses, paper, sheet},
    press,
    view::{import::RejectionView, nurses::DeskImport},
};
use axum::{
    Json,
    extract::{Multipart, Query, State},
    http::header,
    response::{IntoResponse as _, Response},
};
use hoshizu_catalog::{
    area::AreaKind,
    day::Day,
    listing::Rejection,
    nurse::NurseDesk,
    permission::{Action, Target},
};
use hoshizu_ingest::nurse_desks::{CHECKED_ON, COLUMNS, row};
use hoshizu_store::{nurse_desk, office};
use serde::Deserialize;
use std::collections::HashSet;
use utoipa::IntoParams;

/// One table: 5,000 rows of 400 bytes, with room.
pub const MAX_TABLE: usize = 4 * 1024 * 1024;

/// How to import.
#[derive(Debug, Default, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(default)]
pub struct ImportOptions {
    /// Only say what would change.
    pub dry_run: bool,
}

/// Reads a table of desks (form field `file`, CSV or XLSX in the columns of the template) and writes its sound rows.
#[utoipa::path(post, operation_id = "import_nurse_desks", path = "/nurse-desks/import", tag = "nurses", params(ImportOptions),
    request_body(content = String, content_type = "multipart/form-data"),
    responses((status = 200, body = DeskImport), (status = 400, body = Problem), (status = 401, body = Problem),
        (status = 403, body = Problem), (status = 413, body = Problem)))]
pub async fn import(
    principal: Principal,
    State(app): State<App>,
    Query(options): Query<ImportOptions>,
    form: Multipart,
) -> Result<Json<DeskImport>> {
    let (label, bytes) = file(form).await?;
    let nurses = app.nurses.current(&app.store).await?;
    let reading = {
        let (app, nurses) = (app.clone(), nurses.clone());
        tokio::task::spawn_blocking(move || {
            sheet::read(&app.index, &app.store, &nurses.ground, &label, &bytes)
        })
    };
    let read = reading.await.map_err(|error| Problem::internal(&error))?;
    let (desks, rejected) = read.map_err(|error| Problem::invalid("file", error.remedy()))?;
    for owner in desks.iter().map(|desk| desk.owner.as_str()).collect::<HashSet<_>>() {
        principal.check(Action::EditNurseDesks, Target::Area(&nurses.ground.chain(owner)))?;
    }
    let mut write = app.store.begin(&principal.actor()).await?;
    let saved = nurse_desk::save_by_name(&mut write, &desks).await?;
    if options.dry_run {
        write.rollback().await?;
    } else {
        write.commit().await?;
    }
    Ok(Json(DeskImport {
        written: !options.dry_run,
        rows: desks.len(),
        new: saved.new,
        changed: saved.changed,
        unchanged: saved.unchanged,
        rejected: rejected.into_iter().map(refused).collect(),
    }))
}

async fn file(mut form: Multipart) -> Result<(String, Vec<u8>)> {
    let unreadable = |error: axum::extract::multipart::MultipartError| {
        if error.status() == axum::http::StatusCode::PAYLOAD_TOO_LARGE {
            Problem::too_large(format!("more than {MAX_TABLE} bytes"))
        } else {
            Problem::invalid("file", error)
        }
    };
    while let Some(field) = form.next_field().await.map_err(unreadable)? {
        if field.name() == Some("file") {
            let label = field.file_name().unwrap_or("file").chars().take(100).collect();
            let bytes = field.bytes().await.map_err(unreadable)?;
            return Ok((label, bytes.to_vec()));
        }
    }
    Err(Problem::invalid("file", "missing"))
}

fn refused(from: Rejection) -> RejectionView {
    RejectionView {
        line: from.line,
        column: from.column,
        value: from.value,
        reason: from.reason,
        remedy: from.remedy,
    }
}

/// Whose table.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct TableFilter {
    /// Code of the municipality or prefecture.
    pub owner: String,
}

/// The template as a workbook with drop-downs, filled with what the owner has entered so far.
#[utoipa::path(get, operation_id = "nurse_desk_template", path = "/nurse-desks/template.xlsx", tag = "nurses", params(TableFilter),
    responses((status = 200, body = String, content_type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
        (status = 404, body = Problem)))]
pub async fn template(State(app): State<App>, Query(filter): Query<TableFilter>) -> Result<Response> {
    let nurses = app.nurses.current(&app.store).await?;
    let mut rows = rows(&app, &nurses, &filter.owner).await?;
    if rows.is_empty() {
        // The first row shows the owner's name as it has to be written.
        rows.push(vec![String::new(), nurses.ground.name(&filter.owner)]);
    }
    let kinds = [AreaKind::CommunityArea, AreaKind::SchoolDistrict, AreaKind::Ward, AreaKind::Municipality];
    let areas: Vec<String> =
        nurses.ground.inside(&filter.owner, &kinds).iter().map(|area| area.name.clone()).collect();
    let built = tokio::task::spawn_blocking(move || sheet::workbook(&rows, &areas)).await;
    let bytes =
        built.map_err(|error| Problem::internal(&error))?.map_err(|error| Problem::internal(&error))?;
    let kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    let name = "attachment; filename=\"nurse-desks.xlsx\"";
    Ok(([(header::CONTENT_TYPE, kind), (header::CONTENT_DISPOSITION, name)], bytes).into_response())
}

/// 保健師早見表: the matrix and the desks of a municipality on one page of A4, black on white for a FAX.
#[utoipa::path(get, operation_id = "nurse_desk_sheet", path = "/nurse-desks/sheet.pdf", tag = "nurses", params(MatrixFilter),
    responses((status = 200, body = String, content_type = "application/pdf"), (status = 404, body = Problem),
        (status = 503, body = Problem)))]
pub async fn printed(State(app): State<App>, Query(filter): Query<MatrixFilter>) -> Result<Response> {
    let nurses = app.nurses.current(&app.store).await?;
    let matrix = nurse_matrix::of(&nurses, &filter.area)?;
    let document = paper::sheet(&matrix, Day::of(app.store.now()));
    let bytes = press::print(&app, move |fonts| hoshizu_print::nurse_sheet(&document, fonts)).await?;
    let name = "inline; filename=\"nurse-desks.pdf\"";
    let headers = [(header::CONTENT_TYPE, "application/pdf"), (header::CONTENT_DISPOSITION, name)];
    Ok((headers, bytes).into_response())
}

/// What an owner has entered, in the columns of the template.
#[utoipa::path(get, operation_id = "export_nurse_desks", path = "/nurse-desks.csv", tag = "nurses", params(TableFilter),
    responses((status = 200, body = String, content_type = "text/csv"), (status = 404, body = Problem)))]
pub async fn export(State(app): State<App>, Query(filter): Query<TableFilter>) -> Result<Response> {
    let nurses = app.nurses.current(&app.store).await?;
    let mut writer = csv::Writer::from_writer("\u{feff}".as_bytes().to_vec());
    let head = COLUMNS.into_iter().chain([CHECKED_ON]);
    writer.write_record(head).map_err(|error| Problem::internal(&error))?;
    for row in rows(&app, &nurses, &filter.owner).await? {
        writer
            .write_record(row.iter().map(|cell| harmless(cell)))
            .map_err(|error| Problem::internal(&error))?;
    }
    let bytes = writer.into_inner().map_err(|error| Problem::internal(&error))?;
    let name = "attachment; filename=\"nurse-desks.csv\"";
    let headers = [(header::CONTENT_TYPE, "text/csv; charset=utf-8"), (header::CONTENT_DISPOSITION, name)];
    Ok((headers, bytes).into_response())
}

/// A cell that a spreadsheet would run as a formula is led in by a quote.
fn harmless(cell: &str) -> String {
    if cell.starts_with(['=', '+', '-', '@', '\t', '\r']) { format!("'{cell}") } else { cell.to_owned() }
}

async fn rows(app: &App, nurses: &Nurses, owner: &str) -> Result<Vec<Vec<String>>> {
    nurses.ground.areas.get(owner).or_not_found("area")?;
    let desks: Vec<&NurseDesk> = nurses.desks.all().iter().filter(|desk| desk.owner == owner).collect();
    let ids: Vec<_> = desks.iter().filter_map(|desk| desk.office).collect();
    let offices = office::many(&mut app.store.read().await?, &ids).await?;
    let name = |desk: &NurseDesk| {
        let own = offices.iter().find(|office| Some(office.id) == desk.office);
        own.map_or("", |office| office.name.as_str())
    };
    Ok(desks.iter().map(|desk| row(desk, &|code| nurses.ground.name(code), name(desk))).collect())
}
