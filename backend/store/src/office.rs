//! 事業所: current values, and everything behind them.

use crate::{
    area::Tree,
    backend::Tx,
    bulk::select_in,
    codec::{
        OFFICE_COLUMNS, ORGANIZATION_COLUMNS, OfficeRow, OrganizationRow, SERVICE_COLUMNS, ServiceRow,
        municipality, offices, position,
    },
    correction, entry,
    error::Result,
};
use hoshizu_catalog::{
    fold,
    id::{CorrectionId, OfficeId, OrganizationId},
    number::MunicipalityCode,
    office::{Correction, Office, Organization, Service},
    position::Position,
};
use sqlx::AssertSqlSafe;
use std::collections::HashMap;
use uuid::Uuid;

/// An office with all that is stored of it.
#[derive(Debug, Clone, PartialEq)]
pub struct Full {
    /// Current values.
    pub office: Office,
    /// Its listings, those gone included, by id.
    pub services: Vec<Service>,
    /// Values set by hand.
    pub corrections: Vec<(CorrectionId, Correction)>,
    /// Who runs it.
    pub organization: Option<Organization>,
}

/// What the search index is made from.
#[derive(Debug, Clone, PartialEq)]
pub struct Document {
    /// Current values.
    pub office: Office,
    /// Its listings, those gone included, by id.
    pub services: Vec<Service>,
    /// Id, name and reading of who runs it.
    pub organization: Option<(OrganizationId, String, Option<String>)>,
    /// Codes of every area it lies in, from [`Tree::codes_of`].
    pub areas: Vec<String>,
    /// What it says of itself.
    pub entry: entry::Stored,
    /// Who checked what, and when.
    pub assurances: Vec<entry::Assurance>,
}

/// One office.
pub async fn find(tx: &mut Tx, id: OfficeId) -> Result<Option<Office>> {
    Ok(many(tx, &[id]).await?.pop())
}

/// These offices in the order of the ids; unknown ones are left out.
pub async fn many(tx: &mut Tx, ids: &[OfficeId]) -> Result<Vec<Office>> {
    let mut by_id: HashMap<OfficeId, Office> =
        rows(tx, ids).await?.into_iter().map(|office| (office.id, office)).collect();
    Ok(ids.iter().filter_map(|id| by_id.remove(id)).collect())
}

async fn rows(tx: &mut Tx, ids: &[OfficeId]) -> Result<Vec<Office>> {
    let ids: Vec<Uuid> = ids.iter().map(|id| id.0).collect();
    let head = format!("SELECT {OFFICE_COLUMNS} FROM office WHERE id IN");
    offices(select_in!(tx, OfficeRow, head.as_str(), ids, ""))
}

/// The offices of these municipalities and wards, by id.
pub async fn of_municipalities(tx: &mut Tx, codes: &[MunicipalityCode]) -> Result<Vec<Office>> {
    let codes: Vec<i32> = codes.iter().map(|code| code.number().cast_signed()).collect();
    let head = format!("SELECT {OFFICE_COLUMNS} FROM office WHERE municipality IN");
    offices(select_in!(tx, OfficeRow, head.as_str(), codes, " ORDER BY id"))
}

/// One office with everything behind it.
pub async fn full(tx: &mut Tx, id: OfficeId) -> Result<Option<Full>> {
    let Some(office) = find(tx, id).await? else { return Ok(None) };
    let organization = match office.organization {
        Some(organization) => crate::organization::find(tx, organization).await?.map(|l| l.organization),
        None => None,
    };
    Ok(Some(Full {
        services: services_of(tx, &[id]).await?.remove(&id).unwrap_or_default(),
        corrections: correction::of_office(tx, id).await?,
        office,
        organization,
    }))
}

/// The services of these offices, each office's by id.
pub async fn services_of(tx: &mut Tx, ids: &[OfficeId]) -> Result<HashMap<OfficeId, Vec<Service>>> {
    let ids: Vec<Uuid> = ids.iter().map(|id| id.0).collect();
    let head = format!("SELECT {SERVICE_COLUMNS} FROM service WHERE office_id IN");
    group(select_in!(tx, ServiceRow, head.as_str(), ids, " ORDER BY id"))
}

fn group(rows: Vec<ServiceRow>) -> Result<HashMap<OfficeId, Vec<Service>>> {
    let mut services: HashMap<OfficeId, Vec<Service>> = HashMap::new();
    for row in rows {
        services.entry(OfficeId(row.office_id)).or_default().push(row.try_into()?);
    }
    Ok(services)
}

/// The next offices after `after` in the order of their ids; fewer than `batch` when there are no more.
pub async fn documents(
    tx: &mut Tx,
    tree: &Tree,
    after: Option<OfficeId>,
    batch: u32,
) -> Result<Vec<Document>> {
    let after = after.map_or(Uuid::nil(), |id| id.0);
    let sql = format!("SELECT {OFFICE_COLUMNS} FROM office WHERE id > $1 ORDER BY id LIMIT $2");
    let rows: Vec<OfficeRow> = each_backend!(tx, |conn| sqlx::query_as(AssertSqlSafe(sql))
        .bind(after)
        .bind(i64::from(batch))
        .fetch_all(conn)
        .await)?;
    let Some(last) = rows.last().map(|row| row.id) else { return Ok(Vec::new()) };
    let sql = format!(
        "SELECT {SERVICE_COLUMNS} FROM service WHERE office_id > $1 AND office_id <= $2 ORDER BY office_id, id"
    );
    let services: Vec<ServiceRow> = each_backend!(tx, |conn| sqlx::query_as(AssertSqlSafe(sql))
        .bind(after)
        .bind(last)
        .fetch_all(conn)
        .await)?;
    assemble(tx, tree, offices(rows)?, group(services)?).await
}

