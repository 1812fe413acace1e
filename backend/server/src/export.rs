//! The directory as a file: CSV for spreadsheets, GeoJSON for maps, JSON lines for programs.

use crate::{region::Region, view::card::Card};
use hoshizu_store::{Store, StoreError, area::Tree, office};
use std::io::Write;

/// Offices read at a time.
const BATCH: u32 = 1_000;

/// What an export is written as.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub enum Format {
    /// UTF-8 with BOM and CRLF, as spreadsheets expect.
    Csv,
    /// One feature an office; offices without a position have a null geometry.
    Geojson,
    /// One office a line.
    Jsonl,
}

/// Why an export stopped.
#[derive(Debug, thiserror::Error)]
pub enum ExportError {
    /// The database.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// The file.
    #[error("cannot write: {0}")]
    Write(#[from] std::io::Error),
}

const HEADER: [&str; 16] = [
    "ID",
    "名称",
    "名称_カナ",
    "法人名",
    "サービス",
    "制度",
    "共生型",
    "事業所番号",
    "市区町村コード",
    "住所",
    "方書",
    "緯度",
    "経度",
    "電話番号",
    "FAX番号",
    "URL",
];

/// Writes every office inside the area (all without one) and returns how many there were.
pub async fn write(
    store: &Store,
    region: &Region,
    area: Option<&str>,
    format: Format,
    out: &mut (dyn Write + Send),
) -> Result<u64, ExportError> {
    let tree = Tree::load(&mut store.read().await?).await?;
    let mut sheet = Sheet::begin(format, out)?;
    let mut after = None;
    loop {
        let rows = office::documents(&mut store.read().await?, &tree, after, BATCH).await?;
        for row in &rows {
            let inside = |code: &str| {
                row.areas.iter().any(|area| area == code)
                    || row.office.municipality.is_some_and(|own| own.to_string() == code)
            };
            if area.is_none_or(inside) {
                sheet.push(row, region)?;
            }
        }
        after = rows.last().map(|row| row.office.id);
        if rows.len() < BATCH as usize {
            return Ok(sheet.end()?);
        }
    }
}

struct Sheet<'a> {
    format: Format,
    out: &'a mut (dyn Write + Send),
    written: u64,
}

impl<'a> Sheet<'a> {
    fn begin(format: Format, out: &'a mut (dyn Write + Send)) -> std::io::Result<Self> {
        match format {
            Format::Csv => write!(out, "\u{feff}{}\r\n", HEADER.join(","))?,
            Format::Geojson => out.write_all(b"{\"type\":\"FeatureCollection\",\"features\":[\n")?,
            Format::Jsonl => {}
        }
        Ok(Self { format, out, written: 0 })
    }

    fn push(&mut self, row: &office::Document, region: &Region) -> std::io::Result<()> {
        let organization = row.organization.as_ref().map(|(_, name, _)| name.as_str());
        let municipality = row.office.municipality.and_then(|code| region.municipality_name(code));
        let card = Card::of(&row.office, organization, municipality).with_entry(&row.entry, &row.assurances);
        match self.format {
            Format::Csv => {
                let cells = cells(row, &card).map(|cell| csv_cell(&cell));
                write!(self.out, "{}\r\n", cells.join(","))?;
            }
            Format::Jsonl => {
                serde_json::to_writer(&mut *self.out, &card)?;
                self.out.write_all(b"\n")?;
            }
            Format::Geojson => {
                if self.written > 0 {
                    self.out.write_all(b",\n")?;
                }
                let geometry = card
                    .position
                    .map(|p| serde_json::json!({"type": "Point", "coordinates": [p.lon, p.lat]}));
                let feature =
                    serde_json::json!({"type": "Feature", "geometry": geometry, "properties": card});
                serde_json::to_writer(&mut *self.out, &feature)?;
            }
        }
        self.written += 1;
        Ok(())
    }

    fn end(self) -> std::io::Result<u64> {
        if self.format == Format::Geojson {
            self.out.write_all(b"\n]}\n")?;
        }
        self.out.flush()?;
        Ok(self.written)
    }
}

fn cells(row: &office::Document, card: &Card) -> [String; 16] {
    let office = &row.office;
    let names = |codes: Vec<&str>| codes.join("、");
    let text = |value: &Option<String>| value.clone().unwrap_or_default();
    [
        card.id.to_string(),
        card.name.clone(),
        text(&card.kana),
        row.organization.as_ref().map(|(_, name, _)| name.clone()).unwrap_or_default(),
        names(office.services.iter().map(|service| service.definition().ja.as_str()).collect()),
        card.systems.join("、"),
        if card.kyosei { "あり".to_owned() } else { String::new() },
        names(office.numbers.iter().map(hoshizu_catalog::number::OfficeNumber::as_str).collect()),
        office.municipality.map(|code| code.to_string()).unwrap_or_default(),
        card.address.clone(),
        text(&card.building),
        card.position.map(|p| p.lat.to_string()).unwrap_or_default(),
        card.position.map(|p| p.lon.to_string()).unwrap_or_default(),
        text(&card.phone),
        text(&card.fax),
        text(&card.url),
    ]
}

/// A cell that a spreadsheet neither splits nor runs: values that begin like a formula get an apostrophe in front
/// (OWASP, CSV injection); a leading `-` or `+` of a number stays.
pub fn csv_cell(value: &str) -> String {
    let formula = value.starts_with(['=', '@', '\t', '\r'])
        || (value.starts_with(['+', '-']) && value.parse::<f64>().is_err());
    let guarded = if formula { format!("'{value}") } else { value.to_owned() };
    if guarded.contains([',', '"', '\n', '\r']) {
        format!("\"{}\"", guarded.replace('"', "\"\""))
    } else {
        guarded
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_that_looks_like_a_formula_is_made_harmless() {
        assert_eq!(csv_cell("=1+1"), "'=1+1");
        assert_eq!(csv_cell("-cmd|'/c calc'!A0"), "'-cmd|'/c calc'!A0");
        assert_eq!(csv_cell("-12.5"), "-12.5");
        assert_eq!(csv_cell("a,\"b\""), "\"a,\"\"b\"\"\"");
    }
}
