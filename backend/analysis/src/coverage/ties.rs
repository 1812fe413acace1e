//! 「つながっている」: what the offices of an area do together, beside how many there are and whom they reach.
//!
//! Every figure is a range: from the ties both sides reported to those either side reported. Offices that were not asked
//! say nothing and are left out of every mean; a figure without anybody asked is `None`, never zero.
//!
//! Sources: cross-system ties, offices without any, sole intermediaries: ours (see
//! `network::metrics::intermediary`); duty coverage:
//! 厚生省令第38号 第一条の二 第4項 (`network::metrics::duty`); concentration: Gini 1912; response rate: AAPOR RR1.

use crate::{
    concentration::gini,
    network::{
        Evidence, Graph, Range, Reading, Reports,
        metrics::{
            across::across,
            duty::{DutyKinds, duty, mean_coverage},
            intermediary::{Sides, sole_intermediaries},
        },
    },
};
use hoshizu_catalog::system::SystemSet;

/// An office as the figures see it.
#[derive(Debug, Clone, Copy, Default)]
pub struct Party {
    /// Its systems.
    pub systems: SystemSet,
    /// Which of the seven kinds of body it is.
    pub duty: DutyKinds,
    /// Whether it must strive for ties with the seven kinds (居宅介護支援).
    pub owes: bool,
    /// Number of its municipality in [`Network::new`]'s `homes`.
    pub home: Option<u32>,
    /// Whether it was asked.
    pub asked: bool,
}

/// Figures of some offices together.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct TieFigures {
    /// Offices there are.
    pub offices: u32,
    /// Those of them that were asked: the n of the means.
    pub asked: u32,
    /// Those of them that answered.
    pub answered: u32,
    /// Partners of another system an office asked has, on average.
    pub across_per_office: Option<Range<f64>>,
    /// Share of the offices asked that have no partner of another system, 0 to 1.
    pub without_across: Option<Range<f64>>,
    /// Mean 努力義務カバー率 of the 居宅介護支援 asked, 0 to 1.
    pub duty: Option<Range<f64>>,
    /// 居宅介護支援 the mean above is of.
    pub duty_offices: u32,
    /// Offices that are the only one between at least one pair of an office of care and one of disability or children.
    pub sole_bridges: Range<u32>,
    /// Gini coefficient of the number of partners among the offices asked, 0 to 1; nothing below two offices.
    pub concentration: Option<Range<f64>>,
}

impl TieFigures {
    /// 回収率, 0 to 1; nothing where nobody was asked.
    pub fn response_rate(&self) -> Option<f64> {
        (self.asked > 0).then(|| f64::from(self.answered) / f64::from(self.asked))
    }
}

/// What of the figures of an office rests on ties only one side reported; nothing of one that was not asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[expect(clippy::struct_excessive_bools, reason = "one for each figure")]
pub struct OneSided {
    /// Whether it was asked.
    pub asked: bool,
    /// Such ties.
    pub ties: u32,
    /// Partners of another system it has by them alone.
    pub across: u32,
    /// Whether it has partners of another system by them alone.
    pub joined: bool,
    /// Whether it cares for further kinds of body by them.
    pub duty: bool,
    /// Whether they make it the only one between a pair, or no longer the only one.
    pub bridge: bool,
}

/// Offices and their ties, ready to be asked about any group of offices.
pub struct Network {
    parties: Vec<Party>,
    systems: Vec<SystemSet>,
    kinds: Vec<DutyKinds>,
    responded: Vec<bool>,
    graphs: Range<Graph>,
    one_sided: Vec<u32>,
    sole: Range<Vec<u64>>,
    homes: Vec<Vec<u32>>,
}

