//! Who may come in: password, code of the second factor, limits on guessing. The same number of hashes is computed
//! whatever is wrong, and the answer is the same.

use crate::{
    account::{
        throttle::{Attempt, Key},
        token, totp,
    },
    app::App,
    http::{
        client::Client,
        problem::{Problem, Result},
    },
};
use hoshizu_catalog::id::AccountId;
use hoshizu_store::{
    Write,
    account::{self, Account},
    known_device,
    second_factor::{self, SecondFactor},
    session::{Session, digest},
};

/// What somebody gives to come in.
pub struct Given<'a> {
    /// Login.
    pub login: &'a str,
    /// Password.
    pub password: &'a str,
    /// Code of the second factor or recovery code; empty when not asked for yet.
    pub code: &'a str,
}

/// Somebody who may come in.
pub struct Admitted {
    /// Who.
    pub account: Account,
    /// Whether a second factor was given.
    pub second_factor: bool,
}

/// Compares password and code. The write that uses the code up is committed.
pub async fn admit(app: &App, client: &Client, given: &Given<'_>) -> Result<Admitted> {
    let mut tx = app.store.read().await?;
    let found = account::by_login(&mut tx, given.login).await?;
    // Asked of a stranger too, so that a known login costs no statement more.
    let id = found.as_ref().map_or(AccountId(uuid::Uuid::nil()), |account| account.id);
    let device = known_token(&mut tx, app, client, id).await?;
    let factor = second_factor::find(&mut tx, id).await?.filter(|factor| factor.confirmed_at.is_some());
    drop(tx);

    let attempt = begin(app, client, given.login, device)?;
    let open = found.filter(|account| account.closed_at.is_none());
    let hash = open.as_ref().and_then(|account| account.password_hash.as_deref());
    let right = app.accounts.passwords.matches(given.password, hash).await?;
    let Some(account) = open.filter(|_| right) else { return Err(Problem::wrong_password()) };
    let second_factor = factor.is_some();
    if let Some(factor) = factor {
        if given.code.trim().is_empty() {
            app.accounts.throttle.release(attempt);
            return Err(Problem::code_needed());
        }
        check_code(app, account.id, &factor, given.code).await?;
    }
    app.accounts.throttle.succeeded(attempt);
    Ok(Admitted { account, second_factor })
}

/// The code of somebody who is signed in already: to give the second factor later, or to change it.
pub async fn step_up(app: &App, client: &Client, account: &Account, code: &str) -> Result<()> {
    let mut tx = app.store.read().await?;
    let device = known_token(&mut tx, app, client, account.id).await?;
    let factor = second_factor::find(&mut tx, account.id).await?;
    drop(tx);
    let factor = factor.filter(|factor| factor.confirmed_at.is_some());
    let factor = factor.ok_or_else(|| Problem::conflict("there is no second factor"))?;
    let attempt = begin(app, client, &account.login, device)?;
    check_code(app, account.id, &factor, code).await?;
    app.accounts.throttle.succeeded(attempt);
    Ok(())
}

/// How long a session of single sign-on stands for a password.
const FRESH: time::Duration = time::Duration::minutes(15);

/// The password of somebody who is signed in already, before something that a stolen session must not do. Accounts of
/// single sign-on have none: theirs must be a session opened a short while ago.
pub async fn confirm(app: &App, client: &Client, session: &Session, password: &str) -> Result<()> {
    let account = &session.account;
    let Some(hash) = account.password_hash.as_deref() else {
        let fresh = app.store.now() - session.opened_at < FRESH;
        let old = || Problem::refused("sign_in_again", "the session is too old for this");
        return fresh.then_some(()).ok_or_else(old);
    };
    let mut tx = app.store.read().await?;
    let device = known_token(&mut tx, app, client, account.id).await?;
    drop(tx);
    let attempt = begin(app, client, &account.login, device)?;
    if !app.accounts.passwords.matches(password, Some(hash)).await? {
        return Err(Problem::wrong_password());
    }
    app.accounts.throttle.succeeded(attempt);
    Ok(())
}

async fn known_token(
    tx: &mut hoshizu_store::Tx,
    app: &App,
    client: &Client,
    account: AccountId,
) -> Result<Option<[u8; 32]>> {
    let Some(token) = client.device.as_deref() else { return Ok(None) };
    let known = known_device::knows(tx, account, token, app.store.now()).await?;
    Ok(known.then(|| digest(token)))
}

fn begin(app: &App, client: &Client, login: &str, device: Option<[u8; 32]>) -> Result<Attempt> {
    let login = digest(&login.trim().to_lowercase());
    let keys = match device {
        Some(device) => vec![Key::Device(device)],
        None => vec![Key::Pair(client.network, login), Key::Network(client.network), Key::Login(login)],
    };
    app.accounts.throttle.begin(keys, app.store.now()).map_err(Problem::too_many)
}

async fn check_code(app: &App, account: AccountId, factor: &SecondFactor, code: &str) -> Result<()> {
    let mut write = app.store.begin(&account.to_string()).await?;
    if !use_code(app, &mut write, account, factor, code).await? {
        return Err(Problem::wrong_password());
    }
    write.commit().await?;
    Ok(())
}

/// Uses up a code of six digits, or a recovery code.
async fn use_code(
    app: &App,
    write: &mut Write,
    account: AccountId,
    factor: &SecondFactor,
    code: &str,
) -> Result<bool> {
    let typed = token::typed(code);
    if typed.len() != 6 {
        let used = second_factor::use_code(write, account, &typed).await?;
        if used {
            account::record(write, account, "use_recovery_code", serde_json::json!({})).await?;
        }
        return Ok(used);
    }
    let Some(secret) = app.accounts.seal.reveal(account, &factor.secret) else {
        tracing::error!(%account, "the second factor was made with another account.key");
        return Ok(false);
    };
    match totp::matching_step(&secret, &typed, app.store.now()) {
        Some(step) => Ok(second_factor::use_step(write, account, step).await?),
        None => Ok(false),
    }
}
