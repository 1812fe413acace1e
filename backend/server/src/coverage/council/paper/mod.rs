//! The council's report on paper: the numbers of a [`GapReport`] and the council's notes as the words of a document.
//!
//! [`findings`] says what stands out, [`maps`] shades the parts, [`ties`] sets figures side by side, [`words`] writes
//! numbers out.

pub mod findings;
pub mod maps;
mod ties;
mod words;

use super::supply::without;
use crate::view::{
    gap_note::GapNoteView,
    gaps::{GapCell, GapColumn, GapReport, GapRow},
};
use findings::{Finding, SHOWN};
use hoshizu_catalog::taxonomy::ServiceType;
use hoshizu_print::{
    CouncilDocument, CouncilFinding, CouncilMatrix, CouncilNote, CouncilSource, CoverLine, CoverSection,
    Fact, Mark, MatrixCell, MatrixRow,
};
use std::collections::BTreeMap;
use words::{UNKNOWN, WITHHELD, date, fact, number, people, percent};

/// Areas of the matrix: what stands on one page.
const ROWS: usize = 21;
/// Questions: with room to write on two pages.
const QUESTIONS: usize = 5;
/// Open notes printed, and letters of each: what stands on two pages with the questions.
const NOTES: usize = 8;
const LETTERS: usize = 120;
/// Data sets printed.
const SOURCES: usize = 16;
/// Half: where "most" begins, as on the page.
const MOST: f64 = 0.5;

/// The document of a report. `notes` are those of the area, in the order the council reads them.
pub fn document(report: &GapReport, notes: &[GapNoteView], shapes: &maps::Shapes) -> CouncilDocument {
    let found = findings::findings(report);
    let shown = found.len().min(SHOWN);
    let open: Vec<&GapNoteView> = notes.iter().filter(|note| note.state == "open").collect();
    let left = open.len().saturating_sub(NOTES);
    CouncilDocument {
        area: report.area.name.clone(),
        dated: date(&report.made_at),
        facts: cover(report),
        findings: found[..shown].iter().map(printed).collect(),
        silences: findings::silences(report, shown),
        maps: maps::maps(report, shapes),
        matrix: matrix(report),
        sections: sections(report),
        figures: ties::figures(report),
        ties: ties::lines(report),
        similar: ties::similar(report),
        waves: ties::waves(report),
        changes: ties::changes(report),
        questions: questions(&found),
        notes: open.iter().take(NOTES).map(|note| noted(report, note)).collect(),
        notes_left: if left > 0 { format!("ほかに{left}件あります。") } else { String::new() },
        method: method(report),
        sources: sources(report),
    }
}

fn printed(finding: &Finding) -> CouncilFinding {
    CouncilFinding { words: finding.words.clone(), basis: finding.basis.clone() }
}

fn cover(report: &GapReport) -> Vec<Fact> {
    let (whole, ties) = (&report.rows[0], &report.ties[0]);
    let year = whole.year.map(|year| format!("（{year}年）")).unwrap_or_default();
    let population = whole.population.map(|count| format!("{}{year}", people(count as f64)));
    let edition = |start: &str| {
        let editions = report.sources.iter().filter(|source| source.label.starts_with(start));
        editions.map(|source| source.edition.as_str()).max().map_or_else(|| UNKNOWN.to_owned(), date)
    };
    let survey = report.surveys.iter().max_by_key(|survey| &survey.opens_on);
    let wave = survey.map(|one| format!("第{}回（{}から）", one.wave, date(&one.opens_on)));
    let rate = match (ties.response_rate, ties.answered) {
        (Some(rate), Some(answered)) => {
            format!("{}（{}か所中{}か所）", percent(rate), number(ties.asked.into()), number(answered.into()))
        }
        _ if ties.withheld => WITHHELD.to_owned(),
        _ => UNKNOWN.to_owned(),
    };
    vec![
        fact("人口", population.unwrap_or_else(|| UNKNOWN.to_owned())),
        fact("高齢化率", whole.ageing.map_or_else(|| UNKNOWN.to_owned(), percent)),
        fact("介護のデータ", edition("介護サービス情報公表システム")),
        fact("障害のデータ", edition("障害福祉サービス等情報")),
        fact("☆調査", wave.unwrap_or_else(|| "まだ行われていません".to_owned())),
        fact("☆調査の回答率", rate),
    ]
}

/// Fields of a row.
fn cells_of(report: &GapReport, at: usize) -> &[GapCell] {
    let wide = report.columns.len();
    &report.cells[at * wide..(at + 1) * wide]
}

fn is_key(column: &GapColumn) -> bool {
    column.group == "service" && column.key
}

fn is_hole(cell: &GapCell) -> bool {
    ["none", "far", "apart"].contains(&cell.state.as_str())
}

