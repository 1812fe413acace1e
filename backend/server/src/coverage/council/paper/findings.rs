//! What stands out in the figures: a sentence of each kind, made from the numbers and telling what it rests on. A council
//! has time for three: one of each side first, and within a side by the people touched. What the figures do not carry is
//! said to be unknown.

mod nurse;

use super::words::{
    UNKNOWN, age, date, fact, number, people, percent, share_range, some_of, source_of, ways,
};
use crate::view::gaps::{GapCell, GapColumn, GapReport, GapRow, TieFiguresView};
use hoshizu_print::Fact;

/// Findings shown.
pub const SHOWN: usize = 3;
/// Below this response rate nothing is said of ties: the silent could change every figure.
const ANSWERED: f64 = 0.3;
/// With fewer offices asked than this, one of them turns every share.
const ASKED: u32 = 10;
/// Offices without a partner begin to be a finding at this share, counted in favour of the offices.
const APART: f64 = 0.1;
/// Services missing in one place that make the place a finding.
const HOLES: usize = 2;

/// What a finding is about; no two of a kind are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// Most people are far from a service.
    Far,
    /// Offices are there, and not connected.
    Apart,
    /// A part of the area lacks several services.
    Place,
    /// Topics of nurses nobody covers.
    Nurse,
    /// Seats nobody holds, roles nobody can take.
    Seat,
    /// Entries nobody has checked.
    Stale,
}

/// The sides a council looks from. Nobody has counted whom a forum or an unchecked entry touches, so counts of people alone
/// would never let them be heard.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Side {
    /// ある・届く.
    Reach,
    /// つながっている.
    Together,
    /// Who is in charge, and whether what is written is true.
    Charge,
}

impl Kind {
    fn side(self) -> Side {
        match self {
            Self::Far | Self::Place => Side::Reach,
            Self::Apart | Self::Seat => Side::Together,
            Self::Nurse | Self::Stale => Side::Charge,
        }
    }
}

/// A sentence, what it rests on, and what to ask about it.
#[derive(Debug, Clone, PartialEq)]
pub struct Finding {
    /// What it is about.
    pub kind: Kind,
    /// People it touches: those of the right age, times the share that goes without; 0 where nobody can say.
    pub people: f64,
    /// The sentence.
    pub words: String,
    /// n, date, source, uncertainty.
    pub basis: Vec<Fact>,
    /// What to discuss.
    pub question: String,
}

/// Findings of each kind: the first of each side, then the others, each part by the people touched.
pub fn findings(report: &GapReport) -> Vec<Finding> {
    let mut found: Vec<Finding> = [far, apart, place, nurse::nurse, seat, stale]
        .into_iter()
        .filter_map(|of_kind: fn(&GapReport) -> Option<Finding>| of_kind(report))
        .collect();
    found.sort_by(|a, b| b.people.total_cmp(&a.people).then(a.kind.cmp(&b.kind)));
    let mut sides: Vec<Side> = Vec::new();
    let (mut first, others): (Vec<Finding>, Vec<Finding>) = found.into_iter().partition(|finding| {
        let side = finding.kind.side();
        let is_first = !sides.contains(&side);
        sides.push(side);
        is_first
    });
    first.extend(others);
    first
}

/// What the figures do not allow to say.
pub fn silences(report: &GapReport, found: usize) -> Vec<String> {
    let ties = &report.ties[0];
    let mut said = Vec::new();
    if report.rows[0].population.is_none() {
        said.push("この地域の人口の数字がないため、どれだけの人に届いているかは言えません。");
    }
    if report.surveys.is_empty() {
        said.push("☆調査がまだ行われていないため、事業所どうしのつながりについては言えません。");
    } else if !speaks(ties) {
        said.push("☆調査の回答が少ないため、事業所どうしのつながりについては言えません。");
    }
    let forums = fields(report, &report.rows[0]).filter(|(column, _)| column.group == "forum");
    if forums.clone().count() > 0 && forums.clone().all(|(_, cell)| cell.state == "no_data") {
        said.push("協議会などの会議体の名簿が登録されていないため、席の空きについては言えません。");
    }
    if found < SHOWN {
        said.push(
            "ほかに、数字から言える大きな不足は見つかりませんでした。不足がないという意味ではありません。",
        );
    }
    said.into_iter().map(str::to_owned).collect()
}

/// Fields of a row with their columns.
fn fields<'r>(
    report: &'r GapReport,
    row: &'r GapRow,
) -> impl Iterator<Item = (&'r GapColumn, &'r GapCell)> + Clone + 'r {
    let wide = report.columns.len();
    let at = report.rows.iter().position(|one| one.code == row.code).unwrap_or_default();
    report.columns.iter().zip(report.cells.iter().skip(at * wide))
}

