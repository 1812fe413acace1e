//! Clauses bound to one segment: what they nominate there, and whether a document satisfies them.

use super::candidates::holding_all;
use crate::{
    Result,
    columns::{
        Columns, Profile, Row,
        frequent::{Frequent, Worths},
        union,
    },
    places::Extent,
    query::{
        needle::{Word, worth},
        plan::{Arm, Clause, Part},
    },
    snapshot::{Segment, Snapshot},
    tokenizer::grams_of,
};
use std::{cell::OnceCell, sync::Arc};
use tantivy::schema::Field;

/// A clause in one segment.
pub(crate) struct BoundClause<'a> {
    arms: Vec<Vec<BoundPart<'a>>>,
    estimate: usize,
}

/// Grams of a needle with their frequencies, rarest first.
type GramList = Vec<(u32, String)>;

enum BoundPart<'a> {
    Word { word: &'a Word, grams: Vec<GramList>, estimate: usize, known: OnceCell<Arc<Worths>> },
    Services { mask: u128, estimate: usize },
    Place { municipalities: Vec<bool>, others: Vec<u32>, estimate: usize },
    Docs { docs: Vec<u32>, worth: u32 },
}

impl<'a> BoundClause<'a> {
    pub(crate) fn of_clause(snapshot: &Snapshot, segment: &Segment, clause: &'a Clause) -> Result<Self> {
        let arms: Result<Vec<_>> = clause.iter().map(|arm| bind_arm(snapshot, segment, arm)).collect();
        Ok(Self::new(arms?))
    }

    pub(crate) fn of_word(snapshot: &Snapshot, segment: &Segment, word: &'a Word) -> Result<Self> {
        Ok(Self::new(vec![vec![BoundPart::of_word(snapshot, segment, word)?]]))
    }

    fn new(arms: Vec<Vec<BoundPart<'a>>>) -> Self {
        let estimate = arms.iter().map(|arm| arm.iter().map(BoundPart::estimate).min().unwrap_or(0)).sum();
        Self { arms, estimate }
    }

    /// How many documents it nominates, at most.
    pub(crate) fn estimate(&self) -> usize {
        self.estimate
    }

    /// Whether judging it reads texts.
    pub(crate) fn reads_text(&self) -> bool {
        let reads =
            |part: &BoundPart<'_>| matches!(part, BoundPart::Word { known, .. } if known.get().is_none());
        self.arms.iter().flatten().any(reads)
    }

    /// Documents that may satisfy it, ascending.
    pub(crate) fn candidates(&self, segment: &Segment, grams: Field) -> Result<Vec<u32>> {
        let mut lists = Vec::with_capacity(self.arms.len());
        for arm in &self.arms {
            if let Some(smallest) = arm.iter().min_by_key(|part| part.estimate()) {
                lists.push(smallest.candidates(segment, grams)?);
            }
        }
        if lists.len() == 1 {
            return Ok(lists.swap_remove(0));
        }
        Ok(union(lists.iter().map(Vec::as_slice)))
    }

    /// What the best arm that holds is worth, `None` when none holds.
    #[inline]
    pub(crate) fn worth(&self, doc: u32, row: &Row, profile: &Profile, columns: &Columns) -> Option<u32> {
        let mut best = None;
        for arm in &self.arms {
            let mut held = Some(0);
            for part in arm {
                let Some(worth) = part.worth(doc, row, profile, columns) else {
                    held = None;
                    break;
                };
                held = held.max(Some(worth));
            }
            best = best.max(held);
        }
        best
    }
}

fn bind_arm<'a>(snapshot: &Snapshot, segment: &Segment, arm: &'a Arm) -> Result<Vec<BoundPart<'a>>> {
    let mut parts = Vec::with_capacity(arm.len());
    for part in arm {
        parts.push(match part {
            Part::Word(word) => BoundPart::of_word(snapshot, segment, word)?,
            Part::Services(mask) => {
                let lists =
                    crate::columns::bits(*mask).map(|service| segment.columns.by_service.get(service));
                BoundPart::Services { mask: *mask, estimate: lists.map(<[u32]>::len).sum() }
            }
            Part::Place(extent) => BoundPart::of_place(snapshot, segment, extent)?,
            Part::Digits(terms, worth) => {
                let mut docs = Vec::new();
                for term in terms {
                    docs.extend(segment.with_digits(term)?);
                }
                docs.sort_unstable();
                docs.dedup();
                BoundPart::Docs { docs, worth: *worth }
            }
        });
    }
    Ok(parts)
}

