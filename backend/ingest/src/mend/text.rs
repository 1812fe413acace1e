//! Names, readings and remarks.

use super::Marks;
use hoshizu_catalog::listing::MarkKind;
use unicode_normalization::UnicodeNormalization;

/// Character that stands where a source lost one.
const LOST: char = '\u{fffd}';

/// Trimmed, runs of blanks as one, invisible characters dropped.
pub fn settled(value: &str) -> String {
    let mut out = String::with_capacity(value.len());
    let mut blank = false;
    for c in value.chars().filter(|c| !is_invisible(*c)) {
        if c.is_whitespace() {
            blank = true;
            continue;
        }
        if blank && !out.is_empty() {
            out.push('\u{3000}');
        }
        blank = false;
        out.push(c);
    }
    out
}

fn is_invisible(c: char) -> bool {
    matches!(c, '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}' | '\u{ad}' | '\u{0}'..='\u{8}' | '\u{e}'..='\u{1f}')
}

/// A name as it is shown: blanks settled, half-width kana widened, slips of character recognition mended, losses
/// flagged. Blanks at the ends alone are no mark: they carry nothing.
pub fn name(value: &str, field: &str, marks: &mut Marks) -> String {
    let settled = settled(value);
    let wide = widen_kana(&settled);
    let mended = mend_katakana(&wide);
    if mended != value.trim() {
        marks.add(field, MarkKind::Folded, value);
    }
    flag_losses(value, field, marks);
    mended
}

/// Flags a value whose characters were already lost.
pub fn flag_losses(value: &str, field: &str, marks: &mut Marks) {
    if value.contains(LOST) {
        marks.add(field, MarkKind::Damaged, value);
    }
}

/// Free text: the literal `（改行）` of the official export becomes a line end; empty is `None`.
pub fn remark(value: &str, field: &str, marks: &mut Marks) -> Option<String> {
    let value = value.trim();
    if value.is_empty() {
        return None;
    }
    flag_losses(value, field, marks);
    let lines = value.replace("\r\n", "\n").replace('\r', "\n");
    let broken = lines.replace("（改行）", "\n").replace("(改行)", "\n");
    if broken != lines {
        marks.add(field, MarkKind::Folded, value);
    }
    let kept: String = broken.chars().filter(|c| *c == '\n' || !is_invisible(*c)).collect();
    Some(kept.trim().to_owned()).filter(|text| !text.is_empty())
}

/// Full-width letters, digits and signs to half width, blanks included. Kana and kanji stay as they are.
pub fn narrow(value: &str) -> String {
    value
        .chars()
        .map(|c| match c {
            '！'..='～' => char::from_u32(c as u32 - 0xfee0).unwrap_or(c),
            '\u{3000}' => ' ',
            other => other,
        })
        .collect()
}

/// A reading in hiragana. Half-width kana are widened first.
pub fn hiragana(value: &str) -> String {
    settled(value)
        .nfkc()
        .map(|c| match c {
            'ァ'..='ヶ' => char::from_u32(c as u32 - 0x60).unwrap_or(c),
            other => other,
        })
        .collect()
}

fn widen_kana(value: &str) -> String {
    if !value.chars().any(|c| matches!(c, '\u{ff61}'..='\u{ff9f}')) {
        return value.to_owned();
    }
    // NFKC joins ｶ and ﾞ only when they are handed over together.
    let mut out = String::with_capacity(value.len());
    let mut run = String::new();
    for c in value.chars() {
        if matches!(c, '\u{ff61}'..='\u{ff9f}') {
            run.push(c);
        } else {
            out.extend(std::mem::take(&mut run).nfkc());
            out.push(c);
        }
    }
    out.extend(run.nfkc());
    out
}

/// Kanji that character recognition writes for a katakana. Only those that are no word beside katakana: 二 and 力 are
/// (サン二 could be a name), so they are mended only between katakana on both sides.
const LOOKALIKES: [(char, char); 8] = [
    ('卜', 'ト'),
    ('口', 'ロ'),
    ('工', 'エ'),
    ('力', 'カ'),
    ('二', 'ニ'),
    ('八', 'ハ'),
    ('夕', 'タ'),
    ('一', 'ー'),
];

fn mend_katakana(value: &str) -> String {
    if !value.chars().any(|c| LOOKALIKES.iter().any(|(kanji, _)| *kanji == c)) {
        return value.to_owned();
    }
    let chars: Vec<char> = value.chars().collect();
    let is_katakana =
        |at: Option<usize>| at.and_then(|at| chars.get(at)).is_some_and(|c| matches!(c, 'ァ'..='ヺ' | 'ー'));
    chars
        .iter()
        .enumerate()
        .map(|(at, c)| {
            let (before, after) = (is_katakana(at.checked_sub(1)), is_katakana(Some(at + 1)));
            match LOOKALIKES.iter().find(|(kanji, _)| kanji == c) {
                // 卜 is hardly ever a kanji of a name: one katakana before it is enough.
                Some(('卜', kana)) if before => *kana,
                Some((_, kana)) if before && after => *kana,
                _ => *c,
            }
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(value: &str) -> (String, Vec<MarkKind>) {
        let mut marks = Marks::default();
        let name = name(value, "name", &mut marks);
        (name, marks.0.into_iter().map(|mark| mark.kind).collect())
    }

    #[test]
    fn a_kanji_inside_a_katakana_word_is_mended_and_marked() {
        assert_eq!(read("株式会社ハローサポー卜"), ("株式会社ハローサポート".into(), vec![MarkKind::Folded]));
        assert_eq!(read("ケア力ンパニー"), ("ケアカンパニー".into(), vec![MarkKind::Folded]));
        assert_eq!(read("卜部医院"), ("卜部医院".into(), vec![]));
        assert_eq!(read("ケアプラン力丸"), ("ケアプラン力丸".into(), vec![]));
    }

    #[test]
    fn half_width_kana_are_widened_with_their_marks() {
        assert_eq!(read("ﾃﾞｲｻｰﾋﾞｽ 星"), ("デイサービス\u{3000}星".into(), vec![MarkKind::Folded]));
    }

    #[test]
    fn a_lost_character_is_flagged_and_kept() {
        assert_eq!(read("髙\u{fffd}会"), ("髙\u{fffd}会".into(), vec![MarkKind::Damaged]));
    }

    #[test]
    fn the_literal_line_end_of_the_export_becomes_one() {
        let mut marks = Marks::default();
        assert_eq!(
            remark("電話受付（改行）24時間", "remarks", &mut marks).as_deref(),
            Some("電話受付\n24時間")
        );
        assert_eq!(marks.0.len(), 1);
        assert_eq!(remark("  ", "remarks", &mut marks), None);
    }

    #[test]
    fn a_reading_is_hiragana_whatever_the_source_writes() {
        assert_eq!(hiragana("ｱｲﾗﾝﾄﾞ　ケア"), "あいらんど けあ");
    }
}
