//! Offices of the real files, read with a few lines of our own: this judges search, not the importers.

use hoshizu_catalog::{area::AreaKind, fold, system::System, system::SystemSet, taxonomy::ServiceType};
use hoshizu_search::{Document, Place, Places};
use std::{
    collections::{BTreeMap, HashMap},
    io::Read as _,
    path::{Path, PathBuf},
};
use uuid::Uuid;

type Outcome<T> = Result<T, Box<dyn std::error::Error>>;

/// Rows of every CSV in every zip of a folder, each as a map from header to value.
fn rows(dir: &Path, mut each: impl FnMut(&HashMap<&str, &str>)) -> Outcome<()> {
    let mut files: Vec<PathBuf> =
        std::fs::read_dir(dir)?.filter_map(|entry| Some(entry.ok()?.path())).collect();
    files.sort();
    for path in files.iter().filter(|path| path.extension().is_some_and(|extension| extension == "zip")) {
        let mut archive = zip::ZipArchive::new(std::fs::File::open(path)?)?;
        for index in 0..archive.len() {
            let mut bytes = Vec::new();
            archive.by_index(index)?.read_to_end(&mut bytes)?;
            table(&String::from_utf8_lossy(&bytes), &mut each)?;
        }
    }
    Ok(())
}

fn table(text: &str, each: &mut impl FnMut(&HashMap<&str, &str>)) -> Outcome<()> {
    let text = text.trim_start_matches('\u{feff}');
    let mut reader = csv::ReaderBuilder::new().flexible(true).from_reader(text.as_bytes());
    let header = reader.headers()?.clone();
    for record in reader.records() {
        let record = record?;
        each(&header.iter().zip(record.iter()).collect());
    }
    Ok(())
}

/// All offices of 介護 and 障害福祉, rows of one number and name joined, and the areas.
pub fn load(real: &Path) -> Outcome<(Vec<Document>, Places)> {
    let (places, codes) = areas(real)?;
    let mut offices: BTreeMap<(String, String), Document> = BTreeMap::new();
    rows(&real.join("kaigo"), |row| {
        let get = |name: &str| row.get(name).copied().unwrap_or_default().trim();
        let stated = get("住所");
        let (prefecture, city) = (get("都道府県名"), get("市区町村名"));
        let address = match (stated.starts_with(prefecture), stated.starts_with(city)) {
            (true, _) => stated.to_owned(),
            (_, true) => format!("{prefecture}{stated}"),
            _ => format!("{prefecture}{city}{stated}"),
        };
        let code: u32 = get("都道府県コード又は市町村コード").parse().unwrap_or(0) / 10;
        let service = ServiceType::from_official(&[System::Care], get("サービスの種類"));
        let listing = Row {
            name: get("事業所名"),
            kana: get("事業所名カナ"),
            number: get("事業所番号"),
            organization: get("法人の名称"),
            organization_kana: "",
            address,
            municipality: (code > 0).then_some(code),
            phones: [get("電話番号"), get("FAX番号")],
            lat_lon: position(get("緯度"), get("経度")),
            service,
        };
        listing.into_offices(&mut offices);
    })?;
    rows(&real.join("wamnet"), |row| {
        let get = |name: &str| row.get(name).copied().unwrap_or_default().trim();
        let city = get("事業所住所（市区町村）");
        let listing = Row {
            name: get("事業所の名称"),
            kana: get("事業所の名称_かな"),
            number: get("事業所番号"),
            organization: get("法人の名称"),
            organization_kana: get("法人の名称_かな"),
            address: format!("{city}{}", get("事業所住所（番地以降）")),
            municipality: codes.get(&fold::text(city)).copied(),
            phones: [get("事業所電話番号"), get("事業所FAX番号")],
            lat_lon: position(get("事業所緯度"), get("事業所経度")),
            service: ServiceType::from_official(&[System::Disability, System::Child], get("サービス種別")),
        };
        listing.into_offices(&mut offices);
    })?;
    Ok((offices.into_values().collect(), places))
}

fn position(lat: &str, lon: &str) -> Option<(f64, f64)> {
    let (lat, lon): (f64, f64) = (lat.parse().ok()?, lon.parse().ok()?);
    ((20.0..46.0).contains(&lat) && (122.0..154.0).contains(&lon)).then_some((lat, lon))
}

struct Row<'a> {
    name: &'a str,
    kana: &'a str,
    number: &'a str,
    organization: &'a str,
    organization_kana: &'a str,
    address: String,
    municipality: Option<u32>,
    phones: [&'a str; 2],
    lat_lon: Option<(f64, f64)>,
    service: Option<ServiceType>,
}

impl Row<'_> {
    fn into_offices(self, offices: &mut BTreeMap<(String, String), Document>) {
        if self.name.is_empty() {
            return;
        }
        let some = |text: &str| (!text.is_empty()).then(|| text.to_owned());
        let id = Uuid::from_u128(offices.len() as u128 + 1);
        let office =
            offices.entry((self.number.to_owned(), fold::text(self.name))).or_insert_with(|| Document {
                id,
                name: self.name.to_owned(),
                kana: some(self.kana),
                organization: some(self.organization),
                organization_kana: some(self.organization_kana),
                address: self.address,
                municipality: self.municipality,
                numbers: some(self.number).into_iter().collect(),
                phones: self.phones.iter().filter_map(|phone| fold::phone_digits(phone)).collect(),
                lat_lon: self.lat_lon,
                edition: 202_503,
                card: format!("{{\"name\":{:?}}}", self.name).into_bytes(),
                ..Document::default()
            });
        if let Some(service) = self.service.filter(|service| !office.services.contains(&service.index())) {
            office.services.push(service.index());
            let mut systems = SystemSet(office.systems);
            systems.insert(service.system());
            office.systems = systems.0;
        }
    }
}

/// Municipalities and prefectures, and codes by folded prefecture + city.
fn areas(real: &Path) -> Outcome<(Places, HashMap<String, u32>)> {
    let text = std::fs::read_to_string(real.join("region/localgovjp-utf8.csv"))?;
    let (mut places, mut codes) = (BTreeMap::new(), HashMap::new());
    table(&text, &mut |row| {
        let get = |name: &str| row.get(name).copied().unwrap_or_default().trim();
        let Ok(code) = get("cid").parse::<u32>() else { return };
        let (prefecture, name) = (get("pref"), get("city").replace(' ', ""));
        codes.insert(fold::text(&format!("{prefecture}{name}")), code);
        let parent = format!("{:02}000", code / 1_000);
        let is_ward = name.ends_with('区') && name.contains('市');
        let city = places.values().rev().find(|p: &&Place| name.starts_with(&p.name) && is_ward);
        let outer = city.map_or(parent.clone(), |city| city.code.clone());
        let kind = if is_ward { AreaKind::Ward } else { AreaKind::Municipality };
        let kana = Some(get("citykana").replace(' ', ""));
        let center = position(get("lat"), get("lng"));
        let code = format!("{code:05}");
        places.insert(code.clone(), Place { code, name, kana, kind, parent: Some(outer), center });
        let prefecture = prefecture.to_owned();
        places.entry(parent.clone()).or_insert(Place {
            code: parent,
            name: prefecture,
            kana: None,
            kind: AreaKind::Prefecture,
            parent: None,
            center: None,
        });
    })?;
    Ok((Places::new(places.into_values().collect()), codes))
}
