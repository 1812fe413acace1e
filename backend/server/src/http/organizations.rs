//! `/organizations`: search and one organization with its offices.

use crate::{
    app::App,
    http::problem::{OrNotFound as _, Problem, Result},
    view::organization::{OrganizationDetail, OrganizationItem, OrganizationPage},
};
use axum::{
    Json,
    extract::{Path, Query, State},
};
use hoshizu_catalog::{id::OrganizationId, position::Bounds};
use hoshizu_store::{office, organization};
use serde::Deserialize;
use utoipa::IntoParams;

/// Which organizations.
#[derive(Debug, Default, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(default)]
pub struct OrganizationFilter {
    /// Part of the name or reading in any spelling, or a 法人番号.
    pub q: Option<String>,
    /// Items a page, 1–100, default 20.
    pub limit: Option<u32>,
    /// `next_cursor` of the page before.
    pub cursor: Option<String>,
}

/// Searches organizations by name, reading or number.
#[utoipa::path(get, operation_id = "search_organizations", path = "/organizations", tag = "organizations", params(OrganizationFilter),
    responses((status = 200, body = OrganizationPage)))]
pub async fn list(
    State(app): State<App>,
    Query(filter): Query<OrganizationFilter>,
) -> Result<Json<OrganizationPage>> {
    let q: Option<String> = filter.q.map(|q| q.chars().take(100).collect());
    let limit = filter.limit.unwrap_or(20).clamp(1, 100);
    let mut tx = app.store.read().await?;
    let page = organization::list(&mut tx, q.as_deref(), filter.cursor.as_deref(), limit).await?;
    let items = page.items.into_iter().map(item).collect();
    Ok(Json(OrganizationPage { items, total: page.total, next_cursor: page.next }))
}

/// One organization with its offices.
#[utoipa::path(get, operation_id = "show_organization", path = "/organizations/{id}", tag = "organizations", params(("id" = uuid::Uuid, Path)),
    responses((status = 200, body = OrganizationDetail), (status = 404, body = Problem)))]
pub async fn show(
    State(app): State<App>,
    Path(id): Path<OrganizationId>,
) -> Result<Json<OrganizationDetail>> {
    /// Offices shown; the largest organizations of the country have more, and find them by search.
    const MAX_OFFICES: u32 = 500;
    let mut tx = app.store.read().await?;
    let listed = organization::find(&mut tx, id).await?.or_not_found("organization")?;
    let mut offices = office::by_organization(&mut tx, id, MAX_OFFICES).await?;
    offices.sort_by(|a, b| (a.municipality, &a.name, a.id).cmp(&(b.municipality, &b.name, b.id)));
    let region = app.region.load();
    let mut cards = Vec::with_capacity(offices.len());
    for office in &offices {
        let municipality = office.municipality.and_then(|code| region.municipality_name(code));
        cards.push(crate::view::card::Card::of(office, Some(&listed.organization.name), municipality));
    }
    let points = offices.iter().filter_map(|office| office.place).map(|placed| placed.position);
    let bounds = Bounds::around(points).map(|b| [b.west, b.south, b.east, b.north]);
    Ok(Json(OrganizationDetail {
        fax: listed.organization.fax.clone(),
        url: listed.organization.url.clone(),
        office_cards: cards,
        bounds,
        item: item(listed),
    }))
}

fn item(listed: organization::Listed) -> OrganizationItem {
    let organization = listed.organization;
    OrganizationItem {
        id: organization.id.0,
        name: organization.name,
        kana: organization.kana,
        number: organization.number.map(|number| number.as_str().to_owned()),
        address: organization.address,
        phone: organization.phone,
        offices: listed.offices,
        systems: listed.systems.iter().map(|system| system.code().to_owned()).collect(),
    }
}
