//! Offices as GeoJSON points: the properties become the row of a table and are read like any other.

use super::{
    Table,
    columns::{Columns, Field, OFFICE},
    listing::{Otherwise, Plan, read_all},
};
use crate::{
    Batch, Gazetteer, ReadError, SourceFile,
    geojson::{self, Geometry},
    header::Header,
    report::rejection,
    table::Row,
};
use hoshizu_catalog::{listing::Listing, number::MunicipalityCode, progress::Progress, system::System};
use serde_json::{Map, Value};
use std::{borrow::Cow, collections::BTreeMap};

/// Properties that hold a field under a name no table uses.
const PROPERTIES: &[(Field, &[&str])] = &[
    (Field::Name, &["name", "名称", "施設名", "事業所名", "center_name", "P28_005", "P04_002", "P14_008"]),
    (Field::Key, &["jigyosho_id", "facility_id", "id", "ID"]),
    (Field::Number, &["jigyosho_id", "office_number"]),
    (Field::Service, &["service", "service_type"]),
    (Field::Kind, &["category_label", "category", "type"]),
    (Field::Address, &["address_full", "address", "P28_006", "P04_003"]),
    (Field::Code, &["municipality_code", "P28_001"]),
    (Field::Phone, &["tel", "phone"]),
    (Field::Fax, &["fax"]),
    (Field::Url, &["website", "url", "homepage"]),
    (Field::Capacity, &["capacity"]),
];

/// The name of a point, for recognition.
pub(crate) fn name_of(properties: &Map<String, Value>) -> Option<String> {
    geojson::first(properties, PROPERTIES[0].1).or_else(|| {
        let names =
            OFFICE.iter().find(|(field, _)| *field == Field::Name).map_or(&[][..], |(_, names)| names);
        geojson::first(properties, names)
    })
}

pub(crate) fn read(
    text: &str,
    file: &SourceFile,
    dataset: String,
    gazetteer: &Gazetteer,
    progress: &dyn Progress,
) -> Result<Batch<Listing>, ReadError> {
    let features = geojson::features(text, &file.label)?;
    progress.phase("read", features.len() as u64);
    let total = features.len() as u64;
    let mut names: Vec<String> = Vec::new();
    let mut points = Vec::new();
    let mut refused = Vec::new();
    for feature in features {
        match feature.content {
            Ok((properties, Geometry::Points(at))) if !at.is_empty() => {
                for name in properties.keys() {
                    if !names.contains(name) && names.len() < file.limits.columns {
                        names.push(name.clone());
                    }
                }
                points.push((feature.line, properties, at[0]));
            }
            Ok(_) => {
                let remedy = "位置を点（Point）で付けてください。";
                refused.push(rejection(feature.line, "geometry", "", "no_point", remedy));
            }
            Err(reason) => {
                let remedy = "この地物を直すか取り除いてください。";
                refused.push(rejection(feature.line, "geometry", &reason, "bad_geometry", remedy));
            }
        }
    }
    let table = as_table(&names, points, gazetteer);
    let plan = plan(&table.header, gazetteer);
    let mut batch = read_all(&table, &plan, dataset, progress)?;
    batch.rows = total;
    batch.rejected.extend(refused);
    batch.rejected.sort_by_key(|rejection| rejection.line);
    Ok(batch)
}

type Point = (u64, Map<String, Value>, [f64; 2]);

/// Properties as columns, then longitude, latitude and, for the 保健所 of P28, what they are.
fn as_table(names: &[String], points: Vec<Point>, gazetteer: &Gazetteer) -> Table<'static> {
    let mut cells: Vec<Cow<'static, str>> = names.iter().cloned().map(Cow::Owned).collect();
    cells.extend(["経度", "緯度", "サービスの種類"].map(Cow::Borrowed));
    let header = Header::new(&cells);
    let implied = implied_service(names);
    let rows = points
        .into_iter()
        .map(|(line, properties, [lon, lat])| {
            let cell = |name: &String| Cow::Owned(geojson::text(&properties, name).unwrap_or_default());
            let mut cells: Vec<Cow<'static, str>> = names.iter().map(cell).collect();
            cells.push(Cow::Owned(lon.to_string()));
            cells.push(Cow::Owned(lat.to_string()));
            cells.push(Cow::Borrowed(implied));
            Row { line, cells, fault: None }
        })
        .collect();
    let mut table = Table { header, rows };
    complete_codes(&mut table, gazetteer);
    table
}

/// What points are whose properties have no column for it.
fn implied_service(names: &[String]) -> &'static str {
    let has = |name: &str| names.iter().any(|have| have == name);
    if has("P28_005") {
        "health-center"
    } else if has("center_name") && (has("area_id") || has("school_districts")) {
        // The centre of a 日常生活圏域.
        "care-support-center"
    } else {
        ""
    }
}

/// Points without a code and without a municipality in their address get the municipality they lie in.
fn complete_codes(table: &mut Table<'_>, gazetteer: &Gazetteer) {
    if table
        .header
        .find(&["municipality_code", "P28_001", "市区町村コード", "全国地方公共団体コード"])
        .is_some()
    {
        return;
    }
    let address = table.header.find(&["address_full", "address", "住所", "所在地"]);
    let (lon, lat) = (table.header.find(&["経度"]), table.header.find(&["緯度"]));
    let mut cells: Vec<Cow<'_, str>> = table.header.names().iter().cloned().map(Cow::Owned).collect();
    cells.push(Cow::Borrowed("municipality_code"));
    table.header = Header::new(&cells);
    for row in &mut table.rows {
        let number = |at: Option<usize>| at.and_then(|at| row.cells.get(at)?.parse().ok());
        let position =
            number(lat).zip(number(lon)).map(|(lat, lon)| hoshizu_catalog::position::Position { lat, lon });
        let stated = address.and_then(|at| row.cells.get(at)).and_then(|text| gazetteer.split(text, None));
        let code: Option<MunicipalityCode> =
            if stated.is_some() { None } else { position.and_then(|at| gazetteer.locate(at)) };
        row.cells.push(Cow::Owned(code.map(|code| code.to_string()).unwrap_or_default()));
    }
}

fn plan<'a>(header: &Header, gazetteer: &'a Gazetteer) -> Plan<'a> {
    let mut columns = Columns::find(header, OFFICE);
    for (field, names) in PROPERTIES {
        if columns.get(*field).is_none() || matches!(field, Field::Name | Field::Key) {
            columns.set(*field, header.find(names).or(columns.get(*field)));
        }
    }
    let last = header.names().iter().rposition(|name| name == "サービスの種類");
    let service = header.find(&["service", "service_type", "実施サービス", "サービス種別"]);
    columns.set(Field::Service, service.or(last));
    let extra = (0..header.names().len())
        .filter(|at| columns.is_free(*at) && header.name(Some(*at)) != "サービスの種類")
        .take(40)
        .collect();
    Plan {
        columns,
        constants: BTreeMap::new(),
        systems: &System::ALL,
        otherwise: Otherwise::Words("municipal-facility"),
        extra,
        is_wamnet: false,
        code_is_served: false,
        gazetteer,
    }
}
