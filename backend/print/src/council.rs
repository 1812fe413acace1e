//! 協議会の報告書: what is missing in an area, for people who will talk about it. Some pages of A4, or one poster of A3.
//!
//! The document holds words and figures as they are printed; what they are made from is the business of who fills it.

use crate::{
    Fonts, PrintError,
    shaded::{self, ShadedArea, ShadedDrawing, ShadedMap},
    world,
};
use serde::Serialize;
use std::fmt::Write as _;

/// Frames of the maps in the report, millimetres: the first, then the others.
const LARGE: [f64; 2] = [174.0, 116.0];
const SMALL: [f64; 2] = [55.0, 50.0];
/// Frame of the map on the poster, millimetres.
const POSTER: [f64; 2] = [122.0, 86.0];
/// Areas the poster has room for.
const POSTER_ROWS: usize = 13;

/// Everything the report of an area says.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct CouncilDocument {
    /// Name of the area.
    pub area: String,
    /// Day it was made, as people write it.
    pub dated: String,
    /// What is said on the cover: people, editions, survey, response rate.
    pub facts: Vec<Fact>,
    /// At most three.
    pub findings: Vec<CouncilFinding>,
    /// What cannot be said, and why.
    pub silences: Vec<String>,
    /// The first is drawn large.
    pub maps: Vec<ShadedMap>,
    /// Areas × services.
    pub matrix: CouncilMatrix,
    /// Nurse topics, seats of forums, networks, upkeep.
    pub sections: Vec<CoverSection>,
    /// Figures of ties of the area as a whole: what, how much, what it means.
    pub figures: Vec<Fact>,
    /// Offices without a partner of another system, area by area.
    pub ties: Vec<TieLine>,
    /// Areas like this one.
    pub similar: Grid,
    /// Waves of the survey.
    pub waves: Grid,
    /// What became of ties and offices since.
    pub changes: Vec<Fact>,
    /// To be discussed.
    pub questions: Vec<String>,
    /// What the council left open.
    pub notes: Vec<CouncilNote>,
    /// What was left out of the notes, if anything.
    pub notes_left: String,
    /// How it was measured.
    pub method: Vec<Fact>,
    /// Where the figures come from.
    pub sources: Vec<CouncilSource>,
}

/// A name and what is said of it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Fact {
    /// Name.
    pub label: String,
    /// What is said.
    pub value: String,
    /// What it means; may be empty.
    pub note: String,
}

/// A sentence with what it rests on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct CouncilFinding {
    /// The sentence.
    pub words: String,
    /// n, date, source, uncertainty.
    pub basis: Vec<Fact>,
}

/// Areas × services.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct CouncilMatrix {
    /// Short names of the services.
    pub columns: Vec<String>,
    /// The area as a whole, then its parts.
    pub rows: Vec<MatrixRow>,
    /// What was left out, if anything.
    pub left_out: String,
}

/// An area.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct MatrixRow {
    /// Name.
    pub name: String,
    /// People.
    pub people: String,
    /// One for each column.
    pub cells: Vec<MatrixCell>,
}

/// ある, 届く, つながっている.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct MatrixCell {
    /// Offices; `－` where nobody counted them.
    pub count: String,
    /// Whether there is one.
    pub there: Mark,
    /// Whether most people reach one.
    pub near: Mark,
    /// Whether most of those asked have a partner of another system.
    pub tied: Mark,
    /// Whether it is a hole.
    pub hole: bool,
}

/// A question's answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Mark {
    /// Yes.
    Yes,
    /// No.
    No,
    /// Not known or not told.
    Unknown,
}

/// A table of what is covered.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct CoverSection {
    /// Heading.
    pub title: String,
    /// How to read it.
    pub note: String,
    /// Rows.
    pub lines: Vec<CoverLine>,
}

/// Something that is covered, or not.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct CoverLine {
    /// What.
    pub name: String,
    /// Covered, not covered, not known.
    pub mark: Mark,
    /// How many of how many.
    pub count: String,
    /// What is missing.
    pub missing: String,
}

/// Offices without a partner of another system.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct TieLine {
    /// Area.
    pub name: String,
    /// Offices asked and answered.
    pub asked: String,
    /// Lower and upper end; nothing where it is not known.
    pub span: Option<Span>,
    /// The same in words.
    pub words: String,
}

/// Shares, 0 to 1.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Span {
    /// Lower end.
    pub from: f64,
    /// Upper end.
    pub to: f64,
}

/// A plain table.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Grid {
    /// Heads of the columns.
    pub heads: Vec<String>,
    /// Rows, each with a cell for every head; the first cell names the row.
    pub rows: Vec<Vec<String>>,
    /// How to read it, or why there is nothing.
    pub note: String,
}

/// A note or decision of the council that is open.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct CouncilNote {
    /// Area and column.
    pub place: String,
    /// Note or decision.
    pub kind: String,
    /// What it says.
    pub text: String,
    /// Who wrote it.
    pub by: String,
    /// Until when.
    pub until: String,
}

/// A data set.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct CouncilSource {
    /// Name.
    pub label: String,
    /// Edition.
    pub edition: String,
    /// Credit its licence asks for.
    pub credit: String,
}

/// What the templates see.
#[derive(Serialize)]
struct View<'a> {
    area: &'a str,
    dated: &'a str,
    facts: &'a [Fact],
    findings: &'a [CouncilFinding],
    silences: &'a [String],
    maps: Vec<ShadedDrawing>,
    matrix: &'a CouncilMatrix,
    sections: &'a [CoverSection],
    figures: &'a [Fact],
    ties: &'a [TieLine],
    similar: &'a Grid,
    waves: &'a Grid,
    changes: &'a [Fact],
    questions: &'a [String],
    notes: &'a [CouncilNote],
    notes_left: &'a str,
    method: &'a [Fact],
    sources: &'a [CouncilSource],
}

