//! XLSX workbooks, cell by cell. Cells are streamed and never laid out as the rectangle around them: two cells in opposite
//! corners of a sheet, a file of one kilobyte, would ask for four hundred gigabytes.

use crate::ReadError;
use calamine::{DataRef, Reader};
use std::io::{Cursor, Read};

/// Bytes a workbook somebody filled in may unpack to: a template with 5,000 rows has 6 MB.
pub const FILLED_IN: u64 = 64 << 20;

/// A cell that holds something.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cell {
    /// 0 for the first.
    pub row: u32,
    /// 0 for A.
    pub column: u32,
    /// What it shows, for a number with its plain digits.
    pub text: String,
    /// Whether it is computed.
    pub computed: bool,
    /// Whether it shows an error such as `#REF!`.
    pub broken: bool,
}

/// An opened workbook.
pub struct Book<'b> {
    label: String,
    inner: calamine::Xlsx<Cursor<&'b [u8]>>,
    /// Whether programs stand in it.
    pub has_macros: bool,
}

impl<'b> Book<'b> {
    /// Opens a workbook that unpacks to at most so many bytes. They are counted, not believed: an archive may state less
    /// than it holds.
    ///
    /// # Errors
    /// When it is no workbook, is broken, or unpacks to more.
    pub fn open(bytes: &'b [u8], label: &str, most: u64) -> Result<Self, ReadError> {
        let malformed = |reason: String| ReadError::Malformed { label: label.to_owned(), reason };
        let mut archive =
            zip::ZipArchive::new(Cursor::new(bytes)).map_err(|error| malformed(error.to_string()))?;
        let has_macros =
            archive.file_names().any(|name| name.is_ok_and(|name| name.ends_with("vbaProject.bin")));
        let mut left = most;
        for index in 0..archive.len() {
            let member = archive.by_index(index).map_err(|error| malformed(error.to_string()))?;
            let read = std::io::copy(&mut member.take(left.saturating_add(1)), &mut std::io::sink())
                .map_err(|error| malformed(error.to_string()))?;
            left = left
                .checked_sub(read)
                .ok_or_else(|| malformed(format!("the workbook unpacks to more than {most} bytes")))?;
        }
        let inner = calamine::Xlsx::new(Cursor::new(bytes)).map_err(|error| malformed(error.to_string()))?;
        Ok(Self { label: label.to_owned(), inner, has_macros })
    }

    /// Names of its sheets.
    pub fn names(&self) -> Vec<String> {
        self.inner.sheet_names()
    }

    /// The cells of a sheet that hold something, in the order of rows and columns.
    ///
    /// # Errors
    /// When the sheet is broken.
    pub fn cells(&mut self, name: &str) -> Result<Vec<Cell>, ReadError> {
        let label = self.label.clone();
        let malformed = |error: calamine::XlsxError| ReadError::Malformed {
            label: label.clone(),
            reason: error.to_string(),
        };
        let mut reader = self.inner.worksheet_cells_reader(name).map_err(malformed)?;
        let mut cells = Vec::new();
        while let Some(cell) = reader.next_cell_with_formula_metadata().map_err(malformed)? {
            let (row, column) = cell.pos;
            let (computed, broken) = (cell.formula.is_some(), matches!(cell.value, DataRef::Error(_)));
            let text = text(&cell.value);
            if computed || broken || !text.trim().is_empty() {
                cells.push(Cell { row, column, text, computed, broken });
            }
        }
        // Programs write rows in any order; the later of two cells in one place is the one that shows.
        cells.sort_by_key(|cell| (cell.row, cell.column));
        Ok(cells)
    }
}

fn text(value: &DataRef<'_>) -> String {
    match value {
        DataRef::Empty | DataRef::Error(_) => String::new(),
        // Spreadsheets keep codes as numbers: 272108 must not become "272108.0" or "2.72108E5".
        DataRef::Float(number) if number.fract() == 0.0 && number.abs() < 1e15 => format!("{number:.0}"),
        DataRef::Float(number) => number.to_string(),
        DataRef::Int(number) => number.to_string(),
        DataRef::Bool(yes) => yes.to_string(),
        DataRef::DateTime(when) if when.is_datetime() => day(*when).unwrap_or_else(|| when.to_string()),
        DataRef::DateTime(when) => when.to_string(),
        DataRef::String(text) | DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => text.clone(),
        DataRef::SharedString(text) => (*text).to_owned(),
    }
}

/// `2026-04-01`; a moment within a day stays the number it is.
fn day(when: calamine::ExcelDateTime) -> Option<String> {
    let (year, month, day, ..) = when.to_ymd_hms_milli();
    (when.as_f64().fract() == 0.0).then(|| format!("{year:04}-{month:02}-{day:02}"))
}

/// How a spreadsheet calls a cell: `F12`.
pub fn address(row: u32, column: u32) -> String {
    let mut letters = Vec::new();
    let mut left = column + 1;
    while left > 0 {
        letters.push(char::from(b'A' + ((left - 1) % 26) as u8));
        left = (left - 1) / 26;
    }
    let letters: String = letters.into_iter().rev().collect();
    format!("{letters}{}", row + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_are_called_as_spreadsheets_call_them() {
        for (row, column, name) in
            [(0, 0, "A1"), (11, 5, "F12"), (0, 25, "Z1"), (0, 26, "AA1"), (8, 702, "AAA9")]
        {
            assert_eq!(address(row, column), name);
        }
    }
}
