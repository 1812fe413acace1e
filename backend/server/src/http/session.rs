//! The operator's session: the guard of imports until accounts exist (decision 0003). The key is made at the first
//! start, kept in the data folder (mode 600) and printed on the terminal; the cookie holds a random token of this run.

use crate::{
    app::App,
    http::problem::{Problem, Result},
};
use axum::{
    Json,
    extract::{FromRequestParts, State},
    http::{HeaderMap, HeaderValue, Method, StatusCode, header, request::Parts},
    response::{IntoResponse, Response},
};
use serde::{Deserialize, Serialize};
use std::{
    collections::HashMap,
    io::Write as _,
    path::Path,
    sync::{Mutex, PoisonError},
};
use subtle::ConstantTimeEq as _;
use time::{Duration, OffsetDateTime};
use utoipa::ToSchema;

const COOKIE: &str = "hoshizu_operator";
/// A working day; after that the key is asked for again.
const LIFETIME: Duration = Duration::hours(12);
/// Wrong keys per minute before everybody waits: 256 random bits need no more protection than this.
const WRONG_PER_MINUTE: u32 = 10;

/// Sessions of this run of the server.
pub struct Operators {
    key: String,
    sessions: Mutex<HashMap<String, OffsetDateTime>>,
    wrong: Mutex<(OffsetDateTime, u32)>,
}

impl Operators {
    /// Reads the key of the data folder, or makes one.
    pub fn open(data_dir: &Path) -> std::io::Result<Self> {
        let path = data_dir.join("operator.key");
        let key = match std::fs::read_to_string(&path) {
            Ok(text) if text.trim().len() >= 32 => text.trim().to_owned(),
            _ => {
                let key = random_token()?;
                let mut options = std::fs::OpenOptions::new();
                options.write(true).create(true).truncate(true);
                #[cfg(unix)]
                std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
                options.open(&path)?.write_all(key.as_bytes())?;
                key
            }
        };
        Ok(Self::with_key(key))
    }

    /// Sessions guarded by this key.
    pub fn with_key(key: String) -> Self {
        Self { key, sessions: Mutex::default(), wrong: Mutex::new((OffsetDateTime::UNIX_EPOCH, 0)) }
    }

    /// The key, to print it on the terminal of the person who started the server.
    pub fn key(&self) -> &str {
        &self.key
    }

    fn sign_in(&self, key: &str, now: OffsetDateTime) -> Result<String> {
        let mut wrong = self.wrong.lock().unwrap_or_else(PoisonError::into_inner);
        if now - wrong.0 > Duration::MINUTE {
            *wrong = (now, 0);
        }
        if wrong.1 >= WRONG_PER_MINUTE {
            return Err(Problem::too_many());
        }
        if !bool::from(self.key.as_bytes().ct_eq(key.trim().as_bytes())) {
            wrong.1 += 1;
            return Err(Problem::operator_only());
        }
        let token = random_token().map_err(|error| Problem::internal(&error))?;
        let mut sessions = self.sessions.lock().unwrap_or_else(PoisonError::into_inner);
        sessions.retain(|_, until| *until > now);
        sessions.insert(token.clone(), now + LIFETIME);
        Ok(token)
    }

    fn sign_out(&self, token: &str) {
        self.sessions.lock().unwrap_or_else(PoisonError::into_inner).remove(token);
    }

    fn knows(&self, token: &str, now: OffsetDateTime) -> bool {
        let sessions = self.sessions.lock().unwrap_or_else(PoisonError::into_inner);
        sessions.get(token).is_some_and(|until| *until > now)
    }
}

fn random_token() -> std::io::Result<String> {
    let mut bytes = [0_u8; 32];
    getrandom::fill(&mut bytes).map_err(std::io::Error::other)?;
    Ok(crate::http::page::hex(&bytes))
}

fn cookie(headers: &HeaderMap) -> Option<&str> {
    headers
        .get_all(header::COOKIE)
        .iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|value| value.split(';'))
        .find_map(|pair| pair.trim().strip_prefix(COOKIE)?.strip_prefix('='))
}

