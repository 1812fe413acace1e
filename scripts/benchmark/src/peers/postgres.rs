//! PostgreSQL: pg_trgm (GIN) on the folded text, GiST on the point. Total, facets and page in one statement.

use super::{PAGE, Peer, Reply, around, body, words};
use hoshizu_catalog::{fold, system::SystemSet};
use hoshizu_search::{Document, Query};
use postgres::{Client, NoTls, types::ToSql};
use std::io::Write as _;

type Outcome<T> = Result<T, Box<dyn std::error::Error>>;

pub struct Postgres {
    client: Client,
    version: String,
}

const SCHEMA: &str = "
    CREATE EXTENSION IF NOT EXISTS pg_trgm;
    CREATE UNLOGGED TABLE office(id int, name text, body text, municipality int, lat float8, lon float8,
        pos point, systems int, services int[], both_systems bool, kyosei bool, card text);";
const INDEXES: &str = "
    SET maintenance_work_mem = '1GB';
    ALTER TABLE office ADD PRIMARY KEY (id);
    CREATE INDEX by_name ON office (name text_pattern_ops);
    CREATE INDEX by_text ON office USING gin (body gin_trgm_ops);
    CREATE INDEX by_similar ON office USING gin (name gin_trgm_ops);
    CREATE INDEX by_place ON office USING gist (pos);
    VACUUM ANALYZE office;";

impl Postgres {
    pub fn open(url: &str, documents: impl Iterator<Item = Document>) -> Outcome<Self> {
        let mut client = Client::connect(url, NoTls)?;
        let known = client.query_one("SELECT to_regclass('office') IS NOT NULL", &[])?;
        if !known.get::<_, bool>(0) {
            client.batch_execute(SCHEMA)?;
            load(&mut client, documents)?;
            for statement in INDEXES.split(';').filter(|statement| !statement.trim().is_empty()) {
                client.batch_execute(statement)?;
            }
        }
        client.batch_execute("SET jit = off; SET work_mem = '128MB'")?;
        let version = client.query_one("SHOW server_version", &[])?.get(0);
        Ok(Self { client, version })
    }

    fn matches(&mut self, filter: &str, order: &str, values: &[&(dyn ToSql + Sync)]) -> Outcome<Reply> {
        let bits: Vec<String> =
            (0..6).map(|bit| format!("count(*) FILTER (WHERE systems & {} <> 0)", 1 << bit)).collect();
        let sql = format!(
            "WITH hit AS MATERIALIZED (
                 SELECT id, name, municipality, systems, services, both_systems, kyosei, lat, lon
                 FROM office WHERE {filter})
             SELECT (SELECT count(*) FROM hit),
                 (SELECT json_agg(m)::text FROM (SELECT municipality, count(*) FROM hit GROUP BY 1) m),
                 (SELECT json_agg(s)::text FROM (SELECT unnest(services), count(*) FROM hit GROUP BY 1) s),
                 (SELECT row({}, count(*) FILTER (WHERE both_systems), count(*) FILTER (WHERE kyosei))::text FROM hit),
                 (SELECT array_agg(card) FROM
                     (SELECT card FROM (SELECT id FROM hit ORDER BY {order} LIMIT {PAGE}) b JOIN office USING (id)) c)",
            bits.join(", ")
        );
        let statement = self.client.prepare(&sql)?;
        let row = self.client.query_one(&statement, values)?;
        let cards: Option<Vec<String>> = row.get(4);
        Ok(Reply { total: row.get::<_, i64>(0) as u64, cards: cards.map_or(0, |cards| cards.len()) })
    }

    /// The usual second pass: similarity of the name.
    fn similar(&mut self, word: &str) -> Outcome<Reply> {
        let sql = "SELECT card FROM office WHERE name % $1 ORDER BY similarity(name, $1) DESC LIMIT 20";
        let rows = self.client.query(sql, &[&word])?;
        Ok(Reply { total: rows.len() as u64, cards: rows.len() })
    }
}

impl Peer for Postgres {
    fn name(&self) -> String {
        format!("PostgreSQL {} pg_trgm + GiST", self.version)
    }

    fn ask(&mut self, class: &str, query: &Query) -> Outcome<Reply> {
        let words = words(&query.q);
        let first = words.concat();
        const BY_NAME: &str = "(name = $1) DESC, (name LIKE $1 || '%') DESC, name";
        if class == "name prefix" {
            // The prefix stands in the statement, else a generic plan would not use the index.
            let filter = format!("name LIKE '{first}%' AND $1 <> ''");
            return self.matches(&filter, BY_NAME, &[&first]);
        }
        let mut filter: Vec<String> = words.iter().map(|word| format!("body LIKE '%{word}%'")).collect();
        let (Some(near), Some(radius)) = (query.near, query.radius_m) else {
            filter.push("$1 <> ''".into());
            let reply = self.matches(&filter.join(" AND "), BY_NAME, &[&first])?;
            return if reply.total > 0 { Ok(reply) } else { self.similar(&first) };
        };
        let [west, south, east, north] = around(near, radius);
        let metres = "12742017.6 * asin(sqrt(power(sin(radians(lat - $1) / 2), 2)
            + cos(radians($1)) * cos(radians(lat)) * power(sin(radians(lon - $2) / 2), 2)))";
        filter.push(format!("pos <@ box(point({west}, {south}), point({east}, {north}))"));
        filter.push(format!("systems & {} <> 0", query.systems));
        filter.push(format!("{metres} <= {radius}"));
        self.matches(&filter.join(" AND "), metres, &[&near.0, &near.1])
    }
}

fn load(client: &mut Client, documents: impl Iterator<Item = Document>) -> Outcome<()> {
    let mut copy = client.copy_in("COPY office FROM STDIN")?;
    for (id, document) in documents.enumerate() {
        let (lat, lon) = document.lat_lon.unwrap_or((0.0, 0.0));
        let services: Vec<String> = document.services.iter().map(u8::to_string).collect();
        // The card is JSON of our own making; backslashes are what COPY needs doubled.
        let card = String::from_utf8(document.card.clone())?.replace('\\', "\\\\");
        writeln!(
            copy,
            "{id}\t{}\t{}\t{}\t{lat}\t{lon}\t({lon},{lat})\t{}\t{{{}}}\t{}\t{}\t{card}",
            fold::text(&document.name),
            body(&document),
            document.municipality.unwrap_or(0),
            document.systems,
            services.join(","),
            SystemSet(document.systems).bridges_care_and_disability(),
            document.kyosei,
        )?;
    }
    copy.finish()?;
    Ok(())
}
