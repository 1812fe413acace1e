//! The network of an area: worked out once a change, held in memory, shown to each as far as they may see.

pub mod change;
pub mod introduce;
pub mod scene;
pub mod show;

use crate::{
    app::App,
    region::Region,
    surveys::{candidates, pictures::Moment},
};
use hoshizu_analysis::{network, survey::Picture};
use hoshizu_catalog::{id::OfficeId, survey::WaveState};
use hoshizu_store::{
    StoreError, Tx, office, outbox,
    survey::{self, StoredWave},
};
use scene::{Ground, Member, Scene};
use std::{
    collections::{HashMap, HashSet},
    sync::{Arc, Mutex, PoisonError},
};
use tokio::task::JoinHandle;

/// Scenes held at most: the waves of two surveys and today, in two areas.
const HELD: usize = 12;

/// Scenes, each as of the place in the outbox at which it was last found true. When the outbox has moved, what a scene
/// rests on is read again, and only if that has changed is the scene worked out anew.
#[derive(Default)]
pub struct Scenes {
    held: Mutex<Vec<Kept>>,
    /// Scenes are worked out one after another: each uses every core as it is.
    work: tokio::sync::Mutex<()>,
}

/// A place in the outbox, and a set of areas.
type AsOf = (i64, u64);

struct Kept {
    area: String,
    moment: Moment,
    as_of: AsOf,
    scene: Arc<Scene>,
}

impl Scenes {
    /// The scene of an area at a moment, as the database has it now. What a view of it needs ([`Scene::prepare`]) is worked
    /// out meanwhile, for those who see the reading `drawn`.
    pub async fn of(
        &self,
        app: &App,
        area: &str,
        moment: Moment,
        drawn: Option<network::Reading>,
    ) -> Result<Arc<Scene>, StoreError> {
        let mut tx = app.store.read().await?;
        let as_of = (outbox::head(&mut tx).await?, app.region.load().generation);
        if let Some(known) = self.known(as_of, area, moment) {
            return Ok(known);
        }
        let _turn = self.work.lock().await;
        if let Some(known) = self.known(as_of, area, moment) {
            return Ok(known);
        }
        let region = app.region.load_full();
        let moments = earlier(&mut tx, &region, area, moment).await?;
        // The first picture is read beside the offices; it is asked for again at once.
        let first = moments.first().copied().unwrap_or(moment);
        let (mut reading, _) =
            tokio::try_join!(Reading::of(&mut tx, region, area), app.pictures.of(&app.store, first))?;
        // Each wave is drawn from the one before, so that offices stay where people look for them.
        let mut before = None;
        for moment in moments {
            before = Some(self.begin(&mut tx, app, &mut reading, (as_of, moment, drawn), before).await?);
        }
        let last = self.begin(&mut tx, app, &mut reading, (as_of, moment, drawn), before).await?;
        Ok(self.finish(area, last).await)
    }

    /// Begins to work a scene out. What it rests on is read while the one before is still underway.
    async fn begin(
        &self,
        tx: &mut Tx,
        app: &App,
        reading: &mut Reading,
        (as_of, moment, drawn): (AsOf, Moment, Option<network::Reading>),
        before: Option<Underway>,
    ) -> Result<Underway, StoreError> {
        let picture = app.pictures.of(&app.store, moment).await?;
        let ground = reading.ground(tx, &picture).await?;
        let before = match before {
            Some(earlier) => Some(self.finish(&reading.area, earlier).await),
            None => None,
        };
        let held = self.find(&reading.area, moment);
        let scene = tokio::task::spawn_blocking(move || {
            let scene = match held {
                Some(scene) if scene.follows_from(&ground, before.as_ref()) => scene,
                _ => Arc::new(Scene::of(ground, before)),
            };
            if let Some(reading) = drawn {
                scene.prepare(reading);
            }
            scene
        });
        Ok(Underway { as_of, moment, scene })
    }

    async fn finish(&self, area: &str, Underway { as_of, moment, scene }: Underway) -> Arc<Scene> {
        let scene = scene.await.unwrap_or_else(|error| std::panic::resume_unwind(error.into_panic()));
        self.keep(Kept { area: area.to_owned(), moment, as_of, scene: Arc::clone(&scene) });
        scene
    }

