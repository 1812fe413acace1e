//! Regions with the places our layout gives their offices, for `drawing/run.mjs` to show in a browser.

use hoshizu_analysis::network::{
    Reading,
    believable::{Size, region},
    layout::{Point, Settings, Start, layout},
};
use std::path::Path;

/// Offices and ties: a prefecture's survey, and the largest region we promise.
const SIZES: [(&str, Size); 2] =
    [("2k", Size { offices: 2_000, ties: 10_000 }), ("5k", Size { offices: 5_000, ties: 50_000 })];

/// Each as JSON: `nodes` as `[x, y, system]`, `ties` as `[a, b, evidence]`, every tie that is.
pub fn write_all(dir: &Path) -> crate::Outcome {
    std::fs::create_dir_all(dir)?;
    for (name, size) in SIZES {
        let region = region(size, 5);
        let places: Vec<Option<Point>> = region
            .profiles
            .iter()
            .map(|profile| profile.position.map(|at| Point { x: at.lon * 91.0, y: at.lat * 111.0 }))
            .collect();
        let points = layout(&region.truth, Start::Geography(&places), Settings::default());
        let mutual = region.reports.graph(Reading::Mutual);
        let nodes: Vec<_> = (0..)
            .zip(&points)
            .map(|(v, at)| (at.x, at.y, region.systems.names()[region.systems.group(v)].as_str()))
            .collect();
        let evidence = |a, b| if mutual.has(a, b) { "mutual" } else { "one_sided" };
        let ties: Vec<_> = region.truth.pairs().map(|(a, b)| (a, b, evidence(a, b))).collect();
        let file = dir.join(format!("drawing-{name}.json"));
        std::fs::write(file, serde_json::to_string(&serde_json::json!({ "nodes": nodes, "ties": ties }))?)?;
    }
    Ok(())
}
