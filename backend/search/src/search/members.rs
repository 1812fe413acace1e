//! Which of some offices a search finds: how many of what came since yesterday a saved search has to show.

use crate::{
    Index, Result,
    matching::{self, Match, Sink},
    query::{
        Query,
        interpret::{Reading, interpret},
    },
    snapshot::Segment,
};
use std::collections::HashSet;
use uuid::Uuid;

impl Index {
    /// Those of `wanted` that match, in no particular order. Of the query order, limit and cursor do not count.
    pub fn members(&self, query: &Query, wanted: &HashSet<Uuid>) -> Result<Vec<Uuid>> {
        super::check(&Query { sort: crate::Sort::Relevance, ..query.clone() })?;
        if wanted.is_empty() {
            return Ok(Vec::new());
        }
        let snapshot = self.snapshot.load_full();
        let places = self.places.load();
        let plan = interpret(&query.q, &places, Reading::default());
        let mut members = Members { segments: &snapshot.segments, segment: None, wanted, found: Vec::new() };
        matching::run(&snapshot, &plan, query, &places, &mut members)?;
        Ok(members.found)
    }
}

struct Members<'a> {
    segments: &'a [Segment],
    segment: Option<&'a Segment>,
    wanted: &'a HashSet<Uuid>,
    found: Vec<Uuid>,
}

impl Sink for Members<'_> {
    fn segment(&mut self, segment: &Segment) {
        self.segment = self.segments.get(segment.ordinal as usize);
    }

    fn take(&mut self, found: &Match<'_>) {
        let Some(segment) = self.segment else { return };
        let id = Uuid::from_u128(segment.columns.file.id(found.doc));
        if self.wanted.contains(&id) {
            self.found.push(id);
        }
    }
}
