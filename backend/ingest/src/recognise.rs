//! What a file is, told from its content. Its name is asked only for the edition and for the name of a data set no
//! official key names.

use crate::{
    EditionFrom, Kind, Mapping, OpenDataSet, ReadError, SourceFile,
    decode::decode,
    edition_guess::edition_of,
    geojson::{self, Geometry},
    header::Header,
    read::{self, OFFICE},
    table::{self, Row},
};
use hoshizu_catalog::{edition::Edition, number::MunicipalityCode, system::System};

/// What is known before a file is looked at.
#[derive(Debug, Clone)]
pub struct Hints<'a> {
    /// Saved mappings, tried where no reader of ours knows the columns.
    pub mappings: &'a [Mapping],
    /// The mapping chosen for this file; it is used whatever the file looks like.
    pub mapping: Option<&'a Mapping>,
    /// The edition given by the person who imports.
    pub edition: Option<Edition>,
    /// Today, where nothing else tells the edition.
    pub today: Edition,
}

/// What a file is, and how it will be read.
#[derive(Debug, Clone)]
pub struct Recognition {
    /// What it holds.
    pub kind: Kind,
    /// Data set its records belong to, `None` when the kind is unknown.
    pub dataset: Option<String>,
    /// Edition.
    pub edition: Edition,
    /// Where the edition was taken from.
    pub edition_from: EditionFrom,
    /// `UTF-8`, `UTF-8 BOM`, `cp932`, `UTF-16LE`, `UTF-16BE`, `XLSX`, `SHP`.
    pub encoding: &'static str,
    /// `,` or tab.
    pub delimiter: char,
    /// Line of the header, `None` without one.
    pub header_line: Option<u64>,
    /// Columns (properties, for GeoJSON).
    pub columns: Vec<String>,
    /// The first five rows.
    pub sample: Vec<Vec<String>>,
    /// The mapping it will be read by.
    pub mapping: Option<Mapping>,
    pub(crate) header: Option<Header>,
}

/// Recognises a file.
///
/// # Errors
/// When it is a workbook or GeoJSON that does not hold together. A table nobody knows is no error but
/// [`Kind::Unknown`], so that a mapping can be made for it.
pub fn recognise(file: &SourceFile, bytes: &[u8], hints: &Hints<'_>) -> Result<Recognition, ReadError> {
    let (edition, edition_from) = edition_of(file, hints.edition.as_ref(), &hints.today);
    let mut recognition = Recognition {
        kind: Kind::Unknown { nearest: SOME_LIST.to_owned(), missing: Vec::new() },
        dataset: None,
        edition,
        edition_from,
        encoding: "UTF-8",
        delimiter: ',',
        header_line: None,
        columns: Vec::new(),
        sample: Vec::new(),
        mapping: None,
        header: None,
    };
    if read::shapefile_like(bytes) {
        recognition.kind = Kind::Areas;
        recognition.encoding = "SHP";
        recognition.dataset = Some(format!("areas:{}", slug(file)));
        return Ok(recognition);
    }
    if bytes.starts_with(b"PK\x03\x04") {
        recognition.encoding = "XLSX";
        let (_, rows) = table::sheet(bytes, &file.label, &file.limits)?;
        recognise_table(&mut recognition, file, &rows, hints);
        return Ok(recognition);
    }
    // The head tells what a table is; 256 KiB hold a thousand rows.
    let head = &bytes[..bytes.len().min(256 << 10) & !1];
    let decoded = decode(if bytes.len() <= 256 << 10 { bytes } else { head });
    recognition.encoding = decoded.encoding;
    if decoded.text.trim_start().starts_with('{') {
        let decoded = decode(bytes);
        return recognise_geojson(recognition, file, &decoded.text);
    }
    recognition.delimiter = table::delimiter(&decoded.text);
    let mut rows = table::rows(&decoded.text, recognition.delimiter, &file.limits);
    if bytes.len() > 256 << 10 {
        rows.pop();
    }
    recognise_table(&mut recognition, file, &rows, hints);
    Ok(recognition)
}