impl CouncilDocument {
    fn view(&self, maps: Vec<ShadedDrawing>) -> View<'_> {
        View {
            area: &self.area,
            dated: &self.dated,
            facts: &self.facts,
            findings: &self.findings,
            silences: &self.silences,
            maps,
            matrix: &self.matrix,
            sections: &self.sections,
            figures: &self.figures,
            ties: &self.ties,
            similar: &self.similar,
            waves: &self.waves,
            changes: &self.changes,
            questions: &self.questions,
            notes: &self.notes,
            notes_left: &self.notes_left,
            method: &self.method,
            sources: &self.sources,
        }
    }

    /// Everything it says, without looks: to be read, and to be compared.
    pub fn text(&self) -> String {
        let mut text = format!("{}\n{}\n", self.area, self.dated);
        let facts = |text: &mut String, facts: &[Fact]| {
            for Fact { label, value, note } in facts {
                let _ = writeln!(text, "{label}: {value} {note}");
            }
        };
        let grid = |text: &mut String, grid: &Grid| {
            for row in std::iter::once(&grid.heads).chain(&grid.rows) {
                let _ = writeln!(text, "{}", row.join(" | "));
            }
            let _ = writeln!(text, "{}", grid.note);
        };
        facts(&mut text, &self.facts);
        for (finding, number) in self.findings.iter().zip(1..) {
            let _ = writeln!(text, "\n{number}. {}", finding.words);
            facts(&mut text, &finding.basis);
        }
        let _ = writeln!(text, "\n{}", self.silences.join("\n"));
        for map in &self.maps {
            let _ = writeln!(text, "\n{} {} {}", map.title, map.unit, map.classes.join(" "));
            for ShadedArea { name, value, shade, .. } in &map.areas {
                let _ = writeln!(text, "{name}: {value} {shade:?}");
            }
        }
        self.write_matrix(&mut text);
        for section in &self.sections {
            let _ = writeln!(text, "\n{} {}", section.title, section.note);
            for CoverLine { name, mark, count, missing } in &section.lines {
                let _ = writeln!(text, "{name}: {mark:?} {count} {missing}");
            }
        }
        text.push('\n');
        facts(&mut text, &self.figures);
        for TieLine { name, asked, words, .. } in &self.ties {
            let _ = writeln!(text, "{name}: {asked} {words}");
        }
        for table in [&self.similar, &self.waves] {
            text.push('\n');
            grid(&mut text, table);
        }
        facts(&mut text, &self.changes);
        let _ = writeln!(text, "\n{}\n", self.questions.join("\n"));
        for CouncilNote { place, kind, text: words, by, until } in &self.notes {
            let _ = writeln!(text, "{kind} {place}: {words} {by} {until}");
        }
        let _ = writeln!(text, "{}", self.notes_left);
        facts(&mut text, &self.method);
        for CouncilSource { label, edition, credit } in &self.sources {
            let _ = writeln!(text, "{label} {edition} {credit}");
        }
        text.lines().map(|line| format!("{}\n", line.trim_end())).collect()
    }

    fn write_matrix(&self, text: &mut String) {
        let _ = writeln!(text, "\n{}", self.matrix.columns.join(" "));
        let sign = |mark: Mark, yes: char, no: char| match mark {
            Mark::Yes => yes,
            Mark::No => no,
            Mark::Unknown => '-',
        };
        for row in &self.matrix.rows {
            let _ = write!(text, "{} {}:", row.name, row.people);
            for cell in &row.cells {
                let signs =
                    [sign(cell.there, '■', '□'), sign(cell.near, '●', '○'), sign(cell.tied, '★', '☆')];
                let _ = write!(text, " {}{}", cell.count, signs.iter().collect::<String>());
                text.push_str(if cell.hole { "!" } else { "" });
            }
            text.push('\n');
        }
        let _ = writeln!(text, "{}", self.matrix.left_out);
    }
}

/// The report as a PDF: A4 upright, four to eight pages.
pub fn council(document: &CouncilDocument, fonts: &Fonts) -> Result<Vec<u8>, PrintError> {
    if document.matrix.rows.is_empty() {
        return Err(PrintError::Empty);
    }
    let frames = std::iter::once(LARGE).chain(std::iter::repeat(SMALL));
    let maps = document.maps.iter().zip(frames).filter_map(|(map, frame)| shaded::draw(map, frame));
    world::print("council.typ", &document.view(maps.collect()), world::Use::Reader, fonts)
}

/// The poster as a PDF: one page of A3 across.
pub fn poster(document: &CouncilDocument, fonts: &Fonts) -> Result<Vec<u8>, PrintError> {
    if document.matrix.rows.is_empty() {
        return Err(PrintError::Empty);
    }
    let maps = document.maps.iter().take(1).filter_map(|map| shaded::draw(map, POSTER));
    let mut matrix = document.matrix.clone();
    if matrix.rows.len() > POSTER_ROWS {
        matrix.rows.truncate(POSTER_ROWS);
        "ほかの地域は、報告書とExcelの表でご覧ください。".clone_into(&mut matrix.left_out);
    }
    let view = View { matrix: &matrix, ..document.view(maps.collect()) };
    world::print("council_poster.typ", &view, world::Use::Reader, fonts)
}
