//! Addresses: prefecture and municipality completed, doubled parts removed, the building apart.

use super::{Marks, narrow};
use crate::Gazetteer;
use hoshizu_catalog::{listing::MarkKind, number::MunicipalityCode};

/// An address as a source states it, in parts.
#[derive(Debug, Clone, Copy, Default)]
pub struct AddressParts<'a> {
    /// Municipality by code where a column states it.
    pub code: Option<MunicipalityCode>,
    /// Whether the code is only the municipality that is served: what the address itself names goes before it.
    pub code_is_served: bool,
    /// 都道府県名.
    pub prefecture: &'a str,
    /// 市区町村名, ward included.
    pub city: &'a str,
    /// 住所.
    pub address: &'a str,
    /// 方書.
    pub building: &'a str,
}

/// An address after reading.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Address {
    /// Municipality or ward, `None` when it is not known.
    pub municipality: Option<MunicipalityCode>,
    /// With prefecture and municipality, building apart.
    pub whole: String,
    /// What follows the municipality, for finding the town.
    pub rest: String,
    /// 方書.
    pub building: Option<String>,
}

/// Brings an address to one form: prefecture + municipality + rest, digits and dashes of one width.
pub fn read_address(parts: AddressParts<'_>, gazetteer: &Gazetteer, marks: &mut Marks) -> Address {
    let source = parts.address.trim();
    let folded = settle(source);
    let hint = Some(parts.prefecture.trim()).filter(|name| !name.is_empty());
    let served = parts.code_is_served.then(|| gazetteer.split(&folded, hint)).flatten();
    let mut code = if served.is_some() { None } else { parts.code };
    let known = code.and_then(|code| gazetteer.municipality(code));
    let mut prefecture: String = narrow(parts.prefecture.trim());
    let mut city: String = parts.city.split_whitespace().collect();
    // WAM NET: prefecture, city and ward in one column, the address without them in another.
    let is_divided = prefecture.is_empty() && !city.is_empty();
    if is_divided && let Some((name, rest)) = gazetteer.take_prefecture(&city) {
        (prefecture, city) = (name.to_owned(), rest.to_owned());
    }
    if city.is_empty()
        && let Some(known) = known
    {
        prefecture.clone_from(&known.prefecture);
        city.clone_from(&known.name);
    }
    code = code.or_else(|| find(gazetteer, &prefecture, &city));
    if city.is_empty() {
        let hint = Some(prefecture.as_str()).filter(|p| !p.is_empty());
        if let Some((found, rest)) = gazetteer.split(&folded, hint) {
            code = Some(found);
            let found = gazetteer.municipality(found);
            let written = folded[..folded.len() - rest.len()].to_owned();
            if let Some(found) = found {
                prefecture.clone_from(&found.prefecture);
            }
            // The spelling of the source stays (釜石市 / 上閉伊郡大槌町): only a prefecture is put before it.
            written.strip_prefix(prefecture.as_str()).unwrap_or(&written).trim().clone_into(&mut city);
        }
    }
    let mut kinds = Kinds::default();
    let (county, rest) = strip(&folded, &prefecture, &city, &mut kinds);
    let (rest, building) = split_building(rest, parts.building.trim(), &mut kinds);
    code = code.map(|code| ward_of(gazetteer, code, &prefecture, &city, rest));
    let whole = format!("{prefecture}{county}{city}{rest}");
    if kinds.doubled {
        marks.add("address", MarkKind::Deduplicated, source);
    }
    let is_placed = !(prefecture.is_empty() && city.is_empty());
    if is_placed && !(kinds.complete || is_divided || folded.is_empty()) {
        marks.add("address", MarkKind::Completed, source);
    }
    if folded != source {
        marks.add("address", MarkKind::Folded, source);
    }
    super::text::flag_losses(source, "address", marks);
    if code.is_none() {
        let stated = if source.is_empty() { parts.city } else { source };
        marks.add("municipality", MarkKind::UnknownMunicipality, stated);
    }
    Address { municipality: code, whole, rest: rest.to_owned(), building }
}

/// The ward an address names behind its city, where the code is the city's (横浜市 + 中区日本大通).
fn ward_of(
    gazetteer: &Gazetteer,
    code: MunicipalityCode,
    prefecture: &str,
    city: &str,
    rest: &str,
) -> MunicipalityCode {
    let ward = rest
        .find('区')
        .filter(|at| city.ends_with('市') && *at <= 15)
        .map(|at| &rest[..at + '区'.len_utf8()]);
    ward.and_then(|ward| gazetteer.find(prefecture, &format!("{city}{ward}"))).unwrap_or(code)
}

fn find(gazetteer: &Gazetteer, prefecture: &str, city: &str) -> Option<MunicipalityCode> {
    if city.is_empty() {
        return None;
    }
    if prefecture.is_empty() { gazetteer.find_unambiguous(city) } else { gazetteer.find(prefecture, city) }
}

#[derive(Debug, Default)]
struct Kinds {
    /// The source wrote prefecture and municipality.
    complete: bool,
    /// Something stood twice.
    doubled: bool,
}

