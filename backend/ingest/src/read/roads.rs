//! Ways by road, as a geographic information system computes them between towns, and from towns to offices.
//!
//! | column | holds |
//! |---|---|
//! | 出発地 (from) | a town as an address begins: `大阪府枚方市岡東町` |
//! | 到着地 (to) | another town, or the 事業所番号 of an office |
//! | 道のり(km) (km) | kilometres |
//!
//! `hoshizu towns` writes the towns with their positions, to be given to the system that computes the ways.

use super::{Table, go_on, refuse_faulty};
use crate::{Batch, Gazetteer, ReadError, mend::narrow, report::rejection, table::Row};
use hoshizu_catalog::{
    area::{WayEnd, Ways},
    listing::Rejection,
    number::OfficeNumber,
    position::Position,
    progress::Progress,
};
use std::collections::{BTreeMap, HashMap};

pub(crate) const FROM: &[&str] = &["出発地", "from", "origin"];
pub(crate) const TO: &[&str] = &["到着地", "to", "destination"];
pub(crate) const LENGTH: &[&str] = &["道のり(km)", "道のり", "距離(km)", "km", "distance_km"];

/// Longest way that is believed: no two towns of Japan are farther apart by road.
const LONGEST_KM: f64 = 4_000.0;

/// One way.
#[derive(Debug, Clone, PartialEq)]
pub struct Way {
    /// Where it begins.
    pub from: Position,
    /// Where it ends.
    pub to: WayEnd,
    /// How long it is.
    pub metres: u32,
}

/// Ways by where they begin: what is stored.
pub fn ways_by_start(ways: impl IntoIterator<Item = Way>) -> Vec<Ways> {
    let mut starts: BTreeMap<String, Ways> = BTreeMap::new();
    for way in ways {
        let key = format!("{:.5},{:.5}", way.from.lat, way.from.lon);
        let start = starts.entry(key).or_insert_with(|| Ways { from: way.from, to: Vec::new() });
        start.to.push((way.to, way.metres));
    }
    let mut ways: Vec<Ways> = starts.into_values().collect();
    for start in &mut ways {
        start.to.sort_by(|a, b| a.1.cmp(&b.1).then_with(|| order(&a.0).cmp(&order(&b.0))));
    }
    ways
}

/// Ends of ways in an order that the order of rows does not change.
fn order(end: &WayEnd) -> (&str, [u64; 2]) {
    match end {
        WayEnd::Office(number) => (number.as_str(), [0; 2]),
        WayEnd::Town(at) => ("", [at.lat.to_bits(), at.lon.to_bits()]),
    }
}

pub(crate) fn read(
    table: &Table<'_>,
    dataset: String,
    gazetteer: &Gazetteer,
    progress: &dyn Progress,
) -> Result<Batch<Way>, ReadError> {
    let mut batch = Batch::new(dataset);
    batch.rows = table.rows.len() as u64;
    let mut reader = Reader { table, gazetteer, towns: HashMap::new() };
    for (at, row) in table.rows.iter().enumerate() {
        go_on(at, progress)?;
        if refuse_faulty(&mut batch, row) {
            continue;
        }
        match reader.way(row) {
            Ok(way) => batch.records.push((row.line, way)),
            Err(rejection) => batch.rejected.push(rejection),
        }
    }
    Ok(batch)
}

struct Reader<'a> {
    table: &'a Table<'a>,
    gazetteer: &'a Gazetteer,
    /// Towns looked up before: a table of ways names each some hundred times.
    towns: HashMap<String, Option<Position>>,
}

impl Reader<'_> {
    fn way(&mut self, row: &Row<'_>) -> Result<Way, Rejection> {
        let header = &self.table.header;
        let cell =
            |names: &[&str]| header.find(names).and_then(|at| row.cells.get(at)).map_or("", |c| c.trim());
        let fault = |names: &[&str], reason, remedy| {
            rejection(row.line, header.name(header.find(names)), cell(names), reason, remedy)
        };
        let (from, to, length) = (cell(FROM), cell(TO), cell(LENGTH));
        let from_town = self.town(from).ok_or_else(|| {
            fault(FROM, "unknown_town", "町丁目を都道府県名から書いてください（例: 大阪府枚方市岡東町）。大字町丁目の一覧を先に取り込んでおく必要があります。")
        })?;
        let end = match OfficeNumber::parse(&narrow(to)) {
            Some(number) => Some(WayEnd::Office(number)),
            None => self.town(to).map(WayEnd::Town),
        };
        let end = end.ok_or_else(|| {
            fault(TO, "unknown_town", "町丁目を都道府県名から書くか、事業所番号を10桁で書いてください。")
        })?;
        let km = narrow(length).replace(',', "").parse().ok();
        let km = km.filter(|km: &f64| (0.0..=LONGEST_KM).contains(km)).ok_or_else(|| {
            fault(LENGTH, "bad_number", "道のりをキロメートルの数字で書いてください（例: 3.4）。")
        })?;
        Ok(Way { from: from_town, to: end, metres: (km * 1_000.0).round() as u32 })
    }

    fn town(&mut self, text: &str) -> Option<Position> {
        if let Some(known) = self.towns.get(text) {
            return *known;
        }
        let found = self
            .gazetteer
            .split(text, None)
            .and_then(|(code, rest)| self.gazetteer.town(code, rest))
            .map(|at| Position { lat: five_digits(at.lat), lon: five_digits(at.lon) });
        self.towns.insert(text.to_owned(), found);
        found
    }
}

