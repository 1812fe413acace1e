//! Population of areas by age band.

use crate::{
    backend::Tx,
    bulk::insert_rows,
    error::Result,
    replace::{self, Counts, Table},
    write::{Entity, Write},
};
use hoshizu_catalog::area::Population;

const TABLE: Table = Table { name: "population", key: "key", entity: Entity::Population };

#[derive(sqlx::FromRow)]
struct Row {
    area: String,
    year: i32,
    age_from: i32,
    age_to: Option<i32>,
    persons: i64,
}

impl Row {
    fn read(self) -> Population {
        Population {
            area: self.area,
            age_from: self.age_from.cast_unsigned(),
            age_to: self.age_to.map(i32::cast_unsigned),
            persons: self.persons.cast_unsigned(),
            year: self.year.cast_unsigned(),
        }
    }
}

/// Makes the populations of a data set those given.
pub async fn replace(write: &mut Write, dataset: &str, populations: &[Population]) -> Result<Counts> {
    let key = |p: &Population, _: &[u8; 16]| {
        format!(
            "{} {} {}-{}",
            p.area,
            p.year,
            p.age_from,
            p.age_to.map_or(String::new(), |age| age.to_string())
        )
    };
    let difference = replace::difference(write.tx(), TABLE, dataset, true, populations, key).await?;
    if difference.write.is_empty() && difference.gone.is_empty() {
        return Ok(difference.counts);
    }
    let mut pen = replace::pen(write, TABLE, dataset, difference.counts).await?;
    replace::delete(&mut pen, TABLE, dataset, &difference.gone).await?;
    insert_rows!(
        pen,
        "INSERT INTO population (dataset, key, area, year, age_from, age_to, persons, digest) ",
        8,
        &difference.write,
        |row, population| {
            row.push_bind(dataset)
                .push_bind(&population.key)
                .push_bind(&population.record.area)
                .push_bind(population.record.year.cast_signed())
                .push_bind(population.record.age_from.cast_signed())
                .push_bind(population.record.age_to.map(u32::cast_signed))
                .push_bind(population.record.persons.cast_signed())
                .push_bind(&population.digest[..]);
        },
        " ON CONFLICT (dataset, key) DO UPDATE SET persons = excluded.persons, digest = excluded.digest"
    );
    Ok(difference.counts)
}

/// Every population, by area.
pub async fn all(tx: &mut Tx) -> Result<Vec<Population>> {
    let rows: Vec<Row> = each_backend!(tx, |conn| {
        sqlx::query_as(
        "SELECT area, year, age_from, age_to, persons FROM population ORDER BY area, year DESC, age_from, dataset, key"
    )
    .fetch_all(conn)
    .await
    })?;
    Ok(rows.into_iter().map(Row::read).collect())
}

/// The populations of an area, newest year first, then by age.
pub async fn of_area(tx: &mut Tx, code: &str) -> Result<Vec<Population>> {
    let rows: Vec<Row> = each_backend!(tx, |conn| sqlx::query_as(
        "SELECT area, year, age_from, age_to, persons FROM population WHERE area = $1 \
         ORDER BY year DESC, age_from, dataset, key"
    )
    .bind(code)
    .fetch_all(conn)
    .await)?;
    Ok(rows.into_iter().map(Row::read).collect())
}
