//! The network of an area, whom to introduce to an office, and plans of introductions for a council.

use crate::{
    app::App,
    http::{
        principal::Principal,
        problem::{OrNotFound as _, Problem, Result},
        ties::sight_at,
    },
    network::{
        change::change,
        introduce::{self, Profiles, Wish},
        scene::{Member, Scene},
        show::Show,
        waves,
    },
    surveys::{
        pictures::Moment,
        shared::{Seated, seated},
        sight::Sight,
    },
    view::network::{IntroductionLists, IntroductionPlan, NetworkForum, NetworkView, NetworkWave},
};
use axum::{
    Json,
    extract::{Path, Query, State},
};
use hoshizu_analysis::network::recommend::plan::Objective;
use hoshizu_catalog::{
    day::Day,
    id::{OfficeId, WaveId},
};
use hoshizu_store::{
    Tx, entry, office,
    survey::{self, StoredWave},
    term,
};
use serde::Deserialize;
use std::sync::Arc;
use utoipa::IntoParams;
use uuid::Uuid;

/// Of which area and moment.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct NetworkFilter {
    /// Code of the area.
    pub area: String,
    /// A wave; without it, what is known on a day.
    pub wave: Option<Uuid>,
    /// The day (`2026-04-01`), today when absent.
    pub on: Option<String>,
}

impl NetworkFilter {
    /// What it means.
    pub fn moment(&self, app: &App) -> Result<Moment> {
        if let Some(wave) = self.wave {
            return Ok(Moment::Wave(WaveId(wave)));
        }
        match self.on.as_deref() {
            None | Some("") => Ok(Moment::Day(Day::of(app.store.now()))),
            Some(text) => {
                Day::parse(text).map(Moment::Day).ok_or_else(|| Problem::invalid("on", "a day as 2026-04-01"))
            }
        }
    }
}

/// Since which earlier wave.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct Since {
    /// An earlier wave, to be told what became of its ties.
    pub since: Option<Uuid>,
}

/// Offices of an area and the ties among them and to others: those you may see, counts of the others, figures as
/// ranges, and places to draw them at.
#[utoipa::path(get, operation_id = "network", path = "/network", tag = "network", params(NetworkFilter, Since),
    responses((status = 200, body = NetworkView), (status = 400, body = Problem), (status = 401, body = Problem),
        (status = 403, body = Problem), (status = 404, body = Problem)))]
pub async fn show(
    principal: Principal,
    State(app): State<App>,
    Query(filter): Query<NetworkFilter>,
    Query(Since { since }): Query<Since>,
) -> Result<Json<NetworkView>> {
    let moment = filter.moment(&app)?;
    let mut tx = app.store.read().await?;
    let sight = sight_of(&mut tx, &app, &principal, &filter.area).await?;
    let region = app.region.load_full();
    let waves = waves(&mut tx, &region, &filter.area).await?;
    for wanted in [filter.wave, since].into_iter().flatten() {
        waves.iter().find(|stored| stored.wave.id.0 == wanted).or_not_found("wave")?;
    }
    let on = match (moment, waves.iter().find(|stored| moment == Moment::Wave(stored.wave.id))) {
        (Moment::Wave(_), Some(stored)) => stored.wave.opens_on,
        (Moment::Day(day), _) => day,
        (Moment::Wave(_), None) => Day::of(app.store.now()),
    };
    let drawn = Some(sight.reading());
    let before = match since {
        Some(since) => {
            Some((since, app.scenes.of(&app, &filter.area, Moment::Wave(WaveId(since)), drawn).await?))
        }
        None => None,
    };
    let scene = app.scenes.of(&app, &filter.area, moment, drawn).await?;
    let forums = seated(&mut tx, on).await?;
    drop(tx);
    let asked = Asked { area: filter.area, wave: filter.wave, on, waves, forums };
    let drawn = tokio::task::spawn_blocking(move || {
        view(&asked, &Show::new(&scene, &sight, &region), before.as_ref().map(|(id, scene)| (*id, &**scene)))
    });
    Ok(Json(drawn.await.map_err(|error| Problem::internal(&error))?))
}

