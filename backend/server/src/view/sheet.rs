//! A ☆ sheet as its respondent sees it, and what it comes to.

use hoshizu_catalog::tie::{Closeness, Frequency, Star, TieKind};
use hoshizu_store::sheet::Unlisted;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

/// ☆ with what is told of it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
pub struct StarView {
    /// `plan_exchange`, `information`, `conference`, `joint_visit`, `referral`, `training`.
    pub kinds: Vec<String>,
    /// 1 name and face, 2 way of thinking, 3 trust.
    pub closeness: Option<u8>,
    /// `1-2`, `3-5`, `6-11`, `12+` times in twelve months.
    pub frequency: Option<String>,
}

impl StarView {
    /// The noun; an error says what is unknown.
    pub fn read(&self) -> Result<Star, String> {
        let kind = |code: &String| TieKind::from_code(code).ok_or_else(|| format!("unknown kind {code}"));
        let closeness = self.closeness.map(Closeness::try_from).transpose()?;
        let band =
            |code: &String| Frequency::from_code(code).ok_or_else(|| format!("unknown frequency {code}"));
        Ok(Star {
            kinds: self.kinds.iter().map(kind).collect::<Result<_, _>>()?,
            closeness,
            frequency: self.frequency.as_ref().map(band).transpose()?,
        })
    }
}

impl From<Star> for StarView {
    fn from(star: Star) -> Self {
        Self {
            kinds: star.kinds.iter().map(|kind| kind.code().to_owned()).collect(),
            closeness: star.closeness.map(Closeness::stage),
            frequency: star.frequency.map(|band| band.code().to_owned()),
        }
    }
}

/// One row of a sheet.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct SheetRow {
    /// Its number on paper; `null` for one found by search.
    pub number: Option<usize>,
    /// The office.
    pub office: Uuid,
    /// Its name.
    pub name: String,
    /// Reading, hiragana.
    pub kana: Option<String>,
    /// Codes of its services.
    pub services: Vec<String>,
    /// Code of the system it stands under.
    pub system: String,
    /// Name of its municipality.
    pub municipality: Option<String>,
    /// Metres away.
    pub distance_m: Option<f64>,
    /// Whether it had a ☆ in the wave before.
    pub last_time: bool,
    /// Its ☆.
    pub star: Option<StarView>,
}

/// An agency the directory does not hold.
#[derive(Debug, Clone, Default, Serialize, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
pub struct UnlistedAgency {
    /// Name.
    pub name: String,
    /// Town or address.
    pub place: String,
    /// Telephone.
    pub phone: String,
    /// What is told of it.
    pub star: StarView,
}

impl UnlistedAgency {
    /// The noun; an error says what cannot be kept.
    pub fn read(self) -> Result<Unlisted, String> {
        let fits = |text: &str, most| text.trim().chars().count() <= most && !text.contains(char::is_control);
        if self.name.trim().is_empty()
            || !fits(&self.name, 80)
            || !fits(&self.place, 120)
            || !fits(&self.phone, 30)
        {
            return Err("a name of at most 80 characters on one line".to_owned());
        }
        let trimmed = |text: &str| text.trim().to_owned();
        Ok(Unlisted {
            name: trimmed(&self.name),
            place: trimmed(&self.place),
            phone: trimmed(&self.phone),
            star: self.star.read()?,
        })
    }
}

impl From<Unlisted> for UnlistedAgency {
    fn from(agency: Unlisted) -> Self {
        Self { name: agency.name, place: agency.place, phone: agency.phone, star: agency.star.into() }
    }
}

