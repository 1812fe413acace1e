//! The query string of offices, shared by the list and the map so that every filter works on both.

use crate::http::problem::{Problem, Result};
use hoshizu_catalog::{
    day::Day,
    office::OpenDays,
    position::Position,
    system::{System, SystemSet},
    taxonomy::ServiceType,
};
use hoshizu_search::{Availability, Query, Sort};
use serde::Deserialize;
use time::OffsetDateTime;
use utoipa::IntoParams;

/// Longest query text taken, in characters: a name with an address has fewer than 100.
const MAX_QUERY: usize = 200;
/// After so many days 受入可 says nothing of today.
pub const AVAILABLE_DAYS: i32 = 30;
/// Most codes in one list: every service type fits.
const MAX_CODES: usize = 200;

/// Filters of offices. Lists are comma-separated.
#[derive(Debug, Clone, Default, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(default)]
pub struct OfficeFilter {
    /// Words: names, readings, addresses, telephone or office numbers, services, places.
    pub q: Option<String>,
    /// Point to measure from: `lat,lon` in degrees.
    pub near: Option<String>,
    /// Only within so many metres of `near`.
    pub radius_m: Option<f64>,
    /// Only inside a box: `west,south,east,north` in degrees.
    pub bbox: Option<String>,
    /// Only in one of these areas, by code.
    pub area: Option<String>,
    /// Only offices working in one of these systems.
    pub system: Option<String>,
    /// Only offices delivering one of these service types.
    pub service: Option<String>,
    /// Only offices open on all of these days: `weekday`, `saturday`, `sunday`, `holiday`.
    pub open: Option<String>,
    /// Only offices working in 介護保険 and in 障害福祉 or 児童.
    pub both_systems: Option<bool>,
    /// Only offices with 共生型サービス.
    pub kyosei: Option<bool>,
    /// Only offices that declare one of these strengths, by code.
    pub strength: Option<String>,
    /// `accepting`: only offices where a service said within 30 days that it takes people; `consult`: those that want
    /// to be asked too. With `service`, one of these services must.
    pub availability: Option<String>,
    /// Only offices whose name, address and telephone somebody checked within so many months, 1–120.
    pub checked_within: Option<u32>,
    /// `relevance` (default), `distance` (needs `near`), `name` or `updated`.
    pub sort: Option<String>,
    /// Items a page, 1–100, default 20.
    pub limit: Option<usize>,
    /// `next_cursor` of the page before.
    pub cursor: Option<String>,
}

impl OfficeFilter {
    /// The query these parameters ask for; an error names the parameter at fault.
    pub fn query(&self, now: OffsetDateTime) -> Result<Query> {
        let today = Day::of(now);
        let q = self.q.clone().unwrap_or_default();
        if q.chars().count() > MAX_QUERY {
            return Err(Problem::invalid("q", format!("longer than {MAX_QUERY} characters")));
        }
        let near = self.near.as_deref().map(point).transpose()?;
        if self.radius_m.is_some_and(|radius| !(1.0..=1_000_000.0).contains(&radius)) {
            return Err(Problem::invalid("radius_m", "1 to 1,000,000 metres"));
        }
        let sort = match self.sort.as_deref() {
            // Without words nothing is more relevant than anything else: by reading, as in a printed directory.
            None | Some("" | "relevance") if q.trim().is_empty() => Sort::Name,
            None | Some("" | "relevance") => Sort::Relevance,
            Some("distance") if near.is_some() => Sort::Distance,
            Some("distance") => return Err(Problem::invalid("sort", "distance needs near=lat,lon")),
            Some("name") => Sort::Name,
            Some("updated") => Sort::Updated,
            Some(other) => return Err(Problem::invalid("sort", format!("unknown value {other:?}"))),
        };
        Ok(Query {
            q,
            near: near.map(|p| (p.lat, p.lon)),
            radius_m: self.radius_m.filter(|_| near.is_some()),
            bbox: self.bbox.as_deref().map(bbox).transpose()?,
            areas: codes("area", self.area.as_deref())?.map(str::to_owned).collect(),
            systems: self.systems()?.0,
            services: self.services()?,
            open: self.open_days()?,
            both_systems: self.both_systems.unwrap_or(false),
            kyosei: self.kyosei.unwrap_or(false),
            strengths: codes("strength", self.strength.as_deref())?.map(str::to_owned).collect(),
            available: self.available(today)?,
            checked_since: self.checked_since(today)?,
            sort,
            limit: self.limit.unwrap_or(20).clamp(1, 100),
            cursor: self.cursor.clone().filter(|cursor| !cursor.is_empty()),
        })
    }

    fn available(&self, today: Day) -> Result<Option<Availability>> {
        let consult = match self.availability.as_deref() {
            None | Some("") => return Ok(None),
            Some("accepting") => false,
            Some("consult") => true,
            Some(other) => return Err(unknown("availability", other)),
        };
        Ok(Some(Availability { consult, since: today.plus(-AVAILABLE_DAYS).number() }))
    }

