//! Words that stand in many offices: for every document what the word is worth there, kept once it was worked out.
//!
//! A common word (訪問看護, センター) has a tenth of all documents as candidates, and judging each on its text takes
//! longer than everything else. One byte a document holds the outcome; the most used words are kept, and
//! [`crate::Index`] works out the likely ones ahead.

use super::Columns;
use crate::query::needle::{Scope, Word, worth};
use lru::LruCache;
use std::{
    num::NonZeroUsize,
    sync::{Arc, Mutex, PoisonError},
};

/// Words kept a segment; a byte a document each, so 96 words over 200,000 offices are 19 MB.
pub(crate) const KEPT: NonZeroUsize = NonZeroUsize::new(96).unwrap();
/// A word is frequent when it may stand in this share of the documents, and in so many at least.
const SHARE: usize = 40;
const AT_LEAST: usize = 100;

/// Every worth a word can have, by code; code 0 is no match.
const WORTHS: [u32; 16] = [
    0,
    worth::EXACT_NAME,
    worth::EXACT_READING,
    worth::EXACT_OTHER_NAME,
    worth::NAME_PREFIX,
    worth::READING_PREFIX,
    worth::IN_NAME,
    worth::IN_OTHER_NAME,
    worth::IN_READING,
    worth::ORGANIZATION_PREFIX,
    worth::ORGANIZATION,
    worth::ORGANIZATION_READING,
    worth::ADDRESS,
    worth::TEXT,
    0,
    0,
];

/// What a word is worth in each document of a segment.
pub(crate) struct Worths(Vec<u8>);

impl Worths {
    /// Judges the candidates, every other document holds nothing.
    pub(crate) fn work_out(columns: &Columns, word: &Word, candidates: &[u32]) -> Self {
        let mut codes = vec![0; columns.rows.len()];
        columns.walk(candidates.iter().copied(), true, |doc, row| {
            if let Some(worth) = word.judge(columns.line(row)) {
                codes[doc as usize] = WORTHS.iter().position(|known| *known == worth).unwrap_or(0) as u8;
            }
        });
        Self(codes)
    }

    #[inline]
    pub(crate) fn get(&self, doc: u32) -> Option<u32> {
        match self.0[doc as usize] {
            0 => None,
            code => Some(WORTHS[usize::from(code & 15)]),
        }
    }

    /// Documents that hold the word, ascending.
    pub(crate) fn docs(&self) -> Vec<u32> {
        const LOW: u64 = 0x7f7f_7f7f_7f7f_7f7f;
        let mut docs = Vec::with_capacity(self.0.len() / 8);
        let (blocks, rest) = self.0.as_chunks::<8>();
        for (block, codes) in blocks.iter().enumerate() {
            let codes = u64::from_le_bytes(*codes);
            // The top bit of each byte that is not 0 (codes stay below 128).
            let mut held = ((codes & LOW) + LOW) & !LOW;
            while held != 0 {
                docs.push((block * 8) as u32 + held.trailing_zeros() / 8);
                held &= held - 1;
            }
        }
        let first = blocks.len() * 8;
        let held = rest.iter().enumerate().filter(|(_, code)| **code != 0);
        docs.extend(held.map(|(at, _)| (first + at) as u32));
        docs
    }
}

/// The frequent words of one segment.
pub(crate) struct Frequent {
    words: Mutex<LruCache<String, Arc<Worths>>>,
}

impl Default for Frequent {
    fn default() -> Self {
        Self { words: Mutex::new(LruCache::new(KEPT)) }
    }
}

impl Frequent {
    /// Whether a word with so many candidates among so many documents is kept.
    pub(crate) fn is_frequent(candidates: usize, documents: usize) -> bool {
        candidates >= AT_LEAST && candidates * SHARE >= documents
    }

    pub(crate) fn get(&self, word: &Word) -> Option<Arc<Worths>> {
        self.words.lock().unwrap_or_else(PoisonError::into_inner).get(&key(word)).cloned()
    }

    pub(crate) fn put(&self, word: &Word, worths: Arc<Worths>) {
        self.words.lock().unwrap_or_else(PoisonError::into_inner).put(key(word), worths);
    }
}

/// The forms and where they are looked for are all that decides.
fn key(word: &Word) -> String {
    let mut key = String::from(if word.scope == Scope::All { "a" } else { "n" });
    for needle in &word.needles {
        key.push('\u{1f}');
        key.push_str(&needle.text);
    }
    key
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn documents_that_hold_a_word_are_found_in_whole_and_broken_blocks() {
        let mut codes = vec![0; 21];
        for doc in [0, 7, 8, 19, 20] {
            codes[doc] = 1;
        }
        let worths = Worths(codes);
        assert_eq!(worths.docs(), [0, 7, 8, 19, 20]);
        assert_eq!((worths.get(8), worths.get(9)), (Some(worth::EXACT_NAME), None));
    }
}
