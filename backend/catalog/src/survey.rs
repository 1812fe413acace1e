//! ☆調査: who is asked, whom they may name, what is asked for a ☆, and how far a sheet has come.

use crate::{
    day::Day,
    id::{OfficeId, SheetId, SurveyId, WaveId},
    office::Office,
    system::System,
    taxonomy::ServiceType,
};
use serde::{Deserialize, Serialize};

/// The services whose offices are asked unless a keeper says otherwise: care managers, consultation support, 地域包括,
/// places with public health nurses, municipal desks (DOMAIN S2, S14, S15).
const RESPONDENTS: &[&str] = &[
    "care-430",
    "care-support-center",
    "care-prevention",
    "disability-52",
    "disability-53",
    "disability-54",
    "disability-core",
    "disability-consult",
    "child-70",
    "health-center",
    "municipal-desk",
    "municipal-health",
    "municipal-child-family",
];

/// Services a respondent may name beside those who are asked themselves.
const ROSTER: &[&str] = &[
    "care-home-support-center",
    "care-110",
    "care-130",
    "disability-life",
    "disability-11",
    "disability-46",
    "disability-33",
    "child-65",
    "child-medical-care",
    "child-special-school",
    "health-hospital",
    "health-rare-disease",
    "health-dementia",
    "health-care-link",
    "municipal-child-guidance",
    "municipal-welfare-office",
    "community-council",
    "community-livelihood",
    "community-hikikomori",
];

/// Which offices are meant: of one of the systems or services (all when both are empty), inside one of the areas (the
/// survey's own when empty), and listed by a current edition.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Selection {
    /// Systems.
    #[serde(default)]
    pub systems: Vec<System>,
    /// Services.
    #[serde(default)]
    pub services: Vec<ServiceType>,
    /// Codes of areas.
    #[serde(default)]
    pub areas: Vec<String>,
    /// Also every office in which a 保健師窓口 sits, whatever its service.
    #[serde(default)]
    pub nurse_desks: bool,
}

/// An office as a selection sees it.
#[derive(Debug, Clone, Copy)]
pub struct Candidate<'a> {
    /// The office.
    pub office: &'a Office,
    /// Codes of every area it lies in.
    pub areas: &'a [String],
    /// Whether a 保健師窓口 sits in it.
    pub nurse_desk: bool,
}

impl Selection {
    /// Offices of these services.
    fn of(codes: &[&str]) -> Self {
        let services = codes.iter().filter_map(|code| ServiceType::from_code(code)).collect();
        Self { services, nurse_desks: true, ..Self::default() }
    }

    /// Who is asked unless a keeper says otherwise.
    pub fn usual_respondents() -> Self {
        Self::of(RESPONDENTS)
    }

    /// Who can be named unless a keeper says otherwise.
    pub fn usual_roster() -> Self {
        Self::of(&[RESPONDENTS, ROSTER].concat())
    }

    /// Whether an office is meant; `own` is the code of the survey's area.
    pub fn holds(&self, candidate: Candidate<'_>, own: &str) -> bool {
        let Candidate { office, areas, nurse_desk } = candidate;
        let every_kind = self.systems.is_empty() && self.services.is_empty();
        let kind = every_kind
            || self.nurse_desks && nurse_desk
            || office.systems.iter().any(|system| self.systems.contains(&system))
            || office.services.iter().any(|service| self.services.contains(service));
        let inside = areas.iter().any(|code| code == own)
            && (self.areas.is_empty() || areas.iter().any(|code| self.areas.contains(code)));
        office.gone_in.is_none() && kind && inside
    }
}

/// What is asked of a ☆ beside the ☆ itself; every answer is optional.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Asked {
    /// What is done together.
    pub kinds: bool,
    /// How well they know each other.
    pub closeness: bool,
    /// How often.
    pub frequency: bool,
}

impl Default for Asked {
    fn default() -> Self {
        Self { kinds: true, closeness: true, frequency: true }
    }
}

