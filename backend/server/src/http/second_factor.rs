//! `/account/second-factor`: enrol an authenticator, renew recovery codes, remove it.

use crate::{
    account::{qr, sign_in, token, totp},
    app::App,
    http::{
        client::Client,
        principal::Principal,
        problem::{Problem, Result},
        session::{Code, open},
    },
    view::account::{Enrolment, RecoveryCodes},
};
use axum::{
    Json,
    extract::State,
    http::header,
    response::{IntoResponse as _, Response},
};
use hoshizu_store::{account, second_factor, session::Session};
use serde::Deserialize;
use utoipa::ToSchema;

/// Recovery codes that are made at a time.
const RECOVERY_CODES: usize = 10;

/// Proof that it is still the owner who asks.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Proof {
    /// The password; empty for accounts of single sign-on.
    #[serde(default)]
    pub password: String,
    /// A code of the second factor, where there is one.
    #[serde(default)]
    pub code: String,
}

/// Begins to enrol an authenticator: makes its secret. It counts once its first code was given.
#[utoipa::path(post, operation_id = "begin_second_factor", path = "/account/second-factor", tag = "account", request_body = Proof,
    responses((status = 200, body = Enrolment), (status = 401, body = Problem), (status = 409, body = Problem)))]
pub async fn begin(
    principal: Principal,
    client: Client,
    State(app): State<App>,
    Json(proof): Json<Proof>,
) -> Result<Json<Enrolment>> {
    let session = principal.session().ok_or_else(Problem::sign_in)?;
    sign_in::confirm(&app, &client, session, &proof.password).await?;
    let id = session.account.id;
    if is_enrolled(&app, session).await? {
        return Err(Problem::conflict("remove the second factor first"));
    }
    let secret = token::for_totp().map_err(|error| Problem::internal(&error))?;
    let sealed = app.accounts.seal.close(id, &secret).map_err(|error| Problem::internal(&error))?;
    let mut write = app.store.begin(&principal.actor()).await?;
    second_factor::begin(&mut write, id, &sealed).await?;
    write.commit().await?;
    let uri = totp::uri(&secret, "星図 Hoshizu", &session.account.login);
    Ok(Json(Enrolment { secret: totp::secret_text(&secret), qr: qr::svg(&uri), uri }))
}

async fn is_enrolled(app: &App, session: &Session) -> Result<bool> {
    let factor = second_factor::find(&mut app.store.read().await?, session.account.id).await?;
    Ok(factor.is_some_and(|factor| factor.confirmed_at.is_some()))
}

/// Gives the first code of the authenticator. From now on roles that need a second factor count; the session goes on
/// under a new token.
#[utoipa::path(post, operation_id = "confirm_second_factor", path = "/account/second-factor/confirm", tag = "account", request_body = Code,
    responses((status = 200, body = RecoveryCodes), (status = 401, body = Problem), (status = 409, body = Problem)))]
pub async fn confirm(
    principal: Principal,
    client: Client,
    State(app): State<App>,
    Json(input): Json<Code>,
) -> Result<Response> {
    let id = principal.signed_in()?;
    let codes = recovery_codes()?;
    // One write from looking to confirming: two confirmations at once cannot both come through.
    let mut write = app.store.begin(&principal.actor()).await?;
    let factor = second_factor::find(write.tx(), id).await?.filter(|factor| factor.confirmed_at.is_none());
    let factor = factor.ok_or_else(|| Problem::conflict("begin first"))?;
    let secret = app.accounts.seal.reveal(id, &factor.secret);
    let secret = secret.ok_or_else(|| Problem::conflict("the key of the server has changed; begin anew"))?;
    let step = totp::matching_step(&secret, &token::typed(&input.code), app.store.now());
    let step = step.ok_or_else(Problem::wrong_password)?;
    second_factor::confirm(&mut write, id, step, &codes).await?;
    write.commit().await?;
    let opened = open(&app, &principal, &client, id, true).await?;
    Ok(with_cookies(&opened, &codes))
}

fn with_cookies(opened: &Response, codes: &[String]) -> Response {
    let codes = codes.iter().map(|code| token::grouped(code)).collect();
    let mut response = Json(RecoveryCodes { codes }).into_response();
    for cookie in opened.headers().get_all(header::SET_COOKIE) {
        response.headers_mut().append(header::SET_COOKIE, cookie.clone());
    }
    response
}

fn recovery_codes() -> Result<Vec<String>> {
    let codes: std::io::Result<Vec<String>> = (0..RECOVERY_CODES).map(|_| token::for_recovery()).collect();
    codes.map_err(|error| Problem::internal(&error))
}

/// Makes new recovery codes in place of those there were.
#[utoipa::path(post, operation_id = "renew_recovery_codes", path = "/account/second-factor/recovery-codes", tag = "account", request_body = Proof,
    responses((status = 200, body = RecoveryCodes), (status = 401, body = Problem), (status = 409, body = Problem)))]
pub async fn renew_codes(
    principal: Principal,
    client: Client,
    State(app): State<App>,
    Json(proof): Json<Proof>,
) -> Result<Json<RecoveryCodes>> {
    let session = principal.session().ok_or_else(Problem::sign_in)?;
    sign_in::confirm(&app, &client, session, &proof.password).await?;
    sign_in::step_up(&app, &client, &session.account, &proof.code).await?;
    let codes = recovery_codes()?;
    let mut write = app.store.begin(&principal.actor()).await?;
    second_factor::set_codes(&mut write, session.account.id, &codes).await?;
    write.commit().await?;
    Ok(Json(RecoveryCodes { codes: codes.iter().map(|code| token::grouped(code)).collect() }))
}

/// Removes the authenticator. Roles that need one stop counting; every other session ends.
#[utoipa::path(post, operation_id = "remove_second_factor", path = "/account/second-factor/remove", tag = "account", request_body = Proof,
    responses((status = 204), (status = 401, body = Problem), (status = 409, body = Problem)))]
pub async fn remove(
    principal: Principal,
    client: Client,
    State(app): State<App>,
    Json(proof): Json<Proof>,
) -> Result<Response> {
    let session = principal.session().ok_or_else(Problem::sign_in)?;
    sign_in::confirm(&app, &client, session, &proof.password).await?;
    sign_in::step_up(&app, &client, &session.account, &proof.code).await?;
    let id = session.account.id;
    let mut write = app.store.begin(&principal.actor()).await?;
    second_factor::remove(&mut write, id).await?;
    hoshizu_store::session::close_all(&mut write, id, None).await?;
    account::record(&mut write, id, "sign_out_everywhere", serde_json::json!({})).await?;
    write.commit().await?;
    open(&app, &principal, &client, id, false).await
}
