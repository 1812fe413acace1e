//! `/accounts`: invite, describe, grant, reset, close. Nobody hands on more than they hold, sees accounts that have
//! nothing in their own places, or resets one that also has something elsewhere.

use crate::{
    account::mail,
    app::App,
    clock::rfc3339,
    http::{
        account::name,
        links::{self, Delivery},
        managed::{Managed, Places, is_administrator, keep_an_administrator},
        principal::Principal,
        problem::{Problem, Result},
    },
    view::account::{AccountPage, AccountView, GrantInput, GrantView, LinkView, Sessions},
};
use axum::{
    Json,
    extract::{Path, Query, State},
    http::{HeaderMap, StatusCode},
};
use hoshizu_catalog::{
    id::{AccountId, OfficeId},
    permission::{Grant, Role, Scope},
};
use hoshizu_store::{
    StoreError, Tx,
    account::{self, New},
    account_link, office, second_factor, session,
};
use serde::Deserialize;
use std::collections::HashMap;
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;

/// Which accounts.
#[derive(Debug, Default, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(default)]
pub struct AccountFilter {
    /// Words in login, name or address.
    pub q: String,
    /// Items a page, 1–100, default 50.
    pub limit: Option<u32>,
    /// `next_cursor` of the page before.
    pub cursor: String,
}

/// An account to be made.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewAccount {
    /// 3–64 letters of `a-z 0-9 . _ @ -`.
    pub login: String,
    /// Name.
    pub name: String,
    /// Address of mail.
    pub email: Option<String>,
    /// Roles; one at least, unless an administrator asks.
    pub grants: Vec<GrantInput>,
    /// How the invitation reaches its owner.
    #[serde(default)]
    pub delivery: Delivery,
}

/// What is changed of an account.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct AccountChange {
    /// Name.
    pub name: String,
    /// Address of mail.
    pub email: Option<String>,
}

/// A link to be made.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewLink {
    /// How it reaches its owner.
    #[serde(default)]
    pub delivery: Delivery,
    /// Whether it also removes a second factor that was lost.
    #[serde(default)]
    pub drops_second_factor: bool,
}

/// Names of the offices in these grants.
pub async fn names(tx: &mut Tx, grants: &[Grant]) -> Result<HashMap<OfficeId, String>> {
    let ids: Vec<OfficeId> = grants
        .iter()
        .filter_map(|grant| match grant.scope {
            Scope::Office(id) => Some(id),
            _ => None,
        })
        .collect();
    Ok(office::many(tx, &ids).await?.into_iter().map(|office| (office.id, office.name)).collect())
}

/// A login as it is stored.
pub fn login(text: &str) -> Result<String> {
    let login = text.trim().to_lowercase();
    let plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || "._@-".contains(c);
    let fits = (3..=64).contains(&login.len()) && login.chars().all(plain);
    fits.then_some(login)
        .ok_or_else(|| Problem::refused("login_refused", "3 to 64 letters of a-z 0-9 . _ @ -"))
}

fn email(text: Option<&str>) -> Result<Option<&str>> {
    let text = text.map(str::trim).filter(|text| !text.is_empty());
    let refused = || Problem::refused("email_refused", "not an address of mail");
    if text.is_some_and(|text| text.len() > 254 || !mail::is_address(text)) {
        Err(refused())
    } else {
        Ok(text)
    }
}

fn taken(error: StoreError) -> Problem {
    if error.is_unique_violation() {
        return Problem::refused("account_taken", "login or address of mail belongs to another account");
    }
    error.into()
}

/// Accounts with a role inside the own places; administrators see all.
#[utoipa::path(get, operation_id = "list_accounts", path = "/accounts", tag = "accounts", params(AccountFilter),
    responses((status = 200, body = AccountPage), (status = 401, body = Problem), (status = 403, body = Problem)))]
