//! A network as CSV: UTF-8 with BOM and CRLF, cells that a spreadsheet neither splits nor runs.

use super::{
    NetworkExport, Node, by_id, closeness, evidence_code, frequency, kinds, municipality, numbers,
    xml::{OF_NODES, node},
};
use crate::export::csv_cell;
use hoshizu_catalog::id::OfficeId;
use hoshizu_ingest::wave_folder::REPORT_COLUMNS;

/// Columns of the table of ties.
pub const TIE_COLUMNS: [&str; 12] = [
    "a_id",
    "a_number",
    "a_name",
    "a_municipality",
    "b_id",
    "b_number",
    "b_name",
    "b_municipality",
    "evidence",
    "kinds",
    "closeness",
    "frequency",
];

/// Reports, one a row.
pub fn reports(network: &NetworkExport) -> String {
    let offices = by_id(network);
    let rows = network.reports.iter().map(|report| {
        let sides = [report.reporter, report.partner].into_iter().flat_map(|id| side(id, offices.get(&id)));
        let star = report.star;
        sides.chain([kinds(star), closeness(star), frequency(star).to_owned()]).collect()
    });
    table(&REPORT_COLUMNS, rows)
}

/// Offices, one a row.
pub fn nodes(network: &NetworkExport) -> String {
    let names: Vec<&str> = OF_NODES.iter().map(|attribute| attribute.name).collect();
    table(&names, network.nodes.iter().map(|office| node(office).to_vec()))
}

/// Ties, one a row.
pub fn ties(network: &NetworkExport) -> String {
    let offices = by_id(network);
    let rows = network.ties.iter().map(|tie| {
        let sides = [tie.a, tie.b].into_iter().flat_map(|id| side(id, offices.get(&id)));
        let evidence = evidence_code(tie.evidence).to_owned();
        let star = tie.star;
        sides.chain([evidence, kinds(star), closeness(star), frequency(star).to_owned()]).collect()
    });
    table(&TIE_COLUMNS, rows)
}

/// Id, number, name and municipality of an office; only its id where the network does not have it.
pub fn side(id: OfficeId, office: Option<&&Node>) -> [String; 4] {
    let text = |of: fn(&Node) -> String| office.map(|office| of(office)).unwrap_or_default();
    [
        id.to_string(),
        text(numbers),
        text(|office| office.name.clone()),
        text(|office| municipality(office).to_owned()),
    ]
}

/// A table of these columns.
pub fn table(columns: &[&str], rows: impl Iterator<Item = Vec<String>>) -> String {
    let mut text = format!("\u{feff}{}\r\n", columns.join(","));
    for row in rows {
        let cells: Vec<String> = row.iter().map(|cell| csv_cell(cell)).collect();
        text.push_str(&cells.join(","));
        text.push_str("\r\n");
    }
    text
}
