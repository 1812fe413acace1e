//! ☆調査票 as a workbook, filled in and sent back.
//!
//! Rows are read by the key in their hidden column, columns by their header, so a sheet may be sorted, filtered, its
//! columns moved. Empty rows are no answer. A row with kinds, closeness or frequency but no ☆ counts as a ☆: nobody says
//! how often two offices work together without meaning that they do. Whatever is not certain is refused with the cell, the
//! value and what to do, everything at once, and a row with a refused cell is not among the answers.

mod rows;

use crate::{
    Limits, ReadError,
    header::fold,
    workbook::{Book, Cell, FILLED_IN, address},
};
use hoshizu_catalog::{
    id::OfficeId,
    survey::SheetCode,
    tie::{Star, TieKind},
};
use rows::Rows;
use serde::Serialize;
use std::collections::BTreeMap;

/// The worksheet people fill in.
pub const WORKSHEET: &str = "☆調査票";
/// The hidden worksheet that says whose sheet it is: names in the first column, values in the second.
pub const HIDDEN: &str = "hoshizu";
/// What `format` on the hidden worksheet says.
pub const FORMAT: &str = "hoshizu-sheet-1";
/// Header of the hidden column of keys: the id of the office, or [`FREE`] and a number.
pub const KEY: &str = "記入キー（消さないでください）";
/// What keys of rows for offices that are not listed begin with.
pub const FREE: &str = "free-";
/// Header of the name.
pub const NAME: &str = "事業所名";
/// Header of the place.
pub const PLACE: &str = "所在地";
/// Header of the telephone of an office that is not listed.
pub const PHONE: &str = "電話";
/// Header of the ☆.
pub const STAR: &str = "☆";
/// Header of the closeness.
pub const CLOSENESS: &str = "関係";
/// Header of the frequency.
pub const FREQUENCY: &str = "回数";

/// Rows among which the header must stand.
const HEADINGS: u32 = 60;

/// What a sheet answers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SheetAnswers {
    /// Whose sheet it is.
    pub code: SheetCode,
    /// The wave it was made for.
    pub wave: u32,
    /// Offices of the roster; `None` is no ☆.
    pub rows: Vec<SheetAnswer>,
    /// Offices that are not listed.
    pub unlisted: Vec<Unlisted>,
    /// What was refused. A caller that saves nothing by half saves nothing while this is not empty.
    pub refused: Vec<SheetFault>,
}

/// The answer about one office of the roster.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SheetAnswer {
    /// Cell of its key.
    pub cell: String,
    /// The office.
    pub office: OfficeId,
    /// The ☆, if any.
    pub star: Option<Star>,
}

/// An office that is not listed, in the respondent's words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unlisted {
    /// Cell of its name.
    pub cell: String,
    /// Name.
    pub name: String,
    /// Where it is, empty when not said.
    pub place: String,
    /// Telephone, empty when not said.
    pub phone: String,
    /// The ☆.
    pub star: Star,
}

/// One thing that cannot be read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct SheetFault {
    /// Cell as a spreadsheet calls it (`F12`).
    pub cell: String,
    /// What stands there.
    pub value: String,
    /// Why, stable code.
    pub reason: &'static str,
    /// What to do, one Japanese sentence.
    pub remedy: String,
}

/// Why a workbook as a whole is no answered sheet.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{reason}{}: {detail}", cell.as_deref().map(|cell| format!(" ({cell})")).unwrap_or_default())]
pub struct SheetError {
    /// The cell, where one is at fault.
    pub cell: Option<String>,
    /// Why, stable code: `no_workbook`, `old_or_locked`, `macros`, `damaged`, `other_file`, `other_version`,
    /// `missing_columns`.
    pub reason: &'static str,
    /// What stands there, or what is missing.
    pub detail: String,
    /// What to do, one Japanese sentence.
    pub remedy: &'static str,
}

const AGAIN: &str = "配られた調査票（Excel）に記入し、「Excel ブック（.xlsx）」として保存し直してください。";

fn error(reason: &'static str, detail: impl Into<String>, remedy: &'static str) -> SheetError {
    SheetError { cell: None, reason, detail: detail.into(), remedy }
}

impl SheetAnswers {
    /// Answers about offices that are not on the roster of this sheet, as faults: the code says whose sheet it is, the
    /// roster is in the caller's hands.
    pub fn outside(&self, roster: &[OfficeId]) -> Vec<SheetFault> {
        let known: std::collections::HashSet<&OfficeId> = roster.iter().collect();
        let strangers = self.rows.iter().filter(|row| !known.contains(&row.office));
        let fault = |row: &SheetAnswer| SheetFault {
            cell: row.cell.clone(),
            value: row.office.to_string(),
            reason: "not_on_roster",
            remedy:
                "この調査票の名簿にない行です。ほかの調査票から写さず、配られたファイルに記入してください。"
                    .to_owned(),
        };
        strangers.map(fault).collect()
    }
}

