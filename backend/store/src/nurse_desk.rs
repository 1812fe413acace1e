//! 保健師窓口 as entered: one row a desk, its lists as JSON. Who changed it, and from what, is in the audit.

use crate::{
    backend::Tx,
    codec::{from_json, to_json},
    error::{Result, StoreError},
    write::{Audit, Entity, Trace, Write},
};
use hoshizu_catalog::{
    id::{NurseDeskId, OfficeId},
    nurse::{NurseDesk, Placement, Scheme},
};
use std::collections::HashMap;
use time::OffsetDateTime;
use uuid::Uuid;

/// A desk and when it was last written.
#[derive(Debug, Clone, PartialEq)]
pub struct Stored {
    /// The desk.
    pub desk: NurseDesk,
    /// When.
    pub written_at: OffsetDateTime,
}

#[derive(sqlx::FromRow)]
struct Row {
    id: Uuid,
    owner: String,
    name: String,
    placement: String,
    office_id: Option<Uuid>,
    scheme: String,
    topics: String,
    age_from: i32,
    age_to: Option<i32>,
    areas: String,
    does: String,
    does_not: Option<String>,
    phone: Option<String>,
    fax: Option<String>,
    hours: Option<String>,
    hands_over: String,
    source: String,
    checked_on: Option<String>,
    written_at: OffsetDateTime,
}

const COLUMNS: &str = "id, owner, name, placement, office_id, scheme, topics, age_from, age_to, areas, does, does_not, \
    phone, fax, hours, hands_over, source, checked_on, written_at";

impl Row {
    fn read(self) -> Result<Stored> {
        let age =
            |years: i32| u8::try_from(years).map_err(|error| StoreError::corrupt("nurse_desk.age", error));
        let desk = NurseDesk {
            id: NurseDeskId(self.id),
            owner: self.owner,
            name: self.name,
            placement: Placement::parse(&self.placement)
                .ok_or_else(|| StoreError::corrupt("nurse_desk.placement", &self.placement))?,
            office: self.office_id.map(OfficeId),
            scheme: Scheme::parse(&self.scheme)
                .ok_or_else(|| StoreError::corrupt("nurse_desk.scheme", &self.scheme))?,
            topics: from_json("nurse_desk.topics", &self.topics)?,
            age_from: age(self.age_from)?,
            age_to: self.age_to.map(age).transpose()?,
            areas: from_json("nurse_desk.areas", &self.areas)?,
            does: from_json("nurse_desk.does", &self.does)?,
            does_not: self.does_not,
            phone: self.phone,
            fax: self.fax,
            hours: self.hours,
            hands_over: from_json("nurse_desk.hands_over", &self.hands_over)?,
            source: self.source,
            checked_on: self.checked_on,
        };
        Ok(Stored { desk, written_at: self.written_at })
    }
}

/// Every desk, by owner and name.
pub async fn list(tx: &mut Tx) -> Result<Vec<Stored>> {
    select(tx, None, None).await
}

/// The desks a municipality or prefecture keeps, by name.
pub async fn of_owner(tx: &mut Tx, owner: &str) -> Result<Vec<Stored>> {
    select(tx, Some(owner), None).await
}

/// One desk.
pub async fn find(tx: &mut Tx, id: NurseDeskId) -> Result<Option<Stored>> {
    Ok(select(tx, None, Some(id)).await?.pop())
}

async fn select(tx: &mut Tx, owner: Option<&str>, id: Option<NurseDeskId>) -> Result<Vec<Stored>> {
    let rows: Vec<Row> = each_backend!(tx, |conn| {
        let mut query =
            sqlx::QueryBuilder::<Db>::new(format!("SELECT {COLUMNS} FROM nurse_desk WHERE 1 = 1"));
        if let Some(owner) = owner {
            query.push(" AND owner = ").push_bind(owner);
        }
        if let Some(id) = id {
            query.push(" AND id = ").push_bind(id.0);
        }
        query.push(" ORDER BY owner, name");
        query.build_query_as().fetch_all(conn).await?
    });
    rows.into_iter().map(Row::read).collect()
}

