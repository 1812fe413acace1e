//! The base map: each class in its layer, small things only when zoomed in.

use crate::decode::{self, Layers};
use hoshizu_catalog::area::{BaseFeature, BaseShape};
use hoshizu_tiles::{BaseTiles, TileId};

fn feature(class: &str, rank: u8, shape: BaseShape) -> BaseFeature {
    BaseFeature { class: class.into(), name: Some(format!("{class}の名")), rank, shape }
}

/// The tile of 135.5° E, 34.7° N.
fn read(tiles: &BaseTiles, z: u32) -> Layers {
    let n = f64::from(1_u32 << z);
    let y = 0.5 - 34.7_f64.to_radians().tan().asinh() / (2.0 * std::f64::consts::PI);
    decode::tile(&tiles.tile(TileId::new(z, (315.5 / 360.0 * n) as u32, (y * n) as u32).unwrap()))
}

fn line() -> BaseShape {
    BaseShape::Lines(vec![(0..200).map(|i| [135.0 + f64::from(i) * 0.005, 34.7]).collect()])
}

#[test]
fn every_class_has_its_layer_and_unknown_ones_none() {
    let square = vec![vec![[135.0, 34.0], [136.0, 34.0], [136.0, 35.0], [135.0, 35.0], [135.0, 34.0]]];
    let polygons = ["land", "water", "green", "built_up"];
    let lines = ["river", "railway", "road"];
    let points = ["station", "label"];
    let tiles = BaseTiles::build(
        &polygons
            .map(|class| feature(class, 1, BaseShape::Polygons(vec![square.clone()])))
            .into_iter()
            .chain(lines.map(|class| feature(class, 1, line())))
            .chain(points.map(|class| feature(class, 1, BaseShape::Point([135.5, 34.7]))))
            .chain([feature("volcano", 1, BaseShape::Point([135.5, 34.7]))])
            .collect::<Vec<_>>(),
    );
    let layers = read(&tiles, 12);
    let kinds: Vec<(&str, u64)> = layers.iter().map(|(name, f)| (name.as_str(), f[0].kind)).collect();
    let expected = [
        ("built_up", 3),
        ("green", 3),
        ("label", 1),
        ("land", 3),
        ("railway", 2),
        ("river", 2),
        ("road", 2),
        ("station", 1),
        ("water", 3),
    ];
    assert_eq!(kinds, expected);
    assert_eq!(layers["road"][0].values["name"].text(), "roadの名");
    assert_eq!(layers["road"][0].values["rank"].uint(), 1);
}

#[test]
fn a_side_road_appears_later_than_a_motorway() {
    let first_zoom = |rank| {
        let tiles = BaseTiles::build(&[feature("road", rank, line())]);
        (0..=16).find(|z| !read(&tiles, *z).is_empty()).unwrap()
    };
    let zooms = [1, 2, 3, 4, 5].map(first_zoom);
    assert!(zooms.is_sorted() && zooms[0] < zooms[4] && zooms[4] <= 14, "{zooms:?}");
    assert_eq!(first_zoom(0), zooms[0]);
    assert_eq!(first_zoom(9), zooms[4]);
}

#[test]
fn a_straight_line_needs_two_points_only() {
    let tiles = BaseTiles::build(&[feature("road", 1, line())]);
    let layers = read(&tiles, 10);
    assert_eq!(layers["road"][0].parts.len(), 1);
    assert!(layers["road"][0].parts[0].len() <= 3, "{:?}", layers["road"][0].parts[0]);
}

#[test]
fn a_line_that_leaves_and_returns_is_two_lines() {
    let away = vec![[135.5, 34.7], [135.5, 40.0], [135.501, 40.0], [135.501, 34.7]];
    let tiles = BaseTiles::build(&[feature("river", 1, BaseShape::Lines(vec![away]))]);
    let layers = read(&tiles, 13);
    assert_eq!(layers["river"][0].parts.len(), 2);
    assert!(layers["river"][0].parts.iter().flatten().flatten().all(|c| (-64..=4160).contains(c)));
}
