//! Readings: kana as loosely as people spell them, and Latin letters as kana.

use super::{base, text};
use wana_kana::ConvertJapanese;

/// Loose reading key: small kana enlarged, long vowels dropped, づぢ→ずじ, を→お.
///
/// A vowel is long when marked (`ー`) or when it repeats the one before it, or is う after お: とうきょう and トーキョー
/// both give ときよ. えい stays, because it is also the end and beginning of two words (ていねい). The key of the
/// beginning of a reading is the beginning of its key.
pub fn reading_key(kana: &str) -> String {
    let mut key = String::with_capacity(kana.len());
    let mut last = None;
    for c in text(kana).chars() {
        let c = match c {
            'ー' | '-' | '~' => continue,
            'ゝ' => last.unwrap_or(c),
            'ゞ' => last.map_or(c, voiced),
            _ => enlarged(c),
        };
        if !is_long_after(last, c) {
            key.push(c);
            last = Some(c);
        }
    }
    key
}

fn enlarged(c: char) -> char {
    match c {
        'ぁ' => 'あ',
        'ぃ' => 'い',
        'ぅ' => 'う',
        'ぇ' => 'え',
        'ぉ' | 'を' => 'お',
        'っ' => 'つ',
        'ゃ' => 'や',
        'ゅ' => 'ゆ',
        'ょ' => 'よ',
        'ゎ' => 'わ',
        'づ' => 'ず',
        'ぢ' => 'じ',
        _ => c,
    }
}

/// いすゞ: the sign repeats a kana with a voiced sound.
fn voiced(c: char) -> char {
    match c {
        'ち' => 'じ',
        'つ' => 'ず',
        'か' | 'き' | 'く' | 'け' | 'こ' | 'さ' | 'し' | 'す' | 'せ' | 'そ' | 'た' | 'て' | 'と' | 'は'
        | 'ひ' | 'ふ' | 'へ' | 'ほ' => char::from_u32(c as u32 + 1).unwrap_or(c),
        _ => c,
    }
}

fn is_long_after(last: Option<char>, c: char) -> bool {
    let Some(last) = last else { return false };
    match c {
        'あ' => "あかさたなはまやらわがざだばぱ".contains(last),
        'い' => "いきしちにひみりぎじびぴ".contains(last),
        'う' => "うくすつぬふむゆるぐずぶぷおこそとのほもよろごぞどぼぽ".contains(last),
        'え' => "えけせてねへめれげぜでべぺ".contains(last),
        'お' => "おこそとのほもよろごぞどぼぽ".contains(last),
        _ => false,
    }
}

/// Reading key of a query in plain Latin letters, `None` when it is no romaji.
///
/// Takes Hepburn and the official spelling (shi/si, tsu/tu, fu/hu), long vowels written out, with a macron, with `oh`
/// or not at all (Tōkyō, toukyou, tookyoo, tokyo), `mb` for んb, `tch` for っch, and `n'` or `n-` before a vowel.
pub fn romaji_key(query: &str) -> Option<String> {
    // Longer is no name; the conversion below takes its time with each letter.
    const LONGEST: usize = 120;
    if query.len() > LONGEST {
        return None;
    }
    let folded = base(query);
    let mut letters = String::with_capacity(folded.len());
    for c in folded.trim_matches(['-', '\'', ' ']).chars() {
        match c {
            'a'..='z' => letters.push(c),
            'ā' | 'â' => letters.push('a'),
            'ī' | 'î' => letters.push('i'),
            'ū' | 'û' => letters.push('u'),
            'ē' | 'ê' => letters.push('e'),
            'ō' | 'ô' => letters.push('o'),
            // Shin-ichi is しんいち, not しにち.
            '\'' | '-' | ' ' if letters.ends_with('n') => letters.push('\''),
            '\'' | '-' | ' ' => {}
            _ => return None,
        }
    }
    if letters.is_empty() {
        return None;
    }
    let kana = spelled_plainly(&letters).as_str().to_hiragana();
    is_kana(&kana).then(|| reading_key(&kana)).filter(|key| !key.is_empty())
}

