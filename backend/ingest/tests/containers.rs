//! Files in other containers than text: a shapefile with its attributes in an archive, and a workbook read by a saved
//! mapping.
#![expect(clippy::unwrap_used, reason = "helpers of tests fail as tests do")]

use hoshizu_catalog::{edition::Edition, progress::Silent};
use hoshizu_ingest::{Gazetteer, Hints, Kind, Limits, Mapping, Parsed, from_bytes, read, recognise};
use std::{
    fmt::Write as _,
    io::{Cursor, Write as _},
};

fn zip(files: &[(&str, Vec<u8>)]) -> Vec<u8> {
    let mut archive = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in files {
        archive.start_file(*name, zip::write::SimpleFileOptions::default()).unwrap();
        archive.write_all(bytes).unwrap();
    }
    archive.finish().unwrap().into_inner()
}

fn parse(name: &str, bytes: Vec<u8>, mappings: &[Mapping]) -> (Kind, Parsed) {
    let hints =
        Hints { mappings, mapping: None, edition: None, today: Edition::parse("2026-11-23").unwrap() };
    let opened = from_bytes(name, bytes, &Limits::default()).unwrap();
    assert_eq!(opened.files.len(), 1, "what lies beside a shapefile is no file of its own");
    let bytes = opened.files[0].bytes().unwrap();
    let recognition = recognise(&opened.files[0], &bytes, &hints).unwrap();
    let parsed = read(&opened.files[0], &bytes, &recognition, &Gazetteer::default(), &Silent).unwrap();
    assert!(parsed.accounts_for_every_row());
    (recognition.kind, parsed)
}

/// One square a record, its outer ring clockwise.
fn shp(wests: &[f64]) -> Vec<u8> {
    let mut file = vec![0; 100];
    file[..4].copy_from_slice(&9_994_u32.to_be_bytes());
    file[32..36].copy_from_slice(&5_u32.to_le_bytes());
    for (number, west) in (1_u32..).zip(wests) {
        let east = west + 0.1;
        let ring = [[*west, 35.0], [*west, 35.1], [east, 35.1], [east, 35.0], [*west, 35.0]];
        let mut record = 5_u32.to_le_bytes().to_vec();
        record.extend([0; 32]);
        record.extend([1_u32, 5, 0].iter().flat_map(|n| n.to_le_bytes()));
        record.extend(ring.iter().flatten().flat_map(|degrees| degrees.to_le_bytes()));
        file.extend(number.to_be_bytes());
        file.extend((record.len() as u32 / 2).to_be_bytes());
        file.extend(record);
    }
    file
}

/// A dBASE table of texts in cp932, twelve bytes a cell.
fn dbf(fields: &[&str], rows: &[&[&str]]) -> Vec<u8> {
    let mut table = vec![0; 32];
    table[4..8].copy_from_slice(&(rows.len() as u32).to_le_bytes());
    table[8..10].copy_from_slice(&(33 + 32 * fields.len() as u16).to_le_bytes());
    table[10..12].copy_from_slice(&(1 + 12 * fields.len() as u16).to_le_bytes());
    for field in fields {
        let mut head = [0; 32];
        head[..field.len()].copy_from_slice(field.as_bytes());
        head[16] = 12;
        table.extend(head);
    }
    table.push(0x0d);
    for row in rows {
        table.push(b' ');
        for cell in *row {
            let mut bytes = encoding_rs::SHIFT_JIS.encode(cell).0.into_owned();
            bytes.resize(12, b' ');
            table.extend(bytes);
        }
    }
    table
}

