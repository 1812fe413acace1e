//! From the advice of the rules to the answer the API shows: labels, local offices, nurse desks, networks of the area.

use crate::{
    app::App,
    http::{filter::AVAILABLE_DAYS, problem::Result, respond},
    nurses::{
        Nurses, answer,
        local::{self, Wanted},
        place::Spot,
    },
    surveys::pictures::Moment,
    view::{
        card::{Card, NamedCode},
        guide::{
            BothTexts, ConclusionView, ConditionView, GuideBox, GuideChecklist, GuideFact, GuideForum,
            GuideItem, GuideNetwork, GuideOffice, GuideRole, GuideStep, GuidelineView, LawView,
        },
    },
};
use hoshizu_analysis::guide::{
    conditions::{self, Condition},
    desk::Question,
    offices::{self, Candidate},
    rules::{
        Advice, Book, Case, Fact,
        advise::{Conclusion, RoleAdvice, due_in},
        data::{Choice, Kind, Role},
        step::{Event, Step},
    },
};
use hoshizu_catalog::{
    day::Day,
    id::OfficeId,
    nurse::Topic,
    taxonomy::ServiceType,
    tie::{Closeness, Star},
};
use hoshizu_store::office;
use std::collections::{HashMap, HashSet};

/// Offices named for a role.
const OFFICES: usize = 3;
/// Offices looked through before they are put in order.
const CONSIDERED: usize = 12;

/// Everything an answer is made from.
pub struct Desk<'d> {
    /// The server.
    pub app: &'d App,
    /// The rules.
    pub book: &'d Book,
    /// The nurse desks.
    pub nurses: &'d Nurses,
    /// The case.
    pub case: &'d Case,
    /// Where, when known.
    pub spot: Option<&'d Spot>,
    /// Whom the asker's own office works with; `None` for who belongs to none.
    pub own: Option<&'d OwnTies>,
}

/// The ties of whoever asks, all of them: an office always sees its own.
pub struct OwnTies {
    stars: HashMap<OfficeId, Star>,
    cards: Vec<Card>,
}

impl OwnTies {
    /// Those of the offices somebody belongs to, as of today.
    pub async fn load(app: &App, own: &HashSet<OfficeId>) -> Result<Option<Self>> {
        if own.is_empty() {
            return Ok(None);
        }
        let picture = app.pictures.of(&app.store, Moment::Day(Day::of(app.store.now()))).await?;
        let ties = own.iter().flat_map(|office| {
            picture.ties_of(*office).into_iter().map(|tie| (tie.other(*office), tie.star()))
        });
        let stars: HashMap<OfficeId, Star> = ties.filter(|(partner, _)| !own.contains(partner)).collect();
        let ids: Vec<OfficeId> = stars.keys().copied().collect();
        let mut tx = app.store.read().await?;
        let offices = office::many(&mut tx, &ids).await?;
        let cards = respond::cards(&mut tx, &app.region.load(), &offices).await?;
        Ok(Some(Self { stars, cards }))
    }

    /// Partners that can take a role.
    fn of_role<'o>(&'o self, role: &'o Role) -> impl Iterator<Item = &'o Card> {
        let fits = |card: &&Card| {
            role.services.iter().any(|service| card.services.contains(&service.definition().code))
        };
        self.cards.iter().filter(fits)
    }
}

