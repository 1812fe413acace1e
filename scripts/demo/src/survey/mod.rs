//! Two waves of a ☆調査 in 宵宮市, in the folder format a wave is exported in (decision 71): `wave.json`, `sheets.csv`,
//! `reports.csv`. Offices are named by 事業所番号, and by name and municipality where they have none: our ids differ from
//! installation to installation.

mod actors;
mod answers;
mod truth;

use crate::{output::Made, random::Random};
use answers::Answers;
use hoshizu_catalog::{
    day::Day,
    survey::{Asked, Design, Selection},
};
use serde::Serialize;
use truth::Field;

pub use actors::{Actor, Role, Side};
pub use truth::{TRAINED, Truth};

/// The area that asks: 宵宮市 with its wards.
const AREA: &str = "48100";
/// Offices a sheet shows.
const ROSTER: u16 = 60;

/// A wave as its three files.
pub struct Wave {
    /// Name of its folder.
    pub folder: String,
    /// `wave.json`.
    pub head: String,
    /// `sheets.csv`.
    pub sheets: String,
    /// `reports.csv`.
    pub reports: String,
}

#[derive(Serialize)]
struct Head<'a> {
    format: &'static str,
    survey: &'a Design,
    wave: u32,
    opens_on: Day,
    closes_on: Day,
}

fn design() -> Design {
    Design {
        title: "宵宮市 介護と障害のつながり調査".to_owned(),
        area: AREA.to_owned(),
        respondents: Selection::usual_respondents(),
        roster: Selection::usual_roster(),
        roster_size: ROSTER,
        asked: Asked::default(),
        introduction: "介護と障害福祉の事業所、市の窓口が、日ごろ誰と一緒に支援しているかをお尋ねします。\
                       この1年に同じ方の支援で一緒に動いた所に☆を付けてください。5分ほどで終わります。"
            .to_owned(),
        consent: "回答は、地域のつながりを知り、研修や会議を考えるために使います。事業所の評価には使いません。\
                  双方が☆を付けたつながりは、市内の回答した事業所が見られます。片方だけの☆は、その二者と調査の担当者だけが見ます。\
                  利用者の情報は書かないでください。回答はいつでも取り下げられます。"
            .to_owned(),
        contact: "宵宮市福祉政策課（架空の窓口です）".to_owned(),
    }
}

/// Both waves.
pub fn waves(made: &Made) -> Vec<Wave> {
    let seed = made.prefecture.seed;
    let actors = actors::all(made);
    let mut random = Random::new(seed, "survey");
    let field = Field::new(&actors, &mut random);
    let first = field.ties(&mut random);
    let second = field.a_year_later(&first, &mut random);
    let mut answers = Answers::new(&field, &mut random);
    [(1, &first, "2024-10-01", "2024-10-31"), (2, &second, "2025-10-01", "2025-10-31")]
        .into_iter()
        .filter_map(|(number, ties, from, to)| {
            let (opens_on, closes_on) = (Day::parse(from)?, Day::parse(to)?);
            answers.ask(number, (opens_on, closes_on), &mut random);
            let head =
                Head { format: "hoshizu-wave-1", survey: &design(), wave: number, opens_on, closes_on };
            Some(Wave {
                folder: format!("survey/wave_{number}"),
                head: format!("{}\n", serde_json::to_string_pretty(&head).unwrap_or_default()),
                sheets: answers.sheets(),
                reports: answers.reports(ties, &mut random),
            })
        })
        .collect()
}