/// What a keeper decides about a survey.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Design {
    /// Title, as respondents read it.
    pub title: String,
    /// Code of the area.
    pub area: String,
    /// Who is asked.
    pub respondents: Selection,
    /// Who can be named.
    pub roster: Selection,
    /// Offices a sheet shows at most, the nearest; all others stand behind its search.
    pub roster_size: u16,
    /// What is asked of a ☆.
    pub asked: Asked,
    /// Greeting and purpose, shown first.
    pub introduction: String,
    /// Who reads what, what it is not used for. Agreeing to it is recorded with the sheet.
    pub consent: String,
    /// Who answers questions, and where paper is sent back to.
    pub contact: String,
}

/// ☆調査 with its identity.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Survey {
    /// Identity.
    pub id: SurveyId,
    /// What its keeper decided.
    pub design: Design,
}

/// How far a wave has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum WaveState {
    /// Sheets can be looked at and printed; nobody can answer.
    Draft,
    /// Sheets can be answered.
    Open,
    /// Answers are final.
    Closed,
}

impl WaveState {
    /// Every state.
    pub const ALL: [Self; 3] = [Self::Draft, Self::Open, Self::Closed];

    /// The identifier used in the API and in the database.
    pub fn code(self) -> &'static str {
        match self {
            Self::Draft => "draft",
            Self::Open => "open",
            Self::Closed => "closed",
        }
    }

    /// The state with this identifier.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.code() == code)
    }
}

/// 回: a survey carried out once.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Wave {
    /// Identity.
    pub id: WaveId,
    /// Its survey.
    pub survey: SurveyId,
    /// 1 for the first.
    pub number: u32,
    /// First day answers are asked for.
    pub opens_on: Day,
    /// Last day answers are asked for; later ones are accepted, and marked, until the keeper closes the wave.
    pub closes_on: Day,
    /// How far it has come.
    pub state: WaveState,
}

/// How far a sheet has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SheetState {
    /// Nothing was answered.
    Waiting,
    /// Some ☆ are saved; the respondent has not said that this is all.
    Begun,
    /// The respondent has said that this is all.
    Finished,
    /// The office does not want to take part.
    Refused,
    /// The respondent has taken the answers back; they are deleted.
    Withdrawn,
}

impl SheetState {
    /// Every state.
    pub const ALL: [Self; 5] = [Self::Waiting, Self::Begun, Self::Finished, Self::Refused, Self::Withdrawn];

    /// The identifier used in the API and in the database.
    pub fn code(self) -> &'static str {
        match self {
            Self::Waiting => "waiting",
            Self::Begun => "begun",
            Self::Finished => "finished",
            Self::Refused => "refused",
            Self::Withdrawn => "withdrawn",
        }
    }

    /// The state with this identifier.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.code() == code)
    }

    /// Whether the office has answered, so that a missing ☆ says something. A sheet begun and left reports its ☆ and
    /// nothing else.
    pub fn answers(self) -> bool {
        self == Self::Finished
    }
}

/// How answers came.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Way {
    /// By the personal link.
    Web,
    /// From paper, by a keeper.
    Paper,
    /// From the sheet as a spreadsheet.
    Spreadsheet,
    /// With a file of ties or of a whole wave.
    Import,
}

impl Way {
    /// Every way.
    pub const ALL: [Self; 4] = [Self::Web, Self::Paper, Self::Spreadsheet, Self::Import];

    /// The identifier used in the API and in the database.
    pub fn code(self) -> &'static str {
        match self {
            Self::Web => "web",
            Self::Paper => "paper",
            Self::Spreadsheet => "spreadsheet",
            Self::Import => "import",
        }
    }

    /// The way with this identifier.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|way| way.code() == code)
    }
}

/// ☆調査票: what one office is asked in one wave.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sheet {
    /// Identity.
    pub id: SheetId,
    /// Its wave.
    pub wave: WaveId,
    /// Who answers.
    pub office: OfficeId,
    /// The code of its link and of its paper, see [`SheetCode`].
    pub code: SheetCode,
    /// Offices it shows, in order; row 1 is the first. Never changed once the wave is open: paper is read by row.
    pub roster: Vec<OfficeId>,
    /// How far it has come.
    pub state: SheetState,
}

