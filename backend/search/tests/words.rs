//! What people type, and what they must find.
#![allow(clippy::unwrap_used, reason = "helpers of tests stand outside #[test] functions")]

use hoshizu_catalog::{
    area::AreaKind::{self, Municipality, Prefecture},
    progress::Silent,
    taxonomy::ServiceType,
};
use hoshizu_search::{Answer, Document, Index, Place, Places, Query, Reason, Sort, SuggestionKind};
use std::sync::{Arc, LazyLock};
use uuid::Uuid;

fn office(number: u128, name: &str, kana: &str, address: &str, municipality: u32, service: &str) -> Document {
    let service = ServiceType::from_code(service).unwrap();
    Document {
        id: Uuid::from_u128(number),
        name: name.into(),
        kana: Some(kana.into()),
        organization: Some("社会福祉法人 星の会".into()),
        address: address.into(),
        municipality: Some(municipality),
        services: vec![service.index()],
        systems: 1 << service.system() as u8,
        phones: vec![format!("072-841-{number:04}")],
        numbers: vec![format!("27701{number:05}")],
        lat_lon: Some((34.8 + number as f64 * 0.01, 135.6)),
        edition: 202_512,
        card: name.as_bytes().to_vec(),
        ..Document::default()
    }
}

static INDEX: LazyLock<Index> = LazyLock::new(|| {
    let index = Index::in_memory().unwrap();
    let offices = vec![
        office(
            1,
            "訪問看護ステーション ひまわり",
            "ホウモンカンゴステーションヒマワリ",
            "大阪府枚方市中央一丁目2番3号",
            27_210,
            "care-130",
        ),
        office(2, "ひまわり", "ひまわり", "大阪府交野市北町5", 27_230, "care-430"),
        office(
            3,
            "枚方ケアプランセンター",
            "ひらかたけあぷらんせんたー",
            "大阪府交野市南町1-1",
            27_230,
            "care-430",
        ),
        office(4, "さくら園", "さくらえん", "大阪府枚方市本町3", 27_210, "care-430"),
        office(5, "櫻の里", "さくらのさと", "栃木県さくら市氏家4", 9_214, "care-130"),
        office(6, "ケアホーム髙﨑", "けあほーむたかさき", "東京都府中市6丁目6-6", 13_206, "disability-52"),
        office(7, "すみれ訪問看護", "すみれほうもんかんご", "広島県府中市7番地の7", 34_208, "care-130"),
        office(8, "デイ・サービス つばさ", "でいさーびすつばさ", "東京都府中市8-8", 13_206, "care-150"),
    ];
    index.rebuild(offices.into_iter(), 1, &Silent).unwrap();
    let place = |code: &str, name: &str, kana: &str, kind: AreaKind, parent: Option<&str>, center| Place {
        code: code.into(),
        name: name.into(),
        kana: Some(kana.into()),
        kind,
        parent: parent.map(str::to_owned),
        center,
    };
    index.set_places(Places::new(vec![
        place("27000", "大阪府", "おおさかふ", Prefecture, None, None),
        place("27210", "枚方市", "ひらかたし", Municipality, Some("27000"), Some((34.81, 135.65))),
        place("27230", "交野市", "かたのし", Municipality, Some("27000"), None),
        place("09214", "さくら市", "さくらし", Municipality, None, None),
        place("13206", "府中市", "ふちゅうし", Municipality, None, None),
        place("34208", "府中市", "ふちゅうし", Municipality, None, None),
    ]));
    index
});

fn ask(q: &str) -> Arc<Answer> {
    INDEX.search(&Query { q: q.into(), ..Query::default() }).unwrap()
}

/// Numbers of the offices found, best first.
fn found(q: &str) -> Vec<u128> {
    ask(q).hits.iter().map(|hit| hit.id.as_u128()).collect()
}

