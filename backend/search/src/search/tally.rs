//! Total, facets and bounds of all matches.

use crate::{
    answer::Facets,
    columns::{
        Columns, bits,
        record::{DEGREE, NOWHERE, flag},
    },
    matching::Match,
    snapshot::Segment,
};
use std::{cmp::Reverse, collections::HashMap, sync::Arc};

/// Counts of one segment, by profile and municipality; spread out when the segment is done.
#[derive(Default)]
pub(crate) struct Tally {
    columns: Option<Arc<Columns>>,
    profiles: Vec<u32>,
    municipalities: Vec<u32>,
    total: u64,
    /// What the best match is worth.
    pub best_worth: u32,
    systems: [u32; 6],
    services: Vec<u32>,
    by_code: HashMap<u32, u32>,
    both_systems: u32,
    kyosei: u32,
    /// West, south, east, north in the rows' integers.
    bounds: Option<[i32; 4]>,
}

impl Tally {
    /// Matches of this segment follow.
    pub(crate) fn segment(&mut self, segment: &Segment) {
        self.spread();
        self.profiles = vec![0; segment.columns.profiles.len()];
        self.municipalities = vec![0; segment.columns.municipalities.len()];
        self.columns = Some(segment.columns.clone());
    }

    #[inline]
    pub(crate) fn take(&mut self, found: &Match<'_>) {
        let row = found.row;
        self.total += 1;
        self.best_worth = self.best_worth.max(found.worth);
        self.profiles[row.profile as usize] += 1;
        self.municipalities[usize::from(row.municipality)] += 1;
        if row.lat != NOWHERE {
            let [west, south, east, north] = self.bounds.get_or_insert([row.lon, row.lat, row.lon, row.lat]);
            *west = (*west).min(row.lon);
            *south = (*south).min(row.lat);
            *east = (*east).max(row.lon);
            *north = (*north).max(row.lat);
        }
    }

    fn spread(&mut self) {
        let Some(columns) = self.columns.take() else { return };
        self.services.resize(128, 0);
        for (profile, count) in columns.profiles.iter().zip(&self.profiles).filter(|(_, count)| **count > 0) {
            for service in bits(profile.services) {
                self.services[service] += count;
            }
            for (system, sum) in self.systems.iter_mut().enumerate() {
                *sum += if profile.systems & (1 << system) == 0 { 0 } else { *count };
            }
            self.both_systems += if profile.flags & flag::BOTH_SYSTEMS == 0 { 0 } else { *count };
            self.kyosei += if profile.flags & flag::KYOSEI == 0 { 0 } else { *count };
        }
        let counted = columns.municipalities.iter().zip(&self.municipalities);
        for (code, count) in counted.filter(|(code, count)| **code != 0 && **count > 0) {
            *self.by_code.entry(*code).or_default() += count;
        }
    }

    /// Total, facets and the box around all matches with a position.
    pub(crate) fn finish(mut self) -> (u64, Facets, Option<[f64; 4]>) {
        self.spread();
        let mut services: Vec<(u8, u32)> = self
            .services
            .iter()
            .enumerate()
            .filter(|(_, count)| **count > 0)
            .map(|(service, count)| (service as u8, *count))
            .collect();
        services.sort_unstable_by_key(|(service, count)| (Reverse(*count), *service));
        let mut municipalities: Vec<(u32, u32)> = self.by_code.into_iter().collect();
        municipalities.sort_unstable_by_key(|(code, count)| (Reverse(*count), *code));
        let facets = Facets {
            systems: self.systems,
            services,
            municipalities,
            both_systems: self.both_systems,
            kyosei: self.kyosei,
        };
        let bounds = self.bounds.map(|edges| edges.map(|edge| f64::from(edge) / DEGREE));
        (self.total, facets, bounds)
    }
}
