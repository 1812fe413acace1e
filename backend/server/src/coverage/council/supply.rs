//! Services of the matrix: how many offices, whom they reach, whether they are connected.

use super::Desk;
use crate::{
    coverage::Coverage,
    view::gaps::{GapCell, GapColumn, GapNoteCount, ReachFigures, TieRange},
};
use hoshizu_analysis::coverage::{
    age::AgeGroup,
    classes::{breaks, class},
    measures::Measure,
    profile::Profile,
};
use hoshizu_catalog::taxonomy::ServiceType;

/// What a council looks at first: the two professions and their hubs, then what they most often arrange. A place without
/// one of these has a hole even where no file lists any.
const KEY: [&str; 14] = [
    "care-430",
    "care-support-center",
    "care-110",
    "care-130",
    "care-150",
    "disability-core",
    "disability-52",
    "disability-53",
    "disability-54",
    "disability-11",
    "disability-22",
    "disability-24",
    "child-70",
    "child-65",
];

/// Half of the people, or half of the offices: where "most" begins.
const MOST: f64 = 0.5;

/// Whether a service is shown without being asked for.
pub fn is_key(service: ServiceType) -> bool {
    KEY.contains(&service.definition().code.as_str())
}

/// Services that any office gives, and those a council asks for in any case.
pub fn services(coverage: &Coverage) -> Vec<ServiceType> {
    ServiceType::all().filter(|service| is_key(*service) || coverage.table(*service).is_some()).collect()
}

/// The column of a service.
pub fn column(coverage: &Coverage, service: ServiceType) -> GapColumn {
    let definition = service.definition();
    GapColumn {
        code: format!("service:{}", definition.code),
        group: "service".to_owned(),
        ja: definition.short_ja.clone(),
        en: definition.en.clone(),
        key: is_key(service),
        age: Some(age(coverage, service).code().to_owned()),
        far_km: Some(Profile::of(service).reach.far_km),
        ways: Some(coverage.ways(Some(service))),
    }
}

/// The people a service is measured against; where nobody counted them, others.
fn age(coverage: &Coverage, service: ServiceType) -> AgeGroup {
    coverage.usual_age(Profile::of(service)).0
}

/// Offices, supply and reach of a service in an area.
pub fn reach(coverage: &Coverage, service: ServiceType, area: u32) -> (u32, ReachFigures) {
    let table = coverage.table(service);
    let figures = table.and_then(|table| table.of(area));
    let age = age(coverage, service);
    let people = coverage.ground.people(area, age);
    let value = |measure| coverage.value(table, area, measure, age);
    let per_1000 = value(Measure::OfficesPer1000);
    let breaks = breaks(Measure::OfficesPer1000, Profile::of(service));
    let found = ReachFigures {
        population: people.map(|people| people.persons.round() as u64),
        per_1000,
        class: class(per_1000, breaks.as_ref()).code().to_owned(),
        places: figures.map_or(0, |figures| figures.places),
        nearest_km: value(Measure::Nearest),
        far_share: value(Measure::FarShare),
        enhanced: value(Measure::Enhanced),
    };
    (figures.map_or(0, |figures| figures.offices), found)
}

/// The field of a service in an area.
pub fn cell(desk: &Desk<'_>, service: ServiceType, code: &str, area: u32) -> GapCell {
    let is_known = desk.coverage.table(service).is_some() && !desk.coverage.is_uncounted(area);
    let (offices, reach) = reach(&desk.coverage, service, area);
    let ties = desk.ties(code, Some(service));
    let apart = ties.without_across.and_then(without);
    GapCell {
        area: code.to_owned(),
        column: format!("service:{}", service.definition().code),
        state: state(is_known, offices, reach.far_share, apart).to_owned(),
        count: is_known.then_some(offices),
        of: None,
        reach: Some(reach),
        ties: Some(ties),
        missing: Vec::new(),
        notes: GapNoteCount::default(),
    }
}

/// The share of offices without a partner of another system, as favourable as the ties allow. Where ties of one side are
/// withheld it is known only if those of both sides suffice: nobody is called unconnected for what is not told.
pub fn without(share: TieRange) -> Option<f64> {
    share.either.or_else(|| (share.mutual < MOST).then_some(share.mutual))
}

/// ない, 遠い, つながっていない, in this order: what is not there cannot be near, and what is far cannot be asked to connect.
fn state(is_known: bool, offices: u32, far: Option<f64>, apart: Option<f64>) -> &'static str {
    let is_far = far.is_some_and(|share| share >= MOST);
    match offices {
        _ if !is_known => "no_data",
        0 if far.is_some() && !is_far => "near",
        0 => "none",
        _ if is_far => "far",
        _ if apart.is_some_and(|share| share >= MOST) => "apart",
        _ => "ok",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_thing_missing_is_what_a_field_says() {
        assert_eq!(state(false, 0, None, None), "no_data");
        assert_eq!(state(true, 0, Some(0.2), None), "near");
        assert_eq!(state(true, 0, Some(0.9), None), "none");
        assert_eq!(state(true, 0, None, None), "none");
        assert_eq!(state(true, 2, Some(0.5), Some(1.0)), "far");
        assert_eq!(state(true, 2, Some(0.1), Some(0.5)), "apart");
        assert_eq!(state(true, 2, None, Some(0.49)), "ok");
        assert_eq!(state(true, 2, None, None), "ok");
    }

    #[test]
    fn offices_are_not_called_unconnected_for_what_is_withheld() {
        let share = |mutual, either| without(TieRange { mutual, either });
        assert_eq!(share(0.9, Some(0.2)), Some(0.2));
        assert_eq!((share(0.4, None), share(0.9, None)), (Some(0.4), None));
    }

    #[test]
    fn every_key_service_is_in_the_taxonomy() {
        assert!(KEY.iter().all(|code| ServiceType::from_code(code).is_some()));
    }
}
