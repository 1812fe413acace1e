//! Reference data replaced data set by data set: what is equal stays untouched.

use crate::{
    backend::Tx,
    codec,
    error::Result,
    write::{Audit, Entity, Pen, Trace, Write},
};
use serde::Serialize;
use serde_json::json;
use std::collections::{HashMap, HashSet};
use uuid::Uuid;

/// What replacing a data set did, in records.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize)]
pub struct Counts {
    /// Not stored before.
    pub new: u64,
    /// Stored before with other content.
    pub changed: u64,
    /// Stored before as they are.
    pub unchanged: u64,
    /// Stored before, not among those given; deleted.
    pub gone: u64,
}

/// A record with its key in the data set and the digest of its content.
pub(crate) struct Keyed<'r, T> {
    pub key: String,
    pub digest: [u8; 16],
    pub record: &'r T,
    /// Whether nothing was stored under its key.
    pub is_new: bool,
}

/// Where records of one kind are stored.
#[derive(Clone, Copy)]
pub(crate) struct Table {
    pub name: &'static str,
    pub key: &'static str,
    pub entity: Entity,
}

/// What differs between the stored data set and the one given.
pub(crate) struct Difference<'r, T> {
    pub write: Vec<Keyed<'r, T>>,
    pub gone: Vec<String>,
    pub counts: Counts,
}

async fn stored(tx: &mut Tx, table: Table, dataset: &str) -> Result<HashMap<String, Vec<u8>>> {
    let sql = format!("SELECT {}, digest FROM {} WHERE dataset = $1", table.key, table.name);
    let rows: Vec<(String, Vec<u8>)> = each_backend!(tx, |conn| sqlx::query_as(sqlx::AssertSqlSafe(sql))
        .bind(dataset)
        .fetch_all(conn)
        .await)?;
    Ok(rows.into_iter().collect())
}

/// Compares the records given with those stored. A key that occurs again (two towns of one name in the national list)
/// is numbered, in the order given.
pub(crate) async fn difference<'r, T: Serialize>(
    tx: &mut Tx,
    table: Table,
    dataset: &str,
    whole: bool,
    records: &'r [T],
    key: impl Fn(&T, &[u8; 16]) -> String,
) -> Result<Difference<'r, T>> {
    let mut before = stored(tx, table, dataset).await?;
    let mut difference = Difference { write: Vec::new(), gone: Vec::new(), counts: Counts::default() };
    let mut seen: HashMap<String, u32> = HashMap::new();
    let mut given: HashSet<String> = HashSet::with_capacity(records.len());
    for record in records {
        let digest = codec::digest(record)?;
        let mut key = key(record, &digest);
        let times = seen.entry(key.clone()).or_default();
        *times += 1;
        if *times > 1 {
            key = format!("{key}#{times}");
        }
        if !given.insert(key.clone()) {
            continue;
        }
        match before.remove(&key) {
            Some(same) if same == digest => difference.counts.unchanged += 1,
            Some(_) => {
                difference.counts.changed += 1;
                difference.write.push(Keyed { key, digest, record, is_new: false });
            }
            None => {
                difference.counts.new += 1;
                difference.write.push(Keyed { key, digest, record, is_new: true });
            }
        }
    }
    if whole {
        difference.counts.gone = before.len() as u64;
        difference.gone = before.into_keys().collect();
    }
    Ok(difference)
}

/// Opens the pen for a replacement: one audit line with the counts, one outbox entry for all of the kind.
pub(crate) async fn pen<'w>(
    write: &'w mut Write,
    table: Table,
    dataset: &str,
    counts: Counts,
) -> Result<Pen<'w>> {
    let audit = Audit {
        action: "replace",
        entity: table.entity,
        id: None,
        before: None,
        after: Some(json!({ "dataset": dataset, "counts": counts })),
    };
    write.pen(Trace::of(vec![audit], vec![(table.entity, Uuid::nil())])).await
}

/// Deletes the records of these keys.
pub(crate) async fn delete(pen: &mut Pen<'_>, table: Table, dataset: &str, keys: &[String]) -> Result<()> {
    for chunk in keys.chunks(crate::bulk::KEYS) {
        each_backend!(pen, |conn| {
            let mut query =
                sqlx::QueryBuilder::<Db>::new(format!("DELETE FROM {} WHERE dataset = ", table.name));
            query.push_bind(dataset).push(format!(" AND {} IN (", table.key));
            let mut list = query.separated(", ");
            for key in chunk {
                list.push_bind(key);
            }
            query.push(")");
            query.build().persistent(false).execute(conn).await?;
        });
    }
    Ok(())
}