/// Sight of an area there is; refused to those who see no tie of it.
pub async fn sight_of(tx: &mut Tx, app: &App, principal: &Principal, area: &str) -> Result<Sight> {
    principal.signed_in()?;
    let sight = Sight::of(tx, app, principal, area).await?;
    if !sight.any {
        return Err(Problem::forbidden());
    }
    app.region.load().areas.get(area).or_not_found("area")?;
    Ok(sight)
}

/// What was asked, and what is read beside the scene.
struct Asked {
    area: String,
    wave: Option<Uuid>,
    on: Day,
    waves: Vec<StoredWave>,
    forums: Vec<Seated>,
}

fn view(asked: &Asked, show: &Show<'_>, before: Option<(Uuid, &Scene)>) -> NetworkView {
    let scene = show.scene;
    let count = |flags: &[bool]| flags[..scene.inside].iter().filter(|flag| **flag).count();
    let (was_asked, answered) = (count(&scene.asked), count(&scene.answered));
    let mut nodes = show.nodes();
    let change = before
        .map(|(since, before)| change(show, &mut nodes, since, &Show::new(before, show.sight, show.region)));
    let place = |office: &OfficeId| scene.place(*office).and_then(|v| show.at(v));
    let forum = |Seated { id, name, offices }: &Seated| {
        let mut members: Vec<usize> = offices.iter().filter_map(place).collect();
        members.sort_unstable();
        (members.len() > 1).then(|| NetworkForum { id: *id, name: name.clone(), members })
    };
    NetworkView {
        area: asked.area.clone(),
        area_name: show.region.areas.get(&asked.area).map(|area| area.name.clone()).unwrap_or_default(),
        wave: asked.wave,
        on: asked.on.to_string(),
        waves: asked.waves.iter().map(wave_view).collect(),
        asked: was_asked,
        answered,
        response_rate: (was_asked > 0).then(|| answered as f64 / was_asked as f64),
        confirmation_rate: show.confirmation_rate(),
        sees_all: show.sight.all,
        own: show.sight.own.iter().filter_map(place).collect(),
        nodes,
        ties: show.ties(),
        hidden: show.hidden(),
        communities: show.communities(),
        blocks: show.blocks(),
        figures: show.figures(),
        links: show.links(),
        forums: asked.forums.iter().filter_map(forum).collect(),
        change,
    }
}

fn wave_view(stored: &StoredWave) -> NetworkWave {
    NetworkWave {
        id: stored.wave.id.0,
        survey: stored.design.title.clone(),
        number: stored.wave.number,
        opens_on: stored.wave.opens_on.to_string(),
        closes_on: stored.wave.closes_on.to_string(),
    }
}

/// Whom an office should get to know, with reasons: 近い連携先 and 橋渡し候補 of its municipality and around it.
#[utoipa::path(get, operation_id = "introductions", path = "/offices/{id}/introductions", tag = "network",
    params(("id" = uuid::Uuid, Path)),
    responses((status = 200, body = IntroductionLists), (status = 401, body = Problem), (status = 403, body = Problem), (status = 404, body = Problem)))]
pub async fn introductions(
    principal: Principal,
    State(app): State<App>,
    Path(id): Path<OfficeId>,
) -> Result<Json<IntroductionLists>> {
    principal.signed_in()?;
    let mut tx = app.store.read().await?;
    let own = office::find(&mut tx, id).await?.or_not_found("office")?;
    let sight = sight_at(&mut tx, &app, &principal, &own).await?;
    if !sight.any {
        return Err(Problem::forbidden());
    }
    let today = Day::of(app.store.now());
    let region = app.region.load_full();
    let area = own.municipality.or_not_found("municipality")?.to_string();
    let scene = app.scenes.of(&app, &area, Moment::Day(today), None).await?;
    // Offices nobody was asked about can be got to know as well; they stand behind those of the scene.
    let members: Vec<Arc<Member>> = scene.members.iter().chain(&scene.unasked).cloned().collect();
    let ids: Vec<OfficeId> = members.iter().map(|member| member.office.id).collect();
    let entries = entry::many(&mut tx, &ids).await?;
    let lives = term::shelf_lives(&mut tx).await?;
    drop(tx);
    let lists = tokio::task::spawn_blocking(move || {
        let profiles = Profiles::of(&members, &region, &entries, &lives, today);
        let graph = scene.graph_seen(sight.all, &sight.own);
        let at = ids.iter().position(|one| *one == id).map(|at| at as u32);
        at.map(|at| introduce::lists(&profiles, &graph.with_nodes(members.len()), at))
    });
    let lists = lists.await.map_err(|error| Problem::internal(&error))?;
    Ok(Json(lists.or_not_found("office")?))
}

