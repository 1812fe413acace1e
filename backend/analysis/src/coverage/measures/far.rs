//! Who lives too far from every office.

use super::{Definition, Unit};

pub(super) const FAR_SHARE: Definition = Definition {
    code: "far_share",
    ja: "遠くに住む人の割合",
    en: "People far from every office",
    unit: Unit::Share,
    more_is_better: false,
    definition_ja: "最寄りの事業所までの道のりが、サービスごとに定めた距離を超えるところに住む人の割合です。",
    definition_en: "Share of people whose way to the nearest office is longer than the distance set for the service.",
    source: "Population beyond a travel threshold: WHO AccessMod 5, Ray and Ebener (2008), Int. J. Health Geographics 7:63",
};

/// Share of people farther than `km` from every office, of (people, kilometres to the nearest); nothing without people.
pub fn far_share(km: f64, places: impl IntoIterator<Item = (f64, f64)>) -> Option<f64> {
    let (all, far) = places.into_iter().fold((0.0, 0.0), |(all, far), (people, nearest)| {
        (all + people, if nearest > km { far + people } else { far })
    });
    (all > 0.0).then(|| far / all)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn exactly_at_the_distance_is_not_far_and_no_office_is() {
        assert_eq!(far_share(5.0, [(30.0, 5.0), (10.0, 5.1)]), Some(0.25));
        assert_eq!(far_share(5.0, [(30.0, f64::INFINITY)]), Some(1.0));
        assert_eq!(far_share(5.0, [(0.0, 1.0)]), None);
    }
}
