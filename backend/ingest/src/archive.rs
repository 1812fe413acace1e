//! Zip and gzip, opened in memory under limits.

use crate::{
    Limits, OpenError,
    source::{Found, Layer, Location, Opened, Root, Skipped, SourceFile, extension, is_no_data},
};
use std::io::{Cursor, Read};

type Zip<'a> = zip::ZipArchive<Cursor<&'a [u8]>>;

/// Adds the file, or the members of the archive these bytes are.
pub(crate) fn enter(
    bytes: &[u8],
    found: Found<'_>,
    location: &Location,
    limits: &Limits,
    opened: &mut Opened,
) -> Result<(), OpenError> {
    if bytes.is_empty() {
        opened.skipped.push(Skipped { label: found.label.to_owned(), reason: "empty" });
        return Ok(());
    }
    if bytes.starts_with(b"PK\x03\x04") && extension(found.label) != "xlsx" {
        let mut zip = open_zip(bytes, found.label)?;
        if !is_workbook(&zip) {
            let mut budget = limits.expansion_of(bytes.len() as u64);
            return members(&mut zip, found, location, limits, &mut budget, opened);
        }
    }
    let mut location = location.clone();
    if bytes.starts_with(&[0x1f, 0x8b]) {
        location.layers.push(Layer::Gzip);
    }
    opened.files.push(file(found, location, bytes.len() as u64, None, limits));
    Ok(())
}

fn file(
    found: Found<'_>,
    location: Location,
    size: u64,
    member_date: Option<String>,
    limits: &Limits,
) -> SourceFile {
    SourceFile {
        label: found.label.to_owned(),
        path: found.path.to_owned(),
        size,
        member_date,
        file_date: found.date.map(str::to_owned),
        location,
        companion: None,
        limits: *limits,
    }
}

fn members(
    zip: &mut Zip<'_>,
    found: Found<'_>,
    location: &Location,
    limits: &Limits,
    budget: &mut u64,
    opened: &mut Opened,
) -> Result<(), OpenError> {
    let label = found.label;
    if zip.len() > limits.members {
        let limit = limits.members as u64;
        return Err(OpenError::TooLarge { label: label.to_owned(), what: "members", limit });
    }
    let allowed = *budget;
    let mut order: Vec<(String, usize)> = Vec::with_capacity(zip.len());
    for index in 0..zip.len() {
        let member = zip.by_index_raw(index).map_err(|e| broken(label, &e))?;
        if !member.is_dir() {
            order.push((member_name(member.name_raw()), index));
        }
    }
    order.sort();
    for (name, index) in order {
        let inner = format!("{label}/{name}");
        if is_no_data(&inner) {
            opened.skipped.push(Skipped { label: inner, reason: "not_data" });
            continue;
        }
        let (size, date) = {
            let member = zip.by_index(index).map_err(|e| broken(&inner, &e))?;
            let date = member
                .last_modified()
                .filter(zip::DateTime::is_valid)
                .map(|d| format!("{:04}-{:02}-{:02}", d.year(), d.month(), d.day()));
            (member.size(), date)
        };
        // The stated size decides early; what is really read is counted again in `load`.
        *budget = budget.checked_sub(size).ok_or_else(|| OpenError::TooLarge {
            label: label.to_owned(),
            what: "expanded bytes",
            limit: allowed,
        })?;
        let mut location = location.clone();
        location.layers.push(Layer::Zip(index));
        let found = Found { label: &inner, ..found };
        let nested = location.layers.len() < 2 && extension(&inner) == "zip";
        if nested {
            let bytes =
                read_member(zip, index, &inner, limits.expansion_of(size).min(size.saturating_add(1)))?;
            let mut inner_zip = open_zip(&bytes, &inner)?;
            members(&mut inner_zip, found, &location, limits, budget, opened)?;
        } else if size == 0 {
            opened.skipped.push(Skipped { label: inner, reason: "empty" });
        } else {
            if extension(&inner) == "gz" {
                location.layers.push(Layer::Gzip);
            }
            opened.files.push(file(found, location, size, date, limits));
        }
    }
    crate::source::pair_shapefiles(&mut opened.files);
    Ok(())
}

/// The bytes at a location, every layer taken off.
pub(crate) fn load(location: &Location, label: &str, limits: &Limits) -> Result<Vec<u8>, OpenError> {
    let mut bytes = match &location.root {
        Root::Disk(path) => {
            std::fs::read(path).map_err(|source| OpenError::Io { path: path.clone(), source })?
        }
        Root::Memory(bytes) => bytes.to_vec(),
    };
    for layer in &location.layers {
        let limit = limits.expansion_of(bytes.len() as u64);
        bytes = match layer {
            Layer::Zip(index) => read_member(&mut open_zip(&bytes, label)?, *index, label, limit)?,
            Layer::Gzip => read_limited(flate2::read::MultiGzDecoder::new(&bytes[..]), label, limit)?,
        };
    }
    Ok(bytes)
}

fn open_zip<'a>(bytes: &'a [u8], label: &str) -> Result<Zip<'a>, OpenError> {
    zip::ZipArchive::new(Cursor::new(bytes)).map_err(|e| broken(label, &e))
}

fn is_workbook(zip: &Zip<'_>) -> bool {
    zip.file_names().any(|name| name.is_ok_and(|name| name == "xl/workbook.xml"))
}

fn read_member(zip: &mut Zip<'_>, index: usize, label: &str, limit: u64) -> Result<Vec<u8>, OpenError> {
    let member = zip.by_index(index).map_err(|e| broken(label, &e))?;
    read_limited(member, label, limit)
}

fn read_limited(from: impl Read, label: &str, limit: u64) -> Result<Vec<u8>, OpenError> {
    let mut bytes = Vec::new();
    from.take(limit.saturating_add(1)).read_to_end(&mut bytes).map_err(|e| broken(label, &e))?;
    if bytes.len() as u64 > limit {
        return Err(OpenError::TooLarge { label: label.to_owned(), what: "expanded bytes", limit });
    }
    Ok(bytes)
}

fn broken(label: &str, reason: &impl ToString) -> OpenError {
    OpenError::Archive { label: label.to_owned(), reason: reason.to_string() }
}

/// Japanese Windows writes member names in cp932 without saying so.
fn member_name(raw: &[u8]) -> String {
    match std::str::from_utf8(raw) {
        Ok(name) => name.to_owned(),
        Err(_) => encoding_rs::SHIFT_JIS.decode(raw).0.into_owned(),
    }
}
