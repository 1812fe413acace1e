//! Networks as they might be, to measure and to test with: offices in towns, three systems that keep to themselves,
//! partners chosen because they are near, because they are partners of partners, because they offer what is needed, and
//! sometimes because everybody knows them. Reports forget ties, and some offices do not answer.
//!
//! They are nobody's data. What is shown on them holds for networks made this way; a survey may differ.

use super::{Graph, Groups, Reports, random::Random, recommend::Profile};
use hoshizu_catalog::{
    position::Position,
    system::{System, SystemSet},
};

/// How large.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Size {
    /// Offices.
    pub offices: usize,
    /// Ties that are, before reports forget some.
    pub ties: usize,
}

/// A generated region.
#[derive(Debug, Clone)]
pub struct Region {
    /// What is known of each office.
    pub profiles: Vec<Profile>,
    /// Its system.
    pub systems: Groups,
    /// Ties that are.
    pub truth: Graph,
    /// What a survey would tell of them.
    pub reports: Reports,
}

/// Kinds of service there are.
const SERVICES: usize = 24;
/// Kilometres over which half of the willingness to work together is lost.
const HALF_WAY: f64 = 3.0;

/// Generates a region; the same seed gives the same one.
pub fn region(size: Size, seed: u64) -> Region {
    let mut random = Random::new(seed);
    let profiles: Vec<Profile> = offices(size.offices, &mut random);
    let labels: Vec<&str> =
        profiles.iter().map(|p| p.systems.iter().next().map_or("", System::code)).collect();
    let truth = ties(&profiles, size.ties, &mut random);
    let responded: Vec<bool> = profiles.iter().map(|_| random.unit() < 0.85).collect();
    let mut reports = Vec::new();
    for (a, b) in truth.pairs() {
        for (from, to) in [(a, b), (b, a)] {
            if responded[from as usize] && random.unit() < 0.8 {
                reports.push((from, to));
            }
        }
    }
    Region {
        systems: Groups::from_labels(&labels),
        reports: Reports::new(responded, reports),
        truth,
        profiles,
    }
}

fn offices(count: usize, random: &mut Random) -> Vec<Profile> {
    let towns = (count / 60).max(1);
    let across = (towns as f64).sqrt() * 6.0;
    let middles: Vec<(f64, f64)> =
        (0..towns).map(|_| (random.unit() * across, random.unit() * across)).collect();
    (0..count)
        .map(|_| {
            let town = random.below(towns);
            // Two draws together: denser towards the middle of the town.
            let off = |random: &mut Random| (random.unit() + random.unit() - 1.0) * 4.0;
            let (x, y) = (middles[town].0 + off(random), middles[town].1 + off(random));
            let system = [System::Care, System::Disability, System::Health][match random.below(10) {
                0..6 => 0,
                6..9 => 1,
                _ => 2,
            }];
            let services = 1 << random.below(SERVICES) | 1 << random.below(SERVICES);
            let needs =
                1 << random.below(SERVICES) | 1 << random.below(SERVICES) | 1 << random.below(SERVICES);
            Profile {
                systems: SystemSet::from_iter([system]),
                areas: vec![town as u32],
                position: Some(Position { lat: 35.0 + y / 111.0, lon: 135.0 + x / 91.0 }),
                services,
                needs,
                clients: 0,
                accepting: [Some(true), None, Some(false)][random.below(3)],
            }
        })
        .collect()
}

fn ties(profiles: &[Profile], count: usize, random: &mut Random) -> Graph {
    let near = neighbourhoods(profiles);
    let mut partners: Vec<Vec<u32>> = vec![Vec::new(); profiles.len()];
    let mut ends: Vec<u32> = Vec::new();
    let mut made = std::collections::HashSet::new();
    let possible = profiles.len() * profiles.len().saturating_sub(1) / 2;
    let mut tries = 0;
    while made.len() < count.min(possible / 2) && tries < count * 200 {
        tries += 1;
        // Busy offices become busier, half of the time.
        let a = match random.below(2) {
            0 if !ends.is_empty() => ends[random.below(ends.len())],
            _ => random.below(profiles.len()) as u32,
        };
        let Some(b) = partner(a, &near, &partners, &ends, random) else { continue };
        let wanted = willingness(&profiles[a as usize], &profiles[b as usize]);
        if a == b || random.unit() >= wanted || !made.insert((a.min(b), a.max(b))) {
            continue;
        }
        partners[a as usize].push(b);
        partners[b as usize].push(a);
        ends.extend([a, b]);
    }
    let mut made: Vec<(u32, u32)> = made.into_iter().collect();
    made.sort_unstable();
    Graph::new(profiles.len(), made)
}

/// Who comes to mind: a partner of a partner, an office nearby, or one that everybody knows.
fn partner(
    a: u32,
    near: &[Vec<u32>],
    partners: &[Vec<u32>],
    ends: &[u32],
    random: &mut Random,
) -> Option<u32> {
    let pick = |from: &[u32], random: &mut Random| (!from.is_empty()).then(|| from[random.below(from.len())]);
    match random.below(20) {
        0..9 => pick(&partners[pick(&partners[a as usize], random)? as usize], random),
        9..18 => pick(&near[a as usize], random),
        _ => pick(ends, random),
    }
}

/// Chance that a pair that has come to mind works together.
fn willingness(a: &Profile, b: &Profile) -> f64 {
    let apart = match (a.position, b.position) {
        (Some(a), Some(b)) => a.distance_m(b) / 1_000.0 / HALF_WAY,
        _ => 1.0,
    };
    let system = if a.systems == b.systems { 1.0 } else { 0.35 };
    let need = if a.needs & b.services != 0 || b.needs & a.services != 0 { 1.0 } else { 0.4 };
    system * need / (1.0 + apart * apart)
}

/// The offices in the same and the eight neighbouring squares of three kilometres.
fn neighbourhoods(profiles: &[Profile]) -> Vec<Vec<u32>> {
    let square = |p: &Profile| {
        p.position.map_or((0, 0), |at| {
            ((at.lon * 91.0 / HALF_WAY).floor() as i64, (at.lat * 111.0 / HALF_WAY).floor() as i64)
        })
    };
    let mut squares: std::collections::BTreeMap<(i64, i64), Vec<u32>> = std::collections::BTreeMap::new();
    for (v, profile) in profiles.iter().enumerate() {
        squares.entry(square(profile)).or_default().push(v as u32);
    }
    profiles
        .iter()
        .map(|profile| {
            let (x, y) = square(profile);
            let around = (-1..=1).flat_map(|dx| (-1..=1).map(move |dy| (x + dx, y + dy)));
            around.filter_map(|at| squares.get(&at)).flatten().copied().collect()
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_region_is_as_large_as_asked_and_the_same_every_time() {
        let size = Size { offices: 300, ties: 1_500 };
        let (one, again) = (region(size, 4), region(size, 4));
        assert_eq!((one.truth.nodes(), one.truth.ties()), (300, 1_500));
        assert_eq!(one.reports, again.reports);
        assert!(one.reports.graph(super::super::Reading::Either).ties() < 1_500);
        assert_ne!(region(size, 5).truth, one.truth);
    }
}
