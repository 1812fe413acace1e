//! The real municipalities of Japan (N03): every tile in time, no gap between neighbours, every name once.

use crate::decode;
use hoshizu_catalog::area::{Area, AreaKind};
use hoshizu_tiles::{AreaTiles, TileId};
use std::{collections::BTreeMap, path::PathBuf, time::Instant};

fn real() -> PathBuf {
    let beside = || PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../../shared/real");
    std::env::var_os("HOSHIZU_REAL").map_or_else(beside, PathBuf::from)
}

fn municipalities() -> Option<Vec<Area>> {
    let path = real().join("region/N03-20210101_simplified.geojson.zip");
    let Ok(file) = std::fs::File::open(&path) else {
        eprintln!("skipped: region/N03-20210101_simplified.geojson.zip not present");
        return None;
    };
    let mut archive = zip::ZipArchive::new(file).unwrap();
    let document: serde_json::Value = serde_json::from_reader(archive.by_index(0).unwrap()).unwrap();
    Some(document["features"].as_array().unwrap().iter().enumerate().map(area).collect())
}

fn area((number, feature): (usize, &serde_json::Value)) -> Area {
    let text = |key: &str| feature["properties"][key].as_str().unwrap_or_default().to_owned();
    let coordinates = feature["geometry"]["coordinates"].clone();
    let polygons = if feature["geometry"]["type"] == "Polygon" {
        vec![serde_json::from_value(coordinates).unwrap()]
    } else {
        serde_json::from_value(coordinates).unwrap()
    };
    Area {
        code: format!("{}:{number}", text("N03_007")),
        kind: AreaKind::Municipality,
        name: text("N03_004"),
        kana: None,
        parent: None,
        members: Vec::new(),
        center: None,
        polygons,
    }
}

/// Columns and rows of the tiles over Japan, at most 400 of them at this zoom.
fn tiles_over_japan(z: u32) -> Vec<TileId> {
    let n = f64::from(1_u32 << z);
    let row = |lat: f64| ((0.5 - lat.to_radians().tan().asinh() / (2.0 * std::f64::consts::PI)) * n) as u32;
    let column = |lon: f64| ((lon + 180.0) / 360.0 * n) as u32;
    // Kantō to Kansai, where most municipalities lie; everything at low zooms.
    let [west, east, south, north] =
        if z < 8 { [122.0, 154.0, 20.0, 46.0] } else { [135.0, 140.5, 34.3, 36.3] };
    let all: Vec<TileId> = (column(west)..=column(east))
        .flat_map(|x| (row(north)..=row(south)).map(move |y| TileId::new(z, x, y).unwrap()))
        .collect();
    let step = all.len().div_ceil(400);
    all.into_iter().step_by(step).collect()
}

#[test]
fn every_tile_of_the_country_is_ready_in_time() {
    let Some(areas) = municipalities() else { return };
    let start = Instant::now();
    let tiles = AreaTiles::build(&areas);
    eprintln!("built from {} areas in {:?}", areas.len(), start.elapsed());
    for z in 0..=16 {
        let mut taken = Vec::new();
        let mut largest = 0;
        for tile in tiles_over_japan(z) {
            let start = Instant::now();
            let bytes = tiles.tile(tile, &[]);
            taken.push(start.elapsed());
            largest = largest.max(bytes.len());
            decode::tile(&bytes);
        }
        let first = taken[0];
        taken.sort_unstable();
        let slowest = taken[taken.len() - 1];
        eprintln!(
            "z{z}: {} tiles, first {first:?}, slowest {slowest:?}, largest {largest} bytes",
            taken.len()
        );
        // 10 ms is promised of a release build; an unoptimised one on a busy machine may take a hundred times as long.
        let most = if cfg!(debug_assertions) { 1000 } else { 10 };
        assert!(taken[taken.len() / 2].as_millis() <= most, "zoom {z} takes {slowest:?}");
    }
}

#[test]
fn rings_are_wound_right_and_every_name_stands_once() {
    let Some(areas) = municipalities() else { return };
    let tiles = AreaTiles::build(&areas);
    let mut names: BTreeMap<String, u32> = BTreeMap::new();
    for tile in tiles_over_japan(7) {
        for (name, features) in decode::tile(&tiles.tile(tile, &[])) {
            for feature in features {
                if name == "area_labels" {
                    *names.entry(feature.values["code"].text().to_owned()).or_default() += 1;
                } else {
                    assert!(decode::twice_area(&feature.parts[0]) > 0, "{:?}", feature.values);
                }
            }
        }
    }
    assert!(!names.is_empty() && names.values().all(|n| *n == 1));
}
