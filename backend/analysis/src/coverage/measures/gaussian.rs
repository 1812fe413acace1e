//! Two-step floating catchment area with Gaussian weights.

use super::{Definition, Unit};
use crate::coverage::catchment::{Decay, Method};

pub(super) const GAUSSIAN: Definition = Definition {
    code: "gaussian",
    ja: "届きやすさ（ガウス型2SFCA）",
    en: "Reach (Gaussian 2SFCA)",
    unit: Unit::OfficesPer1000,
    more_is_better: true,
    definition_ja: "2SFCAの重みを、距離とともになめらかに小さくしたものです（ガウス関数、標準偏差は圏域の3分の1）。",
    definition_en: "2SFCA with weights that fall smoothly with distance: a Gaussian whose standard deviation is a third of the catchment.",
    source: "Dai (2010), Health & Place 16(5), 1038–1052; weights as in PySAL access (Saxon et al. 2022)",
};

/// Gaussian 2SFCA: exp(−d²/2σ²) with σ a third of the catchment, 0 beyond it; kilometres.
pub fn gaussian(catchment: f64) -> Method {
    Method { decay: Decay::Gaussian { sigma: catchment / 3.0, limit: catchment }, choice: false }
}
