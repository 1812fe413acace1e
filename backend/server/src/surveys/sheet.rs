//! A sheet made ready to be shown, and what it comes to.

use super::{candidates::heading, make, pictures::Moment};
use crate::{
    app::App,
    clock::rfc3339,
    http::problem::Problem,
    region::Region,
    view::sheet::{DutyView, Neighbour, SheetOutcome, SheetRow, SheetView},
};
use hoshizu_analysis::{
    network::{
        Evidence, Reading,
        metrics::duty::{DutyKind, DutyKinds, duty},
    },
    survey::picture::{Known, Picture},
};
use hoshizu_catalog::{
    id::OfficeId,
    office::Office,
    position::Position,
    survey::{Selection, WaveState},
    taxonomy::ServiceType,
    tie::Star,
};
use hoshizu_store::{
    Tx, office, redirect,
    sheet::{self, StoredSheet},
    survey::StoredWave,
    tie,
};
use std::collections::{HashMap, HashSet};

/// A sheet with its wave and its office.
pub struct Opened {
    /// The sheet.
    pub stored: StoredSheet,
    /// Its wave.
    pub wave: StoredWave,
    /// Who answers.
    pub office: Office,
}

/// Code of what a tie rests on.
pub fn evidence_code(evidence: Evidence) -> &'static str {
    match evidence {
        Evidence::Mutual => "mutual",
        Evidence::OneSided => "one_sided",
        Evidence::ToNonRespondent => "to_non_respondent",
    }
}

/// Offices by id, those merged since found where they went.
pub async fn offices(tx: &mut Tx, ids: &[OfficeId]) -> Result<Vec<Office>, Problem> {
    let mut found = office::many(tx, ids).await?;
    let known: HashSet<OfficeId> = found.iter().map(|office| office.id).collect();
    for id in ids.iter().filter(|id| !known.contains(id)) {
        if let Some(new) = redirect::find(tx, *id).await?.filter(|new| !known.contains(new)) {
            found.extend(office::find(tx, new).await?);
        }
    }
    Ok(found)
}

/// What rows need of the sheet they stand on.
pub struct Rows<'a> {
    /// Names of municipalities.
    pub region: &'a Region,
    /// Where distances are measured from.
    pub from: Option<Position>,
    /// Which service an office is listed for.
    pub selection: &'a Selection,
    /// Whom the office named in the wave before.
    pub last: &'a HashSet<OfficeId>,
}

impl Rows<'_> {
    /// One row.
    pub fn row(&self, office: &Office, number: Option<usize>, star: Option<Star>) -> SheetRow {
        let place = office.place.map(|placed| placed.position);
        SheetRow {
            number,
            office: office.id.0,
            name: office.name.clone(),
            kana: office.kana.clone(),
            services: codes(office),
            system: heading(office, self.selection).code().to_owned(),
            municipality: municipality(self.region, office),
            distance_m: self.from.zip(place).map(|(from, to)| from.distance_m(to).round()),
            last_time: self.last.contains(&office.id),
            star: star.map(Into::into),
        }
    }
}

fn codes(office: &Office) -> Vec<String> {
    office.services.iter().map(|service| service.definition().code.clone()).collect()
}

fn municipality(region: &Region, office: &Office) -> Option<String> {
    office.municipality.and_then(|code| region.municipality_name(code)).map(str::to_owned)
}

/// The sheet with all its rows.
pub async fn view(app: &App, tx: &mut Tx, opened: &Opened) -> Result<SheetView, Problem> {
    let Opened { stored, wave, office } = opened;
    let (region, sheet) = (app.region.load_full(), &stored.sheet);
    let stars: HashMap<OfficeId, Star> = sheet::reports_of_sheet(tx, sheet.id).await?.into_iter().collect();
    let last = make::last_time_of(tx, &wave.wave, office.id).await?;
    let from = office.place.map(|placed| placed.position);
    let rows = Rows { region: &region, from, selection: &wave.design.roster, last: &last };
    let mut shown = Vec::with_capacity(sheet.roster.len());
    for (number, office) in (1..).zip(offices(tx, &sheet.roster).await?) {
        shown.push(rows.row(&office, Some(number), stars.get(&office.id).copied()));
    }
    let listed: HashSet<_> = shown.iter().map(|row| row.office).collect();
    let mut beyond: Vec<OfficeId> = stars.keys().copied().filter(|id| !listed.contains(&id.0)).collect();
    beyond.sort_unstable();
    for office in office::many(tx, &beyond).await? {
        shown.push(rows.row(&office, None, stars.get(&office.id).copied()));
    }
    let unlisted = sheet::unlisted(tx, sheet.id).await?;
    let (asked, design) = (wave.design.asked, &wave.design);
    Ok(SheetView {
        code: sheet.code.grouped(),
        title: design.title.clone(),
        wave_number: wave.wave.number,
        opens_on: wave.wave.opens_on.to_string(),
        closes_on: wave.wave.closes_on.to_string(),
        can_answer: wave.wave.state == WaveState::Open,
        state: sheet.state.code().to_owned(),
        wave_state: wave.wave.state.code().to_owned(),
        consented: stored.consented_at.is_some(),
        changed_at: stored.changed_at.map(rfc3339),
        office: office.id.0,
        office_name: office.name.clone(),
        introduction: design.introduction.clone(),
        consent: design.consent.clone(),
        contact: design.contact.clone(),
        ask_kinds: asked.kinds,
        ask_closeness: asked.closeness,
        ask_frequency: asked.frequency,
        rows: shown,
        unlisted: unlisted.into_iter().map(Into::into).collect(),
    })
}