impl<'a> BoundPart<'a> {
    fn of_word(snapshot: &Snapshot, segment: &Segment, word: &'a Word) -> Result<Self> {
        let mut grams = Vec::with_capacity(word.needles.len());
        let mut estimate = 0;
        for needle in &word.needles {
            let list = segment.gram_frequencies(snapshot.fields.grams, &grams_of(&needle.text))?;
            estimate += list.first().map_or(0, |(frequency, _)| *frequency as usize);
            grams.push(list);
        }
        let known = OnceCell::new();
        if Frequent::is_frequent(estimate, segment.count() as usize)
            && let Some(worths) = segment.columns.frequent.get(word)
        {
            let _ = known.set(worths);
        }
        Ok(Self::Word { word, grams, estimate, known })
    }

    pub(super) fn of_place(snapshot: &Snapshot, segment: &Segment, extent: &Extent) -> Result<Self> {
        let (municipalities, others) = area_members(snapshot, segment, extent)?;
        let lists = municipalities.iter().enumerate().filter(|(_, inside)| **inside);
        let listed: usize = lists.map(|(index, _)| segment.columns.by_municipality.get(index).len()).sum();
        let estimate = listed + others.len();
        Ok(Self::Place { municipalities, others, estimate })
    }

    fn estimate(&self) -> usize {
        match self {
            Self::Word { estimate, .. } | Self::Services { estimate, .. } | Self::Place { estimate, .. } => {
                *estimate
            }
            Self::Docs { docs, .. } => docs.len(),
        }
    }

    fn candidates(&self, segment: &Segment, field: Field) -> Result<Vec<u32>> {
        Ok(match self {
            Self::Word { word, grams, estimate, known } => {
                if let Some(worths) = known.get() {
                    return Ok(worths.docs());
                }
                let mut lists = Vec::with_capacity(grams.len());
                for list in grams.iter().filter(|list| list.first().is_some_and(|(count, _)| *count > 0)) {
                    lists.push(holding_all(segment, field, list)?);
                }
                let docs = union(lists.iter().map(Vec::as_slice));
                if !Frequent::is_frequent(*estimate, segment.count() as usize) {
                    return Ok(docs);
                }
                let worths = known.get_or_init(|| Arc::new(Worths::work_out(&segment.columns, word, &docs)));
                segment.columns.frequent.put(word, worths.clone());
                worths.docs()
            }
            Self::Services { mask, .. } => segment.columns.with_services(*mask),
            Self::Place { municipalities, others, .. } => in_places(segment, municipalities, others),
            Self::Docs { docs, .. } => docs.clone(),
        })
    }

    #[inline]
    fn worth(&self, doc: u32, row: &Row, profile: &Profile, columns: &Columns) -> Option<u32> {
        match self {
            Self::Word { word, known, .. } => match known.get() {
                Some(worths) => worths.get(doc),
                None => word.judge(columns.line(row)),
            },
            Self::Services { mask, .. } => (profile.services & mask != 0).then_some(worth::SERVICE),
            Self::Place { municipalities, others, .. } => {
                let inside =
                    municipalities[usize::from(row.municipality)] || others.binary_search(&doc).is_ok();
                inside.then_some(worth::PLACE)
            }
            Self::Docs { docs, worth } => docs.binary_search(&doc).is_ok().then_some(*worth),
        }
    }
}

/// For each municipality of the segment whether it lies inside, and the documents of further areas, ascending.
pub(crate) fn area_members(
    snapshot: &Snapshot,
    segment: &Segment,
    extent: &Extent,
) -> Result<(Vec<bool>, Vec<u32>)> {
    let codes = &segment.columns.municipalities;
    let municipalities = codes.iter().map(|code| extent.has_municipality(*code)).collect();
    let mut others = Vec::new();
    for code in &extent.others {
        others.extend(segment.in_area(snapshot.fields.areas, code)?);
    }
    others.sort_unstable();
    others.dedup();
    Ok((municipalities, others))
}

/// The documents of the municipalities and the others, ascending.
pub(crate) fn in_places(segment: &Segment, municipalities: &[bool], others: &[u32]) -> Vec<u32> {
    let inside = municipalities.iter().enumerate().filter(|(_, inside)| **inside);
    let lists = inside.map(|(index, _)| segment.columns.by_municipality.get(index));
    union(lists.chain([others]))
}
