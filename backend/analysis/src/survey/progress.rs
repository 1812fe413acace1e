//! How far a wave has come, and whom to ask again first.

use hoshizu_catalog::survey::SheetState;
use std::collections::{BTreeMap, HashMap};

/// Sheets by state.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Progress {
    /// All of them.
    pub sheets: u32,
    /// Finished.
    pub finished: u32,
    /// Begun and not finished.
    pub begun: u32,
    /// Refused.
    pub refused: u32,
    /// Taken back.
    pub withdrawn: u32,
    /// Finished after the last day asked for.
    pub late: u32,
}

impl Progress {
    /// Counts one sheet.
    pub fn count(&mut self, state: SheetState, late: bool) {
        self.sheets += 1;
        match state {
            SheetState::Waiting => {}
            SheetState::Begun => self.begun += 1,
            SheetState::Finished => self.finished += 1,
            SheetState::Refused => self.refused += 1,
            SheetState::Withdrawn => self.withdrawn += 1,
        }
        self.late += u32::from(late && state == SheetState::Finished);
    }

    /// 回収率: finished of all sheets, 0 to 1 (AAPOR RR1: refusals and silence count against it). `None` without sheets.
    pub fn response_rate(&self) -> Option<f64> {
        (self.sheets > 0).then(|| f64::from(self.finished) / f64::from(self.sheets))
    }
}

/// Sheets by group: `(state, late, group)` of each.
pub fn by_group<G: Ord>(sheets: impl IntoIterator<Item = (SheetState, bool, G)>) -> BTreeMap<G, Progress> {
    let mut groups: BTreeMap<G, Progress> = BTreeMap::new();
    for (state, late, group) in sheets {
        groups.entry(group).or_default().count(state, late);
    }
    groups
}

/// Numbers of the sheets still awaited, those of hubs first: by how many others name the office, then in their order.
/// A missing hub costs most: every ☆ beside it stays unconfirmed.
pub fn missing<O: std::hash::Hash + Eq>(sheets: &[(SheetState, O)], named: &HashMap<O, u32>) -> Vec<usize> {
    let awaited = |state| matches!(state, SheetState::Waiting | SheetState::Begun);
    let mut missing: Vec<usize> = (0..sheets.len()).filter(|at| awaited(sheets[*at].0)).collect();
    missing.sort_by_key(|at| std::cmp::Reverse(named.get(&sheets[*at].1).copied().unwrap_or(0)));
    missing
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn refusals_and_silence_count_against_the_response_rate() {
        let states = [SheetState::Finished, SheetState::Finished, SheetState::Refused, SheetState::Waiting];
        let groups = by_group(states.map(|state| (state, state == SheetState::Finished, ())));
        assert_eq!(groups[&()].response_rate(), Some(0.5));
        assert_eq!((groups[&()].late, groups[&()].refused), (2, 1));
        assert_eq!(Progress::default().response_rate(), None);
    }

    #[test]
    fn hubs_are_asked_again_first() {
        let sheets = [
            (SheetState::Waiting, 'a'),
            (SheetState::Finished, 'b'),
            (SheetState::Begun, 'c'),
            (SheetState::Refused, 'd'),
            (SheetState::Waiting, 'e'),
        ];
        let named = HashMap::from([('b', 9), ('c', 3), ('d', 8)]);
        assert_eq!(missing(&sheets, &named), [2, 0, 4]);
    }
}
