//! Municipalities and towns: the lists that say what places are called and where they are.

use super::{Table, go_on, refuse_faulty};
use crate::{
    Batch, Gazetteer, ReadError,
    mend::{hiragana, narrow, parse_degrees},
    report::rejection,
};
use hoshizu_catalog::{
    area::{Area, AreaKind, Town},
    number::MunicipalityCode,
    position::Position,
    progress::Progress,
};
use std::collections::{BTreeMap, HashMap};

/// Where the columns of a list of municipalities stand.
pub(crate) const MUNICIPALITY_CODE: &[&str] =
    &["lgcode", "団体コード", "全国地方公共団体コード", "地方公共団体コード", "市区町村コード"];
pub(crate) const MUNICIPALITY_PREFECTURE: &[&str] = &["pref", "都道府県名(漢字)", "都道府県名", "都道府県"];
pub(crate) const MUNICIPALITY_CITY: &[&str] = &["city", "市区町村名(漢字)", "市区町村名", "市区町村"];

/// The list of municipalities: name, reading, town hall.
pub(crate) fn municipalities(table: &Table<'_>, dataset: String, gazetteer: &Gazetteer) -> Batch<Area> {
    let header = &table.header;
    let find = |names: &[&str]| header.find(names);
    let (code, prefecture, city) =
        (find(MUNICIPALITY_CODE), find(MUNICIPALITY_PREFECTURE), find(MUNICIPALITY_CITY));
    let kana = find(&["citykana", "市区町村名(カナ)", "市区町村名カナ", "市区町村名かな"]);
    let prefecture_kana = find(&["都道府県名(カナ)", "都道府県名カナ"]);
    let (lat, lon) = (find(&["lat", "緯度"]), find(&["lng", "lon", "経度"]));
    let mut batch = Batch::new(dataset);
    batch.rows = table.rows.len() as u64;
    let mut cities: HashMap<(String, String), String> = HashMap::new();
    let mut prefectures: BTreeMap<u32, (u64, String, Option<String>)> = BTreeMap::new();
    for row in &table.rows {
        if refuse_faulty(&mut batch, row) {
            continue;
        }
        let cell = |at: Option<usize>| at.and_then(|at| row.cells.get(at)).map_or("", |cell| cell.trim());
        let text = narrow(cell(code));
        // Spreadsheets drop the leading zero of Hokkaidō to Tochigi: 11002 with its check digit is 011002.
        let parsed = MunicipalityCode::parse(&text)
            .or_else(|e| if text.len() == 5 { MunicipalityCode::parse(&format!("0{text}")) } else { Err(e) });
        let Ok(parsed) = parsed else {
            let remedy = "団体コードは5桁、または検査数字を付けた6桁で書いてください。";
            batch.rejected.push(rejection(row.line, header.name(code), cell(code), "bad_code", remedy));
            continue;
        };
        let name: String = cell(city).split_whitespace().collect();
        let prefecture_name = cell(prefecture).to_owned();
        if name.is_empty() && parsed.is_prefecture() && !prefecture_name.is_empty() {
            let reading = Some(hiragana(cell(prefecture_kana))).filter(|kana| !kana.is_empty());
            batch.records.push((row.line, prefecture_area(parsed.prefecture(), &prefecture_name, reading)));
            prefectures.insert(parsed.prefecture(), (0, prefecture_name, None));
            continue;
        }
        if name.is_empty() || prefecture_name.is_empty() {
            let column = if name.is_empty() { city } else { prefecture };
            let remedy = "都道府県名と市区町村名を埋めてください。";
            batch.rejected.push(rejection(row.line, header.name(column), "", "missing_name", remedy));
            continue;
        }
        let city_code = crate::gazetteer::city_of_ward(&name)
            .and_then(|city| cities.get(&(prefecture_name.clone(), city.to_owned())).cloned())
            .or_else(|| {
                let city = crate::gazetteer::city_of_ward(&name)?;
                gazetteer.find(&prefecture_name, city).map(|code| code.to_string())
            });
        let is_ward = crate::gazetteer::city_of_ward(&name).is_some();
        let prefecture_code = format!("{:02}000", parsed.prefecture());
        let center =
            parse_degrees(cell(lat)).zip(parse_degrees(cell(lon))).map(|(lat, lon)| Position { lat, lon });
        cities.insert((prefecture_name.clone(), name.clone()), parsed.to_string());
        prefectures.entry(parsed.prefecture()).or_insert((row.line, prefecture_name, None));
        let reading: String = hiragana(cell(kana)).split_whitespace().collect();
        batch.records.push((
            row.line,
            Area {
                code: parsed.to_string(),
                kind: if is_ward { AreaKind::Ward } else { AreaKind::Municipality },
                name,
                kana: Some(reading).filter(|kana| !kana.is_empty()),
                parent: city_code.or(Some(prefecture_code)),
                members: Vec::new(),
                center: center.filter(|position| position.is_near_japan()),
                polygons: Vec::new(),
            },
        ));
    }
    batch.derived = prefectures
        .into_iter()
        .filter(|(_, (line, ..))| *line > 0)
        .map(|(number, (line, name, kana))| (line, prefecture_area(number, &name, kana)))
        .collect();
    batch
}

