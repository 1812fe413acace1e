//! The ways people spell a name, a telephone number or an address.

use crate::offices::Dice;
use hoshizu_catalog::fold;
use hoshizu_search::Document;

pub fn reading(office: &Document) -> String {
    office.kana.as_deref().map(fold::reading_key).unwrap_or_default()
}

/// 市 or 区 with its name, cut from an address.
pub fn city_of(address: &str) -> Option<&str> {
    let start = address.find(['都', '道', '府', '県']).map(|at| at + '都'.len_utf8())?;
    let rest = &address[start..];
    let end = rest.find('市').map(|at| at + '市'.len_utf8())?;
    (!rest[end..].chars().take(5).any(|c| c == '区')).then_some(&rest[..end])
}

pub fn with_blank(office: &Document, dice: &mut Dice) -> Option<String> {
    // A blank where a word ends: before the kind of service.
    let at =
        ["居宅", "ケアプラン", "訪問", "デイ", "介護", "相談"].iter().find_map(|word| office.name.find(word));
    let at = at.filter(|at| *at > 3)?;
    let blank = *dice.pick(&[" ", "　"]);
    Some(format!("{}{blank}{}", office.name[..at].trim(), &office.name[at..]))
}

pub fn other_kana(kana: &str) -> String {
    kana.chars()
        .map(|c| match c {
            'ァ'..='ヶ' => char::from_u32(c as u32 - 0x60).unwrap_or(c),
            'ぁ'..='ゖ' => char::from_u32(c as u32 + 0x60).unwrap_or(c),
            c => c,
        })
        .collect()
}

const FULL: &str = "アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワンァィゥェォャュョッー";
const HALF: &str = "ｱｲｳｴｵｶｷｸｹｺｻｼｽｾｿﾀﾁﾂﾃﾄﾅﾆﾇﾈﾉﾊﾋﾌﾍﾎﾏﾐﾑﾒﾓﾔﾕﾖﾗﾘﾙﾚﾛﾜﾝｧｨｩｪｫｬｭｮｯｰ";

/// Katakana to half width, voicing marks apart; `None` for a name with fewer than four.
pub fn half_width(name: &str) -> Option<String> {
    let plain = |c: char| FULL.chars().position(|full| full == c).and_then(|at| HALF.chars().nth(at));
    let mut count = 0;
    let mut out = String::new();
    for c in name.chars() {
        let voiced = char::from_u32((c as u32).wrapping_sub(1)).and_then(plain).map(|half| (half, 'ﾞ'));
        let plosive = char::from_u32((c as u32).wrapping_sub(2)).and_then(plain).map(|half| (half, 'ﾟ'));
        let marked = if "ガギグゲゴザジズゼゾダヂヅデドバビブベボ".contains(c) {
            voiced
        } else if "パピプペポ".contains(c) {
            plosive
        } else {
            None
        };
        match (plain(c), marked) {
            (Some(half), _) => out.push(half),
            (None, Some((half, mark))) => out.extend([half, mark]),
            _ => {
                out.push(c);
                continue;
            }
        }
        count += 1;
    }
    (count >= 4).then_some(out)
}

pub fn full_width(name: &str) -> Option<String> {
    let latin = name.chars().filter(char::is_ascii_alphabetic).count();
    let widen =
        |c: char| if c.is_ascii_graphic() { char::from_u32(c as u32 + 0xFEE0).unwrap_or(c) } else { c };
    (latin >= 2).then(|| name.chars().map(widen).collect())
}

pub fn variant(name: &str) -> Option<String> {
    const PAIRS: [(char, char); 16] = [
        ('高', '髙'),
        ('崎', '﨑'),
        ('斎', '齋'),
        ('沢', '澤'),
        ('桜', '櫻'),
        ('広', '廣'),
        ('島', '嶋'),
        ('真', '眞'),
        ('恵', '惠'),
        ('栄', '榮'),
        ('会', '會'),
        ('竜', '龍'),
        ('浜', '濱'),
        ('国', '國'),
        ('辺', '邊'),
        ('鉄', '鐵'),
    ];
    let swap = |c: char| {
        PAIRS.iter().find_map(|(new, old)| match c {
            _ if c == *new => Some(*old),
            _ if c == *old => Some(*new),
            _ => None,
        })
    };
    name.contains(|c| swap(c).is_some()).then(|| name.chars().map(|c| swap(c).unwrap_or(c)).collect())
}

pub fn spelled_phone(digits: &str, dice: &mut Dice) -> String {
    let (head, rest) = digits.split_at(3);
    let (middle, end) = rest.split_at(rest.len() - 4);
    let wide =
        |text: &str| text.chars().map(|c| char::from_u32(c as u32 + 0xFEE0).unwrap_or(c)).collect::<String>();
    match dice.roll(4) {
        0 => digits.to_owned(),
        1 => format!("{head}-{middle}-{end}"),
        2 => format!("{}（{}）{}", wide(head), wide(middle), wide(end)),
        _ => format!("{head} {middle} {end}"),
    }
}

