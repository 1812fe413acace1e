//! The network of an area as the API shows it. Offices are named by their place in [`NetworkView::nodes`].

use crate::view::{sheet::StarView, tie::HiddenTies};
use serde::Serialize;
use std::collections::BTreeMap;
use utoipa::ToSchema;
use uuid::Uuid;

/// Offices of an area and the ties among them and to others, at one moment.
#[derive(Debug, Serialize, ToSchema)]
pub struct NetworkView {
    /// Code of the area.
    pub area: String,
    /// Its name.
    pub area_name: String,
    /// The wave, where one was asked for.
    pub wave: Option<Uuid>,
    /// The day the ties are as of: of a wave, the day it opened.
    pub on: String,
    /// Waves held in the area, the oldest first.
    pub waves: Vec<NetworkWave>,
    /// Offices of the area that were asked.
    pub asked: usize,
    /// Of these, how many answered.
    pub answered: usize,
    /// `answered ÷ asked`, 0 to 1; `null` where nobody was asked.
    pub response_rate: Option<f64>,
    /// Of the ties between two offices that both answered, the share both reported, 0 to 1; `null` where too few are known
    /// to tell it.
    pub confirmation_rate: Option<f64>,
    /// Whether you see every tie, as the survey's keeper does; else ties both sides reported, and those of your offices.
    pub sees_all: bool,
    /// Your offices.
    pub own: Vec<usize>,
    /// Offices of the area and, after them, partners elsewhere.
    pub nodes: Vec<NetworkNode>,
    /// Ties you may see.
    pub ties: Vec<NetworkTie>,
    /// The others, as counts by system.
    pub hidden: Vec<HiddenTies>,
    /// Communities of the ties, the largest first; single offices left out.
    pub communities: Vec<NetworkCommunity>,
    /// Ties by pairs of types.
    pub blocks: Vec<NetworkBlock>,
    /// Figures of the whole, of offices inside the area alone.
    pub figures: Vec<NetworkFigure>,
    /// What joins offices by a fact of the directory; never counted as ties.
    pub links: Vec<NetworkLink>,
    /// Forums two or more of these offices sit in.
    pub forums: Vec<NetworkForum>,
    /// What became of ties since an earlier moment, where one was asked for.
    pub change: Option<NetworkChange>,
}

/// A wave to choose.
#[derive(Debug, Serialize, ToSchema)]
pub struct NetworkWave {
    /// Identity.
    pub id: Uuid,
    /// Name of its survey.
    pub survey: String,
    /// Its number within the survey, from 1.
    pub number: u32,
    /// First day.
    pub opens_on: String,
    /// Last day.
    pub closes_on: String,
}

/// An office.
#[derive(Debug, Serialize, ToSchema)]
pub struct NetworkNode {
    /// Identity.
    pub id: Uuid,
    /// Name.
    pub name: String,
    /// Code of the system it stands under.
    pub system: String,
    /// Code of the service it stands under, its type; `null` where none is known.
    pub service: Option<String>,
    /// Codes of all its services.
    pub services: Vec<String>,
    /// Code of its municipality.
    pub municipality: Option<String>,
    /// Code of its 日常生活圏域, where there are any.
    pub district: Option<String>,
    /// Name of its 日常生活圏域, where there are any, else of its municipality.
    pub place: Option<String>,
    /// Latitude and longitude.
    pub position: Option<(f64, f64)>,
    /// Whether it lies in the area; others have no figures.
    pub inside: bool,
    /// Whether it was asked.
    pub asked: bool,
    /// Whether it has answered.
    pub answered: bool,
    /// To the right on the drawing, in its units.
    pub x: f64,
    /// Upwards.
    pub y: f64,
    /// Its community; `null` for an office without ties.
    pub community: Option<u32>,
    /// Figures; `null` outside the area.
    pub figures: Option<NodeFigures>,
}

/// A figure of an office: of the ties both sides reported, and of those either reported.
#[derive(Debug, Clone, Copy, Serialize, ToSchema)]
pub struct NodeRange {
    /// Of ties both sides reported; `null` where it has no meaning.
    pub mutual: Option<f64>,
    /// Of ties either side reported; `null` where it has no meaning and for those who may not see them.
    pub either: Option<f64>,
}

