//! Service types of all systems, read from `data/taxonomy/services.csv`.

use crate::system::System;
use serde::{Deserialize, Serialize};
use std::{collections::HashMap, sync::LazyLock};

/// A service type: its row in `data/taxonomy/services.csv`. Fits one bit of a 128-bit mask.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct ServiceType(u8);

/// What the taxonomy says of one service type.
#[derive(Debug, Clone)]
pub struct Definition {
    /// `care-430`, `disability-52`, `health-hospital`.
    pub code: String,
    /// The system it belongs to.
    pub system: System,
    /// Official Japanese name.
    pub ja: String,
    /// Short Japanese name for lists and the map.
    pub short_ja: String,
    /// English name.
    pub en: String,
    /// Spellings of the service column of official files that mean it.
    pub official: Vec<String>,
}

static DEFINITIONS: LazyLock<Vec<Definition>> =
    LazyLock::new(|| read(include_str!("../../../data/taxonomy/services.csv")));

static CODES: LazyLock<HashMap<&'static str, ServiceType>> = LazyLock::new(|| {
    ServiceType::all().map(|service| (service.definition().code.as_str(), service)).collect()
});

/// Service types by the spellings of their names. Asked for every row of every file, hence a map; it holds each
/// spelling as it is written too, so that the usual row needs no folding.
static SPELLINGS: LazyLock<HashMap<String, Vec<ServiceType>>> = LazyLock::new(|| {
    let mut folded: HashMap<String, Vec<ServiceType>> = HashMap::new();
    for service in ServiceType::all() {
        for spelling in service.definition().spellings() {
            let services = folded.entry(column_form(spelling)).or_default();
            if !services.contains(&service) {
                services.push(service);
            }
        }
    }
    let written: Vec<(String, Vec<ServiceType>)> = ServiceType::all()
        .flat_map(|service| service.definition().spellings())
        .map(|spelling| (spelling.to_owned(), folded[&column_form(spelling)].clone()))
        .collect();
    folded.extend(written);
    folded
});

fn read(csv: &str) -> Vec<Definition> {
    csv.lines().skip(1).filter_map(definition).collect()
}

/// One row: `code,system,ja,short_ja,en,official`, the last a list with `|` between. No value holds a comma;
/// a test holds every row to that.
fn definition(line: &str) -> Option<Definition> {
    let [code, system, ja, short_ja, en, official] = line.split(',').collect::<Vec<_>>().try_into().ok()?;
    Some(Definition {
        code: code.to_owned(),
        system: System::from_code(system)?,
        ja: ja.to_owned(),
        short_ja: short_ja.to_owned(),
        en: en.to_owned(),
        official: official.split('|').filter(|s| !s.is_empty()).map(str::to_owned).collect(),
    })
}

/// Folded spelling of a service column. Brackets count for nothing: the official file closes some of them with the
/// wrong width and forgets others.
fn column_form(name: &str) -> String {
    crate::fold::text(name).replace(['(', ')'], "")
}

impl Definition {
    fn spellings(&self) -> impl Iterator<Item = &str> {
        std::iter::once(self.ja.as_str()).chain(self.official.iter().map(String::as_str))
    }
}

impl ServiceType {
    /// Every service type in the order of the file.
    pub fn all() -> impl Iterator<Item = Self> {
        (0..DEFINITIONS.len()).map(|index| Self(index as u8))
    }

    /// The type with this code.
    pub fn from_code(code: &str) -> Option<Self> {
        CODES.get(code).copied()
    }

    /// The type the service column of a file of this system means; spelling is folded before it is compared.
    /// Names shared by two systems (居宅介護 …) are why the system is asked; where several of the systems have the
    /// name, the first of the taxonomy is meant. 介護予防◯◯ is ◯◯ for people with lighter needs, given by the same
    /// office, and counts as ◯◯ where it has no row of its own.
    pub fn from_official(system: &[System], name: &str) -> Option<Self> {
        let of_system = |services: &Vec<Self>| {
            services.iter().copied().find(|service| system.contains(&service.system()))
        };
        if let Some(service) = SPELLINGS.get(name).and_then(of_system) {
            return Some(service);
        }
        let form = column_form(name);
        SPELLINGS.get(&form).and_then(of_system).or_else(|| {
            let main = form.strip_prefix("介護予防").filter(|_| system.contains(&System::Care))?;
            SPELLINGS.get(main)?.iter().copied().find(|service| service.system() == System::Care)
        })
    }

