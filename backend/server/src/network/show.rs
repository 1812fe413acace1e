//! What somebody is shown of a scene: ties they may see, figures of these, and counts of the others.

use super::scene::{Member, Scene, SceneTie, system_of};
use crate::{
    region::Region,
    surveys::{
        sheet::{duty_code, duty_kinds, evidence_code, owes},
        sight::{Sight, confirmation_rate},
        withhold::{Withheld, hidden_by_system},
    },
    view::{
        network::{
            NetworkBlock, NetworkCommunity, NetworkFigure, NetworkLink, NetworkNode, NetworkTie, NodeDuty,
            NodeFigures, NodeRange,
        },
        tie::HiddenTies,
    },
};
use hoshizu_analysis::network::{
    Figures, Graph, Groups, Reading,
    metrics::{
        density,
        duty::{self, Duty, DutyKinds},
    },
};
use hoshizu_catalog::{
    area::AreaKind, fold, id::OfficeId, number::MunicipalityCode, office::Office, taxonomy::ServiceType,
};
use std::{
    collections::{BTreeMap, HashMap, HashSet},
    sync::Arc,
};

/// A scene as somebody sees it. Offices keep the places of the scene up to [`Scene::inside`]; partners elsewhere whom
/// no tie they see leads to are left out.
pub struct Show<'a> {
    /// The scene.
    pub scene: &'a Scene,
    /// What they may see.
    pub sight: &'a Sight,
    /// Names of areas.
    pub region: &'a Region,
    /// Offices shown, by their place in the scene; theirs is the position here.
    pub shown: Vec<u32>,
    /// Ties they see.
    pub seen: Vec<&'a SceneTie>,
    /// Ties they do not.
    pub unseen: Vec<&'a SceneTie>,
}

impl<'a> Show<'a> {
    /// Parts what may be seen from what may not.
    pub fn new(scene: &'a Scene, sight: &'a Sight, region: &'a Region) -> Self {
        let (seen, unseen): (Vec<&SceneTie>, Vec<&SceneTie>) =
            scene.ties.iter().partition(|tie| sight.sees(&tie.known));
        let inside = scene.inside as u32;
        let partners: HashSet<u32> = seen.iter().map(|tie| tie.b).filter(|b| *b >= inside).collect();
        let mut shown: Vec<u32> = (0..inside).chain(partners).collect();
        shown.sort_unstable();
        Self { scene, sight, region, shown, seen, unseen }
    }

    /// Where an office of the scene stands among those shown.
    pub fn at(&self, v: u32) -> Option<usize> {
        self.shown.binary_search(&v).ok()
    }

    /// Types of the offices in the area.
    fn types(&self) -> Groups {
        let members = self.scene.members[..self.scene.inside].iter();
        let first = |member: &'a Arc<Member>| member.office.services.first();
        let code = |member| first(member).map_or("", |service| service.definition().code.as_str());
        Groups::from_labels(&members.map(code).collect::<Vec<_>>())
    }

    /// What of the counts of ties is withheld, block by block: those that may not be seen, of the pairs of types there are.
    fn withheld(&self, types: &Groups) -> Withheld {
        let inside = self.scene.inside as u32;
        let mut counts: BTreeMap<(usize, usize), usize> = BTreeMap::new();
        for tie in self.unseen.iter().filter(|tie| tie.b < inside) {
            let (a, b) = (types.group(tie.a), types.group(tie.b));
            *counts.entry((a.min(b), a.max(b))).or_default() += 1;
        }
        let pairs = (0..types.names().len()).flat_map(|a| (a..types.names().len()).map(move |b| (a, b)));
        Withheld::of(&pairs.map(|pair| counts.get(&pair).copied().unwrap_or(0)).collect::<Vec<_>>())
    }

    /// Whether figures of ties either side reported may be told of the whole.
    pub fn tells_either(&self) -> bool {
        !self.withheld(&self.types()).whole
    }

    fn reading(&self) -> &Figures {
        self.scene.under(self.sight.reading())
    }

    /// Offices, those of the area first.
    pub fn nodes(&self) -> Vec<NetworkNode> {
        let duties = self.duties();
        self.shown.iter().map(|&v| self.node(v, &duties)).collect()
    }

    /// One office without its duty coverage.
    pub fn node_of(&self, office: OfficeId) -> Option<NetworkNode> {
        Some(self.node(self.scene.place(office)?, &BTreeMap::new()))
    }

