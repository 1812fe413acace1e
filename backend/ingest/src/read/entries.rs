//! Entries: what offices say of themselves, in a table of our own that anybody can fill in.
//!
//! | column | holds |
//! |---|---|
//! | 事業所番号 | ten characters; names the office. Several rows of one number are one entry with several contacts |
//! | 特長 | codes or names of `data/taxonomy/strengths.csv`, `、` or `|` between; remarks in brackets behind |
//! | 受入状況 | `居宅介護支援=可`, `=要相談`, `=不可`; service by code or name, `、` or `|` between |
//! | 担当者の役割, 資格, 連絡方法, 連絡できる時間, 直通電話 | one 連携担当者 a row; 資格 as 特長 |
//! | 実施地域 | 通常の事業の実施地域: areas by name or code, `、` or `|` between |
//! | 備考 | remarks for everybody |
//! | 確認日 | `YYYY-MM-DD`, or `12日前` counted from the import; today when empty |
//!
//! No column takes a name of a person: consent is given to the office, not to a file.

use super::{Table, refuse_faulty};
use crate::{Batch, mend::narrow, report::rejection, table::Row};
use hoshizu_catalog::{
    day::Day,
    entry::{Contact, Status, Strength},
    fold,
    listing::Rejection,
    number::OfficeNumber,
    system::System,
    taxonomy::ServiceType,
    terms::{self, Term},
};

/// Columns by which such a table is recognised, besides 事業所番号.
pub(crate) const SIGNS: [&[&str]; 4] = [STRENGTHS, AVAILABILITY, ROLE, SERVICE_AREAS];

const NUMBER: &[&str] = &["事業所番号", "office_number"];
const STRENGTHS: &[&str] = &["特長", "strengths"];
const AVAILABILITY: &[&str] = &["受入状況", "availability"];
const ROLE: &[&str] = &["担当者の役割", "contact_role"];
const QUALIFICATIONS: &[&str] = &["資格", "qualifications"];
const REACH: &[&str] = &["連絡方法", "contact_reach"];
const TIMES: &[&str] = &["連絡できる時間", "contact_times"];
const PHONE: &[&str] = &["直通電話", "contact_phone"];
const SERVICE_AREAS: &[&str] =
    &["実施地域", "通常の事業の実施地域", "サービス提供地域", "サービス実施地域", "service_areas"];
const REMARKS: &[&str] = &["備考", "remarks"];
const CHECKED: &[&str] = &["確認日", "checked_on"];

/// When something was checked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Checked {
    /// On this day.
    On(Day),
    /// So many days before the import.
    DaysAgo(i32),
}

/// What a file says of one office. Empty columns say nothing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EntryRow {
    /// Which office.
    pub number: OfficeNumber,
    /// 連携担当者.
    pub contacts: Vec<Contact>,
    /// 特長.
    pub strengths: Vec<Strength>,
    /// 受入可否 as of `checked`.
    pub availability: Vec<(ServiceType, Status)>,
    /// 通常の事業の実施地域, as the file writes the areas.
    pub service_areas: Vec<String>,
    /// Remarks.
    pub remarks: Option<String>,
    /// When this was checked.
    pub checked: Checked,
}

/// Column, value, reason, remedy.
type Fault<'t> = (&'static [&'static str], &'t str, &'static str, &'static str);

pub(crate) fn read(table: &Table<'_>, dataset: String) -> Batch<EntryRow> {
    let mut batch: Batch<EntryRow> = Batch::new(dataset);
    batch.rows = table.rows.len() as u64;
    for row in &table.rows {
        if refuse_faulty(&mut batch, row) {
            continue;
        }
        match entry(table, row) {
            Ok(mut read) => {
                let same = batch.records.iter_mut().find(|(_, known)| known.number == read.number);
                if let Some((_, known)) = same {
                    known.contacts.append(&mut read.contacts);
                    known.strengths.append(&mut read.strengths);
                    known.availability.append(&mut read.availability);
                    known.service_areas.append(&mut read.service_areas);
                    known.remarks = known.remarks.take().or(read.remarks);
                    batch.merged += 1;
                } else {
                    batch.records.push((row.line, read));
                }
            }
            Err(rejection) => batch.rejected.push(rejection),
        }
    }
    batch
}

