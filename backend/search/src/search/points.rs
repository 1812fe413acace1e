//! Every match with a position, for tiles.

use crate::{
    Index, Result,
    answer::Point,
    columns::record::{DEGREE, NOWHERE},
    matching::{self, Match, Sink},
    query::{
        Query,
        interpret::{Reading, interpret},
    },
    snapshot::Segment,
};
use uuid::Uuid;

impl Index {
    /// Hands every match that has a position to `each`, in no particular order. Of the query, words, box, radius and
    /// filters count; order, limit and cursor do not.
    pub fn points(&self, query: &Query, each: &mut dyn FnMut(Point)) -> Result<()> {
        super::check(&Query { sort: crate::Sort::Relevance, ..query.clone() })?;
        let snapshot = self.snapshot.load_full();
        let places = self.places.load();
        let plan = interpret(&query.q, &places, Reading::default());
        // Distances order hits; on the map there is no order.
        let plan = crate::query::plan::Plan { center: None, ..plan };
        let query = Query { near: query.near.filter(|_| query.radius_m.is_some()), ..query.clone() };
        let mut emitter = Emitter { segments: &snapshot.segments, segment: None, each };
        matching::run(&snapshot, &plan, &query, &places, &mut emitter)
    }
}

struct Emitter<'a> {
    segments: &'a [Segment],
    segment: Option<&'a Segment>,
    each: &'a mut dyn FnMut(Point),
}

impl Sink for Emitter<'_> {
    fn segment(&mut self, segment: &Segment) {
        self.segment = self.segments.get(segment.ordinal as usize);
    }

    fn take(&mut self, found: &Match<'_>) {
        let Some(segment) = self.segment else { return };
        let row = found.row;
        if row.lat == NOWHERE {
            return;
        }
        (self.each)(Point {
            id: Uuid::from_u128(segment.columns.file.id(found.doc)),
            lat: f64::from(row.lat) / DEGREE,
            lon: f64::from(row.lon) / DEGREE,
            systems: found.profile.systems,
            services: found.profile.services,
        });
    }
}
