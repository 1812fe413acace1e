//! Waves and ties as files: out for other programs, in from them, and from one installation to another.

use super::{candidates, make, pictures::Moment, progress::Sheets};
use crate::{
    app::App,
    http::problem::Problem,
    network_files::{self, NetworkExport, wave::WaveExport},
    region::Region,
};
use hoshizu_analysis::survey::Picture;
use hoshizu_catalog::{
    area::AreaKind,
    day::Day,
    id::{OfficeId, SheetId, SurveyId, WaveId},
    office::Office,
    survey::{Sheet, SheetState, Survey, Wave, WaveState, Way},
    tie::{Report, Star},
};
use hoshizu_ingest::{
    ties::{BookOffice, OfficeBook},
    wave_folder::{WaveFile, WaveSheet},
};
use hoshizu_store::{
    Store, Tx, Write, office,
    sheet::{self, Change},
    survey::{self, StoredWave},
};
use std::collections::{BTreeMap, HashMap, HashSet};
use time::{Duration, OffsetDateTime};

/// Every office around an area by everything it is called: files name offices across its border too, so the whole
/// prefecture is looked at.
pub async fn book(tx: &mut Tx, region: &Region, area: &str) -> Result<OfficeBook, Problem> {
    let above = region.areas_above(area);
    let is_prefecture =
        |code: &&String| region.areas.get(*code).is_some_and(|area| area.kind == AreaKind::Prefecture);
    let prefecture = above.iter().find(is_prefecture).map_or(area, String::as_str);
    let known = candidates::inside(tx, region, prefecture).await?;
    Ok(OfficeBook::new(known.into_iter().map(|known| entry(region, known.office))))
}

fn entry(region: &Region, office: Office) -> BookOffice {
    let name = |code| region.municipality_name(code).unwrap_or_default().to_owned();
    BookOffice {
        id: office.id,
        municipality: office.municipality.map(|code| (code, name(code))),
        numbers: office.numbers,
        name: office.name,
        other_names: office.other_names,
    }
}

/// The network of a wave, for its keeper: every report, whoever confirmed it.
pub async fn network(app: &App, tx: &mut Tx, stored: &StoredWave) -> Result<NetworkExport, Problem> {
    let picture = app.pictures.of(&app.store, Moment::Wave(stored.wave.id)).await?;
    let offices = office::many(tx, &picture.offices).await?;
    let region = app.region.load_full();
    Ok(NetworkExport {
        title: stored.design.title.clone(),
        wave: Some(stored.wave.number),
        exported_on: Day::of(app.store.now()),
        nodes: offices.into_iter().map(|office| node(&region, &picture, office)).collect(),
        reports: reports(&picture),
        ties: picture
            .ties()
            .iter()
            .map(|tie| network_files::Tie { a: tie.a, b: tie.b, evidence: tie.evidence, star: tie.star() })
            .collect(),
    })
}

fn node(region: &Region, picture: &Picture, office: Office) -> network_files::Node {
    let at = picture.number(office.id).map(|number| number as usize);
    let responded = at.filter(|at| picture.asked[*at]).map(|at| picture.reports.responded()[at]);
    let name = |code| region.municipality_name(code).unwrap_or_default().to_owned();
    network_files::Node {
        id: office.id,
        municipality: office.municipality.map(|code| (code, name(code))),
        systems: office.systems.iter().collect(),
        position: office.place.map(|placed| placed.position),
        name: office.name,
        numbers: office.numbers,
        services: office.services,
        responded,
    }
}

fn reports(picture: &Picture) -> Vec<Report> {
    let both = |tie: hoshizu_analysis::survey::picture::Known| {
        let report =
            |reporter, partner, star: Option<Star>| star.map(|star| Report { reporter, partner, star });
        [report(tie.a, tie.b, tie.from_a), report(tie.b, tie.a, tie.from_b)]
    };
    picture.ties().into_iter().flat_map(both).flatten().collect()
}

/// The wave as a folder.
pub async fn folder(app: &App, tx: &mut Tx, stored: &StoredWave) -> Result<WaveExport, Problem> {
    let network = network(app, tx, stored).await?;
    let sheets = Sheets::load(tx, stored).await?;
    let line = |stored: &sheet::StoredSheet| WaveSheet {
        office: stored.sheet.office,
        state: stored.sheet.state,
        finished_on: stored.finished_at.map(Day::of),
        way: stored.way,
    };
    Ok(WaveExport {
        design: stored.design.clone(),
        number: stored.wave.number,
        opens_on: stored.wave.opens_on,
        closes_on: stored.wave.closes_on,
        sheets: sheets.sheets.iter().map(line).collect(),
        network,
    })
}

/// Noon in Japan, for a day that was written without a time.
fn noon(day: Day) -> OffsetDateTime {
    OffsetDateTime::UNIX_EPOCH + Duration::days(i64::from(day.number())) + Duration::hours(3)
}

