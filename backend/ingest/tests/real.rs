//! The real official files, where they are present: every file is recognised and every row accounted for.
#![expect(clippy::unwrap_used, reason = "helpers of tests fail as tests do")]

use hoshizu_catalog::{edition::Edition, progress::Silent};
use hoshizu_ingest::{
    Gazetteer, Hints, Kind, Limits, Parsed, Recognition, SourceFile, open, read, recognise,
};
use std::{fmt::Write, path::PathBuf, time::Instant};

fn real() -> Option<PathBuf> {
    let root = std::env::var_os("HOSHIZU_REAL").map_or_else(
        || PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../../shared/real"),
        PathBuf::from,
    );
    if root.is_dir() {
        return Some(root);
    }
    eprintln!("skipped: the real files are not present");
    None
}

fn hints() -> Hints<'static> {
    Hints { mappings: &[], mapping: None, edition: None, today: Edition::parse("2026-11-23").unwrap() }
}

/// Every file in the order of an import.
fn all(root: PathBuf) -> Vec<(SourceFile, Vec<u8>, Recognition)> {
    let opened = open(&[root], &Limits::default()).unwrap();
    let mut files: Vec<_> = opened
        .files
        .into_iter()
        .map(|file| {
            let bytes = file.bytes().unwrap();
            let recognition = recognise(&file, &bytes, &hints()).unwrap();
            (file, bytes, recognition)
        })
        .collect();
    files.sort_by(|a, b| {
        let key = |r: &Recognition| (r.kind.order(), r.dataset.clone(), r.edition.clone());
        key(&a.2).cmp(&key(&b.2))
    });
    files
}

fn learn(gazetteer: &mut Gazetteer, parsed: &Parsed) {
    match parsed {
        Parsed::Areas(batch) | Parsed::Municipalities(batch) => {
            gazetteer.add_areas(batch.records.iter().chain(&batch.derived).map(|(_, area)| area));
        }
        Parsed::Towns(batch) => gazetteer.add_towns(batch.records.iter().map(|(_, town)| town)),
        Parsed::Listings(batch) => gazetteer.learn_from(batch),
        _ => {}
    }
}

#[test]
fn every_real_file_is_recognised_and_every_row_accounted_for() {
    let Some(root) = real() else { return };
    let mut gazetteer = Gazetteer::default();
    let mut table =
        String::from("file | kind | dataset | edition (from) | rows | records | rejected | marks | s\n");
    let mut unknown = Vec::new();
    for (file, bytes, recognition) in all(root) {
        let start = Instant::now();
        let parsed = read(&file, &bytes, &recognition, &gazetteer, &Silent);
        let seconds = start.elapsed().as_secs_f64();
        let label = &file.label;
        match parsed {
            Err(error) => {
                let kind = recognition.kind.code();
                writeln!(
                    table,
                    "{label} | {kind} | - | - | - | - | {}: {} | | {seconds:.2}",
                    error.code(),
                    error.remedy()
                )
                .unwrap();
                assert!(matches!(recognition.kind, Kind::Unknown { .. }), "{label}: {error}");
                unknown.push(label.clone());
            }
            Ok(parsed) => {
                assert!(parsed.accounts_for_every_row(), "{label}");
                assert!(parsed.rows() > 0, "{label}");
                let marks = match &parsed {
                    Parsed::Listings(batch) => batch.marks(),
                    _ => Vec::new(),
                };
                writeln!(
                    table,
                    "{label} | {} | {} | {} ({:?}) | {} | {} | {:?} | {marks:?} | {seconds:.2}",
                    recognition.kind.code(),
                    parsed.dataset(),
                    recognition.edition,
                    recognition.edition_from,
                    parsed.rows(),
                    parsed.accepted(),
                    parsed.reasons(),
                )
                .unwrap();
                learn(&mut gazetteer, &parsed);
            }
        }
    }
    writeln!(table, "towns take {} bytes", gazetteer.town_bytes()).unwrap();
    eprintln!("{table}");
    if let Some(path) = std::env::var_os("HOSHIZU_TABLE") {
        std::fs::write(path, &table).unwrap();
    }
    // The tables of certified care needs hold no population; they are refused with the columns they would need.
    assert!(unknown.iter().all(|label| label.contains("nintei")), "{unknown:?}");
}
