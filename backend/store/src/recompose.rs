//! Offices made anew from their services and corrections. Nothing else writes the table `office`.

use crate::{
    bulk::{insert_rows, select_in},
    codec::{
        OFFICE_COLUMNS, OfficeRow, SERVICE_COLUMNS, ServiceRow, municipality_number, offices as read_offices,
        precision_code, to_json,
    },
    correction,
    error::{Result, StoreError},
    write::{Audit, Entity, Trace, Write},
};
use hoshizu_catalog::{
    compose,
    edition::Edition,
    fold,
    id::{OfficeId, OrganizationId},
    office::{Correction, Office, Service},
};
use serde_json::{Map, Value};
use std::collections::HashMap;
use uuid::Uuid;

/// Offices composed at a time: a few megabytes of listings.
pub(crate) const CHUNK: usize = 500;

/// What composing changed.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Done {
    pub new: u64,
    pub changed: u64,
}

/// Which organization an office belongs to: that of its newest current service, the oldest id deciding between equals
/// so that the answer does not depend on the order of rows.
fn organization_of(services: &[(Service, Option<Uuid>)]) -> Option<OrganizationId> {
    let newest = |current: bool| {
        services
            .iter()
            .filter(|(service, organization)| organization.is_some() && service.gone_in.is_none() == current)
            .min_by_key(|(service, _)| (std::cmp::Reverse(service.edition.clone()), service.id))
            .and_then(|(_, organization)| organization.map(OrganizationId))
    };
    newest(true).or_else(|| newest(false))
}

/// Composes these offices (callers give at most [`CHUNK`] at a time) and writes those that differ from what is stored, with audit and
/// outbox.
pub(crate) async fn offices(write: &mut Write, action: &'static str, ids: &[OfficeId]) -> Result<Done> {
    compose_all(write, action, ids, true).await
}

/// The same for the first edition of a data set, where all is new: one line of the import sums it up.
pub(crate) async fn first_edition(write: &mut Write, ids: &[OfficeId]) -> Result<Done> {
    compose_all(write, "import", ids, false).await
}

/// Composes offices of which some may have lost their last listing to another: those are removed.
pub(crate) async fn settle(write: &mut Write, action: &'static str, ids: &[OfficeId]) -> Result<()> {
    let uuids: Vec<Uuid> = ids.iter().map(|id| id.0).collect();
    let held: Vec<OfficeId> = select_in!(
        write.tx(),
        (Uuid,),
        "SELECT DISTINCT office_id FROM service WHERE office_id IN",
        uuids,
        ""
    )
    .into_iter()
    .map(|(id,)| OfficeId(id))
    .collect();
    for id in ids.iter().filter(|id| !held.contains(id)) {
        let mut pen = write.pen(Trace::of(Vec::new(), vec![(Entity::Office, id.0)])).await?;
        each_backend!(pen, |conn| sqlx::query("DELETE FROM office WHERE id = $1")
            .bind(id.0)
            .execute(conn)
            .await
            .map(|_| ()))?;
    }
    offices(write, action, &held).await.map(|_| ())
}

async fn compose_all(
    write: &mut Write,
    action: &'static str,
    ids: &[OfficeId],
    tell_new: bool,
) -> Result<Done> {
    let uuids: Vec<Uuid> = ids.iter().map(|id| id.0).collect();
    let mut services: HashMap<OfficeId, Vec<(Service, Option<Uuid>)>> = HashMap::with_capacity(ids.len());
    let head = format!("SELECT {SERVICE_COLUMNS} FROM service WHERE office_id IN");
    for row in select_in!(write.tx(), ServiceRow, head.as_str(), uuids, " ORDER BY id") {
        let organization = row.organization_id;
        services.entry(OfficeId(row.office_id)).or_default().push((row.try_into()?, organization));
    }
    let corrections = correction::of_offices(write.tx(), ids).await?;
    let head = format!("SELECT {OFFICE_COLUMNS} FROM office WHERE id IN");
    let stored: HashMap<OfficeId, Office> =
        read_offices(select_in!(write.tx(), OfficeRow, head.as_str(), uuids, ""))?
            .into_iter()
            .map(|office| (office.id, office))
            .collect();
    let (mut done, mut audits, mut touched, mut different) =
        (Done::default(), Vec::new(), Vec::new(), Vec::new());
    for id in ids {
        let own = services.remove(id).ok_or(StoreError::NotFound("office"))?;
        let organization = organization_of(&own);
        let own: Vec<Service> = own.into_iter().map(|(service, _)| service).collect();
        let by_hand: Vec<Correction> =
            corrections.get(id).into_iter().flatten().map(|(_, correction)| correction.clone()).collect();
        let office = compose::office(*id, organization, &own, &by_hand)
            .ok_or_else(|| StoreError::corrupt("services of office", id))?;
        match stored.get(id) {
            Some(before) if *before == office => continue,
            Some(before) => {
                done.changed += 1;
                audits.extend(difference(action, before, &office)?);
            }
            None => {
                done.new += 1;
                audits.extend(tell_new.then(|| arrival(action, &office)));
            }
        }
        touched.push((Entity::Office, id.0));
        different.push(office);
    }
    write_offices(write, &different, Trace::of(audits, touched)).await?;
    Ok(done)
}

