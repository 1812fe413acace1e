//! A grid over points: which of them lie within a distance, without looking at all of them.

use super::space::{Space, Spot};

/// Most cells for each point, and the least that are allowed: a few suppliers in a large country need no fine grid, whose
/// offsets would take longer to write than the points to look at. Coarser cells are slower, never wrong.
const CELLS_PER_POINT: f64 = 4.0;
const FEW_CELLS: f64 = 4_096.0;
/// Cells a catchment's radius is cut into: of 3, 58 % of the points looked at lie inside.
const CELLS_PER_RADIUS: f64 = 3.0;

/// Points in the order of their cells.
pub struct Grid {
    space: Space,
    low: [f64; 2],
    cell: [f64; 2],
    columns: usize,
    rows: usize,
    /// Where the points of each cell begin; one more than there are cells.
    starts: Vec<u32>,
    /// Number and place of each point, by cell.
    points: Vec<(u32, Spot)>,
}

impl Grid {
    /// A grid over the points, made for searches of about `radius` kilometres.
    pub fn new(space: Space, spots: &[Spot], radius: f64) -> Self {
        let bound = |axis: usize, pick: fn(f64, f64) -> f64, start: f64| {
            spots.iter().map(|spot| spot.flat[axis]).fold(start, pick)
        };
        let low = [0, 1].map(|axis| bound(axis, f64::min, f64::INFINITY));
        let high = [0, 1].map(|axis| bound(axis, f64::max, f64::NEG_INFINITY));
        let mut grid = Self {
            space,
            low,
            cell: reach(space, low, high, radius.max(1e-3)).map(|reach| reach / CELLS_PER_RADIUS),
            columns: 1,
            rows: 1,
            starts: Vec::new(),
            points: Vec::new(),
        };
        let extent = [0, 1].map(|axis| (high[axis] - low[axis]).max(0.0));
        let most = (CELLS_PER_POINT * spots.len() as f64).max(FEW_CELLS);
        while (extent[0] / grid.cell[0] + 1.0) * (extent[1] / grid.cell[1] + 1.0) > most {
            grid.cell = grid.cell.map(|size| size * 1.2);
        }
        if !spots.is_empty() {
            grid.columns = (extent[0] / grid.cell[0]) as usize + 1;
            grid.rows = (extent[1] / grid.cell[1]) as usize + 1;
        }
        grid.fill(spots);
        grid
    }

    fn fill(&mut self, spots: &[Spot]) {
        let cells: Vec<usize> = spots
            .iter()
            .map(|spot| {
                let [column, row] =
                    [0, 1].map(|axis| ((spot.flat[axis] - self.low[axis]) / self.cell[axis]) as usize);
                row.min(self.rows - 1) * self.columns + column.min(self.columns - 1)
            })
            .collect();
        let mut starts = vec![0_u32; self.rows * self.columns + 1];
        for cell in &cells {
            starts[cell + 1] += 1;
        }
        for at in 1..starts.len() {
            starts[at] += starts[at - 1];
        }
        let mut next = starts.clone();
        let mut points = vec![(0_u32, Spot::plane(0.0, 0.0)); spots.len()];
        for (number, (cell, spot)) in (0_u32..).zip(cells.iter().zip(spots)) {
            points[next[*cell] as usize] = (number, *spot);
            next[*cell] += 1;
        }
        (self.starts, self.points) = (starts, points);
    }

    /// Calls `visit` with number and distance of every point within `km` of `from`, itself included.
    pub fn within(&self, from: Spot, km: f64, mut visit: impl FnMut(u32, f64)) {
        if self.points.is_empty() {
            return;
        }
        let square = self.space.square_within(km);
        let south_north =
            [from.flat[1].min(self.low[1]), from.flat[1].max(self.low[1] + self.cell[1] * self.rows as f64)];
        let reach = reach(self.space, [from.flat[0], south_north[0]], [from.flat[0], south_north[1]], km);
        let range = |axis: usize, count: usize| {
            let cell = |edge: f64| ((edge - self.low[axis]) / self.cell[axis]).floor();
            let (first, last) = (cell(from.flat[axis] - reach[axis]), cell(from.flat[axis] + reach[axis]));
            (last >= 0.0 && first < count as f64)
                .then(|| (first.max(0.0) as usize, (last as usize).min(count - 1)))
        };
        let (Some((west, east)), Some((south, north))) = (range(0, self.columns), range(1, self.rows)) else {
            return;
        };
        for row in south..=north {
            let [start, end] =
                [west, east + 1].map(|column| self.starts[row * self.columns + column] as usize);
            for (number, spot) in &self.points[start..end] {
                let apart = from.square(*spot);
                if apart <= square {
                    let distance = self.space.km(apart);
                    if distance <= km {
                        visit(*number, distance);
                    }
                }
            }
        }
    }
}

