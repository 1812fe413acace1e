//! Where a topic usually lies, for places that have entered no desk: `data/nurse_desk_defaults/defaults.csv`.
//!
//! Every municipality differs: an answer from here is always shown as 「一般的な担当（未確認）」.

use hoshizu_catalog::nurse::{OLDEST, Placement, Topic};
use std::sync::LazyLock;

/// One row of the file.
#[derive(Debug, Clone)]
pub struct Default {
    /// What it is about.
    pub topic: Topic,
    /// First year of age.
    pub age_from: u8,
    /// Last year of age inclusive, `None` when open.
    pub age_to: Option<u8>,
    /// Where the nurses usually are.
    pub placement: Placement,
    /// The law it follows from.
    pub law: &'static str,
    /// Why, one sentence.
    pub reason_ja: &'static str,
    /// Why, one sentence in English.
    pub reason_en: &'static str,
}

static DEFAULTS: LazyLock<Vec<Default>> = LazyLock::new(|| {
    include_str!("../../../../data/nurse_desk_defaults/defaults.csv")
        .lines()
        .skip(1)
        .filter_map(row)
        .collect()
});

fn row(line: &'static str) -> Option<Default> {
    let [topic, from, to, placement, law, reason_ja, reason_en] =
        line.split(',').collect::<Vec<_>>().try_into().ok()?;
    Some(Default {
        topic: Topic::from_code(topic)?,
        age_from: from.parse().ok()?,
        age_to: if to.is_empty() { None } else { Some(to.parse().ok()?) },
        placement: Placement::parse(placement)?,
        law,
        reason_ja,
        reason_en,
    })
}

/// Every row in the order of the file.
pub fn all() -> &'static [Default] {
    &DEFAULTS
}

/// Where a topic usually lies at an age; at any age without one.
pub fn of(topic: Topic, age: Option<u8>) -> Vec<&'static Default> {
    let fits = |row: &&Default| {
        row.topic == topic && age.is_none_or(|age| age >= row.age_from && age <= row.age_to.unwrap_or(OLDEST))
    };
    DEFAULTS.iter().filter(fits).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_is_read_and_every_topic_has_one() {
        let file = include_str!("../../../../data/nurse_desk_defaults/defaults.csv");
        assert_eq!(all().len(), file.lines().count() - 1, "no row was dropped on reading");
        for topic in Topic::all() {
            assert!(!of(topic, None).is_empty(), "{}", topic.definition().code);
        }
        for row in all() {
            assert!(row.reason_ja.ends_with('。') && row.reason_en.ends_with('.') && !row.law.is_empty());
        }
    }

    #[test]
    fn the_table_of_the_field_is_kept() {
        let placed = |topic: &str, age| -> Vec<&str> {
            of(Topic::from_code(topic).unwrap(), age).iter().map(|row| row.placement.code()).collect()
        };
        assert_eq!(placed("intractable_disease", Some(50)), ["health_center"]);
        assert_eq!(placed("young_carer", Some(10)), ["child_family"]);
        assert_eq!(placed("young_carer", Some(18)), [""; 0], "nobody's by default: say so");
        assert_eq!(placed("dementia", Some(70)), ["support_center"]);
        assert_eq!(placed("addiction", None), ["mental_center", "health_center"]);
    }
}
