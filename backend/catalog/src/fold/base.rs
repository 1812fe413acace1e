//! Widths, case, variants and dashes: the part of folding every other form stands on.

use super::variants::{COMPLEX, NOTHING, cluster, joins, simple, table};

/// NFKC, lower case, variant kanji to one representative, dashes settled by context, spaces collapsed.
///
/// A dash after kana or kanji becomes `ー`, any other `-`; a wave dash after kana becomes `ー`, any other `~`.
/// Middle dots are spaces. Katakana stay katakana.
pub fn base(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    each(text, |c, _, _| {
        if c != ' ' || !(out.is_empty() || out.ends_with(' ')) {
            out.push(c);
        }
    });
    out.truncate(out.trim_end().len());
    out
}

/// Hands over each folded character with the byte range of the source it came from. Spaces are handed over one by
/// one. Ranges rise and do not overlap, but characters that came from one (㈱) share theirs.
pub(super) fn each(source: &str, mut emit: impl FnMut(char, usize, usize)) {
    let table = table();
    let mut chars = source
        .char_indices()
        .map(|(at, c)| (at, c, simple(table, c)))
        .filter(|(_, _, folded)| *folded != NOTHING);
    let mut ahead = chars.next();
    let mut before = Before::default();
    let mut group = Vec::new();
    let mut folded_group = Vec::new();
    while let Some((start, c, folded)) = ahead {
        ahead = chars.next();
        let joined = |ahead: Option<(usize, char, char)>| {
            ahead.filter(|(_, next, folded)| *folded == COMPLEX && joins(*next))
        };
        if folded != COMPLEX && joined(ahead).is_none() {
            let end = ahead.map_or(source.len(), |(at, ..)| at);
            emit(before.settle(folded), start, end);
            continue;
        }
        group.clear();
        group.push(c);
        while let Some((_, next, _)) = joined(ahead) {
            group.push(next);
            ahead = chars.next();
        }
        folded_group.clear();
        cluster(&group, &mut folded_group);
        let end = ahead.map_or(source.len(), |(at, ..)| at);
        for &folded in &folded_group {
            // Half of a letter with a space before it has nothing to join; kept, it would join when spaces go.
            if before.is_space && joins(folded) {
                continue;
            }
            emit(before.settle(folded), start, end);
        }
    }
}

/// What stands before the character in hand.
struct Before {
    /// The last character that is no space.
    letter: char,
    is_space: bool,
}

impl Default for Before {
    fn default() -> Self {
        Self { letter: ' ', is_space: true }
    }
}

impl Before {
    /// Decides characters that depend on what stands before them. Spaces do not count, so that the decision is the
    /// same before and after they are removed.
    fn settle(&mut self, c: char) -> char {
        let settled = match c {
            '-' | 'ー' if is_kana(self.letter) || is_kanji(self.letter) => 'ー',
            'ー' => '-',
            '~' if is_kana(self.letter) => 'ー',
            // A slip of character recognition in the official files: サポー卜.
            '卜' if is_kana(self.letter) => 'ト',
            _ => c,
        };
        self.is_space = settled == ' ';
        if !self.is_space {
            self.letter = settled;
        }
        settled
    }
}

/// Hiragana, katakana and their signs.
pub(super) fn is_kana(c: char) -> bool {
    matches!(c, 'ぁ'..='ゖ' | 'ゝ' | 'ゞ' | 'ァ'..='ヺ' | 'ー' | 'ヽ' | 'ヾ')
}

fn is_kanji(c: char) -> bool {
    matches!(c as u32, 0x3400..=0x4DBF | 0x4E00..=0x9FFF | 0xF900..=0xFAFF | 0x2_0000..=0x3_23AF)
        || matches!(c, '々' | '〆')
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn every_character_alone_folds_to_something_stable() {
        for c in '\0'..=char::MAX {
            let once = base(&c.to_string());
            assert_eq!(base(&once), once, "U+{:04X}", c as u32);
        }
    }

    #[test]
    fn dashes_are_settled_by_what_stands_before() {
        for dash in "‐‑–—―−－ｰー─-".chars() {
            assert_eq!(base(&format!("センタ{dash}")), "センター", "{dash}");
            assert_eq!(base(&format!("12{dash}3")), "12-3", "{dash}");
            assert_eq!(base(&format!("愛{dash}ケア")), "愛ーケア", "{dash}");
        }
        assert_eq!(base("らら〜"), "ららー");
        assert_eq!(base("９：００～１７：００"), "9:00~17:00");
        assert_eq!(base("月〜金"), "月~金");
    }

    #[test]
    fn spaces_and_middle_dots_collapse() {
        assert_eq!(base("　ケア・プラン\u{a0} センター\n"), "ケア プラン センター");
    }

    #[test]
    fn selectors_and_zero_width_characters_are_dropped() {
        assert_eq!(base("葛\u{E0100}飾\u{200B}区\u{FEFF}"), "葛飾区");
    }

    #[test]
    fn sound_marks_typed_apart_join_their_kana() {
        for spelling in ["デイ", "ﾃﾞｲ", "テ゛イ", "テ\u{3099}イ", "ﾃ゛ｲ"] {
            assert_eq!(base(spelling), "デイ", "{spelling}");
        }
        assert_eq!(base("゛デイ"), "デイ", "a mark with nothing to join is dropped");
    }

    proptest! {
        #[test]
        fn folding_twice_is_folding_once(s in "\\PC{0,12}") {
            let once = base(&s);
            prop_assert_eq!(base(&once), once);
        }

        #[test]
        fn folding_japanese_twice_is_folding_once(
            s in "[ぁ-ヿｦ-ﾟ、゛゜\u{3099}\u{309A}\u{FE00}一-龥豈-龎ー−〜~ 　・aＡİẖH\u{0331}㈱Ⅱ①卜ᄀ-ᅵﾡ-ￜ]{0,12}"
        ) {
            let once = base(&s);
            prop_assert_eq!(base(&once), once);
        }
    }
}
