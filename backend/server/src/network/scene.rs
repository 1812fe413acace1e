//! A scene: the offices of an area and the ties among them and to others at one moment, with figures and places to draw
//! them at. The same for everybody; who sees what of it is decided when it is shown.

use crate::{region::Region, surveys::candidates::heading};
use hoshizu_analysis::{
    network::{
        Evidence, Figures, Graph, Groups, Range, Reading, Reports, WaveFigures,
        figures::Ask,
        layout::{Point, Settings, Start, layout},
        metrics::{brokerage, confirmation, degree, intermediary::Sides},
    },
    survey::picture::{Known, Picture},
};
use hoshizu_catalog::{
    id::OfficeId,
    office::Office,
    survey::Selection,
    system::{System, SystemSet},
};
use std::collections::{HashMap, HashSet};

/// A tie between two offices of the scene, `a < b`.
#[derive(Debug, Clone, Copy)]
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

/// Everything worked out of an area at a moment.
pub struct Scene {
    /// Offices of the area, then partners elsewhere; each part by id.
    pub offices: Vec<Office>,
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
    /// Systems of the offices in the area, by the heading each stands under.
    pub systems: Groups,
    /// Figures of the offices in the area.
    pub figures: WaveFigures,
    /// Where to draw offices: for those who see ties both sides reported, and for those who see all.
    pub points: Range<Vec<Point>>,
    place: HashMap<OfficeId, u32>,
}

/// The system an office stands under.
pub fn system_of(office: &Office) -> System {
    heading(office, &Selection::default())
}

/// The two sides that are to meet: 高齢者介護, and 障害福祉 with 障害児.
pub fn sides(offices: &[Office]) -> Sides {
    let has = |set: SystemSet, systems: &[System]| systems.iter().any(|system| set.contains(*system));
    let flags = |systems: &[System]| -> Vec<bool> {
        offices.iter().map(|office| has(office.systems, systems)).collect()
    };
    Sides::new(&flags(&[System::Care]), &flags(&[System::Disability, System::Child]))
}

impl Scene {
    /// Works it out. `offices` are those of the picture that are known and, where the picture says nothing of the area,
    /// all of the area. `before` is the scene of the wave before: names of communities and places are kept from it.
    pub fn of(
        picture: &Picture,
        offices: Vec<Office>,
        region: &Region,
        area: &str,
        before: Option<&Self>,
    ) -> Self {
        let (offices, inside) = cast(picture, offices, region, area);
        let place: HashMap<OfficeId, u32> = (0..).zip(&offices).map(|(at, office)| (office.id, at)).collect();
        let told =
            |flags: &[bool], office: &Office| picture.number(office.id).is_some_and(|at| flags[at as usize]);
        let asked: Vec<bool> = offices.iter().map(|office| told(&picture.asked, office)).collect();
        let answered: Vec<bool> =
            offices.iter().map(|office| told(picture.reports.responded(), office)).collect();
        let ties = ties(picture, &place, inside as u32);
        let reports = Reports::heard(answered.clone(), ties.iter().flat_map(directed));
        let kept: Vec<u32> = (0..inside as u32).collect();
        let labels: Vec<&str> = offices[..inside].iter().map(|office| system_of(office).code()).collect();
        let systems = Groups::from_labels(&labels);
        let (figures, points) = rayon::join(
            || figures(&reports.among(&kept), &systems, &offices[..inside], before),
            || {
                let drawn = |reading| drawing(&reports.graph(reading), inside, &offices, before, reading);
                let (mutual, either) = rayon::join(|| drawn(Reading::Mutual), || drawn(Reading::Either));
                Range { mutual, either }
            },
        );
        Self { offices, inside, asked, answered, ties, reports, systems, figures, points, place }
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
        Graph::new(self.offices.len(), self.ties.iter().filter(seen).map(|tie| (tie.a, tie.b)))
    }

    /// Figures of the offices in the area under a reading.
    pub fn under(&self, reading: Reading) -> &Figures {
        match reading {
            Reading::Mutual => &self.figures.figures.mutual,
            Reading::Either => &self.figures.figures.either,
        }
    }

    /// The figures of what somebody sees: of all ties, or of those both sides reported.
    pub fn reading(&self, all: bool) -> &Figures {
        self.under(if all { Reading::Either } else { Reading::Mutual })
    }

