//! `/gaps/council.xlsx`: every number of the report stands in the workbook, as a number, and nothing else does.

use crate::harness::Installation;
use axum::http::StatusCode;
use calamine::{Data, Reader as _, Xlsx};
use hoshizu_catalog::permission::{Grant, Role, Scope};
use serde_json::{Value, json};
use std::io::Cursor;

/// What a column of a sheet holds: its heading, and where the report has it.
type Column = (&'static str, &'static str);

const REACH: [Column; 6] = [
    ("対象人口", "/population"),
    ("千人あたり", "/per_1000"),
    ("定員", "/places"),
    ("最寄りまでkm", "/nearest_km"),
    ("遠い人の割合", "/far_share"),
    ("E2SFCA", "/enhanced"),
];

const TIES: [Column; 15] = [
    ("事業所", "/offices"),
    ("調査対象", "/asked"),
    ("回答", "/answered"),
    ("回答率", "/response_rate"),
    ("他制度の相手（双方）", "/across_per_office/mutual"),
    ("他制度の相手（片方も）", "/across_per_office/either"),
    ("相手のない割合（双方）", "/without_across/mutual"),
    ("相手のない割合（片方も）", "/without_across/either"),
    ("努力義務カバー率（双方）", "/duty/mutual"),
    ("努力義務カバー率（片方も）", "/duty/either"),
    ("その居宅介護支援", "/duty_offices"),
    ("唯一の橋渡し（双方）", "/sole_bridges/mutual"),
    ("唯一の橋渡し（片方も）", "/sole_bridges/either"),
    ("集中度（双方）", "/concentration/mutual"),
    ("集中度（片方も）", "/concentration/either"),
];

const WITHHELD: &str = "一部を示していません";

struct Book {
    sheets: Vec<(String, Vec<Vec<Data>>)>,
    /// Cells that were looked at.
    read: usize,
}

impl Book {
    fn open(bytes: Vec<u8>) -> Self {
        let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).expect("a workbook");
        let sheets = book.worksheets();
        let rows = |range: calamine::Range<Data>| range.rows().map(<[Data]>::to_vec).collect();
        Self { sheets: sheets.into_iter().map(|(name, range)| (name, rows(range))).collect(), read: 0 }
    }

    fn sheet(&self, name: &str) -> &Vec<Vec<Data>> {
        &self.sheets.iter().find(|(known, _)| known == name).expect(name).1
    }

    /// Looks at one line: each heading with what must stand under it.
    fn line(&mut self, sheet: &str, line: usize, wanted: &[(&str, &Value)]) {
        let rows = self.sheet(sheet);
        for (heading, value) in wanted {
            let at = rows[0].iter().position(|head| head == &Data::String((*heading).to_owned()));
            let found = rows[line].get(at.expect(heading)).unwrap_or(&Data::Empty);
            assert!(is_same(found, value), "{sheet}, line {}, {heading}: {found:?}, not {value}", line + 1);
        }
        self.read += wanted.len();
    }
}

/// Numbers must be numbers; what is not known or not told must be empty.
fn is_same(found: &Data, wanted: &Value) -> bool {
    match (found, wanted) {
        (Data::Empty, Value::Null) => true,
        (Data::Empty, Value::String(text)) => text.is_empty(),
        (Data::String(found), Value::String(text)) => found == text,
        (Data::Float(found), Value::Number(number)) => {
            number.as_f64().is_some_and(|number| (found - number).abs() <= number.abs() * 1e-12)
        }
        _ => false,
    }
}

fn at<'v>(value: &'v Value, columns: &[Column]) -> Vec<(&'static str, &'v Value)> {
    let of = |(heading, pointer): &Column| (*heading, value.pointer(pointer).unwrap_or(&Value::Null));
    columns.iter().map(of).collect()
}

fn list<'v>(report: &'v Value, pointer: &str) -> &'v Vec<Value> {
    report.pointer(pointer).and_then(Value::as_array).expect(pointer)
}

/// The name that stands for a code in a list of the report.
fn named<'v>(report: &'v Value, list_at: &str, code: &Value, name: &str) -> &'v Value {
    &list(report, list_at).iter().find(|one| &one["code"] == code).expect("a known code")[name]
}

#[tokio::test(flavor = "multi_thread")]
async fn every_number_of_the_report_stands_in_the_workbook() {
    let here = Installation::with_demo().await;
    let grants = vec![Grant { role: Role::Council, scope: Scope::Area("48000".to_owned()) }];
    let council = here.signed_in("council", grants).await;
    let mut withheld = 0;
    for area in ["48100", "48000"] {
        let path = |ending: &str| format!("/api/v1/gaps/council{ending}?area={area}");
        let report = here.ask(&council, "GET", &path(""), Value::Null).await.json();
        let answer = here.ask(&council, "GET", &path(".xlsx"), Value::Null).await;
        assert_eq!(answer.status, StatusCode::OK, "{}", answer.text());
        let mut book = Book::open(answer.body);
        fields(&mut book, &report);
        areas(&mut book, &report);
        others(&mut book, &report);
        let filled = |(_, rows): &(String, Vec<Vec<Data>>)| {
            rows.iter().skip(1).flatten().filter(|cell| **cell != Data::Empty).count()
        };
        assert!(book.read >= book.sheets.iter().map(filled).sum(), "a cell nobody looked at: {area}");
        withheld += list(&report, "/cells").iter().filter(|cell| cell["ties"]["withheld"] == true).count();
    }
    assert!(withheld > 0, "something is withheld in the demo, and stays so in the workbook");
}

