//! 保健師窓口: which desk covers which topic, age and place, what it does and does not, and to whom it hands over.
//!
//! Topics come from `data/nurse_desk_defaults/topics.csv`; kinds of place follow the
//! department classes of 保健師活動領域調査.

use crate::{
    fold,
    id::{NurseDeskId, OfficeId},
};
use serde::{Deserialize, Serialize};
use std::{collections::HashMap, sync::LazyLock};

/// Oldest age anybody is asked for.
pub const OLDEST: u8 = 120;

/// A topic of public health nursing: its row in `topics.csv`. Fits one bit of a 32-bit mask.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Topic(u8);

/// What the file says of a topic.
#[derive(Debug, Clone)]
pub struct TopicDefinition {
    /// `intractable_disease`.
    pub code: &'static str,
    /// Japanese name.
    pub ja: &'static str,
    /// English name.
    pub en: &'static str,
    /// Other words people use for it.
    pub words: Vec<&'static str>,
}

static TOPICS: LazyLock<Vec<TopicDefinition>> = LazyLock::new(|| {
    include_str!("../../../data/nurse_desk_defaults/topics.csv")
        .lines()
        .skip(1)
        .filter_map(|line| {
            let [code, ja, en, words] = line.split(',').collect::<Vec<_>>().try_into().ok()?;
            let words = words.split('|').filter(|word| !word.is_empty()).collect();
            Some(TopicDefinition { code, ja, en, words })
        })
        .collect()
});

/// Topics by folded code, name and word; a word of two topics means the first.
static WORDS: LazyLock<HashMap<String, Topic>> = LazyLock::new(|| {
    let mut found = HashMap::new();
    for topic in Topic::all() {
        let definition = topic.definition();
        for word in [definition.code, definition.ja].into_iter().chain(definition.words.iter().copied()) {
            found.entry(fold::text(word)).or_insert(topic);
        }
    }
    found
});

impl Topic {
    /// Every topic in the order of the file.
    pub fn all() -> impl Iterator<Item = Self> {
        (0..TOPICS.len()).map(|index| Self(index as u8))
    }

    /// The topic with this code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::all().find(|topic| topic.definition().code == code)
    }

    /// The topic a word names: by code, name or one of the words people use.
    pub fn from_word(word: &str) -> Option<Self> {
        WORDS.get(&fold::text(word)).copied()
    }

    /// What the file says of it.
    pub fn definition(self) -> &'static TopicDefinition {
        &TOPICS[usize::from(self.0)]
    }

    /// Its bit.
    pub fn bit(self) -> u32 {
        1 << self.0
    }
}

impl TryFrom<String> for Topic {
    type Error = String;
    fn try_from(code: String) -> Result<Self, Self::Error> {
        Self::from_code(&code).ok_or_else(|| format!("unknown topic {code:?}"))
    }
}

impl From<Topic> for String {
    fn from(topic: Topic) -> Self {
        topic.definition().code.to_owned()
    }
}

