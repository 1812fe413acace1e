//! One row of any office table to a [`Listing`].

use super::{
    Table,
    columns::{Columns, Field},
    keys, refuse_faulty, schedule,
    service::Services,
};
use crate::{
    Batch, Gazetteer, ReadError,
    mend::{self, AddressParts, Marks},
    report::{Learned, rejection},
    table::Row,
};
use hoshizu_catalog::{
    listing::{Listing, MarkKind, OrganizationRef, Rejection, Schedule},
    number::{MunicipalityCode, OfficeNumber, OrganizationNumber},
    progress::Progress,
    system::System,
    taxonomy::ServiceType,
};
use rayon::prelude::*;
use std::collections::{BTreeMap, BTreeSet};

/// How the rows of one file are read.
pub(crate) struct Plan<'a> {
    pub columns: Columns,
    pub constants: BTreeMap<Field, String>,
    /// Systems whose service names may stand in the service column.
    pub systems: &'static [System],
    /// Service of a row whose columns state none.
    pub otherwise: Otherwise,
    /// Columns kept as they are, under their header.
    pub extra: Vec<usize>,
    pub is_wamnet: bool,
    /// Whether the code column names the municipality a desk serves, which may be another than it stands in.
    pub code_is_served: bool,
    pub gazetteer: &'a Gazetteer,
}

/// What a row without a usable service column means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Otherwise {
    /// Nothing: it is rejected.
    Reject,
    /// What the words of its kind and name tell, else this.
    Words(&'static str),
}

/// What one row became: a listing and the further services it names.
type Read = Result<(Listing, Vec<ServiceType>), Rejection>;

/// Rows with their lines; no reading where the table reader found a fault, none at all where the work was stopped.
type Chunk = Option<Vec<(u64, Option<Read>)>>;

/// Reads all rows, settles keys, and counts.
pub(crate) fn read_all(
    table: &Table<'_>,
    plan: &Plan<'_>,
    dataset: String,
    progress: &dyn Progress,
) -> Result<Batch<Listing>, ReadError> {
    const CHUNK: usize = 1_024;
    let services = Services::default();
    let chunks: Vec<Chunk> = table
        .rows
        .par_chunks(CHUNK)
        .map(|rows| {
            if progress.is_cancelled() {
                return None;
            }
            let read = rows
                .iter()
                .map(|row| (row.line, row.fault.is_none().then(|| read_row(table, plan, &services, row))))
                .collect();
            progress.advance(rows.len() as u64);
            Some(read)
        })
        .collect();
    let mut batch = Batch::new(dataset);
    batch.rows = table.rows.len() as u64;
    let mut further: Vec<(u64, String, Vec<ServiceType>)> = Vec::new();
    let mut rows = table.rows.iter();
    for chunk in chunks {
        for (line, read) in chunk.ok_or(ReadError::Cancelled)? {
            let Some(row) = rows.next() else { break };
            match read {
                None => drop(refuse_faulty(&mut batch, row)),
                Some(Err(rejection)) => batch.rejected.push(rejection),
                Some(Ok((listing, more))) => {
                    if !more.is_empty() {
                        further.push((line, listing.key.clone(), more));
                    }
                    batch.records.push((line, listing));
                }
            }
        }
    }
    keys::settle(&mut batch, table.header.name(plan.columns.get(Field::Key)));
    batch.derived = further_services(&batch, &further);
    batch.learned = learned(table, plan);
    Ok(batch)
}

/// A row that names several services stands for one listing each; the further ones have the service behind their key.
fn further_services(
    batch: &Batch<Listing>,
    further: &[(u64, String, Vec<ServiceType>)],
) -> Vec<(u64, Listing)> {
    let mut derived = Vec::new();
    let mut records = batch.records.iter();
    for (line, _, services) in further {
        let Some((_, listing)) = records.by_ref().find(|(at, _)| at == line) else { break };
        derived.extend(services.iter().map(|service| {
            let key = format!("{}#{}", listing.key, service.definition().code);
            (*line, Listing { key, service: *service, marks: Vec::new(), ..listing.clone() })
        }));
    }
    derived
}

fn learned(table: &Table<'_>, plan: &Plan<'_>) -> Vec<Learned> {
    let columns = [Field::Code, Field::Prefecture, Field::City].map(|field| plan.columns.get(field));
    let [Some(code), Some(prefecture), Some(city)] = columns else { return Vec::new() };
    let mut seen = BTreeSet::new();
    for row in &table.rows {
        let cell = |at: usize| row.cells.get(at).map_or("", |cell| cell.trim());
        if let (Ok(code), false) = (MunicipalityCode::parse(&mend::narrow(cell(code))), cell(city).is_empty())
        {
            seen.insert((code, cell(prefecture), cell(city)));
        }
    }
    seen.into_iter()
        .filter(|(code, ..)| !code.is_prefecture())
        .map(|(code, prefecture, city)| Learned {
            code,
            prefecture: prefecture.to_owned(),
            city: city.split_whitespace().collect(),
        })
        .collect()
}

