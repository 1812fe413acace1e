//! ☆調査票 as they come back: sorted, with columns moved, half empty, damaged, from other programs.
#![expect(clippy::unwrap_used, reason = "helpers of tests fail as tests do")]

use hoshizu_catalog::{
    id::OfficeId,
    survey::SheetCode,
    tie::{Closeness, Frequency, Star, TieKind},
};
use hoshizu_ingest::{
    Limits,
    survey_sheet::{FORMAT, HIDDEN, KEY, SheetAnswers, SheetError, WORKSHEET, read_sheet},
};
use std::{fmt::Write as _, io::Write as _};
use uuid::Uuid;

/// What stands in a cell.
#[derive(Clone)]
enum Put {
    /// A text, kept apart from the cells as spreadsheets do.
    Text(String),
    /// A number.
    Number(f64),
    /// A formula with what it shows.
    Formula(&'static str),
    /// An error.
    Error,
    /// Nothing.
    Nothing,
}

impl From<&str> for Put {
    fn from(text: &str) -> Self {
        if text.is_empty() { Self::Nothing } else { Self::Text(text.to_owned()) }
    }
}

const SPREADSHEET: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const RELATIONS: &str = "http://schemas.openxmlformats.org/package/2006/relationships";
const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/// A workbook with shared texts, as spreadsheet programs save it.
fn book(sheets: &[(&str, Vec<Vec<Put>>)], more: &[(&str, &str)]) -> Vec<u8> {
    let mut texts: Vec<String> = Vec::new();
    let mut archive = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    let mut file = |name: &str, text: &str| {
        archive.start_file(name, zip::write::SimpleFileOptions::default()).unwrap();
        archive.write_all(text.as_bytes()).unwrap();
    };
    let (mut names, mut links) = (String::new(), String::new());
    for (number, (name, rows)) in (1..).zip(sheets) {
        write!(names, r#"<sheet name="{name}" sheetId="{number}" r:id="r{number}"/>"#).unwrap();
        write!(
            links,
            r#"<Relationship Id="r{number}" Type="{OFFICE}/worksheet" Target="worksheets/sheet{number}.xml"/>"#
        )
        .unwrap();
        file(&format!("xl/worksheets/sheet{number}.xml"), &sheet(rows, &mut texts));
    }
    write!(links, r#"<Relationship Id="t" Type="{OFFICE}/sharedStrings" Target="sharedStrings.xml"/>"#)
        .unwrap();
    let shared: String = texts.iter().map(|text| format!("<si><t>{text}</t></si>")).collect();
    file("xl/sharedStrings.xml", &format!(r#"<sst xmlns="{SPREADSHEET}">{shared}</sst>"#));
    file(
        "xl/workbook.xml",
        &format!(r#"<workbook xmlns="{SPREADSHEET}" xmlns:r="{OFFICE}"><sheets>{names}</sheets></workbook>"#),
    );
    file(
        "xl/_rels/workbook.xml.rels",
        &format!(r#"<Relationships xmlns="{RELATIONS}">{links}</Relationships>"#),
    );
    file(
        "_rels/.rels",
        &format!(
            r#"<Relationships xmlns="{RELATIONS}"><Relationship Id="r1" Type="{OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>"#
        ),
    );
    for (name, text) in more {
        file(name, text);
    }
    archive.finish().unwrap().into_inner()
}

fn sheet(rows: &[Vec<Put>], texts: &mut Vec<String>) -> String {
    let mut cells = String::new();
    for (row, put) in (1..).zip(rows) {
        write!(cells, r#"<row r="{row}">"#).unwrap();
        for (column, put) in ('A'..='Z').zip(put) {
            match put {
                Put::Text(text) => {
                    texts.push(text.clone());
                    write!(cells, r#"<c r="{column}{row}" t="s"><v>{}</v></c>"#, texts.len() - 1).unwrap();
                }
                Put::Number(number) => write!(cells, r#"<c r="{column}{row}"><v>{number}</v></c>"#).unwrap(),
                Put::Formula(shown) => {
                    write!(cells, r#"<c r="{column}{row}" t="str"><f>A1</f><v>{shown}</v></c>"#).unwrap();
                }
                Put::Error => write!(cells, r#"<c r="{column}{row}" t="e"><v>#REF!</v></c>"#).unwrap(),
                Put::Nothing => {}
            }
        }
        cells.push_str("</row>");
    }
    format!(r#"<worksheet xmlns="{SPREADSHEET}"><sheetData>{cells}</sheetData></worksheet>"#)
}

const CODE: &str = "3467-9ACD-EFGH";

fn office(number: u128) -> OfficeId {
    OfficeId(Uuid::from_u128(number))
}

fn hidden() -> (&'static str, Vec<Vec<Put>>) {
    let row = |name: &str, value: &str| vec![name.into(), value.into()];
    (HIDDEN, vec![row("format", FORMAT), row("code", CODE), row("wave", "2")])
}

const HEADER: [&str; 10] = [
    "番号",
    "事業所名",
    "所在地",
    "電話（名簿にない所）",
    "☆",
    "会議",
    "研修",
    "関係（1～3）",
    "回数（過去12か月）",
    KEY,
];

fn header() -> Vec<Put> {
    HEADER.map(Put::from).to_vec()
}

/// A row: name, ☆, 会議, closeness, frequency, key.
fn row<const N: usize>(at: [(&str, Put); N], key: &str) -> Vec<Put> {
    let mut cells = vec![Put::Nothing; 10];
    cells[9] = key.into();
    for (name, put) in at {
        let column = HEADER.iter().position(|title| title.starts_with(name)).unwrap();
        cells[column] = put;
    }
    cells
}

fn key(number: u128) -> String {
    office(number).to_string()
}

fn read(rows: Vec<Vec<Put>>) -> SheetAnswers {
    let title = vec![vec!["宵宮市 ☆調査 第2回".into()], vec![]];
    let rows = title.into_iter().chain(rows).collect();
    read_sheet(&book(&[(WORKSHEET, rows), hidden()], &[]), &Limits::default()).unwrap()
}

fn stars(answers: &SheetAnswers) -> Vec<(u128, bool)> {
    answers.rows.iter().map(|row| (row.office.0.as_u128(), row.star.is_some())).collect()
}

fn refused(answers: &SheetAnswers) -> Vec<(&str, &str, &str)> {
    assert!(answers.refused.iter().all(|fault| !fault.remedy.is_empty()));
    answers.refused.iter().map(|fault| (fault.cell.as_str(), fault.value.as_str(), fault.reason)).collect()
}

#[test]
fn rows_are_read_by_their_key_and_columns_by_their_header() {
    let whole = row(
        [("☆", "★".into()), ("会議", "○".into()), ("関係", Put::Number(2.0)), ("回数", "年3〜5回".into())],
        &key(7),
    );
    let rows = vec![header(), row([], &key(9)), whole, row([("☆", Put::Number(1.0))], &key(3))];
    let straight = read(rows.clone());
    assert_eq!(straight.code, SheetCode::parse(CODE).unwrap());
    assert_eq!(stars(&straight), [(9, false), (7, true), (3, true)]);
    let star = Star {
        kinds: [TieKind::Conference].into_iter().collect(),
        closeness: Closeness::new(2),
        frequency: Some(Frequency::ThreeToFive),
    };
    assert_eq!(straight.rows[1].star, Some(star));
    let turned = read(rows.into_iter().map(|cells| cells.into_iter().rev().collect()).collect());
    let without_cells = |answers: &SheetAnswers| -> Vec<(OfficeId, Option<Star>)> {
        answers.rows.iter().map(|row| (row.office, row.star)).collect()
    };
    assert_eq!(without_cells(&turned), without_cells(&straight), "columns in another order");
}

#[test]
fn a_row_without_a_star_but_with_more_is_a_star() {
    let answers = read(vec![
        header(),
        row([("会議", "○".into())], &key(1)),
        row([("回数", "月1回以上".into())], &key(2)),
        row([("☆", "×".into())], &key(3)),
        row([("☆", "×".into()), ("会議", "○".into())], &key(4)),
    ]);
    assert_eq!(stars(&answers), [(1, true), (2, true), (3, false)]);
    assert_eq!(refused(&answers), [("E7", "×", "no_but_answered")]);
}

#[test]
fn every_fault_is_told_at_once_with_its_cell() {
    let answers = read(vec![
        header(),
        row([("☆", "山田".into()), ("会議", "△".into()), ("関係", Put::Number(4.0))], &key(1)),
        row([("☆", Put::Formula("☆"))], &key(2)),
        row([("関係", Put::Error), ("回数", "よく".into())], &key(3)),
        row([("☆", "☆".into())], ""),
        row([("☆", "☆".into())], "ひまわり居宅"),
        row([("☆", "☆".into())], &key(5)),
        row([("☆", "☆".into())], &key(5)),
        row([], ""),
    ]);
    assert_eq!(
        refused(&answers),
        [
            ("E4", "山田", "no_tick"),
            ("F4", "△", "no_tick"),
            ("H4", "4", "bad_closeness"),
            ("E5", "☆", "computed"),
            ("H6", "", "computed"),
            ("I6", "よく", "bad_frequency"),
            ("J7", "", "key_missing"),
            ("J8", "ひまわり居宅", "key_unknown"),
            ("J10", &key(5), "key_twice"),
        ]
    );
    assert_eq!(stars(&answers), [(5, true)]);
}

#[test]
fn offices_that_are_not_listed_are_read_from_the_free_rows() {
    let answers = read(vec![
        header(),
        row(
            [("事業所名", "あおぞら薬局".into()), ("所在地", "駅前".into()), ("電話", "0120-0-0000".into())],
            "free-1",
        ),
        row([("☆", "☆".into())], "free-2"),
        row([], "free-3"),
        row([("事業所名", "民生委員".into()), ("☆", "○".into()), ("関係", Put::Number(3.0))], "ｆｒｅｅ－４"),
    ]);
    let told: Vec<_> =
        answers.unlisted.iter().map(|office| (office.name.as_str(), office.place.as_str())).collect();
    assert_eq!(told, [("あおぞら薬局", "駅前"), ("民生委員", "")]);
    assert_eq!(answers.unlisted[1].star.closeness, Closeness::new(3));
    assert_eq!(refused(&answers), [("B5", "", "name_missing")]);
}

fn error(bytes: &[u8]) -> SheetError {
    let error = read_sheet(bytes, &Limits::default()).unwrap_err();
    assert!(!error.remedy.is_empty());
    error
}

#[test]
fn what_is_no_sheet_of_ours_is_refused_as_a_whole() {
    let rows = || vec![header(), row([("☆", "☆".into())], &key(1))];
    let whole = book(&[(WORKSHEET, rows()), hidden()], &[]);
    assert!(read_sheet(&whole, &Limits::default()).is_ok());
    assert_eq!(error(b"name,star\n").reason, "no_workbook");
    assert_eq!(error(&[0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1]).reason, "old_or_locked");
    assert_eq!(error(&whole[..whole.len() / 2]).reason, "damaged");
    let mut torn = whole.clone();
    torn[60..90].fill(0);
    assert_eq!(error(&torn).reason, "damaged");
    assert_eq!(error(&book(&[(WORKSHEET, rows())], &[])).reason, "other_file");
    assert_eq!(
        error(&book(&[(WORKSHEET, rows()), hidden()], &[("xl/vbaProject.bin", "x")])).reason,
        "macros"
    );
    let (name, mut owner) = hidden();
    owner[0][1] = "hoshizu-sheet-9".into();
    assert_eq!(error(&book(&[(WORKSHEET, rows()), (name, owner)], &[])).reason, "other_version");
    let (name, mut owner) = hidden();
    owner[1][1] = "0000".into();
    let wrong = error(&book(&[(WORKSHEET, rows()), (name, owner)], &[]));
    assert_eq!((wrong.reason, wrong.cell.as_deref()), ("other_file", Some("hoshizu!B2")));
    let mut keyless = rows();
    keyless[0].pop();
    let missing = error(&book(&[(WORKSHEET, keyless), hidden()], &[]));
    assert_eq!((missing.reason, missing.detail.as_str()), ("missing_columns", KEY));
}

#[test]
fn two_cells_far_apart_do_not_ask_for_the_space_between() {
    let far = r#"<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>"#;
    let text = sheet(&[header()], &mut Vec::new()).replace("</sheetData>", &format!("{far}</sheetData>"));
    let whole = book(&[("a", vec![header()]), hidden()], &[]);
    // The builder writes plain rows only; the far cell is put in by hand.
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(whole)).unwrap();
    let mut patched = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for at in 0..archive.len() {
        let member = archive.by_index_raw(at).unwrap();
        if member.name().unwrap() == "xl/worksheets/sheet1.xml" {
            patched.start_file("xl/worksheets/sheet1.xml", zip::write::SimpleFileOptions::default()).unwrap();
            patched.write_all(text.as_bytes()).unwrap();
        } else {
            patched.raw_copy_file(member).unwrap();
        }
    }
    let bytes = patched.finish().unwrap().into_inner();
    let answers = read_sheet(&bytes, &Limits::default()).unwrap();
    assert!(answers.rows.is_empty() && answers.refused.is_empty());
}
