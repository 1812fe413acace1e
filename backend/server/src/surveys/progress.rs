//! How far a wave has come, as its keeper sees it.

use super::{candidates::heading, pictures::Moment, sight::confirmation_rate};
use crate::{
    app::App,
    clock::rfc3339,
    http::problem::Problem,
    region::Region,
    view::survey::{GroupProgress, SheetSummary, SurveyDesign, UnlistedView, WaveSummary, WaveView},
};
use hoshizu_analysis::{
    network::metrics::confirmation::confirmation,
    survey::progress::{Progress, by_group, missing},
};
use hoshizu_catalog::{
    id::{OfficeId, SheetId},
    office::Office,
};
use hoshizu_store::{
    Tx, office,
    sheet::{self, StoredSheet},
    survey::StoredWave,
};
use std::collections::HashMap;

/// Sheets with their offices.
pub struct Sheets {
    /// Every sheet of the wave.
    pub sheets: Vec<StoredSheet>,
    /// Their offices.
    pub offices: HashMap<OfficeId, Office>,
}

impl Sheets {
    /// Reads them.
    pub async fn load(tx: &mut Tx, wave: &StoredWave) -> Result<Self, Problem> {
        let sheets = sheet::of_wave(tx, wave.wave.id).await?;
        let ids: Vec<OfficeId> = sheets.iter().map(|stored| stored.sheet.office).collect();
        let offices = office::many(tx, &ids).await?;
        Ok(Self { sheets, offices: offices.into_iter().map(|office| (office.id, office)).collect() })
    }

    fn all(&self) -> Progress {
        let mut all = Progress::default();
        for stored in &self.sheets {
            all.count(stored.sheet.state, stored.late);
        }
        all
    }

    fn by<G: Ord>(&self, group: impl Fn(&Office) -> Option<G>) -> Vec<(G, Progress)> {
        let told = self.sheets.iter().filter_map(|stored| {
            let office = self.offices.get(&stored.sheet.office)?;
            Some((stored.sheet.state, stored.late, group(office)?))
        });
        by_group(told).into_iter().collect()
    }
}

fn group(code: String, name: Option<String>, progress: Progress) -> GroupProgress {
    let Progress { sheets, finished, begun, refused, withdrawn, late } = progress;
    let response_rate = progress.response_rate();
    GroupProgress { code, name, sheets, finished, begun, refused, withdrawn, late, response_rate }
}

/// A wave in few words.
pub fn summary(stored: &StoredWave, sheets: u32, finished: u32) -> WaveSummary {
    let wave = &stored.wave;
    WaveSummary {
        id: wave.id.0,
        number: wave.number,
        opens_on: wave.opens_on.to_string(),
        closes_on: wave.closes_on.to_string(),
        state: wave.state.code().to_owned(),
        sheets,
        finished,
    }
}

/// The wave with its progress.
pub async fn wave(app: &App, tx: &mut Tx, stored: &StoredWave) -> Result<WaveView, Problem> {
    let region = app.region.load_full();
    let sheets = Sheets::load(tx, stored).await?;
    let picture = app.pictures.of(&app.store, Moment::Wave(stored.wave.id)).await?;
    let told = confirmation(&picture.reports);
    let all = sheets.all();
    let name = |code: u32| region.areas.get(&format!("{code:05}")).map(|area| area.name.clone());
    Ok(WaveView {
        wave: summary(stored, all.sheets, all.finished),
        survey: stored.wave.survey.0,
        area_name: area_name(&region, &stored.design.area),
        by_system: sheets
            .by(|office| Some(heading(office, &stored.design.respondents)))
            .into_iter()
            .map(|(system, progress)| group(system.code().to_owned(), None, progress))
            .collect(),
        by_area: sheets
            .by(|office| office.municipality.map(hoshizu_catalog::number::MunicipalityCode::number))
            .into_iter()
            .map(|(code, progress)| group(format!("{code:05}"), name(code), progress))
            .collect(),
        all: group(String::new(), None, all),
        stars: picture.reports.count(),
        mutual: told.mutual as usize,
        // Few pairs would let a keeper's guest reckon back to one office.
        confirmation_rate: confirmation_rate(&told, false),
        unlisted: unlisted(tx, stored, &sheets).await?,
        design: SurveyDesign::show(&stored.design),
    })
}

