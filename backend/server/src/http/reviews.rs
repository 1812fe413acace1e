//! `/review-items`: what the program does not decide by itself, for the stewards of the area.

use crate::{
    app::App,
    http::{
        principal::Principal,
        problem::{OrNotFound as _, Problem, Result},
    },
    review_view,
    view::review::{Decided, ReviewKindCount, ReviewPage, ReviewView},
};
use axum::{
    Json,
    extract::{Path, Query, State},
};
use hoshizu_catalog::{
    day::Day,
    id::{OfficeId, ReviewItemId},
    permission::{Action, Target},
};
use hoshizu_store::{
    StoreError, Write,
    decision::{self, Writing},
    merge, office,
    review::{self, Review, conflict},
};
use serde::Deserialize;
use std::collections::BTreeMap;
use utoipa::{IntoParams, ToSchema};

/// Longest value and note taken, characters.
const MAX_TEXT: usize = 2_000;

/// Which items.
#[derive(Debug, Default, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(default)]
pub struct ReviewFilter {
    /// `match_candidate`, `duplicate`, `conflict`, `suggestion`, `closure`; every kind when absent.
    pub kind: Option<String>,
    /// Only items with an office in this area.
    pub area: Option<String>,
    /// Items a page, 1–100, default 20.
    pub limit: Option<u32>,
    /// `next_cursor` of the page before.
    pub cursor: Option<String>,
}

/// Open items of the review queue that touch your area.
#[utoipa::path(get, operation_id = "list_review_items", path = "/review-items", tag = "review", params(ReviewFilter),
    responses((status = 200, body = ReviewPage), (status = 401, body = Problem)))]
pub async fn list(
    principal: Principal,
    State(app): State<App>,
    Query(filter): Query<ReviewFilter>,
) -> Result<Json<ReviewPage>> {
    let limit = filter.limit.unwrap_or(20).clamp(1, 100) as usize;
    let after: Option<ReviewItemId> = match filter.cursor.as_deref() {
        None | Some("") => None,
        Some(text) => Some(text.parse().map_err(|error| Problem::invalid("cursor", error))?),
    };
    let mut tx = app.store.read().await?;
    let open =
        within(&app, &mut tx, &principal, filter.area.as_deref().filter(|area| !area.is_empty())).await?;
    let mut kinds: BTreeMap<String, u64> = BTreeMap::new();
    for (_, kind) in &open {
        *kinds.entry(kind.clone()).or_default() += 1;
    }
    let wanted = filter.kind.as_deref().filter(|kind| !kind.is_empty());
    let ids: Vec<ReviewItemId> =
        open.into_iter().filter(|(_, kind)| wanted.is_none_or(|w| w == kind)).map(|(id, _)| id).collect();
    let total = ids.len() as u64;
    let rest: Vec<ReviewItemId> =
        ids.into_iter().filter(|id| after.is_none_or(|after| *id > after)).collect();
    let page = &rest[..rest.len().min(limit)];
    let next_cursor = page.last().filter(|_| rest.len() > limit).map(ToString::to_string);
    let mut items = Vec::with_capacity(page.len());
    for item in review::many(&mut tx, page).await? {
        items.push(review_view::view(&app, &mut tx, &principal, item).await?);
    }
    let kinds = kinds.into_iter().map(|(kind, count)| ReviewKindCount { kind, count }).collect();
    Ok(Json(ReviewPage { items, total, kinds, next_cursor }))
}

/// Ids and kinds of the open items with an office that may be moderated, and that lies in the area asked for.
async fn within(
    app: &App,
    tx: &mut hoshizu_store::Tx,
    principal: &Principal,
    area: Option<&str>,
) -> Result<Vec<(ReviewItemId, String)>> {
    let open = review::open(tx).await?;
    if area.is_none() && principal.may(Action::Moderate, Target::Installation) {
        return Ok(open.into_iter().map(|(id, kind, _)| (id, kind)).collect());
    }
    let mut offices: Vec<OfficeId> =
        open.iter().flat_map(|(_, _, offices)| offices.iter().copied()).collect();
    offices.sort_unstable();
    offices.dedup();
    let places = office::places(tx, &offices).await?;
    let region = app.region.load_full();
    let is_in = |office: &OfficeId| {
        review_view::areas_of(&region, &places, *office).is_some_and(|areas| {
            principal.may(Action::Moderate, Target::Office(*office, &areas))
                && area.is_none_or(|area| areas.iter().any(|own| own == area))
        })
    };
    let seen = open.into_iter().filter(|(_, _, offices)| offices.iter().any(is_in));
    Ok(seen.map(|(id, kind, _)| (id, kind)).collect())
}

/// One item, open or decided.
#[utoipa::path(get, operation_id = "show_review_item", path = "/review-items/{id}", tag = "review",
    params(("id" = uuid::Uuid, Path)), responses((status = 200, body = ReviewView), (status = 404, body = Problem)))]
pub async fn show(
    principal: Principal,
    State(app): State<App>,
    Path(id): Path<ReviewItemId>,
) -> Result<Json<ReviewView>> {
    let mut tx = app.store.read().await?;
    let item = review::find(&mut tx, id).await?.or_not_found("review item")?;
    review_view::visible(&app, &mut tx, &principal, &item).await?;
    Ok(Json(review_view::view(&app, &mut tx, &principal, item).await?))
}