/// Letters and digits of sheet codes: none that a FAX or an eye takes for another (0 O, 1 I L, 2 Z, 5 S, 8 B, U V).
const ALPHABET: &[u8; 23] = b"34679ACDEFGHJKMNPQRTWXY";
/// Letters of a code; 23¹² ≈ 2⁵⁴ of them, and tries are counted.
const CODE_LENGTH: usize = 12;

/// The code of a sheet: whoever has it may answer. Twelve letters, written in groups of four.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct SheetCode(String);

impl SheetCode {
    /// The code made of random bytes. Bytes that would favour some letters are passed over; `None` when too few are left.
    pub fn from_random(bytes: &[u8]) -> Option<Self> {
        let fair = 256 - 256 % ALPHABET.len();
        let letters = bytes.iter().map(|byte| usize::from(*byte)).filter(|byte| *byte < fair);
        let code: String =
            letters.take(CODE_LENGTH).map(|byte| char::from(ALPHABET[byte % ALPHABET.len()])).collect();
        (code.len() == CODE_LENGTH).then_some(Self(code))
    }

    /// Reads a code as people type it: small letters, full width, with hyphens or spaces.
    pub fn parse(text: &str) -> Option<Self> {
        let code: String = crate::fold::text(text)
            .chars()
            .filter(char::is_ascii_alphanumeric)
            .map(|c| c.to_ascii_uppercase())
            .collect();
        (code.len() == CODE_LENGTH && code.bytes().all(|letter| ALPHABET.contains(&letter)))
            .then_some(Self(code))
    }

    /// As it is stored.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// As people read it: `ABCD-EFGH-JKMN`.
    pub fn grouped(&self) -> String {
        format!("{}-{}-{}", &self.0[..4], &self.0[4..8], &self.0[8..])
    }
}

impl TryFrom<String> for SheetCode {
    type Error = String;
    fn try_from(text: String) -> Result<Self, Self::Error> {
        Self::parse(&text).ok_or_else(|| "not a sheet code".to_owned())
    }
}

impl From<SheetCode> for String {
    fn from(code: SheetCode) -> Self {
        code.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_read_as_people_type_it() {
        let code = SheetCode::from_random(&(0..40).collect::<Vec<u8>>()).unwrap();
        for typed in [
            code.grouped(),
            code.grouped().to_lowercase(),
            format!(" {} ", code.as_str()),
            "３４６７－９ＡＣＤ－ＥＦＧＨ".to_owned(),
        ] {
            assert_eq!(SheetCode::parse(&typed), Some(code.clone()), "{typed}");
        }
        assert_eq!(SheetCode::parse("0467-9ACD-EFGH"), None);
        assert_eq!(SheetCode::parse("4679-ACDE-FGH"), None);
    }

    #[test]
    fn no_letter_is_likelier_than_another() {
        let mut counts = std::collections::BTreeMap::new();
        for byte in 0..=255_u8 {
            if let Some(code) = SheetCode::from_random(&[byte; 12]) {
                *counts.entry(code.0).or_insert(0) += 1;
            }
        }
        assert_eq!(counts.len(), ALPHABET.len());
        assert!(counts.values().all(|count| *count == 11));
    }

    #[test]
    fn every_usual_service_is_in_the_taxonomy() {
        assert_eq!(Selection::usual_respondents().services.len(), RESPONDENTS.len());
        assert_eq!(Selection::usual_roster().services.len(), RESPONDENTS.len() + ROSTER.len());
    }

    #[test]
    fn codes_are_those_of_serde() {
        for state in SheetState::ALL {
            assert_eq!(serde_json::to_string(&state).unwrap(), format!("\"{}\"", state.code()));
            assert_eq!(SheetState::from_code(state.code()), Some(state));
        }
        for way in Way::ALL {
            assert_eq!(serde_json::to_string(&way).unwrap(), format!("\"{}\"", way.code()));
        }
        for state in WaveState::ALL {
            assert_eq!(WaveState::from_code(state.code()), Some(state));
        }
    }
}
