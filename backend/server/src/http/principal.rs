//! Who is asking, and what they may do.
//!
//! The guard admits a request only to an endpoint that stands in [`permissions::ENDPOINTS`], and only somebody whose
//! role may do its action somewhere. Where exactly is the handler's to say: it calls [`Principal::check`] with the
//! office or area it has loaded.

use crate::{
    app::App,
    config::Public,
    http::{
        permissions,
        problem::{Problem, Result},
    },
};
use axum::{
    extract::{FromRequestParts, MatchedPath, Request, State},
    http::{HeaderMap, Method, header, request::Parts},
    middleware::Next,
    response::{IntoResponse as _, Response},
};
use hoshizu_catalog::{
    id::AccountId,
    permission::{self, Action, Grant, Reach, Role, Target},
};
use hoshizu_store::session::{self, Session};
use std::sync::Arc;

/// Name of the cookie that holds the session's token.
pub const COOKIE: &str = "hoshizu_session";

/// Who is asking; a visitor when not signed in.
#[derive(Debug, Clone)]
pub struct Principal {
    session: Option<Arc<Session>>,
    /// The grants that count now: those that need a second factor only once it was given.
    grants: Arc<[Grant]>,
    public: Public,
}

impl Principal {
    fn visitor(public: Public) -> Self {
        Self { session: None, grants: Arc::new([]), public }
    }

    fn of(session: Session, public: Public) -> Self {
        let counts = |grant: &&Grant| session.second_factor || !grant.role.needs_second_factor();
        let grants = session.grants.iter().filter(counts).cloned().collect();
        Self { grants, session: Some(Arc::new(session)), public }
    }

    /// The session, when signed in.
    pub fn session(&self) -> Option<&Session> {
        self.session.as_deref()
    }

    /// The account, when signed in.
    pub fn account(&self) -> Option<AccountId> {
        self.session.as_ref().map(|session| session.account.id)
    }

    /// The account; 401 for a visitor.
    pub fn signed_in(&self) -> Result<AccountId> {
        self.account().ok_or_else(Problem::sign_in)
    }

    /// The name under which changes are written to the audit.
    pub fn actor(&self) -> String {
        self.account().map_or_else(|| "visitor".to_owned(), |id| id.to_string())
    }

    /// The grants that count now.
    pub fn grants(&self) -> &[Grant] {
        &self.grants
    }

    /// Whether this may be done to that.
    pub fn may(&self, action: Action, target: Target<'_>) -> bool {
        self.is_let_in(action) && permission::allows(&self.grants, action, target)
    }

    /// Whether this may be done to anything at all.
    pub fn may_somewhere(&self, action: Action) -> bool {
        let far = |role| action.reach(role) != Reach::Never;
        self.is_let_in(action) && (far(Role::Visitor) || self.grants.iter().any(|grant| far(grant.role)))
    }

    /// Nothing when this may be done to that; else 401 for a visitor, 403 for others.
    pub fn check(&self, action: Action, target: Target<'_>) -> Result<()> {
        if self.may(action, target) { Ok(()) } else { Err(self.refusal()) }
    }

    fn is_let_in(&self, action: Action) -> bool {
        let closed = matches!(action, Action::ReadDirectory | Action::SuggestCorrection);
        self.session.is_some() || self.public == Public::Directory || !closed
    }

    fn refusal(&self) -> Problem {
        match &self.session {
            None => Problem::sign_in(),
            Some(session) if self.grants.len() < session.grants.len() => Problem::second_factor(),
            Some(_) => Problem::forbidden(),
        }
    }
}

/// Admits a request to its endpoint, or answers with the problem. Requests to no endpoint (the page's own files) pass.
pub async fn guard(State(app): State<App>, request: Request, next: Next) -> Response {
    let (mut parts, body) = request.into_parts();
    let Some(path) = parts.extensions.get::<MatchedPath>().cloned() else {
        return next.run(Request::from_parts(parts, body)).await;
    };
    match admit(&app, path.as_str(), &parts.method, &parts.headers).await {
        Ok(principal) => {
            parts.extensions.insert(principal);
            next.run(Request::from_parts(parts, body)).await
        }
        Err(problem) => problem.into_response(),
    }
}

async fn admit(app: &App, path: &str, method: &Method, headers: &HeaderMap) -> Result<Principal> {
    let action = permissions::action(method, path).ok_or_else(Problem::forbidden)?;
    // A header no foreign page can send without our consent: it forces a CORS preflight, which we never answer.
    let reads = matches!(*method, Method::GET | Method::HEAD);
    if !reads && headers.get("x-hoshizu").is_none_or(|value| value != "1") {
        return Err(Problem::cross_site());
    }
    let principal = identify(app, headers).await?;
    if principal.may_somewhere(action) { Ok(principal) } else { Err(principal.refusal()) }
}

async fn identify(app: &App, headers: &HeaderMap) -> Result<Principal> {
    let public = app.config.public;
    let Some(token) = cookie(headers, COOKIE) else { return Ok(Principal::visitor(public)) };
    let found = session::find(&mut app.store.read().await?, token, app.store.now()).await?;
    Ok(found.map_or_else(|| Principal::visitor(public), |session| Principal::of(session, public)))
}

/// A cookie by its name.
pub fn cookie<'h>(headers: &'h HeaderMap, name: &str) -> Option<&'h str> {
    headers
        .get_all(header::COOKIE)
        .iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|value| value.split(';'))
        .find_map(|pair| pair.trim().strip_prefix(name)?.strip_prefix('='))
}

impl FromRequestParts<App> for Principal {
    type Rejection = Problem;
    async fn from_request_parts(parts: &mut Parts, _: &App) -> Result<Self> {
        // The guard stands before every endpoint; without it nobody is let in.
        parts.extensions.get::<Self>().cloned().ok_or_else(Problem::forbidden)
    }
}
