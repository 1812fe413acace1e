//! Two offices that are one, and one that is two.

use crate::{
    backend::Tx,
    bulk::select_in,
    codec::from_json,
    decision::{self, Inverse, ItemState},
    entry,
    error::{Result, StoreError},
    holders, office, pin, recompose, review,
    write::{Audit, Entity, Trace, Write},
};
use hoshizu_catalog::{
    id::{DecisionId, OfficeId, ReviewItemId, ServiceId},
    office::Office,
};
use serde_json::json;
use std::collections::HashSet;
use uuid::Uuid;

/// Makes one office of two: everything that hangs on `away` moves to `into`, and the old id answers for `into` for ever.
/// Answers the item, if any. An office that is not there, or the same one twice, is an error.
pub async fn merge(
    write: &mut Write,
    into: OfficeId,
    away: OfficeId,
    item: Option<ReviewItemId>,
) -> Result<DecisionId> {
    let stays = office::find(write.tx(), into).await?.ok_or(StoreError::NotFound("office"))?;
    let goes = office::find(write.tx(), away).await?.filter(|_| into != away);
    let goes = goes.ok_or(StoreError::NotFound("office"))?;
    let ids = [into, away];
    let mut inverse = Inverse { before: holders::kept(write.tx(), &ids).await?, ..Inverse::default() };
    if let Some(item) = item
        && !review::decide(write, item, "same").await?
    {
        return Err(StoreError::NotOpen);
    }
    inverse.items_before = items_about(write.tx(), away).await?;
    inverse.items_after = inverse.items_before.iter().map(|item| moved(item, into, away)).collect();
    let at = write.now();
    let entries = entry::many(write.tx(), &[into]).await?;
    let touched = vec![(Entity::Office, into.0), (Entity::Office, away.0)];
    let mut pen = write.pen(Trace::of(audits(&stays, &goes), touched)).await?;
    holders::move_all(&mut pen, away, into).await?;
    each_backend!(pen, |conn| sqlx::query(
        "INSERT INTO office_redirect (old_id, office_id, merged_at) VALUES ($1, $2, $3)"
    )
    .bind(away.0)
    .bind(into.0)
    .bind(at)
    .execute(conn)
    .await
    .map(|_| ()))?;
    decision::set_items(write, &inverse.items_after).await?;
    recompose::settle(write, "merge", &ids).await?;
    entry::tell(write, &entries, &[into]).await?;
    inverse.after = holders::kept(write.tx(), &ids).await?;
    decision::record(write, item, "merge", &ids, &inverse).await
}

fn audits(stays: &Office, goes: &Office) -> Vec<Audit> {
    let line = |office: &Office, before, after| Audit {
        action: "merge",
        entity: Entity::Office,
        id: Some(office.id.0),
        before,
        after: Some(after),
    };
    vec![
        line(stays, None, json!({ "merged": goes.id, "merged_name": goes.name })),
        line(goes, Some(json!(goes)), json!({ "moved_to": stays.id, "moved_to_name": stays.name })),
    ]
}

/// Open items that name an office.
async fn items_about(tx: &mut Tx, office: OfficeId) -> Result<Vec<ItemState>> {
    let pattern = format!("%{office}%");
    let rows: Vec<(Uuid, String, String)> = each_backend!(tx, |conn| sqlx::query_as(
        "SELECT id, state, offices FROM review_item WHERE state = 'open' AND offices LIKE $1 ORDER BY id"
    )
    .bind(pattern)
    .fetch_all(conn)
    .await)?;
    rows.into_iter()
        .map(|(id, state, offices)| {
            let offices = from_json("review_item.offices", &offices)?;
            Ok(ItemState { id: ReviewItemId(id), state, offices })
        })
        .collect()
}

/// The item after the merge; a question whether two are one is answered by it.
fn moved(item: &ItemState, into: OfficeId, away: OfficeId) -> ItemState {
    let mut offices: Vec<OfficeId> =
        item.offices.iter().map(|office| if *office == away { into } else { *office }).collect();
    let before = offices.len();
    offices.dedup();
    let state = if offices.len() < before { "moot".to_owned() } else { item.state.clone() };
    ItemState { id: item.id, state, offices }
}

/// Makes two offices of one: these services of it go to a new office, whose id is returned with the decision. Later
/// rows of the same signature follow, and nobody is asked whether the two are one. Corrections stay. An error when no
/// service or none of the others would be left.
pub async fn split(
    write: &mut Write,
    from: OfficeId,
    services: &[ServiceId],
) -> Result<(OfficeId, DecisionId)> {
    let own = office::services_of(write.tx(), &[from]).await?.remove(&from).unwrap_or_default();
    let going: HashSet<ServiceId> = services.iter().copied().collect();
    let (go, stay): (Vec<_>, Vec<_>) = own.iter().partition(|service| going.contains(&service.id));
    if go.is_empty() || stay.is_empty() || go.len() != going.len() {
        return Err(StoreError::NotFound("service"));
    }
    let new = OfficeId(write.next_id());
    let ids = [from, new];
    let before = holders::kept(write.tx(), &ids).await?;
    let pins: Vec<(String, OfficeId)> = stay
        .iter()
        .map(|service| (service, from))
        .chain(go.iter().map(|service| (service, new)))
        .map(|(service, office)| (service.listing.signature(&service.dataset), office))
        .collect();
    let audit = Audit {
        action: "split",
        entity: Entity::Office,
        id: Some(from.0),
        before: None,
        after: Some(json!({ "split_off": new, "services": services })),
    };
    let touched = ids.iter().map(|id| (Entity::Office, id.0)).collect();
    let mut pen = write.pen(Trace::of(vec![audit], touched)).await?;
    for service in &go {
        each_backend!(pen, |conn| sqlx::query("UPDATE service SET office_id = $2 WHERE id = $1")
            .bind(service.id.0)
            .bind(new.0)
            .execute(conn)
            .await
            .map(|_| ()))?;
    }
    pin::put(&mut pen, &last_of_each(pins)).await?;
    pin::part(&mut pen, from, new).await?;
    recompose::settle(write, "split", &ids).await?;
    let after = holders::kept(write.tx(), &ids).await?;
    let inverse = Inverse { before, after, ..Inverse::default() };
    let decision = decision::record(write, None, "split", &ids, &inverse).await?;
    Ok((new, decision))
}

/// One pin a signature: a statement must not write a row twice.
fn last_of_each(pins: Vec<(String, OfficeId)>) -> Vec<(String, OfficeId)> {
    pins.into_iter().collect::<std::collections::BTreeMap<_, _>>().into_iter().collect()
}

/// Whether these offices are stored.
pub async fn exist(tx: &mut Tx, ids: &[OfficeId]) -> Result<bool> {
    let uuids: Vec<Uuid> = ids.iter().map(|id| id.0).collect();
    let found = select_in!(tx, (Uuid,), "SELECT id FROM office WHERE id IN", uuids, "");
    Ok(found.len() == ids.len())
}
