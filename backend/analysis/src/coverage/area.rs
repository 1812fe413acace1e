//! Figures of points brought to areas.

use super::measures::{Nearest, RANKS, far_share};

/// Mean of (people, value) over people; nothing without people, or where one of the values is not finite (no office to
/// go to).
pub fn mean(places: impl IntoIterator<Item = (f64, f64)>) -> Option<f64> {
    let (people, sum) = places
        .into_iter()
        .filter(|(people, _)| *people > 0.0)
        .fold((0.0, 0.0), |(all, sum), (people, value)| (all + people, sum + people * value));
    (people > 0.0 && sum.is_finite()).then(|| sum / people)
}

/// How far the people of an area have to go.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Ways {
    /// Mean kilometres to the nearest, second and third office.
    pub km: [Option<f64>; RANKS],
    /// Share of people farther than the stated distance.
    pub far: Option<f64>,
}

/// The ways of an area from its points: (people, kilometres to the nearest suppliers).
pub fn ways(far_km: f64, places: &[(f64, Nearest)]) -> Ways {
    let mut km = [None; RANKS];
    for (rank, mean_km) in km.iter_mut().enumerate() {
        *mean_km = mean(places.iter().map(|(people, nearest)| (*people, nearest[rank])));
    }
    Ways { km, far: far_share(far_km, places.iter().map(|(people, nearest)| (*people, nearest[0]))) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn many_people_weigh_more_and_nobody_weighs_nothing() {
        assert_eq!(mean([(30.0, 1.0), (10.0, 5.0), (0.0, f64::INFINITY)]), Some(2.0));
        assert_eq!(mean([(0.0, 1.0)]), None);
        assert_eq!(mean([(1.0, f64::INFINITY)]), None, "without an office there is no mean way");
    }

    #[test]
    fn one_office_in_all_gives_a_first_way_and_no_second() {
        let found = ways(
            5.0,
            &[(3.0, [2.0, f64::INFINITY, f64::INFINITY]), (1.0, [6.0, f64::INFINITY, f64::INFINITY])],
        );
        assert_eq!(found, Ways { km: [Some(3.0), None, None], far: Some(0.25) });
    }
}
