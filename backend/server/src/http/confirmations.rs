//! The three buttons: 「このままで正しい」「変わったところがある」「閉鎖しました」, for people who are signed in and for
//! holders of a letter.

use crate::{
    account::token,
    app::App,
    clock::rfc3339,
    http::{
        client::{Client, Network},
        entries::{Outcome, view},
        principal::Principal,
        problem::{OrNotFound as _, Problem, Result},
        respond,
        suggestions::{SuggestionInput, payload},
    },
    view::{
        card::Card,
        entry::{EntryView, filled},
    },
};
use axum::{
    Json,
    extract::{Path, State},
};
use hoshizu_catalog::{
    day::Day,
    id::OfficeId,
    office::Office,
    permission::{Action, Grant, Role, Scope},
};
use hoshizu_store::{Write, entry, letter, office, suggestion};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// Which button.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum ConfirmationAnswer {
    /// このままで正しい.
    Right,
    /// 変わったところがある.
    Changed,
    /// 閉鎖しました.
    Closed,
}

impl ConfirmationAnswer {
    fn code(self) -> &'static str {
        match self {
            Self::Right => "right",
            Self::Changed => "changed",
            Self::Closed => "closed",
        }
    }
}

/// The answer of somebody signed in.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct OfficeConfirmation {
    /// Which button; what has changed is written in the entry itself.
    pub answer: ConfirmationAnswer,
}

/// Says that an entry is still right, or that the office has closed.
#[utoipa::path(post, operation_id = "confirm_office", path = "/offices/{id}/confirmations", tag = "entries",
    params(("id" = uuid::Uuid, Path)), request_body = OfficeConfirmation,
    responses((status = 200, body = Outcome), (status = 403, body = Problem), (status = 422, body = Problem)))]
pub async fn create(
    principal: Principal,
    State(app): State<App>,
    Path(id): Path<OfficeId>,
    Json(input): Json<OfficeConfirmation>,
) -> Result<Json<Outcome>> {
    let mut write = app.store.begin(&principal.actor()).await?;
    let office = office::find(write.tx(), id).await?.or_not_found("office")?;
    principal.check_office(&app, Action::ConfirmOffice, &office)?;
    let own = principal.grants().contains(&Grant { role: Role::Member, scope: Scope::Office(id) });
    let how = if own { "member" } else { "steward" };
    let state = match input.answer {
        ConfirmationAnswer::Right => right(&mut write, id, how).await?,
        ConfirmationAnswer::Closed => closed(&mut write, &office, how).await?,
        ConfirmationAnswer::Changed => return Err(Problem::unprocessable("answer", "write it in the entry")),
    };
    write.commit().await?;
    Ok(Json(Outcome { state }))
}

/// Everything the entry says is right as of today. An availability stays of the day it was said.
async fn right(write: &mut Write, office: OfficeId, how: &str) -> Result<&'static str> {
    let groups = filled(&entry::find(write.tx(), office).await?);
    entry::assure(write, office, &groups, how).await?;
    Ok("published")
}

/// The public sees a closure only after a steward has let it pass.
async fn closed(write: &mut Write, office: &Office, from: &str) -> Result<&'static str> {
    let input = SuggestionInput {
        field: "closed".to_owned(),
        value: Day::of(write.now()).to_string(),
        note: None,
        contact: None,
        website: String::new(),
    };
    let payload = payload(office, input, from)?;
    suggestion::raise(write, office.id, &payload).await?;
    Ok("waiting")
}

/// The token of a letter.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct LetterToken {
    /// What stands behind `#` in its address.
    pub token: String,
}

/// What a letter opens.
#[derive(Debug, Serialize, ToSchema)]
pub struct LetterOpened {
    /// The one office it can answer for.
    pub office: Card,
    /// What the public reads of it.
    pub entry: EntryView,
    /// When the letter ends (RFC 3339).
    pub ends_at: String,
}

/// Opens a letter: the office as the public sees it. Nothing is written, and the letter is not used up.
#[utoipa::path(post, operation_id = "open_letter", path = "/letters/open", tag = "entries", request_body = LetterToken,
    responses((status = 200, body = LetterOpened), (status = 410, body = Problem), (status = 429, body = Problem)))]
pub async fn open(
    client: Client,
    State(app): State<App>,
    Json(input): Json<LetterToken>,
) -> Result<Json<LetterOpened>> {
    slow_down(&app, client.network)?;
    let mut tx = app.store.read().await?;
    let found = letter::find(&mut tx, &token::typed(&input.token)).await?;
    let letter = found.filter(|letter| letter.is_open(app.store.now())).ok_or_else(Problem::letter_ended)?;
    let office = office::find(&mut tx, letter.office).await?.ok_or_else(Problem::letter_ended)?;
    // A letter opens three buttons, not the rights of an account: its holder reads what visitors read.
    let visitor = Principal::nobody();
    let entry = view(&app, &mut tx, &visitor, &office).await?;
    let region = app.region.load_full();
    let card = respond::cards(&mut tx, &region, std::slice::from_ref(&office)).await?.pop();
    let office = card.ok_or_else(Problem::letter_ended)?;
    Ok(Json(LetterOpened { office, entry, ends_at: rfc3339(letter.ends_at) }))
}

/// The answer to a letter.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct LetterAnswer {
    /// What stands behind `#` in its address.
    pub token: String,
    /// Which button.
    pub answer: ConfirmationAnswer,
    /// What has changed, in words; only with `changed`.
    #[serde(default)]
    pub note: Option<String>,
}

/// Answers a letter, once. 「正しい」 counts as a check of today; what has changed and closures wait for a steward.
#[utoipa::path(post, operation_id = "answer_letter", path = "/letters/answer", tag = "entries", request_body = LetterAnswer,
    responses((status = 200, body = Outcome), (status = 410, body = Problem), (status = 422, body = Problem), (status = 429, body = Problem)))]
pub async fn answer(
    client: Client,
    State(app): State<App>,
    Json(input): Json<LetterAnswer>,
) -> Result<Json<Outcome>> {
    slow_down(&app, client.network)?;
    let mut write = app.store.begin("letter").await?;
    let id = letter::answer(&mut write, &token::typed(&input.token), input.answer.code()).await?;
    let id = id.ok_or_else(Problem::letter_ended)?;
    let office = office::find(write.tx(), id).await?.ok_or_else(Problem::letter_ended)?;
    let state = match input.answer {
        ConfirmationAnswer::Right => right(&mut write, id, "letter").await?,
        ConfirmationAnswer::Closed => closed(&mut write, &office, "letter").await?,
        ConfirmationAnswer::Changed => {
            let suggested = SuggestionInput {
                field: "other".to_owned(),
                value: String::new(),
                note: input.note,
                contact: None,
                website: String::new(),
            };
            // An answer that says nothing is refused, and the write with the letter's use is undone.
            let payload = payload(&office, suggested, "letter")?;
            suggestion::raise(&mut write, id, &payload).await?;
            "waiting"
        }
    };
    write.commit().await?;
    Ok(Json(Outcome { state }))
}

/// A token has 256 bits, so guessing is hopeless anyway; this keeps a guesser from costing us anything.
fn slow_down(app: &App, network: Network) -> Result<()> {
    app.letters.admit(network, app.store.now()).map_err(Problem::too_many)
}