    fn known(&self, as_of: AsOf, area: &str, moment: Moment) -> Option<Arc<Scene>> {
        let held = self.held.lock().unwrap_or_else(PoisonError::into_inner);
        let kept = held.iter().find(|kept| kept.area == area && kept.moment == moment)?;
        (kept.as_of == as_of).then(|| Arc::clone(&kept.scene))
    }

    fn find(&self, area: &str, moment: Moment) -> Option<Arc<Scene>> {
        let held = self.held.lock().unwrap_or_else(PoisonError::into_inner);
        let kept = held.iter().find(|kept| kept.area == area && kept.moment == moment)?;
        Some(Arc::clone(&kept.scene))
    }

    fn keep(&self, new: Kept) {
        let mut held = self.held.lock().unwrap_or_else(PoisonError::into_inner);
        held.retain(|kept| kept.area != new.area || kept.moment != new.moment);
        if held.len() == HELD {
            held.remove(0);
        }
        held.push(new);
    }
}

/// A scene that is being worked out.
struct Underway {
    as_of: AsOf,
    moment: Moment,
    scene: JoinHandle<Arc<Scene>>,
}

/// What is read for the scenes of an area, each office once for all of them.
pub struct Reading {
    area: String,
    region: Arc<Region>,
    /// Offices of the municipalities.
    municipal: Vec<Arc<Member>>,
    /// Offices elsewhere that a picture names.
    others: HashMap<OfficeId, Arc<Member>>,
}

impl Reading {
    /// Reads the offices of its municipalities.
    pub async fn of(tx: &mut Tx, region: Arc<Region>, area: &str) -> Result<Self, StoreError> {
        let codes = candidates::municipalities(&region, area);
        let offices = office::of_municipalities(tx, &codes).await?;
        let municipal = offices.into_iter().map(|office| Member::of(office, &region)).collect();
        Ok(Self { area: area.to_owned(), region, municipal, others: HashMap::new() })
    }

    /// What a scene of the ties of this picture rests on.
    pub async fn ground(&mut self, tx: &mut Tx, picture: &Picture) -> Result<Ground, StoreError> {
        let is_named = |member: &&Arc<Member>| picture.number(member.office.id).is_some();
        let mut members: Vec<Arc<Member>> = self.municipal.iter().filter(is_named).cloned().collect();
        let near: HashSet<OfficeId> = members.iter().map(|member| member.office.id).collect();
        let far: Vec<OfficeId> = picture.offices.iter().filter(|id| !near.contains(*id)).copied().collect();
        let unread: Vec<OfficeId> = far.iter().filter(|id| !self.others.contains_key(*id)).copied().collect();
        for office in office::many(tx, &unread).await? {
            self.others.insert(office.id, Member::of(office, &self.region));
        }
        members.extend(far.iter().filter_map(|id| self.others.get(id)).cloned());
        let is_unasked =
            |member: &&Arc<Member>| member.office.gone_in.is_none() && !near.contains(&member.office.id);
        let mut unasked: Vec<Arc<Member>> = self.municipal.iter().filter(is_unasked).cloned().collect();
        if !members.iter().any(|member| member.lies_in(&self.area)) {
            // Before anybody was asked, what the directory alone says of the area.
            let (inside, elsewhere) = unasked.into_iter().partition(|member| member.lies_in(&self.area));
            members.extend::<Vec<Arc<Member>>>(inside);
            unasked = elsewhere;
        }
        Ok(Ground::of(picture, members, unasked, &self.area))
    }
}

/// Waves that say something of an area, oldest first: of surveys of it, of areas around it and of areas inside it.
pub async fn waves(tx: &mut Tx, region: &Region, area: &str) -> Result<Vec<StoredWave>, StoreError> {
    let mut waves = survey::waves(tx, None).await?;
    waves.retain(|stored| {
        stored.wave.state != WaveState::Draft && candidates::asks_in(region, &stored.design.area, area)
    });
    waves.sort_by_key(|stored| (stored.wave.opens_on, stored.wave.id));
    Ok(waves)
}

async fn earlier(
    tx: &mut Tx,
    region: &Region,
    area: &str,
    moment: Moment,
) -> Result<Vec<Moment>, StoreError> {
    let waves = waves(tx, region, area).await?;
    let until = match moment {
        Moment::Wave(id) => waves.iter().position(|stored| stored.wave.id == id).unwrap_or_default(),
        Moment::Day(day) => waves.iter().filter(|stored| stored.wave.opens_on <= day).count(),
    };
    Ok(waves[..until].iter().map(|stored| Moment::Wave(stored.wave.id)).collect())
}