#[test]
fn a_zipped_shapefile_becomes_areas_with_their_names() {
    let fields = ["N03_001", "N03_004", "N03_007"];
    let rows: [&[&str]; 3] =
        [&["星見県", "星見市", "48201"], &["星見県", "天川町", "48301"], &["星見県", "所属未定地", ""]];
    let archive = zip(&[
        ("N03/N03-20260101.shp", shp(&[135.0, 135.2, 135.4])),
        ("N03/N03-20260101.dbf", dbf(&fields, &rows)),
        ("N03/N03-20260101.shx", vec![0; 100]),
        ("N03/N03-20260101.prj", b"GEOGCS[\"JGD2011\"]".to_vec()),
    ]);
    let (kind, parsed) = parse("N03-20260101.zip", archive, &[]);
    let Parsed::Areas(batch) = parsed else { panic!("areas expected") };
    let found: Vec<(&str, &str)> =
        batch.records.iter().map(|(_, area)| (area.code.as_str(), area.name.as_str())).collect();
    assert_eq!((kind, batch.rows), (Kind::Areas, 3));
    assert_eq!(found, [("48201", "星見市"), ("48301", "天川町")]);
    assert_eq!(batch.rejected.iter().map(|r| r.reason.as_str()).collect::<Vec<_>>(), ["no_code"]);
    assert!(batch.records.iter().all(|(_, area)| area.polygons.len() == 1));
}

/// The smallest workbook Excel would open, its cells as inline texts.
fn xlsx(rows: &[&[&str]]) -> Vec<u8> {
    let mut sheet = String::from(
        r#"<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>"#,
    );
    for (row, cells) in (1..).zip(rows) {
        write!(sheet, r#"<row r="{row}">"#).unwrap();
        for (column, cell) in ('A'..='Z').zip(*cells) {
            write!(sheet, r#"<c r="{column}{row}" t="inlineStr"><is><t>{cell}</t></is></c>"#).unwrap();
        }
        sheet += "</row>";
    }
    sheet += "</sheetData></worksheet>";
    let relations = |kind: &str, target: &str| {
        format!(
            r#"<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/{kind}" Target="{target}"/></Relationships>"#
        )
    };
    zip(&[
        (
            "[Content_Types].xml",
            br#"<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/></Types>"#
                .to_vec(),
        ),
        ("_rels/.rels", relations("officeDocument", "xl/workbook.xml").into_bytes()),
        (
            "xl/workbook.xml",
            r#"<?xml version="1.0"?><workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="窓口" sheetId="1" r:id="r1"/></sheets></workbook>"#
                .as_bytes()
                .to_vec(),
        ),
        ("xl/_rels/workbook.xml.rels", relations("worksheet", "worksheets/sheet1.xml").into_bytes()),
        ("xl/worksheets/sheet1.xml", sheet.into_bytes()),
    ])
}

#[test]
fn a_workbook_is_recognised_by_a_mapping_saved_before() {
    let mapping: Mapping = serde_json::from_str(
        r#"{"name":"desks","kind":"offices","columns":{"name":"窓口","address":"所在","phone":"でんわ"},
            "constants":{"service":"municipal-desk","prefecture":"星見県","city":"星見市"}}"#,
    )
    .unwrap();
    let saved: Mapping = serde_json::from_str(&serde_json::to_string(&mapping).unwrap()).unwrap();
    let book = xlsx(&[
        &["令和8年度 窓口一覧"],
        &["窓口", "所在", "でんわ"],
        &["福祉課", "銀河2丁目1", "0480-12-3456"],
        &["", "銀河2丁目2", "0480-12-3457"],
    ]);
    let (kind, parsed) = parse("desks.xlsx", book, &[saved]);
    let Parsed::Listings(batch) = parsed else { panic!("listings expected") };
    assert_eq!(kind, Kind::Mapped("desks".into()));
    assert_eq!((batch.rows, batch.records.len()), (2, 1), "title and header are no rows");
    let (line, listing) = &batch.records[0];
    assert_eq!((*line, listing.name.as_str(), listing.phone.as_deref()), (3, "福祉課", Some("0480-12-3456")));
    assert_eq!((batch.rejected[0].line, batch.rejected[0].reason.as_str()), (4, "missing_name"));
}
