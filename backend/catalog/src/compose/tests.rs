//! The rules of [`super`], one test each.

use super::*;
use crate::{edition::Edition, id::ServiceId, system::System};
use proptest::prelude::*;
use uuid::Uuid;

const OFFICE: OfficeId = OfficeId(Uuid::from_u128(1));

fn listing(service: &str, key: &str) -> Listing {
    Listing {
        key: key.to_owned(),
        service: ServiceType::from_code(service).unwrap(),
        name: "さくら".to_owned(),
        kana: None,
        number: None,
        organization: None,
        municipality: None,
        postal_code: None,
        address: "星見県星見市中央1-2".to_owned(),
        building: None,
        place: None,
        phone: None,
        fax: None,
        url: None,
        email: None,
        capacity: None,
        schedule: Schedule::default(),
        kyosei: false,
        remarks: None,
        extra: std::collections::BTreeMap::new(),
        marks: Vec::new(),
    }
}

fn service(dataset: &str, edition: &str, listing: Listing) -> Service {
    Service {
        id: ServiceId(Uuid::from_u128(
            edition.bytes().chain(listing.key.bytes()).fold(7, |n, b| n * 31 + u128::from(b)),
        )),
        office: OFFICE,
        listing,
        dataset: dataset.to_owned(),
        edition: Edition::parse(edition).unwrap(),
        gone_in: None,
    }
}

fn gone(mut service: Service, edition: &str) -> Service {
    service.gone_in = Some(Edition::parse(edition).unwrap());
    service
}

fn correction(field: &str, value: &str, at: &str) -> Correction {
    Correction {
        field: field.to_owned(),
        value: value.to_owned(),
        by: "係".to_owned(),
        at: at.to_owned(),
        note: None,
    }
}

fn composed(services: &[Service]) -> Office {
    office(OFFICE, None, services, &[]).unwrap()
}

#[test]
fn without_services_there_is_no_office() {
    assert_eq!(office(OFFICE, None, &[], &[correction("name", "さくら", "2026-01-01T00:00:00Z")]), None);
}

#[test]
fn the_newest_edition_that_states_a_value_gives_it() {
    let old = Listing { phone: Some("01".into()), fax: Some("02".into()), ..listing("care-430", "1") };
    let new = Listing { phone: Some("03".into()), fax: Some(String::new()), ..listing("disability-52", "2") };
    let office = composed(&[service("kaigo:430", "2025-12", old), service("wamnet:52", "2026-03", new)]);
    assert_eq!(office.phone.as_deref(), Some("03"));
    assert_eq!(office.fax.as_deref(), Some("02"), "an empty value states nothing");
    assert_eq!(office.edition.unwrap().as_str(), "2026-03");
}

#[test]
fn of_one_edition_kaigo_goes_first_then_wamnet() {
    let with = |phone: &str, key: &str| Listing { phone: Some(phone.into()), ..listing("care-430", key) };
    let municipal = service("areas:x", "2026-03", with("municipal", "0"));
    let wamnet = service("wamnet:52", "2026-03", with("wamnet", "1"));
    let kaigo = service("kaigo:430", "2026-03", with("kaigo", "2"));
    assert_eq!(composed(&[municipal.clone(), wamnet.clone(), kaigo]).phone.as_deref(), Some("kaigo"));
    assert_eq!(composed(&[municipal, wamnet]).phone.as_deref(), Some("wamnet"));
}

#[test]
fn gone_services_count_only_when_no_other_is_left() {
    let care = gone(service("kaigo:430", "2025-12", listing("care-430", "1")), "2026-06");
    let disability =
        service("wamnet:52", "2025-03", Listing { kyosei: true, ..listing("disability-52", "2") });
    let both = composed(&[care.clone(), disability.clone()]);
    assert_eq!(both.systems.iter().collect::<Vec<_>>(), [System::Disability]);
    assert_eq!(both.gone_in, None);
    let none = composed(&[care, gone(disability, "2026-09")]);
    assert_eq!(none.gone_in.unwrap().as_str(), "2026-09");
    assert!(none.systems.bridges_care_and_disability());
}

#[test]
fn the_name_most_services_carry_stands_and_the_others_are_kept() {
    let named = |name: &str, key: &str| Listing { name: name.into(), ..listing("care-430", key) };
    let office = composed(&[
        service("kaigo:430", "2026-03", named("新さくら", "1")),
        service("kaigo:110", "2025-12", named("さくら", "2")),
        service("kaigo:130", "2024-12", named("サクラ", "3")),
    ]);
    assert_eq!(office.name, "さくら", "the newer of two spellings of one name");
    assert_eq!(office.other_names, ["新さくら"]);
}

#[test]
fn the_most_precise_place_stands() {
    let at = |lat: f64, precision, key: &str| Listing {
        place: Some(Placed { position: Position { lat, lon: 135.0 }, precision }),
        ..listing("care-430", key)
    };
    let office = composed(&[
        service("kaigo:430", "2026-03", at(35.0, Precision::Municipality, "1")),
        service("kaigo:110", "2024-12", at(36.0, Precision::Official, "2")),
        service("kaigo:130", "2025-12", at(37.0, Precision::Official, "3")),
    ]);
    assert!((office.place.unwrap().position.lat - 37.0).abs() < 1e-9);
}