/// Writes a desk, over the one of the same id. `false` when that one says the same already. A name its owner has given
/// to another desk is an error ([`StoreError::is_unique_violation`]).
pub async fn save(write: &mut Write, desk: &NurseDesk) -> Result<bool> {
    let before = find(write.tx(), desk.id).await?;
    if before.as_ref().is_some_and(|stored| stored.desk == *desk) {
        return Ok(false);
    }
    let json = |desk: &NurseDesk| {
        serde_json::to_value(desk).map_err(|error| StoreError::corrupt("nurse_desk", error))
    };
    let audit = Audit {
        action: if before.is_some() { "change" } else { "create" },
        entity: Entity::NurseDesk,
        id: Some(desk.id.0),
        before: before.map(|stored| json(&stored.desk)).transpose()?,
        after: Some(json(desk)?),
    };
    let lists = [to_json(&desk.topics)?, to_json(&desk.areas)?, to_json(&desk.does)?];
    let hands_over = to_json(&desk.hands_over)?;
    let (actor, at) = (write.actor().to_owned(), write.now());
    let mut pen = write.pen(Trace::of(vec![audit], vec![(Entity::NurseDesk, desk.id.0)])).await?;
    each_backend!(pen, |conn| {
        sqlx::query(
        "INSERT INTO nurse_desk (id, owner, name, placement, office_id, scheme, topics, age_from, age_to, areas, does, \
         does_not, phone, fax, hours, hands_over, source, checked_on, written_at, written_by) VALUES ($1, $2, $3, $4, \
         $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20) ON CONFLICT (id) DO UPDATE SET \
         owner = excluded.owner, name = excluded.name, placement = excluded.placement, \
         office_id = excluded.office_id, scheme = excluded.scheme, topics = excluded.topics, \
         age_from = excluded.age_from, age_to = excluded.age_to, areas = excluded.areas, does = excluded.does, \
         does_not = excluded.does_not, phone = excluded.phone, fax = excluded.fax, hours = excluded.hours, \
         hands_over = excluded.hands_over, source = excluded.source, checked_on = excluded.checked_on, \
         written_at = excluded.written_at, written_by = excluded.written_by"
    )
    .bind(desk.id.0)
    .bind(&desk.owner)
    .bind(&desk.name)
    .bind(desk.placement.code())
    .bind(desk.office.map(|office| office.0))
    .bind(desk.scheme.code())
    .bind(&lists[0])
    .bind(i32::from(desk.age_from))
    .bind(desk.age_to.map(i32::from))
    .bind(&lists[1])
    .bind(&lists[2])
    .bind(&desk.does_not)
    .bind(&desk.phone)
    .bind(&desk.fax)
    .bind(&desk.hours)
    .bind(&hands_over)
    .bind(&desk.source)
    .bind(&desk.checked_on)
    .bind(at)
    .bind(actor)
    .execute(conn)
    .await
    .map(|_| ())
    })?;
    Ok(true)
}

/// What saving many did.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Saved {
    /// Desks that were not there.
    pub new: usize,
    /// Desks that say something else now.
    pub changed: usize,
    /// Desks that said the same already.
    pub unchanged: usize,
}

/// Writes desks by owner and name: one of the same owner and name keeps its id and is overwritten, others are new.
/// Ids of the desks given are used for new ones only.
pub async fn save_by_name(write: &mut Write, desks: &[NurseDesk]) -> Result<Saved> {
    let known: HashMap<(String, String), NurseDeskId> = list(write.tx())
        .await?
        .into_iter()
        .map(|stored| ((stored.desk.owner, stored.desk.name), stored.desk.id))
        .collect();
    let mut saved = Saved::default();
    for desk in desks {
        let id = known.get(&(desk.owner.clone(), desk.name.clone())).copied();
        let desk = NurseDesk { id: id.unwrap_or(desk.id), ..desk.clone() };
        match (save(write, &desk).await?, id) {
            (false, _) => saved.unchanged += 1,
            (true, Some(_)) => saved.changed += 1,
            (true, None) => saved.new += 1,
        }
    }
    Ok(saved)
}

/// Removes a desk; `false` when there was none.
pub async fn remove(write: &mut Write, id: NurseDeskId) -> Result<bool> {
    let Some(stored) = find(write.tx(), id).await? else { return Ok(false) };
    let before =
        serde_json::to_value(&stored.desk).map_err(|error| StoreError::corrupt("nurse_desk", error))?;
    let audit = Audit {
        action: "remove",
        entity: Entity::NurseDesk,
        id: Some(id.0),
        before: Some(before),
        after: None,
    };
    let mut pen = write.pen(Trace::of(vec![audit], vec![(Entity::NurseDesk, id.0)])).await?;
    each_backend!(pen, |conn| sqlx::query("DELETE FROM nurse_desk WHERE id = $1")
        .bind(id.0)
        .execute(conn)
        .await
        .map(|_| ()))?;
    Ok(true)
}
