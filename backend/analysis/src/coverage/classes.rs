//! Five classes of a map, with breaks that are the same for every area and every year, so that two maps can be laid
//! side by side. Zero and "no data" are no classes: they are drawn apart.
//!
//! Rates and reach are classed around the rounded national level of the service (`data/coverage/services.csv`): below
//! half of it, to four fifths, to five quarters, to twice, above. Ways and shares have round breaks of their own. A
//! figure on a break belongs to the upper class.

use super::{
    measures::{Measure, Unit},
    profile::Profile,
};

/// The four breaks between five classes, rising.
pub type Breaks = [f64; 4];

/// What the national level is multiplied by.
const AROUND: Breaks = [0.5, 0.8, 1.25, 2.0];
/// Kilometres: on foot, a short ride, across town, to another town.
const WAYS: Breaks = [1.0, 2.0, 5.0, 10.0];
/// Shares of people.
const SHARES: Breaks = [0.1, 0.25, 0.5, 0.75];

/// Where a figure falls.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Class {
    /// There is no figure.
    NoData,
    /// Nothing at all.
    Zero,
    /// 1 (lowest figures) to 5.
    Five(u8),
}

impl Class {
    /// The identifier used in the API: `no_data`, `zero`, `1` … `5`.
    pub fn code(self) -> &'static str {
        match self {
            Self::NoData => "no_data",
            Self::Zero => "zero",
            Self::Five(1) => "1",
            Self::Five(2) => "2",
            Self::Five(3) => "3",
            Self::Five(4) => "4",
            Self::Five(_) => "5",
        }
    }
}

/// The breaks of a measure for a service; none for counts, which are drawn as circles, and for places where the service
/// states none.
pub fn breaks(measure: Measure, profile: &Profile) -> Option<Breaks> {
    match measure.definition().unit {
        Unit::Offices => None,
        Unit::OfficesPer1000 => Some(AROUND.map(|part| part * profile.per_1000)),
        Unit::PlacesPer1000 => {
            profile.places.map(|places| AROUND.map(|part| part * profile.per_1000 * places))
        }
        Unit::Kilometres => Some(WAYS),
        Unit::Share => Some(SHARES),
    }
}

/// The class of a figure.
pub fn class(value: Option<f64>, breaks: Option<&Breaks>) -> Class {
    match (value, breaks) {
        (None, _) => Class::NoData,
        (Some(value), _) if value <= 0.0 => Class::Zero,
        (Some(_), None) => Class::Five(3),
        (Some(value), Some(breaks)) => {
            Class::Five(breaks.iter().filter(|from| value >= **from).count() as u8 + 1)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn zero_and_no_data_are_no_classes_and_a_break_belongs_to_the_upper_class() {
        let breaks = [1.0, 2.0, 5.0, 10.0];
        let codes = [None, Some(0.0), Some(0.3), Some(1.0), Some(4.9), Some(5.0), Some(70.0)]
            .map(|value| class(value, Some(&breaks)).code());
        assert_eq!(codes, ["no_data", "zero", "1", "2", "3", "4", "5"]);
    }

    #[test]
    fn the_national_level_lies_in_the_middle_class_and_breaks_rise() {
        for service in hoshizu_catalog::taxonomy::ServiceType::all() {
            let profile = Profile::of(service);
            for measure in Measure::ALL {
                let Some(breaks) = breaks(measure, profile) else { continue };
                assert!(breaks.is_sorted_by(|a, b| a < b) && breaks[0] > 0.0);
                if measure == Measure::TwoStep {
                    assert_eq!(class(Some(profile.per_1000), Some(&breaks)), Class::Five(3));
                }
            }
        }
    }
}
