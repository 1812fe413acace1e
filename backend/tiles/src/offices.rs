//! Tiles of offices: clusters where many lie close, single points where there is room.
//!
//! Cells of a global grid decide what is drawn together. Their size divides the tile, so no cluster is cut by the
//! edge of a tile and every office is counted once; a cell of a zoom is the union of four cells of the next.

use crate::mercator::{EXTENT_BITS, Projection, TileId, World, lat, lon};
use crate::mvt::{Geometry, GeometryKind, Layer, Value};
use hoshizu_catalog::system::{System, SystemSet};
use uuid::Uuid;

/// From this zoom on offices stand alone unless they share a spot.
pub const SINGLE_ZOOM: u8 = 14;

/// Cells across a tile, binary logarithm: 64 pixels below [`SINGLE_ZOOM`].
const CLUSTER_CELLS_BITS: u32 = 3;
/// 8 pixels while a map can still go two zooms deeper.
const STACK_CELLS_BITS: u32 = 6;
/// One pixel (1 m in Japan) at the zooms a map stretches: only what shares a building stays together.
const SPOT_CELLS_BITS: u32 = 9;
const SPOT_ZOOM: u8 = 16;
/// Ids told with a stack; longer stacks are listed by a query of their box. 30 × 37 bytes ≈ 1 KB.
const STACK_IDS: usize = 30;
/// One counter for each set of six systems.
const SETS: usize = 1 << System::ALL.len();

/// An office on the map.
#[derive(Debug, Clone, Copy)]
pub struct TilePoint<'a> {
    /// Degrees east.
    pub lon: f64,
    /// Degrees north.
    pub lat: f64,
    /// Bits of [`SystemSet`].
    pub systems: u8,
    /// The office id as a number (`Uuid::as_u128`).
    pub id: u128,
    /// Its name; drawn from [`SINGLE_ZOOM`] on.
    pub name: Option<&'a str>,
}

/// The tile of these offices; points outside it are left out. Layers `clusters` and `offices`.
pub fn office_tile<'a>(tile: TileId, points: impl IntoIterator<Item = TilePoint<'a>>) -> Vec<u8> {
    let mut builder = OfficeTile::new(tile);
    points.into_iter().for_each(|point| builder.add(point));
    builder.finish()
}

/// Which colour and shape an office has on the map: one word for its set of systems ([`SystemSet`] bits).
pub fn group(systems: u8) -> &'static str {
    let systems = SystemSet(systems);
    if systems.bridges_care_and_disability() {
        return "both";
    }
    let rank = [System::Care, System::Disability, System::Child, System::Health, System::Municipal];
    rank.into_iter().find(|system| systems.contains(*system)).unwrap_or(System::Community).code()
}

#[derive(Clone)]
struct Member {
    cell: u32,
    at: World,
    systems: u8,
    id: u128,
    name: Option<Box<str>>,
}

/// What is known of a cell below [`SINGLE_ZOOM`] without keeping its members.
#[derive(Clone)]
struct Cell {
    sum: [u64; 2],
    low: World,
    high: World,
    sets: [u32; SETS],
    only: Option<Member>,
}

impl Cell {
    const EMPTY: Self =
        Self { sum: [0; 2], low: [i32::MAX; 2], high: [i32::MIN; 2], sets: [0; SETS], only: None };

    #[inline]
    fn take(&mut self, [x, y]: World, systems: u8) {
        self.sum[0] += u64::from(x as u32);
        self.sum[1] += u64::from(y as u32);
        self.low = [self.low[0].min(x), self.low[1].min(y)];
        self.high = [self.high[0].max(x), self.high[1].max(y)];
        self.sets[usize::from(systems) % SETS] += 1;
    }

    fn count(&self) -> u64 {
        self.sets.iter().map(|n| u64::from(*n)).sum()
    }

    fn count_of(&self, system: System) -> u64 {
        let sets = (0_u8..).zip(self.sets);
        sets.filter(|(set, _)| SystemSet(*set).contains(system)).map(|(_, n)| u64::from(n)).sum()
    }

    /// Whole-number mean, so that the order of the members cannot move it.
    fn mean(&self) -> World {
        let n = self.count().max(1);
        self.sum.map(|sum| (sum / n) as i32)
    }
}

/// A tile being filled with offices, in any order.
pub struct OfficeTile {
    tile: TileId,
    projection: Projection,
    cells: Vec<Cell>,
    members: Vec<Member>,
}

impl OfficeTile {
    /// A tile without offices yet.
    pub fn new(tile: TileId) -> Self {
        let cells = if tile.z() < SINGLE_ZOOM { 1 << (2 * CLUSTER_CELLS_BITS) } else { 0 };
        Self { tile, projection: Projection::new(), cells: vec![Cell::EMPTY; cells], members: Vec::new() }
    }

