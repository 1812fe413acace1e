//! Towns (大字町丁目) with their points, for geocoding.

use crate::{
    backend::Tx,
    bulk::insert_rows,
    codec::{municipality, municipality_number, position},
    error::Result,
    replace::{self, Counts, Table},
    write::{Entity, Write},
};
use hoshizu_catalog::area::Town;

const TABLE: Table = Table { name: "town", key: "key", entity: Entity::Town };

#[derive(sqlx::FromRow)]
struct Row {
    id: i64,
    municipality: Option<i32>,
    prefecture: String,
    city: String,
    name: String,
    lat: Option<f64>,
    lon: Option<f64>,
}

/// Makes the towns of a data set those given.
pub async fn replace(write: &mut Write, dataset: &str, towns: &[Town]) -> Result<Counts> {
    let key =
        |town: &Town, _: &[u8; 16]| format!("{}\u{1f}{}\u{1f}{}", town.prefecture, town.city, town.name);
    let difference = replace::difference(write.tx(), TABLE, dataset, true, towns, key).await?;
    if difference.write.is_empty() && difference.gone.is_empty() {
        return Ok(difference.counts);
    }
    let mut pen = replace::pen(write, TABLE, dataset, difference.counts).await?;
    replace::delete(&mut pen, TABLE, dataset, &difference.gone).await?;
    insert_rows!(
        pen,
        "INSERT INTO town (dataset, key, municipality, prefecture, city, name, lat, lon, digest) ",
        9,
        &difference.write,
        |row, town| {
            row.push_bind(dataset)
                .push_bind(&town.key)
                .push_bind(municipality_number(town.record.municipality))
                .push_bind(&town.record.prefecture)
                .push_bind(&town.record.city)
                .push_bind(&town.record.name)
                .push_bind(town.record.position.map(|position| position.lat))
                .push_bind(town.record.position.map(|position| position.lon))
                .push_bind(&town.digest[..]);
        },
        " ON CONFLICT (dataset, key) DO UPDATE SET municipality = excluded.municipality, lat = excluded.lat, \
         lon = excluded.lon, digest = excluded.digest"
    );
    Ok(difference.counts)
}

/// The next towns after the number `after` (0 to begin); fewer than `limit` when there are no more.
pub async fn batch(tx: &mut Tx, after: i64, limit: u32) -> Result<Vec<(i64, Town)>> {
    let rows: Vec<Row> = each_backend!(tx, |conn| {
        sqlx::query_as(
        "SELECT id, municipality, prefecture, city, name, lat, lon FROM town WHERE id > $1 ORDER BY id LIMIT $2"
    )
    .bind(after)
    .bind(i64::from(limit))
    .fetch_all(conn)
    .await
    })?;
    Ok(rows
        .into_iter()
        .map(|row| {
            let town = Town {
                municipality: municipality(row.municipality),
                prefecture: row.prefecture,
                city: row.city,
                name: row.name,
                position: position(row.lat, row.lon),
            };
            (row.id, town)
        })
        .collect())
}

/// Every town in the order stored.
pub async fn all(tx: &mut Tx) -> Result<Vec<Town>> {
    let (mut towns, mut after) = (Vec::new(), 0);
    loop {
        let next = batch(tx, after, 10_000).await?;
        let Some((last, _)) = next.last() else { return Ok(towns) };
        after = *last;
        towns.extend(next.into_iter().map(|(_, town)| town));
    }
}
