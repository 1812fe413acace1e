//! `/guide` and `/glossary`: whom to bring in, and the words of both fields. What is asked is neither stored nor logged.

use crate::{
    app::App,
    guide::{Desk, OwnTies, condition_view},
    http::{
        nurse_desks::Lookup,
        principal::Principal,
        problem::{Problem, Result},
    },
    nurses::place::Found,
    surveys::sight::members,
    view::{
        card::NamedCode,
        guide::{
            BothTexts, BothWords, Glossary, GlossaryTerm, GuideAnswer, GuideChoice, GuideTerms, GuidelineView,
        },
    },
};
use axum::{
    Json,
    extract::{Query, State},
};
use hoshizu_analysis::guide::{
    conditions,
    rules::{Book, Case, advise, data::Choice},
};
use hoshizu_catalog::{glossary, nurse::OLDEST};
use serde::Deserialize;
use utoipa::IntoParams;

/// Words of one list.
const MOST_WORDS: usize = 20;

/// A person's situation; never who it is. Everything is optional.
#[derive(Debug, Default, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(default)]
pub struct GuideQuestion {
    /// Age in years, 0–120.
    pub age: Option<u8>,
    /// Months until the 65th birthday, 0–120; goes before `age`.
    pub turns_65_in: Option<u8>,
    /// Address, municipality, 圏域 or town in words.
    pub place: Option<String>,
    /// Code of an area.
    pub area: Option<String>,
    /// Degrees north.
    pub lat: Option<f64>,
    /// Degrees east.
    pub lon: Option<f64>,
    /// Conditions with commas between: codes, names, abbreviations, numbers of 指定難病.
    pub condition: Option<String>,
    /// Codes of services in use, with commas between.
    pub service: Option<String>,
    /// Codes of situations, with commas between.
    pub situation: Option<String>,
}

impl GuideQuestion {
    /// The case, and the words for conditions that mean none.
    fn case(&self, book: &Book) -> Result<(Case, Vec<String>)> {
        if self.age.is_some_and(|age| age > OLDEST) {
            return Err(Problem::invalid("age", "0 to 120"));
        }
        if self.turns_65_in.is_some_and(|months| months > 120) {
            return Err(Problem::invalid("turns_65_in", "0 to 120"));
        }
        let (mut conditions, mut unknown) = (Vec::new(), Vec::new());
        for word in words("condition", self.condition.as_deref())? {
            match conditions::named(word) {
                Some(condition) => conditions.push(condition.code.clone()),
                None => unknown.push(word.chars().take(40).collect()),
            }
        }
        let case = Case {
            age: self.age,
            turns_65_in: self.turns_65_in,
            conditions,
            services: chosen("service", self.service.as_deref(), &book.services)?,
            situations: chosen("situation", self.situation.as_deref(), &book.situations)?,
            areas: Vec::new(),
        };
        Ok((case, unknown))
    }

    fn place(&self) -> Lookup {
        let (place, area) = (self.place.clone(), self.area.clone());
        Lookup { place, area, lat: self.lat, lon: self.lon, ..Lookup::default() }
    }
}

fn words<'w>(parameter: &str, list: Option<&'w str>) -> Result<Vec<&'w str>> {
    let list = list.unwrap_or_default().split([',', '、']).map(str::trim).filter(|word| !word.is_empty());
    let words: Vec<&str> = list.collect();
    if words.len() > MOST_WORDS || words.iter().any(|word| word.chars().count() > 100) {
        return Err(Problem::invalid(parameter, format!("at most {MOST_WORDS} words")));
    }
    Ok(words)
}

fn chosen(parameter: &str, list: Option<&str>, known: &[Choice]) -> Result<Vec<String>> {
    let words = words(parameter, list)?.into_iter();
    words
        .map(|code| match known.iter().find(|choice| choice.code == code) {
            Some(choice) => Ok(choice.code.clone()),
            None => Err(Problem::invalid(parameter, format!("unknown code {code:?}"))),
        })
        .collect()
}

/// Whom to bring in, why, when, with which offices; where to take it; what to hand over.
#[utoipa::path(get, operation_id = "ask_guide", path = "/guide", tag = "guide", params(GuideQuestion),
    responses((status = 200, body = GuideAnswer), (status = 400, body = Problem), (status = 404, body = Problem)))]
pub async fn ask(
    principal: Principal,
    State(app): State<App>,
    Query(asked): Query<GuideQuestion>,
) -> Result<Json<GuideAnswer>> {
    let book = app.book.as_ref();
    let (mut case, unknown_conditions) = asked.case(book)?;
    let nurses = app.nurses.current(&app.store).await?;
    let (spot, choices) = match asked.place().spot(&nurses)? {
        Found::Spot(spot) => (Some(spot), Vec::new()),
        Found::Choices(choices) => (None, choices),
    };
    case.areas = spot.as_ref().map(|spot| spot.areas.clone()).unwrap_or_default();
    let advice = advise(book, &case);
    let own = OwnTies::load(&app, &members(&principal).collect()).await?;
    let desk = Desk { app: &app, book, nurses: &nurses, case: &case, spot: spot.as_ref(), own: own.as_ref() };
    let known = conditions::all().iter().filter(|condition| case.conditions.contains(&condition.code));
    Ok(Json(GuideAnswer {
        place: spot.as_ref().map(|spot| nurses.spot_view(spot)),
        choices: choices.into_iter().map(|(code, name)| NamedCode { code, name }).collect(),
        conditions: known.map(condition_view).collect(),
        unknown_conditions,
        steps: desk.steps(&advice).await?,
        conclusions: advice.conclusions.iter().map(|one| desk.conclusion(one)).collect(),
        open: advice.open.iter().map(|one| desk.conclusion(one)).collect(),
        forums: desk.forums(&advice),
        guidelines: desk.guidelines(&advice),
        checklists: desk.checklists(&advice),
        networks: desk.networks(&advice).await?,
    }))
}

/// What the guide asks: services, situations, conditions.
#[utoipa::path(get, operation_id = "guide_terms", path = "/guide/terms", tag = "guide", responses((status = 200, body = GuideTerms)))]
pub async fn terms(State(app): State<App>) -> Json<GuideTerms> {
    let choice = |choice: &Choice| GuideChoice {
        code: choice.code.clone(),
        system: choice.system.clone(),
        ja: choice.ja.clone(),
        en: choice.en.clone(),
    };
    Json(GuideTerms {
        services: app.book.services.iter().map(choice).collect(),
        situations: app.book.situations.iter().map(choice).collect(),
        conditions: conditions::all().iter().map(condition_view).collect(),
    })
}

/// The words of both fields side by side, and the five guidelines on decision support.
#[utoipa::path(get, operation_id = "glossary", path = "/glossary", tag = "guide", responses((status = 200, body = Glossary)))]
pub async fn words_of_both(State(app): State<App>) -> Json<Glossary> {
    let owned = |words: &[&str]| words.iter().map(|word| (*word).to_owned()).collect();
    let term = |term: &glossary::Term| GlossaryTerm {
        code: term.code.to_owned(),
        group: term.group.to_owned(),
        care: BothTexts::of(term.care_ja, term.care_en),
        disability: BothTexts::of(term.disability_ja, term.disability_en),
        note: BothTexts::of(term.note_ja, term.note_en),
        words: BothWords { ja: owned(&term.words_ja), en: owned(&term.words_en) },
    };
    Json(Glossary {
        terms: glossary::terms().iter().map(term).collect(),
        guidelines: app.book.guidelines.iter().map(|one| GuidelineView::of(one, Vec::new())).collect(),
    })
}
