//! Where places are and what they are called: municipalities by code, by name and by position; towns by address.

mod names;
mod polygons;
mod towns;

pub(crate) use names::{city_of_ward, place_of};
pub use names::{prefecture_name, split_prefecture};
pub(crate) use polygons::middle;

use crate::{Batch, report::Learned};
use hoshizu_catalog::{
    area::{Area, AreaKind, Town},
    number::MunicipalityCode,
    position::Position,
};
use names::place_key;
use polygons::Polygons;
use std::collections::HashMap;
use towns::Towns;

/// A municipality or ward as the gazetteer knows it.
#[derive(Debug, Clone, PartialEq)]
pub struct Municipality {
    /// Its code.
    pub code: MunicipalityCode,
    /// Its prefecture by name.
    pub prefecture: String,
    /// Its name, a ward with its city (`札幌市中央区`).
    pub name: String,
    /// Town hall or middle.
    pub center: Option<Position>,
    /// City of a ward.
    pub city: Option<MunicipalityCode>,
}

/// Municipalities, their polygons, and towns. Works empty: then nothing is known and nothing is checked.
#[derive(Debug, Default)]
pub struct Gazetteer {
    municipalities: HashMap<MunicipalityCode, Municipality>,
    prefectures: HashMap<u32, String>,
    /// Folded prefecture + name.
    by_name: HashMap<String, MunicipalityCode>,
    /// Folded name alone; `None` where two prefectures have one of that name.
    by_city: HashMap<String, Option<MunicipalityCode>>,
    wards: HashMap<MunicipalityCode, Vec<MunicipalityCode>>,
    polygons: Polygons,
    towns: Towns,
}

impl Gazetteer {
    /// A gazetteer of these areas and towns.
    pub fn build(areas: &[Area], towns: &[Town]) -> Self {
        let mut gazetteer = Self::default();
        gazetteer.add_areas(areas.iter());
        gazetteer.add_towns(towns.iter());
        gazetteer
    }

