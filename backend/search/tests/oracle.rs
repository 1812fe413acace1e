//! Answers against brute force: the same rules, written a second time without any index.
#![allow(clippy::unwrap_used, reason = "helpers of tests stand outside #[test] functions")]

use hoshizu_catalog::{
    area::AreaKind, fold, position::Position, progress::Silent, synonyms, system::SystemSet,
    taxonomy::ServiceType,
};
use hoshizu_search::{Availability, Available, Document, Index, Place, Places, Query, Sort};
use proptest::prelude::*;
use std::{
    collections::{BTreeMap, BTreeSet},
    sync::LazyLock,
};
use uuid::Uuid;

const COUNT: u64 = 2_000;
const HEADS: [&str; 12] = [
    "ひまわり",
    "ヒマワリ",
    "さくら",
    "桜",
    "すみれ",
    "髙﨑",
    "みどり",
    "ケアプラン",
    "星見",
    "ABC",
    "訪問看護",
    "青空",
];
const TAILS: [&str; 8] = [
    "園",
    "の家",
    "訪問看護ステーション",
    "ケアセンター",
    "デイサービス",
    "",
    "２号館",
    "居宅介護支援事業所",
];
const TOWNS: [&str; 5] =
    ["中央一丁目2番3号", "北町２－１５", "本町3丁目4-5", "大字星字北12番地の3", "港南四丁目1番1号"];
const CITIES: [(u32, &str, &str); 4] = [
    (27_210, "大阪府枚方市", "枚方市"),
    (13_206, "東京都府中市", "府中市"),
    (34_208, "広島県府中市", "府中市"),
    (9_214, "栃木県さくら市", "さくら市"),
];

/// A small generator of our own (`SplitMix64`), so that the documents are the same everywhere.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        ((z ^ (z >> 31)) % sides as u64) as usize
    }

    fn pick<'a, T>(&mut self, from: &'a [T]) -> &'a T {
        &from[self.roll(from.len())]
    }
}

fn document(number: u64) -> Document {
    let mut dice = Dice(number);
    let head = *dice.pick(&HEADS);
    let (code, city, _) = *dice.pick(&CITIES);
    let types: Vec<ServiceType> = ServiceType::all().collect();
    let services: BTreeSet<u8> = (0..=dice.roll(3)).map(|_| dice.pick(&types).index()).collect();
    let systems: SystemSet = services
        .iter()
        .filter_map(|service| ServiceType::from_index(*service))
        .map(ServiceType::system)
        .collect();
    let with_position = dice.roll(10) > 0;
    Document {
        id: Uuid::from_u128(u128::from(number) * 7_919),
        name: format!("{head}{}{}", if dice.roll(3) == 0 { " " } else { "" }, dice.pick(&TAILS)),
        other_names: if dice.roll(6) == 0 {
            vec![format!("{}別館", dice.pick(&HEADS))]
        } else {
            Vec::new()
        },
        kana: (dice.roll(2) == 0)
            .then(|| dice.pick(&["ひまわりえん", "さくらのいえ", "でいさーびす"]).to_string()),
        organization: (dice.roll(4) > 0).then(|| format!("社会福祉法人 {}会", dice.pick(&HEADS))),
        organization_kana: None,
        address: format!("{city}{}", dice.pick(&TOWNS)),
        municipality: (dice.roll(20) > 0).then_some(code),
        areas: if dice.roll(3) == 0 { vec![format!("community_area:{code:05}:1")] } else { Vec::new() },
        services: services.iter().copied().collect(),
        systems: systems.0,
        kyosei: dice.roll(9) == 0,
        open: dice.roll(16) as u8,
        phones: vec![format!("07{:08}", dice.roll(100_000_000))],
        numbers: vec![format!("27{:08}", dice.roll(100_000_000))],
        lat_lon: with_position
            .then(|| (34.5 + dice.roll(10_000) as f64 * 5e-5, 135.4 + dice.roll(10_000) as f64 * 5e-5)),
        text: dice.pick(&["", "送迎あり", "ALS（筋萎縮性側索硬化症）の受入"]).to_string(),
        gone: dice.roll(15) == 0,
        strengths: (0..dice.roll(3)).map(|_| dice.pick(&["als", "sign", "young"]).to_string()).collect(),
        available: available(&mut dice, &services),
        checked: if dice.roll(3) == 0 { 0 } else { 20_000 + dice.roll(100) as i32 },
        edition: 202_503 + dice.roll(2) as u32 * 9,
        card: number.to_string().into_bytes(),
    }
}

