//! What the desks of public health nurses leave open.

use super::{
    super::words::{date, fact, people, some_of},
    Finding, Kind, fields, most,
};
use crate::view::gaps::{GapCell, GapColumn, GapReport, GapRow};

/// What a desk that is not registered means.
const UNREGISTERED: &str = "登録がないという意味です。担当がいても、登録されていないことがあります。";

/// Topics no desk covers at any age: of the area, or where its parts have the desks, the topic most people go without.
pub(super) fn nurse(report: &GapReport) -> Option<Finding> {
    nurse_here(report).or_else(|| nurse_of_parts(report))
}

/// The topic that municipalities with most people leave to nobody. Those that registered no desk at all say nothing.
fn nurse_of_parts(report: &GapReport) -> Option<Finding> {
    let of = |column: &GapColumn| {
        let mut told = states(report, column);
        told.retain(|(_, state)| ["ok", "part", "none"].contains(state));
        let open: Vec<&GapRow> =
            told.iter().filter(|(_, state)| *state == "none").map(|(row, _)| *row).collect();
        let touched: f64 = open.iter().filter_map(|row| row.population).map(|people| people as f64).sum();
        let names = some_of(open.iter().map(|row| row.name.as_str()), 4);
        (!open.is_empty()).then(|| Finding {
            kind: Kind::Nurse,
            people: touched,
            words: format!(
                "保健師などの相談先のうち、{}は、窓口を登録している{}市町村のうち{}（{names}）で、どの年代にも担当が登録されていません。",
                column.ja,
                told.len(),
                open.len()
            ),
            basis: vec![
                fact("n", format!("{}市町村、そこにお住まいの方 {}", open.len(), people(touched))),
                fact("時点", date(&report.made_at)),
                fact("出典", "保健師の窓口の登録（この地域の自治体）"),
                fact("確かさ", UNREGISTERED),
            ],
            question: format!(
                "{names}にお住まいの方の{}の相談は、いま、どこが受けていますか。県の窓口や近くの市町村が、いっしょに受けられますか。",
                column.ja
            ),
        })
    };
    most(report.columns.iter().filter(|column| column.group == "nurse").filter_map(of))
}

/// How municipalities stand on a topic.
fn states<'r>(report: &'r GapReport, column: &GapColumn) -> Vec<(&'r GapRow, &'r str)> {
    let parts = report.rows.iter().filter(|row| !row.whole && row.kind == "municipality");
    let of = |row: &'r GapRow| {
        let (_, cell) = fields(report, row).find(|(one, _)| one.code == column.code)?;
        Some((row, cell.state.as_str()))
    };
    parts.filter_map(of).collect()
}

fn nurse_here(report: &GapReport) -> Option<Finding> {
    let whole = &report.rows[0];
    let all = whole.population? as f64;
    let open: Vec<(&GapColumn, &GapCell)> = fields(report, whole)
        .filter(|(column, cell)| column.group == "nurse" && cell.state == "none")
        .collect();
    if open.is_empty() {
        return None;
    }
    // Only those of 65 and over are touched where no younger age is named.
    let is_old = |cell: &GapCell| {
        cell.missing.iter().all(|band| band.ja.starts_with("65") || band.ja.starts_with("75"))
    };
    let (touched, who) = match whole.ageing {
        Some(share) if open.iter().all(|(_, cell)| is_old(cell)) => (all * share, "65歳以上"),
        _ => (all, "人口"),
    };
    let names = some_of(open.iter().map(|(column, _)| column.ja.as_str()), 4);
    Some(Finding {
        kind: Kind::Nurse,
        people: touched,
        words: format!(
            "保健師などの相談先のうち、{names}の{}つの話題は、どの年代にも担当の窓口が登録されていません。",
            open.len()
        )
        .replace("の1つの話題は", "は"),
        basis: vec![
            fact("n", format!("{who} {}、話題 {}", people(touched), nurse_topics(report))),
            fact("時点", date(&report.made_at)),
            fact("出典", "保健師の窓口の登録（この地域の自治体）"),
            fact("確かさ", UNREGISTERED),
        ],
        question: format!(
            "{names}について相談を受けたとき、最初にどこへつなぎますか。担当の窓口を決めて登録できますか。"
        ),
    })
}

fn nurse_topics(report: &GapReport) -> usize {
    report.columns.iter().filter(|column| column.group == "nurse").count()
}
