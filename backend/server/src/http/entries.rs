//! `/offices/{id}/entry` and `/offices/{id}/values`: what an office says of itself, and what is set by hand in place of
//! official values.

use crate::{
    app::App,
    http::{
        principal::Principal,
        problem::{OrNotFound as _, Problem, Result},
    },
    view::{
        card::NamedCode,
        entry::{EntryBody, EntryView, May, PhotoView, freshness_of},
    },
};
use axum::{
    Json,
    extract::{Path, State},
    http::{HeaderMap, HeaderValue, StatusCode, header},
    response::{IntoResponse as _, Response},
};
use hoshizu_catalog::{
    day::Day,
    entry::{self as noun, Entry},
    id::OfficeId,
    office::Office,
    permission::Action,
    position::Position,
    privacy,
};
use hoshizu_store::{
    Tx, correction, entry, office, photo,
    suggestion::{self, Payload},
    term,
};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// Fields a member of the office sets at once; every other value goes to a steward first.
const ORDINARY: [&str; 4] = ["phone", "fax", "url", "email"];

/// An entry to be written over the version of `If-Match`.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct EntryInput {
    /// What the office says.
    pub entry: EntryBody,
    /// The writer has looked at what seemed to speak of a client, and it does not.
    #[serde(default)]
    pub no_client_data: bool,
}

/// Two people wrote at once: nothing was written, and nothing is lost.
#[derive(Debug, Serialize, ToSchema)]
pub struct EntryConflict {
    /// What went wrong.
    #[serde(flatten)]
    pub problem: Problem,
    /// What stands now, with its version.
    pub current: EntryView,
    /// What was sent.
    pub yours: EntryBody,
}

/// What an office says of itself. Direct numbers, names and inside remarks only for professionals.
#[utoipa::path(get, operation_id = "show_entry", path = "/offices/{id}/entry", tag = "entries", params(("id" = uuid::Uuid, Path)),
    responses((status = 200, body = EntryView), (status = 404, body = Problem)))]
pub async fn show(
    principal: Principal,
    State(app): State<App>,
    Path(id): Path<OfficeId>,
) -> Result<Response> {
    let mut tx = app.store.read().await?;
    let office = office::find(&mut tx, id).await?.or_not_found("office")?;
    principal.check_office(&app, Action::ReadDirectory, &office)?;
    let view = view(&app, &mut tx, &principal, &office).await?;
    Ok(tagged(StatusCode::OK, view.version, &view))
}

/// Writes what an office says of itself, over the version given in `If-Match`. When another version stands the answer
/// is 409 with both.
#[utoipa::path(put, operation_id = "update_entry", path = "/offices/{id}/entry", tag = "entries",
    params(("id" = uuid::Uuid, Path), ("If-Match" = String, Header)), request_body = EntryInput,
    responses((status = 200, body = EntryView), (status = 403, body = Problem), (status = 409, body = EntryConflict),
        (status = 422, body = Problem), (status = 428, body = Problem)))]
pub async fn update(
    principal: Principal,
    State(app): State<App>,
    Path(id): Path<OfficeId>,
    headers: HeaderMap,
    Json(input): Json<EntryInput>,
) -> Result<Response> {
    let mut write = app.store.begin(&principal.actor()).await?;
    let office = office::find(write.tx(), id).await?.or_not_found("office")?;
    principal.check_office(&app, Action::EditOffice, &office)?;
    let base = version_of(&headers)?;
    let entry = input.entry.clone().read().map_err(|error| Problem::unprocessable("entry", error))?.tidied();
    let strengths = term::strengths(write.tx()).await?;
    let before = entry::find(write.tx(), id).await?.entry;
    let region = app.region.load_full();
    let is_area =
        |code: &str| region.areas.contains_key(code) || before.service_areas.iter().any(|old| old == code);
    entry
        .check(&strengths, &services_of(&office, &before), is_area, Day::of(write.now()))
        .map_err(|fault| Problem::unprocessable(&fault.field, fault.code))?;
    if !input.no_client_data {
        refuse_client_data(new_texts(&entry, &before))?;
    }
    let put = entry::put(&mut write, id, base, &entry, "edit").await?;
    let shown = view(&app, write.tx(), &principal, &office).await?;
    if put.is_none() {
        write.rollback().await?;
        let problem = Problem::conflict("somebody else has written since; both states are here");
        let version = shown.version;
        let conflict = EntryConflict { problem, current: shown, yours: input.entry };
        return Ok(tagged(StatusCode::CONFLICT, version, &conflict));
    }
    write.commit().await?;
    Ok(tagged(StatusCode::OK, shown.version, &shown))
}