fn matrix(report: &GapReport) -> CouncilMatrix {
    let holes = |at: usize| {
        cells_of(report, at)
            .iter()
            .zip(&report.columns)
            .filter(|(cell, column)| is_key(column) && is_hole(cell))
            .count()
    };
    // The area as a whole, then those with most holes where there is no room for all, in the order of the page.
    let mut parts: Vec<usize> = (1..report.rows.len()).collect();
    parts.sort_by_key(|at| std::cmp::Reverse(holes(*at)));
    let left = parts.len().saturating_sub(ROWS - 1);
    parts.truncate(ROWS - 1);
    parts.sort_unstable();
    let row = |at: usize| {
        let row: &GapRow = &report.rows[at];
        let cells = cells_of(report, at).iter().zip(&report.columns).filter(|(_, column)| is_key(column));
        MatrixRow {
            name: row.name.clone(),
            people: row.population.map(|count| people(count as f64)).unwrap_or_default(),
            cells: cells.map(|(cell, _)| field(cell)).collect(),
        }
    };
    CouncilMatrix {
        columns: report
            .columns
            .iter()
            .filter(|column| is_key(column))
            .map(|column| column.ja.clone())
            .collect(),
        rows: std::iter::once(0).chain(parts).map(row).collect(),
        left_out: if left > 0 {
            format!(
                "足りないところの多い{}地域を載せています。ほかの{left}地域は、Excelの表でご覧ください。",
                ROWS - 1
            )
        } else {
            String::new()
        },
    }
}

fn field(cell: &GapCell) -> MatrixCell {
    let share = |share: Option<f64>| match share {
        None => Mark::Unknown,
        Some(share) if share >= MOST => Mark::No,
        Some(_) => Mark::Yes,
    };
    let apart = cell.ties.as_ref().and_then(|ties| ties.without_across);
    let is_known = cell.state != "no_data";
    MatrixCell {
        count: cell.count.map_or_else(|| UNKNOWN.to_owned(), |count| number(count.into())),
        there: match cell.count {
            None => Mark::Unknown,
            Some(0) => Mark::No,
            Some(_) => Mark::Yes,
        },
        near: share(cell.reach.as_ref().and_then(|reach| reach.far_share).filter(|_| is_known)),
        tied: share(apart.and_then(without).filter(|_| is_known)),
        hole: is_hole(cell),
    }
}

fn sections(report: &GapReport) -> Vec<CoverSection> {
    let group = |groups: &[&str], title: &str, note: &str| {
        let wanted =
            report.columns.iter().enumerate().filter(|(_, column)| groups.contains(&column.group.as_str()));
        let lines = wanted.map(|(at, column)| line(report, at, column)).collect();
        CoverSection { title: title.to_owned(), note: note.to_owned(), lines }
    };
    let basis = format!(
        "{}の登録によります。登録がないことは、担当や席がないこととは限りません。",
        date(&report.made_at)
    );
    vec![
        group(&["nurse"], "保健師などの相談先（話題ごとに、担当の窓口がある年代）", &basis),
        group(&["forum"], "会議体の席", ""),
        group(&["template", "upkeep"], "支援の体制と、情報の新しさ", ""),
    ]
}

/// A column in the area as a whole; where it is asked of smaller areas only, how many of them lack something.
fn line(report: &GapReport, at: usize, column: &GapColumn) -> CoverLine {
    let cell = &report.cells[at];
    let name = column.ja.clone();
    if cell.state == "not_here" {
        let parts: Vec<&GapCell> = (1..report.rows.len())
            .map(|row| &cells_of(report, row)[at])
            .filter(|cell| cell.state != "not_here" && cell.state != "no_data")
            .collect();
        let open = parts.iter().filter(|cell| cell.state != "ok").count();
        let mark = if parts.is_empty() {
            Mark::Unknown
        } else if open > 0 {
            Mark::No
        } else {
            Mark::Yes
        };
        let count = if parts.is_empty() {
            UNKNOWN.to_owned()
        } else {
            format!("{}/{}地域", parts.len() - open, parts.len())
        };
        let missing = if open > 0 { format!("{open}地域で足りません") } else { String::new() };
        return CoverLine { name, mark, count, missing };
    }
    let mark = match cell.state.as_str() {
        "no_data" => Mark::Unknown,
        "ok" => Mark::Yes,
        _ => Mark::No,
    };
    let count = match cell.count.zip(cell.of) {
        Some((count, of)) => format!("{}/{}", number(count.into()), number(of.into())),
        None if column.code == "upkeep:response" && cell.of.is_some_and(|of| of > 0) => WITHHELD.to_owned(),
        None => UNKNOWN.to_owned(),
    };
    let missing = match cell.state.as_str() {
        "no_data" => "登録がありません".to_owned(),
        _ => words::some_of(cell.missing.iter().map(|one| one.ja.as_str()), 4),
    };
    CoverLine { name, mark, count, missing }
}

