//! The words of either profession for the same thing, read from `data/synonyms/`.
//!
//! `services.csv` gives everyday words the service types they name; `words.csv` gives groups of words that are
//! searched for each other. Official, short and English names come from the taxonomy.

use crate::{fold, taxonomy::ServiceType};
use std::{collections::HashMap, sync::LazyLock};

/// What a word of a query stands for.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Meaning {
    /// The service types it names (ケアマネ → 居宅介護支援; デイ → 通所介護, 地域密着型通所介護, 生活介護).
    pub services: Vec<ServiceType>,
    /// Other words that mean the same, to be searched as text (ALS → 筋萎縮性側索硬化症).
    pub words: Vec<String>,
}

/// Everyday words with the services they name, in the order of the file.
static SERVICE_WORDS: LazyLock<Vec<(&'static str, Vec<ServiceType>)>> = LazyLock::new(|| {
    include_str!("../../../data/synonyms/services.csv")
        .lines()
        .skip(1)
        .filter_map(|line| line.split_once(','))
        .map(|(word, codes)| (word, codes.split('|').filter_map(ServiceType::from_code).collect()))
        .collect()
});

/// Groups of words that mean the same in a search.
static GROUPS: LazyLock<Vec<Vec<&'static str>>> = LazyLock::new(|| {
    include_str!("../../../data/synonyms/words.csv")
        .lines()
        .filter(|line| !line.starts_with('#'))
        .map(|line| line.split(',').collect())
        .collect()
});

static MEANINGS: LazyLock<HashMap<String, Meaning>> = LazyLock::new(|| {
    let mut meanings: HashMap<String, Meaning> = HashMap::new();
    let mut names = |word: &str, service: ServiceType| {
        let services = &mut meanings.entry(fold::text(word)).or_default().services;
        if !services.contains(&service) {
            services.push(service);
        }
    };
    for (word, services) in SERVICE_WORDS.iter() {
        for service in services {
            names(word, *service);
        }
    }
    for service in ServiceType::all() {
        let definition = service.definition();
        for name in
            [&definition.ja, &definition.short_ja, &definition.en].into_iter().chain(&definition.official)
        {
            names(name, service);
        }
    }
    for group in GROUPS.iter() {
        for word in group {
            let words = &mut meanings.entry(fold::text(word)).or_default().words;
            let others = group.iter().filter(|other| *other != word).map(|other| (*other).to_owned());
            for other in others {
                if !words.contains(&other) {
                    words.push(other);
                }
            }
        }
    }
    meanings
});

static WORDS: LazyLock<Vec<Vec<String>>> = LazyLock::new(|| {
    ServiceType::all()
        .map(|service| {
            let definition = service.definition();
            let mut words = vec![definition.ja.clone(), definition.short_ja.clone()];
            words.extend(definition.official.iter().cloned());
            words.extend(
                SERVICE_WORDS
                    .iter()
                    .filter(|(_, services)| services.contains(&service))
                    .map(|(word, _)| (*word).to_owned()),
            );
            let mut seen = std::collections::HashSet::new();
            words.retain(|word| seen.insert(fold::text(word)));
            words
        })
        .collect()
});

/// What a folded word ([`crate::fold::text`]) stands for, `None` when it is no special word.
///
/// 指定 in front and 事業所, 事業者, 事業 or さん behind a word for a service change nothing: 指定居宅介護支援事業者,
/// ケアマネさん.
pub fn meaning(folded: &str) -> Option<Meaning> {
    if let Some(meaning) = MEANINGS.get(folded) {
        return Some(meaning.clone());
    }
    let mut word = folded;
    for tail in ["さん", "事業所", "事業者", "事業"] {
        word = word.strip_suffix(tail).unwrap_or(word);
    }
    let meaning = MEANINGS.get(word).or_else(|| MEANINGS.get(word.strip_prefix("指定")?))?;
    (!meaning.services.is_empty()).then(|| meaning.clone())
}

