//! 協議会の表: every number of an area side by side, with the holes named.
//!
//! [`report`] puts it together for the page, the workbook and the printed report; [`supply`] makes the fields of services,
//! [`fields`] those of nurses, forums, standard networks and upkeep, [`compare`] sets other areas and other times beside,
//! [`land`] knows the ties, [`workbook`] writes all of it down, [`paper`] prints it. Nothing of it is stored but the council's notes.

pub mod compare;
pub mod fields;
pub mod land;
pub mod paper;
pub mod supply;
pub mod telling;
pub mod trend;
pub mod workbook;

use super::{Coverage, Source};
use crate::{
    app::App,
    clock::rfc3339,
    http::problem::{OrNotFound as _, Result},
    nurses::Nurses,
    region::Region,
    source,
    surveys::candidates,
    view::{
        area::Point,
        card::NamedCode,
        coverage::CoverageSource,
        gaps::{
            GapCell, GapColumn, GapNoteCount, GapReport, GapRow, GapSurvey, GapTieRow, GapTies,
            TieFiguresView,
        },
    },
};
use hoshizu_analysis::coverage::age::AgeGroup;
use hoshizu_catalog::{
    area::AreaKind, day::Day, number::MunicipalityCode, survey::WaveState, taxonomy::ServiceType,
};
use hoshizu_store::{Tx, gap_note, survey};
use land::{Land, Now, told};
use std::{collections::BTreeMap, sync::Arc};
use telling::{Telling, Tells};

/// Kinds smaller than a municipality: forums, networks and desks are not theirs to have.
const PARTS: [AreaKind; 4] =
    [AreaKind::Ward, AreaKind::CommunityArea, AreaKind::SchoolDistrict, AreaKind::Other];

/// Who asks, as far as it changes the answer.
#[derive(Debug, Clone, Copy)]
pub struct Reader {
    /// Whether ties of one side may be told however few they are.
    pub all: bool,
    /// Whether notes may be written.
    pub may_write: bool,
}

/// Everything a report is made from.
pub struct Desk<'d> {
    /// The server.
    pub app: &'d App,
    /// Supply and reach.
    pub coverage: Arc<Coverage>,
    /// Areas.
    pub region: Arc<Region>,
    /// Nurse desks.
    pub nurses: Arc<Nurses>,
    /// Offices and ties.
    pub land: Land,
    /// Today.
    pub today: Day,
    /// Whether ties of one side may be told however few they are.
    pub all: bool,
    /// What may be told where they may not.
    pub telling: Telling,
}

/// Everything known of the gaps of an area. Whether somebody may see it is the caller's to ask.
pub async fn report(app: &App, coverage: Arc<Coverage>, code: &str, reader: Reader) -> Result<GapReport> {
    let number = coverage.number(code).or_not_found("area")?;
    let region = app.region.load_full();
    let mut tx = app.store.read().await?;
    let Now { today, land, .. } = Now::around(app, &mut tx, &region, code).await?;
    let nurses = app.nurses.current(&app.store).await?;
    let telling = Telling::of(&land, &coverage);
    let desk = Desk { app, coverage, region, nurses, land, today, all: reader.all, telling };
    let numbers = desk.coverage.rows_of(number);
    let rows: Vec<GapRow> = numbers.iter().map(|at| desk.row(*at, *at == number)).collect();
    let services = supply::services(&desk.coverage);
    let mut columns: Vec<GapColumn> =
        services.iter().map(|one| supply::column(&desk.coverage, *one)).collect();
    let fields = fields::Fields::load(&mut tx, &desk, &rows).await?;
    columns.extend(fields.columns());
    let cells = desk.cells(&mut tx, &numbers, &rows, &services, &fields).await?;
    let names: Vec<String> = services.iter().flat_map(|one| desk.sources_of(*one)).collect();
    Ok(GapReport {
        area: NamedCode { code: code.to_owned(), name: rows[0].name.clone() },
        kind: rows[0].kind.clone(),
        made_at: rfc3339(app.store.now()),
        computed_at: desk.coverage.at.clone(),
        ties_as_of: today.to_string(),
        surveys: surveys(&mut tx, &desk.region, code, today).await?,
        ties: rows.iter().map(|row| desk.ties(&row.code, None)).collect(),
        similar: compare::similar_to(&desk, number, &services),
        trend: trend::of(&mut tx, &desk, code).await?,
        sources: desk.coverage.sources(&names).into_iter().map(credit).collect(),
        ways: desk.coverage.ways(None),
        may_write: reader.may_write,
        rows,
        columns,
        cells,
    })
}

/// Ties of the offices of one service, for professionals of the area: of ties both sides reported, which they may read one
/// by one; the keeper is told the others too (`all`).
pub async fn ties(
    app: &App,
    coverage: &Coverage,
    code: &str,
    service: ServiceType,
    all: bool,
) -> Result<GapTies> {
    let number = coverage.number(code).or_not_found("area")?;
    let region = app.region.load_full();
    let mut tx = app.store.read().await?;
    let Now { today, land, .. } = Now::around(app, &mut tx, &region, code).await?;
    let tells = if all { Tells::ALL } else { Tells::CERTAIN };
    let row = |at: u32| {
        let code = coverage.places[at as usize].code.clone();
        GapTieRow { ties: told(&land.figures(&code, Some(service)), tells), code }
    };
    Ok(GapTies {
        as_of: today.to_string(),
        certain_only: !all,
        rows: coverage.rows_of(number).into_iter().map(row).collect(),
    })
}

