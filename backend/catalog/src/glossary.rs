//! A two-column glossary: the words of elderly care beside those of the disability field, read from
//! `data/glossary/terms.csv`.

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
}

static TERMS: LazyLock<Vec<Term>> = LazyLock::new(|| {
    include_str!("../../../data/glossary/terms.csv").lines().skip(1).filter_map(term).collect()
});

/// One row: eight cells without commas.
fn term(line: &'static str) -> Option<Term> {
    let [code, group, care_ja, disability_ja, note_ja, care_en, disability_en, note_en] =
        line.split(',').collect::<Vec<_>>().try_into().ok()?;
    Some(Term { code, group, care_ja, disability_ja, note_ja, care_en, disability_en, note_en })
}

/// Every pair in the order of the file.
pub fn terms() -> &'static [Term] {
    &TERMS
}

#[cfg(test)]
mod tests {
    use super::*;

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
