//! The index's own segment file, written beside tantivy's when a segment is written or merged.

use super::{
    COMPONENT,
    file::{File, Header},
    record::{ENDS_LEN, RECORD_LEN, Record, Section},
};
use crate::schema::Fields;
use std::{any::Any, io::Write as _};
use tantivy::{
    DocId, PluginMergeContext, PluginWriter, PluginWriterContext, Segment, SegmentPlugin, TantivyDocument,
    directory::TerminatingWrite as _,
    index::SegmentComponent,
    schema::{Schema, Value as _, document::ErasedDocument},
};

/// Writes and merges the `columns` component of segments.
pub(crate) struct ColumnsPlugin {
    pub fields: Fields,
}

impl SegmentPlugin for ColumnsPlugin {
    fn extensions(&self) -> &[&str] {
        &[COMPONENT]
    }

    fn create_writer(&self, _: &PluginWriterContext) -> tantivy::Result<Box<dyn PluginWriter>> {
        Ok(Box::new(ColumnsWriter { fields: self.fields, content: Content::default() }))
    }

    fn merge(&self, context: PluginMergeContext) -> tantivy::Result<()> {
        // No index sorting: a merge stacks the living documents of its segments in order.
        let mut merged = Content::default();
        for reader in context.readers {
            let file = File::open(reader).map_err(|error| damaged(&error))?;
            for doc in reader.doc_ids_alive() {
                merged.push(file.record(doc), file.text(doc));
            }
        }
        merged.save(context.target_segment)
    }
}

fn damaged(error: &crate::Error) -> tantivy::TantivyError {
    tantivy::TantivyError::SystemError(error.to_string())
}

struct ColumnsWriter {
    fields: Fields,
    content: Content,
}

impl PluginWriter for ColumnsWriter {
    fn add_document(&mut self, _: DocId, document: &dyn ErasedDocument, _: &Schema) -> tantivy::Result<()> {
        let payload = document
            .as_any()
            .downcast_ref::<TantivyDocument>()
            .and_then(|document| document.get_first(self.fields.columns))
            .and_then(|value| value.as_custom())
            .unwrap_or_default();
        let (record, text) = payload.split_at(payload.len().min(RECORD_LEN));
        self.content.push(Record::read(record), text);
        Ok(())
    }

    fn serialize(
        self: Box<Self>,
        segment: &Segment,
        _: Option<&tantivy::indexer::DocIdMapping>,
    ) -> tantivy::Result<()> {
        self.content.save(segment)
    }

    fn mem_usage(&self) -> usize {
        self.content.records.capacity() + self.content.texts.capacity()
    }

    fn as_any(&self) -> &dyn Any {
        self
    }

    fn as_any_mut(&mut self) -> &mut dyn Any {
        self
    }
}

/// Records and texts of a segment that is being written.
#[derive(Default)]
struct Content {
    count: u32,
    records: Vec<u8>,
    texts: Vec<u8>,
}

impl Content {
    fn push(&mut self, mut record: Record, text: &[u8]) {
        record.text_at = self.texts.len() as u32;
        record.write(&mut self.records);
        self.texts.extend(record.ends.iter().flat_map(|end| end.to_le_bytes()));
        self.texts.extend_from_slice(text);
        self.count += 1;
    }

    fn text_of(&self, record: &Record, section: Section) -> &[u8] {
        let base = record.text_at as usize + ENDS_LEN;
        let from = match section as usize {
            0 => 0,
            index => usize::from(record.ends[index - 1]) + 1,
        };
        let to = usize::from(record.ends[section as usize]);
        self.texts.get(base + from..base + to.max(from)).unwrap_or_default()
    }

    /// Documents in the order of a section's text, those without it left out.
    fn sorted_by(&self, section: Section) -> Vec<u32> {
        let keys: Vec<&[u8]> = self
            .records
            .chunks_exact(RECORD_LEN)
            .map(|bytes| self.text_of(&Record::read(bytes), section))
            .collect();
        // The first eight bytes decide most comparisons without touching the text.
        let mut order: Vec<(u64, u32)> = keys
            .iter()
            .enumerate()
            .filter(|(_, key)| !key.is_empty())
            .map(|(doc, key)| (head(key), doc as u32))
            .collect();
        order.sort_unstable_by(|a, b| {
            a.0.cmp(&b.0).then_with(|| keys[a.1 as usize].cmp(keys[b.1 as usize])).then(a.1.cmp(&b.1))
        });
        order.into_iter().map(|(_, doc)| doc).collect()
    }

    /// One document of each organization, in the order of its name.
    fn organizations(&self) -> Vec<u32> {
        let record = |doc: u32| {
            let at = doc as usize * RECORD_LEN;
            Record::read(self.records.get(at..at + RECORD_LEN).unwrap_or_default())
        };
        let mut order = self.sorted_by(Section::Organization);
        order.dedup_by(|a, b| {
            self.text_of(&record(*a), Section::Organization)
                == self.text_of(&record(*b), Section::Organization)
        });
        order
    }

    fn save(&self, segment: &Segment) -> tantivy::Result<()> {
        if u32::try_from(self.texts.len()).is_err() {
            return Err(tantivy::TantivyError::SystemError("more than 4 GiB of text in one segment".into()));
        }
        let orders = [self.sorted_by(Section::Name), self.sorted_by(Section::Reading), self.organizations()];
        let header = Header {
            count: self.count,
            orders: [orders[0].len() as u32, orders[1].len() as u32, orders[2].len() as u32],
            text_len: self.texts.len() as u32,
        };
        let mut out = segment.open_write(SegmentComponent::Custom(COMPONENT.to_owned()))?;
        out.write_all(&header.bytes())?;
        out.write_all(&self.records)?;
        for order in &orders {
            let bytes: Vec<u8> = order.iter().flat_map(|doc| doc.to_le_bytes()).collect();
            out.write_all(&bytes)?;
        }
        out.write_all(&self.texts)?;
        out.terminate()?;
        Ok(())
    }
}

fn head(key: &[u8]) -> u64 {
    let mut bytes = [0; 8];
    let len = key.len().min(8);
    bytes[..len].copy_from_slice(&key[..len]);
    u64::from_be_bytes(bytes)
}
