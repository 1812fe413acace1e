//! One-time links: made for an account by those who manage it, shown once (as address, QR code and readable code) or
//! mailed, and taken up at `/invitations` by whoever holds them.
//!
//! The page is opened with the token after `#`: that part of an address reaches no server, no log and no `Referer`.

use crate::{
    account::{qr, token},
    app::App,
    clock::rfc3339,
    http::{
        account::{accept, name},
        accounts::login,
        client::Client,
        principal::Principal,
        problem::{Problem, Result},
        session::open,
    },
    view::account::{LinkPurpose, LinkView},
};
use axum::{
    Json,
    extract::State,
    http::{HeaderMap, header},
    response::Response,
};
use hoshizu_catalog::permission::{Grant, Role, Scope};
use hoshizu_store::{
    account::{self, Account, New},
    account_link::{self, Kind},
    second_factor,
};
use serde::Deserialize;
use utoipa::ToSchema;

/// A one-time link's token.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct LinkToken {
    /// As in the link, or as typed from a slip.
    pub token: String,
}

/// What takes a link up.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct TakeUp {
    /// As in the link, or as typed from a slip.
    pub token: String,
    /// The password from now on.
    pub password: String,
    /// Login of the first administrator; only for the set-up.
    pub login: Option<String>,
    /// Name of the first administrator; only for the set-up.
    pub name: Option<String>,
}

/// What a link is for.
#[utoipa::path(post, operation_id = "show_link", path = "/invitations/look", tag = "session", request_body = LinkToken,
    responses((status = 200, body = LinkPurpose), (status = 410, body = Problem)))]
pub async fn look(State(app): State<App>, Json(input): Json<LinkToken>) -> Result<Json<LinkPurpose>> {
    let token = token::typed(&input.token);
    let link = account_link::find(&mut app.store.read().await?, &token, app.store.now()).await?;
    let link = link.ok_or_else(Problem::link_invalid)?;
    Ok(Json(LinkPurpose {
        kind: link.kind.code(),
        login: link.account.as_ref().map(|account| account.login.clone()),
        name: link.account.map(|account| account.name),
        ends_at: rfc3339(link.ends_at),
    }))
}

/// Sets the password of the link's account, or makes the first administrator, and signs in. The second factor is still
/// to be given or enrolled: a link alone opens no role that needs one.
#[utoipa::path(post, operation_id = "take_link", path = "/invitations/take", tag = "session", request_body = TakeUp,
    responses((status = 204), (status = 410, body = Problem), (status = 422, body = Problem), (status = 429, body = Problem)))]
pub async fn take(
    principal: Principal,
    client: Client,
    State(app): State<App>,
    Json(input): Json<TakeUp>,
) -> Result<Response> {
    let token = token::typed(&input.token);
    let link = account_link::find(&mut app.store.read().await?, &token, app.store.now()).await?;
    let link = link.ok_or_else(Problem::link_invalid)?;
    let first = match &link.account {
        Some(_) => None,
        None => Some((
            login(input.login.as_deref().unwrap_or_default())?,
            name(input.name.as_deref().unwrap_or_default())?,
        )),
    };
    let (login, called) = match (&link.account, &first) {
        (Some(account), _) => (account.login.as_str(), account.name.as_str()),
        (None, Some((login, name))) => (login.as_str(), *name),
        (None, None) => return Err(Problem::link_invalid()),
    };
    accept(&input.password, login, called)?;
    // A hash is dear: only now that the link is good is one computed.
    let hash = app.accounts.passwords.hash(&input.password).await?;

    let actor = link.account.as_ref().map_or_else(|| "setup".to_owned(), |account| account.id.to_string());
    let mut write = app.store.begin(&actor).await?;
    // Looked at again inside the write: of two who take it up at once, one is too late.
    let taken = account_link::take(&mut write, &token).await?.ok_or_else(Problem::link_invalid)?;
    let id = if let Some(account) = taken.account {
        account.id
    } else {
        let grants = vec![Grant { role: Role::Administrator, scope: Scope::Everywhere }];
        let new = New { login: login.to_owned(), name: called.to_owned(), grants, ..New::default() };
        account::create(&mut write, &new).await?
    };
    account::set_password(&mut write, id, &hash).await?;
    if taken.drops_factor {
        second_factor::remove(&mut write, id).await?;
    }
    write.commit().await?;
    open(&app, &principal, &client, id, false).await
}

