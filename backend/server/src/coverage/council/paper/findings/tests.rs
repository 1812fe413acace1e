//! Findings of invented reports.

use super::*;
use crate::view::{
    card::NamedCode,
    coverage::WaysView,
    gaps::{GapNoteCount, GapSurvey, GapTrend, NamedBoth, ReachFigures, TieRange},
};

const WAYS: WaysView = WaysView { detour: 1.3, towns_by_road: 0, offices_stating: 0 };

fn column(code: &str, ja: &str) -> GapColumn {
    GapColumn {
        code: code.to_owned(),
        group: code.split(':').next().unwrap_or_default().to_owned(),
        ja: ja.to_owned(),
        en: String::new(),
        key: true,
        age: Some("65+".to_owned()),
        far_km: Some(6.0),
        ways: Some(WAYS),
    }
}

fn row(code: &str, whole: bool, population: u64) -> GapRow {
    GapRow {
        code: code.to_owned(),
        name: format!("{code}市"),
        kind: "municipality".to_owned(),
        whole,
        population: Some(population),
        ageing: Some(0.25),
        density: None,
        year: Some(2025),
        center: None,
        drawn: Vec::new(),
    }
}

fn cell(area: &str, column: &str, state: &str, (count, of): (u32, Option<u32>)) -> GapCell {
    GapCell {
        area: area.to_owned(),
        column: column.to_owned(),
        state: state.to_owned(),
        count: Some(count),
        of,
        reach: None,
        ties: None,
        missing: Vec::new(),
        notes: GapNoteCount::default(),
    }
}

fn reached(far_share: f64) -> ReachFigures {
    ReachFigures {
        population: Some(10_000),
        per_1000: None,
        class: String::new(),
        places: 0,
        nearest_km: None,
        far_share: Some(far_share),
        enhanced: None,
    }
}

fn tied(asked: u32, answered: Option<u32>, without: TieRange) -> TieFiguresView {
    TieFiguresView {
        offices: 30,
        asked,
        answered,
        response_rate: answered.map(|count| f64::from(count) / f64::from(asked)),
        across_per_office: None,
        without_across: Some(without),
        duty: None,
        duty_offices: 0,
        sole_bridges: None,
        concentration: None,
        withheld: answered.is_none(),
    }
}

/// One area with a service most are far from, one that is not connected, a topic of nurses and a seat.
fn report() -> GapReport {
    let columns = vec![
        column("service:care-130", "訪問看護"),
        column("service:care-430", "居宅介護支援"),
        column("nurse:dementia", "認知症"),
        column("forum:council", "協議会"),
        column("upkeep:freshness", "確認"),
    ];
    let without = TieRange { mutual: 0.8, either: Some(0.4) };
    let mut cells = vec![
        GapCell { reach: Some(reached(0.6)), ..cell("a", "service:care-130", "far", (2, None)) },
        GapCell {
            reach: Some(reached(0.1)),
            ties: Some(tied(20, Some(12), without)),
            ..cell("a", "service:care-430", "ok", (30, None))
        },
        cell("a", "nurse:dementia", "none", (0, Some(2))),
        cell("a", "forum:council", "part", (3, Some(5))),
        cell("a", "upkeep:freshness", "part", (10, Some(100))),
    ];
    let band = NamedBoth { ja: "65〜74歳".to_owned(), en: String::new() };
    cells[2].missing = vec![band];
    let survey = GapSurvey { title: "調査".to_owned(), wave: 2, opens_on: "2025-10-01".to_owned() };
    GapReport {
        area: NamedCode { code: "a".to_owned(), name: "a市".to_owned() },
        kind: "municipality".to_owned(),
        made_at: "2026-04-01T00:00:00Z".to_owned(),
        computed_at: "2026-04-01T00:00:00Z".to_owned(),
        ties_as_of: "2026-04-01".to_owned(),
        surveys: vec![survey],
        rows: vec![row("a", true, 40_000)],
        columns,
        cells,
        ties: vec![tied(40, Some(30), without)],
        similar: Vec::new(),
        trend: GapTrend::default(),
        sources: Vec::new(),
        ways: WAYS,
        may_write: false,
    }
}

fn kinds(report: &GapReport) -> Vec<Kind> {
    findings(report).iter().map(|finding| finding.kind).collect()
}

