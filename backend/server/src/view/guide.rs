//! 「だれにつなぐ」 in the API.

use crate::view::{
    card::{Card, NamedCode},
    nurses::{DeskAnswer, GeneralAnswer, SpotView},
};
use hoshizu_analysis::guide::rules::data::{Guideline, Law, Text};
use serde::Serialize;
use utoipa::ToSchema;

/// A text in both languages.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct BothTexts {
    /// Japanese.
    pub ja: String,
    /// English.
    pub en: String,
}

/// A law with its article.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct LawView {
    /// Name as practitioners cite it.
    pub name: String,
    /// Article, where certain.
    pub article: Option<String>,
}

/// Something one can choose.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct GuideChoice {
    /// Code.
    pub code: String,
    /// System it belongs to, for services.
    pub system: Option<String>,
    /// Japanese.
    pub ja: String,
    /// English.
    pub en: String,
}

/// A disease or disability.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct ConditionView {
    /// Code.
    pub code: String,
    /// Japanese.
    pub ja: String,
    /// English.
    pub en: String,
    /// Synonyms and abbreviations.
    pub words: Vec<String>,
    /// Number among the sixteen 特定疾病.
    pub specified: Option<u8>,
    /// 告示番号 of the 指定難病.
    pub rare: Option<u16>,
    /// What narrows the rules down, Japanese.
    pub note: Option<String>,
}

/// What the guide asks.
#[derive(Debug, Serialize, ToSchema)]
pub struct GuideTerms {
    /// Services in use.
    pub services: Vec<GuideChoice>,
    /// Situations.
    pub situations: Vec<GuideChoice>,
    /// Every condition known.
    pub conditions: Vec<ConditionView>,
}

/// Something of the case a conclusion rests on.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct GuideFact {
    /// `age`, `turns_65_in`, `condition`, `service` or `situation`.
    pub kind: String,
    /// The number or code.
    pub value: String,
    /// What it says.
    pub label: BothTexts,
}

/// A rule that holds.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct ConclusionView {
    /// Identifier of the rule.
    pub id: String,
    /// `principle` 原則 or `exception` 例外.
    pub kind: String,
    /// In one sentence.
    pub title: BothTexts,
    /// In practice.
    pub text: BothTexts,
    /// What it rests on.
    pub law: Vec<LawView>,
    /// Where that was read.
    pub source: String,
    /// Day of the source.
    pub date: String,
    /// What is left to the municipality.
    pub municipal: Option<BothTexts>,
    /// What of the case made it hold.
    pub because: Vec<GuideFact>,
    /// The municipality whose own rule it is.
    pub of: Option<NamedCode>,
}

/// A local office for a role.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct GuideOffice {
    /// The office.
    pub card: Card,
    /// Whether my office works with it.
    pub tied: bool,
    /// What they do together, as codes; `null` for who belongs to no office.
    pub ties: Option<Vec<String>>,
    /// Codes of its strengths that answer to the case.
    pub strengths: Vec<String>,
    /// Whether it said lately that it takes people.
    pub accepting: bool,
}

/// A role that belongs around the person.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct GuideRole {
    /// Code.
    pub code: String,
    /// Name.
    pub name: BothTexts,
    /// System it belongs to.
    pub system: String,
    /// For 保健師: the topic.
    pub topic: Option<NamedCode>,
    /// Whether the time for it has passed already.
    pub late: bool,
    /// Identifiers of the rules that ask for it.
    pub rules: Vec<String>,
    /// Local offices: those with a tie first, then the nearest.
    pub offices: Vec<GuideOffice>,
    /// Where they were found: the municipality, or the prefecture when it has none.
    pub found_in: Option<NamedCode>,
    /// For 保健師: local desks.
    pub desks: Vec<DeskAnswer>,
    /// For 保健師: where it usually lies, where there is no local desk.
    pub general: Vec<GeneralAnswer>,
}

/// A point in time with the roles that are first needed then.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct GuideStep {
    /// `now`, `discharge`, `turns_18`, `turns_65`.
    pub event: String,
    /// Months after it; negative before.
    pub months: i16,
    /// Months from today, where known.
    pub due_in: Option<i16>,
    /// Roles.
    pub roles: Vec<GuideRole>,
}

/// A forum.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct GuideForum {
    /// Code.
    pub code: String,
    /// Name.
    pub name: BothTexts,
    /// What it rests on.
    pub law: LawView,
    /// What to know.
    pub note: BothTexts,
    /// Identifiers of the rules that name it.
    pub rules: Vec<String>,
}