/// The audit line of an office that was not there before.
fn arrival(action: &'static str, office: &Office) -> Audit {
    Audit {
        action: if action == "import" { "create" } else { action },
        entity: Entity::Office,
        id: Some(office.id.0),
        before: None,
        after: Some(serde_json::json!({ "name": office.name })),
    }
}

/// The audit line of a changed office; `None` when only its edition moved on, which the import's own line tells.
fn difference(action: &'static str, before: &Office, after: &Office) -> Result<Option<Audit>> {
    // The usual case of a new edition, told apart without making JSON of tens of thousands of offices.
    if (Office { edition: after.edition.clone(), ..before.clone() }) == *after {
        return Ok(None);
    }
    let fields = |office: &Office| match serde_json::to_value(office) {
        Ok(Value::Object(fields)) => Ok(fields),
        Ok(_) => Err(StoreError::corrupt("office", "no object")),
        Err(error) => Err(StoreError::corrupt("office", error)),
    };
    let (old, new) = (fields(before)?, fields(after)?);
    let differing = |from: &Map<String, Value>, other: &Map<String, Value>| -> Map<String, Value> {
        from.iter()
            .filter(|(field, value)| *field != "edition" && other.get(*field) != Some(value))
            .map(|(field, value)| (field.clone(), value.clone()))
            .collect()
    };
    let (old_only, new_only) = (differing(&old, &new), differing(&new, &old));
    if old_only.is_empty() && new_only.is_empty() {
        return Ok(None);
    }
    Ok(Some(Audit {
        action,
        entity: Entity::Office,
        id: Some(after.id.0),
        before: Some(Value::Object(old_only)),
        after: Some(Value::Object(new_only)),
    }))
}

/// An office with the texts its row needs.
struct Written<'o> {
    office: &'o Office,
    numbers: String,
    other_names: String,
    services: String,
    address_key: String,
}

async fn write_offices(write: &mut Write, offices: &[Office], trace: Trace) -> Result<()> {
    let rows: Vec<Written<'_>> = offices
        .iter()
        .map(|office| {
            Ok(Written {
                numbers: to_json(&office.numbers)?,
                other_names: to_json(&office.other_names)?,
                services: to_json(&office.services)?,
                address_key: fold::address(&office.address),
                office,
            })
        })
        .collect::<Result<_>>()?;
    let mut pen = write.pen(trace).await?;
    insert_rows!(
        pen,
        "INSERT INTO office (id, organization_id, name, kana, numbers, other_names, municipality, postal_code, \
         address, address_key, building, lat, lon, precision, phone, fax, url, email, systems, services, kyosei, \
         open_days, edition, gone_in) ",
        24,
        &rows,
        |row, written| {
            let office = written.office;
            row.push_bind(office.id.0)
                .push_bind(office.organization.map(|id| id.0))
                .push_bind(&office.name)
                .push_bind(&office.kana)
                .push_bind(&written.numbers)
                .push_bind(&written.other_names)
                .push_bind(municipality_number(office.municipality))
                .push_bind(&office.postal_code)
                .push_bind(&office.address)
                .push_bind(&written.address_key)
                .push_bind(&office.building)
                .push_bind(office.place.map(|place| place.position.lat))
                .push_bind(office.place.map(|place| place.position.lon))
                .push_bind(office.place.map(|place| precision_code(place.precision)))
                .push_bind(&office.phone)
                .push_bind(&office.fax)
                .push_bind(&office.url)
                .push_bind(&office.email)
                .push_bind(i32::from(office.systems.0))
                .push_bind(&written.services)
                .push_bind(office.kyosei)
                .push_bind(i32::from(office.open.0))
                .push_bind(office.edition.as_ref().map(Edition::as_str))
                .push_bind(office.gone_in.as_ref().map(Edition::as_str));
        },
        " ON CONFLICT (id) DO UPDATE SET organization_id = excluded.organization_id, name = excluded.name, \
         kana = excluded.kana, numbers = excluded.numbers, other_names = excluded.other_names, \
         municipality = excluded.municipality, postal_code = excluded.postal_code, address = excluded.address, \
         address_key = excluded.address_key, building = excluded.building, lat = excluded.lat, lon = excluded.lon, \
         precision = excluded.precision, phone = excluded.phone, fax = excluded.fax, url = excluded.url, \
         email = excluded.email, systems = excluded.systems, services = excluded.services, \
         kyosei = excluded.kyosei, open_days = excluded.open_days, edition = excluded.edition, \
         gone_in = excluded.gone_in"
    );
    Ok(())
}
