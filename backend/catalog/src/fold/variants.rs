//! What single characters fold to: one table for the whole basic plane, built once.

use std::{collections::HashMap, sync::LazyLock};
use unicode_normalization::{
    IsNormalized, UnicodeNormalization,
    char::{canonical_combining_class, decompose_compatible},
    is_nfkc_quick,
};

/// The character does not fold to exactly one, or joins its neighbour: see [`cluster`].
pub(super) const COMPLEX: char = '\0';
/// The character stands for nothing: variation selectors, zero-width characters, controls.
pub(super) const NOTHING: char = '\u{1}';

/// Kanji by the form they are folded to.
static KANJI: LazyLock<HashMap<char, char>> = LazyLock::new(|| {
    include_str!("../../../../data/synonyms/variant_kanji.txt")
        .lines()
        .filter(|line| !line.starts_with('#'))
        .flat_map(|line| {
            let mut forms = line.split_whitespace().filter_map(|form| form.chars().next());
            let standard = forms.next();
            forms.filter_map(move |variant| Some((variant, standard?)))
        })
        .collect()
});

static BASIC_PLANE: LazyLock<Vec<char>> = LazyLock::new(|| {
    let mut out = Vec::new();
    (0..=0xFFFF)
        .map(|code| {
            let Some(c) = char::from_u32(code) else { return NOTHING };
            if stands_for_nothing(c) {
                return NOTHING;
            }
            out.clear();
            cluster(&[c], &mut out);
            match out[..] {
                _ if joins(c) => COMPLEX,
                [] => NOTHING,
                [one] => one,
                _ => COMPLEX,
            }
        })
        .collect()
});

/// The table, to be fetched once a call: looking through the lock at every character would cost a third more.
pub(super) fn table() -> &'static [char] {
    &BASIC_PLANE
}

/// What the character folds to alone, [`COMPLEX`] or [`NOTHING`].
pub(super) fn simple(table: &[char], c: char) -> char {
    match table.get(c as usize) {
        Some(&folded) => folded,
        None if stands_for_nothing(c) => NOTHING,
        None => COMPLEX,
    }
}

/// Appends what characters that belong together fold to: NFKC, lower case, one of the variants.
/// Lower case comes before composing, because some pairs (h + macron below) compose only in lower case.
pub(super) fn cluster(chars: &[char], out: &mut Vec<char>) {
    let marks = chars.iter().map(|c| sound_mark(*c));
    let composed = marks.nfkd().flat_map(char::to_lowercase).nfkc();
    // Marks that found nothing to join are dropped; what stood around them may then join.
    let letters = composed.filter(|c| canonical_combining_class(*c) == 0 && !stands_for_nothing(*c));
    out.extend(letters.nfkc().flat_map(char::to_lowercase).map(representative));
}

/// Whether the character may compose with the one before it.
pub(super) fn joins(c: char) -> bool {
    let mut first = None;
    decompose_compatible(sound_mark(c), |part| {
        first.get_or_insert(part);
    });
    first.is_some_and(|first| {
        canonical_combining_class(first) != 0 || is_nfkc_quick(std::iter::once(first)) == IsNormalized::Maybe
    })
}

/// ゛ and ﾞ typed after a kana belong to it; Unicode gives only the combining ones to it.
fn sound_mark(c: char) -> char {
    match c {
        '゛' | 'ﾞ' => '\u{3099}',
        '゜' | 'ﾟ' => '\u{309A}',
        _ => c,
    }
}

fn stands_for_nothing(c: char) -> bool {
    let control = c.is_control() && !c.is_whitespace();
    control
        || matches!(c as u32,
            0xAD | 0x34F | 0x180B..=0x180F | 0x200B..=0x200F | 0x202A..=0x202E | 0x2060..=0x206F
            | 0xFE00..=0xFE0F | 0xFEFF | 0xE0000..=0xE0FFF)
}

/// One character for those that mean the same. Prefectural files mix five dash characters; which of `-` and `ー`
/// is meant is settled later, by what stands before it.
fn representative(c: char) -> char {
    match c {
        '‐' | '‑' | '‒' | '–' | '—' | '―' | '−' | '─' | '━' | '⁃' | '˗' | '➖' | '⸺' | '﹘' => {
            '-'
        }
        '〜' | '∼' | '〰' | '˜' => '~',
        '’' | '‘' | '`' | '´' | 'ʼ' => '\'',
        '“' | '”' | '〝' | '〟' => '"',
        '・' | '·' | '•' | '‧' => ' ',
        _ if c.is_whitespace() => ' ',
        _ => KANJI.get(&c).copied().unwrap_or(c),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_kanji_is_folded_to_one_that_is_itself_folded() {
        for (variant, standard) in KANJI.iter() {
            assert!(!KANJI.contains_key(standard), "{variant} → {standard}");
            assert_eq!(standard.nfkc().collect::<Vec<_>>(), [*standard], "{standard} is stable");
            assert_eq!(variant.nfkc().collect::<Vec<_>>(), [*variant], "NFKC would hide {variant}");
        }
        assert!(KANJI.len() > 200);
    }

    #[test]
    fn no_variant_stands_twice_in_the_file() {
        let file = include_str!("../../../../data/synonyms/variant_kanji.txt");
        let mut forms: Vec<&str> =
            file.lines().skip(1).flat_map(|line| line.split_whitespace().skip(1)).collect();
        let all = forms.len();
        forms.sort_unstable();
        forms.dedup();
        assert_eq!(forms.len(), all);
    }
}
