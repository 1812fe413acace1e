//! Ties: of an office, and ☆ set between surveys.

use crate::{
    app::App,
    http::{
        principal::Principal,
        problem::{OrNotFound as _, Problem, Result},
    },
    surveys::{pictures::Moment, shared, sheet::neighbour, sight::Sight},
    view::card::NamedId,
    view::tie::{
        NewTie, OfficeTie, OfficeTies, StatementAnswer, StatementView, StructuralLink, StructuralLinks,
    },
};
use axum::{
    Json,
    extract::{Path, State},
    http::StatusCode,
};
use hoshizu_analysis::survey::picture::Known;
use hoshizu_catalog::{
    day::Day,
    id::{OfficeId, StatementId},
    office::Office,
    permission::Action,
    survey::Selection,
};
use hoshizu_store::{
    Tx, office,
    tie::{self, Answer, Statement},
};
use std::collections::{HashMap, HashSet};

/// Neighbours by one fact of the directory at most.
const LINKS: u32 = 50;

/// The ties of one office as of today.
#[utoipa::path(get, operation_id = "office_ties", path = "/offices/{id}/ties", tag = "ties", params(("id" = uuid::Uuid, Path)),
    responses((status = 200, body = OfficeTies), (status = 401, body = Problem), (status = 403, body = Problem), (status = 404, body = Problem)))]
pub async fn of_office(
    principal: Principal,
    State(app): State<App>,
    Path(id): Path<OfficeId>,
) -> Result<Json<OfficeTies>> {
    let mut tx = app.store.read().await?;
    let own = office::find(&mut tx, id).await?.or_not_found("office")?;
    let sight = sight_at(&mut tx, &app, &principal, &own).await?;
    if !sight.any {
        return Err(Problem::forbidden());
    }
    let picture = app.pictures.of(&app.store, Moment::Day(Day::of(app.store.now()))).await?;
    let known = picture.ties_of(id);
    let partners: Vec<OfficeId> = known.iter().map(|tie| tie.other(id)).collect();
    let offices: HashMap<OfficeId, Office> =
        office::many(&mut tx, &partners).await?.into_iter().map(|office| (office.id, office)).collect();
    let (seen, unseen): (Vec<&Known>, Vec<&Known>) = known.iter().partition(|tie| sight.sees(tie));
    let region = app.region.load_full();
    let (since, waves) = shared::since(&mut tx, &app, &own, &sight).await?;
    let mut forums = shared::seated(&mut tx, Day::of(app.store.now())).await?;
    forums.retain(|forum| forum.offices.contains(&id));
    let shown = |tie: &Known| {
        let partner = tie.other(id);
        let both = forums.iter().filter(|forum| forum.offices.contains(&partner));
        Some(OfficeTie {
            neighbour: neighbour(&region, id, tie, offices.get(&partner)?, &Selection::default()),
            since: since.get(&partner).map(|seen| seen.since.to_string()),
            every_wave: since.get(&partner).and_then(|seen| seen.every(waves)),
            forums: both.map(|forum| NamedId { id: forum.id, name: forum.name.clone() }).collect(),
        })
    };
    let may_state = principal.may_office(&app, Action::StateTies, &own);
    let statements = if sight.all || sight.own.contains(&id) || may_state {
        statement_views(&mut tx, tie::statements_of(&mut app.store.read().await?, id).await?).await?
    } else {
        Vec::new()
    };
    Ok(Json(OfficeTies {
        ties: seen.into_iter().filter_map(shown).collect(),
        hidden: Sight::count(unseen.len()),
        statements,
        may_state,
    }))
}

/// What somebody sees around an office: that of the first area it lies in of which they see anything.
pub async fn sight_at(tx: &mut Tx, app: &App, principal: &Principal, office: &Office) -> Result<Sight> {
    let mut best = Sight::default();
    for area in app.region.load_full().areas_of(office) {
        let sight = Sight::of(tx, app, principal, &area).await?;
        if sight.all {
            return Ok(sight);
        }
        if sight.any || !best.any {
            best = sight;
        }
    }
    best.any |= best.own.contains(&office.id);
    Ok(best)
}

async fn statement_views(tx: &mut Tx, statements: Vec<Statement>) -> Result<Vec<StatementView>> {
    let ids: Vec<OfficeId> = statements.iter().flat_map(|said| [said.office, said.partner]).collect();
    let ids: Vec<OfficeId> = ids.into_iter().collect::<HashSet<_>>().into_iter().collect();
    let names: HashMap<OfficeId, String> =
        office::many(tx, &ids).await?.into_iter().map(|office| (office.id, office.name)).collect();
    let name = |id| names.get(&id).cloned().unwrap_or_default();
    let view = |said: Statement| StatementView {
        id: said.id.0,
        office: said.office.0,
        office_name: name(said.office),
        partner: said.partner.0,
        partner_name: name(said.partner),
        star: said.star.into(),
        stated_on: said.stated_on.to_string(),
        ended_on: said.ended_on.map(|on| on.to_string()),
        answer: said.answer.map(|(answer, _)| answer.code().to_owned()),
    };
    Ok(statements.into_iter().map(view).collect())
}

/// Sets a ☆ beside a partner between surveys. The same partner again replaces what was told.
#[utoipa::path(post, operation_id = "state_tie", path = "/offices/{id}/ties", tag = "ties", params(("id" = uuid::Uuid, Path)),
    request_body = NewTie,
    responses((status = 201, body = StatementView), (status = 403, body = Problem), (status = 404, body = Problem), (status = 422, body = Problem)))]
