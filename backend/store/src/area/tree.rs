//! Which areas a place lies in.

use super::{Filter, list};
use crate::{backend::Tx, error::Result};
use hoshizu_catalog::{
    area::{Area, AreaKind, Polygon},
    number::MunicipalityCode,
    position::{Bounds, Position},
};
use std::collections::HashMap;

/// The areas of the directory, held in memory to ask of many places.
#[derive(Debug, Default)]
pub struct Tree {
    /// Area to the area it lies in.
    parents: HashMap<String, String>,
    /// Municipality (or other member) to the areas made of it.
    made_of: HashMap<String, Vec<String>>,
    /// Drawn areas by the municipality they lie in, `None` for those that name none.
    drawn: HashMap<Option<String>, Vec<Drawn>>,
}

#[derive(Debug)]
struct Drawn {
    code: String,
    bounds: Bounds,
    polygons: Vec<Polygon>,
}

impl Tree {
    /// Reads the areas; polygons only of areas that are not municipalities, as an office knows its municipality.
    pub async fn load(tx: &mut Tx) -> Result<Self> {
        let administrative = list(
            tx,
            &Filter {
                kinds: AreaKind::ALL.into_iter().filter(|kind| kind.is_administrative()).collect(),
                ..Filter::default()
            },
        )
        .await?;
        let others = Filter {
            kinds: AreaKind::ALL.into_iter().filter(|kind| !kind.is_administrative()).collect(),
            polygons: true,
            ..Filter::default()
        };
        let others = list(tx, &others).await?;
        Ok(Self::build(administrative.into_iter().chain(others)))
    }

    /// A tree of these areas.
    pub fn build(areas: impl IntoIterator<Item = Area>) -> Self {
        let mut tree = Self::default();
        for area in areas {
            for member in &area.members {
                tree.made_of.entry(member.clone()).or_default().push(area.code.clone());
            }
            let points = area.polygons.iter().filter_map(|polygon| polygon.first()).flatten();
            let bounds = Bounds::around(points.map(|[lon, lat]| Position { lat: *lat, lon: *lon }));
            if let Some(bounds) = bounds.filter(|_| !area.kind.is_administrative()) {
                let drawn = Drawn { code: area.code.clone(), bounds, polygons: area.polygons };
                tree.drawn.entry(area.parent.clone()).or_default().push(drawn);
            }
            if let Some(parent) = area.parent {
                tree.parents.insert(area.code, parent);
            }
        }
        tree
    }

    /// Codes of every area a place lies in, sorted: its municipality with all above it (the city of a ward, the
    /// prefecture), areas made of one of these, and drawn areas around the point.
    pub fn codes_of(
        &self,
        municipality: Option<MunicipalityCode>,
        position: Option<Position>,
    ) -> Vec<String> {
        let mut codes: Vec<String> = Vec::new();
        if let Some(municipality) = municipality {
            self.climb(&municipality.to_string(), &mut codes);
            // A municipality not (yet) among the areas still names its prefecture.
            if let Some(prefecture) = MunicipalityCode::from_number(municipality.prefecture() * 1_000) {
                self.climb(&prefecture.to_string(), &mut codes);
            }
        }
        if let Some(position) = position {
            let homes: Vec<Option<String>> = codes.iter().cloned().map(Some).chain([None]).collect();
            for home in homes {
                for drawn in self.drawn.get(&home).into_iter().flatten() {
                    if drawn.contains(position) {
                        self.climb(&drawn.code, &mut codes);
                    }
                }
            }
        }
        codes.sort_unstable();
        codes
    }

    /// Codes of an area and of every area it lies in, sorted: its city and prefecture, and what is made of one of these.
    pub fn above(&self, code: &str) -> Vec<String> {
        let mut codes = MunicipalityCode::parse(code)
            .map_or_else(|_| Vec::new(), |municipality| self.codes_of(Some(municipality), None));
        self.climb(code, &mut codes);
        codes.sort_unstable();
        codes
    }

