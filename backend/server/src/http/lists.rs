//! `/my/lists`: offices somebody keeps in an order of their own, with notes; as CSV and as vCards.

use crate::{
    app::App,
    clock::rfc3339,
    export::csv_cell,
    http::{
        export,
        my::named,
        principal::Principal,
        problem::{OrNotFound as _, Problem, Result},
        respond,
    },
    vcard,
    view::{
        card::Card,
        my::{ListDetail, ListedOffice},
    },
};
use axum::{
    Json,
    extract::{Path, State},
    http::{HeaderValue, StatusCode, header},
    response::{IntoResponse as _, Response},
};
use hoshizu_catalog::{
    id::{OfficeId, OfficeListId},
    taxonomy::ServiceType,
};
use hoshizu_store::{
    Tx, Write, office,
    office_list::{self, Entry, OfficeList},
    redirect,
};
use serde::Deserialize;
use std::{collections::HashSet, fmt::Write as _};
use utoipa::ToSchema;

/// Lists an account keeps at most.
const MAX_LISTS: usize = 50;
/// Offices a list holds at most: ten printed pages.
const MAX_OFFICES: usize = 300;
/// Longest note, characters.
const MAX_NOTE: usize = 1_000;

/// A list to make.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewList {
    /// What you call it.
    pub name: String,
}

/// A list as it shall be.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ListInput {
    /// What you call it.
    pub name: String,
    /// What it is for. No client's personal data.
    pub note: String,
    /// Its offices in their order.
    pub entries: Vec<ListEntryInput>,
}

/// An office in a list.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ListEntryInput {
    /// The office.
    pub office: uuid::Uuid,
    /// What you note about it. No client's personal data.
    pub note: String,
}

/// The office to add.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Addition {
    /// The office.
    pub office: uuid::Uuid,
}

/// Makes an empty list.
#[utoipa::path(post, operation_id = "create_list", path = "/my/lists", tag = "my", request_body = NewList,
    responses((status = 201, body = ListDetail), (status = 400, body = Problem), (status = 401, body = Problem)))]
pub async fn create(
    principal: Principal,
    State(app): State<App>,
    Json(input): Json<NewList>,
) -> Result<(StatusCode, Json<ListDetail>)> {
    let account = principal.signed_in()?;
    let name = named(&input.name)?;
    let mut write = app.store.begin(&principal.actor()).await?;
    if office_list::of_account(write.tx(), account).await?.len() >= MAX_LISTS {
        return Err(Problem::conflict(format!("{MAX_LISTS} lists are kept already")));
    }
    let id = office_list::create(&mut write, account, name, "").await?;
    let list = office_list::find(write.tx(), account, id).await?.or_not_found("list")?;
    write.commit().await?;
    Ok((StatusCode::CREATED, Json(detail(list, Vec::new()))))
}

fn detail(list: OfficeList, entries: Vec<ListedOffice>) -> ListDetail {
    let changed_at = rfc3339(list.changed_at);
    ListDetail { id: list.id.0, name: list.name, note: list.note, changed_at, entries }
}

/// A list of yours with its offices.
#[utoipa::path(get, operation_id = "show_list", path = "/my/lists/{id}", tag = "my",
    params(("id" = uuid::Uuid, Path)), responses((status = 200, body = ListDetail), (status = 404, body = Problem)))]
pub async fn show(
    principal: Principal,
    State(app): State<App>,
    Path(id): Path<OfficeListId>,
) -> Result<Json<ListDetail>> {
    let (list, entries) = load(&principal, &app, id).await?;
    Ok(Json(detail(list, entries)))
}

/// The list of who asks; somebody else's is not found.
async fn load(principal: &Principal, app: &App, id: OfficeListId) -> Result<(OfficeList, Vec<ListedOffice>)> {
    let account = principal.signed_in()?;
    let mut tx = app.store.read().await?;
    let list = office_list::find(&mut tx, account, id).await?.or_not_found("list")?;
    let entries = office_list::entries(&mut tx, id).await?;
    let entries = listed(app, &mut tx, entries).await?;
    Ok((list, entries))
}

async fn listed(app: &App, tx: &mut Tx, entries: Vec<Entry>) -> Result<Vec<ListedOffice>> {
    let ids: Vec<OfficeId> = entries.iter().map(|entry| entry.office).collect();
    let offices = office::many(tx, &ids).await?;
    let cards = respond::cards(tx, &app.region.load(), &offices).await?;
    // Both stand in the order of the ids; an office that is not there is in neither.
    let known: HashSet<OfficeId> = offices.iter().map(|office| office.id).collect();
    let notes = entries.into_iter().filter(|entry| known.contains(&entry.office)).map(|entry| entry.note);
    Ok(cards.into_iter().zip(notes).map(|(office, note)| ListedOffice { office, note }).collect())
}

/// Replaces name, note and offices of a list.
#[utoipa::path(put, operation_id = "replace_list", path = "/my/lists/{id}", tag = "my",
    params(("id" = uuid::Uuid, Path)), request_body = ListInput,
    responses((status = 200, body = ListDetail), (status = 400, body = Problem), (status = 404, body = Problem)))]
pub async fn replace(
    principal: Principal,
    State(app): State<App>,
    Path(id): Path<OfficeListId>,
    Json(input): Json<ListInput>,
) -> Result<Json<ListDetail>> {
    let account = principal.signed_in()?;
    let name = named(&input.name)?;
    let entries: Vec<Entry> =
        input.entries.into_iter().map(|e| Entry { office: OfficeId(e.office), note: e.note }).collect();
    check_notes(&input.note, &entries)?;
    let mut write = app.store.begin(&principal.actor()).await?;
    let list = office_list::find(write.tx(), account, id).await?.or_not_found("list")?;
    let entries = standing(&mut write, entries).await?;
    office_list::replace(&mut write, &list, name, &input.note, &entries).await?;
    let list = office_list::find(write.tx(), account, id).await?.or_not_found("list")?;
    let entries = listed(&app, write.tx(), entries).await?;
    write.commit().await?;
    Ok(Json(detail(list, entries)))
}

