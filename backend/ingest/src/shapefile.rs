//! Shapefiles: polygons of a `.shp` (ESRI Shapefile Technical Description, 1998) and the attributes of the `.dbf` beside
//! it. Lengths in the files are not trusted.

use crate::{ReadError, decode, geojson::closed};
use hoshizu_catalog::area::{Polygon, Ring};
use serde_json::{Map, Value};

/// The polygons of each record; empty for a null shape.
///
/// # Errors
/// When the file is no shapefile or holds no polygons.
pub(crate) fn polygons(bytes: &[u8], label: &str) -> Result<Vec<Vec<Polygon>>, ReadError> {
    let malformed =
        |reason: &str| ReadError::Malformed { label: label.to_owned(), reason: reason.to_owned() };
    if be_u32(bytes, 0) != Some(9_994) {
        return Err(malformed("not a shapefile"));
    }
    // 5 polygon, 15 with heights, 25 with measures.
    if !matches!(le_u32(bytes, 32), Some(5 | 15 | 25)) {
        return Err(malformed("the shapefile holds no polygons"));
    }
    let mut records = Vec::new();
    let mut at = 100;
    while at + 8 <= bytes.len() {
        let words = be_u32(bytes, at + 4).unwrap_or(0) as usize;
        let end = (at + 8 + words * 2).min(bytes.len());
        records.push(record(&bytes[at + 8..end]).unwrap_or_default());
        at = at + 8 + words * 2;
    }
    Ok(records)
}

fn record(bytes: &[u8]) -> Option<Vec<Polygon>> {
    if !matches!(le_u32(bytes, 0)?, 5 | 15 | 25) {
        return None;
    }
    let (parts, points) = (le_u32(bytes, 36)? as usize, le_u32(bytes, 40)? as usize);
    let first = 44 + parts.checked_mul(4)?;
    if first.checked_add(points.checked_mul(16)?)? > bytes.len() {
        return None;
    }
    let starts: Vec<usize> =
        (0..parts).map(|part| le_u32(bytes, 44 + part * 4).map(|s| s as usize)).collect::<Option<_>>()?;
    let mut polygons: Vec<Polygon> = Vec::new();
    for (part, start) in starts.iter().enumerate() {
        let end = starts.get(part + 1).copied().unwrap_or(points).min(points);
        let ring: Ring = (*start..end)
            .filter_map(|point| {
                Some([le_f64(bytes, first + point * 16)?, le_f64(bytes, first + point * 16 + 8)?])
            })
            .collect();
        if ring.iter().any(|[lon, lat]| lon.abs() > 360.0 || lat.abs() > 90.0) {
            return None;
        }
        // Outer rings run clockwise, holes against it and belong to the outer ring before them.
        let ring = closed(ring);
        let is_hole = signed_area(&ring) > 0.0;
        match polygons.last_mut() {
            Some(polygon) if is_hole => polygon.push(ring),
            _ => polygons.push(vec![ring]),
        }
    }
    Some(polygons)
}

fn signed_area(ring: &[[f64; 2]]) -> f64 {
    ring.windows(2).map(|w| w[0][0] * w[1][1] - w[1][0] * w[0][1]).sum()
}

