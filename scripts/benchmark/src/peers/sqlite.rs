//! SQLite: FTS5 with its trigram tokenizer, the box around the circle checked on each match. Facets are counted by the program from one pass over
//! the matches, which is faster than asking SQLite to group three times.

use super::{PAGE, Peer, Reply, around, body, words};
use hoshizu_catalog::{fold, position::Position};
use hoshizu_search::{Document, Query};
use rusqlite::{Connection, params, params_from_iter, types::Value};
use std::{collections::HashMap, path::Path};

type Outcome<T> = Result<T, Box<dyn std::error::Error>>;

pub struct Sqlite {
    connection: Connection,
}

const SCHEMA: &str = "
    CREATE TABLE office(id INTEGER PRIMARY KEY, name TEXT, body TEXT, municipality INTEGER, lat REAL, lon REAL,
        systems INTEGER, low INTEGER, high INTEGER, both INTEGER, kyosei INTEGER);
    CREATE TABLE card(id INTEGER PRIMARY KEY, json BLOB);
    CREATE VIRTUAL TABLE text USING fts5(body, content='', tokenize='trigram');";

impl Sqlite {
    pub fn open(path: &Path, documents: impl Iterator<Item = Document>) -> Outcome<Self> {
        let fresh = !path.exists();
        let connection = Connection::open(path)?;
        connection.execute_batch("PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF; PRAGMA mmap_size=4000000000; PRAGMA cache_size=-400000;")?;
        if fresh {
            connection.execute_batch(SCHEMA)?;
            load(&connection, documents)?;
        }
        Ok(Self { connection })
    }

    fn matches(&self, sql: &str, values: Vec<Value>, first: &str, query: &Query) -> Outcome<Reply> {
        let mut statement = self.connection.prepare_cached(sql)?;
        let mut rows = statement.query(params_from_iter(values))?;
        let mut counts = Counts::default();
        let mut best: Vec<((i64, String), i64)> = Vec::new();
        let near = query.near.map(|(lat, lon)| Position { lat, lon });
        while let Some(row) = rows.next()? {
            let name: String = row.get(1)?;
            let mut rank = -i64::from(name == first) * 2 - i64::from(name.starts_with(first));
            if let (Some(near), Some(radius)) = (near, query.radius_m) {
                let metres = near.distance_m(Position { lat: row.get(3)?, lon: row.get(4)? });
                if metres > radius {
                    continue;
                }
                rank = (metres * 1_000.0) as i64;
            }
            counts.take(row)?;
            let key = (rank, name);
            if best.len() < PAGE || best.last().is_some_and(|(worst, _)| key < *worst) {
                let at = best.partition_point(|(known, _)| *known <= key);
                best.insert(at, (key, row.get(0)?));
                best.truncate(PAGE);
            }
        }
        let cards = self.cards(best.into_iter().map(|(_, id)| id))?;
        Ok(Reply { total: counts.total, cards })
    }

    fn cards(&self, ids: impl Iterator<Item = i64>) -> Outcome<usize> {
        let mut statement = self.connection.prepare_cached("SELECT json FROM card WHERE id = ?1")?;
        let mut count = 0;
        for id in ids {
            let json: Vec<u8> = statement.query_row([id], |row| row.get(0))?;
            count += usize::from(!json.is_empty());
        }
        Ok(count)
    }

    /// The usual second pass: any trigram, best by bm25.
    fn similar(&self, word: &str) -> Outcome<Reply> {
        let letters: Vec<char> = word.chars().collect();
        let trigrams: Vec<String> =
            letters.windows(3).map(|three| format!("\"{}\"", three.iter().collect::<String>())).collect();
        if trigrams.is_empty() {
            return Ok(Reply::default());
        }
        let sql = "SELECT rowid FROM text WHERE text MATCH ?1 ORDER BY rank LIMIT 20";
        let mut statement = self.connection.prepare_cached(sql)?;
        let ids: Vec<i64> =
            statement.query_map([trigrams.join(" OR ")], |row| row.get(0))?.collect::<Result<_, _>>()?;
        let total = ids.len() as u64;
        Ok(Reply { total, cards: self.cards(ids.into_iter())? })
    }
}

impl Peer for Sqlite {
    fn name(&self) -> String {
        format!("SQLite {} FTS5 trigram", rusqlite::version())
    }