    fn node(&self, v: u32, duties: &BTreeMap<u32, Duty>) -> NetworkNode {
        let (scene, at) = (self.scene, v as usize);
        let member = &*scene.members[at];
        let office = &member.office;
        let point = scene.points(self.sight.reading())[at];
        let inside = at < scene.inside;
        let community = inside.then(|| self.reading()).filter(|figures| figures.degree[at] > 0);
        NetworkNode {
            id: office.id.0,
            name: office.name.clone(),
            system: system_of(office).code().to_owned(),
            service: office.services.first().map(|service| service.definition().code.clone()),
            services: codes(office),
            municipality: office.municipality.map(|code| code.to_string()),
            place: self.home(member).and_then(|code| self.area_name(&code)),
            district: self.district(member).cloned(),
            position: office.place.map(|placed| (placed.position.lat, placed.position.lon)),
            inside,
            asked: scene.asked[at],
            answered: scene.answered[at],
            x: point.x,
            y: point.y,
            community: community.map(|figures| figures.communities.of[at]),
            figures: inside.then(|| self.node_figures(v, duties.get(&v))),
        }
    }

    fn district<'m>(&self, member: &'m Member) -> Option<&'m String> {
        let kind = |code: &String| self.region.areas.get(code).map(|area| area.kind);
        member.areas.iter().find(|code| kind(code) == Some(AreaKind::CommunityArea))
    }

    /// Code of its 日常生活圏域, else of its municipality.
    fn home(&self, member: &Member) -> Option<String> {
        let municipality = || member.office.municipality.map(|code| code.to_string());
        self.district(member).cloned().or_else(municipality)
    }

    fn area_name(&self, code: &str) -> Option<String> {
        self.region.areas.get(code).map(|area| area.name.clone())
    }

    fn node_figures(&self, v: u32, duty: Option<&Duty>) -> NodeFigures {
        let figures = &self.scene.figures().figures;
        let range = |value: &dyn Fn(&Figures) -> Option<f64>| NodeRange {
            mutual: value(&figures.mutual),
            either: self.sight.all.then(|| value(&figures.either)).flatten(),
        };
        let at = v as usize;
        let cross = |reading| Some(self.scene.cross(v, reading) as f64);
        NodeFigures {
            degree: range(&|f| Some(f.degree[at] as f64)),
            betweenness: range(&|f| Some(f.betweenness[at])),
            constraint: range(&|f| f.constraint[at]),
            core: range(&|f| Some(f.core[at] as f64)),
            sole_intermediary: range(&|f| Some(f.sole_intermediary[at] as f64)),
            articulation: range(&|f| Some(f64::from(u8::from(f.cuts.articulation_points.contains(&v))))),
            cross_system: NodeRange {
                mutual: cross(Reading::Mutual),
                either: self.sight.all.then(|| cross(Reading::Either)).flatten(),
            },
            duty: duty.map(|duty| NodeDuty {
                tied: duty.tied.iter().map(|kind| duty_code(kind).to_owned()).collect(),
                existing: duty.existing.iter().map(|kind| duty_code(kind).to_owned()).collect(),
            }),
        }
    }

    /// 努力義務 of the offices of 居宅介護支援 in the area, of ties they see.
    fn duties(&self) -> BTreeMap<u32, Duty> {
        let graph = self.scene.graph_seen(self.sight.all, &self.sight.own);
        duties(self.scene, &graph)
    }

    /// Ties.
    pub fn ties(&self) -> Vec<NetworkTie> {
        let bridges: HashSet<(u32, u32)> = self.reading().cuts.bridges.iter().copied().collect();
        let tie = |tie: &&SceneTie| {
            Some(NetworkTie {
                a: self.at(tie.a)?,
                b: self.at(tie.b)?,
                evidence: evidence_code(tie.known.evidence),
                reported_by: match (tie.by_a, tie.by_b) {
                    (true, true) => "both",
                    (true, false) => "a",
                    _ => "b",
                },
                star: tie.known.star().into(),
                bridge: bridges.contains(&(tie.a, tie.b)),
            })
        };
        self.seen.iter().filter_map(tie).collect()
    }

    /// Ties that may not be seen, by system.
    pub fn hidden(&self) -> Vec<HiddenTies> {
        let mut hidden: BTreeMap<(&str, &str), usize> = BTreeMap::new();
        for tie in &self.unseen {
            let system = |v: u32| system_of(&self.scene.members[v as usize].office).code();
            let (a, b) = (system(tie.a), system(tie.b));
            *hidden.entry((a.min(b), a.max(b))).or_default() += 1;
        }
        hidden_by_system(hidden)
    }

    /// Communities of more than one office, the largest first.
    pub fn communities(&self) -> Vec<NetworkCommunity> {
        let figures = self.reading();
        let mut divided: BTreeMap<u32, Vec<&Member>> = BTreeMap::new();
        for (at, member) in self.scene.members[..self.scene.inside].iter().enumerate() {
            if figures.degree[at] > 0 {
                divided.entry(figures.communities.of[at]).or_default().push(member);
            }
        }
        let mut found: Vec<NetworkCommunity> =
            divided.into_iter().map(|(id, members)| self.community(id, &members)).collect();
        found.sort_by_key(|community| (std::cmp::Reverse(community.size), community.id));
        found
    }

    fn community(&self, id: u32, members: &[&Member]) -> NetworkCommunity {
        let mut systems: BTreeMap<String, usize> = BTreeMap::new();
        let mut areas: BTreeMap<String, usize> = BTreeMap::new();
        for member in members {
            *systems.entry(system_of(&member.office).code().to_owned()).or_default() += 1;
            if let Some(area) = self.home(member) {
                *areas.entry(area).or_default() += 1;
            }
        }
        let area = areas.into_iter().max_by_key(|(_, count)| *count).map(|(code, _)| code);
        let area_name = area.as_deref().and_then(|code| self.area_name(code));
        NetworkCommunity { id, size: members.len(), systems, area, area_name }
    }

    /// Ties inside the area by pairs of types; pairs of types without two offices are left out.
    pub fn blocks(&self) -> Vec<NetworkBlock> {
        let scene = self.scene;
        let types = self.types();
        let withheld = self.withheld(&types).parts;
        let counted = |reading| density::blocks(scene.among.under(reading), &types);
        let (mutual, either) = (counted(Reading::Mutual), counted(Reading::Either));
        let name = |group: usize| types.names()[group].clone();
        let block = |((mutual, either), withheld): ((density::Block, density::Block), bool)| NetworkBlock {
            a: name(mutual.first),
            b: name(mutual.second),
            pairs: mutual.possible,
            mutual: mutual.ties,
            either: (!withheld).then_some(either.ties),
        };
        let known = |block: &NetworkBlock| block.pairs > 0 && !block.a.is_empty() && !block.b.is_empty();
        mutual.into_iter().zip(either).zip(withheld).map(block).filter(known).collect()
    }

    /// Figures of the whole.
    pub fn figures(&self) -> Vec<NetworkFigure> {
        whole(self.scene, self.tells_either())
    }

    /// `mutual ÷ (mutual + one-sided)` where enough ties are known to tell it.
    pub fn confirmation_rate(&self) -> Option<f64> {
        confirmation_rate(&self.scene.figures().confirmation, self.sight.all)
    }

    /// Offices joined by a fact of the directory: in a group of at most [`ALL_PAIRS`] each with each, in a larger one in a
    /// ring by id. A ring says that they belong together as well as a star does, and makes none of them look like the
    /// middle.
    pub fn links(&self) -> Vec<NetworkLink> {
        let mut groups: BTreeMap<(&'static str, String), Vec<usize>> = BTreeMap::new();
        for (at, &v) in self.shown.iter().enumerate() {
            let office = &self.scene.members[v as usize].office;
            let address = fold::address(&office.address);
            let keys = [
                ("organization", office.organization.map(|id| id.0.to_string())),
                ("place", Some(address).filter(|key| !key.is_empty())),
            ];
            let numbers = office.numbers.iter().map(|number| ("number", Some(number.as_str().to_owned())));
            for (kind, key) in keys.into_iter().chain(numbers) {
                groups.entry((kind, key.unwrap_or_default())).or_default().push(at);
            }
        }
        let known = groups.into_iter().filter(|((_, key), _)| !key.is_empty());
        known
            .flat_map(|((kind, _), offices)| {
                joined(&offices).into_iter().map(move |(a, b)| NetworkLink { kind, a, b })
            })
            .collect()
    }
}