/// Proof that the request comes from the signed-in operator; extracting it is the permission check.
pub struct Operator;

impl FromRequestParts<App> for Operator {
    type Rejection = Problem;
    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self> {
        if parts.method != Method::GET {
            same_site(&parts.headers)?;
        }
        let known = cookie(&parts.headers).is_some_and(|token| app.operators.knows(token, app.store.now()));
        if known { Ok(Self) } else { Err(Problem::operator_only()) }
    }
}

/// A header that no foreign page can send without our consent (it forces a CORS preflight, which we never answer).
fn same_site(headers: &HeaderMap) -> Result<()> {
    if headers.get("x-hoshizu").is_some_and(|value| value == "1") {
        Ok(())
    } else {
        Err(Problem::cross_site())
    }
}

/// Who is asking.
#[derive(Debug, Serialize, ToSchema)]
pub struct Session {
    /// Whether imports are allowed.
    pub operator: bool,
}

/// The operator key.
#[derive(Deserialize, ToSchema)]
pub struct SignIn {
    /// As printed by `hoshizu serve`.
    pub key: String,
}

/// Who is asking.
#[utoipa::path(get, operation_id = "show_session", path = "/session", tag = "session", responses((status = 200, body = Session)))]
pub async fn show(State(app): State<App>, headers: HeaderMap) -> Json<Session> {
    let operator = cookie(&headers).is_some_and(|token| app.operators.knows(token, app.store.now()));
    Json(Session { operator })
}

/// Signs the operator in.
#[utoipa::path(post, operation_id = "sign_in", path = "/session", tag = "session", request_body = SignIn,
    responses((status = 200, body = Session), (status = 401, body = Problem), (status = 429, body = Problem)))]
pub async fn create(
    State(app): State<App>,
    headers: HeaderMap,
    Json(input): Json<SignIn>,
) -> Result<Response> {
    same_site(&headers)?;
    let token = app.operators.sign_in(&input.key, app.store.now())?;
    Ok(with_cookie(&app, &token, LIFETIME.whole_seconds(), Json(Session { operator: true }).into_response()))
}

/// Signs out.
#[utoipa::path(delete, operation_id = "sign_out", path = "/session", tag = "session", responses((status = 204)))]
pub async fn delete(State(app): State<App>, headers: HeaderMap) -> Result<Response> {
    same_site(&headers)?;
    if let Some(token) = cookie(&headers) {
        app.operators.sign_out(token);
    }
    Ok(with_cookie(&app, "", 0, StatusCode::NO_CONTENT.into_response()))
}

fn with_cookie(app: &App, token: &str, seconds: i64, mut response: Response) -> Response {
    let secure = if app.config.https { "; Secure" } else { "" };
    let text = format!("{COOKIE}={token}; Path=/; HttpOnly; SameSite=Strict; Max-Age={seconds}{secure}");
    if let Ok(value) = HeaderValue::from_str(&text) {
        response.headers_mut().insert(header::SET_COOKIE, value);
    }
    response
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_wrong_key_is_refused_and_many_of_them_make_everybody_wait() {
        let operators = Operators::with_key("k".repeat(64));
        let now = OffsetDateTime::UNIX_EPOCH + Duration::DAY;
        for _ in 0..WRONG_PER_MINUTE {
            assert_eq!(operators.sign_in("wrong", now).unwrap_err().code, "operator_only");
        }
        assert_eq!(operators.sign_in(&"k".repeat(64), now).unwrap_err().code, "too_many_requests");
        let later = now + Duration::minutes(2);
        let token = operators.sign_in(&"k".repeat(64), later).unwrap();
        assert!(operators.knows(&token, later));
        assert!(!operators.knows(&token, later + LIFETIME), "a session ends");
        operators.sign_out(&token);
        assert!(!operators.knows(&token, later));
    }
}