fn cell<'t>(table: &Table<'_>, row: &'t Row<'_>, names: &[&str]) -> &'t str {
    table.header.find(names).and_then(|at| row.cells.get(at)).map_or("", |cell| cell.trim())
}

fn entry(table: &Table<'_>, row: &Row<'_>) -> Result<EntryRow, Rejection> {
    let get = |names: &[&str]| cell(table, row, names);
    let text = |names: &[&str]| Some(get(names).to_owned()).filter(|text| !text.is_empty());
    let refuse = |(names, value, reason, remedy): Fault<'_>| {
        rejection(row.line, table.header.name(table.header.find(names)), value, reason, remedy)
    };
    let number = narrow(get(NUMBER));
    let number = OfficeNumber::parse(&number)
        .ok_or_else(|| refuse((NUMBER, &number, "bad_number", "事業所番号を10桁で書いてください。")))?;
    let strengths = strengths(get(STRENGTHS)).map_err(refuse)?;
    let availability = availability(get(AVAILABILITY)).map_err(refuse)?;
    let qualifications = list(get(QUALIFICATIONS))
        .map(|word| {
            let found = term(terms::qualifications(), word).map(|term| term.code.clone());
            found.ok_or((
                QUALIFICATIONS,
                word,
                "unknown_term",
                "data/taxonomy/qualifications.csv の語で書いてください。",
            ))
        })
        .collect::<Result<Vec<String>, Fault<'_>>>()
        .map_err(refuse)?;
    let contact = Contact {
        role: get(ROLE).to_owned(),
        qualifications,
        reach: text(REACH),
        times: text(TIMES),
        phone: text(PHONE),
        ..Contact::default()
    };
    if contact.role.is_empty() && contact != Contact::default() {
        return Err(refuse((ROLE, "", "missing_role", "担当者の列を書くときは、役割も書いてください。")));
    }
    let checked = checked(get(CHECKED)).map_err(refuse)?;
    let contacts = Some(contact).filter(|contact| !contact.role.is_empty()).into_iter().collect();
    let service_areas = list(get(SERVICE_AREAS)).map(str::to_owned).collect();
    Ok(EntryRow { number, contacts, strengths, availability, service_areas, remarks: text(REMARKS), checked })
}

fn list(text: &str) -> impl Iterator<Item = &str> {
    text.split(['、', '|', '｜', '\n']).map(str::trim).filter(|word| !word.is_empty())
}

fn term<'t>(terms: &'t [Term], word: &str) -> Option<&'t Term> {
    let folded = fold::text(word);
    terms.iter().find(|term| term.code == word || fold::text(&term.ja) == folded)
}

fn strengths(text: &str) -> Result<Vec<Strength>, Fault<'_>> {
    list(text)
        .map(|word| {
            if let Some(term) = term(terms::strengths(), word) {
                return Ok(Strength { term: term.code.clone(), note: None });
            }
            // 「手話（木曜のみ）」: the term, and what the office says to it.
            let (name, note) = word.split_once(['(', '（']).unwrap_or((word, ""));
            let note = note.trim_end_matches([')', '）']).trim();
            let found = term(terms::strengths(), name.trim());
            let found = found.ok_or((
                STRENGTHS,
                word,
                "unknown_term",
                "data/taxonomy/strengths.csv の語で書いてください。",
            ))?;
            let note = Some(note.to_owned()).filter(|note| !note.is_empty());
            Ok(Strength { term: found.code.clone(), note })
        })
        .collect()
}

