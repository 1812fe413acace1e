//! Names of towns: two elements with their readings, as most 大字 and 町 are made.

use crate::{
    design::{CENTERS, Km},
    grid,
    random::Random,
    settlement::Town,
};
use std::collections::BTreeSet;

/// First elements with their reading.
#[rustfmt::skip]
const FIRST: &[(&str, &str)] = &[
    ("松", "まつ"), ("杉", "すぎ"), ("竹", "たけ"), ("梅", "うめ"), ("桜", "さくら"), ("柳", "やなぎ"), ("藤", "ふじ"), ("桐", "きり"),
    ("栗", "くり"), ("柿", "かき"), ("萩", "はぎ"), ("菊", "きく"), ("葦", "あし"), ("鶴", "つる"), ("鷺", "さぎ"), ("鷹", "たか"),
    ("雁", "かり"), ("石", "いし"), ("岩", "いわ"), ("清水", "しみず"), ("泉", "いずみ"), ("大", "おお"), ("小", "お"), ("上", "かみ"),
    ("下", "しも"), ("中", "なか"), ("西", "にし"), ("東", "ひがし"), ("北", "きた"), ("南", "みなみ"), ("新", "にい"), ("古", "ふる"),
    ("白", "しら"), ("黒", "くろ"), ("青", "あお"), ("赤", "あか"), ("高", "たか"), ("深", "ふか"), ("浅", "あさ"), ("長", "なが"),
    ("早", "はや"), ("遠", "とお"), ("宵", "よい"), ("月", "つき"), ("星", "ほし"), ("雲", "くも"), ("霞", "かすみ"), ("朝", "あさ"),
    ("夕", "ゆう"), ("鍛冶", "かじ"), ("塩", "しお"), ("糸", "いと"), ("鐘", "かね"), ("弓", "ゆみ"), ("稲", "いな"), ("麻", "あさ"),
    ("茅", "かや"), ("蓮", "はす"), ("榎", "えのき"), ("椿", "つばき"), ("若", "わか"), ("福", "ふく"), ("吉", "よし"), ("三ツ", "みつ"),
];

/// Second elements with their reading; the second reading is the voiced one most names take.
#[rustfmt::skip]
const SECOND: &[(&str, &str)] = &[
    ("田", "だ"), ("川", "かわ"), ("山", "やま"), ("野", "の"), ("原", "はら"), ("沢", "さわ"), ("谷", "たに"), ("坂", "さか"),
    ("浜", "はま"), ("浦", "うら"), ("島", "しま"), ("崎", "さき"), ("木", "き"), ("森", "もり"), ("池", "いけ"), ("津", "つ"),
    ("尾", "お"), ("瀬", "せ"), ("岡", "おか"), ("井", "い"), ("里", "さと"), ("塚", "つか"), ("橋", "はし"), ("宮", "みや"),
    ("口", "ぐち"), ("平", "だいら"), ("堀", "ほり"), ("窪", "くぼ"), ("根", "ね"), ("内", "うち"), ("屋敷", "やしき"), ("垣内", "がいと"),
];

/// Whole names of the old middle of a town.
#[rustfmt::skip]
const TOWN_NAMES: &[(&str, &str)] = &[
    ("本", "ほん"), ("栄", "さかえ"), ("旭", "あさひ"), ("元", "もと"), ("幸", "さいわい"), ("末広", "すえひろ"), ("弥生", "やよい"),
    ("千歳", "ちとせ"), ("緑", "みどり"), ("花園", "はなぞの"), ("呉服", "ごふく"), ("紺屋", "こんや"), ("大工", "だいく"), ("魚", "うお"),
    ("寺", "てら"), ("八幡", "はちまん"), ("天神", "てんじん"), ("昭和", "しょうわ"), ("寿", "ことぶき"), ("錦", "にしき"),
];

const NUMERALS: [&str; 6] = ["一", "二", "三", "四", "五", "六"];

/// Gives names that no two towns of a municipality share.
pub struct Namer {
    random: Random,
    used: BTreeSet<(usize, String)>,
}

impl Namer {
    /// Names of one seed.
    pub fn new(seed: u64) -> Self {
        Self { random: Random::new(seed, "place names"), used: BTreeSet::new() }
    }

    /// Names towns given by centre, point and people of their cell: crowded neighbours become 丁目 of one name.
    pub fn name_all(&mut self, places: &[(usize, Km, f64)]) -> Vec<Town> {
        let mut towns: Vec<Option<Town>> = vec![None; places.len()];
        for index in 0..places.len() {
            if towns[index].is_some() {
                continue;
            }
            let (center, at, crowd) = places[index];
            let city = CENTERS[center].municipality < 3;
            let blocks = city && crowd > 70.0;
            let (stem, kana) = self.stem(center, index == 0 || places[index - 1].0 != center, crowd);
            if !blocks {
                let name = if city && crowd < 30.0 { format!("大字{stem}") } else { stem.clone() };
                towns[index] = Some(Town { name, stem, kana, center, at, people: 0.0, blocks });
                continue;
            }
            let mut near: Vec<(f64, usize)> = (0..places.len())
                .filter(|other| *other != index && towns[*other].is_none())
                .filter(|other| places[*other].0 == center && places[*other].2 > 70.0)
                .map(|other| (grid::distance(at, places[other].1), other))
                .filter(|(far, _)| *far < 1.5)
                .collect();
            near.sort_by(|a, b| a.0.total_cmp(&b.0).then(a.1.cmp(&b.1)));
            let parts = 1 + self.random.below(NUMERALS.len()).min(near.len());
            let members = std::iter::once(index).chain(near.into_iter().map(|(_, other)| other)).take(parts);
            for (number, member) in members.enumerate() {
                let name = if parts == 1 {
                    format!("{stem}町")
                } else {
                    format!("{stem}町{}丁目", NUMERALS[number])
                };
                let town = Town {
                    name,
                    stem: stem.clone(),
                    kana: kana.clone(),
                    center,
                    at: places[member].1,
                    people: 0.0,
                    blocks,
                };
                towns[member] = Some(town);
            }
        }
        towns.into_iter().flatten().collect()
    }

    fn stem(&mut self, center: usize, first: bool, crowd: f64) -> (String, String) {
        let municipality = CENTERS[center].municipality;
        if first {
            let stem = CENTERS[center].name.trim_end_matches('町').to_owned();
            if self.used.insert((municipality, stem.clone())) {
                return (stem, CENTERS[center].kana.trim_end_matches("まち").to_owned());
            }
        }
        loop {
            let (name, kana) = if crowd > 90.0 && self.random.chance(0.3) {
                let (name, kana) = self.random.pick(TOWN_NAMES);
                ((*name).to_owned(), (*kana).to_owned())
            } else {
                let (first, second) = (self.random.pick(FIRST), self.random.pick(SECOND));
                (format!("{}{}", first.0, second.0), format!("{}{}", first.1, second.1))
            };
            if self.used.insert((municipality, name.clone())) {
                return (name, kana);
            }
        }
    }
}
