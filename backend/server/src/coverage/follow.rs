//! Keeps coverage at the state of the data sets.

use super::{Coverage, load};
use crate::app::App;
use hoshizu_store::StoreError;
use std::{sync::Arc, time::Duration};

/// How often the data sets are looked at.
const EVERY: Duration = Duration::from_secs(3);

/// Follows the data sets until the server ends.
pub async fn follow(app: App) {
    loop {
        if let Err(error) = step(&app).await {
            tracing::error!(%error, "coverage could not be computed; trying again");
            tokio::time::sleep(EVERY * 10).await;
        }
        tokio::time::sleep(EVERY).await;
    }
}

/// Computes anew when a data set has changed. An import writes file by file: what changed is looked at once more before
/// the work begins, so that a folder of files is computed once.
async fn step(app: &App) -> Result<(), StoreError> {
    let key = load::key(&app.store).await?;
    if is_current(app, &key) {
        return Ok(());
    }
    if app.coverage.load().is_some() {
        tokio::time::sleep(EVERY).await;
        if load::key(&app.store).await? != key {
            return Ok(());
        }
    }
    let cores = std::thread::available_parallelism().map_or(1, std::num::NonZero::get);
    refresh(app, cores.saturating_sub(1).max(1)).await
}

/// Computes anew, now.
pub async fn refresh(app: &App, threads: usize) -> Result<(), StoreError> {
    app.coverage.store(Some(Arc::new(Coverage::load(&app.store, threads).await?)));
    Ok(())
}

fn is_current(app: &App, key: &str) -> bool {
    app.coverage.load().as_ref().is_some_and(|coverage| coverage.key == key)
}