/// Keeps a wave read from a folder, closed. It belongs to the survey of the same area and title, or to a new one.
pub async fn keep_wave(store: &Store, write: &mut Write, file: WaveFile) -> Result<SurveyId, Problem> {
    let known = survey::list(write.tx()).await?;
    let same = known
        .into_iter()
        .find(|known| (&known.design.area, &known.design.title) == (&file.design.area, &file.design.title));
    let survey =
        same.unwrap_or_else(|| Survey { id: SurveyId(store.next_id()), design: file.design.clone() });
    let waves = survey::waves(write.tx(), Some(survey.id)).await?;
    if waves.iter().any(|stored| stored.wave.number == file.number) {
        return Err(Problem::conflict(format!("the survey has a wave {} already", file.number)));
    }
    survey::save(write, &survey).await?;
    let wave = Wave {
        id: WaveId(store.next_id()),
        survey: survey.id,
        number: file.number,
        opens_on: file.opens_on,
        closes_on: file.closes_on,
        state: WaveState::Closed,
    };
    let id = wave.id;
    survey::save_wave(write, &StoredWave { wave, design: file.design }).await?;
    let mut stars: HashMap<OfficeId, Vec<(OfficeId, Option<Star>)>> = HashMap::new();
    for report in file.reports {
        stars.entry(report.reporter).or_default().push((report.partner, Some(report.star)));
    }
    let offices: Vec<OfficeId> = file.sheets.iter().map(|sheet| sheet.office).collect();
    let made = sheets(store, write, id, &offices, &stars).await?;
    for (line, sheet) in file.sheets.into_iter().zip(made) {
        if line.state != SheetState::Waiting {
            let rows = stars.remove(&line.office).unwrap_or_default();
            let late = line.finished_on.is_some_and(|on| on > file.closes_on);
            let way = line.way.unwrap_or(Way::Import);
            let finished_at = line.finished_on.map(noon);
            save(write, Change { late, finished_at, ..change(sheet.code, way, rows, line.state) }).await?;
        }
    }
    Ok(survey.id)
}

fn change(
    code: hoshizu_catalog::survey::SheetCode,
    way: Way,
    rows: Vec<(OfficeId, Option<Star>)>,
    state: SheetState,
) -> Change {
    Change {
        code,
        way,
        rows,
        unlisted: None,
        state: Some(state),
        consents: false,
        late: false,
        finished_at: None,
    }
}

async fn save(write: &mut Write, change: Change) -> Result<(), Problem> {
    sheet::save(write, &change).await?;
    Ok(())
}

/// Sheets that show exactly whom their offices name.
async fn sheets(
    store: &Store,
    write: &mut Write,
    wave: WaveId,
    offices: &[OfficeId],
    stars: &HashMap<OfficeId, Vec<(OfficeId, Option<Star>)>>,
) -> Result<Vec<Sheet>, Problem> {
    let mut made = Vec::with_capacity(offices.len());
    for office in offices {
        let roster = stars.get(office).map(|stars| stars.iter().map(|(partner, _)| *partner).collect());
        made.push(Sheet {
            id: SheetId(store.next_id()),
            wave,
            office: *office,
            code: make::code()?,
            roster: roster.unwrap_or_default(),
            state: SheetState::Waiting,
        });
    }
    sheet::make(write, wave, &made).await?;
    Ok(made)
}

/// Adds reports read from a list of ties to a wave: offices without a sheet get one. Returns the sheets written.
pub async fn keep_ties(
    store: &Store,
    write: &mut Write,
    wave: &StoredWave,
    reports: &[Report],
) -> Result<usize, Problem> {
    let mut by_reporter: BTreeMap<OfficeId, Vec<(OfficeId, Option<Star>)>> = BTreeMap::new();
    for report in reports {
        by_reporter.entry(report.reporter).or_default().push((report.partner, Some(report.star)));
    }
    let known: HashMap<OfficeId, hoshizu_catalog::survey::SheetCode> =
        sheet::of_wave(write.tx(), wave.wave.id)
            .await?
            .into_iter()
            .map(|stored| (stored.sheet.office, stored.sheet.code))
            .collect();
    let asked: HashSet<OfficeId> = known.keys().copied().collect();
    let new: Vec<OfficeId> = by_reporter.keys().copied().filter(|office| !asked.contains(office)).collect();
    let none = HashMap::new();
    let made = sheets(store, write, wave.wave.id, &new, &none).await?;
    let codes: HashMap<OfficeId, hoshizu_catalog::survey::SheetCode> =
        known.into_iter().chain(made.into_iter().map(|sheet| (sheet.office, sheet.code))).collect();
    let written = by_reporter.len();
    for (office, rows) in by_reporter {
        if let Some(code) = codes.get(&office) {
            save(write, change(code.clone(), Way::Import, rows, SheetState::Finished)).await?;
        }
    }
    Ok(written)
}
