//! Whom to introduce to whom: for one office, and for a council.

use super::scene::{Member, Scene, system_of};
use crate::{
    region::Region,
    view::network::{
        IntroducedOffice, IntroductionEntry, IntroductionLists, IntroductionPlan, IntroductionReason,
        PlanStep,
    },
};
use hoshizu_analysis::network::{
    Graph,
    metrics::intermediary::Sides,
    recommend::{
        Profile, Reason, Suggestion, Weights, bridges, near,
        needs::{bits, needs, services},
        plan::{Objective, Plan, PlanError, introductions, meeting},
    },
};
use hoshizu_catalog::{
    area::AreaKind,
    day::Day,
    entry::{Entry, Status},
    freshness::{Group, ShelfLives},
    id::OfficeId,
    office::Office,
    terms::Term,
};
use hoshizu_store::entry::Stored;
use std::{
    collections::{BTreeMap, HashMap},
    sync::Arc,
};

/// Entries of a list: as many as somebody looks at.
const MOST: usize = 10;

/// What is known of offices beside their ties.
pub struct Profiles<'a> {
    members: &'a [Arc<Member>],
    region: &'a Region,
    known: Vec<Profile>,
    /// Codes of areas by their numbers in the profiles.
    areas: Vec<String>,
}

impl<'a> Profiles<'a> {
    /// `entries` are what they say of themselves, `lives` the shelf lives of the installation.
    pub fn of(
        members: &'a [Arc<Member>],
        region: &'a Region,
        entries: &HashMap<OfficeId, Stored>,
        lives: &ShelfLives,
        today: Day,
    ) -> Self {
        let strengths = &region.strengths;
        let mut numbers: BTreeMap<String, u32> = BTreeMap::new();
        let mut known = Vec::with_capacity(members.len());
        for member in members {
            let office = &member.office;
            let areas = shared_areas(region, member)
                .into_iter()
                .map(|code| {
                    let next = numbers.len() as u32;
                    *numbers.entry(code).or_insert(next)
                })
                .collect();
            let entry = entries.get(&office.id).map(|stored| &stored.entry);
            known.push(Profile {
                systems: office.systems,
                areas,
                position: office.place.map(|placed| placed.position),
                services: bits(office.services.iter().copied()),
                needs: needs(&office.services),
                clients: entry.map_or(0, |entry| clients(entry, strengths)),
                accepting: entry.and_then(|entry| accepting(entry, lives, today)),
            });
        }
        let mut areas = vec![String::new(); numbers.len()];
        for (code, number) in numbers {
            areas[number as usize] = code;
        }
        Self { members, region, known, areas }
    }

    /// What the ranking looks at, one entry an office.
    pub fn known(&self) -> &[Profile] {
        &self.known
    }

    fn area_name(&self, number: u32) -> String {
        let code = &self.areas[number as usize];
        self.region.areas.get(code).map_or_else(|| code.clone(), |area| area.name.clone())
    }
}

/// Areas within which offices can be expected to meet: 日常生活圏域 where there are any, else the municipality.
fn shared_areas(region: &Region, member: &Member) -> Vec<String> {
    let of = |kinds: &[AreaKind]| -> Vec<String> {
        let is = |code: &&String| region.areas.get(*code).is_some_and(|area| kinds.contains(&area.kind));
        member.areas.iter().filter(is).cloned().collect()
    };
    let districts = of(&[AreaKind::CommunityArea]);
    if districts.is_empty() { of(&[AreaKind::Municipality, AreaKind::Ward]) } else { districts }
}

fn clients(entry: &Entry, strengths: &[Term]) -> u64 {
    let number = |code: &str| strengths.iter().position(|term| term.code == code).filter(|at| *at < 64);
    entry.strengths.iter().filter_map(|strength| number(&strength.term)).fold(0, |bits, at| bits | 1 << at)
}

/// Whether it takes new clients, as far as that was said within the shelf life of such words.
fn accepting(entry: &Entry, lives: &ShelfLives, today: Day) -> Option<bool> {
    let life = i64::from(lives.days(Group::Availability));
    let fresh = entry.availability.iter().filter(|one| today.days_since(one.on) <= life);
    fresh.map(|one| one.status != Status::Full).reduce(|a, b| a || b)
}

/// The two lists of an office. `graph` has a node for each of the offices.
pub fn lists(profiles: &Profiles<'_>, graph: &Graph, office: u32) -> IntroductionLists {
    let entry = |suggestion: Suggestion| IntroductionEntry {
        office: name(&profiles.members[suggestion.office as usize].office),
        reasons: suggestion.reasons.into_iter().map(|reason| words(profiles, reason)).collect(),
    };
    let known = &profiles.known;
    IntroductionLists {
        known: graph.degree(office) > 0,
        near: near(graph, known, office, Weights::default(), MOST).into_iter().map(entry).collect(),
        bridges: bridges(graph, known, office, MOST).into_iter().map(entry).collect(),
    }
}

