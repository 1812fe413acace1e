//! Which accounts somebody manages, and which roles they may hand on.

use crate::{
    app::App,
    http::{
        principal::Principal,
        problem::{Problem, Result},
    },
};
use hoshizu_catalog::{
    id::{AccountId, OfficeId},
    permission::{Action, Grant, Role, Scope, Target, may_hand_on},
};
use hoshizu_store::{
    Tx,
    account::{self, Account},
    office,
};
use std::collections::HashMap;

/// Where the places of some grants lie.
pub struct Places {
    offices: HashMap<OfficeId, Vec<String>>,
    areas: HashMap<String, Vec<String>>,
    /// Areas that are none of the directory's.
    unknown: Vec<String>,
}

impl Places {
    /// Looks the offices and areas of these grants up.
    pub async fn load(tx: &mut Tx, app: &App, grants: &[Grant]) -> Result<Self> {
        let region = app.region.load();
        let (mut ids, mut areas, mut unknown) = (Vec::new(), HashMap::new(), Vec::new());
        for grant in grants {
            match &grant.scope {
                Scope::Office(id) => ids.push(*id),
                Scope::Area(code) => {
                    if !region.areas.contains_key(code) {
                        unknown.push(code.clone());
                    }
                    areas.entry(code.clone()).or_insert_with(|| region.areas_above(code));
                }
                Scope::Everywhere => {}
            }
        }
        let offices = office::many(tx, &ids).await?;
        let offices = offices.iter().map(|office| (office.id, region.areas_of(office))).collect();
        Ok(Self { offices, areas, unknown })
    }

    fn within(&self, principal: &Principal, grant: &Grant) -> bool {
        let target = match &grant.scope {
            Scope::Everywhere => Target::Installation,
            Scope::Area(code) => Target::Area(self.areas.get(code).map_or(&[], Vec::as_slice)),
            // An office that is gone lies nowhere: only who manages everything manages it.
            Scope::Office(id) => Target::Office(*id, self.offices.get(id).map_or(&[], Vec::as_slice)),
        };
        may_hand_on(principal.grants(), grant.role, target)
    }

    /// Nothing when the grant names a place that exists and is the asker's to give.
    pub fn check(&self, principal: &Principal, grant: &Grant) -> Result<()> {
        if !self.within(principal, grant) {
            return Err(Problem::forbidden());
        }
        let exists = match &grant.scope {
            Scope::Everywhere => true,
            Scope::Area(code) => !self.unknown.contains(code),
            Scope::Office(id) => self.offices.contains_key(id),
        };
        exists.then_some(()).ok_or_else(|| Problem::refused("grant_refused", "no such office or area"))
    }
}

/// Whether the asker manages all there is.
pub fn is_administrator(principal: &Principal) -> bool {
    may_hand_on(principal.grants(), Role::Administrator, Target::Installation)
}

/// An account, seen by somebody who manages some of its roles.
pub struct Managed {
    /// The account.
    pub account: Account,
    /// Its roles inside the asker's places.
    pub own: Vec<Grant>,
    /// Whether it has others.
    pub elsewhere: bool,
    by_administrator: bool,
}

impl Managed {
    /// The account with its roles parted; nothing when the asker manages no accounts.
    pub fn new(principal: &Principal, account: Account, grants: Vec<Grant>, places: &Places) -> Option<Self> {
        if !principal.may_somewhere(Action::ManageAccounts) {
            return None;
        }
        let (own, others): (Vec<Grant>, Vec<Grant>) =
            grants.into_iter().partition(|grant| places.within(principal, grant));
        Some(Self {
            account,
            own,
            elsewhere: !others.is_empty(),
            by_administrator: is_administrator(principal),
        })
    }

    /// Loads one; 404 when it has nothing in the asker's places, as if there were none.
    pub async fn load(tx: &mut Tx, app: &App, principal: &Principal, id: AccountId) -> Result<Self> {
        let not_found = || Problem::not_found("account");
        let account = account::find(tx, id).await?.ok_or_else(not_found)?;
        let grants = account::grants(tx, &[id]).await?.remove(&id).unwrap_or_default();
        let places = Places::load(tx, app, &grants).await?;
        Self::new(principal, account, grants, &places).filter(Self::is_visible).ok_or_else(not_found)
    }

    /// Whether the asker sees it.
    pub fn is_visible(&self) -> bool {
        self.by_administrator || !self.own.is_empty()
    }

    /// The account, when the asker manages all of its roles: resetting or closing it then gains or costs nothing
    /// outside of the asker's places.
    pub fn whole(self) -> Result<Account> {
        if self.by_administrator || !self.elsewhere { Ok(self.account) } else { Err(Problem::forbidden()) }
    }
}

/// Refuses what would leave the installation without an administrator who can sign in.
pub async fn keep_an_administrator(tx: &mut Tx, id: AccountId) -> Result<()> {
    let holders = account::holders(tx, Role::Administrator).await?;
    let is_last = holders.contains(&id) && holders.iter().all(|holder| *holder == id);
    if is_last { Err(Problem::refused("last_administrator", "somebody has to remain")) } else { Ok(()) }
}
