//! From a query to its answer.

pub(crate) mod cache;
mod highlight;
mod members;
mod points;
mod suggest;
mod tally;
mod typo;
mod wider;

use crate::{
    Error, Index, Result,
    answer::{Alternative, Answer, Hit, Reason},
    matching::{self, Match, Sink},
    page::{Best, Page},
    places::Places,
    query::{
        Query, Sort,
        interpret::{Reading, interpret},
        needle::worth,
        plan::Plan,
    },
    schema::Stored,
    snapshot::{Segment, Snapshot},
};
use hoshizu_catalog::position::Position;
use std::sync::Arc;
use tally::Tally;
use tantivy::{DocAddress, TantivyDocument, schema::Value as _};
use uuid::Uuid;

const DEFAULT_LIMIT: usize = 20;
const MAX_LIMIT: usize = 100;

impl Index {
    /// Answers a query. CPU bound, some tenths of a millisecond to some milliseconds; never waits for a writer.
    pub fn search(&self, query: &Query) -> Result<Arc<Answer>> {
        let snapshot = self.snapshot.load_full();
        if let Some(answer) = self.cache.get(snapshot.generation, query) {
            return Ok(answer);
        }
        let answer = Arc::new(self.compute(&snapshot, query)?);
        self.cache.put(snapshot.generation, query, &answer);
        Ok(answer)
    }

    /// As [`Index::search`], without asking or filling the cache of answers; for measurements.
    pub fn search_uncached(&self, query: &Query) -> Result<Answer> {
        self.compute(&self.snapshot.load_full(), query)
    }

    fn compute(&self, snapshot: &Snapshot, query: &Query) -> Result<Answer> {
        check(query)?;
        let places = self.places.load();
        let plan = interpret(&query.q, &places, Reading::default());
        let (answer, best_worth) = answer_plan(snapshot, &places, query, &plan)?;
        let poor = answer.total <= POOR && best_worth < worth::IN_NAME;
        let only_filters = plan.clauses.is_empty() && answer.total > 0;
        if !poor || only_filters {
            return Ok(answer);
        }
        second_pass(snapshot, &places, query, &plan, answer)
    }
}

/// So few answers, none by name, and a slip of the pen is likely.
const POOR: u64 = 2;

/// What to try when the words as they stand find nothing or next to nothing. Totals do not depend on the cursor, so
/// a further page comes to the same decision as the first.
fn second_pass(
    snapshot: &Snapshot,
    places: &Places,
    query: &Query,
    plan: &Plan,
    mut answer: Answer,
) -> Result<Answer> {
    if answer.total == 0 {
        let split = interpret(&query.q, places, Reading { split: true, ..Reading::default() });
        let (answer, _) = answer_plan(snapshot, places, query, &split)?;
        if answer.total > 0 {
            return Ok(answer);
        }
    }
    if let Some(q) = typo::corrected(snapshot, &query.q, plan)? {
        let better = Query { q: q.clone(), ..query.clone() };
        let plan = interpret(&q, places, Reading::default());
        let (mut corrected, _) = answer_plan(snapshot, places, &better, &plan)?;
        if answer.total == 0 && corrected.total > 0 {
            corrected.interpretation.corrected = Some(q);
            return Ok(corrected);
        }
        if corrected.total > answer.total {
            answer.alternatives.push(Alternative {
                reason: Reason::Corrected,
                q: Some(q),
                radius_m: None,
                drop: Vec::new(),
                total: corrected.total,
            });
        }
    }
    if answer.total == 0 {
        answer.alternatives.extend(wider::alternatives(snapshot, places, query, plan)?);
    }
    Ok(answer)
}

/// Refuses what cannot be answered as asked.
fn check(query: &Query) -> Result<()> {
    if query.sort == Sort::Distance && query.near.is_none() {
        return Err(Error::Query("sorting by distance needs a point"));
    }
    let near = query.near.is_none_or(|(lat, lon)| lat.abs() <= 90.0 && lon.abs() <= 180.0);
    let radius = query.radius_m.is_none_or(|radius| radius.is_finite() && radius >= 0.0);
    let bbox = query.bbox.is_none_or(|[west, south, east, north]| {
        [west, south, east, north].iter().all(|edge| edge.is_finite()) && west <= east && south <= north
    });
    match (near, radius, bbox) {
        (true, true, true) => Ok(()),
        (false, ..) => Err(Error::Query("the point is not on the earth")),
        (_, false, _) => Err(Error::Query("the radius is not a length")),
        (.., false) => Err(Error::Query("the box is not west, south, east, north")),
    }
}