/// Services the entry may speak of: those the office delivers, and those it spoke of when it still did.
fn services_of(office: &Office, before: &Entry) -> Vec<hoshizu_catalog::taxonomy::ServiceType> {
    let mut services = office.services.clone();
    services.extend(before.availability.iter().map(|one| one.service));
    services
}

fn new_texts<'e>(entry: &'e Entry, before: &'e Entry) -> impl Iterator<Item = &'e str> {
    let old: Vec<&str> = before.free_texts().collect();
    entry.free_texts().filter(move |text| !old.contains(text))
}

/// 422 `looks_personal` when a text seems to speak of a client; the parts stand in the detail.
pub fn refuse_client_data<'t>(texts: impl Iterator<Item = &'t str>) -> Result<()> {
    let parts: Vec<String> = texts.flat_map(privacy::signs).map(|sign| sign.part).collect();
    if parts.is_empty() { Ok(()) } else { Err(Problem::looks_personal(&parts.join("、"))) }
}

/// A value to set by hand.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ValueInput {
    /// `name`, `kana`, `address`, `building`, `postal_code`, `place`, `phone`, `fax`, `url`, `email`.
    pub field: String,
    /// The value; empty to clear. `place` as `lat,lon`.
    pub value: String,
    /// The value the writer saw.
    pub seen: String,
    /// Why.
    #[serde(default)]
    pub note: Option<String>,
}

/// What became of a value.
#[derive(Debug, Serialize, ToSchema)]
pub struct Outcome {
    /// `published`, or `waiting` for a steward.
    pub state: &'static str,
}

/// Sets a value in place of the official one. Telephone, FAX, home page and mail address are published at once; name,
/// address and position only by a steward — of anybody else they become a suggestion.
#[utoipa::path(put, operation_id = "set_value", path = "/offices/{id}/values", tag = "entries", params(("id" = uuid::Uuid, Path)),
    request_body = ValueInput, responses((status = 200, body = Outcome), (status = 403, body = Problem),
        (status = 409, body = Problem), (status = 422, body = Problem)))]
pub async fn set_value(
    principal: Principal,
    State(app): State<App>,
    Path(id): Path<OfficeId>,
    Json(input): Json<ValueInput>,
) -> Result<Json<Outcome>> {
    let mut write = app.store.begin(&principal.actor()).await?;
    let office = office::find(write.tx(), id).await?.or_not_found("office")?;
    principal.check_office(&app, Action::EditOffice, &office)?;
    let current =
        value_of(&office, &input.field).ok_or_else(|| Problem::unprocessable("field", "unknown"))?;
    if current != input.seen {
        return Err(Problem::conflict(format!("{} is now {current:?}", input.field)));
    }
    let fault = |fault: noun::Fault| Problem::unprocessable(&fault.field, fault.code);
    noun::text("value", Some(&input.value), 300).map_err(fault)?;
    noun::text("note", input.note.as_deref(), 500).map_err(fault)?;
    refuse_client_data(input.note.as_deref().into_iter())?;
    let (field, value) = (input.field.as_str(), input.value.trim());
    check_value(field, value)?;
    let direct = ORDINARY.contains(&field) || principal.may_office(&app, Action::EditOfficial, &office);
    if direct {
        correction::add(&mut write, id, field, value, input.note.as_deref()).await?;
    } else {
        let (old, new) = (current, value.to_owned());
        let from = "member".to_owned();
        let payload = Payload { field: input.field, old, new, note: input.note, contact: None, from };
        suggestion::raise(&mut write, id, &payload).await?;
    }
    write.commit().await?;
    Ok(Json(Outcome { state: if direct { "published" } else { "waiting" } }))
}

