//! The order of hits, the top of the list, and the cursor that continues it.

use crate::{Error, Result, columns::record::Section, matching::Match, query::Sort, snapshot::Segment};
use std::{cmp::Reverse, collections::BinaryHeap};

/// Where a hit stands: greater is earlier. Depends on the office and the query only, never on where in the index the
/// office lies, so that pages fit together while the index changes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Rank {
    first: u128,
    second: u128,
    /// Complement of the id: the smaller id comes first.
    id: u128,
}

impl Rank {
    /// Without the id, which is read only where it decides.
    fn of(found: &Match<'_>, sort: Sort, near: bool, segment: &Segment) -> Self {
        let nearness = u128::from(u64::MAX - (found.distance_m.min(1e15) * 1_000.0) as u64);
        let (first, second) = match sort {
            Sort::Relevance if near => (u128::from(found.worth) << 64 | nearness, 0),
            Sort::Relevance => {
                let brevity = u128::from(u16::MAX - found.row.name_len);
                (u128::from(found.worth) << 64 | brevity, 0)
            }
            Sort::Distance => (nearness, u128::from(found.worth)),
            Sort::Updated => (u128::from(found.row.edition) << 64 | u128::from(found.worth), 0),
            Sort::Name => name_rank(segment, found.doc),
        };
        Self { first, second, id: 0 }
    }

    /// The worth of the match, where it is part of the rank.
    pub(crate) fn score(&self, sort: Sort) -> u32 {
        match sort {
            Sort::Relevance => (self.first >> 64) as u32,
            Sort::Distance => self.second as u32,
            Sort::Updated => self.first as u32,
            Sort::Name => 0,
        }
    }

    pub(crate) fn to_cursor(self, sort: Sort) -> String {
        format!("{}{:x}.{:x}.{:x}", tag(sort), self.first, self.second, self.id)
    }

    pub(crate) fn from_cursor(cursor: &str, sort: Sort) -> Result<Self> {
        let parse = || {
            let mut parts = cursor.strip_prefix(tag(sort))?.splitn(3, '.');
            let mut next = || u128::from_str_radix(parts.next()?, 16).ok();
            Some(Self { first: next()?, second: next()?, id: next()? })
        };
        parse().ok_or(Error::Cursor)
    }
}

fn tag(sort: Sort) -> char {
    match sort {
        Sort::Relevance => 'r',
        Sort::Distance => 'd',
        Sort::Name => 'n',
        Sort::Updated => 'u',
    }
}

/// Sixteen UTF-16 units of the reading (else the name), complemented so that あ is greater than い.
fn name_rank(segment: &Segment, doc: u32) -> (u128, u128) {
    let file = &segment.columns.file;
    let reading = file.section(doc, Section::Reading);
    let key = if reading.is_empty() { file.section(doc, Section::Name) } else { reading };
    let mut units = std::str::from_utf8(key).unwrap_or_default().encode_utf16();
    let mut eight = || (0..8).fold(0, |packed, _| packed << 16 | u128::from(units.next().unwrap_or(0)));
    let first = eight();
    (!first, !eight())
}

/// One of the best.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Best {
    pub rank: Rank,
    pub segment: u32,
    pub doc: u32,
}

/// Keeps the best hits after the cursor, and one more to know whether another page follows.
pub(crate) struct Page {
    sort: Sort,
    near: bool,
    limit: usize,
    after: Option<Rank>,
    heap: BinaryHeap<Reverse<Best>>,
}

impl Page {
    /// `near`: whether distance decides among equals.
    pub(crate) fn new(sort: Sort, near: bool, limit: usize, cursor: Option<&str>) -> Result<Self> {
        let after = cursor.map(|cursor| Rank::from_cursor(cursor, sort)).transpose()?;
        Ok(Self { sort, near, limit, after, heap: BinaryHeap::with_capacity(limit + 2) })
    }

    pub(crate) fn take(&mut self, found: &Match<'_>, segment: &Segment) {
        let mut rank = Rank::of(found, self.sort, self.near, segment);
        let full = self.heap.len() > self.limit;
        if full && self.heap.peek().is_some_and(|worst| (rank.first, rank.second) < first_two(&worst.0.rank))
        {
            return;
        }
        if self.after.is_some_and(|after| (rank.first, rank.second) > first_two(&after)) {
            return;
        }
        rank.id = !segment.columns.file.id(found.doc);
        if self.after.is_some_and(|after| rank >= after) {
            return;
        }
        self.heap.push(Reverse(Best { rank, segment: segment.ordinal, doc: found.doc }));
        if self.heap.len() > self.limit + 1 {
            self.heap.pop();
        }
    }

    /// The page, best first, and the cursor of the next.
    pub(crate) fn finish(self) -> (Vec<Best>, Option<String>) {
        let mut best: Vec<Best> = self.heap.into_sorted_vec().into_iter().map(|Reverse(best)| best).collect();
        let more = best.len() > self.limit;
        best.truncate(self.limit);
        let cursor = best.last().filter(|_| more).map(|last| last.rank.to_cursor(self.sort));
        (best, cursor)
    }
}

fn first_two(rank: &Rank) -> (u128, u128) {
    (rank.first, rank.second)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cursor_reads_back_and_a_foreign_one_is_refused() {
        let rank = Rank { first: 1 << 100, second: 7, id: u128::MAX };
        let cursor = rank.to_cursor(Sort::Name);
        assert_eq!(Rank::from_cursor(&cursor, Sort::Name).ok(), Some(rank));
        for (bad, sort) in [
            (cursor.as_str(), Sort::Updated),
            ("", Sort::Name),
            ("n1.2", Sort::Name),
            ("nzz.1.1", Sort::Name),
        ] {
            assert!(matches!(Rank::from_cursor(bad, sort), Err(Error::Cursor)), "{bad}");
        }
    }
}
