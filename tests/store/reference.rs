//! Areas, populations, towns, base features.

use crate::{fixture::World, on_each_backend};
use hoshizu_catalog::{
    area::{Area, AreaKind, BaseFeature, BaseShape, Population, Town, WayEnd, Ways},
    number::OfficeNumber,
    position::Position,
};
use hoshizu_store::{Counts, area, base_feature, health, outbox, population, road, town};

on_each_backend!(
    areas_are_replaced_data_set_by_data_set,
    two_sources_of_an_area_make_one,
    towns_populations_and_features_are_replaced_where_they_differ,
    ways_are_replaced_by_where_they_begin,
);

fn municipality(code: &str, name: &str) -> Area {
    Area {
        code: code.to_owned(),
        kind: AreaKind::Municipality,
        name: name.to_owned(),
        kana: None,
        parent: Some("27000".to_owned()),
        members: Vec::new(),
        center: None,
        polygons: Vec::new(),
    }
}

fn counts(new: u64, changed: u64, unchanged: u64, gone: u64) -> Counts {
    Counts { new, changed, unchanged, gone }
}

async fn areas_are_replaced_data_set_by_data_set(world: World) {
    let first =
        [municipality("27210", "枚方市"), municipality("27211", "茨木市"), municipality("27212", "八尾市")];
    let mut write = world.store.begin("import").await.unwrap();
    assert_eq!(area::replace(&mut write, "areas:n03", &first, true).await.unwrap(), counts(3, 0, 0, 0));
    write.commit().await.unwrap();
    let head = outbox::head(&mut world.read().await).await.unwrap();
    let mut write = world.store.begin("import").await.unwrap();
    assert_eq!(area::replace(&mut write, "areas:n03", &first, true).await.unwrap(), counts(0, 0, 3, 0));
    assert_eq!(outbox::head(write.tx()).await.unwrap(), head, "nothing changed, nothing said");
    let second = [municipality("27210", "枚方市"), municipality("27211", "茨木市(新)")];
    assert_eq!(area::replace(&mut write, "areas:n03", &second, false).await.unwrap(), counts(0, 1, 1, 0));
    assert_eq!(area::replace(&mut write, "areas:n03", &second, true).await.unwrap(), counts(0, 0, 2, 1));
    write.commit().await.unwrap();
    let mut tx = world.read().await;
    let filter = area::Filter { parent: Some("27000".to_owned()), ..area::Filter::default() };
    let names: Vec<String> =
        area::list(&mut tx, &filter).await.unwrap().into_iter().map(|a| a.name).collect();
    assert_eq!(names, ["枚方市", "茨木市(新)"]);
    let kinds = area::Filter { kinds: vec![AreaKind::Ward], ..area::Filter::default() };
    assert!(area::list(&mut tx, &kinds).await.unwrap().is_empty());
}

async fn two_sources_of_an_area_make_one(world: World) {
    let mut named = municipality("27210", "枚方市");
    named.kana = Some("ひらかたし".to_owned());
    let mut drawn = municipality("27210", "枚方市");
    drawn.polygons = vec![vec![vec![[135.6, 34.7], [135.7, 34.7], [135.7, 34.8], [135.6, 34.7]]]];
    let mut write = world.store.begin("import").await.unwrap();
    area::replace(&mut write, "municipalities", &[named], true).await.unwrap();
    area::replace(&mut write, "areas:n03", &[drawn.clone()], true).await.unwrap();
    write.commit().await.unwrap();
    let mut tx = world.read().await;
    let found = area::find(&mut tx, "27210").await.unwrap().unwrap();
    assert_eq!((found.kana.as_deref(), &found.polygons), (Some("ひらかたし"), &drawn.polygons));
    let plain = area::by_codes(&mut tx, &["27210".to_owned(), "99999".to_owned()], false).await.unwrap();
    assert_eq!(plain.len(), 1);
    assert!(plain[0].polygons.is_empty(), "polygons only when asked for");
    assert_eq!(health::counts(&mut tx).await.unwrap().areas, 1);
    assert!(area::find(&mut tx, "99999").await.unwrap().is_none());
}

async fn towns_populations_and_features_are_replaced_where_they_differ(world: World) {
    let place = |name: &str, lat: f64| Town {
        municipality: None,
        prefecture: "大阪府".to_owned(),
        city: "枚方市".to_owned(),
        name: name.to_owned(),
        position: Some(Position { lat, lon: 135.6 }),
    };
    let persons = |age_from, persons| Population {
        area: "27210".to_owned(),
        age_from,
        age_to: (age_from < 85).then_some(age_from + 4),
        persons,
        year: 2025,
    };
    let river = |name: &str| BaseFeature {
        class: "river".to_owned(),
        name: Some(name.to_owned()),
        rank: 1,
        shape: BaseShape::Lines(vec![vec![[135.0, 34.0], [135.1, 34.1]]]),
    };
    let towns = [place("大垣内町", 34.8), place("岡東町", 34.81), place("岡東町", 34.82)];
    let mut write = world.store.begin("import").await.unwrap();
    assert_eq!(
        town::replace(&mut write, "towns", &towns).await.unwrap(),
        counts(3, 0, 0, 0),
        "one name twice"
    );
    let moved = [place("大垣内町", 34.9), place("岡東町", 34.81)];
    assert_eq!(town::replace(&mut write, "towns", &moved).await.unwrap(), counts(0, 1, 1, 1));
    let people = [persons(0, 100), persons(85, 5)];
    assert_eq!(population::replace(&mut write, "population", &people).await.unwrap(), counts(2, 0, 0, 0));
    let grown = [persons(0, 101), persons(85, 5)];
    assert_eq!(population::replace(&mut write, "population", &grown).await.unwrap(), counts(0, 1, 1, 0));
    let map = [river("淀川"), river("天野川")];
    assert_eq!(base_feature::replace(&mut write, "base", &map).await.unwrap(), counts(2, 0, 0, 0));
    assert_eq!(base_feature::replace(&mut write, "base", &map).await.unwrap(), counts(0, 0, 2, 0));
    write.commit().await.unwrap();
    let mut tx = world.read().await;
    assert_eq!(town::all(&mut tx).await.unwrap(), moved);
    let (first, _) = town::batch(&mut tx, 0, 1).await.unwrap()[0].clone();
    assert_eq!(town::batch(&mut tx, first, 10).await.unwrap().len(), 1);
    assert_eq!(population::of_area(&mut tx, "27210").await.unwrap(), grown);
    assert_eq!(base_feature::all(&mut tx).await.unwrap(), map);
}

async fn ways_are_replaced_by_where_they_begin(world: World) {
    let at = |lat: f64| Position { lat, lon: 135.648_91 };
    let office = || WayEnd::Office(OfficeNumber::parse("2771200123").unwrap());
    let first = [
        Ways { from: at(34.814_41), to: vec![(office(), 1_500), (WayEnd::Town(at(34.862)), 7_250)] },
        Ways { from: at(34.862), to: vec![(office(), 900)] },
    ];
    let mut write = world.store.begin("import").await.unwrap();
    assert_eq!(road::replace(&mut write, "roads:x", &first).await.unwrap(), counts(3, 0, 0, 0));
    let second = [Ways { from: at(34.814_41), to: vec![(office(), 1_400)] }];
    assert_eq!(road::replace(&mut write, "roads:x", &second).await.unwrap(), counts(0, 1, 0, 1));
    assert_eq!(road::replace(&mut write, "roads:x", &second).await.unwrap(), counts(0, 0, 1, 0));
    write.commit().await.unwrap();
    assert_eq!(road::all(&mut world.read().await).await.unwrap(), second);
}
