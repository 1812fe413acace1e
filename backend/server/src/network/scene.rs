//! A scene: the offices of an area and the ties among them and to others at one moment, with figures and places to draw
//! them at. The same for everybody; who sees what of it is decided when it is shown.

use crate::{region::Region, surveys::candidates::heading};
use hoshizu_analysis::{
    network::{
        Evidence, Figures, Graph, Groups, Range, Reading, Reports, WaveFigures,
        figures::Ask,
        layout::{Point, Settings, Start, layout},
        metrics::{
            across::across,
            brokerage,
            communities::{Communities, communities},
            confirmation, degree,
            intermediary::Sides,
        },
    },
    survey::picture::{Known, Picture},
};
use hoshizu_catalog::{
    id::OfficeId,
    office::Office,
    survey::Selection,
    system::{System, SystemSet},
};
use std::{
    collections::{HashMap, HashSet},
    sync::{Arc, OnceLock},
};

/// A tie between two offices of the scene, `a < b`.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct SceneTie {
    /// The smaller place.
    pub a: u32,
    /// The larger place.
    pub b: u32,
    /// Whether the office at `a` reports it.
    pub by_a: bool,
    /// Whether the office at `b` does.
    pub by_b: bool,
    /// What is known of it; its own `a` and `b` go by the ids of the offices, not by their places.
    pub known: Known,
}

/// An office and where it lies, looked up once for all scenes it is on.
#[derive(Debug, PartialEq)]
pub struct Member {
    /// The office.
    pub office: Office,
    /// Codes of every area it lies in.
    pub areas: Vec<String>,
}

impl Member {
    /// Looks up where an office lies.
    pub fn of(office: Office, region: &Region) -> Arc<Self> {
        Arc::new(Self { areas: region.areas_of(&office), office })
    }

    /// Whether it lies in an area.
    pub fn lies_in(&self, area: &str) -> bool {
        self.areas.iter().any(|code| code == area)
    }
}

/// What is known of an area at a moment: all that a scene follows from, but the scene before it.
#[derive(Debug, PartialEq)]
pub struct Ground {
    members: Vec<Arc<Member>>,
    inside: usize,
    asked: Vec<bool>,
    answered: Vec<bool>,
    ties: Vec<SceneTie>,
    unasked: Vec<Arc<Member>>,
}

/// Everything worked out of an area at a moment.
pub struct Scene {
    /// Offices of the area, then partners elsewhere; each part by id.
    pub members: Vec<Arc<Member>>,
    /// How many lie in the area.
    pub inside: usize,
    /// Which were asked.
    pub asked: Vec<bool>,
    /// Which answered.
    pub answered: Vec<bool>,
    /// Ties with at least one end in the area.
    pub ties: Vec<SceneTie>,
    /// Who reports whom, offices elsewhere included.
    pub reports: Reports,
    /// Systems each office belongs to.
    pub systems: Vec<SystemSet>,
    /// Ties under either reading, offices elsewhere included.
    pub graphs: Range<Graph>,
    /// Ties among the offices in the area under either reading.
    pub among: Range<Graph>,
    /// Other current offices of the municipalities: nobody was asked about them, but they can be tied with.
    pub unasked: Vec<Arc<Member>>,
    points: Range<OnceLock<Vec<Point>>>,
    communities: Range<OnceLock<Communities>>,
    figures: OnceLock<WaveFigures>,
    place: HashMap<OfficeId, u32>,
    before: Option<Arc<Self>>,
}

/// The system an office stands under.
pub fn system_of(office: &Office) -> System {
    heading(office, &Selection::default())
}

impl Ground {
    /// Puts it together. `members` are those of the picture that are known and, where the picture says nothing of the
    /// area, all of the area.
    pub fn of(picture: &Picture, members: Vec<Arc<Member>>, unasked: Vec<Arc<Member>>, area: &str) -> Self {
        let (members, inside) = cast(picture, members, area);
        let told = |flags: &[bool], member: &Member| {
            picture.number(member.office.id).is_some_and(|at| flags[at as usize])
        };
        let asked = members.iter().map(|member| told(&picture.asked, member)).collect();
        let answered = members.iter().map(|member| told(picture.reports.responded(), member)).collect();
        let ties = ties(picture, &places(&members), inside as u32);
        Self { members, inside, asked, answered, ties, unasked }
    }
}

fn places(members: &[Arc<Member>]) -> HashMap<OfficeId, u32> {
    (0..).zip(members).map(|(at, member)| (member.office.id, at)).collect()
}

