//! `/nurse-desks`: which nurse covers what, and keeping the entries.

use crate::{
    app::App,
    clock::rfc3339,
    http::{
        principal::Principal,
        problem::{OrNotFound as _, Problem, Result},
    },
    nurses::{Nurses, answer, edit, place::Found, place::Spot},
    view::{
        card::NamedCode,
        nurses::{DeskChange, DeskInput, DeskList, DeskTerms, DeskView, NurseAnswer, NurseTerm},
    },
};
use axum::{
    Json,
    extract::{Path, Query, State},
    http::StatusCode,
};
use hoshizu_analysis::guide::{conditions, cover::BANDS, desk::Question};
use hoshizu_catalog::{
    id::NurseDeskId,
    nurse::{NurseDesk, OLDEST, Placement, Scheme, Task, Topic},
    permission::{Action, Target},
    position::Position,
};
use hoshizu_store::{StoreError, audit, nurse_desk, office};
use serde::Deserialize;
use utoipa::IntoParams;

/// Longest word for a place or a topic, characters.
const LONGEST: usize = 200;

/// A question: one of `place`, `area`, `lat` with `lon`; the rest as far as known.
#[derive(Debug, Default, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(default)]
pub struct Lookup {
    /// Address, municipality, 圏域 or town in words.
    pub place: Option<String>,
    /// Code of an area.
    pub area: Option<String>,
    /// Degrees north.
    pub lat: Option<f64>,
    /// Degrees east.
    pub lon: Option<f64>,
    /// Code of a topic, or words people use: 難病, ALS, 産後うつ.
    pub topic: Option<String>,
    /// Age in years, 0–120.
    pub age: Option<u8>,
}

impl Lookup {
    /// The place asked about.
    pub fn spot(&self, nurses: &Nurses) -> Result<Found> {
        let given = |text: &Option<String>| text.clone().filter(|text| !text.trim().is_empty());
        if let Some(code) = given(&self.area) {
            let area = nurses.ground.areas.get(&code).or_not_found("area")?;
            return Ok(Found::Spot(nurses.ground.area_spot(area)));
        }
        if let Some((lat, lon)) = self.lat.zip(self.lon) {
            let position = Position { lat, lon };
            return if position.is_near_japan() {
                Ok(nurses.ground.at(position))
            } else {
                Err(Problem::invalid("lat", "a point near Japan"))
            };
        }
        match given(&self.place) {
            Some(words) if words.chars().count() > LONGEST => {
                Err(Problem::invalid("place", format!("more than {LONGEST} characters")))
            }
            Some(words) => Ok(nurses.ground.named(&words)),
            None => Ok(Found::Choices(Vec::new())),
        }
    }
}

/// Which nurse desk covers a place, topic and age; where nothing local is entered, where it usually lies.
#[utoipa::path(get, operation_id = "look_up_nurse", path = "/nurse-desks/lookup", tag = "nurses", params(Lookup),
    responses((status = 200, body = NurseAnswer), (status = 400, body = Problem), (status = 404, body = Problem)))]
pub async fn lookup(State(app): State<App>, Query(asked): Query<Lookup>) -> Result<Json<NurseAnswer>> {
    if asked.age.is_some_and(|age| age > OLDEST) {
        return Err(Problem::invalid("age", "0 to 120"));
    }
    let words = asked.topic.as_deref().map(str::trim).filter(|words| !words.is_empty());
    let topic = words.and_then(|words| Topic::from_code(words).or_else(|| conditions::topic(words)));
    let nurses = app.nurses.current(&app.store).await?;
    let (spot, choices) = match asked.spot(&nurses)? {
        Found::Spot(spot) => (Some(spot), Vec::new()),
        Found::Choices(choices) => (None, choices),
    };
    let mut found = NurseAnswer {
        place: spot.as_ref().map(|spot| nurses.spot_view(spot)),
        choices: choices.into_iter().map(|(code, name)| NamedCode { code, name }).collect(),
        topic: topic.map(named_topic),
        condition: words.and_then(conditions::named).map(|condition| condition.ja.clone()),
        unknown_topic: words.is_some() && topic.is_none(),
        desks: Vec::new(),
        by_town: Vec::new(),
        general: Vec::new(),
        overlap: false,
        line: Vec::new(),
        neighbours: Vec::new(),
    };
    if let Some(spot) = spot.filter(|_| !found.unknown_topic) {
        fill(&app, &nurses, &spot, topic, asked.age, &mut found).await?;
    }
    Ok(Json(found))
}

