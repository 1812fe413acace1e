//! 圏域 as stored: what each data set says of an area, and the one area their statements make.

mod tree;

pub use crate::replace::Counts;
pub use tree::Tree;

use crate::{
    backend::Tx,
    bulk::insert_rows,
    codec::{from_json, position, to_json},
    error::{Result, StoreError},
    replace::{self, Table},
    write::{Entity, Write},
};
use hoshizu_catalog::area::{Area, AreaKind};
use std::collections::{HashMap, HashSet};

const TABLE: Table = Table { name: "area", key: "code", entity: Entity::Area };

/// Which areas to list.
#[derive(Debug, Clone, Default)]
pub struct Filter {
    /// Only these kinds; every kind when empty.
    pub kinds: Vec<AreaKind>,
    /// Only those that lie directly in the area of this code.
    pub parent: Option<String>,
    /// Whether polygons are read (megabytes for a country).
    pub polygons: bool,
}

#[derive(sqlx::FromRow)]
struct Row {
    code: String,
    kind: String,
    name: String,
    kana: Option<String>,
    parent: Option<String>,
    members: String,
    lat: Option<f64>,
    lon: Option<f64>,
    polygons: Option<String>,
}

impl Row {
    fn read(self) -> Result<Area> {
        Ok(Area {
            kind: AreaKind::from_code(&self.kind)
                .ok_or_else(|| StoreError::corrupt("area.kind", &self.kind))?,
            members: from_json("area.members", &self.members)?,
            center: position(self.lat, self.lon),
            polygons: self
                .polygons
                .map_or_else(|| Ok(Vec::new()), |text| from_json("area.polygons", &text))?,
            code: self.code,
            name: self.name,
            kana: self.kana,
            parent: self.parent,
        })
    }
}

/// Makes the areas of a data set those given; with `whole` false, areas not given stay (the file is an excerpt).
pub async fn replace(write: &mut Write, dataset: &str, areas: &[Area], whole: bool) -> Result<Counts> {
    // Two features of one code (a municipality in several parts) were joined on reading; of what is left, the first
    // counts.
    let mut seen = std::collections::HashSet::new();
    let distinct: Vec<&Area> = areas.iter().filter(|area| seen.insert(area.code.as_str())).collect();
    let key = |area: &&Area, _: &[u8; 16]| area.code.clone();
    let difference = replace::difference(write.tx(), TABLE, dataset, whole, &distinct, key).await?;
    if difference.write.is_empty() && difference.gone.is_empty() {
        return Ok(difference.counts);
    }
    let texts: Vec<(String, String)> = difference
        .write
        .iter()
        .map(|area| Ok((to_json(&area.record.members)?, to_json(&area.record.polygons)?)))
        .collect::<Result<_>>()?;
    let rows: Vec<_> = difference.write.iter().zip(&texts).collect();
    let at = write.now();
    let mut pen = replace::pen(write, TABLE, dataset, difference.counts).await?;
    replace::delete(&mut pen, TABLE, dataset, &difference.gone).await?;
    insert_rows!(
        pen,
        "INSERT INTO area (code, dataset, kind, name, kana, parent, members, lat, lon, digest, stated_at, polygons) ",
        12,
        &rows,
        |row, (keyed, (members, polygons))| {
            let area: &Area = keyed.record;
            row.push_bind(&area.code)
                .push_bind(dataset)
                .push_bind(area.kind.code())
                .push_bind(&area.name)
                .push_bind(&area.kana)
                .push_bind(&area.parent)
                .push_bind(members)
                .push_bind(area.center.map(|center| center.lat))
                .push_bind(area.center.map(|center| center.lon))
                .push_bind(&keyed.digest[..])
                .push_bind(at)
                .push_bind(polygons);
        },
        " ON CONFLICT (code, dataset) DO UPDATE SET kind = excluded.kind, name = excluded.name, \
         kana = excluded.kana, parent = excluded.parent, members = excluded.members, lat = excluded.lat, \
         lon = excluded.lon, digest = excluded.digest, stated_at = excluded.stated_at, \
         polygons = excluded.polygons"
    );
    Ok(difference.counts)
}

/// One area of several statements, newest first: of each value the newest that is there.
fn merge(rows: Vec<Row>) -> Result<Vec<Area>> {
    let mut areas: Vec<Area> = Vec::new();
    let mut at: HashMap<String, usize> = HashMap::new();
    for row in rows {
        let older = row.read()?;
        let Some(index) = at.get(&older.code) else {
            at.insert(older.code.clone(), areas.len());
            areas.push(older);
            continue;
        };
        let area = &mut areas[*index];
        area.kana = area.kana.take().or(older.kana);
        area.parent = area.parent.take().or(older.parent);
        area.center = area.center.or(older.center);
        if area.members.is_empty() {
            area.members = older.members;
        }
        if area.polygons.is_empty() {
            area.polygons = older.polygons;
        }
    }
    Ok(areas)
}

/// The areas the filter lets through, by code.
pub async fn list(tx: &mut Tx, filter: &Filter) -> Result<Vec<Area>> {
    let areas = select(tx, filter.polygons, &filter.kinds, None).await?;
    Ok(match &filter.parent {
        // After merging: the statement that names the parent need not be the newest.
        Some(parent) => areas.into_iter().filter(|area| area.parent.as_ref() == Some(parent)).collect(),
        None => areas,
    })
}

/// Codes of the areas with polygons.
pub async fn drawn(tx: &mut Tx) -> Result<HashSet<String>> {
    let codes: Vec<String> = each_backend!(tx, |conn| sqlx::query_scalar(
        "SELECT DISTINCT code FROM area WHERE polygons <> '[]'"
    )
    .fetch_all(conn)
    .await)?;
    Ok(codes.into_iter().collect())
}

/// One area with its polygons.
pub async fn find(tx: &mut Tx, code: &str) -> Result<Option<Area>> {
    Ok(by_codes(tx, &[code.to_owned()], true).await?.pop())
}

/// The areas of these codes, by code; unknown ones are left out.
pub async fn by_codes(tx: &mut Tx, codes: &[String], polygons: bool) -> Result<Vec<Area>> {
    let mut areas = Vec::new();
    for chunk in codes.chunks(crate::bulk::KEYS) {
        areas.extend(select(tx, polygons, &[], Some(chunk)).await?);
    }
    Ok(areas)
}

async fn select(
    tx: &mut Tx,
    polygons: bool,
    kinds: &[AreaKind],
    codes: Option<&[String]>,
) -> Result<Vec<Area>> {
    let polygons = if polygons { "polygons" } else { "NULL AS polygons" };
    let rows: Vec<Row> = each_backend!(tx, |conn| {
        let mut query = sqlx::QueryBuilder::<Db>::new(format!(
            "SELECT code, kind, name, kana, parent, members, lat, lon, {polygons} FROM area WHERE 1 = 1"
        ));
        if !kinds.is_empty() {
            query.push(" AND kind IN (");
            let mut list = query.separated(", ");
            for kind in kinds {
                list.push_bind(kind.code());
            }
            query.push(")");
        }
        if let Some(codes) = codes {
            query.push(" AND code IN (");
            let mut list = query.separated(", ");
            for code in codes {
                list.push_bind(code);
            }
            query.push(")");
        }
        query.push(" ORDER BY code, stated_at DESC, dataset");
        query.build_query_as().persistent(false).fetch_all(conn).await?
    });
    merge(rows)
}
