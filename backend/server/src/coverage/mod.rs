//! Supply and reach of every service in every area, held in memory: computed from the store off the request path, and
//! replaced as a whole when a data set changes, or where an office states to work. Other changes of single offices show
//! with the next import.

pub mod council;
pub mod follow;
mod load;
mod names;
mod roads;
pub mod side_by_side;
pub mod table;
mod uncounted;
pub mod what_if;

use hoshizu_analysis::coverage::{
    age::AgeGroup,
    ground::{Figures, Ground, Office},
    profile::Profile,
};
use hoshizu_catalog::{
    area::{Area, AreaKind},
    id::OfficeId,
    position::Position,
    taxonomy::ServiceType,
};
use hoshizu_store::{Store, StoreError};
use rayon::{ThreadPool, ThreadPoolBuilder, prelude::*};
use std::{collections::HashMap, sync::Arc, time::Instant};

/// An area as coverage knows it.
#[derive(Debug, Clone)]
pub struct Place {
    /// Code.
    pub code: String,
    /// What it is.
    pub kind: AreaKind,
    /// Name.
    pub name: String,
    /// A point to draw it at.
    pub center: Option<Position>,
    /// Areas it is drawn as: itself, or its wards or municipalities where only they have polygons.
    pub drawn: Vec<String>,
    /// Numbers of the areas it lies in, itself included.
    within: Vec<u32>,
}

/// A data set the figures come from.
#[derive(Debug, Clone)]
pub struct Source {
    /// `kaigo:430`.
    pub dataset: String,
    /// Edition.
    pub edition: String,
}

/// One service: its offices and its figures by area.
pub struct Table {
    /// Offices, with their places in the world.
    pub offices: Vec<Office>,
    /// Which each of them is.
    pub ids: Vec<OfficeId>,
    /// Figures in the order of the areas.
    pub figures: Vec<Figures>,
    /// Data sets its offices come from.
    pub sources: Vec<String>,
}

impl Table {
    /// Figures of an area.
    pub fn of(&self, area: u32) -> Option<&Figures> {
        self.figures.get(area as usize)
    }
}

/// Everything computed, as of one state of the data sets.
pub struct Coverage {
    /// Names the state of the data sets; part of ETags.
    pub key: String,
    /// When it was computed (RFC 3339).
    pub at: String,
    /// How long computing took, loading left out.
    pub seconds: f64,
    /// People and points.
    pub ground: Ground,
    /// Areas by number.
    pub places: Vec<Place>,
    numbers: HashMap<String, u32>,
    names: names::Names,
    /// Whether nobody was counted in each area.
    uncounted: Vec<bool>,
    tables: HashMap<ServiceType, Table>,
    datasets: Vec<Source>,
}

impl Coverage {
    /// Computes everything from the store. `threads` of the machine are used; a server leaves one for its requests.
    pub async fn load(store: &Store, threads: usize) -> Result<Self, StoreError> {
        let begun = Instant::now();
        let loaded = load::load(store).await?;
        tracing::info!(
            points = loaded.points.len(),
            areas = loaded.places.len(),
            services = loaded.offices.len(),
            seconds = begun.elapsed().as_secs_f32(),
            "coverage: loaded"
        );
        let at = crate::clock::rfc3339(store.now());
        let built = tokio::task::spawn_blocking(move || Self::compute(loaded, at, threads)).await;
        Ok(built.unwrap_or_else(|error| std::panic::resume_unwind(error.into_panic())))
    }

    fn compute(loaded: load::Loaded, at: String, threads: usize) -> Self {
        let begun = Instant::now();
        let work = move || {
            let ground = Ground::new(&loaded.counts, loaded.points);
            let roads = loaded.roads.between(&ground);
            let ground = ground.with_roads(roads);
            let total = loaded.offices.len();
            // The services with most offices first: they take longest, and the rest fills the gaps.
            let mut services: Vec<(ServiceType, load::Offices)> = loaded.offices.into_iter().collect();
            services
                .sort_by_key(|(service, offices)| (std::cmp::Reverse(offices.places.len()), service.index()));
            let done = std::sync::atomic::AtomicUsize::new(0);
            let table = |(service, found): (ServiceType, load::Offices)| {
                let figures = ground.figures(Profile::of(service), &found.places, None);
                let done = done.fetch_add(1, std::sync::atomic::Ordering::Relaxed) + 1;
                tracing::debug!(
                    service = service.definition().code,
                    done,
                    total,
                    "coverage: computed a service"
                );
                if done.is_multiple_of(total.div_ceil(4)) && done < total {
                    tracing::info!(
                        done,
                        total,
                        seconds = begun.elapsed().as_secs_f32(),
                        "coverage: computing"
                    );
                }
                (service, Table { offices: found.places, ids: found.ids, figures, sources: found.sources })
            };
            let tables: HashMap<ServiceType, Table> = services.into_iter().map(table).collect();
            let uncounted = uncounted::find(&ground, &loaded.places, tables.values());
            let numbers = loaded.places.iter().map(|place| place.code.clone()).zip(0..).collect();
            let (key, places, names) = (loaded.key, loaded.places, loaded.names);
            Self {
                key,
                at,
                seconds: begun.elapsed().as_secs_f64(),
                ground,
                places,
                numbers,
                names,
                uncounted,
                tables,
                datasets: loaded.datasets,
            }
        };
        let built = match pool(threads) {
            Some(pool) => pool.install(work),
            None => work(),
        };
        tracing::info!(services = built.tables.len(), seconds = built.seconds, "coverage: ready");
        built
    }

