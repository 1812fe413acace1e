//! Which service a row means.

use hoshizu_catalog::{system::System, taxonomy::ServiceType};
use std::{collections::HashMap, sync::Mutex};

/// The type an official service column means, remembered: a file holds few different values, and comparing one with
/// every spelling of the taxonomy costs 0.2 ms.
#[derive(Debug, Default)]
pub(crate) struct Services {
    known: Mutex<HashMap<String, Option<ServiceType>>>,
}

impl Services {
    /// The type a value of the service column means.
    pub fn official(&self, systems: &[System], value: &str) -> Option<ServiceType> {
        let value = value.trim();
        let mut known = self.known.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        if let Some(found) = known.get(value) {
            return *found;
        }
        let found = of_official(systems, value);
        // A garbage file must not make this grow without end.
        if known.len() < 10_000 {
            known.insert(value.to_owned(), found);
        }
        found
    }

    /// Every type a cell names: `訪問リハビリテーション; 訪問看護`. Empty when one of them is not known.
    pub fn several(&self, systems: &[System], value: &str) -> Vec<ServiceType> {
        if let Some(one) = self.official(systems, value) {
            return vec![one];
        }
        let mut found = Vec::new();
        for part in
            value.split([';', '；', '、', ',', '，', '\n', '/', '／', '|']).filter(|p| !p.trim().is_empty())
        {
            match self.official(systems, part) {
                Some(service) if found.contains(&service) => {}
                Some(service) => found.push(service),
                None => return Vec::new(),
            }
        }
        found
    }
}

/// The type a value means, in these systems.
pub(crate) fn of_official(systems: &[System], value: &str) -> Option<ServiceType> {
    if value.trim().is_empty() { None } else { ServiceType::from_official(systems, value.trim()) }
}

/// Words in a name or a kind that tell the service where no column states one; the first that is found wins.
const WORDS: &[(&str, &str)] = &[
    ("地域包括支援センター", "care-support-center"),
    ("基幹相談支援センター", "disability-core"),
    ("居宅介護支援", "care-430"),
    ("ケアプラン", "care-430"),
    ("児童相談所", "municipal-child-guidance"),
    ("こども家庭センター", "municipal-child-family"),
    ("福祉事務所", "municipal-welfare-office"),
    ("精神保健福祉センター", "health-mental"),
    ("保健福祉センター", "municipal-health"),
    ("保健センター", "municipal-health"),
    ("福祉保健所", "health-center"),
    ("保健所", "health-center"),
    ("社会福祉協議会", "community-council"),
    ("社協", "community-council"),
    ("自立相談支援", "community-livelihood"),
    ("ハローワーク", "community-employment"),
    ("公共職業安定所", "community-employment"),
    ("訪問看護", "care-130"),
    ("特別支援学校", "child-special-school"),
    ("認定こども園", "child-kodomoen"),
    ("こども園", "child-kodomoen"),
    ("保育", "child-nursery"),
    ("幼稚園", "child-kindergarten"),
    ("児童館", "child-hall"),
    ("児童クラブ", "child-club"),
    ("学童", "child-club"),
    ("子育て支援", "child-support-center"),
    ("小学校", "child-school"),
    ("中学校", "child-school"),
    ("高等学校", "child-school"),
    ("薬局", "health-pharmacy"),
    ("歯科", "health-dental"),
    ("病院", "health-hospital"),
    ("診療所", "health-clinic"),
    ("クリニック", "health-clinic"),
    ("医院", "health-clinic"),
    ("市役所", "municipal-desk"),
    ("区役所", "municipal-desk"),
    ("町役場", "municipal-desk"),
    ("村役場", "municipal-desk"),
];

/// The type words of a kind or a name tell.
pub(crate) fn by_words(texts: &[&str]) -> Option<ServiceType> {
    texts.iter().find_map(|text| {
        WORDS.iter().find(|(word, _)| text.contains(word)).and_then(|(_, code)| ServiceType::from_code(code))
    })
}
