//! Rows and cells of CSV text and spreadsheets, with the line each row begins on.

use crate::{Limits, ReadError, workbook::Book};
use std::borrow::Cow;

/// One row. `line` is the physical line it begins on, 1 being the first, however many line ends stand inside cells.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row<'a> {
    /// Line in the file; for a spreadsheet the row.
    pub line: u64,
    /// Its cells, quotes taken off.
    pub cells: Vec<Cow<'a, str>>,
    /// Why the row cannot be used: `row_too_long`, `too_many_columns`, `unclosed_quote`.
    pub fault: Option<&'static str>,
}

impl Row<'_> {
    fn is_blank(&self) -> bool {
        self.fault.is_none() && self.cells.iter().all(|cell| cell.trim().is_empty())
    }
}

/// Comma or tab, whichever the first lines hold more of.
pub fn delimiter(text: &str) -> char {
    let head = text.lines().take(5);
    let (commas, tabs) =
        head.fold((0, 0), |(c, t), line| (c + line.matches(',').count(), t + line.matches('\t').count()));
    if tabs > commas { '\t' } else { ',' }
}

/// Splits CSV text into rows. Lines without any content are no rows. Garbage yields faulty rows, never an error: a row
/// with an unclosed quote ends at its first line end, so that one slip does not swallow the rest of the file.
pub fn rows<'a>(text: &'a str, delimiter: char, limits: &Limits) -> Vec<Row<'a>> {
    let mut reader = Csv { text, at: 0, line: 1, delimiter: delimiter as u8, limits: *limits };
    let mut rows = Vec::new();
    while let Some(row) = reader.next_row() {
        if !row.is_blank() {
            rows.push(row);
        }
    }
    rows
}

struct Csv<'a> {
    text: &'a str,
    at: usize,
    line: u64,
    delimiter: u8,
    limits: Limits,
}

/// How a cell ended.
enum End {
    Cell,
    Row,
    Unclosed,
}

impl<'a> Csv<'a> {
    fn next_row(&mut self) -> Option<Row<'a>> {
        if self.at >= self.text.len() {
            return None;
        }
        let (start, line) = (self.at, self.line);
        let mut cells: Vec<Cow<'a, str>> = Vec::with_capacity(30);
        let mut fault = None;
        loop {
            let (cell, end) = self.cell(start);
            if cells.len() < self.limits.columns {
                cells.push(cell);
            } else {
                fault = Some("too_many_columns");
            }
            match end {
                End::Cell => {}
                End::Row => break,
                End::Unclosed => {
                    let too_long = self.text.len() - start > self.limits.row;
                    fault = Some(if too_long { "row_too_long" } else { "unclosed_quote" });
                    self.resume_after_first_line(start, line);
                    cells.truncate(8);
                    break;
                }
            }
        }
        if fault.is_none() && self.at - start > self.limits.row {
            fault = Some("row_too_long");
            cells.truncate(8);
        }
        Some(Row { line, cells, fault })
    }

    fn cell(&mut self, row_start: usize) -> (Cow<'a, str>, End) {
        if self.text.as_bytes().get(self.at) == Some(&b'"') {
            return self.quoted(row_start);
        }
        let start = self.at;
        let bytes = self.text.as_bytes();
        while let Some(&byte) = bytes.get(self.at) {
            if byte == self.delimiter || byte == b'\n' || byte == b'\r' {
                break;
            }
            self.at += 1;
        }
        let cell = Cow::Borrowed(&self.text[start..self.at]);
        (cell, self.end_of_cell())
    }

    /// At a delimiter, a line end or the end of the text.
    fn end_of_cell(&mut self) -> End {
        match self.text.as_bytes().get(self.at) {
            Some(&byte) if byte == self.delimiter => {
                self.at += 1;
                End::Cell
            }
            Some(b'\r') => {
                self.at += 1 + usize::from(self.text.as_bytes().get(self.at + 1) == Some(&b'\n'));
                self.line += 1;
                End::Row
            }
            Some(_) => {
                self.at += 1;
                self.line += 1;
                End::Row
            }
            None => End::Row,
        }
    }

    fn quoted(&mut self, row_start: usize) -> (Cow<'a, str>, End) {
        let bytes = self.text.as_bytes();
        self.at += 1;
        let mut from = self.at;
        let mut cell = Cow::Borrowed("");
        loop {
            match bytes.get(self.at) {
                None => return (cell, End::Unclosed),
                Some(_) if self.at - row_start > self.limits.row => return (cell, End::Unclosed),
                Some(b'"') => {
                    join(&mut cell, &self.text[from..self.at]);
                    if bytes.get(self.at + 1) != Some(&b'"') {
                        self.at += 1;
                        break;
                    }
                    from = self.at + 1;
                    self.at += 2;
                }
                Some(byte) => {
                    let line_end =
                        *byte == b'\n' || (*byte == b'\r' && bytes.get(self.at + 1) != Some(&b'\n'));
                    self.line += u64::from(line_end);
                    self.at += 1;
                }
            }
        }
        // Text after the closing quote belongs to the cell: `"a"b` is written by hand-made exporters.
        let from = self.at;
        while let Some(&byte) = bytes.get(self.at) {
            if byte == self.delimiter || byte == b'\n' || byte == b'\r' {
                break;
            }
            self.at += 1;
        }
        join(&mut cell, &self.text[from..self.at]);
        (cell, self.end_of_cell())
    }

    fn resume_after_first_line(&mut self, start: usize, line: u64) {
        let rest = &self.text[start..];
        self.at = rest.find('\n').map_or(self.text.len(), |end| start + end + 1);
        self.line = line + 1;
    }
}

