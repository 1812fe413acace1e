//! What coverage needs to know of each service type: whom it is for, how far people go for it, how much of it the
//! country has. Read from `data/coverage/services.csv` and `data/coverage/reach.csv`, each row with its reason.

use super::age::AgeGroup;
use hoshizu_catalog::taxonomy::ServiceType;
use std::{collections::HashMap, sync::LazyLock};

/// How far people go for a service.
#[derive(Debug, Clone, PartialEq)]
pub struct Reach {
    /// `desk`, `visit`, `day`, `stay`, `wide`, `near`.
    pub code: String,
    /// Catchment of the floating catchment methods, kilometres travelled.
    pub catchment_km: f64,
    /// Beyond this people are far from the service, kilometres travelled.
    pub far_km: f64,
    /// Why, in Japanese.
    pub reason: String,
}

/// What coverage knows of a service type.
#[derive(Debug, Clone, PartialEq)]
pub struct Profile {
    /// The people it is for.
    pub group: AgeGroup,
    /// How far they go for it.
    pub reach: &'static Reach,
    /// Offices per 1,000 of these people in all of Japan, rounded: the middle of the map's classes.
    pub per_1000: f64,
    /// Places an office usually has, where offices state them.
    pub places: Option<f64>,
    /// Why this group, in Japanese.
    pub reason: String,
}

static REACHES: LazyLock<Vec<Reach>> = LazyLock::new(|| {
    let rows = include_str!("../../../../data/coverage/reach.csv").lines().skip(1);
    rows.filter_map(|line| {
        let [code, catchment, far, reason] = line.split(',').collect::<Vec<_>>().try_into().ok()?;
        let (code, reason) = (code.to_owned(), reason.to_owned());
        Some(Reach { code, catchment_km: catchment.parse().ok()?, far_km: far.parse().ok()?, reason })
    })
    .collect()
});

static PROFILES: LazyLock<HashMap<ServiceType, Profile>> = LazyLock::new(|| {
    let rows = include_str!("../../../../data/coverage/services.csv").lines().skip(1);
    rows.filter_map(profile).collect()
});

/// For a type without a row, which a test rules out.
static UNKNOWN: LazyLock<Profile> = LazyLock::new(|| Profile {
    group: AgeGroup::All,
    reach: &REACHES[0],
    per_1000: 0.1,
    places: None,
    reason: String::new(),
});

/// One row: `code,group,reach,offices,places,reason`. No value holds a comma; a test holds every row to that.
fn profile(line: &str) -> Option<(ServiceType, Profile)> {
    let [code, group, reach, offices, places, reason] =
        line.split(',').collect::<Vec<_>>().try_into().ok()?;
    let group = AgeGroup::from_code(group)?;
    let profile = Profile {
        group,
        reach: REACHES.iter().find(|known| known.code == reach)?,
        per_1000: two_digits(offices.parse::<f64>().ok()? / thousands(group)),
        places: places.parse().ok(),
        reason: reason.to_owned(),
    };
    Some((ServiceType::from_code(code)?, profile))
}

/// People of a group in Japan, thousands: 総務省 人口推計, October 2024, rounded.
fn thousands(group: AgeGroup) -> f64 {
    match group {
        AgeGroup::All => 123_800.0,
        AgeGroup::Under18 => 17_300.0,
        AgeGroup::From18To64 => 70_300.0,
        AgeGroup::From65 => 36_200.0,
        AgeGroup::From75 => 20_800.0,
        AgeGroup::From85 => 6_700.0,
    }
}

/// Two digits are as many as a class break needs, and can be read.
fn two_digits(value: f64) -> f64 {
    let scale = 10_f64.powi(1 - value.log10().floor() as i32);
    (value * scale).round() / scale
}

impl Profile {
    /// The profile of a service type.
    pub fn of(service: ServiceType) -> &'static Self {
        PROFILES.get(&service).unwrap_or(&UNKNOWN)
    }
}

/// The longest catchment of any service, kilometres.
pub fn longest_catchment() -> f64 {
    REACHES.iter().map(|reach| reach.catchment_km).fold(0.0, f64::max)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_service_type_has_one_row_that_can_be_read() {
        let rows = include_str!("../../../../data/coverage/services.csv").lines().skip(1);
        for line in rows.clone() {
            assert!(profile(line).is_some(), "{line}");
        }
        let missing: Vec<&str> = ServiceType::all()
            .filter(|service| !PROFILES.contains_key(service))
            .map(|service| service.definition().code.as_str())
            .collect();
        assert_eq!(missing, [] as [&str; 0]);
        assert_eq!(rows.count(), PROFILES.len(), "a code stands twice");
    }

    #[test]
    fn a_level_keeps_two_digits() {
        for (value, kept) in [(1.008_3, 1.0), (0.052_7, 0.053), (12.34, 12.0), (0.1, 0.1)] {
            assert!((two_digits(value) - kept).abs() < 1e-12, "{value}");
        }
        assert!((Profile::of(ServiceType::from_code("care-430").unwrap()).per_1000 - 1.0).abs() < 1e-12);
    }

    #[test]
    fn people_are_far_only_inside_the_catchment_and_rates_are_above_zero() {
        for profile in PROFILES.values() {
            assert!(profile.per_1000 > 0.0 && profile.places.is_none_or(|places| places >= 1.0));
            assert!(profile.reach.far_km <= profile.reach.catchment_km && profile.reach.far_km > 0.0);
            assert!(!profile.reason.is_empty() && !profile.reach.reason.is_empty());
        }
    }

    #[test]
    fn children_s_services_count_children_and_care_counts_the_old() {
        let of = |code| Profile::of(ServiceType::from_code(code).unwrap());
        assert_eq!(of("care-430").group, AgeGroup::From65);
        assert_eq!(of("child-65").group, AgeGroup::Under18);
        assert_eq!(of("disability-52").group, AgeGroup::From18To64);
        assert_eq!(of("health-clinic").group, AgeGroup::All);
    }
}
