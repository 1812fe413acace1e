//! `/terms` and `/settings/…`: what an entry may name, and how long a check holds.

use crate::{
    app::App,
    http::{
        principal::Principal,
        problem::{Problem, Result},
    },
    view::entry::TermView,
};
use axum::{Json, extract::State, http::StatusCode};
use hoshizu_catalog::{
    freshness::{Group, ShelfLives},
    permission::{Action, Target},
    terms::{self, Term},
};
use hoshizu_store::term;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, HashSet};
use utoipa::ToSchema;

/// Terms and shelf lives.
#[derive(Debug, Serialize, ToSchema)]
pub struct Terms {
    /// 特長, those of the program first.
    pub strengths: Vec<TermView>,
    /// Codes of the strengths added here.
    pub added: Vec<String>,
    /// 資格.
    pub qualifications: Vec<TermView>,
    /// Days for which a check holds, by group of fields.
    pub shelf_lives: BTreeMap<String, u32>,
}

/// What an entry may name, and how long a check holds.
#[utoipa::path(get, operation_id = "list_terms", path = "/terms", tag = "entries", responses((status = 200, body = Terms)))]
pub async fn list(State(app): State<App>) -> Result<Json<Terms>> {
    let mut tx = app.store.read().await?;
    let added = term::added(&mut tx).await?;
    let lives = term::shelf_lives(&mut tx).await?;
    Ok(Json(Terms {
        strengths: terms::with_added(&added).iter().map(TermView::from).collect(),
        added: added.into_iter().map(|term| term.code).collect(),
        qualifications: terms::qualifications().iter().map(TermView::from).collect(),
        shelf_lives: Group::ALL.map(|group| (group.code().to_owned(), lives.days(group))).into(),
    }))
}

/// Strengths of this installation beside those of the program.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct AddedTerms {
    /// All of them; what is left out is taken away. At most 200.
    pub items: Vec<TermView>,
}

/// Replaces the strengths added here.
#[utoipa::path(put, operation_id = "set_strengths", path = "/settings/strengths", tag = "entries", request_body = AddedTerms,
    responses((status = 204), (status = 403, body = Problem), (status = 422, body = Problem)))]
pub async fn set_strengths(
    principal: Principal,
    State(app): State<App>,
    Json(input): Json<AddedTerms>,
) -> Result<StatusCode> {
    principal.check(Action::ManageSettings, Target::Installation)?;
    let added: Vec<Term> = input.items.into_iter().map(Term::from).collect();
    if added.len() > terms::MOST_ADDED {
        return Err(Problem::unprocessable("items", "too_many"));
    }
    let mut codes = HashSet::new();
    for (at, term) in added.iter().enumerate() {
        terms::check(term).map_err(|field| Problem::unprocessable(&format!("items.{at}"), field))?;
        if !codes.insert(term.code.as_str()) {
            return Err(Problem::unprocessable(&format!("items.{at}"), "twice"));
        }
    }
    let mut write = app.store.begin(&principal.actor()).await?;
    term::set_added(&mut write, &added).await?;
    write.commit().await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Replaces the shelf lives: days by group of fields, 1–3650; a group left out keeps that of the program.
#[utoipa::path(put, operation_id = "set_shelf_lives", path = "/settings/shelf-lives", tag = "entries",
    request_body = BTreeMap<String, u32>, responses((status = 204), (status = 403, body = Problem), (status = 422, body = Problem)))]
pub async fn set_shelf_lives(
    principal: Principal,
    State(app): State<App>,
    Json(input): Json<BTreeMap<String, u32>>,
) -> Result<StatusCode> {
    principal.check(Action::ManageSettings, Target::Installation)?;
    let mut lives = ShelfLives::default();
    for (code, days) in input {
        let group = Group::from_code(&code).ok_or_else(|| Problem::unprocessable(&code, "unknown"))?;
        if !lives.set(group, days) {
            return Err(Problem::unprocessable(&code, "1 to 3650 days"));
        }
    }
    let mut write = app.store.begin(&principal.actor()).await?;
    term::set_shelf_lives(&mut write, &lives).await?;
    write.commit().await?;
    Ok(StatusCode::NO_CONTENT)
}