/// Fields of the services a council looks at first.
fn keys<'r>(report: &'r GapReport, row: &'r GapRow) -> impl Iterator<Item = (&'r GapColumn, &'r GapCell)> {
    fields(report, row).filter(|(column, _)| column.group == "service" && column.key)
}

/// Whether enough offices were asked and answered.
fn speaks(ties: &TieFiguresView) -> bool {
    ties.asked >= ASKED && ties.response_rate.is_some_and(|rate| rate >= ANSWERED)
}

fn is_away(cell: &GapCell) -> bool {
    ["none", "far"].contains(&cell.state.as_str())
}

/// The service most people are far from.
fn far(report: &GapReport) -> Option<Finding> {
    let whole = &report.rows[0];
    let of = |(column, cell): (&GapColumn, &GapCell)| {
        let reach = cell.reach.as_ref().filter(|_| is_away(cell))?;
        let all = reach.population? as f64;
        let share = reach.far_share.unwrap_or(1.0);
        let (name, who, km) = (&column.ja, age(column.age.as_deref()), column.far_km?);
        let count = cell.count?;
        let here = if count == 0 {
            format!("{}には{name}の事業所がありません。", whole.name)
        } else {
            format!("{}にある{name}の事業所は{}か所です。", whole.name, number(count.into()))
        };
        let far = match reach.far_share {
            Some(share) => {
                format!(
                    "{who}の{}（{}）は、{km}kmより遠くにお住まいです。",
                    percent(share),
                    people(all * share)
                )
            }
            None => String::new(),
        };
        let source = source_of(report, column);
        Some(Finding {
            kind: Kind::Far,
            people: all * share,
            words: format!("{here}{far}"),
            basis: vec![
                fact("n", format!("{who} {}、事業所 {}か所", people(all), number(count.into()))),
                fact("時点", format!("事業所 {}、人口 {}", edition(source), year(whole))),
                fact("出典", source.map_or(UNKNOWN, |source| &source.label)),
                fact("確かさ", ways(column.ways.as_ref()?)),
            ],
            question: format!(
                "{name}は{}か所です。遠くにお住まいの方は、いま、だれが、どのように支えていますか。",
                number(count.into())
            ),
        })
    };
    most(keys(report, whole).filter_map(of))
}

/// The service whose offices have the fewest partners of another system.
fn apart(report: &GapReport) -> Option<Finding> {
    let survey = report.surveys.iter().max_by_key(|survey| &survey.opens_on)?;
    let of = |(column, cell): (&GapColumn, &GapCell)| {
        let ties = cell.ties.as_ref().filter(|ties| speaks(ties))?;
        let range = ties.without_across?;
        let lower = range.either?.min(range.mutual);
        let (count, name) = (cell.count.filter(|count| *count > 0)?, &column.ja);
        if lower < APART {
            return None;
        }
        let all = cell.reach.as_ref()?.population? as f64;
        let answered = ties.answered?;
        Some(Finding {
            kind: Kind::Apart,
            people: all * lower,
            words: format!(
                "{name}は{}か所ありますが、調査した{}か所の{}は、ほかの制度の相手とのつながりが見えません。",
                number(count.into()),
                number(ties.asked.into()),
                share_range(range)
            ),
            basis: vec![
                fact(
                    "n",
                    format!(
                        "調査した{}か所、回答 {}か所",
                        number(ties.asked.into()),
                        number(answered.into())
                    ),
                ),
                fact("時点", date(&report.ties_as_of)),
                fact(
                    "出典",
                    format!("{} 第{}回（{}から）", survey.title, survey.wave, date(&survey.opens_on)),
                ),
                fact(
                    "確かさ",
                    format!(
                        "低い値は片方だけがつけた☆も数え、高い値は双方の☆だけを数えたものです。回答率は{}です。",
                        ties.response_rate.map_or_else(|| UNKNOWN.to_owned(), percent)
                    ),
                ),
            ],
            question: format!(
                "{name}の事業所は{}か所ありますが、調査した{}か所の{}は、介護と障害の間のつながりが見えません。何が妨げになっていますか。",
                number(count.into()),
                number(ties.asked.into()),
                share_range(range)
            ),
        })
    };
    most(keys(report, &report.rows[0]).filter_map(of))
}

