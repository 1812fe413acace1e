//! `/offices`: search, one office, the nearest of a kind.

use crate::{
    app::App,
    http::{
        filter::OfficeFilter,
        problem::{OrNotFound as _, Problem, Result},
        respond,
    },
    view::{
        card::Card,
        office::{CardList, OfficeDetail},
        search::OfficePage,
    },
};
use axum::{
    Json,
    extract::{Path, Query, State},
    http::{StatusCode, header},
    response::{IntoResponse as _, Response},
};
use hoshizu_catalog::{glossary, id::OfficeId, taxonomy::ServiceType};
use hoshizu_store::{office, redirect};
use serde::{Deserialize, Serialize};
use std::sync::Arc;
use utoipa::{IntoParams, ToSchema};

/// Searches offices: a page of them, the exact total, facets and how the words were understood.
#[utoipa::path(get, operation_id = "search_offices", path = "/offices", tag = "offices", params(OfficeFilter),
    responses((status = 200, body = OfficePage), (status = 400, body = Problem)))]
pub async fn list(State(app): State<App>, Query(filter): Query<OfficeFilter>) -> Result<Response> {
    let query = filter.query(app.store.now())?;
    let answer = search(&app, query).await?;
    Ok(respond::office_page(&app.region.load(), &answer))
}

/// Runs a search off the async threads.
pub async fn search(app: &App, query: hoshizu_search::Query) -> Result<Arc<hoshizu_search::Answer>> {
    let index = Arc::clone(&app.index);
    let answer = tokio::task::spawn_blocking(move || index.search(&query)).await;
    Ok(answer.map_err(|error| Problem::internal(&error))??)
}

/// Where an office went that was merged into another.
#[derive(Debug, Serialize, ToSchema)]
pub struct Moved {
    /// The office that stands in its place.
    pub moved_to: uuid::Uuid,
}

/// One office with its services, sources and neighbours; 301 to the one that stands in its place after a merge.
#[utoipa::path(get, operation_id = "show_office", path = "/offices/{id}", tag = "offices", params(("id" = uuid::Uuid, Path)),
    responses((status = 200, body = OfficeDetail), (status = 301, body = Moved), (status = 404, body = Problem)))]
pub async fn show(State(app): State<App>, Path(id): Path<OfficeId>) -> Result<Response> {
    let mut tx = app.store.read().await?;
    let Some(full) = office::full(&mut tx, id).await? else {
        let new = redirect::find(&mut tx, id).await?.or_not_found("office")?;
        let location = [(header::LOCATION, format!("/api/v1/offices/{new}"))];
        let body = Json(Moved { moved_to: new.0 });
        return Ok((StatusCode::MOVED_PERMANENTLY, location, body).into_response());
    };
    Ok(Json(respond::office_detail(&mut tx, &app.region.load(), full).await?).into_response())
}

/// What the nearest offices should be.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct Nearest {
    /// Service type they deliver; any when absent.
    pub service: Option<String>,
    /// How many, 1–50, default 5.
    pub limit: Option<usize>,
}

/// The nearest other offices, of one service type or any.
#[utoipa::path(get, operation_id = "nearest_offices", path = "/offices/{id}/nearest", tag = "offices", params(("id" = uuid::Uuid, Path), Nearest),
    responses((status = 200, body = CardList), (status = 400, body = Problem), (status = 404, body = Problem)))]
pub async fn nearest(
    State(app): State<App>,
    Path(id): Path<OfficeId>,
    Query(wanted): Query<Nearest>,
) -> Result<Json<CardList>> {
    let office = office::find(&mut app.store.read().await?, id).await?.or_not_found("office")?;
    let limit = wanted.limit.unwrap_or(5).clamp(1, 50);
    let services = match wanted.service.as_deref() {
        None | Some("") => 0,
        Some(code) => {
            let service = ServiceType::from_code(code);
            1 << service.ok_or_else(|| Problem::invalid("service", "unknown code"))?.index()
        }
    };
    let Some(placed) = office.place else { return Ok(Json(CardList { items: Vec::new() })) };
    let query = hoshizu_search::Query {
        near: Some((placed.position.lat, placed.position.lon)),
        services,
        sort: hoshizu_search::Sort::Distance,
        // One more: the office itself is the nearest of all.
        limit: limit + 1,
        ..hoshizu_search::Query::default()
    };
    let answer = search(&app, query).await?;
    let others = answer.hits.iter().filter(|hit| hit.id != id.0).take(limit);
    let items: Vec<Card> = others.filter_map(respond::card).collect();
    Ok(Json(CardList { items }))
}

/// What is being typed.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct Typed {
    /// Text so far.
    pub q: String,
    /// Most completions, 1–20, default 8.
    pub limit: Option<usize>,
}

/// Pairs of the glossary among the completions.
const TERMS: usize = 1;

/// Completes what is being typed: offices, organizations, services, areas, words of the glossary.
#[utoipa::path(get, operation_id = "suggest", path = "/suggest", tag = "offices", params(Typed),
    responses((status = 200, body = crate::view::search::SuggestionList), (status = 400, body = Problem)))]
pub async fn suggest(
    State(app): State<App>,
    Query(typed): Query<Typed>,
) -> Result<Json<crate::view::search::SuggestionList>> {
    let limit = typed.limit.unwrap_or(8).clamp(1, 20);
    let text: String = typed.q.chars().take(100).collect();
    let terms = glossary::like(&text, TERMS.min(limit / 2));
    let (index, limit) = (Arc::clone(&app.index), limit - terms.len());
    let found = tokio::task::spawn_blocking(move || index.suggest(&text, limit)).await;
    Ok(Json(respond::suggestions(found.map_err(|error| Problem::internal(&error))??, &terms)))
}
