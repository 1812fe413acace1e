//! The office tables we know: what is particular to each of them.

use super::{
    Table,
    columns::{Columns, Field, KAIGO, MUNICIPAL_OFFICES, OFFICE, WAMNET},
    listing::{Otherwise, Plan, read_all},
};
use crate::{Batch, Gazetteer, Mapping, OpenDataSet, ReadError, header::Header, mend::Marks};
use hoshizu_catalog::{
    listing::{Listing, MarkKind},
    number::MunicipalityCode,
    progress::Progress,
    system::System,
};
use std::{borrow::Cow, collections::BTreeMap};

type Result<T> = std::result::Result<T, ReadError>;

fn plan<'a>(columns: Columns, systems: &'static [System], gazetteer: &'a Gazetteer) -> Plan<'a> {
    Plan {
        columns,
        constants: BTreeMap::new(),
        systems,
        otherwise: Otherwise::Reject,
        extra: Vec::new(),
        is_wamnet: false,
        code_is_served: false,
        gazetteer,
    }
}

/// 介護サービス情報公表システム.
pub(crate) fn kaigo(
    table: &Table<'_>,
    dataset: String,
    gazetteer: &Gazetteer,
    progress: &dyn Progress,
) -> Result<Batch<Listing>> {
    let mut plan = plan(Columns::find(&table.header, KAIGO), &[System::Care], gazetteer);
    plan.extra = ["介護保険の通常の指定基準を満たしている", "障害福祉の通常の指定基準を満たしている"]
        .iter()
        .filter_map(|name| table.header.find(&[name]))
        .collect();
    read_all(table, &plan, dataset, progress)
}

/// WAM NET 障害福祉サービス等情報.
pub(crate) fn wamnet(
    table: &Table<'_>,
    dataset: String,
    gazetteer: &Gazetteer,
    progress: &dyn Progress,
) -> Result<Batch<Listing>> {
    let columns = Columns::find(&table.header, WAMNET);
    let mut plan = plan(columns, &[System::Disability, System::Child], gazetteer);
    plan.is_wamnet = true;
    plan.extra = table.header.find(&["指定機関名"]).into_iter().collect();
    read_all(table, &plan, dataset, progress)
}

/// 自治体標準オープンデータセット and lists like it.
pub(crate) fn open_data(
    table: &Table<'_>,
    set: OpenDataSet,
    dataset: String,
    gazetteer: &Gazetteer,
    progress: &dyn Progress,
) -> Result<Batch<Listing>> {
    let columns = Columns::find(&table.header, OFFICE);
    let systems: &'static [System] = match set {
        OpenDataSet::CareServices => &[System::Care],
        OpenDataSet::Medical => &[System::Health],
        OpenDataSet::Childcare => &[System::Child],
        _ => &System::ALL,
    };
    let mut plan = plan(columns, systems, gazetteer);
    plan.otherwise = match set {
        OpenDataSet::CareServices => Otherwise::Reject,
        OpenDataSet::Medical => Otherwise::Words("health-clinic"),
        OpenDataSet::Childcare => Otherwise::Words("child-nursery"),
        OpenDataSet::PublicFacilities | OpenDataSet::Other => Otherwise::Words("municipal-facility"),
    };
    plan.extra = free_columns(table, &plan.columns);
    read_all(table, &plan, dataset, progress)
}

/// Columns no field stands at, but those that say nothing about an office.
fn free_columns(table: &Table<'_>, columns: &Columns) -> Vec<usize> {
    const DULL: [&str; 5] = ["地方公共団体名", "町字ID", "高度の種別", "高度の値", "内線番号"];
    let header = &table.header;
    (0..header.names().len())
        .filter(|at| columns.is_free(*at) && !header.name(Some(*at)).is_empty())
        .filter(|at| !DULL.iter().any(|dull| header.find(&[dull]) == Some(*at)))
        .take(40)
        .collect()
}

