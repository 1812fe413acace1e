//! What must hold for every demo prefecture, and that the committed one is what the generator makes.

use hoshizu_catalog::{
    number::{MunicipalityCode, OrganizationNumber},
    system::System,
    taxonomy::ServiceType,
};
use hoshizu_demo::{
    areas, design, grid,
    output::{self, Made, OFFICES, Options, SEED},
    population,
    prefecture::{Prefecture, six_digits},
    region, services,
};
use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::{Path, PathBuf},
    sync::LazyLock,
};

static MADE: LazyLock<Made> = LazyLock::new(|| Made::new(Prefecture::hoshimi(SEED), OFFICES));

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

fn files(folder: &Path, into: &mut BTreeMap<PathBuf, Vec<u8>>, base: &Path) {
    for entry in fs::read_dir(folder).expect("folder") {
        let path = entry.expect("entry").path();
        if path.is_dir() {
            files(&path, into, base);
        } else {
            let name = path.strip_prefix(base).expect("below the base").to_owned();
            into.insert(name, fs::read(&path).expect("file"));
        }
    }
}

#[test]
fn the_committed_files_are_what_the_generator_writes() {
    let folder = tempfile::tempdir().unwrap();
    let options = Options { out: folder.path().to_owned(), offices: OFFICES, seed: SEED };
    output::generate(&options).unwrap();
    let (mut fresh, mut committed) = (BTreeMap::new(), BTreeMap::new());
    files(folder.path(), &mut fresh, folder.path());
    let demo = root().join("data/demo");
    files(&demo, &mut committed, &demo);
    committed.remove(Path::new("README.md"));
    let names = |files: &BTreeMap<PathBuf, Vec<u8>>| files.keys().cloned().collect::<Vec<_>>();
    assert_eq!(names(&fresh), names(&committed));
    for (path, bytes) in &fresh {
        assert!(committed[path] == *bytes, "{} differs: run the generator again", path.display());
    }
    assert!(committed.values().map(Vec::len).sum::<usize>() < 3_000_000, "data/demo is to stay small");
}

#[test]
fn every_point_of_the_land_belongs_to_exactly_one_municipality() {
    let land = &MADE.land;
    let places = land.region.municipalities();
    let whole = land.region.land();
    let inside = |polygons: &[Vec<Vec<(f64, f64)>>], at| {
        polygons
            .iter()
            .filter(|p| grid::inside(at, &p[0]) && !p[1..].iter().any(|h| grid::inside(at, h)))
            .count()
    };
    let mut on_land = 0;
    for step in 0..40_000 {
        // A lattice that never falls on cell corners.
        let at = (-46.0 + f64::from(step % 200) * 0.4613, -50.0 + f64::from(step / 200) * 0.4617);
        let owners: usize = places.values().map(|polygons| inside(polygons, at)).sum();
        let land = inside(&whole, at);
        assert_eq!(owners, land, "{at:?}");
        assert!(land <= 1);
        on_land += land;
    }
    assert!(on_land > 10_000, "{on_land}");
}

/// Every piece of a border stands in both neighbours, point for point, and only the coast stands once.
#[test]
fn neighbours_share_their_borders_point_for_point() {
    let segments = |polygons: &[Vec<Vec<(f64, f64)>>]| {
        let mut found: BTreeMap<[u64; 4], i32> = BTreeMap::new();
        for ring in polygons.iter().flatten() {
            for (index, a) in ring.iter().enumerate() {
                let b = ring[(index + 1) % ring.len()];
                let (a, b, sign) = if *a < b { (*a, b, 1) } else { (b, *a, -1) };
                *found.entry([a.0.to_bits(), a.1.to_bits(), b.0.to_bits(), b.1.to_bits()]).or_default() +=
                    sign;
            }
        }
        found.retain(|_, count| *count != 0);
        found
    };
    let coast = segments(&MADE.land.region.land());
    let all: Vec<_> = MADE.land.region.municipalities().into_values().flatten().collect();
    assert!(segments(&all) == coast, "inner borders cancel out, the coast remains");
    let all: Vec<_> = MADE.land.region.community_areas().into_values().flatten().collect();
    assert!(segments(&all) == coast);
}

