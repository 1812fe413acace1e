//! A whole wave as one folder or ZIP, to keep it, to read it elsewhere, to move it from one installation to another.
//!
//! Three of its files are the wave: `wave.json` (the survey's design), `sheets.csv` (who was asked, how far each came) and
//! `reports.csv` (every ☆). The others are made from them for people and programs, and are not read back. Offices are
//! found by id, then by 事業所番号, then by name and municipality, so that a folder is understood where ids differ.

use crate::{
    Limits, OpenError,
    decode::decode,
    header::Header,
    network::{Blame, Input, NetworkError},
    report::{faulty_row, rejection},
    source,
    table::{self, Row},
    ties::{Match, OfficeBook, Party, PartyMatch, read_ties},
};
use hoshizu_catalog::{
    day::Day,
    id::OfficeId,
    listing::Rejection,
    survey::{Design, SheetState, Way},
    tie::Report,
};
use serde::{Deserialize, Serialize};
use std::{
    collections::{BTreeMap, HashMap},
    path::Path,
};

/// What `format` in `wave.json` says.
pub const FORMAT: &str = "hoshizu-wave-1";
/// The survey and the wave.
pub const WAVE: &str = "wave.json";
/// Who was asked.
pub const SHEETS: &str = "sheets.csv";
/// Every ☆.
pub const REPORTS: &str = "reports.csv";
/// Columns of [`SHEETS`].
pub const SHEET_COLUMNS: [&str; 7] =
    ["office_id", "office_number", "office_name", "municipality", "state", "finished_on", "way"];
/// Columns of [`REPORTS`].
pub const REPORT_COLUMNS: [&str; 11] = [
    "reporter_id",
    "reporter_number",
    "reporter_name",
    "reporter_municipality",
    "partner_id",
    "partner_number",
    "partner_name",
    "partner_municipality",
    "kinds",
    "closeness",
    "frequency",
];

const COMPLETE: &str = "wave.json、sheets.csv、reports.csv のそろったフォルダーか ZIP を指定してください。";
const NEWER: &str = "この版では読めない形式です。hoshizu を新しくしてください。";

/// `wave.json`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct WaveHead {
    /// [`FORMAT`].
    pub format: String,
    /// What the keeper decided about the survey.
    pub survey: Design,
    /// Number of the wave, 1 for the first.
    pub wave: u32,
    /// First day answers were asked for.
    pub opens_on: Day,
    /// Last day answers were asked for.
    pub closes_on: Day,
}

/// The sheet of an office: how far it came.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct WaveSheet {
    /// Who was asked.
    pub office: OfficeId,
    /// How far it came.
    pub state: SheetState,
    /// When the respondent said that this is all.
    pub finished_on: Option<Day>,
    /// How the answers came.
    pub way: Option<Way>,
}

/// A row that was refused, and of which file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Refused {
    /// `sheets.csv` or `reports.csv`.
    pub file: &'static str,
    /// What is wrong.
    #[serde(flatten)]
    pub rejection: Rejection,
}

/// A wave read back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WaveFile {
    /// What the keeper decided about the survey.
    pub design: Design,
    /// Number of the wave.
    pub number: u32,
    /// First day answers were asked for.
    pub opens_on: Day,
    /// Last day answers were asked for.
    pub closes_on: Day,
    /// Who was asked.
    pub sheets: Vec<WaveSheet>,
    /// Every ☆, each pair once.
    pub reports: Vec<Report>,
    /// Reports that stood twice.
    pub duplicates: u64,
    /// Rows refused.
    pub refused: Vec<Refused>,
    /// Every party of both files, and which office it is.
    pub parties: Vec<PartyMatch>,
}

/// The three files of a wave, in memory.
#[derive(Debug, Clone, Default)]
pub struct Folder {
    label: String,
    files: BTreeMap<&'static str, Vec<u8>>,
}

impl Folder {
    /// A folder of these files by name; others are left aside, and so is what stands before the last `/` of a name.
    pub fn new(label: &str, files: impl IntoIterator<Item = (String, Vec<u8>)>) -> Self {
        let mut folder = Self { label: label.to_owned(), files: BTreeMap::new() };
        for (name, bytes) in files {
            folder.add(&name, || Ok::<_, std::convert::Infallible>(bytes)).unwrap_or_default();
        }
        folder
    }

