//! One state of the index: its segments with their columns. Immutable; searches hold it by `Arc`.

use crate::{Result, columns::Columns, schema::Fields};
use std::{collections::HashMap, ops::Range, sync::Arc};
use tantivy::{
    DocSet, InvertedIndexReader, Searcher, SegmentReader, TERMINATED, Term,
    fastfield::AliveBitSet,
    index::SegmentId,
    postings::BlockSegmentPostings,
    schema::{Field, IndexRecordOption},
};

/// One segment.
pub(crate) struct Segment {
    pub ordinal: u32,
    pub columns: Arc<Columns>,
    alive: Option<AliveBitSet>,
    grams: Arc<InvertedIndexReader>,
    digits: Arc<InvertedIndexReader>,
    areas: Arc<InvertedIndexReader>,
    tags: Arc<InvertedIndexReader>,
}

/// One state of the index.
pub(crate) struct Snapshot {
    pub searcher: Searcher,
    pub segments: Vec<Segment>,
    pub fields: Fields,
    /// Counts reloads of this process; caches are keyed by it.
    pub generation: u64,
    /// Outbox sequence of the commit.
    pub sequence: i64,
    /// Newest edition of any office, YYYYMM.
    pub newest: u32,
}

impl Snapshot {
    /// Opens the searcher's segments; columns already loaded are taken over from `previous`.
    pub(crate) fn open(
        searcher: Searcher,
        fields: Fields,
        sequence: i64,
        previous: Option<&Self>,
    ) -> Result<Self> {
        let mut loaded: HashMap<SegmentId, Arc<Columns>> = previous
            .map(|snapshot| {
                let ids = snapshot.searcher.segment_readers().iter().map(SegmentReader::segment_id);
                ids.zip(snapshot.segments.iter().map(|segment| segment.columns.clone())).collect()
            })
            .unwrap_or_default();
        let mut segments = Vec::new();
        for (ordinal, reader) in searcher.segment_readers().iter().enumerate() {
            let columns = match loaded.remove(&reader.segment_id()) {
                Some(columns) => columns,
                None => Arc::new(Columns::load(reader)?),
            };
            segments.push(Segment {
                ordinal: ordinal as u32,
                columns,
                alive: reader.alive_bitset().cloned(),
                grams: reader.inverted_index(fields.grams)?,
                digits: reader.inverted_index(fields.digits)?,
                areas: reader.inverted_index(fields.areas)?,
                tags: reader.inverted_index(fields.tags)?,
            });
        }
        let newest = segments.iter().map(|segment| segment.columns.newest).max().unwrap_or(0);
        let generation = previous.map_or(1, |snapshot| snapshot.generation + 1);
        Ok(Self { searcher, segments, fields, generation, sequence, newest })
    }

    pub(crate) fn len(&self) -> u64 {
        self.searcher.num_docs()
    }
}

impl Segment {
    pub(crate) fn is_alive(&self, doc: u32) -> bool {
        self.alive.as_ref().is_none_or(|alive| alive.is_alive(doc))
    }

    pub(crate) fn count(&self) -> u32 {
        self.columns.file.count()
    }

    /// How many documents hold each gram (deleted ones counted), rarest first.
    pub(crate) fn gram_frequencies(&self, field: Field, grams: &[String]) -> Result<Vec<(u32, String)>> {
        let mut frequencies = Vec::with_capacity(grams.len());
        for gram in grams {
            frequencies.push((self.grams.doc_freq(&Term::from_field_text(field, gram))?, gram.clone()));
        }
        frequencies.sort_unstable();
        Ok(frequencies)
    }

    /// Block-wise postings of a gram, `None` when no document holds it.
    pub(crate) fn gram_postings(&self, field: Field, gram: &str) -> Result<Option<BlockSegmentPostings>> {
        let term = Term::from_field_text(field, gram);
        Ok(self.grams.read_block_postings(&term, IndexRecordOption::Basic)?)
    }

    /// Documents with a digit term that begins so, ascending.
    pub(crate) fn with_digits(&self, prefix: &str) -> Result<Vec<u32>> {
        let mut docs = Vec::new();
        let mut stream = self.digits.terms().range().ge(prefix).into_stream()?;
        while stream.advance() && stream.key().starts_with(prefix.as_bytes()) {
            let info = stream.value();
            let mut postings = self.digits.read_postings_from_terminfo(info, IndexRecordOption::Basic)?;
            while postings.doc() != TERMINATED {
                docs.push(postings.doc());
                postings.advance();
            }
        }
        docs.sort_unstable();
        docs.dedup();
        Ok(docs)
    }

    /// Documents with any of the tags in these ranges, ascending.
    pub(crate) fn with_tags(&self, ranges: &[Range<String>]) -> Result<Vec<u32>> {
        let mut docs = Vec::new();
        for Range { start, end } in ranges {
            let mut terms = self.tags.terms().range().ge(start).lt(end).into_stream()?;
            while terms.advance() {
                let mut postings =
                    self.tags.read_postings_from_terminfo(terms.value(), IndexRecordOption::Basic)?;
                while postings.doc() != TERMINATED {
                    docs.push(postings.doc());
                    postings.advance();
                }
            }
        }
        docs.sort_unstable();
        docs.dedup();
        Ok(docs)
    }

    /// Documents in a further area, ascending.
    pub(crate) fn in_area(&self, field: Field, code: &str) -> Result<Vec<u32>> {
        let term = Term::from_field_text(field, code);
        let Some(mut postings) = self.areas.read_postings(&term, IndexRecordOption::Basic)? else {
            return Ok(Vec::new());
        };
        let mut docs = Vec::with_capacity(postings.doc_freq() as usize);
        while postings.doc() != TERMINATED {
            docs.push(postings.doc());
            postings.advance();
        }
        Ok(docs)
    }
}
