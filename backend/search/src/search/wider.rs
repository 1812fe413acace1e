//! Wider queries for one that finds nothing, each with what it would find.

use crate::{
    Result,
    answer::{Alternative, Reason},
    matching::{self, Match, Sink},
    places::Places,
    query::{
        Query,
        interpret::{Reading, interpret},
        plan::Plan,
    },
    snapshot::{Segment, Snapshot},
};

/// How much wider a radius is tried, in steps; the first that finds anything is offered.
const WIDER: [f64; 4] = [2.0, 5.0, 10.0, 50.0];

/// Words of a query of which each is tried without; a longer one is rather a name mistyped than a list of wishes.
const FEW_WORDS: usize = 4;

/// Every wider query that finds something.
pub(crate) fn alternatives(
    snapshot: &Snapshot,
    places: &Places,
    query: &Query,
    plan: &Plan,
) -> Result<Vec<Alternative>> {
    let wider = Wider { snapshot, places, query };
    let mut found = Vec::new();
    found.extend(wider.without_place(plan)?);
    found.extend(wider.without_service(plan)?);
    wider.fewer_words(&mut found)?;
    found.extend(wider.wider_radius()?);
    found.extend(wider.without_filters()?);
    Ok(found)
}

/// How many offices a query finds.
pub(crate) fn count(snapshot: &Snapshot, places: &Places, query: &Query, reading: Reading) -> Result<u64> {
    let plan = interpret(&query.q, places, reading);
    let mut counter = Counter(0);
    matching::run(snapshot, &plan, query, places, &mut counter)?;
    Ok(counter.0)
}

struct Counter(u64);

impl Sink for Counter {
    fn segment(&mut self, _: &Segment) {}

    fn take(&mut self, _: &Match<'_>) {
        self.0 += 1;
    }
}

struct Wider<'a> {
    snapshot: &'a Snapshot,
    places: &'a Places,
    query: &'a Query,
}

impl Wider<'_> {
    fn offer(&self, reason: Reason, query: &Query, drop: Vec<&'static str>) -> Result<Option<Alternative>> {
        let total = count(self.snapshot, self.places, query, Reading::default())?;
        Ok((total > 0).then(|| Alternative {
            reason,
            q: (query.q != self.query.q).then(|| query.q.clone()),
            radius_m: query.radius_m.filter(|_| query.radius_m != self.query.radius_m),
            drop,
            total,
        }))
    }

    fn without_place(&self, plan: &Plan) -> Result<Option<Alternative>> {
        let named = !plan.interpretation.places.is_empty() && !plan.without_place.trim().is_empty();
        if !named && self.query.areas.is_empty() {
            return Ok(None);
        }
        let mut query = Query { areas: Vec::new(), ..self.query.clone() };
        if named {
            query.q.clone_from(&plan.without_place);
        }
        let drop = if self.query.areas.is_empty() { Vec::new() } else { vec!["area"] };
        self.offer(Reason::WithoutPlace, &query, drop)
    }

    fn without_service(&self, plan: &Plan) -> Result<Option<Alternative>> {
        let named = !plan.interpretation.services.is_empty() && !plan.without_service.trim().is_empty();
        if !named && self.query.services == 0 {
            return Ok(None);
        }
        let mut query = Query { services: 0, ..self.query.clone() };
        if named {
            query.q.clone_from(&plan.without_service);
        }
        let drop = if self.query.services == 0 { Vec::new() } else { vec!["service"] };
        self.offer(Reason::WithoutService, &query, drop)
    }

    /// `訪問看護 ケアマネ` asks for an office that is both; where none is, either word alone may do.
    fn fewer_words(&self, found: &mut Vec<Alternative>) -> Result<()> {
        let words: Vec<&str> = self.query.q.split_whitespace().collect();
        if !(2..=FEW_WORDS).contains(&words.len()) {
            return Ok(());
        }
        for left_out in (0..words.len()).rev() {
            let kept = words.iter().enumerate().filter(|(at, _)| *at != left_out).map(|(_, word)| *word);
            let q = kept.collect::<Vec<_>>().join(" ");
            if found.iter().any(|known| known.q.as_deref() == Some(&q)) {
                continue;
            }
            found.extend(self.offer(Reason::FewerWords, &Query { q, ..self.query.clone() }, Vec::new())?);
        }
        Ok(())
    }

    fn wider_radius(&self) -> Result<Option<Alternative>> {
        let Some(radius) = self.query.radius_m else { return Ok(None) };
        for factor in WIDER {
            let query = Query { radius_m: Some(radius.max(500.0) * factor), ..self.query.clone() };
            if let Some(alternative) = self.offer(Reason::WiderRadius, &query, Vec::new())? {
                return Ok(Some(alternative));
            }
        }
        Ok(None)
    }

    fn without_filters(&self) -> Result<Option<Alternative>> {
        let asked = self.query;
        let filters = [
            ("area", !asked.areas.is_empty()),
            ("system", asked.systems != 0),
            ("service", asked.services != 0),
            ("open", asked.open != 0),
            ("both_systems", asked.both_systems),
            ("kyosei", asked.kyosei),
            ("bbox", asked.bbox.is_some()),
            ("radius_m", asked.radius_m.is_some()),
        ];
        let drop: Vec<&'static str> = filters.iter().filter(|(_, set)| *set).map(|(name, _)| *name).collect();
        if drop.is_empty() {
            return Ok(None);
        }
        let query = Query { q: asked.q.clone(), near: asked.near, ..Query::default() };
        self.offer(Reason::WithoutFilters, &query, drop)
    }
}
