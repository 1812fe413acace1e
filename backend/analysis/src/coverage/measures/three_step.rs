//! Three-step floating catchment area (3SFCA).

use super::{Definition, Unit, enhanced::thirds};
use crate::coverage::catchment::{Decay, Method};

pub(super) const THREE_STEP: Definition = Definition {
    code: "three_step",
    ja: "届きやすさ（3SFCA、選択あり）",
    en: "Reach (3SFCA, with choice)",
    unit: Unit::OfficesPer1000,
    more_is_better: true,
    definition_ja: "届く事業所が多い人は利用を分け合うと考え、E2SFCAで需要を大きく数えすぎるのを抑えたものです（重み0.962、0.704、0.377）。",
    definition_en: "People who reach many offices spread their demand over them, which mends the overcounting of E2SFCA (weights 0.962, 0.704, 0.377).",
    source: "Wan, Zou and Sternberg (2012), Int. J. Geographical Information Science 26(6), 1073–1089",
};

/// Weights of the three zones (Wan et al. 2012).
const WEIGHTS: [f64; 3] = [0.962, 0.704, 0.377];

/// 3SFCA: the weights 0.962, 0.704, 0.377 by thirds of the catchment, with choice; kilometres.
pub fn three_step(catchment: f64) -> Method {
    Method { decay: Decay::Steps(thirds(catchment, WEIGHTS)), choice: true }
}
