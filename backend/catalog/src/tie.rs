//! つながり: what one office says of another, and how.
//!
//! A report is one side's ☆. Kinds, closeness and frequency are told apart and never added up: frequency and quality of a
//! tie hardly correlate (DOMAIN, Practice).

use crate::id::OfficeId;
use serde::{Deserialize, Serialize};

/// What two offices do together (DOMAIN S5).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum TieKind {
    /// 計画の交換.
    PlanExchange,
    /// 情報提供.
    Information,
    /// 会議.
    Conference,
    /// 同行訪問.
    JointVisit,
    /// 紹介・引継ぎ.
    Referral,
    /// 研修.
    Training,
}

impl TieKind {
    /// Every kind, in the order sheets show them; their numbers on paper are 1 to 6.
    pub const ALL: [Self; 6] = [
        Self::PlanExchange,
        Self::Information,
        Self::Conference,
        Self::JointVisit,
        Self::Referral,
        Self::Training,
    ];

    /// The identifier used in the API and in files.
    pub fn code(self) -> &'static str {
        match self {
            Self::PlanExchange => "plan_exchange",
            Self::Information => "information",
            Self::Conference => "conference",
            Self::JointVisit => "joint_visit",
            Self::Referral => "referral",
            Self::Training => "training",
        }
    }

    /// Its name on sheets and in files for people.
    pub fn ja(self) -> &'static str {
        match self {
            Self::PlanExchange => "計画の交換",
            Self::Information => "情報提供",
            Self::Conference => "会議",
            Self::JointVisit => "同行訪問",
            Self::Referral => "紹介・引継ぎ",
            Self::Training => "研修",
        }
    }

    /// The kind with this identifier.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.code() == code)
    }
}

/// A set of kinds, one bit each in the order of [`TieKind::ALL`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(from = "Vec<TieKind>", into = "Vec<TieKind>")]
pub struct TieKinds(u8);

impl TieKinds {
    /// The bits.
    pub fn bits(self) -> u8 {
        self.0
    }

    /// The set with these bits; those that mean nothing are dropped.
    pub fn from_bits(bits: u8) -> Self {
        Self(bits & 0b11_1111)
    }

    /// Whether the kind is in the set.
    pub fn contains(self, kind: TieKind) -> bool {
        self.0 & (1 << kind as u8) != 0
    }

    /// The kinds in their order.
    pub fn iter(self) -> impl Iterator<Item = TieKind> {
        TieKind::ALL.into_iter().filter(move |kind| self.contains(*kind))
    }

    /// What either set holds.
    #[must_use]
    pub fn union(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}

impl FromIterator<TieKind> for TieKinds {
    fn from_iter<I: IntoIterator<Item = TieKind>>(kinds: I) -> Self {
        Self(kinds.into_iter().fold(0, |bits, kind| bits | 1 << kind as u8))
    }
}

impl From<Vec<TieKind>> for TieKinds {
    fn from(kinds: Vec<TieKind>) -> Self {
        kinds.into_iter().collect()
    }
}

impl From<TieKinds> for Vec<TieKind> {
    fn from(kinds: TieKinds) -> Self {
        kinds.iter().collect()
    }
}

/// 顔の見える関係 in three stages (森田ほか 2012): ① name and face, ② way of thinking, ③ trust in working together.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "u8", into = "u8")]
pub struct Closeness(u8);

impl Closeness {
    /// The stage with this number, 1 to 3.
    pub fn new(stage: u8) -> Option<Self> {
        (1..=3).contains(&stage).then_some(Self(stage))
    }

    /// Its number.
    pub fn stage(self) -> u8 {
        self.0
    }
}

impl TryFrom<u8> for Closeness {
    type Error = String;
    fn try_from(stage: u8) -> Result<Self, Self::Error> {
        Self::new(stage).ok_or_else(|| format!("closeness is 1, 2 or 3, not {stage}"))
    }
}

impl From<Closeness> for u8 {
    fn from(closeness: Closeness) -> Self {
        closeness.0
    }
}

/// How many cases together in the last twelve months.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Frequency {
    /// Once or twice a year.
    #[serde(rename = "1-2")]
    OneToTwo,
    /// Three to five times.
    #[serde(rename = "3-5")]
    ThreeToFive,
    /// Six to eleven times.
    #[serde(rename = "6-11")]
    SixToEleven,
    /// Monthly or more often.
    #[serde(rename = "12+")]
    Monthly,
}

impl Frequency {
    /// Every band, the seldom ones first; their letters on paper are a to d.
    pub const ALL: [Self; 4] = [Self::OneToTwo, Self::ThreeToFive, Self::SixToEleven, Self::Monthly];

    /// The identifier used in the API and in files.
    pub fn code(self) -> &'static str {
        match self {
            Self::OneToTwo => "1-2",
            Self::ThreeToFive => "3-5",
            Self::SixToEleven => "6-11",
            Self::Monthly => "12+",
        }
    }

    /// Its name on sheets and in files for people.
    pub fn ja(self) -> &'static str {
        match self {
            Self::OneToTwo => "年1〜2回",
            Self::ThreeToFive => "年3〜5回",
            Self::SixToEleven => "年6〜11回",
            Self::Monthly => "月1回以上",
        }
    }

    /// The band with this identifier.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|band| band.code() == code)
    }
}

/// ☆: what an office says of a partner it has worked on a case with in the last twelve months.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Hash, Serialize, Deserialize)]
pub struct Star {
    /// What they do together; empty where it was not told.
    #[serde(default)]
    pub kinds: TieKinds,
    /// How well they know each other.
    #[serde(default)]
    pub closeness: Option<Closeness>,
    /// How often.
    #[serde(default)]
    pub frequency: Option<Frequency>,
}

/// 片方の申告: a ☆ with who set it beside whom.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Report {
    /// Who says it.
    pub reporter: OfficeId,
    /// Of whom.
    pub partner: OfficeId,
    /// What.
    pub star: Star,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_those_of_serde() {
        for kind in TieKind::ALL {
            assert_eq!(serde_json::to_string(&kind).unwrap(), format!("\"{}\"", kind.code()));
            assert_eq!(TieKind::from_code(kind.code()), Some(kind));
        }
        for band in Frequency::ALL {
            assert_eq!(serde_json::to_string(&band).unwrap(), format!("\"{}\"", band.code()));
            assert_eq!(Frequency::from_code(band.code()), Some(band));
        }
    }

    #[test]
    fn a_set_of_kinds_comes_back_from_its_bits_and_its_list() {
        let kinds: TieKinds = [TieKind::Training, TieKind::Conference].into_iter().collect();
        assert_eq!(TieKinds::from_bits(kinds.bits()), kinds);
        assert_eq!(Vec::from(kinds), [TieKind::Conference, TieKind::Training]);
        assert_eq!(TieKinds::from_bits(0xff).iter().count(), 6);
    }

    #[test]
    fn a_closeness_beyond_three_is_refused() {
        assert!(serde_json::from_str::<Closeness>("4").is_err() && Closeness::new(0).is_none());
        let star: Star =
            serde_json::from_str(r#"{"kinds":["referral"],"closeness":3,"frequency":"12+"}"#).unwrap();
        assert_eq!((star.closeness.unwrap().stage(), star.frequency), (3, Some(Frequency::Monthly)));
    }
}