impl Desk<'_> {
    /// Roles in order of time.
    pub async fn steps(&self, advice: &Advice<'_>) -> Result<Vec<GuideStep>> {
        let mut steps: Vec<GuideStep> = Vec::new();
        for role in &advice.roles {
            let view = self.role(advice, role).await?;
            // What is late belongs to now; it is marked.
            let step = if role.due_in.is_some_and(|months| months <= 0) { Step::NOW } else { role.step };
            match steps.last_mut() {
                Some(last) if last.event == event(step.event) && last.months == step.months => {
                    last.roles.push(view);
                }
                _ => steps.push(GuideStep {
                    event: event(step.event).to_owned(),
                    months: step.months,
                    due_in: role.due_in.map(|months| months.max(0)),
                    roles: vec![view],
                }),
            }
        }
        Ok(steps)
    }

    async fn role(&self, advice: &Advice<'_>, asked: &RoleAdvice<'_>) -> Result<GuideRole> {
        let known = self.book.role(asked.role);
        let mut view = GuideRole {
            code: asked.role.to_owned(),
            name: known.map_or_else(
                || BothTexts::of(asked.role, asked.role),
                |role| BothTexts::of(&role.ja, &role.en),
            ),
            system: known.map(|role| role.system.clone()).unwrap_or_default(),
            topic: asked.nurse.map(|topic| {
                let definition = topic.definition();
                NamedCode { code: definition.code.to_owned(), name: definition.ja.to_owned() }
            }),
            late: asked.step.event != Event::Now && asked.due_in.is_some_and(|months| months < 0),
            rules: ids(advice, &asked.rules),
            offices: Vec::new(),
            found_in: None,
            desks: Vec::new(),
            general: Vec::new(),
        };
        let (Some(spot), Some(role)) = (self.spot, known) else { return Ok(view) };
        if let Some(topic) = asked.nurse {
            self.nurse(spot, topic, &mut view).await?;
        } else {
            let (cards, area) = self.local(spot, role).await?;
            view.found_in =
                (!cards.is_empty()).then(|| NamedCode { name: self.nurses.ground.name(&area), code: area });
            view.offices = self.in_order(&cards, role);
        }
        Ok(view)
    }

    /// The first offices in the order in which a person would call them: those one works with first, however far.
    fn in_order(&self, cards: &[Card], role: &Role) -> Vec<GuideOffice> {
        let wanted = self.strengths();
        let mut cards = cards.to_vec();
        let known: HashSet<_> = cards.iter().map(|card| card.id).collect();
        let partners = self.own.iter().flat_map(|own| own.of_role(role));
        cards.extend(partners.filter(|card| !known.contains(&card.id)).cloned());
        let star = |id| self.own.and_then(|own| own.stars.get(&OfficeId(id)));
        let since = Day::of(self.app.store.now()).plus(-AVAILABLE_DAYS);
        let candidate = |card: &Card| Candidate {
            office: OfficeId(card.id),
            tie: star(card.id).map(|star| star.closeness.map_or(0, Closeness::stage)),
            strength: card.strengths.iter().any(|own| wanted.contains(&own.as_str())),
            available: takes_people(card, &role.services, since),
            distance_m: card.distance_m,
        };
        let mut candidates: Vec<Candidate> = cards.iter().map(candidate).collect();
        offices::rank(&mut candidates);
        let shown = |candidate: &Candidate| {
            let card = cards.iter().find(|card| card.id == candidate.office.0)?.clone();
            let strengths =
                card.strengths.iter().filter(|own| wanted.contains(&own.as_str())).cloned().collect();
            let kinds = |star: &Star| star.kinds.iter().map(|kind| kind.code().to_owned()).collect();
            let ties = self.own.map(|_| star(card.id).map(kinds).unwrap_or_default());
            let tied = star(card.id).is_some();
            Some(GuideOffice { card, tied, ties, strengths, accepting: candidate.available == Some(true) })
        };
        candidates.iter().take(OFFICES).filter_map(shown).collect()
    }

    /// Strengths of offices that answer to the case.
    fn strengths(&self) -> Vec<&str> {
        let of_conditions = self.case.conditions.iter().filter_map(|code| conditions::named(code));
        let of_situations = self.case.situations.iter().filter_map(|code| {
            let found = self.book.situations.iter().find(|choice| choice.code == *code);
            found.and_then(|choice| choice.strength.as_deref())
        });
        of_conditions
            .flat_map(|condition| &condition.strengths)
            .map(String::as_str)
            .chain(of_situations)
            .collect()
    }

    async fn nurse(&self, spot: &Spot, topic: Topic, view: &mut GuideRole) -> Result<()> {
        let (town, age) = (spot.town.as_deref(), self.case.years());
        let question = Question { areas: &spot.areas, town, topic: Some(topic), age };
        view.desks = self.nurses.answers(&question);
        if view.desks.is_empty() {
            view.general = answer::general(self.app, self.nurses, spot, topic, age).await?;
        }
        Ok(())
    }

    async fn local(&self, spot: &Spot, role: &Role) -> Result<(Vec<Card>, String)> {
        if role.code == "health_center" {
            let found = local::health_center(self.app, &self.nurses.ground, spot).await?;
            return Ok((found.into_iter().map(|center| center.card).collect(), spot.code.clone()));
        }
        let wanted = Wanted { services: &role.services, named: &role.named, kyosei: role.kyosei };
        local::offices(self.app, &self.nurses.ground, spot, wanted, CONSIDERED).await
    }

    /// A rule that holds, in words.
    pub fn conclusion(&self, conclusion: &Conclusion<'_>) -> ConclusionView {
        let rule = conclusion.rule;
        ConclusionView {
            id: rule.id.clone(),
            kind: if rule.kind == Kind::Principle { "principle" } else { "exception" }.to_owned(),
            title: BothTexts::from(&rule.title),
            text: BothTexts::from(&rule.text),
            law: rule.law.iter().map(LawView::from).collect(),
            source: rule.source.clone(),
            date: rule.date.clone(),
            municipal: rule.municipal.as_ref().map(BothTexts::from),
            because: conclusion.because.iter().map(|fact| self.fact(fact)).collect(),
            of: rule
                .area
                .as_ref()
                .map(|code| NamedCode { code: code.clone(), name: self.nurses.ground.name(code) }),
        }
    }

    fn fact(&self, fact: &Fact) -> GuideFact {
        let choice = |list: &[Choice], code: &str| {
            let found = list.iter().find(|choice| choice.code == code);
            found.map_or_else(|| BothTexts::of(code, code), |choice| BothTexts::of(&choice.ja, &choice.en))
        };
        let (kind, value, label) = match fact {
            Fact::Age(age) => {
                ("age", age.to_string(), BothTexts::of(&format!("{age}歳"), &format!("age {age}")))
            }
            Fact::Turns65In(months) => (
                "turns_65_in",
                months.to_string(),
                BothTexts::of(&format!("あと{months}か月で65歳"), &format!("65 in {months} months")),
            ),
            Fact::Condition(code) => {
                let found = conditions::all().iter().find(|condition| condition.code == *code);
                let label = found.map_or_else(|| BothTexts::of(code, code), |c| BothTexts::of(&c.ja, &c.en));
                ("condition", code.clone(), label)
            }
            Fact::Service(code) => ("service", code.clone(), choice(&self.book.services, code)),
            Fact::Situation(code) => ("situation", code.clone(), choice(&self.book.situations, code)),
        };
        GuideFact { kind: kind.to_owned(), value, label }
    }

    /// Forums to bring it to.
    pub fn forums(&self, advice: &Advice<'_>) -> Vec<GuideForum> {
        let known = advice.forums.iter().filter_map(|(code, rules)| {
            let forum = self.book.forums.iter().find(|forum| forum.code == **code)?;
            Some(GuideForum {
                code: forum.code.clone(),
                name: BothTexts::of(&forum.ja, &forum.en),
                law: LawView::from(&forum.law),
                note: BothTexts::from(&forum.note),
                rules: ids(advice, rules),
            })
        });
        known.collect()
    }

    /// Guidelines that apply.
    pub fn guidelines(&self, advice: &Advice<'_>) -> Vec<GuidelineView> {
        let known = advice.guidelines.iter().filter_map(|(code, rules)| {
            let guideline = self.book.guidelines.iter().find(|guideline| guideline.code == **code)?;
            Some(GuidelineView::of(guideline, ids(advice, rules)))
        });
        known.collect()
    }

    /// Check lists, with what is due when.
    pub fn checklists(&self, advice: &Advice<'_>) -> Vec<GuideChecklist> {
        let lists = advice.checklists.iter();
        let lists =
            lists.filter_map(|(code, _)| self.book.checklists.iter().find(|list| list.code == **code));
        lists
            .map(|list| GuideChecklist {
                code: list.code.clone(),
                title: BothTexts::from(&list.title),
                items: list
                    .items
                    .iter()
                    .map(|item| GuideItem {
                        event: event(item.step.event).to_owned(),
                        months: item.step.months,
                        due_in: due_in(self.case, item.step),
                        role: self.book.role(&item.role).map_or_else(
                            || BothTexts::of(&item.role, &item.role),
                            |role| BothTexts::of(&role.ja, &role.en),
                        ),
                        what: BothTexts::of(&item.ja, &item.en),
                    })
                    .collect(),
            })
            .collect()
    }

    /// Standard networks compared with what the area has. Without a place there is nothing to compare.
    pub async fn networks(&self, advice: &Advice<'_>) -> Result<Vec<GuideNetwork>> {
        let mut found = Vec::new();
        let Some(spot) = self.spot else { return Ok(found) };
        for (code, _) in &advice.templates {
            let Some(template) = self.book.templates.iter().find(|template| template.code == **code) else {
                continue;
            };
            let mut boxes = Vec::with_capacity(template.boxes.len());
            for one in &template.boxes {
                let Some(role) = self.book.role(&one.role) else { continue };
                let (cards, area) = self.local(spot, role).await?;
                let prefecture = area.ends_with("000") && area.len() == 5;
                let state = match (cards.is_empty(), prefecture) {
                    (true, _) => "absent",
                    (false, true) => "prefecture",
                    (false, false) => "here",
                };
                boxes.push(GuideBox {
                    group: one.group.clone(),
                    role: one.role.clone(),
                    name: BothTexts::of(&role.ja, &role.en),
                    added: one.added,
                    offices: cards.len(),
                    state: state.to_owned(),
                    connected: self.own.map(|own| own.of_role(role).next().is_some()),
                });
            }
            found.push(GuideNetwork {
                code: template.code.clone(),
                title: BothTexts::from(&template.title),
                note: BothTexts::from(&template.note),
                boxes,
            });
        }
        Ok(found)
    }
}

