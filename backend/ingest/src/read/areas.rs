//! 圏域 with polygons: N03 of 国土数値情報, and any GeoJSON or shapefile with a name or a code.

use crate::{
    Batch, Gazetteer, ReadError, SourceFile,
    decode::decode,
    gazetteer::middle,
    geojson::{self, Feature, Geometry},
    read::regions::prefecture_area,
    report::rejection,
    shapefile,
};
use hoshizu_catalog::{
    area::{Area, AreaKind, Polygon},
    number::MunicipalityCode,
    position::Position,
    progress::Progress,
};
use serde_json::{Map, Value};
use std::collections::{BTreeMap, HashMap};

const NAMES: &[&str] = &[
    "name",
    "名称",
    "圏域名",
    "日常生活圏域名",
    "区域名",
    "center_name",
    "A27_004",
    "学校名",
    "label",
    "title",
];
const NUMBERS: &[&str] = &["code", "area_id", "id", "ID", "番号", "圏域番号", "圏域コード", "A27_003"];

type Properties = Map<String, Value>;

pub(crate) fn read(
    file: &SourceFile,
    bytes: &[u8],
    dataset: String,
    gazetteer: &Gazetteer,
    progress: &dyn Progress,
) -> Result<Batch<Area>, ReadError> {
    let features = features(file, bytes)?;
    progress.phase("read", features.len() as u64);
    let mut batch: Batch<Area> = Batch::new(dataset);
    batch.rows = features.len() as u64;
    let mut at_code: HashMap<String, usize> = HashMap::new();
    let mut prefectures: BTreeMap<u32, (u64, String)> = BTreeMap::new();
    for (at, feature) in features.into_iter().enumerate() {
        if at % 256 == 255 {
            progress.advance(256);
            if progress.is_cancelled() {
                return Err(ReadError::Cancelled);
            }
        }
        let line = feature.line;
        let (properties, geometry) = match feature.content {
            Ok(content) => content,
            Err(reason) => {
                let remedy = "この図形を直すか取り除いてください（座標は経度・緯度の順、度で書きます）。";
                batch.rejected.push(rejection(line, "geometry", &reason, "bad_geometry", remedy));
                continue;
            }
        };
        let Geometry::Polygons(polygons) = geometry else {
            let remedy = "区域は多角形（Polygon）で描いてください。";
            batch.rejected.push(rejection(line, "geometry", "", "no_polygon", remedy));
            continue;
        };
        let polygons: Vec<Polygon> =
            polygons.into_iter().filter(|p| p.first().is_some_and(|r| r.len() >= 4)).collect();
        let read = if properties.contains_key("N03_007") {
            n03(&properties, &mut prefectures, line)
        } else {
            any(&properties, &polygons, file, gazetteer)
        };
        match read {
            Err((column, value, reason, remedy)) => {
                batch.rejected.push(rejection(line, column, &value, reason, remedy));
            }
            Ok(mut area) => {
                if let Some(at) = at_code.get(&area.code) {
                    // Islands of one municipality come as features of their own.
                    batch.records[*at].1.polygons.extend(polygons);
                    batch.merged += 1;
                } else {
                    at_code.insert(area.code.clone(), batch.records.len());
                    area.polygons = polygons;
                    batch.records.push((line, area));
                }
            }
        }
    }
    for (_, area) in &mut batch.records {
        area.center = area.center.or_else(|| center(&area.polygons));
    }
    let cities = cities_of_wards(&mut batch, gazetteer);
    for (number, (line, name)) in prefectures {
        batch.derived.push((line, prefecture_area(number, &name, None)));
    }
    batch.derived.extend(cities);
    Ok(batch)
}

fn features(file: &SourceFile, bytes: &[u8]) -> Result<Vec<Feature>, ReadError> {
    if !shapefile_like(bytes) {
        return geojson::features(&decode(bytes).text, &file.label);
    }
    let attributes = match file.companion_bytes() {
        Some(table) => shapefile::attributes(&table?),
        None => Vec::new(),
    };
    let mut attributes = attributes.into_iter();
    Ok(shapefile::polygons(bytes, &file.label)?
        .into_iter()
        .enumerate()
        .map(|(at, polygons)| Feature {
            line: at as u64 + 1,
            content: Ok((attributes.next().unwrap_or_default(), Geometry::Polygons(polygons))),
        })
        .collect())
}