    fn add<E>(&mut self, name: &str, bytes: impl FnOnce() -> Result<Vec<u8>, E>) -> Result<(), E> {
        let name = name.rsplit(['/', '\\']).next().unwrap_or(name);
        if let Some(known) = [WAVE, SHEETS, REPORTS].into_iter().find(|known| *known == name) {
            self.files.insert(known, bytes()?);
        }
        Ok(())
    }

    /// Opens an uploaded ZIP.
    ///
    /// # Errors
    /// When it is broken or unpacks to more than the limits allow.
    pub fn zip(label: &str, bytes: Vec<u8>, limits: &Limits) -> Result<Self, OpenError> {
        Self::opened(label, &source::from_bytes(label, bytes, limits)?)
    }

    /// Opens a folder or a ZIP on disk.
    ///
    /// # Errors
    /// When it cannot be read, is broken, or is larger than the limits allow.
    pub fn disk(path: &Path, limits: &Limits) -> Result<Self, OpenError> {
        Self::opened(&path.display().to_string(), &source::open(&[path.to_owned()], limits)?)
    }

    fn opened(label: &str, opened: &source::Opened) -> Result<Self, OpenError> {
        let mut folder = Self { label: label.to_owned(), files: BTreeMap::new() };
        for file in &opened.files {
            folder.add(file.file_name(), || file.bytes())?;
        }
        Ok(folder)
    }

    fn file(&self, name: &'static str) -> Result<&[u8], NetworkError> {
        let missing = || Blame(&self.label).file(format!("{name} is missing"), COMPLETE);
        self.files.get(name).map(Vec::as_slice).ok_or_else(missing)
    }
}

/// Reads a wave. Sheets and reports that cannot be read are refused one by one; a report needs the sheet of its reporter.
///
/// # Errors
/// When one of the three files is missing or cannot be read as a whole.
pub fn read(folder: &Folder, book: &OfficeBook, limits: &Limits) -> Result<WaveFile, NetworkError> {
    let head = head(folder)?;
    let mut sheets = Sheets::read(folder.file(SHEETS)?, book, limits)?;
    let file = Input { label: REPORTS, bytes: folder.file(REPORTS)? };
    let ties = read_ties(file, book, limits)?;
    let states: HashMap<OfficeId, SheetState> =
        sheets.read.iter().map(|sheet| (sheet.office, sheet.state)).collect();
    let mut reports = Vec::with_capacity(ties.reports.len());
    let mut refused = sheets.refused;
    refused.extend(ties.rejected.into_iter().map(|rejection| Refused { file: REPORTS, rejection }));
    for (line, report) in ties.reports {
        let reason = match states.get(&report.reporter) {
            Some(SheetState::Begun | SheetState::Finished) => {
                reports.push(report);
                continue;
            }
            Some(_) => "sheet_without_answers",
            None => "no_sheet",
        };
        let remedy = "sheets.csv に、この事業所の回答済み（finished）か回答中（begun）の行を書いてください。";
        let rejection = rejection(line, REPORT_COLUMNS[0], &report.reporter.to_string(), reason, remedy);
        refused.push(Refused { file: REPORTS, rejection });
    }
    let known: HashMap<Party, usize> =
        sheets.parties.iter().enumerate().map(|(at, known)| (known.party.clone(), at)).collect();
    for party in ties.parties {
        match known.get(&party.party) {
            Some(at) => sheets.parties[*at].statements += party.statements,
            None => sheets.parties.push(party),
        }
    }
    Ok(WaveFile {
        design: head.survey,
        number: head.wave,
        opens_on: head.opens_on,
        closes_on: head.closes_on,
        sheets: sheets.read,
        reports,
        duplicates: ties.duplicates,
        refused,
        parties: sheets.parties,
    })
}

/// Code of the area a wave's survey is of: a caller asks for the right to it before anything is read.
///
/// # Errors
/// When `wave.json` is missing or broken.
pub fn area(folder: &Folder) -> Result<String, NetworkError> {
    Ok(head(folder)?.survey.area)
}

fn head(folder: &Folder) -> Result<WaveHead, NetworkError> {
    #[derive(Deserialize)]
    struct Format {
        format: String,
    }
    let blame = Blame(WAVE);
    let text = decode(folder.file(WAVE)?).text;
    let broken = |error: serde_json::Error| blame.at(error.line() as u64, error.to_string(), COMPLETE);
    // The format first: a later one may have other fields.
    let Format { format } = serde_json::from_str(&text).map_err(broken)?;
    if format != FORMAT {
        return Err(blame.file(format!("the format is \"{format}\", not \"{FORMAT}\""), NEWER));
    }
    let head: WaveHead = serde_json::from_str(&text).map_err(broken)?;
    if head.wave == 0 || head.closes_on < head.opens_on {
        let remedy = "回の番号（1 から）と期間を確かめてください。";
        return Err(blame.file("the wave has no number or ends before it begins", remedy));
    }
    Ok(head)
}

