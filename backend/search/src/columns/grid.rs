//! Documents by cell of 0.02° (about 2.2 km by 1.8 km), for radius and box.

use super::{Row, record};
use std::ops::Range;

/// Edge of a cell in the rows' integer degrees.
const CELL: i32 = (0.02 * record::DEGREE) as i32;
/// Columns of cells around the earth.
const ACROSS: u32 = 18_000;

/// Cells in row-major order (south to north, west to east), each with its documents.
#[derive(Debug, Default)]
pub(crate) struct Grid {
    /// Cell numbers that hold documents, ascending.
    cells: Vec<u32>,
    /// Where the documents of each cell begin; one more than cells.
    starts: Vec<u32>,
    docs: Vec<u32>,
}

fn line(lat: i32) -> u32 {
    (lat.div_euclid(CELL) + 4_500) as u32
}

fn column(lon: i32) -> u32 {
    (lon.div_euclid(CELL) + 9_000).clamp(0, ACROSS as i32 - 1) as u32
}

impl Grid {
    pub(crate) fn build(rows: &[Row]) -> Self {
        let mut keyed: Vec<(u32, u32)> = rows
            .iter()
            .enumerate()
            .filter(|(_, row)| row.lat != record::NOWHERE)
            .map(|(doc, row)| (line(row.lat) * ACROSS + column(row.lon), doc as u32))
            .collect();
        keyed.sort_unstable();
        let mut grid = Self::default();
        for (cell, doc) in keyed {
            if grid.cells.last() != Some(&cell) {
                grid.cells.push(cell);
                grid.starts.push(grid.docs.len() as u32);
            }
            grid.docs.push(doc);
        }
        grid.starts.push(grid.docs.len() as u32);
        grid
    }

    /// Stretches of documents whose cells touch the box `[west, south, east, north]` in degrees, a stretch a line
    /// of cells; documents outside the box are among them.
    pub(crate) fn stretches(&self, bounds: [f64; 4]) -> impl Iterator<Item = &[u32]> {
        let scaled = |degrees: f64, limit: f64| (degrees.clamp(-limit, limit) * record::DEGREE) as i32;
        let [west, south, east, north] = bounds;
        let lines = line(scaled(south, 90.0))..=line(scaled(north, 90.0));
        let (from, to) = (column(scaled(west, 180.0)), column(scaled(east, 180.0)));
        // A world-wide box has 9,000 lines of which a country fills a few hundred: begin and end with the data.
        let first = self.cells.first().map_or(u32::MAX, |cell| cell / ACROSS);
        let last = self.cells.last().map_or(0, |cell| cell / ACROSS);
        (first.max(*lines.start())..=last.min(*lines.end())).map(move |line| {
            let Range { start, end } = self.span(line * ACROSS + from, line * ACROSS + to);
            &self.docs[start..end]
        })
    }

    fn span(&self, from: u32, to: u32) -> Range<usize> {
        let first = self.cells.partition_point(|cell| *cell < from);
        let last = first + self.cells[first..].partition_point(|cell| *cell <= to);
        let at = |cell: usize| self.starts.get(cell).copied().unwrap_or(0) as usize;
        at(first)..at(last)
    }

    /// How many documents [`Grid::stretches`] gives.
    pub(crate) fn estimate(&self, bounds: [f64; 4]) -> usize {
        self.stretches(bounds).map(<[u32]>::len).sum()
    }

    /// The documents of the stretches, ascending.
    pub(crate) fn docs(&self, bounds: [f64; 4]) -> Vec<u32> {
        let mut docs: Vec<u32> = self.stretches(bounds).flatten().copied().collect();
        docs.sort_unstable();
        docs
    }
}

/// The box around a circle, degrees `[west, south, east, north]`.
pub(crate) fn around(lat: f64, lon: f64, radius_m: f64) -> [f64; 4] {
    // A hair wider than the circle, so that rounding never loses a document on its edge.
    let degrees =
        (radius_m / hoshizu_catalog::position::Position::EARTH_RADIUS_M).to_degrees() * 1.000_1 + 1e-6;
    let narrowing = (lat.abs() + degrees).min(89.9).to_radians().cos();
    let across = degrees / narrowing;
    [lon - across, lat - degrees, lon + across, lat + degrees]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(lat: f64, lon: f64) -> Row {
        Row {
            lat: (lat * record::DEGREE) as i32,
            lon: (lon * record::DEGREE) as i32,
            text_at: 0,
            profile: 0,
            edition: 0,
            municipality: 0,
            flags: 0,
            open: 0,
            name_len: 0,
            checked: 0,
            accepting: 0,
            consulting: 0,
        }
    }

    #[test]
    fn every_document_of_a_box_is_among_its_stretches() {
        let rows = [row(34.81, 135.65), row(34.83, 135.67), row(43.06, 141.35), row(-33.8, -70.6)];
        let grid = Grid::build(&rows);
        assert_eq!(grid.docs([135.6, 34.8, 135.7, 34.9]), [0, 1]);
        assert_eq!(grid.docs([-180.0, -90.0, 180.0, 90.0]), [0, 1, 2, 3]);
        assert!(grid.docs([0.0, 0.0, 1.0, 1.0]).is_empty());
        assert_eq!(grid.estimate([141.0, 43.0, 142.0, 44.0]), 1);
        assert!(Grid::build(&[]).docs([-180.0, -90.0, 180.0, 90.0]).is_empty());
    }

    #[test]
    fn the_box_around_a_circle_holds_its_rim() {
        let [west, south, east, north] = around(35.0, 135.0, 5_000.0);
        let center = hoshizu_catalog::position::Position { lat: 35.0, lon: 135.0 };
        for (lat, lon) in [(35.0, west), (35.0, east), (south, 135.0), (north, 135.0)] {
            assert!(center.distance_m(hoshizu_catalog::position::Position { lat, lon }) >= 5_000.0);
        }
    }
}