/// Offices of a group up to which each is joined with each.
const ALL_PAIRS: usize = 6;

/// Pairs that show a group, the smaller first.
fn joined(group: &[usize]) -> Vec<(usize, usize)> {
    if group.len() <= ALL_PAIRS {
        return group.iter().enumerate().flat_map(|(at, a)| group[..at].iter().map(|b| (*b, *a))).collect();
    }
    let ring = group.iter().zip(group[1..].iter().chain(&group[..1]));
    ring.map(|(a, b)| (*a.min(b), *a.max(b))).collect()
}

fn codes(office: &Office) -> Vec<String> {
    office.services.iter().map(|service: &ServiceType| service.definition().code.clone()).collect()
}

/// 努力義務 of the offices of 居宅介護支援 in the area under a graph of the scene: of the kinds there are in the
/// municipality of each, whether anybody was asked about them or not.
pub fn duties(scene: &Scene, graph: &Graph) -> BTreeMap<u32, Duty> {
    let members = scene.members.iter().chain(&scene.unasked);
    let all: Vec<&Office> = members.map(|member| &member.office).collect();
    let kinds: Vec<DutyKinds> = all.iter().map(|office| duty_kinds(office)).collect();
    let mut homes: HashMap<Option<MunicipalityCode>, Vec<u32>> = HashMap::new();
    for (at, office) in (0..).zip(&all) {
        homes.entry(office.municipality).or_default().push(at);
    }
    let graph = graph.with_nodes(all.len());
    let owing = (0..scene.inside as u32).filter(|v| owes(all[*v as usize]));
    owing.map(|v| (v, duty::duty(&graph, v, &kinds, &homes[&all[v as usize].municipality]))).collect()
}

