//! Two databases behind one face: the store, a transaction, and the macro that runs one statement on either.

use crate::{
    clock::{Clock, Ids, SystemClock, SystemIds},
    dialect,
    error::Result,
    write::Write,
};
use sqlx::{PgConnection, PgPool, Postgres, Sqlite, SqliteConnection, SqlitePool, Transaction};
use std::{path::Path, sync::Arc};
use time::OffsetDateTime;
use uuid::Uuid;

/// Runs one expression with the connection of either back end. `Db` names the database inside.
macro_rules! each_backend {
    ($tx:expr, |$conn:ident| $body:expr) => {
        match $tx.connection() {
            $crate::backend::Connection::Sqlite($conn) => {
                type Db = sqlx::Sqlite;
                // Few statements name it; this keeps the others from a warning.
                let _ = std::marker::PhantomData::<Db>;
                $body
            }
            $crate::backend::Connection::Postgres($conn) => {
                type Db = sqlx::Postgres;
                let _ = std::marker::PhantomData::<Db>;
                $body
            }
        }
    };
}

/// Either connection, for [`each_backend!`].
pub(crate) enum Connection<'t> {
    Sqlite(&'t mut SqliteConnection),
    Postgres(&'t mut PgConnection),
}

#[derive(Clone)]
enum Backend {
    Sqlite { readers: SqlitePool, writer: SqlitePool },
    Postgres(PgPool),
}

/// The directory's database. Cheap to clone; clones share their connections.
#[derive(Clone)]
pub struct Store {
    backend: Backend,
    clock: Arc<dyn Clock>,
    ids: Arc<dyn Ids>,
}

/// A transaction. From [`Store::read`] it is one unchanging view that the database itself bars from writing.
pub struct Tx(Inner);

enum Inner {
    Sqlite(Transaction<'static, Sqlite>),
    Postgres(Transaction<'static, Postgres>),
}

impl Tx {
    pub(crate) fn connection(&mut self) -> Connection<'_> {
        match &mut self.0 {
            Inner::Sqlite(tx) => Connection::Sqlite(tx),
            Inner::Postgres(tx) => Connection::Postgres(tx),
        }
    }

    pub(crate) async fn commit(self) -> Result<()> {
        match self.0 {
            Inner::Sqlite(tx) => tx.commit().await?,
            Inner::Postgres(tx) => tx.commit().await?,
        }
        Ok(())
    }

    pub(crate) async fn rollback(self) -> Result<()> {
        match self.0 {
            Inner::Sqlite(tx) => tx.rollback().await?,
            Inner::Postgres(tx) => tx.rollback().await?,
        }
        Ok(())
    }
}

impl Store {
    /// Opens the database file, made when it is not there. Its folder must exist.
    pub async fn open_sqlite(path: &Path) -> Result<Self> {
        let (readers, writer) = dialect::open_sqlite(path).await?;
        Ok(Self::over(Backend::Sqlite { readers, writer }))
    }

    /// Connects to `postgres://user:password@host:port/database`.
    pub async fn connect_postgres(url: &str) -> Result<Self> {
        Ok(Self::over(Backend::Postgres(dialect::connect_postgres(url).await?)))
    }

    fn over(backend: Backend) -> Self {
        Self { backend, clock: Arc::new(SystemClock), ids: Arc::new(SystemIds) }
    }

    /// The same store with another clock and other ids.
    #[must_use]
    pub fn with(mut self, clock: Arc<dyn Clock>, ids: Arc<dyn Ids>) -> Self {
        self.clock = clock;
        self.ids = ids;
        self
    }

    /// Opens a view of the database as it is now, for reading only.
    pub async fn read(&self) -> Result<Tx> {
        Ok(Tx(match &self.backend {
            Backend::Sqlite { readers, .. } => {
                Inner::Sqlite(readers.begin_with(dialect::BEGIN_READ_SQLITE).await?)
            }
            Backend::Postgres(pool) => Inner::Postgres(pool.begin_with(dialect::BEGIN_READ_POSTGRES).await?),
        }))
    }

    /// Opens a write in the name of `actor` (an account, `import`, `cli`), after every writer before it is done.
    /// Dropped without [`Write::commit`] it leaves nothing behind.
    pub async fn begin(&self, actor: &str) -> Result<Write> {
        let tx = Tx(match &self.backend {
            Backend::Sqlite { writer, .. } => {
                Inner::Sqlite(writer.begin_with(dialect::BEGIN_WRITE_SQLITE).await?)
            }
            Backend::Postgres(pool) => {
                let mut tx = pool.begin_with(dialect::BEGIN_WRITE_POSTGRES).await?;
                sqlx::query(dialect::LOCK_WRITERS_POSTGRES).execute(&mut *tx).await?;
                Inner::Postgres(tx)
            }
        });
        Ok(Write::over(tx, actor.to_owned(), self.now(), self.ids.clone()))
    }

    /// Lets the database look anew at how its tables are filled, after a large import.
    pub(crate) async fn settle(&self) -> Result<()> {
        match &self.backend {
            Backend::Sqlite { writer, .. } => {
                sqlx::query(dialect::ANALYZE_SQLITE).execute(writer).await.map(|_| ())?;
            }
            Backend::Postgres(pool) => {
                sqlx::query(dialect::ANALYZE_POSTGRES).execute(pool).await.map(|_| ())?;
            }
        }
        Ok(())
    }

    /// Waits for running transactions and closes every connection.
    pub async fn close(&self) {
        match &self.backend {
            Backend::Sqlite { readers, writer } => {
                readers.close().await;
                writer.close().await;
            }
            Backend::Postgres(pool) => pool.close().await,
        }
    }

    /// `sqlite` or `postgres`.
    pub fn backend(&self) -> &'static str {
        match &self.backend {
            Backend::Sqlite { .. } => "sqlite",
            Backend::Postgres(_) => "postgres",
        }
    }

    /// Now, by the store's clock.
    pub fn now(&self) -> OffsetDateTime {
        self.clock.now()
    }

    /// A new id, from the store's generator.
    pub fn next_id(&self) -> Uuid {
        self.ids.next()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn the_database_itself_bars_a_read_from_writing() {
        let folder = tempfile::tempdir().unwrap();
        let store = Store::open_sqlite(&folder.path().join("read.sqlite")).await.unwrap();
        store.migrate().await.unwrap();
        let mut tx = store.read().await.unwrap();
        let written =
            each_backend!(tx, |conn| sqlx::query("DELETE FROM setting").execute(conn).await.map(|_| ()));
        assert!(written.unwrap_err().to_string().contains("readonly"));
    }
}
