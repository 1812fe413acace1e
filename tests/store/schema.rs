//! The two migration folders make the same tables.

use hoshizu_store::Store;
use hoshizu_tests::postgres;
use sqlx::{Connection, PgConnection, SqliteConnection};
use std::collections::BTreeSet;

/// Table, column, type in words both databases share, whether it may be empty.
type Column = (String, String, String, bool);

/// Columns, indexes with their tables, references (table, column, table, column).
type Schema = (BTreeSet<Column>, BTreeSet<(String, String)>, BTreeSet<[String; 4]>);

/// Both spellings of a type brought to what SQLite can tell apart.
fn settled(kind: &str) -> &'static str {
    match kind.to_ascii_lowercase().as_str() {
        "blob" | "uuid" | "bytea" => "bytes",
        "text" | "timestamp with time zone" => "text",
        "integer" | "bigint" | "boolean" => "integer",
        "real" | "double precision" => "real",
        other => panic!("a type no rule knows: {other}"),
    }
}

async fn sqlite() -> Schema {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("schema.sqlite");
    let store = Store::open_sqlite(&path).await.unwrap();
    store.migrate().await.unwrap();
    store.close().await;
    let mut conn = SqliteConnection::connect(&format!("sqlite://{}", path.display())).await.unwrap();
    let columns: Vec<(String, String, String, bool)> = sqlx::query_as(
        "SELECT m.name, c.name, c.type, c.\"notnull\" = 0 AND c.pk = 0 FROM sqlite_master m, pragma_table_info(m.name) c \
         WHERE m.type = 'table' AND m.name NOT LIKE 'sqlite_%'",
    )
    .fetch_all(&mut conn)
    .await
    .unwrap();
    let indexes: Vec<(String, String)> =
        sqlx::query_as("SELECT name, tbl_name FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL")
            .fetch_all(&mut conn)
            .await
            .unwrap();
    let keys: Vec<(String, String, String, String)> = sqlx::query_as(
        "SELECT m.name, f.\"from\", f.\"table\", f.\"to\" FROM sqlite_master m, pragma_foreign_key_list(m.name) f \
         WHERE m.type = 'table'",
    )
    .fetch_all(&mut conn)
    .await
    .unwrap();
    settle(columns, indexes, keys)
}

async fn postgres(url: &str) -> Schema {
    let store = Store::connect_postgres(url).await.unwrap();
    store.migrate().await.unwrap();
    store.close().await;
    let mut conn = PgConnection::connect(url).await.unwrap();
    let columns: Vec<(String, String, String, bool)> = sqlx::query_as(
        "SELECT table_name::text, column_name::text, data_type::text, is_nullable::text = 'YES' \
         FROM information_schema.columns WHERE table_schema = 'public'",
    )
    .fetch_all(&mut conn)
    .await
    .unwrap();
    let indexes: Vec<(String, String)> = sqlx::query_as(
        "SELECT indexname::text, tablename::text FROM pg_indexes WHERE schemaname = 'public' AND NOT EXISTS \
         (SELECT 1 FROM pg_constraint WHERE conname = indexname)",
    )
    .fetch_all(&mut conn)
    .await
    .unwrap();
    let keys: Vec<(String, String, String, String)> = sqlx::query_as(
        "SELECT c.conrelid::regclass::text, a.attname::text, c.confrelid::regclass::text, b.attname::text \
         FROM pg_constraint c JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = c.conkey[1] \
         JOIN pg_attribute b ON b.attrelid = c.confrelid AND b.attnum = c.confkey[1] WHERE c.contype = 'f'",
    )
    .fetch_all(&mut conn)
    .await
    .unwrap();
    settle(columns, indexes, keys)
}

fn settle(
    columns: Vec<(String, String, String, bool)>,
    indexes: Vec<(String, String)>,
    keys: Vec<(String, String, String, String)>,
) -> Schema {
    (
        columns.into_iter().map(|(t, c, kind, null)| (t, c, settled(&kind).to_owned(), null)).collect(),
        indexes.into_iter().collect(),
        keys.into_iter().map(|(a, b, c, d)| [a, b, c, d]).collect(),
    )
}

#[tokio::test]
async fn the_two_migration_folders_make_the_same_tables_indexes_and_references() {
    let Some(url) = postgres::fresh_database() else { return };
    let (ours, theirs) = (sqlite().await, postgres(&url).await);
    assert!(ours.0.len() > 100, "the test has lost sight of the columns: {}", ours.0.len());
    let differ: Vec<_> = ours.0.symmetric_difference(&theirs.0).collect();
    assert!(differ.is_empty(), "columns in one only: {differ:#?}");
    assert_eq!(ours.1, theirs.1, "indexes");
    assert_eq!(ours.2, theirs.2, "references");
}

#[test]
fn every_migration_has_both_texts_under_one_name() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../backend/store/migrations");
    let names = |backend: &str| -> BTreeSet<String> {
        let files = std::fs::read_dir(folder.join(backend)).unwrap();
        files.map(|file| file.unwrap().file_name().into_string().unwrap()).collect()
    };
    assert_eq!(names("sqlite"), names("postgres"));
}
