//! The rows of a sheet, one by one: what is answered, and every cell that cannot be read.

use super::{Columns, FREE, SheetAnswer, SheetFault, Unlisted};
use crate::{
    ties::words,
    workbook::{Cell, address},
};
use hoshizu_catalog::{
    fold,
    tie::{Frequency, Star, TieKinds},
};
use std::collections::{BTreeMap, HashMap};

/// Letters of a free text.
const TEXT: usize = 200;

/// The rows below the header.
pub(super) struct Rows<'a> {
    columns: &'a Columns,
    cells: BTreeMap<u32, HashMap<u32, &'a Cell>>,
    /// Rows in which each key stands first.
    keys: HashMap<String, u32>,
    answers: Vec<SheetAnswer>,
    unlisted: Vec<Unlisted>,
    refused: Vec<SheetFault>,
}

impl<'a> Rows<'a> {
    pub(super) fn new(columns: &'a Columns, cells: &'a [Cell]) -> Self {
        let mut rows: BTreeMap<u32, HashMap<u32, &Cell>> = BTreeMap::new();
        for cell in cells.iter().filter(|cell| cell.row > columns.header) {
            rows.entry(cell.row).or_default().insert(cell.column, cell);
        }
        let (keys, answers) = (HashMap::new(), Vec::new());
        Self { columns, cells: rows, keys, answers, unlisted: Vec::new(), refused: Vec::new() }
    }

    pub(super) fn read(mut self) -> (Vec<SheetAnswer>, Vec<Unlisted>, Vec<SheetFault>) {
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
                Err(_) => {
                    self.refuse(row, at, "bad_closeness", "1、2、3 のどれかを選ぶか、空けてください。");
                }
            }
        }
        if let Some(at) = columns.frequency.filter(|at| self.is_plain(row, *at)) {
            if let Ok(found) = words::frequency(self.text(row, Some(at))) {
                frequency = found;
            } else {
                let all = Frequency::ALL.map(Frequency::ja).join("、");
                let remedy = format!("次のどれかを選ぶか、空けてください：{all}");
                self.refuse(row, at, "bad_frequency", &remedy);
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