/// How an item is decided.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ReviewAnswer {
    /// One of the item's `choices`.
    pub choice: String,
    /// Of `same`: the office that stays; the item's first when absent.
    pub into: Option<uuid::Uuid>,
    /// Of `accept`: the value to set instead of the one suggested.
    pub value: Option<String>,
}

/// Decides an open item.
#[utoipa::path(post, operation_id = "decide_review_item", path = "/review-items/{id}/decision", tag = "review",
    params(("id" = uuid::Uuid, Path)), request_body = ReviewAnswer,
    responses((status = 200, body = Decided), (status = 403, body = Problem), (status = 404, body = Problem),
        (status = 409, body = Problem)))]
pub async fn decide(
    principal: Principal,
    State(app): State<App>,
    Path(id): Path<ReviewItemId>,
    Json(answer): Json<ReviewAnswer>,
) -> Result<Json<Decided>> {
    if answer.value.as_ref().is_some_and(|value| value.chars().count() > MAX_TEXT) {
        return Err(Problem::invalid("value", format!("longer than {MAX_TEXT} characters")));
    }
    let mut write = app.store.begin(&principal.actor()).await?;
    let item = review::find(write.tx(), id).await?.or_not_found("review item")?;
    for office in review_view::visible(&app, write.tx(), &principal, &item).await? {
        principal.check_office(&app, Action::Moderate, &office)?;
    }
    if item.state != review::OPEN {
        return Err(StoreError::NotOpen.into());
    }
    let decided = carry_out(&mut write, &item, &answer).await?;
    write.commit().await?;
    app.jobs.nudge();
    Ok(Json(decided))
}

async fn carry_out(write: &mut Write, item: &Review, answer: &ReviewAnswer) -> Result<Decided> {
    let first = *item.offices.first().or_not_found("office")?;
    let plain = |decision: hoshizu_catalog::id::DecisionId| Decided { decision: decision.0, office: None };
    match (item.kind.as_str(), answer.choice.as_str()) {
        ("match_candidate" | "duplicate", "same") => {
            let into = answer.into.map_or(first, OfficeId);
            let away = item.offices.iter().find(|office| **office != into);
            let away = away.filter(|_| item.offices.len() == 2 && item.offices.contains(&into));
            let away = *away.ok_or_else(|| Problem::invalid("into", "one of the item's two offices"))?;
            let decision = merge::merge(write, into, away, Some(item.id)).await?;
            Ok(Decided { decision: decision.0, office: Some(into.0) })
        }
        ("match_candidate" | "duplicate", "different") => {
            Ok(plain(decision::answer(write, item.id, "different").await?))
        }
        ("conflict", "keep") => Ok(plain(decision::answer(write, item.id, "keep").await?)),
        ("conflict", "official") => {
            let values: Vec<(String, Option<String>)> =
                item.differ.iter().map(|field| (field.clone(), None)).collect();
            Ok(plain(decision::correct(write, Some(item.id), "official", first, &values, None).await?))
        }
        ("suggestion", "accept") => {
            let text = |name: &str| item.payload.as_ref().and_then(|payload| payload[name].as_str());
            let field = text("field").or_not_found("suggestion")?.to_owned();
            if !conflict::FIELDS.contains(&field.as_str()) {
                return Err(Problem::invalid("choice", "no field of this suggestion can be set"));
            }
            let value = answer.value.clone().or_else(|| text("new").map(str::to_owned)).unwrap_or_default();
            // Who suggested stands in the item, which the decision names; the note of a correction is public.
            let note = format!("提案による訂正 {}", &item.id.to_string()[..8]);
            let values = [(field, Some(value))];
            Ok(plain(decision::correct(write, Some(item.id), "accept", first, &values, Some(&note)).await?))
        }
        ("closure", "accept") => {
            let said = item.payload.as_ref().and_then(|payload| payload["new"].as_str()).unwrap_or_default();
            let day = Day::parse(answer.value.as_deref().unwrap_or(said)).unwrap_or(Day::of(write.now()));
            let writing = Writing { closed_on: Some(day), ..Writing::default() };
            Ok(plain(decision::carry_out(write, Some(item.id), "accept", first, &writing).await?))
        }
        ("suggestion" | "closure", "done") => Ok(plain(decision::answer(write, item.id, "done").await?)),
        ("suggestion" | "closure", "reject") => Ok(plain(decision::answer(write, item.id, "reject").await?)),
        (kind, choice) => Err(Problem::invalid("choice", format!("{choice:?} does not answer a {kind}"))),
    }
}

/// How many questions were put.
#[derive(Debug, serde::Serialize, ToSchema)]
pub struct Looked {
    /// New questions.
    pub asked: u64,
}

/// Looks for offices stored twice, among what has changed since it was last looked.
#[utoipa::path(post, operation_id = "find_duplicates", path = "/review-items/find-duplicates", tag = "review",
    responses((status = 200, body = Looked), (status = 401, body = Problem)))]
pub async fn find_duplicates(principal: Principal, State(app): State<App>) -> Result<Json<Looked>> {
    let asked = crate::duplicates::look(&app.store, &principal.actor()).await?;
    Ok(Json(Looked { asked }))
}
