//! Waves and ties as files, out and in, for keepers.

use crate::{
    app::App,
    http::{
        principal::Principal,
        problem::{Problem, Result},
        sheet_files::files,
        surveys::{check, kept_wave},
    },
    import::run::limits,
    network_files::{self, NetworkFormat},
    surveys::transfer,
    view::import::RejectionView,
};
use axum::{
    Json,
    extract::{Multipart, Path, State},
    http::{StatusCode, header},
    response::{IntoResponse as _, Response},
};
use hoshizu_catalog::{id::WaveId, listing::Rejection, survey::WaveState};
use hoshizu_ingest::{
    ties::{Input, Match, PartyMatch, read_ties},
    wave_folder::{self, Folder},
};
use serde::Serialize;
use utoipa::ToSchema;

/// A wave as a file: `zip` the whole folder with its code book; `graphml` and `gexf` reports with direction, `graphml_ties`
/// ties without; `csv`, `xlsx`, `json`.
#[utoipa::path(get, operation_id = "export_wave", path = "/waves/{id}/export/{format}", tag = "surveys",
    params(("id" = uuid::Uuid, Path), ("format" = String, Path)),
    responses((status = 200, body = String, content_type = "application/octet-stream"), (status = 400, body = Problem),
        (status = 403, body = Problem), (status = 404, body = Problem)))]
pub async fn export(
    principal: Principal,
    State(app): State<App>,
    Path((id, format)): Path<(WaveId, String)>,
) -> Result<Response> {
    let mut tx = app.store.read().await?;
    let wave = kept_wave(&mut tx, &app, &principal, id).await?;
    let name = |extension: &str| format!("attachment; filename=\"wave-{}.{extension}\"", wave.wave.number);
    let (kind, name, written) = if format == "zip" {
        let folder = transfer::folder(&app, &mut tx, &wave).await?;
        let job = tokio::task::spawn_blocking(move || network_files::wave::zip(&folder));
        let bytes = job.await.map_err(|error| Problem::internal(&error))?;
        ("application/zip", name("zip"), bytes.map_err(|error| Problem::internal(&error))?)
    } else {
        let format = NetworkFormat::from_code(&format).ok_or_else(|| Problem::invalid("format", "unknown"))?;
        let network = transfer::network(&app, &mut tx, &wave).await?;
        let job = tokio::task::spawn_blocking(move || network_files::write(&network, format));
        let bytes = job.await.map_err(|error| Problem::internal(&error))?;
        (format.media_type(), name(format.extension()), bytes.map_err(|error| Problem::internal(&error))?)
    };
    Ok(([(header::CONTENT_TYPE, kind.to_owned()), (header::CONTENT_DISPOSITION, name)], written).into_response())
}

/// How parties of a list were found.
#[derive(Debug, Default, Serialize, ToSchema)]
pub struct PartyCounts {
    /// By our id.
    pub id: usize,
    /// By 事業所番号.
    pub number: usize,
    /// By name.
    pub name: usize,
    /// Named so that several offices fit.
    pub ambiguous: usize,
    /// Found nowhere.
    pub unknown: usize,
}

impl PartyCounts {
    fn of(parties: &[PartyMatch]) -> Self {
        let mut counts = Self::default();
        for party in parties {
            match party.found {
                Match::Id { .. } => counts.id += 1,
                Match::Number { .. } => counts.number += 1,
                Match::Name { .. } => counts.name += 1,
                Match::Ambiguous { .. } => counts.ambiguous += 1,
                Match::Unknown => counts.unknown += 1,
            }
        }
        counts
    }
}

/// What was read of a list of ties.
#[derive(Debug, Serialize, ToSchema)]
pub struct TieImport {
    /// ☆ written.
    pub reports: usize,
    /// Said twice.
    pub duplicates: u64,
    /// Sheets written, one for each reporter.
    pub sheets: usize,
    /// How offices were found.
    pub matched: PartyCounts,
    /// Rows refused; all others are written.
    pub rejected: Vec<RejectionView>,
}

fn refused(from: Rejection) -> RejectionView {
    RejectionView { line: from.line, column: from.column, value: from.value, reason: from.reason, remedy: from.remedy }
}

