//! A network as a workbook for people: offices, reports, ties, and what their columns mean.

use super::{
    NetworkExport, by_id, closeness,
    codebook::{self, Entry},
    evidence_code, table,
    xml::{OF_NODES, node},
};
use hoshizu_analysis::network::Evidence;
use hoshizu_catalog::{
    id::OfficeId,
    tie::{Frequency, Star, TieKind},
};
use rust_xlsxwriter::{Color, Format, FormatBorder, Workbook, XlsxError};

const OFFICES: [&str; 11] = [
    "事業所名",
    "ID",
    "事業所番号",
    "制度",
    "サービス",
    "市区町村コード",
    "市区町村",
    "緯度",
    "経度",
    "調査対象",
    "回答",
];
const REPORTS: [&str; 11] = [
    "申告した事業所ID",
    "申告した事業所番号",
    "申告した事業所名",
    "申告した事業所の市区町村",
    "相手の事業所ID",
    "相手の事業所番号",
    "相手の事業所名",
    "相手の事業所の市区町村",
    "種類",
    "関係",
    "回数",
];
const TIES: [&str; 12] = [
    "A_ID",
    "A_番号",
    "A_名称",
    "A_市区町村",
    "B_ID",
    "B_番号",
    "B_名称",
    "B_市区町村",
    "根拠",
    "種類",
    "関係",
    "回数",
];

/// Writes the workbook. Every cell is text: nothing is computed, and `1-2` is no day.
pub fn write(network: &NetworkExport) -> Result<Vec<u8>, XlsxError> {
    let offices = by_id(network);
    let sides = |ends: [OfficeId; 2]| ends.into_iter().flat_map(|id| table::side(id, offices.get(&id)));
    let mut book = Workbook::new();
    let nodes = network.nodes.iter().map(|office| {
        let mut cells = node(office).to_vec();
        let words = office.services.iter().map(|service| service.definition().ja.as_str());
        cells[4] = words.collect::<Vec<_>>().join("、");
        let (asked, responded) = match office.responded {
            None => ("", ""),
            Some(false) => ("対象", "なし"),
            Some(true) => ("対象", "あり"),
        };
        asked.clone_into(&mut cells[9]);
        responded.clone_into(&mut cells[10]);
        cells
    });
    sheet(&mut book, "事業所", &OFFICES, nodes)?;
    let reports = network
        .reports
        .iter()
        .map(|report| sides([report.reporter, report.partner]).chain(star(report.star)).collect());
    sheet(&mut book, "申告", &REPORTS, reports)?;
    let ties = network.ties.iter().map(|tie| {
        let evidence = match tie.evidence {
            Evidence::Mutual => "双方",
            Evidence::OneSided => "片方",
            Evidence::ToNonRespondent => "片方（相手は未回答）",
        };
        sides([tie.a, tie.b]).chain([evidence.to_owned()]).chain(star(tie.star)).collect()
    });
    sheet(&mut book, "つながり", &TIES, ties)?;
    sheet(&mut book, "コード表", &["シート", "列", "意味", "Meaning", "値"], codes())?;
    book.save_to_buffer()
}

fn star(star: Star) -> [String; 3] {
    let kinds: Vec<&str> = star.kinds.iter().map(TieKind::ja).collect();
    [kinds.join("、"), closeness(star), star.frequency.map_or("", Frequency::ja).to_owned()]
}

fn sheet(
    book: &mut Workbook,
    name: &str,
    columns: &[&str],
    rows: impl Iterator<Item = Vec<String>>,
) -> Result<(), XlsxError> {
    let head =
        Format::new().set_bold().set_border(FormatBorder::Thin).set_background_color(Color::RGB(0x00EA_F0F8));
    let sheet = book.add_worksheet().set_name(name)?;
    sheet.set_freeze_panes(1, 0)?;
    for (at, title) in columns.iter().enumerate() {
        sheet.write_string_with_format(0, at as u16, *title, &head)?;
        let is_id = title.ends_with("ID");
        sheet.set_column_width(at as u16, if is_id { 10.0 } else { 18.0 })?;
    }
    for (at, row) in rows.enumerate() {
        for (column, cell) in row.iter().enumerate().filter(|(_, cell)| !cell.is_empty()) {
            sheet.write_string(at as u32 + 1, column as u16, cell)?;
        }
    }
    Ok(())
}

/// The code book in the words of this workbook.
fn codes() -> impl Iterator<Item = Vec<String>> {
    let of_sheet = |file: &'static str, sheet: &'static str, titles: &'static [&'static str]| {
        let entries = codebook::of(file);
        titles.iter().zip(entries).map(move |(title, entry): (&&str, Entry)| {
            let values = match entry.column {
                "kinds" => TieKind::ALL.map(TieKind::ja).join("、"),
                "frequency" => Frequency::ALL.map(Frequency::ja).join("、"),
                "evidence" => format!(
                    "双方（{}）、片方（{}）、片方（相手は未回答）（{}）",
                    evidence_code(Evidence::Mutual),
                    evidence_code(Evidence::OneSided),
                    evidence_code(Evidence::ToNonRespondent)
                ),
                "asked" => "対象".to_owned(),
                "responded" => "あり、なし".to_owned(),
                "services" => "サービスの名前".to_owned(),
                _ => entry.values,
            };
            [sheet, title, entry.ja, entry.en, &values].map(str::to_owned).to_vec()
        })
    };
    debug_assert_eq!(OFFICES.len(), OF_NODES.len());
    of_sheet("nodes.csv", "事業所", &OFFICES)
        .chain(of_sheet("reports.csv", "申告", &REPORTS))
        .chain(of_sheet("ties.csv", "つながり", &TIES))
}
