//! Figures in words, as a city office writes them.

use crate::{
    clock::day_in_japan,
    view::{
        coverage::{CoverageSource, WaysView},
        gaps::{GapColumn, GapReport, TieRange},
    },
};
use hoshizu_catalog::{day::Day, taxonomy::ServiceType};
use hoshizu_print::Fact;

/// What is printed where too few are behind a figure.
pub const WITHHELD: &str = "少数のため非表示";
/// What is printed where nothing is known.
pub const UNKNOWN: &str = "－";

/// 12,345.
pub fn number(count: u64) -> String {
    let digits = count.to_string();
    let mut text = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

/// 約12,300人: three digits, because no estimate of ours holds more.
pub fn people(count: f64) -> String {
    let count = count.max(0.0).round() as u64;
    let step = 10_u64.pow(count.to_string().len().saturating_sub(3) as u32);
    format!("約{}人", number((count + step / 2) / step * step))
}

/// How ways were measured, and what that does not know.
pub fn ways(ways: &WaysView) -> String {
    let straight = if ways.towns_by_road == 0 {
        format!("道のりは直線の{}倍とした推計です。船や山は考えていません。", ways.detour)
    } else {
        format!(
            "道のりの表がある町丁目（{}か所）どうしは表の道のり、ほかは直線の{}倍とした推計です。",
            number(ways.towns_by_road as u64),
            ways.detour
        )
    };
    let stating = match ways.offices_stating {
        0 => String::new(),
        count => format!(
            "実施地域を登録している事業所（{}か所）は、その地域の方にだけ届くものとします。",
            number(count as u64)
        ),
    };
    straight + &stating
}

/// 0.345 as 35.
fn hundredths(share: f64) -> u64 {
    (share * 100.0).round() as u64
}

/// 35%.
pub fn percent(share: f64) -> String {
    format!("{}%", hundredths(share))
}

/// 12〜52%: the lower end first. One end is withheld where the ties of one side are too few to be told.
pub fn share_range(range: TieRange) -> String {
    let Some(either) = range.either else { return WITHHELD.to_owned() };
    let (from, to) = (hundredths(range.mutual.min(either)), hundredths(range.mutual.max(either)));
    if from == to { format!("{from}%") } else { format!("{from}〜{to}%") }
}

/// 1.5〜4.8 with a unit.
pub fn count_range(range: TieRange, digits: usize, unit: &str) -> String {
    let Some(either) = range.either else { return WITHHELD.to_owned() };
    let (from, to) = (range.mutual.min(either), range.mutual.max(either));
    let (from, to) = (format!("{from:.digits$}"), format!("{to:.digits$}"));
    if from == to { format!("{from}{unit}") } else { format!("{from}〜{to}{unit}") }
}

/// Who is meant by an age group.
pub fn age(code: Option<&str>) -> &'static str {
    match code.unwrap_or_default() {
        "0-17" => "18歳未満",
        "18-64" => "18〜64歳",
        "65+" => "65歳以上",
        "75+" => "75歳以上",
        "85+" => "85歳以上",
        _ => "全年齢",
    }
}

/// `2025-12-01` as 2025年12月1日, a time as the day it was in Japan, `2025-12` as 2025年12月; anything else as it is.
pub fn date(text: &str) -> String {
    if let Some(day) = Day::parse(text).or_else(|| day_in_japan(text)) {
        return day.ja();
    }
    let parts: Vec<u32> = text.split('-').filter_map(|part| part.parse().ok()).collect();
    match parts[..] {
        [year, month] => format!("{year}年{month}月"),
        _ => text.to_owned(),
    }
}

/// A fact without a note.
pub fn fact(label: &str, value: impl Into<String>) -> Fact {
    Fact { label: label.to_owned(), value: value.into(), note: String::new() }
}

/// A、B、C ほか2件.
pub fn some_of<'a>(names: impl IntoIterator<Item = &'a str>, most: usize) -> String {
    let names: Vec<&str> = names.into_iter().collect();
    let shown = names[..names.len().min(most)].join("、");
    if names.len() > most { format!("{shown}ほか{}件", names.len() - most) } else { shown }
}

/// The data set a service was read from: that of its name, else the list of the municipality.
pub fn source_of<'r>(report: &'r GapReport, column: &GapColumn) -> Option<&'r CoverageSource> {
    let service = column.code.strip_prefix("service:").and_then(ServiceType::from_code)?;
    let name = format!("({})", service.definition().ja);
    let named = |source: &&CoverageSource| source.label.ends_with(&name);
    let listed = |source: &&CoverageSource| source.label.starts_with("自治体の窓口");
    report.sources.iter().find(named).or_else(|| report.sources.iter().find(listed))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn people_are_told_in_three_digits() {
        assert_eq!(
            [0.0, 7.4, 987.0, 12_345.0, 395_597.0].map(people),
            ["約0人", "約7人", "約987人", "約12,300人", "約396,000人"]
        );
    }

    #[test]
    fn ranges_begin_with_the_lower_end_and_what_is_withheld_says_so() {
        let range = |mutual, either| TieRange { mutual, either };
        assert_eq!(share_range(range(0.52, Some(0.12))), "12〜52%");
        assert_eq!(share_range(range(0.5, Some(0.5))), "50%");
        assert_eq!(share_range(range(0.5, None)), WITHHELD);
        assert_eq!(count_range(range(1.5, Some(4.84)), 1, "か所"), "1.5〜4.8か所");
    }

    #[test]
    fn days_and_months_are_written_out() {
        assert_eq!(
            ["2025-12-01", "2025-12", "令和7年"].map(date),
            ["2025年12月1日", "2025年12月", "令和7年"]
        );
        assert_eq!(some_of(["a", "b", "c"], 2), "a、bほか1件");
    }
}