/// Page, total, facets and bounds in one pass.
struct Collector<'a> {
    segment: Option<&'a Segment>,
    segments: &'a [Segment],
    page: Page,
    tally: Tally,
}

impl Sink for Collector<'_> {
    fn segment(&mut self, segment: &Segment) {
        self.segment = self.segments.get(segment.ordinal as usize);
        self.tally.segment(segment);
    }

    #[inline]
    fn take(&mut self, found: &Match<'_>) {
        self.tally.take(found);
        if let Some(segment) = self.segment {
            self.page.take(found, segment);
        }
    }
}

/// The answer of a plan, and what its best match is worth.
fn answer_plan(snapshot: &Snapshot, places: &Places, query: &Query, plan: &Plan) -> Result<(Answer, u32)> {
    let limit = if query.limit == 0 { DEFAULT_LIMIT } else { query.limit.min(MAX_LIMIT) };
    let near = query.near.or(plan.center).is_some();
    let page = Page::new(query.sort, near, limit, query.cursor.as_deref())?;
    let mut collector =
        Collector { segment: None, segments: &snapshot.segments, page, tally: Tally::default() };
    matching::run(snapshot, plan, query, places, &mut collector)?;
    let (best, next_cursor) = collector.page.finish();
    let best_worth = collector.tally.best_worth;
    let (total, facets, bounds) = collector.tally.finish();
    let hits: Result<Vec<Hit>> = best.iter().map(|best| hit(snapshot, query, plan, best)).collect();
    let answer = Answer {
        hits: hits?,
        total,
        facets,
        next_cursor,
        interpretation: plan.interpretation.clone(),
        bounds,
        alternatives: Vec::new(),
    };
    Ok((answer, best_worth))
}

impl Index {
    /// Names and addresses of the first hits whose name or reading matches.
    fn first_names(&self, snapshot: &Snapshot, query: &Query) -> Result<Vec<(Uuid, (String, String))>> {
        let places = self.places.load();
        let plan = interpret(
            &query.q,
            &places,
            Reading { no_places: true, no_services: true, ..Reading::default() },
        );
        let page = Page::new(query.sort, false, query.limit, None)?;
        let mut collector =
            Collector { segment: None, segments: &snapshot.segments, page, tally: Tally::default() };
        matching::run(snapshot, &plan, query, &places, &mut collector)?;
        let (best, _) = collector.page.finish();
        let named = best.iter().filter(|best| best.rank.score(query.sort) > worth::SERVICE);
        named
            .map(|best| {
                let (name, address, _) = suggest::texts(snapshot, best.segment, best.doc)?;
                let id = snapshot.segments[best.segment as usize].columns.file.id(best.doc);
                Ok((Uuid::from_u128(id), (name, address)))
            })
            .collect()
    }
}

fn hit(snapshot: &Snapshot, query: &Query, plan: &Plan, best: &Best) -> Result<Hit> {
    let document: TantivyDocument = snapshot.searcher.doc(DocAddress::new(best.segment, best.doc))?;
    let bytes =
        document.get_first(snapshot.fields.stored).and_then(|value| value.as_bytes()).unwrap_or_default();
    let stored = Stored::decode(bytes).ok_or(Error::Damaged("a stored document is cut short"))?;
    let columns = &snapshot.segments[best.segment as usize].columns;
    let position = columns.row(best.doc).position();
    let distance_m = query.near.zip(position).map(|((lat, lon), (there_lat, there_lon))| {
        Position { lat, lon }.distance_m(Position { lat: there_lat, lon: there_lon })
    });
    Ok(Hit {
        id: Uuid::from_u128(columns.file.id(best.doc)),
        card: stored.card.to_vec(),
        distance_m,
        score: best.rank.score(query.sort),
        highlights: highlight::highlights(&stored, plan),
    })
}
