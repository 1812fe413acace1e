//! `hoshizu user`: accounts from the terminal of the person who runs the server, for the first administrator and for the
//! day the last one has lost their password. Whoever may read the data folder may do everything anyway.

use crate::{
    account::token,
    cli::{CommandError, open},
    clock::rfc3339,
    config::Config,
    http::{account::name, accounts::login},
};
use hoshizu_catalog::{
    id::OfficeId,
    permission::{Grant, Role, Scope},
};
use hoshizu_store::{
    Store, Write,
    account::{self, Account, New},
    account_link::{self, Kind},
    area, office, second_factor,
};
use std::io::Write as _;

/// Options of `user`.
#[derive(Debug, clap::Args)]
pub struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, clap::Subcommand)]
enum Command {
    /// Make an account and print its one-time link
    Add {
        /// What they type to sign in: 3 to 64 letters of `a-z 0-9 . _ @ -`
        login: String,
        /// How others see them [default: the login]
        #[arg(long)]
        name: Option<String>,
        /// Address of mail
        #[arg(long)]
        email: Option<String>,
        #[command(flatten)]
        grant: GrantArguments,
    },
    /// List accounts with their roles
    List,
    /// Bar an account from signing in
    Close {
        /// Whose
        login: String,
    },
    /// Print a one-time link for a new password
    Reset {
        /// Whose
        login: String,
        /// Remove a lost second factor too
        #[arg(long)]
        second_factor: bool,
    },
    /// Give a role, or take it away
    Grant {
        /// To whom
        login: String,
        #[command(flatten)]
        grant: GrantArguments,
        /// Take it away
        #[arg(long)]
        remove: bool,
    },
}

#[derive(Debug, clap::Args)]
struct GrantArguments {
    /// `member`, `keeper`, `council`, `steward` or `administrator`
    #[arg(long)]
    role: String,
    /// Code of the area in which it holds [default: everywhere]
    #[arg(long, conflicts_with = "office")]
    area: Option<String>,
    /// Id of the office for which it holds
    #[arg(long)]
    office: Option<String>,
}

/// Runs the command.
pub async fn run(config: &Config, arguments: Arguments) -> Result<(), CommandError> {
    let store = open::store(config).await?;
    match arguments.command {
        Command::List => list(&store).await,
        Command::Add { login, name, email, grant } => add(config, &store, &login, name, email, &grant).await,
        Command::Reset { login, second_factor } => {
            let mut write = store.begin("cli").await?;
            let account = known(&mut write, &login).await?;
            if second_factor {
                second_factor::remove(&mut write, account.id).await?;
            }
            invite(config, write, &account, Kind::Reset).await
        }
        Command::Close { login } => {
            let mut write = store.begin("cli").await?;
            let account = known(&mut write, &login).await?;
            account::close(&mut write, account.id).await?;
            Ok(write.commit().await?)
        }
        Command::Grant { login, grant, remove } => {
            let mut write = store.begin("cli").await?;
            let account = known(&mut write, &login).await?;
            let grant = grant.read(&mut write).await?;
            if remove {
                account::remove_grant(&mut write, account.id, &grant).await?;
            } else {
                account::add_grant(&mut write, account.id, &grant).await?;
            }
            Ok(write.commit().await?)
        }
    }
}

impl GrantArguments {
    /// What is meant; the place must be one of the directory's.
    async fn read(&self, write: &mut Write) -> Result<Grant, CommandError> {
        let refused = |what: String| CommandError::Refused(what);
        let role =
            Role::from_code(&self.role).ok_or_else(|| refused(format!("no such role: {}", self.role)))?;
        let scope = match (&self.area, &self.office) {
            (Some(code), _) => {
                let found = area::by_codes(write.tx(), std::slice::from_ref(code), false).await?;
                found.first().ok_or_else(|| refused(format!("no such area: {code}")))?;
                Scope::Area(code.clone())
            }
            (_, Some(id)) => {
                let parsed = id.parse::<OfficeId>().ok();
                let found = match parsed {
                    Some(id) => office::find(write.tx(), id).await?,
                    None => None,
                };
                Scope::Office(found.ok_or_else(|| refused(format!("no such office: {id}")))?.id)
            }
            (None, None) => Scope::Everywhere,
        };
        if !role.fits(&scope) {
            return Err(refused(format!("{} cannot be held there: see --area and --office", role.code())));
        }
        Ok(Grant { role, scope })
    }
}

async fn add(
    config: &Config,
    store: &Store,
    typed: &str,
    called: Option<String>,
    email: Option<String>,
    grant: &GrantArguments,
) -> Result<(), CommandError> {
    let refused = |problem: crate::http::problem::Problem| CommandError::Refused(problem.detail);
    let login = login(typed).map_err(refused)?;
    let called = name(called.as_deref().unwrap_or(&login)).map_err(refused)?.to_owned();
    let mut write = store.begin("cli").await?;
    if account::by_login(write.tx(), &login).await?.is_some() {
        return Err(CommandError::Refused(format!("{login} is taken; see `hoshizu user reset`")));
    }
    let grants = vec![grant.read(&mut write).await?];
    let id =
        account::create(&mut write, &New { login, name: called, email, password_hash: None, grants }).await?;
    let Some(account) = account::find(write.tx(), id).await? else { return Err(CommandError::Incomplete) };
    invite(config, write, &account, Kind::Invitation).await
}

async fn known(write: &mut Write, login: &str) -> Result<Account, CommandError> {
    let found = account::by_login(write.tx(), login).await?;
    found.ok_or_else(|| CommandError::Refused(format!("no such account: {login}")))
}

async fn invite(
    config: &Config,
    mut write: Write,
    account: &Account,
    kind: Kind,
) -> Result<(), CommandError> {
    let token = token::for_link()?;
    let ends_at = account_link::make(&mut write, Some(account.id), kind, &token, false).await?;
    write.commit().await?;
    let scheme = if config.https { "https" } else { "http" };
    let base = config.url.clone().unwrap_or_else(|| format!("{scheme}://{}", config.listen));
    let mut out = std::io::stdout();
    writeln!(out, "{base}/invitation#{token}")?;
    writeln!(out, "{} / once, until {}", account.login, rfc3339(ends_at))?;
    Ok(())
}

async fn list(store: &Store) -> Result<(), CommandError> {
    let (mut tx, mut out, mut after) = (store.read().await?, std::io::stdout(), String::new());
    loop {
        let accounts = account::list(&mut tx, "", &after, 200).await?;
        let Some(last) = accounts.last() else { return Ok(()) };
        after.clone_from(&last.login);
        let ids: Vec<_> = accounts.iter().map(|account| account.id).collect();
        let grants = account::grants(&mut tx, &ids).await?;
        for account in accounts {
            let roles = grants.get(&account.id).map_or(&[][..], Vec::as_slice).iter().map(described);
            let state = match (account.closed_at, &account.password_hash, &account.subject) {
                (Some(_), ..) => "closed",
                (None, None, None) => "invited",
                _ => "open",
            };
            let roles: Vec<String> = roles.collect();
            writeln!(out, "{}\t{state}\t{}\t{}", account.login, account.name, roles.join(", "))?;
        }
    }
}

fn described(grant: &Grant) -> String {
    match &grant.scope {
        Scope::Everywhere => grant.role.code().to_owned(),
        Scope::Area(code) => format!("{} of area {code}", grant.role.code()),
        Scope::Office(id) => format!("{} of office {id}", grant.role.code()),
    }
}
