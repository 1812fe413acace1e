//! Makes the sheets of a wave.

use super::candidates::{self, Known};
use crate::{account::token, app::App, http::problem::Problem, region::Region};
use hoshizu_catalog::{
    id::{OfficeId, SheetId, WaveId},
    survey::{Design, Sheet, SheetCode, SheetState},
};
use hoshizu_store::{Tx, Write, sheet, survey};
use rayon::prelude::*;
use std::collections::{HashMap, HashSet};

/// Most sheets of a wave: 居宅介護支援 and 相談支援 of all Japan are fewer.
pub const MOST_SHEETS: usize = 60_000;

/// Who is asked and who can be named under a design.
pub struct Cast {
    /// Every office of the area, by id.
    pub all: Vec<Known>,
    /// Which of them are asked.
    pub respondents: Vec<usize>,
    /// Which of them can be named.
    pub roster: Vec<usize>,
}

impl Cast {
    /// Looks them up.
    pub async fn load(tx: &mut Tx, region: &Region, design: &Design) -> Result<Self, Problem> {
        let all = candidates::inside(tx, region, &design.area).await?;
        let chosen = |selection: &hoshizu_catalog::survey::Selection| -> Vec<usize> {
            (0..all.len()).filter(|at| selection.holds(all[*at].candidate(), &design.area)).collect()
        };
        let (respondents, mut roster) = (chosen(&design.respondents), chosen(&design.roster));
        // Whoever is asked can be named: otherwise nothing could be confirmed.
        roster.extend(&respondents);
        roster.sort_unstable();
        roster.dedup();
        Ok(Self { all, respondents, roster })
    }
}

/// Makes the sheets of a wave anew: one for each respondent, codes never used before, ☆ of the wave before in any roster.
pub async fn sheets(app: &App, write: &mut Write, wave: WaveId) -> Result<usize, Problem> {
    let stored = survey::wave(write.tx(), wave).await?.ok_or_else(|| Problem::not_found("wave"))?;
    let region = app.region.load_full();
    let cast = Cast::load(write.tx(), &region, &stored.design).await?;
    if cast.respondents.is_empty() {
        return Err(Problem::refused("no_respondents", "nobody is chosen"));
    }
    if cast.respondents.len() > MOST_SHEETS {
        return Err(Problem::refused("too_many_respondents", format!("more than {MOST_SHEETS}")));
    }
    let named = last_time(write.tx(), &stored.wave).await?;
    let design = stored.design;
    let made = tokio::task::spawn_blocking(move || rows(&cast, &design, &named)).await;
    let rows = made.map_err(|error| Problem::internal(&error))?;
    let mut sheets = Vec::with_capacity(rows.len());
    for (office, roster) in rows {
        let id = SheetId(app.store.next_id());
        sheets.push(Sheet { id, wave, office, code: code()?, roster, state: SheetState::Waiting });
    }
    sheet::discard(write, wave).await?;
    sheet::make(write, wave, &sheets).await?;
    Ok(sheets.len())
}

fn rows(
    cast: &Cast,
    design: &Design,
    named: &HashMap<OfficeId, HashSet<OfficeId>>,
) -> Vec<(OfficeId, Vec<OfficeId>)> {
    let roster: Vec<&Known> = cast.roster.iter().map(|at| &cast.all[*at]).collect();
    let nobody = HashSet::new();
    cast.respondents
        .par_iter()
        .map(|at| {
            let own = &cast.all[*at];
            let named = named.get(&own.office.id).unwrap_or(&nobody);
            let size = usize::from(design.roster_size);
            (own.office.id, candidates::rows(own, &roster, &design.roster, size, named))
        })
        .collect()
}

/// Whom each office named in the wave before this one.
pub async fn last_time(
    tx: &mut Tx,
    wave: &hoshizu_catalog::survey::Wave,
) -> Result<HashMap<OfficeId, HashSet<OfficeId>>, Problem> {
    let mut named: HashMap<OfficeId, HashSet<OfficeId>> = HashMap::new();
    let waves = survey::waves(tx, Some(wave.survey)).await?;
    let before = waves.iter().rev().find(|other| other.wave.number < wave.number);
    let Some(before) = before else { return Ok(named) };
    let owners: HashMap<SheetId, OfficeId> = sheet::of_wave(tx, before.wave.id)
        .await?
        .iter()
        .map(|stored| (stored.sheet.id, stored.sheet.office))
        .collect();
    for (sheet, partner, _) in sheet::reports_of_wave(tx, before.wave.id).await? {
        if let Some(owner) = owners.get(&sheet) {
            named.entry(*owner).or_default().insert(partner);
        }
    }
    Ok(named)
}

/// Whom one office named in the wave before this one.
pub async fn last_time_of(
    tx: &mut Tx,
    wave: &hoshizu_catalog::survey::Wave,
    office: OfficeId,
) -> Result<HashSet<OfficeId>, Problem> {
    let waves = survey::waves(tx, Some(wave.survey)).await?;
    let Some(before) = waves.iter().rev().find(|other| other.wave.number < wave.number) else {
        return Ok(HashSet::new());
    };
    let mut named = HashSet::new();
    for stored in sheet::of_office(tx, office).await? {
        if stored.sheet.wave == before.wave.id {
            named.extend(
                sheet::reports_of_sheet(tx, stored.sheet.id).await?.into_iter().map(|(partner, _)| partner),
            );
        }
    }
    Ok(named)
}

/// A code nobody can guess.
pub fn code() -> Result<SheetCode, Problem> {
    // 12 letters of 23 want 12 fair bytes; of 40, fewer than that are fair once in 10²⁰.
    let bytes = token::nonce::<40>().map_err(|error| Problem::internal(&error))?;
    SheetCode::from_random(&bytes).ok_or_else(|| Problem::internal(&std::io::Error::other("no fair bytes")))
}