pub async fn create(
    principal: Principal,
    State(app): State<App>,
    Path(id): Path<OfficeId>,
    Json(input): Json<NewTie>,
) -> Result<(StatusCode, Json<StatementView>)> {
    let star = input.star.read().map_err(|why| Problem::unprocessable("star", why))?;
    let partner = OfficeId(input.partner);
    let mut write = app.store.begin(&principal.actor()).await?;
    let own = office::find(write.tx(), id).await?.or_not_found("office")?;
    principal.check_office(&app, Action::StateTies, &own)?;
    if partner == id || office::find(write.tx(), partner).await?.is_none() {
        return Err(Problem::unprocessable("partner", "no such other office"));
    }
    let today = Day::of(app.store.now());
    let said = tie::statements_of(write.tx(), id).await?;
    let standing =
        said.into_iter().find(|said| said.office == id && said.partner == partner && said.ended_on.is_none());
    let statement = match standing {
        Some(standing) => Statement { star, ..standing },
        None => Statement {
            id: StatementId(app.store.next_id()),
            office: id,
            partner,
            star,
            stated_on: today,
            ended_on: None,
            answer: None,
        },
    };
    tie::state(&mut write, "state_tie", &statement).await?;
    let view = statement_views(write.tx(), vec![statement]).await?.pop().or_not_found("tie")?;
    write.commit().await?;
    Ok((StatusCode::CREATED, Json(view)))
}

async fn statement(tx: &mut Tx, id: StatementId) -> Result<Statement> {
    tie::statement(tx, id).await?.or_not_found("tie")
}

/// Takes a ☆ set between surveys back, as of today.
#[utoipa::path(delete, operation_id = "end_tie", path = "/ties/{id}", tag = "ties", params(("id" = uuid::Uuid, Path)),
    responses((status = 204), (status = 403, body = Problem), (status = 404, body = Problem)))]
pub async fn end(
    principal: Principal,
    State(app): State<App>,
    Path(id): Path<StatementId>,
) -> Result<StatusCode> {
    let mut write = app.store.begin(&principal.actor()).await?;
    let said = statement(write.tx(), id).await?;
    may_speak_for(write.tx(), &app, &principal, said.office).await?;
    let ended_on = said.ended_on.or_else(|| Some(Day::of(app.store.now())));
    tie::state(&mut write, "end_tie", &Statement { ended_on, ..said }).await?;
    write.commit().await?;
    Ok(StatusCode::NO_CONTENT)
}

/// 404 for who may not speak for the office: that a ☆ exists is for its two offices.
async fn may_speak_for(tx: &mut Tx, app: &App, principal: &Principal, id: OfficeId) -> Result<()> {
    let own = office::find(tx, id).await?.or_not_found("tie")?;
    principal.may_office(app, Action::StateTies, &own).then_some(()).or_not_found("tie")
}

/// Answers a ☆ another office has set beside this one.
#[utoipa::path(post, operation_id = "answer_tie", path = "/ties/{id}/answer", tag = "ties", params(("id" = uuid::Uuid, Path)),
    request_body = StatementAnswer,
    responses((status = 204), (status = 403, body = Problem), (status = 404, body = Problem), (status = 422, body = Problem)))]
pub async fn answer(
    principal: Principal,
    State(app): State<App>,
    Path(id): Path<StatementId>,
    Json(input): Json<StatementAnswer>,
) -> Result<StatusCode> {
    let said = Answer::from_code(&input.answer)
        .ok_or_else(|| Problem::unprocessable("answer", "yes, no, elsewhere"))?;
    let mut write = app.store.begin(&principal.actor()).await?;
    let stated = statement(write.tx(), id).await?;
    may_speak_for(write.tx(), &app, &principal, stated.partner).await?;
    let answer = Some((said, Day::of(app.store.now())));
    tie::state(&mut write, "answer_tie", &Statement { answer, ..stated }).await?;
    write.commit().await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Offices joined to this one by a fact of the directory: the same organization, place or number.
#[utoipa::path(get, operation_id = "structural_links", path = "/offices/{id}/links", tag = "ties", params(("id" = uuid::Uuid, Path)),
    responses((status = 200, body = StructuralLinks), (status = 404, body = Problem)))]
pub async fn links(State(app): State<App>, Path(id): Path<OfficeId>) -> Result<Json<StructuralLinks>> {
    let mut tx = app.store.read().await?;
    let own = office::find(&mut tx, id).await?.or_not_found("office")?;
    let mut items = Vec::new();
    let mut add = |kind, offices: Vec<Office>| {
        items.extend(offices.into_iter().filter(|office| office.id != id).map(|office| StructuralLink {
            kind,
            office: office.id.0,
            services: office.services.iter().map(|service| service.definition().code.clone()).collect(),
            name: office.name,
        }));
    };
    if let Some(organization) = own.organization {
        add("organization", office::by_organization(&mut tx, organization, LINKS).await?);
    }
    add("place", office::same_place(&mut tx, &own, LINKS).await?);
    let mut same = Vec::new();
    for number in &own.numbers {
        same.extend(office::by_number(&mut tx, number.as_str()).await?);
    }
    add("number", office::many(&mut tx, &same).await?);
    Ok(Json(StructuralLinks { items }))
}
