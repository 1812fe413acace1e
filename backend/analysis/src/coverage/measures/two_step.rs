//! Two-step floating catchment area (2SFCA).

use super::{Definition, Unit};
use crate::coverage::catchment::{Decay, Method};

pub(super) const TWO_STEP: Definition = Definition {
    code: "two_step",
    ja: "届きやすさ（2SFCA）",
    en: "Reach (2SFCA)",
    unit: Unit::OfficesPer1000,
    more_is_better: true,
    definition_ja: "事業所ごとに、圏内の人口千人あたりの数を求め、各地点から圏内で届く分を足し合わせます。境界の外の事業所も、そこを使う外の人も数えます。圏内はどこも同じ重みです。",
    definition_en: "Each office is shared by all people of its catchment; a point adds up the shares of the offices it reaches, borders or not. Within the catchment distance does not matter.",
    source: "Luo and Wang (2003), Environment and Planning B 30(6), 865–884",
};

/// 2SFCA: weight 1 within the catchment, 0 beyond; kilometres.
pub fn two_step(catchment: f64) -> Method {
    Method { decay: Decay::Steps(vec![(catchment, 1.0)]), choice: false }
}
