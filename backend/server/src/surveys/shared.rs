//! What two offices have behind them: since when their tie is known, and the forums both sit in.

use super::{pictures::Moment, sight::Sight};
use crate::{app::App, network};
use hoshizu_catalog::{day::Day, id::OfficeId, office::Office};
use hoshizu_store::{StoreError, Tx, forum};
use std::collections::{HashMap, HashSet};
use uuid::Uuid;

/// The first day of the oldest wave in which somebody may see the tie, by partner. Ties known only from between surveys
/// are not in it.
pub async fn since(
    tx: &mut Tx,
    app: &App,
    office: &Office,
    sight: &Sight,
) -> Result<HashMap<OfficeId, Day>, StoreError> {
    let mut found = HashMap::new();
    let Some(home) = office.municipality else { return Ok(found) };
    let region = app.region.load_full();
    for stored in network::waves(tx, &region, &home.to_string()).await? {
        let picture = app.pictures.of(&app.store, Moment::Wave(stored.wave.id)).await?;
        for tie in picture.ties_of(office.id).iter().filter(|tie| sight.sees(tie)) {
            found.entry(tie.other(office.id)).or_insert(stored.wave.opens_on);
        }
    }
    Ok(found)
}

/// A forum with the offices that sit in it.
pub struct Seated {
    /// Identity.
    pub id: Uuid,
    /// Its name.
    pub name: String,
    /// Offices of its members.
    pub offices: HashSet<OfficeId>,
}

/// Who sits in which forum on a day.
pub async fn seated(tx: &mut Tx, on: Day) -> Result<Vec<Seated>, StoreError> {
    let all = forum::list(tx).await?;
    let seated = |forum: hoshizu_catalog::forum::Forum| {
        let sits = forum.members.iter().filter(|member| member.sits_on(on));
        let offices = sits.filter_map(|member| member.office).collect();
        Seated { id: forum.id.0, name: forum.name.clone(), offices }
    };
    Ok(all.into_iter().map(seated).collect())
}