    fn checked_since(&self, today: Day) -> Result<i32> {
        match self.checked_within {
            None => Ok(0),
            // A month has 30.44 days on average; a day more or less decides nothing here.
            Some(months @ 1..=120) => Ok(today.plus(-((f64::from(months) * 30.44).round() as i32)).number()),
            Some(_) => Err(Problem::invalid("checked_within", "1 to 120 months")),
        }
    }

    fn systems(&self) -> Result<SystemSet> {
        codes("system", self.system.as_deref())?
            .map(|code| System::from_code(code).ok_or_else(|| unknown("system", code)))
            .collect()
    }

    fn services(&self) -> Result<u128> {
        codes("service", self.service.as_deref())?.try_fold(0, |mask, code| {
            let service = ServiceType::from_code(code).ok_or_else(|| unknown("service", code))?;
            Ok(mask | 1 << service.index())
        })
    }

    fn open_days(&self) -> Result<u8> {
        codes("open", self.open.as_deref())?.try_fold(0, |days, code| {
            let day = OpenDays::from_code(code).ok_or_else(|| unknown("open", code))?;
            Ok(days | day.0)
        })
    }
}

fn unknown(parameter: &str, code: &str) -> Problem {
    Problem::invalid(parameter, format!("unknown code {code:?}"))
}

fn codes<'a>(parameter: &str, list: Option<&'a str>) -> Result<impl Iterator<Item = &'a str>> {
    let list = list.unwrap_or_default();
    if list.split(',').count() > MAX_CODES {
        return Err(Problem::invalid(parameter, format!("more than {MAX_CODES} codes")));
    }
    Ok(list.split(',').map(str::trim).filter(|code| !code.is_empty()))
}

fn numbers<const N: usize>(parameter: &str, text: &str) -> Result<[f64; N]> {
    let parsed: Option<Vec<f64>> =
        text.split(',').map(|part| part.trim().parse().ok().filter(|n: &f64| n.is_finite())).collect();
    parsed
        .and_then(|numbers| numbers.try_into().ok())
        .ok_or_else(|| Problem::invalid(parameter, format!("{N} numbers with commas between")))
}

/// `lat,lon` in degrees.
pub fn point(text: &str) -> Result<Position> {
    position("near", text)
}

/// `lat,lon` in degrees, of any parameter.
pub fn position(parameter: &str, text: &str) -> Result<Position> {
    let [lat, lon] = numbers(parameter, text)?;
    if !(-90.0..=90.0).contains(&lat) || !(-180.0..=180.0).contains(&lon) {
        return Err(Problem::invalid(parameter, "latitude −90 to 90, longitude −180 to 180"));
    }
    Ok(Position { lat, lon })
}

fn bbox(text: &str) -> Result<[f64; 4]> {
    let [west, south, east, north] = numbers("bbox", text)?;
    if west > east || south > north {
        return Err(Problem::invalid("bbox", "west,south,east,north"));
    }
    Ok([west, south, east, north])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn filter(change: impl FnOnce(&mut OfficeFilter)) -> Result<Query> {
        let mut filter = OfficeFilter::default();
        change(&mut filter);
        filter.query(OffsetDateTime::UNIX_EPOCH + time::Duration::days(20_000))
    }

    #[test]
    fn an_error_names_the_parameter() {
        for (query, name) in [
            (filter(|f| f.near = Some("95,0".into())), "near"),
            (filter(|f| f.bbox = Some("1,2,3".into())), "bbox"),
            (filter(|f| f.system = Some("care,moon".into())), "system"),
            (filter(|f| f.service = Some("x".into())), "service"),
            (filter(|f| f.open = Some("monday".into())), "open"),
            (filter(|f| f.sort = Some("distance".into())), "sort"),
            (filter(|f| f.q = Some("あ".repeat(201))), "q"),
            (filter(|f| f.availability = Some("perhaps".into())), "availability"),
            (filter(|f| f.checked_within = Some(0)), "checked_within"),
            (filter(|f| f.near = Some("NaN,0".into())), "near"),
        ] {
            let problem = query.unwrap_err();
            assert_eq!(problem.status, 400);
            assert!(problem.detail.starts_with(name), "{}", problem.detail);
        }
    }

    #[test]
    fn months_and_the_thirty_days_of_availability_count_back_from_today() {
        let query = filter(|f| {
            f.checked_within = Some(12);
            f.availability = Some("accepting".into());
        })
        .unwrap();
        assert_eq!(query.checked_since, 20_000 - 365);
        assert_eq!(query.available, Some(Availability { consult: false, since: 20_000 - 30 }));
    }

    #[test]
    fn lists_become_masks() {
        let query = filter(|f| {
            f.system = Some("care, child".into());
            f.open = Some("saturday,sunday".into());
        })
        .unwrap();
        assert_eq!((query.systems, query.open), (0b101, 0b110));
    }
}
