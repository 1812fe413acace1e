//! Reads what coverage is computed from: areas, population, towns, offices.

use super::{Place, Source, drawn, names::Names, roads::RoadTable};
use hoshizu_analysis::coverage::{
    age::{AgeGroup, Counted, GROUPS, count},
    ground::{Areas, Office, Point},
    space::Spot,
};
use hoshizu_catalog::{
    area::{Area, AreaKind, Population, Town},
    id::OfficeId,
    taxonomy::ServiceType,
};
use hoshizu_store::{Store, StoreError, Tx, area, dataset, entry, office, population, road, town};
use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

/// Offices read at a time: 2,000 documents of 1.5 kB are 3 MB in flight.
const BATCH: u32 = 2_000;

/// Kinds that nest, from large to small: population is brought to towns along them.
const NESTING: [AreaKind; 4] =
    [AreaKind::Prefecture, AreaKind::Municipality, AreaKind::Ward, AreaKind::CommunityArea];

/// What is read.
pub struct Loaded {
    pub key: String,
    pub places: Vec<Place>,
    pub counts: Vec<[Option<Counted>; GROUPS]>,
    pub points: Vec<Point>,
    /// Names of the points.
    pub names: Names,
    pub offices: BTreeMap<ServiceType, Offices>,
    pub roads: RoadTable,
    pub datasets: Vec<Source>,
}

/// Offices of one service and the data sets they come from.
#[derive(Default)]
pub struct Offices {
    pub places: Vec<Office>,
    /// Which each is.
    pub ids: Vec<OfficeId>,
    pub sources: Vec<String>,
}

/// Names the state of what coverage is computed from: the data sets with the run that brought each, and where offices
/// state to work.
pub async fn key(store: &Store) -> Result<String, StoreError> {
    let mut tx = store.read().await?;
    let datasets = dataset::list(&mut tx).await?;
    Ok(key_of(&datasets, &entry::service_areas(&mut tx).await?))
}

fn key_of(datasets: &[dataset::Dataset], stated: &[(OfficeId, Vec<String>)]) -> String {
    use std::hash::{DefaultHasher, Hash as _, Hasher as _};
    let mut hasher = DefaultHasher::new();
    for dataset in datasets {
        (&dataset.name, dataset.run.0.as_u128(), dataset.rows).hash(&mut hasher);
    }
    for (office, areas) in stated {
        (office.0.as_u128(), areas).hash(&mut hasher);
    }
    format!("{:016x}", hasher.finish())
}

/// Reads all of it.
pub async fn load(store: &Store) -> Result<Loaded, StoreError> {
    let mut tx = store.read().await?;
    let datasets = dataset::list(&mut tx).await?;
    let areas = area::list(&mut tx, &area::Filter::default()).await?;
    let with_polygons = area::drawn(&mut tx).await?;
    let tree = tree(&mut tx, &areas).await?;
    let populations = population::all(&mut tx).await?;
    let towns = town::all(&mut tx).await?;
    let roads = RoadTable::new(road::all(&mut tx).await?);
    let stated = entry::service_areas(&mut tx).await?;
    drop(tx);
    let world = World::new(&areas, &with_polygons, tree);
    let counts = world.counts(&populations);
    let (points, names) = world.points(&towns, &counts);
    let key = key_of(&datasets, &stated);
    let serves = stated.into_iter().map(|(office, codes)| (office, world.numbers_of(&codes))).collect();
    Ok(Loaded {
        key,
        points,
        names,
        offices: world.offices(store, &Stated { roads: &roads, serves }).await?,
        roads,
        places: world.places,
        counts,
        datasets: datasets
            .into_iter()
            .map(|found| Source {
                edition: found.edition.map(|edition| edition.to_string()).unwrap_or_default(),
                dataset: found.name,
            })
            .collect(),
    })
}

/// Which areas a place lies in. Towns and offices know their municipality: only the shapes of other areas are read, which
/// are a hundredth of all.
async fn tree(tx: &mut Tx, areas: &[Area]) -> Result<area::Tree, StoreError> {
    let kinds: Vec<AreaKind> = AreaKind::ALL.into_iter().filter(|kind| !kind.is_administrative()).collect();
    let shapes = area::list(tx, &area::Filter { kinds, polygons: true, parent: None }).await?;
    let known = areas.iter().filter(|area| area.kind.is_administrative()).cloned();
    Ok(area::Tree::build(known.chain(shapes)))
}

/// What is known of offices besides their listings.
struct Stated<'a> {
    roads: &'a RoadTable,
    /// Numbers of the areas each states to work in.
    serves: HashMap<OfficeId, Areas>,
}

struct World {
    tree: area::Tree,
    places: Vec<Place>,
    numbers: HashMap<String, u32>,
}

impl World {
    fn new(areas: &[Area], with_polygons: &HashSet<String>, tree: area::Tree) -> Self {
        let numbers: HashMap<String, u32> = areas.iter().map(|area| area.code.clone()).zip(0..).collect();
        let by_code: HashMap<String, Area> =
            areas.iter().map(|area| (area.code.clone(), area.clone())).collect();
        let has_polygons = |code: &str| with_polygons.contains(code);
        let places = areas
            .iter()
            .map(|area| Place {
                code: area.code.clone(),
                kind: area.kind,
                name: area.name.clone(),
                center: area.center,
                drawn: drawn(area, &by_code, &has_polygons),
                within: within(&area.code, areas, &numbers),
            })
            .collect();
        Self { tree, places, numbers }
    }

