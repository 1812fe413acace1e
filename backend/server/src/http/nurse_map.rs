//! `/nurse-desks/map`: all jurisdictions of a municipality or prefecture at once.

use crate::{
    app::App,
    http::problem::{OrNotFound as _, Problem, Result},
    nurses::map::{self, Asked},
    view::nurse_map::NurseMap,
};
use axum::{
    Json,
    extract::{Query, State},
};
use hoshizu_analysis::guide::conditions;
use hoshizu_catalog::nurse::{OLDEST, Topic};
use serde::Deserialize;
use utoipa::IntoParams;

/// What to draw.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct MapFilter {
    /// Code of a prefecture, municipality or ward.
    pub area: String,
    /// Code of a topic, or words people use; all topics without.
    pub topic: Option<String>,
    /// Age in years, 0–120; all ages without.
    pub age: Option<u8>,
}

/// Which desks cover which part of an area, with the parts shared by several and those of nobody.
#[utoipa::path(get, operation_id = "nurse_desk_map", path = "/nurse-desks/map", tag = "nurses", params(MapFilter),
    responses((status = 200, body = NurseMap), (status = 400, body = Problem), (status = 404, body = Problem)))]
pub async fn show(State(app): State<App>, Query(filter): Query<MapFilter>) -> Result<Json<NurseMap>> {
    if filter.age.is_some_and(|age| age > OLDEST) {
        return Err(Problem::invalid("age", "0 to 120"));
    }
    let words = filter.topic.as_deref().map(str::trim).filter(|words| !words.is_empty());
    let topic = words.and_then(|words| Topic::from_code(words).or_else(|| conditions::topic(words)));
    if words.is_some() && topic.is_none() {
        return Err(Problem::invalid("topic", "unknown"));
    }
    let nurses = app.nurses.current(&app.store).await?;
    let known = nurses.ground.areas.get(&filter.area).filter(|area| area.kind.is_administrative());
    known.or_not_found("area")?;
    let region = app.region.load_full();
    let drawn = tokio::task::spawn_blocking(move || {
        let area = nurses.ground.areas.get(&filter.area)?;
        Some(map::of(&nurses, &region, area, Asked { topic, age: filter.age }))
    });
    Ok(Json(drawn.await.map_err(|error| Problem::internal(&error))?.or_not_found("area")?))
}
