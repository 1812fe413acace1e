//! A two-column glossary: the words of elderly care beside those of the disability field, read from
//! `data/glossary/terms.csv`.

use crate::fold;
use serde::Serialize;
use std::sync::LazyLock;

/// A pair of words that meet, with one sentence on how they differ.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Term {
    /// Identifier; the anchor on the page.
    pub code: &'static str,
    /// `people`, `plan`, `certification`, `service`, `money`, `forum`, `decision`, `rights`, `idea`.
    pub group: &'static str,
    /// The word of 介護保険.
    pub care_ja: &'static str,
    /// The word of 障害福祉.
    pub disability_ja: &'static str,
    /// One plain sentence.
    pub note_ja: &'static str,
    /// The word of 介護保険 in English.
    pub care_en: &'static str,
    /// The word of 障害福祉 in English.
    pub disability_en: &'static str,
    /// The sentence in English.
    pub note_en: &'static str,
    /// How the pair stands in running Japanese text, either side's words; none where it is no word but an idea. A word
    /// belongs to one pair only.
    pub words_ja: Vec<&'static str>,
    /// The same in English, in the singular.
    pub words_en: Vec<&'static str>,
}

static TERMS: LazyLock<Vec<Term>> = LazyLock::new(|| {
    include_str!("../../../data/glossary/terms.csv").lines().skip(1).filter_map(term).collect()
});

/// One row: ten cells without commas, the last two lists with `|` between.
fn term(line: &'static str) -> Option<Term> {
    let [code, group, care_ja, disability_ja, note_ja, care_en, disability_en, note_en, words_ja, words_en] =
        line.split(',').collect::<Vec<_>>().try_into().ok()?;
    let words = |cell: &'static str| cell.split('|').filter(|word| !word.is_empty()).collect();
    let (words_ja, words_en) = (words(words_ja), words(words_en));
    Some(Term {
        code,
        group,
        care_ja,
        disability_ja,
        note_ja,
        care_en,
        disability_en,
        note_en,
        words_ja,
        words_en,
    })
}

/// Every pair in the order of the file.
pub fn terms() -> &'static [Term] {
    &TERMS
}

/// Pairs one of whose words holds the text however it is written, at least two characters of it; those that begin with
/// it first, at most `most`.
pub fn like(text: &str, most: usize) -> Vec<&'static Term> {
    let wanted = fold::text(text);
    if wanted.chars().count() < 2 {
        return Vec::new();
    }
    let mut found: Vec<(bool, &Term)> = terms()
        .iter()
        .filter_map(|term| {
            let heads = [term.care_ja, term.disability_ja, term.care_en, term.disability_en];
            let words: Vec<String> = heads
                .iter()
                .chain(&term.words_ja)
                .chain(&term.words_en)
                .map(|word| fold::text(word))
                .collect();
            let begins = words.iter().any(|word| word.starts_with(&wanted));
            (begins || words.iter().any(|word| word.contains(&wanted))).then_some((!begins, term))
        })
        .collect();
    found.sort_by_key(|(late, _)| *late);
    found.into_iter().take(most).map(|(_, term)| term).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_of_either_profession_finds_the_pair() {
        let codes = |text: &str| like(text, 2).iter().map(|term| term.code).collect::<Vec<_>>();
        assert_eq!(codes("計画相談"), ["management"]);
        assert!(codes("ケアプラン").contains(&"plan") && codes("ｹｱﾌﾟﾗﾝ").contains(&"plan"));
        assert!(codes("サービス等利用計画").contains(&"plan") && codes("care plan").contains(&"plan"));
        assert!(codes("計").is_empty() && codes("まほう").is_empty());
    }

    #[test]
    fn a_word_in_a_text_leads_to_one_pair() {
        let mut seen = std::collections::HashMap::new();
        for term in terms() {
            for word in term.words_ja.iter().chain(&term.words_en) {
                assert!(word.chars().count() > 1, "{word}");
                assert_eq!(seen.insert(fold::text(word), term.code), None, "{word} of {}", term.code);
            }
        }
        assert_eq!(seen.get(&fold::text("ケアマネジャー")), Some(&"profession"));
    }

    #[test]
    fn every_row_is_complete_and_says_one_sentence() {
        let file = include_str!("../../../data/glossary/terms.csv");
        assert_eq!(terms().len(), file.lines().count() - 1, "no row was dropped on reading");
        for term in terms() {
            let cells = [term.care_ja, term.disability_ja, term.care_en, term.disability_en];
            assert!(!term.code.is_empty() && !term.group.is_empty(), "{term:?}");
            assert!(cells.iter().all(|cell| !cell.trim().is_empty()), "{term:?}");
            assert_eq!(term.note_ja.matches('。').count(), 1, "{term:?}");
            assert!(term.note_en.ends_with('.'), "{term:?}");
        }
    }
}