/// How a link reaches its owner.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Delivery {
    /// Shown once to whoever asks for it, to be printed or handed over.
    #[default]
    Slip,
    /// Sent by mail, and shown to nobody.
    Mail,
}

/// Makes a link in place of those the account had, and shows or mails it.
pub async fn make(
    app: &App,
    principal: &Principal,
    headers: &HeaderMap,
    account: &Account,
    delivery: Delivery,
    drops_factor: bool,
) -> Result<LinkView> {
    let is_new = account.password_hash.is_none() && account.subject.is_none();
    let kind = if is_new { Kind::Invitation } else { Kind::Reset };
    let address = match delivery {
        Delivery::Slip => None,
        Delivery::Mail => Some(mail_address(app, account)?),
    };
    let token = token::for_link().map_err(|error| Problem::internal(&error))?;
    let mut write = app.store.begin(&principal.actor()).await?;
    let ends_at = account_link::make(&mut write, Some(account.id), kind, &token, drops_factor).await?;
    write.commit().await?;
    let url = address_of(app, headers, &token);
    if let Some((mailer, to)) = address {
        let (subject, text) = letter(kind, account, &url, &rfc3339(ends_at));
        mailer.send(to, subject, &text).await.map_err(|error| {
            tracing::warn!(%error, "a link could not be mailed");
            Problem::refused("mail_failed", "the mail server did not take it")
        })?;
    }
    let shown = delivery == Delivery::Slip;
    Ok(LinkView {
        account: account.id.0,
        kind: kind.code(),
        login: account.login.clone(),
        name: account.name.clone(),
        mailed: !shown,
        code: shown.then(|| token::grouped(&token)),
        qr: shown.then(|| qr::svg(&url)).flatten(),
        url: shown.then_some(url),
        ends_at: rfc3339(ends_at),
    })
}

fn mail_address<'a>(
    app: &'a App,
    account: &'a Account,
) -> Result<(&'a crate::account::mail::Mailer, &'a str)> {
    let mailer = app.accounts.mailer.as_ref();
    let mailer = mailer.ok_or_else(|| Problem::refused("no_mail", "no mail server is configured"))?;
    let to = account.email.as_deref();
    Ok((mailer, to.ok_or_else(|| Problem::refused("no_address", "the account has no address of mail"))?))
}

/// The page's address with the token.
fn address_of(app: &App, headers: &HeaderMap, token: &str) -> String {
    format!("{}/invitation#{token}", origin(app, headers))
}

/// The address people reach the page by: the configured one, else (and then nothing is mailed) that by which the asker's
/// own browser sees us. A browser lets no page write this header.
pub fn origin(app: &App, headers: &HeaderMap) -> String {
    let asked = || headers.get(header::ORIGIN).and_then(|value| value.to_str().ok()).map(str::to_owned);
    app.config.url.clone().or_else(asked).unwrap_or_else(|| own_address(app))
}

/// The address this server listens at.
pub fn own_address(app: &App) -> String {
    let scheme = if app.config.https { "https" } else { "http" };
    app.config.url.clone().unwrap_or_else(|| format!("{scheme}://{}", app.config.listen))
}

fn letter(kind: Kind, account: &Account, url: &str, until: &str) -> (&'static str, String) {
    let (subject, what, english) = match kind {
        Kind::Reset => (
            "【星図】パスワードの再設定 / Reset your password",
            "パスワードの再設定のご案内です。下のリンクを開いて、新しいパスワードを決めてください。",
            "Open the link below and choose a new password.",
        ),
        Kind::Setup | Kind::Invitation => (
            "【星図】利用者登録のご案内 / Your invitation",
            "利用者として登録されました。下のリンクを開いて、パスワードを決めてください。",
            "You have been given an account. Open the link below and choose a password.",
        ),
    };
    let text = format!(
        "{} 様\n\n星図（ほしず）から、{what}\n{english}\n\n{url}\n\n\
         ログイン名 / Login: {}\n期限 / Valid until: {until}\n\n\
         このリンクは一度だけ使えます。ほかの人に知らせないでください。\n\
         The link works once. Do not pass it on.\n\
         お心当たりのない場合は、開かずに管理担当者へお知らせください。\n",
        account.name, account.login
    );
    (subject, text)
}