pub async fn list(
    principal: Principal,
    State(app): State<App>,
    Query(filter): Query<AccountFilter>,
) -> Result<Json<AccountPage>> {
    let limit = filter.limit.unwrap_or(50).clamp(1, 100) as usize;
    let mut tx = app.store.read().await?;
    let (mut seen, mut cursor) = (Vec::new(), filter.cursor.clone());
    // Batch by batch, until a page of those the asker may see is full.
    let more = loop {
        let batch = account::list(&mut tx, &filter.q, &cursor, 200).await?;
        let Some(last) = batch.last().map(|account| account.login.clone()) else { break false };
        let ids: Vec<AccountId> = batch.iter().map(|account| account.id).collect();
        let mut grants = account::grants(&mut tx, &ids).await?;
        let all: Vec<Grant> = grants.values().flatten().cloned().collect();
        let places = Places::load(&mut tx, &app, &all).await?;
        for account in batch {
            let grants = grants.remove(&account.id).unwrap_or_default();
            seen.extend(Managed::new(&principal, account, grants, &places).filter(Managed::is_visible));
        }
        cursor = last;
        if seen.len() > limit {
            break true;
        }
    };
    seen.truncate(limit);
    let next_cursor = seen.last().filter(|_| more).map(|managed| managed.account.login.clone());
    Ok(Json(AccountPage { items: views(&mut tx, &app, &seen).await?, next_cursor }))
}

async fn views(tx: &mut Tx, app: &App, seen: &[Managed]) -> Result<Vec<AccountView>> {
    let ids: Vec<AccountId> = seen.iter().map(|managed| managed.account.id).collect();
    let links = account_link::open_until(tx, &ids, app.store.now()).await?;
    let enrolled = second_factor::confirmed(tx, &ids).await?;
    let all: Vec<Grant> = seen.iter().flat_map(|managed| managed.own.clone()).collect();
    let (offices, region) = (names(tx, &all).await?, app.region.load());
    let view = |managed: &Managed| {
        let account = &managed.account;
        let invited = account.password_hash.is_none() && account.subject.is_none();
        AccountView {
            id: account.id.0,
            login: account.login.clone(),
            name: account.name.clone(),
            email: account.email.clone(),
            state: if account.closed_at.is_some() {
                "closed"
            } else if invited {
                "invited"
            } else {
                "open"
            },
            created_at: rfc3339(account.created_at),
            grants: managed.own.iter().map(|grant| GrantView::of(grant, &region, &offices)).collect(),
            elsewhere: managed.elsewhere,
            has_second_factor: enrolled.contains(&account.id),
            link_until: links.get(&account.id).copied().map(rfc3339),
        }
    };
    Ok(seen.iter().map(view).collect())
}

/// Makes an account and invites its owner.
#[utoipa::path(post, operation_id = "create_account", path = "/accounts", tag = "accounts", request_body = NewAccount,
    responses((status = 201, body = LinkView), (status = 403, body = Problem), (status = 422, body = Problem)))]
pub async fn create(
    principal: Principal,
    headers: HeaderMap,
    State(app): State<App>,
    Json(input): Json<NewAccount>,
) -> Result<(StatusCode, Json<LinkView>)> {
    let (login, name, email) = (login(&input.login)?, name(&input.name)?, email(input.email.as_deref())?);
    let grants: Vec<Grant> = input.grants.iter().map(read).collect::<Result<_>>()?;
    let mut tx = app.store.read().await?;
    let places = Places::load(&mut tx, &app, &grants).await?;
    drop(tx);
    if grants.is_empty() && !is_administrator(&principal) {
        return Err(Problem::refused("grant_refused", "give one role at least"));
    }
    for grant in &grants {
        places.check(&principal, grant)?;
    }
    let new =
        New { login, name: name.to_owned(), email: email.map(str::to_owned), password_hash: None, grants };
    let mut write = app.store.begin(&principal.actor()).await?;
    let id = account::create(&mut write, &new).await.map_err(taken)?;
    write.commit().await?;
    let made = account::find(&mut app.store.read().await?, id).await?.ok_or_else(Problem::link_invalid)?;
    let link = links::make(&app, &principal, &headers, &made, input.delivery, false).await?;
    Ok((StatusCode::CREATED, Json(link)))
}

