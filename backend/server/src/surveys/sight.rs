//! Who sees which ties.
//!
//! Ties both sides reported are for signed-in professionals of the area. A ☆ of one side is for its two offices and the
//! survey's keeper; others find it in counts alone, and a count below [`SMALLEST`] is not told.

use crate::{app::App, http::principal::Principal};
use hoshizu_analysis::{
    network::{Evidence, Reading, metrics::confirmation::Confirmation},
    survey::picture::Known,
};
use hoshizu_catalog::{
    area::AreaKind,
    id::OfficeId,
    permission::{Action, Role, Scope, Target},
};
use hoshizu_store::{StoreError, Tx, office};
use std::collections::HashSet;

/// Smallest count told to those who may not see what is counted (DESIGN, Evidence).
pub const SMALLEST: usize = 3;

/// What somebody may see of the ties of an area.
#[derive(Debug, Clone, Default)]
pub struct Sight {
    /// Whether any tie may be seen at all.
    pub any: bool,
    /// Whether every tie may: for the keeper.
    pub all: bool,
    /// The offices somebody answers for.
    pub own: HashSet<OfficeId>,
}

impl Sight {
    /// The ties figures and drawings are made of for somebody.
    pub fn reading(&self) -> Reading {
        if self.all { Reading::Either } else { Reading::Mutual }
    }

    /// Looks it up for an area.
    pub async fn of(tx: &mut Tx, app: &App, principal: &Principal, area: &str) -> Result<Self, StoreError> {
        let region = app.region.load_full();
        let above = region.areas_above(area);
        let own: HashSet<OfficeId> = members(principal).collect();
        let all = principal.may(Action::KeepSurveys, Target::Area(&above));
        let mut any = all || principal.may(Action::ReadTies, Target::Area(&above));
        if !any && !own.is_empty() {
            // A member reads the ties of the municipality its office lies in, not of all the prefecture.
            let ids: Vec<OfficeId> = own.iter().copied().collect();
            let offices = office::many(tx, &ids).await?;
            let is_home = |code: &String| {
                let kind = region.areas.get(code).map(|area| area.kind);
                above.contains(code) && matches!(kind, Some(AreaKind::Municipality | AreaKind::Ward))
            };
            any = offices.iter().any(|office| region.areas_of(office).iter().any(is_home));
        }
        Ok(Self { any, all, own })
    }

    /// Whether a tie may be seen.
    pub fn sees(&self, tie: &Known) -> bool {
        self.all
            || self.own.contains(&tie.a)
            || self.own.contains(&tie.b)
            || (self.any && tie.evidence == Evidence::Mutual)
    }

    /// A count of ties that may not be seen, or nothing where it is too small to be told.
    pub fn count(count: usize) -> Option<usize> {
        (count == 0 || count >= SMALLEST).then_some(count)
    }
}

/// `mutual ÷ (mutual + one-sided)`; nothing where a small count of ties of one side would follow from it.
pub fn confirmation_rate(told: &Confirmation, all: bool) -> Option<f64> {
    let (one_sided, both) = (told.one_sided as usize, (told.mutual + told.one_sided) as usize);
    let tells = all || Sight::count(one_sided).and(Sight::count(both)).is_some();
    (tells && both > 0).then_some(told.confirmation_rate)
}

/// The offices somebody is a member of.
pub fn members(principal: &Principal) -> impl Iterator<Item = OfficeId> + '_ {
    principal.grants().iter().filter(|grant| grant.role == Role::Member).filter_map(|grant| {
        match grant.scope {
            Scope::Office(office) => Some(office),
            _ => None,
        }
    })
}
