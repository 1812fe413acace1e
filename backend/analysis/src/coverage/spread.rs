//! Population of areas brought to points: each town of an area gets the same part of its people.
//!
//! Equal parts, because nothing better than the number of towns is published for the whole country; a figure of a point
//! is therefore an estimate, the sum over an area is not. Where areas nest, the smallest counted one decides: towns of
//! a counted 圏域 share its people, the other towns share what the municipality has beside.

/// Stands for "not counted": nobody knows how many people live at a point.
pub const UNKNOWN: f64 = f64::NAN;

/// People at each point. `persons` by area, [`UNKNOWN`] where it was not counted; `nests` for each point the areas it
/// lies in, from large to small.
pub fn spread<N: AsRef<[u32]>>(persons: &[f64], nests: &[N]) -> Vec<f64> {
    let counted = |area: &&u32| persons[**area as usize].is_finite();
    let mut rest = persons.to_vec();
    let mut is_inner = vec![false; persons.len()];
    let mut points = vec![0_u32; persons.len()];
    let homes: Vec<Option<u32>> = nests
        .iter()
        .map(|nest| {
            let chain: Vec<u32> = nest.as_ref().iter().filter(counted).copied().collect();
            for pair in chain.windows(2) {
                // An area takes its people out of the next larger one once, whichever of its points comes first.
                if !std::mem::replace(&mut is_inner[pair[1] as usize], true) {
                    rest[pair[0] as usize] -= persons[pair[1] as usize];
                }
            }
            chain.last().copied()
        })
        .collect();
    for home in homes.iter().flatten() {
        points[*home as usize] += 1;
    }
    let at = |home: u32| rest[home as usize].max(0.0) / f64::from(points[home as usize]);
    homes.into_iter().map(|home| home.map_or(UNKNOWN, at)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn towns_of_a_counted_part_share_its_people_and_the_others_the_rest() {
        // City 0 with 100 people; part 1 with 70; part 2 not counted.
        let nests = [vec![0, 1], vec![0, 1], vec![0, 2], vec![0], vec![2]];
        let found = spread(&[100.0, 70.0, UNKNOWN], &nests);
        assert_eq!(found[..4], [35.0, 35.0, 15.0, 15.0]);
        assert!(found[4].is_nan(), "nobody counted the people there");
    }

    #[test]
    fn a_part_with_more_people_than_the_whole_leaves_the_others_none() {
        assert_eq!(spread(&[100.0, 120.0], &[vec![0, 1], vec![0]]), [120.0, 0.0]);
    }

    proptest! {
        #[test]
        fn nobody_is_lost_or_made(
            parts in prop::collection::vec((1.0..1000.0_f64, 1..6_usize), 1..6), beside in 0.0..500.0_f64
        ) {
            let total: f64 = parts.iter().map(|(people, _)| people).sum::<f64>() + beside;
            let persons: Vec<f64> = [total].into_iter().chain(parts.iter().map(|(people, _)| *people)).collect();
            let mut nests = vec![vec![0_u32]];
            for (area, (_, towns)) in (1..).zip(&parts) {
                nests.extend(vec![vec![0, area]; *towns]);
            }
            prop_assert!((spread(&persons, &nests).iter().sum::<f64>() - total).abs() < 1e-6);
        }
    }
}
