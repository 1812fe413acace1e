//! A word to be found in folded text, in each form it may stand there, and what a place in the text is worth.

use crate::{
    columns::{file::Line, record::Section},
    tokenizer::SEPARATOR,
};
use hoshizu_catalog::fold;
use memchr::memmem::Finder;

/// What a match is worth: exact name > name prefix > reading > inside a name > service > organization > address.
pub(crate) mod worth {
    pub(crate) const EXACT_NAME: u32 = 1_000;
    pub(crate) const EXACT_READING: u32 = 930;
    pub(crate) const EXACT_OTHER_NAME: u32 = 900;
    pub(crate) const NAME_PREFIX: u32 = 800;
    pub(crate) const READING_PREFIX: u32 = 720;
    pub(crate) const DIGITS: u32 = 700;
    pub(crate) const IN_NAME: u32 = 660;
    pub(crate) const IN_OTHER_NAME: u32 = 600;
    pub(crate) const IN_READING: u32 = 560;
    pub(crate) const SERVICE: u32 = 500;
    pub(crate) const ORGANIZATION_PREFIX: u32 = 420;
    pub(crate) const ORGANIZATION: u32 = 400;
    pub(crate) const ORGANIZATION_READING: u32 = 390;
    pub(crate) const PLACE: u32 = 310;
    pub(crate) const ADDRESS: u32 = 300;
    pub(crate) const TEXT: u32 = 200;
}

/// Where a word is looked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Scope {
    /// The whole folded text.
    All,
    /// Name and other names.
    Names,
}

/// One form of a word.
#[derive(Debug, Clone)]
pub(crate) struct Needle {
    pub text: String,
    /// Whether it is one character, which is looked for in the name only.
    single: bool,
    finder: Finder<'static>,
}

impl Needle {
    fn new(text: String) -> Self {
        let finder = Finder::new(text.as_bytes()).into_owned();
        let single = text.chars().count() == 1;
        Self { text, single, finder }
    }
}

/// A word in all its forms; any of them is a match.
#[derive(Debug, Clone)]
pub(crate) struct Word {
    /// The word as it was typed, folded.
    pub folded: String,
    pub needles: Vec<Needle>,
    pub scope: Scope,
}

impl Word {
    /// The forms of a word as typed: folded text, address form, reading key (kana, romaji). `None` when nothing is
    /// left after folding.
    pub(crate) fn new(typed: &str, scope: Scope) -> Option<Self> {
        let folded = without_separator(fold::text(typed));
        if folded.is_empty() {
            return None;
        }
        let mut forms = vec![folded.clone()];
        if scope == Scope::All && folded.chars().count() > 1 {
            forms.push(without_separator(fold::address(typed)));
        }
        if is_reading(&folded) {
            forms.push(fold::reading_key(typed));
        } else if let Some(reading) = fold::romaji_key(typed) {
            forms.push(reading);
        }
        let single = folded.chars().count() == 1;
        // A form of one character made from a longer word (long vowels dropped) would match half the index.
        forms.retain(|form| !form.is_empty() && (single || form.chars().count() > 1));
        let mut needles: Vec<Needle> = Vec::with_capacity(forms.len());
        for form in forms {
            if !needles.iter().any(|needle| needle.text == form) {
                needles.push(Needle::new(form));
            }
        }
        let scope = if single { Scope::Names } else { scope };
        Some(Self { folded, needles, scope })
    }

    /// What the best match in an office's text is worth, `None` without a match.
    pub(crate) fn judge(&self, line: Line<'_>) -> Option<u32> {
        self.needles.iter().filter_map(|needle| judge(needle, self.scope, line)).max()
    }
}

/// Kana, with brackets and the like among it: 「ハクシマソウ「ハクシマ」」 stands so in the official readings.
fn is_reading(folded: &str) -> bool {
    let letters: String = folded.chars().filter(|c| c.is_alphanumeric() || *c == 'ー').collect();
    fold::is_kana(&letters)
}

fn without_separator(text: String) -> String {
    if text.contains(SEPARATOR) { text.replace(SEPARATOR, "") } else { text }
}

