//! The filters of a query bound to one segment.

use super::{
    bound::{area_members, in_places},
    candidates::Candidates,
};
use crate::{
    Error, Result,
    columns::{
        Profile, Row, bits,
        grid::around,
        record::{DEGREE, NOWHERE, flag},
    },
    places::Places,
    query::{Availability, Query},
    schema::{available_terms, strength_terms},
    snapshot::{Segment, Snapshot},
};
use hoshizu_catalog::position::Position;

/// All filters of a query.
pub(crate) struct Filter {
    /// For each profile of the segment whether it passes; empty when all pass.
    profiles: Vec<bool>,
    services: u128,
    open: u8,
    circle: Option<(Position, f64)>,
    /// West, south, east, north in the rows' integers.
    bounds: Option<[i32; 4]>,
    /// The same in degrees, around circle and box, for the grid.
    search_box: Option<[f64; 4]>,
    area: Option<(Vec<bool>, Vec<u32>)>,
    /// Documents a document must be among: one list for strengths, one for services that take people.
    tagged: Vec<Vec<u32>>,
    checked_since: i32,
    available: Option<Availability>,
    /// Whether everything passes.
    is_open: bool,
}

/// Whether a document passes.
pub(crate) enum Judged {
    /// It does; with its distance in metres where that was computed.
    Passed(Option<f64>),
    /// It does not.
    Failed,
}

impl Filter {
    pub(crate) fn bind(
        snapshot: &Snapshot,
        segment: &Segment,
        query: &Query,
        places: &Places,
    ) -> Result<Self> {
        let circle = match (query.near, query.radius_m) {
            (Some((lat, lon)), Some(radius)) => Some((Position { lat, lon }, radius)),
            (None, Some(_)) => return Err(Error::Query("a radius needs a point")),
            _ => None,
        };
        let area = if query.areas.is_empty() {
            None
        } else {
            let extent = places.extent(query.areas.iter().map(String::as_str));
            Some(area_members(snapshot, segment, &extent)?)
        };
        let profiles = passing_profiles(&segment.columns.profiles, query);
        let is_open = profiles.is_empty()
            && query.open == 0
            && circle.is_none()
            && query.bbox.is_none()
            && area.is_none()
            && query.strengths.is_empty()
            && query.available.is_none()
            && query.checked_since == 0;
        let scaled = |degrees: f64| (degrees.clamp(-180.0, 180.0) * DEGREE).round() as i32;
        Ok(Self {
            profiles,
            services: query.services,
            open: query.open,
            circle,
            bounds: query.bbox.map(|edges| edges.map(scaled)),
            search_box: search_box(circle, query.bbox),
            area,
            tagged: tagged(segment, query)?,
            checked_since: query.checked_since,
            available: query.available,
            is_open,
        })
    }

    #[inline]
    pub(crate) fn judge(&self, doc: u32, row: &Row) -> Judged {
        if self.is_open {
            return Judged::Passed(None);
        }
        self.judge_each(doc, row)
    }

    fn judge_each(&self, doc: u32, row: &Row) -> Judged {
        if !self.profiles.is_empty() && !self.profiles[row.profile as usize] {
            return Judged::Failed;
        }
        if row.open & self.open != self.open || i32::from(row.checked) < self.checked_since {
            return Judged::Failed;
        }
        if let Some(wanted) = self.available {
            let said = if wanted.consult { row.consulting } else { row.accepting };
            if said == 0 || i32::from(said) < wanted.since {
                return Judged::Failed;
            }
        }
        if self.tagged.iter().any(|docs| docs.binary_search(&doc).is_err()) {
            return Judged::Failed;
        }
        if let Some((municipalities, others)) = &self.area
            && !municipalities[usize::from(row.municipality)]
            && others.binary_search(&doc).is_err()
        {
            return Judged::Failed;
        }
        if let Some([west, south, east, north]) = self.bounds
            && (row.lat == NOWHERE
                || !(west..=east).contains(&row.lon)
                || !(south..=north).contains(&row.lat))
        {
            return Judged::Failed;
        }
        let Some((center, radius_m)) = self.circle else { return Judged::Passed(None) };
        let Some((lat, lon)) = row.position() else { return Judged::Failed };
        let distance = center.distance_m(Position { lat, lon });
        if distance <= radius_m { Judged::Passed(Some(distance)) } else { Judged::Failed }
    }