    /// The number of an area.
    pub fn number(&self, code: &str) -> Option<u32> {
        self.numbers.get(code).copied()
    }

    /// The table of a service; nothing where no office gives it.
    pub fn table(&self, service: ServiceType) -> Option<&Table> {
        self.tables.get(&service)
    }

    /// Services with offices, in the order of the taxonomy.
    pub fn services(&self) -> Vec<ServiceType> {
        ServiceType::all().filter(|service| self.tables.contains_key(service)).collect()
    }

    /// The groups counted anywhere.
    pub fn groups(&self) -> Vec<AgeGroup> {
        AgeGroup::ALL.into_iter().filter(|group| self.ground.is_counted(*group)).collect()
    }

    /// Areas of a kind inside an area (everywhere without one), by code.
    pub fn inside(&self, area: Option<u32>, kind: AreaKind) -> Vec<u32> {
        let lies = |place: &Place| area.is_none_or(|area| place.within.contains(&area));
        let mut found: Vec<u32> = (0..)
            .zip(&self.places)
            .filter(|(_, place)| place.kind == kind && lies(place))
            .map(|(n, _)| n)
            .collect();
        found.sort_by(|a, b| self.places[*a as usize].code.cmp(&self.places[*b as usize].code));
        found
    }

    /// Kinds of which an area (everywhere without one) holds some, itself not counted, with how many.
    pub fn kinds(&self, area: Option<u32>) -> Vec<(AreaKind, usize)> {
        let count = |kind| self.inside(area, kind).into_iter().filter(|number| Some(*number) != area).count();
        AreaKind::ALL.into_iter().map(|kind| (kind, count(kind))).filter(|(_, count)| *count > 0).collect()
    }

    /// Data sets of these names, and those of population, areas, towns and roads every figure rests on.
    pub fn sources(&self, names: &[String]) -> Vec<&Source> {
        let rests = |name: &str| {
            ["population:", "towns:", "areas:", "roads:"].iter().any(|family| name.starts_with(family))
                || names.iter().any(|known| known == name)
        };
        self.datasets.iter().filter(|source| rests(&source.dataset)).collect()
    }

    /// Computes the figures of some areas anew, for other offices than those there are.
    pub fn anew(&self, service: ServiceType, offices: &[Office], areas: &[u32]) -> Vec<Figures> {
        self.ground.figures(Profile::of(service), offices, Some(areas))
    }

    /// Computes one area of every service anew, as the bench does.
    pub fn area_anew(&self, area: u32) -> usize {
        let services: Vec<(&ServiceType, &Table)> = self.tables.iter().collect();
        services.par_iter().map(|(service, table)| self.anew(**service, &table.offices, &[area]).len()).sum()
    }
}

fn pool(threads: usize) -> Option<ThreadPool> {
    ThreadPoolBuilder::new().num_threads(threads).thread_name(|n| format!("coverage-{n}")).build().ok()
}

/// Codes of the areas an area is drawn as: itself where it has polygons, else what it is made of.
fn drawn(area: &Area, all: &HashMap<String, Area>, has_polygons: &dyn Fn(&str) -> bool) -> Vec<String> {
    if has_polygons(&area.code) {
        return vec![area.code.clone()];
    }
    let inside = |other: &&Area| {
        let is_administrative = matches!(other.kind, AreaKind::Municipality | AreaKind::Ward);
        area.members.contains(&other.code)
            || (is_administrative && other.parent.as_deref() == Some(area.code.as_str()))
    };
    // A prefecture is drawn by its municipalities, and of those a large city by its wards.
    let mut codes: Vec<String> = all
        .values()
        .filter(inside)
        .flat_map(|other| match other.kind {
            AreaKind::Municipality => drawn(other, all, has_polygons),
            _ => Some(other.code.clone()).filter(|code| has_polygons(code)).into_iter().collect(),
        })
        .collect();
    codes.sort_unstable();
    codes.dedup();
    codes
}

/// The state shared with requests; empty until the first computation is done.
pub type Shared = arc_swap::ArcSwapOption<Coverage>;

/// Nothing computed yet.
pub fn empty() -> Arc<Shared> {
    Arc::new(Shared::empty())
}
