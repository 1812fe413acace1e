//! Opens what the commands work on.

use crate::{cli::CommandError, config::Config};
use hoshizu_analysis::guide::rules::Book;
use hoshizu_search::Index;
use hoshizu_store::Store;
use std::{borrow::Cow, sync::Arc};

/// The database as it is, without changing its schema.
pub async fn connect(config: &Config) -> Result<Store, CommandError> {
    std::fs::create_dir_all(&config.data_dir)
        .map_err(|source| CommandError::File { path: config.data_dir.clone(), source })?;
    Ok(match &config.database_url {
        Some(url) => Store::connect_postgres(url).await?,
        None => Store::open_sqlite(&config.data_dir.join("hoshizu.sqlite")).await?,
    })
}

/// The database at the schema of this program.
pub async fn store(config: &Config) -> Result<Store, CommandError> {
    let store = connect(config).await?;
    for name in store.migrate().await? {
        tracing::info!(name, "database migrated");
    }
    Ok(store)
}

/// The office index of the data folder.
pub fn index(config: &Config) -> Result<Arc<Index>, CommandError> {
    Ok(Arc::new(Index::open(&config.data_dir.join("index"))?))
}

/// The rules of the guide, with those of the settings' own file.
pub fn book(config: &Config) -> Result<Cow<'static, Book>, CommandError> {
    let Some(path) = &config.guide_rules else { return Ok(Cow::Borrowed(Book::own())) };
    let text =
        std::fs::read_to_string(path).map_err(|source| CommandError::File { path: path.clone(), source })?;
    let book = Book::own().with_local(&text);
    book.map(Cow::Owned).map_err(|error| CommandError::Refused(format!("{}: {error}", path.display())))
}