fn judge(needle: &Needle, scope: Scope, line: Line<'_>) -> Option<u32> {
    let Line { ends, text } = line;
    let end = |section: Section| usize::from(ends[section as usize]);
    let limit = match scope {
        Scope::All => text.len(),
        Scope::Names if needle.single => end(Section::Name),
        Scope::Names => end(Section::OtherNames),
    };
    let at = needle.finder.find(text.get(..limit)?)?;
    let len = needle.text.len();
    let here = worth_of(at, len, line);
    if here >= worth::READING_PREFIX || scope == Scope::Names {
        return Some(here);
    }
    // The first match may lie inside the name while the reading begins with the word.
    let from = end(Section::OtherNames) + 1;
    let reading = text.get(from..end(Section::Reading)).unwrap_or_default();
    if !reading.starts_with(needle.text.as_bytes()) {
        return Some(here);
    }
    Some(here.max(if reading.len() == len { worth::EXACT_READING } else { worth::READING_PREFIX }))
}

/// What a match at a byte of the text is worth by the section it lies in.
fn worth_of(at: usize, len: usize, line: Line<'_>) -> u32 {
    let Line { ends, text } = line;
    let end = |section: Section| usize::from(ends[section as usize]);
    let begins = |section: Section| at == end(section) + 1;
    if at < end(Section::Name) {
        return match (at, len == end(Section::Name)) {
            (0, true) => worth::EXACT_NAME,
            (0, false) => worth::NAME_PREFIX,
            _ => worth::IN_NAME,
        };
    }
    if at < end(Section::OtherNames) {
        let separator = SEPARATOR as u8;
        let whole = text.get(at - 1) == Some(&separator) && text.get(at + len) == Some(&separator);
        return if whole { worth::EXACT_OTHER_NAME } else { worth::IN_OTHER_NAME };
    }
    if at < end(Section::Reading) {
        return match (begins(Section::OtherNames), at + len == end(Section::Reading)) {
            (true, true) => worth::EXACT_READING,
            (true, false) => worth::READING_PREFIX,
            _ => worth::IN_READING,
        };
    }
    if at < end(Section::Organization) {
        return if begins(Section::Reading) { worth::ORGANIZATION_PREFIX } else { worth::ORGANIZATION };
    }
    if at < end(Section::OrganizationReading) {
        return worth::ORGANIZATION_READING;
    }
    if at < end(Section::Address) { worth::ADDRESS } else { worth::TEXT }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Document, columns::record};

    fn judged(document: &Document, word: &str) -> Option<u32> {
        let (record, text) = record::encode(document);
        Word::new(word, Scope::All)?.judge(Line { ends: record.ends, text: text.as_bytes() })
    }

    #[test]
    fn the_place_of_a_match_decides_its_worth() {
        let office = Document {
            name: "桜園".into(),
            other_names: vec!["桜の家".into(), "桜別館".into()],
            kana: Some("さくらえん".into()),
            organization: Some("社会福祉法人星の会".into()),
            address: "星見県星見市中央".into(),
            text: "送迎".into(),
            ..Document::default()
        };
        for (word, want) in [
            ("桜園", worth::EXACT_NAME),
            ("桜の家", worth::EXACT_OTHER_NAME),
            ("さくらえん", worth::EXACT_READING),
            ("さくら", worth::READING_PREFIX),
            ("くらえん", worth::IN_READING),
            ("星の会", worth::ORGANIZATION),
            ("星見市", worth::ADDRESS),
            ("送迎", worth::TEXT),
            ("桜", worth::NAME_PREFIX),
            ("園", worth::IN_NAME),
        ] {
            assert_eq!(judged(&office, word), Some(want), "{word}");
        }
        assert_eq!(judged(&office, "園星"), None, "no match runs over a section's end");
        assert_eq!(judged(&office, "家"), None, "one character is looked for in the name");
    }

    #[test]
    fn a_reading_with_brackets_is_still_a_reading() {
        let office = Document {
            name: "星荘「星」".into(),
            kana: Some("ほしそー「ほし」".into()),
            ..Document::default()
        };
        assert_eq!(judged(&office, "ホシソウ「ホシ」"), Some(worth::EXACT_READING));
    }

    #[test]
    fn an_absent_section_is_no_exact_match() {
        let office = Document { name: "桜園".into(), ..Document::default() };
        assert_eq!(judged(&office, "さくら"), None);
    }
}
