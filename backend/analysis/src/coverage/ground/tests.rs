use super::*;
use hoshizu_catalog::{position::Position, taxonomy::ServiceType};
use smallvec::smallvec;

const PREFECTURE: u32 = 0;
const TOWN_A: u32 = 1;
const TOWN_B: u32 = 2;
const EMPTY: u32 = 3;

fn spot(east_km: f64) -> Spot {
    Spot::earth(Position { lat: 0.0, lon: 140.0 + east_km / 111.195_08 })
}

fn counted(persons: f64) -> [Option<Counted>; GROUPS] {
    let mut counts = [None; GROUPS];
    counts[AgeGroup::From65.index()] = Some(Counted { persons, year: 2025, is_estimate: false });
    counts
}

/// Two municipalities of one prefecture, 20 km apart, each with two points; and one of which nobody counted the people.
fn ground() -> Ground {
    let point = |km, area| Point {
        spot: spot(km),
        areas: smallvec![PREFECTURE, area],
        nest: smallvec![PREFECTURE, area],
    };
    let points = vec![point(0.0, TOWN_A), point(2.0, TOWN_A), point(20.0, TOWN_B), point(22.0, TOWN_B)];
    Ground::new(&[[None; GROUPS], counted(1_000.0), counted(3_000.0), [None; GROUPS]], points)
}

fn office(km: f64, area: u32) -> Office {
    Office { spot: Some(spot(km)), areas: smallvec![PREFECTURE, area], ..Office::default() }
}

fn profile() -> &'static Profile {
    Profile::of(ServiceType::from_code("care-430").unwrap())
}

fn value(ground: &Ground, figures: &[Figures], area: u32, measure: Measure) -> Option<f64> {
    let group = AgeGroup::From65;
    figures[area as usize].value(measure, group, ground.people(area, group))
}

#[test]
fn people_of_a_prefecture_are_those_of_its_towns() {
    let ground = ground();
    let people = ground.people(PREFECTURE, AgeGroup::From65).unwrap();
    assert_eq!((people.persons, people.year, people.basis), (4_000.0, 2025, Basis::Spread));
    assert_eq!(ground.people(TOWN_A, AgeGroup::From65).unwrap().basis, Basis::Counted);
    assert_eq!((ground.people(EMPTY, AgeGroup::From65), ground.people(TOWN_A, AgeGroup::All)), (None, None));
    assert!(ground.is_counted(AgeGroup::From65) && !ground.is_counted(AgeGroup::All));
}

#[test]
fn supply_counts_inside_the_area_and_reach_across_its_border() {
    let ground = ground();
    let figures = ground.figures(profile(), &[office(1.0, TOWN_A)], None);
    let of = |area, measure| value(&ground, &figures, area, measure);
    assert_eq!(of(TOWN_A, Measure::OfficesPer1000), Some(1.0));
    assert_eq!(of(TOWN_B, Measure::OfficesPer1000), Some(0.0), "none stands in B");
    assert!((of(TOWN_A, Measure::Nearest).unwrap() - 1.3).abs() < 1e-4);
    assert!((of(TOWN_B, Measure::Nearest).unwrap() - 26.0).abs() < 1e-3, "B goes to A");
    assert_eq!((of(TOWN_A, Measure::FarShare), of(TOWN_B, Measure::FarShare)), (Some(0.0), Some(1.0)));
    assert_eq!(of(PREFECTURE, Measure::FarShare), Some(0.75));
    assert_eq!(of(TOWN_B, Measure::TwoStep), Some(0.0), "out of reach is zero, not missing");
    assert!((of(TOWN_A, Measure::TwoStep).unwrap() - 1.0).abs() < 1e-6);
    assert_eq!(of(TOWN_A, Measure::Second), None, "there is no second office");
}

#[test]
fn an_area_whose_people_nobody_counted_has_offices_and_no_rates() {
    let ground = ground();
    let figures = ground.figures(profile(), &[office(50.0, EMPTY)], None);
    assert_eq!(value(&ground, &figures, EMPTY, Measure::Offices), Some(1.0));
    for measure in Measure::ALL.into_iter().filter(|measure| *measure != Measure::Offices) {
        assert_eq!(value(&ground, &figures, EMPTY, measure), None);
    }
}