/// Whether an office takes people for one of these services: said within the days it counts, `None` where it does not
/// say or wants to be asked.
fn takes_people(card: &Card, services: &[ServiceType], since: Day) -> Option<bool> {
    let said: Vec<&str> = card
        .availability
        .iter()
        .filter(|said| {
            services.is_empty() || services.iter().any(|service| service.definition().code == said.service)
        })
        .filter(|said| Day::parse(&said.on).is_some_and(|day| day >= since))
        .map(|said| said.status.as_str())
        .collect();
    if said.contains(&"accepting") {
        return Some(true);
    }
    (!said.is_empty() && said.iter().all(|status| *status == "full")).then_some(false)
}

fn ids(advice: &Advice<'_>, rules: &[usize]) -> Vec<String> {
    rules.iter().map(|at| advice.conclusions[*at].rule.id.clone()).collect()
}

fn event(event: Event) -> &'static str {
    match event {
        Event::Now => "now",
        Event::Discharge => "discharge",
        Event::Turns18 => "turns_18",
        Event::Turns65 => "turns_65",
    }
}

/// A condition as it is shown.
pub fn condition_view(condition: &Condition) -> ConditionView {
    ConditionView {
        code: condition.code.clone(),
        ja: condition.ja.clone(),
        en: condition.en.clone(),
        words: condition.words.clone(),
        specified: condition.specified,
        rare: condition.rare,
        note: condition.note.clone(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn card(said: &[(&str, &str)]) -> Card {
        let availability: Vec<_> = said
            .iter()
            .map(|(status, on)| serde_json::json!({ "service": "care-430", "status": status, "on": on }))
            .collect();
        serde_json::from_value(serde_json::json!({
            "id": "01930000-0000-7000-8000-000000000001", "name": "ひまわり", "kana": null, "organization": null,
            "services": ["care-430"], "systems": ["care"], "address": "麦野市", "building": null, "municipality": null,
            "position": null, "phone": null, "fax": null, "url": null, "both_systems": false, "kyosei": false,
            "open": [], "edition": null, "gone_in": null, "checked_at": null, "availability": availability,
        }))
        .unwrap()
    }

    #[test]
    fn whoever_said_long_ago_that_people_are_taken_says_nothing() {
        let since = Day::parse("2026-04-01").unwrap();
        let takes = |said: &[(&str, &str)]| takes_people(&card(said), &[], since);
        assert_eq!(takes(&[("accepting", "2026-04-01")]), Some(true));
        assert_eq!(takes(&[("accepting", "2026-03-31")]), None);
        assert_eq!(takes(&[("full", "2026-04-02"), ("accepting", "2026-04-02")]), Some(true));
        assert_eq!(takes(&[("full", "2026-04-02")]), Some(false));
        assert_eq!(takes(&[("full", "2026-04-02"), ("consult", "2026-04-02")]), None);
        let other = ServiceType::all().find(|service| service.definition().code != "care-430").unwrap();
        assert_eq!(takes_people(&card(&[("full", "2026-04-02")]), &[other], since), None);
    }

    #[test]
    fn every_strength_a_condition_or_situation_names_is_in_the_taxonomy() {
        let known = |code: &str| hoshizu_catalog::terms::strengths().iter().any(|term| term.code == code);
        let of_conditions =
            conditions::all().iter().flat_map(|condition| condition.strengths.iter().map(String::as_str));
        let of_situations = Book::own().situations.iter().filter_map(|choice| choice.strength.as_deref());
        let named: Vec<&str> = of_conditions.chain(of_situations).collect();
        assert!(named.len() > 15 && named.iter().all(|code| known(code)), "{named:?}");
    }
}
