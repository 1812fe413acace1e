//! Printing beside the requests: the font is loaded when the first page is asked for, and no more pages are set at a
//! time than there are processors, so that a heap of sheets never slows a search.

use crate::{
    app::App,
    http::problem::{Problem, Result},
};
use hoshizu_print::{Fonts, PrintError};
use std::{num::NonZero, path::PathBuf, sync::OnceLock, thread::available_parallelism};
use tokio::sync::Semaphore;

/// What it takes to print.
pub struct Press {
    folder: Option<PathBuf>,
    fonts: OnceLock<Fonts>,
    places: Semaphore,
}

impl Press {
    /// A press with the font built in, or that of a folder.
    pub fn new(folder: Option<PathBuf>) -> Self {
        let places = available_parallelism().map_or(1, NonZero::get);
        Self { folder, fonts: OnceLock::new(), places: Semaphore::new(places) }
    }

    fn fonts(&self) -> std::result::Result<&Fonts, PrintError> {
        if let Some(loaded) = self.fonts.get() {
            return Ok(loaded);
        }
        let loaded = Fonts::load(self.folder.as_deref())?;
        Ok(self.fonts.get_or_init(|| loaded))
    }
}

/// Sets pages on a thread of their own.
pub async fn print<T, F>(app: &App, set: F) -> Result<T>
where
    T: Send + 'static,
    F: FnOnce(&Fonts) -> std::result::Result<T, PrintError> + Send + 'static,
{
    let _place = app.press.places.acquire().await.map_err(|error| Problem::internal(&error))?;
    let own = app.clone();
    let printed = tokio::task::spawn_blocking(move || own.press.fonts().and_then(set)).await;
    Ok(printed.map_err(|error| Problem::internal(&error))??)
}
