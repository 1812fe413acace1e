//! The council's report as a workbook: every number of it, a row for each field of the matrix.

use crate::{
    clock::in_japan,
    view::gaps::{GapCell, GapReport, ReachFigures, TieFiguresView, TieRange},
};
use rust_xlsxwriter::{Color, Format, FormatBorder, Workbook, XlsxError};

const FIELDS: [&str; 32] = [
    "地域コード",
    "地域",
    "項目コード",
    "項目",
    "状態",
    "数",
    "全数",
    "対象人口",
    "千人あたり",
    "定員",
    "最寄りまでkm",
    "遠い人の割合",
    "E2SFCA",
    "足りないもの",
    "メモ（続いている）",
    "メモ（済み）",
    "事業所",
    "調査対象",
    "回答",
    "回答率",
    "他制度の相手（双方）",
    "他制度の相手（片方も）",
    "相手のない割合（双方）",
    "相手のない割合（片方も）",
    "努力義務カバー率（双方）",
    "努力義務カバー率（片方も）",
    "その居宅介護支援",
    "唯一の橋渡し（双方）",
    "唯一の橋渡し（片方も）",
    "集中度（双方）",
    "集中度（片方も）",
    "秘匿",
];

/// A cell: text, a number, or nothing where it is not known or not told.
enum Value {
    Text(String),
    Number(f64),
    Nothing,
}

impl From<&str> for Value {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl<N: Into<f64>> From<Option<N>> for Value {
    fn from(number: Option<N>) -> Self {
        number.map_or(Self::Nothing, |number| Self::Number(number.into()))
    }
}

/// Persons are far below what a float holds exactly.
fn people(count: Option<u64>) -> Value {
    Value::from(count.map(|count| count as f64))
}

/// Writes the workbook. Text is written as text: no name becomes a formula.
pub fn write(report: &GapReport) -> Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    sheet(&mut book, "表", &FIELDS, report.cells.iter().map(|cell| field(report, cell)))?;
    let areas = report.rows.iter().zip(&report.ties).map(|(row, ties)| {
        let mut cells =
            vec![Value::from(row.code.as_str()), Value::from(row.name.as_str()), people(row.population)];
        cells.extend([Value::from(row.ageing), Value::from(row.density), Value::from(row.year)]);
        cells.extend(tied(Some(ties)));
        cells
    });
    let mut heads = vec!["地域コード", "地域", "人口", "高齢化率", "人口密度", "人口の年"];
    heads.extend(&FIELDS[16..]);
    sheet(&mut book, "地域", &heads, areas)?;
    let similar = report.similar.iter().flat_map(|area| {
        area.services.iter().map(|service| {
            let mut cells = vec![Value::from(area.row.code.as_str()), Value::from(area.row.name.as_str())];
            cells.extend([Value::from(Some(area.distance)), Value::from(name(report, &service.column))]);
            cells.push(Value::from(Some(service.offices)));
            cells.extend(reached(Some(&service.reach)));
            cells
        })
    });
    let mut heads = vec!["地域コード", "地域", "違いの大きさ", "項目", "事業所"];
    heads.extend(&FIELDS[7..13]);
    sheet(&mut book, "似た地域", &heads, similar)?;
    let waves = report.trend.waves.iter().map(|wave| {
        let mut cells = vec![Value::from(wave.title.as_str()), Value::from(Some(wave.number))];
        cells.push(Value::from(wave.opens_on.as_str()));
        cells.extend(tied(Some(&wave.ties)));
        cells
    });
    let mut heads = vec!["調査", "回", "初日"];
    heads.extend(&FIELDS[16..]);
    sheet(&mut book, "調査の回", &heads, waves)?;
    trend(&mut book, report)?;
    let columns = report.columns.iter().map(|column| {
        let mut cells: Vec<Value> =
            [&column.code, &column.ja, &column.en].map(|text| Value::from(text.as_str())).into();
        cells.push(Value::from(column.age.as_deref().unwrap_or_default()));
        cells.push(Value::from(column.far_km));
        cells
    });
    sheet(&mut book, "項目", &["項目コード", "項目", "英語名", "対象", "遠いとする道のりkm"], columns)?;
    let [made_at, computed_at] =
        [&report.made_at, &report.computed_at].map(|at| in_japan(at).unwrap_or_else(|| at.clone()));
    let made = [
        ("作成（日本時間）", made_at.as_str()),
        ("ある・届くの集計（日本時間）", &computed_at),
        ("つながりの時点", &report.ties_as_of),
    ];
    let made = made.into_iter().map(|(what, when)| vec![Value::from(what), Value::from(when)]);
    let sources = report
        .sources
        .iter()
        .map(|one| vec![Value::from(one.label.as_str()), Value::from(one.edition.as_str())]);
    sheet(&mut book, "出典", &["出典", "時点"], made.chain(sources))?;
    book.save_to_buffer()
}

