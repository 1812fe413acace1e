//! ☆調査票 on paper: filled in with a pen, sent back by FAX, typed in by row numbers.

use crate::{
    Fonts, MapSketch, PrintError,
    map::{self, Drawing},
    qr, world,
};
use hoshizu_catalog::{
    survey::{Asked, SheetCode},
    tie::{Frequency, TieKind},
};
use rayon::prelude::*;
use serde::Serialize;

/// What each stage of closeness means (森田ほか 2012); their numbers on paper are ① to ③.
const CLOSENESS: [&str; 3] = ["名前と顔が分かる", "考え方・人となりが分かる", "信頼して一緒に仕事ができる"];

/// One respondent's sheet.
#[derive(Debug, Clone, PartialEq)]
pub struct SheetDocument {
    /// Title of the survey.
    pub title: String,
    /// 1 for the first wave.
    pub wave_number: u32,
    /// When answers are asked for.
    pub period: Period,
    /// Who answers.
    pub office_name: String,
    /// Code of the sheet, on every page.
    pub code: SheetCode,
    /// The personal link, on every page as a QR code.
    pub url: String,
    /// Greeting and purpose.
    pub introduction: String,
    /// Who reads what, what it is not used for.
    pub consent: String,
    /// Where to send it back, and who answers questions; one fact a line.
    pub contact: String,
    /// What is asked of a ☆.
    pub asked: Asked,
    /// The roster.
    pub groups: Vec<SheetGroup>,
    /// Empty rows for agencies that are not listed.
    pub free_rows: u8,
    /// Where the roster is.
    pub map: Option<MapSketch>,
}

/// Days as people write them: `2026年10月1日`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Period {
    /// First day.
    pub from: String,
    /// Last day.
    pub to: String,
}

/// Rows under one heading: a type of service or a 圏域.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct SheetGroup {
    /// The heading.
    pub heading: String,
    /// Its rows.
    pub rows: Vec<SheetRow>,
}

/// An agency that can be named.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct SheetRow {
    /// Number on this sheet, by which the answer is typed in.
    pub number: u16,
    /// Name of the office.
    pub name: String,
    /// Its services in short; may be empty.
    pub services: String,
    /// Town; may be empty.
    pub place: String,
    /// Whether the respondent set a ☆ in the wave before.
    pub last_time: bool,
}

/// What the template reads.
#[derive(Serialize)]
struct Print<'a> {
    kinds: Vec<&'static str>,
    closeness: [&'static str; 3],
    frequencies: Vec<&'static str>,
    sheets: Vec<View<'a>>,
}

#[derive(Serialize)]
struct View<'a> {
    title: &'a str,
    wave_number: u32,
    period: &'a Period,
    office_name: &'a str,
    code: String,
    url: &'a str,
    qr: String,
    introduction: &'a str,
    consent: &'a str,
    contact: &'a str,
    asked: Asked,
    groups: &'a [SheetGroup],
    free_rows: u8,
    map: Option<Drawing>,
}

fn view(sheet: &SheetDocument) -> Result<View<'_>, PrintError> {
    Ok(View {
        title: &sheet.title,
        wave_number: sheet.wave_number,
        period: &sheet.period,
        office_name: &sheet.office_name,
        code: sheet.code.grouped(),
        url: &sheet.url,
        qr: qr::svg(&sheet.url)?,
        introduction: &sheet.introduction,
        consent: &sheet.consent,
        contact: &sheet.contact,
        asked: sheet.asked,
        groups: &sheet.groups,
        free_rows: sheet.free_rows,
        map: sheet.map.as_ref().and_then(map::draw),
    })
}

/// Sheets one after the other in one PDF, each with page numbers of its own. Some 20 ms a sheet; for more than some
/// hundreds see [`sheet_files`].
pub fn sheets(sheets: &[SheetDocument], fonts: &Fonts) -> Result<Vec<u8>, PrintError> {
    if sheets.is_empty() {
        return Err(PrintError::Empty);
    }
    let data = Print {
        kinds: TieKind::ALL.map(TieKind::ja).to_vec(),
        closeness: CLOSENESS,
        frequencies: Frequency::ALL.map(Frequency::ja).to_vec(),
        sheets: sheets.iter().map(view).collect::<Result<_, _>>()?,
    };
    world::print("sheet.typ", &data, world::Use::of(sheets.len()), fonts)
}

/// PDFs of `each` sheets (at least one), in order and as they are asked for: every processor works, and no more than
/// one PDF a processor is held. Blocking, as is all of this crate.
pub fn sheet_files<'a>(
    documents: &'a [SheetDocument],
    each: usize,
    fonts: &'a Fonts,
) -> impl Iterator<Item = Result<Vec<u8>, PrintError>> + 'a {
    let each = each.max(1);
    documents
        .chunks(each * rayon::current_num_threads())
        .flat_map(move |some| some.par_chunks(each).map(|file| sheets(file, fonts)).collect::<Vec<_>>())
}
