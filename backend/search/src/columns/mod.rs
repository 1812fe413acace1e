//! What every candidate is judged by, held in memory per segment: place, services, days, and where its text stands.

pub(crate) mod file;
pub(crate) mod frequent;
pub(crate) mod grid;
pub(crate) mod record;
pub(crate) mod writer;

use crate::Result;
use file::{File, Line};
use frequent::Frequent;
use grid::Grid;
use record::{Record, Section, flag};
use std::collections::HashMap;
use tantivy::SegmentReader;

/// Name of the segment component and extension of its file.
pub(crate) const COMPONENT: &str = "columns";

/// Documents fetched together: enough to keep memory busy, few enough to stay in the nearest cache.
const BATCH: usize = 64;

/// One office, as small as the hot loops need it.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Row {
    pub lat: i32,
    pub lon: i32,
    pub text_at: u32,
    /// Index into [`Columns::profiles`].
    pub profile: u32,
    pub edition: u32,
    /// Index into [`Columns::municipalities`].
    pub municipality: u16,
    pub flags: u8,
    pub open: u8,
    /// Bytes of the folded name.
    pub name_len: u16,
    /// Day its entry was checked, 0 when never. Sixteen bits reach to 2149 and keep a row at 32 bytes.
    pub checked: u16,
    /// Newest day on which a service said it takes people, 0 when none does.
    pub accepting: u16,
    /// The same, those that want to be asked counted too.
    pub consulting: u16,
}

impl Row {
    /// Latitude and longitude in degrees.
    pub(crate) fn position(&self) -> Option<(f64, f64)> {
        (self.lat != record::NOWHERE)
            .then(|| (f64::from(self.lat) / record::DEGREE, f64::from(self.lon) / record::DEGREE))
    }

    pub(crate) fn is_gone(&self) -> bool {
        self.flags & flag::GONE != 0
    }
}

/// What offices have in common: few hundred combinations among hundreds of thousands of offices, so facets are
/// counted by combination and spread out at the end.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) struct Profile {
    pub services: u128,
    pub systems: u8,
    /// [`flag::KYOSEI`] and [`flag::BOTH_SYSTEMS`].
    pub flags: u8,
}

/// Documents by a small number: `docs[starts[n]..starts[n + 1]]`, ascending.
#[derive(Debug, Default)]
pub(crate) struct Lists {
    starts: Vec<u32>,
    docs: Vec<u32>,
}

impl Lists {
    fn build(count: usize, keys: impl Fn(&mut dyn FnMut(usize, u32))) -> Self {
        let mut starts = vec![0_u32; count + 1];
        keys(&mut |key, _| starts[key + 1] += 1);
        for at in 0..count {
            starts[at + 1] += starts[at];
        }
        let mut next = starts.clone();
        let mut docs = vec![0; starts[count] as usize];
        keys(&mut |key, doc| {
            docs[next[key] as usize] = doc;
            next[key] += 1;
        });
        Self { starts, docs }
    }

    /// The documents of a number, none for an unknown one.
    pub(crate) fn get(&self, key: usize) -> &[u32] {
        match (self.starts.get(key), self.starts.get(key + 1)) {
            (Some(from), Some(to)) => self.docs.get(*from as usize..*to as usize).unwrap_or_default(),
            _ => &[],
        }
    }
}

/// Everything of one segment.
pub(crate) struct Columns {
    pub file: File,
    pub rows: Vec<Row>,
    pub profiles: Vec<Profile>,
    /// Codes of the municipalities, 0 for none.
    pub municipalities: Vec<u32>,
    pub by_municipality: Lists,
    pub by_service: Lists,
    pub grid: Grid,
    pub frequent: Frequent,
    /// Newest edition among the rows.
    pub newest: u32,
}

impl Columns {
    pub(crate) fn load(reader: &SegmentReader) -> Result<Self> {
        let file = File::open(reader)?;
        let mut interner = Interner::default();
        let rows: Vec<Row> = (0..file.count()).map(|doc| interner.row(&file.record(doc))).collect();
        let Interner { profiles, municipalities, .. } = interner;
        let by_municipality = Lists::build(municipalities.len(), |put| {
            for (doc, row) in rows.iter().enumerate() {
                put(usize::from(row.municipality), doc as u32);
            }
        });
        let by_service = Lists::build(128, |put| {
            for (doc, row) in rows.iter().enumerate() {
                for service in bits(profiles[row.profile as usize].services) {
                    put(service, doc as u32);
                }
            }
        });
        let grid = Grid::build(&rows);
        let newest = rows.iter().map(|row| row.edition).max().unwrap_or(0);
        Ok(Self {
            file,
            rows,
            profiles,
            municipalities,
            by_municipality,
            by_service,
            grid,
            frequent: Frequent::default(),
            newest,
        })
    }

