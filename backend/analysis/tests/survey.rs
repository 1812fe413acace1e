//! Ties derived from sheets beside the reference network: unions, confirmation, who answered.

use hoshizu_analysis::{
    network::{Evidence, metrics::confirmation::confirmation},
    survey::{Answer, Picture},
};
use hoshizu_catalog::{day::Day, id::OfficeId, tie::Star};
use serde_json::Value;
use std::path::Path;
use uuid::Uuid;

#[test]
fn ties_of_sheets_equal_the_reference() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/fixtures/net60.json");
    let Ok(text) = std::fs::read_to_string(&path) else {
        eprintln!("skipped: {} is not here", path.display());
        return;
    };
    let file: Value = serde_json::from_str(&text).unwrap();
    let responded: Vec<bool> = serde_json::from_value(file["responded"].clone()).unwrap();
    let reports: Vec<(u128, u128)> = serde_json::from_value(file["reports"].clone()).unwrap();
    let office = |number: u128| OfficeId(Uuid::from_u128(number + 1));
    let day = Day::parse("2025-10-31").unwrap();
    let sheets: Vec<Answer> = responded
        .iter()
        .zip(0_u128..)
        .map(|(answered, own)| Answer {
            office: office(own),
            answered: *answered,
            on: answered.then_some(day),
            stars: reports
                .iter()
                .filter(|(from, _)| *from == own)
                .map(|(_, to)| (office(*to), Star::default()))
                .collect(),
        })
        .collect();
    let picture = Picture::of(&sheets, &[], day);
    let expected = |name: &str| file["expected"][name].as_u64().unwrap();
    let ties = picture.ties();
    let count = |evidence| ties.iter().filter(|tie| tie.evidence == evidence).count() as u64;
    assert_eq!(count(Evidence::Mutual), expected("confirmed"));
    assert_eq!(count(Evidence::Mutual) + count(Evidence::OneSided), expected("union_ties_both"));
    assert_eq!(count(Evidence::ToNonRespondent), expected("one_sided_nonresp"));
    let told = confirmation(&picture.reports);
    let rate = file["expected"]["confirmation_rate"].as_f64().unwrap();
    assert!((told.confirmation_rate - rate).abs() < 1e-12);
    assert_eq!(told.answered, expected("resp"));
}