/// Some of the services say on some day that they take people, or want to be asked.
fn available(dice: &mut Dice, services: &BTreeSet<u8>) -> Vec<Available> {
    let mut said = Vec::new();
    for service in services {
        if dice.roll(2) == 0 {
            let (consult, day) = (dice.roll(3) == 0, 20_000 + dice.roll(100) as i32);
            said.push(Available { service: *service, consult, day });
        }
    }
    said
}

fn place(code: &str, name: &str, kind: AreaKind, parent: Option<&str>) -> Place {
    Place {
        code: code.into(),
        name: name.into(),
        kana: None,
        kind,
        parent: parent.map(str::to_owned),
        center: None,
    }
}

static DOCUMENTS: LazyLock<Vec<Document>> = LazyLock::new(|| (1..=COUNT).map(document).collect());

static INDEX: LazyLock<Index> = LazyLock::new(|| {
    let index = Index::in_memory().unwrap();
    // Half by rebuild, half by change, some first wrong and some deleted: several segments with holes.
    let (first, second) = DOCUMENTS.split_at(1_200);
    let wrong =
        first.iter().map(|document| Document { name: "ひまわり違い".into(), ..document.clone() });
    let surplus = (0..50).map(|n| Document {
        id: Uuid::from_u128(n + 1),
        name: "さくら余り".into(),
        ..Document::default()
    });
    index.rebuild(wrong.take(300).chain(first[300..].to_vec()).chain(surplus), 1, &Silent).unwrap();
    let deletes: Vec<Uuid> = (0..50).map(|n| Uuid::from_u128(n + 1)).collect();
    index.apply(first[..300].to_vec(), &deletes, 2).unwrap();
    index.apply(second.to_vec(), &[], 3).unwrap();
    index.set_places(Places::new(vec![
        place("27000", "大阪府", AreaKind::Prefecture, None),
        place("27210", "枚方市", AreaKind::Municipality, Some("27000")),
        place("13206", "府中市", AreaKind::Municipality, Some("13000")),
        place("34208", "府中市", AreaKind::Municipality, Some("34000")),
        place("09214", "さくら市", AreaKind::Municipality, Some("09000")),
    ]));
    index
});

/// Folded sections, as the index keeps them.
fn sections(document: &Document) -> Vec<String> {
    let mut sections = vec![fold::text(&document.name)];
    sections.extend(document.other_names.iter().map(|name| fold::text(name)));
    sections.push(fold::reading_key(document.kana.as_deref().unwrap_or_default()));
    sections.push(fold::text(document.organization.as_deref().unwrap_or_default()));
    sections.push(fold::address(&document.address));
    sections.push(fold::text(&document.text));
    sections
}

fn forms(word: &str) -> Vec<String> {
    let folded = fold::text(word);
    let mut forms = vec![folded.clone(), fold::address(word)];
    if fold::is_kana(&folded) {
        forms.push(fold::reading_key(word));
    } else {
        forms.extend(fold::romaji_key(word));
    }
    forms.retain(|form| form.chars().count() > 1 || *form == folded);
    forms
}

fn has_text(document: &Document, word: &str) -> bool {
    let sections = sections(document);
    if fold::text(word).chars().count() == 1 {
        return sections[0].contains(&fold::text(word));
    }
    forms(word).iter().any(|form| sections.iter().any(|section| section.contains(form)))
}

fn has_in_names(document: &Document, word: &str) -> bool {
    let names = 1 + document.other_names.len();
    let mut forms = vec![fold::text(word)];
    if fold::is_kana(&forms[0]) {
        forms.push(fold::reading_key(word));
    } else {
        forms.extend(fold::romaji_key(word));
    }
    sections(document)[..names].iter().any(|name| forms.iter().any(|form| name.contains(form)))
}

fn in_place(document: &Document, word: &str) -> Option<bool> {
    let codes: &[u32] = match word {
        "枚方" | "枚方市" | "大阪" => &[27_210],
        "府中" | "府中市" => &[13_206, 34_208],
        "さくら" | "さくら市" => &[9_214],
        _ => return None,
    };
    Some(document.municipality.is_some_and(|code| codes.contains(&code)))
}

