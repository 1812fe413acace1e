//! 努力義務カバー率: with how many of the seven kinds of body an office is tied, of those there are within its area.
//!
//! Source: 厚生省令第38号 第一条の二 第4項 (居宅介護支援 must strive to cooperate with them). No unit, 0 to 1.

use crate::network::Graph;
use serde::Serialize;

/// The seven kinds, in the order of the ordinance.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum DutyKind {
    /// 市町村.
    Municipality,
    /// 地域包括支援センター.
    CommunitySupportCenter,
    /// 老人介護支援センター.
    ElderlyCareSupportCenter,
    /// 他の指定居宅介護支援事業者.
    CareManagement,
    /// 指定介護予防支援事業者.
    PreventiveSupport,
    /// 介護保険施設.
    CareFacility,
    /// 指定特定相談支援事業者等.
    ConsultationSupport,
}

impl DutyKind {
    /// All seven.
    pub const ALL: [Self; 7] = [
        Self::Municipality,
        Self::CommunitySupportCenter,
        Self::ElderlyCareSupportCenter,
        Self::CareManagement,
        Self::PreventiveSupport,
        Self::CareFacility,
        Self::ConsultationSupport,
    ];

    fn bit(self) -> u8 {
        1 << self as u8
    }
}

/// A set of the seven: one office may be several (a 地域包括支援センター is often a 指定介護予防支援事業者 too).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize)]
#[serde(transparent)]
pub struct DutyKinds(u8);

impl DutyKinds {
    /// Whether a kind is in the set.
    pub fn contains(self, kind: DutyKind) -> bool {
        self.0 & kind.bit() != 0
    }

    /// How many.
    pub fn count(self) -> u32 {
        self.0.count_ones()
    }

    /// The kinds of the set, in order.
    pub fn iter(self) -> impl Iterator<Item = DutyKind> {
        DutyKind::ALL.into_iter().filter(move |kind| self.contains(*kind))
    }
}

impl FromIterator<DutyKind> for DutyKinds {
    fn from_iter<I: IntoIterator<Item = DutyKind>>(kinds: I) -> Self {
        Self(kinds.into_iter().fold(0, |set, kind| set | kind.bit()))
    }
}

/// What an office is tied with, and what there is.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Duty {
    /// Kinds with at least one tie.
    pub tied: DutyKinds,
    /// Kinds that exist within the area, the office itself left aside.
    pub existing: DutyKinds,
    /// `tied / existing`; `None` where nothing exists.
    pub coverage: Option<f64>,
}

/// Coverage of one office. `kinds` are those of every node; `within` are the nodes of its area. A partner outside the
/// area counts only for a kind that exists inside: coverage never exceeds 1.
pub fn duty(graph: &Graph, office: u32, kinds: &[DutyKinds], within: &[u32]) -> Duty {
    let union = |nodes: &[u32]| {
        let others = nodes.iter().filter(|v| **v != office);
        DutyKinds(others.fold(0, |set, v| set | kinds[*v as usize].0))
    };
    let existing = union(within);
    let tied = DutyKinds(union(graph.of(office)).0 & existing.0);
    let coverage = (existing.count() > 0).then(|| f64::from(tied.count()) / f64::from(existing.count()));
    Duty { tied, existing, coverage }
}

/// Mean coverage of the offices that have one; `None` when none has.
pub fn mean_coverage(duties: &[Duty]) -> Option<f64> {
    let known: Vec<f64> = duties.iter().filter_map(|duty| duty.coverage).collect();
    (!known.is_empty()).then(|| known.iter().sum::<f64>() / known.len() as f64)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_kinds_that_exist_here_are_owed_and_an_office_does_not_owe_itself() {
        let kinds: Vec<DutyKinds> = [
            &[DutyKind::CareManagement][..],
            &[DutyKind::CommunitySupportCenter, DutyKind::PreventiveSupport],
            &[DutyKind::ConsultationSupport],
            &[DutyKind::CareFacility],
        ]
        .iter()
        .map(|kinds| kinds.iter().copied().collect())
        .collect();
        let graph = Graph::new(4, [(0, 1), (0, 3)]);
        let found = duty(&graph, 0, &kinds, &[0, 1, 2]);
        assert_eq!((found.tied.count(), found.existing.count()), (2, 3));
        assert!((found.coverage.unwrap() - 2.0 / 3.0).abs() < 1e-12);
        assert_eq!(duty(&graph, 0, &kinds, &[0]).coverage, None);
        assert_eq!(mean_coverage(&[duty(&graph, 0, &kinds, &[0])]), None);
    }
}