fn read(input: &GrantInput) -> Result<Grant> {
    input.read().ok_or_else(|| Problem::refused("grant_refused", "no such role, or not for such a place"))
}

/// One account.
#[utoipa::path(get, operation_id = "show_account", path = "/accounts/{id}", tag = "accounts", params(("id" = Uuid, Path)),
    responses((status = 200, body = AccountView), (status = 404, body = Problem)))]
pub async fn show(
    principal: Principal,
    State(app): State<App>,
    Path(id): Path<Uuid>,
) -> Result<Json<AccountView>> {
    let mut tx = app.store.read().await?;
    let managed = Managed::load(&mut tx, &app, &principal, AccountId(id)).await?;
    let view = views(&mut tx, &app, std::slice::from_ref(&managed)).await?.pop();
    view.map(Json).ok_or_else(|| Problem::not_found("account"))
}

/// Changes name and address of mail.
#[utoipa::path(patch, operation_id = "change_account", path = "/accounts/{id}", tag = "accounts", params(("id" = Uuid, Path)),
    request_body = AccountChange, responses((status = 204), (status = 404, body = Problem), (status = 422, body = Problem)))]
pub async fn change(
    principal: Principal,
    State(app): State<App>,
    Path(id): Path<Uuid>,
    Json(input): Json<AccountChange>,
) -> Result<StatusCode> {
    let (name, email) = (name(&input.name)?, email(input.email.as_deref())?);
    let mut write = app.store.begin(&principal.actor()).await?;
    let account = Managed::load(write.tx(), &app, &principal, AccountId(id)).await?.whole()?;
    account::describe(&mut write, &account, name, email).await.map_err(taken)?;
    write.commit().await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Makes a one-time link: the invitation anew, or a reset of the password.
#[utoipa::path(post, operation_id = "create_account_link", path = "/accounts/{id}/links", tag = "accounts", params(("id" = Uuid, Path)),
    request_body = NewLink, responses((status = 201, body = LinkView), (status = 403, body = Problem), (status = 404, body = Problem)))]
pub async fn link(
    principal: Principal,
    headers: HeaderMap,
    State(app): State<App>,
    Path(id): Path<Uuid>,
    Json(input): Json<NewLink>,
) -> Result<(StatusCode, Json<LinkView>)> {
    let mut tx = app.store.read().await?;
    let account = Managed::load(&mut tx, &app, &principal, AccountId(id)).await?.whole()?;
    drop(tx);
    if account.closed_at.is_some() {
        return Err(Problem::conflict("the account is closed"));
    }
    let made =
        links::make(&app, &principal, &headers, &account, input.delivery, input.drops_second_factor).await?;
    Ok((StatusCode::CREATED, Json(made)))
}

/// Gives a role.
#[utoipa::path(post, operation_id = "add_grant", path = "/accounts/{id}/grants", tag = "accounts", params(("id" = Uuid, Path)),
    request_body = GrantInput, responses((status = 204), (status = 403, body = Problem), (status = 404, body = Problem)))]
pub async fn add_grant(
    principal: Principal,
    State(app): State<App>,
    Path(id): Path<Uuid>,
    Json(input): Json<GrantInput>,
) -> Result<StatusCode> {
    let grant = read(&input)?;
    let mut write = app.store.begin(&principal.actor()).await?;
    let managed = Managed::load(write.tx(), &app, &principal, AccountId(id)).await?;
    Places::load(write.tx(), &app, std::slice::from_ref(&grant)).await?.check(&principal, &grant)?;
    account::add_grant(&mut write, managed.account.id, &grant).await?;
    write.commit().await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Takes a role away.
#[utoipa::path(delete, operation_id = "remove_grant", path = "/accounts/{id}/grants", tag = "accounts", params(("id" = Uuid, Path), GrantInput),
    responses((status = 204), (status = 403, body = Problem), (status = 404, body = Problem), (status = 409, body = Problem)))]