/// The area of a whole prefecture.
pub(crate) fn prefecture_area(number: u32, name: &str, kana: Option<String>) -> Area {
    Area {
        code: format!("{number:02}000"),
        kind: AreaKind::Prefecture,
        name: name.to_owned(),
        kana,
        parent: None,
        members: Vec::new(),
        center: None,
        polygons: Vec::new(),
    }
}

pub(crate) const TOWN_PREFECTURE: &[&str] = &["pref", "都道府県名"];
pub(crate) const TOWN_CITY: &[&str] = &["city", "市区町村名"];
pub(crate) const TOWN_NAME: &[&str] = &["town", "大字町丁目名", "大字・町丁目名", "大字町・丁目名", "町字名"];
pub(crate) const TOWN_LAT: &[&str] = &["lat", "緯度"];
pub(crate) const TOWN_LON: &[&str] = &["lon", "lng", "経度"];

/// The list of towns.
pub(crate) fn towns(
    table: &Table<'_>,
    dataset: String,
    gazetteer: &Gazetteer,
    progress: &dyn Progress,
) -> Result<Batch<Town>, ReadError> {
    let header = &table.header;
    let (prefecture, city, town) =
        (header.find(TOWN_PREFECTURE), header.find(TOWN_CITY), header.find(TOWN_NAME));
    let koaza = header.find(&["koaza", "小字・通称名", "小字名"]);
    let (lat, lon) = (header.find(TOWN_LAT), header.find(TOWN_LON));
    let mut batch = Batch::new(dataset);
    batch.rows = table.rows.len() as u64;
    batch.records.reserve(table.rows.len());
    let mut previous: Option<(&str, &str, Option<MunicipalityCode>)> = None;
    for (at, row) in table.rows.iter().enumerate() {
        go_on(at, progress)?;
        if refuse_faulty(&mut batch, row) {
            continue;
        }
        let cell = |at: Option<usize>| at.and_then(|at| row.cells.get(at)).map_or("", |cell| cell.trim());
        let (prefecture_name, city_name, name) = (cell(prefecture), cell(city), cell(town));
        let missing = [(prefecture, prefecture_name), (city, city_name), (town, name)];
        if let Some((column, _)) = missing.iter().find(|(_, value)| value.is_empty()) {
            let remedy = "都道府県名・市区町村名・大字町丁目名を埋めてください。";
            batch.rejected.push(rejection(row.line, header.name(*column), "", "missing_name", remedy));
            continue;
        }
        let municipality = match previous {
            Some((p, c, code)) if p == prefecture_name && c == city_name => code,
            _ => gazetteer.find(prefecture_name, city_name),
        };
        previous = Some((prefecture_name, city_name, municipality));
        let position =
            parse_degrees(cell(lat)).zip(parse_degrees(cell(lon))).map(|(lat, lon)| Position { lat, lon });
        batch.records.push((
            row.line,
            Town {
                municipality,
                prefecture: prefecture_name.to_owned(),
                city: city_name.to_owned(),
                name: format!("{name}{}", cell(koaza)),
                position: position.filter(|position| position.is_near_japan()),
            },
        ));
    }
    Ok(batch)
}
