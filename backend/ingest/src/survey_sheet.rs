//! ☆調査票 as a workbook, filled in and sent back.
//!
//! Rows are read by the key in their hidden column, columns by their header, so a sheet may be sorted, filtered, its
//! columns moved. Empty rows are no answer. A row with kinds, closeness or frequency but no ☆ counts as a ☆: nobody says
//! how often two offices work together without meaning that they do. Whatever is not certain is refused with the cell, the
//! value and what to do, everything at once, and a row with a refused cell is not among the answers.

use crate::{
    Limits, ReadError,
    header::fold,
    ties::words,
    workbook::{Book, Cell, FILLED_IN, address},
};
use hoshizu_catalog::{
    fold,
    id::OfficeId,
    survey::SheetCode,
    tie::{Frequency, Star, TieKind, TieKinds},
};
use serde::Serialize;
use std::collections::{BTreeMap, HashMap};

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
/// Letters of a free text.
const TEXT: usize = 200;

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

/// The rows below the header.
struct Rows<'a> {
    columns: &'a Columns,
    cells: BTreeMap<u32, HashMap<u32, &'a Cell>>,
    /// Rows in which each key stands first.
    keys: HashMap<String, u32>,
    answers: Vec<SheetAnswer>,
    unlisted: Vec<Unlisted>,
    refused: Vec<SheetFault>,
}

impl<'a> Rows<'a> {
    fn new(columns: &'a Columns, cells: &'a [Cell]) -> Self {
        let mut rows: BTreeMap<u32, HashMap<u32, &Cell>> = BTreeMap::new();
        for cell in cells.iter().filter(|cell| cell.row > columns.header) {
            rows.entry(cell.row).or_default().insert(cell.column, cell);
        }
        let (keys, answers) = (HashMap::new(), Vec::new());
        Self { columns, cells: rows, keys, answers, unlisted: Vec::new(), refused: Vec::new() }
    }

    fn read(mut self) -> (Vec<SheetAnswer>, Vec<Unlisted>, Vec<SheetFault>) {
        let rows: Vec<u32> = self.cells.keys().copied().collect();
        for row in rows {
            self.row(row);
        }
        (self.answers, self.unlisted, self.refused)
    }