    /// Adds an office unless it lies outside the tile.
    #[inline]
    pub fn add(&mut self, point: TilePoint<'_>) {
        let Some(at) = self.projection.world(point.lon, point.lat).filter(|at| self.tile.holds(*at)) else {
            return;
        };
        let index = self.cell(at);
        match self.cells.get_mut(index as usize) {
            Some(cell) => {
                if cell.low[0] == i32::MAX {
                    cell.only = Some(member(index, at, point));
                }
                cell.take(at, point.systems);
            }
            None => self.members.push(member(index, at, point)),
        }
    }

    /// The number of the cell, rows from the north.
    #[inline]
    fn cell(&self, at: World) -> u32 {
        let bits = match self.tile.z() {
            0..SINGLE_ZOOM => CLUSTER_CELLS_BITS,
            SINGLE_ZOOM..SPOT_ZOOM => STACK_CELLS_BITS,
            _ => SPOT_CELLS_BITS,
        };
        let shift = self.tile.size_bits() - bits;
        let [column, row] = at.map(|step| ((step as u32) >> shift) & ((1 << bits) - 1));
        row << bits | column
    }

    /// The encoded tile; empty without offices.
    pub fn finish(mut self) -> Vec<u8> {
        let mut layers =
            Layers { tile: self.tile, clusters: Layer::new("clusters"), offices: Layer::new("offices") };
        for cell in &self.cells {
            match (cell.count(), &cell.only) {
                (0, _) | (_, None) => {}
                (1, Some(member)) => layers.office(member),
                _ => layers.cluster(cell, None),
            }
        }
        self.members.sort_unstable_by_key(|member| (member.cell, member.id));
        for stack in self.members.chunk_by(|a, b| a.cell == b.cell) {
            match stack {
                [member] => layers.office(member),
                _ => layers.stack(stack),
            }
        }
        let mut tile = Vec::new();
        layers.clusters.write(&mut tile);
        layers.offices.write(&mut tile);
        tile
    }
}

fn member(cell: u32, at: World, point: TilePoint<'_>) -> Member {
    Member { cell, at, systems: point.systems, id: point.id, name: point.name.map(Box::from) }
}

struct Layers {
    tile: TileId,
    clusters: Layer,
    offices: Layer,
}

impl Layers {
    fn office(&mut self, office: &Member) {
        let id = Uuid::from_u128(office.id).to_string();
        let mut values = vec![
            ("id", Value::Text(&id)),
            ("systems", Value::Uint(u64::from(office.systems))),
            ("group", Value::Text(group(office.systems))),
        ];
        values.extend(office.name.as_deref().map(|name| ("name", Value::Text(name))));
        self.offices.feature(GeometryKind::Point, &self.point(office.at), &values);
    }

    fn stack(&mut self, members: &[Member]) {
        let mut cell = Cell::EMPTY;
        for member in members {
            cell.take(member.at, member.systems);
        }
        let ids: Vec<String> =
            members.iter().take(STACK_IDS).map(|member| Uuid::from_u128(member.id).to_string()).collect();
        self.cluster(&cell, Some(&ids.join(",")));
    }

    fn cluster(&mut self, cell: &Cell, ids: Option<&str>) {
        let mut values = vec![("n", Value::Uint(cell.count()))];
        values.extend(System::ALL.map(|system| (system.code(), Value::Uint(cell.count_of(system)))));
        // The edges of the outermost grid steps, rounded outwards: a query by this box finds every member.
        let degrees = |edge: f64| Value::Double(edge / 1e6);
        values.extend([
            ("west", degrees((lon(f64::from(cell.low[0])) * 1e6).floor())),
            ("south", degrees((lat(f64::from(cell.high[1]) + 1.0) * 1e6).floor())),
            ("east", degrees((lon(f64::from(cell.high[0]) + 1.0) * 1e6).ceil())),
            ("north", degrees((lat(f64::from(cell.low[1])) * 1e6).ceil())),
            ("stack", Value::Bool(ids.is_some())),
        ]);
        values.extend(ids.map(|ids| ("ids", Value::Text(ids))));
        self.clusters.feature(GeometryKind::Point, &self.point(cell.mean()), &values);
    }

    fn point(&self, at: World) -> Geometry {
        let mut geometry = Geometry::default();
        geometry.point(self.tile.units(at).map(|unit| unit.clamp(0, (1 << EXTENT_BITS) - 1)));
        geometry
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_office_of_both_worlds_is_told_apart_from_either() {
        let set = |systems: &[System]| systems.iter().copied().collect::<SystemSet>().0;
        assert_eq!(group(set(&[System::Care])), "care");
        assert_eq!(group(set(&[System::Care, System::Disability])), "both");
        assert_eq!(group(set(&[System::Care, System::Child])), "both");
        assert_eq!(group(set(&[System::Disability, System::Child])), "disability");
        assert_eq!(group(set(&[System::Health, System::Municipal])), "health");
        assert_eq!(group(0), "community");
    }
}