/// The municipality of a part of one, else the area itself: what offices of the place work with.
pub(super) fn around(region: &Region, code: &str) -> String {
    let is_part = region.areas.get(code).is_some_and(|area| PARTS.contains(&area.kind));
    let kind = |code: &String| region.areas.get(code).map(|area| area.kind);
    let above =
        || region.areas_above(code).into_iter().find(|code| kind(code) == Some(AreaKind::Municipality));
    is_part.then(above).flatten().unwrap_or_else(|| code.to_owned())
}

/// Surveys that asked in the area, each with its newest wave that has begun.
async fn surveys(tx: &mut Tx, region: &Region, code: &str, today: Day) -> Result<Vec<GapSurvey>> {
    let mut newest: BTreeMap<uuid::Uuid, GapSurvey> = BTreeMap::new();
    for stored in survey::waves(tx, None).await? {
        let begun = stored.wave.state != WaveState::Draft && stored.wave.opens_on <= today;
        if !begun || !candidates::asks_in(region, &stored.design.area, code) {
            continue;
        }
        let (number, opens_on) = (stored.wave.number, stored.wave.opens_on.to_string());
        let known = newest.get(&stored.wave.survey.0).is_some_and(|known| known.wave > number);
        if !known {
            let title = stored.design.title;
            newest.insert(stored.wave.survey.0, GapSurvey { title, wave: number, opens_on });
        }
    }
    Ok(newest.into_values().collect())
}

fn credit(found: &Source) -> CoverageSource {
    CoverageSource {
        label: source::label(&found.dataset),
        edition: found.edition.clone(),
        credit: source::credit(&found.dataset).map(str::to_owned),
    }
}

impl Desk<'_> {
    /// Tie figures of an area, or of one service there, as the reader may see them.
    pub fn ties(&self, area: &str, service: Option<ServiceType>) -> TieFiguresView {
        let tells = if self.all { Tells::ALL } else { self.telling.tells(area, service) };
        told(&self.land.figures(area, service), tells)
    }

    /// An area as a row.
    pub fn row(&self, number: u32, whole: bool) -> GapRow {
        let place = &self.coverage.places[number as usize];
        let people = |group| self.coverage.ground.people(number, group);
        let all = people(AgeGroup::All);
        let old = people(AgeGroup::From65);
        let km2 = self.region.square_km(&place.drawn);
        GapRow {
            code: place.code.clone(),
            name: place.name.clone(),
            kind: place.kind.code().to_owned(),
            whole,
            population: all.map(|people| people.persons.round() as u64),
            ageing: all
                .zip(old)
                .filter(|(all, _)| all.persons > 0.0)
                .map(|(all, old)| old.persons / all.persons),
            density: all.zip(km2).map(|(all, km2)| all.persons / km2),
            year: all.map(|people| people.year),
            center: place.center.map(|center| Point { lat: center.lat, lon: center.lon }),
            drawn: place.drawn.clone(),
        }
    }

    async fn cells(
        &self,
        tx: &mut Tx,
        numbers: &[u32],
        rows: &[GapRow],
        services: &[ServiceType],
        fields: &fields::Fields,
    ) -> Result<Vec<GapCell>> {
        let mut notes: BTreeMap<(String, String), GapNoteCount> = BTreeMap::new();
        for note in gap_note::list(tx).await? {
            let open = note.is_open();
            let count = notes.entry((note.area, note.column)).or_default();
            *(if open { &mut count.open } else { &mut count.resolved }) += 1;
        }
        let mut cells = Vec::with_capacity(rows.len() * services.len() * 2);
        for (number, row) in numbers.iter().zip(rows) {
            cells.extend(services.iter().map(|service| supply::cell(self, *service, &row.code, *number)));
            cells.extend(fields.of(self, row));
        }
        for cell in &mut cells {
            if let Some(count) = notes.get(&(cell.area.clone(), cell.column.clone())) {
                cell.notes = *count;
            }
        }
        Ok(cells)
    }

    fn sources_of(&self, service: ServiceType) -> Vec<String> {
        self.coverage.table(service).map(|table| table.sources.clone()).unwrap_or_default()
    }

    /// Whether an area is smaller than a municipality.
    pub fn is_part(&self, code: &str) -> bool {
        self.region.areas.get(code).is_some_and(|area| PARTS.contains(&area.kind))
    }

    /// The prefecture around an area.
    pub fn prefecture(&self, code: &str) -> Option<String> {
        let is =
            |code: &String| self.region.areas.get(code).is_some_and(|area| area.kind == AreaKind::Prefecture);
        let members = candidates::municipalities(&self.region, code);
        let above = self.region.areas_above(code);
        above.into_iter().find(is).or_else(|| {
            let first: &MunicipalityCode = members.first()?;
            self.region.areas_above(&first.to_string()).into_iter().find(is)
        })
    }
}
