//! `hoshizu serve`.

use crate::{
    app::{App, Inner},
    cli::{CommandError, open},
    config::Config,
    http::session::Operators,
    import::jobs::Jobs,
    indexer,
    nurses::Cache,
    region::Region,
};
use arc_swap::ArcSwap;
use std::io::{IsTerminal as _, Write as _};

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
    // Nobody may be reading standard output any more; that is no reason not to serve.
    let _ = greet(&app, address);
    let follower = tokio::spawn(indexer::follow(app.clone()));
    let serving = axum::serve(listener, crate::http::router(app.clone())).with_graceful_shutdown(stopped());
    tokio::select! {
        result = serving => result?,
        // Connections that stay open (a browser's idle ones) must not keep the process alive.
        () = async { stopped().await; tokio::time::sleep(std::time::Duration::from_secs(5)).await } => {}
    }
    follower.abort();
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
    let operators = Operators::open(&config.data_dir)
        .map_err(|source| CommandError::File { path: config.data_dir.join("operator.key"), source })?;
    let jobs = Jobs::new(config.data_dir.join("uploads"));
    let book = open::book(&config)?;
    Ok(App::new(Inner {
        config,
        store,
        index,
        region: ArcSwap::from_pointee(region),
        operators,
        jobs,
        nurses: Cache::default(),
        book,
    }))
}

fn greet(app: &App, address: std::net::SocketAddr) -> std::io::Result<()> {
    let scheme = if app.config.https { "https" } else { "http" };
    let mut out = std::io::stdout();
    writeln!(out, "{scheme}://{address}")?;
    // The key goes to a person's terminal only: a service manager would keep it in its journal.
    if out.is_terminal() {
        writeln!(out, "取り込み用の操作キー / operator key: {}", app.operators.key())?;
    } else {
        let path = app.config.data_dir.join("operator.key");
        writeln!(out, "取り込み用の操作キー / operator key: {}", path.display())?;
    }
    out.flush()
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