/// Reads a sheet that was sent back.
///
/// # Errors
/// When it is no workbook, an old or locked one, has macros, is damaged, or is not a ☆調査票 of ours.
pub fn read_sheet(bytes: &[u8], limits: &Limits) -> Result<SheetAnswers, SheetError> {
    if bytes.starts_with(&[0xd0, 0xcf, 0x11, 0xe0]) {
        let remedy = "パスワードを外し、「Excel ブック（.xlsx）」として保存し直してください。";
        return Err(error("old_or_locked", "OLE", remedy));
    }
    if !bytes.starts_with(b"PK") {
        return Err(error("no_workbook", "", AGAIN));
    }
    let damaged = |e: ReadError| error("damaged", e.to_string(), AGAIN);
    let most = FILLED_IN.min(limits.expansion_of(bytes.len() as u64));
    let mut book = Book::open(bytes, WORKSHEET, most).map_err(damaged)?;
    if book.has_macros {
        let remedy =
            "マクロのないブック（.xlsx）として保存し直してください。安全のためマクロ付きは読み込みません。";
        return Err(error("macros", "vbaProject.bin", remedy));
    }
    let names = book.names();
    if !names.iter().any(|name| name == HIDDEN) {
        return Err(error("other_file", names.join("、"), AGAIN));
    }
    let (code, wave) = owner(&book.cells(HIDDEN).map_err(damaged)?)?;
    let mut nearest = error("missing_columns", WORKSHEET, AGAIN);
    // The worksheet may have been renamed; its header tells it.
    for name in names.iter().filter(|name| *name != HIDDEN) {
        let cells = book.cells(name).map_err(damaged)?;
        match Columns::find(&cells) {
            Ok(columns) => {
                let (rows, unlisted, refused) = Rows::new(&columns, &cells).read();
                return Ok(SheetAnswers { code, wave, rows, unlisted, refused });
            }
            Err(missing) => nearest = missing,
        }
    }
    Err(nearest)
}

/// Whose sheet it is, from the hidden worksheet.
fn owner(cells: &[Cell]) -> Result<(SheetCode, u32), SheetError> {
    let value = |name: &str| {
        let row = cells.iter().find(|cell| cell.column == 0 && cell.text == name)?.row;
        cells.iter().find(|cell| cell.row == row && cell.column == 1)
    };
    let text = |name: &str| value(name).map_or("", |cell| cell.text.as_str());
    if text("format") != FORMAT {
        let remedy = "この調査の配布ファイルではありません。配られた調査票に記入してください。";
        return Err(error("other_version", text("format"), remedy));
    }
    let code = SheetCode::parse(text("code"));
    let wave = text("wave").parse().ok();
    code.zip(wave).ok_or_else(|| SheetError {
        cell: value("code").map(|cell| format!("{HIDDEN}!{}", address(cell.row, cell.column))),
        ..error("other_file", text("code"), AGAIN)
    })
}

/// Where things stand.
struct Columns {
    /// The header's row.
    header: u32,
    key: u32,
    name: Option<u32>,
    place: Option<u32>,
    phone: Option<u32>,
    star: u32,
    kinds: Vec<(TieKind, u32)>,
    closeness: Option<u32>,
    frequency: Option<u32>,
}

impl Columns {
    /// The first row that has the ☆ and the key.
    fn find(cells: &[Cell]) -> Result<Self, SheetError> {
        let mut rows: BTreeMap<u32, Vec<(String, u32)>> = BTreeMap::new();
        for cell in cells.iter().filter(|cell| cell.row < HEADINGS) {
            rows.entry(cell.row).or_default().push((fold(&cell.text), cell.column));
        }
        let at = |row: &[(String, u32)], name: &str| {
            let wanted = fold(name);
            row.iter().find(|(text, _)| *text == wanted).map(|(_, column)| *column)
        };
        // Respondents see the short part of a header only, and some rewrite its explanation.
        let begins = |row: &[(String, u32)], name: &str| {
            let wanted = fold(name);
            row.iter().find(|(text, _)| text.starts_with(&wanted)).map(|(_, column)| *column)
        };
        let mut missing = vec![STAR, KEY];
        for (header, row) in &rows {
            let (star, key) = (at(row, STAR), begins(row, "記入キー"));
            if let (Some(star), Some(key)) = (star, key) {
                let kinds = TieKind::ALL.into_iter().filter_map(|kind| Some((kind, at(row, kind.ja())?)));
                return Ok(Self {
                    header: *header,
                    key,
                    name: at(row, NAME),
                    place: at(row, PLACE),
                    phone: begins(row, PHONE),
                    star,
                    kinds: kinds.collect(),
                    closeness: begins(row, CLOSENESS),
                    frequency: begins(row, FREQUENCY),
                });
            }
            match (star, key) {
                (Some(_), None) => missing = vec![KEY],
                (None, Some(_)) => missing = vec![STAR],
                _ => {}
            }
        }
        let remedy = "見出しの行（☆、記入キーなど）を消さず、配られた調査票に記入してください。";
        Err(error("missing_columns", missing.join("、"), remedy))
    }
}
