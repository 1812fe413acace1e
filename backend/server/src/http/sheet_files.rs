//! ☆ sheets as PDF and XLSX, out to respondents and back in.

use crate::{
    app::App,
    http::{
        client::Client,
        links::origin,
        principal::Principal,
        problem::{OrNotFound as _, Problem, Result},
        sheets::{actor, check_partners, open},
        surveys::kept_wave,
    },
    import::run::limits,
    press,
    surveys::{
        paper::{Stack, stars},
        sheet::Opened,
        spreadsheet,
    },
};
use axum::{
    Json,
    extract::{Multipart, Path, Query, State},
    http::{HeaderMap, header},
    response::{IntoResponse as _, Response},
};
use hoshizu_catalog::{
    day::Day,
    id::{OfficeId, WaveId},
    survey::{SheetState, WaveState, Way},
    tie::Star,
};
use hoshizu_ingest::survey_sheet::{SheetAnswers, SheetError, SheetFault, read_sheet};
use hoshizu_store::{
    Tx, office,
    sheet::{self, Change, StoredSheet, Unlisted},
    survey::StoredWave,
};
use serde::{Deserialize, Serialize};
use std::{
    collections::HashMap,
    io::{Cursor, Write as _},
};
use utoipa::{IntoParams, ToSchema};
use zip::{CompressionMethod, ZipWriter, write::SimpleFileOptions};

/// Uploads together: a hundred workbooks of 60 kB, with room.
pub const MAX_SHEETS: usize = 16 * 1024 * 1024;

const XLSX: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/// Which sheets.
#[derive(Debug, Default, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(default)]
pub struct SheetChoice {
    /// `waiting`: those still awaited; all when absent.
    pub state: Option<String>,
}

impl SheetChoice {
    fn holds(&self, stored: &StoredSheet) -> bool {
        let awaited = matches!(stored.sheet.state, SheetState::Waiting | SheetState::Begun);
        awaited || self.state.as_deref() != Some("waiting")
    }
}

fn file(kind: &'static str, name: &str, bytes: Vec<u8>) -> Response {
    let disposition = format!("attachment; filename=\"{name}\"");
    ([(header::CONTENT_TYPE, kind.to_owned()), (header::CONTENT_DISPOSITION, disposition)], bytes)
        .into_response()
}

async fn chosen(
    app: &App,
    tx: &mut Tx,
    wave: &StoredWave,
    headers: &HeaderMap,
    choice: &SheetChoice,
) -> Result<(Stack, Vec<StoredSheet>)> {
    let all = sheet::of_wave(tx, wave.wave.id).await?;
    let sheets: Vec<StoredSheet> = all.into_iter().filter(|stored| choice.holds(stored)).collect();
    if sheets.is_empty() {
        return Err(Problem::refused("no_sheets", "no sheet is left"));
    }
    let stack = Stack::load(app, tx, wave, &sheets, origin(app, headers)).await?;
    Ok((stack, sheets))
}

/// Sheets in one PDF; of more, an archive of PDFs is made, which every processor works at.
const ONE_FILE: usize = 100;
/// Sheets in each PDF of an archive: what a printer takes at a time.
const EACH: usize = 50;

/// The sheets of a wave on paper, one after the other; of more than 100 an archive of PDFs with 50 each.
#[utoipa::path(get, operation_id = "print_sheets", path = "/waves/{id}/sheets.pdf", tag = "surveys",
    params(("id" = uuid::Uuid, Path), SheetChoice),
    responses((status = 200, body = String, content_type = "application/pdf"), (status = 403, body = Problem),
        (status = 404, body = Problem), (status = 422, body = Problem)))]
pub async fn print(
    principal: Principal,
    State(app): State<App>,
    headers: HeaderMap,
    Path(id): Path<WaveId>,
    Query(choice): Query<SheetChoice>,
) -> Result<Response> {
    let mut tx = app.store.read().await?;
    let wave = kept_wave(&mut tx, &app, &principal, id).await?;
    let (stack, sheets) = chosen(&app, &mut tx, &wave, &headers, &choice).await?;
    drop(tx);
    let documents: Vec<_> = sheets.iter().map(|stored| stack.document(stored)).collect();
    if documents.len() <= ONE_FILE {
        let bytes = press::print(&app, move |fonts| hoshizu_print::sheets(&documents, fonts)).await?;
        return Ok(file("application/pdf", "sheets.pdf", bytes));
    }
    let files = press::print(&app, move |fonts| {
        hoshizu_print::sheet_files(&documents, EACH, fonts).collect::<std::result::Result<Vec<_>, _>>()
    });
    let named = (1..).zip(files.await?).map(|(number, bytes)| (format!("sheets-{number:03}.pdf"), bytes));
    Ok(file("application/zip", "sheets.zip", zipped(named).map_err(|error| Problem::internal(&*error))?))
}