/// Name of an area, its code where it is unknown.
pub fn area_name(region: &Region, code: &str) -> String {
    region.areas.get(code).map_or_else(|| code.to_owned(), |area| area.name.clone())
}

async fn unlisted(tx: &mut Tx, wave: &StoredWave, sheets: &Sheets) -> Result<Vec<UnlistedView>, Problem> {
    let by_id: HashMap<SheetId, &StoredSheet> =
        sheets.sheets.iter().map(|stored| (stored.sheet.id, stored)).collect();
    let mut numbers: HashMap<SheetId, usize> = HashMap::new();
    let mut found = Vec::new();
    for (id, agency) in sheet::unlisted_of_wave(tx, wave.wave.id).await? {
        let number = numbers.entry(id).or_default();
        if let Some(stored) = by_id.get(&id) {
            found.push(UnlistedView {
                sheet: stored.sheet.code.grouped(),
                office_name: sheets
                    .offices
                    .get(&stored.sheet.office)
                    .map(|office| office.name.clone())
                    .unwrap_or_default(),
                number: *number,
                name: agency.name,
                place: agency.place,
                phone: agency.phone,
            });
        }
        *number += 1;
    }
    Ok(found)
}

/// Every sheet of a wave: those awaited first, hubs before others.
pub async fn list(app: &App, tx: &mut Tx, wave: &StoredWave) -> Result<Vec<SheetSummary>, Problem> {
    let region = app.region.load_full();
    let sheets = Sheets::load(tx, wave).await?;
    let (mut named, mut stars): (HashMap<OfficeId, u32>, HashMap<SheetId, u32>) =
        (HashMap::new(), HashMap::new());
    for (sheet, partner, _) in sheet::reports_of_wave(tx, wave.wave.id).await? {
        *named.entry(partner).or_default() += 1;
        *stars.entry(sheet).or_default() += 1;
    }
    let told: Vec<_> = sheets.sheets.iter().map(|stored| (stored.sheet.state, stored.sheet.office)).collect();
    let first = missing(&told, &named);
    let awaited: std::collections::HashSet<usize> = first.iter().copied().collect();
    let mut rest: Vec<usize> = (0..told.len()).filter(|at| !awaited.contains(at)).collect();
    let office = |at: usize| sheets.offices.get(&sheets.sheets[at].sheet.office);
    rest.sort_by_key(|at| office(*at).map(|office| office.name.clone()));
    let row = |at: usize| {
        let (stored, office) = (&sheets.sheets[at], office(at)?);
        let municipality = office.municipality.and_then(|code| region.municipality_name(code));
        Some(SheetSummary {
            code: stored.sheet.code.grouped(),
            office: office.id.0,
            name: office.name.clone(),
            system: heading(office, &wave.design.respondents).code().to_owned(),
            services: office.services.iter().map(|service| service.definition().code.clone()).collect(),
            municipality: municipality.map(str::to_owned),
            phone: office.phone.clone(),
            fax: office.fax.clone(),
            state: stored.sheet.state.code().to_owned(),
            way: stored.way.map(|way| way.code().to_owned()),
            late: stored.late,
            stars: stars.get(&stored.sheet.id).copied().unwrap_or(0),
            named_by: named.get(&office.id).copied().unwrap_or(0),
            changed_at: stored.changed_at.map(rfc3339),
            reminded_at: stored.reminded_at.map(rfc3339),
        })
    };
    Ok(first.into_iter().chain(rest).filter_map(row).collect())
}
