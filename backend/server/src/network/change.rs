//! What became of the ties of an area since an earlier wave.

use super::{
    scene::{Member, Scene, system_of},
    show::Show,
};
use crate::view::network::{ChangeCount, ChangedFigure, NetworkChange, NetworkNode, TieChange};
use hoshizu_analysis::network::{
    Graph, Groups, Range, Reading, Reports,
    waves::{self, Change, ChangedTie, Counts, Strength, Wave, figure_changes},
};
use hoshizu_catalog::{id::OfficeId, tie::Closeness};
use std::{
    collections::{BTreeMap, HashMap},
    sync::Arc,
};
use uuid::Uuid;

/// Compares the scene shown with an earlier one. Offices that only the earlier one has are added to `nodes`, at their
/// places there. For those who do not see all, only ties both sides reported are compared.
pub fn change(
    show: &Show<'_>,
    nodes: &mut Vec<NetworkNode>,
    since: Uuid,
    before: &Show<'_>,
) -> NetworkChange {
    let joint = Joint::new(show.scene, before.scene);
    let all = show.sight.all;
    let (earlier, later) = (joint.of(before.scene, all), joint.of(show.scene, all));
    let changes = waves::compare(earlier.wave(), later.wave());
    let labels: Vec<&str> = joint.members.iter().map(|member| system_of(&member.office).code()).collect();
    let systems = Groups::from_labels(&labels);
    let (counts, pairs) = waves::by_groups(&changes, &systems);
    let mut places = Places { joint: &joint, show, before, added: HashMap::new() };
    let ties = changes.iter().filter_map(|tie| places.tie(tie, nodes)).collect();
    let name = |group: usize| systems.names()[group].clone();
    let told = all || (show.tells_either() && before.tells_either());
    let figures = figure_changes(before.scene.figures(), show.scene.figures());
    NetworkChange {
        since,
        ties,
        counts: by_code(&counts),
        systems: pairs
            .iter()
            .map(|((a, b), counts)| ChangeCount { a: name(*a), b: name(*b), counts: by_code(counts) })
            .collect(),
        figures: figures.into_iter().filter(|_| told).map(|(code, change)| changed(code, change)).collect(),
    }
}

/// Ties gained between two moments, for those who see all, and what was known before.
pub struct Gained<'a> {
    /// The offices of both moments.
    pub members: Vec<&'a Arc<Member>>,
    /// Ties either side reported before.
    pub known: Graph,
    /// Ties there now that were not there then, though somebody who reports them was asked then.
    pub ties: Vec<(u32, u32)>,
}

/// Compares two scenes for what came to be.
pub fn gained<'a>(before: &'a Scene, now: &'a Scene) -> Gained<'a> {
    let joint = Joint::new(now, before);
    let (earlier, later) = (joint.of(before, true), joint.of(now, true));
    let changes = waves::compare(earlier.wave(), later.wave());
    let gained = changes.iter().filter(|tie| tie.change == Change::Gained).map(|tie| (tie.a, tie.b));
    Gained { ties: gained.collect(), known: earlier.reports.graph(Reading::Either), members: joint.members }
}

fn changed(code: &'static str, change: waves::FigureChange) -> ChangedFigure {
    let waves::FigureChange { before, after, least, greatest } = change;
    let parts = |range: Range<f64>| (range.mutual, range.either);
    let ((before_mutual, before_either), (after_mutual, after_either)) = (parts(before), parts(after));
    ChangedFigure { code, before_mutual, before_either, after_mutual, after_either, least, greatest }
}

fn code(change: Change) -> &'static str {
    match change {
        Change::Gained => "gained",
        Change::Lost => "lost",
        Change::Kept => "kept",
        Change::Strengthened => "strengthened",
        Change::NewlySeen => "newly_seen",
        Change::NoLongerSeen => "no_longer_seen",
    }
}

fn by_code(counts: &Counts) -> BTreeMap<String, u64> {
    counts.iter().map(|(change, count)| (code(*change).to_owned(), *count)).collect()
}

/// The offices of both moments under one numbering: those of now, then those only of before.
struct Joint<'a> {
    members: Vec<&'a Arc<Member>>,
    number: HashMap<OfficeId, u32>,
}

/// One moment under the joint numbering.
struct Told {
    reports: Reports,
    strength: BTreeMap<(u32, u32), Strength>,
}

impl Told {
    fn wave(&self) -> Wave<'_> {
        Wave { reports: &self.reports, strength: &self.strength }
    }
}

impl<'a> Joint<'a> {
    fn new(now: &'a Scene, before: &'a Scene) -> Self {
        let gone = before.members.iter().filter(|member| now.place(member.office.id).is_none());
        let members: Vec<&Arc<Member>> = now.members.iter().chain(gone).collect();
        let number = (0..).zip(&members).map(|(at, member)| (member.office.id, at)).collect();
        Self { members, number }
    }

    fn of(&self, scene: &Scene, all: bool) -> Told {
        let number = |v: u32| self.number[&scene.members[v as usize].office.id];
        let mut answered = vec![false; self.members.len()];
        for (v, said) in (0..).zip(&scene.answered) {
            answered[number(v) as usize] = *said;
        }
        let pairs = scene.reports.names().pairs().map(|(from, to)| (number(from), number(to)));
        let reports = Reports::heard(answered, pairs);
        let strength = scene.ties.iter().map(|tie| {
            let (a, b, star) = (number(tie.a), number(tie.b), tie.known.star());
            let closeness = star.closeness.map_or(0, Closeness::stage);
            ((a.min(b), a.max(b)), Strength { closeness, kinds: u16::from(star.kinds.bits()) })
        });
        Told { strength: strength.collect(), reports: if all { reports } else { reports.certain() } }
    }
}

/// Where offices of either moment stand among the nodes.
struct Places<'a> {
    joint: &'a Joint<'a>,
    show: &'a Show<'a>,
    before: &'a Show<'a>,
    added: HashMap<u32, usize>,
}

impl Places<'_> {
    fn tie(&mut self, tie: &ChangedTie, nodes: &mut Vec<NetworkNode>) -> Option<TieChange> {
        let (a, b) = (self.at(tie.a, nodes)?, self.at(tie.b, nodes)?);
        Some(TieChange { a: a.min(b), b: a.max(b), change: code(tie.change).to_owned() })
    }

    fn at(&mut self, number: u32, nodes: &mut Vec<NetworkNode>) -> Option<usize> {
        let id = self.joint.members[number as usize].office.id;
        let here = self.show.scene.place(id).and_then(|v| self.show.at(v));
        if let Some(known) = here.or_else(|| self.added.get(&number).copied()) {
            return Some(known);
        }
        let mut node = self.before.node_of(id)?;
        node.figures = None;
        nodes.push(node);
        self.added.insert(number, nodes.len() - 1);
        Some(nodes.len() - 1)
    }
}
