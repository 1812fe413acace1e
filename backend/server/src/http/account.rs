//! `/account`: one's own name, password and sessions. For whoever is signed in, whatever their roles.

use crate::{
    account::{password, sign_in},
    app::App,
    http::{
        accounts::names,
        client::Client,
        principal::Principal,
        problem::{Problem, Result},
        session::open,
    },
    view::account::{GrantView, OwnAccount, Sessions},
};
use axum::{
    Json,
    extract::{Path, State},
    http::StatusCode,
    response::Response,
};
use hoshizu_store::{account, known_device, second_factor, session};
use serde::Deserialize;
use utoipa::ToSchema;
use uuid::Uuid;

/// What one may change of oneself.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct OwnChange {
    /// How others see one.
    pub name: String,
}

/// A new password.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct PasswordChange {
    /// The password until now.
    pub current: String,
    /// The one from now on: 12 letters or more.
    pub new: String,
}

/// The own account.
#[utoipa::path(get, operation_id = "show_own_account", path = "/account", tag = "account",
    responses((status = 200, body = OwnAccount), (status = 401, body = Problem)))]
pub async fn show(principal: Principal, State(app): State<App>) -> Result<Json<OwnAccount>> {
    let session = principal.session().ok_or_else(Problem::sign_in)?;
    let account = &session.account;
    let mut tx = app.store.read().await?;
    let factor = second_factor::find(&mut tx, account.id).await?;
    let recovery_codes = second_factor::codes_left(&mut tx, account.id).await?;
    let offices = names(&mut tx, &session.grants).await?;
    let region = app.region.load();
    Ok(Json(OwnAccount {
        login: account.login.clone(),
        name: account.name.clone(),
        email: account.email.clone(),
        has_password: account.password_hash.is_some(),
        has_single_sign_on: account.subject.is_some(),
        has_second_factor: factor.is_some_and(|factor| factor.confirmed_at.is_some()),
        recovery_codes,
        grants: session.grants.iter().map(|grant| GrantView::of(grant, &region, &offices)).collect(),
    }))
}

/// Changes the own name. Login, address of mail and roles are not one's own to change.
#[utoipa::path(patch, operation_id = "change_own_account", path = "/account", tag = "account", request_body = OwnChange,
    responses((status = 204), (status = 401, body = Problem), (status = 422, body = Problem)))]
pub async fn change(
    principal: Principal,
    State(app): State<App>,
    Json(input): Json<OwnChange>,
) -> Result<StatusCode> {
    let session = principal.session().ok_or_else(Problem::sign_in)?;
    let name = name(&input.name)?;
    let mut write = app.store.begin(&principal.actor()).await?;
    account::describe(&mut write, &session.account, name, session.account.email.as_deref()).await?;
    write.commit().await?;
    Ok(StatusCode::NO_CONTENT)
}

/// A name without what would tear a list or a letter apart.
pub fn name(text: &str) -> Result<&str> {
    let text = text.trim();
    let fits = (1..=80).contains(&text.chars().count()) && !text.chars().any(char::is_control);
    fits.then_some(text).ok_or_else(|| Problem::refused("name_refused", "1 to 80 letters in one line"))
}

/// Changes the own password; every other session ends, and this one goes on under a new token.
#[utoipa::path(post, operation_id = "change_password", path = "/account/password", tag = "account", request_body = PasswordChange,
    responses((status = 204), (status = 401, body = Problem), (status = 422, body = Problem), (status = 429, body = Problem)))]
pub async fn change_password(
    principal: Principal,
    client: Client,
    State(app): State<App>,
    Json(input): Json<PasswordChange>,
) -> Result<Response> {
    let session = principal.session().ok_or_else(Problem::sign_in)?;
    let account = &session.account;
    sign_in::confirm(&app, &client, session, &input.current).await?;
    accept(&input.new, &account.login, &account.name)?;
    let hash = app.accounts.passwords.hash(&input.new).await?;
    let mut write = app.store.begin(&principal.actor()).await?;
    account::set_password(&mut write, account.id, &hash).await?;
    write.commit().await?;
    open(&app, &principal, &client, account.id, session.second_factor).await
}

/// Refuses a weak password with a code that says why.
pub fn accept(new: &str, login: &str, name: &str) -> Result<()> {
    password::check(new, login, name).map_err(|weak| Problem::refused(weak.code(), "choose another password"))
}

/// The own sessions.
#[utoipa::path(get, operation_id = "list_own_sessions", path = "/account/sessions", tag = "account",
    responses((status = 200, body = Sessions), (status = 401, body = Problem)))]
pub async fn sessions(principal: Principal, State(app): State<App>) -> Result<Json<Sessions>> {
    let own = principal.session().ok_or_else(Problem::sign_in)?;
    let listed = session::list(&mut app.store.read().await?, own.account.id, app.store.now()).await?;
    Ok(Json(Sessions::of(listed, Some(own.id))))
}

/// Signs out everywhere but here, and forgets every other browser.
#[utoipa::path(delete, operation_id = "sign_out_everywhere", path = "/account/sessions", tag = "account",
    responses((status = 204), (status = 401, body = Problem)))]
pub async fn close_sessions(
    principal: Principal,
    client: Client,
    State(app): State<App>,
) -> Result<Response> {
    let own = principal.session().ok_or_else(Problem::sign_in)?;
    let mut write = app.store.begin(&principal.actor()).await?;
    session::close_all(&mut write, own.account.id, None).await?;
    known_device::forget(&mut write, own.account.id).await?;
    account::record(&mut write, own.account.id, "sign_out_everywhere", serde_json::json!({})).await?;
    write.commit().await?;
    open(&app, &principal, &client, own.account.id, own.second_factor).await
}

/// Ends one of the own sessions.
#[utoipa::path(delete, operation_id = "close_own_session", path = "/account/sessions/{id}", tag = "account", params(("id" = Uuid, Path)),
    responses((status = 204), (status = 401, body = Problem), (status = 404, body = Problem)))]
pub async fn close_session(
    principal: Principal,
    State(app): State<App>,
    Path(id): Path<Uuid>,
) -> Result<StatusCode> {
    let account = principal.signed_in()?;
    let mut write = app.store.begin(&principal.actor()).await?;
    if !session::close_one(&mut write, account, id).await? {
        return Err(Problem::not_found("session"));
    }
    write.commit().await?;
    Ok(StatusCode::NO_CONTENT)
}