    /// Adds areas; those that are no prefecture, municipality or ward are passed over. A later statement of the same
    /// municipality fills in what an earlier one left open.
    pub fn add_areas<'a>(&mut self, areas: impl Iterator<Item = &'a Area> + Clone) {
        for area in areas.clone().filter(|a| a.kind == AreaKind::Prefecture) {
            if let Some(code) = MunicipalityCode::parse(&area.code).ok().filter(|c| c.is_prefecture()) {
                self.prefectures.insert(code.prefecture(), area.name.clone());
            }
        }
        for area in areas.filter(|a| matches!(a.kind, AreaKind::Municipality | AreaKind::Ward)) {
            let Ok(code) = MunicipalityCode::parse(&area.code) else { continue };
            let city = (area.kind == AreaKind::Ward)
                .then(|| area.parent.as_deref().and_then(|p| MunicipalityCode::parse(p).ok()))
                .flatten();
            let prefecture = self.prefecture(code.prefecture()).unwrap_or_default().to_owned();
            self.insert(Municipality {
                code,
                prefecture,
                name: area.name.clone(),
                center: area.center,
                city,
            });
            if !area.polygons.is_empty() {
                self.polygons.add(code, &area.polygons);
            }
        }
    }

    /// Adds towns.
    pub fn add_towns<'a>(&mut self, towns: impl Iterator<Item = &'a Town>) {
        self.towns.add(towns);
    }

    /// Learns the municipalities a batch names.
    pub fn learn_from<T>(&mut self, batch: &Batch<T>) {
        for Learned { code, prefecture, city } in &batch.learned {
            self.learn(*code, prefecture, city);
        }
    }

    /// Learns that a code stands for this name. What is known already is kept.
    pub fn learn(&mut self, code: MunicipalityCode, prefecture: &str, city: &str) {
        if code.is_prefecture() || prefecture.is_empty() || city.is_empty() {
            return;
        }
        self.prefectures.entry(code.prefecture()).or_insert_with(|| prefecture.to_owned());
        let city_code = names::city_of_ward(city).and_then(|city| self.find(prefecture, city));
        let name = city.split_whitespace().collect();
        self.insert(Municipality {
            code,
            prefecture: prefecture.to_owned(),
            name,
            center: None,
            city: city_code,
        });
    }

    fn insert(&mut self, new: Municipality) {
        let code = new.code;
        let keys = names::keys(&new.name);
        for key in &keys {
            self.by_name.entry(place_key(&new.prefecture) + key).or_insert(code);
            let by_city = self.by_city.entry(key.clone()).or_insert(Some(code));
            if *by_city != Some(code) {
                *by_city = None;
            }
        }
        if let Some(city) = new.city {
            let wards = self.wards.entry(city).or_default();
            if !wards.contains(&code) {
                wards.push(code);
            }
        }
        match self.municipalities.get_mut(&code) {
            Some(known) => {
                known.center = known.center.or(new.center);
                known.city = known.city.or(new.city);
            }
            None => drop(self.municipalities.insert(code, new)),
        }
    }

    /// Whether nothing is known.
    pub fn is_empty(&self) -> bool {
        self.municipalities.is_empty()
    }

    /// The municipality or ward with this code.
    pub fn municipality(&self, code: MunicipalityCode) -> Option<&Municipality> {
        self.municipalities.get(&code)
    }

    /// Every municipality and ward, those learned from rows included, in no order.
    pub fn municipalities(&self) -> impl Iterator<Item = &Municipality> {
        self.municipalities.values()
    }

    /// Name of a prefecture by its number.
    pub fn prefecture(&self, number: u32) -> Option<&str> {
        self.prefectures.get(&number).map(String::as_str).or_else(|| prefecture_name(number))
    }

    /// Number of a prefecture by its name, invented ones included.
    pub fn prefecture_number(&self, name: &str) -> Option<u32> {
        let own = self.prefectures.iter().find(|(_, known)| *known == name).map(|(number, _)| *number);
        own.or_else(|| (1..=47).find(|number| prefecture_name(*number) == Some(name)))
    }

    /// The municipality of a prefecture by name, with or without its 郡, a ward with its city.
    pub fn find(&self, prefecture: &str, city: &str) -> Option<MunicipalityCode> {
        let prefecture = place_key(prefecture);
        names::keys(city).iter().find_map(|key| self.by_name.get(&format!("{prefecture}{key}")).copied())
    }

    /// The municipality by name alone, `None` when two prefectures have one of that name (府中市, 伊達市).
    pub fn find_unambiguous(&self, city: &str) -> Option<MunicipalityCode> {
        names::keys(city).iter().find_map(|key| self.by_city.get(key).copied().flatten())
    }

    /// Takes the prefecture, invented ones included, off the front of an address.
    pub fn take_prefecture<'s, 'a: 's>(&'s self, address: &'a str) -> Option<(&'s str, &'a str)> {
        let (name, rest) = split_prefecture(address);
        if let Some(name) = name {
            return Some((name, rest));
        }
        let own = self.prefectures.values().find(|p| address.starts_with(p.as_str()))?;
        Some((own, address[own.len()..].trim_start()))
    }

    /// Splits an address into its municipality and the rest, which is returned as it is written. The prefecture may be
    /// missing when `prefecture` gives it or the name of the municipality is unambiguous.
    pub fn split<'a>(
        &self,
        address: &'a str,
        prefecture: Option<&str>,
    ) -> Option<(MunicipalityCode, &'a str)> {
        let address = address.trim_start();
        let (stated, rest) =
            self.take_prefecture(address).map_or((None, address), |(name, rest)| (Some(name), rest));
        names::candidates(rest).find_map(|end| {
            let city = &rest[..end];
            let code = match stated.or(prefecture) {
                Some(prefecture) => self.find(prefecture, city),
                None => self.find_unambiguous(city),
            };
            Some((code?, &rest[end..]))
        })
    }

    /// The municipality or ward a position lies in. `None` at sea, outside all polygons, or without any.
    pub fn locate(&self, position: Position) -> Option<MunicipalityCode> {
        self.polygons.locate(position)
    }

    /// Metres from a position to the land of a municipality (a city with wards: of its wards), 0 inside, `None` when
    /// its polygon is not known.
    pub fn distance_to(&self, code: MunicipalityCode, position: Position) -> Option<f64> {
        let wards = self.wards.get(&code).map_or(&[][..], Vec::as_slice);
        std::iter::once(&code)
            .chain(wards)
            .filter_map(|code| self.polygons.distance(*code, position))
            .min_by(f64::total_cmp)
    }

    /// The middle of the 町丁目 the rest of an address begins with: the longest town name that fits.
    pub fn town(&self, code: MunicipalityCode, rest: &str) -> Option<Position> {
        let municipality = self.municipality(code)?;
        self.towns.find(&municipality.prefecture, &municipality.name, rest)
    }

    /// Town hall or middle of the municipality.
    pub fn center(&self, code: MunicipalityCode) -> Option<Position> {
        self.municipality(code)
            .and_then(|m| m.center)
            .or_else(|| self.polygons.center(code))
            .or_else(|| self.municipality(code)?.city.and_then(|city| self.center(city)))
    }

    /// Bytes the towns take, for the memory report.
    pub fn town_bytes(&self) -> usize {
        self.towns.bytes()
    }
}