macro_rules! coded {
    ($(#[$doc:meta])* $name:ident { $( $(#[$each:meta])* $variant:ident $code:literal $ja:literal; )+ }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
        #[serde(rename_all = "snake_case")]
        pub enum $name { $( $(#[$each])* $variant, )+ }

        impl $name {
            /// Every value, in the order lists show them.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The identifier used in the API and in the database.
            pub fn code(self) -> &'static str {
                match self { $(Self::$variant => $code,)+ }
            }

            /// The word used in files and on paper.
            pub fn ja(self) -> &'static str {
                match self { $(Self::$variant => $ja,)+ }
            }

            /// The value with this identifier or this word.
            pub fn parse(text: &str) -> Option<Self> {
                let folded = fold::text(text);
                Self::ALL.iter().copied().find(|v| v.code() == text || fold::text(v.ja()) == folded)
            }
        }
    };
}

coded! {
    /// Where a nurse is placed.
    Placement {
        /// 保健所, of a prefecture or of a city.
        HealthCenter "health_center" "保健所";
        /// 市町村保健センター.
        MunicipalHealth "municipal_health" "市町村保健センター";
        /// こども家庭センター.
        ChildFamily "child_family" "こども家庭センター";
        /// 地域包括支援センター.
        SupportCenter "support_center" "地域包括支援センター";
        /// 高齢・介護保険担当課.
        ElderlyDepartment "elderly_department" "高齢・介護保険担当課";
        /// 障害福祉担当課.
        DisabilityDepartment "disability_department" "障害福祉担当課";
        /// 児童相談所.
        ChildGuidance "child_guidance" "児童相談所";
        /// 精神保健福祉センター.
        MentalCenter "mental_center" "精神保健福祉センター";
        /// Any other department.
        Other "other" "その他の部署";
    }
}

coded! {
    /// How work is divided among nurses (健発0419第1号, 2013).
    Scheme {
        /// 地区担当制: one nurse for all topics of a district.
        District "district" "地区担当";
        /// 業務担当制: one nurse for a topic wherever it arises.
        Task "task" "業務担当";
    }
}

coded! {
    /// What a desk may do.
    Task {
        /// 相談.
        Advice "advice" "相談";
        /// 訪問.
        Visit "visit" "訪問";
        /// 申請受付.
        Application "application" "申請受付";
        /// 会議参加.
        Meeting "meeting" "会議参加";
        /// 医療調整.
        Medical "medical" "医療調整";
    }
}

/// A part of the country a desk covers: an area, or only some towns of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DeskArea {
    /// Code of the area.
    pub code: String,
    /// 町名 it is limited to; the whole area when empty. 「城下町」 means all its 丁目.
    #[serde(default)]
    pub towns: Vec<String>,
}

/// To whom a desk hands a person over, and when: at an age, or at an event, or both.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct HandOver {
    /// At this birthday.
    pub age: Option<u8>,
    /// At this event, in words.
    pub event: Option<String>,
    /// Name of the desk, as [`NurseDesk::name`] writes it where it is one of ours.
    pub to: String,
}

/// 保健師窓口: a desk of public health nurses, as entered by whoever keeps it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct NurseDesk {
    /// Identity.
    pub id: NurseDeskId,
    /// Code of the municipality or prefecture that keeps the entry; decides who may write it.
    pub owner: String,
    /// Name, unique within its owner (`健康づくり課 成人保健係`).
    pub name: String,
    /// Where the nurses are placed.
    pub placement: Placement,
    /// The office of the directory it belongs to.
    pub office: Option<OfficeId>,
    /// How work is divided.
    pub scheme: Scheme,
    /// What it is for; never empty.
    pub topics: Vec<Topic>,
    /// First year of age, 0 for everybody.
    pub age_from: u8,
    /// Last year of age inclusive, `None` when open.
    pub age_to: Option<u8>,
    /// Where; never empty.
    pub areas: Vec<DeskArea>,
    /// What it does.
    pub does: Vec<Task>,
    /// What it does not do, in words, so that nobody is sent in vain.
    pub does_not: Option<String>,
    /// Telephone.
    pub phone: Option<String>,
    /// FAX.
    pub fax: Option<String>,
    /// Hours in words.
    pub hours: Option<String>,
    /// To whom it hands over.
    pub hands_over: Vec<HandOver>,
    /// Who said so (`健康づくり課 回答`).
    pub source: String,
    /// The day it was last checked, `YYYY-MM-DD`.
    pub checked_on: Option<String>,
}

/// What is wrong with a desk: field and reason, both stable codes.
pub type Fault = (&'static str, &'static str);

/// Longest text of a field, characters.
const LONGEST: usize = 400;

impl NurseDesk {
    /// The bits of its topics.
    pub fn topic_bits(&self) -> u32 {
        self.topics.iter().fold(0, |bits, topic| bits | topic.bit())
    }

    /// Whether somebody of this age belongs here.
    pub fn takes_age(&self, age: u8) -> bool {
        age >= self.age_from && self.age_to.is_none_or(|to| age <= to)
    }