struct Cells<'r, 'a> {
    row: &'r Row<'a>,
    plan: &'r Plan<'r>,
}

impl<'r> Cells<'r, '_> {
    fn get(&self, field: Field) -> &'r str {
        let cell =
            self.plan.columns.get(field).and_then(|at| self.row.cells.get(at)).map_or("", |c| c.trim());
        if cell.is_empty() { self.plan.constants.get(&field).map_or("", String::as_str) } else { cell }
    }
}

fn read_row(table: &Table<'_>, plan: &Plan<'_>, services: &Services, row: &Row<'_>) -> Read {
    let cells = Cells { row, plan };
    let reject = |field: Field, value: &str, reason: &str, remedy: &str| {
        rejection(row.line, table.header.name(plan.columns.get(field)), value, reason, remedy)
    };
    let mut marks = Marks::default();
    let name = mend::name(cells.get(Field::Name), "name", &mut marks);
    if name.is_empty() {
        return Err(reject(Field::Name, "", "missing_name", "名称の列を埋めてください。"));
    }
    let mut named = services_of(&cells, services, &name).ok_or_else(|| {
        let remedy = "サービスの種類を公表システムの名称に合わせるか、列の対応でサービスを指定してください。";
        reject(Field::Service, cells.get(Field::Service), "unknown_service", remedy)
    })?;
    let service = named.remove(0);
    let parts = address_parts(&cells);
    let joined = joined_address(&cells);
    let address = mend::read_address(AddressParts { address: &joined, ..parts }, plan.gazetteer, &mut marks);
    let contact = [Field::Phone, Field::Url, Field::Email];
    let is_nowhere = address.whole.is_empty() && address.municipality.is_none();
    if is_nowhere && contact.iter().all(|field| cells.get(*field).is_empty()) {
        let remedy = "住所か電話番号のどちらかを埋めてください。場所も連絡先も分からない行は載せられません。";
        return Err(reject(Field::Address, "", "missing_address", remedy));
    }
    let position = (cells.get(Field::Lat), cells.get(Field::Lon));
    let place = mend::read_place(position, address.municipality, &address.rest, plan.gazetteer, &mut marks);
    let (url, url_mail) = mend::read_url(cells.get(Field::Url), "url", &mut marks);
    let mut listing = Listing {
        key: String::new(),
        service,
        kana: Some(mend::hiragana(cells.get(Field::Kana))).filter(|kana| !kana.is_empty()),
        number: office_number(cells.get(Field::Number), &mut marks),
        organization: organization(&cells, &mut marks),
        municipality: address.municipality,
        postal_code: mend::read_postal_code(cells.get(Field::PostalCode), &mut marks),
        address: address.whole,
        building: address.building,
        place,
        phone: mend::read_phone(cells.get(Field::Phone), "phone", &mut marks),
        fax: mend::read_phone(cells.get(Field::Fax), "fax", &mut marks),
        url,
        email: mend::read_email(cells.get(Field::Email), "email", &mut marks).or(url_mail),
        capacity: capacity(cells.get(Field::Capacity), &mut marks),
        schedule: read_schedule(&cells, &mut marks),
        kyosei: cells.get(Field::Kyosei) == "あり" || cells.get(Field::KyoseiKind) == "共生型",
        remarks: mend::remark(cells.get(Field::Remarks), "remarks", &mut marks),
        extra: extra(table, plan, row),
        marks: Vec::new(),
        name,
    };
    listing.key = key(cells.get(Field::Key), &listing, &mut marks);
    listing.marks = marks.0;
    Ok((listing, named))
}

fn key(stated: &str, listing: &Listing, marks: &mut Marks) -> String {
    let stated = mend::narrow(stated);
    if !keys::is_unusable(&stated) {
        return stated;
    }
    if !stated.is_empty() {
        marks.add("key", MarkKind::Unusable, &stated);
    }
    keys::of_content(&listing.name, &listing.address, &listing.service.definition().code)
}

/// At least one service, or `None`.
fn services_of(cells: &Cells<'_, '_>, services: &Services, name: &str) -> Option<Vec<ServiceType>> {
    let plan = cells.plan;
    for field in [Field::Service, Field::Kind] {
        let value = cells.get(field);
        if let Some(service) = ServiceType::from_code(value) {
            return Some(vec![service]);
        }
        let found = services.several(plan.systems, value);
        if !found.is_empty() {
            return Some(found);
        }
    }
    match plan.otherwise {
        Otherwise::Reject => None,
        Otherwise::Words(code) => {
            let texts = [cells.get(Field::Service), cells.get(Field::Kind), name];
            super::service::by_words(&texts)
                .or_else(|| ServiceType::from_code(code))
                .map(|service| vec![service])
        }
    }
}

