//! Every office is on the map once, at its place, at every zoom.

use crate::decode::{self, Feature, Layers, Value};
use hoshizu_tiles::{SINGLE_ZOOM, TileId, TilePoint, office_tile};
use proptest::prelude::*;
use std::collections::BTreeSet;

#[derive(Debug, Clone)]
struct Office {
    lon: f64,
    lat: f64,
    systems: u8,
    id: u128,
}

impl Office {
    fn point(&self) -> TilePoint<'_> {
        TilePoint { lon: self.lon, lat: self.lat, systems: self.systems, id: self.id, name: Some("名前") }
    }
}

/// Offices of a region, many of them in a small town and some on one spot.
fn offices() -> impl Strategy<Value = Vec<Office>> {
    let place = prop_oneof![
        (122.0..154.0_f64, 20.0..46.0_f64),
        (135.50..135.52_f64, 34.70..34.72_f64),
        Just((135.5101, 34.7101)),
    ];
    prop::collection::vec((place, 0..64_u8), 1..120).prop_map(|rows| {
        let office = |(id, ((lon, lat), systems))| Office { lon, lat, systems, id };
        (1_u128..).zip(rows).map(office).collect()
    })
}

/// Tiles that hold at least one of the offices.
fn tiles(z: u32, offices: &[Office]) -> BTreeSet<(u32, u32)> {
    let n = f64::from(1_u32 << z);
    let tile = |office: &Office| {
        let y = 0.5 - office.lat.to_radians().tan().asinh() / (2.0 * std::f64::consts::PI);
        (((office.lon + 180.0) / 360.0 * n) as u32, (y * n) as u32)
    };
    // The neighbours too: what stands at an edge may be rounded over it.
    let around = |(x, y): (u32, u32)| {
        (-1..2).flat_map(move |i| (-1..2).map(move |j| (x.wrapping_add_signed(i), y.wrapping_add_signed(j))))
    };
    offices.iter().map(tile).flat_map(around).filter(|(x, y)| *x < 1 << z && *y < 1 << z).collect()
}

fn read(z: u32, x: u32, y: u32, offices: &[Office]) -> Layers {
    let tile = TileId::new(z, x, y).unwrap();
    decode::tile(&office_tile(tile, offices.iter().map(Office::point)))
}

fn layer<'a>(layers: &'a Layers, name: &str) -> &'a [Feature] {
    layers.get(name).map_or(&[], Vec::as_slice)
}

fn count(layers: &Layers) -> u64 {
    let clustered: u64 = layer(layers, "clusters").iter().map(|cluster| cluster.values["n"].uint()).sum();
    clustered + layer(layers, "offices").len() as u64
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn every_office_is_counted_once_at_every_zoom(offices in offices()) {
        for z in [0, 1, 5, 9, 13, 14, 16, 18] {
            let total: u64 = tiles(z, &offices).into_iter().map(|(x, y)| count(&read(z, x, y, &offices))).sum();
            prop_assert_eq!(total, offices.len() as u64, "zoom {}", z);
        }
    }

    #[test]
    fn a_tile_holds_as_many_as_its_four_children(offices in offices()) {
        for z in [4, 12, 13, 15] {
            for (x, y) in tiles(z, &offices) {
                let children = [(0, 0), (1, 0), (0, 1), (1, 1)];
                let below: u64 = children
                    .map(|(i, j)| count(&read(z + 1, 2 * x + i, 2 * y + j, &offices)))
                    .iter()
                    .sum();
                prop_assert_eq!(count(&read(z, x, y, &offices)), below);
            }
        }
    }

    #[test]
    fn a_single_office_is_read_back_at_its_place(offices in offices(), z in 0..=18_u32) {
        for (x, y) in tiles(z, &offices) {
            for feature in layer(&read(z, x, y, &offices), "offices") {
                let id = feature.values["id"].text();
                let office = offices.iter().find(|o| uuid::Uuid::from_u128(o.id).to_string() == id).unwrap();
                let [lon, lat] = decode::degrees(z, x, y, feature.parts[0][0]);
                let step = 360.0 / f64::from(1 << z) / 4096.0;
                prop_assert!((lon - office.lon).abs() <= step + 1e-6, "{lon} {}", office.lon);
                prop_assert!((lat - office.lat).abs() <= step + 1e-6, "{lat} {}", office.lat);
                prop_assert_eq!(feature.values["systems"].uint(), u64::from(office.systems));
                let name = Value::Text("名前".into());
                prop_assert_eq!(&feature.values["name"], &name);
            }
        }
    }

    #[test]
    fn a_cluster_stands_among_its_members_and_its_box_holds_them(offices in offices(), z in 0..=18_u32) {
        for (x, y) in tiles(z, &offices) {
            for cluster in layer(&read(z, x, y, &offices), "clusters") {
                let edge = |name: &str| cluster.values[name].double();
                let inside: Vec<&Office> = offices
                    .iter()
                    .filter(|o| (edge("west")..=edge("east")).contains(&o.lon))
                    .filter(|o| (edge("south")..=edge("north")).contains(&o.lat))
                    .collect();
                prop_assert!(inside.len() as u64 >= cluster.values["n"].uint());
                let [lon, lat] = decode::degrees(z, x, y, cluster.parts[0][0]);
                let step = 360.0 / f64::from(1 << z) / 4096.0;
                prop_assert!((edge("west") - step..=edge("east") + step).contains(&lon));
                prop_assert!((edge("south") - step..=edge("north") + step).contains(&lat));
                let systems = ["care", "disability", "child", "health", "municipal", "community"];
                let most = systems.map(|system| cluster.values[system].uint()).into_iter().max().unwrap();
                prop_assert!(most <= cluster.values["n"].uint());
            }
        }
    }

    #[test]
    fn the_order_of_the_offices_does_not_change_a_byte(offices in offices(), z in 0..=18_u32) {
        let mut reversed = offices.clone();
        reversed.reverse();
        for (x, y) in tiles(z, &offices) {
            let tile = TileId::new(z, x, y).unwrap();
            let bytes = |list: &[Office]| office_tile(tile, list.iter().map(Office::point));
            prop_assert_eq!(bytes(&offices), bytes(&reversed));
        }
    }
}

