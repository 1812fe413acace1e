//! Age groups a service is for, and how they are counted from the bands a census or an insurer publishes.

use hoshizu_catalog::area::Population;

/// How many groups there are.
pub const GROUPS: usize = 6;

/// A group of people by age.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum AgeGroup {
    /// Everybody.
    All,
    /// 18歳未満.
    Under18,
    /// 18–64歳.
    From18To64,
    /// 65歳以上.
    From65,
    /// 75歳以上.
    From75,
    /// 85歳以上.
    From85,
}

impl AgeGroup {
    /// Every group, in the order of arrays by group.
    pub const ALL: [Self; GROUPS] =
        [Self::All, Self::Under18, Self::From18To64, Self::From65, Self::From75, Self::From85];

    /// The identifier used in the API and in `data/coverage/services.csv`.
    pub fn code(self) -> &'static str {
        match self {
            Self::All => "all",
            Self::Under18 => "0-17",
            Self::From18To64 => "18-64",
            Self::From65 => "65+",
            Self::From75 => "75+",
            Self::From85 => "85+",
        }
    }

    /// The group with this identifier.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|group| group.code() == code)
    }

    /// Its place in [`AgeGroup::ALL`].
    pub fn index(self) -> usize {
        self as usize
    }

    /// First age, and the age after the last, `None` when open.
    fn range(self) -> (u32, Option<u32>) {
        match self {
            Self::All => (0, None),
            Self::Under18 => (0, Some(18)),
            Self::From18To64 => (18, Some(65)),
            Self::From65 => (65, None),
            Self::From75 => (75, None),
            Self::From85 => (85, None),
        }
    }
}

/// Persons of a group in an area.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Counted {
    /// Persons; not whole where a band was cut.
    pub persons: f64,
    /// Year of the count.
    pub year: u32,
    /// Whether a band was cut, as if its ages were equally many.
    pub is_estimate: bool,
}

/// Persons of a group from the bands of one area, by the newest year whose bands make up the group; `None` where none
/// do. A band is cut only where it is short (ten years) or nearly all of it is meant (15–64 for 18–64).
pub fn count(group: AgeGroup, bands: &[Population]) -> Option<Counted> {
    let mut years: Vec<u32> = bands.iter().map(|band| band.year).collect();
    years.sort_unstable_by(|a, b| b.cmp(a));
    years.dedup();
    years.into_iter().find_map(|year| {
        let of_year: Vec<&Population> = bands.iter().filter(|band| band.year == year).collect();
        let (persons, is_estimate) = tile(group.range(), &of_year)?;
        Some(Counted { persons, year, is_estimate })
    })
}

/// Goes up the ages from band to band without gap or overlap, taking the longest band that fits each time, so that a
/// total is preferred to its parts.
fn tile((from, end): (u32, Option<u32>), bands: &[&Population]) -> Option<(f64, bool)> {
    let (mut age, mut persons, mut is_estimate) = (from, 0.0, false);
    while end.is_none_or(|end| age < end) {
        let fits = |band: &&&Population| {
            band.age_from == age && (end.is_none() || band.age_to.is_some_and(|to| Some(to) < end))
        };
        let length = |band: &Population| band.age_to.map_or(u32::MAX, |to| to + 1 - band.age_from);
        if let Some(band) = bands.iter().filter(fits).max_by_key(|band| length(band)) {
            persons += band.persons as f64;
            let Some(to) = band.age_to else { return Some((persons, is_estimate)) };
            age = to + 1;
            continue;
        }
        let (part, next) = cut(age, end, bands)?;
        persons += part;
        is_estimate = true;
        age = next;
    }
    Some((persons, is_estimate))
}

/// The part of a band from `age` on, as far as the group goes, and the age after it.
fn cut(age: u32, end: Option<u32>, bands: &[&Population]) -> Option<(f64, u32)> {
    bands
        .iter()
        .filter_map(|band| {
            let (from, after) = (band.age_from, band.age_to? + 1);
            let next = end.map_or(after, |end| after.min(end));
            if from > age || next <= age {
                return None;
            }
            let (whole, part) = (f64::from(after - from), f64::from(next - age));
            let may_be_cut = whole <= 10.0 || part / whole >= 0.9;
            may_be_cut.then(|| (band.persons as f64 * part / whole, next, after - from))
        })
        .min_by_key(|(_, _, length)| *length)
        .map(|(persons, next, _)| (persons, next))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn band(age_from: u32, age_to: Option<u32>, persons: u64, year: u32) -> Population {
        Population { area: "48201".to_owned(), age_from, age_to, persons, year }
    }

    fn persons(group: AgeGroup, bands: &[Population]) -> Option<f64> {
        count(group, bands).map(|counted| counted.persons)
    }

    #[test]
    fn bands_that_make_up_a_group_are_added() {
        let insured = [band(65, Some(74), 30, 2024), band(75, Some(84), 20, 2024), band(85, None, 10, 2024)];
        assert_eq!(persons(AgeGroup::From65, &insured), Some(60.0));
        assert_eq!(persons(AgeGroup::From75, &insured), Some(30.0));
        assert_eq!(persons(AgeGroup::From85, &insured), Some(10.0));
        assert_eq!(persons(AgeGroup::All, &insured), None, "nobody under 65 was counted");
        assert_eq!(persons(AgeGroup::Under18, &insured), None);
        assert!(!count(AgeGroup::From65, &insured).unwrap().is_estimate);
    }

    #[test]
    fn a_total_is_preferred_to_its_parts() {
        let bands = [band(65, None, 61, 2024), band(65, Some(74), 30, 2024), band(75, None, 30, 2024)];
        assert_eq!(persons(AgeGroup::From65, &bands), Some(61.0));
        let all = [band(0, None, 100, 2024), band(0, Some(64), 39, 2024), band(65, None, 60, 2024)];
        assert_eq!(persons(AgeGroup::All, &all), Some(100.0));
    }

    #[test]
    fn a_short_band_is_cut_and_a_long_one_only_when_nearly_all_of_it_is_meant() {
        let five: Vec<Population> = (0..20).map(|at| band(at * 5, Some(at * 5 + 4), 50, 2025)).collect();
        let young = count(AgeGroup::Under18, &five).unwrap();
        assert_eq!((young.persons, young.is_estimate), (150.0 + 30.0, true));
        assert_eq!(persons(AgeGroup::From18To64, &five), Some(20.0 + 9.0 * 50.0));
        let three = [band(0, Some(14), 20, 2025), band(15, Some(64), 100, 2025), band(65, None, 40, 2025)];
        assert_eq!(persons(AgeGroup::From18To64, &three), Some(94.0));
        assert_eq!(persons(AgeGroup::Under18, &three), None, "six hundredths of a band are a guess");
        assert_eq!(persons(AgeGroup::From75, &three), None);
    }

    #[test]
    fn an_open_band_is_not_cut_and_the_newest_year_that_serves_counts() {
        let bands = [band(65, None, 40, 2025), band(75, None, 15, 2020), band(65, None, 39, 2020)];
        assert_eq!(persons(AgeGroup::From65, &bands), Some(40.0));
        assert_eq!(count(AgeGroup::From75, &bands).map(|c| (c.persons, c.year)), Some((15.0, 2020)));
    }

    #[test]
    fn codes_come_back() {
        for (index, group) in AgeGroup::ALL.into_iter().enumerate() {
            assert_eq!((AgeGroup::from_code(group.code()), group.index()), (Some(group), index));
        }
        assert_eq!(AgeGroup::from_code("40+"), None);
    }
}