impl Network {
    /// Of reports and the offices they are of, in the same order. Offices behind those of the reports have no tie.
    /// `homes` are the offices of each municipality.
    pub fn new(reports: &Reports, mut parties: Vec<Party>, homes: Vec<Vec<u32>>) -> Self {
        parties.resize(parties.len().max(reports.nodes()), Party::default());
        let graph = |reading| Graph::new(parties.len(), reports.graph(reading).pairs());
        let graphs = Range { mutual: graph(Reading::Mutual), either: graph(Reading::Either) };
        let mut responded = reports.responded().to_vec();
        responded.resize(parties.len(), false);
        let mut one_sided = vec![0; parties.len()];
        for tie in reports.ties().into_iter().filter(|tie| tie.evidence != Evidence::Mutual) {
            one_sided[tie.a as usize] += 1;
            one_sided[tie.b as usize] += 1;
        }
        let systems: Vec<SystemSet> = parties.iter().map(|party| party.systems).collect();
        let kinds = parties.iter().map(|party| party.duty).collect();
        let sides = Sides::of_systems(&systems);
        let sole = graphs.map(|graph| sole_intermediaries(graph, &sides));
        Self { parties, systems, kinds, responded, graphs, one_sided, sole, homes }
    }

    /// What of an office's figures rests on ties only one side reported.
    pub fn one_sided(&self, v: u32) -> OneSided {
        let Party { asked, owes, .. } = *self.party(v);
        if !asked {
            return OneSided::default();
        }
        let across = self.graphs.map(|graph| across(graph, &self.systems, v));
        let tied = |graph: &Graph| duty(graph, v, &self.kinds, self.home(v)).tied;
        OneSided {
            asked,
            ties: self.one_sided[v as usize],
            across: (across.either - across.mutual) as u32,
            joined: across.mutual == 0 && across.either > 0,
            duty: owes && tied(&self.graphs.mutual) != tied(&self.graphs.either),
            bridge: (self.sole.mutual[v as usize] > 0) != (self.sole.either[v as usize] > 0),
        }
    }

    /// The figures of some offices (each named once).
    pub fn figures(&self, members: &[u32]) -> TieFigures {
        let asked: Vec<u32> = members.iter().copied().filter(|v| self.party(*v).asked).collect();
        let owing: Vec<u32> = asked.iter().copied().filter(|v| self.party(*v).owes).collect();
        let mean = |value: &dyn Fn(&Graph) -> Option<f64>| both(self.graphs.map(value));
        let across =
            |graph: &Graph| asked.iter().map(|v| across(graph, &self.systems, *v)).collect::<Vec<usize>>();
        let share = |part: usize| (!asked.is_empty()).then(|| part as f64 / asked.len() as f64);
        let duties = |graph: &Graph| {
            let of = |v: &u32| duty(graph, *v, &self.kinds, self.home(*v));
            mean_coverage(&owing.iter().map(of).collect::<Vec<_>>())
        };
        TieFigures {
            offices: members.len() as u32,
            asked: asked.len() as u32,
            answered: asked.iter().filter(|v| self.responded[**v as usize]).count() as u32,
            across_per_office: mean(&|graph| share(across(graph).into_iter().sum())),
            without_across: mean(&|graph| share(across(graph).into_iter().filter(|n| *n == 0).count())),
            duty: if owing.is_empty() { None } else { mean(&duties) },
            duty_offices: owing.len() as u32,
            sole_bridges: self
                .sole
                .map(|pairs| members.iter().filter(|v| pairs[**v as usize] > 0).count() as u32),
            concentration: mean(&|graph| {
                let partners: Vec<f64> = asked.iter().map(|v| graph.degree(*v) as f64).collect();
                (partners.len() > 1).then(|| gini(&partners))
            }),
        }
    }

    /// Which of some offices were asked and have no partner of another system.
    pub fn without_across(&self, members: &[u32]) -> Range<Vec<u32>> {
        let alone = |graph: &Graph, v: &u32| self.party(*v).asked && across(graph, &self.systems, *v) == 0;
        self.graphs.map(|graph| members.iter().copied().filter(|v| alone(graph, v)).collect())
    }

    fn party(&self, v: u32) -> &Party {
        &self.parties[v as usize]
    }

    fn home(&self, v: u32) -> &[u32] {
        let home = self.party(v).home.and_then(|home| self.homes.get(home as usize));
        home.map_or(&[], Vec::as_slice)
    }
}

fn both(range: Range<Option<f64>>) -> Option<Range<f64>> {
    Some(Range { mutual: range.mutual?, either: range.either? })
}

#[cfg(test)]
mod tests;