    fn numbers_of(&self, codes: &[String]) -> Areas {
        codes.iter().filter_map(|code| self.numbers.get(code)).copied().collect()
    }

    fn counts(&self, populations: &[Population]) -> Vec<[Option<Counted>; GROUPS]> {
        let mut bands: HashMap<&str, Vec<Population>> = HashMap::new();
        for band in populations {
            bands.entry(band.area.as_str()).or_default().push(band.clone());
        }
        let of = |place: &Place| {
            let bands = bands.get(place.code.as_str());
            AgeGroup::ALL.map(|group| bands.and_then(|bands| count(group, bands)))
        };
        self.places.iter().map(of).collect()
    }

    /// Towns with a position, and the middle of each counted area that has no town.
    fn points(&self, towns: &[Town], counts: &[[Option<Counted>; GROUPS]]) -> (Vec<Point>, Names) {
        let (mut points, mut names) = (Vec::new(), Names::default());
        for (town, position) in towns.iter().filter_map(|town| Some((town, town.position?))) {
            if town.municipality.is_some() {
                let codes = self.tree.codes_of(town.municipality, Some(position));
                points.push(self.point(Spot::earth(position), &codes));
                names.push(&town.name);
            }
        }
        let peopled: HashSet<u32> = points.iter().flat_map(|point| point.areas.iter().copied()).collect();
        for (number, (place, counted)) in (0_u32..).zip(self.places.iter().zip(counts)) {
            let is_lonely = !peopled.contains(&number) && counted.iter().any(Option::is_some);
            if let Some(center) = place.center.filter(|_| is_lonely && place.kind != AreaKind::Prefecture) {
                let codes: Vec<String> =
                    place.within.iter().map(|above| self.places[*above as usize].code.clone()).collect();
                points.push(self.point(Spot::earth(center), &codes));
                names.push(&place.name);
            }
        }
        (points, names)
    }

    fn point(&self, spot: Spot, codes: &[String]) -> Point {
        let areas = self.numbers_of(codes);
        let rank = |area: &u32| NESTING.iter().position(|kind| *kind == self.places[*area as usize].kind);
        let mut nest: Areas = areas.iter().filter(|area| rank(area).is_some()).copied().collect();
        nest.sort_by_key(rank);
        // Two drawn 圏域 that overlap would both take the town: the first counts.
        nest.dedup_by_key(|area| rank(area));
        Point { spot, areas, nest }
    }

    async fn offices(
        &self,
        store: &Store,
        stated: &Stated<'_>,
    ) -> Result<BTreeMap<ServiceType, Offices>, StoreError> {
        let mut found: BTreeMap<ServiceType, (Offices, BTreeSet<String>)> = BTreeMap::new();
        let mut after = None;
        loop {
            let rows = office::documents(&mut store.read().await?, &self.tree, after, BATCH).await?;
            for row in rows.iter().filter(|row| row.office.gone_in.is_none()) {
                self.add(row, stated, &mut found);
            }
            after = rows.last().map(|row| row.office.id);
            if rows.len() < BATCH as usize {
                break;
            }
        }
        let finish = |(service, (mut offices, sources)): (ServiceType, (Offices, BTreeSet<String>))| {
            offices.sources = sources.into_iter().collect();
            (service, offices)
        };
        Ok(found.into_iter().map(finish).collect())
    }

    fn add(
        &self,
        row: &office::Document,
        stated: &Stated<'_>,
        found: &mut BTreeMap<ServiceType, (Offices, BTreeSet<String>)>,
    ) {
        let by_road = row.office.numbers.iter().find_map(|number| stated.roads.office(number));
        let serves = stated.serves.get(&row.office.id).cloned().unwrap_or_default();
        let spot = row.office.place.map(|placed| Spot::earth(placed.position));
        let areas = self.numbers_of(&row.areas);
        for service in &row.office.services {
            let listings = || {
                row.services
                    .iter()
                    .filter(|listed| listed.gone_in.is_none() && listed.listing.service == *service)
            };
            // Two sources may list one service of one office: their places are the same ones.
            let places = listings().filter_map(|listed| listed.listing.capacity).max();
            let (offices, sources) = found.entry(*service).or_default();
            offices.ids.push(row.office.id);
            offices.places.push(Office {
                spot,
                areas: areas.clone(),
                places,
                serves: serves.clone(),
                by_road,
            });
            for listed in listings() {
                if !sources.contains(&listed.dataset) {
                    sources.insert(listed.dataset.clone());
                }
            }
        }
    }
}

/// Numbers of an area and everything it lies in or is a member of. Each once, so a circle in the data ends.
fn within(code: &str, areas: &[Area], numbers: &HashMap<String, u32>) -> Vec<u32> {
    let mut found: Vec<u32> = numbers.get(code).copied().into_iter().collect();
    let mut at = 0;
    while let Some(number) = found.get(at).copied() {
        let area = &areas[number as usize];
        let parent = area.parent.as_ref().and_then(|parent| numbers.get(parent)).copied();
        let made_of =
            areas.iter().zip(0..).filter(|(other, _)| other.members.contains(&area.code)).map(|(_, n)| n);
        for above in parent.into_iter().chain(made_of).collect::<Vec<u32>>() {
            if !found.contains(&above) {
                found.push(above);
            }
        }
        at += 1;
    }
    found
}
