//! Writes that cannot forget their trace.
//!
//! The connection of a [`Write`] is private to this file. Whoever wants to change a row asks [`Write::pen`] for a
//! [`Pen`], and pays with a [`Trace`]: what the audit shall say and whom the outbox shall name. Both are written before
//! the pen is handed out. A test (`lints.rs`) holds that statements which change rows stand only where a pen is.

use crate::{
    backend::{Connection, Tx},
    bulk::insert_rows,
    clock::Ids,
    error::Result,
};
use serde_json::Value;
use std::sync::Arc;
use time::OffsetDateTime;
use uuid::Uuid;

/// A write in somebody's name, from [`crate::Store::begin`]. Dropped, it is undone.
pub struct Write {
    tx: Tx,
    actor: String,
    at: OffsetDateTime,
    ids: Arc<dyn Ids>,
}

/// What whoever follows the outbox has to look at again.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Entity {
    Office,
    Organization,
    Area,
    Town,
    BaseFeature,
    Population,
    Road,
    Review,
    Import,
    Mapping,
    Setting,
    Account,
    SavedSearch,
    OfficeList,
    NurseDesk,
    Survey,
    Sheet,
    Tie,
    Forum,
    GapNote,
}

impl Entity {
    pub(crate) fn code(self) -> &'static str {
        match self {
            Self::Office => "office",
            Self::Organization => "organization",
            Self::Area => "area",
            Self::Town => "town",
            Self::BaseFeature => "base_feature",
            Self::Population => "population",
            Self::Road => "road",
            Self::Review => "review_item",
            Self::Import => "import",
            Self::Mapping => "mapping",
            Self::Setting => "setting",
            Self::Account => "account",
            Self::SavedSearch => "saved_search",
            Self::OfficeList => "office_list",
            Self::NurseDesk => "nurse_desk",
            Self::Survey => "survey",
            Self::Sheet => "survey_sheet",
            Self::Tie => "tie",
            Self::Forum => "forum",
            Self::GapNote => "gap_note",
        }
    }
}

/// One line of the audit.
#[derive(Debug, Clone)]
pub(crate) struct Audit {
    pub action: &'static str,
    pub entity: Entity,
    pub id: Option<Uuid>,
    pub before: Option<Value>,
    pub after: Option<Value>,
}

/// What a change answers for.
pub(crate) struct Trace {
    audits: Vec<Audit>,
    touched: Vec<(Entity, Uuid)>,
}

impl Trace {
    /// A change that is audited and that followers must see. `Uuid::nil()` names all of an entity.
    pub(crate) fn of(audits: Vec<Audit>, touched: Vec<(Entity, Uuid)>) -> Self {
        Self { audits, touched }
    }

    /// A change of one thing that no follower reads.
    pub(crate) fn audit(audit: Audit) -> Self {
        Self { audits: vec![audit], touched: Vec::new() }
    }

    /// Rows that are the record of another change of this same transaction (a listing beside its office, the report
    /// of an import), or housekeeping of such records. Nobody could tell an audit row of them from the row itself.
    pub(crate) fn part_of_another() -> Self {
        Self { audits: Vec::new(), touched: Vec::new() }
    }
}

/// The right to change rows, for as long as it is held.
pub(crate) struct Pen<'w>(&'w mut Tx);

impl Pen<'_> {
    pub(crate) fn connection(&mut self) -> Connection<'_> {
        self.0.connection()
    }

    /// The same transaction for lookups.
    pub(crate) fn tx(&mut self) -> &mut Tx {
        self.0
    }
}

impl Write {
    pub(crate) fn over(tx: Tx, actor: String, at: OffsetDateTime, ids: Arc<dyn Ids>) -> Self {
        Self { tx, actor, at, ids }
    }

    /// The same transaction for lookups.
    pub fn tx(&mut self) -> &mut Tx {
        &mut self.tx
    }

    /// Goes on in the name of somebody else, where one transaction holds the changes of several.
    pub fn act_as(&mut self, actor: &str) {
        actor.clone_into(&mut self.actor);
    }

    /// In whose name.
    pub fn actor(&self) -> &str {
        &self.actor
    }

    /// When the write began; every row of it bears this time.
    pub fn now(&self) -> OffsetDateTime {
        self.at
    }

    pub(crate) fn next_id(&self) -> Uuid {
        self.ids.next()
    }

    /// Makes the write lasting and visible, all of it at once.
    pub async fn commit(self) -> Result<()> {
        self.tx.commit().await
    }

    /// Undoes the write and waits until that is done (dropping undoes it a moment later).
    pub async fn rollback(self) -> Result<()> {
        self.tx.rollback().await
    }

    /// Writes the trace, then hands out the pen.
    pub(crate) async fn pen(&mut self, trace: Trace) -> Result<Pen<'_>> {
        let mut pen = Pen(&mut self.tx);
        let (actor, at) = (self.actor.as_str(), self.at);
        insert_rows!(
            pen,
            "INSERT INTO audit (actor, action, entity, entity_id, before, after, at) ",
            7,
            &trace.audits,
            |row, audit| {
                row.push_bind(actor)
                    .push_bind(audit.action)
                    .push_bind(audit.entity.code())
                    .push_bind(audit.id)
                    .push_bind(audit.before.as_ref().map(Value::to_string))
                    .push_bind(audit.after.as_ref().map(Value::to_string))
                    .push_bind(at);
            },
            ""
        );
        insert_rows!(
            pen,
            "INSERT INTO outbox (entity, entity_id) ",
            2,
            &trace.touched,
            |row, (entity, id)| {
                row.push_bind(entity.code()).push_bind(*id);
            },
            ""
        );
        Ok(pen)
    }
}
