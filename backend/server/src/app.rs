//! What every handler shares: settings, database, index, the region's map layers, imports at work.

use crate::{
    account::Accounts,
    config::Config,
    coverage,
    import::jobs::Jobs,
    network::Scenes,
    nurses::Cache,
    press::Press,
    region::Region,
    surveys::{pictures::Pictures, writer::SheetWriter},
    throttle::Throttle,
};
use arc_swap::ArcSwap;
use hoshizu_analysis::guide::rules::Book;
use hoshizu_search::Index;
use hoshizu_store::Store;
use std::{borrow::Cow, ops::Deref, sync::Arc};

/// Shared state; cheap to clone.
#[derive(Clone)]
pub struct App(Arc<Inner>);

/// The parts of [`App`].
pub struct Inner {
    /// Settings.
    pub config: Config,
    /// Database.
    pub store: Store,
    /// Office index; follows the outbox.
    pub index: Arc<Index>,
    /// Areas, names and map layers; replaced as a whole when areas change.
    pub region: ArcSwap<Region>,
    /// Passwords, limits on guessing, mail, single sign-on.
    pub accounts: Accounts,
    /// Supply and reach; computed in the background.
    pub coverage: Arc<coverage::Shared>,
    /// Imports begun from the page.
    pub jobs: Jobs,
    /// Nurse desks, held to be asked often.
    pub nurses: Cache,
    /// Rules of the guide, a municipality's own among them.
    pub book: Cow<'static, Book>,
    /// Printing.
    pub press: Press,
    /// How often suggestions come from one network.
    pub suggestions: Throttle,
    /// How often letters are tried from one network.
    pub letters: Throttle,
    /// Saves of ☆ sheets, many to a transaction.
    pub sheets: SheetWriter,
    /// How often codes that are none are tried from one network.
    pub sheet_misses: Throttle,
    /// Ties of waves and days.
    pub pictures: Pictures,
    /// Networks of areas.
    pub scenes: Scenes,
}

/// Suggestions from one network: an hour's work of somebody who reads the whole page of an office.
pub fn suggestion_throttle() -> Throttle {
    Throttle::new(20, time::Duration::HOUR)
}

/// Letters from one network: a corporation may open all of its letters in one sitting.
pub fn letter_throttle() -> Throttle {
    Throttle::new(300, time::Duration::HOUR)
}

/// Codes that are none from one network: slips of a hundred hands.
pub fn sheet_throttle() -> Throttle {
    Throttle::new(100, time::Duration::HOUR)
}

impl App {
    /// The state made of its parts.
    pub fn new(inner: Inner) -> Self {
        Self(Arc::new(inner))
    }
}

impl Deref for App {
    type Target = Inner;
    fn deref(&self) -> &Inner {
        &self.0
    }
}
