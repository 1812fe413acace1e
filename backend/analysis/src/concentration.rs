//! How unequally something is spread: Lorenz curve (Lorenz 1905) and Gini coefficient (Gini 1912).

/// Gini coefficient of non-negative amounts: 0 when all are equal, (n − 1)/n when one has everything. Without
/// amounts, or when all are zero, 0.
///
/// Source: G = 2 Σ i·xᵢ / (n Σ xᵢ) − (n + 1)/n over the amounts in rising order, i from 1 (Sen 1973). No unit.
pub fn gini(amounts: &[f64]) -> f64 {
    let sorted = rising(amounts);
    let (n, sum) = (sorted.len() as f64, sorted.iter().sum::<f64>());
    if sum <= 0.0 {
        return 0.0;
    }
    let weighted: f64 = sorted.iter().enumerate().map(|(at, amount)| (at as f64 + 1.0) * amount).sum();
    2.0 * weighted / (n * sum) - (n + 1.0) / n
}

/// Points of the Lorenz curve, from (0, 0) to (1, 1): share of those who have least → their share of the whole.
pub fn lorenz(amounts: &[f64]) -> Vec<(f64, f64)> {
    let sorted = rising(amounts);
    let (n, sum) = (sorted.len() as f64, sorted.iter().sum::<f64>());
    let mut points = vec![(0.0, 0.0)];
    if sum <= 0.0 {
        return points;
    }
    let mut held = 0.0;
    for (at, amount) in sorted.iter().enumerate() {
        held += amount;
        points.push(((at as f64 + 1.0) / n, held / sum));
    }
    points
}

fn rising(amounts: &[f64]) -> Vec<f64> {
    let mut sorted = amounts.to_vec();
    sorted.sort_by(f64::total_cmp);
    sorted
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn equal_shares_have_no_concentration_and_one_owner_has_most() {
        assert!(gini(&[3.0; 7]).abs() < 1e-12);
        assert!((gini(&[0.0, 0.0, 0.0, 8.0]) - 0.75).abs() < 1e-12);
        assert!(gini(&[]).abs() < 1e-12 && gini(&[0.0; 3]).abs() < 1e-12);
    }

    proptest! {
        #[test]
        fn gini_is_twice_the_area_between_the_diagonal_and_the_curve(
            amounts in prop::collection::vec(0.0..100.0_f64, 1..40)
        ) {
            prop_assume!(amounts.iter().sum::<f64>() > 0.0);
            let under: f64 = lorenz(&amounts).windows(2)
                .map(|pair| (pair[1].0 - pair[0].0) * (pair[0].1 + pair[1].1) / 2.0)
                .sum();
            prop_assert!((gini(&amounts) - (1.0 - 2.0 * under)).abs() < 1e-9);
        }
    }
}