/// The attributes of each record.
pub(crate) fn attributes(bytes: &[u8]) -> Vec<Map<String, Value>> {
    let (Some(count), Some(start), Some(width)) = (le_u32(bytes, 4), le_u16(bytes, 8), le_u16(bytes, 10))
    else {
        return Vec::new();
    };
    let (start, width) = (usize::from(start), usize::from(width));
    let mut fields: Vec<(String, usize)> = Vec::new();
    let mut at = 32;
    while at + 32 <= start.min(bytes.len()) && bytes[at] != 0x0d {
        let name = bytes[at..at + 11].split(|b| *b == 0).next().unwrap_or_default();
        fields.push((decode::decode(name).text.trim().to_owned(), usize::from(bytes[at + 16])));
        at += 32;
    }
    if width == 0 {
        return Vec::new();
    }
    // One decision on the encoding for the whole table: a single cell is too short to tell.
    let body = bytes.get(start..).unwrap_or_default();
    let is_utf8 = std::str::from_utf8(body.strip_suffix(&[0x1a]).unwrap_or(body)).is_ok();
    body.chunks_exact(width)
        .take(count as usize)
        .map(|row| {
            let mut from = 1;
            let mut properties = Map::new();
            for (name, length) in &fields {
                let raw = row.get(from..from + length).unwrap_or_default();
                from += length;
                let text = if is_utf8 {
                    String::from_utf8_lossy(raw).into_owned()
                } else {
                    encoding_rs::SHIFT_JIS.decode(raw).0.into_owned()
                };
                let text = text.trim_matches(['\0', ' ']).to_owned();
                properties
                    .insert(name.clone(), if text.is_empty() { Value::Null } else { Value::String(text) });
            }
            properties
        })
        .collect()
}

fn array<const N: usize>(bytes: &[u8], at: usize) -> Option<[u8; N]> {
    bytes.get(at..at.checked_add(N)?)?.try_into().ok()
}

fn be_u32(bytes: &[u8], at: usize) -> Option<u32> {
    array(bytes, at).map(u32::from_be_bytes)
}

fn le_u32(bytes: &[u8], at: usize) -> Option<u32> {
    array(bytes, at).map(u32::from_le_bytes)
}

fn le_u16(bytes: &[u8], at: usize) -> Option<u16> {
    array(bytes, at).map(u16::from_le_bytes)
}

fn le_f64(bytes: &[u8], at: usize) -> Option<f64> {
    array(bytes, at).map(f64::from_le_bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// One record: a clockwise square with a hole.
    fn shp() -> Vec<u8> {
        let outer = [[135.0, 35.0], [135.0, 36.0], [136.0, 36.0], [136.0, 35.0], [135.0, 35.0]];
        let hole = [[135.4, 35.4], [135.6, 35.4], [135.6, 35.6], [135.4, 35.6], [135.4, 35.4]];
        let mut record = 5_u32.to_le_bytes().to_vec();
        record.extend([0; 32]);
        record.extend([2_u32, 10, 0, 5].iter().flat_map(|n| n.to_le_bytes()));
        record.extend(outer.iter().chain(&hole).flatten().flat_map(|degrees: &f64| degrees.to_le_bytes()));
        let mut file = vec![0; 100];
        file[..4].copy_from_slice(&9_994_u32.to_be_bytes());
        file[32..36].copy_from_slice(&5_u32.to_le_bytes());
        file.extend(1_u32.to_be_bytes());
        file.extend((record.len() as u32 / 2).to_be_bytes());
        file.extend(record);
        file
    }

    #[test]
    fn a_hole_belongs_to_the_ring_before_it() {
        let records = polygons(&shp(), "a.shp").unwrap();
        assert_eq!(records.len(), 1);
        assert_eq!(records[0].iter().map(Vec::len).collect::<Vec<_>>(), [2]);
    }

    #[test]
    fn a_shapefile_cut_anywhere_is_read_as_far_as_it_goes() {
        let whole = shp();
        for end in 0..whole.len() {
            let _ = polygons(&whole[..end], "a.shp");
            let _ = attributes(&whole[..end]);
        }
        assert!(polygons(&whole[..whole.len() - 8], "a.shp").unwrap()[0].is_empty());
    }

    #[test]
    fn attributes_are_read_in_cp932() {
        let mut table = vec![0; 32];
        table[4..8].copy_from_slice(&1_u32.to_le_bytes());
        table[8..10].copy_from_slice(&65_u16.to_le_bytes());
        table[10..12].copy_from_slice(&9_u16.to_le_bytes());
        let mut field = [0; 32];
        field[..4].copy_from_slice(b"name");
        field[16] = 8;
        table.extend(field);
        table.push(0x0d);
        table.push(b' ');
        table.extend(encoding_rs::SHIFT_JIS.encode("星見市  ").0.iter());
        assert_eq!(attributes(&table)[0]["name"], "星見市");
    }
}
