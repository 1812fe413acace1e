//! `hoshizu demo`: the invented prefecture, through the same importers as official files.

use crate::{
    cli::{
        CommandError,
        import::{self, Printer},
        open,
    },
    config::Config,
    http::meta::DEMO,
    import::{Options, run},
    nurses::{Cache, sheet},
    region::Region,
    surveys::transfer,
};
use hoshizu_catalog::listing::Rejection;
use hoshizu_ingest::wave_folder::{self, Folder};
use hoshizu_store::{dataset, nurse_desk, setting};
use rust_embed::RustEmbed;
use std::path::Path;

#[derive(RustEmbed)]
#[folder = "$CARGO_MANIFEST_DIR/../../data/demo"]
struct Files;

/// The desks, in the template's columns.
const NURSES: &str = "nurses/nurse_desks_20251001.csv";

/// The waves of a survey, which are read by `hoshizu_ingest::wave_folder` and not as lists of offices.
const SURVEY: &str = "survey/";

/// The waves, the first first.
const WAVES: [&str; 2] = ["survey/wave_1/", "survey/wave_2/"];

/// Options of `demo`.
#[derive(Debug, Default, clap::Args)]
pub struct Arguments {
    /// One JSON object a file
    #[arg(long)]
    json: bool,
}

/// Loads 星見県. Real and invented offices are never mixed: a database with other data is refused.
pub async fn run(config: &Config, arguments: Arguments) -> Result<(), CommandError> {
    let store = open::store(config).await?;
    let mut tx = store.read().await?;
    let is_demo = setting::get(&mut tx, DEMO).await?.is_some();
    let is_empty = dataset::list(&mut tx).await?.is_empty();
    drop(tx);
    if !is_demo && !is_empty {
        return Err(CommandError::Refused(format!(
            "{} holds other data already; give an empty folder with --data-dir for the demo",
            config.data_dir.display()
        )));
    }
    let mut write = store.begin("demo").await?;
    setting::set(&mut write, DEMO, "星見県").await?;
    write.commit().await?;
    store.close().await;
    let folder = config.data_dir.join("demo");
    let outcome = load(config, &arguments, &folder).await;
    let _ = std::fs::remove_dir_all(&folder);
    outcome
}

/// Written out first: the edition of a file stands in the name of its folder, as in an archive from the ministry.
async fn load(config: &Config, arguments: &Arguments, folder: &Path) -> Result<(), CommandError> {
    for name in Files::iter().filter(|name| !name.ends_with(".md") && *name != NURSES) {
        if name.starts_with(SURVEY) {
            continue;
        }
        let path = folder.join(name.as_ref());
        let written = match (Files::get(&name), path.parent()) {
            (Some(file), Some(parent)) => {
                std::fs::create_dir_all(parent).and_then(|()| std::fs::write(&path, file.data))
            }
            _ => Ok(()),
        };
        written.map_err(|source| CommandError::File { path, source })?;
    }
    let files = hoshizu_ingest::open(&[folder.to_owned()], &run::limits())?.files;
    let printer = Printer { json: arguments.json, dry_run: false, rejected: None };
    import::files(config, files, &Options::default(), printer).await?;
    nurses(config).await?;
    for wave in WAVES {
        survey(config, wave).await?;
    }
    Ok(())
}

/// A wave comes after the offices it names.
async fn survey(config: &Config, folder: &str) -> Result<(), CommandError> {
    let refused = |error: &dyn std::fmt::Display| CommandError::Refused(format!("{folder}: {error}"));
    let store = open::store(config).await?;
    let region = Region::load(&store, 1).await?;
    let files = Files::iter().filter(|name| name.starts_with(folder));
    let files = files.filter_map(|name| Some((name.to_string(), Files::get(&name)?.data.into_owned())));
    let files = Folder::new(folder, files);
    let area = wave_folder::area(&files).map_err(|error| refused(&error))?;
    let book = transfer::book(&mut store.read().await?, &region, &area).await;
    let book = book.map_err(|problem| refused(&problem.detail))?;
    let wave = wave_folder::read(&files, &book, &run::limits()).map_err(|error| refused(&error))?;
    if let Some(row) = wave.refused.first() {
        let Rejection { line, column, remedy, .. } = &row.rejection;
        return Err(refused(&format!("{}:{line}: {column} {remedy}", row.file)));
    }
    let mut write = store.begin("demo").await?;
    match transfer::keep_wave(&store, &mut write, wave).await {
        Ok(_) => write.commit().await?,
        // Loaded before.
        Err(problem) if problem.code == "conflict" => write.rollback().await?,
        Err(problem) => return Err(refused(&problem.detail)),
    }
    store.close().await;
    Ok(())
}

/// Desks come after offices and areas, which they name.
async fn nurses(config: &Config) -> Result<(), CommandError> {
    let table = Files::get(NURSES).map(|file| file.data).unwrap_or_default();
    let store = open::store(config).await?;
    let index = open::index(config)?;
    let nurses = Cache::default().current(&store).await?;
    let region = Region::load(&store, 1).await?;
    index.set_places(region.places());
    let (desks, rejected) = sheet::read(&index, &store, &nurses.ground, NURSES, &table)
        .map_err(|error| CommandError::Refused(error.to_string()))?;
    if let Some(row) = rejected.first() {
        return Err(CommandError::Refused(format!("{NURSES}:{}: {} {}", row.line, row.column, row.remedy)));
    }
    let mut write = store.begin("demo").await?;
    nurse_desk::save_by_name(&mut write, &desks).await?;
    write.commit().await?;
    Ok(())
}
