//! Areas by the words people use for them.

use hoshizu_catalog::{area::AreaKind, fold};
use std::collections::{HashMap, HashSet};

/// An area that words of a query may name.
#[derive(Debug, Clone, PartialEq)]
pub struct Place {
    /// Code: 5 digits for prefectures (`27000`), municipalities and wards.
    pub code: String,
    /// Name as written (`枚方市`, `札幌市中央区`).
    pub name: String,
    /// Reading.
    pub kana: Option<String>,
    /// What it is.
    pub kind: AreaKind,
    /// Code of the area it lies in.
    pub parent: Option<String>,
    /// Latitude and longitude of its middle.
    pub center: Option<(f64, f64)>,
}

/// All areas, by word and by code.
#[derive(Debug, Default)]
pub struct Places {
    all: Vec<Place>,
    by_code: HashMap<String, usize>,
    children: HashMap<String, Vec<usize>>,
    words: HashMap<String, Vec<(usize, Spelling)>>,
    /// Characters of the longest word.
    longest: usize,
}

/// How sure a word names a place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Spelling {
    /// With its 都道府県市区町村.
    Full,
    /// Without it, in the characters of its name.
    Short,
    /// In kana, where the name is also an everyday word more often than not (さくら, みどり).
    Kana,
}

/// Which documents lie in an area.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Extent {
    /// Municipality and ward codes.
    pub municipalities: HashSet<u32>,
    /// Prefectures (first two digits of the code).
    pub prefectures: HashSet<u32>,
    /// Codes of further areas.
    pub others: Vec<String>,
}

impl Extent {
    pub(crate) fn has_municipality(&self, code: u32) -> bool {
        code != 0 && (self.prefectures.contains(&(code / 1_000)) || self.municipalities.contains(&code))
    }
}

const SUFFIXES: [char; 8] = ['都', '道', '府', '県', '市', '区', '町', '村'];
const KANA_SUFFIXES: [&str; 10] =
    ["とどうふけん", "けん", "し", "く", "ちょう", "まち", "そん", "むら", "と", "ふ"];

impl Places {
    /// Builds the word lists. Order does not matter.
    pub fn new(all: Vec<Place>) -> Self {
        let mut places = Self::default();
        for (index, place) in all.iter().enumerate() {
            places.by_code.insert(place.code.clone(), index);
            if let Some(parent) = &place.parent {
                places.children.entry(parent.clone()).or_default().push(index);
            }
        }
        for (index, place) in all.iter().enumerate() {
            for (word, spelling) in words_of(place) {
                places.longest = places.longest.max(word.chars().count());
                let entry = places.words.entry(word).or_default();
                if !entry.iter().any(|(known, _)| *known == index) {
                    entry.push((index, spelling));
                }
            }
        }
        places.all = all;
        places
    }

    pub(crate) fn get(&self, index: usize) -> &Place {
        &self.all[index]
    }

    pub(crate) fn by_code(&self, code: &str) -> Option<&Place> {
        self.by_code.get(code).map(|index| &self.all[*index])
    }