/// Those of the findings, then what is worth asking in any case.
fn questions(found: &[Finding]) -> Vec<String> {
    let usual = [
        "この資料の数字は、みなさまの実感と合っていますか。違うと感じるのは、どこですか。",
        "来年の同じ時期に、どの数字が、どう変わっていたらよいですか。",
    ];
    let asked = found.iter().take(QUESTIONS - 1).map(|finding| finding.question.clone());
    asked.chain(usual.map(str::to_owned)).take(QUESTIONS).collect()
}

fn noted(report: &GapReport, note: &GapNoteView) -> CouncilNote {
    let column = report.columns.iter().find(|column| column.code == note.column);
    let late = if note.overdue { "（期限を過ぎています）" } else { "" };
    CouncilNote {
        place: format!("{}　{}", note.area_name, column.map_or(note.column.as_str(), |column| &column.ja)),
        kind: if note.kind == "decision" { "決めたこと" } else { "メモ" }.to_owned(),
        text: shortened(&note.text),
        by: note.steps.last().map(|step| step.by.clone()).unwrap_or_default(),
        until: note.until.as_deref().map(|day| format!("{}{late}", date(day))).unwrap_or_default(),
    }
}

/// A long note is read on the page.
fn shortened(text: &str) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if line.chars().count() <= LETTERS {
        return line;
    }
    line.chars().take(LETTERS - 1).chain(['…']).collect()
}

fn method(report: &GapReport) -> Vec<Fact> {
    let survey = report
        .surveys
        .iter()
        .map(|one| format!("{} 第{}回（{}から）", one.title, one.wave, date(&one.opens_on)))
        .collect::<Vec<_>>()
        .join("、");
    let survey = if survey.is_empty() { "まだ行われていません。".to_owned() } else { survey };
    vec![
        fact(
            "ある",
            "その地域に所在地がある、いま公表されている事業所の数です。休止中のものは、出典によって含まれることがあります。",
        ),
        fact(
            "届く",
            format!(
                "住んでいる町丁目の位置から、いちばん近い事業所までの道のりです。{}決められた距離より遠い人が半分以上なら「遠い」とします。区域の外の事業所も数えます。{}に計算しました。",
                words::ways(&report.ways),
                date(&report.computed_at)
            ),
        ),
        fact(
            "つながっている",
            format!(
                "☆調査で「この1年に、同じ方の支援を一緒にした」と答えた相手です。{}の時点で、各事業所のいちばん新しい回答を使っています。",
                date(&report.ties_as_of)
            ),
        ),
        fact("☆調査", survey),
        fact(
            "幅の読み方",
            "2つの数の間に本当の値があると考えてください。片方の端は双方が☆をつけたつながりだけ、もう片方の端は片方だけがつけたものも数えています。",
        ),
        fact(
            "努力義務カバー率",
            "指定居宅介護支援等の基準が連携に努めるよう定める相手（相談支援など）の種類のうち、つながっている種類の割合です。",
        ),
        fact(
            "示さない数字",
            format!("1、2か所や1、2本のつながりから分かってしまう数字は「{WITHHELD}」としています。"),
        ),
        fact(
            "所見の選び方",
            "「ある・届く」「つながり」「担当と更新」の三つの面から一つずつ選び、対象の年齢の人口に、足りない割合をかけた人数の多い順に並べています。自動で作った文です。",
        ),
    ]
}

/// Data sets, those of many services together.
fn sources(report: &GapReport) -> Vec<CouncilSource> {
    let mut grouped: BTreeMap<(String, String, String), Vec<String>> = BTreeMap::new();
    for source in &report.sources {
        // Names of services stand in brackets at the end, and hold brackets of another width.
        let (name, service) = match source.label.strip_suffix(')').and_then(|label| label.rsplit_once('(')) {
            Some((name, service)) if ServiceType::all().any(|one| one.definition().ja == service) => {
                (name.to_owned(), Some(service.to_owned()))
            }
            _ => (source.label.clone(), None),
        };
        let key = (name, source.edition.clone(), source.credit.clone().unwrap_or_default());
        grouped.entry(key).or_default().extend(service);
    }
    let line = |((name, edition, credit), services): ((String, String, String), Vec<String>)| {
        let label = if services.is_empty() {
            name
        } else {
            format!("{name}（{}種類のサービス）", services.len())
        };
        let credit =
            if credit.is_empty() { "提供元の利用条件によります".to_owned() } else { credit };
        CouncilSource { label, edition: date(&edition), credit }
    };
    let mut lines: Vec<CouncilSource> = grouped.into_iter().map(line).collect();
    // Data sets whose licence asks for a credit stand first.
    lines.sort_by_key(|line| line.credit.starts_with("提供元"));
    if lines.len() > SOURCES {
        let left = lines.split_off(SOURCES - 1).len();
        let label = format!("ほか{left}件（Excelの表にすべてあります）");
        lines.push(CouncilSource { label, edition: String::new(), credit: String::new() });
    }
    lines
}
