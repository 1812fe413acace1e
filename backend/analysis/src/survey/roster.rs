//! Which offices a sheet shows, and in which order.
//!
//! Nearest first alone would fill a sheet in a town with the thirty care managers around and leave out the one office of
//! the other system, which is what a survey wants to know about. So every group takes its turn, the nearest of each first.

use hoshizu_catalog::position::Position;

/// An office that can be named.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Candidate {
    /// Its group, the heading it stands under; headings come in this order.
    pub group: u8,
    /// Where it is.
    pub place: Option<Position>,
    /// Whether it lies in the municipality of the respondent.
    pub near: bool,
    /// Whether it was named last time: it is shown in any case.
    pub named: bool,
}

/// Numbers of the candidates a sheet of `size` rows shows: by group, and in a group the nearest first. Offices named last
/// time are all among them, even beyond `size`. Offices without a place count as near as their municipality.
pub fn roster(from: Option<Position>, candidates: &[Candidate], size: usize) -> Vec<usize> {
    let distance: Vec<f64> = candidates.iter().map(|candidate| distance(from, candidate)).collect();
    let mut groups: Vec<Vec<usize>> = Vec::new();
    for (at, candidate) in candidates.iter().enumerate() {
        let group = usize::from(candidate.group);
        if groups.len() <= group {
            groups.resize(group + 1, Vec::new());
        }
        groups[group].push(at);
    }
    for group in &mut groups {
        group.sort_by(|a, b| distance[*a].total_cmp(&distance[*b]).then(a.cmp(b)));
    }
    let mut taken: Vec<bool> = candidates.iter().map(|candidate| candidate.named).collect();
    let mut left = size.saturating_sub(taken.iter().filter(|taken| **taken).count());
    let mut queues: Vec<_> = groups.iter().map(|group| group.iter().copied().peekable()).collect();
    while left > 0 {
        let mut moved = false;
        for queue in &mut queues {
            while queue.next_if(|at| taken[*at]).is_some() {}
            if let Some(at) = queue.next().filter(|_| left > 0) {
                taken[at] = true;
                left -= 1;
                moved = true;
            }
        }
        if !moved {
            break;
        }
    }
    groups.concat().into_iter().filter(|at| taken[*at]).collect()
}

/// Kilometres, or a stand-in: 5 inside the municipality, 50 outside of it.
fn distance(from: Option<Position>, candidate: &Candidate) -> f64 {
    match from.zip(candidate.place) {
        Some((from, to)) => from.distance_m(to) / 1000.0,
        None if candidate.near => 5.0,
        None => 50.0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn at(group: u8, km: f64) -> Candidate {
        let place = Some(Position { lat: 35.0 + km / 111.0, lon: 135.0 });
        Candidate { group, place, near: true, named: false }
    }

    const HERE: Option<Position> = Some(Position { lat: 35.0, lon: 135.0 });

    #[test]
    fn the_one_office_of_another_group_is_shown_however_many_are_nearer() {
        let mut candidates: Vec<Candidate> = (0..40).map(|km| at(0, f64::from(km) / 10.0)).collect();
        candidates.push(at(2, 30.0));
        let shown = roster(HERE, &candidates, 5);
        assert_eq!(shown, [0, 1, 2, 3, 40]);
    }

    #[test]
    fn who_was_named_last_time_is_shown_in_its_place() {
        let mut candidates = vec![at(0, 1.0), at(0, 2.0), at(0, 90.0)];
        candidates[2].named = true;
        assert_eq!(roster(HERE, &candidates, 2), [0, 2]);
        assert_eq!(roster(HERE, &candidates, 0), [2]);
    }

    #[test]
    fn without_a_place_the_own_municipality_comes_first() {
        let nowhere = |near| Candidate { group: 0, place: None, near, named: false };
        assert_eq!(roster(None, &[nowhere(false), nowhere(true)], 1), [1]);
        assert_eq!(roster(HERE, &[at(0, 20.0), nowhere(true), at(0, 1.0)], 3), [2, 1, 0]);
    }

    proptest! {
        #[test]
        fn a_sheet_is_full_or_shows_everybody_once(
            offices in prop::collection::vec((0_u8..5, 0.0_f64..50.0, any::<bool>()), 0..60), size in 0_usize..80
        ) {
            let candidates: Vec<Candidate> =
                offices.iter().map(|(group, km, named)| Candidate { named: *named, ..at(*group, *km) }).collect();
            let mut shown = roster(HERE, &candidates, size);
            let named = candidates.iter().filter(|candidate| candidate.named).count();
            prop_assert_eq!(shown.len(), size.min(candidates.len()).max(named));
            shown.sort_unstable();
            shown.dedup();
            prop_assert_eq!(shown.len(), size.min(candidates.len()).max(named));
        }
    }
}
