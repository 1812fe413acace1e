//! Ways by road between towns, and from towns to offices.

use crate::{
    backend::Tx,
    bulk::insert_rows,
    codec::{from_json, to_json},
    error::Result,
    replace::{self, Counts, Table},
    write::{Entity, Write},
};
use hoshizu_catalog::{area::Ways, position::Position};

const TABLE: Table = Table { name: "road", key: "key", entity: Entity::Road };

/// Makes the ways of a data set those given; counts ways, but of those gone where they began.
pub async fn replace(write: &mut Write, dataset: &str, ways: &[Ways]) -> Result<Counts> {
    let key = |ways: &Ways, _: &[u8; 16]| format!("{:.5},{:.5}", ways.from.lat, ways.from.lon);
    let difference = replace::difference(write.tx(), TABLE, dataset, true, ways, key).await?;
    let length = |is_new: bool| {
        let of = difference.write.iter().filter(|start| start.is_new == is_new);
        of.map(|start| start.record.to.len() as u64).sum::<u64>()
    };
    let all: u64 = ways.iter().map(|start| start.to.len() as u64).sum();
    let (new, changed) = (length(true), length(false));
    let counts = Counts { new, changed, unchanged: all - new - changed, gone: difference.counts.gone };
    if difference.write.is_empty() && difference.gone.is_empty() {
        return Ok(counts);
    }
    let mut lists = Vec::with_capacity(difference.write.len());
    for start in &difference.write {
        lists.push((to_json(&start.record.to)?, start));
    }
    let mut pen = replace::pen(write, TABLE, dataset, counts).await?;
    replace::delete(&mut pen, TABLE, dataset, &difference.gone).await?;
    insert_rows!(
        pen,
        "INSERT INTO road (dataset, key, lat, lon, ways, digest) ",
        6,
        &lists,
        |row, list| {
            let (ways, start) = list;
            row.push_bind(dataset)
                .push_bind(&start.key)
                .push_bind(start.record.from.lat)
                .push_bind(start.record.from.lon)
                .push_bind(ways)
                .push_bind(&start.digest[..]);
        },
        " ON CONFLICT (dataset, key) DO UPDATE SET ways = excluded.ways, digest = excluded.digest"
    );
    Ok(counts)
}

/// Ways of every data set, by where they begin.
pub async fn all(tx: &mut Tx) -> Result<Vec<Ways>> {
    let rows: Vec<(f64, f64, String)> = each_backend!(tx, |conn| {
        sqlx::query_as("SELECT lat, lon, ways FROM road ORDER BY dataset, key").fetch_all(conn).await
    })?;
    rows.into_iter()
        .map(|(lat, lon, ways)| Ok(Ways { from: Position { lat, lon }, to: from_json("road.ways", &ways)? }))
        .collect()
}
