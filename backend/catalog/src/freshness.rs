//! How far a statement may still be trusted, from the day it was checked.
//!
//! Each kind of field has a shelf life in days: `data/freshness/shelf_lives.csv`, changed by an installation. A check
//! is fresh for the first half of the shelf life, fades in the second, and is stale after it. Of what nobody has
//! checked nothing is known, however new the file it came from.

use crate::day::Day;
use serde::{Deserialize, Serialize};
use std::sync::LazyLock;

/// Kinds of fields that are checked together.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Group {
    /// Name, address, telephone, services.
    Basics,
    /// 連携担当者.
    Contacts,
    /// 特長.
    Strengths,
    /// 受入可否.
    Availability,
    /// Days and hours.
    Hours,
    /// 通常の事業の実施地域.
    ServiceAreas,
    /// Remarks and the picture of the entrance.
    Remarks,
}

impl Group {
    /// Every group, in the order of the page.
    pub const ALL: [Self; 7] = [
        Self::Basics,
        Self::Contacts,
        Self::Strengths,
        Self::Availability,
        Self::Hours,
        Self::ServiceAreas,
        Self::Remarks,
    ];

    /// The identifier used in the API and in the database.
    pub fn code(self) -> &'static str {
        match self {
            Self::Basics => "basics",
            Self::Contacts => "contacts",
            Self::Strengths => "strengths",
            Self::Availability => "availability",
            Self::Hours => "hours",
            Self::ServiceAreas => "service_areas",
            Self::Remarks => "remarks",
        }
    }

    /// The group with this identifier.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|group| group.code() == code)
    }
}

/// Days for which a check holds, by group.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ShelfLives([u32; Group::ALL.len()]);

/// Longest shelf life that can be set, days: ten years.
pub const LONGEST: u32 = 3_650;

static STANDARD: LazyLock<ShelfLives> = LazyLock::new(|| {
    let mut lives = ShelfLives([365; Group::ALL.len()]);
    for line in include_str!("../../../data/freshness/shelf_lives.csv").lines().skip(1) {
        let mut cells = line.split(',');
        let (group, days) = (cells.next().and_then(Group::from_code), cells.next());
        if let (Some(group), Some(Ok(days))) = (group, days.map(str::parse)) {
            lives.set(group, days);
        }
    }
    lives
});

impl Default for ShelfLives {
    /// Those of the file.
    fn default() -> Self {
        STANDARD.clone()
    }
}

impl ShelfLives {
    /// Shelf life of a group, days.
    pub fn days(&self, group: Group) -> u32 {
        self.0[group as usize]
    }

    /// Sets it; below one day or above [`LONGEST`] changes nothing and answers `false`.
    pub fn set(&mut self, group: Group, days: u32) -> bool {
        let fits = (1..=LONGEST).contains(&days);
        if fits {
            self.0[group as usize] = days;
        }
        fits
    }
}

/// How far something can be trusted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Class {
    /// In the first half of its shelf life.
    Fresh,
    /// In the second half.
    Fading,
    /// Past it.
    Stale,
    /// Never checked.
    Unknown,
}

impl Class {
    /// The identifier used in the API.
    pub fn code(self) -> &'static str {
        match self {
            Self::Fresh => "fresh",
            Self::Fading => "fading",
            Self::Stale => "stale",
            Self::Unknown => "unknown",
        }
    }
}

/// The freshness of one statement on one day.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Freshness {
    /// Days since it was checked.
    pub age_days: Option<i64>,
    /// Age as a share of the shelf life; 1 is its end.
    pub share: Option<f64>,
    /// In words.
    pub class: Class,
    /// The day from which it is to be checked again.
    pub due_on: Option<Day>,
}

/// The freshness of what was checked on a day, by today and a shelf life in days. A check dated after today (a clock
/// set wrong) counts as of today.
pub fn freshness(checked: Option<Day>, today: Day, shelf_life: u32) -> Freshness {
    let Some(checked) = checked else {
        return Freshness { age_days: None, share: None, class: Class::Unknown, due_on: None };
    };
    let life = shelf_life.max(1);
    let age = today.days_since(checked).max(0);
    let share = age as f64 / f64::from(life);
    let class = match share {
        share if share <= 0.5 => Class::Fresh,
        share if share <= 1.0 => Class::Fading,
        _ => Class::Stale,
    };
    let due_on = checked.plus(life.cast_signed().saturating_add(1));
    Freshness { age_days: Some(age), share: Some(share), class, due_on: Some(due_on) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn day(text: &str) -> Day {
        Day::parse(text).unwrap()
    }

    #[test]
    fn the_file_gives_every_group_a_shelf_life() {
        let file = include_str!("../../../data/freshness/shelf_lives.csv");
        let groups: Vec<&str> = file.lines().skip(1).filter_map(|line| line.split(',').next()).collect();
        assert_eq!(groups, Group::ALL.map(Group::code));
        let lives = ShelfLives::default();
        assert_eq!((lives.days(Group::Availability), lives.days(Group::Basics)), (60, 365));
    }

    #[test]
    fn availability_fades_after_thirty_days_and_is_stale_after_sixty() {
        let class = |today| freshness(Some(day("2026-04-01")), day(today), 60).class;
        assert_eq!(class("2026-05-01"), Class::Fresh, "day 30");
        assert_eq!(class("2026-05-02"), Class::Fading, "day 31");
        assert_eq!(class("2026-05-31"), Class::Fading, "day 60");
        assert_eq!(class("2026-06-01"), Class::Stale, "day 61");
        assert_eq!(freshness(None, day("2026-06-01"), 60).class, Class::Unknown);
    }

    #[test]
    fn a_shelf_life_that_makes_no_sense_is_not_set() {
        let mut lives = ShelfLives::default();
        assert!(!lives.set(Group::Basics, 0) && !lives.set(Group::Basics, LONGEST + 1));
        assert_eq!(lives, ShelfLives::default());
        assert!(lives.set(Group::Basics, 30));
        assert_eq!(lives.days(Group::Basics), 30);
    }

    proptest! {
        #[test]
        fn nothing_becomes_fresher_by_waiting(checked in -40_000_i32..90_000, wait in 0_i32..40_000, more in 0_i32..40_000, life in 0_u32..5_000) {
            let checked = Day::from_number(checked);
            let (sooner, later) = (
                freshness(Some(checked), checked.plus(wait), life),
                freshness(Some(checked), checked.plus(wait + more), life),
            );
            prop_assert!(sooner.share <= later.share && sooner.class <= later.class);
            prop_assert!(sooner.age_days <= later.age_days);
        }

        #[test]
        fn what_is_due_is_stale_and_what_is_stale_is_due(checked in -40_000_i32..90_000, wait in -100_i32..9_000, life in 1_u32..4_000) {
            let (checked, today) = (Day::from_number(checked), Day::from_number(checked + wait));
            let found = freshness(Some(checked), today, life);
            prop_assert_eq!(found.class == Class::Stale, found.due_on.is_some_and(|due| due <= today));
        }

        #[test]
        fn no_number_breaks_it(checked in any::<i32>(), today in any::<i32>(), life in any::<u32>()) {
            let found = freshness(Some(Day::from_number(checked)), Day::from_number(today), life);
            prop_assert!(found.share.is_some_and(|share| share >= 0.0));
        }
    }
}
