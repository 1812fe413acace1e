//! 利用者: who signs in, and what they may be where.

mod change;

pub use change::{
    New, add_grant, bind_subject, close, create, describe, record, remove_grant, reopen, set_grants,
    set_password,
};

use crate::{
    backend::Tx,
    bulk::select_in,
    error::{Result, StoreError},
};
use hoshizu_catalog::{
    id::AccountId,
    permission::{Grant, Role, Scope},
};
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
    /// For mail and single sign-on, unique, lower case.
    pub email: Option<String>,
    /// Issuer and subject of single sign-on, see [`subject`].
    pub subject: Option<String>,
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
    subject: Option<String>,
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
            subject: row.subject,
            password_hash: row.password_hash,
            created_at: row.created_at,
            closed_at: row.closed_at,
        }
    }
}

/// How a login or an address of mail is stored and compared.
fn folded(text: &str) -> String {
    text.trim().to_lowercase()
}

/// Issuer and subject as one text. Neither can hold a line feed: both stand in a JSON Web Token as one line.
pub fn subject(issuer: &str, subject: &str) -> String {
    format!("{issuer}\n{subject}")
}

macro_rules! one {
    ($tx:expr, $condition:literal, $key:expr) => {{
        let key = $key;
        let row: Option<Row> = each_backend!($tx, |conn| sqlx::query_as(concat!(
            "SELECT id, login, name, email, subject, password_hash, created_at, closed_at FROM account WHERE ",
            $condition
        ))
        .bind(key)
        .fetch_optional(conn)
        .await)?;
        row.map(Account::from)
    }};
}

/// One account.
pub async fn find(tx: &mut Tx, id: AccountId) -> Result<Option<Account>> {
    Ok(one!(tx, "id = $1", id.0))
}

/// The account with this login, in any case of letters.
pub async fn by_login(tx: &mut Tx, login: &str) -> Result<Option<Account>> {
    Ok(one!(tx, "login = $1", folded(login)))
}

/// The account with this address of mail, in any case of letters.
pub async fn by_email(tx: &mut Tx, email: &str) -> Result<Option<Account>> {
    Ok(one!(tx, "email = $1", folded(email)))
}

/// The account bound to this [`subject`].
pub async fn by_subject(tx: &mut Tx, subject: &str) -> Result<Option<Account>> {
    Ok(one!(tx, "subject = $1", subject))
}

/// Accounts in the order of their logins, after a login, at most `limit`; with words, those whose login, name or
/// address holds them.
pub async fn list(tx: &mut Tx, words: &str, after: &str, limit: u32) -> Result<Vec<Account>> {
    // The words are no pattern: what LIKE would read as one is escaped.
    let like = |text: &str| {
        let escaped = text.replace('\\', "\\\\").replace('%', "\\%").replace('_', "\\_");
        format!("%{escaped}%")
    };
    let (folded, plain) = (like(&folded(words)), like(words.trim()));
    let rows: Vec<Row> = each_backend!(tx, |conn| {
        let mut query = sqlx::QueryBuilder::<Db>::new(
            "SELECT id, login, name, email, subject, password_hash, created_at, closed_at FROM account WHERE",
        );
        query.push(" login > ").push_bind(after);
        query
            .push(" AND (login LIKE ")
            .push_bind(&folded)
            .push(" ESCAPE '\\' OR email LIKE ")
            .push_bind(&folded);
        query.push(" ESCAPE '\\' OR name LIKE ").push_bind(&plain).push(" ESCAPE '\\')");
        query.push(" ORDER BY login LIMIT ").push_bind(i64::from(limit));
        query.build_query_as().fetch_all(conn).await?
    });
    Ok(rows.into_iter().map(Account::from).collect())
}

/// Whether there is any account, closed ones too.
pub async fn any(tx: &mut Tx) -> Result<bool> {
    let row: Option<i64> =
        each_backend!(tx, |conn| sqlx::query_scalar("SELECT CAST(1 AS BIGINT) FROM account LIMIT 1")
            .fetch_optional(conn)
            .await)?;
    Ok(row.is_some())
}

/// Accounts that hold this role anywhere and can sign in: open, with a password or bound to single sign-on.
pub async fn holders(tx: &mut Tx, role: Role) -> Result<Vec<AccountId>> {
    let ids: Vec<Uuid> = each_backend!(tx, |conn| {
        sqlx::query_scalar(
        "SELECT DISTINCT id FROM account JOIN role_grant ON account_id = id WHERE role = $1 AND closed_at IS NULL \
         AND (password_hash IS NOT NULL OR subject IS NOT NULL)"
    )
    .bind(role.code())
    .fetch_all(conn)
    .await
    })?;
    Ok(ids.into_iter().map(AccountId).collect())
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