fn fields(book: &mut Book, report: &Value) {
    let cells = list(report, "/cells");
    assert_eq!(book.sheet("表").len(), cells.len() + 1);
    for (line, cell) in (1..).zip(cells) {
        let area = named(report, "/rows", &cell["area"], "name");
        let column = named(report, "/columns", &cell["column"], "ja");
        let missing: Vec<&str> = list(cell, "/missing").iter().filter_map(|one| one["ja"].as_str()).collect();
        let missing = Value::from(missing.join("、"));
        let mut wanted = vec![("地域", area), ("項目", column), ("足りないもの", &missing)];
        wanted.extend(at(cell, &[("地域コード", "/area"), ("項目コード", "/column"), ("状態", "/state")]));
        wanted.extend(at(cell, &[("数", "/count"), ("全数", "/of")]));
        wanted
            .extend(at(cell, &[("メモ（続いている）", "/notes/open"), ("メモ（済み）", "/notes/resolved")]));
        wanted.extend(at(&cell["reach"], &REACH));
        book.line("表", line, &wanted);
        tied(book, "表", line, &cell["ties"]);
    }
}

fn tied(book: &mut Book, sheet: &str, line: usize, ties: &Value) {
    let mark = Value::from(if ties["withheld"] == true { WITHHELD } else { "" });
    book.line(sheet, line, &at(ties, &TIES));
    book.line(sheet, line, &[("秘匿", &mark)]);
}

fn areas(book: &mut Book, report: &Value) {
    let (rows, ties) = (list(report, "/rows"), list(report, "/ties"));
    assert_eq!(book.sheet("地域").len(), rows.len() + 1);
    for (line, (row, ties)) in (1..).zip(rows.iter().zip(ties)) {
        let wanted = at(
            row,
            &[
                ("地域コード", "/code"),
                ("地域", "/name"),
                ("人口", "/population"),
                ("高齢化率", "/ageing"),
                ("人口密度", "/density"),
                ("人口の年", "/year"),
            ],
        );
        book.line("地域", line, &wanted);
        tied(book, "地域", line, ties);
    }
    let mut line = 0;
    for area in list(report, "/similar") {
        for service in list(area, "/services") {
            line += 1;
            let column = named(report, "/columns", &service["column"], "ja");
            let mut wanted = vec![("項目", column), ("事業所", &service["offices"])];
            wanted.extend(at(
                area,
                &[("地域コード", "/row/code"), ("地域", "/row/name"), ("違いの大きさ", "/distance")],
            ));
            wanted.extend(at(&service["reach"], &REACH));
            book.line("似た地域", line, &wanted);
        }
    }
    assert_eq!(book.sheet("似た地域").len(), line + 1);
}

fn others(book: &mut Book, report: &Value) {
    for (line, wave) in (1..).zip(list(report, "/trend/waves")) {
        let wanted = at(wave, &[("調査", "/title"), ("回", "/number"), ("初日", "/opens_on")]);
        book.line("調査の回", line, &wanted);
        tied(book, "調査の回", line, &wave["ties"]);
    }
    let changes = list(report, "/trend/changes");
    assert!(!changes.is_empty(), "the demo has two waves");
    for (line, change) in (1..).zip(changes) {
        book.line("つながりの変化", line, &at(change, &[("変化コード", "/change"), ("つながり", "/ties")]));
        let word = &book.sheet("つながりの変化")[line][1];
        assert!(matches!(word, Data::String(word) if !word.is_empty()), "{change} has a name");
        book.read += 1;
    }
    for (line, supply) in (1..).zip(list(report, "/trend/supply")) {
        let columns = [("時点", "/edition"), ("前の数", "/before"), ("今の数", "/after")];
        let mut wanted = at(supply, &columns);
        wanted.extend(at(supply, &[("新しい", "/new"), ("なくなった", "/gone")]));
        wanted.push(("項目", named(report, "/columns", &supply["column"], "ja")));
        book.line("事業所数の変化", line, &wanted);
    }
    for (line, column) in (1..).zip(list(report, "/columns")) {
        let columns = [("項目コード", "/code"), ("項目", "/ja"), ("英語名", "/en"), ("対象", "/age")];
        let mut wanted = at(column, &columns);
        wanted.extend(at(column, &[("遠いとする道のりkm", "/far_km")]));
        book.line("項目", line, &wanted);
    }
    // Nine o'clock in the morning of Greenwich is six in the evening in Japan.
    let in_japan = json!("2026-04-01 18:00");
    assert_eq!(report["made_at"], "2026-04-01T09:00:00Z");
    for (line, when) in (1..).zip([&in_japan, &in_japan, &report["ties_as_of"]]) {
        book.line("出典", line, &[("時点", when)]);
        book.read += 1;
    }
    for (line, source) in (4..).zip(list(report, "/sources")) {
        book.line("出典", line, &at(source, &[("出典", "/label"), ("時点", "/edition")]));
    }
}
