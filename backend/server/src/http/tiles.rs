//! `/tiles`: vector tiles of offices, areas and the base map, with ETag; and the optional PMTiles file.

use crate::{
    app::App,
    http::{
        areas,
        filter::OfficeFilter,
        problem::{OrNotFound as _, Problem, Result},
    },
};
use axum::{
    body::Body,
    extract::{Path, Query, Request, State},
    http::{HeaderMap, HeaderValue, StatusCode, header},
    response::{IntoResponse as _, Response},
};
use hoshizu_catalog::id::OfficeId;
use hoshizu_store::office;
use hoshizu_tiles::{OfficeTile, SINGLE_ZOOM, TileId, TilePoint};
use serde::Deserialize;
use std::{
    collections::HashMap,
    hash::{DefaultHasher, Hash as _, Hasher as _},
    sync::Arc,
};
use tower::ServiceExt as _;
use utoipa::IntoParams;
use uuid::Uuid;

/// Kinds of areas for the areas layer.
#[derive(Debug, Default, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(default)]
pub struct TileAreas {
    /// Kinds, comma-separated; every kind when absent.
    pub kind: Option<String>,
}

fn tile_id(z: u32, x: u32, y: &str) -> Result<TileId> {
    let y = y.strip_suffix(".mvt").and_then(|y| y.parse().ok()).or_not_found("tile")?;
    TileId::new(z, x, y).or_not_found("tile")
}

/// Offices that match the filters: single ones and clusters.
#[utoipa::path(get, operation_id = "office_tile", path = "/tiles/offices/{z}/{x}/{y}", tag = "tiles",
    params(("z" = u32, Path), ("x" = u32, Path), ("y" = String, Path, description = "with `.mvt`"), OfficeFilter),
    responses((status = 200, content_type = "application/vnd.mapbox-vector-tile"), (status = 204), (status = 304)))]
pub async fn offices(
    State(app): State<App>,
    Path((z, x, y)): Path<(u32, u32, String)>,
    Query(filter): Query<OfficeFilter>,
    headers: HeaderMap,
) -> Result<Response> {
    let tile = tile_id(z, x, &y)?;
    let mut query = filter.query(app.store.now())?;
    query.cursor = None;
    let inside = tile.bounds();
    let box_of_tile = [inside.west, inside.south, inside.east, inside.north];
    query.bbox = match query.bbox.map(|wanted| overlap(wanted, box_of_tile)) {
        None => Some(box_of_tile),
        Some(Some(both)) => Some(both),
        Some(None) => return Ok(StatusCode::NO_CONTENT.into_response()),
    };
    let index = Arc::clone(&app.index);
    let collected = tokio::task::spawn_blocking(move || {
        let mut picture = OfficeTile::new(tile);
        // From here on an office may stand alone and be labelled: few points, whose names are fetched together.
        let mut labelled = Vec::new();
        index.points(&query, &mut |point| {
            let found = Found { id: point.id, lon: point.lon, lat: point.lat, systems: point.systems };
            if tile.z() < SINGLE_ZOOM {
                picture.add(found.tile_point(None));
            } else {
                labelled.push(found);
            }
        })?;
        Ok::<_, hoshizu_search::Error>((picture, labelled))
    });
    let (mut picture, labelled) = collected.await.map_err(|error| Problem::internal(&error))??;
    if !labelled.is_empty() {
        let ids: Vec<OfficeId> = labelled.iter().map(|found| OfficeId(found.id)).collect();
        let names: HashMap<Uuid, String> = office::many(&mut app.store.read().await?, &ids)
            .await?
            .into_iter()
            .map(|office| (office.id.0, office.name))
            .collect();
        for found in &labelled {
            picture.add(found.tile_point(names.get(&found.id).map(String::as_str)));
        }
    }
    Ok(respond(picture.finish(), &headers))
}

struct Found {
    id: Uuid,
    lon: f64,
    lat: f64,
    systems: u8,
}

impl Found {
    fn tile_point<'a>(&self, name: Option<&'a str>) -> TilePoint<'a> {
        TilePoint { lon: self.lon, lat: self.lat, systems: self.systems, id: self.id.as_u128(), name }
    }
}