fn holds(document: &Document, word: &str, alone: bool) -> bool {
    let digits: String = word.chars().filter(char::is_ascii_digit).collect();
    if digits.len() >= 4 {
        let phone = &document.phones[0];
        return phone.starts_with(&digits)
            || phone.ends_with(&digits)
            || document.numbers[0].starts_with(&digits)
            || has_text(document, word);
    }
    if let Some(inside) = in_place(document, word) {
        return inside || (alone || word == "さくら") && has_text(document, word);
    }
    match synonyms::meaning(&fold::text(word)) {
        Some(meaning) if meaning.services.is_empty() => {
            has_text(document, word) || meaning.words.iter().any(|word| has_text(document, word))
        }
        Some(meaning) => {
            meaning.services.iter().any(|service| document.services.contains(&service.index()))
                || meaning.words.iter().any(|word| has_text(document, word))
                || has_in_names(document, word)
        }
        None => has_text(document, word),
    }
}

fn distance(document: &Document, near: (f64, f64)) -> Option<f64> {
    let at = |(lat, lon)| Position { lat, lon };
    document.lat_lon.map(|there| at(near).distance_m(at(there)))
}

fn passes(document: &Document, query: &Query) -> bool {
    let systems = SystemSet(document.systems);
    let in_circle = match (query.near, query.radius_m) {
        (Some(near), Some(radius)) => distance(document, near).is_some_and(|metres| metres <= radius),
        _ => true,
    };
    let in_box = query.bbox.is_none_or(|[west, south, east, north]| {
        document
            .lat_lon
            .is_some_and(|(lat, lon)| (west..=east).contains(&lon) && (south..=north).contains(&lat))
    });
    let in_area = query.areas.is_empty()
        || query.areas.iter().any(|area| {
            document.areas.contains(area)
                || document.municipality.is_some_and(|code| {
                    format!("{code:05}") == *area || format!("{:02}000", code / 1_000) == *area
                })
        });
    let takes_people = query.available.is_none_or(|wanted| {
        document.available.iter().any(|said| {
            (query.services == 0 || query.services & (1 << said.service) != 0)
                && (wanted.consult || !said.consult)
                && said.day >= wanted.since
        })
    });
    takes_people
        && (query.strengths.is_empty()
            || query.strengths.iter().any(|code| document.strengths.contains(code)))
        && document.checked >= query.checked_since
        && in_circle
        && in_box
        && in_area
        && (query.systems == 0 || document.systems & query.systems != 0)
        && (query.services == 0
            || document.services.iter().any(|service| query.services & (1 << service) != 0))
        && document.open & query.open == query.open
        && (!query.both_systems || systems.bridges_care_and_disability())
        && (!query.kyosei || document.kyosei)
}

fn expected(query: &Query) -> Vec<&'static Document> {
    let words: Vec<&str> = query.q.split_whitespace().collect();
    let whole = words.concat();
    DOCUMENTS
        .iter()
        .filter(|document| passes(document, query))
        .filter(|document| {
            words.iter().all(|word| holds(document, word, words.len() == 1))
                || words.len() > 1 && has_in_names(document, &whole)
        })
        .collect()
}

/// Every hit, page by page.
fn all_hits(query: &Query) -> Vec<hoshizu_search::Hit> {
    let mut hits = Vec::new();
    let mut query = Query { limit: 37, ..query.clone() };
    loop {
        let answer = INDEX.search(&query).unwrap();
        hits.extend(answer.hits.iter().cloned());
        match &answer.next_cursor {
            Some(cursor) => query.cursor = Some(cursor.clone()),
            None => return hits,
        }
    }
}

