//! Words people put into lists of ties and into ☆調査票, as what they mean.

use hoshizu_catalog::{
    fold,
    tie::{Closeness, Frequency, TieKind, TieKinds},
};

/// A text that is none of the values it could be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("none of the values it could be")]
pub struct NoSuchValue;

/// Other words for kinds; names, identifiers and numbers 1 to 6 are known anyway.
const SYNONYMS: [(&str, TieKind); 12] = [
    ("計画交換", TieKind::PlanExchange),
    ("計画の相互交換", TieKind::PlanExchange),
    ("プランの交換", TieKind::PlanExchange),
    ("情報", TieKind::Information),
    ("情報の提供", TieKind::Information),
    ("情報共有", TieKind::Information),
    ("会議の開催", TieKind::Conference),
    ("担当者会議", TieKind::Conference),
    ("訪問", TieKind::JointVisit),
    ("紹介", TieKind::Referral),
    ("引継ぎ", TieKind::Referral),
    ("引き継ぎ", TieKind::Referral),
];

/// Kinds from their identifiers, Japanese names or numbers, several of them with 「、」, `,`, `;`, `/` or a line end
/// between.
///
/// # Errors
/// The first word that is no kind.
pub fn kinds(text: &str) -> Result<TieKinds, String> {
    text.split(['、', ',', '，', ';', '；', '/', '／', '|', '\n'])
        .map(str::trim)
        .filter(|word| !word.is_empty())
        .map(|word| kind(word).ok_or_else(|| word.to_owned()))
        .collect()
}

fn kind(word: &str) -> Option<TieKind> {
    let plain = |text: &str| fold::text(text).replace(['_', '-', '・'], "");
    let wanted = plain(word);
    let by_number = || TieKind::ALL.get(wanted.parse::<usize>().ok()?.checked_sub(1)?).copied();
    TieKind::ALL
        .into_iter()
        .find(|kind| plain(kind.code()) == wanted || plain(kind.ja()) == wanted)
        .or_else(|| SYNONYMS.iter().find(|(name, _)| plain(name) == wanted).map(|(_, kind)| *kind))
        .or_else(by_number)
}

/// Closeness: `2`, `２`, `②`, `2.0`, `②考え方・人となりが分かる`; nothing is `None`.
///
/// # Errors
/// Anything else.
pub fn closeness(text: &str) -> Result<Option<Closeness>, NoSuchValue> {
    let folded = fold::base(text);
    let word = folded.trim();
    if is_nothing(word) {
        return Ok(None);
    }
    let number =
        word.parse::<f64>().ok().filter(|number| number.fract() == 0.0 && (1.0..=3.0).contains(number));
    let explained = || {
        let mut letters = word.chars();
        let digit = letters.next()?.to_digit(10)?;
        letters.next().is_some_and(|next| !next.is_ascii()).then_some(digit as u8)
    };
    let stage = number.map(|number| number as u8).or_else(explained);
    stage.and_then(Closeness::new).map(Some).ok_or(NoSuchValue)
}

/// Frequency: its identifier, its Japanese name with any dash, the letter on paper, and what a spreadsheet makes of `1-2`
/// when nobody looks (`1月2日`, `2026-01-02`); nothing is `None`.
///
/// # Errors
/// Anything else.
pub fn frequency(text: &str) -> Result<Option<Frequency>, NoSuchValue> {
    let folded: String = fold::base(text)
        .chars()
        .filter(|c| !c.is_whitespace())
        .map(|c| if "~〜～–—―−ー‐‑".contains(c) { '-' } else { c })
        .collect();
    if is_nothing(&folded) {
        return Ok(None);
    }
    let times = folded.trim_start_matches('年').trim_end_matches('回');
    let band = match times {
        "1-2" | "a" => Some(Frequency::OneToTwo),
        "3-5" | "b" => Some(Frequency::ThreeToFive),
        "6-11" | "c" => Some(Frequency::SixToEleven),
        "12+" | "12" | "12-" | "12回以上" | "12以上" | "月1回以上" | "月1" | "月1以上" | "毎月"
        | "monthly" | "d" => Some(Frequency::Monthly),
        _ => band_of_day(times),
    };
    band.map(Some).ok_or(NoSuchValue)
}

