//! What a new survey says until its keeper says it otherwise.

use hoshizu_catalog::survey::{Asked, Design, Selection};

/// Rows of a sheet unless a keeper says otherwise: two pages of paper, five minutes.
const ROSTER_SIZE: u16 = 60;

const INTRODUCTION: &str = "この調査は、地域の介護・障害福祉・医療・保健・行政の関係機関が、だれとつながっているかを\
たがいに知り、これからの連携に役立てるためのものです。名簿のうち、この12か月に一つの事例で一緒に動いたことのある機関に☆を\
つけてください。1〜2分で終わる方もいます。";

const CONSENT: &str = "・回答は、回答した事業所、相手の事業所、調査担当だけが読みます。両方が☆をつけたつながりは、地域の専門職と協議会にも示します。\n\
・片方だけの☆は、件数としてだけ集計します（3件未満は示しません）。\n\
・事業所の評価や指導には使いません。\n\
・利用者に関する情報は書かないでください。\n\
・回答はいつでも取り下げられます。";

/// The design a keeper starts from.
pub fn usual(area: &str, area_name: &str) -> Design {
    Design {
        title: format!("{area_name} 連携の☆調査"),
        area: area.to_owned(),
        respondents: Selection::usual_respondents(),
        roster: Selection::usual_roster(),
        roster_size: ROSTER_SIZE,
        asked: Asked::default(),
        introduction: INTRODUCTION.to_owned(),
        consent: CONSENT.to_owned(),
        contact: String::new(),
    }
}