/// Numerals and joints spelled another way than the file has them.
pub fn respelled_address(address: &str) -> Option<String> {
    if address.chars().count() < 12 || !address.contains("丁目") {
        return None;
    }
    let kanji = ["〇", "一", "二", "三", "四", "五", "六", "七", "八", "九"];
    let letters: Vec<char> = address.chars().collect();
    let mut out = String::new();
    for (at, c) in letters.iter().enumerate() {
        let digit = fold::base(&c.to_string()).chars().next().and_then(|c| c.to_digit(10));
        match digit {
            Some(digit)
                if letters.get(at + 1) == Some(&'丁') && !out.ends_with(|c: char| c.is_ascii_digit()) =>
            {
                out.push_str(kanji[digit as usize]);
            }
            Some(digit) => out.push_str(&digit.to_string()),
            None => out.push(*c),
        }
    }
    Some(out)
}

pub fn slipped(office: &Document, dice: &mut Dice) -> Option<String> {
    let mut letters: Vec<char> = office.name.chars().filter(|c| !c.is_whitespace()).collect();
    if letters.len() < 6 {
        return None;
    }
    let at = 1 + dice.roll(letters.len() - 2);
    match dice.roll(3) {
        0 => letters[at] = 'ぬ',
        1 => {
            letters.remove(at);
        }
        _ => letters.swap(at, at - 1),
    }
    let slip: String = letters.into_iter().collect();
    (fold::text(&slip) != fold::text(&office.name)).then_some(slip)
}

/// Hepburn as people type it; `None` where the reading holds anything but kana.
pub fn romaji(kana: &str) -> Option<String> {
    const ROWS: [(&str, &str); 75] = [
        ("きゃ", "kya"),
        ("きゅ", "kyu"),
        ("きょ", "kyo"),
        ("しゃ", "sha"),
        ("しゅ", "shu"),
        ("しょ", "sho"),
        ("ちゃ", "cha"),
        ("ちゅ", "chu"),
        ("ちょ", "cho"),
        ("にゃ", "nya"),
        ("にゅ", "nyu"),
        ("にょ", "nyo"),
        ("ひゃ", "hya"),
        ("ひょ", "hyo"),
        ("りゃ", "rya"),
        ("りゅ", "ryu"),
        ("りょ", "ryo"),
        ("ぎょ", "gyo"),
        ("ぎゅ", "gyu"),
        ("じゃ", "ja"),
        ("じゅ", "ju"),
        ("じょ", "jo"),
        ("びょ", "byo"),
        ("あ", "a"),
        ("い", "i"),
        ("う", "u"),
        ("え", "e"),
        ("お", "o"),
        ("か", "ka"),
        ("き", "ki"),
        ("く", "ku"),
        ("け", "ke"),
        ("こ", "ko"),
        ("さ", "sa"),
        ("し", "shi"),
        ("す", "su"),
        ("せ", "se"),
        ("そ", "so"),
        ("た", "ta"),
        ("ち", "chi"),
        ("つ", "tsu"),
        ("て", "te"),
        ("と", "to"),
        ("な", "na"),
        ("に", "ni"),
        ("の", "no"),
        ("は", "ha"),
        ("ひ", "hi"),
        ("ふ", "fu"),
        ("へ", "he"),
        ("ほ", "ho"),
        ("ま", "ma"),
        ("み", "mi"),
        ("む", "mu"),
        ("め", "me"),
        ("も", "mo"),
        ("や", "ya"),
        ("ゆ", "yu"),
        ("よ", "yo"),
        ("ら", "ra"),
        ("り", "ri"),
        ("る", "ru"),
        ("れ", "re"),
        ("ろ", "ro"),
        ("わ", "wa"),
        ("が", "ga"),
        ("ぎ", "gi"),
        ("ぐ", "gu"),
        ("げ", "ge"),
        ("ご", "go"),
        ("じ", "ji"),
        ("だ", "da"),
        ("で", "de"),
        ("ど", "do"),
        ("ば", "ba"),
    ];
    let folded = fold::text(kana);
    let (mut rest, mut out) = (folded.as_str(), String::new());
    while let Some(c) = rest.chars().next() {
        if let Some((head, latin)) = ROWS.iter().find(|(head, _)| rest.starts_with(head)) {
            out.push_str(latin);
            rest = &rest[head.len()..];
            continue;
        }
        // ん before a vowel would be read with it; long marks are left out as people leave them out.
        match c {
            'ん' => out.push_str("n'"),
            'ー' => {}
            _ => return None,
        }
        rest = &rest[c.len_utf8()..];
    }
    Some(out)
}