/// A tie as one of its offices sees it.
pub fn neighbour(
    region: &Region,
    own: OfficeId,
    tie: &Known,
    other: &Office,
    selection: &Selection,
) -> Neighbour {
    let (ours, theirs) = if own == tie.a { (tie.from_a, tie.from_b) } else { (tie.from_b, tie.from_a) };
    Neighbour {
        office: other.id.0,
        name: other.name.clone(),
        system: heading(other, selection).code().to_owned(),
        services: codes(other),
        municipality: municipality(region, other),
        evidence: evidence_code(tie.evidence).to_owned(),
        you: ours.is_some(),
        they: theirs.is_some(),
        star: tie.star().into(),
        position: other.place.map(|placed| (placed.position.lat, placed.position.lon)),
    }
}

/// What a sheet comes to.
pub async fn outcome(app: &App, tx: &mut Tx, opened: &Opened) -> Result<SheetOutcome, Problem> {
    let Opened { stored, wave, office } = opened;
    let (region, own) = (app.region.load_full(), office.id);
    let picture = app.pictures.of(&app.store, Moment::Wave(wave.wave.id)).await?;
    let ties = picture.ties_of(own);
    let partners: Vec<OfficeId> = ties.iter().map(|tie| tie.other(own)).collect();
    let by_id: HashMap<OfficeId, Office> =
        office::many(tx, &partners).await?.into_iter().map(|office| (office.id, office)).collect();
    let asked: HashSet<OfficeId> = tie::answers(tx, wave.wave.id)
        .await?
        .into_iter()
        .filter(|said| said.partner == own)
        .map(|said| said.reporter)
        .collect();
    let seen = |tie: &Known| {
        let other = by_id.get(&tie.other(own))?;
        Some(neighbour(&region, own, tie, other, &wave.design.roster))
    };
    let neighbours: Vec<Neighbour> = ties.iter().filter_map(seen).collect();
    let open = |tie: &&Known| !asked.contains(&tie.other(own));
    let questions: Vec<Neighbour> =
        ties.iter().filter(open).filter_map(seen).filter(|found| found.they && !found.you).collect();
    let sheets = sheet::of_wave(tx, stored.sheet.wave).await?;
    Ok(SheetOutcome {
        office: own.0,
        office_name: office.name.clone(),
        system: heading(office, &wave.design.respondents).code().to_owned(),
        position: office.place.map(|placed| (placed.position.lat, placed.position.lon)),
        neighbours,
        questions,
        duty: duty_of(tx, &region, opened, &picture).await?,
        sheets: sheets.len() as u32,
        finished: sheets.iter().filter(|stored| stored.sheet.state.answers()).count() as u32,
    })
}

const DUTIES: [(DutyKind, &str, &[&str]); 7] = [
    (
        DutyKind::Municipality,
        "municipality",
        &["municipal-desk", "municipal-health", "municipal-welfare-office"],
    ),
    (DutyKind::CommunitySupportCenter, "community_support_center", &["care-support-center"]),
    (DutyKind::ElderlyCareSupportCenter, "elderly_care_support_center", &["care-home-support-center"]),
    (DutyKind::CareManagement, "care_management", &["care-430"]),
    (DutyKind::PreventiveSupport, "preventive_support", &["care-prevention"]),
    (DutyKind::CareFacility, "care_facility", &["care-510", "care-520", "care-530", "care-540", "care-550"]),
    (
        DutyKind::ConsultationSupport,
        "consultation_support",
        &["disability-52", "disability-53", "disability-54", "child-70"],
    ),
];

/// The identifier of one of the seven kinds.
pub fn duty_code(kind: DutyKind) -> &'static str {
    DUTIES.iter().find(|(known, _, _)| *known == kind).map_or("", |(_, code, _)| code)
}

/// Which of the seven kinds of body an office is.
pub fn duty_kinds(office: &Office) -> DutyKinds {
    let is = |codes: &[&str]| {
        office
            .services
            .iter()
            .any(|service: &ServiceType| codes.contains(&service.definition().code.as_str()))
    };
    DUTIES.iter().filter(|(_, _, codes)| is(codes)).map(|(kind, _, _)| *kind).collect()
}

/// 努力義務 of a care manager within its municipality; nothing for others.
async fn duty_of(
    tx: &mut Tx,
    region: &Region,
    opened: &Opened,
    picture: &Picture,
) -> Result<Vec<DutyView>, Problem> {
    let own = &opened.office;
    let is_care_manager = own.services.iter().any(|service| service.definition().code == "care-430");
    let (Some(at), Some(municipality)) = (picture.number(own.id), own.municipality) else {
        return Ok(Vec::new());
    };
    if !is_care_manager {
        return Ok(Vec::new());
    }
    let mut kinds: Vec<DutyKinds> = vec![DutyKinds::default(); picture.offices.len()];
    for office in office::many(tx, &picture.offices).await? {
        if let Some(number) = picture.number(office.id) {
            kinds[number as usize] = duty_kinds(&office);
        }
    }
    // Offices nobody named exist as well; they are appended behind the network.
    let mut within = Vec::new();
    for known in super::candidates::inside(tx, region, &municipality.to_string()).await? {
        let number = picture.number(known.office.id).unwrap_or(kinds.len() as u32);
        if number as usize == kinds.len() {
            kinds.push(duty_kinds(&known.office));
        }
        within.push(number);
    }
    let graph = picture.reports.graph(Reading::Either);
    let found = duty(&graph, at, &kinds, &within);
    let view = |(kind, code, _): &(DutyKind, &'static str, &[&str])| DutyView {
        kind: code,
        exists: found.existing.contains(*kind),
        tied: found.tied.contains(*kind),
    };
    Ok(DUTIES.iter().map(view).collect())
}