    pub(crate) fn row(&self, doc: u32) -> &Row {
        &self.rows[doc as usize]
    }

    /// Calls `each` with every document and its row, memory fetched ahead of it in batches; the texts too when asked.
    #[inline]
    pub(crate) fn walk(
        &self,
        docs: impl Iterator<Item = u32>,
        with_text: bool,
        mut each: impl FnMut(u32, &Row),
    ) {
        let mut batch: Vec<(u32, Row)> = Vec::with_capacity(BATCH);
        let mut docs = docs.peekable();
        while docs.peek().is_some() {
            batch.clear();
            batch.extend(docs.by_ref().take(BATCH).map(|doc| (doc, *self.row(doc))));
            if with_text {
                for (_, row) in &batch {
                    self.file.touch(row.text_at);
                }
            }
            for (doc, row) in &batch {
                each(*doc, row);
            }
        }
    }

    pub(crate) fn profile(&self, row: &Row) -> &Profile {
        &self.profiles[row.profile as usize]
    }

    /// The whole folded text of a row.
    pub(crate) fn line(&self, row: &Row) -> Line<'_> {
        self.file.line(row.text_at)
    }

    /// Documents of any of the services.
    pub(crate) fn with_services(&self, services: u128) -> Vec<u32> {
        union(bits(services).map(|service| self.by_service.get(service)))
    }
}

/// Set bits, ascending.
pub(crate) fn bits(mut mask: u128) -> impl Iterator<Item = usize> {
    std::iter::from_fn(move || {
        (mask != 0).then(|| {
            let bit = mask.trailing_zeros() as usize;
            mask &= mask - 1;
            bit
        })
    })
}

/// The union of ascending lists, ascending.
#[expect(clippy::stable_sort_primitive, reason = "the stable sort finds the ascending runs and merges them")]
pub(crate) fn union<'a>(lists: impl Iterator<Item = &'a [u32]>) -> Vec<u32> {
    let lists: Vec<&[u32]> = lists.filter(|list| !list.is_empty()).collect();
    match lists.as_slice() {
        [] => Vec::new(),
        [one] => one.to_vec(),
        many => {
            let mut all = many.concat();
            all.sort();
            all.dedup();
            all
        }
    }
}

fn day(number: i32) -> u16 {
    number.clamp(0, i32::from(u16::MAX)) as u16
}

#[derive(Default)]
struct Interner {
    profiles: Vec<Profile>,
    municipalities: Vec<u32>,
    profile_index: HashMap<Profile, u32>,
    municipality_index: HashMap<u32, u16>,
}

impl Interner {
    fn row(&mut self, record: &Record) -> Row {
        let profile = Profile {
            services: record.services,
            systems: record.systems,
            flags: record.flags & (flag::KYOSEI | flag::BOTH_SYSTEMS),
        };
        let next = self.profiles.len() as u32;
        let profile = *self.profile_index.entry(profile).or_insert_with(|| {
            self.profiles.push(profile);
            next
        });
        let next = self.municipalities.len() as u16;
        let municipality = *self.municipality_index.entry(record.municipality).or_insert_with(|| {
            self.municipalities.push(record.municipality);
            next
        });
        Row {
            lat: record.lat,
            lon: record.lon,
            text_at: record.text_at,
            profile,
            edition: record.edition,
            municipality,
            flags: record.flags,
            open: record.open,
            name_len: record.ends[Section::Name as usize],
            checked: day(record.checked),
            accepting: day(record.accepting),
            consulting: day(record.consulting),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_hold_each_document_once_under_each_of_its_keys() {
        let lists = Lists::build(3, |put| {
            put(0, 1);
            put(2, 1);
            put(2, 5);
        });
        assert_eq!((lists.get(0), lists.get(1), lists.get(2)), (&[1][..], &[][..], &[1, 5][..]));
        assert!(lists.get(9).is_empty());
    }

    #[test]
    fn a_union_is_ascending_and_without_doubles() {
        assert_eq!(union([&[1, 4][..], &[2, 4][..], &[][..]].into_iter()), [1, 2, 4]);
        assert_eq!(bits(0b1010).collect::<Vec<_>>(), [1, 3]);
    }
}