#[test]
fn every_spelling_of_a_name_finds_it_first() {
    for (q, want) in [
        ("訪問看護ステーションひまわり", 1),
        ("訪問看護ステーション ひまわり", 1),
        ("ﾃﾞｲｻｰﾋﾞｽ", 8),
        ("でいさーびすつばさ", 8),
        ("高崎", 6),
        ("髙﨑", 6),
        ("桜の里", 5),
        ("himawari", 2),
        ("sakuraen", 4),
        ("さくらえん", 4),
        ("ｻｸﾗｴﾝ", 4),
        ("SUMIRE", 7),
    ] {
        assert_eq!(found(q).first(), Some(&want), "{q}");
    }
}

#[test]
fn numbers_telephones_and_addresses_are_found_in_any_spelling() {
    for (q, want) in [
        ("2770100004", 4),
        ("072-841-0006", 6),
        ("０７２（８４１）０００６", 6),
        ("072 841 0006", 6),
        ("0006", 6),
        ("+81-72-841-0006", 6),
        ("枚方市中央1-2-3", 1),
        ("中央１丁目２−３", 1),
        ("府中市七番地の7", 7),
    ] {
        assert_eq!(found(q).first(), Some(&want), "{q}");
    }
}

#[test]
fn a_name_that_is_the_word_comes_before_one_that_begins_with_it_or_holds_it() {
    assert_eq!(found("ひまわり"), [2, 1]);
}

#[test]
fn a_place_and_a_service_filter() {
    for q in [
        "枚方 訪問看護",
        "枚方訪問看護",
        "枚方市の訪問看護",
        "訪問看護枚方",
        "枚方市 訪看",
        "ひらかた 訪問看護",
    ] {
        let answer = ask(q);
        let ids: Vec<u128> = answer.hits.iter().map(|hit| hit.id.as_u128()).collect();
        assert_eq!(ids, [1], "{q}");
        assert_eq!(answer.interpretation.places[0].code, "27210", "{q}");
        assert!(!answer.interpretation.services.is_empty(), "{q}");
    }
    let service = ServiceType::from_code("care-130").unwrap();
    assert_eq!(ask("訪問看護").interpretation.services, [service.index()]);
    assert_eq!(found("ケアマネ").len(), 3);
}

#[test]
fn a_place_alone_finds_its_offices_and_names_that_hold_it_first() {
    let ids = found("枚方");
    assert_eq!(ids[0], 3, "the name that begins with it, though it stands elsewhere");
    assert!(ids.contains(&1) && ids.contains(&4));
    assert_eq!(ids.len(), 3);
}

#[test]
fn a_place_of_two_cities_means_both() {
    let answer = ask("府中");
    assert_eq!((answer.total, answer.interpretation.places.len()), (3, 2));
}

#[test]
fn kana_that_names_a_city_still_finds_names() {
    assert_eq!(found("さくら"), [4, 5]);
    assert_eq!(found("さくら 居宅介護支援"), [4]);
}

#[test]
fn a_glued_name_matches_the_name_and_a_reversed_one_is_taken_apart() {
    assert_eq!(found("すみれ訪問看護"), [7]);
    assert_eq!(found("ひまわり訪問看護"), [1], "service ひまわり by name");
    assert_eq!(found("枚方ひまわり"), [1]);
}

#[test]
fn a_slip_is_corrected_and_said() {
    let answer = ask("ひまはり");
    assert_eq!(answer.interpretation.corrected.as_deref(), Some("ひまわり"));
    assert_eq!(answer.hits[0].id.as_u128(), 2);
    let answer = ask("枚方市 ひまぬり");
    assert_eq!(answer.hits.len(), 1);
    assert!(ask("鯨鰐麒麟檸檬").interpretation.corrected.is_none());
}

