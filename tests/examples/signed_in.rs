//! Makes an account in a data folder and opens a session for it, second factor given: for browser tests, which begin
//! where somebody is signed in. `signed_in DATA_DIR LOGIN ROLE [AREA|OFFICE]` prints the cookie.

use hoshizu_catalog::permission::{Grant, Role, Scope};
use hoshizu_server::http::principal::COOKIE;
use hoshizu_store::{Store, account, session};
use std::{error::Error, io::Write as _, path::Path};

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [folder, login, role, area @ ..] = arguments.as_slice() else {
        return Err("signed_in DATA_DIR LOGIN ROLE [AREA]".into());
    };
    let role = Role::from_code(role).ok_or("unknown role")?;
    let scope = area.first().map_or(Scope::Everywhere, |of| match of.parse() {
        Ok(office) => Scope::Office(office),
        Err(_) => Scope::Area(of.clone()),
    });
    let store = Store::open_sqlite(&Path::new(folder).join("hoshizu.sqlite")).await?;
    let grants = vec![Grant { role, scope }];
    let new = account::New { login: login.clone(), name: login.clone(), grants, ..Default::default() };
    let token = format!("browser-test-of-{login}");
    let mut write = store.begin("test").await?;
    let id = account::create(&mut write, &new).await?;
    session::open(&mut write, id, &token, true, "browser test").await?;
    write.commit().await?;
    writeln!(std::io::stdout(), "{COOKIE}={token}")?;
    Ok(())
}
