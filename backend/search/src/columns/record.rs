//! One office in the index's own file: a fixed record and its folded text in sections.

use crate::{document::Document, tokenizer::SEPARATOR};
use hoshizu_catalog::fold;

/// Bytes of a record in the file.
pub(crate) const RECORD_LEN: usize = 84;
/// Where the sections of a text end.
pub(crate) type Ends = [u16; Section::COUNT];
/// Bytes of [`Ends`], which stand before each text: judging a candidate then touches one place in memory.
pub(crate) const ENDS_LEN: usize = 2 * Section::COUNT;
/// Degrees are kept as integers of 1e-7 degree (about a centimetre).
pub(crate) const DEGREE: f64 = 1e7;
/// Stands for "no position".
pub(crate) const NOWHERE: i32 = i32::MIN;
/// Bytes a section may have; a longer one is cut at a character. Seven of them stay below `u16::MAX`.
const SECTION_LIMIT: usize = 3_000;
/// Bytes the free text may have.
const TEXT_LIMIT: usize = 20_000;

/// Sections of the folded text, in file order.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Section {
    Name,
    OtherNames,
    Reading,
    Organization,
    OrganizationReading,
    Address,
    Text,
}

impl Section {
    pub(crate) const COUNT: usize = Self::Text as usize + 1;
}

/// Bits of [`Record::flags`].
pub(crate) mod flag {
    pub(crate) const KYOSEI: u8 = 1;
    pub(crate) const GONE: u8 = 2;
    pub(crate) const BOTH_SYSTEMS: u8 = 4;
}

/// The fixed part.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Record {
    pub id: u128,
    pub services: u128,
    pub lat: i32,
    pub lon: i32,
    pub municipality: u32,
    pub edition: u32,
    pub systems: u8,
    pub open: u8,
    pub flags: u8,
    /// Day its entry was checked, 0 when never.
    pub checked: i32,
    /// Newest day on which a service said it takes people, 0 when none does.
    pub accepting: i32,
    /// The same, those that want to be asked counted too.
    pub consulting: i32,
    /// Where each section ends in the office's folded text (a separator follows it).
    pub ends: Ends,
    /// Where the ends, and behind them the folded text, begin in the file's text.
    pub text_at: u32,
}

impl Record {
    pub(crate) fn write(&self, out: &mut Vec<u8>) {
        let start = out.len();
        out.extend_from_slice(&self.id.to_le_bytes());
        out.extend_from_slice(&self.services.to_le_bytes());
        out.extend_from_slice(&self.lat.to_le_bytes());
        out.extend_from_slice(&self.lon.to_le_bytes());
        out.extend_from_slice(&self.municipality.to_le_bytes());
        out.extend_from_slice(&self.edition.to_le_bytes());
        out.extend_from_slice(&self.text_at.to_le_bytes());
        for end in self.ends {
            out.extend_from_slice(&end.to_le_bytes());
        }
        out.extend_from_slice(&[self.systems, self.open, self.flags]);
        for day in [self.checked, self.accepting, self.consulting] {
            out.extend_from_slice(&day.to_le_bytes());
        }
        out.resize(start + RECORD_LEN, 0);
    }

    /// Reads a record of [`RECORD_LEN`] bytes; missing bytes read as zero.
    pub(crate) fn read(bytes: &[u8]) -> Self {
        let ends = read_ends(bytes.get(52..).unwrap_or_default());
        let [systems, open, flags] = array(bytes, 66);
        Self {
            id: u128::from_le_bytes(array(bytes, 0)),
            services: u128::from_le_bytes(array(bytes, 16)),
            lat: i32::from_le_bytes(array(bytes, 32)),
            lon: i32::from_le_bytes(array(bytes, 36)),
            municipality: u32::from_le_bytes(array(bytes, 40)),
            edition: u32::from_le_bytes(array(bytes, 44)),
            text_at: u32::from_le_bytes(array(bytes, 48)),
            ends,
            systems,
            open,
            flags,
            checked: i32::from_le_bytes(array(bytes, 69)),
            accepting: i32::from_le_bytes(array(bytes, 73)),
            consulting: i32::from_le_bytes(array(bytes, 77)),
        }
    }
}

/// Reads ends from the front of the bytes.
pub(crate) fn read_ends(bytes: &[u8]) -> Ends {
    let packed: [u8; ENDS_LEN] = array(bytes, 0);
    std::array::from_fn(|index| u16::from_le_bytes([packed[2 * index], packed[2 * index + 1]]))
}

