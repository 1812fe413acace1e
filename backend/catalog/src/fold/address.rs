//! Addresses: numerals and the words around them.

use super::{base, text};

/// Address form: 一丁目2番地の3 → 1-2-3, 北一条西二丁目 → 北1条西2.
///
/// Numbers of blocks and houses become digits with `-` between, whatever word stood there. Kanji numerals become
/// digits only where a word says that they number something: 三田, 八丁堀 and 四条畷市 are names and stay.
/// 大字 is dropped, 階 and Ｆ are one.
pub fn address(address: &str) -> String {
    // What one pass joins (十 and 階 around a dropped 大字) the next may read as a number. Real addresses are
    // settled after the first; the bound is for what is no address.
    const PASSES: usize = 8;
    let mut form = one_pass(address);
    for _ in 1..PASSES {
        let next = one_pass(&form);
        if next == form {
            break;
        }
        form = next;
    }
    form
}

fn one_pass(address: &str) -> String {
    let source = without_spaces(&base(address));
    let mut scan = Scan { source: &source, at: 0, out: String::with_capacity(address.len()) };
    while scan.at < source.len() {
        scan.step();
    }
    let mut joined = String::with_capacity(scan.out.len());
    for c in scan.out.chars() {
        if c != '-' || !joined.ends_with('-') {
            joined.push(c);
        }
    }
    dashes_kept(joined.trim_end_matches('-'))
}

/// [`text()`] of the parts around dashes: イ-12 must not become イー12.
fn dashes_kept(form: &str) -> String {
    let mut kept = String::with_capacity(form.len());
    for (at, part) in form.split('-').enumerate() {
        if at > 0 {
            kept.push('-');
        }
        if part.bytes().all(|b| b.is_ascii_digit()) {
            kept.push_str(part);
        } else {
            kept.push_str(&text(part));
        }
    }
    kept
}

/// A space counts only between two numbers, where it parts the house from the room.
fn without_spaces(folded: &str) -> Vec<char> {
    let chars: Vec<char> = folded.chars().collect();
    let is_number = |at: Option<usize>| at.and_then(|at| chars.get(at)).is_some_and(|c| is_numeral(*c));
    let kept = |at: usize| chars[at] != ' ' || (is_number(at.checked_sub(1)) && is_number(Some(at + 1)));
    (0..chars.len()).filter(|at| kept(*at)).map(|at| chars[at]).collect()
}

struct Scan<'a> {
    source: &'a [char],
    at: usize,
    out: String,
}

