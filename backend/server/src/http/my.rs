//! `/my`: searches somebody keeps, with the number of offices that came since they looked last.

use crate::{
    app::App,
    clock::rfc3339,
    http::{
        filter::OfficeFilter,
        principal::Principal,
        problem::{OrNotFound as _, Problem, Result},
        respond,
    },
    view::{
        my::{ListSummary, MyView, SearchSummary},
        office::CardList,
    },
};
use axum::{
    Json,
    extract::{Path, Query, State},
    http::{StatusCode, Uri},
};
use hoshizu_catalog::{
    id::{OfficeId, SavedSearchId},
    permission::Action,
};
use hoshizu_store::{
    Tx, change, office, office_list,
    saved_search::{self, SavedSearch},
};
use serde::Deserialize;
use std::{collections::HashSet, sync::Arc};
use utoipa::ToSchema;
use uuid::Uuid;

/// Searches an account keeps at most: each is run when the page is opened.
const MAX_SEARCHES: usize = 30;
/// New offices looked at; beyond this the number stays there.
const MAX_NEW: u32 = 5_000;
/// Longest name, characters.
const MAX_NAME: usize = 100;
/// Longest query string, bytes.
const MAX_QUERY: usize = 4_000;

/// What you keep; nothing for a visitor.
#[utoipa::path(get, operation_id = "show_my", path = "/my", tag = "my", responses((status = 200, body = MyView)))]
pub async fn show(principal: Principal, State(app): State<App>) -> Result<Json<MyView>> {
    let Some(account) = principal.account() else { return Ok(Json(MyView::default())) };
    let mut tx = app.store.read().await?;
    let lists = office_list::of_account(&mut tx, account).await?;
    let mut searches = Vec::new();
    for search in saved_search::of_account(&mut tx, account).await? {
        let new = new_offices(&app, &mut tx, &search).await?.len() as u64;
        let SavedSearch { id, name, query, .. } = search;
        searches.push(SearchSummary { id: id.0, name, query, new });
    }
    Ok(Json(MyView {
        signed_in: true,
        moderates: principal.may_somewhere(Action::Moderate),
        audits: principal.may_somewhere(Action::ReadAudit),
        lists: lists
            .into_iter()
            .map(|list| ListSummary {
                id: list.id.0,
                name: list.name,
                offices: list.offices,
                changed_at: rfc3339(list.changed_at),
            })
            .collect(),
        new: searches.iter().map(|search| search.new).sum(),
        searches,
    }))
}

/// The offices of a search that came after its mark.
async fn new_offices(app: &App, tx: &mut Tx, search: &SavedSearch) -> Result<Vec<OfficeId>> {
    let arrived = change::arrivals(tx, search.seen_seq, MAX_NEW).await?;
    let wanted: HashSet<Uuid> = arrived.iter().map(|office| office.0).collect();
    let query = parse(&search.query)?.query(app.store.now())?;
    let index = Arc::clone(&app.index);
    let found = tokio::task::spawn_blocking(move || index.members(&query, &wanted)).await;
    let mut found: Vec<OfficeId> =
        found.map_err(|error| Problem::internal(&error))??.into_iter().map(OfficeId).collect();
    found.sort_unstable();
    Ok(found)
}

fn parse(query: &str) -> Result<OfficeFilter> {
    let uri: Uri = format!("/?{query}").parse().map_err(|error| Problem::invalid("query", error))?;
    let Query(filter) = Query::try_from_uri(&uri).map_err(|error| Problem::invalid("query", error))?;
    Ok(filter)
}

/// A search to keep.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewSearch {
    /// What you call it.
    pub name: String,
    /// Query string of the search page, without the question mark.
    pub query: String,
}

/// Keeps a search; what is there now counts as seen.
#[utoipa::path(post, operation_id = "save_search", path = "/my/searches", tag = "my", request_body = NewSearch,
    responses((status = 201, body = SearchSummary), (status = 400, body = Problem), (status = 401, body = Problem)))]
pub async fn create(
    principal: Principal,
    State(app): State<App>,
    Json(input): Json<NewSearch>,
) -> Result<(StatusCode, Json<SearchSummary>)> {
    let account = principal.signed_in()?;
    let name = named(&input.name)?;
    if input.query.len() > MAX_QUERY {
        return Err(Problem::invalid("query", format!("longer than {MAX_QUERY} bytes")));
    }
    parse(&input.query)?.query(app.store.now())?;
    let mut write = app.store.begin(&principal.actor()).await?;
    if saved_search::of_account(write.tx(), account).await?.len() >= MAX_SEARCHES {
        return Err(Problem::conflict(format!("{MAX_SEARCHES} searches are kept already")));
    }
    let id = saved_search::create(&mut write, account, name, &input.query).await?;
    write.commit().await?;
    let kept = SearchSummary { id: id.0, name: name.to_owned(), query: input.query, new: 0 };
    Ok((StatusCode::CREATED, Json(kept)))
}

/// A name of a list or search: something, and not more than fits on a line.
pub fn named(name: &str) -> Result<&str> {
    let name = name.trim();
    if name.is_empty() || name.chars().count() > MAX_NAME || name.contains(char::is_control) {
        return Err(Problem::invalid("name", format!("1 to {MAX_NAME} characters on one line")));
    }
    Ok(name)
}

/// The new offices of a search.
#[utoipa::path(get, operation_id = "show_new_offices", path = "/my/searches/{id}/new", tag = "my",
    params(("id" = uuid::Uuid, Path)), responses((status = 200, body = CardList), (status = 404, body = Problem)))]
pub async fn news(
    principal: Principal,
    State(app): State<App>,
    Path(id): Path<SavedSearchId>,
) -> Result<Json<CardList>> {
    let account = principal.signed_in()?;
    let mut tx = app.store.read().await?;
    let search = saved_search::find(&mut tx, account, id).await?.or_not_found("search")?;
    let mut new = new_offices(&app, &mut tx, &search).await?;
    new.truncate(100);
    let offices = office::many(&mut tx, &new).await?;
    let items = respond::cards(&mut tx, &app.region.load(), &offices).await?;
    Ok(Json(CardList { items }))
}

/// Says that the new offices of a search have been seen.
#[utoipa::path(post, operation_id = "mark_search_seen", path = "/my/searches/{id}/seen", tag = "my",
    params(("id" = uuid::Uuid, Path)), responses((status = 204), (status = 404, body = Problem)))]
pub async fn seen(
    principal: Principal,
    State(app): State<App>,
    Path(id): Path<SavedSearchId>,
) -> Result<StatusCode> {
    let account = principal.signed_in()?;
    let mut write = app.store.begin(&principal.actor()).await?;
    let search = saved_search::find(write.tx(), account, id).await?.or_not_found("search")?;
    saved_search::mark_seen(&mut write, search.id).await?;
    write.commit().await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Drops a search.
#[utoipa::path(delete, operation_id = "drop_search", path = "/my/searches/{id}", tag = "my",
    params(("id" = uuid::Uuid, Path)), responses((status = 204), (status = 404, body = Problem)))]
pub async fn delete(
    principal: Principal,
    State(app): State<App>,
    Path(id): Path<SavedSearchId>,
) -> Result<StatusCode> {
    let account = principal.signed_in()?;
    let mut write = app.store.begin(&principal.actor()).await?;
    let search = saved_search::find(write.tx(), account, id).await?.or_not_found("search")?;
    saved_search::remove(&mut write, &search).await?;
    write.commit().await?;
    Ok(StatusCode::NO_CONTENT)
}