#[test]
fn places_are_known_where_one_office_states_them_or_none_is_there() {
    let ground = ground();
    let stating = Office { places: Some(20), ..office(1.0, TOWN_A) };
    let silent = Office { spot: None, ..office(20.0, TOWN_B) };
    let figures = ground.figures(profile(), &[stating, office(1.0, TOWN_A), silent], None);
    assert_eq!(value(&ground, &figures, TOWN_A, Measure::CapacityPer1000), Some(20.0));
    assert_eq!((figures[1].offices, figures[1].stating), (2, 1));
    assert_eq!(value(&ground, &figures, TOWN_B, Measure::CapacityPer1000), None);
    assert_eq!(figures[2].offices, 1, "an office without a position counts where it stands");
    let none = ground.figures(profile(), &[], None);
    assert_eq!(value(&ground, &none, TOWN_B, Measure::CapacityPer1000), Some(0.0));
}

#[test]
fn one_area_alone_gets_what_it_gets_among_all() {
    let ground = ground();
    let offices = [office(1.0, TOWN_A), office(6.0, TOWN_A), office(19.0, TOWN_B)];
    let all = ground.figures(profile(), &offices, None);
    let one = ground.figures(profile(), &offices, Some(&[TOWN_B]));
    assert_eq!(format!("{:?}", one[0]), format!("{:?}", all[TOWN_B as usize]), "NaN stands for none in both");
}

#[test]
fn a_place_lies_where_the_nearest_point_lies_and_nowhere_when_that_is_far() {
    let ground = ground();
    let (point, areas) = ground.nearest_point(spot(16.0), 10.0).unwrap();
    assert_eq!((point, areas.as_slice()), (2, &[PREFECTURE, TOWN_B][..]));
    assert_eq!(ground.nearest_point(spot(0.9), 10.0).unwrap().0, 0);
    assert_eq!(ground.nearest_point(spot(16.0), 5.0), None, "4 km are 5.2 km of road");
    assert_eq!(ground.points_of(TOWN_B), [2, 3]);
    let (at, people) = ground.point(3, AgeGroup::From65);
    assert!((people - 1_500.0).abs() < 1e-9 && (at.position().lon - spot(22.0).position().lon).abs() < 1e-12);
}

#[test]
fn an_office_reaches_only_where_it_states_to_work() {
    let ground = ground();
    let stating = Office { serves: smallvec![TOWN_B], ..office(1.0, TOWN_A) };
    let figures = ground.figures(profile(), std::slice::from_ref(&stating), None);
    let of = |area, measure| value(&ground, &figures, area, measure);
    assert_eq!(of(TOWN_A, Measure::Offices), Some(1.0), "it stands in A");
    assert_eq!((of(TOWN_A, Measure::Nearest), of(TOWN_A, Measure::FarShare)), (None, Some(1.0)));
    assert_eq!(of(TOWN_A, Measure::TwoStep), Some(0.0));
    assert!((of(TOWN_B, Measure::Nearest).unwrap() - 26.0).abs() < 1e-3);
    assert_eq!(ground.reaching(&[stating], &[0, 2], 26.0), [false, true]);
}

#[test]
fn ways_by_road_stand_in_place_of_straight_lines() {
    let ground = ground().with_roads(Roads::new(4, 0, [(0, 1, 9.0), (0, 2, 50.0)], []));
    let reached = |point, km| {
        let mut found = Vec::new();
        ground.within(point, km, &mut found);
        found.sort_unstable();
        found
    };
    assert_eq!((reached(0, 8.0), reached(0, 9.0)), (vec![0], vec![0, 1]));
    assert_eq!(reached(3, 3.0), [2, 3], "the table does not know 3");
    let figures = ground.figures(profile(), &[office(0.0, TOWN_A)], None);
    assert!((value(&ground, &figures, TOWN_A, Measure::Nearest).unwrap() - 4.5).abs() < 1e-4);
}
