use super::*;
use crate::coverage::{
    grid::Grid,
    measures::{enhanced, gaussian, three_step, two_step},
    pairs::{Matrix, Near},
    space::{Space, Spot},
};
use proptest::prelude::*;

type Place = (f64, f64, f64);

#[derive(Debug, Clone)]
struct Case {
    demand: Vec<Place>,
    supply: Vec<Place>,
    catchment: f64,
}

impl Case {
    fn methods(&self) -> Vec<Method> {
        [two_step, enhanced, gaussian, three_step].map(|method| method(self.catchment)).into()
    }

    fn people(&self) -> Vec<[f64; 1]> {
        self.demand.iter().map(|place| [place.2]).collect()
    }

    fn amounts(&self) -> Vec<f64> {
        self.supply.iter().map(|place| place.2).collect()
    }

    fn spots(places: &[Place]) -> Vec<Spot> {
        places.iter().map(|&(x, y, _)| Spot::plane(x, y)).collect()
    }

    /// By the grid; one list of values for each method.
    fn access(&self, wanted: Option<&[u32]>) -> Vec<Vec<f64>> {
        let (demand, supply) = (Self::spots(&self.demand), Self::spots(&self.supply));
        let grid = Grid::new(Space::Plane, &demand, self.catchment);
        let near = Near::new(Space::Plane, &demand, &grid, &supply, self.catchment);
        flat(access(&near, &self.people(), &self.amounts(), &self.methods(), wanted))
    }

    fn matrix(&self) -> Matrix {
        let (demand, supply) = (Self::spots(&self.demand), Self::spots(&self.supply));
        let pairs = (0..).zip(&demand).flat_map(|(i, from)| {
            (0..).zip(&supply).map(move |(j, to)| (i, j, Space::Plane.distance(*from, *to)))
        });
        Matrix::new(demand.len(), supply.len(), pairs)
    }

    /// By the formulas as the papers print them, over every pair.
    fn brute(&self) -> Vec<Vec<f64>> {
        let apart = |i: &Place, j: &Place| (i.0 - j.0).hypot(i.1 - j.1);
        let of_method = |method: Method| -> Vec<f64> {
            let w = |i: &Place, j: &Place| method.decay.weight(apart(i, j));
            let g = |i: &Place, j: &Place| {
                let sum: f64 = self.supply.iter().map(|k| w(i, k)).sum();
                if method.choice && sum > 0.0 { w(i, j) / sum } else { 1.0 }
            };
            let ratio = |j: &Place| {
                let demand: f64 = self.demand.iter().map(|i| g(i, j) * w(i, j) * i.2).sum();
                if demand > 0.0 { j.2 / demand } else { 0.0 }
            };
            self.demand
                .iter()
                .map(|i| self.supply.iter().map(|j| g(i, j) * w(i, j) * ratio(j)).sum())
                .collect()
        };
        self.methods().into_iter().map(of_method).collect()
    }
}

fn flat(values: Vec<Vec<[f64; 1]>>) -> Vec<Vec<f64>> {
    values.into_iter().map(|values| values.into_iter().map(|[value]| value).collect()).collect()
}

fn close(a: &[Vec<f64>], b: &[Vec<f64>]) -> bool {
    a.len() == b.len()
        && a.iter().zip(b).all(|(a, b)| {
            a.len() == b.len() && a.iter().zip(b).all(|(a, b)| (a - b).abs() <= 1e-12 * (1.0 + b.abs()))
        })
}

fn places(people: std::ops::Range<u32>, count: std::ops::Range<usize>) -> impl Strategy<Value = Vec<Place>> {
    let place = (0.0..30.0_f64, 0.0..30.0_f64, people).prop_map(|(x, y, amount)| (x, y, f64::from(amount)));
    prop::collection::vec(place, count)
}