impl Scan<'_> {
    fn peek(&self, ahead: usize) -> char {
        self.source.get(self.at + ahead).copied().unwrap_or('\0')
    }

    fn step(&mut self) {
        let c = self.peek(0);
        if is_kanji_numeral(c) && self.kanji_number() {
            return;
        }
        if self.out.ends_with(|c: char| c.is_ascii_digit()) && self.unit() {
            return;
        }
        match c {
            ' ' => {}
            '字' if self.out.ends_with('大') => {
                self.out.pop();
            }
            // After kana or kanji a dash was settled as a long vowel; before a number it is a dash.
            'ー' | '~' if is_numeral(self.peek(1)) || self.out.ends_with(|c: char| c.is_ascii()) => {
                self.out.push('-');
            }
            _ => self.out.push(c),
        }
        self.at += 1;
    }

    /// A word between numbers becomes a dash, behind the last it goes. Whether there was one.
    fn unit(&mut self) -> bool {
        let [c, next, third] = [0, 1, 2].map(|ahead| self.peek(ahead));
        let numbered = is_numeral(next) || next == '\0';
        let length = match (c, next) {
            ('番', '地') if matches!(third, 'の' | 'ノ' | '之') && is_numeral(self.peek(3)) => 3,
            ('丁', '目') | ('番', '地') | ('号', '室' | '棟') => 2,
            // 一番町, 三番丁, 五番街 and 2号館 are names, 3号線 a road.
            ('番', '町' | '丁' | '街' | '館') | ('号', '館' | '線' | '店' | '車') => 0,
            ('番' | '号', _) => 1,
            ('丁', _) if numbered => 1,
            ('の' | 'ノ' | '之' | 'ー' | '~' | ' ', _) if is_numeral(next) => 1,
            ('階', _) => {
                self.out.push('f');
                self.at += 1;
                return true;
            }
            _ => 0,
        };
        if length > 0 {
            self.at += length;
            // 3号さくらビル and 3 さくらビル are one place: a dash stands only between numbers.
            if is_numeral(self.peek(0)) {
                self.out.push('-');
            }
        }
        length > 0
    }

    /// Kanji numerals that number something become digits. Whether they did.
    fn kanji_number(&mut self) -> bool {
        let length = self.source[self.at..].iter().take_while(|c| is_kanji_numeral(**c)).count();
        let [next, second] = [0, 1].map(|ahead| self.peek(length + ahead));
        let before = self.out.chars().last().unwrap_or('\0');
        let is_direction = |c| matches!(c, '北' | '南' | '東' | '西');
        let behind_number = before == '-' || before.is_ascii_digit();
        let numbers = match next {
            '丁' => second == '目' || is_numeral(second),
            '番' => matches!(second, '地' | '町' | '丁' | '街' | '\0') || is_numeral(second),
            '号' => behind_number || is_direction(before),
            '条' => is_direction(before) || is_direction(second) || is_numeral(second) || second == '通',
            '線' => is_direction(before) || is_direction(second) || is_numeral(second),
            '地' => second == '割',
            'の' | 'ノ' | '之' => is_numeral(second) && behind_number,
            '-' | 'ー' => is_numeral(second),
            '\0' | ' ' => behind_number,
            '階' => true,
            _ => false,
        };
        let number = number(&self.source[self.at..self.at + length]).filter(|_| numbers);
        if let Some(number) = number {
            self.out.push_str(&number.to_string());
            self.at += length;
        }
        number.is_some()
    }
}

fn digit(c: char) -> Option<u32> {
    Some(match c {
        '〇' => 0,
        '一' => 1,
        '二' => 2,
        '三' => 3,
        '四' => 4,
        '五' => 5,
        '六' => 6,
        '七' => 7,
        '八' => 8,
        '九' => 9,
        _ => return None,
    })
}

fn is_kanji_numeral(c: char) -> bool {
    digit(c).is_some() || matches!(c, '十' | '百' | '千')
}

fn is_numeral(c: char) -> bool {
    c.is_ascii_digit() || is_kanji_numeral(c)
}

