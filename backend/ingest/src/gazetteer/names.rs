//! Names of prefectures and municipalities: one key for their spellings.

use hoshizu_catalog::fold;

/// The prefectures in the order of their codes (JIS X 0401).
const PREFECTURES: [&str; 47] = [
    "北海道",
    "青森県",
    "岩手県",
    "宮城県",
    "秋田県",
    "山形県",
    "福島県",
    "茨城県",
    "栃木県",
    "群馬県",
    "埼玉県",
    "千葉県",
    "東京都",
    "神奈川県",
    "新潟県",
    "富山県",
    "石川県",
    "福井県",
    "山梨県",
    "長野県",
    "岐阜県",
    "静岡県",
    "愛知県",
    "三重県",
    "滋賀県",
    "京都府",
    "大阪府",
    "兵庫県",
    "奈良県",
    "和歌山県",
    "鳥取県",
    "島根県",
    "岡山県",
    "広島県",
    "山口県",
    "徳島県",
    "香川県",
    "愛媛県",
    "高知県",
    "福岡県",
    "佐賀県",
    "長崎県",
    "熊本県",
    "大分県",
    "宮崎県",
    "鹿児島県",
    "沖縄県",
];

/// Name of the prefecture with this number, 1–47.
pub fn prefecture_name(number: u32) -> Option<&'static str> {
    PREFECTURES.get((number as usize).checked_sub(1)?).copied()
}

/// Takes the prefecture off the front of an address.
pub fn split_prefecture(address: &str) -> (Option<&'static str>, &str) {
    PREFECTURES
        .iter()
        .find_map(|name| address.strip_prefix(name).map(|rest| (Some(*name), rest.trim_start())))
        .unwrap_or((None, address))
}

/// One form for the spellings of a place name. ヶ, ケ and が are written for one another in every second register
/// (鎌ケ谷市・鎌ヶ谷市).
pub(crate) fn place_key(name: &str) -> String {
    fold::text(name).chars().map(|c| if is_ke(c) { 'け' } else { c }).collect()
}

/// Keys a municipality is found by: its name, and without its 郡.
pub(crate) fn keys(name: &str) -> Vec<String> {
    let key = place_key(name);
    let short = without_county(&key).map(str::to_owned);
    std::iter::once(key).chain(short).collect()
}

/// `石狩郡当別町` → `当別町`. Cities (郡山市, 大和郡山市) and 上郡町 have no 郡 to drop.
pub(crate) fn without_county(name: &str) -> Option<&str> {
    let (county, rest) = name.split_once('郡')?;
    let is_town = rest.ends_with('町') || rest.ends_with('村');
    (!county.is_empty() && is_town && rest.chars().count() >= 2).then_some(rest)
}

/// `札幌市中央区` → `札幌市`; `None` for what is no ward of a city.
pub(crate) fn city_of_ward(name: &str) -> Option<&str> {
    let at = name.find('市')? + '市'.len_utf8();
    (name.ends_with('区') && at < name.len()).then(|| &name[..at])
}

/// Ends of what may be the name of a municipality at the front of an address, longest first. The longest official name
/// with county and ward has 13 characters; spaces between city and ward are written too.
pub(crate) fn candidates(address: &str) -> impl Iterator<Item = usize> {
    let ends: Vec<usize> = address
        .char_indices()
        .take(18)
        .filter(|(_, c)| matches!(c, '市' | '区' | '町' | '村'))
        .map(|(at, c)| at + c.len_utf8())
        .collect();
    ends.into_iter().rev()
}

/// A folded address without its 郡, which half of the sources leave out, and with ヶ/ケ/が as one.
pub(crate) fn place_of(address: &str) -> String {
    let key: String = address.chars().map(|c| if is_ke(c) { 'け' } else { c }).collect();
    let (prefecture, rest) = split_prefecture(&key);
    let county = rest.char_indices().take(6).find(|(_, c)| *c == '郡').map(|(at, c)| at + c.len_utf8());
    let without = county.filter(|end| {
        let after = &rest[*end..];
        let town = after.char_indices().take(8).find(|(_, c)| matches!(c, '町' | '村')).map(|(at, _)| at);
        *end > '郡'.len_utf8() && town.is_some_and(|at| at > 0)
    });
    format!("{}{}", prefecture.unwrap_or_default(), without.map_or(rest, |end| &rest[end..]))
}

fn is_ke(c: char) -> bool {
    matches!(c, 'ゖ' | 'ヶ' | 'ケ' | 'が')
}
