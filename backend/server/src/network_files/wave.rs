//! A whole wave as a folder: what `hoshizu_ingest::wave_folder` reads back, and beside it what people and other programs
//! want to have (decision 71).

use super::{NetworkExport, by_id, codebook, graphml, table};
use hoshizu_catalog::{day::Day, survey::Design};
use hoshizu_ingest::wave_folder::{FORMAT, REPORTS, SHEET_COLUMNS, SHEETS, WAVE, WaveHead, WaveSheet};
use std::io::{Cursor, Write};
use zip::{CompressionMethod, ZipWriter, result::ZipError, write::SimpleFileOptions};

/// A wave to write.
#[derive(Debug, Clone, PartialEq)]
pub struct WaveExport {
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
    /// Offices, reports and ties.
    pub network: NetworkExport,
}

/// The files of the folder by name, in the order of the archive.
pub fn files(wave: &WaveExport) -> Vec<(&'static str, Vec<u8>)> {
    let network = &wave.network;
    let head = WaveHead {
        format: FORMAT.to_owned(),
        survey: wave.design.clone(),
        wave: wave.number,
        opens_on: wave.opens_on,
        closes_on: wave.closes_on,
    };
    // Texts, numbers and lists always become JSON.
    let mut head = serde_json::to_string_pretty(&head).unwrap_or_default();
    head.push('\n');
    let entries = codebook::all().map(|entry| {
        [entry.file, entry.column, entry.ja, entry.en, &entry.values].map(str::to_owned).to_vec()
    });
    [
        ("README.txt", readme(wave)),
        (WAVE, head),
        (SHEETS, sheets(wave)),
        (REPORTS, table::reports(network)),
        ("nodes.csv", table::nodes(network)),
        ("ties.csv", table::ties(network)),
        ("network.graphml", graphml::reports(network)),
        ("codebook.csv", table::table(&["file", "column", "meaning_ja", "meaning_en", "values"], entries)),
    ]
    .map(|(name, text)| (name, text.into_bytes()))
    .to_vec()
}

/// The folder as one archive; the same wave gives the same bytes.
///
/// # Errors
/// When the archive would be larger than archives can be (4 GB).
pub fn zip(wave: &WaveExport) -> Result<Vec<u8>, ZipError> {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated);
    for (name, bytes) in files(wave) {
        archive.start_file(name, options)?;
        archive.write_all(&bytes)?;
    }
    Ok(archive.finish()?.into_inner())
}

fn sheets(wave: &WaveExport) -> String {
    let offices = by_id(&wave.network);
    let rows = wave.sheets.iter().map(|sheet| {
        let office = table::side(sheet.office, offices.get(&sheet.office));
        let finished = sheet.finished_on.map(|day| day.to_string()).unwrap_or_default();
        let way = sheet.way.map_or("", hoshizu_catalog::survey::Way::code);
        office.into_iter().chain([sheet.state.code().to_owned(), finished, way.to_owned()]).collect()
    });
    table::table(&SHEET_COLUMNS, rows)
}

fn readme(wave: &WaveExport) -> String {
    let (title, number) = (&wave.design.title, wave.number);
    let (from, to, day) = (wave.opens_on, wave.closes_on, wave.network.exported_on);
    let asked = wave.sheets.len();
    let answered = wave.sheets.iter().filter(|sheet| sheet.state.answers()).count();
    format!(
        "{title}　第{number}回\r\n\
         調査期間 {from} ～ {to}、書き出し {day}。対象 {asked} 事業所、回答 {answered}。\r\n\
         \r\n\
         wave.json        調査の設計と回\r\n\
         sheets.csv       誰に尋ね、どこまで答えたか\r\n\
         reports.csv      申告：誰が誰に☆を付けたか（1行に1つ）\r\n\
         nodes.csv        事業所\r\n\
         ties.csv         つながり：申告から求めたもの\r\n\
         network.graphml  申告のネットワーク（Gephi、igraph などで開けます）\r\n\
         codebook.csv     列と値の意味\r\n\
         \r\n\
         wave.json、sheets.csv、reports.csv の3つがあれば、ほかの hoshizu に取り込めます。\r\n\
         回数の「1-2」などは、表計算ソフトで直接開くと日付に見えることがあります。\r\n\
         片方だけの申告は、当事者と調査の担当者のほかには見せないでください。\r\n\
         \r\n\
         {title} — wave {number}\r\n\
         Survey {from} to {to}, exported {day}. {asked} offices asked, {answered} answered.\r\n\
         \r\n\
         wave.json        the survey's design, and the wave\r\n\
         sheets.csv       who was asked, and how far each came\r\n\
         reports.csv      reports: who set a ☆ beside whom, one a row\r\n\
         nodes.csv        offices\r\n\
         ties.csv         ties, derived from the reports\r\n\
         network.graphml  the network of reports, for Gephi, igraph and others\r\n\
         codebook.csv     what columns and values mean\r\n\
         \r\n\
         wave.json, sheets.csv and reports.csv are what another installation reads.\r\n\
         Spreadsheets may show a frequency such as 1-2 as a day.\r\n\
         Show reports of one side only to the two offices and to the keeper of the survey.\r\n"
    )
}