/// How far a point within `km` can lie along each flat axis, for points between these corners: kilometres of a plane,
/// degrees of the earth. Near the poles or around more than half the earth longitudes say nothing: everywhere.
fn reach(space: Space, low: [f64; 2], high: [f64; 2], km: f64) -> [f64; 2] {
    let Space::Earth { detour } = space else { return [km, km] };
    let degrees = (km / detour / (Spot::DEGREE_KM)) * (1.0 + 1e-9);
    let latitude = low[1].abs().max(high[1].abs()) + degrees;
    let span = high[0] - low[0];
    let around = span.is_nan() || span > 180.0 || low[0] - degrees < -179.0 || high[0] + degrees > 179.0;
    if around || latitude >= 85.0 {
        return [1e4, degrees];
    }
    // sin(Δλ/2) = sin(d/2) / cos φ, and d is small: a tenth more covers what the straight line leaves out.
    [degrees / latitude.to_radians().cos() * 1.1, degrees]
}

impl Spot {
    /// Kilometres of one degree of latitude.
    const DEGREE_KM: f64 = 111.195_080;
}

#[cfg(test)]
mod tests {
    use super::*;
    use hoshizu_catalog::position::Position;
    use proptest::prelude::*;

    fn found(grid: &Grid, from: Spot, km: f64) -> Vec<u32> {
        let mut found = Vec::new();
        grid.within(from, km, |number, _| found.push(number));
        found.sort_unstable();
        found
    }

    fn brute(space: Space, spots: &[Spot], from: Spot, km: f64) -> Vec<u32> {
        (0..)
            .zip(spots)
            .filter(|(_, spot)| space.distance(from, **spot) <= km)
            .map(|(number, _)| number)
            .collect()
    }

    fn check(space: Space, spots: &[Spot], from: Spot, made_for: f64, km: f64) -> Result<(), TestCaseError> {
        prop_assert_eq!(found(&Grid::new(space, spots, made_for), from, km), brute(space, spots, from, km));
        Ok(())
    }

    fn earth(points: &[(f64, f64)]) -> Vec<Spot> {
        points.iter().map(|&(lat, lon)| Spot::earth(Position { lat, lon })).collect()
    }

    #[test]
    fn an_empty_grid_finds_nothing_and_a_point_finds_itself() {
        let at = Spot::plane(3.0, 4.0);
        assert_eq!(found(&Grid::new(Space::Plane, &[], 5.0), at, 5.0), [] as [u32; 0]);
        assert_eq!(found(&Grid::new(Space::Plane, &[at, Spot::plane(0.0, 0.0)], 5.0), at, 0.0), [0]);
        assert_eq!(found(&Grid::new(Space::Plane, &[at, Spot::plane(0.0, 0.0)], 5.0), at, 5.0), [0, 1]);
    }

    #[test]
    fn the_date_line_and_the_poles_lose_no_point() {
        for points in
            [[(52.0, 179.9), (52.0, -179.9)], [(89.9, 10.0), (89.9, -170.0)], [(0.0, -90.0), (0.0, -90.1)]]
        {
            let spots = earth(&points);
            assert_eq!(found(&Grid::new(Space::Earth { detour: 1.0 }, &spots, 30.0), spots[0], 30.0), [0, 1]);
            assert_eq!(
                found(&Grid::new(Space::Earth { detour: 1.0 }, &spots[1..], 30.0), spots[0], 30.0),
                [0]
            );
        }
    }

    proptest! {
        #[test]
        fn a_grid_finds_what_looking_at_every_point_finds(
            points in prop::collection::vec((0.0..40.0_f64, 0.0..40.0_f64), 0..60),
            from in (-20.0..60.0_f64, -20.0..60.0_f64), made_for in 0.1..30.0_f64, km in 0.0..30.0_f64
        ) {
            let spots: Vec<Spot> = points.iter().map(|&(x, y)| Spot::plane(x, y)).collect();
            check(Space::Plane, &spots, Spot::plane(from.0, from.1), made_for, km)?;
            let degrees: Vec<(f64, f64)> = points.iter().map(|&(x, y)| (25.0 + x / 2.0, 125.0 + y / 2.0)).collect();
            let at = earth(&[(25.0 + from.0 / 2.0, 125.0 + from.1 / 2.0)])[0];
            check(Space::Earth { detour: 1.3 }, &earth(&degrees), at, made_for * 10.0, km * 20.0)?;
        }
    }
}