fn join<'a>(cell: &mut Cow<'a, str>, part: &'a str) {
    if cell.is_empty() {
        *cell = Cow::Borrowed(part);
    } else if !part.is_empty() {
        cell.to_mut().push_str(part);
    }
}

/// The first sheet of a workbook that holds anything, its name beside it.
///
/// # Errors
/// When the workbook is broken or unpacks to more than the limits allow.
pub fn sheet(bytes: &[u8], label: &str, limits: &Limits) -> Result<(String, Vec<Row<'static>>), ReadError> {
    let mut book = Book::open(bytes, label, limits.expansion_of(bytes.len() as u64))?;
    for name in book.names() {
        let rows = sheet_rows(&mut book, &name, label, limits)?;
        if !rows.is_empty() {
            return Ok((name, rows));
        }
    }
    Ok((String::new(), Vec::new()))
}

/// Empty cells written for each that holds something, beyond the first million: the widest official tables leave three
/// of four cells empty.
const GAPS: usize = 16;

/// The rows of one sheet; those without any content are no rows.
///
/// # Errors
/// When the sheet is broken, or holds so little in so large a space that it is no table.
pub fn sheet_rows(
    book: &mut Book<'_>,
    name: &str,
    label: &str,
    limits: &Limits,
) -> Result<Vec<Row<'static>>, ReadError> {
    let cells = book.cells(name)?;
    let most = cells.len() * GAPS + 1_000_000;
    let mut rows: Vec<Row<'static>> = Vec::new();
    let mut written = 0;
    for cell in cells.into_iter().filter(|cell| (cell.column as usize) < limits.columns) {
        let line = u64::from(cell.row) + 1;
        if rows.last().is_none_or(|row| row.line != line) {
            rows.push(Row { line, cells: Vec::new(), fault: None });
        }
        let Some(row) = rows.last_mut() else { continue };
        let before = row.cells.len();
        row.cells.resize(before.max(cell.column as usize + 1), Cow::Borrowed(""));
        written += row.cells.len() - before;
        if written > most {
            let reason = format!("the cells of sheet \"{name}\" lie too far apart");
            return Err(ReadError::Malformed { label: label.to_owned(), reason });
        }
        row.cells[cell.column as usize] = Cow::Owned(cell.text);
    }
    rows.retain(|row| !row.is_blank());
    Ok(rows)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cells(text: &str) -> Vec<(u64, Vec<String>)> {
        rows(text, ',', &Limits::default())
            .into_iter()
            .map(|row| (row.line, row.cells.into_iter().map(Cow::into_owned).collect()))
            .collect()
    }

    #[test]
    fn the_line_of_a_row_counts_the_line_ends_inside_cells() {
        let rows = cells("a,b\r\n\"x\r\ny\",\"say \"\"hi\"\"\"\n\nlast,1");
        assert_eq!(
            rows,
            [
                (1, vec!["a".into(), "b".into()]),
                (2, vec!["x\r\ny".into(), "say \"hi\"".into()]),
                (5, vec!["last".into(), "1".into()]),
            ]
        );
    }

    #[test]
    fn a_quote_that_never_closes_costs_one_row() {
        let rows = rows("a,\"b\nc,d\ne,f", ',', &Limits::default());
        assert_eq!(
            rows.iter().map(|r| (r.line, r.fault)).collect::<Vec<_>>(),
            [(1, Some("unclosed_quote")), (2, None), (3, None),]
        );
    }

    #[test]
    fn a_row_beyond_the_limit_is_faulty_and_the_next_is_read() {
        let limits = Limits { row: 10, columns: 2, ..Limits::default() };
        let rows = rows("aaaaaaaaaaaaaaa,b\nc,d\n1,2,3\n", ',', &limits);
        assert_eq!(
            rows.iter().map(|r| r.fault).collect::<Vec<_>>(),
            [Some("row_too_long"), None, Some("too_many_columns"),]
        );
    }
}
