//! The table of ways by road, brought to the points and offices of a region.

use hoshizu_analysis::coverage::{ground::Ground, roads::Roads, space::Spot};
use hoshizu_catalog::{
    area::{WayEnd, Ways},
    number::OfficeNumber,
    position::Position,
};
use std::collections::HashMap;

/// How far the end of a way may lie from the middle of the town it means, kilometres.
const TOWN_KM: f64 = 0.3;

/// The ways as they were imported.
pub struct RoadTable {
    ways: Vec<Ways>,
    /// Numbers of the offices it names by themselves.
    offices: HashMap<OfficeNumber, u32>,
}

impl RoadTable {
    /// The table of these ways.
    pub fn new(ways: Vec<Ways>) -> Self {
        let mut offices = HashMap::new();
        for (end, _) in ways.iter().flat_map(|start| &start.to) {
            if let WayEnd::Office(number) = end {
                let next = offices.len() as u32;
                offices.entry(number.clone()).or_insert(next);
            }
        }
        Self { ways, offices }
    }

    /// The number of an office among those it names by themselves.
    pub fn office(&self, number: &OfficeNumber) -> Option<u32> {
        self.offices.get(number).copied()
    }

    /// The ways between points of the ground. Ends that are no town of it are left out, and counted in the log.
    pub fn between(&self, ground: &Ground) -> Roads {
        if self.ways.is_empty() {
            return Roads::default();
        }
        let mut points: HashMap<[u64; 2], Option<u32>> = HashMap::new();
        let mut point = |at: Position| {
            let key = [at.lat.to_bits(), at.lon.to_bits()];
            *points.entry(key).or_insert_with(|| ground.point_near(Spot::earth(at), TOWN_KM))
        };
        let (mut between, mut to_offices) = (Vec::new(), Vec::new());
        for start in &self.ways {
            let Some(from) = point(start.from) else { continue };
            for (end, metres) in &start.to {
                let km = f64::from(*metres) / 1_000.0;
                match end {
                    WayEnd::Town(at) => between.extend(point(*at).map(|to| (from, to, km))),
                    WayEnd::Office(number) => {
                        to_offices.extend(self.office(number).map(|office| (from, office, km)));
                    }
                }
            }
        }
        let strange = points.values().filter(|point| point.is_none()).count();
        let roads = Roads::new(ground.points(), self.offices.len(), between, to_offices);
        tracing::info!(
            towns = roads.known(),
            strange,
            offices = self.offices.len(),
            "coverage: ways by road"
        );
        roads
    }
}