/// Letters to those who have not answered, a page each.
#[utoipa::path(get, operation_id = "print_reminders", path = "/waves/{id}/reminders.pdf", tag = "surveys",
    params(("id" = uuid::Uuid, Path)),
    responses((status = 200, body = String, content_type = "application/pdf"), (status = 403, body = Problem),
        (status = 404, body = Problem), (status = 422, body = Problem)))]
pub async fn reminders(
    principal: Principal,
    State(app): State<App>,
    headers: HeaderMap,
    Path(id): Path<WaveId>,
) -> Result<Response> {
    let mut tx = app.store.read().await?;
    let wave = kept_wave(&mut tx, &app, &principal, id).await?;
    let choice = SheetChoice { state: Some("waiting".to_owned()) };
    let (stack, sheets) = chosen(&app, &mut tx, &wave, &headers, &choice).await?;
    drop(tx);
    let letters: Vec<_> = sheets.iter().map(|stored| stack.reminder(stored)).collect();
    let bytes = press::print(&app, move |fonts| hoshizu_print::reminders(&letters, fonts)).await?;
    Ok(file("application/pdf", "reminders.pdf", bytes))
}

/// The sheets of a wave as workbooks in one archive, named by their codes.
#[utoipa::path(get, operation_id = "download_workbooks", path = "/waves/{id}/sheets.zip", tag = "surveys",
    params(("id" = uuid::Uuid, Path), SheetChoice),
    responses((status = 200, body = String, content_type = "application/zip"), (status = 403, body = Problem),
        (status = 404, body = Problem), (status = 422, body = Problem)))]
pub async fn workbooks(
    principal: Principal,
    State(app): State<App>,
    headers: HeaderMap,
    Path(id): Path<WaveId>,
    Query(choice): Query<SheetChoice>,
) -> Result<Response> {
    let mut tx = app.store.read().await?;
    let wave = kept_wave(&mut tx, &app, &principal, id).await?;
    let (stack, sheets) = chosen(&app, &mut tx, &wave, &headers, &choice).await?;
    let stars = stars(&mut tx, &wave).await?;
    drop(tx);
    let written = tokio::task::spawn_blocking(move || archive(&stack, &sheets, &stars)).await;
    let bytes =
        written.map_err(|error| Problem::internal(&error))?.map_err(|error| Problem::internal(&*error))?;
    Ok(file("application/zip", "sheets.zip", bytes))
}

type Stars = HashMap<hoshizu_catalog::id::SheetId, HashMap<OfficeId, Star>>;

type Archived = std::result::Result<Vec<u8>, Box<dyn std::error::Error + Send + Sync>>;

fn archive(stack: &Stack, sheets: &[StoredSheet], stars: &Stars) -> Archived {
    let none = HashMap::new();
    let mut books = Vec::with_capacity(sheets.len());
    for stored in sheets {
        let book = stack.workbook(stored, stars.get(&stored.sheet.id).unwrap_or(&none));
        books.push((format!("{}.xlsx", stored.sheet.code.grouped()), spreadsheet::write(&book)?));
    }
    zipped(books)
}

/// Files as one archive. Workbooks and PDFs are compressed already.
fn zipped(files: impl IntoIterator<Item = (String, Vec<u8>)>) -> Archived {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    for (name, bytes) in files {
        archive.start_file(name, options)?;
        archive.write_all(&bytes)?;
    }
    Ok(archive.finish()?.into_inner())
}

/// One sheet on paper.
#[utoipa::path(get, operation_id = "print_sheet", path = "/sheets/{code}/form.pdf", tag = "sheets", params(("code" = String, Path)),
    responses((status = 200, body = String, content_type = "application/pdf"), (status = 404, body = Problem), (status = 429, body = Problem)))]