/// Whether the bytes are a shapefile.
pub(crate) fn shapefile_like(bytes: &[u8]) -> bool {
    bytes.starts_with(&9_994_u32.to_be_bytes())
}

type Fault = (&'static str, String, &'static str, &'static str);

/// A municipality or ward of 国土数値情報 N03: 都道府県, 支庁, 郡・政令市, 市区町村, code.
fn n03(
    properties: &Properties,
    prefectures: &mut BTreeMap<u32, (u64, String)>,
    line: u64,
) -> Result<Area, Fault> {
    let text = |name: &str| geojson::text(properties, name).unwrap_or_default();
    let (prefecture, upper, name, code) =
        (text("N03_001"), text("N03_003"), text("N03_004"), text("N03_007"));
    // Since 2023 the ward has a column of its own.
    let ward_column = text("N03_005");
    let Ok(parsed) = MunicipalityCode::parse(&code) else {
        let remedy = "所属未定地などコードのない区域です。取り込みません。";
        return Err(("N03_007", format!("{prefecture}{upper}{name}"), "no_code", remedy));
    };
    prefectures.entry(parsed.prefecture()).or_insert((line, prefecture));
    let (city, ward) = if ward_column.is_empty() {
        (upper.as_str(), name.as_str())
    } else {
        (name.as_str(), ward_column.as_str())
    };
    let is_ward = city.ends_with('市') && ward.ends_with('区');
    let name = if is_ward { format!("{city}{ward}") } else { name };
    if name.is_empty() {
        return Err(("N03_004", code, "missing_name", "市区町村名を埋めてください。"));
    }
    Ok(Area {
        code: parsed.to_string(),
        kind: if is_ward { AreaKind::Ward } else { AreaKind::Municipality },
        name,
        kana: None,
        parent: Some(format!("{:02}000", parsed.prefecture())),
        members: Vec::new(),
        center: None,
        polygons: Vec::new(),
    })
}

/// 政令指定都市 are in N03 only as their wards: the city is made as an area with its wards for members, and becomes
/// their parent where its code is known.
fn cities_of_wards(batch: &mut Batch<Area>, gazetteer: &Gazetteer) -> Vec<(u64, Area)> {
    let mut cities: BTreeMap<String, (u64, Area)> = BTreeMap::new();
    for (line, ward) in batch.records.iter_mut().filter(|(_, area)| area.kind == AreaKind::Ward) {
        let Some(code) = code_of_city(ward, gazetteer) else { continue };
        let Some(name) = crate::gazetteer::city_of_ward(&ward.name) else { continue };
        let prefecture = ward.parent.replace(code.clone());
        let (_, city) = cities.entry(code.clone()).or_insert_with(|| {
            (
                *line,
                Area {
                    code,
                    kind: AreaKind::Municipality,
                    name: name.to_owned(),
                    kana: None,
                    parent: prefecture,
                    members: Vec::new(),
                    center: None,
                    polygons: Vec::new(),
                },
            )
        });
        city.members.push(ward.code.clone());
    }
    cities.into_values().collect()
}

/// The code of a ward's city: from the gazetteer, else by the rule of JIS X 0402 that a designated city has the round
/// code below its wards (札幌市 01100 for 01101–01110; 川崎市 14130 for 14131–; 堺市 27140).
fn code_of_city(ward: &Area, gazetteer: &Gazetteer) -> Option<String> {
    let code = MunicipalityCode::parse(&ward.code).ok()?;
    let name = crate::gazetteer::city_of_ward(&ward.name)?;
    let prefecture = gazetteer.prefecture(code.prefecture())?;
    gazetteer.find(prefecture, name).map(|city| city.to_string()).or_else(|| {
        // 横浜市 14100 has wards up to 14118 and 大阪市 27100 up to 27128: below 130 the city is the hundred.
        let within = code.number() % 1_000;
        let base = if within < 130 || (27_100..27_130).contains(&code.number()) {
            within / 100 * 100
        } else {
            within / 10 * 10
        };
        MunicipalityCode::from_number(code.prefecture() * 1_000 + base).map(|city| city.to_string())
    })
}

/// Any polygon with a name or a number: an area inside the municipality its middle lies in.
fn any(
    properties: &Properties,
    polygons: &[Polygon],
    file: &SourceFile,
    gazetteer: &Gazetteer,
) -> Result<Area, Fault> {
    if let Some(area) = stored(properties) {
        return Ok(area);
    }
    let number = geojson::first(properties, NUMBERS);
    let name = geojson::first(properties, NAMES).or_else(|| number.as_ref().map(|n| format!("第{n}圏域")));
    let Some(name) = name else {
        return Err((
            "name",
            String::new(),
            "missing_name",
            "区域の名称（name）かコード（code）を付けてください。",
        ));
    };
    if polygons.is_empty() {
        return Err(("geometry", name, "no_polygon", "区域は多角形（Polygon）で描いてください。"));
    }
    let center = center(polygons);
    let kind = kind_of(properties, &name);
    let stated = geojson::text(properties, "parent").and_then(|code| MunicipalityCode::parse(&code).ok());
    let municipality = stated.or_else(|| center.and_then(|position| gazetteer.locate(position)));
    let scope = municipality.map_or_else(|| crate::recognise::slug(file), |code| code.to_string());
    Ok(Area {
        code: format!("{}:{scope}:{}", kind.code(), number.as_deref().unwrap_or(&name)),
        kind,
        name,
        kana: geojson::first(properties, &["kana", "name_kana", "名称_カナ"])
            .map(|kana| crate::mend::hiragana(&kana)),
        parent: municipality.map(|code| code.to_string()),
        members: Vec::new(),
        center,
        polygons: Vec::new(),
    })
}

/// A municipality, ward or prefecture stated with its code, as our own export writes it: `code`, `name`, `kind`.
fn stored(properties: &Properties) -> Option<Area> {
    let code = area_code(properties)?;
    let name = geojson::first(properties, NAMES)?;
    let kind = match geojson::text(properties, "kind").as_deref().and_then(AreaKind::from_code) {
        Some(kind) => kind,
        None if code.is_prefecture() => AreaKind::Prefecture,
        None if crate::gazetteer::city_of_ward(&name).is_some() => AreaKind::Ward,
        None if name.ends_with(['市', '区', '町', '村']) => AreaKind::Municipality,
        None => return None,
    };
    if !matches!(kind, AreaKind::Prefecture | AreaKind::Municipality | AreaKind::Ward) {
        return None;
    }
    let parent = (kind != AreaKind::Prefecture).then(|| format!("{:02}000", code.prefecture()));
    Some(Area {
        code: code.to_string(),
        kind,
        name,
        kana: geojson::first(properties, &["kana", "name_kana"]),
        parent: geojson::text(properties, "parent").or(parent),
        members: Vec::new(),
        center: None,
        polygons: Vec::new(),
    })
}

fn area_code(properties: &Properties) -> Option<MunicipalityCode> {
    let code = geojson::first(
        properties,
        &["code", "lgcode", "団体コード", "市区町村コード", "N03_007", "全国地方公共団体コード"],
    )?;
    MunicipalityCode::parse(&code).ok()
}

fn kind_of(properties: &Properties, name: &str) -> AreaKind {
    let stated = geojson::first(properties, &["kind", "種別", "区分"]).unwrap_or_default();
    if let Some(kind) = AreaKind::from_code(&stated) {
        return kind;
    }
    let has = |word: &str| name.contains(word) || stated.contains(word);
    if properties.contains_key("A27_004") || has("学区") || has("校区") || name.ends_with("学校") {
        AreaKind::SchoolDistrict
    } else if has("二次医療圏") {
        AreaKind::MedicalArea
    } else if has("障害保健福祉圏域") {
        AreaKind::DisabilityArea
    } else if has("保健所") {
        AreaKind::HealthCenterArea
    } else {
        AreaKind::CommunityArea
    }
}

fn center(polygons: &[Polygon]) -> Option<Position> {
    let size = |polygon: &&Polygon| {
        polygon.first().map_or(0.0, |ring| {
            ring.windows(2).map(|w| w[0][0] * w[1][1] - w[1][0] * w[0][1]).sum::<f64>().abs()
        })
    };
    polygons.iter().max_by(|a, b| size(a).total_cmp(&size(b))).map(|polygon| middle(polygon))
}