/// `N` bytes from `at`, zero where the slice is too short.
pub(crate) fn array<const N: usize>(bytes: &[u8], at: usize) -> [u8; N] {
    let mut out = [0; N];
    if let Some(source) = bytes.get(at..at + N) {
        out.copy_from_slice(source);
    }
    out
}

/// The record of a document (with `text_at` 0) and its folded text.
pub(crate) fn encode(document: &Document) -> (Record, String) {
    let (text, ends) = folded_text(document);
    let (lat, lon) = document
        .lat_lon
        .filter(|(lat, lon)| lat.abs() <= 90.0 && lon.abs() <= 180.0)
        .map_or((NOWHERE, NOWHERE), |(lat, lon)| {
            ((lat * DEGREE).round() as i32, (lon * DEGREE).round() as i32)
        });
    let systems = hoshizu_catalog::system::SystemSet(document.systems);
    let mut flags = 0;
    if document.kyosei {
        flags |= flag::KYOSEI;
    }
    if document.gone {
        flags |= flag::GONE;
    }
    if systems.bridges_care_and_disability() {
        flags |= flag::BOTH_SYSTEMS;
    }
    let services = document.services.iter().filter(|s| **s < 128).fold(0, |mask, s| mask | 1 << s);
    let record = Record {
        id: document.id.as_u128(),
        services,
        lat,
        lon,
        municipality: document.municipality.unwrap_or(0),
        edition: document.edition,
        systems: document.systems,
        open: document.open,
        flags,
        checked: document.checked,
        accepting: newest(document, false),
        consulting: newest(document, true),
        ends,
        text_at: 0,
    };
    (record, text)
}

/// The newest day on which a service said it takes people, with `asked` also those that want to be asked.
fn newest(document: &Document, asked: bool) -> i32 {
    document.available.iter().filter(|one| asked || !one.consult).map(|one| one.day).max().unwrap_or(0)
}

fn folded_text(document: &Document) -> (String, [u16; Section::COUNT]) {
    let mut text = String::with_capacity(256);
    let mut ends = [0; Section::COUNT];
    let others: Vec<String> = document.other_names.iter().map(|name| fold::text(name)).collect();
    let sections: [(String, usize); Section::COUNT] = [
        (fold::text(&document.name), SECTION_LIMIT),
        (others.join("\u{1f}"), SECTION_LIMIT),
        (document.kana.as_deref().map(fold::reading_key).unwrap_or_default(), SECTION_LIMIT),
        (document.organization.as_deref().map(fold::text).unwrap_or_default(), SECTION_LIMIT),
        (document.organization_kana.as_deref().map(fold::reading_key).unwrap_or_default(), SECTION_LIMIT),
        (fold::address(&document.address), SECTION_LIMIT),
        (fold::text(&document.text), TEXT_LIMIT),
    ];
    for (index, (section, limit)) in sections.iter().enumerate() {
        if index > 0 {
            text.push(SEPARATOR);
        }
        text.push_str(cut(section, *limit));
        ends[index] = text.len() as u16;
    }
    (text, ends)
}

fn cut(text: &str, limit: usize) -> &str {
    if text.len() <= limit {
        return text;
    }
    let end = (0..=limit).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0);
    &text[..end]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::Available;

    #[test]
    fn a_record_reads_back_as_it_was_written() {
        let document = Document {
            id: uuid::Uuid::from_u128(7),
            name: "ひまわり".into(),
            services: vec![0, 127],
            lat_lon: Some((34.8, -135.6)),
            municipality: Some(27_210),
            systems: 3,
            kyosei: true,
            gone: true,
            checked: 20_500,
            available: vec![
                Available { service: 3, consult: false, day: 20_400 },
                Available { service: 4, consult: true, day: 20_450 },
            ],
            ..Document::default()
        };
        let (record, _) = encode(&document);
        let mut bytes = Vec::new();
        record.write(&mut bytes);
        assert_eq!(bytes.len(), RECORD_LEN);
        assert_eq!(Record::read(&bytes), record);
        assert_eq!((record.checked, record.accepting, record.consulting), (20_500, 20_400, 20_450));
        assert_eq!(record.services, 1 | 1 << 127);
        assert_eq!(record.flags, flag::KYOSEI | flag::GONE | flag::BOTH_SYSTEMS);
    }

    #[test]
    fn overlong_text_is_cut_at_a_character_and_ends_fit() {
        let long = "星".repeat(50_000);
        let document =
            Document { name: long.clone(), address: long.clone(), text: long, ..Document::default() };
        let (record, text) = encode(&document);
        assert_eq!(usize::from(record.ends[Section::Text as usize]), text.len());
        assert!(text.len() < usize::from(u16::MAX));
    }
}
