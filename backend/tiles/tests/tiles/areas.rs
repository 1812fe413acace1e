//! Areas on the map: whole, joined without gaps, wound as readers want, named once.

use crate::decode::{self, Feature, Layers};
use hoshizu_catalog::area::{Area, AreaKind};
use hoshizu_catalog::position::Position;
use hoshizu_tiles::{AreaTiles, TileId};
use proptest::prelude::*;

fn area(code: &str, kind: AreaKind, polygons: Vec<Vec<Vec<[f64; 2]>>>) -> Area {
    Area {
        code: code.into(),
        kind,
        name: format!("{code}市"),
        kana: None,
        parent: None,
        members: Vec::new(),
        center: None,
        polygons,
    }
}

fn square(west: f64, south: f64, size: f64) -> Vec<[f64; 2]> {
    let (east, north) = (west + size, south + size);
    vec![[west, south], [east, south], [east, north], [west, north], [west, south]]
}

fn read(tiles: &AreaTiles, z: u32, x: u32, y: u32, kinds: &[AreaKind]) -> Layers {
    decode::tile(&tiles.tile(TileId::new(z, x, y).unwrap(), kinds))
}

fn features<'a>(layers: &'a Layers, name: &str) -> &'a [Feature] {
    layers.get(name).map_or(&[], Vec::as_slice)
}

/// Whether the outer rings, less the holes, cover a point (even–odd over all rings).
fn covers(feature: &Feature, [x, y]: [f64; 2]) -> bool {
    feature.parts.iter().flat_map(|ring| ring.iter().zip(ring.iter().cycle().skip(1))).fold(
        false,
        |inside, (a, b)| {
            let [ax, ay, bx, by] = [a[0], a[1], b[0], b[1]].map(|n| n as f64);
            let crosses = (ay > y) != (by > y) && x < (bx - ax) * (y - ay) / (by - ay) + ax;
            inside != crosses
        },
    )
}

#[test]
fn holes_are_wound_against_their_outer_ring_whatever_the_file_says() {
    let mut hole = square(135.3, 34.3, 0.4);
    for reversed in [false, true] {
        if reversed {
            hole.reverse();
        }
        let tiles = AreaTiles::build(&[area(
            "1",
            AreaKind::Municipality,
            vec![vec![square(135.0, 34.0, 1.0), hole.clone()]],
        )]);
        let layers = read(&tiles, 7, 112, 50, &[]);
        let [feature] = features(&layers, "areas") else { panic!("not one area") };
        assert_eq!(feature.kind, 3);
        let signs: Vec<bool> = feature.parts.iter().map(|ring| decode::twice_area(ring) > 0).collect();
        assert_eq!(signs, [true, false]);
    }
}

#[test]
fn only_the_wanted_kinds_are_drawn() {
    let tiles = AreaTiles::build(&[
        area("27100", AreaKind::Municipality, vec![vec![square(135.0, 34.0, 1.0)]]),
        area("27102", AreaKind::Ward, vec![vec![square(135.0, 34.0, 0.5)]]),
    ]);
    let codes = |kinds: &[AreaKind]| -> Vec<String> {
        let layers = read(&tiles, 7, 112, 50, kinds);
        features(&layers, "areas").iter().map(|f| f.values["code"].text().to_owned()).collect()
    };
    assert_eq!(codes(&[]), ["27100", "27102"]);
    assert_eq!(codes(&[AreaKind::Ward]), ["27102"]);
    assert_eq!(codes(&[AreaKind::MedicalArea]), [] as [&str; 0]);
}

#[test]
fn a_name_stands_in_one_tile_and_the_largest_has_rank_0() {
    let tiles = AreaTiles::build(&[
        area("small", AreaKind::Municipality, vec![vec![square(135.0, 34.0, 0.3)]]),
        area("large", AreaKind::Municipality, vec![vec![square(136.0, 34.0, 1.0)]]),
    ]);
    for z in [8, 10, 12] {
        let n = 1_u32 << z;
        let column = |lon: f64| ((lon + 180.0) / 360.0 * f64::from(n)) as u32;
        let mut names: Vec<(String, u64)> = Vec::new();
        for x in column(135.0)..=column(137.0) {
            for y in row_of(35.1, n)..=row_of(33.9, n) {
                for label in features(&read(&tiles, z, x, y, &[]), "area_labels") {
                    names.push((label.values["code"].text().to_owned(), label.values["rank"].uint()));
                }
            }
        }
        names.sort();
        assert_eq!(names, [("large".to_owned(), 0), ("small".to_owned(), 1)], "zoom {z}");
    }
}