    /// Everything that bars it from being stored; empty when it is sound.
    pub fn faults(&self) -> Vec<Fault> {
        let mut found = Vec::new();
        let mut hold = |holds: bool, field, reason| {
            if !holds {
                found.push((field, reason));
            }
        };
        hold(!self.name.trim().is_empty(), "name", "missing");
        hold(!self.owner.is_empty(), "owner", "missing");
        hold(!self.topics.is_empty(), "topics", "missing");
        hold(!self.areas.is_empty(), "areas", "missing");
        hold(self.areas.len() <= 200, "areas", "too_many");
        hold(self.areas.iter().map(|area| area.towns.len()).sum::<usize>() <= 2_000, "towns", "too_many");
        hold(self.age_from <= OLDEST && self.age_to.is_none_or(|to| to <= OLDEST), "age", "out_of_range");
        hold(self.age_to.is_none_or(|to| self.age_from <= to), "age", "reversed");
        hold(self.checked_on.as_deref().is_none_or(is_day), "checked_on", "not_a_day");
        hold(
            self.hands_over.iter().all(|over| over.age.is_some() || over.event.is_some()),
            "hands_over",
            "when_missing",
        );
        hold(self.hands_over.iter().all(|over| !over.to.trim().is_empty()), "hands_over", "to_missing");
        hold(self.hands_over.len() <= 20, "hands_over", "too_many");
        let texts = [Some(&self.name), Some(&self.source), self.does_not.as_ref(), self.hours.as_ref()];
        let lines = [self.phone.as_ref(), self.fax.as_ref()];
        let short = |text: &&String| text.chars().count() <= LONGEST;
        hold(texts.iter().chain(&lines).flatten().all(short), "text", "too_long");
        found
    }
}

fn is_day(text: &str) -> bool {
    let format = time::macros::format_description!("[year]-[month]-[day]");
    time::Date::parse(text, format).is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use uuid::Uuid;

    fn desk() -> NurseDesk {
        NurseDesk {
            id: NurseDeskId(Uuid::from_u128(1)),
            owner: "48202".into(),
            name: "健康づくり課".into(),
            placement: Placement::MunicipalHealth,
            office: None,
            scheme: Scheme::District,
            topics: Topic::all().take(1).collect(),
            age_from: 0,
            age_to: Some(17),
            areas: vec![DeskArea { code: "48202".into(), towns: Vec::new() }],
            does: vec![Task::Advice],
            does_not: None,
            phone: None,
            fax: None,
            hours: None,
            hands_over: Vec::new(),
            source: String::new(),
            checked_on: None,
        }
    }

    #[test]
    fn every_topic_is_complete_and_there_are_twenty() {
        let file = include_str!("../../../data/nurse_desk_defaults/topics.csv");
        assert_eq!((Topic::all().count(), file.lines().count()), (20, 21), "no row was dropped on reading");
        for topic in Topic::all() {
            let definition = topic.definition();
            assert!(!definition.ja.is_empty() && !definition.en.is_empty(), "{}", definition.code);
            assert_eq!(Topic::from_word(definition.ja), Some(topic), "{}", definition.ja);
            assert_eq!(Topic::from_code(definition.code), Some(topic));
        }
    }

    #[test]
    fn people_find_a_topic_by_the_words_they_use() {
        for (word, code) in [
            ("難病", "intractable_disease"),
            ("ひきこもり", "hikikomori"),
            ("産後うつ", "maternity"),
            ("認知症", "dementia"),
            ("結核", "infection"),
            ("tb", "infection"),
            ("ヤングケアラー", "young_carer"),
        ] {
            assert_eq!(Topic::from_word(word).map(|topic| topic.definition().code), Some(code), "{word}");
        }
        assert_eq!(Topic::from_word("まほう"), None);
    }

    #[test]
    fn a_desk_that_says_too_little_or_nonsense_is_named_by_field() {
        assert_eq!(desk().faults(), []);
        let mut odd = desk();
        (odd.age_from, odd.topics, odd.checked_on) = (40, Vec::new(), Some("2026-13-01".into()));
        odd.hands_over = vec![HandOver { age: None, event: None, to: "保健所".into() }];
        let expected = [
            ("topics", "missing"),
            ("age", "reversed"),
            ("checked_on", "not_a_day"),
            ("hands_over", "when_missing"),
        ];
        assert_eq!(odd.faults(), expected);
    }

    #[test]
    fn words_of_files_are_understood_in_any_width() {
        assert_eq!(Scheme::parse("地区担当"), Some(Scheme::District));
        assert_eq!(Task::parse("申請受付"), Some(Task::Application));
        assert_eq!(Placement::parse("health_center"), Some(Placement::HealthCenter));
        assert_eq!(Placement::parse("高齢･介護保険担当課"), Some(Placement::ElderlyDepartment));
        assert_eq!(Scheme::parse("気分"), None);
    }
}