fn check_notes(note: &str, entries: &[Entry]) -> Result<()> {
    let mut notes = entries.iter().map(|entry| entry.note.as_str()).chain([note]);
    if entries.len() > MAX_OFFICES {
        return Err(Problem::invalid("entries", format!("more than {MAX_OFFICES} offices")));
    }
    if notes.any(|note| note.chars().count() > MAX_NOTE) {
        return Err(Problem::invalid("note", format!("longer than {MAX_NOTE} characters")));
    }
    Ok(())
}

/// The entries with offices as they stand now, each office once; one that is not there is not found.
async fn standing(write: &mut Write, entries: Vec<Entry>) -> Result<Vec<Entry>> {
    let mut seen = HashSet::new();
    let mut kept = Vec::with_capacity(entries.len());
    for mut entry in entries {
        if office::find(write.tx(), entry.office).await?.is_none() {
            entry.office = redirect::find(write.tx(), entry.office).await?.or_not_found("office")?;
        }
        if seen.insert(entry.office) {
            kept.push(entry);
        }
    }
    Ok(kept)
}

/// Adds an office at the end of a list; one that stands in it already stays where it is.
#[utoipa::path(post, operation_id = "add_to_list", path = "/my/lists/{id}/offices", tag = "my",
    params(("id" = uuid::Uuid, Path)), request_body = Addition,
    responses((status = 204), (status = 400, body = Problem), (status = 404, body = Problem)))]
pub async fn add(
    principal: Principal,
    State(app): State<App>,
    Path(id): Path<OfficeListId>,
    Json(input): Json<Addition>,
) -> Result<StatusCode> {
    let account = principal.signed_in()?;
    let mut write = app.store.begin(&principal.actor()).await?;
    let list = office_list::find(write.tx(), account, id).await?.or_not_found("list")?;
    let mut entries = office_list::entries(write.tx(), id).await?;
    entries.push(Entry { office: OfficeId(input.office), note: String::new() });
    check_notes("", &entries)?;
    let entries = standing(&mut write, entries).await?;
    if entries.len() as u64 > list.offices {
        office_list::replace(&mut write, &list, &list.name, &list.note, &entries).await?;
        write.commit().await?;
    }
    Ok(StatusCode::NO_CONTENT)
}

/// Drops a list.
#[utoipa::path(delete, operation_id = "drop_list", path = "/my/lists/{id}", tag = "my",
    params(("id" = uuid::Uuid, Path)), responses((status = 204), (status = 404, body = Problem)))]
pub async fn delete(
    principal: Principal,
    State(app): State<App>,
    Path(id): Path<OfficeListId>,
) -> Result<StatusCode> {
    let account = principal.signed_in()?;
    let mut write = app.store.begin(&principal.actor()).await?;
    let list = office_list::find(write.tx(), account, id).await?.or_not_found("list")?;
    office_list::remove(&mut write, &list).await?;
    write.commit().await?;
    Ok(StatusCode::NO_CONTENT)
}

fn services(card: &Card) -> String {
    let names: Vec<&str> = card
        .services
        .iter()
        .filter_map(|code| Some(ServiceType::from_code(code)?.definition().ja.as_str()))
        .collect();
    names.join("、")
}

/// A list as CSV (UTF-8 with BOM).
#[utoipa::path(get, operation_id = "download_list", path = "/my/lists/{id}/offices.csv", tag = "my",
    params(("id" = uuid::Uuid, Path)),
    responses((status = 200, content_type = "text/csv"), (status = 404, body = Problem)))]
pub async fn csv(
    principal: Principal,
    State(app): State<App>,
    Path(id): Path<OfficeListId>,
) -> Result<Response> {
    let (_, entries) = load(&principal, &app, id).await?;
    let mut text = "\u{feff}名称,法人名,サービス,住所,方書,電話番号,FAX番号,URL,メモ\r\n".to_owned();
    for ListedOffice { office, note } in entries {
        let services = services(&office);
        let organization = office.organization.map(|organization| organization.name).unwrap_or_default();
        let cells = [
            office.name,
            organization,
            services,
            office.address,
            office.building.unwrap_or_default(),
            office.phone.unwrap_or_default(),
            office.fax.unwrap_or_default(),
            office.url.unwrap_or_default(),
            note,
        ];
        let _ = write!(text, "{}\r\n", cells.map(|cell| csv_cell(&cell)).join(","));
    }
    Ok(export::csv("list.csv", text))
}

/// A list as vCards 4.0, one an office.
#[utoipa::path(get, operation_id = "download_cards", path = "/my/lists/{id}/offices.vcf", tag = "my",
    params(("id" = uuid::Uuid, Path)),
    responses((status = 200, content_type = "text/vcard"), (status = 404, body = Problem)))]
pub async fn cards(
    principal: Principal,
    State(app): State<App>,
    Path(id): Path<OfficeListId>,
) -> Result<Response> {
    let (_, entries) = load(&principal, &app, id).await?;
    let text: String = entries
        .iter()
        .map(|entry| vcard::write(&entry.office, &services(&entry.office), &entry.note))
        .collect();
    let mut response = text.into_response();
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("text/vcard; charset=utf-8"));
    let name = HeaderValue::from_static("attachment; filename=\"list.vcf\"");
    headers.insert(header::CONTENT_DISPOSITION, name);
    Ok(response)
}
