//! What two offices have behind them: since when their tie is known, and the forums both sit in.

use super::{pictures::Moment, sight::Sight};
use crate::{app::App, network};
use hoshizu_catalog::{day::Day, id::OfficeId, office::Office};
use hoshizu_store::{StoreError, Tx, forum};
use std::collections::{HashMap, HashSet};
use uuid::Uuid;

/// What somebody may see of a tie in the waves there were.
#[derive(Debug, Clone, Copy)]
pub struct Seen {
    /// First day of the oldest wave in which they may see it.
    pub since: Day,
    /// Waves in which they may.
    waves: usize,
    /// How many waves there were before the oldest.
    before: usize,
}

impl Seen {
    /// Whether they may see it in every wave since, of `waves` in all; `None` where there was no further one.
    pub fn every(self, waves: usize) -> Option<bool> {
        let since = waves - self.before;
        (since > 1).then_some(self.waves == since)
    }
}

/// What somebody may see of each tie in the waves there were, by partner, and how many waves those were. Ties known only
/// from between surveys are not in it.
pub async fn since(
    tx: &mut Tx,
    app: &App,
    office: &Office,
    sight: &Sight,
) -> Result<(HashMap<OfficeId, Seen>, usize), StoreError> {
    let mut found: HashMap<OfficeId, Seen> = HashMap::new();
    let Some(home) = office.municipality else { return Ok((found, 0)) };
    let region = app.region.load_full();
    let waves = network::waves(tx, &region, &home.to_string()).await?;
    for (before, stored) in waves.iter().enumerate() {
        let picture = app.pictures.of(&app.store, Moment::Wave(stored.wave.id)).await?;
        for tie in picture.ties_of(office.id).iter().filter(|tie| sight.sees(tie)) {
            let new = Seen { since: stored.wave.opens_on, waves: 0, before };
            found.entry(tie.other(office.id)).or_insert(new).waves += 1;
        }
    }
    Ok((found, waves.len()))
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
