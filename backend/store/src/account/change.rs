//! Changes of accounts. Whatever takes a right away ends what was opened with it, in the same transaction.

use super::{Account, folded, grants};
use crate::{
    bulk::insert_rows,
    error::Result,
    known_device, session,
    write::{Audit, Entity, Trace, Write},
};
use hoshizu_catalog::{
    id::{AccountId, OfficeId},
    permission::{Grant, Scope},
};
use serde_json::{Value, json};

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
    let (login, email) = (folded(&new.login), new.email.as_deref().map(folded));
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
        .bind(&email)
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

/// A line of the audit about an account where no row of its own changes: a sign-in, a link sent.
pub async fn record(write: &mut Write, id: AccountId, action: &'static str, after: Value) -> Result<()> {
    write.pen(Trace::audit(audit(id, action, None, Some(after)))).await.map(|_| ())
}

fn audit(id: AccountId, action: &'static str, before: Option<Value>, after: Option<Value>) -> Audit {
    Audit { action, entity: Entity::Account, id: Some(id.0), before, after }
}

/// Gives a role; one that is held already stays as it is.
pub async fn add_grant(write: &mut Write, id: AccountId, grant: &Grant) -> Result<()> {
    let (kind, of) = scope_columns(&grant.scope);
    let mut pen = write.pen(Trace::audit(audit(id, "grant", None, Some(json!({ "grant": grant }))))).await?;
    each_backend!(pen, |conn| {
        sqlx::query(
            "INSERT INTO role_grant (account_id, role, scope_kind, scope_of) VALUES ($1, $2, $3, $4) \
             ON CONFLICT DO NOTHING",
        )
        .bind(id.0)
        .bind(grant.role.code())
        .bind(kind)
        .bind(&of)
        .execute(conn)
        .await
        .map(|_| ())
    })?;
    Ok(())
}

/// Takes a role away.
pub async fn remove_grant(write: &mut Write, id: AccountId, grant: &Grant) -> Result<()> {
    let (kind, of) = scope_columns(&grant.scope);
    let mut pen = write.pen(Trace::audit(audit(id, "revoke", Some(json!({ "grant": grant })), None))).await?;
    each_backend!(pen, |conn| {
        sqlx::query(
            "DELETE FROM role_grant WHERE account_id = $1 AND role = $2 AND scope_kind = $3 AND scope_of = $4",
        )
        .bind(id.0)
        .bind(grant.role.code())
        .bind(kind)
        .bind(&of)
        .execute(conn)
        .await
        .map(|_| ())
    })?;
    Ok(())
}

/// Sets name and address of mail. An address that is taken is an error ([`crate::StoreError::is_unique_violation`]).
pub async fn describe(write: &mut Write, of: &Account, name: &str, email: Option<&str>) -> Result<()> {
    let email = email.map(folded);
    let before = json!({ "name": of.name, "email": of.email });
    let after = json!({ "name": name, "email": email });
    let mut pen = write.pen(Trace::audit(audit(of.id, "describe", Some(before), Some(after)))).await?;
    each_backend!(pen, |conn| sqlx::query("UPDATE account SET name = $2, email = $3 WHERE id = $1")
        .bind(of.id.0)
        .bind(name)
        .bind(&email)
        .execute(conn)
        .await
        .map(|_| ()))?;
    Ok(())
}

/// Sets the password (Argon2id in PHC form) and ends every session and every link of the account.
pub async fn set_password(write: &mut Write, id: AccountId, hash: &str) -> Result<()> {
    let mut pen = write.pen(Trace::audit(audit(id, "set_password", None, None))).await?;
    each_backend!(pen, |conn| sqlx::query("UPDATE account SET password_hash = $2 WHERE id = $1")
        .bind(id.0)
        .bind(hash)
        .execute(conn)
        .await
        .map(|_| ()))?;
    end_everything(write, id).await
}

/// Binds an account to a subject of single sign-on, see [`super::subject`].
pub async fn bind_subject(write: &mut Write, id: AccountId, subject: &str) -> Result<()> {
    let after = json!({ "subject": subject });
    let mut pen = write.pen(Trace::audit(audit(id, "bind_subject", None, Some(after)))).await?;
    each_backend!(pen, |conn| sqlx::query("UPDATE account SET subject = $2 WHERE id = $1")
        .bind(id.0)
        .bind(subject)
        .execute(conn)
        .await
        .map(|_| ()))?;
    Ok(())
}

/// Bars an account from signing in, and ends what it has open.
pub async fn close(write: &mut Write, id: AccountId) -> Result<()> {
    let at = write.now();
    let mut pen = write.pen(Trace::audit(audit(id, "close", None, None))).await?;
    each_backend!(pen, |conn| sqlx::query("UPDATE account SET closed_at = $2 WHERE id = $1")
        .bind(id.0)
        .bind(at)
        .execute(conn)
        .await
        .map(|_| ()))?;
    known_device::forget(write, id).await?;
    end_everything(write, id).await
}

/// Lets a closed account sign in again.
pub async fn reopen(write: &mut Write, id: AccountId) -> Result<()> {
    let mut pen = write.pen(Trace::audit(audit(id, "reopen", None, None))).await?;
    each_backend!(pen, |conn| sqlx::query("UPDATE account SET closed_at = NULL WHERE id = $1")
        .bind(id.0)
        .execute(conn)
        .await
        .map(|_| ()))?;
    Ok(())
}

async fn end_everything(write: &mut Write, id: AccountId) -> Result<()> {
    session::close_all(write, id, None).await?;
    crate::account_link::withdraw(write, id).await
}
