//! Who reaches which office: straight lines, the ways of a table of roads where it knows both ends, and for an office
//! that states where it works (通常の事業の実施地域) only the people there.

use super::{
    grid::Grid,
    measures::{Nearest, RANKS, first},
    pairs::{Matrix, Near, Pairs},
    roads::{Ends, Roads},
    space::{Space, Spot},
};
use rayon::prelude::*;
use rstar::{RTree, primitives::GeomWithData};
use smallvec::SmallVec;

/// A supplier: where it stands, and what is known of the ways to it and of whom it serves.
#[derive(Debug, Clone, Default)]
pub struct Supplier<'a> {
    /// The point of its town, where roads know it.
    pub town: Option<u32>,
    /// Its number among the offices the roads name by themselves.
    pub by_road: Option<u32>,
    /// Points it serves, rising, as several lists; all points when nothing is stated.
    pub serves: Option<Vec<&'a [u32]>>,
}

/// Pairs of points and suppliers by all that is known.
pub struct Reach<'a> {
    space: Space,
    points: &'a [Spot],
    spots: &'a [Spot],
    near: Near<'a>,
    roads: &'a Roads,
    suppliers: Vec<Supplier<'a>>,
    /// Ways by the table between what it knows.
    listed: Matrix,
    /// Whether straight lines hold for every pair.
    is_plain: bool,
}

impl<'a> Reach<'a> {
    /// Points with their grid, and suppliers at `spots`, for searches of about `radius` kilometres.
    pub fn new(
        space: Space,
        points: (&'a [Spot], &'a Grid),
        roads: &'a Roads,
        spots: &'a [Spot],
        suppliers: Vec<Supplier<'a>>,
        radius: f64,
    ) -> Self {
        let (points, grid) = points;
        let near = Near::new(space, points, grid, spots, radius);
        let mut reach =
            Self { space, points, spots, near, roads, suppliers, listed: Matrix::default(), is_plain: false };
        reach.is_plain = (0..spots.len() as u32).all(|supplier| {
            !reach.is_on_roads(supplier) && reach.suppliers[supplier as usize].serves.is_none()
        });
        if !reach.is_plain {
            reach.listed = reach.by_road();
        }
        reach
    }

    fn is_on_roads(&self, supplier: u32) -> bool {
        let supplier = &self.suppliers[supplier as usize];
        supplier.by_road.is_some() || supplier.town.is_some_and(|town| self.roads.knows(town))
    }

    fn by_road(&self) -> Matrix {
        let ways = |number: u32| -> Ends {
            let supplier = &self.suppliers[number as usize];
            if let Some(office) = supplier.by_road {
                return self.roads.of_office(office).to_vec();
            }
            let Some(town) = supplier.town.filter(|town| self.roads.knows(*town)) else { return Vec::new() };
            let mut ends = self.roads.of_town(town).to_vec();
            // A table of ways between towns seldom says how far it is within one.
            if ends.binary_search_by_key(&town, |(point, _)| *point).is_err() {
                ends.push((town, self.straight(town, number)));
            }
            ends
        };
        let pairs = (0..self.spots.len() as u32)
            .flat_map(|number| ways(number).into_iter().map(move |(point, km)| (point, number, km)));
        Matrix::new(self.points.len(), self.spots.len(), pairs)
    }

    fn straight(&self, point: u32, supplier: u32) -> f64 {
        self.space.distance(self.points[point as usize], self.spots[supplier as usize])
    }

    fn serves(&self, supplier: u32, point: u32) -> bool {
        let serves = self.suppliers[supplier as usize].serves.as_ref();
        serves.is_none_or(|lists| lists.iter().any(|points| points.binary_search(&point).is_ok()))
    }

    /// Whether the straight line is the way of a pair.
    fn is_straight(&self, point: u32, supplier: u32) -> bool {
        !(self.roads.knows(point) && self.is_on_roads(supplier))
    }

    /// Distances from each of some points to the nearest suppliers that serve it.
    pub fn nearest(&self, points: &[u32]) -> Vec<Nearest> {
        let place = |(number, spot): (u32, &Spot)| GeomWithData::new(spot.at, number);
        let tree = RTree::bulk_load((0..).zip(self.spots).map(place).collect());
        let of = |point: &u32| {
            let spot = self.points[*point as usize];
            let straight = tree
                .nearest_neighbor_iter(spot.at)
                .map(|found| found.data)
                .filter(|number| {
                    self.is_plain || (self.is_straight(*point, *number) && self.serves(*number, *point))
                })
                .map(|number| self.space.distance(spot, self.spots[number as usize]));
            let straight = first(straight);
            if self.is_plain {
                return straight;
            }
            let listed = self.listed.by_demand()[*point as usize].iter();
            let served = listed.filter(|(number, _)| self.serves(*number, *point)).take(RANKS);
            let mut all: SmallVec<[f64; 2 * RANKS]> =
                straight.into_iter().chain(served.map(|(_, km)| *km)).collect();
            all.sort_by(f64::total_cmp);
            first(all)
        };
        points.par_iter().map(of).collect()
    }

    /// Keeps of what was added from `start` on the pairs for which straight lines hold, and adds those of the table by
    /// `list`; of both only where the office serves.
    fn settle(
        &self,
        found: &mut Ends,
        start: usize,
        pair: impl Fn(u32) -> (u32, u32),
        list: impl Fn(&mut Ends),
    ) {
        if self.is_plain {
            return;
        }
        retain_from(found, start, |number| {
            let (point, supplier) = pair(number);
            self.is_straight(point, supplier)
        });
        list(found);
        retain_from(found, start, |number| {
            let (point, supplier) = pair(number);
            self.serves(supplier, point)
        });
    }
}

fn retain_from(found: &mut Ends, start: usize, keep: impl Fn(u32) -> bool) {
    let mut kept = start;
    for at in start..found.len() {
        if keep(found[at].0) {
            found[kept] = found[at];
            kept += 1;
        }
    }
    found.truncate(kept);
}

impl Pairs for Reach<'_> {
    fn demand_len(&self) -> usize {
        self.points.len()
    }

    fn supply_len(&self) -> usize {
        self.spots.len()
    }

    fn suppliers(&self, demand: u32, km: f64, found: &mut Vec<(u32, f64)>) {
        let start = found.len();
        self.near.suppliers(demand, km, found);
        self.settle(
            found,
            start,
            |supplier| (demand, supplier),
            |found| self.listed.suppliers(demand, km, found),
        );
    }

    fn demand(&self, supplier: u32, km: f64, found: &mut Vec<(u32, f64)>) {
        let start = found.len();
        self.near.demand(supplier, km, found);
        self.settle(found, start, |point| (point, supplier), |found| self.listed.demand(supplier, km, found));
    }
}

#[cfg(test)]
mod tests;
