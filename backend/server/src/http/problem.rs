//! The one error shape of the API: RFC 9457 problem details with a stable `code`. Texts for people stand in the page's
//! translations under `problem.<code>`; `detail` is for the person who reads a log.

use axum::{
    Json,
    http::{HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};

use crate::account::password::Busy;
use hoshizu_store::StoreError;
use serde::Serialize;
use utoipa::ToSchema;

/// An error as the API shows it.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct Problem {
    /// Always `about:blank`; the code tells problems apart.
    #[serde(rename = "type")]
    pub kind: &'static str,
    /// The status in words.
    pub title: &'static str,
    /// HTTP status.
    pub status: u16,
    /// Stable, in snake case.
    pub code: &'static str,
    /// What is wrong with this request.
    pub detail: String,
    /// Seconds to wait before the next try; also in the header `Retry-After`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub retry_after: Option<u64>,
}

/// Result of a handler.
pub type Result<T> = std::result::Result<T, Problem>;

impl Problem {
    fn new(status: StatusCode, code: &'static str, detail: impl Into<String>) -> Self {
        Self {
            kind: "about:blank",
            title: status.canonical_reason().unwrap_or("Error"),
            status: status.as_u16(),
            code,
            detail: detail.into(),
            retry_after: None,
        }
    }

    /// 404: nothing with this id or code.
    pub fn not_found(noun: &str) -> Self {
        Self::new(StatusCode::NOT_FOUND, "not_found", format!("no such {noun}"))
    }

    /// 400: a parameter cannot be understood.
    pub fn invalid(parameter: &str, why: impl std::fmt::Display) -> Self {
        Self::new(StatusCode::BAD_REQUEST, "invalid_parameter", format!("{parameter}: {why}"))
    }

    /// 401: only for people who are signed in.
    pub fn sign_in() -> Self {
        Self::new(StatusCode::UNAUTHORIZED, "sign_in", "sign in first")
    }

    /// 403: signed in, but not for this.
    pub fn forbidden() -> Self {
        Self::new(StatusCode::FORBIDDEN, "forbidden", "your role does not allow this here")
    }

    /// 403: the role needs a second factor that this session has not given.
    pub fn second_factor() -> Self {
        Self::new(StatusCode::FORBIDDEN, "second_factor", "give the second factor first")
    }

    /// 401: login or password, or the code of the second factor, is wrong; which, nobody is told.
    pub fn wrong_password() -> Self {
        Self::new(StatusCode::UNAUTHORIZED, "wrong_password", "login, password or code is wrong")
    }

    /// 401: the password is right, the code of the second factor is missing.
    pub fn code_needed() -> Self {
        Self::new(StatusCode::UNAUTHORIZED, "code_needed", "send the code of the second factor too")
    }

    /// 410: the link is unknown, used or past its end; which, nobody is told.
    pub fn link_invalid() -> Self {
        Self::new(StatusCode::GONE, "link_invalid", "ask for a new link")
    }

    /// 422: the values are understood, but this one is refused.
    pub fn refused(code: &'static str, detail: impl Into<String>) -> Self {
        Self::new(StatusCode::UNPROCESSABLE_ENTITY, code, detail)
    }

    /// 403: the request does not come from our page.
    pub fn cross_site() -> Self {
        Self::new(StatusCode::FORBIDDEN, "cross_site", "the header X-Hoshizu: 1 is missing")
    }

    /// 409: the thing is not in the state for this.
    pub fn conflict(detail: impl Into<String>) -> Self {
        Self::new(StatusCode::CONFLICT, "conflict", detail)
    }

    /// 410: a letter that is unknown, answered or past its day; which of these is nobody's business.
    pub fn letter_ended() -> Self {
        Self::new(StatusCode::GONE, "letter_ended", "this letter cannot be answered (any more)")
    }

    /// 422: a value cannot be kept; the detail is `field: code`.
    pub fn unprocessable(field: &str, why: impl std::fmt::Display) -> Self {
        Self::new(StatusCode::UNPROCESSABLE_ENTITY, "unprocessable", format!("{field}: {why}"))
    }

