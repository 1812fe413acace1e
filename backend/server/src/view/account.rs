//! Accounts, roles and sessions as the API shows them.

use crate::{clock::rfc3339, region::Region};
use hoshizu_catalog::{
    id::OfficeId,
    permission::{Grant, Role, Scope},
};
use hoshizu_store::session::{Listed, Session};
use serde::{Deserialize, Serialize};
use std::collections::HashMap;
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;

/// Who is asking, and what they may do.
#[derive(Debug, Serialize, ToSchema)]
pub struct SessionView {
    /// The person; `null` for a visitor.
    pub signed: Option<Signed>,
    /// Actions that may be done somewhere, see `/permissions`.
    pub may: Vec<&'static str>,
    /// Actions that may be done to the installation as a whole.
    pub may_everywhere: Vec<&'static str>,
    /// Whether visitors read the directory.
    pub directory_is_public: bool,
    /// Name of the single sign-on; `null` when there is none.
    pub single_sign_on: Option<String>,
    /// Whether the installation sends mail.
    pub mail: bool,
    /// Whether there is no account yet.
    pub needs_setup: bool,
}

/// Somebody who is signed in.
#[derive(Debug, Serialize, ToSchema)]
pub struct Signed {
    /// Identity.
    pub id: Uuid,
    /// Login.
    pub login: String,
    /// Name.
    pub name: String,
    /// `given` in this session; `enrolled` but not given; `required` by a role and not enrolled; `none`.
    pub second_factor: &'static str,
    /// Whether roles wait for the second factor.
    pub waiting: bool,
}

impl Signed {
    /// The person of a session.
    pub fn of(session: &Session, enrolled: bool) -> Self {
        let needed = session.grants.iter().any(|grant| grant.role.needs_second_factor());
        let second_factor = match (session.second_factor, enrolled, needed) {
            (true, ..) => "given",
            (_, true, _) => "enrolled",
            (.., true) => "required",
            _ => "none",
        };
        Self {
            id: session.account.id.0,
            login: session.account.login.clone(),
            name: session.account.name.clone(),
            second_factor,
            waiting: needed && !session.second_factor,
        }
    }
}

/// A role and where it holds, as it is sent.
#[derive(Debug, Clone, Deserialize, ToSchema, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
pub struct GrantInput {
    /// `member`, `keeper`, `council`, `steward` or `administrator`.
    pub role: String,
    /// `office`, `area` or `everywhere`.
    pub scope: String,
    /// Id of the office or code of the area.
    #[serde(default)]
    pub of: String,
}

impl GrantInput {
    /// What is meant; nothing when there is no such role, or it cannot be held there.
    pub fn read(&self) -> Option<Grant> {
        let role = Role::from_code(&self.role)?;
        let scope = match self.scope.as_str() {
            "everywhere" if self.of.is_empty() => Scope::Everywhere,
            "area" if !self.of.is_empty() => Scope::Area(self.of.clone()),
            "office" => Scope::Office(self.of.parse::<OfficeId>().ok()?),
            _ => return None,
        };
        role.fits(&scope).then_some(Grant { role, scope })
    }
}

/// A role and where it holds.
#[derive(Debug, Serialize, ToSchema)]
pub struct GrantView {
    /// `member`, `keeper`, `council`, `steward` or `administrator`.
    pub role: &'static str,
    /// `office`, `area` or `everywhere`.
    pub scope: &'static str,
    /// Id of the office or code of the area; empty for everywhere.
    pub of: String,
    /// Name of the office or area, where it is known.
    pub name: Option<String>,
    /// Whether it counts only after a second factor.
    pub needs_second_factor: bool,
}

impl GrantView {
    /// A grant with the name of its place.
    pub fn of(grant: &Grant, region: &Region, offices: &HashMap<OfficeId, String>) -> Self {
        let (scope, of, name) = match &grant.scope {
            Scope::Everywhere => ("everywhere", String::new(), None),
            Scope::Area(code) => ("area", code.clone(), region.areas.get(code).map(|area| area.name.clone())),
            Scope::Office(id) => ("office", id.to_string(), offices.get(id).cloned()),
        };
        let needs_second_factor = grant.role.needs_second_factor();
        Self { role: grant.role.code(), scope, of, name, needs_second_factor }
    }
}

/// The own account.
#[derive(Debug, Serialize, ToSchema)]
pub struct OwnAccount {
    /// Login.
    pub login: String,
    /// Name.
    pub name: String,
    /// Address of mail; an administrator changes it, because single sign-on finds accounts by it.
    pub email: Option<String>,
    /// Whether there is a password.
    pub has_password: bool,
    /// Whether the account is bound to single sign-on.
    pub has_single_sign_on: bool,
    /// Whether a second factor is enrolled.
    pub has_second_factor: bool,
    /// Recovery codes that are left.
    pub recovery_codes: i64,
    /// Roles.
    pub grants: Vec<GrantView>,
}