/// Adds the ☆ of a list (form field `file`: CSV, XLSX, GraphML, GEXF or JSON) to an open or closed wave. A reporter
/// without a sheet gets one.
#[utoipa::path(post, operation_id = "import_ties", path = "/waves/{id}/ties", tag = "surveys", params(("id" = uuid::Uuid, Path)),
    request_body(content = String, content_type = "multipart/form-data"),
    responses((status = 200, body = TieImport), (status = 400, body = Problem), (status = 403, body = Problem),
        (status = 404, body = Problem), (status = 409, body = Problem), (status = 413, body = Problem)))]
pub async fn import_ties(
    principal: Principal,
    State(app): State<App>,
    Path(id): Path<WaveId>,
    form: Multipart,
) -> Result<Json<TieImport>> {
    let mut tx = app.store.read().await?;
    let wave = kept_wave(&mut tx, &app, &principal, id).await?;
    if wave.wave.state == WaveState::Draft {
        return Err(Problem::conflict("the wave is not open yet"));
    }
    let (label, bytes) = files(form).await?.swap_remove(0);
    let book = transfer::book(&mut tx, &app.region.load_full(), &wave.design.area).await?;
    drop(tx);
    let job = tokio::task::spawn_blocking(move || {
        read_ties(Input { label: &label, bytes: &bytes }, &book, &limits())
    });
    let read = job.await.map_err(|error| Problem::internal(&error))?;
    let read = read.map_err(|error| Problem::invalid("file", format!("{error} {}", error.remedy)))?;
    let reports: Vec<_> = read.reports.into_iter().map(|(_, report)| report).collect();
    let mut write = app.store.begin(&principal.actor()).await?;
    let sheets = transfer::keep_ties(&app.store, &mut write, &wave, &reports).await?;
    write.commit().await?;
    Ok(Json(TieImport {
        reports: reports.len(),
        duplicates: read.duplicates,
        sheets,
        matched: PartyCounts::of(&read.parties),
        rejected: read.rejected.into_iter().map(refused).collect(),
    }))
}

/// What was read of a wave's folder.
#[derive(Debug, Serialize, ToSchema)]
pub struct WaveImport {
    /// The survey it belongs to now.
    pub survey: uuid::Uuid,
    /// Its number.
    pub wave_number: u32,
    /// Sheets written.
    pub sheets: usize,
    /// ☆ written.
    pub reports: usize,
    /// How offices were found.
    pub matched: PartyCounts,
    /// Rows refused, the file before the column; all others are written.
    pub rejected: Vec<RejectionView>,
}

/// Takes a wave over from another installation (form field `file`: its folder as ZIP). It stands as a closed wave.
#[utoipa::path(post, operation_id = "import_wave", path = "/surveys/import", tag = "surveys",
    request_body(content = String, content_type = "multipart/form-data"),
    responses((status = 201, body = WaveImport), (status = 400, body = Problem), (status = 403, body = Problem),
        (status = 409, body = Problem), (status = 413, body = Problem)))]
pub async fn import_wave(
    principal: Principal,
    State(app): State<App>,
    form: Multipart,
) -> Result<(StatusCode, Json<WaveImport>)> {
    let (label, bytes) = files(form).await?.swap_remove(0);
    let job = tokio::task::spawn_blocking(move || Folder::zip(&label, bytes, &limits()));
    let opened = job.await.map_err(|error| Problem::internal(&error))?;
    let folder = opened.map_err(|error| Problem::invalid("file", error))?;
    let broken = |error: hoshizu_ingest::ties::NetworkError| Problem::invalid("file", format!("{error} {}", error.remedy));
    let area = wave_folder::area(&folder).map_err(broken)?;
    check(&app, &principal, &area)?;
    let mut tx = app.store.read().await?;
    let book = transfer::book(&mut tx, &app.region.load_full(), &area).await?;
    drop(tx);
    let job = tokio::task::spawn_blocking(move || wave_folder::read(&folder, &book, &limits()));
    let file = job.await.map_err(|error| Problem::internal(&error))?.map_err(broken)?;
    let (sheets, reports, wave_number) = (file.sheets.len(), file.reports.len(), file.number);
    let matched = PartyCounts::of(&file.parties);
    let rejected = file.refused.iter().map(|row| {
        let view = refused(row.rejection.clone());
        RejectionView { column: format!("{}: {}", row.file, view.column), ..view }
    });
    let rejected = rejected.collect();
    let mut write = app.store.begin(&principal.actor()).await?;
    let survey = transfer::keep_wave(&app.store, &mut write, file).await?;
    write.commit().await?;
    Ok((StatusCode::CREATED, Json(WaveImport { survey: survey.0, wave_number, sheets, reports, matched, rejected })))
}
