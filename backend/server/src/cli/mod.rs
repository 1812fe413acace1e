//! The command line. Exit code 0 only when all was done; 1 when something was not; 2 for wrong arguments; 130 when
//! stopped by Ctrl-C.

mod access;
mod coverage;
pub mod demo;
mod doctor;
mod export;
mod import;
mod network;
mod open;
mod points;
mod progress;
mod serve;
mod suggestions;
mod towns;
mod user;

use crate::config::{Config, ConfigError, Options};
use clap::{Parser, Subcommand};
use std::{io::Write as _, path::PathBuf, process::ExitCode};

/// 星図 Hoshizu — directory and map of local care agencies.
#[derive(Debug, Parser)]
#[command(name = "hoshizu", version, about, arg_required_else_help = true)]
struct Arguments {
    /// TOML file with settings; its keys are the long options below with `_` for `-`
    #[arg(long, global = true, env = "HOSHIZU_CONFIG", value_name = "FILE")]
    config: Option<PathBuf>,
    #[command(flatten)]
    options: Options,
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Serve the page and the API
    Serve,
    /// Import official and municipal files, folders and archives; what they are is seen from their content
    Import(import::Arguments),
    /// Make accounts, reset and close them, give roles
    User(user::Arguments),
    /// Load the invented prefecture 星見県
    Demo(demo::Arguments),
    /// Write the search index anew from the database
    Reindex,
    /// Bring the database to the schema of this program
    Migrate,
    /// Check database, index and settings, and say what is wrong and what to do
    Doctor(doctor::Arguments),
    /// Write the directory to a file
    Export(export::Arguments),
    /// Write the towns with their positions, for a table of ways by road
    Towns(towns::Arguments),
    /// Print the figures of a network: density, components, intermediaries, communities
    Network(network::Arguments),
    /// Judge on an area's own waves whether recommended partners are the ones offices came to work with
    Suggestions(suggestions::Arguments),
    /// Write the gap table of a service: supply and reach by area
    Coverage(coverage::Arguments),
    /// Compute how well offices reach people from two tables of points
    Access(access::Arguments),
    /// Print the OpenAPI document of the HTTP interface
    #[command(hide = true)]
    Openapi,
}

/// Why a command was not done.
#[derive(Debug, thiserror::Error)]
pub enum CommandError {
    /// Settings.
    #[error(transparent)]
    Config(#[from] ConfigError),
    /// Database.
    #[error("database: {0}")]
    Store(#[from] hoshizu_store::StoreError),
    /// Index.
    #[error("search index: {0}")]
    Index(#[from] crate::indexer::IndexError),
    /// Index.
    #[error("search index: {0}")]
    Search(#[from] hoshizu_search::Error),
    /// A file of ours.
    #[error("{path}: {source}")]
    File {
        /// The file.
        path: PathBuf,
        /// Why.
        source: std::io::Error,
    },
    /// Standard output or a socket.
    #[error(transparent)]
    Io(#[from] std::io::Error),
    /// Files to import could not be opened.
    #[error(transparent)]
    Open(#[from] hoshizu_ingest::OpenError),
    /// An export.
    #[error(transparent)]
    Export(#[from] crate::export::ExportError),
    /// Something a person has to decide, with the remedy.
    #[error("{0}")]
    Refused(String),
    /// Some files were not imported, some checks failed; what, has been said.
    #[error("not everything was done")]
    Incomplete,
    /// Stopped by Ctrl-C.
    #[error("stopped")]
    Stopped,
}

/// Reads the command line, runs the command and says how it ended.
pub async fn run() -> ExitCode {
    let arguments = Arguments::parse();
    match execute(arguments).await {
        Ok(()) => ExitCode::SUCCESS,
        Err(CommandError::Stopped) => {
            say_error("stopped");
            ExitCode::from(130)
        }
        // A reader that has seen enough (`| head`) is no fault.
        Err(CommandError::Io(error)) if error.kind() == std::io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(error) => {
            say_error(&error.to_string());
            ExitCode::FAILURE
        }
    }
}

fn say_error(text: &str) {
    let _ = writeln!(std::io::stderr(), "hoshizu: {text}");
}

async fn execute(arguments: Arguments) -> Result<(), CommandError> {
    let config = settings(arguments.config, arguments.options)?;
    tracing_subscriber::fmt()
        .with_env_filter(tracing_subscriber::EnvFilter::new(&config.log))
        .with_writer(std::io::stderr)
        .with_ansi(std::io::IsTerminal::is_terminal(&std::io::stderr()))
        .init();
    match arguments.command {
        Command::Serve => serve::run(config).await,
        Command::Import(arguments) => import::run(&config, arguments).await,
        Command::User(arguments) => user::run(&config, arguments).await,
        Command::Demo(arguments) => demo::run(&config, arguments).await,
        Command::Reindex => reindex(&config).await,
        Command::Migrate => migrate(&config).await,
        Command::Doctor(arguments) => doctor::run(&config, &arguments).await,
        Command::Export(arguments) => export::run(&config, arguments).await,
        Command::Towns(arguments) => towns::run(&config, arguments).await,
        Command::Network(arguments) => network::run(&arguments),
        Command::Suggestions(arguments) => suggestions::run(&config, &arguments).await,
        Command::Coverage(arguments) => coverage::run(&config, arguments).await,
        Command::Access(arguments) => access::run(&arguments),
        Command::Openapi => Ok(writeln!(std::io::stdout(), "{}", crate::http::openapi())?),
    }
}

fn settings(file: Option<PathBuf>, options: Options) -> Result<Config, ConfigError> {
    match file {
        Some(path) => options.or(Options::from_file(&path)?).resolve(),
        None => options.resolve(),
    }
}

async fn reindex(config: &Config) -> Result<(), CommandError> {
    let store = open::store(config).await?;
    let index = open::index(config)?;
    let progress = progress::Terminal::start();
    let region = crate::region::Region::load(&store, 1).await?;
    let offices = crate::indexer::rebuild(&store, &index, &region, progress).await?;
    Ok(writeln!(std::io::stdout(), "{offices} offices indexed")?)
}

async fn migrate(config: &Config) -> Result<(), CommandError> {
    let store = open::connect(config).await?;
    let applied = store.migrate().await?;
    let mut out = std::io::stdout();
    for name in &applied {
        writeln!(out, "applied {name}")?;
    }
    if applied.is_empty() {
        writeln!(out, "nothing to do")?;
    }
    Ok(())
}
