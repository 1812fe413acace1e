//! The measures: one file each, with what it is, in which unit, and who defined it.

mod enhanced;
mod far;
mod gaussian;
mod nearest;
mod supply;
mod three_step;
mod two_step;

pub use enhanced::enhanced;
pub use far::far_share;
pub use gaussian::gaussian;
pub(super) use nearest::first;
pub use nearest::{Nearest, RANKS, nearest};
pub use supply::per_1000;
pub use three_step::three_step;
pub use two_step::two_step;

/// A figure of an area and a service type.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Measure {
    /// Offices.
    Offices,
    /// Offices per 1,000 people.
    OfficesPer1000,
    /// Places per 1,000 people.
    CapacityPer1000,
    /// Way to the nearest office.
    Nearest,
    /// Way to the second nearest.
    Second,
    /// Way to the third nearest.
    Third,
    /// Share of people farther than a stated distance from every office.
    FarShare,
    /// 2SFCA.
    TwoStep,
    /// E2SFCA.
    Enhanced,
    /// 2SFCA with Gaussian weights.
    Gaussian,
    /// 3SFCA.
    ThreeStep,
}

/// What a figure is counted in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Unit {
    /// Offices.
    Offices,
    /// Offices per 1,000 people.
    OfficesPer1000,
    /// Places per 1,000 people.
    PlacesPer1000,
    /// Kilometres.
    Kilometres,
    /// Share of people, 0 to 1.
    Share,
}

/// What a measure is, for people.
#[derive(Debug, Clone, Copy)]
pub struct Definition {
    /// The identifier used in the API.
    pub code: &'static str,
    /// Japanese name.
    pub ja: &'static str,
    /// English name.
    pub en: &'static str,
    /// Unit.
    pub unit: Unit,
    /// Whether a larger figure means more at hand.
    pub more_is_better: bool,
    /// Definition in Japanese.
    pub definition_ja: &'static str,
    /// Definition in English.
    pub definition_en: &'static str,
    /// Paper or practice it comes from.
    pub source: &'static str,
}

impl Measure {
    /// Every measure, in the order of the page.
    pub const ALL: [Self; 11] = [
        Self::Offices,
        Self::OfficesPer1000,
        Self::CapacityPer1000,
        Self::Nearest,
        Self::Second,
        Self::Third,
        Self::FarShare,
        Self::TwoStep,
        Self::Enhanced,
        Self::Gaussian,
        Self::ThreeStep,
    ];

    /// What it is.
    pub fn definition(self) -> &'static Definition {
        match self {
            Self::Offices => &supply::OFFICES,
            Self::OfficesPer1000 => &supply::OFFICES_PER_1000,
            Self::CapacityPer1000 => &supply::CAPACITY_PER_1000,
            Self::Nearest => &nearest::NEAREST,
            Self::Second => &nearest::SECOND,
            Self::Third => &nearest::THIRD,
            Self::FarShare => &far::FAR_SHARE,
            Self::TwoStep => &two_step::TWO_STEP,
            Self::Enhanced => &enhanced::ENHANCED,
            Self::Gaussian => &gaussian::GAUSSIAN,
            Self::ThreeStep => &three_step::THREE_STEP,
        }
    }

    /// The identifier used in the API.
    pub fn code(self) -> &'static str {
        self.definition().code
    }

    /// The measure with this identifier.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|measure| measure.code() == code)
    }

    /// Its place in [`Measure::ALL`].
    pub fn index(self) -> usize {
        self as usize
    }
}

impl Unit {
    /// The identifier used in the API.
    pub fn code(self) -> &'static str {
        match self {
            Self::Offices => "offices",
            Self::OfficesPer1000 => "offices_per_1000",
            Self::PlacesPer1000 => "places_per_1000",
            Self::Kilometres => "km",
            Self::Share => "share",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_measure_says_what_it_is_and_where_it_comes_from() {
        for (index, measure) in Measure::ALL.into_iter().enumerate() {
            let definition = measure.definition();
            assert_eq!((Measure::from_code(definition.code), measure.index()), (Some(measure), index));
            for text in [definition.ja, definition.en, definition.definition_ja, definition.definition_en] {
                assert!(!text.is_empty(), "{}", definition.code);
            }
            assert!(definition.source.len() > 10, "{}", definition.code);
        }
        assert_eq!(Measure::from_code("beauty"), None);
    }
}
