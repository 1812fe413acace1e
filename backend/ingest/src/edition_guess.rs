//! Which edition a file is, from what is known of it.

use crate::SourceFile;
use hoshizu_catalog::edition::Edition;
use serde::{Deserialize, Serialize};
use unicode_normalization::UnicodeNormalization;

/// Where an edition was taken from, best first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum EditionFrom {
    /// Given by the person who imports.
    Given,
    /// A date in the name of the file or of its archive.
    FileName,
    /// The date the archive gives its member.
    MemberDate,
    /// The date of the file on disk.
    FileDate,
    /// Nothing known: the day of the import.
    Today,
}

/// The edition of a file: given > name > member date > file date > today.
pub fn edition_of(file: &SourceFile, given: Option<&Edition>, today: &Edition) -> (Edition, EditionFrom) {
    if let Some(given) = given {
        return (given.clone(), EditionFrom::Given);
    }
    // The innermost name first: `open.zip/jigyosho_430_all_20260709.csv`.
    let by_name = file.label.rsplit('/').find_map(in_name);
    let parse = |text: &Option<String>| text.as_deref().and_then(|t| Edition::parse(t).ok());
    by_name
        .map(|edition| (edition, EditionFrom::FileName))
        .or_else(|| parse(&file.member_date).map(|e| (e, EditionFrom::MemberDate)))
        .or_else(|| parse(&file.file_date).map(|e| (e, EditionFrom::FileDate)))
        .unwrap_or_else(|| (today.clone(), EditionFrom::Today))
}

/// The date in a name: `_202503_`, `20260709`, `2026-07`, `2026年7月`, `令和7年3月`, `R7.3`.
fn in_name(name: &str) -> Option<Edition> {
    let name: Vec<char> = name.nfkc().collect();
    let mut at = 0;
    while at < name.len() {
        if let Some(edition) = era(&name[at..]) {
            return Some(edition);
        }
        if !name[at].is_ascii_digit() {
            at += 1;
            continue;
        }
        let length = name[at..].iter().take_while(|c| c.is_ascii_digit()).count();
        if let Some(edition) = western(&name[at..], length) {
            return Some(edition);
        }
        at += length;
    }
    None
}

fn number(digits: &[char]) -> Option<u32> {
    let text: String = digits.iter().collect();
    text.parse().ok()
}

fn western(from: &[char], length: usize) -> Option<Edition> {
    let year = number(from.get(..4)?).filter(|y| (2000..2100).contains(y))?;
    match length {
        6 => dated(year, number(&from[4..6])?, None),
        8 => dated(year, number(&from[4..6])?, number(&from[6..8])),
        4 => {
            let separator = *from.get(4)?;
            let month = leading_number(from.get(5..)?)?;
            matches!(separator, '-' | '_' | '.' | '年').then_some(())?;
            let rest = &from[5 + month.1..];
            let day = match rest.first() {
                Some('-' | '_' | '.' | '月') => leading_number(&rest[1..]).map(|(day, _)| day),
                _ => None,
            };
            dated(year, month.0, day).or_else(|| dated(year, month.0, None))
        }
        _ => None,
    }
}

/// `令和7年3月`, `令和元年12月`, `R7.3`, `R07_03`.
fn era(from: &[char]) -> Option<Edition> {
    let (['令', '和', rest @ ..] | ['R' | 'r', rest @ ..]) = from else { return None };
    let (year, used) = match rest.first()? {
        '元' => (1, 1),
        _ => leading_number(rest).filter(|(year, used)| *used <= 2 && (1..=60).contains(year))?,
    };
    let rest = &rest[used..];
    matches!(rest.first()?, '年' | '.' | '-' | '_').then_some(())?;
    let (month, used) = leading_number(&rest[1..])?;
    let day = match rest.get(1 + used) {
        Some('月' | '.' | '-' | '_') => leading_number(&rest[2 + used..]).map(|(day, _)| day),
        _ => None,
    };
    dated(2018 + year, month, day).or_else(|| dated(2018 + year, month, None))
}

fn leading_number(from: &[char]) -> Option<(u32, usize)> {
    let length = from.iter().take_while(|c| c.is_ascii_digit()).count();
    (1..=2).contains(&length).then(|| Some((number(&from[..length])?, length)))?
}

fn dated(year: u32, month: u32, day: Option<u32>) -> Option<Edition> {
    let text = match day {
        Some(day) => format!("{year:04}-{month:02}-{day:02}"),
        None => format!("{year:04}-{month:02}"),
    };
    Edition::parse(&text).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_date_in_a_name_is_read_in_every_way_publishers_write_it() {
        for (name, want) in [
            ("sfkopendata_202503_53.zip", Some("2025-03")),
            ("EXCERPT_jigyosho_430_all_20260709_11rows.csv", Some("2026-07-09")),
            ("kaigo-2026-07.csv", Some("2026-07")),
            ("一覧_2026年7月1日.csv", Some("2026-07-01")),
            ("介護事業所一覧（令和７年３月）.xlsx", Some("2025-03")),
            ("R7.4.1現在.csv", Some("2025-04-01")),
            ("N03-20210101_simplified.geojson.zip", Some("2021-01-01")),
            ("csvdownload053.csv", None),
            ("jigyosho_430.csv", None),
            ("272108_care_service.csv", None),
        ] {
            assert_eq!(in_name(name).as_ref().map(Edition::as_str), want, "{name}");
        }
    }
}
