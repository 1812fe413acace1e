//! Ties of the report: figures with their ranges, areas side by side, other areas, other times.

use super::words::{UNKNOWN, WITHHELD, count_range, date, fact, number, percent, share_range};
use crate::view::gaps::{GapReport, SimilarArea, TieFiguresView, TieRange};
use hoshizu_print::{Fact, Grid, Span, TieLine};

/// Services set beside those of similar areas.
const COMPARED: [&str; 6] =
    ["care-430", "care-130", "disability-52", "disability-24", "child-70", "child-65"];
/// Areas one by one: what stands on one page.
const LINES: usize = 14;

fn ranged(range: Option<TieRange>, say: impl Fn(TieRange) -> String) -> String {
    range.map_or_else(|| UNKNOWN.to_owned(), say)
}

/// Figures of the area as a whole.
pub fn figures(report: &GapReport) -> Vec<Fact> {
    let ties = &report.ties[0];
    if ties.asked == 0 {
        return vec![fact("☆調査", "この地域の事業所は、まだ調査の対象になっていません")];
    }
    let noted = |label: &str, value: String, note: &str| Fact {
        label: label.to_owned(),
        value,
        note: note.to_owned(),
    };
    vec![
        noted(
            "他制度の相手",
            ranged(ties.across_per_office, |range| count_range(range, 1, "か所")),
            &format!("1か所あたり。調査した{}か所の平均", number(ties.asked.into())),
        ),
        noted(
            "相手がいない事業所",
            ranged(ties.without_across, share_range),
            "他制度の相手が1か所もない事業所",
        ),
        noted(
            "努力義務カバー率",
            ranged(ties.duty, share_range),
            &format!(
                "居宅介護支援{}か所が、連携に努める相手の種類とつながっている割合",
                number(ties.duty_offices.into())
            ),
        ),
        noted(
            "唯一の橋渡し",
            ranged(ties.sole_bridges, |range| count_range(range, 0, "か所")),
            "無くなると、介護と障害の間のどこかが切れる事業所",
        ),
    ]
}

/// Offices without a partner of another system, area by area.
pub fn lines(report: &GapReport) -> Vec<TieLine> {
    let asked = report.rows.iter().zip(&report.ties).filter(|(_, ties)| ties.asked > 0);
    asked
        .take(LINES)
        .map(|(row, ties)| {
            let span = ties.without_across.and_then(|range| {
                let either = range.either?;
                Some(Span { from: range.mutual.min(either), to: range.mutual.max(either) })
            });
            TieLine {
                name: row.name.clone(),
                asked: answered(ties),
                span,
                words: ranged(ties.without_across, share_range),
            }
        })
        .collect()
}

fn answered(ties: &TieFiguresView) -> String {
    let answered = ties.answered.map_or_else(|| WITHHELD.to_owned(), |count| number(count.into()));
    format!("{}か所・回答{answered}", number(ties.asked.into()))
}

/// Waves of the survey, oldest first.
pub fn waves(report: &GapReport) -> Grid {
    let row = |wave: &crate::view::gaps::TrendWave| {
        vec![
            format!("第{}回（{}）", wave.number, date(&wave.opens_on)),
            wave.ties.response_rate.map_or_else(|| UNKNOWN.to_owned(), percent),
            ranged(wave.ties.across_per_office, |range| count_range(range, 1, "か所")),
            ranged(wave.ties.without_across, share_range),
            ranged(wave.ties.duty, share_range),
        ]
    };
    let rows: Vec<Vec<String>> = report.trend.waves.iter().map(row).collect();
    let note = match rows.len() {
        0 => "☆調査がまだ行われていません。",
        1 => "調査は1回だけなので、変化はまだ言えません。",
        _ => "幅が重なるときは、変わったとは言えません。",
    };
    let heads = ["調査の回", "回答率", "他制度の相手（1か所あたり）", "相手がいない割合", "努力義務カバー率"];
    Grid { heads: heads.map(str::to_owned).to_vec(), rows, note: note.to_owned() }
}

/// What became of ties and of offices since.
pub fn changes(report: &GapReport) -> Vec<Fact> {
    let name = |change: &str| match change {
        "gained" => "新しくできたつながり",
        "lost" => "なくなったつながり",
        "kept" => "続いているつながり",
        "strengthened" => "強くなったつながり",
        "newly_seen" => "はじめて見えたつながり",
        "no_longer_seen" => "見えなくなったつながり",
        _ => "そのほか",
    };
    let ties = report.trend.changes.iter().map(|one| {
        let count =
            one.ties.map_or_else(|| WITHHELD.to_owned(), |count| format!("{}本", number(count as u64)));
        fact(name(&one.change), count)
    });
    let supply = report.trend.supply.iter().take(6).filter_map(|one| {
        let column = report.columns.iter().find(|column| column.code == one.column)?;
        let (before, after) = (number(one.before.into()), number(one.after.into()));
        Some(fact(&column.ja, format!("{before}→{after}か所（{}）", date(&one.edition))))
    });
    ties.chain(supply).collect()
}

/// Areas like this one beside it.
pub fn similar(report: &GapReport) -> Grid {
    if report.similar.is_empty() {
        let note = "くらべられる地域がないか、人口や面積の数字が足りません。".to_owned();
        return Grid { note, ..Grid::default() };
    }
    let columns: Vec<(usize, &str)> = COMPARED
        .iter()
        .filter_map(|code| report.columns.iter().position(|column| column.code == format!("service:{code}")))
        .map(|at| (at, report.columns[at].ja.as_str()))
        .collect();
    let rate = |rate: Option<f64>| rate.map_or_else(|| UNKNOWN.to_owned(), |rate| format!("{rate:.2}"));
    let whole = &report.rows[0];
    let mut own = vec![whole.name.clone(), whole.ageing.map_or_else(|| UNKNOWN.to_owned(), percent)];
    own.extend(
        columns.iter().map(|(at, _)| rate(report.cells[*at].reach.as_ref().and_then(|reach| reach.per_1000))),
    );
    let beside = |area: &SimilarArea| {
        let within = area.within.as_ref().map(|name| format!("（{name}）")).unwrap_or_default();
        let mut row = vec![
            format!("{}{within}", area.row.name),
            area.row.ageing.map_or_else(|| UNKNOWN.to_owned(), percent),
        ];
        row.extend(columns.iter().map(|(at, _)| {
            let code = &report.columns[*at].code;
            rate(area.services.iter().find(|one| one.column == *code).and_then(|one| one.reach.per_1000))
        }));
        row
    };
    let mut heads = vec!["地域".to_owned(), "高齢化率".to_owned()];
    heads.extend(columns.iter().map(|(_, name)| (*name).to_owned()));
    Grid {
        heads,
        rows: std::iter::once(own).chain(report.similar.iter().map(beside)).collect(),
        note: "人口・高齢化率・人口密度が近い順です。対象の年齢の人口千人あたり。人口の少ない地域では、1か所の差で大きく動きます。"
            .to_owned(),
    }
}