    /// All areas with words that begin so, as `(word, index)` in no order.
    pub(crate) fn beginning_with<'a>(
        &'a self,
        folded: &'a str,
    ) -> impl Iterator<Item = (&'a str, usize)> + 'a {
        self.words
            .iter()
            .filter(move |(word, _)| word.starts_with(folded))
            .flat_map(|(word, entries)| entries.iter().map(move |(index, _)| (word.as_str(), *index)))
    }

    /// The areas a folded word names, and the surest spelling among them.
    pub(crate) fn named(&self, folded: &str) -> Option<(Vec<usize>, Spelling)> {
        let entries = self.words.get(folded)?;
        let surest = entries.iter().map(|(_, spelling)| *spelling).min()?;
        let named: Vec<usize> =
            entries.iter().filter(|(_, spelling)| *spelling == surest).map(|(index, _)| *index).collect();
        // 「大阪」 is the prefecture and the city in it: the larger holds the smaller.
        let codes: HashSet<&str> = named.iter().map(|index| self.all[*index].code.as_str()).collect();
        let outer = named
            .iter()
            .copied()
            .filter(|index| !self.ancestors(*index).any(|ancestor| codes.contains(ancestor)))
            .collect();
        Some((outer, surest))
    }

    /// The longest place word at the front of a folded text: its length in bytes, areas and spelling.
    pub(crate) fn at_front(&self, folded: &str) -> Option<(usize, Vec<usize>, Spelling)> {
        let ends: Vec<usize> =
            folded.char_indices().skip(1).map(|(at, _)| at).take(self.longest.saturating_sub(1)).collect();
        ends.into_iter()
            .rev()
            .filter(|end| folded[..*end].chars().count() >= 2)
            .find_map(|end| self.named(&folded[..end]).map(|(named, spelling)| (end, named, spelling)))
    }

    /// The longest place word at the end of a folded text: where it begins, areas and spelling.
    pub(crate) fn at_end(&self, folded: &str) -> Option<(usize, Vec<usize>, Spelling)> {
        let starts: Vec<usize> = folded
            .char_indices()
            .skip(1)
            .map(|(at, _)| at)
            .filter(|at| folded[*at..].chars().count() >= 2)
            .collect();
        starts
            .into_iter()
            .filter(|at| folded[*at..].chars().count() <= self.longest)
            .find_map(|at| self.named(&folded[at..]).map(|(named, spelling)| (at, named, spelling)))
    }

    fn ancestors(&self, index: usize) -> impl Iterator<Item = &str> {
        // Three levels at most (ward, city, prefecture); the bound keeps a circle in the data harmless.
        let mut next = self.all[index].parent.as_deref();
        std::iter::from_fn(move || {
            let code = next?;
            next = self.by_code(code).and_then(|place| place.parent.as_deref());
            Some(code)
        })
        .take(8)
    }

    /// Which documents lie in any of these areas.
    pub(crate) fn extent<'a>(&self, codes: impl Iterator<Item = &'a str>) -> Extent {
        let mut extent = Extent::default();
        for code in codes {
            match code.parse::<u32>() {
                Ok(number) if code.len() == 5 && number % 1_000 == 0 => {
                    extent.prefectures.insert(number / 1_000);
                }
                Ok(number) if code.len() == 5 => {
                    extent.municipalities.insert(number);
                    for child in self.children.get(code).into_iter().flatten() {
                        extent.municipalities.extend(self.all[*child].code.parse::<u32>().ok());
                    }
                }
                _ => extent.others.push(code.to_owned()),
            }
        }
        extent
    }
}

fn words_of(place: &Place) -> Vec<(String, Spelling)> {
    let name = fold::text(&place.name);
    let mut words = vec![(name.clone(), Spelling::Full)];
    let is_government = matches!(place.kind, AreaKind::Prefecture | AreaKind::Municipality | AreaKind::Ward);
    if !is_government {
        return words;
    }
    // 「三島郡島本町」 is asked as 島本町, 「札幌市中央区」 also as 中央区.
    let mut short = name.as_str();
    for cut in ['郡', '市'] {
        if let Some((_, rest)) = short.split_once(cut)
            && rest.chars().count() >= 2
            && !(cut == '市' && place.kind != AreaKind::Ward)
        {
            short = rest;
            words.push((short.to_owned(), Spelling::Full));
        }
    }
    // 「北」 or 「中央」 alone is no ward.
    if place.kind != AreaKind::Ward
        && let Some(stem) = short.strip_suffix(SUFFIXES).filter(|stem| !stem.is_empty())
        && short != "北海道"
    {
        words.push((stem.to_owned(), Spelling::Short));
    }
    if let Some(kana) = &place.kana {
        words.extend(kana_words(place, &fold::text(kana)));
    }
    for (word, spelling) in &mut words {
        if fold::is_kana(word) && *spelling == Spelling::Short {
            *spelling = Spelling::Kana;
        }
    }
    words
}

