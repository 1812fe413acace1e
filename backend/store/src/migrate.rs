//! Bringing a database to the schema of this program, one transaction a migration.

use crate::{
    backend::{Connection, Store, Tx},
    dialect::{MIGRATION_TABLE_POSTGRES, MIGRATION_TABLE_SQLITE, MIGRATIONS},
    error::{Result, StoreError},
    write::Trace,
};

/// Newest schema version this program knows.
pub(crate) fn known_version() -> i64 {
    MIGRATIONS.last().map_or(0, |(version, ..)| *version)
}

/// Schema version of the database; 0 before the first migration.
pub(crate) async fn version(tx: &mut Tx) -> Result<i64> {
    Ok(each_backend!(tx, |conn| sqlx::query_scalar::<_, i64>(
        "SELECT coalesce(max(version), 0) FROM migration"
    )
    .fetch_one(conn)
    .await)?)
}

impl Store {
    /// Applies the migrations not yet applied and returns their names. A database newer than this program is refused
    /// rather than written to.
    pub async fn migrate(&self) -> Result<Vec<&'static str>> {
        let mut applied = Vec::new();
        let mut write = self.begin("migrate").await?;
        let at = write.now();
        {
            let mut pen = write.pen(Trace::part_of_another()).await?;
            match pen.connection() {
                Connection::Sqlite(conn) => {
                    sqlx::raw_sql(MIGRATION_TABLE_SQLITE).execute(conn).await?;
                }
                Connection::Postgres(conn) => {
                    sqlx::raw_sql(MIGRATION_TABLE_POSTGRES).execute(conn).await?;
                }
            }
        }
        let found = version(write.tx()).await?;
        if found > known_version() {
            return Err(StoreError::Schema { found, known: known_version() });
        }
        for &(version, name, sqlite, postgres) in MIGRATIONS.iter().filter(|(version, ..)| *version > found) {
            let mut pen = write.pen(Trace::part_of_another()).await?;
            match pen.connection() {
                Connection::Sqlite(conn) => sqlx::raw_sql(sqlite).execute(conn).await.map(|_| ())?,
                Connection::Postgres(conn) => sqlx::raw_sql(postgres).execute(conn).await.map(|_| ())?,
            }
            each_backend!(pen, |conn| sqlx::query(
                "INSERT INTO migration (version, name, applied_at) VALUES ($1, $2, $3)"
            )
            .bind(version)
            .bind(name)
            .bind(at)
            .execute(conn)
            .await
            .map(|_| ()))?;
            applied.push(name);
        }
        write.commit().await?;
        Ok(applied)
    }

    /// Refuses a database whose schema is not this program's.
    pub async fn require_schema(&self) -> Result<()> {
        let mut tx = self.read().await?;
        let known = known_version();
        // Before the first migration there is no table to ask.
        let found = match version(&mut tx).await {
            Ok(found) => found,
            Err(StoreError::Database(sqlx::Error::Database(_))) => 0,
            Err(error) => return Err(error),
        };
        if found == known { Ok(()) } else { Err(StoreError::Schema { found, known }) }
    }
}
