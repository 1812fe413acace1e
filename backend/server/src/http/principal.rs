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
    office::Office,
    permission::{self, Action, Grant, Reach, Role, Target},
};
use hoshizu_store::session::{self, Session};
use std::sync::Arc;

/// Name of the cookie that holds the session's token, see [`cookie_name`].
pub const COOKIE: &str = "hoshizu_session";
/// Name of the cookie by which accounts know a browser, see [`cookie_name`].
pub const DEVICE: &str = "hoshizu_device";
/// Name of the cookie that accompanies a browser to single sign-on and back, see [`cookie_name`].
pub const ASKED: &str = "hoshizu_asked";

/// The full name of a cookie of ours. Behind https it begins with `__Host-`, so that no neighbour under the same domain
/// (`other.city.example.lg.jp`) can plant one; browsers refuse that name over http.
pub fn cookie_name(name: &'static str, https: bool) -> &'static str {
    match (name, https) {
        (COOKIE, true) => "__Host-hoshizu_session",
        (DEVICE, true) => "__Host-hoshizu_device",
        (ASKED, true) => "__Host-hoshizu_asked",
        _ => name,
    }
}

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

    /// Somebody with no right beyond what any public reads.
    pub fn nobody() -> Self {
        Self::visitor(Public::Directory)
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
        self.is_let_in(action) && (self.is_own(action) || permission::allows(&self.grants, action, target))
    }

    /// Whether this may be done to anything at all.
    pub fn may_somewhere(&self, action: Action) -> bool {
        let far = |role| action.reach(role) != Reach::Never;
        let granted = || far(Role::Visitor) || self.grants.iter().any(|grant| far(grant.role));
        self.is_let_in(action) && (self.is_own(action) || granted())
    }

    /// The own account needs no role: without it nobody could give the second factor that makes roles count.
    fn is_own(&self, action: Action) -> bool {
        action == Action::UseAccount && self.session.is_some()
    }

    /// Nothing when this may be done to that; else 401 for a visitor, 403 for others.
    pub fn check(&self, action: Action, target: Target<'_>) -> Result<()> {
        if self.may(action, target) { Ok(()) } else { Err(self.refusal()) }
    }

    /// As [`Principal::check`], for an office: the areas it lies in are looked up.
    pub fn check_office(&self, app: &App, action: Action, office: &Office) -> Result<()> {
        let areas = app.region.load().areas_of(office);
        self.check(action, Target::Office(office.id, &areas))
    }

    /// As [`Principal::may`], for an office.
    pub fn may_office(&self, app: &App, action: Action, office: &Office) -> bool {
        let areas = app.region.load().areas_of(office);
        self.may(action, Target::Office(office.id, &areas))
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
    note_use(app, &principal);
    if principal.may_somewhere(action) { Ok(principal) } else { Err(principal.refusal()) }
}

async fn identify(app: &App, headers: &HeaderMap) -> Result<Principal> {
    let public = app.config.public;
    let Some(token) = cookie(headers, cookie_name(COOKIE, app.config.https)) else {
        return Ok(Principal::visitor(public));
    };
    let found = session::find(&mut app.store.read().await?, token, app.store.now()).await?;
    Ok(found.map_or_else(|| Principal::visitor(public), |session| Principal::of(session, public)))
}

/// Writes down, seldom and behind the answer's back, that a session is in use: reading must not wait for a writer.
fn note_use(app: &App, principal: &Principal) {
    let Some(session) = principal.session() else { return };
    let (digest, now) = (session.digest, app.store.now());
    if now - session.used_at < session::REFRESH || !app.accounts.begin_touch(digest) {
        return;
    }
    let app = app.clone();
    tokio::spawn(async move {
        let written = async {
            let mut write = app.store.begin("session").await?;
            session::touch(&mut write, &digest, now).await?;
            write.commit().await
        };
        if let Err(error) = written.await {
            tracing::warn!(%error, "the use of a session was not written down");
        }
        app.accounts.end_touch(&digest);
    });
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
