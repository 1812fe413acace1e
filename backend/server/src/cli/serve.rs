//! `hoshizu serve`.

use crate::{
    account::{Accounts, token},
    app::{App, Inner, letter_throttle, sheet_throttle, suggestion_throttle},
    cli::{CommandError, open},
    config::Config,
    coverage,
    http::links::own_address,
    import::jobs::Jobs,
    indexer,
    network::Scenes,
    nurses::Cache,
    press::Press,
    region::Region,
    surveys::{pictures::Pictures, writer::SheetWriter},
};
use arc_swap::ArcSwap;
use hoshizu_store::{
    account,
    account_link::{self, Kind},
};
use std::{
    io::{IsTerminal as _, Write as _},
    net::SocketAddr,
};

/// Serves until Ctrl-C or SIGTERM; requests at work are finished.
pub async fn run(config: Config) -> Result<(), CommandError> {
    let app = build(config).await?;
    let listener = tokio::net::TcpListener::bind(app.config.listen).await.map_err(|source| {
        CommandError::Refused(format!(
            "cannot serve at {}: {source}; choose another with --listen",
            app.config.listen
        ))
    })?;
    let address = listener.local_addr()?;
    let setup = setup_link(&app, address).await?;
    // Nobody may be reading standard output any more; that is no reason not to serve.
    let _ = greet(&app, address, setup.as_deref());
    let followers =
        [tokio::spawn(indexer::follow(app.clone())), tokio::spawn(coverage::follow::follow(app.clone()))];
    // With the address of each client: guessing, and writing without an account, is slowed by it.
    let service = crate::http::router(app.clone()).into_make_service_with_connect_info::<SocketAddr>();
    let serving = axum::serve(listener, service).with_graceful_shutdown(stopped());
    tokio::select! {
        result = serving => result?,
        // Connections that stay open (a browser's idle ones) must not keep the process alive.
        () = async { stopped().await; tokio::time::sleep(std::time::Duration::from_secs(5)).await } => {}
    }
    followers.iter().for_each(tokio::task::JoinHandle::abort);
    app.jobs.stop_all();
    app.store.close().await;
    tracing::info!("stopped");
    Ok(())
}

/// Opens everything a server needs.
pub async fn build(config: Config) -> Result<App, CommandError> {
    let store = open::store(&config).await?;
    let index = open::index(&config)?;
    let region = Region::load(&store, 1).await?;
    index.set_places(region.places());
    let accounts = Accounts::open(&config).map_err(|error| CommandError::Refused(error.to_string()))?;
    let jobs = Jobs::new(config.data_dir.join("uploads"));
    let book = open::book(&config)?;
    Ok(App::new(Inner {
        press: Press::new(config.fonts.clone()),
        config,
        store,
        index,
        region: ArcSwap::from_pointee(region),
        coverage: coverage::empty(),
        accounts,
        jobs,
        nurses: Cache::default(),
        book,
        suggestions: suggestion_throttle(),
        letters: letter_throttle(),
        sheets: SheetWriter::default(),
        sheet_misses: sheet_throttle(),
        pictures: Pictures::default(),
        scenes: Scenes::default(),
    }))
}

/// As long as there is no account: a link that makes the first administrator, new at each start, good for a day and once.
async fn setup_link(app: &App, address: SocketAddr) -> Result<Option<String>, CommandError> {
    let mut write = app.store.begin("serve").await?;
    if account::any(write.tx()).await? {
        return Ok(None);
    }
    let token = token::for_link()?;
    account_link::make(&mut write, None, Kind::Setup, &token, false).await?;
    write.commit().await?;
    let scheme = if app.config.https { "https" } else { "http" };
    // Where the system chose the port, the settings do not know it.
    let base = if app.config.url.is_some() { own_address(app) } else { format!("{scheme}://{address}") };
    Ok(Some(format!("{base}/invitation#{token}")))
}

fn greet(app: &App, address: SocketAddr, setup: Option<&str>) -> std::io::Result<()> {
    let scheme = if app.config.https { "https" } else { "http" };
    let mut out = std::io::stdout();
    let file = app.config.data_dir.join("setup.link");
    // Before the address: whoever waits for that line finds the file.
    match setup {
        Some(link) => write_private(&file, link)?,
        None => drop(std::fs::remove_file(&file)),
    }
    writeln!(out, "{scheme}://{address}")?;
    let Some(link) = setup else { return out.flush() };
    // The link goes to a person's terminal only: a service manager would keep it in its journal.
    let shown = if out.is_terminal() { link.to_owned() } else { file.display().to_string() };
    writeln!(out, "最初の管理者を登録するリンク / link to set up the first administrator: {shown}")?;
    out.flush()
}

/// A file that its owner alone can read, from its first byte on.
fn write_private(path: &std::path::Path, text: &str) -> std::io::Result<()> {
    let _ = std::fs::remove_file(path);
    let mut options = std::fs::OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path)?.write_all(text.as_bytes())
}

async fn stopped() {
    let interrupt = async {
        let _ = tokio::signal::ctrl_c().await;
    };
    #[cfg(unix)]
    let terminate = async {
        match tokio::signal::unix::signal(tokio::signal::unix::SignalKind::terminate()) {
            Ok(mut signal) => {
                signal.recv().await;
            }
            Err(_) => std::future::pending().await,
        }
    };
    #[cfg(not(unix))]
    let terminate = std::future::pending::<()>();
    tokio::select! {
        () = interrupt => {}
        () = terminate => {}
    }
}
