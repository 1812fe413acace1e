//! Enhanced two-step floating catchment area (E2SFCA).

use super::{Definition, Unit};
use crate::coverage::catchment::{Decay, Method};

pub(super) const ENHANCED: Definition = Definition {
    code: "enhanced",
    ja: "届きやすさ（E2SFCA、3段階）",
    en: "Reach (E2SFCA, three zones)",
    unit: Unit::OfficesPer1000,
    more_is_better: true,
    definition_ja: "2SFCAに、圏域を3つに分けた重み（近い1、中ほど0.68、遠い0.22）をつけたものです。近い事業所ほど大きく数えます。",
    definition_en: "2SFCA with the weights 1, 0.68 and 0.22 in the three thirds of the catchment: nearer offices count more.",
    source: "Luo and Qi (2009), Health & Place 15(4), 1100–1107",
};

/// Weights of the three zones (Luo and Qi 2009, slow decay).
const WEIGHTS: [f64; 3] = [1.0, 0.68, 0.22];

/// E2SFCA: the weights 1, 0.68, 0.22 by thirds of the catchment; kilometres.
pub fn enhanced(catchment: f64) -> Method {
    Method { decay: Decay::Steps(thirds(catchment, WEIGHTS)), choice: false }
}

/// Three steps of equal width with these weights.
pub(super) fn thirds(catchment: f64, weights: [f64; 3]) -> Vec<(f64, f64)> {
    vec![(catchment / 3.0, weights[0]), (catchment * 2.0 / 3.0, weights[1]), (catchment, weights[2])]
}