fn kana_words(place: &Place, kana: &str) -> Vec<(String, Spelling)> {
    let mut words = vec![(kana.to_owned(), Spelling::Kana)];
    if place.kind != AreaKind::Ward
        && let Some(stem) = KANA_SUFFIXES.iter().find_map(|suffix| kana.strip_suffix(suffix))
        && stem.chars().count() >= 2
    {
        words.push((stem.to_owned(), Spelling::Kana));
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    fn place(code: &str, name: &str, kana: &str, kind: AreaKind, parent: Option<&str>) -> Place {
        Place {
            code: code.into(),
            name: name.into(),
            kana: Some(kana.into()),
            kind,
            parent: parent.map(str::to_owned),
            center: None,
        }
    }

    fn places() -> Places {
        use AreaKind::{Municipality, Prefecture, Ward};
        Places::new(vec![
            place("27000", "大阪府", "おおさかふ", Prefecture, None),
            place("27100", "大阪市", "おおさかし", Municipality, Some("27000")),
            place("27102", "大阪市都島区", "おおさかしみやこじまく", Ward, Some("27100")),
            place("27210", "枚方市", "ひらかたし", Municipality, Some("27000")),
            place("13206", "府中市", "ふちゅうし", Municipality, Some("13000")),
            place("34208", "府中市", "ふちゅうし", Municipality, Some("34000")),
            place("09214", "さくら市", "さくらし", Municipality, Some("09000")),
            place("community_area:27210:3", "第3圏域", "", AreaKind::CommunityArea, Some("27210")),
        ])
    }

    fn codes(places: &Places, word: &str) -> Vec<String> {
        places.named(word).map_or(Vec::new(), |(named, _)| {
            named.into_iter().map(|index| places.get(index).code.clone()).collect()
        })
    }

    #[test]
    fn a_place_is_named_with_and_without_suffix_and_in_kana() {
        let places = places();
        for word in ["枚方市", "枚方", "ひらかたし", "ひらかた"] {
            assert_eq!(codes(&places, word), ["27210"], "{word}");
        }
        assert_eq!(codes(&places, "都島区"), ["27102"]);
        assert!(codes(&places, "都島").is_empty(), "a ward needs its 区");
    }

    #[test]
    fn a_name_shared_by_two_cities_means_both() {
        assert_eq!(codes(&places(), "府中"), ["13206", "34208"]);
    }

    #[test]
    fn the_larger_of_two_nested_places_of_one_name_is_meant() {
        assert_eq!(codes(&places(), "大阪"), ["27000"]);
    }

    #[test]
    fn a_city_reaches_over_its_wards_and_a_prefecture_over_all() {
        let places = places();
        let city = places.extent(["27100"].into_iter());
        assert!(
            city.has_municipality(27_102) && city.has_municipality(27_100) && !city.has_municipality(27_210)
        );
        assert!(places.extent(["27000"].into_iter()).has_municipality(27_210));
        assert_eq!(places.extent(["community_area:27210:3"].into_iter()).others, ["community_area:27210:3"]);
    }

    #[test]
    fn kana_that_is_an_everyday_word_is_only_a_weak_place() {
        assert_eq!(places().named("さくら").map(|(_, spelling)| spelling), Some(Spelling::Kana));
        assert_eq!(places().named("枚方").map(|(_, spelling)| spelling), Some(Spelling::Short));
    }

    #[test]
    fn the_longest_place_word_is_cut_from_front_or_end() {
        let places = places();
        assert_eq!(places.at_front("枚方市の訪問看護").map(|(end, ..)| end), Some("枚方市".len()));
        assert_eq!(places.at_end("訪問看護枚方").map(|(at, ..)| at), Some("訪問看護".len()));
        assert!(places.at_front("ひまわり").is_none());
    }
}
