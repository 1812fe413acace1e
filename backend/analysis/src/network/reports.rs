//! Reports of a survey, and the ties they make. A report is one office's ☆ beside another; a tie is what one or both say.

use super::graph::{Graph, Rows};

/// How reports are read as ties.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Reading {
    /// Only ties both sides reported: what is certain.
    Mutual,
    /// Ties either side reported: what is possible.
    Either,
}

/// What a tie rests on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Evidence {
    /// One side reported it; the other did not answer the survey and so could not.
    ToNonRespondent,
    /// One side reported it; the other answered and did not.
    OneSided,
    /// Both sides reported it.
    Mutual,
}

/// One tie with its evidence.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Tie {
    /// The smaller index.
    pub a: u32,
    /// The larger index.
    pub b: u32,
    /// What it rests on.
    pub evidence: Evidence,
}

/// The directed reports of one wave.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Reports {
    names: Rows,
    named_by: Rows,
    responded: Vec<bool>,
}

impl Reports {
    /// Reports `(reporter, partner)` among offices, and who answered the survey. Who reported anything did answer.
    /// Repeated reports are folded, reports of an office about itself dropped.
    pub fn new(responded: Vec<bool>, reports: impl IntoIterator<Item = (u32, u32)>) -> Self {
        let mut heard = Self::heard(responded, reports);
        for v in 0..heard.nodes() as u32 {
            heard.responded[v as usize] |= !heard.names.of(v).is_empty();
        }
        heard
    }

    /// As [`Reports::new`], where an office may report something and still not have answered (a sheet left half way, a ☆
    /// set between surveys): what it does not report then says nothing.
    pub fn heard(responded: Vec<bool>, reports: impl IntoIterator<Item = (u32, u32)>) -> Self {
        let names = Rows::new(responded.len(), reports);
        let named_by = Rows::new(responded.len(), names.pairs().map(|(from, to)| (to, from)));
        Self { names, named_by, responded }
    }

    /// What both sides report, and nothing else: what may be shown to others than the survey's keeper.
    #[must_use]
    pub fn certain(&self) -> Self {
        let both = self.names.pairs().filter(|&(from, to)| self.names.has(to, from));
        Self::heard(self.responded.clone(), both)
    }

    /// The reports among some offices, which are numbered as they stand in `kept` (rising).
    #[must_use]
    pub fn among(&self, kept: &[u32]) -> Self {
        let place = |v: u32| kept.binary_search(&v).ok().map(|at| at as u32);
        let pairs = self.names.pairs().filter_map(|(from, to)| Some((place(from)?, place(to)?)));
        Self::heard(kept.iter().map(|v| self.responded[*v as usize]).collect(), pairs)
    }

    /// Ties without direction read as reports of both sides.
    pub fn undirected(nodes: usize, ties: impl IntoIterator<Item = (u32, u32)>) -> Self {
        Self::new(vec![true; nodes], ties.into_iter().flat_map(|(a, b)| [(a, b), (b, a)]))
    }

    /// How many offices.
    pub fn nodes(&self) -> usize {
        self.responded.len()
    }

    /// How many reports.
    pub fn count(&self) -> usize {
        self.names.entries()
    }

    /// Whom each office names.
    pub fn names(&self) -> &Rows {
        &self.names
    }

    /// Who names each office.
    pub fn named_by(&self) -> &Rows {
        &self.named_by
    }

    /// Who answered.
    pub fn responded(&self) -> &[bool] {
        &self.responded
    }

    /// What the tie between two offices rests on; `None` without a report.
    pub fn evidence(&self, a: u32, b: u32) -> Option<Evidence> {
        match (self.names.has(a, b), self.names.has(b, a)) {
            (false, false) => None,
            (true, true) => Some(Evidence::Mutual),
            (true, false) => Some(self.one_sided(b)),
            (false, true) => Some(self.one_sided(a)),
        }
    }

    fn one_sided(&self, silent: u32) -> Evidence {
        if self.responded[silent as usize] { Evidence::OneSided } else { Evidence::ToNonRespondent }
    }

    /// Every tie once, in the order of its offices.
    pub fn ties(&self) -> Vec<Tie> {
        let either = self.graph(Reading::Either);
        either
            .pairs()
            .filter_map(|(a, b)| self.evidence(a, b).map(|evidence| Tie { a, b, evidence }))
            .collect()
    }

    /// The graph under a reading; that of `Mutual` is part of that of `Either`.
    pub fn graph(&self, reading: Reading) -> Graph {
        match reading {
            Reading::Either => Graph::new(self.nodes(), self.names.pairs()),
            Reading::Mutual => {
                Graph::new(self.nodes(), self.names.pairs().filter(|&(a, b)| self.names.has(b, a)))
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn evidence_tells_silence_from_denial() {
        let reports = Reports::new(vec![true, true, false, true], [(0, 1), (1, 0), (0, 2), (0, 3), (0, 0)]);
        let told: Vec<_> = reports.ties().iter().map(|tie| (tie.a, tie.b, tie.evidence)).collect();
        assert_eq!(
            told,
            [(0, 1, Evidence::Mutual), (0, 2, Evidence::ToNonRespondent), (0, 3, Evidence::OneSided)]
        );
        assert_eq!(reports.evidence(1, 2), None);
    }

    #[test]
    fn certain_reports_are_those_of_both_sides() {
        let reports = Reports::new(vec![true, true, false, true], [(0, 1), (1, 0), (0, 2), (3, 0)]);
        assert_eq!(reports.certain().graph(Reading::Either), reports.graph(Reading::Mutual));
        assert_eq!(reports.certain().responded(), reports.responded());
    }

    #[test]
    fn among_some_offices_only_their_reports_count() {
        let reports = Reports::new(vec![true, false, true, true], [(0, 1), (0, 3), (3, 0), (2, 3)]);
        let among = reports.among(&[0, 3]);
        assert_eq!(among.responded(), [true, true]);
        assert_eq!(among.names().pairs().collect::<Vec<_>>(), [(0, 1), (1, 0)]);
    }

    #[test]
    fn who_reports_has_answered() {
        assert_eq!(Reports::new(vec![false; 2], [(1, 0)]).responded(), [false, true]);
    }

    proptest! {
        #[test]
        fn what_both_say_is_part_of_what_either_says(
            pairs in prop::collection::vec((0_u32..12, 0_u32..12), 0..80)
        ) {
            let reports = Reports::new(vec![true; 12], pairs);
            let (mutual, either) = (reports.graph(Reading::Mutual), reports.graph(Reading::Either));
            prop_assert!(mutual.pairs().all(|(a, b)| either.has(a, b)));
            prop_assert_eq!(mutual.ties() + either.ties(), reports.count());
        }
    }
}