/// A value that would do harm or could not be used where it is shown.
pub fn check_value(field: &str, value: &str) -> Result<()> {
    use hoshizu_catalog::fold;
    let web = |text: &str| text.starts_with("https://") || text.starts_with("http://");
    let right = match field {
        "name" | "address" => !value.is_empty(),
        "phone" | "fax" => value.is_empty() || fold::phone_digits(value).is_some(),
        "url" => value.is_empty() || web(value) && !value.contains(char::is_whitespace),
        "email" => {
            value.is_empty() || value.split_once('@').is_some_and(|(a, b)| !a.is_empty() && b.contains('.'))
        }
        "postal_code" => value.is_empty() || value.chars().filter(char::is_ascii_digit).count() == 7,
        "place" => value.is_empty() || crate::http::filter::point(value).is_ok_and(Position::is_near_japan),
        _ => true,
    };
    if right { Ok(()) } else { Err(Problem::unprocessable("value", field)) }
}

/// The value an office shows in a field that can be set by hand; `None` for other fields.
pub fn value_of(office: &Office, field: &str) -> Option<String> {
    let text = |value: &Option<String>| value.clone().unwrap_or_default();
    Some(match field {
        "name" => office.name.clone(),
        "kana" => text(&office.kana),
        "address" => office.address.clone(),
        "building" => text(&office.building),
        "postal_code" => text(&office.postal_code),
        "phone" => text(&office.phone),
        "fax" => text(&office.fax),
        "url" => text(&office.url),
        "email" => text(&office.email),
        "place" => office
            .place
            .map(|placed| format!("{:.6},{:.6}", placed.position.lat, placed.position.lon))
            .unwrap_or_default(),
        _ => return None,
    })
}

/// The entry of an office for whoever asks.
pub async fn view(app: &App, tx: &mut Tx, principal: &Principal, office: &Office) -> Result<EntryView> {
    let stored = entry::find(tx, office.id).await?;
    let assurances = entry::assurances(tx, &[office.id]).await?.remove(&office.id).unwrap_or_default();
    let lives = term::shelf_lives(tx).await?;
    let may = May {
        read_contacts: principal.may_office(app, Action::ReadContacts, office),
        confirm: principal.may_office(app, Action::ConfirmOffice, office),
        edit: principal.may_office(app, Action::EditOffice, office),
        edit_official: principal.may_office(app, Action::EditOfficial, office),
    };
    let photo = photo::head(tx, office.id).await?.map(|(digest, width, height)| PhotoView {
        url: format!("/api/v1/offices/{}/photo?v={}", office.id, short(&digest)),
        width: width as u32,
        height: height as u32,
    });
    Ok(EntryView {
        version: stored.version,
        entry: EntryBody::of(&stored.entry, may.read_contacts),
        photo,
        freshness: freshness_of(&stored, &assurances, &lives, Day::of(app.store.now())),
        service_area_names: service_area_names(app, &stored.entry),
        closed_on: stored.closed_on.map(|day| day.to_string()),
        may,
    })
}

/// Areas an office states to work in, by name; of those no longer loaded their code.
fn service_area_names(app: &App, entry: &Entry) -> Vec<NamedCode> {
    let region = app.region.load();
    let name = |code: &String| region.areas.get(code).map_or_else(|| code.clone(), |area| area.name.clone());
    entry.service_areas.iter().map(|code| NamedCode { code: code.clone(), name: name(code) }).collect()
}

/// The first eight digits of a digest.
pub fn short(digest: &[u8]) -> String {
    digest.iter().take(4).map(|byte| format!("{byte:02x}")).collect()
}

fn tagged(status: StatusCode, version: i64, body: &impl Serialize) -> Response {
    let text = serde_json::to_vec(body).unwrap_or_default();
    let kind = if status.is_success() { "application/json" } else { "application/problem+json" };
    let mut response =
        (status, [(header::CONTENT_TYPE, HeaderValue::from_static(kind))], text).into_response();
    if let Ok(tag) = HeaderValue::from_str(&format!("\"{version}\"")) {
        response.headers_mut().insert(header::ETAG, tag);
    }
    response
}

/// The version `If-Match` names; 428 without it, so that nobody overwrites what they have not seen.
fn version_of(headers: &HeaderMap) -> Result<i64> {
    let text = headers.get(header::IF_MATCH).and_then(|value| value.to_str().ok());
    let version = text.and_then(|text| text.trim().trim_matches('"').parse().ok());
    version.ok_or_else(Problem::version_required)
}