fn row_of(lat: f64, n: u32) -> u32 {
    ((0.5 - lat.to_radians().tan().asinh() / (2.0 * std::f64::consts::PI)) * f64::from(n)) as u32
}

#[test]
fn an_area_known_by_name_only_is_written_at_its_centre_when_zoomed_in() {
    let mut named = area("community_area:1", AreaKind::CommunityArea, Vec::new());
    named.center = Some(Position { lat: 34.5, lon: 135.5 });
    let mut unassigned = named.clone();
    unassigned.name = "所属未定地".into();
    let tiles = AreaTiles::build(&[named, unassigned]);
    let n = 1 << 13;
    let (x, y) = ((315.5 / 360.0 * f64::from(n)) as u32, row_of(34.5, n));
    assert_eq!(features(&read(&tiles, 13, x, y, &[]), "area_labels").len(), 1);
    assert!(read(&tiles, 9, x >> 4, y >> 4, &[]).is_empty());
}

#[test]
fn broken_polygons_are_survived() {
    let nan = vec![vec![[f64::NAN, 34.0], [135.0, 34.0], [135.0, 35.0]]];
    let line = vec![vec![[135.0, 34.0], [136.0, 35.0], [135.0, 34.0]]];
    let flat = vec![vec![[135.0, 34.0], [135.5, 34.5], [136.0, 35.0], [135.0, 34.0]]];
    let tiles =
        AreaTiles::build(&[area("1", AreaKind::Other, vec![nan, line, flat, Vec::new(), vec![Vec::new()]])]);
    for (z, x, y) in [(0, 0, 0), (7, 112, 50), (12, 3584, 1625), (18, 229_376, 104_000)] {
        assert!(features(&read(&tiles, z, x, y, &[]), "areas").is_empty());
    }
}

#[test]
fn a_bend_of_a_pixel_is_drawn_and_one_of_a_quarter_is_not() {
    // One pixel of zoom 10 is 360° / 1,024 / 512 of longitude.
    let pixel = 360.0 / 1024.0 / 512.0;
    let bends = |pixels: f64| -> bool {
        let mut ring = square(135.0, 34.0, 1.0);
        ring.insert(2, [136.0 + pixels * pixel, 34.5]);
        let tiles = AreaTiles::build(&[area("1", AreaKind::Municipality, vec![vec![ring]])]);
        let x = ((136.0 + 180.0) / 360.0 * 1024.0) as u32;
        let layers = read(&tiles, 10, x, row_of(34.5, 1024), &[]);
        // Cut from a straight side the square has four corners.
        features(&layers, "areas")[0].parts[0].len() > 4
    };
    assert!(bends(1.0));
    assert!(!bends(0.25));
}

/// A row of areas side by side whose borders wind at random.
fn quilt() -> impl Strategy<Value = Vec<Area>> {
    let border = prop::collection::vec(-0.04..0.04_f64, 30);
    prop::collection::vec(border, 4).prop_map(|borders| {
        let line = |column: usize| -> Vec<[f64; 2]> {
            let place =
                |(row, shift): (usize, &f64)| [135.0 + column as f64 * 0.1 + shift, 34.0 + row as f64 * 0.02];
            borders[column].iter().enumerate().map(place).collect()
        };
        let between = |column: usize| {
            let mut ring = line(column);
            ring.extend(line(column + 1).into_iter().rev());
            ring.push(ring[0]);
            area(&column.to_string(), AreaKind::Municipality, vec![vec![ring]])
        };
        (0..3).map(between).collect()
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(40))]

    #[test]
    fn neighbours_leave_neither_gap_nor_overlap_at_any_zoom(
        areas in quilt(), z in 6..14_u32, at in [0.0..1.0_f64, 0.0..1.0_f64],
    ) {
        let tiles = AreaTiles::build(&areas);
        let n = 1_u32 << z;
        // A tile in the middle column, away from the outer borders.
        let (lon, lat) = (135.12 + at[0] * 0.06, 34.1 + at[1] * 0.35);
        let (x, y) = (((lon + 180.0) / 360.0 * f64::from(n)) as u32, row_of(lat, n));
        let layers = read(&tiles, z, x, y, &[]);
        for step in 0..200_u32 {
            let place = [f64::from(step * 37 % 200) * 20.48 + 0.37, f64::from(step * 91 % 200) * 20.48 + 0.53];
            let [lon, lat] = decode::degrees(z, x, y, place.map(|p| p as i64));
            if (135.06..135.24).contains(&lon) && (34.04..34.54).contains(&lat) {
                let owners = features(&layers, "areas").iter().filter(|f| covers(f, place)).count();
                prop_assert_eq!(owners, 1, "at {:?} {} {}", place, lon, lat);
            }
        }
    }
}
