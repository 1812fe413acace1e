//! Ties by a rule unlike the one of the demo and unlike the order that is judged on them: offices meet in circles (a training,
//! a ward round) that nothing else tells of, those who live within a walk rather, and pass each other on. No service needs
//! another, and nobody is better known than he came to be.

use hoshizu_analysis::network::{Graph, random::Random, recommend::Profile};
use serde_json::Value;
use std::{collections::BTreeSet, path::Path};

/// Offices in a circle, on average.
const CIRCLE: usize = 25;
/// Kilometres over which willingness falls to a third.
const WALK: f64 = 1.5;

/// Ties among offices: four of ten between members of a circle, three from partner to partner, three between any.
pub fn ties(profiles: &[Profile], count: usize, seed: u64) -> Graph {
    let (offices, mut random) = (profiles.len(), Random::new(seed));
    let mut circles: Vec<Vec<u32>> = vec![Vec::new(); (offices * 2 / CIRCLE).max(1)];
    for office in 0..offices as u32 {
        for _ in 0..2 {
            let at = random.below(circles.len());
            circles[at].push(office);
        }
    }
    circles.retain(|circle| circle.len() > 1);
    let mut partners: Vec<Vec<u32>> = vec![Vec::new(); offices];
    let mut made = BTreeSet::new();
    while made.len() < count {
        let pick = |from: &[u32], random: &mut Random| from.get(random.below(from.len())).copied();
        let a = random.below(offices) as u32;
        let met = match random.below(10) {
            0..4 => {
                let own: Vec<&Vec<u32>> = circles.iter().filter(|circle| circle.contains(&a)).collect();
                own.get(random.below(own.len())).and_then(|circle| pick(circle, &mut random))
            }
            4..7 => pick(&partners[a as usize], &mut random)
                .and_then(|partner| pick(&partners[partner as usize], &mut random)),
            _ => Some(random.below(offices) as u32),
        };
        let Some(b) = met.filter(|b| *b != a) else { continue };
        if random.unit() < (-apart(&profiles[a as usize], &profiles[b as usize]) / WALK).exp()
            && made.insert((a.min(b), a.max(b)))
        {
            partners[a as usize].push(b);
            partners[b as usize].push(a);
        }
    }
    Graph::new(offices, made)
}

/// Kilometres.
fn apart(a: &Profile, b: &Profile) -> f64 {
    match (a.position, b.position) {
        (Some(a), Some(b)) => a.distance_m(b) / 1_000.0,
        _ => WALK,
    }
}

/// Offices of 枚方市 where they are, with the services they offer: `hirakata/jigyosho.geojson` of the real files. An office
/// that stands there once for each service is one.
pub fn hirakata(real: &Path) -> Result<Vec<Profile>, Box<dyn std::error::Error>> {
    let text = std::fs::read_to_string(real.join("hirakata/jigyosho.geojson"))?;
    let file: Value = serde_json::from_str(&text)?;
    let features = file["features"].as_array().ok_or("no features")?;
    let of =
        |feature: &Value, name: &str| feature["properties"][name].as_str().unwrap_or_default().to_owned();
    let services: Vec<String> =
        features.iter().map(|one| of(one, "service_type")).collect::<BTreeSet<_>>().into_iter().collect();
    let mut offices: std::collections::BTreeMap<(String, String), Profile> =
        std::collections::BTreeMap::new();
    for feature in features {
        let service = of(feature, "service_type");
        let at = &feature["geometry"]["coordinates"];
        let profile = offices.entry((of(feature, "jigyosho_id"), of(feature, "name"))).or_default();
        profile.services |= services.binary_search(&service).map_or(0, |bit| 1 << bit);
        profile.position = at[1].as_f64().zip(at[0].as_f64()).map(|(lat, lon)| position(lat, lon));
    }
    Ok(offices.into_values().collect())
}

/// The reference network `net60.json`: offices, and the ties either side reports. It knows a system of each office and where
/// it is in kilometres, but no service: the system stands for it.
pub fn net60(file: &Path) -> Result<(Vec<Profile>, Graph), Box<dyn std::error::Error>> {
    let file: Value = serde_json::from_str(&std::fs::read_to_string(file)?)?;
    let (systems, places) = (file["systems"].as_array(), file["xy"].as_array());
    let (systems, places) = systems.zip(places).ok_or("no offices")?;
    let profile = |(system, place): (&Value, &Value)| Profile {
        services: match system.as_str() {
            Some("E") => 1,
            Some("D") => 2,
            _ => 4,
        },
        position: place[1]
            .as_f64()
            .zip(place[0].as_f64())
            .map(|(y, x)| position(35.0 + y / 111.0, 135.0 + x / 91.0)),
        ..Profile::default()
    };
    let profiles: Vec<Profile> = systems.iter().zip(places).map(profile).collect();
    let reports = file["reports"].as_array().ok_or("no reports")?;
    let pair = |report: &Value| Some((report[0].as_u64()? as u32, report[1].as_u64()? as u32));
    let graph =
        Graph::new(profiles.len(), reports.iter().filter_map(pair).map(|(a, b)| (a.min(b), a.max(b))));
    Ok((profiles, graph))
}

fn position(lat: f64, lon: f64) -> hoshizu_catalog::position::Position {
    hoshizu_catalog::position::Position { lat, lon }
}