impl Scene {
    /// Puts together what everything else follows from; places, communities and figures wait until somebody asks for them
    /// ([`Scene::prepare`]). `before` is the scene of the wave before: names of communities and places are kept from it.
    pub fn of(ground: Ground, before: Option<Arc<Self>>) -> Self {
        let Ground { members, inside, asked, answered, ties, unasked } = ground;
        let reports = Reports::heard(answered.clone(), ties.iter().flat_map(directed));
        let kept: Vec<u32> = (0..inside as u32).collect();
        let inner = reports.among(&kept);
        let graphs = Range::both(|reading| reports.graph(reading));
        let among = Range::both(|reading| inner.graph(reading));
        Self {
            place: places(&members),
            systems: members.iter().map(|member| member.office.systems).collect(),
            members,
            inside,
            asked,
            answered,
            ties,
            reports,
            graphs,
            among,
            unasked,
            points: Range::both(|_| OnceLock::new()),
            communities: Range::both(|_| OnceLock::new()),
            figures: OnceLock::new(),
            before,
        }
    }

    /// Works out what a view of it needs: communities, and places for those who see this reading.
    pub fn prepare(&self, reading: Reading) {
        let both = || Range::both(|reading| self.communities(reading).count);
        rayon::join(both, || self.points(reading).len());
    }

    /// Where to draw offices, for those who see ties both sides reported, or for those who see all.
    pub fn points(&self, reading: Reading) -> &[Point] {
        let graph = self.graphs.under(reading);
        let made = || drawing(graph, self.inside, &self.members, self.before.as_deref(), reading);
        self.points.under(reading).get_or_init(made)
    }

    /// Communities of the offices in the area.
    pub fn communities(&self, reading: Reading) -> &Communities {
        let members = &self.members[..self.inside];
        let made = || divided(self.among.under(reading), members, self.before.as_deref(), reading);
        self.communities.under(reading).get_or_init(made)
    }

    /// Whether working it out of this would give the same again.
    pub fn follows_from(&self, ground: &Ground, before: Option<&Arc<Self>>) -> bool {
        let Ground { members, inside, asked, answered, ties, unasked } = ground;
        let same_before = match (&self.before, before) {
            (None, None) => true,
            (Some(one), Some(other)) => Arc::ptr_eq(one, other),
            _ => false,
        };
        same_before
            && self.inside == *inside
            && self.asked == *asked
            && self.answered == *answered
            && self.ties == *ties
            && self.members == *members
            && self.unasked == *unasked
    }

    /// Figures of the offices in the area.
    pub fn figures(&self) -> &WaveFigures {
        self.figures.get_or_init(|| {
            let kept: Vec<u32> = (0..self.inside as u32).collect();
            let reports = self.reports.among(&kept);
            let members = &self.members[..self.inside];
            let labels: Vec<&str> = members.iter().map(|member| system_of(&member.office).code()).collect();
            let headings = Groups::from_labels(&labels);
            let sides = Sides::of_systems(&self.systems[..self.inside]);
            let under = |reading| {
                let ask = Ask {
                    groups: Some(&headings),
                    sides: Some(&sides),
                    divided: Some(self.communities(reading)),
                    betweenness: true,
                    ..Ask::default()
                };
                Figures::of(self.among.under(reading), ask)
            };
            WaveFigures {
                confirmation: confirmation::confirmation(&reports),
                named: degree::named(&reports),
                brokerage: brokerage::brokerage(reports.names(), &headings),
                figures: Range::both(under),
            }
        })
    }

    /// The place of an office.
    pub fn place(&self, office: OfficeId) -> Option<u32> {
        self.place.get(&office).copied()
    }

    /// Ties as somebody sees them: all, or those both sides reported and those of the offices `own`.
    pub fn graph_seen(&self, all: bool, own: &HashSet<OfficeId>) -> Graph {
        let seen = |tie: &&SceneTie| {
            all || tie.known.evidence == Evidence::Mutual
                || own.contains(&tie.known.a)
                || own.contains(&tie.known.b)
        };
        Graph::new(self.members.len(), self.ties.iter().filter(seen).map(|tie| (tie.a, tie.b)))
    }

    /// Figures of the offices in the area under a reading.
    pub fn under(&self, reading: Reading) -> &Figures {
        self.figures().figures.under(reading)
    }

    /// Ties under a reading, offices elsewhere included.
    pub fn graph(&self, reading: Reading) -> &Graph {
        self.graphs.under(reading)
    }

    /// Partners of another system, those elsewhere included.
    pub fn cross(&self, v: u32, reading: Reading) -> usize {
        across(self.graph(reading), &self.systems, v)
    }

    /// Share of the offices asked in the area that work with nobody of another system; `None` where nobody was asked.
    pub fn without_cross(&self, reading: Reading) -> Option<f64> {
        let asked: Vec<u32> = (0..self.inside as u32).filter(|v| self.asked[*v as usize]).collect();
        let without = asked.iter().filter(|v| self.cross(**v, reading) == 0).count();
        (!asked.is_empty()).then(|| without as f64 / asked.len() as f64)
    }

    fn community(&self, office: OfficeId, reading: Reading) -> Option<u32> {
        let at = self.place(office).filter(|at| (*at as usize) < self.inside)? as usize;
        (self.among.under(reading).degree(at as u32) > 0).then(|| self.communities(reading).of[at])
    }

