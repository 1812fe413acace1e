//! Readers: from the rows of a recognised file to records.

mod areas;
mod base_map;
mod columns;
mod entries;
mod keys;
mod listing;
mod medical;
mod office_files;
mod points;
mod population;
mod regions;
mod roads;
mod schedule;
mod service;

pub(crate) use areas::shapefile_like;
pub(crate) use base_map::CLASSES as BASE_CLASSES;
pub(crate) use columns::{OFFICE, opendata_columns};
pub(crate) use entries::SIGNS as ENTRY_SIGNS;
pub use entries::{Checked, EntryRow};
pub(crate) use medical::is_like as is_medical;
pub(crate) use points::name_of as point_name;
pub(crate) use population::band_of as population_band;
pub(crate) use regions::{
    MUNICIPALITY_CITY, MUNICIPALITY_CODE, MUNICIPALITY_PREFECTURE, TOWN_CITY, TOWN_LAT, TOWN_LON, TOWN_NAME,
    TOWN_PREFECTURE,
};
pub(crate) use roads::{FROM as WAY_FROM, LENGTH as WAY_LENGTH, TO as WAY_TO};
pub use roads::{Way, ways_by_start};
pub(crate) use service::of_official;

use crate::{
    Batch, Gazetteer, Kind, Parsed, ReadError, Recognition, SourceFile,
    decode::decode,
    header::Header,
    report::faulty_row,
    table::{self, Row},
};
use hoshizu_catalog::progress::Progress;

/// Rows of a table and its header.
pub(crate) struct Table<'a> {
    pub header: Header,
    pub rows: Vec<Row<'a>>,
}

/// Reads a recognised file.
///
/// # Errors
/// When the file as a whole cannot be read or the progress says to stop. A row that cannot be read is a rejection.
pub fn read(
    file: &SourceFile,
    bytes: &[u8],
    recognition: &Recognition,
    gazetteer: &Gazetteer,
    progress: &dyn Progress,
) -> Result<Parsed, ReadError> {
    let dataset = recognition.dataset.clone().unwrap_or_default();
    match &recognition.kind {
        Kind::Unknown { nearest, missing } => Err(ReadError::Unknown {
            label: file.label.clone(),
            nearest: nearest.clone(),
            missing: missing.clone(),
        }),
        Kind::Points | Kind::BaseMap => {
            let decoded = decode(bytes);
            if recognition.kind == Kind::BaseMap {
                return base_map::read(&decoded.text, &file.label, dataset, progress).map(Parsed::BaseMap);
            }
            points::read(&decoded.text, file, dataset, gazetteer, progress).map(Parsed::Listings)
        }
        Kind::Areas => areas::read(file, bytes, dataset, gazetteer, progress).map(Parsed::Areas),
        _ if recognition.encoding == "XLSX" => {
            let (_, rows) = table::sheet(bytes, &file.label, &file.limits)?;
            read_table(file, rows, recognition, gazetteer, progress)
        }
        _ => {
            let decoded = decode(bytes);
            let rows = table::rows(&decoded.text, recognition.delimiter, &file.limits);
            read_table(file, rows, recognition, gazetteer, progress)
        }
    }
}

fn read_table(
    file: &SourceFile,
    mut rows: Vec<Row<'_>>,
    recognition: &Recognition,
    gazetteer: &Gazetteer,
    progress: &dyn Progress,
) -> Result<Parsed, ReadError> {
    let header = match recognition.header_line {
        // Title lines above the header are no rows; neither is the header.
        Some(line) => {
            let at = rows.iter().position(|row| row.line == line).map_or(0, |at| at + 1);
            let head: Vec<Row<'_>> = rows.drain(..at).collect();
            head.last().map(|row| Header::new(&row.cells)).unwrap_or_default()
        }
        None => Header::default(),
    };
    let header = recognition.header.clone().unwrap_or(header);
    let table = Table { header, rows };
    let dataset = recognition.dataset.clone().unwrap_or_default();
    progress.phase("read", table.rows.len() as u64);
    match &recognition.kind {
        Kind::Kaigo => office_files::kaigo(&table, dataset, gazetteer, progress).map(Parsed::Listings),
        Kind::Wamnet => office_files::wamnet(&table, dataset, gazetteer, progress).map(Parsed::Listings),
        Kind::OpenData(set) => {
            office_files::open_data(&table, *set, dataset, gazetteer, progress).map(Parsed::Listings)
        }
        Kind::MunicipalOffices => {
            office_files::municipal_offices(&table, dataset, gazetteer, progress).map(Parsed::Listings)
        }
        Kind::MedicalInstitutions => {
            medical::read(&table, dataset, gazetteer, progress).map(Parsed::Listings)
        }
        Kind::Entries => Ok(Parsed::Entries(entries::read(&table, dataset))),
        Kind::Municipalities => {
            Ok(Parsed::Municipalities(regions::municipalities(&table, dataset, gazetteer)))
        }
        Kind::Towns => regions::towns(&table, dataset, gazetteer, progress).map(Parsed::Towns),
        Kind::Roads => roads::read(&table, dataset, gazetteer, progress).map(Parsed::Roads),
        Kind::Population => {
            let year = year_of(recognition);
            Ok(Parsed::Populations(population::read(
                &table,
                recognition.mapping.as_ref(),
                dataset,
                year,
                gazetteer,
            )))
        }
        Kind::Mapped(_) => {
            let mapping = recognition.mapping.clone().unwrap_or_default();
            if mapping.kind == "population" {
                let year = year_of(recognition);
                let batch = population::read(&table, Some(&mapping), dataset, year, gazetteer);
                return Ok(Parsed::Populations(batch));
            }
            office_files::mapped(&table, &mapping, dataset, gazetteer, progress).map(Parsed::Listings)
        }
        Kind::Points | Kind::Areas | Kind::BaseMap | Kind::Unknown { .. } => {
            Err(ReadError::Malformed { label: file.label.clone(), reason: "a table was expected".to_owned() })
        }
    }
}

fn year_of(recognition: &Recognition) -> u32 {
    recognition.edition.as_str().get(..4).and_then(|year| year.parse().ok()).unwrap_or(0)
}

/// Rows between two words about progress.
const STEP: usize = 4_096;

/// Tells of progress before the row at this place, and whether to go on.
pub(crate) fn go_on(at: usize, progress: &dyn Progress) -> Result<(), ReadError> {
    if at % STEP == STEP - 1 {
        progress.advance(STEP as u64);
        if progress.is_cancelled() {
            return Err(ReadError::Cancelled);
        }
    }
    Ok(())
}

/// Counts a row the table reader found faulty as rejected.
pub(crate) fn refuse_faulty<T>(batch: &mut Batch<T>, row: &Row<'_>) -> bool {
    let Some(fault) = row.fault else { return false };
    let value = row.cells.first().map_or("", |cell| cell.as_ref());
    batch.rejected.push(faulty_row(row.line, value, fault));
    true
}