fn address_parts<'r>(cells: &Cells<'r, '_>) -> AddressParts<'r> {
    let code = mend::narrow(cells.get(Field::Code));
    // The code of a prefecture says who publishes, not where the place is.
    let code = MunicipalityCode::parse(&code).ok().filter(|code| !code.is_prefecture());
    AddressParts {
        code,
        code_is_served: cells.plan.code_is_served,
        prefecture: cells.get(Field::Prefecture),
        city: cells.get(Field::City),
        address: "",
        building: cells.get(Field::Building),
    }
}

/// The address column, or its parts where a file gives only those.
fn joined_address(cells: &Cells<'_, '_>) -> String {
    let whole = cells.get(Field::Address);
    if whole.is_empty() {
        return format!("{}{}", cells.get(Field::Town), cells.get(Field::Block));
    }
    whole.to_owned()
}

fn office_number(value: &str, marks: &mut Marks) -> Option<OfficeNumber> {
    let folded: String = mend::narrow(value).chars().filter(|c| !c.is_whitespace() && *c != '-').collect();
    if folded.is_empty() {
        return None;
    }
    let number = OfficeNumber::parse(&folded);
    match &number {
        Some(number) => marks.folded("number", value, number.as_str()),
        None => marks.add("number", MarkKind::Unusable, value),
    }
    number
}

fn organization(cells: &Cells<'_, '_>, marks: &mut Marks) -> Option<OrganizationRef> {
    let stated = cells.get(Field::OrgNumber);
    let folded: String = mend::narrow(stated).chars().filter(|c| !c.is_whitespace() && *c != '-').collect();
    let number = OrganizationNumber::parse(&folded);
    match &number {
        Some(number) => marks.folded("organization.number", stated, number.as_str()),
        None if folded.chars().all(|c| c == '0') => {}
        None => marks.add("organization.number", MarkKind::Unusable, stated),
    }
    let name = mend::name(cells.get(Field::OrgName), "organization.name", marks);
    if name.is_empty() && number.is_none() {
        return None;
    }
    let city: String = cells.get(Field::OrgCity).split_whitespace().collect();
    let address = Some(cells.get(Field::OrgAddress)).filter(|a| !a.is_empty()).map(|rest| {
        let rest = crate::mend::settle(rest);
        let rest = rest.strip_prefix(city.as_str()).unwrap_or(&rest);
        format!("{city}{rest}")
    });
    Some(OrganizationRef {
        name,
        kana: Some(mend::hiragana(cells.get(Field::OrgKana))).filter(|kana| !kana.is_empty()),
        number,
        address,
        phone: mend::read_phone(cells.get(Field::OrgPhone), "organization.phone", marks),
        fax: mend::read_phone(cells.get(Field::OrgFax), "organization.fax", marks),
        url: mend::read_url(cells.get(Field::OrgUrl), "organization.url", marks).0,
    })
}

/// Persons; 0 means not stated. `20名` and `20人` are read too.
fn capacity(value: &str, marks: &mut Marks) -> Option<u32> {
    let text = mend::narrow(value);
    let digits = text.trim().trim_end_matches(['名', '人', '床']).replace(',', "");
    if digits.is_empty() || digits == "-" {
        return None;
    }
    match digits.trim().trim_end_matches(".0").parse::<u32>() {
        Ok(0) => None,
        Ok(persons) if persons < 100_000 => Some(persons),
        _ => {
            marks.add("capacity", MarkKind::Unusable, value);
            None
        }
    }
}

fn read_schedule(cells: &Cells<'_, '_>, marks: &mut Marks) -> Schedule {
    let hours = schedule::span(cells.get(Field::OpenFrom), cells.get(Field::OpenTo));
    let by_days = schedule::days(cells.get(Field::Days), &hours);
    let mut of = |field: Field, name: &str| schedule::hours(cells.get(field), name, marks);
    let weekday = of(Field::Weekday, "schedule.weekday").or(by_days.weekday);
    let saturday = of(Field::Saturday, "schedule.saturday").or(by_days.saturday);
    let sunday = of(Field::Sunday, "schedule.sunday").or(by_days.sunday);
    let holiday = of(Field::Holiday, "schedule.holiday").or(by_days.holiday);
    Schedule {
        weekday,
        saturday,
        sunday,
        holiday,
        closed: schedule::closed(cells.get(Field::Closed), cells.plan.is_wamnet, marks),
        remarks: mend::remark(cells.get(Field::DaysRemarks), "schedule.remarks", marks),
    }
}

fn extra(table: &Table<'_>, plan: &Plan<'_>, row: &Row<'_>) -> BTreeMap<String, String> {
    plan.extra
        .iter()
        .filter_map(|at| {
            let value = row.cells.get(*at)?.trim();
            let value: String = value.chars().take(2_000).collect();
            (!value.is_empty()).then(|| (table.header.name(Some(*at)).to_owned(), value))
        })
        .collect()
}
