//! Surveys, waves and their progress, for keepers.

use hoshizu_catalog::{
    day::Day,
    survey::{Asked, Design, Selection},
    system::System,
    taxonomy::ServiceType,
};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

/// Which offices are meant.
#[derive(Debug, Clone, Default, Serialize, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
pub struct OfficeSelection {
    /// Codes of systems.
    pub systems: Vec<String>,
    /// Codes of services.
    pub services: Vec<String>,
    /// Codes of areas inside the survey's own; all of it when empty.
    pub areas: Vec<String>,
    /// Also every office in which a nurse desk sits.
    pub nurse_desks: bool,
}

/// What a keeper decides about a survey.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct SurveyDesign {
    /// Title, as respondents read it.
    pub title: String,
    /// Code of the area.
    pub area: String,
    /// Who is asked.
    pub respondents: OfficeSelection,
    /// Who can be named beside those who are asked.
    pub roster: OfficeSelection,
    /// Rows of a sheet, 10–200; all others stand behind its search.
    pub roster_size: u16,
    /// Whether kinds are asked.
    pub ask_kinds: bool,
    /// Whether closeness is asked.
    pub ask_closeness: bool,
    /// Whether frequency is asked.
    pub ask_frequency: bool,
    /// Greeting and purpose.
    pub introduction: String,
    /// Who reads what.
    pub consent: String,
    /// Who answers questions, where paper goes.
    pub contact: String,
}

/// What of a design cannot be kept.
pub struct Fault(pub &'static str, pub String);

fn selection(from: OfficeSelection, field: &'static str) -> Result<Selection, Fault> {
    let system =
        |code: &String| System::from_code(code).ok_or_else(|| Fault(field, format!("unknown system {code}")));
    let service = |code: &String| {
        ServiceType::from_code(code).ok_or_else(|| Fault(field, format!("unknown service {code}")))
    };
    Ok(Selection {
        systems: from.systems.iter().map(system).collect::<Result<_, _>>()?,
        services: from.services.iter().map(service).collect::<Result<_, _>>()?,
        areas: from.areas,
        nurse_desks: from.nurse_desks,
    })
}

fn selected(from: &Selection) -> OfficeSelection {
    OfficeSelection {
        systems: from.systems.iter().map(|system| system.code().to_owned()).collect(),
        services: from.services.iter().map(|service| service.definition().code.clone()).collect(),
        areas: from.areas.clone(),
        nurse_desks: from.nurse_desks,
    }
}

impl SurveyDesign {
    /// The noun; an error names the field.
    pub fn read(self) -> Result<Design, Fault> {
        let text = |field: &'static str, text: &str, least: usize, most: usize| {
            let length = text.trim().chars().count();
            if (least..=most).contains(&length) {
                Ok(())
            } else {
                Err(Fault(field, format!("{least} to {most} characters")))
            }
        };
        text("title", &self.title, 1, 80)?;
        text("introduction", &self.introduction, 0, 1_000)?;
        text("consent", &self.consent, 10, 2_000)?;
        text("contact", &self.contact, 0, 300)?;
        if !(10..=200).contains(&self.roster_size) {
            return Err(Fault("roster_size", "10 to 200".to_owned()));
        }
        Ok(Design {
            title: self.title.trim().to_owned(),
            area: self.area,
            respondents: selection(self.respondents, "respondents")?,
            roster: selection(self.roster, "roster")?,
            roster_size: self.roster_size,
            asked: Asked {
                kinds: self.ask_kinds,
                closeness: self.ask_closeness,
                frequency: self.ask_frequency,
            },
            introduction: self.introduction,
            consent: self.consent,
            contact: self.contact,
        })
    }

    /// As the API shows it.
    pub fn show(design: &Design) -> Self {
        Self {
            title: design.title.clone(),
            area: design.area.clone(),
            respondents: selected(&design.respondents),
            roster: selected(&design.roster),
            roster_size: design.roster_size,
            ask_kinds: design.asked.kinds,
            ask_closeness: design.asked.closeness,
            ask_frequency: design.asked.frequency,
            introduction: design.introduction.clone(),
            consent: design.consent.clone(),
            contact: design.contact.clone(),
        }
    }
}

/// The period of a wave.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct WavePeriod {
    /// First day answers are asked for (`2026-04-01`).
    pub opens_on: String,
    /// Last day.
    pub closes_on: String,
}

impl WavePeriod {
    /// Both days, in order.
    pub fn read(&self) -> Result<(Day, Day), Fault> {
        let day = |field, text: &str| {
            Day::parse(text).ok_or_else(|| Fault(field, "a day as 2026-04-01".to_owned()))
        };
        let (opens, closes) = (day("opens_on", &self.opens_on)?, day("closes_on", &self.closes_on)?);
        if closes < opens {
            return Err(Fault("closes_on", "before opens_on".to_owned()));
        }
        Ok((opens, closes))
    }
}

/// A survey to make, with its first wave.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewSurvey {
    /// What is asked, of whom.
    pub design: SurveyDesign,
    /// The first wave.
    pub period: WavePeriod,
}

/// A wave in few words.
#[derive(Debug, Serialize, ToSchema)]
pub struct WaveSummary {
    /// Identity.
    pub id: Uuid,
    /// 1 for the first.
    pub number: u32,
    /// First day answers are asked for.
    pub opens_on: String,
    /// Last day.
    pub closes_on: String,
    /// `draft`, `open`, `closed`.
    pub state: String,
    /// Sheets.
    pub sheets: u32,
    /// Sheets finished.
    pub finished: u32,
}