/// Degrees to 1 m, so that a town is written alike each time.
fn five_digits(degrees: f64) -> f64 {
    (degrees * 1e5).round() / 1e5
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::header::Header;
    use hoshizu_catalog::{
        area::{Area, AreaKind, Town},
        number::MunicipalityCode,
        progress::Silent,
    };
    use std::borrow::Cow;

    fn gazetteer() -> Gazetteer {
        let city = Area {
            code: "27210".to_owned(),
            kind: AreaKind::Municipality,
            name: "枚方市".to_owned(),
            kana: None,
            parent: None,
            members: Vec::new(),
            center: None,
            polygons: Vec::new(),
        };
        let town = |name: &str, lat, lon| Town {
            municipality: MunicipalityCode::from_number(27_210),
            prefecture: "大阪府".to_owned(),
            city: "枚方市".to_owned(),
            name: name.to_owned(),
            position: Some(Position { lat, lon }),
        };
        Gazetteer::build(&[city], &[town("岡東町", 34.8144, 135.6489), town("楠葉一丁目", 34.8620, 135.6800)])
    }

    fn read_rows(rows: &[[&'static str; 3]]) -> Batch<Way> {
        let header = Header::new(&["出発地", "到着地", "道のり（km）"].map(Cow::Borrowed));
        let rows = (2..).zip(rows).map(|(line, cells)| Row {
            line,
            cells: cells.iter().map(|cell| Cow::Borrowed(*cell)).collect(),
            fault: None,
        });
        read(&Table { header, rows: rows.collect() }, "roads:x".to_owned(), &gazetteer(), &Silent).unwrap()
    }

    #[test]
    fn towns_and_offices_are_ends_of_ways_and_every_row_is_accounted_for() {
        let batch = read_rows(&[
            ["大阪府枚方市岡東町", "大阪府枚方市楠葉1丁目", "7.25"],
            ["大阪府枚方市楠葉一丁目", "２７７１２００１２３", "1,010.5"],
            ["大阪府枚方市岡東町", "2771200123", "遠い"],
            ["枚方の岡東町", "2771200123", "3"],
            ["大阪府枚方市岡東町", "大阪府枚方市", "3"],
            ["大阪府枚方市岡東町", "2771200123", "-3"],
        ]);
        assert!(batch.accounts_for_every_row());
        let faults: Vec<(u64, &str, &str)> =
            batch.rejected.iter().map(|r| (r.line, r.column.as_str(), r.reason.as_str())).collect();
        assert_eq!(
            faults,
            [
                (4, "道のり（km）", "bad_number"),
                (5, "出発地", "unknown_town"),
                (6, "到着地", "unknown_town"),
                (7, "道のり（km）", "bad_number")
            ]
        );
        let (first, second) = (&batch.records[0].1, &batch.records[1].1);
        assert!((first.from.lat - 34.8144).abs() < 2e-5 && first.metres == 7_250, "{first:?}");
        assert!(matches!(first.to, WayEnd::Town(at) if (at.lon - 135.68).abs() < 2e-5));
        assert_eq!(second.to, WayEnd::Office(OfficeNumber::parse("2771200123").unwrap()));
    }

    #[test]
    fn ways_are_stored_by_where_they_begin_in_one_order() {
        let batch = read_rows(&[
            ["大阪府枚方市岡東町", "大阪府枚方市楠葉1丁目", "7.25"],
            ["大阪府枚方市楠葉一丁目", "大阪府枚方市岡東町", "7.3"],
            ["大阪府枚方市岡東町", "2771200123", "1.5"],
        ]);
        let ways: Vec<Way> = batch.records.into_iter().map(|(_, way)| way).collect();
        let stored = ways_by_start(ways.clone());
        assert_eq!(stored.iter().map(|start| start.to.len()).collect::<Vec<_>>(), [2, 1]);
        assert_eq!(stored[0].to[0].1, 1_500);
        assert_eq!(ways_by_start(ways.into_iter().rev()), stored);
    }
}