/// A figure of the whole by its code.
type Whole = (&'static str, fn(&Scene, Reading) -> Option<f64>);

const WHOLE: [Whole; 16] = [
    ("ties", |s, r| Some(s.under(r).ties as f64)),
    ("density", |s, r| (s.inside > 1).then_some(s.under(r).density)),
    ("mean_degree", |s, r| (s.inside > 0).then(|| 2.0 * s.under(r).ties as f64 / s.inside as f64)),
    ("isolates", |s, r| Some(s.under(r).isolates as f64)),
    ("components", |s, r| Some(s.under(r).components as f64)),
    ("greatest_component", |s, r| Some(s.under(r).greatest_component as f64)),
    ("articulation_points", |s, r| Some(s.under(r).cuts.articulation_points.len() as f64)),
    ("bridges", |s, r| Some(s.under(r).cuts.bridges.len() as f64)),
    ("sole_intermediary_pairs", |s, r| Some(s.under(r).sole_intermediary.iter().sum::<u64>() as f64)),
    ("without_cross_system", |s, r| s.without_cross(r)),
    ("duty_coverage", |s, r| {
        let asked = duties(s, s.graph(r)).into_iter().filter(|(v, _)| s.asked[*v as usize]);
        duty::mean_coverage(&asked.map(|(_, duty)| duty).collect::<Vec<_>>())
    }),
    ("degree_centralization", |s, r| (s.inside > 2).then_some(s.under(r).degree_centralization)),
    ("gini_degree", |s, r| (s.under(r).ties > 0).then_some(s.under(r).gini_degree)),
    ("ei_index", |s, r| s.under(r).external.and_then(|external| external.index)),
    ("assortativity", |s, r| s.under(r).assortativity),
    ("modularity", |s, r| (s.under(r).ties > 0).then_some(s.under(r).communities.q)),
];

fn whole(scene: &Scene, tells_either: bool) -> Vec<NetworkFigure> {
    let figure = |(code, value): &Whole| NetworkFigure {
        code,
        mutual: value(scene, Reading::Mutual),
        either: if tells_either { value(scene, Reading::Either) } else { None },
        p: (*code == "ei_index")
            .then(|| scene.under(Reading::Mutual).external.map(|external| external.p_low))
            .flatten(),
    };
    WHOLE.iter().map(figure).collect()
}

#[cfg(test)]
mod tests {
    use super::joined;

    #[test]
    fn a_small_group_is_joined_each_with_each_and_a_large_one_in_a_ring() {
        assert!(joined(&[4]).is_empty());
        assert_eq!(joined(&[1, 4, 7]), [(1, 4), (1, 7), (4, 7)]);
        assert_eq!(joined(&[0, 1, 2, 3, 4, 5]).len(), 15);
        let ring = joined(&[0, 1, 2, 3, 4, 5, 6]);
        assert_eq!(ring, [(0, 1), (1, 2), (2, 3), (3, 4), (4, 5), (5, 6), (0, 6)]);
    }
}
