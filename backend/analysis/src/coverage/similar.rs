//! Areas like one another: the nearest by population, ageing and density, each as a z-score over all areas of the kind.
//!
//! Population and density enter as logarithms, because a town of 5,000 differs from one of 10,000 as a city of 50,000 does
//! from one of 100,000. The three weigh the same; the distance is Euclid's over the features both areas have, divided by
//! their number. Source: practice of 類似団体 (総務省 groups by population and industry) and of the 見える化システム, which
//! lets a municipality pick its own comparisons; the measure itself is ours and is stated on the page. No unit.

/// What areas are compared by.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Features {
    /// Persons.
    pub population: Option<f64>,
    /// 高齢化率: share of people of 65 and over, 0 to 1.
    pub ageing: Option<f64>,
    /// Persons per square kilometre.
    pub density: Option<f64>,
}

/// Features.
const FEATURES: usize = 3;
/// Features two areas must share to be compared at all.
const SHARED: usize = 2;

impl Features {
    fn scales(self) -> [Option<f64>; FEATURES] {
        let ln = |value: Option<f64>| value.filter(|value| *value > 0.0).map(f64::ln);
        [ln(self.population), self.ageing, ln(self.density)]
    }
}

/// An area and how far it is from the one asked about; 0 is the same.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Similar {
    /// Its number.
    pub area: usize,
    /// Root mean square of the differences of z-scores.
    pub distance: f64,
}

/// The nearest others, the most alike first; of equal ones the first.
pub fn similar(areas: &[Features], to: usize, most: usize) -> Vec<Similar> {
    let scores = scores(areas);
    let Some(own) = scores.get(to) else { return Vec::new() };
    let mut found: Vec<Similar> = (0..areas.len())
        .filter(|area| *area != to)
        .filter_map(|area| Some(Similar { area, distance: distance(own, &scores[area])? }))
        .collect();
    found.sort_by(|a, b| a.distance.total_cmp(&b.distance).then(a.area.cmp(&b.area)));
    found.truncate(most);
    found
}

fn distance(a: &[Option<f64>; FEATURES], b: &[Option<f64>; FEATURES]) -> Option<f64> {
    let differences: Vec<f64> = a.iter().zip(b).filter_map(|(a, b)| Some((*a)? - (*b)?)).collect();
    (differences.len() >= SHARED)
        .then(|| (differences.iter().map(|d| d * d).sum::<f64>() / differences.len() as f64).sqrt())
}

/// z-scores; a feature that is the same everywhere tells nothing and scores 0.
fn scores(areas: &[Features]) -> Vec<[Option<f64>; FEATURES]> {
    let mut scales: Vec<[Option<f64>; FEATURES]> = areas.iter().map(|area| area.scales()).collect();
    for feature in 0..FEATURES {
        let known: Vec<f64> = scales.iter().filter_map(|scale| scale[feature]).collect();
        let n = known.len() as f64;
        let mean = known.iter().sum::<f64>() / n;
        let deviation = (known.iter().map(|value| (value - mean).powi(2)).sum::<f64>() / n).sqrt();
        for scale in &mut scales {
            scale[feature] =
                scale[feature].map(|value| if deviation > 1e-12 { (value - mean) / deviation } else { 0.0 });
        }
    }
    scales
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn area(population: f64, ageing: f64, density: f64) -> Features {
        Features { population: Some(population), ageing: Some(ageing), density: Some(density) }
    }

    #[test]
    fn a_mountain_town_is_like_another_and_not_like_a_city_of_its_size_of_old_people() {
        let areas = [
            area(5_000.0, 0.45, 20.0),
            area(6_000.0, 0.44, 25.0),
            area(400_000.0, 0.28, 6_000.0),
            area(5_000.0, 0.25, 2_000.0),
        ];
        let found: Vec<usize> = similar(&areas, 0, 9).iter().map(|one| one.area).collect();
        assert_eq!((found[0], found.len()), (1, 3));
        assert_eq!(*found.last().unwrap(), 2);
    }

    #[test]
    fn what_is_known_of_both_counts_and_one_feature_is_too_little() {
        let dense = Features { density: None, ..area(5_000.0, 0.45, 0.0) };
        let unknown = Features { population: Some(5_000.0), ..Features::default() };
        let found = similar(&[area(5_100.0, 0.44, 20.0), dense, unknown], 0, 9);
        assert_eq!(found.iter().map(|one| one.area).collect::<Vec<_>>(), [1]);
        assert_eq!(similar(&[], 0, 3), []);
    }

    proptest! {
        #[test]
        fn the_unit_of_a_feature_changes_nothing(
            rows in prop::collection::vec((1.0..1e6_f64, 0.1..0.6_f64, 1.0..1e4_f64), 2..12),
            scale in 0.001..1_000.0_f64
        ) {
            let areas: Vec<Features> = rows.iter().map(|&(p, a, d)| area(p, a, d)).collect();
            let scaled: Vec<Features> = rows.iter().map(|&(p, a, d)| area(p * scale, a, d * scale)).collect();
            for (here, there) in similar(&areas, 0, 12).iter().zip(similar(&scaled, 0, 12)) {
                prop_assert!((here.distance - there.distance).abs() < 1e-6);
            }
        }

        #[test]
        fn likeness_goes_both_ways(
            rows in prop::collection::vec((1.0..1e6_f64, 0.1..0.6_f64, 1.0..1e4_f64), 2..12)
        ) {
            let areas: Vec<Features> = rows.iter().map(|&(p, a, d)| area(p, a, d)).collect();
            let to = |from: usize, to: usize| similar(&areas, from, 99).iter().find(|one| one.area == to).unwrap().distance;
            prop_assert!((to(0, 1) - to(1, 0)).abs() < 1e-12);
        }
    }
}