/// A sheet.
#[derive(Debug, Serialize, ToSchema)]
#[expect(clippy::struct_excessive_bools, reason = "independent facts of the API")]
pub struct SheetView {
    /// Its code, in groups of four.
    pub code: String,
    /// Title of the survey.
    pub title: String,
    /// Number of the wave.
    pub wave_number: u32,
    /// First day answers are asked for.
    pub opens_on: String,
    /// Last day.
    pub closes_on: String,
    /// Whether answers are taken now.
    pub can_answer: bool,
    /// `waiting`, `begun`, `finished`, `refused`, `withdrawn`.
    pub state: String,
    /// `draft`, `open`, `closed`.
    pub wave_state: String,
    /// Whether the respondent has agreed to `consent`.
    pub consented: bool,
    /// When it was last saved (RFC 3339).
    pub changed_at: Option<String>,
    /// Who answers.
    pub office: Uuid,
    /// Its name.
    pub office_name: String,
    /// Greeting and purpose.
    pub introduction: String,
    /// Who reads what.
    pub consent: String,
    /// Who answers questions.
    pub contact: String,
    /// Whether kinds are asked.
    pub ask_kinds: bool,
    /// Whether closeness is asked.
    pub ask_closeness: bool,
    /// Whether frequency is asked.
    pub ask_frequency: bool,
    /// Offices to set ☆ beside: by system, the nearest first; then those found by search.
    pub rows: Vec<SheetRow>,
    /// Agencies the directory does not hold.
    pub unlisted: Vec<UnlistedAgency>,
}

/// Offices of the survey's area.
#[derive(Debug, Serialize, ToSchema)]
pub struct SheetRows {
    /// Best match first.
    pub items: Vec<SheetRow>,
}

/// One row's answer.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct RowAnswer {
    /// The office.
    pub office: Uuid,
    /// Its ☆; `null` takes it away.
    pub star: Option<StarView>,
}

/// Answers to save. Rows not named stay as they are; sending the same twice is sending it once.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
pub struct SheetAnswer {
    /// Rows that have changed.
    pub rows: Vec<RowAnswer>,
    /// All agencies not listed; absent leaves them.
    pub unlisted: Option<Vec<UnlistedAgency>>,
    /// `finished`: this is all; `begun`: opened again; `refused`: the office does not take part, and what was answered
    /// is deleted.
    pub state: Option<String>,
    /// Agrees to who reads what. Without it nothing is saved.
    pub consents: bool,
    /// By a keeper, from paper.
    pub paper: bool,
}

/// What was saved.
#[derive(Debug, Serialize, ToSchema)]
pub struct SheetSaved {
    /// State after it.
    pub state: String,
    /// When (RFC 3339).
    pub changed_at: Option<String>,
}

/// Somebody around the respondent.
#[derive(Debug, Serialize, ToSchema)]
pub struct Neighbour {
    /// The office.
    pub office: Uuid,
    /// Its name.
    pub name: String,
    /// Code of its system.
    pub system: String,
    /// Codes of its services.
    pub services: Vec<String>,
    /// Name of its municipality.
    pub municipality: Option<String>,
    /// `mutual`, `one_sided`, `to_non_respondent`.
    pub evidence: String,
    /// Whether you named it.
    pub you: bool,
    /// Whether it named you.
    pub they: bool,
    /// What either says.
    pub star: StarView,
    /// Latitude and longitude.
    pub position: Option<(f64, f64)>,
}

/// One of the seven kinds of body a care manager must strive to cooperate with.
#[derive(Debug, Serialize, ToSchema)]
pub struct DutyView {
    /// Code, in the order of the ordinance.
    pub kind: &'static str,
    /// Whether there is one within the area.
    pub exists: bool,
    /// Whether you have a tie with one.
    pub tied: bool,
}

/// What a finished sheet comes to: the respondent's own surroundings.
#[derive(Debug, Serialize, ToSchema)]
pub struct SheetOutcome {
    /// The respondent.
    pub office: Uuid,
    /// Its name.
    pub office_name: String,
    /// Code of its system.
    pub system: String,
    /// Where it is.
    pub position: Option<(f64, f64)>,
    /// Everybody it named or is named by.
    pub neighbours: Vec<Neighbour>,
    /// Offices that named you and that you did not name, not yet asked about: はい, いいえ or 担当が違う.
    pub questions: Vec<Neighbour>,
    /// 努力義務カバー率 for 居宅介護支援; empty for others.
    pub duty: Vec<DutyView>,
    /// Sheets of the wave.
    pub sheets: u32,
    /// Sheets finished so far.
    pub finished: u32,
}

/// The answer to a question.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct QuestionAnswer {
    /// Who named you.
    pub office: Uuid,
    /// `yes`, `no`, `elsewhere`.
    pub answer: String,
}