#[derive(Default)]
struct Sheets {
    read: Vec<WaveSheet>,
    refused: Vec<Refused>,
    parties: Vec<PartyMatch>,
    /// Lines of the offices that were read.
    lines: HashMap<OfficeId, u64>,
}

impl Sheets {
    fn read(bytes: &[u8], book: &OfficeBook, limits: &Limits) -> Result<Self, NetworkError> {
        let text = decode(bytes).text;
        let rows = table::rows(&text, table::delimiter(&text), limits);
        let Some((first, body)) = rows.split_first() else {
            return Err(Blame(SHEETS).file("the file is empty", COMPLETE));
        };
        let header = Header::new(&first.cells);
        let columns = SHEET_COLUMNS.map(|name| header.find(&[name]));
        if columns[4].is_none() || columns[..3].iter().all(Option::is_none) {
            let reason = "the columns state and office_id, office_number or office_name are needed";
            return Err(Blame(SHEETS).at(first.line, reason, COMPLETE));
        }
        let mut sheets = Self::default();
        for row in body {
            match sheets.sheet(row, columns, book) {
                Ok(sheet) => {
                    sheets.lines.insert(sheet.office, row.line);
                    sheets.read.push(sheet);
                }
                Err(rejection) => sheets.refused.push(Refused { file: SHEETS, rejection: *rejection }),
            }
        }
        Ok(sheets)
    }

    fn sheet(
        &mut self,
        row: &Row<'_>,
        columns: [Option<usize>; 7],
        book: &OfficeBook,
    ) -> Result<WaveSheet, Box<Rejection>> {
        let cells =
            columns.map(|column| column.and_then(|at| row.cells.get(at)).map_or("", |cell| cell.trim()));
        let wrong = |column: usize, reason: &str, remedy: &str| {
            Box::new(rejection(row.line, SHEET_COLUMNS[column], cells[column], reason, remedy))
        };
        if let Some(fault) = row.fault {
            return Err(Box::new(faulty_row(row.line, cells[2], fault)));
        }
        let [id, number, name, municipality, state, finished_on, way] = cells;
        let mut party = Party::from_text(id);
        party.numbers.extend(number.split(['、', ';', ' ']).filter(|n| !n.is_empty()).map(str::to_owned));
        unguarded(name).clone_into(&mut party.name);
        unguarded(municipality).clone_into(&mut party.municipality);
        let found = book.find(&party);
        let office = found.office();
        let reason =
            if matches!(found, Match::Ambiguous { .. }) { "ambiguous_office" } else { "unknown_office" };
        self.parties.push(PartyMatch { party, statements: 1, found });
        let office = office.ok_or_else(|| {
            wrong(2, reason, "名簿の事業所と一つに結びつきません。事業所番号か市区町村を確かめてください。")
        })?;
        if let Some(line) = self.lines.get(&office) {
            return Err(wrong(
                2,
                "duplicate_sheet",
                &format!("{line} 行目と同じ事業所です。どちらか 1 行にしてください。"),
            ));
        }
        let state = SheetState::from_code(state).ok_or_else(|| {
            let codes = SheetState::ALL.map(SheetState::code).join("、");
            wrong(4, "unknown_state", &format!("次のどれかを書いてください：{codes}"))
        })?;
        let day = "2025-10-01 のように書いてください。";
        let finished_on = match finished_on {
            "" => None,
            text => Some(Day::parse(&text.replace('/', "-")).ok_or_else(|| wrong(5, "bad_day", day))?),
        };
        let way = match way {
            "" => None,
            text => Some(Way::from_code(text).ok_or_else(|| {
                let codes = Way::ALL.map(Way::code).join("、");
                wrong(6, "unknown_way", &format!("次のどれかを書くか、空けてください：{codes}"))
            })?),
        };
        Ok(WaveSheet { office, state, finished_on, way })
    }
}

/// Our own tables put an apostrophe in front of what a spreadsheet would compute.
pub(crate) fn unguarded(text: &str) -> &str {
    text.strip_prefix('\'').filter(|rest| rest.starts_with(['=', '+', '-', '@'])).unwrap_or(text)
}

#[cfg(test)]
mod tests;