pub async fn remove_grant(
    principal: Principal,
    State(app): State<App>,
    Path(id): Path<Uuid>,
    Query(input): Query<GrantInput>,
) -> Result<StatusCode> {
    let grant = read(&input)?;
    let mut write = app.store.begin(&principal.actor()).await?;
    let managed = Managed::load(write.tx(), &app, &principal, AccountId(id)).await?;
    if !managed.own.contains(&grant) {
        return Err(Problem::not_found("role of this account"));
    }
    if grant.role == Role::Administrator {
        keep_an_administrator(write.tx(), managed.account.id).await?;
    }
    account::remove_grant(&mut write, managed.account.id, &grant).await?;
    write.commit().await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Bars an account from signing in; what it has open ends.
#[utoipa::path(post, operation_id = "close_account", path = "/accounts/{id}/close", tag = "accounts", params(("id" = Uuid, Path)),
    responses((status = 204), (status = 403, body = Problem), (status = 404, body = Problem), (status = 409, body = Problem)))]
pub async fn close(principal: Principal, State(app): State<App>, Path(id): Path<Uuid>) -> Result<StatusCode> {
    let mut write = app.store.begin(&principal.actor()).await?;
    let account = Managed::load(write.tx(), &app, &principal, AccountId(id)).await?.whole()?;
    keep_an_administrator(write.tx(), account.id).await?;
    account::close(&mut write, account.id).await?;
    write.commit().await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Lets a closed account sign in again.
#[utoipa::path(post, operation_id = "reopen_account", path = "/accounts/{id}/reopen", tag = "accounts", params(("id" = Uuid, Path)),
    responses((status = 204), (status = 403, body = Problem), (status = 404, body = Problem)))]
pub async fn reopen(
    principal: Principal,
    State(app): State<App>,
    Path(id): Path<Uuid>,
) -> Result<StatusCode> {
    let mut write = app.store.begin(&principal.actor()).await?;
    let account = Managed::load(write.tx(), &app, &principal, AccountId(id)).await?.whole()?;
    account::reopen(&mut write, account.id).await?;
    write.commit().await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Sessions of an account.
#[utoipa::path(get, operation_id = "list_account_sessions", path = "/accounts/{id}/sessions", tag = "accounts", params(("id" = Uuid, Path)),
    responses((status = 200, body = Sessions), (status = 403, body = Problem), (status = 404, body = Problem)))]
pub async fn sessions(
    principal: Principal,
    State(app): State<App>,
    Path(id): Path<Uuid>,
) -> Result<Json<Sessions>> {
    let mut tx = app.store.read().await?;
    let account = Managed::load(&mut tx, &app, &principal, AccountId(id)).await?.whole()?;
    let listed = session::list(&mut tx, account.id, app.store.now()).await?;
    Ok(Json(Sessions::of(listed, principal.session().map(|session| session.id))))
}

/// Ends every session of an account.
#[utoipa::path(delete, operation_id = "close_account_sessions", path = "/accounts/{id}/sessions", tag = "accounts", params(("id" = Uuid, Path)),
    responses((status = 204), (status = 403, body = Problem), (status = 404, body = Problem)))]
pub async fn close_sessions(
    principal: Principal,
    State(app): State<App>,
    Path(id): Path<Uuid>,
) -> Result<StatusCode> {
    let mut write = app.store.begin(&principal.actor()).await?;
    let account = Managed::load(write.tx(), &app, &principal, AccountId(id)).await?.whole()?;
    session::close_all(&mut write, account.id, None).await?;
    account::record(&mut write, account.id, "end_sessions", serde_json::json!({})).await?;
    write.commit().await?;
    Ok(StatusCode::NO_CONTENT)
}