fn at(lon: f64, lat: f64, id: u128) -> Office {
    Office { lon, lat, systems: 1, id }
}

#[test]
fn offices_on_one_spot_stay_together_and_are_told_by_id() {
    let offices: Vec<Office> = (1..=40).map(|id| at(135.51, 34.71, id)).collect();
    for z in [14, 16, 18] {
        let (x, y) = *tiles(z, &offices).iter().find(|(x, y)| count(&read(z, *x, *y, &offices)) > 0).unwrap();
        let layers = read(z, x, y, &offices);
        let [stack] = layer(&layers, "clusters") else { panic!("not one stack") };
        assert_eq!(stack.values["stack"], Value::Bool(true));
        assert_eq!(stack.values["n"].uint(), 40);
        let ids: Vec<&str> = stack.values["ids"].text().split(',').collect();
        assert_eq!(ids.len(), 30);
        assert_eq!(ids[0], uuid::Uuid::from_u128(1).to_string());
    }
}

#[test]
fn neighbours_across_the_street_stand_alone_when_zoomed_in() {
    // 20 m apart: 5 pixels at zoom 14, 20 at zoom 16.
    let offices = [at(135.5100, 34.71, 1), at(135.51022, 34.71, 2)];
    let singles: usize =
        tiles(16, &offices).into_iter().map(|(x, y)| layer(&read(16, x, y, &offices), "offices").len()).sum();
    assert_eq!(singles, 2);
}

#[test]
fn below_the_zoom_of_single_offices_a_cluster_is_no_stack() {
    let offices = [at(135.51, 34.71, 1), at(135.51, 34.71, 2)];
    let z = u32::from(SINGLE_ZOOM) - 1;
    let layers: Vec<Layers> = tiles(z, &offices).into_iter().map(|(x, y)| read(z, x, y, &offices)).collect();
    let cluster = layers.iter().flat_map(|layers| layer(layers, "clusters")).next().unwrap();
    assert_eq!(cluster.values["stack"], Value::Bool(false));
    assert!(!cluster.values.contains_key("ids"));
}

#[test]
fn nothing_there_is_an_empty_answer() {
    let tile = TileId::new(5, 0, 0).unwrap();
    assert!(office_tile(tile, [at(135.0, 35.0, 1).point()]).is_empty());
    let nowhere = at(f64::NAN, 35.0, 1);
    assert!(office_tile(TileId::new(0, 0, 0).unwrap(), [nowhere.point()]).is_empty());
}