/// Sessions of one account.
#[derive(Debug, Serialize, ToSchema)]
pub struct Sessions {
    /// Newest first.
    pub items: Vec<ListedSession>,
}

/// A session in a list.
#[derive(Debug, Serialize, ToSchema)]
pub struct ListedSession {
    /// Identity.
    pub id: Uuid,
    /// Since when (RFC 3339).
    pub opened_at: String,
    /// When it was last used, to five minutes (RFC 3339).
    pub used_at: String,
    /// When it ends at the latest (RFC 3339).
    pub ends_at: String,
    /// Whether a second factor was given.
    pub second_factor: bool,
    /// The browser, as it calls itself.
    pub agent: String,
    /// Whether it is the one that asks.
    pub current: bool,
}

impl Sessions {
    /// Sessions, with the one that asks marked.
    pub fn of(listed: Vec<Listed>, current: Option<Uuid>) -> Self {
        let view = |session: Listed| ListedSession {
            id: session.id,
            opened_at: rfc3339(session.opened_at),
            used_at: rfc3339(session.used_at),
            ends_at: rfc3339(session.ends_at),
            second_factor: session.second_factor,
            agent: session.agent,
            current: current == Some(session.id),
        };
        Self { items: listed.into_iter().map(view).collect() }
    }
}

/// A page of accounts.
#[derive(Debug, Serialize, ToSchema)]
pub struct AccountPage {
    /// In the order of logins.
    pub items: Vec<AccountView>,
    /// Give it as `cursor` for the next page; `null` on the last.
    pub next_cursor: Option<String>,
}

/// An account as those see it who manage it.
#[derive(Debug, Serialize, ToSchema)]
pub struct AccountView {
    /// Identity.
    pub id: Uuid,
    /// Login.
    pub login: String,
    /// Name.
    pub name: String,
    /// Address of mail.
    pub email: Option<String>,
    /// `invited` (no password yet), `open` or `closed`.
    pub state: &'static str,
    /// Since when (RFC 3339).
    pub created_at: String,
    /// Roles inside the asker's own places.
    pub grants: Vec<GrantView>,
    /// Whether there are roles elsewhere; then only others can reset or close it.
    pub elsewhere: bool,
    /// Whether a second factor is enrolled.
    pub has_second_factor: bool,
    /// Until when a one-time link is good (RFC 3339).
    pub link_until: Option<String>,
}

/// A one-time link, shown once.
#[derive(Debug, Serialize, ToSchema)]
pub struct LinkView {
    /// The account.
    pub account: Uuid,
    /// `invitation` or `reset`.
    pub kind: &'static str,
    /// Login, for the slip.
    pub login: String,
    /// Name, for the slip.
    pub name: String,
    /// Whether it was sent by mail; then it is not shown.
    pub mailed: bool,
    /// The address to open.
    pub url: Option<String>,
    /// The code to type at `/invitation`, in groups of four.
    pub code: Option<String>,
    /// The address as a QR code, SVG.
    pub qr: Option<String>,
    /// When it ends (RFC 3339).
    pub ends_at: String,
}

/// What a one-time link is for, to whoever holds it.
#[derive(Debug, Serialize, ToSchema)]
pub struct LinkPurpose {
    /// `setup`, `invitation` or `reset`.
    pub kind: &'static str,
    /// Login; `null` for the set-up, which chooses one.
    pub login: Option<String>,
    /// Name.
    pub name: Option<String>,
    /// When it ends (RFC 3339).
    pub ends_at: String,
}

/// A second factor to be enrolled.
#[derive(Debug, Serialize, ToSchema)]
pub struct Enrolment {
    /// The secret, to type it in.
    pub secret: String,
    /// The address behind the QR code.
    pub uri: String,
    /// The QR code, SVG.
    pub qr: Option<String>,
}

/// Codes for the day the second factor is lost, shown once.
#[derive(Debug, Serialize, ToSchema)]
pub struct RecoveryCodes {
    /// Each opens once.
    pub codes: Vec<String>,
}

/// The table of permissions.
#[derive(Debug, Serialize, ToSchema)]
pub struct PermissionTable {
    /// Columns.
    pub roles: Vec<RoleView>,
    /// Rows.
    pub actions: Vec<ActionView>,
}

/// A column.
#[derive(Debug, Serialize, ToSchema)]
pub struct RoleView {
    /// Identifier.
    pub role: &'static str,
    /// Whether it counts only after a second factor.
    pub needs_second_factor: bool,
}

/// A row.
#[derive(Debug, Serialize, ToSchema)]
pub struct ActionView {
    /// Identifier.
    pub action: &'static str,
    /// `never`, `own` or `any`, in the order of the roles.
    pub reach: Vec<&'static str>,
}
