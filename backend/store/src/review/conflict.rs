//! Conflicts: an import changed the official value of a field that was set by hand. The local value stands until a
//! steward has looked.

use super::{Question, ask};
use crate::{backend::Tx, bulk::select_in, correction, error::Result, office, write::Write};
use hoshizu_catalog::{
    compose,
    id::{ImportId, OfficeId},
    office::{Correction, Office},
};
use std::collections::HashMap;
use uuid::Uuid;

/// Kind of these questions.
pub const CONFLICT: &str = "conflict";

/// Fields that can be set by hand, `place` last.
pub const FIELDS: [&str; 10] =
    ["name", "kana", "phone", "fax", "url", "email", "address", "building", "postal_code", "place"];

/// What the sources alone say of fields that were set by hand.
type Official = HashMap<(OfficeId, String), String>;

/// The value of a field that can be corrected, as a correction would state it; `None` for a field that cannot.
pub fn value_of(office: &Office, field: &str) -> Option<String> {
    let value = match field {
        "name" => Some(office.name.clone()),
        "address" => Some(office.address.clone()),
        "kana" => office.kana.clone(),
        "phone" => office.phone.clone(),
        "fax" => office.fax.clone(),
        "url" => office.url.clone(),
        "email" => office.email.clone(),
        "building" => office.building.clone(),
        "postal_code" => office.postal_code.clone(),
        "place" => office.place.map(|placed| format!("{},{}", placed.position.lat, placed.position.lon)),
        _ => return None,
    };
    Some(value.unwrap_or_default())
}

/// The office as its sources alone make it; `None` when it has none.
pub async fn official(tx: &mut Tx, id: OfficeId) -> Result<Option<Office>> {
    let services = office::services_of(tx, &[id]).await?.remove(&id).unwrap_or_default();
    Ok(compose::office(id, None, &services, &[]))
}

/// Official values of everything set by hand. Corrections are few: a town has some hundred.
pub(crate) async fn official_values(tx: &mut Tx) -> Result<Official> {
    let ids: Vec<Uuid> = each_backend!(tx, |conn| sqlx::query_scalar(
        "SELECT DISTINCT office_id FROM correction ORDER BY office_id"
    )
    .fetch_all(conn)
    .await)?;
    let ids: Vec<OfficeId> = ids.into_iter().map(OfficeId).collect();
    let mut found = Official::new();
    for chunk in ids.chunks(crate::recompose::CHUNK) {
        let corrections = correction::of_offices(tx, chunk).await?;
        let services = office::services_of(tx, chunk).await?;
        for (id, services) in services {
            let Some(office) = compose::office(id, None, &services, &[]) else { continue };
            for (_, Correction { field, .. }) in corrections.get(&id).into_iter().flatten() {
                if let Some(value) = value_of(&office, field) {
                    found.insert((id, field.clone()), value);
                }
            }
        }
    }
    Ok(found)
}

/// Asks about every official value that differs from before the import and from the value set by hand.
pub(crate) async fn raise(write: &mut Write, run: ImportId, before: &Official) -> Result<()> {
    if before.is_empty() {
        return Ok(());
    }
    let now = official_values(write.tx()).await?;
    let mut changed: Vec<(&(OfficeId, String), &String)> =
        now.iter().filter(|(key, value)| before.get(*key).is_some_and(|old| old != *value)).collect();
    changed.sort();
    let offices: Vec<OfficeId> = changed.iter().map(|((office, _), _)| *office).collect();
    let corrections = correction::of_offices(write.tx(), &offices).await?;
    let ids: Vec<Uuid> = offices.iter().map(|id| id.0).collect();
    let known = select_in!(write.tx(), (Uuid,), "SELECT id FROM office WHERE id IN", ids, "");
    let mut questions = Vec::new();
    for ((office, field), official) in changed {
        let local = corrections.get(office).into_iter().flatten().find(|(_, c)| c.field == *field);
        let agrees = local.is_none_or(|(_, correction)| correction.value == *official);
        if !agrees && known.contains(&(office.0,)) {
            questions.push(Question {
                kind: CONFLICT.to_owned(),
                offices: vec![*office],
                agree: Vec::new(),
                differ: vec![field.clone()],
                // Each new official value is a new question.
                fingerprint: format!("{CONFLICT} {office} {field} {official}"),
            });
        }
    }
    ask(write, Some(run), &questions).await.map(|_| ())
}
