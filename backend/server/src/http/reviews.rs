//! `/review-items`: what an import could not decide alone.

use crate::{
    app::App,
    clock::rfc3339,
    http::{
        principal::Principal,
        problem::{Problem, Result},
        respond,
    },
    view::card::Card,
};
use axum::{
    Json,
    extract::{Query, State},
};
use hoshizu_catalog::{
    id::ReviewItemId,
    permission::{Action, Target},
};
use hoshizu_store::{office, review};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

/// Which items.
#[derive(Debug, Default, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(default)]
pub struct ReviewFilter {
    /// `match_candidate` or `conflict`; every kind when absent.
    pub kind: Option<String>,
    /// Items a page, 1–100, default 20.
    pub limit: Option<u32>,
    /// `next_cursor` of the page before.
    pub cursor: Option<String>,
}

/// A page of the review queue.
#[derive(Debug, Serialize, ToSchema)]
pub struct ReviewPage {
    /// Open items, oldest first.
    pub items: Vec<ReviewView>,
    /// Open items in all.
    pub total: u64,
    /// Give it as `cursor` for the next page; `null` on the last.
    pub next_cursor: Option<String>,
}

/// One question to a person.
#[derive(Debug, Serialize, ToSchema)]
pub struct ReviewView {
    /// Identity.
    pub id: uuid::Uuid,
    /// `match_candidate`: may be the same office; `conflict`: official and local value differ.
    pub kind: String,
    /// When it was put (RFC 3339).
    pub created_at: String,
    /// The offices in question.
    pub offices: Vec<Card>,
    /// Fields that agree.
    pub agree: Vec<String>,
    /// Fields that differ.
    pub differ: Vec<String>,
}

/// Open items of the review queue.
#[utoipa::path(get, operation_id = "list_review_items", path = "/review-items", tag = "review", params(ReviewFilter),
    responses((status = 200, body = ReviewPage), (status = 401, body = Problem)))]
pub async fn list(
    principal: Principal,
    State(app): State<App>,
    Query(filter): Query<ReviewFilter>,
) -> Result<Json<ReviewPage>> {
    principal.check(Action::Moderate, Target::Installation)?;
    let limit = filter.limit.unwrap_or(20).clamp(1, 100);
    let after: Option<ReviewItemId> = match filter.cursor.as_deref() {
        None | Some("") => None,
        Some(text) => Some(text.parse().map_err(|error| Problem::invalid("cursor", error))?),
    };
    let region = app.region.load_full();
    let mut tx = app.store.read().await?;
    let total = review::count(&mut tx, filter.kind.as_deref()).await?;
    let found = review::list(&mut tx, filter.kind.as_deref(), after, limit).await?;
    let next_cursor = found.last().filter(|_| found.len() == limit as usize).map(|item| item.id.to_string());
    let mut items = Vec::with_capacity(found.len());
    for item in found {
        let offices = office::many(&mut tx, &item.offices).await?;
        items.push(ReviewView {
            id: item.id.0,
            kind: item.kind,
            created_at: rfc3339(item.created_at),
            offices: respond::cards(&mut tx, &region, &offices).await?,
            agree: item.agree,
            differ: item.differ,
        });
    }
    Ok(Json(ReviewPage { items, total, next_cursor }))
}