    fn point(&self, office: OfficeId, reading: Reading) -> Option<Point> {
        Some(self.points(reading)[self.place(office)? as usize])
    }
}

/// Who is on the scene: offices of the area, and partners of theirs elsewhere.
fn cast(picture: &Picture, members: Vec<Arc<Member>>, area: &str) -> (Vec<Arc<Member>>, usize) {
    let (mut inside, outside): (Vec<Arc<Member>>, Vec<Arc<Member>>) =
        members.into_iter().partition(|member| member.lies_in(area));
    let number = |member: &Member| picture.number(member.office.id);
    let numbers: HashSet<u32> = inside.iter().filter_map(|member| number(member)).collect();
    let is_partner = |member: &Arc<Member>| {
        let Some(at) = number(member) else { return false };
        let (names, named_by) = (picture.reports.names().of(at), picture.reports.named_by().of(at));
        names.iter().chain(named_by).any(|other| numbers.contains(other))
    };
    let mut partners: Vec<Arc<Member>> = outside.into_iter().filter(is_partner).collect();
    inside.sort_by_key(|member| member.office.id);
    partners.sort_by_key(|member| member.office.id);
    let count = inside.len();
    inside.extend(partners);
    (inside, count)
}

fn ties(picture: &Picture, place: &HashMap<OfficeId, u32>, inside: u32) -> Vec<SceneTie> {
    let tie = |known: Known| {
        let (one, other) = (*place.get(&known.a)?, *place.get(&known.b)?);
        let (mut by_a, mut by_b) = (known.from_a.is_some(), known.from_b.is_some());
        if one > other {
            std::mem::swap(&mut by_a, &mut by_b);
        }
        let (a, b) = (one.min(other), one.max(other));
        (a < inside).then_some(SceneTie { a, b, by_a, by_b, known })
    };
    let mut ties: Vec<SceneTie> = picture.ties().into_iter().filter_map(tie).collect();
    ties.sort_by_key(|tie| (tie.a, tie.b));
    ties
}

/// The reports a tie is made of.
fn directed(tie: &SceneTie) -> impl Iterator<Item = (u32, u32)> + use<> {
    let &SceneTie { a, b, by_a, by_b, .. } = tie;
    by_a.then_some((a, b)).into_iter().chain(by_b.then_some((b, a)))
}

fn divided(graph: &Graph, members: &[Arc<Member>], before: Option<&Scene>, reading: Reading) -> Communities {
    let earlier: Option<Vec<Option<u32>>> =
        before.map(|scene| members.iter().map(|member| scene.community(member.office.id, reading)).collect());
    communities(graph, earlier.as_deref())
}

/// Steps that settle a drawing begun from geography, and one begun from the wave before. Of 400 offices, half as many do:
/// the looseness is that of 600 steps to 0.3 per cent; of 2,000 it is not.
const STEPS: [u32; 2] = [300, 60];
/// Offices up to which half the steps are enough.
const SMALL: usize = 600;

/// Places of offices in the area and of partners elsewhere that a tie of this reading joins to it; the middle for others.
fn drawing(
    graph: &Graph,
    inside: usize,
    members: &[Arc<Member>],
    before: Option<&Scene>,
    reading: Reading,
) -> Vec<Point> {
    let drawn: Vec<u32> = graph.all().filter(|v| (*v as usize) < inside || graph.degree(*v) > 0).collect();
    let place = |v: u32| drawn.binary_search(&v).ok().map(|at| at as u32);
    let small = Graph::new(drawn.len(), graph.pairs().filter_map(|(a, b)| Some((place(a)?, place(b)?))));
    let of = |v: &u32| &members[*v as usize].office;
    let share = if drawn.len() > SMALL { 1 } else { 2 };
    let settings = |steps: u32| Settings { steps: steps / share, ..Settings::default() };
    let earlier = before.map(|scene| -> Vec<Option<Point>> {
        drawn.iter().map(|v| scene.point(of(v).id, reading)).collect()
    });
    let points = if let Some(earlier) = &earlier {
        layout(&small, Start::Drawing(earlier), settings(STEPS[1]))
    } else {
        let on_earth: Vec<Option<Point>> = drawn.iter().map(|v| kilometres(of(v))).collect();
        layout(&small, Start::Geography(&on_earth), settings(STEPS[0]))
    };
    let mut places = vec![Point::default(); graph.nodes()];
    for (at, &v) in drawn.iter().enumerate() {
        places[v as usize] = points[at];
    }
    places
}

/// Kilometres east and north of where the meridian of 135° meets the 35th parallel. A map to draw by, not to measure.
fn kilometres(office: &Office) -> Option<Point> {
    let at = office.place?.position;
    Some(Point { x: (at.lon - 135.0) * 91.0, y: (at.lat - 35.0) * 111.0 })
}