    /// 422: a text seems to speak of a client; the detail holds the parts.
    pub fn looks_personal(parts: &str) -> Self {
        Self::new(StatusCode::UNPROCESSABLE_ENTITY, "looks_personal", parts)
    }

    /// 428: what is written over must be named.
    pub fn version_required() -> Self {
        Self::new(
            StatusCode::PRECONDITION_REQUIRED,
            "version_required",
            "If-Match with the version is missing",
        )
    }

    /// 413: more than the limits allow.
    pub fn too_large(detail: impl Into<String>) -> Self {
        Self::new(StatusCode::PAYLOAD_TOO_LARGE, "too_large", detail)
    }

    /// 429: too many tries.
    pub fn too_many(wait: time::Duration) -> Self {
        let seconds = u64::try_from(wait.whole_seconds()).unwrap_or(0) + 1;
        let problem =
            Self::new(StatusCode::TOO_MANY_REQUESTS, "too_many_requests", "wait before the next try");
        Self { retry_after: Some(seconds), ..problem }
    }

    /// 503: figures are being computed for the first time.
    pub fn preparing() -> Self {
        Self::new(
            StatusCode::SERVICE_UNAVAILABLE,
            "preparing",
            "the figures are being computed; try again soon",
        )
    }

    /// 503: this installation cannot print; what to do stands in the server's log.
    pub fn no_font() -> Self {
        Self::new(StatusCode::SERVICE_UNAVAILABLE, "no_font", "the font of printed pages is not installed")
    }

    /// 500: our fault; the cause goes to the log, not to the client.
    pub fn internal(cause: &dyn std::error::Error) -> Self {
        tracing::error!(error = %cause, "request failed");
        Self::new(StatusCode::INTERNAL_SERVER_ERROR, "internal", "see the server's log")
    }
}

impl IntoResponse for Problem {
    fn into_response(self) -> Response {
        let status = StatusCode::from_u16(self.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
        let retry_after = self.retry_after;
        let mut response = (status, Json(self)).into_response();
        if let Some(seconds) = retry_after {
            response.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from(seconds));
        }
        response
            .headers_mut()
            .insert(header::CONTENT_TYPE, HeaderValue::from_static("application/problem+json"));
        response
    }
}

impl From<StoreError> for Problem {
    fn from(error: StoreError) -> Self {
        match error {
            StoreError::NotFound(noun) => Self::not_found(noun),
            StoreError::NotOpen => Self::conflict(error.to_string()),
            StoreError::BadCorrection { field, .. } => Self::invalid(&field, "cannot take this value"),
            other => Self::internal(&other),
        }
    }
}

impl From<Busy> for Problem {
    fn from(_: Busy) -> Self {
        Self::too_many(time::Duration::seconds(5))
    }
}

impl From<hoshizu_search::Error> for Problem {
    fn from(error: hoshizu_search::Error) -> Self {
        match error {
            hoshizu_search::Error::Query(why) => Self::invalid("q", why),
            hoshizu_search::Error::Cursor => Self::invalid("cursor", "not a cursor of this search"),
            other => Self::internal(&other),
        }
    }
}

impl From<hoshizu_print::PrintError> for Problem {
    fn from(error: hoshizu_print::PrintError) -> Self {
        match error {
            hoshizu_print::PrintError::NoFont { .. } => {
                tracing::error!(%error, "cannot print");
                Self::no_font()
            }
            other => Self::internal(&other),
        }
    }
}

/// Turns absence into 404.
pub trait OrNotFound<T> {
    /// The value, or a 404 that names the noun.
    fn or_not_found(self, noun: &str) -> Result<T>;
}

impl<T> OrNotFound<T> for Option<T> {
    fn or_not_found(self, noun: &str) -> Result<T> {
        self.ok_or_else(|| Problem::not_found(noun))
    }
}
