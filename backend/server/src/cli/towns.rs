//! `hoshizu towns`: the places between which a geographic information system is asked for ways by road.

use crate::{
    cli::{CommandError, open},
    config::Config,
    export::csv_cell,
    region::Region,
};
use hoshizu_store::town;
use std::io::{BufWriter, Write as _};

/// Options of `towns`.
#[derive(Debug, clap::Args)]
pub struct Arguments {
    /// Only towns of this area (code)
    #[arg(long, value_name = "CODE")]
    area: Option<String>,
}

/// Writes a CSV: `place` is what a table of ways calls the town (出発地, 到着地).
pub async fn run(config: &Config, arguments: Arguments) -> Result<(), CommandError> {
    let store = open::store(config).await?;
    let region = Region::load(&store, 1).await?;
    if let Some(code) = arguments.area.as_deref().filter(|code| !region.areas.contains_key(*code)) {
        return Err(CommandError::Refused(format!("no area with the code {code:?} is loaded")));
    }
    let towns = town::all(&mut store.read().await?).await?;
    let mut out = BufWriter::new(std::io::stdout().lock());
    writeln!(out, "place,municipality,lat,lon")?;
    for town in towns {
        let (Some(municipality), Some(at)) = (town.municipality, town.position) else { continue };
        let lies = |code: &String| region.tree.codes_of(Some(municipality), Some(at)).contains(code);
        if arguments.area.as_ref().is_none_or(lies) {
            let place = csv_cell(&format!("{}{}{}", town.prefecture, town.city, town.name));
            writeln!(out, "{place},{municipality},{},{}", at.lat, at.lon)?;
        }
    }
    Ok(out.flush()?)
}
