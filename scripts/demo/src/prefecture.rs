//! Names and codes of one prefecture: 星見県 as designed, or one of the invented ones that fill a large size.

use crate::{
    design::{CENTERS, MUNICIPALITIES, WARDS},
    grid::Projection,
    random::Random,
};
use hoshizu_catalog::number::MunicipalityCode;

/// A prefecture.
#[derive(Debug, Clone)]
pub struct Prefecture {
    /// Two-digit code from 48; Japan uses 01–47.
    pub code: u32,
    /// Name.
    pub name: String,
    /// Reading.
    pub kana: String,
    /// Municipalities in the order of the design: name, reading.
    pub municipalities: Vec<(String, String)>,
    /// Where it lies.
    pub projection: Projection,
    /// Seed of its land and offices.
    pub seed: u64,
}

/// Middle of 星見県: open Pacific, 200 km from the nearest real land.
const MIDDLE: (f64, f64) = (142.95, 33.55);

/// Elements of invented municipality names.
const FIRST: &[(&str, &str)] = &[
    ("暁", "あかつき"),
    ("朧", "おぼろ"),
    ("雫", "しずく"),
    ("霞", "かすみ"),
    ("宵", "よい"),
    ("澪", "みお"),
    ("汀", "みぎわ"),
    ("櫂", "かい"),
    ("帆", "ほ"),
    ("凪", "なぎ"),
    ("虹", "にじ"),
    ("鈴", "すず"),
    ("琴", "こと"),
    ("綾", "あや"),
    ("錦", "にしき"),
    ("茜", "あかね"),
    ("藍", "あい"),
    ("萌", "もえ"),
    ("蛍", "ほたる"),
    ("雁", "かり"),
    ("鴫", "しぎ"),
    ("鶯", "うぐいす"),
    ("椋", "むく"),
    ("楓", "かえで"),
];
const SECOND: &[(&str, &str)] = &[
    ("見", "み"),
    ("ヶ浜", "がはま"),
    ("ヶ原", "がはら"),
    ("乃瀬", "のせ"),
    ("乃沢", "のさわ"),
    ("ヶ岳", "がたけ"),
    ("ヶ里", "がさと"),
    ("乃宮", "のみや"),
    ("ヶ丘", "がおか"),
    ("乃津", "のつ"),
    ("乃森", "のもり"),
    ("ヶ池", "がいけ"),
];

impl Prefecture {
    /// 星見県.
    pub fn hoshimi(seed: u64) -> Self {
        Self {
            code: 48,
            name: "星見県".into(),
            kana: "ほしみけん".into(),
            municipalities: MUNICIPALITIES.iter().map(|m| (m.name.to_owned(), m.kana.to_owned())).collect(),
            projection: Projection { middle: MIDDLE },
            seed,
        }
    }

    /// The prefecture of a large size with this index; 0 is 星見県. Up to 52 (codes 48–99) lie on a grid of
    /// 8 × 7 over 24–45° N, 123–153° E; they cover real land and sea alike, which only a benchmark may do.
    pub fn numbered(seed: u64, index: u32) -> Self {
        if index == 0 {
            return Self::hoshimi(seed);
        }
        let seed = seed.wrapping_add(u64::from(index) * 0x9e37_79b9);
        let mut random = Random::new(seed, "prefecture");
        let pair = (index as usize * 7) % (FIRST.len() * SECOND.len());
        let (first, second) =
            (FIRST[pair % FIRST.len()], SECOND[(pair / FIRST.len() + index as usize) % SECOND.len()]);
        let municipalities = MUNICIPALITIES
            .iter()
            .map(|design| {
                let (a, b) = (random.pick(FIRST), random.pick(SECOND));
                let (end, end_kana) = match design.name.chars().last() {
                    Some('市') => ("市", "し"),
                    Some('村') => ("村", "むら"),
                    _ => ("町", "ちょう"),
                };
                (format!("{}{}{end}", a.0, b.0), format!("{}{}{end_kana}", a.1, b.1))
            })
            .collect();
        let (column, row) = (f64::from(index % 8), f64::from(index / 8));
        Self {
            code: 48 + index,
            name: format!("{}{}県", first.0, second.0),
            kana: format!("{}{}けん", first.1, second.1),
            municipalities,
            projection: Projection { middle: (124.5 + column * 3.85, 25.2 + row * 3.0) },
            seed,
        }
    }

    /// Code of a municipality.
    pub fn municipality_code(&self, municipality: usize) -> u32 {
        self.code * 1_000 + MUNICIPALITIES[municipality].code
    }

    /// Code of the municipality or, in the core city, of the ward a centre lies in.
    pub fn code_of(&self, center: usize) -> u32 {
        let center = &CENTERS[center];
        center.ward.map_or_else(
            || self.municipality_code(center.municipality),
            |ward| self.code * 1_000 + WARDS[ward].2,
        )
    }

    /// Name as official files have it: `宵宮市中央区`, `鰆浦町`.
    pub fn city_of(&self, center: usize) -> String {
        let center = &CENTERS[center];
        let ward = center.ward.map_or("", |ward| WARDS[ward].0);
        format!("{}{ward}", self.municipalities[center.municipality].0)
    }

    /// Name with the 郡 of towns and villages: `東星郡鰆浦町`.
    pub fn city_with_county(&self, center: usize) -> String {
        let county = MUNICIPALITIES[CENTERS[center].municipality].county.map_or("", |county| county.0);
        format!("{county}{}", self.city_of(center))
    }
}

/// Six digits with the check digit.
pub fn six_digits(code: u32) -> String {
    MunicipalityCode::from_number(code)
        .map(|code| format!("{code}{}", code.check_digit()))
        .unwrap_or_default()
}