pub async fn form_pdf(
    client: Client,
    State(app): State<App>,
    headers: HeaderMap,
    Path(code): Path<String>,
) -> Result<Response> {
    let mut tx = app.store.read().await?;
    let Opened { stored, wave, .. } = open(&mut tx, &app, &client, &code).await?;
    let sheets = [stored];
    let stack = Stack::load(&app, &mut tx, &wave, &sheets, origin(&app, &headers)).await?;
    drop(tx);
    let document = stack.document(&sheets[0]);
    let bytes = press::print(&app, move |fonts| hoshizu_print::sheets(&[document], fonts)).await?;
    Ok(file("application/pdf", "sheet.pdf", bytes))
}

/// One sheet as a workbook with drop-downs, with what is answered already.
#[utoipa::path(get, operation_id = "download_workbook", path = "/sheets/{code}/form.xlsx", tag = "sheets", params(("code" = String, Path)),
    responses((status = 200, body = String, content_type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
        (status = 404, body = Problem), (status = 429, body = Problem)))]
pub async fn form_xlsx(
    client: Client,
    State(app): State<App>,
    headers: HeaderMap,
    Path(code): Path<String>,
) -> Result<Response> {
    let mut tx = app.store.read().await?;
    let Opened { stored, wave, .. } = open(&mut tx, &app, &client, &code).await?;
    let stars = sheet::reports_of_sheet(&mut tx, stored.sheet.id).await?.into_iter().collect();
    let sheets = [stored];
    let stack = Stack::load(&app, &mut tx, &wave, &sheets, origin(&app, &headers)).await?;
    drop(tx);
    let book = stack.workbook(&sheets[0], &stars);
    let written = tokio::task::spawn_blocking(move || spreadsheet::write(&book)).await;
    let bytes =
        written.map_err(|error| Problem::internal(&error))?.map_err(|error| Problem::internal(&error))?;
    Ok(file(XLSX, &format!("{}.xlsx", sheets[0].sheet.code.grouped()), bytes))
}

/// What was read of one workbook.
#[derive(Debug, Serialize, ToSchema)]
pub struct SheetFileResult {
    /// Name of the file.
    pub file: String,
    /// Code of the sheet it answers.
    pub code: Option<String>,
    /// Who answers.
    pub office_name: Option<String>,
    /// ☆ on it.
    pub stars: usize,
    /// Agencies on it that are not listed.
    pub unlisted: usize,
    /// What is wrong; then nothing of this file was saved.
    pub faults: Vec<SheetCellFault>,
}

/// A cell that cannot be read.
#[derive(Debug, Serialize, ToSchema)]
pub struct SheetCellFault {
    /// Cell as the program shows it (`F12`); empty for the whole file.
    pub cell: String,
    /// Its value.
    pub value: String,
    /// Stable code.
    pub reason: String,
    /// What to do.
    pub remedy: String,
}

/// What was read of all of them.
#[derive(Debug, Serialize, ToSchema)]
pub struct SheetFileResults {
    /// One for each file, in order.
    pub items: Vec<SheetFileResult>,
}

impl From<SheetFault> for SheetCellFault {
    fn from(fault: SheetFault) -> Self {
        Self { cell: fault.cell, value: fault.value, reason: fault.reason.to_owned(), remedy: fault.remedy }
    }
}

impl From<SheetError> for SheetCellFault {
    fn from(error: SheetError) -> Self {
        Self {
            cell: error.cell.unwrap_or_default(),
            value: error.detail,
            reason: error.reason.to_owned(),
            remedy: error.remedy.to_owned(),
        }
    }
}

/// Reads answered workbooks (form field `file`, one or several): each is saved whole, or nothing of it.
#[utoipa::path(post, operation_id = "read_workbooks", path = "/waves/{id}/sheet-files", tag = "surveys",
    params(("id" = uuid::Uuid, Path)), request_body(content = String, content_type = "multipart/form-data"),
    responses((status = 200, body = SheetFileResults), (status = 403, body = Problem), (status = 404, body = Problem),
        (status = 409, body = Problem), (status = 413, body = Problem)))]
pub async fn upload(
    principal: Principal,
    State(app): State<App>,
    Path(id): Path<WaveId>,
    form: Multipart,
) -> Result<Json<SheetFileResults>> {
    let wave = kept_wave(&mut app.store.read().await?, &app, &principal, id).await?;
    if wave.wave.state == WaveState::Draft {
        return Err(Problem::conflict("the wave is not open yet"));
    }
    let mut items = Vec::new();
    for (name, bytes) in files(form).await? {
        items.push(take(&app, &principal, &wave, name, bytes).await?);
    }
    Ok(Json(SheetFileResults { items }))
}