#[test]
fn a_building_is_never_put_behind_the_street_of_another_listing() {
    let old = Listing { building: Some("古いビル".into()), ..listing("care-430", "1") };
    let new = Listing { address: "星見県星見市東町3".into(), ..listing("care-110", "2") };
    let office = composed(&[service("kaigo:430", "2025-12", old), service("kaigo:110", "2026-03", new)]);
    assert_eq!((office.address.as_str(), office.building), ("星見県星見市東町3", None));
}

#[test]
fn types_days_and_numbers_are_united() {
    let schedule = |weekday: Option<&str>, sunday: Option<&str>| Schedule {
        weekday: weekday.map(str::to_owned),
        sunday: sunday.map(str::to_owned),
        ..Schedule::default()
    };
    let number = OfficeNumber::parse("0170102313");
    let a = Listing {
        schedule: schedule(Some(""), None),
        number: number.clone(),
        ..listing("disability-52", "1")
    };
    let b = Listing { schedule: schedule(None, Some("9-17")), number, ..listing("care-430", "2") };
    let office = composed(&[service("wamnet:52", "2026-03", a), service("kaigo:430", "2026-03", b)]);
    assert_eq!(office.open.codes(), ["weekday", "sunday"]);
    assert_eq!(office.numbers.len(), 1);
    let codes: Vec<&str> = office.services.iter().map(|s| s.definition().code.as_str()).collect();
    assert_eq!(codes, ["care-430", "disability-52"]);
}

#[test]
fn corrections_go_before_every_edition_and_the_last_one_wins() {
    let services =
        [service("kaigo:430", "2026-03", Listing { url: Some("u".into()), ..listing("care-430", "1") })];
    let office = office(
        OFFICE,
        None,
        &services,
        &[
            correction("phone", "2", "2026-02-01T00:00:00Z"),
            correction("phone", "1", "2026-01-01T00:00:00Z"),
            correction("url", "", "2026-01-01T00:00:00Z"),
            correction("name", "うめ", "2026-01-01T00:00:00Z"),
            correction("place", "35.5, 135.25", "2026-01-01T00:00:00Z"),
            correction("shoe_size", "27", "2026-01-01T00:00:00Z"),
        ],
    )
    .unwrap();
    assert_eq!(office.phone.as_deref(), Some("2"));
    assert_eq!(office.url, None, "an empty value clears");
    assert_eq!((office.name.as_str(), office.other_names), ("うめ", vec!["さくら".to_owned()]));
    assert_eq!(office.place.unwrap().precision, Precision::Confirmed);
}

#[test]
fn a_correction_that_makes_no_sense_changes_nothing() {
    let services = [service("kaigo:430", "2026-03", listing("care-430", "1"))];
    for (field, value) in
        [("place", "here"), ("place", "95,10"), ("place", "NaN,10"), ("name", " "), ("address", "")]
    {
        let with = office(OFFICE, None, &services, &[correction(field, value, "2026-01-01T00:00:00Z")]);
        assert_eq!(with, office(OFFICE, None, &services, &[]), "{field} {value}");
    }
}

fn any_service() -> impl Strategy<Value = Service> {
    let text = || prop::option::of("[a-c]{0,2}");
    (
        prop::sample::select(vec!["kaigo:430", "wamnet:52", "areas:x"]),
        prop::sample::select(vec!["2025-03", "2025-12", "2026-03"]),
        prop::sample::select(vec!["care-430", "disability-52", "child-70"]),
        "[A-C]{1,2}",
        (text(), text(), "[x-z]?", "[1-3]?"),
        prop::option::of((0..3_i32, 0..5_usize)),
        prop::option::of(prop::sample::select(vec!["2026-03", "2026-06"])),
    )
        .prop_map(|(dataset, edition, code, key, (phone, building, name, address), place, gone_in)| {
            use Precision::{Confirmed, Doubtful, Municipality, Official, Town};
            let place = place.map(|(lat, precision)| Placed {
                position: Position { lat: f64::from(lat), lon: 135.0 },
                precision: [Confirmed, Official, Doubtful, Town, Municipality][precision],
            });
            let made = Listing { name, address, building, place, phone, ..listing(code, &key) };
            let made = service(dataset, edition, made);
            if let Some(edition) = gone_in { gone(made, edition) } else { made }
        })
}

proptest! {
    #[test]
    fn the_order_of_services_and_corrections_never_matters(
        (services, shuffled) in prop::collection::vec(any_service(), 1..7)
            .prop_map(|mut services| {
                // A row of a data set stands once in it.
                services.sort_by(|a, b| (&a.dataset, &a.listing.key).cmp(&(&b.dataset, &b.listing.key)));
                services.dedup_by(|a, b| (&a.dataset, &a.listing.key) == (&b.dataset, &b.listing.key));
                services
            })
            .prop_flat_map(|services| (Just(services.clone()), Just(services).prop_shuffle())),
        (corrections, other) in Just(vec![
            correction("phone", "9", "2026-02-01T00:00:00Z"),
            correction("phone", "8", "2026-01-01T00:00:00Z"),
            correction("name", "c", "2026-01-01T00:00:00Z"),
        ]).prop_flat_map(|c| (Just(c.clone()), Just(c).prop_shuffle())),
    ) {
        prop_assert_eq!(office(OFFICE, None, &services, &corrections), office(OFFICE, None, &shuffled, &other));
    }

    #[test]
    fn an_office_is_gone_when_all_of_it_is(services in prop::collection::vec(any_service(), 1..5)) {
        let all_gone = services.iter().all(|s| s.gone_in.is_some());
        prop_assert_eq!(composed(&services).gone_in.is_some(), all_gone);
    }
}