/// What became of ties from wave to wave, and of offices from edition to edition.
fn trend(book: &mut Workbook, report: &GapReport) -> Result<(), XlsxError> {
    let changes = report.trend.changes.iter().map(|one| {
        let ties = one.ties.map(|ties| ties as f64);
        vec![Value::from(one.change.as_str()), Value::from(change(&one.change)), Value::from(ties)]
    });
    sheet(book, "つながりの変化", &["変化コード", "変化", "つながり"], changes)?;
    let supply = report.trend.supply.iter().map(|one| {
        let mut cells = vec![Value::from(name(report, &one.column)), Value::from(one.edition.as_str())];
        cells.extend([one.before, one.after, one.new, one.gone].map(|count| Value::from(Some(count))));
        cells
    });
    sheet(book, "事業所数の変化", &["項目", "時点", "前の数", "今の数", "新しい", "なくなった"], supply)
}

/// A code of [`crate::view::gaps::TrendChange`] in words.
fn change(code: &str) -> &'static str {
    match code {
        "gained" => "増えた",
        "lost" => "減った",
        "kept" => "続いている",
        "strengthened" => "深まった",
        "newly_seen" => "新しく分かった",
        "no_longer_seen" => "分からなくなった",
        _ => "",
    }
}

fn name<'r>(report: &'r GapReport, column: &str) -> &'r str {
    report.columns.iter().find(|one| one.code == column).map_or("", |one| &one.ja)
}

fn field(report: &GapReport, cell: &GapCell) -> Vec<Value> {
    let area = report.rows.iter().find(|row| row.code == cell.area).map_or("", |row| &row.name);
    let mut cells =
        vec![Value::from(cell.area.as_str()), Value::from(area), Value::from(cell.column.as_str())];
    cells.extend([Value::from(name(report, &cell.column)), Value::from(cell.state.as_str())]);
    cells.extend([Value::from(cell.count), Value::from(cell.of)]);
    cells.extend(reached(cell.reach.as_ref()));
    let missing: Vec<&str> = cell.missing.iter().map(|one| one.ja.as_str()).collect();
    cells.push(Value::Text(missing.join("、")));
    cells.extend([cell.notes.open, cell.notes.resolved].map(|count| Value::Number(count as f64)));
    cells.extend(tied(cell.ties.as_ref()));
    cells
}

fn reached(reach: Option<&ReachFigures>) -> [Value; 6] {
    let of = |read: fn(&ReachFigures) -> Option<f64>| Value::from(reach.and_then(read));
    [
        people(reach.and_then(|reach| reach.population)),
        of(|reach| reach.per_1000),
        Value::from(reach.map(|reach| reach.places)),
        of(|reach| reach.nearest_km),
        of(|reach| reach.far_share),
        of(|reach| reach.enhanced),
    ]
}

/// What is withheld in the report is withheld here.
fn tied(ties: Option<&TieFiguresView>) -> Vec<Value> {
    let Some(ties) = ties else { return (0..16).map(|_| Value::Nothing).collect() };
    let range = |range: Option<TieRange>| {
        [Value::from(range.map(|range| range.mutual)), Value::from(range.and_then(|range| range.either))]
    };
    let mut cells = vec![Value::from(Some(ties.offices)), Value::from(Some(ties.asked))];
    cells.extend([Value::from(ties.answered), Value::from(ties.response_rate)]);
    cells.extend(range(ties.across_per_office));
    cells.extend(range(ties.without_across));
    cells.extend(range(ties.duty));
    cells.push(Value::from(Some(ties.duty_offices)));
    cells.extend(range(ties.sole_bridges));
    cells.extend(range(ties.concentration));
    cells.push(Value::from(if ties.withheld { "一部を示していません" } else { "" }));
    cells
}

fn sheet(
    book: &mut Workbook,
    name: &str,
    heads: &[&str],
    rows: impl Iterator<Item = Vec<Value>>,
) -> Result<(), XlsxError> {
    let head =
        Format::new().set_bold().set_border(FormatBorder::Thin).set_background_color(Color::RGB(0x00EA_F0F8));
    let sheet = book.add_worksheet().set_name(name)?;
    sheet.set_freeze_panes(1, 0)?;
    for (at, title) in heads.iter().enumerate() {
        sheet.write_string_with_format(0, at as u16, *title, &head)?;
    }
    for (line, cells) in (1..).zip(rows) {
        for (at, value) in (0..).zip(cells) {
            match value {
                Value::Text(text) => sheet.write_string(line, at, text)?,
                Value::Number(number) => sheet.write_number(line, at, number)?,
                Value::Nothing => continue,
            };
        }
    }
    sheet.autofit();
    Ok(())
}
