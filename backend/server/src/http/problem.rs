//! The one error shape of the API: RFC 9457 problem details with a stable `code`. Texts for people stand in the page's
//! translations under `problem.<code>`; `detail` is for the person who reads a log.

use axum::{
    Json,
    http::{HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};

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

    /// 401: only for the operator.
    pub fn operator_only() -> Self {
        Self::new(StatusCode::UNAUTHORIZED, "operator_only", "sign in with the operator key first")
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

    /// 403: the request does not come from our page.
    pub fn cross_site() -> Self {
        Self::new(StatusCode::FORBIDDEN, "cross_site", "the header X-Hoshizu: 1 is missing")
    }

    /// 409: the thing is not in the state for this.
    pub fn conflict(detail: impl Into<String>) -> Self {
        Self::new(StatusCode::CONFLICT, "conflict", detail)
    }

    /// 413: more than the limits allow.
    pub fn too_large(detail: impl Into<String>) -> Self {
        Self::new(StatusCode::PAYLOAD_TOO_LARGE, "too_large", detail)
    }

    /// 429: too many tries.
    pub fn too_many() -> Self {
        Self::new(StatusCode::TOO_MANY_REQUESTS, "too_many_requests", "wait a minute before the next try")
    }

    /// 503: figures are being computed for the first time.
    pub fn preparing() -> Self {
        Self::new(
            StatusCode::SERVICE_UNAVAILABLE,
            "preparing",
            "the figures are being computed; try again soon",
        )
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
        let mut response = (status, Json(self)).into_response();
        response
            .headers_mut()
            .insert(header::CONTENT_TYPE, HeaderValue::from_static("application/problem+json"));
        response
    }
}

impl From<StoreError> for Problem {
    fn from(error: StoreError) -> Self {
        Self::internal(&error)
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
