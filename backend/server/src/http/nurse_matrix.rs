//! `/nurse-desks/matrix`, `/nurse-desks/cover`: what is covered, twice, or by nobody.

use crate::{
    app::App,
    http::problem::{OrNotFound as _, Problem, Result},
    nurses::Nurses,
    view::{
        card::NamedCode,
        nurses::{NurseCell, NurseCoverList, NurseCoverRow, NurseMatrix},
    },
};
use axum::{
    Json,
    extract::{Query, State},
};
use hoshizu_analysis::guide::{
    cover::{BANDS, Cell, Unit, matrix},
    defaults,
};
use hoshizu_catalog::{
    area::{Area, AreaKind},
    nurse::Topic,
};
use rayon::prelude::*;
use serde::Deserialize;
use std::sync::Arc;
use utoipa::IntoParams;

/// Units named in a field of the matrix.
const NAMED: usize = 20;

/// Whose matrix.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct MatrixFilter {
    /// Code of a municipality or ward.
    pub area: String,
}

/// Topics × age bands of a municipality: covered, in part, twice, or by nobody.
#[utoipa::path(get, operation_id = "nurse_desk_matrix", path = "/nurse-desks/matrix", tag = "nurses", params(MatrixFilter),
    responses((status = 200, body = NurseMatrix), (status = 404, body = Problem)))]
pub async fn show(State(app): State<App>, Query(filter): Query<MatrixFilter>) -> Result<Json<NurseMatrix>> {
    let nurses = app.nurses.current(&app.store).await?;
    Ok(Json(of(&nurses, &filter.area)?))
}

/// The matrix of a municipality or ward.
pub fn of(nurses: &Nurses, code: &str) -> Result<NurseMatrix> {
    let area = nurses.ground.areas.get(code).or_not_found("area")?;
    let area = NamedCode { code: area.code.clone(), name: area.name.clone() };
    let units = nurses.units(code);
    let topics: Vec<Topic> = Topic::all().collect();
    let cells = matrix(&nurses.desks, &units, &topics);
    let mut named: Vec<usize> = cells.iter().flat_map(|cell| cell.desks.iter().copied()).collect();
    named.sort_unstable();
    named.dedup();
    let unit = match units.first() {
        Some(unit) if unit.town.is_some() => "town",
        _ if units.len() > 1 => "area",
        _ => "whole",
    };
    Ok(NurseMatrix {
        area,
        unit: unit.to_owned(),
        units: units.len(),
        bands: BANDS.to_vec(),
        cells: cells.iter().map(|cell| cell_view(nurses, &units, cell)).collect(),
        desks: named.into_iter().map(|index| nurses.view(&nurses.desks.all()[index])).collect(),
    })
}

fn cell_view(nurses: &Nurses, units: &[Unit], cell: &Cell) -> NurseCell {
    let names = |list: &[usize]| list.iter().take(NAMED).map(|at| units[*at].name.clone()).collect();
    let general = || {
        let fits = defaults::of(cell.topic, None).into_iter().filter(|row| {
            let (from, to) = BANDS[cell.band];
            row.age_from <= to && row.age_to.is_none_or(|last| last >= from)
        });
        fits.map(|row| row.placement.code().to_owned()).collect()
    };
    NurseCell {
        topic: cell.topic.definition().code.to_owned(),
        band: cell.band,
        state: cell.state().to_owned(),
        desks: cell.desks.iter().map(|index| nurses.desks.all()[*index].id.0).collect(),
        holes: names(&cell.holes),
        overlaps: names(&cell.overlaps),
        counts: (cell.holes.len(), cell.overlaps.len()),
        general: if cell.desks.is_empty() { general() } else { Vec::new() },
    }
}

/// Where to count.
#[derive(Debug, Default, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(default)]
pub struct CoverFilter {
    /// Code of a prefecture; the whole country when absent.
    pub area: Option<String>,
}

/// How far the desks of each municipality reach: fields of its matrix by state.
#[utoipa::path(get, operation_id = "nurse_desk_cover", path = "/nurse-desks/cover", tag = "nurses", params(CoverFilter),
    responses((status = 200, body = NurseCoverList)))]
pub async fn cover(
    State(app): State<App>,
    Query(filter): Query<CoverFilter>,
) -> Result<Json<NurseCoverList>> {
    let nurses = app.nurses.current(&app.store).await?;
    let counted = tokio::task::spawn_blocking(move || {
        let within = |area: &&Area| {
            let chain = || nurses.ground.chain(&area.code);
            filter.area.as_ref().is_none_or(|code| code.is_empty() || chain().contains(code))
        };
        let areas = nurses.ground.areas.values();
        let mut areas: Vec<&Area> =
            areas.filter(|area| area.kind == AreaKind::Municipality).filter(within).collect();
        areas.sort_by(|a, b| a.code.cmp(&b.code));
        areas.par_iter().map(|area| cover_row(&nurses, area)).collect::<Vec<NurseCoverRow>>()
    });
    Ok(Json(NurseCoverList { items: counted.await.map_err(|error| Problem::internal(&error))? }))
}

/// The row of one municipality.
pub fn cover_row(nurses: &Arc<Nurses>, area: &Area) -> NurseCoverRow {
    let topics: Vec<Topic> = Topic::all().collect();
    let mut row = NurseCoverRow {
        area: NamedCode { code: area.code.clone(), name: area.name.clone() },
        desks: 0,
        states: [0; 4],
    };
    let mut named = Vec::new();
    for cell in matrix(&nurses.desks, &nurses.units(&area.code), &topics) {
        let state = ["none", "part", "twice", "full"].iter().position(|state| *state == cell.state());
        row.states[state.unwrap_or_default()] += 1;
        named.extend(cell.desks);
    }
    named.sort_unstable();
    named.dedup();
    row.desks = named.len();
    row
}
