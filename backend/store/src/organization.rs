//! 法人: who runs offices.

use crate::{
    backend::Tx,
    codec::{ORGANIZATION_COLUMNS, OrganizationRow},
    error::Result,
};
use hoshizu_catalog::{fold, id::OrganizationId, office::Organization, system::SystemSet};
use sqlx::QueryBuilder;
use std::collections::HashMap;
use uuid::Uuid;

/// An organization with what its offices make of it.
#[derive(Debug, Clone, PartialEq)]
pub struct Listed {
    /// The organization.
    pub organization: Organization,
    /// Its offices, those gone included.
    pub offices: u64,
    /// Systems of its offices.
    pub systems: SystemSet,
}

/// A page of organizations by folded name.
#[derive(Debug, Clone, PartialEq)]
pub struct Page {
    /// The organizations.
    pub items: Vec<Listed>,
    /// How many there are on all pages.
    pub total: u64,
    /// Where the next page begins, to be handed back as it is.
    pub next: Option<String>,
}

/// One organization.
pub async fn find(tx: &mut Tx, id: OrganizationId) -> Result<Option<Listed>> {
    let rows = crate::office::organization_rows(tx, &[id.0]).await?;
    Ok(with_offices(tx, rows).await?.pop())
}

/// Adds number of offices and systems, keeping the order.
async fn with_offices(tx: &mut Tx, rows: Vec<OrganizationRow>) -> Result<Vec<Listed>> {
    let ids: Vec<Uuid> = rows.iter().map(|row| row.id).collect();
    let pairs = crate::bulk::select_in!(
        tx,
        (Uuid, i32),
        "SELECT organization_id, systems FROM office WHERE organization_id IN",
        ids,
        ""
    );
    let mut sums: HashMap<Uuid, (u64, u8)> = HashMap::new();
    for (id, systems) in pairs {
        let sum = sums.entry(id).or_default();
        sum.0 += 1;
        sum.1 |= systems as u8;
    }
    Ok(rows
        .into_iter()
        .map(|row| {
            let (offices, systems) = sums.get(&row.id).copied().unwrap_or_default();
            Listed { organization: row.into(), offices, systems: SystemSet(systems) }
        })
        .collect())
}

/// What a query of organizations asks for: part of the folded name, of the reading, or the whole 法人番号.
fn condition<DB>(query: &mut QueryBuilder<DB>, q: Option<&str>)
where
    DB: sqlx::Database,
    String: for<'q> sqlx::Encode<'q, DB> + sqlx::Type<DB>,
{
    query.push(" WHERE 1 = 1");
    let Some(q) = q.map(str::trim).filter(|q| !q.is_empty()) else { return };
    let mut key = fold::core_name(q);
    if key.is_empty() {
        key = fold::text(q);
    }
    let escaped = key.replace('\\', "\\\\").replace('%', "\\%").replace('_', "\\_");
    query.push(" AND (name_key LIKE ").push_bind(format!("%{escaped}%"));
    query
        .push(" ESCAPE '\\' OR replace(replace(kana, ' ', ''), '　', '') LIKE ")
        .push_bind(format!("%{escaped}%"));
    query.push(" ESCAPE '\\' OR number = ").push_bind(key).push(")");
}

/// Organizations by folded name, those that `q` asks for.
pub async fn list(tx: &mut Tx, q: Option<&str>, after: Option<&str>, limit: u32) -> Result<Page> {
    let total: i64 = each_backend!(tx, |conn| {
        let mut query = QueryBuilder::<Db>::new("SELECT count(*) FROM organization");
        condition(&mut query, q);
        query.build_query_scalar().fetch_one(conn).await?
    });
    // The cursor is the id, a blank, and the key of the last one shown.
    let start = after
        .and_then(|cursor| cursor.split_once(' '))
        .and_then(|(id, key)| Some((id.parse::<Uuid>().ok()?, key.to_owned())));
    let mut rows: Vec<OrganizationRow> = each_backend!(tx, |conn| {
        let mut query = QueryBuilder::<Db>::new(format!("SELECT {ORGANIZATION_COLUMNS} FROM organization"));
        condition(&mut query, q);
        if let Some((id, key)) = &start {
            query.push(" AND (name_key, id) > (").push_bind(key.clone()).push(", ").push_bind(*id).push(")");
        }
        query.push(" ORDER BY name_key, id LIMIT ").push_bind(i64::from(limit) + 1);
        query.build_query_as().fetch_all(conn).await?
    });
    let more = rows.len() > limit as usize;
    rows.truncate(limit as usize);
    let next = rows.last().filter(|_| more).map(|row| format!("{} {}", row.id, row.name_key));
    Ok(Page { items: with_offices(tx, rows).await?, total: total as u64, next })
}