/// What a plan should bring.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct PlanQuestion {
    /// `introductions` of two offices each, or one `meeting`.
    pub form: Option<String>,
    /// `mean_distance`: bring the two systems closer; `sole_intermediaries`: let fewer pairs hang on one office.
    pub objective: Option<String>,
    /// Introductions (1 to 20), or seats of the meeting (2 to 20); 5 when absent.
    pub budget: Option<usize>,
    /// Kilometres two offices may lie apart; 10 when absent.
    pub within_km: Option<f64>,
}

/// Most introductions, or seats: what somebody can bring about until the next wave.
const MOST_BUDGET: usize = 20;

impl PlanQuestion {
    fn wish(&self) -> Result<Wish> {
        let meeting = match self.form.as_deref() {
            None | Some("" | "introductions") => false,
            Some("meeting") => true,
            Some(_) => return Err(Problem::invalid("form", "introductions, meeting")),
        };
        let objective = match self.objective.as_deref() {
            None | Some("" | "mean_distance") => Objective::MeanDistance,
            Some("sole_intermediaries") => Objective::SoleIntermediaries,
            Some(_) => return Err(Problem::invalid("objective", "mean_distance, sole_intermediaries")),
        };
        let least = if meeting { 2 } else { 1 };
        let budget = self.budget.unwrap_or(5);
        if !(least..=MOST_BUDGET).contains(&budget) {
            return Err(Problem::invalid("budget", format!("{least} to {MOST_BUDGET}")));
        }
        let within_km = self.within_km.unwrap_or(10.0);
        if !(within_km > 0.0 && within_km <= 1_000.0) {
            return Err(Problem::invalid("within_km", "more than 0, at most 1000"));
        }
        Ok(Wish { meeting, objective, budget, within: within_km * 1_000.0 })
    }
}

/// Whom to introduce to each other, or to invite to one meeting, so that 高齢者介護 and 障害福祉 come closest: chosen
/// one by one, each with what it brings.
#[utoipa::path(get, operation_id = "introduction_plan", path = "/network/plan", tag = "network", params(NetworkFilter, PlanQuestion),
    responses((status = 200, body = IntroductionPlan), (status = 400, body = Problem), (status = 401, body = Problem),
        (status = 403, body = Problem), (status = 404, body = Problem), (status = 422, body = Problem)))]
pub async fn plan(
    principal: Principal,
    State(app): State<App>,
    Query(filter): Query<NetworkFilter>,
    Query(question): Query<PlanQuestion>,
) -> Result<Json<IntroductionPlan>> {
    let wish = question.wish()?;
    let moment = filter.moment(&app)?;
    let mut tx = app.store.read().await?;
    let sight = sight_of(&mut tx, &app, &principal, &filter.area).await?;
    if let Some(wave) = filter.wave {
        survey::wave(&mut tx, WaveId(wave)).await?.or_not_found("wave")?;
    }
    drop(tx);
    let scene = app.scenes.of(&app, &filter.area, moment, None).await?;
    let planned = tokio::task::spawn_blocking(move || {
        introduce::plan(&scene, &scene.graph_seen(sight.all, &sight.own), wish)
    });
    let planned = planned.await.map_err(|error| Problem::internal(&error))?;
    Ok(Json(planned.map_err(|why| Problem::unprocessable("area", why))?))
}
