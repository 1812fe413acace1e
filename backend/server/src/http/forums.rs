//! Forums: who should sit in them, who does, and who is missing.

use crate::{
    app::App,
    http::{
        entries::refuse_client_data,
        principal::Principal,
        problem::{OrNotFound as _, Problem, Result},
        surveys::SurveyArea,
    },
    region::Region,
    surveys::{
        candidates::{self, Known},
        progress::area_name,
        sight::Sight,
    },
    view::forum::{ForumInput, ForumList, ForumTemplate, ForumView, HeldSeat, MemberView, SeatSuggestion},
};
use axum::{
    Json,
    extract::{Path, Query, State},
    http::StatusCode,
};
use hoshizu_catalog::{
    day::Day,
    forum::{self as noun, Forum, Seat},
    id::{ForumId, OfficeId},
    permission::{Action, Target},
};
use hoshizu_store::{StoreError, Tx, forum, office};
use std::collections::HashMap;

/// Offices suggested for a vacant seat.
const SUGGESTED: usize = 5;

/// The seats each kind of forum should have.
#[utoipa::path(get, operation_id = "forum_templates", path = "/forum-templates", tag = "forums",
    responses((status = 200, body = Vec<ForumTemplate>)))]
pub async fn templates() -> Json<Vec<ForumTemplate>> {
    let view = |template: &noun::Template| ForumTemplate {
        kind: template.kind,
        seats: template.seats.iter().map(Into::into).collect(),
    };
    Json(noun::templates().iter().map(view).collect())
}

async fn may_read(tx: &mut Tx, app: &App, principal: &Principal, area: &str) -> Result<()> {
    let sight = Sight::of(tx, app, principal, area).await?;
    if sight.any { Ok(()) } else { Err(Problem::forbidden()) }
}

fn may_edit(app: &App, principal: &Principal, area: &str) -> bool {
    principal.may(Action::KeepForums, Target::Area(&app.region.load().areas_above(area)))
}

/// The forums of an area, those of areas inside it included, with their composition.
#[utoipa::path(get, operation_id = "list_forums", path = "/forums", tag = "forums", params(SurveyArea),
    responses((status = 200, body = ForumList), (status = 401, body = Problem), (status = 403, body = Problem)))]
pub async fn list(
    principal: Principal,
    State(app): State<App>,
    Query(of): Query<SurveyArea>,
) -> Result<Json<ForumList>> {
    let mut tx = app.store.read().await?;
    may_read(&mut tx, &app, &principal, &of.area).await?;
    let region = app.region.load_full();
    let mut items = Vec::new();
    for found in forum::list(&mut tx).await? {
        if region.areas_above(&found.area).contains(&of.area) {
            items.push(view(&mut tx, &app, &principal, &region, found).await?);
        }
    }
    Ok(Json(ForumList { items, may_edit: may_edit(&app, &principal, &of.area) }))
}

async fn view(
    tx: &mut Tx,
    app: &App,
    principal: &Principal,
    region: &Region,
    forum: Forum,
) -> Result<ForumView> {
    let today = Day::of(app.store.now());
    let local = candidates::inside(tx, region, &forum.area).await?;
    let ids: Vec<OfficeId> = forum.members.iter().filter_map(|member| member.office).collect();
    let names: HashMap<OfficeId, String> =
        office::many(tx, &ids).await?.into_iter().map(|office| (office.id, office.name)).collect();
    let named = |member: &noun::Member| {
        let name = member.office.and_then(|office| names.get(&office).cloned());
        name.unwrap_or_else(|| member.name.clone())
    };
    let held = |seat: &Seat| -> HeldSeat {
        let sitting = forum.members.iter().filter(|member| member.seat == seat.code && member.sits_on(today));
        let could = could_take(&local, seat, &ids);
        HeldSeat {
            seat: seat.into(),
            held_by: sitting.map(&named).collect(),
            could: could.len(),
            suggestions: could
                .into_iter()
                .take(SUGGESTED)
                .map(|known| SeatSuggestion { office: known.office.id.0, name: known.office.name.clone() })
                .collect(),
        }
    };
    let seats: Vec<HeldSeat> = forum.wanted().iter().map(held).collect();
    Ok(ForumView {
        id: forum.id.0,
        area_name: area_name(region, &forum.area),
        own_seats: !forum.seats.is_empty(),
        vacant: seats.iter().filter(|seat| seat.held_by.is_empty()).count(),
        seats,
        meetings: forum.meetings.iter().map(ToString::to_string).collect(),
        members: forum
            .members
            .iter()
            .map(|member| MemberView { name: named(member), ..member.into() })
            .collect(),
        may_edit: may_edit(app, principal, &forum.area),
        area: forum.area,
        kind: forum.kind,
        name: forum.name,
        note: forum.note,
    })
}

