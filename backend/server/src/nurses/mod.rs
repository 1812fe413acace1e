//! Nurse desks held in memory with the ground they stand on, to answer many questions without the database.

pub mod answer;
pub mod edit;
pub mod local;
pub mod map;
pub mod paper;
pub mod place;
pub mod sheet;
pub mod units;

use arc_swap::ArcSwapOption;
use hoshizu_analysis::guide::desk::{Desks, town_key};
use hoshizu_catalog::{
    area::{Area, AreaKind},
    id::NurseDeskId,
    number::MunicipalityCode,
    position::Position,
};
use hoshizu_ingest::Gazetteer;
use hoshizu_store::{Store, StoreError, Tx, area, nurse_desk, outbox, town};
use std::{collections::HashMap, sync::Arc};
use time::OffsetDateTime;

/// Outbox entries looked through for a change of ours; beyond this many everything is read anew.
const LOOK_BACK: u32 = 5_000;

/// Places: areas, towns, and what lies in what.
#[derive(Default)]
pub struct Ground {
    /// Every area without its polygons, by code.
    pub areas: HashMap<String, Area>,
    /// Which areas a place lies in.
    pub tree: area::Tree,
    /// Addresses to municipalities and towns.
    pub gazetteer: Gazetteer,
    /// Towns of each municipality or ward, in the order stored.
    pub towns: HashMap<MunicipalityCode, Vec<(String, Option<Position>)>>,
    /// Towns by folded name, for somebody who types nothing else.
    pub by_town: HashMap<String, Vec<(MunicipalityCode, String)>>,
}

/// Desks as of one moment.
#[derive(Default)]
pub struct Nurses {
    /// Outbox sequence they are as of.
    sequence: i64,
    /// Every desk.
    pub desks: Desks,
    /// When each was last written.
    pub written_at: HashMap<NurseDeskId, OffsetDateTime>,
    /// Where they stand.
    pub ground: Arc<Ground>,
}

/// The newest [`Nurses`]; follows the outbox by itself, so that every process of an installation sees every change.
#[derive(Default)]
pub struct Cache {
    newest: ArcSwapOption<Nurses>,
    loading: tokio::sync::Mutex<()>,
}

impl Cache {
    /// The desks as the database has them now.
    pub async fn current(&self, store: &Store) -> Result<Arc<Nurses>, StoreError> {
        if let Some(known) = self.fresh(store).await? {
            return Ok(known);
        }
        let _one = self.loading.lock().await;
        // Somebody may have loaded them while we waited.
        if let Some(known) = self.fresh(store).await? {
            return Ok(known);
        }
        let known = self.newest.load_full();
        let loaded = Arc::new(load(store, known.as_deref()).await?);
        self.newest.store(Some(Arc::clone(&loaded)));
        Ok(loaded)
    }

    async fn fresh(&self, store: &Store) -> Result<Option<Arc<Nurses>>, StoreError> {
        let Some(known) = self.newest.load_full() else { return Ok(None) };
        let head = outbox::head(&mut store.read().await?).await?;
        Ok((head == known.sequence).then_some(known))
    }
}

async fn load(store: &Store, known: Option<&Nurses>) -> Result<Nurses, StoreError> {
    let mut tx = store.read().await?;
    let sequence = outbox::head(&mut tx).await?;
    let ground = match known {
        Some(known) if !ground_moved(&mut tx, known.sequence).await? => Arc::clone(&known.ground),
        _ => Arc::new(ground(&mut tx).await?),
    };
    let stored = nurse_desk::list(&mut tx).await?;
    let written_at = stored.iter().map(|stored| (stored.desk.id, stored.written_at)).collect();
    let desks = Desks::new(stored.into_iter().map(|stored| stored.desk).collect());
    Ok(Nurses { sequence, desks, written_at, ground })
}

async fn ground_moved(tx: &mut Tx, since: i64) -> Result<bool, StoreError> {
    let waiting = outbox::after(tx, since, LOOK_BACK).await?;
    // Entries may have been pruned before we saw them.
    let gap = outbox::tail(tx).await?.is_some_and(|tail| tail > since + 1);
    let moved = |entry: &outbox::Entry| ["area", "town"].contains(&entry.entity.as_str());
    Ok(gap || waiting.len() == LOOK_BACK as usize || waiting.iter().any(moved))
}

async fn ground(tx: &mut Tx) -> Result<Ground, StoreError> {
    let all = area::list(tx, &area::Filter { polygons: true, ..area::Filter::default() }).await?;
    let towns = town::all(tx).await?;
    let built = tokio::task::spawn_blocking(move || {
        let mut ground = Ground { gazetteer: Gazetteer::build(&all, &towns), ..Ground::default() };
        for town in towns {
            let by_name = || ground.gazetteer.find(&town.prefecture, &town.city);
            let Some(code) = town.municipality.or_else(by_name) else { continue };
            let key = town_key(&town.name);
            ground.by_town.entry(key).or_default().push((code, town.name.clone()));
            ground.towns.entry(code).or_default().push((town.name, town.position));
        }
        ground.tree = area::Tree::build(all.iter().cloned());
        ground.areas =
            all.into_iter().map(|area| (area.code.clone(), Area { polygons: Vec::new(), ..area })).collect();
        ground
    })
    .await;
    Ok(built.unwrap_or_else(|error| std::panic::resume_unwind(error.into_panic())))
}

impl Ground {
    /// Name of an area, its code where it is not known.
    pub fn name(&self, code: &str) -> String {
        self.areas.get(code).map_or_else(|| code.to_owned(), |area| area.name.clone())
    }

    /// An area with everything it lies in, itself first.
    pub fn chain(&self, code: &str) -> Vec<String> {
        let mut codes = vec![code.to_owned()];
        while let Some(parent) = codes.last().and_then(|code| self.areas.get(code)?.parent.clone()) {
            if codes.contains(&parent) {
                break;
            }
            codes.push(parent);
        }
        codes
    }

    /// Whether an area lies in another, by what it lies in or by what it is made of.
    pub fn lies_in(&self, code: &str, owner: &str) -> bool {
        let members = self.areas.get(code).map_or(&[][..], |area| &area.members);
        self.chain(code).iter().any(|above| above == owner)
            || (!members.is_empty()
                && members.iter().all(|m| self.chain(m).iter().any(|above| above == owner)))
    }

    /// The municipality of an area, a ward's city included: what people call their town.
    pub fn municipality_of(&self, code: &str) -> Option<&Area> {
        let chain = self.chain(code);
        chain.iter().filter_map(|code| self.areas.get(code)).find(|area| area.kind == AreaKind::Municipality)
    }

    /// Areas of some kinds directly or further inside another, by code.
    pub fn inside(&self, owner: &str, kinds: &[AreaKind]) -> Vec<&Area> {
        let mut found: Vec<&Area> = self
            .areas
            .values()
            .filter(|area| kinds.contains(&area.kind) && area.code != owner)
            .filter(|area| self.chain(&area.code).iter().any(|above| above == owner))
            .collect();
        found.sort_by(|a, b| a.code.cmp(&b.code));
        found
    }
}
