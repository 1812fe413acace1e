//! What the server keeps in memory of the region: names of areas, map layers, places for the search.

use hoshizu_catalog::{
    area::{Area, AreaKind},
    number::MunicipalityCode,
    office::Office,
    position::{self, Bounds, Position},
    terms::{self, Term},
};
use hoshizu_search::{Place, Places};
use hoshizu_store::{
    Store, StoreError,
    area::{self, Tree},
    base_feature, term,
};
use hoshizu_tiles::{AreaTiles, BaseTiles};
use std::collections::HashMap;

/// Areas and layers as of one moment.
pub struct Region {
    /// Every area without its polygons, by code.
    pub areas: HashMap<String, Area>,
    /// Box around each area with polygons.
    pub bounds: HashMap<String, Bounds>,
    square_km: HashMap<String, f64>,
    /// Which areas a place lies in: what a role in an area may reach.
    pub tree: Tree,
    /// 特長 of this installation, to index offices by their words.
    pub strengths: Vec<Term>,
    /// Area layers of the map.
    pub area_tiles: AreaTiles,
    /// Base layers of the map.
    pub base_tiles: BaseTiles,
    /// Distinguishes tiles of different contents in ETags and caches.
    pub generation: u64,
}

impl Region {
    /// Nothing loaded yet.
    pub fn empty() -> Self {
        Self {
            areas: HashMap::new(),
            bounds: HashMap::new(),
            square_km: HashMap::new(),
            tree: Tree::default(),
            strengths: terms::strengths().to_vec(),
            area_tiles: AreaTiles::build(&[]),
            base_tiles: BaseTiles::build(&[]),
            generation: 0,
        }
    }

    /// Loads areas and base map, and builds the layers (0.3 s for the 1,906 areas of Japan).
    pub async fn load(store: &Store, generation: u64) -> Result<Self, StoreError> {
        let mut tx = store.read().await?;
        let all = area::list(&mut tx, &area::Filter { polygons: true, ..area::Filter::default() }).await?;
        let features = base_feature::all(&mut tx).await?;
        let strengths = term::strengths(&mut tx).await?;
        drop(tx);
        let built = tokio::task::spawn_blocking(move || Self::build(all, &features, generation)).await;
        let built = built.unwrap_or_else(|error| std::panic::resume_unwind(error.into_panic()));
        Ok(Self { strengths, ..built })
    }

    fn build(mut all: Vec<Area>, features: &[hoshizu_catalog::area::BaseFeature], generation: u64) -> Self {
        let area_tiles = AreaTiles::build(&all);
        // An office knows its municipality, so the tree needs only the shapes of other areas.
        let tree = Tree::build(all.iter().map(|area| {
            let polygons = if area.kind.is_administrative() { Vec::new() } else { area.polygons.clone() };
            Area { polygons, ..without_polygons(area) }
        }));
        let base_tiles = BaseTiles::build(features);
        let bounds = all.iter().filter_map(|area| Some((area.code.clone(), bounds_of(area)?))).collect();
        let square_km = all
            .iter()
            .filter(|area| !area.polygons.is_empty())
            .map(|area| (area.code.clone(), position::square_km(&area.polygons)))
            .collect();
        let areas =
            all.drain(..).map(|area| (area.code.clone(), Area { polygons: Vec::new(), ..area })).collect();
        Self { areas, bounds, square_km, tree, strengths: Vec::new(), area_tiles, base_tiles, generation }
    }

    /// Square kilometres of some areas together; nothing where one has no polygon.
    pub fn square_km(&self, codes: &[String]) -> Option<f64> {
        let all: Option<Vec<f64>> = codes.iter().map(|code| self.square_km.get(code).copied()).collect();
        all.filter(|all| !all.is_empty()).map(|all| all.iter().sum()).filter(|sum| *sum > 0.0)
    }

    /// Codes of every area an office lies in, sorted.
    pub fn areas_of(&self, office: &Office) -> Vec<String> {
        self.tree.codes_of(office.municipality, office.place.map(|placed| placed.position))
    }

    /// Codes of an area and of every area above it, sorted.
    pub fn areas_above(&self, code: &str) -> Vec<String> {
        self.tree.above(code)
    }

    /// Name of a municipality or ward, with its city for a ward.
    pub fn municipality_name(&self, code: MunicipalityCode) -> Option<&str> {
        self.areas.get(&code.to_string()).map(|area| area.name.as_str())
    }

    /// The places a query may name.
    pub fn places(&self) -> Places {
        Places::new(
            self.areas
                .values()
                .map(|area| Place {
                    code: area.code.clone(),
                    name: area.name.clone(),
                    kana: area.kana.clone(),
                    kind: area.kind,
                    parent: area.parent.clone(),
                    center: area.center.map(|point| (point.lat, point.lon)),
                })
                .collect(),
        )
    }

    /// The areas of some kinds (all without any) inside a parent, by code.
    pub fn list(&self, kinds: &[AreaKind], parent: Option<&str>) -> Vec<&Area> {
        let mut found: Vec<&Area> = self
            .areas
            .values()
            .filter(|area| kinds.is_empty() || kinds.contains(&area.kind))
            .filter(|area| parent.is_none_or(|parent| area.parent.as_deref() == Some(parent)))
            .collect();
        found.sort_by(|a, b| a.code.cmp(&b.code));
        found
    }
}

/// The area without its shape, which for a country is most of its memory.
fn without_polygons(area: &Area) -> Area {
    Area {
        code: area.code.clone(),
        kind: area.kind,
        name: area.name.clone(),
        kana: area.kana.clone(),
        parent: area.parent.clone(),
        members: area.members.clone(),
        center: area.center,
        polygons: Vec::new(),
    }
}

fn bounds_of(area: &Area) -> Option<Bounds> {
    let outer = area.polygons.iter().filter_map(|polygon| polygon.first()).flatten();
    Bounds::around(outer.map(|&[lon, lat]| Position { lat, lon }))
}
