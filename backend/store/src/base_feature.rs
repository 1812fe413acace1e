//! What the base map shows beside areas.

use crate::{
    backend::Tx,
    bulk::insert_rows,
    codec::{from_json, to_json},
    error::Result,
    replace::{self, Counts, Table},
    write::{Entity, Write},
};
use hoshizu_catalog::area::BaseFeature;
use std::fmt::Write as _;

const TABLE: Table = Table { name: "base_feature", key: "key", entity: Entity::BaseFeature };

#[derive(sqlx::FromRow)]
struct Row {
    class: String,
    name: Option<String>,
    rank: i32,
    shape: String,
}

/// Makes the base features of a data set those given. They have no key of their own: one that changed counts as one
/// gone and one new.
pub async fn replace(write: &mut Write, dataset: &str, features: &[BaseFeature]) -> Result<Counts> {
    let key = |_: &BaseFeature, digest: &[u8; 16]| {
        digest.iter().fold(String::with_capacity(32), |mut text, byte| {
            let _ = write!(text, "{byte:02x}");
            text
        })
    };
    let difference = replace::difference(write.tx(), TABLE, dataset, true, features, key).await?;
    if difference.write.is_empty() && difference.gone.is_empty() {
        return Ok(difference.counts);
    }
    let shapes: Vec<String> =
        difference.write.iter().map(|feature| to_json(&feature.record.shape)).collect::<Result<_>>()?;
    let rows: Vec<_> = difference.write.iter().zip(&shapes).collect();
    let mut pen = replace::pen(write, TABLE, dataset, difference.counts).await?;
    replace::delete(&mut pen, TABLE, dataset, &difference.gone).await?;
    insert_rows!(
        pen,
        "INSERT INTO base_feature (dataset, key, class, name, rank, digest, shape) ",
        7,
        &rows,
        |row, (feature, shape)| {
            row.push_bind(dataset)
                .push_bind(&feature.key)
                .push_bind(&feature.record.class)
                .push_bind(&feature.record.name)
                .push_bind(i32::from(feature.record.rank))
                .push_bind(&feature.digest[..])
                .push_bind(*shape);
        },
        ""
    );
    Ok(difference.counts)
}

/// Every base feature, those of rank 1 first.
pub async fn all(tx: &mut Tx) -> Result<Vec<BaseFeature>> {
    let rows: Vec<Row> = each_backend!(tx, |conn| sqlx::query_as(
        "SELECT class, name, rank, shape FROM base_feature ORDER BY rank, id"
    )
    .fetch_all(conn)
    .await)?;
    rows.into_iter()
        .map(|row| {
            Ok(BaseFeature {
                shape: from_json("base_feature.shape", &row.shape)?,
                class: row.class,
                name: row.name,
                rank: row.rank as u8,
            })
        })
        .collect()
}
