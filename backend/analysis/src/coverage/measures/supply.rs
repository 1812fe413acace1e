//! How much there is: offices, offices and places per 1,000 people of the group the service is for.

use super::{Definition, Unit};

pub(super) const OFFICES: Definition = Definition {
    code: "offices",
    ja: "事業所数",
    en: "Offices",
    unit: Unit::Offices,
    more_is_better: true,
    definition_ja: "その地域に所在する事業所の数です。廃止された事業所は数えません。",
    definition_en: "Offices that stand in the area and are still listed.",
    source: "地域包括ケア「見える化」システム(厚生労働省)の事業所数と同じ数え方",
};

pub(super) const OFFICES_PER_1000: Definition = Definition {
    code: "offices_per_1000",
    ja: "人口千人あたりの事業所数",
    en: "Offices per 1,000 people",
    unit: Unit::OfficesPer1000,
    more_is_better: true,
    definition_ja: "その地域に所在する事業所の数を、対象となる年齢の人口千人あたりにしたものです。隣の地域の事業所は数えません。",
    definition_en: "Offices that stand in the area per 1,000 of its people of the age group. Offices across the border are not counted.",
    source: "地域包括ケア「見える化」システム(厚生労働省)の人口あたり事業所数と同じ考え方",
};

pub(super) const CAPACITY_PER_1000: Definition = Definition {
    code: "capacity_per_1000",
    ja: "人口千人あたりの定員",
    en: "Places per 1,000 people",
    unit: Unit::PlacesPer1000,
    more_is_better: true,
    definition_ja: "定員を公表している事業所の定員の合計を、対象となる年齢の人口千人あたりにしたものです。定員を公表していない事業所は含みません。",
    definition_en: "Places of the offices that state how many they have, per 1,000 of the area's people of the age group. Offices that state none are left out.",
    source: "地域包括ケア「見える化」システム(厚生労働省)の要介護者あたり定員にならい、分母を人口としたもの",
};

/// An amount per 1,000 people; nothing where nobody lives.
pub fn per_1000(amount: f64, people: f64) -> Option<f64> {
    (people > 0.0).then(|| amount * 1_000.0 / people)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_rate_needs_people() {
        assert_eq!(per_1000(3.0, 1_500.0), Some(2.0));
        assert_eq!(per_1000(0.0, 1_500.0), Some(0.0));
        assert_eq!(per_1000(3.0, 0.0), None);
    }
}