    fn cell(&self, row: u32, column: Option<u32>) -> Option<&'a Cell> {
        self.cells.get(&row)?.get(&column?).copied()
    }

    fn text(&self, row: u32, column: Option<u32>) -> &'a str {
        self.cell(row, column).map_or("", |cell| cell.text.trim())
    }

    fn refuse(&mut self, row: u32, column: u32, reason: &'static str, remedy: &str) {
        let value = self.text(row, Some(column)).chars().take(TEXT).collect();
        let (cell, remedy) = (address(row, column), remedy.to_owned());
        self.refused.push(SheetFault { cell, value, reason, remedy });
    }

    fn row(&mut self, row: u32) {
        let key = fold::base(self.text(row, Some(self.columns.key))).trim().to_owned();
        let faults = self.refused.len();
        let star = self.star(row);
        let is_said = star.is_some() || self.refused.len() > faults;
        if key.is_empty() {
            if is_said {
                let remedy = "この行の記入キーが消えています。配られたファイルの同じ行に書き直すか、名簿にない所は下の空欄の行に書いてください。";
                self.refuse(row, self.columns.key, "key_missing", remedy);
            }
            return;
        }
        if self.cell(row, Some(self.columns.key)).is_some_and(|cell| cell.computed) {
            let remedy = "記入キーが式に変わっています。配られたファイルに書き直してください。";
            return self.refuse(row, self.columns.key, "computed", remedy);
        }
        if let Some(first) = self.keys.insert(key.clone(), row) {
            let remedy = format!("{} 行目と同じ行の写しです。どちらかを消してください。", first + 1);
            return self.refuse(row, self.columns.key, "key_twice", &remedy);
        }
        let is_free =
            key.strip_prefix(FREE).is_some_and(|rest| rest.bytes().all(|byte| byte.is_ascii_digit()));
        match key.parse() {
            Ok(office) if self.refused.len() == faults => {
                let cell = address(row, self.columns.key);
                self.answers.push(SheetAnswer { cell, office, star });
            }
            Ok(_) => {}
            Err(_) if is_free => self.free(row, star, faults),
            Err(_) => {
                let remedy = "記入キーが書き換えられています。配られたファイルの同じ行に書き直してください。";
                self.refuse(row, self.columns.key, "key_unknown", remedy);
            }
        }
    }

    /// A row for an office that is not listed: a name alone is a ☆ too.
    fn free(&mut self, row: u32, star: Option<Star>, faults: usize) {
        let columns = self.columns;
        let short = |text: &str| text.chars().take(TEXT).collect::<String>();
        let name = short(self.text(row, columns.name));
        let (place, phone) = (short(self.text(row, columns.place)), short(self.text(row, columns.phone)));
        if name.is_empty() {
            if star.is_some() || !place.is_empty() || !phone.is_empty() {
                let column = columns.name.unwrap_or(columns.key);
                self.refuse(row, column, "name_missing", "名簿にない所の名前を書いてください。");
            }
        } else if self.refused.len() == faults {
            let cell = address(row, columns.name.unwrap_or(columns.key));
            self.unlisted.push(Unlisted { cell, name, place, phone, star: star.unwrap_or_default() });
        }
    }

    /// The ☆ of a row, `None` where there is none; what cannot be read is refused.
    fn star(&mut self, row: u32) -> Option<Star> {
        let columns = self.columns;
        let ticked = self.tick(row, columns.star);
        let kinds: TieKinds = columns
            .kinds
            .iter()
            .filter(|(_, at)| self.tick(row, *at) == Some(true))
            .map(|(kind, _)| *kind)
            .collect();
        let (mut closeness, mut frequency) = (None, None);
        if let Some(at) = columns.closeness.filter(|at| self.is_plain(row, *at)) {
            match words::closeness(self.text(row, Some(at))) {
                Ok(found) => closeness = found,
                Err(()) => {
                    self.refuse(row, at, "bad_closeness", "1、2、3 のどれかを選ぶか、空けてください。")
                }
            }
        }
        if let Some(at) = columns.frequency.filter(|at| self.is_plain(row, *at)) {
            match words::frequency(self.text(row, Some(at))) {
                Ok(found) => frequency = found,
                Err(()) => {
                    let all = Frequency::ALL.map(Frequency::ja).join("、");
                    let remedy = format!("次のどれかを選ぶか、空けてください：{all}");
                    self.refuse(row, at, "bad_frequency", &remedy);
                }
            }
        }
        let star = Star { kinds, closeness, frequency };
        let says_no = !self.text(row, Some(columns.star)).is_empty() && ticked == Some(false);
        if says_no && star != Star::default() {
            let remedy =
                "☆がない（×など）のに、ほかの欄が書かれています。☆を付けるか、ほかの欄を空けてください。";
            self.refuse(row, columns.star, "no_but_answered", remedy);
            return None;
        }
        (ticked == Some(true) || star != Star::default()).then_some(star)
    }

    /// Whether a box is ticked; `None` where that cannot be said, which is refused.
    fn tick(&mut self, row: u32, column: u32) -> Option<bool> {
        if !self.is_plain(row, column) {
            return None;
        }
        let ticked = words::tick(self.text(row, Some(column)));
        if ticked.is_none() {
            let sign = if column == self.columns.star { "☆" } else { "○" };
            let remedy = format!("あてはまるときは「{sign}」を選び、あてはまらないときは空けてください。");
            self.refuse(row, column, "no_tick", &remedy);
        }
        ticked
    }

    /// Whether a cell holds what somebody wrote; a formula or an error is refused.
    fn is_plain(&mut self, row: u32, column: u32) -> bool {
        let plain = self.cell(row, Some(column)).is_none_or(|cell| !cell.computed && !cell.broken);
        if !plain {
            let remedy = "式やエラーではなく、値を選び直してください。";
            self.refuse(row, column, "computed", remedy);
        }
        plain
    }
}