#[test]
fn an_empty_answer_offers_what_is_wider() {
    let answer = ask("交野市 訪問看護");
    assert_eq!(answer.total, 0);
    let reasons: Vec<Reason> = answer.alternatives.iter().map(|wider| wider.reason).collect();
    assert_eq!(reasons, [Reason::WithoutPlace, Reason::WithoutService]);
    let place = &answer.alternatives[0];
    assert_eq!((place.q.as_deref(), place.total), (Some("訪問看護"), 3));
    let both = ask("ケアマネ 通所介護");
    assert_eq!(both.total, 0, "no office here is both");
    let wider: Vec<_> = both.alternatives.iter().map(|wider| (wider.reason, wider.q.as_deref())).collect();
    assert_eq!(wider, [(Reason::FewerWords, Some("ケアマネ")), (Reason::FewerWords, Some("通所介護"))]);
    let near = Query {
        near: Some((43.0, 141.0)),
        radius_m: Some(1_000.0),
        q: "ひまわり".into(),
        ..Query::default()
    };
    let answer = INDEX.search(&near).unwrap();
    assert_eq!(answer.alternatives.last().map(|wider| wider.drop.clone()), Some(vec!["radius_m"]));
    let kyosei = Query { kyosei: true, ..Query::default() };
    assert_eq!(INDEX.search(&kyosei).unwrap().alternatives[0].reason, Reason::WithoutFilters);
}

#[test]
fn the_nearer_comes_first_when_a_point_is_given() {
    let query = Query { near: Some((34.9, 135.6)), sort: Sort::Distance, ..Query::default() };
    let answer = INDEX.search(&query).unwrap();
    assert_eq!(answer.hits[0].id.as_u128(), 8);
    assert!(answer.hits.windows(2).all(|pair| pair[0].distance_m <= pair[1].distance_m));
    let equal = Query { near: Some((34.87, 135.6)), q: "訪問看護 ".into(), ..Query::default() };
    assert!(INDEX.search(&equal).unwrap().hits[0].distance_m.is_some());
    let no_point = Query { sort: Sort::Distance, ..Query::default() };
    assert!(INDEX.search(&no_point).is_err());
}

#[test]
fn what_cannot_be_asked_is_refused() {
    for query in [
        Query { near: Some((f64::NAN, 0.0)), ..Query::default() },
        Query { near: Some((34.0, 135.0)), radius_m: Some(-1.0), ..Query::default() },
        Query { bbox: Some([10.0, 0.0, -10.0, 5.0]), ..Query::default() },
        Query { cursor: Some("x".into()), ..Query::default() },
        Query { radius_m: Some(5.0), ..Query::default() },
    ] {
        assert!(INDEX.search(&query).is_err(), "{query:?}");
    }
}

#[test]
fn suggestions_complete_names_readings_services_and_areas() {
    let labels = |q: &str| -> Vec<(SuggestionKind, String)> {
        INDEX.suggest(q, 8).unwrap().into_iter().map(|s| (s.kind, s.label)).collect()
    };
    assert!(labels("枚").contains(&(SuggestionKind::Area, "枚方市".into())));
    assert!(labels("ひらか").contains(&(SuggestionKind::Area, "枚方市".into())));
    assert!(labels("訪問か").iter().all(|(_, label)| label != "訪問看護"));
    assert!(labels("訪問看").contains(&(SuggestionKind::Service, "訪問看護".into())));
    assert!(labels("ひま").contains(&(SuggestionKind::Office, "ひまわり".into())));
    assert!(labels("himaw").contains(&(SuggestionKind::Office, "ひまわり".into())));
    assert!(labels("社会福祉法人").contains(&(SuggestionKind::Organization, "社会福祉法人 星の会".into())));
    assert!(
        labels("つばさ").contains(&(SuggestionKind::Office, "デイ・サービス つばさ".into())),
        "inside a name"
    );
    assert!(labels("").is_empty());
}

#[test]
fn highlights_point_into_the_card() {
    let answer = ask("高崎");
    assert_eq!(answer.hits[0].highlights, [("name", vec![(5, 7)])]);
}
