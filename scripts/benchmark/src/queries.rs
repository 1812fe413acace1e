//! A thousand mixed queries, drawn from the generated offices.

use crate::offices::{Country, Dice, WORDS};
use hoshizu_search::{Query, Sort};

/// A query and the class it belongs to.
pub struct Asked {
    pub class: &'static str,
    pub query: Query,
}

pub const CLASSES: [&str; 6] =
    ["name prefix", "two words + filter + 5 km", "common word", "rare word", "typo", "zero hit"];
const COMMON: [&str; 12] = [
    "訪問看護",
    "ケアセンター",
    "ひまわり",
    "さくら",
    "デイサービス",
    "センター",
    "居宅介護支援",
    "ステーション",
    "あおぞら",
    "グループホーム",
    "ホーム",
    "社会福祉法人",
];
/// Syllables no generated word holds in this order.
const NOISE: [&str; 12] = ["ぬ", "ぺ", "ヴォ", "ぞ", "鯨", "鰐", "ぽ", "檸檬", "みゅ", "轟", "ぎょ", "麒麟"];

/// `count` queries in equal parts of each class, mixed.
pub fn draw(country: &Country, offices: u64, count: usize) -> Vec<Asked> {
    let mut dice = Dice(42);
    (0..count).map(|at| one(country, offices, CLASSES[at % CLASSES.len()], &mut dice)).collect()
}

fn one(country: &Country, offices: u64, class: &'static str, dice: &mut Dice) -> Asked {
    let office = country.office(dice.roll(offices as usize) as u64);
    let letters: Vec<char> = office.name.chars().filter(|c| *c != ' ').collect();
    let mut query = Query::default();
    match class {
        "name prefix" => query.q = letters.iter().take(3 + dice.roll(6)).collect(),
        "two words + filter + 5 km" => {
            query.q = format!(
                "{} {}",
                dice.pick(&WORDS).0,
                dice.pick(&["ケアセンター", "ホーム", "ステーション", "中央"])
            );
            query.near = Some(office.lat_lon.unwrap_or((35.69, 139.69)));
            query.radius_m = Some(5_000.0);
            query.systems = 0b11;
            query.sort = Sort::Distance;
        }
        "common word" => query.q = (*dice.pick(&COMMON)).to_owned(),
        "rare word" => {
            query.q = match dice.roll(3) {
                0 => letters.iter().collect(),
                1 => office.organization.unwrap_or_default(),
                _ => office.address.chars().skip(3).collect(),
            }
        }
        "typo" => {
            let mut slipped = letters;
            let at = 1 + dice.roll(slipped.len().saturating_sub(2).max(1));
            match dice.roll(3) {
                0 => slipped[at] = 'ぬ',
                1 => {
                    slipped.remove(at);
                }
                _ => slipped.swap(at, at - 1),
            }
            query.q = slipped.iter().collect();
        }
        _ => {
            query.q = (0..3).map(|_| *dice.pick(&NOISE)).collect::<String>() + WORDS[dice.roll(WORDS.len())].0
        }
    }
    Asked { class, query }
}