/// Figures of one office.
#[derive(Debug, Serialize, ToSchema)]
pub struct NodeFigures {
    /// Partners.
    pub degree: NodeRange,
    /// Pairs of offices on whose shortest ways it lies.
    pub betweenness: NodeRange,
    /// Burt's constraint: low where its partners do not know each other.
    pub constraint: NodeRange,
    /// Core number: the largest k such that it has k partners who have k among themselves.
    pub core: NodeRange,
    /// Pairs of an office of 高齢者介護 and one of 障害福祉 whose only common partner it is.
    pub sole_intermediary: NodeRange,
    /// 1 where its closing would leave parts no longer joined.
    pub articulation: NodeRange,
    /// Partners of another system.
    pub cross_system: NodeRange,
    /// Kinds of body it must strive to work with (省令38号): with how many of those there are it does.
    pub duty: Option<NodeDuty>,
}

/// Duty coverage of an office of 居宅介護支援.
#[derive(Debug, Serialize, ToSchema)]
pub struct NodeDuty {
    /// Codes of the kinds it works with, of ties you may see.
    pub tied: Vec<String>,
    /// Codes of the kinds there are in the area.
    pub existing: Vec<String>,
}

/// A tie you may see.
#[derive(Debug, Serialize, ToSchema)]
pub struct NetworkTie {
    /// One side.
    pub a: usize,
    /// The other, the larger place.
    pub b: usize,
    /// `mutual`, `one_sided`, `to_non_respondent`.
    pub evidence: &'static str,
    /// Who reports it: `a`, `b` or `both`.
    pub reported_by: &'static str,
    /// What either says.
    pub star: StarView,
    /// Whether parts of the network are joined by it alone.
    pub bridge: bool,
}

/// A community.
#[derive(Debug, Serialize, ToSchema)]
pub struct NetworkCommunity {
    /// Its number, kept from wave to wave.
    pub id: u32,
    /// Offices in it.
    pub size: usize,
    /// Offices by code of system.
    pub systems: BTreeMap<String, usize>,
    /// Code of the municipality or 日常生活圏域 most of them lie in.
    pub area: Option<String>,
    /// Its name.
    pub area_name: Option<String>,
}

/// Ties between two types, or within one.
#[derive(Debug, Serialize, ToSchema)]
pub struct NetworkBlock {
    /// Code of the service of one side.
    pub a: String,
    /// Code of the service of the other.
    pub b: String,
    /// Pairs there could be.
    pub pairs: u64,
    /// Ties both sides reported.
    pub mutual: u64,
    /// Ties either side reported; `null` where those you may not see are fewer than three, or would tell such a number
    /// elsewhere.
    pub either: Option<u64>,
}

/// A figure of the whole.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct NetworkFigure {
    /// Its code: `ties`, `density`, `mean_degree`, `isolates`, `components`, `greatest_component`, `articulation_points`,
    /// `bridges`, `sole_intermediary_pairs`, `without_cross_system`, `duty_coverage`, `degree_centralization`,
    /// `gini_degree`, `ei_index`, `assortativity`, `modularity`.
    pub code: &'static str,
    /// Of ties both sides reported; `null` where it has no meaning.
    pub mutual: Option<f64>,
    /// Of ties either side reported; `null` where it has no meaning or ties you may not see are too few to be told.
    pub either: Option<f64>,
    /// How the figure stands to chance, for the E–I index: share of random networks at least as low.
    pub p: Option<f64>,
}

/// Two offices joined by a fact of the directory. Groups of up to six are told each with each, larger ones as a ring; all of
/// an office are under `/offices/{id}/links`.
#[derive(Debug, Serialize, ToSchema)]
pub struct NetworkLink {
    /// `organization`, `place`, `number`.
    pub kind: &'static str,
    /// One side.
    pub a: usize,
    /// The other.
    pub b: usize,
}

/// A forum.
#[derive(Debug, Serialize, ToSchema)]
pub struct NetworkForum {
    /// Identity.
    pub id: Uuid,
    /// Name.
    pub name: String,
    /// Who sits in it.
    pub members: Vec<usize>,
}

/// What became of ties since an earlier wave.
#[derive(Debug, Serialize, ToSchema)]
pub struct NetworkChange {
    /// The earlier wave.
    pub since: Uuid,
    /// Ties, of both moments, and what became of each; of those you may see.
    pub ties: Vec<TieChange>,
    /// How many of each.
    pub counts: BTreeMap<String, u64>,
    /// How many of each between systems.
    pub systems: Vec<ChangeCount>,
    /// How figures of the whole changed.
    pub figures: Vec<ChangedFigure>,
}