/// Every Japanese name and everyday word for a service type, to be indexed with the offices that deliver it; each
/// once, spelled as in the files.
pub fn words_of(service: ServiceType) -> &'static [String] {
    WORDS.get(usize::from(service.index())).map_or(&[], Vec::as_slice)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn codes(word: &str) -> Vec<&'static str> {
        let meaning = meaning(&fold::text(word)).unwrap_or_default();
        meaning.services.iter().map(|service| service.definition().code.as_str()).collect()
    }

    #[test]
    fn every_row_of_the_files_is_read_whole() {
        let file = include_str!("../../../data/synonyms/services.csv");
        assert_eq!(SERVICE_WORDS.len(), file.lines().count() - 1);
        let mut seen = std::collections::HashSet::new();
        for line in file.lines().skip(1) {
            let (word, codes) = line.split_once(',').unwrap();
            assert!(!word.is_empty() && !codes.is_empty(), "{line}");
            assert!(seen.insert(fold::text(word)), "{word} stands twice");
            for code in codes.split('|') {
                assert!(ServiceType::from_code(code).is_some(), "{line}: {code} is no service");
            }
        }
        for group in GROUPS.iter() {
            assert!(group.len() > 1 && group.iter().all(|word| !word.is_empty()), "{group:?}");
        }
    }

    #[test]
    fn every_word_leads_to_its_services_and_back() {
        for (word, services) in SERVICE_WORDS.iter() {
            let found = meaning(&fold::text(word)).unwrap().services;
            for service in services {
                assert!(found.contains(service), "{word} → {}", service.definition().code);
                let form = fold::text(word);
                assert!(words_of(*service).iter().any(|w| fold::text(w) == form), "{word} is indexed");
            }
        }
    }

    #[test]
    fn every_name_of_the_taxonomy_leads_to_its_service_and_back() {
        for service in ServiceType::all() {
            let definition = service.definition();
            for name in [&definition.ja, &definition.short_ja].into_iter().chain(&definition.official) {
                assert!(meaning(&fold::text(name)).unwrap().services.contains(&service), "{name}");
                let form = fold::text(name);
                assert!(words_of(service).iter().any(|w| fold::text(w) == form), "{name} is indexed");
            }
            assert!(meaning(&fold::text(&definition.en)).unwrap().services.contains(&service));
        }
    }

    #[test]
    fn every_word_of_a_group_leads_to_every_other() {
        for group in GROUPS.iter() {
            for word in group {
                let words = meaning(&fold::text(word)).unwrap().words;
                for other in group.iter().filter(|other| *other != word) {
                    assert!(words.iter().any(|w| w == other), "{word} → {other}");
                }
            }
        }
    }

    #[test]
    fn words_of_both_professions_are_known() {
        assert_eq!(codes("ケアマネ")[0], "care-430");
        assert_eq!(codes("計画相談"), ["disability-52"]);
        assert_eq!(codes("包括"), ["care-support-center"]);
        assert_eq!(codes("基幹"), ["disability-core"]);
        assert_eq!(codes("訪看"), ["care-130"]);
        assert_eq!(codes("居宅介護"), ["disability-11"]);
        assert_eq!(codes("居宅介護支援"), ["care-430"]);
        assert!(codes("デイ").contains(&"care-150") && codes("デイ").contains(&"disability-22"));
        assert!(codes("保健師").contains(&"health-center") && codes("保健師").contains(&"municipal-health"));
        assert!(meaning("als").unwrap().words.contains(&"筋萎縮性側索硬化症".to_owned()));
        assert!(meaning("でたらめ").is_none());
    }

    #[test]
    fn legal_frames_around_a_word_change_nothing() {
        for word in
            ["指定居宅介護支援事業者", "居宅介護支援事業所", "ｹｱﾏﾈさん", "ケアマネ事業所", "指定居宅介護支援"]
        {
            assert_eq!(codes(word)[0], "care-430", "{word}");
        }
        assert_eq!(codes("居宅介護事業所"), ["disability-11"]);
        assert!(meaning("事業所").is_none());
        assert!(meaning("指定").is_none());
    }

    #[test]
    fn the_sixteen_diseases_and_their_short_forms_are_known() {
        let pairs = [
            ("ALS", "筋萎縮性側索硬化症"),
            ("PSP", "進行性核上性麻痺"),
            ("CBD", "大脳皮質基底核変性症"),
            ("PD", "パーキンソン病"),
            ("SCD", "脊髄小脳変性症"),
            ("MSA", "多系統萎縮症"),
            ("OPLL", "後縦靱帯骨化症"),
            ("RA", "関節リウマチ"),
            ("COPD", "慢性閉塞性肺疾患"),
            ("末期がん", "がん"),
            ("骨粗しょう症", "骨折を伴う骨粗鬆症"),
            ("若年性認知症", "初老期における認知症"),
            ("脊柱管狭窄症", "広範脊柱管狭窄症"),
            ("ウェルナー症候群", "早老症"),
            ("糖尿病性腎症", "糖尿病性神経障害"),
            ("脳卒中", "脳血管疾患"),
            ("ASO", "閉塞性動脈硬化症"),
            ("変形性膝関節症", "変形性関節症"),
        ];
        for (typed, official) in pairs {
            assert!(meaning(&fold::text(typed)).unwrap().words.contains(&official.to_owned()), "{typed}");
            assert!(meaning(&fold::text(official)).unwrap().words.contains(&typed.to_owned()), "{official}");
        }
    }
}
