//! Where a question is asked: an address, a town, a point or an area code becomes codes of areas.

use super::Ground;
use hoshizu_analysis::guide::desk::town_key;
use hoshizu_catalog::{
    area::{Area, AreaKind},
    fold,
    number::MunicipalityCode,
    position::Position,
};

/// A town within this far of a point is taken for the point's.
const NEAR_TOWN_M: f64 = 1_500.0;

/// A place as it was understood.
#[derive(Debug, Clone, PartialEq)]
pub struct Spot {
    /// How to call it.
    pub label: String,
    /// The finest area that was named.
    pub code: String,
    /// Codes of every area it lies in.
    pub areas: Vec<String>,
    /// Its town with what stood behind it, where known.
    pub town: Option<String>,
    /// Where it is.
    pub position: Option<Position>,
    /// `town`, `area`, `municipality`, or `point` (the town is then the nearest).
    pub precision: &'static str,
}

/// What became of the words.
#[derive(Debug, Clone, PartialEq)]
pub enum Found {
    /// One place.
    Spot(Spot),
    /// Several of that name, as code and name; none when nothing is known by it.
    Choices(Vec<(String, String)>),
}

impl Ground {
    /// The place a point lies in.
    pub fn at(&self, position: Position) -> Found {
        let Some(code) = self.gazetteer.locate(position) else { return Found::Choices(Vec::new()) };
        let towns = self.towns.get(&code).map_or(&[][..], Vec::as_slice);
        let near =
            |(name, at): &(String, Option<Position>)| Some((position.distance_m((*at)?), name.clone()));
        let nearest = towns.iter().filter_map(near).min_by(|a, b| a.0.total_cmp(&b.0));
        let town = nearest.filter(|(metres, _)| *metres <= NEAR_TOWN_M).map(|(_, name)| name);
        let name = self.name(&code.to_string());
        Found::Spot(Spot {
            label: town.as_ref().map_or_else(|| name.clone(), |town| format!("{name}{town}")),
            code: code.to_string(),
            areas: self.tree.codes_of(Some(code), Some(position)),
            town,
            position: Some(position),
            precision: "point",
        })
    }

    /// An area by its code.
    pub fn area_spot(&self, area: &Area) -> Spot {
        let government = matches!(area.kind, AreaKind::Municipality | AreaKind::Ward | AreaKind::Prefecture);
        let mut areas = self.chain(&area.code);
        for above in areas.clone() {
            let municipality = MunicipalityCode::parse(&above).ok();
            // What is made of a municipality, such as 保健所管轄, is known by its members or its drawing.
            let middle = self.areas.get(&above).and_then(|area| area.center).or(area.center);
            let around = self.tree.codes_of(municipality, middle.filter(|_| municipality.is_some()));
            let large = |code: &String| {
                let kind = self.areas.get(code).map(|area| area.kind);
                !matches!(kind, Some(AreaKind::CommunityArea | AreaKind::SchoolDistrict | AreaKind::Other))
            };
            areas.extend(around.into_iter().filter(large));
        }
        areas.sort_unstable();
        areas.dedup();
        Spot {
            label: self.long_name(area),
            code: area.code.clone(),
            areas,
            town: None,
            position: area.center,
            precision: if government { "municipality" } else { "area" },
        }
    }

    fn long_name(&self, area: &Area) -> String {
        let inside = !matches!(area.kind, AreaKind::Prefecture | AreaKind::Municipality | AreaKind::Ward);
        let home = self.municipality_of(&area.code).filter(|_| inside);
        home.map_or_else(|| area.name.clone(), |home| format!("{} {}", home.name, area.name))
    }

    /// The place words name: an address, a municipality, an area, or a town of a name that only one has.
    pub fn named(&self, words: &str) -> Found {
        let words = words.trim();
        if let Some((code, rest)) = self.gazetteer.split(words, None) {
            return self.in_municipality(code, rest.trim());
        }
        let wanted = fold::text(words);
        let mut exact: Vec<&Area> =
            self.areas.values().filter(|area| fold::text(&area.name) == wanted).collect();
        exact.sort_by(|a, b| a.code.cmp(&b.code));
        if let [only] = exact[..] {
            return Found::Spot(self.area_spot(only));
        }
        if !exact.is_empty() {
            return Found::Choices(self.choices(&exact));
        }
        match self.by_town.get(&town_key(words)).map_or(&[][..], Vec::as_slice) {
            [(code, town)] => self.in_municipality(*code, town),
            [] => {
                let mut like: Vec<&Area> = self
                    .areas
                    .values()
                    .filter(|area| !wanted.is_empty() && fold::text(&area.name).contains(&wanted))
                    .collect();
                like.sort_by(|a, b| (a.kind, &a.code).cmp(&(b.kind, &b.code)));
                match like[..] {
                    [only] => Found::Spot(self.area_spot(only)),
                    _ => Found::Choices(self.choices(&like[..like.len().min(8)])),
                }
            }
            several => {
                let choice = |(code, town): &(MunicipalityCode, String)| {
                    let name = format!("{}{town}", self.name(&code.to_string()));
                    (name.clone(), name)
                };
                Found::Choices(several.iter().take(8).map(choice).collect())
            }
        }
    }

    fn choices(&self, areas: &[&Area]) -> Vec<(String, String)> {
        areas.iter().map(|area| (area.code.clone(), self.long_name(area))).collect()
    }

    fn in_municipality(&self, code: MunicipalityCode, rest: &str) -> Found {
        // The towns of a city with wards are listed under its wards.
        let wards = self.inside(&code.to_string(), &[AreaKind::Ward]);
        let homes = wards.iter().filter_map(|ward| MunicipalityCode::parse(&ward.code).ok());
        let homes: Vec<MunicipalityCode> = std::iter::once(code).chain(homes).collect();
        let hit = homes
            .iter()
            .filter(|_| !rest.is_empty())
            .find_map(|home| Some((*home, self.gazetteer.town(*home, rest)?)));
        if let Some((home, position)) = hit {
            return Found::Spot(Spot {
                label: format!("{}{rest}", self.name(&home.to_string())),
                code: home.to_string(),
                areas: self.tree.codes_of(Some(home), Some(position)),
                town: Some(rest.to_owned()),
                position: Some(position),
                precision: "town",
            });
        }
        // 「麦野市 千俵圏域」 names an area inside the municipality.
        let wanted = fold::text(rest);
        let kinds = [AreaKind::CommunityArea, AreaKind::SchoolDistrict, AreaKind::Ward, AreaKind::Other];
        let inside = self.inside(&code.to_string(), &kinds);
        let named = inside.iter().find(|area| !wanted.is_empty() && fold::text(&area.name) == wanted);
        if let Some(area) = named {
            return Found::Spot(self.area_spot(area));
        }
        match self.areas.get(&code.to_string()) {
            Some(area) => {
                let town = Some(rest.to_owned()).filter(|rest| !rest.is_empty());
                let label = format!("{}{rest}", area.name);
                Found::Spot(Spot { label, town, ..self.area_spot(area) })
            }
            None => Found::Choices(Vec::new()),
        }
    }
}