fn overlap(a: [f64; 4], b: [f64; 4]) -> Option<[f64; 4]> {
    let both = [a[0].max(b[0]), a[1].max(b[1]), a[2].min(b[2]), a[3].min(b[3])];
    (both[0] <= both[2] && both[1] <= both[3]).then_some(both)
}

/// Areas: polygons and labels.
#[utoipa::path(get, operation_id = "area_tile", path = "/tiles/areas/{z}/{x}/{y}", tag = "tiles",
    params(("z" = u32, Path), ("x" = u32, Path), ("y" = String, Path, description = "with `.mvt`"), TileAreas),
    responses((status = 200, content_type = "application/vnd.mapbox-vector-tile"), (status = 204), (status = 304)))]
pub async fn area_layer(
    State(app): State<App>,
    Path((z, x, y)): Path<(u32, u32, String)>,
    Query(wanted): Query<TileAreas>,
    headers: HeaderMap,
) -> Result<Response> {
    let tile = tile_id(z, x, &y)?;
    let kinds = areas::kinds(wanted.kind.as_deref())?;
    let region = app.region.load_full();
    let drawn = tokio::task::spawn_blocking(move || region.area_tiles.tile(tile, &kinds)).await;
    Ok(respond(drawn.map_err(|error| Problem::internal(&error))?, &headers))
}

/// Base map: land, water, railways, roads.
#[utoipa::path(get, operation_id = "base_tile", path = "/tiles/base/{z}/{x}/{y}", tag = "tiles",
    params(("z" = u32, Path), ("x" = u32, Path), ("y" = String, Path, description = "with `.mvt`")),
    responses((status = 200, content_type = "application/vnd.mapbox-vector-tile"), (status = 204), (status = 304)))]
pub async fn base(
    State(app): State<App>,
    Path((z, x, y)): Path<(u32, u32, String)>,
    headers: HeaderMap,
) -> Result<Response> {
    let tile = tile_id(z, x, &y)?;
    let region = app.region.load_full();
    let drawn = tokio::task::spawn_blocking(move || region.base_tiles.tile(tile)).await;
    Ok(respond(drawn.map_err(|error| Problem::internal(&error))?, &headers))
}

/// The tile, 204 when there is nothing on it, 304 when the browser has it.
fn respond(bytes: Vec<u8>, headers: &HeaderMap) -> Response {
    if bytes.is_empty() {
        return StatusCode::NO_CONTENT.into_response();
    }
    let mut hasher = DefaultHasher::new();
    bytes.hash(&mut hasher);
    let etag = format!("\"{:016x}\"", hasher.finish());
    let known = headers.get(header::IF_NONE_MATCH).is_some_and(|value| value == etag.as_str());
    let mut response =
        if known { StatusCode::NOT_MODIFIED.into_response() } else { Body::from(bytes).into_response() };
    let set = response.headers_mut();
    set.insert(header::CONTENT_TYPE, HeaderValue::from_static("application/vnd.mapbox-vector-tile"));
    // Asked for anew each time, answered with 304 while nothing has changed: edits show at once.
    set.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-cache"));
    if let Ok(value) = HeaderValue::from_str(&etag) {
        set.insert(header::ETAG, value);
    }
    response
}

/// Byte ranges of the PMTiles file of the settings.
pub async fn pmtiles(State(app): State<App>, request: Request) -> Result<Response> {
    let (path, _) = app.config.pmtiles.as_ref().or_not_found("base map")?;
    let answered = tower_http::services::ServeFile::new(path).oneshot(request).await;
    Ok(answered.map_or_else(|never| match never {}, axum::response::IntoResponse::into_response))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn boxes_that_do_not_touch_have_no_overlap() {
        assert_eq!(overlap([0.0, 0.0, 2.0, 2.0], [1.0, 1.0, 3.0, 3.0]), Some([1.0, 1.0, 2.0, 2.0]));
        assert_eq!(overlap([0.0, 0.0, 1.0, 1.0], [2.0, 2.0, 3.0, 3.0]), None);
    }

    #[test]
    fn a_tile_outside_the_pyramid_is_not_found() {
        assert_eq!(tile_id(1, 2, "0.mvt").unwrap_err().status, 404);
        assert_eq!(tile_id(1, 0, "0").unwrap_err().status, 404);
    }
}
