//! Signs that a free text speaks of a client. No client's personal data belongs in the directory; a person decides, so
//! this only points, and rather too seldom than at every 「お客様」.

/// What a part of a text looks like.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// A date of birth.
    Birth,
    /// A person's name with 様 or 氏.
    Person,
    /// An age with a sex, as clients are spoken of.
    Age,
    /// A number of an insured person or a certificate.
    Insured,
}

impl Kind {
    /// The identifier used in the API and in translations.
    pub fn code(self) -> &'static str {
        match self {
            Self::Birth => "birth",
            Self::Person => "person",
            Self::Age => "age",
            Self::Insured => "insured",
        }
    }
}

/// A part of a text that looks like a client's personal data.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sign {
    /// As what.
    pub kind: Kind,
    /// The part, as written.
    pub part: String,
}

/// Words before 様 that are no name.
const NO_NAMES: [&str; 20] = [
    "皆",
    "皆々",
    "利用者",
    "ご利用者",
    "患者",
    "客",
    "お客",
    "家族",
    "ご家族",
    "各",
    "関係者",
    "担当者",
    "事業所",
    "奥",
    "一人",
    "お一人",
    "本人",
    "ご本人",
    "保護者",
    "相談者",
];
/// Words that begin with 様 or end in it.
const NO_TITLES: [&str; 10] =
    ["様子", "様々", "様式", "様相", "様態", "同様", "多様", "仕様", "模様", "有様"];

/// The signs in a text, in its order; at most ten.
pub fn signs(text: &str) -> Vec<Sign> {
    let folded = crate::fold::base(text);
    let mut found = Vec::new();
    let sign = |kind, part: &str| Sign { kind, part: part.to_owned() };
    for label in ["生年月日", "誕生日"] {
        if folded.contains(label) {
            found.push(sign(Kind::Birth, label));
        }
    }
    for label in ["被保険者番号", "受給者証番号", "被保番", "手帳番号", "マイナンバー", "個人番号"]
    {
        if folded.contains(label) {
            found.push(sign(Kind::Insured, label));
        }
    }
    let chars: Vec<char> = folded.chars().collect();
    for at in 0..chars.len() {
        if let Some(part) = birth(&chars, at) {
            found.push(Sign { kind: Kind::Birth, part });
        } else if let Some(part) = age(&chars, at) {
            found.push(Sign { kind: Kind::Age, part });
        } else if let Some(part) = person(&chars, at) {
            found.push(Sign { kind: Kind::Person, part });
        }
        if found.len() >= 10 {
            break;
        }
    }
    found
}

fn digits(chars: &[char], at: usize) -> usize {
    chars[at..].iter().take_while(|c| c.is_ascii_digit()).count()
}

/// `昭和10年5月3日`, `S10.5.3`, `1935年5月3日生`: a day of an era before 平成20 or one followed by 生.
fn birth(chars: &[char], at: usize) -> Option<String> {
    let (era, old) = match chars[at] {
        '大' if chars.get(at + 1) == Some(&'正') => (2, true),
        '昭' if chars.get(at + 1) == Some(&'和') => (2, true),
        'T' | 't' | 'S' | 's' if at == 0 || !chars[at - 1].is_alphanumeric() => (1, true),
        '平' if chars.get(at + 1) == Some(&'成') => (2, false),
        c if c.is_ascii_digit() && (at == 0 || !chars[at - 1].is_ascii_digit()) => (0, false),
        _ => return None,
    };
    let mut here = at + era;
    for (index, ends) in [['年', '.', '/'], ['月', '.', '/'], ['日', '生', ' ']].iter().enumerate() {
        let count = if here < chars.len() { digits(chars, here) } else { 0 };
        let most = if index == 0 && era == 0 { 4 } else { 2 };
        if count == 0 || count > most || (index == 0 && era == 0 && count != 4) {
            return None;
        }
        here += count;
        if index < 2 {
            if !ends.contains(chars.get(here)?) {
                return None;
            }
            here += 1;
        } else if chars.get(here) == Some(&'日') {
            here += 1;
        }
    }
    let born = chars.get(here) == Some(&'生');
    (old || born).then(|| chars[at..here.min(chars.len())].iter().collect())
}