#[test]
fn one_finding_of_each_side_comes_first_then_those_touching_most_people_and_no_kind_twice() {
    let report = report();
    // 10,000 of 65 and over; 60% of 10,000; 40% of 10,000; those nobody can count last.
    assert_eq!(kinds(&report), [Kind::Nurse, Kind::Far, Kind::Apart, Kind::Seat, Kind::Stale]);
    let found = findings(&report);
    assert_eq!(
        found.iter().map(|one| one.people).collect::<Vec<_>>(),
        [10_000.0, 6_000.0, 4_000.0, 0.0, 0.0]
    );
    for finding in &found {
        let labels: Vec<&str> = finding.basis.iter().map(|fact| fact.label.as_str()).collect();
        assert_eq!(labels, ["n", "時点", "出典", "確かさ"], "{}", finding.words);
    }
    assert!(found[1].words.contains("65歳以上の60%（約6,000人）は、6kmより遠く"), "{}", found[1].words);
    assert!(found[2].words.contains("調査した20か所の40〜80%"), "{}", found[2].words);
}

#[test]
fn nothing_is_said_of_ties_where_few_were_asked_few_answered_or_one_side_is_withheld() {
    let without = TieRange { mutual: 0.8, either: Some(0.4) };
    let withheld = TieRange { mutual: 0.8, either: None };
    for ties in [
        tied(9, Some(9), without),
        tied(20, Some(5), without),
        tied(20, None, without),
        tied(20, Some(12), withheld),
    ] {
        let mut report = report();
        report.cells[1].ties = Some(ties);
        assert!(!kinds(&report).contains(&Kind::Apart));
    }
    let mut unasked = report();
    unasked.surveys.clear();
    assert!(!kinds(&unasked).contains(&Kind::Apart));
    assert!(silences(&unasked, SHOWN)[0].contains("まだ行われていないため"));
}

#[test]
fn a_place_is_a_finding_when_it_lacks_two_services() {
    let mut report = report();
    report.rows.push(row("b", false, 5_000));
    report.ties.push(report.ties[0].clone());
    let away = |column: &str| cell("b", column, "none", (0, None));
    let upkeep = |column: &str| cell("b", column, "ok", (1, Some(1)));
    report.cells.extend([away("service:care-130"), away("service:care-430")]);
    report.cells.extend(["nurse:dementia", "forum:council", "upkeep:freshness"].map(upkeep));
    let found = findings(&report);
    let place =
        found.iter().find(|finding| finding.kind == Kind::Place).map(|finding| finding.words.as_str());
    assert!(place.is_some_and(|words| words.contains("2種類（訪問看護、居宅介護支援）")), "{place:?}");
}

#[test]
fn an_area_without_holes_is_said_to_be_without_findings_not_without_holes() {
    let mut report = report();
    report.cells.iter_mut().for_each(|cell| "ok".clone_into(&mut cell.state));
    report.cells[1].ties = None;
    report.cells[4].count = Some(90);
    assert!(kinds(&report).is_empty());
    assert!(
        silences(&report, 0).last().is_some_and(|said| said.contains("不足がないという意味ではありません"))
    );
}

#[test]
fn an_empty_seat_is_heard_where_nothing_can_be_said_of_ties() {
    let mut report = report();
    report.cells[1].ties = None;
    assert_eq!(kinds(&report), [Kind::Nurse, Kind::Far, Kind::Seat, Kind::Stale]);
}

#[test]
fn of_a_prefecture_the_topic_is_named_that_most_people_go_without() {
    let mut report = report();
    report.columns = vec![column("nurse:dementia", "認知症"), column("nurse:infant", "乳幼児")];
    report.rows = vec![
        row("p", true, 100_000),
        row("a", false, 40_000),
        row("b", false, 9_000),
        row("c", false, 5_000),
    ];
    report.ties = vec![report.ties[0].clone(); 4];
    let cells = [
        ("p", ["not_here", "not_here"]),
        ("a", ["ok", "none"]),
        ("b", ["none", "ok"]),
        // Has registered no desk: nothing is known of it.
        ("c", ["not_here", "not_here"]),
    ];
    report.cells = cells
        .into_iter()
        .flat_map(|(area, states)| {
            let of = |(column, state): (&GapColumn, &str)| cell(area, &column.code, state, (0, Some(2)));
            report.columns.iter().zip(states).map(of).collect::<Vec<_>>()
        })
        .collect();
    let found = findings(&report);
    assert_eq!((found.len(), found[0].kind, found[0].people), (1, Kind::Nurse, 40_000.0));
    assert!(
        found[0].words.contains("乳幼児は、窓口を登録している2市町村のうち1（a市）で"),
        "{}",
        found[0].words
    );
}
