use super::*;
use crate::network::metrics::duty::DutyKind;
use hoshizu_catalog::system::System;
use proptest::prelude::*;

fn party(systems: &[System], asked: bool) -> Party {
    Party { systems: systems.iter().copied().collect(), asked, ..Party::default() }
}

fn close(found: Option<Range<f64>>, mutual: f64, either: f64) {
    let found = found.unwrap();
    assert!((found.mutual - mutual).abs() < 1e-12 && (found.either - either).abs() < 1e-12, "{found:?}");
}

/// Two of care, two of disability, one of both; 0–2 is mutual, 1–3 told by one side, 0–1 within care.
fn network() -> Network {
    let parties = vec![
        party(&[System::Care], true),
        party(&[System::Care], true),
        party(&[System::Disability], true),
        party(&[System::Disability], false),
        party(&[System::Care, System::Disability], true),
    ];
    let reports =
        Reports::new(vec![true, true, true, false, false], [(0, 2), (2, 0), (1, 3), (0, 1), (1, 0)]);
    Network::new(&reports, parties, Vec::new())
}

#[test]
fn ties_across_are_those_to_a_system_one_is_not_of() {
    let found = network().figures(&[0, 1]);
    close(found.across_per_office, 0.5, 1.0);
    close(found.without_across, 0.5, 0.0);
    assert_eq!((found.offices, found.asked, found.answered), (2, 2, 2));
    let one_sided = [0, 1].map(|v| network().one_sided(v));
    assert_eq!(one_sided.map(|found| found.ties).iter().sum::<u32>(), 1);
    assert_eq!(
        one_sided.map(|found| found.across).iter().sum::<u32>(),
        1,
        "1.0 partners of each, 0.5 of them sure"
    );
    assert_eq!(one_sided.map(|found| u32::from(found.joined)).iter().sum::<u32>(), 1, "half of the two");
}

#[test]
fn who_has_no_partner_across_is_named_by_either_reading() {
    let found = network().without_across(&[0, 1, 2, 3, 4]);
    assert_eq!((found.mutual, found.either), (vec![1, 4], vec![4]), "3 was not asked");
}

#[test]
fn who_was_not_asked_counts_as_an_office_and_in_no_mean() {
    let found = network().figures(&[2, 3]);
    assert_eq!((found.offices, found.asked), (2, 1));
    close(found.across_per_office, 1.0, 1.0);
    let nobody = network().figures(&[3]);
    assert_eq!((nobody.offices, nobody.across_per_office, nobody.response_rate()), (1, None, None));
    assert_eq!(network().figures(&[]), TieFigures::default());
}

#[test]
fn an_office_beyond_the_network_is_there_and_knows_nobody() {
    let reports = Reports::new(vec![true], []);
    let parties = vec![party(&[System::Care], true), party(&[System::Care], false)];
    let found = Network::new(&reports, parties, Vec::new()).figures(&[0, 1]);
    assert_eq!((found.offices, found.asked), (2, 1));
    close(found.without_across, 1.0, 1.0);
}

#[test]
fn duty_is_the_mean_of_care_managers_over_what_their_municipality_has() {
    let of = |kind, owes| Party {
        duty: [kind].into_iter().collect(),
        owes,
        home: Some(0),
        asked: true,
        ..Party::default()
    };
    let parties = vec![
        of(DutyKind::CareManagement, true),
        of(DutyKind::Municipality, false),
        of(DutyKind::ConsultationSupport, false),
    ];
    let reports = Reports::new(vec![true; 3], [(0, 1), (1, 0), (0, 2)]);
    let found = Network::new(&reports, parties, vec![vec![0, 1, 2]]).figures(&[0, 1, 2]);
    close(found.duty, 0.5, 1.0);
    assert_eq!(found.duty_offices, 1);
}

#[test]
fn the_only_one_between_care_and_disability_is_a_sole_bridge() {
    let parties = vec![
        party(&[System::Care], true),
        party(&[System::Disability], true),
        party(&[System::Municipal], true),
    ];
    let reports = Reports::undirected(3, [(0, 2), (1, 2)]);
    let found = Network::new(&reports, parties, Vec::new()).figures(&[0, 1, 2]);
    assert_eq!(found.sole_bridges, Range { mutual: 1, either: 1 });
}

proptest! {
    #[test]
    fn more_evidence_means_more_ties_and_fewer_offices_without(
        pairs in prop::collection::vec((0_u32..12, 0_u32..12), 0..50), asked in prop::collection::vec(any::<bool>(), 12)
    ) {
        let systems = [System::Care, System::Disability, System::Health];
        let parties = (0..12).map(|v| party(&[systems[v % 3]], asked[v])).collect();
        let network = Network::new(&Reports::heard(asked.clone(), pairs), parties, Vec::new());
        let all: Vec<u32> = (0..12).collect();
        let found = network.figures(&all);
        if let (Some(across), Some(without)) = (found.across_per_office, found.without_across) {
            prop_assert!(across.mutual <= across.either && without.mutual >= without.either);
            prop_assert!((0.0..=1.0).contains(&without.mutual));
        }
        prop_assert_eq!(found.asked as usize, asked.iter().filter(|asked| **asked).count());
    }

    #[test]
    fn the_whole_is_the_mean_of_its_parts(
        pairs in prop::collection::vec((0_u32..12, 0_u32..12), 0..50), cut in 1_usize..11
    ) {
        let systems = [System::Care, System::Disability];
        let parties = (0..12).map(|v| party(&[systems[v % 2]], true)).collect();
        let network = Network::new(&Reports::new(vec![true; 12], pairs), parties, Vec::new());
        let all: Vec<u32> = (0..12).collect();
        let (left, right) = all.split_at(cut);
        let across = |members: &[u32]| network.figures(members).across_per_office.unwrap().either * members.len() as f64;
        prop_assert!((across(left) + across(right) - across(&all)).abs() < 1e-9);
    }
}
