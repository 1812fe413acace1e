//! `hoshizu export`.

use crate::{
    cli::{CommandError, open},
    config::Config,
    export::{Format, write},
    region::Region,
};
use std::{io::BufWriter, path::PathBuf};

/// Options of `export`.
#[derive(Debug, clap::Args)]
pub struct Arguments {
    /// What to write
    #[arg(long, value_enum, default_value = "csv")]
    format: Format,
    /// Only offices of this area (code)
    #[arg(long, value_name = "CODE")]
    area: Option<String>,
    /// File to write; standard output when absent
    #[arg(long, value_name = "FILE")]
    out: Option<PathBuf>,
}

/// Writes the directory. A file appears under its name only when it is whole.
pub async fn run(config: &Config, arguments: Arguments) -> Result<(), CommandError> {
    let store = open::store(config).await?;
    let region = Region::load(&store, 1).await?;
    if let Some(code) = arguments.area.as_deref().filter(|code| !region.areas.contains_key(*code)) {
        return Err(CommandError::Refused(format!("no area with the code {code:?} is loaded")));
    }
    let area = arguments.area.as_deref();
    let Some(path) = arguments.out else {
        let mut out = BufWriter::new(std::io::stdout());
        write(&store, &region, area, arguments.format, &mut out).await?;
        return Ok(());
    };
    let part = path.with_extension("part");
    let failed = |source| CommandError::File { path: part.clone(), source };
    let mut out = BufWriter::new(std::fs::File::create(&part).map_err(failed)?);
    let offices = write(&store, &region, area, arguments.format, &mut out).await?;
    drop(out);
    std::fs::rename(&part, &path).map_err(failed)?;
    tracing::info!(offices, file = %path.display(), "exported");
    Ok(())
}