fn recognise_table(recognition: &mut Recognition, file: &SourceFile, rows: &[Row<'_>], hints: &Hints<'_>) {
    if hints.mapping.is_none() && read::is_medical(rows) {
        recognition.kind = Kind::MedicalInstitutions;
        recognition.dataset = Some("medical:institutions".to_owned());
        recognition.columns =
            ["医療機関コード", "医療機関番号", "医療機関名称", "郵便番号", "住所"].map(str::to_owned).into();
        recognition.sample = sample(rows);
        return;
    }
    // Titles stand above the header of municipal tables; the header of a workbook may have two lines.
    let mut best: Option<(usize, Header, Kind)> = None;
    for (at, row) in rows.iter().take(12).enumerate() {
        let mut headers = vec![(at, Header::new(&row.cells))];
        if let Some(below) = rows.get(at + 1) {
            headers.push((at + 1, Header::new(&joined(row, below))));
        }
        for (at, header) in headers {
            let kind = hints
                .mapping
                .map_or_else(|| kind_of(&header, hints.mappings), |mapping| by_mapping(&header, mapping));
            let is_known = !matches!(kind, Kind::Unknown { .. });
            let misses = |kind: &Kind| match kind {
                // "Some list" says less than a kind that was nearly met.
                Kind::Unknown { nearest, missing } => {
                    missing.len() + if nearest == SOME_LIST { 100 } else { 0 }
                }
                _ => 0,
            };
            let better = best.as_ref().is_none_or(|(_, _, old)| misses(&kind) < misses(old));
            if is_known || better {
                best = Some((at, header, kind));
            }
            if is_known {
                break;
            }
        }
        if best.as_ref().is_some_and(|(_, _, kind)| !matches!(kind, Kind::Unknown { .. })) {
            break;
        }
    }
    let Some((at, header, kind)) = best else { return };
    recognition.header_line = rows.get(at).map(|row| row.line);
    recognition.columns = header.names().to_vec();
    recognition.sample = sample(rows.get(at + 1..).unwrap_or_default());
    recognition.mapping = match &kind {
        Kind::Mapped(name) => {
            hints.mapping.or_else(|| hints.mappings.iter().find(|m| m.name == *name)).cloned()
        }
        _ => None,
    };
    recognition.dataset = dataset_of(&kind, &header, rows.get(at + 1..).unwrap_or_default(), file);
    recognition.kind = kind;
    recognition.header = Some(header);
}

/// Two header lines as one: the lower where it says anything, else the upper.
fn joined<'a>(upper: &Row<'a>, lower: &Row<'a>) -> Vec<std::borrow::Cow<'a, str>> {
    (0..upper.cells.len().max(lower.cells.len()))
        .map(|at| {
            let cell = |row: &Row<'a>| row.cells.get(at).filter(|cell| !cell.trim().is_empty()).cloned();
            cell(lower).or_else(|| cell(upper)).unwrap_or_default()
        })
        .collect()
}

fn sample(rows: &[Row<'_>]) -> Vec<Vec<String>> {
    let cell = |cell: &std::borrow::Cow<'_, str>| cell.chars().take(200).collect();
    rows.iter().take(5).map(|row| row.cells.iter().take(60).map(cell).collect()).collect()
}

const SOME_LIST: &str = "事業所・施設の一覧";
const KAIGO: &[&str] =
    &["No", "都道府県名", "市区町村名", "事業所名", "サービスの種類", "住所", "事業所番号", "利用可能曜日"];
const WAMNET: &[&str] = &[
    "NO",
    "指定機関名",
    "サービス種別",
    "事業所の名称",
    "事業所番号",
    "事業所住所（市区町村）",
    "事業所住所（番地以降）",
];
const MUNICIPAL_OFFICES: &[&str] = &["id", "municipalityId", "categoryId", "name", "plainName"];

fn kind_of(header: &Header, mappings: &[Mapping]) -> Kind {
    use read::{
        MUNICIPALITY_CITY, MUNICIPALITY_CODE, MUNICIPALITY_PREFECTURE, TOWN_CITY, TOWN_LAT, TOWN_LON,
        TOWN_NAME, TOWN_PREFECTURE,
    };
    let has = |names: &[&str]| header.find(names).is_some();
    if header.has_all(KAIGO) {
        return Kind::Kaigo;
    }
    if header.has_all(WAMNET) {
        return Kind::Wamnet;
    }
    if has(&["事業所番号", "office_number"]) && read::ENTRY_SIGNS.iter().any(|names| has(names)) {
        return Kind::Entries;
    }
    if header.has_all(MUNICIPAL_OFFICES) {
        return Kind::MunicipalOffices;
    }
    if [TOWN_PREFECTURE, TOWN_CITY, TOWN_NAME, TOWN_LAT, TOWN_LON].iter().all(|names| has(names)) {
        return Kind::Towns;
    }
    if [read::WAY_FROM, read::WAY_TO, read::WAY_LENGTH].iter().all(|names| has(names)) {
        return Kind::Roads;
    }
    let bands = header.names().iter().filter(|name| read::population_band(name).is_some()).count();
    let is_office = read::opendata_columns(header);
    let names_area =
        has(MUNICIPALITY_CODE) || has(&["hokensha", "保険者", "保険者名", "市区町村名", "市区町村"]);
    if bands > 0 && names_area && header.find(&["名称", "施設名", "事業所名"]).is_none() {
        return Kind::Population;
    }
    let is_municipalities = has(MUNICIPALITY_CODE) && has(MUNICIPALITY_PREFECTURE) && has(MUNICIPALITY_CITY);
    if is_municipalities && header.find(&["名称", "施設名", "事業所名", "住所"]).is_none() {
        return Kind::Municipalities;
    }
    let usable = |mapping: &&Mapping| mapping.columns.values().all(|name| header.find(&[name]).is_some());
    if let Some(mapping) = mappings.iter().find(usable).filter(|mapping| !mapping.columns.is_empty()) {
        return Kind::Mapped(mapping.name.clone());
    }
    match is_office {
        Ok(()) => Kind::OpenData(open_data_set(header)),
        Err(missing) => nearest(header, &missing),
    }
}

fn by_mapping(header: &Header, mapping: &Mapping) -> Kind {
    let missing: Vec<String> =
        mapping.columns.values().filter(|name| header.find(&[name]).is_none()).cloned().collect();
    if missing.is_empty() && !mapping.columns.is_empty() {
        return Kind::Mapped(mapping.name.clone());
    }
    Kind::Unknown { nearest: format!("列の対応「{}」", mapping.name), missing }
}

/// The kind with the fewest columns missing.
fn nearest(header: &Header, office: &[&str]) -> Kind {
    let unknown = |nearest: &str, missing: Vec<&str>| Kind::Unknown {
        nearest: nearest.to_owned(),
        missing: missing.into_iter().map(str::to_owned).collect(),
    };
    // A table by insurer without age bands (要介護認定者数) is population-like: say which columns it would need.
    if header.find(&["保険者", "保険者名", "hokensha"]).is_some() {
        return unknown("人口", vec!["６５歳以上７５歳未満", "７５歳以上８５歳未満", "８５歳以上"]);
    }
    [(KAIGO, "介護サービス情報公表システム"), (WAMNET, "WAM NET")]
        .into_iter()
        .map(|(columns, name)| (header.missing(columns), columns.len(), name))
        .filter(|(missing, all, _)| missing.len() * 2 < *all)
        .min_by_key(|(missing, ..)| missing.len())
        .map_or_else(|| unknown(SOME_LIST, office.to_vec()), |(missing, _, name)| unknown(name, missing))
}

fn open_data_set(header: &Header) -> OpenDataSet {
    let has = |names: &[&str]| header.find(names).is_some();
    if has(&["実施サービス", "介護サービス事業所名称"]) || (has(&["事業所番号"]) && has(&["サービスの種類"]))
    {
        OpenDataSet::CareServices
    } else if has(&["医療機関の種類", "診療科目", "医療機関コード", "病床数", "医療機関名称"])
    {
        OpenDataSet::Medical
    } else if has(&["受入年齢", "認可等年月日", "収容定員", "一時預かりの有無", "病児保育"])
    {
        OpenDataSet::Childcare
    } else if has(&["POIコード", "名称_通称", "バリアフリー情報"]) {
        OpenDataSet::PublicFacilities
    } else {
        OpenDataSet::Other
    }
}

fn dataset_of(kind: &Kind, header: &Header, rows: &[Row<'_>], file: &SourceFile) -> Option<String> {
    let by_service = |prefix: &str, column: &str, systems: &[System]| {
        let at = header.find(&[column])?;
        let mut named =
            rows.iter().take(200).filter_map(|row| read::of_official(systems, row.cells.get(at)?));
        let code = &named.next()?.definition().code;
        Some(format!("{prefix}:{}", code.split_once('-').map_or(code.as_str(), |(_, number)| number)))
    };
    let set = |name: &str| {
        Some(format!("municipal:{name}:{}", municipality_of(header, rows).unwrap_or_else(|| slug(file))))
    };
    match kind {
        Kind::Kaigo => {
            by_service("kaigo", "サービスの種類", &[System::Care]).or(Some("kaigo:unknown".to_owned()))
        }
        Kind::Wamnet => by_service("wamnet", "サービス種別", &[System::Disability, System::Child])
            .or(Some("wamnet:unknown".to_owned())),
        Kind::OpenData(OpenDataSet::CareServices) => set("care_services"),
        Kind::OpenData(OpenDataSet::Medical) => set("medical"),
        Kind::OpenData(OpenDataSet::PublicFacilities) => set("public_facilities"),
        Kind::OpenData(OpenDataSet::Childcare) => set("childcare"),
        Kind::OpenData(OpenDataSet::Other) => Some(format!("municipal:{}", slug(file))),
        Kind::MedicalInstitutions => Some("medical:institutions".to_owned()),
        Kind::MunicipalOffices => Some("municipal:offices".to_owned()),
        Kind::Municipalities => Some("areas:municipalities".to_owned()),
        Kind::Population => Some(format!("population:{}", slug(file))),
        Kind::Towns => Some("towns:national".to_owned()),
        Kind::Roads => Some(format!("roads:{}", slug(file))),
        Kind::Entries => Some(format!("entries:{}", slug(file))),
        Kind::Mapped(name) => Some(format!("mapped:{name}")),
        Kind::Points | Kind::Areas | Kind::BaseMap | Kind::Unknown { .. } => None,
    }
}

/// The municipality that publishes a list: the code of its first rows.
fn municipality_of(header: &Header, rows: &[Row<'_>]) -> Option<String> {
    let names =
        OFFICE.iter().find_map(|(_, names)| names.contains(&"全国地方公共団体コード").then_some(*names))?;
    let at = header.find(names)?;
    rows.iter().take(20).find_map(|row| {
        MunicipalityCode::parse(&crate::mend::narrow(row.cells.get(at)?.trim()))
            .ok()
            .map(|code| code.to_string())
    })
}

fn recognise_geojson(
    mut recognition: Recognition,
    file: &SourceFile,
    text: &str,
) -> Result<Recognition, ReadError> {
    let features = geojson::features(text, &file.label)?;
    let mut counts = [0_usize; 3];
    for (properties, geometry) in features.iter().take(200).filter_map(|f| f.content.as_ref().ok()) {
        let class = geojson::text(properties, "class");
        if class.is_some_and(|class| read::BASE_CLASSES.contains(&class.as_str())) {
            counts[0] += 1;
        } else if matches!(geometry, Geometry::Polygons(_)) {
            counts[1] += 1;
        } else if matches!(geometry, Geometry::Points(_)) && read::point_name(properties).is_some() {
            counts[2] += 1;
        }
        if recognition.columns.is_empty() {
            recognition.columns = properties.keys().cloned().collect();
        }
    }
    let shown = |properties: &serde_json::Map<String, serde_json::Value>| {
        recognition.columns.iter().map(|name| geojson::text(properties, name).unwrap_or_default()).collect()
    };
    recognition.sample =
        features.iter().filter_map(|f| f.content.as_ref().ok()).take(5).map(|(p, _)| shown(p)).collect();
    let most = counts.iter().copied().max().unwrap_or(0);
    let is_n03 = recognition.columns.iter().any(|name| name == "N03_007");
    let (kind, dataset) = if most == 0 {
        let missing = vec!["name".to_owned()];
        (Kind::Unknown { nearest: "GeoJSON（点または多角形）".to_owned(), missing }, None)
    } else if counts[0] == most {
        (Kind::BaseMap, Some(format!("base_map:{}", slug(file))))
    } else if counts[1] == most {
        (Kind::Areas, Some(if is_n03 { "areas:n03".to_owned() } else { format!("areas:{}", slug(file)) }))
    } else {
        (Kind::Points, Some(format!("points:{}", slug(file))))
    };
    recognition.kind = kind;
    recognition.dataset = dataset;
    Ok(recognition)
}

/// The name of a file without extensions and dates, the same from edition to edition: `jigyosho_202503.geojson` →
/// `jigyosho`.
pub(crate) fn slug(file: &SourceFile) -> String {
    let stem = file.file_name().split('.').next().unwrap_or_default().to_lowercase();
    let is_date =
        |part: &str| part.len() >= 4 && part.bytes().all(|b| b.is_ascii_digit()) && part.starts_with("20");
    let parts: Vec<&str> = stem
        .split(|c: char| !c.is_alphanumeric())
        .filter(|part| !part.is_empty() && !is_date(part))
        .collect();
    if parts.is_empty() { "file".to_owned() } else { parts.join("_").chars().take(60).collect() }
}