    fn ask(&mut self, class: &str, query: &Query) -> Outcome<Reply> {
        const COLUMNS: &str =
            "o.id, o.name, o.municipality, o.lat, o.lon, o.systems, o.low, o.high, o.both, o.kyosei";
        let words = words(&query.q);
        let first = words.concat();
        if class == "name prefix" {
            let sql = format!("SELECT {COLUMNS} FROM office o WHERE o.name >= ?1 AND o.name < ?2");
            let end = format!("{first}\u{10FFFF}");
            return self.matches(&sql, vec![first.clone().into(), end.into()], &first, query);
        }
        let long: Vec<String> =
            words.iter().filter(|word| word.chars().count() > 2).map(|word| format!("\"{word}\"")).collect();
        // Trigrams need three characters; shorter words are looked for row by row.
        let (mut sql, mut values) = if long.is_empty() {
            (format!("SELECT {COLUMNS} FROM office o WHERE 1"), Vec::new())
        } else {
            let sql =
                format!("SELECT {COLUMNS} FROM text JOIN office o ON o.id = text.rowid WHERE text MATCH ?1");
            (sql, vec![Value::from(long.join(" AND "))])
        };
        for word in words.iter().filter(|word| word.chars().count() < 3) {
            values.push(word.clone().into());
            sql.push_str(&format!(" AND instr(o.body, ?{}) > 0", values.len()));
        }
        if let (Some(near), Some(radius)) = (query.near, query.radius_m) {
            let [west, south, east, north] = around(near, radius);
            let at = values.len();
            values.extend([west, east, south, north].map(Value::from));
            sql.push_str(&format!(
                " AND o.lon BETWEEN ?{} AND ?{} AND o.lat BETWEEN ?{} AND ?{} AND o.systems & {} != 0",
                at + 1,
                at + 2,
                at + 3,
                at + 4,
                query.systems
            ));
        }
        let reply = self.matches(&sql, values, &first, query)?;
        if reply.total > 0 || query.near.is_some() { Ok(reply) } else { self.similar(&first) }
    }
}

#[derive(Default)]
struct Counts {
    total: u64,
    systems: [u32; 6],
    services: HashMap<u32, u32>,
    municipalities: HashMap<i64, u32>,
    both: i64,
    kyosei: i64,
}

impl Counts {
    fn take(&mut self, row: &rusqlite::Row<'_>) -> Outcome<()> {
        self.total += 1;
        *self.municipalities.entry(row.get(2)?).or_default() += 1;
        let systems: u8 = row.get(5)?;
        for (bit, count) in self.systems.iter_mut().enumerate() {
            *count += u32::from(systems >> bit & 1);
        }
        let (low, high): (i64, i64) = (row.get(6)?, row.get(7)?);
        let mut mask = u128::from(high as u64) << 64 | u128::from(low as u64);
        while mask != 0 {
            *self.services.entry(mask.trailing_zeros()).or_default() += 1;
            mask &= mask - 1;
        }
        self.both += row.get::<_, i64>(8)?;
        self.kyosei += row.get::<_, i64>(9)?;
        Ok(())
    }
}

fn load(connection: &Connection, documents: impl Iterator<Item = Document>) -> Outcome<()> {
    connection.execute_batch("BEGIN")?;
    {
        let mut office =
            connection.prepare("INSERT INTO office VALUES (?1,?2,?3,?4,?5,?6,?7,?8,?9,?10,?11)")?;
        let mut card = connection.prepare("INSERT INTO card VALUES (?1,?2)")?;
        let mut text = connection.prepare("INSERT INTO text(rowid, body) VALUES (?1,?2)")?;
        for (id, document) in documents.enumerate() {
            let (id, body) = (id as i64, body(&document));
            let mask = document.services.iter().fold(0_u128, |mask, service| mask | 1 << service);
            let (lat, lon) = document.lat_lon.unwrap_or((0.0, 0.0));
            let both = hoshizu_catalog::system::SystemSet(document.systems).bridges_care_and_disability();
            office.execute(params![
                id,
                fold::text(&document.name),
                body,
                document.municipality,
                lat,
                lon,
                document.systems,
                mask as u64 as i64,
                (mask >> 64) as u64 as i64,
                both,
                document.kyosei
            ])?;
            card.execute(params![id, document.card])?;
            text.execute(params![id, body])?;
        }
    }
    connection.execute_batch("COMMIT; CREATE INDEX by_name ON office(name); CREATE INDEX by_place ON office(lat, lon); INSERT INTO text(text) VALUES('optimize'); ANALYZE;")?;
    Ok(())
}
