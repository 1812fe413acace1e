//! 利用者: who signs in, and what they may be where.

use crate::{
    backend::Tx,
    bulk::{insert_rows, select_in},
    error::{Result, StoreError},
    write::{Audit, Entity, Trace, Write},
};
use hoshizu_catalog::{
    id::{AccountId, OfficeId},
    permission::{Grant, Role, Scope},
};
use serde_json::json;
use std::collections::HashMap;
use time::OffsetDateTime;
use uuid::Uuid;

/// Somebody who signs in.
#[derive(Debug, Clone, PartialEq)]
pub struct Account {
    /// Identity.
    pub id: AccountId,
    /// What they type to sign in, unique, lower case.
    pub login: String,
    /// How others see them.
    pub name: String,
    /// For mail, where mail is configured.
    pub email: Option<String>,
    /// Argon2id in PHC form; none until an invitation was taken up, or with single sign-on.
    pub password_hash: Option<String>,
    /// Since when.
    pub created_at: OffsetDateTime,
    /// Signing in is barred since then.
    pub closed_at: Option<OffsetDateTime>,
}

#[derive(sqlx::FromRow)]
pub(crate) struct Row {
    id: Uuid,
    login: String,
    name: String,
    email: Option<String>,
    password_hash: Option<String>,
    created_at: OffsetDateTime,
    closed_at: Option<OffsetDateTime>,
}

impl From<Row> for Account {
    fn from(row: Row) -> Self {
        Self {
            id: AccountId(row.id),
            login: row.login,
            name: row.name,
            email: row.email,
            password_hash: row.password_hash,
            created_at: row.created_at,
            closed_at: row.closed_at,
        }
    }
}

/// An account to be made.
#[derive(Debug, Clone, Default)]
pub struct New {
    /// What they will type to sign in.
    pub login: String,
    /// How others see them.
    pub name: String,
    /// For mail.
    pub email: Option<String>,
    /// Argon2id in PHC form.
    pub password_hash: Option<String>,
    /// What they may be, and where.
    pub grants: Vec<Grant>,
}

/// One account.
pub async fn find(tx: &mut Tx, id: AccountId) -> Result<Option<Account>> {
    let ids = vec![id.0];
    let rows = select_in!(
        tx,
        Row,
        "SELECT id, login, name, email, password_hash, created_at, closed_at FROM account WHERE id IN",
        ids,
        ""
    );
    Ok(rows.into_iter().next().map(Account::from))
}

/// The account with this login, in any case of letters.
pub async fn by_login(tx: &mut Tx, login: &str) -> Result<Option<Account>> {
    let row: Option<Row> = each_backend!(tx, |conn| {
        sqlx::query_as(
        "SELECT id, login, name, email, password_hash, created_at, closed_at FROM account WHERE login = $1"
    )
    .bind(login.trim().to_lowercase())
    .fetch_optional(conn)
    .await
    })?;
    Ok(row.map(Account::from))
}

/// What these accounts may be, and where.
pub async fn grants(tx: &mut Tx, accounts: &[AccountId]) -> Result<HashMap<AccountId, Vec<Grant>>> {
    let ids: Vec<Uuid> = accounts.iter().map(|id| id.0).collect();
    let rows = select_in!(
        tx,
        (Uuid, String, String, String),
        "SELECT account_id, role, scope_kind, scope_of FROM role_grant WHERE account_id IN",
        ids,
        " ORDER BY role, scope_kind, scope_of"
    );
    let mut found: HashMap<AccountId, Vec<Grant>> = HashMap::new();
    for (id, role, kind, of) in rows {
        let role = Role::from_code(&role).ok_or_else(|| StoreError::corrupt("role_grant.role", &role))?;
        let scope = scope(&kind, of)?;
        found.entry(AccountId(id)).or_default().push(Grant { role, scope });
    }
    Ok(found)
}

fn scope(kind: &str, of: String) -> Result<Scope> {
    match kind {
        "everywhere" => Ok(Scope::Everywhere),
        "area" => Ok(Scope::Area(of)),
        "office" => of
            .parse()
            .map(Scope::Office)
            .map_err(|error: uuid::Error| StoreError::corrupt("role_grant.scope_of", error)),
        other => Err(StoreError::corrupt("role_grant.scope_kind", other)),
    }
}

fn scope_columns(scope: &Scope) -> (&'static str, String) {
    match scope {
        Scope::Everywhere => ("everywhere", String::new()),
        Scope::Area(code) => ("area", code.clone()),
        Scope::Office(OfficeId(id)) => ("office", id.to_string()),
    }
}

/// Makes an account. A login that is taken is an error ([`StoreError::is_unique_violation`]).
pub async fn create(write: &mut Write, new: &New) -> Result<AccountId> {
    let (id, at) = (AccountId(write.next_id()), write.now());
    let login = new.login.trim().to_lowercase();
    let audit = Audit {
        action: "create",
        entity: Entity::Account,
        id: Some(id.0),
        before: None,
        after: Some(json!({ "login": login, "name": new.name, "grants": new.grants })),
    };
    let mut pen = write.pen(Trace::audit(audit)).await?;
    each_backend!(pen, |conn| {
        sqlx::query(
            "INSERT INTO account (id, login, name, email, password_hash, created_at) VALUES ($1, $2, $3, $4, $5, $6)",
        )
        .bind(id.0)
        .bind(&login)
        .bind(&new.name)
        .bind(&new.email)
        .bind(&new.password_hash)
        .bind(at)
        .execute(conn)
        .await
        .map(|_| ())
    })?;
    write_grants(write, id, &new.grants, Trace::part_of_another()).await?;
    Ok(id)
}

/// Replaces what somebody may be.
pub async fn set_grants(write: &mut Write, id: AccountId, new: &[Grant]) -> Result<()> {
    let before = grants(write.tx(), &[id]).await?.remove(&id).unwrap_or_default();
    let audit = Audit {
        action: "grant",
        entity: Entity::Account,
        id: Some(id.0),
        before: Some(json!({ "grants": before })),
        after: Some(json!({ "grants": new })),
    };
    write_grants(write, id, new, Trace::audit(audit)).await
}

async fn write_grants(write: &mut Write, id: AccountId, new: &[Grant], trace: Trace) -> Result<()> {
    let rows: Vec<(&'static str, &'static str, String)> = new
        .iter()
        .map(|grant| {
            let (kind, of) = scope_columns(&grant.scope);
            (grant.role.code(), kind, of)
        })
        .collect();
    let mut pen = write.pen(trace).await?;
    each_backend!(pen, |conn| sqlx::query("DELETE FROM role_grant WHERE account_id = $1")
        .bind(id.0)
        .execute(conn)
        .await
        .map(|_| ()))?;
    insert_rows!(
        pen,
        "INSERT INTO role_grant (account_id, role, scope_kind, scope_of) ",
        4,
        &rows,
        |row, (role, kind, of)| {
            row.push_bind(id.0).push_bind(*role).push_bind(*kind).push_bind(of);
        },
        " ON CONFLICT DO NOTHING"
    );
    Ok(())
}