/// A guideline on decision support.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct GuidelineView {
    /// Code.
    pub code: String,
    /// Name.
    pub name: BothTexts,
    /// For whom.
    pub whom: BothTexts,
    /// Who is addressed.
    pub by: BothTexts,
    /// When.
    pub when: BothTexts,
    /// How.
    pub how: BothTexts,
    /// What to do where the will is hard to tell.
    pub unclear: BothTexts,
    /// Identifiers of the rules that name it.
    pub rules: Vec<String>,
}

/// A line of a check list.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct GuideItem {
    /// `now`, `discharge`, `turns_18`, `turns_65`.
    pub event: String,
    /// Months after it.
    pub months: i16,
    /// Months from today, where known.
    pub due_in: Option<i16>,
    /// Who.
    pub role: BothTexts,
    /// What.
    pub what: BothTexts,
}

/// A check list.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct GuideChecklist {
    /// Code.
    pub code: String,
    /// Title.
    pub title: BothTexts,
    /// Lines in order of time.
    pub items: Vec<GuideItem>,
}

/// A box of a network.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct GuideBox {
    /// Group it stands in.
    pub group: String,
    /// Code of the role.
    pub role: String,
    /// Name.
    pub name: BothTexts,
    /// Whether the national picture leaves it out.
    pub added: bool,
    /// Offices of the municipality.
    pub offices: usize,
    /// Where they are: `here` in the municipality, `prefecture` only, or `absent`.
    pub state: String,
    /// Whether my office has a tie to one of them; `null` for who belongs to no office.
    pub connected: Option<bool>,
}

/// A standard network compared with the area.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct GuideNetwork {
    /// Code.
    pub code: String,
    /// Title.
    pub title: BothTexts,
    /// What to know.
    pub note: BothTexts,
    /// Boxes, group by group.
    pub boxes: Vec<GuideBox>,
}

/// What follows for a case. Nothing of it is stored.
#[derive(Debug, Serialize, ToSchema)]
pub struct GuideAnswer {
    /// The place; `null` when none was given or understood.
    pub place: Option<SpotView>,
    /// Places the words may mean.
    pub choices: Vec<NamedCode>,
    /// Conditions as they were understood.
    pub conditions: Vec<ConditionView>,
    /// Words for conditions that mean none.
    pub unknown_conditions: Vec<String>,
    /// Roles in order of time.
    pub steps: Vec<GuideStep>,
    /// Rules that hold.
    pub conclusions: Vec<ConclusionView>,
    /// Rules that depend on the age, where none was given.
    pub open: Vec<ConclusionView>,
    /// Forums to bring it to.
    pub forums: Vec<GuideForum>,
    /// Guidelines that apply.
    pub guidelines: Vec<GuidelineView>,
    /// Check lists.
    pub checklists: Vec<GuideChecklist>,
    /// Networks of the area.
    pub networks: Vec<GuideNetwork>,
}

/// Two columns of words, and the five guidelines.
#[derive(Debug, Serialize, ToSchema)]
pub struct Glossary {
    /// Pairs of words.
    pub terms: Vec<GlossaryTerm>,
    /// The five guidelines.
    pub guidelines: Vec<GuidelineView>,
}

/// A pair of words that meet.
#[derive(Debug, Serialize, ToSchema)]
pub struct GlossaryTerm {
    /// Anchor on the page.
    pub code: String,
    /// Group it stands in.
    pub group: String,
    /// The word of 介護保険.
    pub care: BothTexts,
    /// The word of 障害福祉.
    pub disability: BothTexts,
    /// How they differ.
    pub note: BothTexts,
    /// How it stands in running text.
    pub words: BothWords,
}

/// Words in both languages.
#[derive(Debug, Serialize, ToSchema)]
pub struct BothWords {
    /// Japanese.
    pub ja: Vec<String>,
    /// English, in the singular.
    pub en: Vec<String>,
}

impl From<&Text> for BothTexts {
    fn from(text: &Text) -> Self {
        Self { ja: text.ja.clone(), en: text.en.clone() }
    }
}

impl BothTexts {
    /// The same text in both fields' words.
    pub fn of(ja: &str, en: &str) -> Self {
        Self { ja: ja.to_owned(), en: en.to_owned() }
    }
}

impl From<&Law> for LawView {
    fn from(law: &Law) -> Self {
        Self { name: law.name.clone(), article: law.article.clone() }
    }
}

impl GuidelineView {
    /// A guideline with the rules that name it.
    pub fn of(guideline: &Guideline, rules: Vec<String>) -> Self {
        Self {
            code: guideline.code.clone(),
            name: BothTexts::of(&guideline.ja, &guideline.en),
            whom: BothTexts::from(&guideline.whom),
            by: BothTexts::from(&guideline.by),
            when: BothTexts::from(&guideline.when),
            how: BothTexts::from(&guideline.how),
            unclear: BothTexts::from(&guideline.unclear),
            rules,
        }
    }
}