#[test]
fn every_office_and_facility_stands_inside_its_municipality() {
    all_inside(&MADE);
}

fn all_inside(made: &Made) {
    let polygons = made.land.region.municipalities();
    let places = made.directory.offices.iter().map(|office| &office.place);
    for place in places.chain(made.facilities.iter().map(|facility| &facility.place)) {
        let key = region::ward_or_municipality(place.center as u16);
        let inside = polygons[&key].iter().any(|p| grid::inside(place.at, &p[0]));
        assert!(inside, "{} at {:?}", place.street, place.at);
    }
}

#[test]
fn addresses_name_the_nearest_town_of_their_ward() {
    let towns = &MADE.land.settlement.towns;
    for office in &MADE.directory.offices {
        let ward = region::ward_or_municipality(office.place.center as u16);
        let nearest = towns
            .iter()
            .filter(|town| region::ward_or_municipality(town.center as u16) == ward)
            .min_by(|a, b| {
                grid::distance(a.at, office.place.at).total_cmp(&grid::distance(b.at, office.place.at))
            });
        assert!(office.place.street.starts_with(&nearest.unwrap().name), "{}", office.place.street);
    }
}

#[test]
fn telephones_reach_nobody() {
    let areas: BTreeSet<&str> = design::MUNICIPALITIES.iter().map(|m| m.area_code).collect();
    let offices = MADE.directory.offices.iter().flat_map(|o| [&o.phone, &o.fax]);
    let organizations = MADE.directory.organizations.iter().flat_map(|o| [&o.phone, &o.fax]);
    let facilities = MADE.facilities.iter().flat_map(|f| [&f.phone, &f.fax]);
    let mut count = 0;
    for phone in offices.chain(organizations).chain(facilities).filter(|phone| !phone.is_empty()) {
        let parts: Vec<&str> = phone.split('-').collect();
        assert_eq!(parts.len(), 3, "{phone}");
        assert_eq!(parts.concat().len(), 10, "{phone}");
        assert!(areas.contains(parts[0]), "{phone}");
        assert!(
            parts[1].starts_with(['0', '1']),
            "{phone}: an exchange beginning with 0 or 1 is never assigned"
        );
        count += 1;
    }
    assert!(count > 3_000);
}

#[test]
fn numbers_have_right_check_digits_and_names_nobody_real() {
    let organizations = &MADE.directory.organizations;
    let numbers: Vec<&str> = organizations.iter().filter_map(|o| o.number.as_deref()).collect();
    assert!(numbers.iter().all(|number| OrganizationNumber::parse(number).is_some()));
    assert_eq!(numbers.iter().collect::<BTreeSet<_>>().len(), numbers.len(), "no two share a number");
    assert!(numbers.len() < organizations.len(), "a few are blank, as in the official files");
    for center in 0..design::CENTERS.len() {
        let code = six_digits(MADE.prefecture.code_of(center));
        assert_eq!(MunicipalityCode::parse(&code).unwrap().prefecture(), 48);
    }
    let rows = MADE.directory.offices.iter().flat_map(|office| &office.rows);
    assert!(rows.clone().all(|row| row.number.len() == 10 && row.number.starts_with("48")));
    let urls = organizations.iter().map(|o| o.url.as_str()).filter(|url| !url.is_empty());
    for url in urls {
        assert!(
            url.trim_end_matches('/').ends_with(".example")
                || url.trim_end_matches('/').ends_with(".example.jp")
                || url.trim_end_matches('/').ends_with(".example.com"),
            "{url}"
        );
    }
}

#[test]
fn every_service_of_both_systems_is_there_and_known_to_the_taxonomy() {
    let there: BTreeSet<&str> =
        MADE.directory.offices.iter().flat_map(|office| &office.rows).map(|row| row.service.key).collect();
    for service in services::SERVICES {
        assert!(there.contains(service.key), "{} {} is missing", service.key, service.name);
        let systems: &[System] =
            if service.key.starts_with('c') { &[System::Care] } else { &[System::Disability, System::Child] };
        let known = ServiceType::from_official(systems, service.name);
        let number =
            known.and_then(|known| known.definition().code.split_once('-').map(|(_, n)| n.to_owned()));
        assert_eq!(number.as_deref(), Some(&service.key[1..]), "{}", service.name);
    }
    for facility in &MADE.facilities {
        let kind = if facility.kind == "公民館" { "公共施設" } else { facility.kind };
        assert!(ServiceType::from_official(&System::ALL, kind).is_some(), "{kind}");
    }
}