fn case() -> impl Strategy<Value = Case> {
    (places(0..900, 1..25), places(0..40, 0..15), 1.0..25.0_f64)
        .prop_map(|(demand, supply, catchment)| Case { demand, supply, catchment })
}

#[test]
fn a_point_that_reaches_nothing_has_zero_and_an_office_that_reaches_nobody_gives_nothing() {
    let far = Case { demand: vec![(0.0, 0.0, 10.0)], supply: vec![(20.0, 0.0, 5.0)], catchment: 10.0 };
    assert_eq!(far.access(None), vec![vec![0.0]; 4]);
    let empty = Case { demand: vec![(0.0, 0.0, 0.0)], supply: vec![(1.0, 0.0, 5.0)], catchment: 10.0 };
    assert_eq!(empty.access(None), vec![vec![0.0]; 4]);
}

#[test]
fn the_edge_of_a_step_lies_inside_it() {
    let steps = Decay::Steps(vec![(4.0, 1.0), (8.0, 0.68)]);
    for (km, weight) in [(4.0, 1.0), (4.1, 0.68), (8.0, 0.68), (8.1, 0.0)] {
        assert!((steps.weight(km) - weight).abs() < 1e-15, "{km}");
    }
    let bell = Decay::Gaussian { sigma: 6.0, limit: 18.0 };
    assert!((bell.weight(6.0) - (-0.5_f64).exp()).abs() < 1e-15);
    assert_eq!((bell.weight(18.1), bell.limit()), (0.0, 18.0));
}

proptest! {
    #[test]
    fn the_grid_gives_what_the_formulas_give_over_every_pair(case in case()) {
        prop_assert!(close(&case.access(None), &case.brute()));
    }

    #[test]
    fn a_distance_matrix_gives_what_the_same_distances_give(case in case()) {
        let by_matrix = access(&case.matrix(), &case.people(), &case.amounts(), &case.methods(), None);
        prop_assert!(close(&flat(by_matrix), &case.access(None)));
    }

    #[test]
    fn everything_that_reaches_somebody_is_shared_out_and_nothing_more(case in case()) {
        let weight = |method: &Method, i: &Place, j: &Place| method.decay.weight((i.0 - j.0).hypot(i.1 - j.1));
        for (method, values) in case.methods().iter().zip(case.access(None)) {
            let reaches = |j: &&Place| case.demand.iter().any(|i| i.2 > 0.0 && weight(method, i, j) > 0.0);
            let reachable: f64 = case.supply.iter().filter(reaches).map(|j| j.2).sum();
            let shared: f64 = values.iter().zip(&case.demand).map(|(value, i)| value * i.2).sum();
            prop_assert!((shared - reachable).abs() < 1e-9 * (1.0 + reachable), "{shared} of {reachable}");
        }
    }

    #[test]
    fn more_supply_leaves_nobody_with_less(case in case(), more in 1.0..50.0_f64) {
        prop_assume!(!case.supply.is_empty());
        let mut richer = case.clone();
        richer.supply[0].2 += more;
        for (after, before) in richer.access(None).iter().flatten().zip(case.access(None).iter().flatten()) {
            prop_assert!(*after >= *before - 1e-12);
        }
    }

    #[test]
    fn the_order_of_points_and_offices_does_not_matter(case in case()) {
        let mut turned = case.clone();
        turned.demand.reverse();
        turned.supply.reverse();
        let mut values = turned.access(None);
        for values in &mut values {
            values.reverse();
        }
        prop_assert!(close(&values, &case.access(None)));
    }

    #[test]
    fn a_part_of_the_points_gets_what_it_gets_among_all(case in case(), step in 1..5_usize) {
        let wanted: Vec<u32> = (0..case.demand.len() as u32).step_by(step).collect();
        let all = case.access(None);
        let part: Vec<Vec<f64>> = all.iter().map(|v| wanted.iter().map(|at| v[*at as usize]).collect()).collect();
        prop_assert!(close(&case.access(Some(&wanted)), &part));
    }
}
