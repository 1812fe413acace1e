//! What is to be checked again: offices with the days on which their groups of fields were checked.

use crate::{backend::Tx, entry, error::Result};
use hoshizu_catalog::{id::OfficeId, number::MunicipalityCode, position::Position};
use uuid::Uuid;

/// An office to be looked at.
#[derive(Debug, Clone, PartialEq)]
pub struct Checked {
    /// Which.
    pub office: OfficeId,
    /// Its name.
    pub name: String,
    /// Its address with the building.
    pub address: String,
    /// Seven digits.
    pub postal_code: Option<String>,
    /// Telephone.
    pub phone: Option<String>,
    /// Municipality or ward.
    pub municipality: Option<MunicipalityCode>,
    /// Where it is.
    pub position: Option<Position>,
    /// What it says of itself: only groups with something in them fall due.
    pub entry: entry::Stored,
    /// Who checked what, and when.
    pub assurances: Vec<entry::Assurance>,
}

#[derive(sqlx::FromRow)]
struct Row {
    id: Uuid,
    name: String,
    address: String,
    building: Option<String>,
    postal_code: Option<String>,
    phone: Option<String>,
    municipality: Option<i32>,
    lat: Option<f64>,
    lon: Option<f64>,
}

/// Which offices to look at.
#[derive(Debug, Clone)]
pub enum Of {
    /// All that are listed now.
    Everywhere,
    /// Those in these municipalities and wards.
    Municipalities(Vec<u32>),
    /// These.
    Offices(Vec<OfficeId>),
}

/// The next offices after `after` by id, those gone left out; fewer than `batch` when there are no more.
pub async fn batch(tx: &mut Tx, of: &Of, after: Option<OfficeId>, batch: u32) -> Result<Vec<Checked>> {
    if matches!(of, Of::Municipalities(codes) if codes.is_empty())
        || matches!(of, Of::Offices(ids) if ids.is_empty())
    {
        return Ok(Vec::new());
    }
    let after = after.map_or(Uuid::nil(), |id| id.0);
    let rows: Vec<Row> = each_backend!(tx, |conn| {
        let mut query = sqlx::QueryBuilder::<Db>::new(
            "SELECT id, name, address, building, postal_code, phone, municipality, lat, lon FROM office \
             WHERE gone_in IS NULL AND id > ",
        );
        query.push_bind(after);
        match of {
            Of::Everywhere => {}
            Of::Municipalities(codes) => {
                query.push(" AND municipality IN (");
                let mut list = query.separated(", ");
                for code in codes {
                    list.push_bind(code.cast_signed());
                }
                query.push(")");
            }
            Of::Offices(ids) => {
                query.push(" AND id IN (");
                let mut list = query.separated(", ");
                for id in ids {
                    list.push_bind(id.0);
                }
                query.push(")");
            }
        }
        query.push(" ORDER BY id LIMIT ").push_bind(i64::from(batch));
        query.build_query_as().persistent(false).fetch_all(conn).await?
    });
    let ids: Vec<OfficeId> = rows.iter().map(|row| OfficeId(row.id)).collect();
    let mut entries = entry::many(tx, &ids).await?;
    let mut assurances = entry::assurances(tx, &ids).await?;
    Ok(rows
        .into_iter()
        .map(|row| {
            let office = OfficeId(row.id);
            let building = row.building.map(|building| format!(" {building}")).unwrap_or_default();
            Checked {
                office,
                name: row.name,
                address: format!("{}{building}", row.address),
                postal_code: row.postal_code,
                phone: row.phone,
                municipality: crate::codec::municipality(row.municipality),
                position: crate::codec::position(row.lat, row.lon),
                entry: entries.remove(&office).unwrap_or_default(),
                assurances: assurances.remove(&office).unwrap_or_default(),
            }
        })
        .collect())
}
