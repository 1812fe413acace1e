//! Counts, and whether the database is sound.

use crate::{
    backend::{Connection, Store, Tx},
    dialect::{SELF_CHECK_POSTGRES, SELF_CHECK_SQLITE},
    error::Result,
    migrate,
};
use serde::Serialize;

/// How much the directory holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, sqlx::FromRow)]
pub struct Counts {
    /// 事業所, those gone included.
    #[sqlx(try_from = "i64")]
    pub offices: u64,
    /// Listings, those gone included.
    #[sqlx(try_from = "i64")]
    pub services: u64,
    /// 法人.
    #[sqlx(try_from = "i64")]
    pub organizations: u64,
    /// 圏域 by code.
    #[sqlx(try_from = "i64")]
    pub areas: u64,
    /// 大字町丁目.
    #[sqlx(try_from = "i64")]
    pub towns: u64,
    /// Population figures.
    #[sqlx(try_from = "i64")]
    pub populations: u64,
    /// Features of the base map.
    #[sqlx(try_from = "i64")]
    pub base_features: u64,
    /// Questions nobody has decided.
    #[sqlx(try_from = "i64")]
    pub reviews_open: u64,
}

/// State of the database.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Report {
    /// `sqlite` or `postgres`.
    pub backend: &'static str,
    /// Schema version found.
    pub schema_version: i64,
    /// Newest schema version this program knows.
    pub known_version: i64,
    /// How much there is.
    pub counts: Counts,
    /// Outbox entries kept.
    pub outbox: u64,
    /// What the database says is broken in its file; empty when sound.
    pub integrity: Vec<String>,
    /// Rows whose counterpart is missing, by what they are; only those that are not 0.
    pub orphans: Vec<(String, u64)>,
}

impl Report {
    /// Whether nothing is wrong.
    pub fn is_sound(&self) -> bool {
        self.schema_version == self.known_version && self.integrity.is_empty() && self.orphans.is_empty()
    }
}

/// Counts for the start page.
pub async fn counts(tx: &mut Tx) -> Result<Counts> {
    Ok(each_backend!(tx, |conn| sqlx::query_as(
        "SELECT (SELECT count(*) FROM office) AS offices, (SELECT count(*) FROM service) AS services, \
         (SELECT count(*) FROM organization) AS organizations, \
         (SELECT count(DISTINCT code) FROM area) AS areas, (SELECT count(*) FROM town) AS towns, \
         (SELECT count(*) FROM population) AS populations, \
         (SELECT count(*) FROM base_feature) AS base_features, \
         (SELECT count(*) FROM review_item WHERE state = 'open') AS reviews_open"
    )
    .fetch_one(conn)
    .await)?)
}

/// Each counts rows that have lost their counterpart.
const ORPHANS: [(&str, &str); 7] = [
    (
        "service without office",
        "SELECT count(*) FROM service WHERE NOT EXISTS (SELECT 1 FROM office WHERE office.id = service.office_id)",
    ),
    (
        "office without service",
        "SELECT count(*) FROM office WHERE NOT EXISTS (SELECT 1 FROM service WHERE service.office_id = office.id)",
    ),
    (
        "office without its organization",
        "SELECT count(*) FROM office WHERE organization_id IS NOT NULL AND NOT EXISTS \
         (SELECT 1 FROM organization WHERE organization.id = office.organization_id)",
    ),
    (
        "service without its organization",
        "SELECT count(*) FROM service WHERE organization_id IS NOT NULL AND NOT EXISTS \
         (SELECT 1 FROM organization WHERE organization.id = service.organization_id)",
    ),
    (
        "correction without office",
        "SELECT count(*) FROM correction WHERE NOT EXISTS \
         (SELECT 1 FROM office WHERE office.id = correction.office_id)",
    ),
    (
        "data set without its run",
        "SELECT count(*) FROM dataset WHERE NOT EXISTS \
         (SELECT 1 FROM import_run WHERE import_run.id = dataset.run_id)",
    ),
    (
        "listing without data set",
        "SELECT count(*) FROM service WHERE NOT EXISTS \
         (SELECT 1 FROM dataset WHERE dataset.name = service.dataset)",
    ),
];

/// Looks the whole database over. Takes seconds on a large one.
pub async fn check(store: &Store) -> Result<Report> {
    let mut tx = store.read().await?;
    let lines: Vec<String> = match tx.connection() {
        Connection::Sqlite(conn) => sqlx::query_scalar(SELF_CHECK_SQLITE).fetch_all(conn).await?,
        Connection::Postgres(conn) => sqlx::query_scalar(SELF_CHECK_POSTGRES).fetch_all(conn).await?,
    };
    let mut orphans = Vec::new();
    for (name, sql) in ORPHANS {
        let count: i64 = each_backend!(tx, |conn| sqlx::query_scalar(sql).fetch_one(conn).await)?;
        if count > 0 {
            orphans.push((name.to_owned(), count.cast_unsigned()));
        }
    }
    let outbox: i64 =
        each_backend!(tx, |conn| sqlx::query_scalar("SELECT count(*) FROM outbox").fetch_one(conn).await)?;
    Ok(Report {
        backend: store.backend(),
        schema_version: migrate::version(&mut tx).await?,
        known_version: migrate::known_version(),
        counts: counts(&mut tx).await?,
        outbox: outbox.cast_unsigned(),
        integrity: lines.into_iter().filter(|line| line != "ok").collect(),
        orphans,
    })
}