    /// What the taxonomy says of it.
    pub fn definition(self) -> &'static Definition {
        &DEFINITIONS[usize::from(self.0)]
    }

    /// Its system.
    pub fn system(self) -> System {
        self.definition().system
    }

    /// Its row, below 128.
    pub fn index(self) -> u8 {
        self.0
    }

    /// The type with this row.
    pub fn from_index(index: u8) -> Option<Self> {
        (usize::from(index) < DEFINITIONS.len()).then_some(Self(index))
    }
}

impl TryFrom<String> for ServiceType {
    type Error = String;
    fn try_from(code: String) -> Result<Self, Self::Error> {
        Self::from_code(&code).ok_or_else(|| format!("unknown service type {code:?}"))
    }
}

impl From<ServiceType> for String {
    fn from(service: ServiceType) -> Self {
        service.definition().code.clone()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const FILE: &str = include_str!("../../../data/taxonomy/services.csv");

    #[test]
    fn every_row_is_complete_and_codes_and_names_are_unique() {
        assert_eq!(ServiceType::all().count(), FILE.lines().count() - 1, "no row was dropped on reading");
        assert!(ServiceType::all().count() <= 128, "service sets are 128-bit masks");
        assert_eq!(CODES.len(), ServiceType::all().count(), "codes are unique");
        let mut names = std::collections::HashSet::new();
        for d in DEFINITIONS.iter() {
            assert!(!d.ja.is_empty() && !d.short_ja.is_empty() && !d.en.is_empty(), "{}", d.code);
            assert!(d.short_ja.chars().count() <= 8, "{} is too long for a filter list", d.short_ja);
            assert!(d.code.starts_with(d.system.code()), "{} begins with its system", d.code);
            assert!(names.insert(d.short_ja.as_str()), "{} names two services", d.short_ja);
        }
    }

    #[test]
    fn rows_stand_together_by_system_in_the_order_of_the_systems() {
        let systems: Vec<System> = ServiceType::all().map(ServiceType::system).collect();
        assert!(systems.is_sorted());
    }

    #[test]
    fn a_code_and_an_index_come_back_as_the_same_service() {
        for service in ServiceType::all() {
            assert_eq!(ServiceType::from_code(&service.definition().code), Some(service));
            assert_eq!(ServiceType::from_index(service.index()), Some(service));
        }
        assert_eq!(ServiceType::from_code("care-999"), None);
        assert_eq!(ServiceType::from_index(255), None);
    }

    #[test]
    fn every_spelling_finds_its_own_row_within_its_system() {
        for service in ServiceType::all() {
            for spelling in service.definition().spellings() {
                assert_eq!(
                    ServiceType::from_official(&[service.system()], spelling),
                    Some(service),
                    "{spelling}"
                );
            }
        }
    }

    #[test]
    fn spellings_of_municipal_files_and_preventive_services_are_known() {
        let code = |name| Some(ServiceType::from_official(&System::ALL, name)?.definition().code.as_str());
        assert_eq!(code("訪問介護（ホームヘルプ）"), Some("care-110"));
        assert_eq!(code("訪問介護(ﾎｰﾑﾍﾙﾌﾟ)"), Some("care-110"));
        assert_eq!(code("介護予防訪問看護"), Some("care-130"));
        assert_eq!(code("介護予防支援"), Some("care-prevention"));
        assert_eq!(code("就労継続支援(A型)"), Some("disability-45"));
        assert_eq!(code("短期入所"), Some("disability-24"));
        assert_eq!(code("配食"), None);
        assert_eq!(ServiceType::from_official(&[System::Disability], "居宅介護支援"), None);
    }
}