/// The documents of these offices; unknown ones are left out (their documents are to be deleted).
pub async fn documents_of(tx: &mut Tx, tree: &Tree, ids: &[OfficeId]) -> Result<Vec<Document>> {
    let found = rows(tx, ids).await?;
    let services = services_of(tx, ids).await?;
    assemble(tx, tree, found, services).await
}

async fn assemble(
    tx: &mut Tx,
    tree: &Tree,
    offices: Vec<Office>,
    mut services: HashMap<OfficeId, Vec<Service>>,
) -> Result<Vec<Document>> {
    let mut ids: Vec<Uuid> = offices.iter().filter_map(|office| office.organization).map(|id| id.0).collect();
    ids.sort_unstable();
    ids.dedup();
    let names: HashMap<Uuid, (String, Option<String>)> = select_in!(
        tx,
        (Uuid, String, Option<String>),
        "SELECT id, name, kana FROM organization WHERE id IN",
        ids,
        ""
    )
    .into_iter()
    .map(|(id, name, kana)| (id, (name, kana)))
    .collect();
    let own: Vec<OfficeId> = offices.iter().map(|office| office.id).collect();
    let mut entries = entry::many(tx, &own).await?;
    let mut assurances = entry::assurances(tx, &own).await?;
    Ok(offices
        .into_iter()
        .map(|office| Document {
            entry: entries.remove(&office.id).unwrap_or_default(),
            assurances: assurances.remove(&office.id).unwrap_or_default(),
            services: services.remove(&office.id).unwrap_or_default(),
            organization: office
                .organization
                .and_then(|id| names.get(&id.0).map(|(name, kana)| (id, name.clone(), kana.clone()))),
            areas: tree.codes_of(office.municipality, office.place.map(|place| place.position)),
            office,
        })
        .collect())
}

/// Offices of an organization by name, those listed now before those gone.
pub async fn by_organization(tx: &mut Tx, id: OrganizationId, limit: u32) -> Result<Vec<Office>> {
    let sql = format!(
        "SELECT {OFFICE_COLUMNS} FROM office WHERE organization_id = $1 \
         ORDER BY CASE WHEN gone_in IS NULL THEN 0 ELSE 1 END, name, id LIMIT $2"
    );
    offices(each_backend!(tx, |conn| sqlx::query_as(AssertSqlSafe(sql))
        .bind(id.0)
        .bind(i64::from(limit))
        .fetch_all(conn)
        .await)?)
}

/// Offices with a current service of this 事業所番号.
pub async fn by_number(tx: &mut Tx, number: &str) -> Result<Vec<OfficeId>> {
    let rows: Vec<Uuid> = each_backend!(tx, |conn| {
        sqlx::query_scalar(
        "SELECT DISTINCT office_id FROM service WHERE number = $1 AND gone_in IS NULL ORDER BY office_id LIMIT 10"
    )
    .bind(number)
    .fetch_all(conn)
    .await
    })?;
    Ok(rows.into_iter().map(OfficeId).collect())
}

/// Other offices at the same folded address.
pub async fn same_place(tx: &mut Tx, office: &Office, limit: u32) -> Result<Vec<Office>> {
    let sql = format!(
        "SELECT {OFFICE_COLUMNS} FROM office WHERE address_key = $1 AND address_key <> '' AND id <> $2 \
         ORDER BY name, id LIMIT $3"
    );
    offices(each_backend!(tx, |conn| sqlx::query_as(AssertSqlSafe(sql))
        .bind(fold::address(&office.address))
        .bind(office.id.0)
        .bind(i64::from(limit))
        .fetch_all(conn)
        .await)?)
}

/// Municipality and position of offices.
pub type Places = HashMap<OfficeId, (Option<MunicipalityCode>, Option<Position>)>;

/// What says in which areas offices lie.
pub async fn places(tx: &mut Tx, ids: &[OfficeId]) -> Result<Places> {
    let ids: Vec<Uuid> = ids.iter().map(|id| id.0).collect();
    let rows = select_in!(
        tx,
        (Uuid, Option<i32>, Option<f64>, Option<f64>),
        "SELECT id, municipality, lat, lon FROM office WHERE id IN",
        ids,
        ""
    );
    Ok(rows
        .into_iter()
        .map(|(id, code, lat, lon)| (OfficeId(id), (municipality(code), position(lat, lon))))
        .collect())
}

/// Organization rows by id, for imports.
pub(crate) async fn organization_rows(tx: &mut Tx, ids: &[Uuid]) -> Result<Vec<OrganizationRow>> {
    let head = format!("SELECT {ORGANIZATION_COLUMNS} FROM organization WHERE id IN");
    Ok(select_in!(tx, OrganizationRow, head.as_str(), ids, ""))
}
