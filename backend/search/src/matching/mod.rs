//! From a plan to the documents that match, segment by segment: nominate candidates, judge each on its own text.

pub(crate) mod bound;
pub(crate) mod candidates;
pub(crate) mod filter;

use crate::{
    Result,
    columns::{Profile, Row},
    places::Places,
    query::{Query, plan::Plan},
    snapshot::{Segment, Snapshot},
};
use bound::BoundClause;
use candidates::Candidates;
use filter::{Filter, Judged};
use hoshizu_catalog::position::Position;

/// What an office no current edition lists loses.
const GONE_LOSS: u32 = 300;
/// What an office loses whose edition is two years older than the newest.
const STALE_LOSS: u32 = 40;
/// Two years in editions written YYYYMM.
const STALE_AFTER: u32 = 200;

/// One match.
pub(crate) struct Match<'a> {
    pub doc: u32,
    pub row: &'a Row,
    pub profile: &'a Profile,
    /// What the match is worth, see [`crate::query::needle::worth`].
    pub worth: u32,
    /// Metres from the query's point, infinite without position, 0 without a point.
    pub distance_m: f64,
}

/// Receives matches of one segment after the other.
pub(crate) trait Sink {
    /// Matches of this segment follow.
    fn segment(&mut self, segment: &Segment);
    /// One match, documents ascending within a segment unless nominated by place.
    fn take(&mut self, found: &Match<'_>);
}

/// Sends every match to the sink.
pub(crate) fn run(
    snapshot: &Snapshot,
    plan: &Plan,
    query: &Query,
    places: &Places,
    sink: &mut impl Sink,
) -> Result<()> {
    for segment in &snapshot.segments {
        sink.segment(segment);
        let matcher = Matcher::bind(snapshot, segment, plan, query, places)?;
        if !matcher.is_hopeless() {
            matcher.each(sink)?;
        }
    }
    Ok(())
}

struct Matcher<'a> {
    snapshot: &'a Snapshot,
    segment: &'a Segment,
    clauses: Vec<BoundClause<'a>>,
    whole: Option<BoundClause<'a>>,
    filter: Filter,
    near: Option<Position>,
}

impl<'a> Matcher<'a> {
    fn bind(
        snapshot: &'a Snapshot,
        segment: &'a Segment,
        plan: &'a Plan,
        query: &Query,
        places: &Places,
    ) -> Result<Self> {
        let mut clauses = Vec::with_capacity(plan.clauses.len());
        for clause in &plan.clauses {
            clauses.push(BoundClause::of_clause(snapshot, segment, clause)?);
        }
        // With one plain word the whole says nothing the clause does not.
        let needs_whole = plan.clauses.len() > 1;
        let whole = match plan.whole.as_ref().filter(|_| needs_whole) {
            Some(word) => Some(BoundClause::of_word(snapshot, segment, word)?),
            None => None,
        };
        let filter = Filter::bind(snapshot, segment, query, places)?;
        let near = query.near.or(plan.center).map(|(lat, lon)| Position { lat, lon });
        Ok(Self { snapshot, segment, clauses, whole, filter, near })
    }

    fn is_hopeless(&self) -> bool {
        let clauses = self.clauses.iter().any(|clause| clause.estimate() == 0);
        clauses && self.whole.as_ref().is_none_or(|whole| whole.estimate() == 0)
    }

    /// The smallest nomination there is; the whole query's own matches join it.
    fn candidates(&self) -> Result<Candidates> {
        let fields = self.snapshot.fields;
        let by_clause = self.clauses.iter().min_by_key(|clause| clause.estimate());
        let by_filter = self.filter.estimate(self.segment);
        let clause_estimate = by_clause.map_or(usize::MAX, BoundClause::estimate);
        if by_filter.is_some_and(|estimate| estimate <= clause_estimate) {
            return Ok(self.filter.candidates(self.segment));
        }
        let Some(clause) = by_clause else { return Ok(Candidates::All(self.segment.count())) };
        let nominated = clause.candidates(self.segment, fields.grams)?;
        let Some(whole) = self.whole.as_ref().filter(|whole| whole.estimate() > 0) else {
            return Ok(Candidates::Some(nominated));
        };
        let more = whole.candidates(self.segment, fields.grams)?;
        Ok(Candidates::Some(crate::columns::union([nominated.as_slice(), more.as_slice()].into_iter())))
    }

    fn each(&self, sink: &mut impl Sink) -> Result<()> {
        let candidates = self.candidates()?;
        let with_text = self.clauses.iter().chain(&self.whole).any(BoundClause::reads_text);
        let columns = &self.segment.columns;
        let judge = |doc, row: &Row| self.judge(doc, row, sink);
        match candidates {
            Candidates::All(count) => columns.walk(0..count, with_text, judge),
            Candidates::Some(docs) => columns.walk(docs.into_iter(), with_text, judge),
        }
        Ok(())
    }

    #[inline]
    fn judge(&self, doc: u32, row: &Row, sink: &mut impl Sink) {
        let columns = &self.segment.columns;
        let Judged::Passed(distance) = self.filter.judge(doc, row) else { return };
        if !self.segment.is_alive(doc) {
            return;
        }
        let Some(worth) = self.worth(doc, row) else { return };
        let distance_m = match (distance, self.near, row.position()) {
            (Some(distance), ..) => distance,
            (None, Some(near), Some((lat, lon))) => near.distance_m(Position { lat, lon }),
            (None, Some(_), None) => f64::INFINITY,
            (None, None, _) => 0.0,
        };
        let worth = worth.saturating_sub(self.loss(row));
        sink.take(&Match { doc, row, profile: columns.profile(row), worth, distance_m });
    }

    /// The mean over the clauses, or what the whole query is worth as a name; `None` when neither holds.
    fn worth(&self, doc: u32, row: &Row) -> Option<u32> {
        if self.clauses.is_empty() {
            return Some(0);
        }
        let columns = &self.segment.columns;
        let profile = columns.profile(row);
        let mut sum = Some(0);
        // A plain loop: this runs for every candidate, and folding over `Option` costs as much as the judging.
        for clause in &self.clauses {
            let Some(worth) = clause.worth(doc, row, profile, columns) else {
                sum = None;
                break;
            };
            sum = sum.map(|sum| sum + worth);
        }
        let mean = sum.map(|sum| sum / self.clauses.len() as u32);
        let whole = self.whole.as_ref().and_then(|whole| whole.worth(doc, row, profile, columns));
        mean.max(whole)
    }

    fn loss(&self, row: &Row) -> u32 {
        let gone = if row.is_gone() { GONE_LOSS } else { 0 };
        let stale = row.edition != 0 && row.edition + STALE_AFTER < self.snapshot.newest;
        gone + if stale { STALE_LOSS } else { 0 }
    }
}
