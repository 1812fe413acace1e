//! The form that is searched and compared: hiragana, no spaces, one word for 障害.

use super::base;

/// Search form: [`base`](super::base()), katakana to hiragana, ヴァ → ば, 障がい・障碍 → 障害, no spaces.
///
/// Above 50 MB of Japanese a second on one core (`tests/throughput.rs`): it runs over every field of every office.
pub fn text(text: &str) -> String {
    let mut folding = Folding::new(String::with_capacity(text.len()));
    base::each(text, |c, start, end| folding.take(c, start, end));
    folding.out
}

/// [`text()`] as characters, with for each the byte range of the source it came from (for highlights).
pub fn text_with_offsets(source: &str) -> (Vec<char>, Vec<(u32, u32)>) {
    let mut folding =
        Folding::new((Vec::with_capacity(source.len() / 3), Vec::with_capacity(source.len() / 3)));
    base::each(source, |c, start, end| folding.take(c, start, end));
    folding.out
}

/// Where folded characters go.
trait Output {
    fn push(&mut self, c: char, start: usize, end: usize);
    /// Puts another character in place of the last, whose source now reaches to `end`.
    fn replace_last(&mut self, c: char, end: usize);
}

impl Output for String {
    fn push(&mut self, c: char, _: usize, _: usize) {
        self.push(c);
    }

    fn replace_last(&mut self, c: char, _: usize) {
        self.pop();
        self.push(c);
    }
}

impl Output for (Vec<char>, Vec<(u32, u32)>) {
    fn push(&mut self, c: char, start: usize, end: usize) {
        self.0.push(c);
        self.1.push((start as u32, end as u32));
    }

    fn replace_last(&mut self, c: char, end: usize) {
        if let (Some(last), Some(range)) = (self.0.last_mut(), self.1.last_mut()) {
            *last = c;
            range.1 = end as u32;
        }
    }
}

struct Folding<O> {
    out: O,
    /// The last two characters given out.
    last: [char; 2],
    /// The character before was ヴ, given out as ぶ.
    after_vu: bool,
}

impl<O: Output> Folding<O> {
    fn new(out: O) -> Self {
        Self { out, last: [' '; 2], after_vu: false }
    }

    fn take(&mut self, c: char, start: usize, end: usize) {
        let after_vu = std::mem::take(&mut self.after_vu);
        let c = match c {
            ' ' => return,
            'ヴ' | 'ゔ' => {
                self.after_vu = true;
                'ぶ'
            }
            _ => hiragana(c),
        };
        if after_vu {
            let row = match c {
                'ぁ' => 'ば',
                'ぃ' | 'ゅ' => 'び',
                'ぇ' => 'べ',
                'ぉ' => 'ぼ',
                _ => 'ぶ',
            };
            if row != 'ぶ' {
                let vowel_end = if c == 'ゅ' { start } else { end };
                self.out.replace_last(row, vowel_end);
                self.last[1] = row;
                if c != 'ゅ' {
                    return;
                }
            }
        }
        if c == 'い' && self.last == ['障', 'が'] {
            self.out.replace_last('害', end);
            self.last[1] = '害';
            return;
        }
        self.out.push(c, start, end);
        self.last = [self.last[1], c];
    }
}

