//! Two waves of a survey compared: ties gained, lost, kept and strengthened, told by the groups they join.
//!
//! A tie is only lost when everybody who reported it answered again and nobody reports it any more, and only gained
//! when somebody who reports it was asked before: silence is no change.

use super::{Evidence, Figures, Groups, Range, Reports, figures::WaveFigures};
use serde::Serialize;
use std::collections::BTreeMap;

/// How strong a tie is; compared part by part, never added up (frequency and quality hardly correlate, DOMAIN).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Strength {
    /// Closeness 1 to 3 (Morita 2012), the greater of both reports; 0 where none was told.
    pub closeness: u8,
    /// Kinds of work together, a bit each.
    pub kinds: u16,
}

/// One wave: its reports and, where told, how strong its ties are (smaller index first).
#[derive(Debug, Clone, Copy)]
pub struct Wave<'a> {
    /// Who reported whom.
    pub reports: &'a Reports,
    /// How strong.
    pub strength: &'a BTreeMap<(u32, u32), Strength>,
}

/// What became of a tie.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Change {
    /// There now, not before.
    Gained,
    /// There before, not now.
    Lost,
    /// There before and now.
    Kept,
    /// Kept; confirmed now, closer, or of more kinds, and weaker in none of these.
    Strengthened,
    /// There now; nobody who reports it answered before.
    NewlySeen,
    /// There before; not everybody who reported it answered again.
    NoLongerSeen,
}

/// A tie and what became of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ChangedTie {
    /// The smaller index.
    pub a: u32,
    /// The larger index.
    pub b: u32,
    /// What became of it.
    pub change: Change,
}

/// Compares two waves whose indices mean the same offices.
pub fn compare(before: Wave<'_>, after: Wave<'_>) -> Vec<ChangedTie> {
    let earlier = before.reports.ties().into_iter().map(|tie| (tie.a, tie.b));
    let later = after.reports.ties().into_iter().map(|tie| (tie.a, tie.b));
    let pairs: std::collections::BTreeSet<(u32, u32)> = earlier.chain(later).collect();
    pairs.into_iter().map(|(a, b)| ChangedTie { a, b, change: change(before, after, a, b) }).collect()
}

fn change(before: Wave<'_>, after: Wave<'_>, a: u32, b: u32) -> Change {
    let reporters = |wave: Wave<'_>| {
        let names = wave.reports.names();
        [(a, names.has(a, b)), (b, names.has(b, a))].into_iter().filter(|told| told.1).map(|told| told.0)
    };
    let answered =
        |wave: Wave<'_>, v: u32| wave.reports.responded().get(v as usize).copied().unwrap_or(false);
    match (before.reports.evidence(a, b), after.reports.evidence(a, b)) {
        (None, _) if reporters(after).any(|v| answered(before, v)) => Change::Gained,
        (None, _) => Change::NewlySeen,
        (Some(_), None) if reporters(before).all(|v| answered(after, v)) => Change::Lost,
        (Some(_), None) => Change::NoLongerSeen,
        (Some(earlier), Some(later)) => {
            let strength = |wave: Wave<'_>| wave.strength.get(&(a, b)).copied().unwrap_or_default();
            if is_stronger((earlier, strength(before)), (later, strength(after))) {
                Change::Strengthened
            } else {
                Change::Kept
            }
        }
    }
}

fn is_stronger(before: (Evidence, Strength), after: (Evidence, Strength)) -> bool {
    let confirmed = |evidence| u32::from(evidence == Evidence::Mutual);
    let parts = |(evidence, strength): (Evidence, Strength)| {
        [confirmed(evidence), u32::from(strength.closeness), strength.kinds.count_ones()]
    };
    let (before, after) = (parts(before), parts(after));
    before != after && before.iter().zip(after).all(|(before, after)| *before <= after)
}

/// Ties by what became of them.
pub type Counts = BTreeMap<Change, u64>;

/// All changes, and those between each pair of groups (`first ≤ second`): types, systems or areas.
pub fn by_groups(changes: &[ChangedTie], groups: &Groups) -> (Counts, BTreeMap<(usize, usize), Counts>) {
    let mut all = Counts::new();
    let mut pairs: BTreeMap<(usize, usize), Counts> = BTreeMap::new();
    for tie in changes {
        let (a, b) = (groups.group(tie.a), groups.group(tie.b));
        *all.entry(tie.change).or_default() += 1;
        *pairs.entry((a.min(b), a.max(b))).or_default().entry(tie.change).or_default() += 1;
    }
    (all, pairs)
}

/// How a figure changed. The range of the change is as wide as both figures leave it: what is certain now against what
/// was possible then, and the other way round.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct FigureChange {
    /// Then.
    pub before: Range<f64>,
    /// Now.
    pub after: Range<f64>,
    /// Least change that fits.
    pub least: f64,
    /// Greatest change that fits.
    pub greatest: f64,
}

impl FigureChange {
    /// Between two ranges.
    pub fn between(before: Range<f64>, after: Range<f64>) -> Self {
        let low = |range: Range<f64>| range.mutual.min(range.either);
        let high = |range: Range<f64>| range.mutual.max(range.either);
        Self { before, after, least: low(after) - high(before), greatest: high(after) - low(before) }
    }
}

