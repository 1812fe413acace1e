//! `/session/oidc`: to the provider of single sign-on and back.

use crate::{
    account::oidc::{Asked, OidcError, Provider},
    app::App,
    http::{
        client::Client,
        links::own_address,
        page::hex,
        principal::{ASKED, Principal, cookie, cookie_name},
        problem::{Problem, Result},
        session::{open, set_cookie},
    },
};
use axum::{
    extract::{Query, State},
    http::{HeaderMap, HeaderValue, StatusCode, header},
    response::{IntoResponse as _, Response},
};
use hoshizu_catalog::id::AccountId;
use hoshizu_store::account::{self, Account};
use serde::Deserialize;
use subtle::ConstantTimeEq as _;
use utoipa::IntoParams;
use uuid::Uuid;

/// What is sealed with the question belongs to no account yet.
const NOBODY: AccountId = AccountId(Uuid::nil());

/// Where to go afterwards.
#[derive(Debug, Default, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(default)]
pub struct Wanted {
    /// A path of our own page; anything else is the start.
    pub next: String,
}

/// What the provider sends the browser back with.
#[derive(Debug, Default, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(default)]
pub struct Answer {
    /// To be exchanged for a token.
    pub code: String,
    /// As we sent it.
    pub state: String,
    /// Why there is no code.
    pub error: String,
}

/// Sends the browser to the provider.
#[utoipa::path(get, operation_id = "begin_single_sign_on", path = "/session/oidc", tag = "session", params(Wanted),
    responses((status = 303), (status = 404, body = Problem)))]
pub async fn begin(State(app): State<App>, Query(wanted): Query<Wanted>) -> Result<Response> {
    let provider = provider(&app)?;
    let next = safe_next(&wanted.next).to_owned();
    let (url, asked) = match provider.ask(&own_address(&app), next, app.store.now()).await {
        Ok(question) => question,
        Err(error) => return Ok(failed(&error)),
    };
    let text = serde_json::to_vec(&asked).map_err(|error| Problem::internal(&error))?;
    let sealed = app.accounts.seal.close(NOBODY, &text).map_err(|error| Problem::internal(&error))?;
    let mut response = redirect(&url);
    set_cookie(&app, &mut response, ASKED, &hex(&sealed), Some(600));
    Ok(response)
}

/// Takes the provider's answer and signs in the account it belongs to.
#[utoipa::path(get, operation_id = "end_single_sign_on", path = "/session/oidc/return", tag = "session", params(Answer),
    responses((status = 303), (status = 404, body = Problem)))]
pub async fn end(
    principal: Principal,
    client: Client,
    headers: HeaderMap,
    State(app): State<App>,
    Query(answer): Query<Answer>,
) -> Result<Response> {
    let provider = provider(&app)?;
    let now = app.store.now();
    let Some(asked) = asked(&app, &headers).filter(|asked| {
        asked.until > now.unix_timestamp()
            && bool::from(asked.state.as_bytes().ct_eq(answer.state.as_bytes()))
    }) else {
        return Ok(failed(&OidcError::Provider("an answer to no question of this browser".to_owned())));
    };
    if !answer.error.is_empty() {
        return Ok(failed(&OidcError::Provider(answer.error)));
    }
    let next = safe_next(&asked.next).to_owned();
    let subject = match provider.answer(&own_address(&app), answer.code, asked, now).await {
        Ok(subject) => subject,
        Err(error) => return Ok(failed(&error)),
    };
    let Some(account) = account_of(&app, &subject.subject, subject.verified_email.as_deref()).await? else {
        return Ok(failed(&OidcError::Provider("nobody's account here".to_owned())));
    };
    let opened = open(&app, &principal, &client, account.id, subject.second_factor).await?;
    let mut response = redirect(&next);
    for value in opened.headers().get_all(header::SET_COOKIE) {
        response.headers_mut().append(header::SET_COOKIE, value.clone());
    }
    set_cookie(&app, &mut response, ASKED, "", Some(0));
    Ok(response)
}

/// The account bound to the subject; the first time, the one with the address the provider has verified, which is bound
/// from then on. One that is bound to somebody else, or closed, is nobody's.
async fn account_of(app: &App, subject: &str, email: Option<&str>) -> Result<Option<Account>> {
    let mut write = app.store.begin("single_sign_on").await?;
    if let Some(account) = account::by_subject(write.tx(), subject).await? {
        return Ok(Some(account).filter(|account| account.closed_at.is_none()));
    }
    let Some(email) = email else { return Ok(None) };
    let found = account::by_email(write.tx(), email).await?;
    let Some(account) = found.filter(|found| found.closed_at.is_none() && found.subject.is_none()) else {
        return Ok(None);
    };
    account::bind_subject(&mut write, account.id, subject).await?;
    write.commit().await?;
    Ok(Some(account))
}

fn provider(app: &App) -> Result<&Provider> {
    app.accounts.oidc.as_ref().ok_or_else(|| Problem::not_found("single sign-on"))
}

fn asked(app: &App, headers: &HeaderMap) -> Option<Asked> {
    let text = cookie(headers, cookie_name(ASKED, app.config.https))?;
    let digits = text.as_bytes().chunks(2);
    let sealed: Option<Vec<u8>> =
        digits.map(|pair| u8::from_str_radix(std::str::from_utf8(pair).ok()?, 16).ok()).collect();
    serde_json::from_slice(&app.accounts.seal.reveal(NOBODY, &sealed?)?).ok()
}

/// A path of our own page, else the start. `//other.example` and `/\other.example` are addresses elsewhere to a browser,
/// and so is whatever it reads after dropping tabs and line feeds.
fn safe_next(wanted: &str) -> &str {
    let mut bytes = wanted.bytes();
    let is_path = bytes.next() == Some(b'/') && !wanted[1..].starts_with(['/', '\\']);
    let plain = wanted.bytes().all(|byte| byte.is_ascii_graphic() && byte != b'\\');
    if is_path && plain { wanted } else { "/" }
}

fn redirect(to: &str) -> Response {
    let mut response = StatusCode::SEE_OTHER.into_response();
    if let Ok(to) = HeaderValue::from_str(to) {
        response.headers_mut().insert(header::LOCATION, to);
    }
    response
}

/// Back to the door, which says what to do; why goes to the log.
fn failed(error: &OidcError) -> Response {
    tracing::warn!(%error, "single sign-on failed");
    redirect("/sign-in?failed=1")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn afterwards_one_goes_to_our_own_page_only() {
        assert_eq!(safe_next("/search?q=%E6%98%9F&near=35,135#list"), "/search?q=%E6%98%9F&near=35,135#list");
        let elsewhere = [
            "", "https://evil.example", "//evil.example", "/\\evil.example", "\\/evil.example", "/\t/evil.example",
            "/\n/evil.example", "javascript:alert(1)", "/a\r\nSet-Cookie: x=y", "/a\\..\\b", "／／evil.example",
        ];
        for wanted in elsewhere {
            assert_eq!(safe_next(wanted), "/", "{wanted:?}");
        }
    }
}
