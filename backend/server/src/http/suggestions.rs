//! `/offices/{id}/suggestions`: corrections anybody may suggest. They change nothing until a steward lets them pass.

use crate::{
    app::App,
    http::{
        entries::{Outcome, check_value, refuse_client_data, value_of},
        principal::Principal,
        problem::{OrNotFound as _, Problem, Result},
    },
    throttle,
};
use axum::{
    Json,
    extract::{ConnectInfo, FromRequestParts, Path, State},
    http::{StatusCode, request::Parts},
};
use hoshizu_catalog::{
    entry::{self as noun, Fault},
    id::OfficeId,
    office::Office,
    permission::Action,
};
use hoshizu_store::{
    office,
    suggestion::{self, Payload},
};
use serde::Deserialize;
use std::{convert::Infallible, net::SocketAddr};
use utoipa::ToSchema;

/// Open suggestions an office may have from outside: more is a flood, and a steward has enough to read.
const MOST_OPEN: usize = 20;

/// Fields that can be suggested but not set by the program.
const BY_HAND: [&str; 4] = ["number", "organization", "services", "other"];

/// A suggested correction.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct SuggestionInput {
    /// `name`, `kana`, `address`, `building`, `postal_code`, `place`, `phone`, `fax`, `url`, `email`, `number`,
    /// `organization`, `services`, `other`; `closed` when the office is gone.
    pub field: String,
    /// What it should be; may be empty for `other` and `closed`.
    #[serde(default)]
    pub value: String,
    /// Why, or where one knows it from.
    #[serde(default)]
    pub note: Option<String>,
    /// How to reach who suggests, if they like.
    #[serde(default)]
    pub contact: Option<String>,
    /// Stays empty: people do not see it.
    #[serde(default)]
    pub website: String,
}

/// Where a request comes from, as far as limits need it.
pub struct Origin(pub String);

impl FromRequestParts<App> for Origin {
    type Rejection = Infallible;
    async fn from_request_parts(parts: &mut Parts, _: &App) -> std::result::Result<Self, Infallible> {
        let peer = parts.extensions.get::<ConnectInfo<SocketAddr>>().map(|info| info.0.ip());
        Ok(Self(throttle::network(peer)))
    }
}

/// Suggests a correction; no account is needed.
#[utoipa::path(post, operation_id = "suggest_correction", path = "/offices/{id}/suggestions", tag = "entries",
    params(("id" = uuid::Uuid, Path)), request_body = SuggestionInput,
    responses((status = 202, body = Outcome), (status = 422, body = Problem), (status = 429, body = Problem)))]
pub async fn create(
    principal: Principal,
    Origin(network): Origin,
    State(app): State<App>,
    Path(id): Path<OfficeId>,
    Json(input): Json<SuggestionInput>,
) -> Result<(StatusCode, Json<Outcome>)> {
    let office = office::find(&mut app.store.read().await?, id).await?.or_not_found("office")?;
    principal.check_office(&app, Action::SuggestCorrection, &office)?;
    let waiting = (StatusCode::ACCEPTED, Json(Outcome { state: "waiting" }));
    // Whoever fills in the field nobody sees is told what everybody is told.
    if !input.website.is_empty() {
        return Ok(waiting);
    }
    let from = if principal.account().is_some() { "member" } else { "visitor" };
    let payload = payload(&office, input, from)?;
    if !app.suggestions.admit(&network, app.store.now()) {
        return Err(Problem::too_many());
    }
    let mut write = app.store.begin(&principal.actor()).await?;
    if suggestion::open_for(write.tx(), id).await?.len() >= MOST_OPEN {
        return Err(Problem::too_many());
    }
    suggestion::raise(&mut write, id, &payload).await?;
    write.commit().await?;
    Ok(waiting)
}

/// The suggestion as it is kept; an error names what cannot be kept.
pub fn payload(office: &Office, input: SuggestionInput, from: &str) -> Result<Payload> {
    let fault = |fault: Fault| Problem::unprocessable(&fault.field, fault.code);
    noun::text("value", Some(&input.value), 300).map_err(fault)?;
    noun::text("note", input.note.as_deref(), 1_000).map_err(fault)?;
    noun::text("contact", input.contact.as_deref(), 100).map_err(fault)?;
    let text = |text: Option<String>| text.map(|text| text.trim().to_owned()).filter(|text| !text.is_empty());
    let (note, contact) = (text(input.note), text(input.contact));
    let (field, new) = (input.field, input.value.trim().to_owned());
    refuse_client_data(note.as_deref().into_iter())?;
    let known = value_of(office, &field);
    let says_something = match (&known, field.as_str()) {
        (Some(old), _) => {
            check_value(&field, &new)?;
            new != *old || note.is_some()
        }
        (None, "closed") => true,
        (None, by_hand) if BY_HAND.contains(&by_hand) => !new.is_empty() || note.is_some(),
        _ => return Err(Problem::unprocessable("field", "unknown")),
    };
    if !says_something {
        return Err(Problem::unprocessable("value", "unchanged"));
    }
    Ok(Payload { field, old: known.unwrap_or_default(), new, note, contact, from: from.to_owned() })
}