/// A figure of the whole by its code.
type Figure = (&'static str, fn(&Figures) -> Option<f64>);

/// The figures of the whole that are compared, with their codes.
const FIGURES: [Figure; 11] = [
    ("ties", |f| Some(f.ties as f64)),
    ("density", |f| Some(f.density)),
    ("components", |f| Some(f.components as f64)),
    ("isolates", |f| Some(f.isolates as f64)),
    ("articulation_points", |f| Some(f.cuts.articulation_points.len() as f64)),
    ("bridges", |f| Some(f.cuts.bridges.len() as f64)),
    ("degree_centralization", |f| Some(f.degree_centralization)),
    ("gini_degree", |f| Some(f.gini_degree)),
    ("assortativity", |f| f.assortativity),
    ("ei_index", |f| f.external.and_then(|external| external.index)),
    ("modularity", |f| Some(f.communities.q)),
];

/// How each figure of the whole changed; one that has no meaning in either wave is left out.
pub fn figure_changes(before: &WaveFigures, after: &WaveFigures) -> BTreeMap<&'static str, FigureChange> {
    let told = |wave: &WaveFigures, value: fn(&Figures) -> Option<f64>| {
        let range = wave.figures.map(value);
        Some(Range { mutual: range.mutual?, either: range.either? })
    };
    let change = |(code, value): Figure| {
        Some((code, FigureChange::between(told(before, value)?, told(after, value)?)))
    };
    FIGURES.into_iter().filter_map(change).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(
        before: &[(u32, u32)],
        after: &[(u32, u32)],
        silent: &[(usize, usize)],
    ) -> Vec<(u32, u32, Change)> {
        let answered = |wave| (0..6).map(|v| !silent.contains(&(wave, v))).collect();
        let (before, after) =
            (Reports::new(answered(0), before.to_vec()), Reports::new(answered(1), after.to_vec()));
        let strength = BTreeMap::new();
        let wave = |reports| Wave { reports, strength: &strength };
        compare(wave(&before), wave(&after)).iter().map(|tie| (tie.a, tie.b, tie.change)).collect()
    }

    #[test]
    fn ties_are_gained_lost_kept_and_confirmed() {
        let found = told(&[(0, 1), (2, 3), (4, 5)], &[(0, 1), (1, 0), (4, 5), (0, 5)], &[]);
        let wanted = [
            (0, 1, Change::Strengthened),
            (0, 5, Change::Gained),
            (2, 3, Change::Lost),
            (4, 5, Change::Kept),
        ];
        assert_eq!(found, wanted);
    }

    #[test]
    fn silence_is_no_change() {
        assert_eq!(told(&[(0, 1)], &[], &[(1, 0)]), [(0, 1, Change::NoLongerSeen)]);
        assert_eq!(told(&[], &[(0, 1)], &[(0, 0)]), [(0, 1, Change::NewlySeen)]);
        assert_eq!(told(&[(0, 1)], &[], &[(1, 1)]), [(0, 1, Change::Lost)]);
    }

    #[test]
    fn closer_is_stronger_unless_something_else_is_weaker() {
        let mutual = |closeness, kinds| (Evidence::Mutual, Strength { closeness, kinds });
        assert!(is_stronger(mutual(1, 0b1), mutual(2, 0b1)) && is_stronger(mutual(1, 0b1), mutual(1, 0b11)));
        assert!(!is_stronger(mutual(1, 0b11), mutual(2, 0b1)) && !is_stronger(mutual(2, 1), mutual(2, 1)));
    }

    #[test]
    fn changes_are_counted_by_the_groups_they_join() {
        let groups = Groups::from_labels(&["care", "disability", "care"]);
        let tie = |a, b, change| ChangedTie { a, b, change };
        let (all, pairs) = by_groups(&[tie(0, 1, Change::Gained), tie(1, 2, Change::Gained)], &groups);
        assert_eq!((all[&Change::Gained], pairs[&(0, 1)][&Change::Gained]), (2, 2));
    }

    #[test]
    fn the_range_of_a_change_covers_what_both_figures_leave_open() {
        let found =
            FigureChange::between(Range { mutual: 0.1, either: 0.2 }, Range { mutual: 0.15, either: 0.3 });
        assert!((found.least + 0.05).abs() < 1e-12 && (found.greatest - 0.2).abs() < 1e-12);
    }

    #[test]
    fn figures_without_meaning_are_not_compared() {
        let wave = |reports: &[(u32, u32)]| {
            WaveFigures::of(
                &Reports::new(vec![true; 4], reports.to_vec()),
                crate::network::figures::Ask::default(),
            )
        };
        let changes = figure_changes(&wave(&[(0, 1)]), &wave(&[(0, 1), (1, 0), (2, 3)]));
        assert!(!changes.contains_key("assortativity") && !changes.contains_key("ei_index"));
        let ties = changes["ties"];
        assert_eq!((ties.before.mutual, ties.after.mutual, ties.least, ties.greatest), (0.0, 1.0, 0.0, 2.0));
    }
}