/// The files of a form by their names.
pub async fn files(mut form: Multipart) -> Result<Vec<(String, Vec<u8>)>> {
    let unreadable = |error: axum::extract::multipart::MultipartError| {
        if error.status() == axum::http::StatusCode::PAYLOAD_TOO_LARGE {
            Problem::too_large(format!("more than {MAX_SHEETS} bytes"))
        } else {
            Problem::invalid("file", error)
        }
    };
    let mut found = Vec::new();
    while let Some(field) = form.next_field().await.map_err(unreadable)? {
        if field.name() == Some("file") {
            let name: String = field.file_name().unwrap_or("file").chars().take(100).collect();
            found.push((name, field.bytes().await.map_err(unreadable)?.to_vec()));
        }
    }
    if found.is_empty() { Err(Problem::invalid("file", "missing")) } else { Ok(found) }
}

async fn take(
    app: &App,
    principal: &Principal,
    wave: &StoredWave,
    file: String,
    bytes: Vec<u8>,
) -> Result<SheetFileResult> {
    let nothing =
        |file, faults| SheetFileResult { file, code: None, office_name: None, stars: 0, unlisted: 0, faults };
    let read = tokio::task::spawn_blocking(move || read_sheet(&bytes, &limits())).await;
    let answers = match read.map_err(|error| Problem::internal(&error))? {
        Ok(answers) => answers,
        Err(error) => return Ok(nothing(file, vec![error.into()])),
    };
    let mut tx = app.store.read().await?;
    let Some(opened) = of_wave(&mut tx, wave, &answers).await? else {
        let fault = SheetCellFault {
            cell: String::new(),
            value: answers.code.grouped(),
            reason: "other_wave".to_owned(),
            remedy: "この回の調査票ではありません。配られたファイルを確かめてください。".to_owned(),
        };
        return Ok(nothing(file, vec![fault]));
    };
    let faults: Vec<SheetFault> =
        answers.outside(&opened.stored.sheet.roster).into_iter().chain(answers.refused.clone()).collect();
    let mut result = SheetFileResult {
        file,
        code: Some(answers.code.grouped()),
        office_name: Some(opened.office.name.clone()),
        stars: answers.rows.iter().filter(|row| row.star.is_some()).count(),
        unlisted: answers.unlisted.len(),
        faults: faults.into_iter().map(Into::into).collect(),
    };
    if result.faults.is_empty() {
        let change = change(app, &mut tx, &opened, answers).await?;
        drop(tx);
        let saved = app.sheets.save(&app.store, actor(principal), change).await;
        saved.map_err(|error| Problem::internal(&error))?.or_not_found("sheet")?;
    } else {
        result.stars = 0;
    }
    Ok(result)
}

async fn of_wave(tx: &mut Tx, wave: &StoredWave, answers: &SheetAnswers) -> Result<Option<Opened>> {
    let Some(stored) =
        sheet::by_code(tx, &answers.code).await?.filter(|stored| stored.sheet.wave == wave.wave.id)
    else {
        return Ok(None);
    };
    let office = office::find(tx, stored.sheet.office).await?.or_not_found("office")?;
    Ok(Some(Opened { stored, wave: wave.clone(), office }))
}

async fn change(app: &App, tx: &mut Tx, opened: &Opened, answers: SheetAnswers) -> Result<Change> {
    let rows: Vec<(OfficeId, Option<Star>)> = answers.rows.iter().map(|row| (row.office, row.star)).collect();
    check_partners(tx, opened, &rows).await?;
    let unlisted = answers.unlisted.into_iter().map(|agency| Unlisted {
        name: agency.name,
        place: agency.place,
        phone: agency.phone,
        star: agency.star,
    });
    Ok(Change {
        code: opened.stored.sheet.code.clone(),
        way: Way::Spreadsheet,
        rows,
        unlisted: Some(unlisted.collect()),
        state: Some(SheetState::Finished),
        consents: true,
        late: Day::of(app.store.now()) > opened.wave.wave.closes_on,
        finished_at: None,
    })
}