async fn fill(
    app: &App,
    nurses: &Nurses,
    spot: &Spot,
    topic: Option<Topic>,
    age: Option<u8>,
    found: &mut NurseAnswer,
) -> Result<()> {
    let question = Question { areas: &spot.areas, town: spot.town.as_deref(), topic, age };
    found.desks = nurses.answers(&question);
    if spot.town.is_none() {
        found.by_town = nurses.desks.by_town(&question).into_iter().map(|desk| nurses.view(desk)).collect();
    }
    found.overlap = topic.is_some() && found.desks.len() > 1;
    let Some(topic) = topic else { return Ok(()) };
    found.line = nurses.line(spot, topic);
    found.neighbours = nurses.neighbours(&question, &found.desks);
    if found.desks.is_empty() {
        found.general = answer::general(app, nurses, spot, topic, age).await?;
    }
    Ok(())
}

fn named_topic(topic: Topic) -> NamedCode {
    let definition = topic.definition();
    NamedCode { code: definition.code.to_owned(), name: definition.ja.to_owned() }
}

/// The closed lists: topics, kinds of place, schemes, tasks, age bands.
#[utoipa::path(get, operation_id = "nurse_desk_terms", path = "/nurse-desks/terms", tag = "nurses",
    responses((status = 200, body = DeskTerms)))]
pub async fn terms() -> Json<DeskTerms> {
    let coded = |code: &str, ja: &str| NurseTerm {
        code: code.to_owned(),
        ja: ja.to_owned(),
        en: None,
        words: Vec::new(),
    };
    let topic = |topic: Topic| {
        let definition = topic.definition();
        NurseTerm {
            en: Some(definition.en.to_owned()),
            words: definition.words.iter().map(|word| (*word).to_owned()).collect(),
            ..coded(definition.code, definition.ja)
        }
    };
    Json(DeskTerms {
        topics: Topic::all().map(topic).collect(),
        placements: Placement::ALL.iter().map(|one| coded(one.code(), one.ja())).collect(),
        schemes: Scheme::ALL.iter().map(|one| coded(one.code(), one.ja())).collect(),
        tasks: Task::ALL.iter().map(|one| coded(one.code(), one.ja())).collect(),
        bands: BANDS.to_vec(),
    })
}

/// Whose desks.
#[derive(Debug, Default, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(default)]
pub struct OwnerFilter {
    /// Code of the municipality or prefecture that keeps them; everybody's when absent.
    pub owner: Option<String>,
}

/// Desks as entered, by owner and name.
#[utoipa::path(get, operation_id = "list_nurse_desks", path = "/nurse-desks", tag = "nurses", params(OwnerFilter),
    responses((status = 200, body = DeskList)))]
pub async fn list(
    principal: Principal,
    State(app): State<App>,
    Query(filter): Query<OwnerFilter>,
) -> Result<Json<DeskList>> {
    let nurses = app.nurses.current(&app.store).await?;
    let owner = filter.owner.filter(|owner| !owner.is_empty());
    let own = |desk: &&NurseDesk| owner.as_ref().is_none_or(|owner| desk.owner == *owner);
    let mut items: Vec<DeskView> =
        nurses.desks.all().iter().filter(own).map(|desk| nurses.view(desk)).collect();
    let ids: Vec<_> = nurses.desks.all().iter().filter(own).filter_map(|desk| desk.office).collect();
    let offices = office::many(&mut app.store.read().await?, &ids).await?;
    for item in &mut items {
        let own = offices.iter().find(|office| Some(office.id.0) == item.desk.office);
        item.office_name = own.map(|office| office.name.clone());
    }
    let may_edit = match &owner {
        Some(owner) => principal.may(Action::EditNurseDesks, Target::Area(&nurses.ground.chain(owner))),
        None => principal.may_somewhere(Action::EditNurseDesks),
    };
    Ok(Json(DeskList { items, may_edit }))
}

/// One desk.
#[utoipa::path(get, operation_id = "show_nurse_desk", path = "/nurse-desks/{id}", tag = "nurses", params(("id" = uuid::Uuid, Path)),
    responses((status = 200, body = DeskView), (status = 404, body = Problem)))]
pub async fn show(State(app): State<App>, Path(id): Path<NurseDeskId>) -> Result<Json<DeskView>> {
    let nurses = app.nurses.current(&app.store).await?;
    Ok(Json(nurses.view(find(&nurses, id)?)))
}

fn find(nurses: &Nurses, id: NurseDeskId) -> Result<&NurseDesk> {
    nurses.desks.all().iter().find(|desk| desk.id == id).or_not_found("nurse desk")
}