/// A tie and what became of it.
#[derive(Debug, Serialize, ToSchema)]
pub struct TieChange {
    /// One side.
    pub a: usize,
    /// The other.
    pub b: usize,
    /// `gained`, `lost`, `kept`, `strengthened`, `newly_seen`, `no_longer_seen`.
    pub change: String,
}

/// Ties between two systems by what became of them.
#[derive(Debug, Serialize, ToSchema)]
pub struct ChangeCount {
    /// Code of one system.
    pub a: String,
    /// Code of the other.
    pub b: String,
    /// How many of each.
    pub counts: BTreeMap<String, u64>,
}

/// How a figure changed.
#[derive(Debug, Serialize, ToSchema)]
pub struct ChangedFigure {
    /// Its code.
    pub code: &'static str,
    /// Then, of ties both sides reported.
    pub before_mutual: f64,
    /// Then, of ties either side reported.
    pub before_either: f64,
    /// Now, of ties both sides reported.
    pub after_mutual: f64,
    /// Now, of ties either side reported.
    pub after_either: f64,
    /// Least change that fits both.
    pub least: f64,
    /// Greatest change that fits both.
    pub greatest: f64,
}

/// Offices to get to know, each with reasons.
#[derive(Debug, Serialize, ToSchema)]
pub struct IntroductionLists {
    /// Whether anything is known of this office's ties; without any, only distance and need speak.
    pub known: bool,
    /// 近い連携先: of any system, the most promising first.
    pub near: Vec<IntroductionEntry>,
    /// 橋渡し候補: of another system, to which no common partner leads.
    pub bridges: Vec<IntroductionEntry>,
}

/// An office to get to know.
#[derive(Debug, Serialize, ToSchema)]
pub struct IntroductionEntry {
    /// Which.
    pub office: IntroducedOffice,
    /// Why, the strongest reason first.
    pub reasons: Vec<IntroductionReason>,
}

/// An office by name.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct IntroducedOffice {
    /// Identity.
    pub id: Uuid,
    /// Name.
    pub name: String,
    /// Code of the system it stands under.
    pub system: String,
    /// Codes of its services.
    pub services: Vec<String>,
}

/// Why an office is on a list.
#[derive(Debug, Serialize, ToSchema)]
#[serde(tag = "code", rename_all = "snake_case")]
pub enum IntroductionReason {
    /// Both work with the same offices.
    SharedPartners {
        /// With how many.
        count: usize,
        /// At most three who could introduce.
        partners: Vec<IntroducedOffice>,
    },
    /// Offices of the same kind nearby work with it.
    UsualHere {
        /// How many.
        tied: usize,
        /// Of how many that offer a service this office offers, within five kilometres.
        of: usize,
    },
    /// How far it is.
    Distance {
        /// As the crow flies.
        metres: f64,
    },
    /// It offers what people this office serves need.
    NeededServices {
        /// Codes of the services.
        services: Vec<String>,
    },
    /// It said that it takes new clients.
    Accepting,
    /// It belongs to a system this office does not.
    OtherSystem {
        /// Codes of its systems.
        systems: Vec<String>,
    },
    /// Both lie in one area.
    SharedArea {
        /// Its name.
        area: String,
    },
    /// Both serve people of a kind.
    SharedClients {
        /// Codes of the kinds.
        clients: Vec<String>,
    },
    /// No way of two steps leads there.
    FarApart {
        /// Steps of the shortest way; `null` where none leads.
        steps: Option<u32>,
    },
    /// Its partners would come within two steps.
    OpensWay {
        /// How many.
        offices: usize,
    },
}

/// Whom a council should introduce to each other, or invite to one meeting.
#[derive(Debug, Serialize, ToSchema)]
pub struct IntroductionPlan {
    /// `introductions`, `meeting`.
    pub form: String,
    /// `mean_distance`, `sole_intermediaries`.
    pub objective: String,
    /// The value as things stand: mean steps between offices of the two systems, or pairs that hang on one office.
    pub before: f64,
    /// Steps, each the best at its turn; ends early where nothing more is gained.
    pub steps: Vec<PlanStep>,
    /// Offices looked at.
    pub offices: usize,
}

/// One step of a plan.
#[derive(Debug, Serialize, ToSchema)]
pub struct PlanStep {
    /// Two offices to introduce, or who joins the meeting.
    pub offices: Vec<IntroducedOffice>,
    /// By how much the value falls.
    pub gain: f64,
    /// The value after it.
    pub value: f64,
}