/// The band a spreadsheet took for a day.
fn band_of_day(text: &str) -> Option<Frequency> {
    let mut numbers = text.split(|c: char| !c.is_ascii_digit()).filter(|part| !part.is_empty());
    let is_day = text.chars().all(|c| c.is_ascii_digit() || "-/年月日".contains(c));
    let parts: Vec<u32> = numbers.by_ref().filter_map(|part| part.parse().ok()).collect();
    match parts[..] {
        _ if !is_day => None,
        [month, day] | [_, month, day] => match (month, day) {
            (1, 2) => Some(Frequency::OneToTwo),
            (3, 5) => Some(Frequency::ThreeToFive),
            (6, 11) => Some(Frequency::SixToEleven),
            _ => None,
        },
        _ => None,
    }
}

/// Whether a cell says nothing. Programs for networks write `NaN` where a number is missing.
fn is_nothing(word: &str) -> bool {
    matches!(word, "" | "-" | "nan" | "none" | "null" | "なし")
}

/// Whether a box is ticked: `Some(true)` for ☆ and its like, `Some(false)` for nothing and for a plain no, `None` for what is
/// neither.
pub fn tick(text: &str) -> Option<bool> {
    // Variation selectors make the same star black or coloured.
    let plain = text.replace(['\u{fe0e}', '\u{fe0f}'], "");
    let folded = fold::base(&plain);
    match folded.trim() {
        "" | "-" | "ー" | "×" | "0" | "なし" | "無" | "いいえ" | "no" | "false" => Some(false),
        "☆" | "★" | "⭐" | "🌟" | "✩" | "✭" | "*" | "○" | "◯" | "〇" | "●" | "◎" | "⭕" | "1" | "✓" | "✔"
        | "✅" | "☑" | "レ" | "v" | "はい" | "有" | "あり" | "yes" | "true" => Some(true),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn kinds_are_read_by_identifier_name_and_number() {
        let both: TieKinds = [TieKind::PlanExchange, TieKind::Referral].into_iter().collect();
        for text in
            ["plan_exchange;referral", "計画の交換、紹介・引継ぎ", " 計画交換 / 引き継ぎ", "1,5", "１\n５"]
        {
            assert_eq!(kinds(text), Ok(both), "{text}");
        }
        assert_eq!(kinds(""), Ok(TieKinds::default()));
        assert_eq!(kinds("会議、飲み会"), Err("飲み会".to_owned()));
        assert_eq!(kinds("7"), Err("7".to_owned()));
        for kind in TieKind::ALL {
            assert_eq!(kinds(kind.ja()), Ok([kind].into_iter().collect()));
        }
    }

    #[test]
    fn closeness_is_read_with_its_explanation_and_nothing_between_the_stages() {
        for text in ["2", "２", "②", "2.0", "②考え方・人となりが分かる"] {
            assert_eq!(closeness(text), Ok(Closeness::new(2)), "{text}");
        }
        for text in ["", " ", "NaN"] {
            assert_eq!(closeness(text), Ok(None), "{text}");
        }
        for text in ["0", "4", "1-2", "12", "1.5", "近い", "④"] {
            assert_eq!(closeness(text), Err(NoSuchValue), "{text}");
        }
    }

    #[test]
    fn a_band_is_read_even_where_a_spreadsheet_made_a_day_of_it() {
        for band in Frequency::ALL {
            assert_eq!(frequency(band.code()), Ok(Some(band)));
            assert_eq!(frequency(band.ja()), Ok(Some(band)));
        }
        for text in ["3月5日", "2026-03-05", "2026/3/5", "3/5", "３－５回", "年3~5回", "b"] {
            assert_eq!(frequency(text), Ok(Some(Frequency::ThreeToFive)), "{text}");
        }
        assert_eq!(
            (frequency(""), frequency("2-3"), frequency("often")),
            (Ok(None), Err(NoSuchValue), Err(NoSuchValue))
        );
    }

    #[test]
    fn stars_of_every_keyboard_are_ticks() {
        for text in ["☆", "★", "○", "〇", "1", "１", "✓", "☑\u{fe0f}", "＊", " ☆ ", "レ"] {
            assert_eq!(tick(text), Some(true), "{text}");
        }
        for text in ["", "×", "－", "0", "なし"] {
            assert_eq!(tick(text), Some(false), "{text}");
        }
        for text in ["?", "2", "山田", "☆?"] {
            assert_eq!(tick(text), None, "{text}");
        }
    }
}