/// 二十三, 二三 and 百五; `None` beyond nine digits.
fn number(numerals: &[char]) -> Option<u32> {
    let (mut total, mut current) = (0_u32, None);
    for &c in numerals {
        match c {
            '十' => total += current.take().unwrap_or(1) * 10,
            '百' => total += current.take().unwrap_or(1) * 100,
            '千' => total += current.take().unwrap_or(1) * 1_000,
            _ => current = Some(current.unwrap_or(0_u32).checked_mul(10)?.checked_add(digit(c)?)?),
        }
        if total > 1_000_000 || current.is_some_and(|value| value > 99_999) {
            return None;
        }
    }
    total.checked_add(current.unwrap_or(0))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn spellings_of_one_house_meet() {
        for spelling in [
            "中央一丁目2番3号",
            "中央1丁目2-3",
            "中央１－２－３",
            "中央1‐2‐3",
            "中央一丁目二番三号",
            "中央1丁目2番地の3",
            "中央1丁目2番地3",
            "中央１丁目２番地ノ３",
            "中央1ー2ー3",
            "中央1−2−3",
            "中央１の２の３",
            "中央一－二－三",
            "中央 1丁目 2番 3号",
            "大字中央1-2-3",
        ] {
            assert_eq!(address(spelling), "中央1-2-3", "{spelling}");
        }
    }

    #[test]
    fn grids_of_hokkaido_are_read() {
        for (a, b) in [
            ("札幌市北一条西二丁目", "札幌市北1条西2"),
            ("札幌市中央区南１９条西６丁目３番５号", "札幌市中央区南19条西6-3-5"),
            ("旭川市三条通七丁目", "旭川市3条通7"),
            ("東五線北十二号", "東5線北12"),
            ("三田十二丁目3番", "三田12-3"),
            ("第三地割25番地", "第3地割25"),
        ] {
            assert_eq!(address(a), b, "{a}");
            assert_eq!(address(b), b, "{b}");
        }
    }

    #[test]
    fn numerals_in_names_stay() {
        for name in [
            "三重県四日市市",
            "四条畷市",
            "三条市",
            "八丁堀",
            "千代田区",
            "十和田市",
            "一宮市",
            "九十九里町",
            "六本木",
        ] {
            assert_eq!(address(name), name, "{name}");
        }
        assert_eq!(address("千代田区一番町5番地"), address("千代田区１番町５"));
        assert_eq!(address("八丁堀2丁目"), "八丁堀2");
    }

    #[test]
    fn buildings_keep_their_rooms_apart() {
        assert_eq!(address("東町1-2 さくらビル3階"), "東町1-2さくらびる3f");
        assert_eq!(address("東町1-2 さくらビル３Ｆ"), "東町1-2さくらびる3f");
        assert_eq!(address("東町1-2 101号室"), "東町1-2-101");
        assert_eq!(address("東町1-2-101"), "東町1-2-101");
        assert_eq!(address("東町1番2号 さくらビル"), address("東町1-2さくらビル"));
        assert_eq!(address("イー12"), "い-12");
        assert_eq!(address("堺区南瓦町三丁1番"), "堺区南瓦町3-1");
    }

    #[test]
    fn numbers_are_read_in_both_ways_of_writing() {
        let read = |s: &str| number(&s.chars().collect::<Vec<_>>());
        assert_eq!(read("十二"), Some(12));
        assert_eq!(read("二十"), Some(20));
        assert_eq!(read("二三"), Some(23));
        assert_eq!(read("百五"), Some(105));
        assert_eq!(read("千二百三十四"), Some(1234));
        assert_eq!(read("一〇一"), Some(101));
        assert_eq!(read(&"九".repeat(30)), None);
    }

    const PARTS: [&str; 40] = [
        "1",
        "２",
        "34",
        "一",
        "三",
        "十二",
        "百五",
        "〇",
        "ー",
        "-",
        "−",
        "の",
        "ノ",
        "丁目",
        "丁",
        "番地",
        "番地の",
        "番",
        "番町",
        "号",
        "号室",
        "号館",
        "条",
        "線",
        "地割",
        "北",
        "西",
        "通",
        "中央",
        "四条畷市",
        "八丁堀",
        "イ",
        "さくらビル",
        " ",
        "階",
        "Ｆ",
        "字",
        "~",
        "(",
        "甲",
    ];

    proptest! {
        #[test]
        fn folding_twice_is_folding_once(
            front in prop::sample::select(vec!["", "大字", "東京都"]),
            parts in prop::collection::vec(prop::sample::select(&PARTS[..]), 0..10),
        ) {
            let once = address(&format!("{front}{}", parts.concat()));
            prop_assert_eq!(address(&once), once);
        }

        #[test]
        fn widths_and_dashes_never_matter(block in 1..99_u32, house in 1..99_u32, dash in "[-‐−ー－の]") {
            let want = format!("中央{block}-{house}");
            prop_assert_eq!(address(&format!("中央{block}{dash}{house}")), want.clone());
            prop_assert_eq!(address(&format!("中央{block}丁目{house}番地")), want);
        }
    }
}
