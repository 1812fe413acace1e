//! What must hold for the two waves of the demo's survey. That they are committed as they are made is tested with the rest.
#![expect(clippy::unwrap_used, reason = "helpers of tests fail as tests do")]

use hoshizu_catalog::{
    id::OfficeId,
    number::{MunicipalityCode, OfficeNumber},
    survey::SheetState,
    tie::TieKind,
};
use hoshizu_demo::{
    output::{Made, OFFICES, SEED},
    prefecture::Prefecture,
    survey::{self, Wave},
};
use hoshizu_ingest::{
    Limits,
    ties::{BookOffice, OfficeBook},
    wave_folder::{self, Folder, WaveFile},
};
use std::{
    collections::{BTreeMap, BTreeSet},
    sync::LazyLock,
};

static MADE: LazyLock<Made> = LazyLock::new(|| Made::new(Prefecture::hoshimi(SEED), OFFICES));
static WAVES: LazyLock<Vec<WaveFile>> = LazyLock::new(|| survey::waves(&MADE).iter().map(read).collect());

fn id(number: usize) -> OfficeId {
    let hex = format!("01970000-0000-7000-8000-{number:012x}");
    hex.parse().unwrap()
}

/// Side (1 care managers, 2 consultation support, 0 others) and ward of each office.
type Known = BTreeMap<OfficeId, (u8, String)>;

static OFFICES_OF: LazyLock<(OfficeBook, Known)> = LazyLock::new(|| {
    let (mut book, mut known) = (Vec::new(), BTreeMap::new());
    let municipality = |center: usize| {
        let code = MunicipalityCode::from_number(MADE.prefecture.code_of(center)).unwrap();
        Some((code, MADE.prefecture.city_of(center)))
    };
    for office in &MADE.directory.offices {
        let is = |keys: &[&str]| office.rows.iter().any(|row| keys.contains(&row.service.key));
        let side = match (is(&["c430"]), is(&["d52", "d53", "d54", "d70"])) {
            (true, false) => 1,
            (false, true) => 2,
            _ => 0,
        };
        let id = id(book.len());
        let center = office.place.center;
        known.insert(id, (side, MADE.prefecture.city_of(center)));
        book.push(BookOffice {
            id,
            numbers: office.rows.iter().filter_map(|row| OfficeNumber::parse(&row.number)).collect(),
            name: office.rows[0].name.clone(),
            other_names: office.rows.iter().map(|row| row.name.clone()).collect(),
            municipality: municipality(center),
        });
    }
    for facility in &MADE.facilities {
        let id = id(book.len());
        known.insert(id, (0, MADE.prefecture.city_of(facility.place.center)));
        book.push(BookOffice {
            id,
            numbers: Vec::new(),
            name: facility.name.clone(),
            other_names: Vec::new(),
            municipality: municipality(facility.place.center),
        });
    }
    (OfficeBook::new(book), known)
});

fn read(wave: &Wave) -> WaveFile {
    let files = [("wave.json", &wave.head), ("sheets.csv", &wave.sheets), ("reports.csv", &wave.reports)];
    let files = files.map(|(name, text)| (name.to_owned(), text.clone().into_bytes()));
    wave_folder::read(&Folder::new(&wave.folder, files), &OFFICES_OF.0, &Limits::default()).unwrap()
}

fn ties(wave: &WaveFile) -> BTreeSet<(OfficeId, OfficeId)> {
    let pair = |(a, b): (OfficeId, OfficeId)| (a.min(b), a.max(b));
    wave.reports.iter().map(|report| pair((report.reporter, report.partner))).collect()
}

/// Ties between care managers and consultation support inside the wards.
fn across(wave: &WaveFile, trained: bool) -> usize {
    let is = |(a, b): &(OfficeId, OfficeId)| {
        let (a, b) = (&OFFICES_OF.1[a], &OFFICES_OF.1[b]);
        let ward = ["宵宮市東浜区", "宵宮市北山区"].contains(&a.1.as_str());
        [a.0, b.0].into_iter().collect::<BTreeSet<u8>>() == BTreeSet::from([1, 2])
            && a.1 == b.1
            && ward == trained
    };
    ties(wave).iter().filter(|tie| is(tie)).count()
}

#[test]
fn every_row_names_an_office_of_the_demo() {
    for wave in WAVES.iter() {
        assert_eq!((wave.refused.first(), wave.duplicates), (None, 0));
        assert!(wave.reports.len() > 1_500);
        assert_eq!(wave.design.area, "48100");
    }
    assert!(WAVES[0].closes_on < WAVES[1].opens_on);
}

#[test]
fn a_few_hundred_are_asked_and_about_seven_of_ten_answer() {
    for wave in WAVES.iter() {
        let answered = wave.sheets.iter().filter(|sheet| sheet.state.answers()).count();
        let rate = answered as f64 / wave.sheets.len() as f64;
        assert!((150..=400).contains(&wave.sheets.len()) && (0.65..0.8).contains(&rate), "{rate}");
        for state in [SheetState::Begun, SheetState::Waiting, SheetState::Refused] {
            assert!(wave.sheets.iter().any(|sheet| sheet.state == state));
        }
        assert!(wave.sheets.iter().all(|sheet| sheet.finished_on.is_some() == sheet.state.answers()));
        assert!(wave.sheets.iter().filter_map(|sheet| sheet.finished_on).all(|day| day >= wave.opens_on));
    }
}

#[test]
fn systems_are_dense_inside_and_thin_between() {
    let count = |first: u8, second: u8| {
        let sides = |(a, b): &(OfficeId, OfficeId)| {
            let (a, b) = (OFFICES_OF.1[a].0, OFFICES_OF.1[b].0);
            (a.min(b), a.max(b)) == (first, second)
        };
        ties(&WAVES[0]).iter().filter(|tie| sides(tie)).count() as f64
    };
    let asked = |side: u8| {
        WAVES[0].sheets.iter().filter(|sheet| OFFICES_OF.1[&sheet.office].0 == side).count() as f64
    };
    let (care, disability) = (asked(1), asked(2));
    let inside = count(2, 2) / (disability * (disability - 1.0) / 2.0);
    let between = count(1, 2) / (care * disability);
    assert!(inside > 4.0 * between, "{inside} {between}");
}

#[test]
fn ties_across_grow_where_the_systems_trained_together() {
    let (before, after) = (&WAVES[0], &WAVES[1]);
    assert!(
        across(after, true) >= 2 * across(before, true),
        "{} {}",
        across(before, true),
        across(after, true)
    );
    assert!(across(after, false) < 2 * across(before, false));
    let training =
        |wave: &WaveFile| wave.reports.iter().filter(|r| r.star.kinds.contains(TieKind::Training)).count();
    assert!(training(after) > training(before));
    let (earlier, later) = (ties(before), ties(after));
    assert!(earlier.difference(&later).count() > 100 && later.difference(&earlier).count() > 100);
}

#[test]
fn both_waves_are_small() {
    let size: usize =
        survey::waves(&MADE).iter().map(|w| w.head.len() + w.sheets.len() + w.reports.len()).sum();
    assert!(size < 600_000, "{size}");
}