#[test]
fn many_places_deliver_both_systems_and_the_island_has_two_offices() {
    let both = |office: &&hoshizu_demo::office::Office| {
        ['c', 'd'].iter().all(|letter| office.rows.iter().any(|row| row.service.key.starts_with(*letter)))
    };
    let offices = &MADE.directory.offices;
    assert_eq!(offices.len(), OFFICES);
    assert!(offices.iter().filter(both).count() > 150);
    assert_eq!(offices.iter().filter(|office| office.place.municipality() == 7).count(), 2);
    let largest = MADE.directory.organizations.iter().map(|o| o.offices).max();
    assert!(largest >= Some(8), "some organizations run many offices: {largest:?}");
}

#[test]
fn names_are_varied_and_have_readings_in_kana() {
    let rows: Vec<_> = MADE.directory.offices.iter().flat_map(|office| &office.rows).collect();
    let names: BTreeSet<&str> = rows.iter().map(|row| row.name.as_str()).collect();
    assert!(names.len() * 10 > rows.len() * 7, "{} names for {} rows", names.len(), rows.len());
    for row in rows {
        let odd = row.kana.chars().find(|c| !matches!(c, 'ぁ'..='ゖ' | 'ァ'..='ヺ' | 'ー' | '・' | '　'));
        assert_eq!(odd, None, "{} {}", row.name, row.kana);
    }
    for organization in &MADE.directory.organizations {
        let odd = organization.kana.chars().find(|c| !matches!(c, 'ぁ'..='ゖ' | 'ー' | '・' | '　'));
        assert_eq!(odd, None, "{} {}", organization.name, organization.kana);
    }
}

#[test]
fn people_add_up_from_care_areas_to_the_prefecture() {
    let centers = population::by_center(SEED);
    let whole: u64 = population::sum(&centers, |_| true).iter().sum();
    assert!((500_000..800_000).contains(&whole), "{whole}");
    let rows = areas::population(&MADE.prefecture);
    let total = |code: &str| -> u64 {
        let code = format!("{code},");
        rows.lines()
            .filter(|row| row.starts_with(&code))
            .filter_map(|row| row.split(',').nth(4)?.parse::<u64>().ok())
            .sum()
    };
    assert_eq!(total("480002"), whole);
    let wards: u64 = ["481017", "481025", "481033"].iter().map(|code| total(code)).sum();
    assert_eq!(total("481009"), wards);
    let parts: u64 = (1..=4).map(|number| total(&format!("community_area:48101:{number}"))).sum();
    assert_eq!(total("481017"), parts);
}

#[test]
fn another_seed_makes_another_land_that_holds_together() {
    let made = Made::new(Prefecture::numbered(7, 3), 400);
    assert_eq!(made.directory.offices.len(), 400);
    assert_eq!(made.land.region.community_areas().len(), design::CENTERS.len());
    assert_ne!(made.prefecture.name, "星見県");
    all_inside(&made);
}

/// The demo must not name a real organization. The national files are not part of the repository.
#[test]
fn no_organization_bears_the_name_of_a_real_one() {
    let real = std::env::var("HOSHIZU_REAL").map_or_else(|_| root().join("../shared/real"), PathBuf::from);
    let Ok(list) = fs::read(real.join("kaigo/EXCERPT_jigyosho_430_all_20260709_11rows_verbatim.csv")) else {
        eprintln!("skipped: real/kaigo not present");
        return;
    };
    let list = String::from_utf8_lossy(&list).replace('　', "");
    for organization in &MADE.directory.organizations {
        assert!(!list.contains(&organization.name.replace('　', "")), "{}", organization.name);
    }
}
