//! The network of an area: worked out once a change, held in memory, shown to each as far as they may see.

pub mod change;
pub mod introduce;
pub mod scene;
pub mod show;

use crate::{
    app::App,
    surveys::{candidates, pictures::Moment},
};
use hoshizu_catalog::{id::OfficeId, office::Office, survey::WaveState};
use hoshizu_store::{
    StoreError, Tx, office, outbox,
    survey::{self, StoredWave},
};
use scene::Scene;
use std::{
    collections::HashSet,
    sync::{Arc, Mutex, PoisonError},
};

/// Scenes held at most: the waves of two surveys and today, in two areas.
const HELD: usize = 12;

/// Scenes as of one place in the outbox and one set of areas.
#[derive(Default)]
pub struct Scenes {
    held: Mutex<Held>,
    /// Scenes are worked out one after another: each uses every core as it is.
    work: tokio::sync::Mutex<()>,
}

type Key = (String, Moment);

#[derive(Default)]
struct Held {
    as_of: (i64, u64),
    scenes: Vec<(Key, Arc<Scene>)>,
}

impl Scenes {
    /// The scene of an area at a moment, as the database has it now.
    pub async fn of(&self, app: &App, area: &str, moment: Moment) -> Result<Arc<Scene>, StoreError> {
        let mut tx = app.store.read().await?;
        let as_of = (outbox::head(&mut tx).await?, app.region.load().generation);
        if let Some(known) = self.known(as_of, area, moment) {
            return Ok(known);
        }
        let _turn = self.work.lock().await;
        // Each wave is drawn from the one before, so that offices stay where people look for them.
        let mut before: Option<Arc<Scene>> = None;
        for moment in earlier(&mut tx, app, area, moment).await? {
            before = Some(self.one(&mut tx, app, as_of, (area, moment), before).await?);
        }
        self.one(&mut tx, app, as_of, (area, moment), before).await
    }

    async fn one(
        &self,
        tx: &mut Tx,
        app: &App,
        as_of: (i64, u64),
        (area, moment): (&str, Moment),
        before: Option<Arc<Scene>>,
    ) -> Result<Arc<Scene>, StoreError> {
        if let Some(known) = self.known(as_of, area, moment) {
            return Ok(known);
        }
        let scene = work_out(tx, app, area, moment, before).await?;
        self.keep(as_of, area, moment, &scene);
        Ok(scene)
    }

    fn known(&self, as_of: (i64, u64), area: &str, moment: Moment) -> Option<Arc<Scene>> {
        let held = self.held.lock().unwrap_or_else(PoisonError::into_inner);
        let same = held.scenes.iter().find(|((of, at), _)| of == area && *at == moment);
        same.filter(|_| held.as_of == as_of).map(|(_, scene)| Arc::clone(scene))
    }

    fn keep(&self, as_of: (i64, u64), area: &str, moment: Moment, scene: &Arc<Scene>) {
        let mut held = self.held.lock().unwrap_or_else(PoisonError::into_inner);
        if held.as_of != as_of {
            *held = Held { as_of, scenes: Vec::new() };
        }
        held.scenes.retain(|((of, at), _)| of != area || *at != moment);
        if held.scenes.len() == HELD {
            held.scenes.remove(0);
        }
        held.scenes.push(((area.to_owned(), moment), Arc::clone(scene)));
    }
}

/// Waves that say something of an area, oldest first: of surveys of it, of areas around it and of areas inside it.
pub async fn waves(tx: &mut Tx, app: &App, area: &str) -> Result<Vec<StoredWave>, StoreError> {
    let region = app.region.load_full();
    let above = region.areas_above(area);
    let mut waves = survey::waves(tx, None).await?;
    waves.retain(|stored| {
        let of = &stored.design.area;
        stored.wave.state != WaveState::Draft
            && (above.contains(of) || region.areas_above(of).iter().any(|code| code == area))
    });
    waves.sort_by_key(|stored| (stored.wave.opens_on, stored.wave.id));
    Ok(waves)
}

async fn earlier(tx: &mut Tx, app: &App, area: &str, moment: Moment) -> Result<Vec<Moment>, StoreError> {
    let waves = waves(tx, app, area).await?;
    let until = match moment {
        Moment::Wave(id) => waves.iter().position(|stored| stored.wave.id == id).unwrap_or_default(),
        Moment::Day(day) => waves.iter().filter(|stored| stored.wave.opens_on <= day).count(),
    };
    Ok(waves[..until].iter().map(|stored| Moment::Wave(stored.wave.id)).collect())
}

async fn work_out(
    tx: &mut Tx,
    app: &App,
    area: &str,
    moment: Moment,
    before: Option<Arc<Scene>>,
) -> Result<Arc<Scene>, StoreError> {
    let region = app.region.load_full();
    let picture = app.pictures.of(&app.store, moment).await?;
    let mut offices: Vec<Office> = office::many(tx, &picture.offices).await?;
    let lies = |office: &Office| region.areas_of(office).iter().any(|code| code == area);
    if !offices.iter().any(lies) {
        // Before anybody was asked, what the directory alone says of the area.
        let known: HashSet<OfficeId> = offices.iter().map(|office| office.id).collect();
        let inside = candidates::inside(tx, &region, area).await?.into_iter().map(|known| known.office);
        offices.extend(inside.filter(|office| office.gone_in.is_none() && !known.contains(&office.id)));
    }
    let area = area.to_owned();
    let worked =
        tokio::task::spawn_blocking(move || Scene::of(&picture, offices, &region, &area, before.as_deref()));
    Ok(Arc::new(worked.await.unwrap_or_else(|error| std::panic::resume_unwind(error.into_panic()))))
}
