//! Which small counts are withheld, so that nobody reckons one from a whole and its other parts.
//!
//! A count of one or two would say whose it is. Where only such counts are left out, the whole less the parts told gives
//! them back. So the parts left out together must be a count that may be told, and must not be told apart by their
//! number: else the next smallest part is left out too (complementary cell suppression; Willenborg and de Waal, Elements
//! of Statistical Disclosure Control, 2001, chapter 6, for one sum at a time).

use super::sight::{SMALLEST, Sight};
use crate::view::tie::HiddenTies;
use std::collections::BTreeMap;

/// What is withheld of parts and of their sum.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Withheld {
    /// Part by part.
    pub parts: Vec<bool>,
    /// The sum.
    pub whole: bool,
}

impl Withheld {
    /// Of counts that are told beside their sum.
    pub fn of(counts: &[usize]) -> Self {
        let mut parts: Vec<bool> = counts.iter().map(|count| Sight::count(*count).is_none()).collect();
        let covered = complete(counts, &mut parts);
        let whole = !covered || !tells_whole(counts, &parts);
        Self { parts, whole }
    }
}

/// Ties that may not be seen, as counts by pairs of systems.
pub fn hidden_by_system(counts: BTreeMap<(&str, &str), usize>) -> Vec<HiddenTies> {
    let withheld = Withheld::of(&counts.values().copied().collect::<Vec<_>>()).parts;
    let view = |(((from, to), count), withheld): (((&str, &str), usize), bool)| HiddenTies {
        from: from.to_owned(),
        to: to.to_owned(),
        count: (!withheld).then_some(count),
    };
    counts.into_iter().zip(withheld).map(view).collect()
}

/// Withholds further parts until those withheld cannot be reckoned. `false` where there are no parts left to withhold:
/// then the sum must not be told.
pub fn complete(counts: &[usize], withheld: &mut [bool]) -> bool {
    loop {
        let left_out: Vec<usize> =
            counts.iter().zip(&*withheld).filter(|(_, is)| **is).map(|(count, _)| *count).collect();
        let (number, sum) = (left_out.len(), left_out.iter().sum::<usize>());
        let is_small = Sight::count(sum).is_none();
        // All of them ones, or all of them twos: the sum and their number say so.
        let is_even = left_out.iter().all(|count| *count < SMALLEST) && (sum == number || sum == 2 * number);
        if number == 0 || !(is_small || is_even) {
            return true;
        }
        // Parts of none blur who has one, but add nothing to a small sum.
        let least = usize::from(is_small);
        let rest = counts.iter().zip(&*withheld).filter(|(count, is)| !**is && **count >= least);
        let Some(next) = rest.map(|(count, _)| *count).min() else { return false };
        // All that have it: which of them was taken would say more than it hides.
        counts.iter().zip(&mut *withheld).filter(|(count, _)| **count == next).for_each(|(_, is)| *is = true);
    }
}

/// Whether the sum may be told where these parts are withheld. A sum left out because it is small would say of two parts
/// that each is one, if no larger sum were ever left out.
fn tells_whole(counts: &[usize], withheld: &[bool]) -> bool {
    let sum: usize = counts.iter().sum();
    let number = withheld.iter().filter(|is| **is).count();
    let told: usize = counts.iter().zip(withheld).filter(|(_, is)| !**is).map(|(count, _)| count).sum();
    Sight::count(sum).is_some() && (number == 0 || told > 0 || sum > number + 1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::{HashMap, HashSet};

    /// Every row of `parts` counts up to `most`.
    fn rows(parts: usize, most: usize) -> Vec<Vec<usize>> {
        (0..parts).fold(vec![Vec::new()], |rows, _| {
            let longer = |row: &Vec<usize>| {
                let row = row.clone();
                (0..=most).map(move |count| [row.clone(), vec![count]].concat())
            };
            rows.iter().flat_map(longer).collect()
        })
    }

    /// What a reader is given: parts told, and the sum where it is.
    fn published(row: &[usize]) -> (Vec<Option<usize>>, Option<usize>) {
        let withheld = Withheld::of(row);
        let parts = row.iter().zip(&withheld.parts).map(|(count, is)| (!is).then_some(*count)).collect();
        (parts, (!withheld.whole).then(|| row.iter().sum()))
    }

    #[test]
    fn no_count_of_one_or_two_follows_from_what_is_told_and_the_rule() {
        for parts in 1..=5 {
            // What else could stand behind the same answer; larger counts than those tried are among it.
            let mut behind: HashMap<_, Vec<HashSet<usize>>> = HashMap::new();
            for row in rows(parts, 8) {
                let sets = behind.entry(published(&row)).or_insert_with(|| vec![HashSet::new(); parts]);
                for (count, set) in row.iter().zip(sets) {
                    set.insert(*count);
                }
            }
            for row in rows(parts, 4) {
                let (told, whole) = published(&row);
                let sets = &behind[&(told.clone(), whole)];
                for at in (0..parts).filter(|at| told[*at].is_none()) {
                    assert!(sets[at].len() > 1, "{row:?} is read from {told:?} and {whole:?}");
                }
            }
        }
    }

    #[test]
    fn a_small_part_takes_the_next_smallest_with_it() {
        let left_out = |counts: &[usize]| Withheld::of(counts);
        assert_eq!(left_out(&[0, 9, 4]), Withheld { parts: vec![false; 3], whole: false });
        assert_eq!(left_out(&[1, 9, 4]), Withheld { parts: vec![true, false, true], whole: false });
        assert_eq!(left_out(&[1, 2, 9]), Withheld { parts: vec![true, true, false], whole: false });
        // Three parts of one each: their sum would give all away, a part of none blurs it.
        assert_eq!(
            left_out(&[1, 1, 1, 0, 8]),
            Withheld { parts: vec![true, true, true, true, false], whole: false }
        );
        assert_eq!(left_out(&[1, 1, 1]), Withheld { parts: vec![true; 3], whole: true });
        assert_eq!(left_out(&[2, 0]), Withheld { parts: vec![true, false], whole: true });
        assert_eq!(left_out(&[]), Withheld { parts: Vec::new(), whole: false });
    }
}
