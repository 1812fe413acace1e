//! Diseases and disabilities by the words people use: `data/guide/conditions.toml`.

use hoshizu_catalog::{fold, nurse::Topic};
use serde::Deserialize;
use std::{collections::HashMap, sync::LazyLock};

/// A disease or disability.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Condition {
    /// Identifier.
    pub code: String,
    /// Japanese name.
    pub ja: String,
    /// English name.
    pub en: String,
    /// Synonyms and abbreviations.
    #[serde(default)]
    pub words: Vec<String>,
    /// Strengths of offices that answer to it, by code.
    #[serde(default)]
    pub strengths: Vec<String>,
    /// Number among the sixteen 特定疾病 (介護保険法施行令第2条).
    pub specified: Option<u8>,
    /// 告示番号 of the 指定難病.
    pub rare: Option<u16>,
    /// Tags the rules ask for.
    #[serde(default)]
    pub tags: Vec<String>,
    /// Topic of the nurse who is usually in charge.
    pub topic: Option<Topic>,
    /// What narrows the rules down for this disease, Japanese.
    pub note: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    condition: Vec<Condition>,
}

/// The file as read; the error names line and field.
pub(crate) fn parse() -> Result<Vec<Condition>, toml::de::Error> {
    toml::from_str::<File>(include_str!("../../../../data/guide/conditions.toml")).map(|file| file.condition)
}

// A test reads the file; at run time it cannot fail.
static CONDITIONS: LazyLock<Vec<Condition>> = LazyLock::new(|| parse().unwrap_or_default());

static WORDS: LazyLock<HashMap<String, usize>> = LazyLock::new(|| {
    let mut words = HashMap::new();
    for (at, condition) in CONDITIONS.iter().enumerate() {
        let own = [&condition.code, &condition.ja, &condition.en].into_iter().chain(&condition.words);
        for word in own {
            words.entry(fold::text(word)).or_insert(at);
        }
        if let Some(number) = condition.rare {
            words.entry(number.to_string()).or_insert(at);
            words.entry(fold::text(&format!("指定難病{number}"))).or_insert(at);
        }
    }
    words
});

/// Every condition in the order of the file.
pub fn all() -> &'static [Condition] {
    &CONDITIONS
}

/// The condition a word names exactly: name, synonym, abbreviation, or number of the 指定難病 (`2`, `指定難病2`).
pub fn named(word: &str) -> Option<&'static Condition> {
    let folded = fold::text(word).replace([' ', '号'], "");
    WORDS.get(&folded).map(|at| &CONDITIONS[*at])
}

/// Conditions with a word that holds the text, those that begin with it first; at most `most`.
pub fn like(text: &str, most: usize) -> Vec<&'static Condition> {
    let folded = fold::text(text);
    if folded.is_empty() {
        return Vec::new();
    }
    let mut hits: Vec<(bool, usize)> = WORDS
        .iter()
        .filter(|(word, _)| word.contains(&folded))
        .map(|(word, at)| (!word.starts_with(&folded), *at))
        .collect();
    hits.sort_unstable();
    let mut found: Vec<&Condition> = Vec::new();
    for (_, at) in hits {
        if !found.iter().any(|known| std::ptr::eq(*known, &raw const CONDITIONS[at])) {
            found.push(&CONDITIONS[at]);
        }
        if found.len() == most {
            break;
        }
    }
    found
}

/// The topic a word of a person who looks for a nurse means: a topic's own word, else the disease's.
pub fn topic(word: &str) -> Option<Topic> {
    Topic::from_word(word).or_else(|| named(word)?.topic)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::{BTreeMap, BTreeSet};

    #[test]
    fn the_file_is_sound_and_codes_are_unique() {
        let read = parse().unwrap();
        assert_eq!(read.len(), all().len());
        let codes: BTreeSet<&str> = read.iter().map(|condition| condition.code.as_str()).collect();
        assert_eq!(codes.len(), read.len());
        let numbers: Vec<u16> = read.iter().filter_map(|condition| condition.rare).collect();
        assert_eq!(numbers.iter().collect::<BTreeSet<_>>().len(), numbers.len(), "a number stands twice");
    }

    #[test]
    fn the_sixteen_and_their_numbers_are_those_of_the_order() {
        let mut by_number: BTreeMap<u8, Vec<Option<u16>>> = BTreeMap::new();
        for condition in all() {
            if let Some(number) = condition.specified {
                by_number.entry(number).or_default().push(condition.rare);
            }
        }
        assert_eq!(by_number.keys().copied().collect::<Vec<_>>(), (1..=16).collect::<Vec<_>>());
        let rare = |number: u8| by_number[&number].iter().flatten().copied().collect::<BTreeSet<_>>();
        for (number, expected) in [
            (1, vec![]),
            (2, vec![46]),
            (3, vec![2]),
            (4, vec![69]),
            (7, vec![5, 6, 7]),
            (8, vec![18]),
            (9, vec![70]),
            (10, vec![191, 192]),
            (11, vec![17]),
            (13, vec![]),
        ] {
            assert_eq!(rare(number), expected.into_iter().collect(), "{number}");
        }
    }

    #[test]
    fn abbreviations_and_numbers_find_the_disease() {
        for (word, code) in [
            ("ALS", "als"),
            ("ａｌｓ", "als"),
            ("PSP", "psp"),
            ("CBD", "cbd"),
            ("PD", "parkinson"),
            ("SCD", "scd"),
            ("MSA", "msa"),
            ("OPLL", "opll"),
            ("RA", "rheumatoid_arthritis"),
            ("COPD", "copd"),
            ("2", "als"),
            ("指定難病 17号", "msa"),
            ("後縦靭帯骨化症", "opll"),
            ("若年性認知症", "early_dementia"),
        ] {
            assert_eq!(named(word).map(|found| found.code.as_str()), Some(code), "{word}");
        }
        assert!(named("まほう").is_none());
    }

    #[test]
    fn a_person_who_looks_for_a_nurse_may_type_a_disease() {
        let code = |word| topic(word).map(|topic| topic.definition().code);
        assert_eq!(code("ALS"), Some("intractable_disease"));
        assert_eq!(code("産後うつ"), Some("maternity"));
        assert_eq!(code("COPD"), Some("adult_health"));
        assert!(like("パーキ", 5).iter().any(|found| found.code == "parkinson"));
    }
}
