//! The rules of matching, on rows we wrote.
#![expect(clippy::unwrap_used, reason = "helpers of tests fail as tests do")]

use hoshizu_catalog::{
    id::OfficeId,
    listing::{Listing, OrganizationRef},
    number::{MunicipalityCode, OfficeNumber},
    position::{Placed, Position, Precision},
    taxonomy::ServiceType,
};
use hoshizu_ingest::{
    difference,
    matching::{Decision, Family, Field, Matcher, Reason},
};
use uuid::Uuid;

fn listing(service: &str, number: &str, name: &str, address: &str, phone: &str) -> Listing {
    let json = serde_json::json!({ "key": number, "service": service, "name": name, "address": address });
    let mut listing: Listing = serde_json::from_value(json).unwrap();
    listing.number = OfficeNumber::parse(number);
    listing.phone = Some(phone.to_owned()).filter(|phone| !phone.is_empty());
    listing.municipality = MunicipalityCode::from_number(27_210);
    listing.organization =
        Some(OrganizationRef { name: "社会福祉法人星会".into(), ..OrganizationRef::default() });
    listing
}

fn care() -> Listing {
    listing(
        "care-430",
        "2772400001",
        "ほしケアプランセンター",
        "大阪府枚方市禁野本町2丁目14番16号",
        "072-800-0001",
    )
}

fn advice() -> Listing {
    listing("disability-53", "2732400001", "相談室ほし", "大阪府枚方市禁野本町二丁目14-16", "072-800-0001")
}

fn id(n: u128) -> OfficeId {
    OfficeId(Uuid::from_u128(n))
}

fn knowing(listings: &[(u128, Listing, Family)]) -> Matcher {
    let mut matcher = Matcher::new();
    for (n, listing, family) in listings {
        matcher.add(id(*n), listing, *family);
    }
    matcher
}

#[test]
fn two_systems_at_one_place_of_one_organization_are_one_office() {
    let matcher = knowing(&[(1, care(), Family::Kaigo)]);
    assert_eq!(matcher.decide(&advice(), Family::Wamnet), Decision::Join(id(1), Reason::Organization));
}

#[test]
fn two_agreements_of_three_go_to_the_queue_and_one_does_not() {
    let matcher = knowing(&[(1, care(), Family::Kaigo)]);
    let moved = Listing { address: "大阪府枚方市楠葉1丁目1番".into(), ..advice() };
    assert_eq!(
        matcher.decide(&moved, Family::Wamnet),
        Decision::Candidate {
            with: id(1),
            agree: vec![Field::Organization, Field::Phone],
            differ: vec![Field::Number, Field::Address, Field::Name],
        }
    );
    let stranger = Listing { organization: None, ..moved };
    assert_eq!(matcher.decide(&stranger, Family::Wamnet), Decision::New);
}

#[test]
fn of_several_offices_at_one_place_the_one_of_like_name_is_taken_else_a_person_decides() {
    let day = listing("care-150", "2772400002", "デイサービス銀河", &care().address, "072-800-0001");
    let matcher = knowing(&[(1, care(), Family::Kaigo), (2, day.clone(), Family::Kaigo)]);
    let named = Listing { name: "ほしケアプランセンター相談".into(), ..advice() };
    assert_eq!(matcher.decide(&named, Family::Wamnet), Decision::Join(id(1), Reason::Organization));
    let neither = Listing { name: "まごころ".into(), ..advice() };
    assert!(matches!(matcher.decide(&neither, Family::Wamnet), Decision::Candidate { .. }));
}

#[test]
fn the_same_number_joins_at_the_same_place_and_asks_elsewhere() {
    let matcher = knowing(&[(1, care(), Family::Kaigo)]);
    let visiting =
        Listing {
            service: ServiceType::from_code("care-130").unwrap(), name: "ほし訪看".into(), ..care()
        };
    assert_eq!(matcher.decide(&visiting, Family::Kaigo), Decision::Join(id(1), Reason::Number));
    let elsewhere =
        Listing {
            address: "大阪府枚方市楠葉1丁目1番".into(), phone: None, place: None, ..visiting
        };
    assert!(
        matches!(matcher.decide(&elsewhere, Family::Kaigo), Decision::Candidate { with, .. } if with == id(1))
    );
}

#[test]
fn another_number_of_the_care_system_is_another_office_however_near() {
    let matcher = knowing(&[(1, care(), Family::Kaigo)]);
    let other = Listing { number: OfficeNumber::parse("2772400009"), ..care() };
    assert_eq!(matcher.decide(&other, Family::Kaigo), Decision::New);
}

