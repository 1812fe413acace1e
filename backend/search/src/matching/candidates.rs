//! Candidates by intersecting the postings of a needle's grams.

use crate::{Result, snapshot::Segment};
use tantivy::schema::Field;

/// Documents to be judged.
pub(crate) enum Candidates {
    /// Every document of the segment, so many.
    All(u32),
    /// These.
    Some(Vec<u32>),
}

/// Judging a candidate costs about as much as passing this many entries of a posting list, so a further list is
/// worth reading only while it is at most so much longer than what is left.
const WORTHWHILE: usize = 24;

/// Documents that hold all of the grams (given rarest first, with frequencies) — or a few more: the text decides.
pub(crate) fn holding_all(segment: &Segment, field: Field, grams: &[(u32, String)]) -> Result<Vec<u32>> {
    let Some(((frequency, rarest), others)) = grams.split_first() else { return Ok(Vec::new()) };
    let mut docs = Vec::with_capacity(*frequency as usize);
    let Some(mut postings) = segment.gram_postings(field, rarest)? else { return Ok(docs) };
    while postings.block_len() > 0 {
        docs.extend_from_slice(postings.docs());
        postings.advance();
    }
    for (frequency, gram) in others {
        if docs.is_empty() || *frequency as usize > docs.len() * WORTHWHILE {
            break;
        }
        let before = docs.len();
        retain_held(segment, field, gram, &mut docs)?;
        // What most lists have kept is mostly true by now, and the text decides anyway.
        if docs.len() * 10 > before * 9 {
            break;
        }
    }
    Ok(docs)
}

/// Keeps the documents that hold the gram.
fn retain_held(segment: &Segment, field: Field, gram: &str, docs: &mut Vec<u32>) -> Result<()> {
    let Some(mut postings) = segment.gram_postings(field, gram)? else {
        docs.clear();
        return Ok(());
    };
    let (mut kept, mut at) = (0, 0);
    'blocks: while postings.block_len() > 0 {
        for held in postings.docs() {
            while docs[at] < *held {
                at += 1;
                if at == docs.len() {
                    break 'blocks;
                }
            }
            if docs[at] == *held {
                docs[kept] = *held;
                kept += 1;
                at += 1;
                if at == docs.len() {
                    break 'blocks;
                }
            }
        }
        postings.advance();
    }
    docs.truncate(kept);
    Ok(())
}
