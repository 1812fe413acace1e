//! 大字町丁目 for geocoding, packed: one string and one sorted table a municipality, 40 bytes a town.

use super::names::keys;
use crate::gazetteer::names::place_key;
use hoshizu_catalog::{area::Town, fold, position::Position};
use std::collections::HashMap;

/// Longest town name in characters after folding that is looked for.
const LONGEST: usize = 40;

#[derive(Debug, Default)]
pub(crate) struct Towns {
    by_municipality: HashMap<String, Table>,
}

#[derive(Debug, Default)]
struct Table {
    names: String,
    /// Start and length of the name, latitude and longitude; sorted by name. 32 bits of a degree of 180 are 1.5 m.
    entries: Vec<(u32, u16, f32, f32)>,
}

impl Table {
    fn name(&self, entry: &(u32, u16, f32, f32)) -> &str {
        &self.names[entry.0 as usize..entry.0 as usize + usize::from(entry.1)]
    }

    fn get(&self, name: &str) -> Option<Position> {
        let at = self.entries.binary_search_by(|entry| self.name(entry).cmp(name)).ok()?;
        let (_, _, lat, lon) = self.entries[at];
        Some(Position { lat: f64::from(lat), lon: f64::from(lon) })
    }
}

impl Table {
    /// The mean of all towns whose names begin so.
    fn middle_of(&self, head: &str) -> Option<Position> {
        let from = self.entries.partition_point(|entry| self.name(entry) < head);
        let (mut n, mut lat, mut lon) = (0.0, 0.0, 0.0);
        for entry in self.entries[from..].iter().take_while(|entry| self.name(entry).starts_with(head)) {
            n += 1.0;
            lat += f64::from(entry.2);
            lon += f64::from(entry.3);
        }
        (n > 0.0).then(|| Position { lat: lat / n, lon: lon / n })
    }
}

impl Towns {
    pub(crate) fn add<'a>(&mut self, towns: impl Iterator<Item = &'a Town>) {
        let mut touched: Vec<String> = Vec::new();
        let mut last: Option<(&str, &str, String)> = None;
        for town in towns {
            let Some(position) = town.position else { continue };
            // Towns come sorted by municipality; its key is made once for all of them.
            let fresh = last.as_ref().is_none_or(|(p, c, _)| *p != town.prefecture || *c != town.city);
            if fresh {
                let key = municipality_key(&town.prefecture, &town.city);
                touched.push(key.clone());
                last = Some((&town.prefecture, &town.city, key));
            }
            let Some((_, _, key)) = &last else { continue };
            let name = town_key(&town.name);
            let Ok(length) = u16::try_from(name.len()) else { continue };
            let table = match self.by_municipality.get_mut(key) {
                Some(table) => table,
                None => self.by_municipality.entry(key.clone()).or_default(),
            };
            let start = table.names.len() as u32;
            table.names.push_str(&name);
            table.entries.push((start, length, position.lat as f32, position.lon as f32));
        }
        for key in touched {
            if let Some(table) = self.by_municipality.get_mut(&key) {
                let mut entries = std::mem::take(&mut table.entries);
                entries.sort_by(|a, b| table.name(a).cmp(table.name(b)));
                entries.dedup_by(|a, b| table.name(a) == table.name(b));
                entries.shrink_to_fit();
                table.entries = entries;
                table.names.shrink_to_fit();
            }
        }
    }

    pub(crate) fn find(&self, prefecture: &str, city: &str, rest: &str) -> Option<Position> {
        let table = self.by_municipality.get(&municipality_key(prefecture, city))?;
        let folded = town_key(rest);
        let ends: Vec<(usize, char)> = folded.char_indices().take(LONGEST + 1).collect();
        let exact = (1..=ends.len().min(LONGEST)).rev().find_map(|length| {
            let end = ends.get(length).map_or(folded.len(), |(at, _)| *at);
            let last = ends[length - 1].1;
            let next = ends.get(length).map(|(_, c)| *c);
            // 1丁目 is no beginning of 12丁目.
            let cuts_number = last.is_ascii_digit() && next.is_some_and(|c| c.is_ascii_digit());
            (!cuts_number).then(|| table.get(&folded[..end])).flatten()
        });
        exact.or_else(|| {
            // Where only the 小字 of a town are listed, the town is the middle of them.
            let head = folded.find(|c: char| c.is_ascii_digit()).map_or(folded.as_str(), |at| &folded[..at]);
            (head.chars().count() >= 2).then(|| table.middle_of(head)).flatten()
        })
    }

    pub(crate) fn bytes(&self) -> usize {
        self.by_municipality
            .iter()
            .map(|(key, table)| {
                key.capacity()
                    + table.names.capacity()
                    + table.entries.capacity() * 16
                    + size_of::<Table>()
                    + 24
            })
            .sum()
    }
}

fn municipality_key(prefecture: &str, city: &str) -> String {
    place_key(prefecture) + keys(city).last().map_or("", String::as_str)
}

/// One form for a town in a list and at the front of an address: 大字 and 字 are left out by half of the writers.
fn town_key(name: &str) -> String {
    let folded = fold::address(name).replace("大字", "");
    let key: String = folded
        .chars()
        .filter(|c| *c != '字')
        .map(|c| if matches!(c, 'ゖ' | 'が' | 'ヶ') { 'け' } else { c })
        .collect();
    key.trim_end_matches('-').to_owned()
}