    /// Partners of another system, those elsewhere included.
    pub fn cross(&self, v: u32, reading: Reading) -> usize {
        let system = |v: u32| system_of(&self.offices[v as usize]);
        let partners = self.reports.names().of(v).iter().chain(self.reports.named_by().of(v));
        let counts = |w: &&u32| {
            system(**w) != system(v)
                && (reading == Reading::Either || self.reports.evidence(v, **w) == Some(Evidence::Mutual))
        };
        partners.filter(counts).collect::<HashSet<_>>().len()
    }

    /// Share of the offices asked in the area that work with nobody of another system; `None` where nobody was asked.
    pub fn without_cross(&self, reading: Reading) -> Option<f64> {
        let asked: Vec<u32> = (0..self.inside as u32).filter(|v| self.asked[*v as usize]).collect();
        let without = asked.iter().filter(|v| self.cross(**v, reading) == 0).count();
        (!asked.is_empty()).then(|| without as f64 / asked.len() as f64)
    }

    fn community(&self, office: OfficeId, reading: Reading) -> Option<u32> {
        let at = self.place(office).filter(|at| (*at as usize) < self.inside)? as usize;
        let figures = self.under(reading);
        (figures.degree[at] > 0).then(|| figures.communities.of[at])
    }

    fn point(&self, office: OfficeId, reading: Reading) -> Option<Point> {
        let points = if reading == Reading::Either { &self.points.either } else { &self.points.mutual };
        Some(points[self.place(office)? as usize])
    }
}

/// Who is on the scene: offices of the area, and partners of theirs elsewhere.
fn cast(picture: &Picture, offices: Vec<Office>, region: &Region, area: &str) -> (Vec<Office>, usize) {
    let lies = |office: &Office| region.areas_of(office).iter().any(|code| code == area);
    let (mut inside, outside): (Vec<Office>, Vec<Office>) = offices.into_iter().partition(lies);
    let numbers: HashSet<u32> = inside.iter().filter_map(|office| picture.number(office.id)).collect();
    let is_partner = |office: &Office| {
        let Some(at) = picture.number(office.id) else { return false };
        let (names, named_by) = (picture.reports.names().of(at), picture.reports.named_by().of(at));
        names.iter().chain(named_by).any(|other| numbers.contains(other))
    };
    let mut partners: Vec<Office> = outside.into_iter().filter(is_partner).collect();
    inside.sort_by_key(|office| office.id);
    partners.sort_by_key(|office| office.id);
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

fn figures(reports: &Reports, systems: &Groups, offices: &[Office], before: Option<&Scene>) -> WaveFigures {
    let sides = sides(offices);
    let under = |reading| {
        let earlier: Option<Vec<Option<u32>>> =
            before.map(|scene| offices.iter().map(|office| scene.community(office.id, reading)).collect());
        let ask = Ask {
            groups: Some(systems),
            sides: Some(&sides),
            communities: earlier.as_deref(),
            betweenness: true,
        };
        Figures::of(&reports.graph(reading), ask)
    };
    let (mutual, either) = rayon::join(|| under(Reading::Mutual), || under(Reading::Either));
    WaveFigures {
        confirmation: confirmation::confirmation(reports),
        named: degree::named(reports),
        brokerage: brokerage::brokerage(reports.names(), systems),
        figures: Range { mutual, either },
    }
}

/// Steps that settle a drawing begun from geography, and one begun from the wave before.
const STEPS: [u32; 2] = [300, 60];

/// Places of offices in the area and of partners elsewhere that a tie of this reading joins to it; the middle for others.
fn drawing(
    graph: &Graph,
    inside: usize,
    offices: &[Office],
    before: Option<&Scene>,
    reading: Reading,
) -> Vec<Point> {
    let drawn: Vec<u32> = graph.all().filter(|v| (*v as usize) < inside || graph.degree(*v) > 0).collect();
    let place = |v: u32| drawn.binary_search(&v).ok().map(|at| at as u32);
    let small = Graph::new(drawn.len(), graph.pairs().filter_map(|(a, b)| Some((place(a)?, place(b)?))));
    let of = |v: &u32| &offices[*v as usize];
    let settings = |steps| Settings { steps, ..Settings::default() };
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