/// Katakana to hiragana; the small ヵヶ and the old ヰヱ to what is said.
fn hiragana(c: char) -> char {
    match c {
        'ヵ' | 'ゕ' => 'か',
        'ヶ' | 'ゖ' => 'け',
        'ヰ' | 'ゐ' => 'い',
        'ヱ' | 'ゑ' => 'え',
        'ヷ' => 'ば',
        'ヸ' => 'び',
        'ヹ' => 'べ',
        'ヺ' => 'ぼ',
        'ァ'..='ン' | 'ヽ' | 'ヾ' => char::from_u32(c as u32 - 0x60).unwrap_or(c),
        _ => c,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn spellings_of_one_name_fold_together() {
        for (a, b) in [
            ("ﾋﾏﾜﾘ", "ひまわり"),
            ("ＡＢＣ　Ｃａｒｅ", "abccare"),
            ("髙﨑", "高崎"),
            ("齋藤", "斎藤"),
            ("𠮷野家", "吉野家"),
            ("渡邉", "渡辺"),
            ("濵田", "浜田"),
            ("葛\u{E0100}飾", "葛飾"),
            ("㈱ひまわり", "(株)ひまわり"),
            ("㍿ひまわり", "株式会社ひまわり"),
            ("ｹｱ－ｾﾝﾀｰ", "ケアーセンター"),
            ("関ヶ原", "関ケ原"),
            ("一ヵ月", "一カ月"),
            ("ヴィラ", "ビラ"),
            ("ラヴォーレ", "ラボーレ"),
            ("ヴュー", "ビュー"),
            ("ラヴ", "ラブ"),
            ("障がい者", "障害者"),
            ("障ガイ者", "障碍者"),
            ("障礙者", "障害者"),
            ("デイ・サービス", "デイサービス"),
            ("ハローサポー卜", "ハローサポート"),
            ("Ｋ’ｓ", "K's"),
            ("ふぁみり〜", "ファミリー"),
        ] {
            assert_eq!(text(a), text(b), "{a} {b}");
        }
    }

    #[test]
    fn words_that_differ_stay_apart() {
        for (a, b) in
            [("障害", "障外"), ("ハウス", "バウス"), ("1-2", "12"), ("卜部", "ト部"), ("きよう", "きょう")]
        {
            assert_ne!(text(a), text(b), "{a} {b}");
        }
    }

    #[test]
    fn offsets_cover_the_source_of_each_character() {
        let source = "㈱ヴィラ障がい葛\u{E0100} ﾃﾞ";
        let (chars, ranges) = text_with_offsets(source);
        let of = |c: char| {
            let (start, end) = ranges[chars.iter().position(|x| *x == c).unwrap()];
            &source[start as usize..end as usize]
        };
        assert_eq!(of('株'), "㈱");
        assert_eq!(of('び'), "ヴィ");
        assert_eq!(of('害'), "がい");
        assert_eq!(of('葛'), "葛\u{E0100}");
        assert_eq!(of('で'), "ﾃﾞ");
    }

    fn japanese() -> impl Strategy<Value = String> {
        "[ぁ-ヿｦ-ﾟ゛゜\u{3099}\u{309A}\u{FE00}障がい害ヴヷァゅ一-龥ー−〜~ 　・aＡİH\u{0331}´㈱Ⅱ①卜ᄀ-ᅵ0-9]{0,14}"
    }

    proptest! {
            #[test]
            fn folding_twice_is_folding_once(s in prop_oneof![japanese(), "\\PC{0,12}"]) {
                let once = text(&s);
                prop_assert_eq!(text(&once), once);
            }

            #[test]
            fn offsets_agree_with_the_text(s in prop_oneof![japanese(), "\\PC{0,12}"]) {
                let (chars, ranges) = text_with_offsets(&s);
                prop_assert_eq!(chars.iter().collect::<String>(), text(&s));
                prop_assert_eq!(chars.len(), ranges.len());
                for &(start, end) in &ranges {
                    prop_assert!(start < end && s.is_char_boundary(start as usize) && s.is_char_boundary(end as usize));
                }
                prop_assert!(ranges.windows(2).all(|pair| pair[0] == pair[1] || pair[0].1 <= pair[1].0));
            }

            #[test]
    fn spaces_never_matter(
                a in "[ぁ-んァ-ロ一-龥a-z0-9ー〜−障がい]{0,8}",
                b in "[ぁ-んァ-ロ一-龥a-z0-9ー〜−障がい]{0,8}",
            ) {
                prop_assert_eq!(text(&format!("{a} {b}")), text(&format!("{a}　{b}")));
                prop_assert_eq!(text(&format!("{a} {b}")), text(&format!("{a}{b}")));
            }
        }
}