/// Offices of the area that could take a seat and sit on none, by name.
fn could_take<'k>(local: &'k [Known], seat: &Seat, sitting: &[OfficeId]) -> Vec<&'k Known> {
    let fits = |known: &&Known| {
        let office = &known.office;
        office.gone_in.is_none()
            && !sitting.contains(&office.id)
            && office.services.iter().any(|service| seat.services.contains(service))
    };
    let mut found: Vec<&Known> = local.iter().filter(fits).collect();
    found.sort_by(|a, b| a.office.name.cmp(&b.office.name));
    found
}

/// One forum.
#[utoipa::path(get, operation_id = "show_forum", path = "/forums/{id}", tag = "forums", params(("id" = uuid::Uuid, Path)),
    responses((status = 200, body = ForumView), (status = 401, body = Problem), (status = 403, body = Problem), (status = 404, body = Problem)))]
pub async fn show(
    principal: Principal,
    State(app): State<App>,
    Path(id): Path<ForumId>,
) -> Result<Json<ForumView>> {
    let mut tx = app.store.read().await?;
    let found = forum::find(&mut tx, id).await?.or_not_found("forum")?;
    may_read(&mut tx, &app, &principal, &found.area).await?;
    let region = app.region.load_full();
    Ok(Json(view(&mut tx, &app, &principal, &region, found).await?))
}

/// Adds a forum.
#[utoipa::path(post, operation_id = "create_forum", path = "/forums", tag = "forums", request_body = ForumInput,
    responses((status = 201, body = ForumView), (status = 401, body = Problem), (status = 403, body = Problem),
        (status = 409, body = Problem), (status = 422, body = Problem)))]
pub async fn create(
    principal: Principal,
    State(app): State<App>,
    Json(input): Json<ForumInput>,
) -> Result<(StatusCode, Json<ForumView>)> {
    let id = ForumId(app.store.next_id());
    Ok((StatusCode::CREATED, Json(save(&app, &principal, id, input, None).await?)))
}

/// Rewrites a forum with all its members.
#[utoipa::path(put, operation_id = "change_forum", path = "/forums/{id}", tag = "forums", params(("id" = uuid::Uuid, Path)),
    request_body = ForumInput,
    responses((status = 200, body = ForumView), (status = 401, body = Problem), (status = 403, body = Problem),
        (status = 404, body = Problem), (status = 409, body = Problem), (status = 422, body = Problem)))]
pub async fn change(
    principal: Principal,
    State(app): State<App>,
    Path(id): Path<ForumId>,
    Json(input): Json<ForumInput>,
) -> Result<Json<ForumView>> {
    let before = forum::find(&mut app.store.read().await?, id).await?.or_not_found("forum")?;
    Ok(Json(save(&app, &principal, id, input, Some(before)).await?))
}

async fn save(
    app: &App,
    principal: &Principal,
    id: ForumId,
    input: ForumInput,
    before: Option<Forum>,
) -> Result<ForumView> {
    let forum = input.read(id).map_err(|(field, why)| Problem::unprocessable(field, why))?;
    let region = app.region.load_full();
    if !region.areas.contains_key(&forum.area) {
        return Err(Problem::unprocessable("area", "no such area"));
    }
    // Both whose it was and whose it becomes.
    for area in before.iter().map(|before| &before.area).chain([&forum.area]) {
        principal.check(Action::KeepForums, Target::Area(&region.areas_above(area)))?;
    }
    refuse_client_data(forum.members.iter().map(|member| member.name.as_str()).chain([forum.note.as_str()]))?;
    let ids: Vec<OfficeId> = forum.members.iter().filter_map(|member| member.office).collect();
    let mut write = app.store.begin(&principal.actor()).await?;
    let known = office::many(write.tx(), &ids).await?;
    if ids.iter().any(|id| !known.iter().any(|office| office.id == *id)) {
        return Err(Problem::unprocessable("members", "no such office"));
    }
    forum::save(&mut write, &forum).await.map_err(name_taken)?;
    let shown = view(write.tx(), app, principal, &region, forum).await?;
    write.commit().await?;
    Ok(shown)
}

fn name_taken(error: StoreError) -> Problem {
    if error.is_unique_violation() {
        return Problem::conflict("the area has a forum of this name already");
    }
    error.into()
}

/// Removes a forum.
#[utoipa::path(delete, operation_id = "remove_forum", path = "/forums/{id}", tag = "forums", params(("id" = uuid::Uuid, Path)),
    responses((status = 204), (status = 401, body = Problem), (status = 403, body = Problem), (status = 404, body = Problem)))]
pub async fn remove(
    principal: Principal,
    State(app): State<App>,
    Path(id): Path<ForumId>,
) -> Result<StatusCode> {
    let mut write = app.store.begin(&principal.actor()).await?;
    let found = forum::find(write.tx(), id).await?.or_not_found("forum")?;
    principal.check(Action::KeepForums, Target::Area(&app.region.load().areas_above(&found.area)))?;
    forum::remove(&mut write, id).await?;
    write.commit().await?;
    Ok(StatusCode::NO_CONTENT)
}