/// Takes prefecture and municipality off the front, however often and in whatever parts they stand there:
/// `北海道札幌市札幌市中央区南3条…`, `札幌市中央区南16条…`, `中央区南16条…`.
///
/// Gives the 郡 the address states where the column of the municipality leaves it out, and the rest.
fn strip<'a>(address: &'a str, prefecture: &str, city: &str, kinds: &mut Kinds) -> (&'a str, &'a str) {
    let mut rest = address.trim_start();
    let mut stated_county = "";
    let (mut had_prefecture, mut had_city) = (prefecture.is_empty(), city.is_empty());
    if let Some(after) = strip_name(rest, prefecture) {
        (rest, had_prefecture) = (after, true);
        if let Some(again) = strip_name(rest, prefecture) {
            (rest, kinds.doubled) = (again, true);
        }
    }
    let (parent, ward) = match crate::gazetteer::city_of_ward(city) {
        Some(parent) => (parent, &city[parent.len()..]),
        None => ("", ""),
    };
    let county = city.find('郡').map_or("", |at| &city[at + '郡'.len_utf8()..]);
    let county = if county.ends_with(['町', '村']) { county } else { "" };
    loop {
        if let Some(after) = strip_name(rest, city) {
            kinds.doubled |= had_city && !city.is_empty();
            (rest, had_city) = (after, true);
        } else if let Some(after) =
            strip_name(rest, parent).filter(|after| strip_name(after, city).is_some() || is_ward(after, ward))
        {
            // The city before its own full name, or before its ward after the full name was read.
            kinds.doubled |= strip_name(after, city).is_some() || had_city;
            rest = after;
        } else if !had_city && is_ward(rest, ward) {
            return ("", strip_name(rest, ward).unwrap_or(rest));
        } else if !had_city && let Some(after) = strip_name(rest, county) {
            return ("", after);
        } else if let Some((name, after)) = strip_county(rest, city) {
            kinds.doubled |= had_city && !city.is_empty();
            (stated_county, rest, had_city) = (name, after, true);
        } else {
            break;
        }
    }
    kinds.complete = had_prefecture && had_city;
    (stated_county, rest)
}

/// `伊予郡砥部町宮内` for the town 砥部町 → (`伊予郡`, `宮内`).
fn strip_county<'a>(text: &'a str, city: &str) -> Option<(&'a str, &'a str)> {
    if !city.ends_with(['町', '村']) {
        return None;
    }
    let end = text.char_indices().take(6).find(|(_, c)| *c == '郡').map(|(at, c)| at + c.len_utf8())?;
    strip_name(&text[end..], city).map(|rest| (&text[..end], rest))
}

fn is_ward(text: &str, ward: &str) -> bool {
    strip_name(text, ward).is_some()
}

/// Strips a place name, blanks and ヶ/ケ/が notwithstanding. `None` when the text does not begin with it.
fn strip_name<'a>(text: &'a str, name: &str) -> Option<&'a str> {
    if name.is_empty() {
        return None;
    }
    let same = |a: char, b: char| a == b || (is_ke(a) && is_ke(b));
    let mut left = text.char_indices().filter(|(_, c)| !c.is_whitespace());
    let mut end = 0;
    for wanted in name.chars() {
        let (at, c) = left.next()?;
        if !same(c, wanted) {
            return None;
        }
        end = at + c.len_utf8();
    }
    Some(text[end..].trim_start())
}

fn is_ke(c: char) -> bool {
    matches!(c, 'ヶ' | 'ケ' | 'が' | 'ガ' | 'ｹ')
}

/// Sets the building apart: removed from the end of the address when 方書 repeats it.
fn split_building<'a>(rest: &'a str, building: &str, kinds: &mut Kinds) -> (&'a str, Option<String>) {
    let building = settle(building);
    if building.is_empty() || building.chars().all(|c| matches!(c, '-' | 'ー')) || building == "なし" {
        return (rest.trim_end(), None);
    }
    let without = strip_end(rest, &building).filter(|left| !left.is_empty());
    kinds.doubled |= without.is_some();
    (without.unwrap_or(rest).trim_end(), Some(building))
}

/// `text` without `end` at its end, blanks notwithstanding.
fn strip_end<'a>(text: &'a str, end: &str) -> Option<&'a str> {
    let mut left = text.char_indices().rev().filter(|(_, c)| !c.is_whitespace());
    let mut at = text.len();
    for wanted in end.chars().rev().filter(|c| !c.is_whitespace()) {
        let (index, c) = left.next()?;
        if c != wanted {
            return None;
        }
        at = index;
    }
    Some(text[..at].trim_end())
}

/// Digits, Latin letters and brackets of half width; every dash between digits a hyphen; blanks single.
pub(crate) fn settle(text: &str) -> String {
    let narrow = narrow(text);
    let chars: Vec<char> = narrow.chars().filter(|c| !matches!(c, '\u{200b}' | '\u{feff}')).collect();
    let mut out = String::with_capacity(narrow.len());
    for (at, c) in chars.iter().copied().enumerate() {
        if c.is_whitespace() {
            if !out.ends_with(' ') && !out.is_empty() {
                out.push(' ');
            }
            continue;
        }
        // ー is a long vowel in ビラー101 and a dash in 1ー2.
        let after_digit = at > 0 && chars[at - 1].is_ascii_digit();
        let before_digit = chars.get(at + 1).is_some_and(char::is_ascii_digit);
        let is_dash =
            matches!(c, '‐' | '‑' | '‒' | '–' | '—' | '―' | '−' | 'ー' | 'ｰ' | '─' | '━' | '~' | '〜');
        out.push(if is_dash && after_digit && before_digit { '-' } else { c });
    }
    out.trim().to_owned()
}

/// A postal code of seven digits; what holds digits and is none is set aside with a mark.
pub(crate) fn read_postal_code(value: &str, marks: &mut Marks) -> Option<String> {
    let digits: String = narrow(value).chars().filter(char::is_ascii_digit).collect();
    if digits.len() == 7 {
        return Some(digits);
    }
    if !digits.is_empty() {
        marks.add("postal_code", MarkKind::Unusable, value);
    }
    None
}