    /// How many documents [`Filter::candidates`] gives, `None` when no filter nominates.
    pub(crate) fn estimate(&self, segment: &Segment) -> Option<usize> {
        self.nominations(segment).into_iter().map(|(estimate, _)| estimate).min()
    }

    /// Documents that may pass.
    pub(crate) fn candidates(&self, segment: &Segment) -> Candidates {
        let smallest = self.nominations(segment).into_iter().min_by_key(|(estimate, _)| *estimate);
        match (smallest, &self.area, self.search_box) {
            // Walking all rows in order beats sorting most of them.
            (Some((estimate, _)), ..) if estimate * 3 > segment.count() as usize => {
                Candidates::All(segment.count())
            }
            (Some((_, By::Area)), Some((municipalities, others)), _) => {
                Candidates::Some(in_places(segment, municipalities, others))
            }
            (Some((_, By::Place)), _, Some(bounds)) => Candidates::Some(segment.columns.grid.docs(bounds)),
            (Some((_, By::Tags(at))), ..) => Candidates::Some(self.tagged[at].clone()),
            (Some((_, By::Services)), ..) => Candidates::Some(segment.columns.with_services(self.services)),
            _ => Candidates::All(segment.count()),
        }
    }

    fn nominations(&self, segment: &Segment) -> Vec<(usize, By)> {
        let columns = &segment.columns;
        let mut nominations = Vec::with_capacity(5);
        if let Some(bounds) = self.search_box {
            nominations.push((columns.grid.estimate(bounds), By::Place));
        }
        if let Some((municipalities, others)) = &self.area {
            let inside = municipalities.iter().enumerate().filter(|(_, inside)| **inside);
            let listed: usize = inside.map(|(index, _)| columns.by_municipality.get(index).len()).sum();
            nominations.push((listed + others.len(), By::Area));
        }
        if self.services != 0 {
            let lists = bits(self.services).map(|service| columns.by_service.get(service).len());
            nominations.push((lists.sum(), By::Services));
        }
        nominations.extend(self.tagged.iter().enumerate().map(|(at, docs)| (docs.len(), By::Tags(at))));
        nominations
    }
}

/// The lists of documents the query's strengths and services that take people allow.
fn tagged(segment: &Segment, query: &Query) -> Result<Vec<Vec<u32>>> {
    let mut lists = Vec::new();
    if !query.strengths.is_empty() {
        let tags: Vec<_> = query.strengths.iter().map(|code| strength_terms(code)).collect();
        lists.push(segment.with_tags(&tags)?);
    }
    // Without services the day in the row says it all.
    if let Some(wanted) = query.available.filter(|_| query.services != 0) {
        let services =
            bits(query.services).map(|service| available_terms(service as u8, wanted.consult, wanted.since));
        lists.push(segment.with_tags(&services.collect::<Vec<_>>())?);
    }
    Ok(lists)
}

#[derive(Clone, Copy)]
enum By {
    Place,
    Area,
    Services,
    Tags(usize),
}

fn passing_profiles(profiles: &[Profile], query: &Query) -> Vec<bool> {
    if query.services == 0 && query.systems == 0 && !query.both_systems && !query.kyosei {
        return Vec::new();
    }
    let passes = |profile: &Profile| {
        (query.services == 0 || profile.services & query.services != 0)
            && (query.systems == 0 || profile.systems & query.systems != 0)
            && (!query.both_systems || profile.flags & flag::BOTH_SYSTEMS != 0)
            && (!query.kyosei || profile.flags & flag::KYOSEI != 0)
    };
    profiles.iter().map(passes).collect()
}

fn search_box(circle: Option<(Position, f64)>, bbox: Option<[f64; 4]>) -> Option<[f64; 4]> {
    let circle = circle.map(|(center, radius_m)| around(center.lat, center.lon, radius_m));
    match (circle, bbox) {
        (Some(a), Some(b)) => Some([a[0].max(b[0]), a[1].max(b[1]), a[2].min(b[2]), a[3].min(b[3])]),
        (one, other) => one.or(other),
    }
}
