//! What matching needs to know of every office, in batches by id.

use crate::{
    backend::Tx,
    codec::{from_json, municipality, position},
    error::Result,
};
use hoshizu_catalog::{
    id::{OfficeId, OrganizationId},
    number::{MunicipalityCode, OfficeNumber, OrganizationNumber},
    position::Position,
    system::SystemSet,
};
use sqlx::FromRow;
use std::collections::HashMap;
use uuid::Uuid;

/// An office by the values that tell one from another.
#[derive(Debug, Clone, PartialEq)]
pub struct Identity {
    /// Identity.
    pub office: OfficeId,
    /// Name.
    pub name: String,
    /// Reading, hiragana.
    pub kana: Option<String>,
    /// Address as written.
    pub address: String,
    /// 方書.
    pub building: Option<String>,
    /// Municipality or ward.
    pub municipality: Option<MunicipalityCode>,
    /// Where it is.
    pub position: Option<Position>,
    /// Telephone as written.
    pub phone: Option<String>,
    /// FAX as written.
    pub fax: Option<String>,
    /// 事業所番号 of its services.
    pub numbers: Vec<OfficeNumber>,
    /// Systems of its current services.
    pub systems: SystemSet,
    /// Who runs it.
    pub organization: Option<OrganizationId>,
    /// Name of the organization with its legal form.
    pub organization_name: Option<String>,
    /// 法人番号.
    pub organization_number: Option<OrganizationNumber>,
    /// Data sets its services come from, each once, sorted.
    pub datasets: Vec<String>,
}

#[derive(FromRow)]
struct IdentityRow {
    id: Uuid,
    name: String,
    kana: Option<String>,
    address: String,
    building: Option<String>,
    municipality: Option<i32>,
    lat: Option<f64>,
    lon: Option<f64>,
    phone: Option<String>,
    fax: Option<String>,
    numbers: String,
    systems: i32,
    organization_id: Option<Uuid>,
    organization_name: Option<String>,
    organization_number: Option<String>,
}

/// The next offices after `after` in the order of their ids; fewer than `batch` when there are no more.
pub async fn batch(tx: &mut Tx, after: Option<OfficeId>, batch: u32) -> Result<Vec<Identity>> {
    let after = after.map_or(Uuid::nil(), |id| id.0);
    let rows: Vec<IdentityRow> = each_backend!(tx, |conn| {
        sqlx::query_as(
        "SELECT office.id, office.name, office.kana, office.address, office.building, office.municipality, office.lat, \
         office.lon, office.phone, office.fax, office.numbers, office.systems, office.organization_id, \
         organization.name AS organization_name, organization.number AS organization_number \
         FROM office LEFT JOIN organization ON organization.id = office.organization_id \
         WHERE office.id > $1 ORDER BY office.id LIMIT $2"
    )
    .bind(after)
    .bind(i64::from(batch))
    .fetch_all(conn)
    .await
    })?;
    let Some(last) = rows.last().map(|row| row.id) else { return Ok(Vec::new()) };
    let mut datasets: HashMap<Uuid, Vec<String>> = HashMap::with_capacity(rows.len());
    let pairs: Vec<(Uuid, String)> = each_backend!(tx, |conn| sqlx::query_as(
        "SELECT DISTINCT office_id, dataset FROM service WHERE office_id > $1 AND office_id <= $2 \
         ORDER BY office_id, dataset"
    )
    .bind(after)
    .bind(last)
    .fetch_all(conn)
    .await)?;
    for (office, dataset) in pairs {
        datasets.entry(office).or_default().push(dataset);
    }
    rows.into_iter()
        .map(|row| {
            Ok(Identity {
                office: OfficeId(row.id),
                numbers: from_json("office.numbers", &row.numbers)?,
                systems: SystemSet(row.systems as u8),
                municipality: municipality(row.municipality),
                position: position(row.lat, row.lon),
                organization: row.organization_id.map(OrganizationId),
                organization_number: row.organization_number.as_deref().and_then(OrganizationNumber::parse),
                datasets: datasets.remove(&row.id).unwrap_or_default(),
                name: row.name,
                kana: row.kana,
                address: row.address,
                building: row.building,
                phone: row.phone,
                fax: row.fax,
                organization_name: row.organization_name,
            })
        })
        .collect()
}