fn availability(text: &str) -> Result<Vec<(ServiceType, Status)>, Fault<'_>> {
    list(text)
        .map(|item| {
            let fault = |reason, remedy| (AVAILABILITY, item, reason, remedy);
            let (service, status) = item
                .split_once(['=', '＝', ':', '：'])
                .ok_or(fault("bad_availability", "「居宅介護支援=可」のように書いてください。"))?;
            let (service, status) = (service.trim(), status.trim());
            let found =
                ServiceType::from_code(service).or_else(|| ServiceType::from_official(&System::ALL, service));
            let service = found.ok_or(fault("unknown_service", "サービスの名前を正しく書いてください。"))?;
            let status = match status {
                "可" | "受入可" => Some(Status::Accepting),
                "要相談" | "相談" => Some(Status::Consult),
                "不可" | "受入不可" => Some(Status::Full),
                code => Status::from_code(code),
            };
            Ok((
                service,
                status.ok_or(fault("bad_availability", "可・要相談・不可のどれかを書いてください。"))?,
            ))
        })
        .collect()
}

fn checked(text: &str) -> Result<Checked, Fault<'_>> {
    if text.is_empty() {
        return Ok(Checked::DaysAgo(0));
    }
    let narrowed = narrow(text).replace('/', "-");
    let ago = narrowed.strip_suffix("日前").and_then(|days| days.trim().parse().ok());
    ago.filter(|days| (0..=36_500).contains(days))
        .map(Checked::DaysAgo)
        .or_else(|| Day::parse(&narrowed).map(Checked::On))
        .ok_or((CHECKED, text, "bad_day", "2026-04-01 のように書いてください。"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::header::Header;
    use std::borrow::Cow;

    fn table(header: &[&'static str], rows: &[&[&'static str]]) -> Batch<EntryRow> {
        let cells = |row: &[&'static str]| row.iter().map(|cell| Cow::Borrowed(*cell)).collect::<Vec<_>>();
        let rows = rows.iter().enumerate();
        let rows =
            rows.map(|(at, row)| Row { line: at as u64 + 2, cells: cells(row), fault: None }).collect();
        read(&Table { header: Header::new(&cells(header)), rows }, "entries".to_owned())
    }

    #[test]
    fn rows_of_one_number_are_one_entry_with_several_contacts() {
        let header = ["事業所番号", "特長", "受入状況", "担当者の役割", "資格", "確認日"];
        let batch = table(
            &header,
            &[
                &[
                    "4870100014",
                    "als、手話（木曜のみ）",
                    "居宅介護支援=可",
                    "管理者",
                    "主任介護支援専門員",
                    "12日前",
                ],
                &["4870100014", "", "", "医療との連携", "nurse", ""],
            ],
        );
        assert_eq!(batch.rejected, []);
        let (_, row) = &batch.records[0];
        assert_eq!(
            row.strengths[1],
            Strength { term: "sign-language".into(), note: Some("木曜のみ".into()) }
        );
        assert_eq!((row.contacts.len(), row.checked), (2, Checked::DaysAgo(12)));
        assert_eq!(row.availability[0].1, Status::Accepting);
        assert!(batch.accounts_for_every_row());
    }

    #[test]
    fn a_row_that_cannot_be_read_names_line_column_and_remedy() {
        let header = ["事業所番号", "特長", "受入状況", "担当者の役割", "連絡方法", "確認日"];
        let batch = table(
            &header,
            &[
                &["12", "", "", "", "", ""],
                &["4870100014", "月面歩行", "", "", "", ""],
                &["4870100014", "", "居宅介護支援=たぶん", "", "", ""],
                &["4870100014", "", "", "", "電話", ""],
                &["4870100014", "", "", "", "", "きのう"],
            ],
        );
        let told: Vec<(u64, &str, &str)> =
            batch.rejected.iter().map(|r| (r.line, r.column.as_str(), r.reason.as_str())).collect();
        assert_eq!(
            told,
            [
                (2, "事業所番号", "bad_number"),
                (3, "特長", "unknown_term"),
                (4, "受入状況", "bad_availability"),
                (5, "担当者の役割", "missing_role"),
                (6, "確認日", "bad_day"),
            ]
        );
    }
}