    /// Adds an area, what it lies in, and what is made of it. Each is added once, so a circle in the data ends.
    fn climb(&self, code: &str, codes: &mut Vec<String>) {
        if codes.iter().any(|known| known == code) {
            return;
        }
        codes.push(code.to_owned());
        for above in self.parents.get(code).into_iter().chain(self.made_of.get(code).into_iter().flatten()) {
            self.climb(above, codes);
        }
    }
}

impl Drawn {
    /// Whether the point lies in a polygon: an odd number of edges lies east of it, holes counted as edges.
    fn contains(&self, at: Position) -> bool {
        self.bounds.contains(at)
            && self.polygons.iter().any(|polygon| {
                let crossings = polygon.iter().flat_map(|ring| ring.windows(2)).filter(|edge| {
                    let ([x1, y1], [x2, y2]) = (edge[0], edge[1]);
                    (y1 > at.lat) != (y2 > at.lat) && at.lon < (x2 - x1) * (at.lat - y1) / (y2 - y1) + x1
                });
                crossings.count() % 2 == 1
            })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn area(code: &str, kind: AreaKind, parent: Option<&str>, members: &[&str], square: Option<f64>) -> Area {
        let ring = |w: f64| vec![[w, 0.0], [w + 1.0, 0.0], [w + 1.0, 1.0], [w, 1.0], [w, 0.0]];
        Area {
            code: code.to_owned(),
            kind,
            name: code.to_owned(),
            kana: None,
            parent: parent.map(str::to_owned),
            members: members.iter().map(|m| (*m).to_owned()).collect(),
            center: None,
            polygons: square.map(|w| vec![vec![ring(w)]]).into_iter().collect::<Vec<_>>().concat(),
        }
    }

    fn codes(tree: &Tree, municipality: &str, lon: f64) -> Vec<String> {
        tree.codes_of(MunicipalityCode::parse(municipality).ok(), Some(Position { lat: 0.5, lon }))
    }

    #[test]
    fn a_place_lies_in_its_ward_city_prefecture_and_in_areas_made_of_them_or_drawn_around_it() {
        let tree = Tree::build([
            area("27000", AreaKind::Prefecture, None, &[], None),
            area("27100", AreaKind::Municipality, Some("27000"), &[], None),
            area("27102", AreaKind::Ward, Some("27100"), &[], None),
            area("medical_area:27:1", AreaKind::MedicalArea, Some("27000"), &["27100"], None),
            area("community_area:27100:1", AreaKind::CommunityArea, Some("27100"), &[], Some(10.0)),
            area("community_area:27100:2", AreaKind::CommunityArea, Some("27100"), &[], Some(11.0)),
        ]);
        let in_first = codes(&tree, "27102", 10.5);
        assert_eq!(in_first, ["27000", "27100", "27102", "community_area:27100:1", "medical_area:27:1"]);
        assert!(codes(&tree, "27102", 11.5).contains(&"community_area:27100:2".to_owned()));
        assert_eq!(
            codes(&tree, "13101", 10.5),
            ["13000", "13101"],
            "a drawn area counts only in its municipality"
        );
    }

    #[test]
    fn above_a_part_of_a_city_lies_what_the_city_is_a_member_of() {
        let tree = Tree::build([
            area("27100", AreaKind::Municipality, Some("27000"), &[], None),
            area("medical_area:27:1", AreaKind::MedicalArea, Some("27000"), &["27100"], None),
            area("community_area:27100:1", AreaKind::CommunityArea, Some("27100"), &[], Some(10.0)),
        ]);
        let above = ["27000", "27100", "community_area:27100:1", "medical_area:27:1"];
        assert_eq!(tree.above("community_area:27100:1"), above);
        assert_eq!(tree.above("27100"), ["27000", "27100", "medical_area:27:1"]);
        assert_eq!(tree.above("medical_area:27:1"), ["27000", "medical_area:27:1"]);
        assert_eq!(tree.above("13101"), ["13000", "13101"], "not among the areas");
    }

    #[test]
    fn areas_that_lie_in_each_other_do_not_hang_the_search() {
        let tree = Tree::build([
            area("a", AreaKind::Other, Some("b"), &["27102"], None),
            area("b", AreaKind::Other, Some("a"), &[], None),
        ]);
        assert_eq!(codes(&tree, "27102", 0.0), ["27000", "27102", "a", "b"]);
    }
}