/// The part that lacks most.
fn place(report: &GapReport) -> Option<Finding> {
    let of = |row: &GapRow| {
        let all = row.population? as f64;
        let known = keys(report, row).filter(|(_, cell)| cell.state != "no_data").count();
        let away: Vec<&GapColumn> =
            keys(report, row).filter(|(_, cell)| is_away(cell)).map(|(column, _)| column).collect();
        if away.len() < HOLES {
            return None;
        }
        let names = some_of(away.iter().map(|column| column.ja.as_str()), 4);
        let sources =
            some_of(away.iter().filter_map(|column| Some(source_of(report, column)?.label.as_str())), 2);
        Some(Finding {
            kind: Kind::Place,
            people: all * away.len() as f64 / known as f64,
            words: format!(
                "{}では、主なサービス{known}種類のうち{}種類（{names}）が、ないか、半分以上の人に遠い状態です。",
                row.name,
                away.len()
            ),
            basis: vec![
                fact("n", format!("人口 {}、サービス {known}種類", people(all))),
                fact("時点", format!("事業所 {}、人口 {}", edition(source_of(report, away[0])), year(row))),
                fact("出典", sources),
                fact(
                    "確かさ",
                    "区域の境の外にある事業所も「届く」に数えています。通いやすさは考えていません。",
                ),
            ],
            question: format!(
                "{}で{names}が必要になったとき、いまはどこに頼んでいますか。送迎や出張で届けられるものはありますか。",
                row.name
            ),
        })
    };
    most(report.rows.iter().filter(|row| !row.whole).filter_map(of))
}

/// The forum or network with the largest share of empty places.
fn seat(report: &GapReport) -> Option<Finding> {
    let of = |(column, cell): (&GapColumn, &GapCell)| {
        let is_forum = column.group == "forum";
        let open = ["none", "part"].contains(&cell.state.as_str());
        let (held, wanted) = cell.count.zip(cell.of).filter(|(held, wanted)| open && held < wanted)?;
        let missing = wanted - held;
        let names = some_of(cell.missing.iter().map(|one| one.ja.as_str()), 3);
        let name = &column.ja;
        let (words, source, question) = if is_forum {
            (
                format!(
                    "{name}では、{wanted}の席のうち{missing}席（{names}）に、出席する人が決まっていません。"
                ),
                "会議体の名簿の登録",
                format!("{name}の空いている席（{names}）に、どなたに来ていただきますか。"),
            )
        } else {
            (
                format!("{name}に要る{wanted}の役割のうち、{names}を担える機関が見つかりません。"),
                "事業所の一覧と、標準の支援体制",
                format!("{name}で、{names}の役割を、近くのどこにお願いできますか。"),
            )
        };
        let share = f64::from(missing) / f64::from(wanted);
        let finding = Finding {
            kind: Kind::Seat,
            // Nobody has counted whom a forum or a network serves.
            people: 0.0,
            words,
            basis: vec![
                fact("n", format!("{wanted}のうち{held}が埋まっている")),
                fact("時点", date(&report.made_at)),
                fact("出典", source),
                fact("確かさ", "登録にあるものだけを見ています。"),
            ],
            question,
        };
        Some((share, finding))
    };
    let seats = fields(report, &report.rows[0])
        .filter(|(column, _)| ["forum", "template"].contains(&column.group.as_str()));
    seats.filter_map(of).max_by(|a, b| a.0.total_cmp(&b.0)).map(|(_, finding)| finding)
}

/// Entries nobody has checked: it touches nobody directly, and all who rely on them.
fn stale(report: &GapReport) -> Option<Finding> {
    let (_, cell) = fields(report, &report.rows[0]).find(|(column, _)| column.code == "upkeep:freshness")?;
    let (checked, all) = cell.count.zip(cell.of).filter(|(checked, all)| checked * 2 < *all)?;
    let share = f64::from(checked) / f64::from(all);
    Some(Finding {
        kind: Kind::Stale,
        people: 0.0,
        words: format!(
            "掲載している{}か所のうち、連絡先などの内容を確かめてあるのは{}か所（{}）です。",
            number(all.into()),
            number(checked.into()),
            percent(share)
        ),
        basis: vec![
            fact("n", format!("{}か所", number(all.into()))),
            fact("時点", date(&report.made_at)),
            fact("出典", "掲載内容の確認の記録"),
            fact("確かさ", "確かめていないものが、誤りというわけではありません。"),
        ],
        question: "掲載内容の確認を、各事業所にどのようにお願いしますか。".to_owned(),
    })
}

fn most(found: impl Iterator<Item = Finding>) -> Option<Finding> {
    found.max_by(|a, b| a.people.total_cmp(&b.people))
}

fn edition(source: Option<&crate::view::coverage::CoverageSource>) -> String {
    source.map_or_else(|| UNKNOWN.to_owned(), |source| date(&source.edition))
}

fn year(row: &GapRow) -> String {
    row.year.map_or_else(|| UNKNOWN.to_owned(), |year| format!("{year}年"))
}

#[cfg(test)]
mod tests;
