//! The real files of 厚生労働省 and WAM NET against taxonomy and folding. They lie beside the repository
//! (`HOSHIZU_REAL` points elsewhere) and the tests pass, saying so, where they are absent.
#![expect(clippy::unwrap_used, reason = "a test stops at what it cannot read")]

use hoshizu_catalog::{fold, system::System, taxonomy::ServiceType};
use std::{
    collections::BTreeMap,
    io::Read,
    path::{Path, PathBuf},
};

fn zips(folder: &str) -> Vec<PathBuf> {
    let real = std::env::var_os("HOSHIZU_REAL")
        .map_or_else(|| Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/real"), PathBuf::from);
    let folder = real.join(folder);
    let Ok(entries) = std::fs::read_dir(&folder) else {
        eprintln!("skipped: {} not present", folder.display());
        return Vec::new();
    };
    let mut paths: Vec<PathBuf> = entries.map(|entry| entry.unwrap().path()).collect();
    paths.retain(|path| path.extension().is_some_and(|ending| ending == "zip"));
    paths.sort();
    paths
}

fn text_of(path: &Path) -> String {
    let mut archive = zip::ZipArchive::new(std::fs::File::open(path).unwrap()).unwrap();
    let mut bytes = Vec::new();
    archive.by_index(0).unwrap().read_to_end(&mut bytes).unwrap();
    String::from_utf8_lossy(&bytes).trim_start_matches('\u{FEFF}').to_owned()
}

/// Calls back with header and value of every cell below the header.
fn each_cell(csv: &str, mut take: impl FnMut(&str, &str)) {
    let (mut header, mut column, mut line, mut quoted, mut cell) =
        (Vec::new(), 0, 0_usize, false, String::new());
    for c in csv.chars() {
        match c {
            '"' => quoted = !quoted,
            '\r' if !quoted => {}
            ',' | '\n' if !quoted => {
                if line == 0 {
                    header.push(std::mem::take(&mut cell));
                } else {
                    take(header.get(column).map_or("", String::as_str), &cell);
                    cell.clear();
                }
                column += 1;
                if c == '\n' {
                    (column, line) = (0, line + 1);
                }
            }
            _ => cell.push(c),
        }
    }
}

fn services(folder: &str, header: &str, systems: &[System]) -> BTreeMap<String, Option<ServiceType>> {
    let mut found = BTreeMap::new();
    for path in zips(folder) {
        each_cell(&text_of(&path), |column, value| {
            if column == header && !found.contains_key(value) {
                found.insert(value.to_owned(), ServiceType::from_official(systems, value));
            }
        });
    }
    found
}

#[test]
fn every_service_of_the_kaigo_files_is_in_the_taxonomy() {
    let found = services("kaigo", "サービスの種類", &[System::Care]);
    for (name, service) in &found {
        assert!(service.is_some(), "{name}");
    }
    let mut distinct: Vec<_> = found.values().flatten().collect();
    distinct.sort();
    distinct.dedup();
    assert_eq!(distinct.len(), found.len(), "each of their spellings is a service of its own");
}

#[test]
fn the_number_in_a_kaigo_file_name_is_the_code_of_its_service() {
    for path in zips("kaigo") {
        let number = path.file_stem().unwrap().to_str().unwrap().trim_start_matches("jigyosho_").to_owned();
        let mut rows = 0;
        each_cell(&text_of(&path), |column, value| {
            if column == "サービスの種類" && rows < 50 {
                rows += 1;
                let service = ServiceType::from_official(&[System::Care], value).unwrap();
                assert_eq!(service.definition().code, format!("care-{number}"), "{value}");
            }
        });
    }
}

#[test]
fn every_service_of_the_wamnet_files_is_in_the_taxonomy_with_its_number() {
    let systems = [System::Disability, System::Child];
    for (name, service) in services("wamnet", "サービス種別", &systems) {
        assert!(service.is_some(), "{name}");
    }
    for path in zips("wamnet") {
        let number = path.file_stem().unwrap().to_str().unwrap().rsplit('_').next().unwrap().to_owned();
        let mut rows = 0;
        each_cell(&text_of(&path), |column, value| {
            if column == "サービス種別" && rows < 50 {
                rows += 1;
                let service = ServiceType::from_official(&systems, value).unwrap();
                assert!(service.definition().code.ends_with(&format!("-{number}")), "{value} is no {number}");
            }
        });
    }
}

#[test]
fn names_and_addresses_of_real_files_fold_once_and_for_all() {
    let files = ["kaigo", "wamnet"].map(zips).concat();
    let (mut cells, mut strange) = (0_u32, 0_u32);
    // Every seventh file keeps an unoptimised run below a quarter of a minute.
    for path in files.iter().step_by(7) {
        each_cell(&text_of(path), |column, value| {
            if !(column.contains("名") || column.contains("住所")) || value.is_empty() {
                return;
            }
            cells += 1;
            let (text, address, core) = (fold::text(value), fold::address(value), fold::core_name(value));
            assert_eq!(fold::text(&text), text, "{value}");
            assert_eq!(fold::address(&address), address, "{value}");
            assert_eq!(fold::core_name(&core), core, "{value}");
            assert_eq!(fold::text_with_offsets(value).0.iter().collect::<String>(), text, "{value}");
            strange += u32::from(text.is_empty());
        });
    }
    assert!(strange * 1_000 <= cells, "{strange} of {cells} fold to nothing");
}

#[test]
fn nearly_every_telephone_of_the_real_files_is_read() {
    let files = ["kaigo", "wamnet"].map(zips).concat();
    let (mut stated, mut unread) = (0_u32, Vec::new());
    for path in &files {
        each_cell(&text_of(path), |column, value| {
            if column.contains("電話番号") && !value.is_empty() {
                stated += 1;
                if fold::phone(value).is_none() {
                    unread.push(value.to_owned());
                }
            }
        });
    }
    if stated > 0 {
        unread.sort();
        let sample: Vec<&String> = unread.iter().step_by(unread.len() / 30 + 1).collect();
        eprintln!("{} of {stated} telephones cannot be read, such as {sample:?}", unread.len());
        assert!(unread.len() as u32 * 500 <= stated, "more than 0.2 % cannot be read");
    }
}