#[test]
fn two_houses_on_one_ground_are_two() {
    let home =
        |code: &str, number: &str, name: &str| listing(code, number, name, &care().address, "072-800-0001");
    let matcher = knowing(&[(1, home("care-510", "2772400003", "特別養護老人ホーム原"), Family::Kaigo)]);
    let other = home("disability-32", "2712400003", "障害者支援施設原");
    assert!(matches!(matcher.decide(&other, Family::Wamnet), Decision::Candidate { .. }));
}

#[test]
fn offices_of_two_municipalities_are_not_compared_without_a_number() {
    let matcher = knowing(&[(1, care(), Family::Kaigo)]);
    let far = Listing { municipality: MunicipalityCode::from_number(27_100), ..advice() };
    assert_eq!(matcher.decide(&far, Family::Wamnet), Decision::New);
    let unknown = Listing { municipality: None, ..advice() };
    assert!(matches!(matcher.decide(&unknown, Family::Wamnet), Decision::Join(..)));
}

#[test]
fn a_batch_is_decided_the_same_whatever_the_order_of_its_rows() {
    let mut second = advice();
    second.key = "A2".into();
    second.service = ServiceType::from_code("disability-54").unwrap_or(second.service);
    let alone =
        listing("disability-53", "2732400007", "つき相談", "大阪府枚方市楠葉1丁目1番", "072-800-0007");
    let mut again = alone.clone();
    again.key = "A4".into();
    let rows = [advice(), second, alone, again];
    let decide = |order: [usize; 4]| {
        let mut matcher = knowing(&[(1, care(), Family::Kaigo)]);
        let mut next = 100;
        let listings: Vec<&Listing> = order.iter().map(|at| &rows[*at]).collect();
        let decided = matcher.decide_batch(&listings, Family::Wamnet, &mut || {
            next += 1;
            id(next)
        });
        let mut by_row: Vec<(usize, OfficeId)> =
            order.into_iter().zip(decided.into_iter().map(|d| d.0)).collect();
        by_row.sort();
        by_row
    };
    let expected = decide([0, 1, 2, 3]);
    assert_eq!(expected, [(0, id(1)), (1, id(1)), (2, id(101)), (3, id(101))]);
    assert_eq!(decide([3, 2, 1, 0]), expected);
}

#[test]
fn a_forgotten_office_is_joined_no_more() {
    let mut matcher = knowing(&[(1, care(), Family::Kaigo), (2, advice(), Family::Wamnet)]);
    matcher.forget(id(1));
    assert_eq!(matcher.len(), 1);
    assert_eq!(matcher.decide(&care(), Family::Kaigo), Decision::Join(id(2), Reason::Organization));
}

#[test]
fn a_row_takes_120_bytes_so_that_half_a_million_offices_fit_into_sixty_megabytes() {
    let mut matcher = Matcher::new();
    let mut row = care();
    for n in 0..16_384_u32 {
        row.number = OfficeNumber::parse(&format!("{:010}", 2_700_000_000_u64 + u64::from(n)));
        row.phone = Some(format!("072-{:03}-{:04}", n / 10_000, n % 10_000));
        row.address = format!("大阪府枚方市禁野本町{}番{}号", n / 700 + 1, n % 700 + 1);
        matcher.add(id(u128::from(n)), &row, Family::Kaigo);
    }
    assert_eq!(matcher.len(), 16_384);
    assert!(matcher.bytes() <= 120 * 16_384, "{} bytes", matcher.bytes());
}

#[test]
fn a_difference_names_each_field_and_marks_are_none() {
    let mut next = care();
    next.phone = Some("072-800-0002".into());
    next.extra.insert("指定機関名".into(), "枚方市".into());
    let position = Position { lat: 34.8, lon: 135.6 };
    next.place = Some(Placed { position, precision: Precision::Official });
    let changes = difference::of(&care(), &next);
    let fields: Vec<&str> = changes.iter().map(|change| change.field.as_str()).collect();
    assert_eq!(fields, ["position", "phone", "extra.指定機関名"]);
    assert_ne!(difference::digest(&care()), difference::digest(&next));
    let mut marked = care();
    marked.marks = serde_json::from_str(r#"[{"field":"phone","kind":"folded","original":"０"}]"#).unwrap();
    assert_eq!(difference::digest(&care()), difference::digest(&marked));
    assert!(difference::of(&care(), &marked).is_empty());
}

#[test]
fn a_file_with_less_than_half_of_the_known_rows_is_an_excerpt() {
    use difference::{Coverage, coverage};
    assert_eq!(coverage(3_293, 3_408), Coverage::Whole);
    assert_eq!(coverage(36_491, 11), Coverage::Excerpt);
    assert_eq!(coverage(0, 11), Coverage::Whole);
}
