//! 制度. The legal system a service belongs to, and sets of systems.

use serde::{Deserialize, Serialize};

/// 制度: the law or circle a service belongs to (DOMAIN, Words).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum System {
    /// 介護保険.
    Care,
    /// 障害福祉.
    Disability,
    /// 児童.
    Child,
    /// 保健・医療.
    Health,
    /// 行政.
    Municipal,
    /// 地域.
    Community,
}

impl System {
    /// Every system, in the order legends and filters show them.
    pub const ALL: [Self; 6] =
        [Self::Care, Self::Disability, Self::Child, Self::Health, Self::Municipal, Self::Community];

    /// The identifier used in the API and in files.
    pub fn code(self) -> &'static str {
        match self {
            Self::Care => "care",
            Self::Disability => "disability",
            Self::Child => "child",
            Self::Health => "health",
            Self::Municipal => "municipal",
            Self::Community => "community",
        }
    }

    /// The system with this identifier.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|system| system.code() == code)
    }
}

/// A set of systems, one bit each in the order of [`System::ALL`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(transparent)]
pub struct SystemSet(pub u8);

impl SystemSet {
    /// Adds a system.
    pub fn insert(&mut self, system: System) {
        self.0 |= 1 << system as u8;
    }

    /// Whether the system is in the set.
    pub fn contains(self, system: System) -> bool {
        self.0 & (1 << system as u8) != 0
    }

    /// Whether the set holds 介護保険 and one of 障害福祉 and 児童: the office stands in both worlds.
    pub fn bridges_care_and_disability(self) -> bool {
        self.contains(System::Care) && (self.contains(System::Disability) || self.contains(System::Child))
    }

    /// The systems of the set, in the order of [`System::ALL`].
    pub fn iter(self) -> impl Iterator<Item = System> {
        System::ALL.into_iter().filter(move |system| self.contains(*system))
    }
}

impl FromIterator<System> for SystemSet {
    fn from_iter<I: IntoIterator<Item = System>>(systems: I) -> Self {
        let mut set = Self::default();
        for system in systems {
            set.insert(system);
        }
        set
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_comes_back_as_the_same_system() {
        for system in System::ALL {
            assert_eq!(System::from_code(system.code()), Some(system));
        }
        assert_eq!(System::from_code("kaigo"), None);
    }

    #[test]
    fn a_set_holds_what_was_put_in_and_no_more() {
        let set: SystemSet = [System::Community, System::Care].into_iter().collect();
        assert_eq!(set.iter().collect::<Vec<_>>(), [System::Care, System::Community]);
        assert_eq!(set.0, 0b10_0001);
    }

    #[test]
    fn care_bridges_to_disability_and_to_child_but_not_alone() {
        let bridges =
            |systems: &[System]| systems.iter().copied().collect::<SystemSet>().bridges_care_and_disability();
        assert!(bridges(&[System::Care, System::Disability]) && bridges(&[System::Care, System::Child]));
        assert!(!bridges(&[System::Care]) && !bridges(&[System::Disability, System::Child]));
        assert!(!bridges(&[System::Care, System::Health]));
    }
}
