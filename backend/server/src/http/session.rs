//! `/session`: who is asking; sign in, give the second factor, sign out.

use crate::{
    account::{
        sign_in::{self, Given},
        token,
    },
    app::App,
    config::Public,
    http::{
        client::Client,
        principal::{COOKIE, DEVICE, Principal, cookie_name},
        problem::{Problem, Result},
    },
    view::account::{SessionView, Signed},
};
use axum::{
    Json,
    extract::State,
    http::{HeaderValue, StatusCode, header},
    response::{IntoResponse as _, Response},
};
use hoshizu_catalog::{
    id::AccountId,
    permission::{Action, Target},
};
use hoshizu_store::{account, known_device, second_factor, session};
use serde::Deserialize;
use utoipa::ToSchema;

/// What somebody gives to come in.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct SignIn {
    /// Login.
    pub login: String,
    /// Password.
    pub password: String,
    /// Six digits of the authenticator or a recovery code; asked for by the problem `code_needed`.
    #[serde(default)]
    pub code: String,
}

/// A code of the second factor.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Code {
    /// Six digits of the authenticator or a recovery code.
    pub code: String,
}

/// Who is asking, and what they may do.
#[utoipa::path(get, operation_id = "show_session", path = "/session", tag = "session", responses((status = 200, body = SessionView)))]
pub async fn show(principal: Principal, State(app): State<App>) -> Result<Json<SessionView>> {
    let mut tx = app.store.read().await?;
    let signed = match principal.session() {
        None => None,
        Some(session) => {
            let factor = second_factor::find(&mut tx, session.account.id).await?;
            let enrolled = factor.is_some_and(|factor| factor.confirmed_at.is_some());
            Some(Signed::of(session, enrolled))
        }
    };
    let codes = |may: &dyn Fn(Action) -> bool| {
        Action::ALL.iter().filter(|action| may(**action)).map(|action| action.code()).collect()
    };
    Ok(Json(SessionView {
        signed,
        may: codes(&|action| principal.may_somewhere(action)),
        may_everywhere: codes(&|action| principal.may(action, Target::Installation)),
        directory_is_public: app.config.public == Public::Directory,
        single_sign_on: app.config.oidc.as_ref().map(|oidc| oidc.name.clone()),
        mail: app.config.mail.is_some(),
        needs_setup: !account::any(&mut tx).await?,
    }))
}

/// Signs in. Login, password and code are right or wrong together; only `code_needed` tells that the first two were right.
#[utoipa::path(post, operation_id = "sign_in", path = "/session", tag = "session", request_body = SignIn,
    responses((status = 204), (status = 401, body = Problem), (status = 429, body = Problem)))]
pub async fn create(
    principal: Principal,
    client: Client,
    State(app): State<App>,
    Json(input): Json<SignIn>,
) -> Result<Response> {
    let given = Given { login: &input.login, password: &input.password, code: &input.code };
    let admitted = sign_in::admit(&app, &client, &given).await?;
    open(&app, &principal, &client, admitted.account.id, admitted.second_factor).await
}

/// Gives the second factor to a session that began without: after a one-time link or single sign-on.
#[utoipa::path(post, operation_id = "give_second_factor", path = "/session/second-factor", tag = "session", request_body = Code,
    responses((status = 204), (status = 401, body = Problem), (status = 409, body = Problem), (status = 429, body = Problem)))]
pub async fn second_factor(
    principal: Principal,
    client: Client,
    State(app): State<App>,
    Json(input): Json<Code>,
) -> Result<Response> {
    let session = principal.session().ok_or_else(Problem::sign_in)?;
    sign_in::step_up(&app, &client, &session.account, &input.code).await?;
    open(&app, &principal, &client, session.account.id, true).await
}

/// Signs out.
#[utoipa::path(delete, operation_id = "sign_out", path = "/session", tag = "session", responses((status = 204)))]
pub async fn delete(principal: Principal, State(app): State<App>) -> Result<Response> {
    if let Some(session) = principal.session() {
        let mut write = app.store.begin(&principal.actor()).await?;
        session::close(&mut write, &session.digest).await?;
        account::record(&mut write, session.account.id, "sign_out", serde_json::json!({})).await?;
        write.commit().await?;
    }
    let mut response = StatusCode::NO_CONTENT.into_response();
    // Until the browser closes: the server ends it long before.
    set_cookie(&app, &mut response, COOKIE, "", Some(0));
    Ok(response)
}

/// Opens a session under a new token and ends the one the request came with: a token somebody planted, or one from
/// before a right was gained, opens nothing afterwards. The browser is known to the account from now on.
pub async fn open(
    app: &App,
    principal: &Principal,
    client: &Client,
    account: AccountId,
    second_factor: bool,
) -> Result<Response> {
    let token = token::for_cookie().map_err(|error| Problem::internal(&error))?;
    let device = token::for_cookie().map_err(|error| Problem::internal(&error))?;
    let mut write = app.store.begin(&account.to_string()).await?;
    if let Some(before) = principal.session() {
        session::close(&mut write, &before.digest).await?;
    }
    session::open(&mut write, account, &token, second_factor, &client.agent).await?;
    known_device::remember(&mut write, account, &device, client.device.as_deref()).await?;
    account::record(&mut write, account, "sign_in", serde_json::json!({ "second_factor": second_factor }))
        .await?;
    write.commit().await?;
    let mut response = StatusCode::NO_CONTENT.into_response();
    set_cookie(app, &mut response, COOKIE, &token, None);
    set_cookie(app, &mut response, DEVICE, &device, Some(known_device::LIFETIME.whole_seconds()));
    Ok(response)
}

/// Sets a cookie that scripts cannot read and that foreign pages cannot send along with what they post. Lax, not Strict:
/// a link in a mail must find its reader signed in.
pub fn set_cookie(app: &App, response: &mut Response, name: &'static str, value: &str, seconds: Option<i64>) {
    let name = cookie_name(name, app.config.https);
    let secure = if app.config.https { "; Secure" } else { "" };
    let lasting = seconds.map(|seconds| format!("; Max-Age={seconds}")).unwrap_or_default();
    let text = format!("{name}={value}; Path=/; HttpOnly; SameSite=Lax{lasting}{secure}");
    if let Ok(value) = HeaderValue::from_str(&text) {
        response.headers_mut().append(header::SET_COOKIE, value);
    }
}
