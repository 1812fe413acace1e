//! Everything in which the two databases differ: opening, locking, limits, migrations, self-checks.
//!
//! Statements elsewhere are one text for both: `$1`, `ON CONFLICT … excluded`, no `ILIKE`, arrays or `now()`.

use crate::{
    backend::{Connection, Tx},
    error::Result,
};
use sqlx::{
    PgPool, SqlitePool,
    pool::PoolOptions,
    postgres::{PgConnectOptions, PgPoolOptions},
    sqlite::{SqliteConnectOptions, SqliteJournalMode, SqliteSynchronous},
};
use std::{path::Path, str::FromStr, time::Duration};

/// A migration: version, name, SQL for SQLite, SQL for PostgreSQL.
pub(crate) type Migration = (i64, &'static str, &'static str, &'static str);

macro_rules! migration {
    ($version:literal, $name:literal) => {
        (
            $version,
            $name,
            include_str!(concat!("../migrations/sqlite/", $name, ".sql")),
            include_str!(concat!("../migrations/postgres/", $name, ".sql")),
        )
    };
}

/// Every migration in order; versions rise by one.
pub(crate) const MIGRATIONS: &[Migration] = &[
    migration!(1, "0001_directory"),
    migration!(2, "0002_accounts"),
    migration!(3, "0003_entry"),
    migration!(4, "0004_moderation"),
    migration!(5, "0005_nurse_desks"),
    migration!(6, "0006_ties"),
    migration!(7, "0007_gap_notes"),
    migration!(8, "0008_reach"),
];

/// Table of what was applied, before any migration.
pub(crate) const MIGRATION_TABLE_SQLITE: &str = "CREATE TABLE IF NOT EXISTS migration (version INTEGER PRIMARY KEY NOT NULL, name TEXT NOT NULL, applied_at TEXT NOT NULL) STRICT";
pub(crate) const MIGRATION_TABLE_POSTGRES: &str = "CREATE TABLE IF NOT EXISTS migration (version BIGINT PRIMARY KEY NOT NULL, name TEXT NOT NULL, applied_at TIMESTAMPTZ NOT NULL)";

/// Bound values a statement may carry: SQLite allows 32,766, PostgreSQL 65,535.
pub(crate) const MAX_BINDS: usize = 30_000;

/// SQLite takes its write lock at once, so that a read at the start of a write cannot make it fail later.
pub(crate) const BEGIN_WRITE_SQLITE: &str = "BEGIN IMMEDIATE";
pub(crate) const BEGIN_WRITE_POSTGRES: &str = "BEGIN";
pub(crate) const BEGIN_READ_SQLITE: &str = "BEGIN";
pub(crate) const BEGIN_READ_POSTGRES: &str = "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY";

/// Writers of PostgreSQL queue here until the writer before them commits: otherwise a lower outbox number could
/// become visible after a higher one, and whoever follows the outbox would step over it.
pub(crate) const LOCK_WRITERS_POSTGRES: &str = "SELECT pg_advisory_xact_lock(6076839275163516)";

/// Says `ok`, or what is broken, a line each.
pub(crate) const SELF_CHECK_SQLITE: &str = "SELECT quick_check FROM pragma_quick_check";
/// PostgreSQL checks its pages on reading; there is no statement to ask for it.
pub(crate) const SELF_CHECK_POSTGRES: &str = "SELECT 'ok'";

/// Tables the planner should look at anew after a large import.
pub(crate) const ANALYZE_SQLITE: &str = "PRAGMA optimize";
pub(crate) const ANALYZE_POSTGRES: &str = "ANALYZE office, service, organization";

fn sqlite_options(path: &Path) -> SqliteConnectOptions {
    SqliteConnectOptions::new()
        .filename(path)
        .create_if_missing(true)
        .journal_mode(SqliteJournalMode::Wal)
        // With WAL a power cut may lose the last commits but never tears one (sqlite.org/pragma.html#pragma_synchronous).
        .synchronous(SqliteSynchronous::Normal)
        .foreign_keys(true)
        // Another process may import for minutes (`hoshizu import` beside `hoshizu serve`).
        .busy_timeout(Duration::from_mins(5))
        .statement_cache_capacity(200)
        .pragma("cache_size", "-65536")
        .pragma("temp_store", "MEMORY")
        .pragma("journal_size_limit", "67108864")
}

/// Two pools: readers that cannot write, and one writer. SQLite has one writer at a time anyway; queueing for it here
/// is fair, while its own busy handler is not.
pub(crate) async fn open_sqlite(path: &Path) -> Result<(SqlitePool, SqlitePool)> {
    let writer = PoolOptions::new()
        .max_connections(1)
        .acquire_timeout(Duration::from_mins(10))
        .idle_timeout(None)
        .max_lifetime(None)
        .connect_with(sqlite_options(path))
        .await?;
    let readers = PoolOptions::new()
        .max_connections(8)
        .idle_timeout(None)
        .max_lifetime(None)
        .connect_with(sqlite_options(path).pragma("query_only", "ON").pragma("cache_size", "-16384"))
        .await?;
    Ok((readers, writer))
}

pub(crate) async fn connect_postgres(url: &str) -> Result<PgPool> {
    let options = PgConnectOptions::from_str(url)?.application_name("hoshizu");
    Ok(PgPoolOptions::new()
        .max_connections(16)
        .acquire_timeout(Duration::from_mins(1))
        .connect_with(options)
        .await?)
}

/// A column that can be read and written as text, so that a row of any table can be kept and put back.
pub(crate) struct TextColumn {
    pub name: String,
    /// Expression that reads it.
    pub read: String,
    kind: String,
}

impl TextColumn {
    /// Expression that writes the value bound as `$place`.
    pub fn write(&self, place: usize) -> String {
        match self.kind.as_str() {
            "BLOB" => format!("unhex(${place})"),
            kind => format!("CAST(${place} AS {kind})"),
        }
    }
}

/// The columns of a table in their order.
pub(crate) async fn text_columns(tx: &mut Tx, table: &str) -> Result<Vec<TextColumn>> {
    let columns: Vec<(String, String)> = match tx.connection() {
        Connection::Sqlite(conn) => {
            sqlx::query_as("SELECT name, type FROM pragma_table_info($1) ORDER BY cid")
                .bind(table)
                .fetch_all(conn)
                .await?
        }
        Connection::Postgres(conn) => {
            sqlx::query_as(
                "SELECT column_name::text, udt_name::text FROM information_schema.columns \
                 WHERE table_schema = 'public' AND table_name = $1 ORDER BY ordinal_position",
            )
            .bind(table)
            .fetch_all(conn)
            .await?
        }
    };
    let read = |name: &str, kind: &str| match kind {
        "BLOB" => format!("lower(hex({name}))"),
        // Seventeen digits give the same number back (IEEE 754); the cast would keep fifteen.
        "REAL" => format!("CASE WHEN {name} IS NULL THEN NULL ELSE printf('%!.17g', {name}) END"),
        _ => format!("CAST({name} AS TEXT)"),
    };
    Ok(columns.into_iter().map(|(name, kind)| TextColumn { read: read(&name, &kind), name, kind }).collect())
}