/// `85歳女性`, `80代の男性`, `七十歳` is left alone.
fn age(chars: &[char], at: usize) -> Option<String> {
    if !chars[at].is_ascii_digit() || (at > 0 && chars[at - 1].is_ascii_digit()) {
        return None;
    }
    let mut here = at + digits(chars, at);
    if here - at > 3 || !matches!(chars.get(here)?, '歳' | '才' | '代') {
        return None;
    }
    here += 1;
    while matches!(chars.get(here), Some('の' | '、' | ',' | ' ' | '・')) {
        here += 1;
    }
    let rest: String = chars[here..].iter().take(2).collect();
    matches!(rest.as_str(), "男性" | "女性").then(|| chars[at..here + 2].iter().collect())
}

fn is_name(c: char) -> bool {
    matches!(c, '\u{4e00}'..='\u{9fff}' | '々' | '\u{30a0}'..='\u{30ff}')
}

/// One to six kanji or katakana before 様 or 氏 that are no word for people in general.
fn person(chars: &[char], at: usize) -> Option<String> {
    if !matches!(chars[at], '様' | '氏') {
        return None;
    }
    let around: String = chars[at.saturating_sub(1)..(at + 2).min(chars.len())].iter().collect();
    if chars[at] == '氏' && around.contains("氏名") || NO_TITLES.iter().any(|word| around.contains(word)) {
        return None;
    }
    let start = (0..at).rev().take_while(|before| is_name(chars[*before])).take(7).last()?;
    let name: String = chars[start..at].iter().collect();
    let with_o: String = chars[start.saturating_sub(1)..at].iter().collect();
    let general = NO_NAMES.iter().any(|word| name.ends_with(word) || with_o.ends_with(word));
    let len = at - start;
    (!general && (1..=6).contains(&len)).then(|| format!("{name}{}", chars[at]))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn kinds(text: &str) -> Vec<Kind> {
        signs(text).into_iter().map(|sign| sign.kind).collect()
    }

    #[test]
    fn what_speaks_of_a_client_is_pointed_at() {
        for (text, kind) in [
            ("星野様のケアプランについて", Kind::Person),
            ("担当は佐々木氏です", Kind::Person),
            ("昭和10年5月3日生まれの方", Kind::Birth),
            ("S10.5.3", Kind::Birth),
            ("1935年5月3日生", Kind::Birth),
            ("生年月日は後日", Kind::Birth),
            ("８５歳の女性、独居", Kind::Age),
            ("80代女性", Kind::Age),
            ("被保険者番号 0000000000", Kind::Insured),
        ] {
            assert_eq!(kinds(text), [kind], "{text}");
        }
    }

    #[test]
    fn what_an_office_says_of_itself_is_left_alone() {
        for text in [
            "ご利用者様・ご家族様の声を大切にしています",
            "お客様用の駐車場は2台分です",
            "皆様のお越しをお待ちしています。様々な相談を受けます",
            "電話は平日9時から17時、072-841-1221",
            "65歳以上の方、女性職員が伺います",
            "2026年4月1日に移転しました。令和8年4月1日から土曜も開きます",
            "氏名は不要です。仕様は同様です",
            "平成20年4月1日開設",
            "B型事業所、定員20人、3階建て",
        ] {
            assert_eq!(signs(text), [], "{text}");
        }
    }

    proptest! {
        #[test]
        fn no_text_breaks_it(text in ".{0,200}") {
            prop_assert!(signs(&text).len() <= 18);
        }

        #[test]
        fn no_text_of_its_own_letters_breaks_it(text in "[0-9０-９昭和大正ST年月日生歳様氏男女性.・ ]{0,60}") {
            let _ = signs(&text);
        }
    }
}
