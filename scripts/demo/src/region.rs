//! 圏域 on the ground: which cell belongs to which 日常生活圏域, and through it to which ward and municipality.

use crate::{
    design::{self, CENTERS, Km},
    grid::{self, HEIGHT, WIDTH},
    random::Noise,
    terrain::Terrain,
    trace::{self, Borders, NONE, Polygon},
};
use std::collections::BTreeMap;

/// Land beyond the reach of its centre that belongs to it all the same: index of the centre, place.
const OUTLIERS: &[(usize, Km)] = &[
    (21, (-36.0, 8.0)),
    (21, (-33.0, 17.0)),
    (22, (-20.0, 25.0)),
    (22, (-4.0, 29.0)),
    (20, (20.0, 28.0)),
    (20, (33.0, 18.0)),
    (12, (-24.0, -24.0)),
    (18, (36.5, -1.0)),
];

/// The divided land.
pub struct Region {
    /// Index into [`CENTERS`] of each cell, [`NONE`] in the sea.
    pub labels: Vec<u16>,
    borders: Borders,
}

/// Municipality of a label.
pub fn municipality(label: u16) -> u16 {
    if label == NONE { NONE } else { CENTERS[usize::from(label)].municipality as u16 }
}

/// Municipality or, in the core city, ward of a label: wards stand behind the municipalities as 100 and up.
pub fn ward_or_municipality(label: u16) -> u16 {
    if label == NONE {
        return NONE;
    }
    let center = &CENTERS[usize::from(label)];
    center.ward.map_or(center.municipality as u16, |ward| 100 + ward as u16)
}

fn whole(label: u16) -> u16 {
    if label == NONE { NONE } else { 0 }
}

impl Region {
    /// Divides the land: every centre grows until it meets its neighbours. Walking uphill and across rivers is slow,
    /// so they meet on ridges and rivers.
    pub fn new(seed: u64, terrain: &Terrain) -> Self {
        let noise = Noise(seed ^ 0xb0_4d);
        let mut starts: Vec<usize> = CENTERS.iter().map(|center| terrain.snap(center.at, 0.5)).collect();
        let mut owner: Vec<u16> = (0..CENTERS.len() as u16).collect();
        for (center, place) in OUTLIERS {
            starts.push(terrain.snap(*place, 0.5));
            owner.push(*center as u16);
        }
        let reach = grid::reach(&starts, None, |_, cell| {
            terrain.land[cell].then(|| {
                let climb = terrain.height[cell] / 130.0;
                let (x, y) = grid::middle(cell);
                // Old quarrels: without them borders would run straight along the eight directions of the raster.
                let quarrel = noise.fractal(x / 2.2, y / 2.2, 4) + 0.35;
                1.0 + 2.6 * quarrel.max(0.0)
                    + climb
                    + climb * climb * 0.4
                    + if terrain.river[cell] < 0.13 { 5.0 } else { 0.0 }
            })
        });
        let mut labels: Vec<u16> =
            reach.start.iter().map(|start| owner.get(*start).copied().unwrap_or(NONE)).collect();
        give_islets(&mut labels, terrain);
        for _ in 0..3 {
            labels = majority(&labels);
        }
        trace::uncorner(&mut labels, &[&|label| label, &ward_or_municipality, &municipality, &whole]);
        let borders = Borders::new(&labels, 0.045);
        Self { labels, borders }
    }

    /// Polygons of the 日常生活圏域 by index of their centre.
    pub fn community_areas(&self) -> BTreeMap<u16, Vec<Polygon>> {
        self.borders.polygons(Some)
    }

    /// Polygons of municipalities and, instead of the core city, its wards (see [`ward_or_municipality`]).
    pub fn municipalities(&self) -> BTreeMap<u16, Vec<Polygon>> {
        self.borders.polygons(|label| Some(ward_or_municipality(label)))
    }

    /// All land.
    pub fn land(&self) -> Vec<Polygon> {
        self.borders.polygons(|_| Some(0)).remove(&0).unwrap_or_default()
    }

    /// Label of the cell a point lies in.
    pub fn label_at(&self, point: Km) -> u16 {
        self.labels[grid::cell(point)]
    }
}

/// Islets nobody walks to go to the nearest 圏域 over the water; the inhabited island has its own centre.
fn give_islets(labels: &mut [u16], terrain: &Terrain) {
    let known: Vec<usize> = (0..labels.len()).filter(|cell| labels[*cell] != NONE).collect();
    let reach = grid::reach(&known, None, |_, _| Some(1.0));
    for cell in 0..labels.len() {
        if terrain.land[cell] && labels[cell] == NONE {
            labels[cell] = known.get(reach.start[cell]).map_or(0, |owner| labels[*owner]);
        }
    }
}

/// Gives each land cell the label most of its neighbours have, which takes the crumbs off the borders.
fn majority(labels: &[u16]) -> Vec<u16> {
    let mut next = labels.to_vec();
    for cell in 0..WIDTH * HEIGHT {
        if labels[cell] == NONE {
            continue;
        }
        let mut votes: BTreeMap<u16, u32> = BTreeMap::from([(labels[cell], 2)]);
        for (other, _) in grid::around(cell).filter(|(other, _)| labels[*other] != NONE) {
            *votes.entry(labels[other]).or_default() += 1;
        }
        if let Some((label, _)) = votes.iter().max_by_key(|(label, count)| (**count, **label)) {
            next[cell] = *label;
        }
    }
    next
}

/// Index of the municipality of a centre.
pub fn municipality_of_center(center: usize) -> &'static design::MunicipalityDesign {
    &design::MUNICIPALITIES[CENTERS[center].municipality]
}