fn name(office: &Office) -> IntroducedOffice {
    IntroducedOffice {
        id: office.id.0,
        name: office.name.clone(),
        system: system_of(office).code().to_owned(),
        services: office.services.iter().map(|service| service.definition().code.clone()).collect(),
    }
}

fn words(profiles: &Profiles<'_>, reason: Reason) -> IntroductionReason {
    match reason {
        Reason::SharedPartners { count, partners, .. } => IntroductionReason::SharedPartners {
            count,
            partners: partners.into_iter().map(|v| name(&profiles.members[v as usize].office)).collect(),
        },
        Reason::UsualHere { tied, of } => IntroductionReason::UsualHere { tied, of },
        Reason::Distance { metres } => IntroductionReason::Distance { metres },
        Reason::NeededServices { services: offered } => {
            let services = self::services(offered).map(|service| service.definition().code.clone()).collect();
            IntroductionReason::NeededServices { services }
        }
        Reason::Accepting => IntroductionReason::Accepting,
        Reason::OtherSystem { systems } => IntroductionReason::OtherSystem {
            systems: systems.iter().map(|system| system.code().to_owned()).collect(),
        },
        Reason::SharedArea { area } => IntroductionReason::SharedArea { area: profiles.area_name(area) },
        Reason::SharedClients { clients } => IntroductionReason::SharedClients {
            clients: (0..profiles.region.strengths.len().min(64))
                .filter(|at| clients >> at & 1 == 1)
                .map(|at| profiles.region.strengths[at].code.clone())
                .collect(),
        },
        Reason::FarApart { steps } => IntroductionReason::FarApart { steps },
        Reason::OpensWay { offices } => IntroductionReason::OpensWay { offices },
    }
}

/// What a council asks for.
#[derive(Debug, Clone, Copy)]
pub struct Wish {
    /// One meeting instead of introductions of two.
    pub meeting: bool,
    /// What is to be bettered.
    pub objective: Objective,
    /// Introductions, or seats.
    pub budget: usize,
    /// Metres two offices may lie apart; those whose place is unknown may meet anybody.
    pub within: f64,
}

/// A plan for the offices of the area, from the ties `graph` of the scene.
///
/// # Errors
/// [`PlanError::TooLarge`].
pub fn plan(scene: &Scene, graph: &Graph, wish: Wish) -> Result<IntroductionPlan, PlanError> {
    let inside = scene.inside as u32;
    let graph = Graph::new(scene.inside, graph.pairs().filter(|(_, b)| *b < inside));
    let office = |v: u32| &scene.members[v as usize].office;
    let sides = Sides::of_systems(&scene.systems[..scene.inside]);
    let position = |v: u32| office(v).place.map(|placed| placed.position);
    let allowed = |a: u32, b: u32| match (position(a), position(b)) {
        (Some(a), Some(b)) => a.distance_m(b) <= wish.within,
        _ => true,
    };
    let Plan { before, steps } = if wish.meeting {
        meeting(&graph, &sides, wish.objective, wish.budget, allowed)?
    } else {
        introductions(&graph, &sides, wish.objective, wish.budget, allowed)?
    };
    let steps = steps.into_iter().map(|step| PlanStep {
        offices: step.offices.into_iter().map(|v| name(office(v))).collect(),
        gain: step.gain,
        value: step.value,
    });
    Ok(IntroductionPlan {
        form: if wish.meeting { "meeting" } else { "introductions" }.to_owned(),
        objective: match wish.objective {
            Objective::MeanDistance => "mean_distance",
            Objective::SoleIntermediaries => "sole_intermediaries",
        }
        .to_owned(),
        before,
        steps: steps.collect(),
        offices: scene.inside,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_said_of_new_clients_fades() {
        let day = |text| Day::parse(text).unwrap();
        let service = hoshizu_catalog::taxonomy::ServiceType::from_code("care-430").unwrap();
        let said = |status| hoshizu_catalog::entry::Availability {
            service,
            status,
            on: day("2026-04-01"),
            note: None,
        };
        let entry = Entry { availability: vec![said(Status::Full)], ..Entry::default() };
        let lives = ShelfLives::default();
        assert_eq!(accepting(&entry, &lives, day("2026-04-02")), Some(false));
        assert_eq!(accepting(&entry, &lives, day("2029-04-02")), None);
        assert_eq!(accepting(&Entry::default(), &lives, day("2026-04-02")), None);
    }
}
