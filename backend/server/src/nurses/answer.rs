//! From a question to the answer the API shows.

use super::{
    Nurses,
    local::{self, Wanted},
    place::Spot,
};
use crate::{
    app::App,
    clock::rfc3339,
    http::problem::Result,
    view::{
        card::NamedCode,
        nurses::{
            DeskAnswer, DeskInput, DeskReason, DeskView, GeneralAnswer, HandOverView, NurseLineStep, SpotView,
        },
    },
};
use hoshizu_analysis::guide::{
    cover::{Unit, stretches},
    defaults::{self, Default as General},
    desk::{Answer, Question},
};
use hoshizu_catalog::nurse::{NurseDesk, OLDEST, Placement, Topic};

/// Offices named for a general answer.
const OFFICES: usize = 3;
/// Other desks named beside the answer.
const NEIGHBOURS: usize = 8;

impl Nurses {
    /// A desk as it is shown.
    pub fn view(&self, desk: &NurseDesk) -> DeskView {
        let mut input = DeskInput::from(desk);
        for over in &mut input.hands_over {
            let same = |other: &&NurseDesk| other.owner == desk.owner && other.name == over.to;
            over.desk = self.desks.all().iter().find(same).map(|other| other.id.0);
        }
        DeskView {
            id: desk.id.0,
            owner_name: self.ground.name(&desk.owner),
            area_names: desk.areas.iter().map(|area| self.ground.name(&area.code)).collect(),
            office_name: None,
            written_at: self.written_at.get(&desk.id).map(|at| rfc3339(*at)),
            desk: input,
        }
    }

    /// A place as it is shown.
    pub fn spot_view(&self, spot: &Spot) -> SpotView {
        let municipality = self.ground.municipality_of(&spot.code);
        SpotView {
            label: spot.label.clone(),
            code: spot.code.clone(),
            municipality: municipality
                .map(|area| NamedCode { code: area.code.clone(), name: area.name.clone() }),
            town: spot.town.clone(),
            precision: spot.precision.to_owned(),
        }
    }

    /// The desks that answer, each with its reason and the hand-over that comes next.
    pub fn answers(&self, question: &Question<'_>) -> Vec<DeskAnswer> {
        let shown = |answer: Answer<'_>| DeskAnswer {
            desk: self.view(answer.desk),
            reason: DeskReason {
                area: NamedCode { code: answer.area.to_owned(), name: self.ground.name(answer.area) },
                town: answer.town.map(str::to_owned),
            },
            next: self.next(answer.desk, question.age),
        };
        self.desks.answers(question).into_iter().map(shown).collect()
    }

    /// The hand-over of a desk that comes next for somebody of this age: the earliest birthday ahead, else an event.
    fn next(&self, desk: &NurseDesk, age: Option<u8>) -> Option<HandOverView> {
        let ahead = |at: u8| age.is_none_or(|age| at > age);
        let dated = desk.hands_over.iter().filter(|over| over.age.is_some_and(ahead));
        let next = dated.min_by_key(|over| over.age);
        let next = next.or_else(|| desk.hands_over.iter().find(|over| over.age.is_none()))?;
        let shown = self.view(desk);
        let at = desk.hands_over.iter().position(|over| over == next)?;
        shown.desk.hands_over.into_iter().nth(at)
    }

    /// Desks of the same place and age for other topics.
    pub fn neighbours(&self, question: &Question<'_>, answered: &[DeskAnswer]) -> Vec<DeskView> {
        let any = Question { topic: None, ..*question };
        let others = self.desks.answers(&any).into_iter();
        let others = others.filter(|other| answered.iter().all(|known| known.desk.id != other.desk.id.0));
        others.take(NEIGHBOURS).map(|other| self.view(other.desk)).collect()
    }

    /// Who is in charge of a topic from birth on: local desks, and the general placement where there is none.
    pub fn line(&self, spot: &Spot, topic: Topic) -> Vec<NurseLineStep> {
        let unit = Unit { name: String::new(), areas: spot.areas.clone(), town: spot.town.clone() };
        let mut line: Vec<NurseLineStep> = Vec::new();
        let mut add = |from: u8, to: u8, names: Vec<String>, local: bool| match line.last_mut() {
            Some(last) if last.names == names && last.local == local => {
                last.age_to = (to < OLDEST).then_some(to);
            }
            _ => {
                line.push(NurseLineStep {
                    age_from: from,
                    age_to: (to < OLDEST).then_some(to),
                    names,
                    local,
                });
            }
        };
        for stretch in stretches(&self.desks, &[unit], &[topic]) {
            if stretch.desks.is_empty() {
                for (from, to, names) in general_line(topic, stretch.age_from, stretch.age_to) {
                    add(from, to, names, false);
                }
            } else {
                let name = |index: &usize| self.desks.all()[*index].name.clone();
                add(stretch.age_from, stretch.age_to, stretch.desks.iter().map(name).collect(), true);
            }
        }
        line
    }
}

/// The general placements of a topic between two ages, cut where they change.
fn general_line(topic: Topic, from: u8, to: u8) -> Vec<(u8, u8, Vec<String>)> {
    let ends = |row: &&General| [row.age_from, row.age_to.map_or(u8::MAX, |to| to + 1)];
    let mut starts: Vec<u8> = defaults::of(topic, None).iter().flat_map(ends).chain([from]).collect();
    starts.retain(|start| (from..=to).contains(start));
    starts.sort_unstable();
    starts.dedup();
    let end = |at: usize| starts.get(at + 1).map_or(to, |next| next - 1);
    let names = |age: u8| -> Vec<String> {
        defaults::of(topic, Some(age)).iter().map(|row| row.placement.ja().to_owned()).collect()
    };
    starts.iter().enumerate().map(|(at, start)| (*start, end(at), names(*start))).collect()
}

/// The general answers for a topic at a place, each with the offices of that kind.
pub async fn general(
    app: &App,
    nurses: &Nurses,
    spot: &Spot,
    topic: Topic,
    age: Option<u8>,
) -> Result<Vec<GeneralAnswer>> {
    let mut found = Vec::new();
    for row in defaults::of(topic, age) {
        let mut answer = GeneralAnswer {
            placement: row.placement.code().to_owned(),
            placement_ja: row.placement.ja().to_owned(),
            law: row.law.to_owned(),
            reason_ja: row.reason_ja.to_owned(),
            reason_en: row.reason_en.to_owned(),
            age_from: row.age_from,
            age_to: row.age_to,
            run_by: None,
            jurisdiction: None,
            offices: Vec::new(),
        };
        if row.placement == Placement::HealthCenter {
            if let Some(center) = local::health_center(app, &nurses.ground, spot).await? {
                answer.run_by = Some(center.run_by.to_owned());
                answer.jurisdiction = Some(center.jurisdiction.to_owned());
                answer.offices = vec![center.card];
            }
        } else {
            let (services, named) = local::of_placement(row.placement);
            let wanted = Wanted { services: &services, named: &named, kyosei: false };
            answer.offices = local::offices(app, &nurses.ground, spot, wanted, OFFICES).await?.0;
        }
        found.push(answer);
    }
    Ok(found)
}