/// Habits of signs and passports brought to what the conversion knows.
fn spelled_plainly(letters: &str) -> String {
    let bytes = letters.as_bytes();
    let is_vowel = |b: &u8| matches!(b, b'a' | b'i' | b'u' | b'e' | b'o');
    let mut out = String::with_capacity(letters.len());
    for (at, &b) in bytes.iter().enumerate() {
        let before = at.checked_sub(1).map(|i| bytes[i]);
        let next = bytes.get(at + 1);
        match b {
            b'm' if matches!(next, Some(b'b' | b'p' | b'm')) => out.push('n'),
            b't' if next == Some(&b'c') => out.push('c'),
            // Ohta, Satoh; but Ohashi has an はし.
            b'h' if before == Some(b'o') && next.is_none_or(|n| !is_vowel(n) && *n != b'y') => {}
            b'\'' if next.is_none_or(|n| !is_vowel(n) && *n != b'y') => {}
            _ => out.push(char::from(b)),
        }
    }
    out
}

/// Whether every character is kana (after [`text()`]); no for the empty text.
pub fn is_kana(text: &str) -> bool {
    !text.is_empty() && text.chars().all(base::is_kana)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn readings_spelled_loosely_meet() {
        for (a, b) in [
            ("デイサービス", "でいさびす"),
            ("キャッスル", "キヤツスル"),
            ("トーキョー", "とうきょう"),
            ("おおさか", "オーサカ"),
            ("おかあさん", "オカーサン"),
            ("つづき", "つずき"),
            ("はなぢ", "はなじ"),
            ("いすゞ", "いすず"),
            ("を", "お"),
        ] {
            assert_eq!(reading_key(a), reading_key(b), "{a} {b}");
        }
        assert_eq!(reading_key("ていねい"), "ていねい");
    }

    #[test]
    fn romaji_meets_the_reading() {
        for (romaji, kana) in [
            ("sakuraen", "さくらえん"),
            ("kyotakukaigo", "きょたくかいご"),
            ("KYOTAKU KAIGO", "きょたくかいご"),
            ("toukyou", "とうきょう"),
            ("tokyo", "とうきょう"),
            ("Tōkyō", "とうきょう"),
            ("tookyoo", "とうきょう"),
            ("oosaka", "おおさか"),
            ("Ohta", "おおた"),
            ("satoh", "さとう"),
            ("ohashi", "おおはし"),
            ("shinjuku", "しんじゅく"),
            ("sinzyuku", "しんじゅく"),
            ("tsukiji", "つきじ"),
            ("tukizi", "つきじ"),
            ("fukushi", "ふくし"),
            ("hukusi", "ふくし"),
            ("shimbashi", "しんばし"),
            ("shin-ichi", "しんいち"),
            ("shin'ichi", "しんいち"),
            ("shin kawa", "しんかわ"),
            ("nihommatsu", "にほんまつ"),
            ("matcha", "まっちゃ"),
            ("hokkaido", "ほっかいどう"),
            ("annai", "あんない"),
            ("honnami", "ほんなみ"),
            ("chiiki", "ちいき"),
            ("jidou", "じどう"),
            ("houmonkango", "ほうもんかんご"),
        ] {
            assert_eq!(romaji_key(romaji), Some(reading_key(kana)), "{romaji}");
        }
    }

    #[test]
    fn words_that_are_no_romaji_have_no_key() {
        for word in ["care-plan", "24", "", "-", "さくら", "abc", "als", &"ka".repeat(100)] {
            assert_eq!(romaji_key(word), None, "{word}");
        }
    }

    proptest! {
        #[test]
        fn a_key_is_its_own_key(s in "[ぁ-ヿー゛]{0,12}") {
            let key = reading_key(&s);
            prop_assert_eq!(reading_key(&key), key);
        }

        #[test]
        fn the_key_of_a_beginning_begins_the_key(a in "[あ-ん]{0,6}", b in "[ぁ-んー]{0,6}") {
            let whole = format!("{a}{b}");
            prop_assert!(reading_key(&whole).starts_with(&reading_key(&a)));
        }

        #[test]
        fn any_query_is_taken(s in "\\PC{0,40}") {
            let _ = romaji_key(&s);
        }
    }
}
