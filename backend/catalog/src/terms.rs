//! 特長 and 資格: terms an entry may name. The files in `data/taxonomy/` give the common ones; an installation adds its own.

use serde::{Deserialize, Serialize};
use std::sync::LazyLock;

/// One term.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Term {
    /// Identifier: lower-case letters, digits and hyphens.
    pub code: String,
    /// Terms shown together: `intractable`, `medical`, `disability`, `family`, `language`, `other`.
    pub group: String,
    /// Japanese name.
    pub ja: String,
    /// English name.
    pub en: String,
    /// Words by which it is searched, besides its names.
    #[serde(default)]
    pub words: Vec<String>,
}

/// Groups of strengths, in the order of the page.
pub const GROUPS: [&str; 6] = ["intractable", "medical", "disability", "family", "language", "other"];

/// Terms an installation may add.
pub const MOST_ADDED: usize = 200;

static STRENGTHS: LazyLock<Vec<Term>> = LazyLock::new(|| {
    rows(include_str!("../../../data/taxonomy/strengths.csv"))
        .map(|[code, group, ja, en, words]| Term {
            code: code.to_owned(),
            group: group.to_owned(),
            ja: ja.to_owned(),
            en: en.to_owned(),
            words: words.split('|').filter(|word| !word.is_empty()).map(str::to_owned).collect(),
        })
        .collect()
});

static QUALIFICATIONS: LazyLock<Vec<Term>> = LazyLock::new(|| {
    rows(include_str!("../../../data/taxonomy/qualifications.csv"))
        .map(|[code, ja, en]| Term {
            code: code.to_owned(),
            group: String::new(),
            ja: ja.to_owned(),
            en: en.to_owned(),
            words: Vec::new(),
        })
        .collect()
});

/// Rows below the header; no value holds a comma, and a test holds every row to its columns.
fn rows<const N: usize>(csv: &'static str) -> impl Iterator<Item = [&'static str; N]> {
    csv.lines().skip(1).filter_map(|line| line.split(',').collect::<Vec<_>>().try_into().ok())
}

/// 特長 of the file.
pub fn strengths() -> &'static [Term] {
    &STRENGTHS
}

/// 資格 of the file.
pub fn qualifications() -> &'static [Term] {
    &QUALIFICATIONS
}

/// 特長 of an installation: those of the file, then its own; one of its own with the code of one of the file goes
/// before it, so that a name can be put in local words.
pub fn with_added(added: &[Term]) -> Vec<Term> {
    let own = |code: &str| added.iter().find(|term| term.code == code);
    let mut all: Vec<Term> = STRENGTHS.iter().map(|term| own(&term.code).unwrap_or(term).clone()).collect();
    all.extend(added.iter().filter(|term| STRENGTHS.iter().all(|known| known.code != term.code)).cloned());
    all
}

/// Whether a term may be added; else the field at fault.
pub fn check(term: &Term) -> Result<(), &'static str> {
    let fits = |text: &str, most: usize| {
        !text.trim().is_empty() && text.chars().count() <= most && !text.chars().any(char::is_control)
    };
    let code = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    if !fits(&term.code, 40) || !term.code.chars().all(code) {
        return Err("code");
    }
    if !GROUPS.contains(&term.group.as_str()) {
        return Err("group");
    }
    if !fits(&term.ja, 40) {
        return Err("ja");
    }
    if !fits(&term.en, 80) {
        return Err("en");
    }
    if term.words.len() > 20 || !term.words.iter().all(|word| fits(word, 40)) {
        return Err("words");
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::HashSet;

    #[test]
    fn every_row_is_read_and_could_have_been_added_by_hand() {
        let lines = |file: &str| file.lines().count() - 1;
        assert_eq!(STRENGTHS.len(), lines(include_str!("../../../data/taxonomy/strengths.csv")));
        assert_eq!(QUALIFICATIONS.len(), lines(include_str!("../../../data/taxonomy/qualifications.csv")));
        for term in strengths() {
            assert_eq!(check(term), Ok(()), "{}", term.code);
        }
        for terms in [strengths(), qualifications()] {
            let codes: HashSet<&str> = terms.iter().map(|term| term.code.as_str()).collect();
            assert_eq!(codes.len(), terms.len());
        }
    }

    #[test]
    fn a_term_of_an_installation_renames_one_of_the_file_or_follows_them() {
        let term = |code: &str, ja: &str| Term {
            code: code.to_owned(),
            group: "other".to_owned(),
            ja: ja.to_owned(),
            en: "x".to_owned(),
            words: Vec::new(),
        };
        let all = with_added(&[term("als", "ALS（県の呼び方）"), term("kani", "かに座の会")]);
        assert_eq!(all.len(), STRENGTHS.len() + 1);
        assert_eq!((all[0].ja.as_str(), all.last().unwrap().code.as_str()), ("ALS（県の呼び方）", "kani"));
    }

    #[test]
    fn a_term_that_could_not_be_shown_or_linked_is_refused() {
        let good = STRENGTHS[0].clone();
        assert_eq!(check(&Term { code: "A B".to_owned(), ..good.clone() }), Err("code"));
        assert_eq!(check(&Term { group: "moon".to_owned(), ..good.clone() }), Err("group"));
        assert_eq!(check(&Term { ja: " ".to_owned(), ..good.clone() }), Err("ja"));
        assert_eq!(check(&Term { words: vec!["a\u{0}".to_owned()], ..good }), Err("words"));
    }
}
