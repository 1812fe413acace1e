use super::*;
use crate::coverage::pairs::Pairs;
use proptest::prelude::*;

/// What a case is made of: points, suppliers and ways on a plane, and whom each supplier serves.
#[derive(Debug, Clone)]
struct Case {
    points: Vec<Spot>,
    spots: Vec<Spot>,
    between: Vec<(u32, u32, f64)>,
    to_offices: Vec<(u32, u32, f64)>,
    /// For each supplier: its number among the offices of the table, and the points it serves.
    stated: Vec<(Option<u32>, Option<Vec<u32>>)>,
}

impl Case {
    fn roads(&self) -> Roads {
        let (between, to_offices) = (self.between.iter().copied(), self.to_offices.iter().copied());
        Roads::new(self.points.len(), self.spots.len(), between, to_offices)
    }

    fn town(&self, supplier: usize) -> u32 {
        let apart = |point: &Spot| Space::Plane.distance(*point, self.spots[supplier]);
        let nearest = (0..).zip(&self.points).min_by(|(_, a), (_, b)| apart(a).total_cmp(&apart(b)));
        nearest.map_or(0, |(point, _)| point)
    }

    /// The way of one pair, by looking everything up; nothing out of reach.
    fn way(&self, point: u32, supplier: usize) -> Option<f64> {
        let (by_road, serves) = &self.stated[supplier];
        if serves.as_ref().is_some_and(|points| !points.contains(&point)) {
            return None;
        }
        let straight = Space::Plane.distance(self.points[point as usize], self.spots[supplier]);
        let names = |town: u32| {
            self.between.iter().any(|(a, b, _)| *a == town || *b == town)
                || self.to_offices.iter().any(|(from, ..)| *from == town)
        };
        let town = self.town(supplier);
        if !names(point) || (by_road.is_none() && !names(town)) {
            return Some(straight);
        }
        let shortest = |ways: Vec<f64>| ways.into_iter().min_by(f64::total_cmp);
        if let Some(office) = by_road {
            let ways = self.to_offices.iter().filter(|(from, to, _)| from == &point && to == office);
            return shortest(ways.map(|(.., km)| *km).collect());
        }
        let joins = |a: &u32, b: &u32| (*a, *b) == (point, town) || (*b, *a) == (point, town);
        let ways = self.between.iter().filter(|(a, b, _)| joins(a, b));
        shortest(ways.map(|(.., km)| *km).collect()).or((point == town).then_some(straight))
    }

    fn check(&self, km: f64) -> Result<(), TestCaseError> {
        let (roads, grid) = (self.roads(), Grid::new(Space::Plane, &self.points, km));
        let suppliers = (0..)
            .zip(&self.stated)
            .map(|(at, (by_road, serves))| Supplier {
                town: Some(self.town(at)),
                by_road: *by_road,
                serves: serves.as_ref().map(|points| vec![points.as_slice()]),
            })
            .collect();
        let reach = Reach::new(Space::Plane, (&self.points, &grid), &roads, &self.spots, suppliers, km);
        let all: Vec<u32> = (0..self.points.len() as u32).collect();
        let sorted = |mut found: Ends| {
            found.sort_by_key(|(number, _)| *number);
            found
        };
        for (point, nearest) in all.iter().zip(reach.nearest(&all)) {
            let mut found = Vec::new();
            reach.suppliers(*point, km, &mut found);
            let ways: Ends = (0..self.spots.len())
                .filter_map(|supplier| Some((supplier as u32, self.way(*point, supplier)?)))
                .collect();
            let within: Ends = ways.iter().filter(|(_, way)| *way <= km).copied().collect();
            prop_assert_eq!(sorted(found), within);
            let mut first: Vec<f64> = ways.into_iter().map(|(_, way)| way).collect();
            first.resize(first.len() + RANKS, f64::INFINITY);
            first.sort_by(f64::total_cmp);
            prop_assert_eq!(&nearest[..], &first[..RANKS]);
        }
        for supplier in 0..self.spots.len() {
            let mut found = Vec::new();
            reach.demand(supplier as u32, km, &mut found);
            let within = all.iter().filter_map(|point| Some((*point, self.way(*point, supplier)?)));
            prop_assert_eq!(sorted(found), within.filter(|(_, way)| *way <= km).collect::<Ends>());
        }
        Ok(())
    }
}

fn case() -> impl Strategy<Value = Case> {
    let spots = |most| {
        prop::collection::vec((0.0..9.0_f64, 0.0..9.0_f64), 1..most)
            .prop_map(|list| list.into_iter().map(|(x, y)| Spot::plane(x, y)).collect::<Vec<_>>())
    };
    (spots(9), spots(6)).prop_flat_map(|(points, spots)| {
        let (towns, offices) = (points.len() as u32, spots.len() as u32);
        let ways = |ends: u32, most| prop::collection::vec((0..towns, 0..ends, 0.1..12.0_f64), 0..most);
        let served = prop::option::weighted(
            0.4,
            prop::collection::btree_set(0..towns, 0..4).prop_map(|points| points.into_iter().collect()),
        );
        let stated = prop::collection::vec((any::<bool>(), served), spots.len()..=spots.len());
        (ways(towns, 12), ways(offices, 8), stated).prop_map(move |(between, to_offices, stated)| Case {
            points: points.clone(),
            spots: spots.clone(),
            between,
            stated: (0..)
                .zip(stated)
                .map(|(at, (named, serves))| {
                    let is_named = named && to_offices.iter().any(|(_, office, _)| *office == at);
                    (is_named.then_some(at), serves)
                })
                .collect(),
            to_offices,
        })
    })
}

proptest! {
    #[test]
    fn everything_known_of_a_pair_decides_its_way(case in case(), km in 0.5..10.0_f64) {
        case.check(km)?;
    }
}

#[test]
fn a_river_between_two_towns_is_a_long_way_or_none_at_all() {
    let points = vec![Spot::plane(0.0, 0.0), Spot::plane(1.0, 0.0), Spot::plane(0.0, 1.0)];
    let spots = vec![Spot::plane(1.0, 0.1)];
    let grid = Grid::new(Space::Plane, &points, 5.0);
    let nearest = |between: &[(u32, u32, f64)]| {
        let roads = Roads::new(3, 0, between.iter().copied(), []);
        let supplier = Supplier { town: Some(1), ..Supplier::default() };
        Reach::new(Space::Plane, (&points, &grid), &roads, &spots, vec![supplier], 5.0)
            .nearest(&[0, 1, 2])
            .into_iter()
            .map(|[first, ..]| first)
            .collect::<Vec<f64>>()
    };
    assert_eq!(nearest(&[(0, 1, 14.0), (2, 0, 1.5)]), [14.0, 0.1, f64::INFINITY]);
    let straight = Space::Plane.distance(points[2], spots[0]);
    assert!((nearest(&[(0, 1, 14.0)])[2] - straight).abs() < 1e-12, "2 is not in the table");
}