/// 自治体窓口. `jp-14207` of the column municipalityId, or the prefecture of the column prefectureCode, says where a desk
/// is that has no address.
pub(crate) fn municipal_offices(
    table: &Table<'_>,
    dataset: String,
    gazetteer: &Gazetteer,
    progress: &dyn Progress,
) -> Result<Batch<Listing>> {
    let table = with_codes(table, gazetteer);
    let header = &table.header;
    let mut columns = Columns::find(header, MUNICIPAL_OFFICES);
    columns.set(Field::Kind, header.find(&["plainName"]));
    columns.set(Field::Code, header.find(&["lgcode"]));
    columns.set(Field::Prefecture, header.find(&["prefecture"]));
    let mut plan = plan(columns, &[System::Municipal, System::Community], gazetteer);
    plan.code_is_served = true;
    plan.otherwise = Otherwise::Words("municipal-desk");
    plan.extra = [
        "department",
        "plainName",
        "categoryId",
        "status",
        "contactType",
        "verificationLevel",
        "lastVerifiedAt",
        "serviceArea",
        "availableMethods",
        "contactFormUrl",
        "eligibilityConditions",
        "emergencyAlternative",
    ]
    .iter()
    .filter_map(|name| header.find(&[name]))
    .collect();
    let mut batch = read_all(&table, &plan, dataset, progress)?;
    // What its publisher has not reviewed is shown as doubtful.
    for (_, listing) in &mut batch.records {
        if listing.extra.get("status").is_some_and(|status| status == "review_required") {
            let mut marks = Marks(std::mem::take(&mut listing.marks));
            marks.add("status", MarkKind::Damaged, "review_required");
            listing.marks = marks.0;
        }
    }
    Ok(batch)
}

/// The table with the code and the prefecture of each desk behind its columns.
fn with_codes<'a>(table: &Table<'a>, gazetteer: &Gazetteer) -> Table<'a> {
    let (id, prefecture) = (table.header.find(&["municipalityId"]), table.header.find(&["prefectureCode"]));
    let width = table.header.names().len();
    let mut names: Vec<Cow<'_, str>> = table.header.names().iter().cloned().map(Cow::Owned).collect();
    names.extend(["lgcode", "prefecture"].map(Cow::Borrowed));
    let rows = table
        .rows
        .iter()
        .map(|row| {
            let cell = |at: Option<usize>| at.and_then(|at| row.cells.get(at)).map_or("", |cell| cell.trim());
            let code = cell(id).strip_prefix("jp-").and_then(|code| MunicipalityCode::parse(code).ok());
            let number = code.map(MunicipalityCode::prefecture).or_else(|| cell(prefecture).parse().ok());
            let prefecture =
                number.and_then(|number| gazetteer.prefecture(number)).unwrap_or_default().to_owned();
            let mut row = row.clone();
            row.cells.resize(width, Cow::Borrowed(""));
            row.cells.push(Cow::Owned(code.map(|code| code.to_string()).unwrap_or_default()));
            row.cells.push(Cow::Owned(prefecture));
            row
        })
        .collect();
    Table { header: Header::new(&names), rows }
}

/// Any table, by a mapping made by hand.
pub(crate) fn mapped(
    table: &Table<'_>,
    mapping: &Mapping,
    dataset: String,
    gazetteer: &Gazetteer,
    progress: &dyn Progress,
) -> Result<Batch<Listing>> {
    let mut columns = Columns::find(&table.header, &[]);
    let mut constants = BTreeMap::new();
    for (name, field) in MAPPED {
        columns.set(*field, mapping.columns.get(*name).and_then(|header| table.header.find(&[header])));
        if let Some(value) = mapping.constants.get(*name) {
            constants.insert(*field, value.clone());
        }
    }
    let mut plan = plan(columns, &System::ALL, gazetteer);
    plan.constants = constants;
    plan.extra = free_columns(table, &plan.columns);
    read_all(table, &plan, dataset, progress)
}

/// Fields of a mapping ([`Mapping::OFFICE_FIELDS`]).
const MAPPED: &[(&str, Field)] = &[
    ("key", Field::Key),
    ("service", Field::Service),
    ("name", Field::Name),
    ("kana", Field::Kana),
    ("number", Field::Number),
    ("organization", Field::OrgName),
    ("organization_kana", Field::OrgKana),
    ("organization_number", Field::OrgNumber),
    ("prefecture", Field::Prefecture),
    ("city", Field::City),
    ("municipality", Field::Code),
    ("postal_code", Field::PostalCode),
    ("address", Field::Address),
    ("building", Field::Building),
    ("latitude", Field::Lat),
    ("longitude", Field::Lon),
    ("phone", Field::Phone),
    ("fax", Field::Fax),
    ("url", Field::Url),
    ("email", Field::Email),
    ("capacity", Field::Capacity),
    ("weekday", Field::Weekday),
    ("saturday", Field::Saturday),
    ("sunday", Field::Sunday),
    ("holiday", Field::Holiday),
    ("closed", Field::Closed),
    ("remarks", Field::Remarks),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_field_a_mapping_may_name_is_read() {
        let names: Vec<&str> = MAPPED.iter().map(|(name, _)| *name).collect();
        assert_eq!(names, Mapping::OFFICE_FIELDS);
    }
}