/// Enters a desk.
#[utoipa::path(post, operation_id = "create_nurse_desk", path = "/nurse-desks", tag = "nurses", request_body = DeskInput,
    responses((status = 201, body = DeskView), (status = 400, body = Problem), (status = 401, body = Problem),
        (status = 403, body = Problem), (status = 409, body = Problem)))]
pub async fn create(
    principal: Principal,
    State(app): State<App>,
    Json(input): Json<DeskInput>,
) -> Result<(StatusCode, Json<DeskView>)> {
    let nurses = app.nurses.current(&app.store).await?;
    principal.check(Action::EditNurseDesks, Target::Area(&nurses.ground.chain(&input.owner)))?;
    let desk = edit::desk(&nurses.ground, NurseDeskId(app.store.next_id()), input)?;
    Ok((StatusCode::CREATED, Json(save(&app, &principal, &desk).await?)))
}

/// Rewrites a desk.
#[utoipa::path(put, operation_id = "change_nurse_desk", path = "/nurse-desks/{id}", tag = "nurses", params(("id" = uuid::Uuid, Path)),
    request_body = DeskInput,
    responses((status = 200, body = DeskView), (status = 400, body = Problem), (status = 401, body = Problem),
        (status = 403, body = Problem), (status = 404, body = Problem), (status = 409, body = Problem)))]
pub async fn change(
    principal: Principal,
    State(app): State<App>,
    Path(id): Path<NurseDeskId>,
    Json(input): Json<DeskInput>,
) -> Result<Json<DeskView>> {
    let nurses = app.nurses.current(&app.store).await?;
    let owner = &find(&nurses, id)?.owner;
    // Both whose it was and whose it becomes: nobody takes a desk from another, nor gives one away.
    for owner in [owner, &input.owner] {
        principal.check(Action::EditNurseDesks, Target::Area(&nurses.ground.chain(owner)))?;
    }
    let desk = edit::desk(&nurses.ground, id, input)?;
    Ok(Json(save(&app, &principal, &desk).await?))
}

async fn save(app: &App, principal: &Principal, desk: &NurseDesk) -> Result<DeskView> {
    let mut write = app.store.begin(&principal.actor()).await?;
    nurse_desk::save(&mut write, desk).await.map_err(name_taken)?;
    write.commit().await?;
    Ok(app.nurses.current(&app.store).await?.view(desk))
}

fn name_taken(error: StoreError) -> Problem {
    if error.is_unique_violation() {
        return Problem::conflict("the owner has a desk of this name already");
    }
    error.into()
}

/// Removes a desk.
#[utoipa::path(delete, operation_id = "remove_nurse_desk", path = "/nurse-desks/{id}", tag = "nurses", params(("id" = uuid::Uuid, Path)),
    responses((status = 204), (status = 401, body = Problem), (status = 403, body = Problem), (status = 404, body = Problem)))]
pub async fn remove(
    principal: Principal,
    State(app): State<App>,
    Path(id): Path<NurseDeskId>,
) -> Result<StatusCode> {
    let nurses = app.nurses.current(&app.store).await?;
    let owner = &find(&nurses, id)?.owner;
    principal.check(Action::EditNurseDesks, Target::Area(&nurses.ground.chain(owner)))?;
    let mut write = app.store.begin(&principal.actor()).await?;
    nurse_desk::remove(&mut write, id).await?;
    write.commit().await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Who changed a desk, newest first.
#[utoipa::path(get, operation_id = "nurse_desk_history", path = "/nurse-desks/{id}/history", tag = "nurses", params(("id" = uuid::Uuid, Path)),
    responses((status = 200, body = Vec<DeskChange>), (status = 401, body = Problem), (status = 404, body = Problem)))]
pub async fn history(
    principal: Principal,
    State(app): State<App>,
    Path(id): Path<NurseDeskId>,
) -> Result<Json<Vec<DeskChange>>> {
    let nurses = app.nurses.current(&app.store).await?;
    let owner = &find(&nurses, id)?.owner;
    principal.check(Action::ReadHistory, Target::Area(&nurses.ground.chain(owner)))?;
    let entries = audit::list(&mut app.store.read().await?, Some(id.0), 100).await?;
    let shown = entries.into_iter().map(|entry| DeskChange {
        action: entry.action,
        actor: entry.actor,
        at: rfc3339(entry.at),
        before: entry.before,
        after: entry.after,
    });
    Ok(Json(shown.collect()))
}