/// A survey with its waves.
#[derive(Debug, Serialize, ToSchema)]
pub struct SurveyView {
    /// Identity.
    pub id: Uuid,
    /// What its keeper decided; a wave keeps what it was made with.
    pub design: SurveyDesign,
    /// Name of its area.
    pub area_name: String,
    /// Its waves, the first first.
    pub waves: Vec<WaveSummary>,
}

/// The surveys somebody keeps.
#[derive(Debug, Serialize, ToSchema)]
pub struct SurveyList {
    /// Oldest first.
    pub items: Vec<SurveyView>,
}

/// How many would be asked and could be named.
#[derive(Debug, Serialize, ToSchema)]
pub struct SurveyPreview {
    /// Offices asked.
    pub respondents: usize,
    /// Offices that can be named, those asked among them.
    pub roster: usize,
    /// Offices asked by service; an office of several counts at each.
    pub by_service: Vec<ServiceCount>,
    /// Nurse desks inside the area that sit in no office of the directory, and so cannot be asked.
    pub desks_without_office: Vec<String>,
}

/// How many offices of a service.
#[derive(Debug, Serialize, ToSchema)]
pub struct ServiceCount {
    /// Code.
    pub service: String,
    /// Offices.
    pub offices: usize,
}

/// Sheets of a group.
#[derive(Debug, Serialize, ToSchema)]
pub struct GroupProgress {
    /// Code of the system or of the municipality; empty for all.
    pub code: String,
    /// Name of the municipality.
    pub name: Option<String>,
    /// All.
    pub sheets: u32,
    /// Finished.
    pub finished: u32,
    /// Begun and not finished.
    pub begun: u32,
    /// Refused.
    pub refused: u32,
    /// Taken back.
    pub withdrawn: u32,
    /// Finished after the last day.
    pub late: u32,
    /// 回収率, 0 to 1: finished of all.
    pub response_rate: Option<f64>,
}

/// A wave and how far it has come.
#[derive(Debug, Serialize, ToSchema)]
pub struct WaveView {
    /// In few words.
    pub wave: WaveSummary,
    /// Its survey.
    pub survey: Uuid,
    /// What it asks.
    pub design: SurveyDesign,
    /// Name of the area.
    pub area_name: String,
    /// All sheets.
    pub all: GroupProgress,
    /// By system.
    pub by_system: Vec<GroupProgress>,
    /// By municipality.
    pub by_area: Vec<GroupProgress>,
    /// ☆ set so far.
    pub stars: usize,
    /// Ties both sides have reported.
    pub mutual: usize,
    /// Of the ties between two offices that both answered, the share both reported.
    pub confirmation_rate: Option<f64>,
    /// Agencies named that the directory does not hold.
    pub unlisted: Vec<UnlistedView>,
}

/// What a wave becomes.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct WaveChange {
    /// Its period.
    pub period: WavePeriod,
    /// `draft`, `open` or `closed`. A draft becomes open, an open wave closed; a closed one can be opened again.
    pub state: String,
}

/// An agency named that the directory does not hold.
#[derive(Debug, Serialize, ToSchema)]
pub struct UnlistedView {
    /// Code of the sheet that names it.
    pub sheet: String,
    /// Who names it.
    pub office_name: String,
    /// Its place on the sheet, from 0.
    pub number: usize,
    /// Name.
    pub name: String,
    /// Town or address.
    pub place: String,
    /// Telephone.
    pub phone: String,
}

/// Which office an agency is.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct UnlistedFound {
    /// Code of the sheet.
    pub sheet: String,
    /// Its place on the sheet, from 0.
    pub number: usize,
    /// The office it is; `null` drops it.
    pub office: Option<Uuid>,
}

/// A sheet as its keeper lists it.
#[derive(Debug, Serialize, ToSchema)]
pub struct SheetSummary {
    /// Code: whoever has it may answer.
    pub code: String,
    /// The office.
    pub office: Uuid,
    /// Its name.
    pub name: String,
    /// System it is listed under.
    pub system: String,
    /// Codes of its services.
    pub services: Vec<String>,
    /// Name of its municipality.
    pub municipality: Option<String>,
    /// Telephone.
    pub phone: Option<String>,
    /// FAX.
    pub fax: Option<String>,
    /// `waiting`, `begun`, `finished`, `refused`, `withdrawn`.
    pub state: String,
    /// `web`, `paper`, `spreadsheet`, `import`.
    pub way: Option<String>,
    /// Whether it was finished after the last day.
    pub late: bool,
    /// ☆ on it.
    pub stars: u32,
    /// Other offices that have named it.
    pub named_by: u32,
    /// When it was last saved (RFC 3339).
    pub changed_at: Option<String>,
    /// When it was last reminded.
    pub reminded_at: Option<String>,
}

/// The sheets of a wave.
#[derive(Debug, Serialize, ToSchema)]
pub struct SheetList {
    /// Awaited ones first, hubs before others; then by name.
    pub items: Vec<SheetSummary>,
}

/// Sheets by their codes.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct SheetCodes {
    /// Codes.
    pub codes: Vec<String>,
}
