//! Which stretches of a hit's fields the words of the query match, computed for the page only.

use crate::{query::plan::Plan, schema::Stored};
use hoshizu_catalog::fold;

/// Stretches of one field as UTF-16 offsets `[from, to)`.
type Stretches = Vec<(u32, u32)>;

/// Longest stretch of an address, in characters, tried against an address needle.
const ADDRESS_WINDOW: usize = 60;

/// The highlights of one hit, fields without any left out.
pub(crate) fn highlights(stored: &Stored<'_>, plan: &Plan) -> Vec<(&'static str, Stretches)> {
    let needles: Vec<Vec<char>> = plan
        .words()
        .flat_map(|word| &word.needles)
        .map(|needle| needle.text.chars().collect())
        .filter(|needle: &Vec<char>| !needle.is_empty())
        .collect();
    if needles.is_empty() {
        return Vec::new();
    }
    let fields = [
        ("name", in_text(stored.name, &needles)),
        ("kana", in_reading(stored.kana, &needles)),
        ("organization", in_text(stored.organization, &needles)),
        ("address", in_address(stored.address, &needles)),
    ];
    fields.into_iter().filter(|(_, stretches)| !stretches.is_empty()).collect()
}

fn in_text(source: &str, needles: &[Vec<char>]) -> Stretches {
    if source.is_empty() {
        return Vec::new();
    }
    let (characters, ranges) = fold::text_with_offsets(source);
    utf16(source, found(&characters, &ranges, needles))
}

/// Byte stretches of every occurrence of every needle.
fn found(characters: &[char], ranges: &[(u32, u32)], needles: &[Vec<char>]) -> Stretches {
    let mut stretches = Vec::new();
    for needle in needles {
        for (at, window) in characters.windows(needle.len()).enumerate() {
            if window == needle.as_slice() {
                stretches.push((ranges[at].0, ranges[at + needle.len() - 1].1));
            }
        }
    }
    stretches
}

/// Readings are kept as loose keys; the key of a beginning begins the key, so each character's share of the key is
/// what it adds to the key of what stands before it.
fn in_reading(source: &str, needles: &[Vec<char>]) -> Stretches {
    let key: Vec<char> = fold::reading_key(source).chars().collect();
    if !needles.iter().any(|needle| key.windows(needle.len()).any(|window| window == needle.as_slice())) {
        return Vec::new();
    }
    let mut ranges = Vec::with_capacity(key.len());
    for (at, c) in source.char_indices() {
        let end = at + c.len_utf8();
        let share = fold::reading_key(&source[..end]).chars().count().saturating_sub(ranges.len());
        ranges.extend(std::iter::repeat_n((at as u32, end as u32), share));
    }
    ranges.truncate(key.len());
    let key = &key[..ranges.len()];
    utf16(source, found(key, &ranges, needles))
}

/// Addresses match in their address form (一丁目2番3号 → 1-2-3), which has no offsets: the shortest stretch whose own
/// address form is the needle is what matched.
fn in_address(source: &str, needles: &[Vec<char>]) -> Stretches {
    let plain = in_text(source, needles);
    if !plain.is_empty() || source.is_empty() {
        return plain;
    }
    let form: Vec<char> = fold::address(source).chars().collect();
    let (characters, _) = fold::text_with_offsets(source);
    let starts: Vec<usize> = source.char_indices().map(|(at, _)| at).collect();
    let mut stretches = Vec::new();
    for needle in needles {
        let held = form.windows(needle.len()).any(|window| window == needle.as_slice());
        if held && characters.contains(&needle[0]) {
            let wanted: String = needle.iter().collect();
            stretches.extend(address_stretch(source, &starts, needle[0], &wanted));
        }
    }
    utf16(source, stretches)
}

fn address_stretch(source: &str, starts: &[usize], first: char, wanted: &str) -> Option<(u32, u32)> {
    let begins = |at: &usize| fold::text(&source[*at..]).starts_with(first);
    for from in starts.iter().filter(|at| begins(at)) {
        let ends = starts.iter().copied().chain([source.len()]).filter(|to| to > from).take(ADDRESS_WINDOW);
        for to in ends {
            if fold::address(&source[*from..to]) == wanted {
                return Some((*from as u32, to as u32));
            }
        }
    }
    None
}

/// Byte stretches joined where they touch, as UTF-16 offsets.
fn utf16(source: &str, mut stretches: Stretches) -> Stretches {
    if stretches.is_empty() {
        return stretches;
    }
    stretches.sort_unstable();
    let mut joined: Stretches = Vec::with_capacity(stretches.len());
    for (from, to) in stretches {
        match joined.last_mut() {
            Some((_, end)) if from <= *end => *end = (*end).max(to),
            _ => joined.push((from, to)),
        }
    }
    let units = |to: u32| source.get(..to as usize).map_or(0, |head| head.encode_utf16().count() as u32);
    joined.into_iter().map(|(from, to)| (units(from), units(to))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        places::Places,
        query::interpret::{Reading, interpret},
    };

    fn marked(q: &str, name: &str, kana: &str, address: &str) -> Vec<(&'static str, Vec<String>)> {
        let stored = Stored { name, kana, organization: "", address, card: b"" };
        let plan = interpret(q, &Places::default(), Reading { no_services: true, ..Reading::default() });
        let slice = |source: &str, (from, to): (u32, u32)| {
            let units: Vec<u16> = source.encode_utf16().collect();
            String::from_utf16(&units[from as usize..to as usize]).unwrap()
        };
        highlights(&stored, &plan)
            .into_iter()
            .map(|(field, stretches)| {
                let source = match field {
                    "name" => name,
                    "kana" => kana,
                    _ => address,
                };
                (field, stretches.into_iter().map(|stretch| slice(source, stretch)).collect())
            })
            .collect()
    }

    #[test]
    fn what_matches_is_marked_in_the_spelling_of_the_card() {
        assert_eq!(marked("ひまわり", "𠮷野ヒマワリ園", "", ""), [("name", vec!["ヒマワリ".to_owned()])]);
        assert_eq!(marked("髙崎", "ｹｱ高﨑", "", ""), [("name", vec!["高﨑".to_owned()])]);
    }

    #[test]
    fn a_loose_reading_marks_the_long_vowel_too() {
        let marked = marked("deisabisu", "デイサービスA", "でいさーびすえー", "");
        assert_eq!(marked, [("kana", vec!["でいさーびす".to_owned()])]);
    }

    #[test]
    fn an_address_is_marked_whatever_its_numerals() {
        let marked = marked("中央1-2-3", "a", "", "星見県星見市中央一丁目2番3号");
        assert_eq!(marked, [("address", vec!["中央一丁目2番3".to_owned()])]);
    }

    #[test]
    fn stretches_that_touch_are_one() {
        assert_eq!(utf16("abcdef", vec![(2, 4), (0, 2), (5, 6)]), [(0, 4), (5, 6)]);
    }
}
