//! Who can reach whom: demand points and suppliers within a distance of each other.

use super::{
    grid::Grid,
    space::{Space, Spot},
};

/// Distances between demand points and suppliers, asked from either side.
pub trait Pairs: Sync {
    /// How many demand points there are.
    fn demand_len(&self) -> usize;
    /// How many suppliers there are.
    fn supply_len(&self) -> usize;
    /// Adds number and kilometres of every supplier within `km` of a demand point.
    fn suppliers(&self, demand: u32, km: f64, found: &mut Vec<(u32, f64)>);
    /// Adds number and kilometres of every demand point within `km` of a supplier.
    fn demand(&self, supplier: u32, km: f64, found: &mut Vec<(u32, f64)>);
}

/// Points of a [`Space`], found by a grid on either side. The grid of the demand is lent: it serves every kind of
/// supplier.
pub struct Near<'a> {
    demand: &'a [Spot],
    demand_grid: &'a Grid,
    supply: &'a [Spot],
    supply_grid: Grid,
}

impl<'a> Near<'a> {
    /// Demand with its grid, and suppliers, for searches of about `radius` kilometres.
    pub fn new(
        space: Space,
        demand: &'a [Spot],
        demand_grid: &'a Grid,
        supply: &'a [Spot],
        radius: f64,
    ) -> Self {
        Self { demand, demand_grid, supply, supply_grid: Grid::new(space, supply, radius) }
    }
}

impl Pairs for Near<'_> {
    fn demand_len(&self) -> usize {
        self.demand.len()
    }

    fn supply_len(&self) -> usize {
        self.supply.len()
    }

    fn suppliers(&self, demand: u32, km: f64, found: &mut Vec<(u32, f64)>) {
        self.supply_grid
            .within(self.demand[demand as usize], km, |supplier, apart| found.push((supplier, apart)));
    }

    fn demand(&self, supplier: u32, km: f64, found: &mut Vec<(u32, f64)>) {
        self.demand_grid
            .within(self.supply[supplier as usize], km, |demand, apart| found.push((demand, apart)));
    }
}

/// Distances from a list (road kilometres, minutes), instead of straight lines. A pair not listed is out of reach.
#[derive(Debug, Default)]
pub struct Matrix {
    /// Suppliers of each demand point, nearest first.
    by_demand: Vec<Vec<(u32, f64)>>,
    /// Demand points of each supplier, nearest first.
    by_supplier: Vec<Vec<(u32, f64)>>,
}

impl Matrix {
    /// A matrix of so many demand points and suppliers, from (demand, supplier, distance). Numbers beyond them are left
    /// out; of a pair listed twice the shorter distance counts.
    pub fn new(demand: usize, supply: usize, distances: impl IntoIterator<Item = (u32, u32, f64)>) -> Self {
        let mut matrix = Self { by_demand: vec![Vec::new(); demand], by_supplier: vec![Vec::new(); supply] };
        for (point, supplier, apart) in distances {
            if (point as usize) < demand && (supplier as usize) < supply {
                matrix.by_demand[point as usize].push((supplier, apart));
                matrix.by_supplier[supplier as usize].push((point, apart));
            }
        }
        for list in matrix.by_demand.iter_mut().chain(&mut matrix.by_supplier) {
            list.sort_by(|a, b| a.0.cmp(&b.0).then(a.1.total_cmp(&b.1)));
            list.dedup_by_key(|(number, _)| *number);
            list.sort_by(|a, b| a.1.total_cmp(&b.1));
        }
        matrix
    }

    pub(crate) fn by_demand(&self) -> &[Vec<(u32, f64)>] {
        &self.by_demand
    }
}

fn take(list: &[(u32, f64)], km: f64, found: &mut Vec<(u32, f64)>) {
    found.extend(list.iter().take_while(|(_, apart)| *apart <= km));
}

impl Pairs for Matrix {
    fn demand_len(&self) -> usize {
        self.by_demand.len()
    }

    fn supply_len(&self) -> usize {
        self.by_supplier.len()
    }

    fn suppliers(&self, demand: u32, km: f64, found: &mut Vec<(u32, f64)>) {
        take(&self.by_demand[demand as usize], km, found);
    }

    fn demand(&self, supplier: u32, km: f64, found: &mut Vec<(u32, f64)>) {
        take(&self.by_supplier[supplier as usize], km, found);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_a_pair_listed_twice_the_shorter_distance_counts_and_strangers_are_left_out() {
        let matrix = Matrix::new(2, 1, [(0, 0, 5.0), (0, 0, 3.0), (1, 0, 4.0), (2, 0, 1.0), (0, 1, 1.0)]);
        let mut found = Vec::new();
        matrix.demand(0, 4.0, &mut found);
        assert_eq!(found, [(0, 3.0), (1, 4.0)]);
        found.clear();
        matrix.suppliers(0, 2.9, &mut found);
        assert_eq!(found, []);
    }
}
