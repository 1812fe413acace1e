//! Reading the index's own segment file, straight from the memory map.

use super::{
    COMPONENT,
    record::{ENDS_LEN, Ends, RECORD_LEN, Record, Section, array, read_ends},
};
use crate::{Error, Result};
use tantivy::{SegmentReader, directory::OwnedBytes, index::SegmentComponent};

/// Layout of the file; a change of it is a change of the schema's layout name too.
const MAGIC: [u8; 4] = *b"HSZ3";
const HEADER_LEN: usize = 24;

/// What stands at the head of the file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Header {
    pub count: u32,
    /// Lengths of the orders by name, by reading, by organization.
    pub orders: [u32; 3],
    pub text_len: u32,
}

impl Header {
    pub(crate) fn bytes(&self) -> Vec<u8> {
        let mut bytes = MAGIC.to_vec();
        for number in [self.count, self.orders[0], self.orders[1], self.orders[2], self.text_len] {
            bytes.extend_from_slice(&number.to_le_bytes());
        }
        bytes
    }

    fn read(bytes: &[u8]) -> Option<Self> {
        let number = |at| u32::from_le_bytes(array(bytes, at));
        (bytes.len() >= HEADER_LEN && bytes.starts_with(&MAGIC)).then(|| Self {
            count: number(4),
            orders: [number(8), number(12), number(16)],
            text_len: number(20),
        })
    }

    fn file_len(&self) -> usize {
        HEADER_LEN
            + self.count as usize * RECORD_LEN
            + self.orders.iter().map(|len| *len as usize * 4).sum::<usize>()
            + self.text_len as usize
    }
}

/// An order of documents kept in the file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Order {
    Name,
    Reading,
    Organization,
}

/// The folded text of one document.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Line<'a> {
    pub ends: Ends,
    pub text: &'a [u8],
}

/// The file of one segment.
pub(crate) struct File {
    bytes: OwnedBytes,
    header: Header,
    texts_at: usize,
}

impl File {
    pub(crate) fn open(reader: &SegmentReader) -> Result<Self> {
        let bytes = reader.open_read(SegmentComponent::Custom(COMPONENT.to_owned()))?.read_bytes()?;
        let header = Header::read(&bytes).ok_or(Error::Damaged("its columns have no header"))?;
        if header.file_len() != bytes.len() || header.count != reader.max_doc() {
            return Err(Error::Damaged("its columns are cut short"));
        }
        let texts_at = bytes.len() - header.text_len as usize;
        Ok(Self { bytes, header, texts_at })
    }

    pub(crate) fn count(&self) -> u32 {
        self.header.count
    }

    pub(crate) fn record(&self, doc: u32) -> Record {
        let at = HEADER_LEN + doc as usize * RECORD_LEN;
        Record::read(self.bytes.get(at..at + RECORD_LEN).unwrap_or_default())
    }

    /// The identity alone, for ties and hits.
    pub(crate) fn id(&self, doc: u32) -> u128 {
        u128::from_le_bytes(array(&self.bytes, HEADER_LEN + doc as usize * RECORD_LEN))
    }

    /// The whole folded text of a document.
    pub(crate) fn text(&self, doc: u32) -> &[u8] {
        let record = self.record(doc);
        self.text_at(record.text_at, record.ends[Section::COUNT - 1])
    }

    /// Brings the text at this place into the processor's cache. Several of these run side by side where judging
    /// text after text would wait for memory each time.
    #[inline]
    pub(crate) fn touch(&self, at: u32) {
        let from = self.texts_at + at as usize;
        for line in [from, from + 64, from + 128] {
            std::hint::black_box(self.bytes.get(line).copied());
        }
    }

    /// The folded text at this place with the ends of its sections.
    #[inline]
    pub(crate) fn line(&self, at: u32) -> Line<'_> {
        let bytes = self.bytes.get(self.texts_at + at as usize..).unwrap_or_default();
        let ends = read_ends(bytes);
        let text = bytes.get(ENDS_LEN..ENDS_LEN + usize::from(ends[Section::COUNT - 1])).unwrap_or_default();
        Line { ends, text }
    }

    fn text_at(&self, at: u32, len: u16) -> &[u8] {
        let from = self.texts_at + at as usize + ENDS_LEN;
        self.bytes.get(from..from + usize::from(len)).unwrap_or_default()
    }

    /// One section of a document's folded text.
    pub(crate) fn section(&self, doc: u32, section: Section) -> &[u8] {
        let record = self.record(doc);
        let from = match section as usize {
            0 => 0,
            index => usize::from(record.ends[index - 1]) + 1,
        };
        let to = usize::from(record.ends[section as usize]);
        self.text_at(record.text_at, record.ends[Section::COUNT - 1]).get(from..to).unwrap_or_default()
    }

    pub(crate) fn order_len(&self, order: Order) -> usize {
        self.header.orders[order as usize] as usize
    }

    /// The document at a place of an order.
    pub(crate) fn ordered(&self, order: Order, place: usize) -> u32 {
        let before: usize = self.header.orders[..order as usize].iter().map(|len| *len as usize * 4).sum();
        let at = HEADER_LEN + self.header.count as usize * RECORD_LEN + before + place * 4;
        u32::from_le_bytes(array(&self.bytes, at))
    }
}
