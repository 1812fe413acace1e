//! Then and now: ties by wave, supply by edition.

use super::{
    Desk,
    land::{Land, told},
    telling::{Telling, Tells},
};
use crate::{
    http::problem::Result,
    surveys::{candidates::asks_in, pictures::Moment, withhold::Withheld},
    view::gaps::{GapTrend, TrendChange, TrendSupply, TrendWave},
};
use hoshizu_analysis::{
    network::waves::{Change, Wave, compare},
    survey::Picture,
};
use hoshizu_catalog::{
    id::{OfficeId, SurveyId},
    survey::WaveState,
};
use hoshizu_store::{
    Tx, dataset,
    import::{self, ChangeKind},
    office,
    survey::{self, StoredWave},
};
use std::collections::{BTreeMap, HashMap, HashSet};

/// Waves shown at most, the newest.
const WAVES: usize = 4;
/// Rows of a difference report read for the trend of supply: more than a prefecture has in all files.
const CHANGES: u32 = 60_000;

/// How ties and supply of an area went.
pub async fn of(tx: &mut Tx, desk: &Desk<'_>, code: &str) -> Result<GapTrend> {
    let waves = waves(tx, desk, code).await?;
    let mut trend = GapTrend { supply: supply(tx, desk, code).await?, ..GapTrend::default() };
    let mut pictures = Vec::new();
    for stored in waves {
        let picture = desk.app.pictures.of(&desk.app.store, Moment::Wave(stored.wave.id)).await?;
        let land = Land::load(tx, &desk.region, &picture, &[]).await?;
        let tells = if desk.all { Tells::ALL } else { Telling::of(&land, &desk.coverage).tells(code, None) };
        trend.waves.push(TrendWave {
            wave: stored.wave.id.0,
            title: stored.design.title,
            number: stored.wave.number,
            opens_on: stored.wave.opens_on.to_string(),
            ties: told(&land.figures(code, None), tells),
        });
        pictures.push((picture, land));
    }
    if let [.., (before, _), (after, land)] = &pictures[..] {
        let inside: HashSet<OfficeId> = land
            .inside(code, None)
            .iter()
            .filter_map(|at| land.member(*at))
            .map(|member| member.office.id)
            .collect();
        trend.changes = changes(before, after, &inside, desk.all);
    }
    Ok(trend)
}

/// Waves of the survey that asked here last, oldest first: waves of different surveys ask different offices.
async fn waves(tx: &mut Tx, desk: &Desk<'_>, code: &str) -> Result<Vec<StoredWave>> {
    let mut by_survey: BTreeMap<SurveyId, Vec<StoredWave>> = BTreeMap::new();
    for stored in survey::waves(tx, None).await? {
        let begun = stored.wave.state != WaveState::Draft && stored.wave.opens_on <= desk.today;
        if begun && asks_in(&desk.region, &stored.design.area, code) {
            by_survey.entry(stored.wave.survey).or_default().push(stored);
        }
    }
    let newest = |waves: &Vec<StoredWave>| waves.iter().map(|stored| stored.wave.opens_on).max();
    let mut waves = by_survey.into_values().max_by_key(newest).unwrap_or_default();
    waves.sort_by_key(|stored| stored.wave.opens_on);
    Ok(waves.split_off(waves.len().saturating_sub(WAVES)))
}

/// What became of ties with an end inside between two waves.
fn changes(before: &Picture, after: &Picture, inside: &HashSet<OfficeId>, all: bool) -> Vec<TrendChange> {
    let mut offices: Vec<OfficeId> = before.offices.iter().chain(&after.offices).copied().collect();
    offices.sort_unstable();
    offices.dedup();
    let at: HashMap<OfficeId, u32> = offices.iter().copied().zip(0..).collect();
    let (first, second) = (renumbered(before, &at), renumbered(after, &at));
    let wave = |(reports, strength)| Wave { reports, strength };
    let mut counts: BTreeMap<Change, usize> = BTreeMap::new();
    for tie in compare(wave((&first.0, &first.1)), wave((&second.0, &second.1))) {
        if inside.contains(&offices[tie.a as usize]) || inside.contains(&offices[tie.b as usize]) {
            *counts.entry(tie.change).or_default() += 1;
        }
    }
    let withheld = Withheld::of(&counts.values().copied().collect::<Vec<_>>());
    let code = |change: Change| serde_json::to_value(change).ok()?.as_str().map(str::to_owned);
    counts
        .into_iter()
        .zip(withheld.parts)
        .filter_map(|((change, count), is)| {
            Some(TrendChange { change: code(change)?, ties: (all || !is).then_some(count) })
        })
        .collect()
}

type Numbered =
    (hoshizu_analysis::network::Reports, BTreeMap<(u32, u32), hoshizu_analysis::network::waves::Strength>);

/// Reports of a picture with the numbers of all offices of both waves.
fn renumbered(picture: &Picture, at: &HashMap<OfficeId, u32>) -> Numbered {
    let to: Vec<u32> = picture.offices.iter().map(|office| at[office]).collect();
    let mut responded = vec![false; at.len()];
    for (own, new) in to.iter().enumerate() {
        responded[*new as usize] = picture.reports.responded()[own];
    }
    let pairs = picture.reports.names().pairs().map(|(a, b)| (to[a as usize], to[b as usize]));
    let reports = hoshizu_analysis::network::Reports::heard(responded, pairs);
    let strength = picture.strength().into_iter().map(|((a, b), strength)| {
        let (a, b) = (to[a as usize], to[b as usize]);
        ((a.min(b), a.max(b)), strength)
    });
    (reports, strength.collect())
}

/// Offices of each service before and after the newest edition of its file, where it was not the first: from the rows
/// that came with it and those it no longer has.
async fn supply(tx: &mut Tx, desk: &Desk<'_>, code: &str) -> Result<Vec<TrendSupply>> {
    let inside = desk.land.inside(code, None);
    let ids: Vec<OfficeId> =
        inside.iter().filter_map(|at| desk.land.member(*at)).map(|member| member.office.id).collect();
    let listed = office::services_of(tx, &ids).await?;
    let mut found: BTreeMap<String, TrendSupply> = BTreeMap::new();
    for known in dataset::list(tx).await? {
        let Some(run) = import::find(tx, known.run).await? else { continue };
        let edition = run.edition.map(|edition| edition.to_string()).unwrap_or_default();
        // The first file of its kind has nothing before it.
        if run.unchanged + run.changed + run.gone == 0 || edition.is_empty() {
            continue;
        }
        let changes = import::changes(tx, known.run, 0, CHANGES).await?;
        let keys = |kind: ChangeKind| -> HashSet<&str> {
            changes.iter().filter(|change| change.kind == kind).map(|change| change.key.as_str()).collect()
        };
        let (new, gone) = (keys(ChangeKind::New), keys(ChangeKind::Gone));
        for service in listed.values().flatten().filter(|service| service.dataset == known.name) {
            let column = format!("service:{}", service.listing.service.definition().code);
            let row = found.entry(column.clone()).or_insert_with(|| TrendSupply {
                column,
                edition: edition.clone(),
                before: 0,
                after: 0,
                new: 0,
                gone: 0,
            });
            let (is_new, is_gone) =
                (new.contains(service.listing.key.as_str()), gone.contains(service.listing.key.as_str()));
            row.new += u32::from(is_new);
            row.gone += u32::from(is_gone);
            row.after += u32::from(service.gone_in.is_none());
            row.before += u32::from(service.gone_in.is_none() && !is_new) + u32::from(is_gone);
        }
    }
    Ok(found.into_values().filter(|row| row.before > 0 || row.after > 0).collect())
}
