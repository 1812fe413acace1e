//! `/meta`: what this installation holds.

use crate::{
    app::App,
    clock::rfc3339,
    http::problem::Result,
    source,
    view::meta::{BaseMapView, DatasetView, Meta, TileSource},
};
use axum::{Json, extract::State};
use hoshizu_store::{dataset, health, setting};

/// Setting that marks an installation with the invented prefecture.
pub const DEMO: &str = "demo";

/// The installation in one object.
#[utoipa::path(get, operation_id = "meta", path = "/meta", tag = "meta", responses((status = 200, body = Meta)))]
pub async fn show(State(app): State<App>) -> Result<Json<Meta>> {
    let everything = hoshizu_search::Query { limit: 1, ..hoshizu_search::Query::default() };
    let answer = crate::http::offices::search(&app, everything).await?;
    let mut tx = app.store.read().await?;
    let counts = health::counts(&mut tx).await?;
    let datasets = dataset::list(&mut tx).await?;
    let demo = setting::get(&mut tx, DEMO).await?.is_some();
    Ok(Json(Meta {
        name: "星図",
        version: env!("CARGO_PKG_VERSION"),
        demo,
        offices: counts.offices,
        services: counts.services,
        organizations: counts.organizations,
        review_items: counts.reviews_open,
        updated_at: datasets.iter().map(|dataset| dataset.imported_at).max().map(rfc3339),
        bounds: answer.bounds,
        datasets: datasets.into_iter().map(view).collect(),
        base_map: base_map(&app),
        generation: app.index.generation() + app.region.load().generation,
    }))
}

fn view(dataset: dataset::Dataset) -> DatasetView {
    DatasetView {
        label: source::label(&dataset.name),
        credit: source::credit(&dataset.name).map(str::to_owned),
        edition: dataset.edition.as_ref().map(ToString::to_string).unwrap_or_default(),
        rows: dataset.rows,
        gone: dataset.gone,
        imported_at: Some(rfc3339(dataset.imported_at)),
        file: Some(dataset.label),
        dataset: dataset.name,
    }
}

fn base_map(app: &App) -> BaseMapView {
    let source = |url: String, attribution: &str, maxzoom| TileSource {
        url,
        attribution: attribution.to_owned(),
        maxzoom,
    };
    BaseMapView {
        pmtiles: app
            .config
            .pmtiles
            .as_ref()
            .map(|(_, credit)| source("/api/v1/base.pmtiles".into(), credit, 15)),
        raster: app.config.raster.as_ref().map(|(url, credit)| source(url.clone(), credit, 18)),
    }
}