fn check(query: &Query) {
    let answer = INDEX.search(query).unwrap();
    let want = expected(query);
    if want.is_empty() {
        // Then a second pass may have taken words apart or corrected them; that is tested elsewhere.
        return;
    }
    assert_eq!(answer.total, want.len() as u64, "{query:?}");
    assert_eq!(answer.interpretation.corrected, None);
    let mut municipalities: BTreeMap<u32, u32> = BTreeMap::new();
    let mut services: BTreeMap<u8, u32> = BTreeMap::new();
    for document in &want {
        if let Some(code) = document.municipality {
            *municipalities.entry(code).or_default() += 1;
        }
        for service in &document.services {
            *services.entry(*service).or_default() += 1;
        }
    }
    assert_eq!(answer.facets.municipalities.iter().copied().collect::<BTreeMap<_, _>>(), municipalities);
    assert_eq!(answer.facets.services.iter().copied().collect::<BTreeMap<_, _>>(), services);
    assert_eq!(answer.facets.kyosei as usize, want.iter().filter(|document| document.kyosei).count());
    for (bit, count) in answer.facets.systems.iter().enumerate() {
        assert_eq!(*count as usize, want.iter().filter(|d| d.systems & (1 << bit) != 0).count());
    }
    let both = want.iter().filter(|d| SystemSet(d.systems).bridges_care_and_disability()).count();
    assert_eq!(answer.facets.both_systems as usize, both);
    let hits = all_hits(query);
    let ids: BTreeSet<Uuid> = hits.iter().map(|hit| hit.id).collect();
    assert_eq!(
        (hits.len(), &ids),
        (want.len(), &want.iter().map(|document| document.id).collect()),
        "{query:?}"
    );
    if query.sort == Sort::Distance {
        let metres: Vec<f64> = hits.iter().map(|hit| hit.distance_m.unwrap_or(f64::INFINITY)).collect();
        assert!(metres.windows(2).all(|pair| pair[0] <= pair[1] + 0.001), "{metres:?}");
    }
}

fn queries() -> impl Strategy<Value = Query> {
    let word = prop::sample::select(vec![
        "ひまわり",
        "ヒマワリ",
        "ﾋﾏﾜﾘ",
        "桜",
        "さくら",
        "sakura",
        "高崎",
        "髙﨑",
        "ケアセンター",
        "訪問看護",
        "ケアマネ",
        "デイ",
        "枚方",
        "府中市",
        "さくら市",
        "大阪",
        "中央1-2-3",
        "北町2",
        "2号館",
        "園",
        "の家",
        "ABC",
        "ａｂｃ",
        "als",
        "送迎",
        "社会福祉法人",
        "別館",
        "072",
        "2712",
        "居宅介護支援",
        "青空",
        "himawari",
        "でいさびす",
        "本町三丁目",
    ]);
    let words = prop::collection::vec(word, 0..3).prop_map(|words| words.join(" "));
    let near = prop::option::of((34.5..35.0_f64, 135.4..135.9_f64));
    let filters = (0_u8..4, 0_u8..8, any::<bool>(), any::<bool>(), 0_usize..10, 0_usize..4);
    (words, near, 500.0..30_000.0_f64, filters).prop_map(|(q, near, radius, filters)| {
        let (area, system, both, kyosei, kind, sort) = filters;
        Query {
            q,
            near,
            radius_m: near.filter(|_| kind == 1).map(|_| radius),
            bbox: (kind == 2).then_some([135.5, 34.6, 135.7, 34.9]),
            areas: match area {
                1 => vec!["27210".into(), "13000".into()],
                2 => vec!["community_area:27210:1".into()],
                _ => Vec::new(),
            },
            systems: if system < 4 { system } else { 0 },
            services: if kind == 3 || kind == 8 { 0b1111 << 3 } else { 0 },
            open: if kind == 4 { 2 } else { 0 },
            both_systems: both && kind == 5,
            kyosei: kyosei && kind == 5,
            strengths: if kind == 6 { vec!["als".into(), "young".into()] } else { Vec::new() },
            available: (kind == 7 || kind == 8).then_some(Availability { consult: both, since: 20_050 }),
            checked_since: if kind == 9 { 20_050 } else { 0 },
            sort: match (sort, near) {
                (1, Some(_)) => Sort::Distance,
                (2, _) => Sort::Name,
                (3, _) => Sort::Updated,
                _ => Sort::Relevance,
            },
            ..Query::default()
        }
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 120, ..ProptestConfig::default() })]

    #[test]
    fn total_facets_and_pages_equal_brute_force(query in queries()) {
        check(&query);
    }
}

#[test]
fn points_are_the_matches_with_a_position() {
    for q in ["", "ひまわり", "枚方 訪問看護"] {
        let query = Query { q: q.into(), bbox: Some([135.4, 34.5, 135.8, 34.9]), ..Query::default() };
        let mut found = BTreeSet::new();
        INDEX.points(&query, &mut |point| assert!(found.insert(point.id))).unwrap();
        assert_eq!(found, expected(&query).iter().map(|document| document.id).collect(), "{q}");
    }
}
