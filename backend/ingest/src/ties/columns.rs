//! Lists of ties as tables: which column holds what.

use super::{Direction, Names, Party, Statement};
use crate::{
    Limits,
    header::Header,
    network::{Blame, NetworkError},
    table::Row,
    wave_folder::unguarded,
};
use std::rc::Rc;

const REPORTER: [&str; 11] = [
    "reporter",
    "source",
    "from",
    "ego",
    "node1",
    "申告した事業所",
    "申告元",
    "申告者",
    "回答した事業所",
    "回答者",
    "事業所",
];
const PARTNER: [&str; 11] = [
    "partner",
    "target",
    "to",
    "alter",
    "node2",
    "相手の事業所",
    "相手",
    "相手先",
    "連携先",
    "申告先",
    "連携相手",
];
const ID: [&str; 2] = ["_id", "のID"];
const NUMBER: [&str; 4] = ["_number", "番号", "の番号", "の事業所番号"];
const NAME: [&str; 4] = ["_name", "名", "の名称", "の名前"];
const MUNICIPALITY: [&str; 7] =
    ["_municipality", "_city", "の市区町村", "の市町村", "市区町村", "市町村", "の市区町村コード"];
const KINDS: [&str; 6] = ["kinds", "kind", "種類", "連携の種類", "連携の内容", "内容"];
const CLOSENESS: [&str; 6] = ["closeness", "関係", "顔の見える関係", "関係の段階", "段階", "近さ"];
const FREQUENCY: [&str; 4] = ["frequency", "回数", "頻度", "連携の回数"];
const MUTUAL: [&str; 5] = ["evidence", "mutual", "双方", "両方", "相互"];

/// Rows a heading may stand above the header.
const HEADINGS: usize = 10;
const COLUMNS: &str = "見出し行に「申告した事業所」と「相手の事業所」（または reporter と partner、source と target）の列を用意してください。";

/// Columns of one side, in the order id, number, name, municipality, and one that holds any of the first three.
struct Side([Option<usize>; 5]);

impl Side {
    fn of(header: &Header, stems: &[&str]) -> Self {
        let with = |ends: &[&str]| {
            stems.iter().find_map(|stem| {
                let names: Vec<String> = ends.iter().map(|end| format!("{stem}{end}")).collect();
                header.find(&names.iter().map(String::as_str).collect::<Vec<_>>())
            })
        };
        Self([with(&ID), with(&NUMBER), with(&NAME), with(&MUNICIPALITY), header.find(stems)])
    }

    fn is_there(&self) -> bool {
        let [id, number, name, _, any] = self.0;
        [id, number, name, any].into_iter().any(|column| column.is_some())
    }

    /// The column a rejection names.
    fn shown(&self, header: &Header) -> String {
        let [id, number, name, _, any] = self.0;
        header.name(any.or(name).or(number).or(id)).to_owned()
    }

    fn party(&self, row: &Row<'_>) -> Party {
        let [id, number, name, municipality, any] = self.0.map(|column| cell(row, column));
        let mut party = Party::from_text(id);
        if !number.is_empty() {
            party
                .numbers
                .extend(number.split(['、', ';', ',', ' ']).map(str::to_owned).filter(|n| !n.is_empty()));
        }
        if !name.is_empty() {
            name.clone_into(&mut party.name);
        }
        party.add_text(any);
        municipality.clone_into(&mut party.municipality);
        party
    }
}

fn cell<'r>(row: &'r Row<'_>, column: Option<usize>) -> &'r str {
    unguarded(column.and_then(|at| row.cells.get(at)).map_or("", |cell| cell.trim()))
}

/// Whether one of the first rows names both sides.
pub fn has_header(rows: &[Row<'_>]) -> bool {
    header(rows).is_some()
}

fn header(rows: &[Row<'_>]) -> Option<(usize, Header, Side, Side)> {
    rows.iter().take(HEADINGS).enumerate().find_map(|(at, row)| {
        let header = Header::new(&row.cells);
        let (reporter, partner) = (Side::of(&header, &REPORTER), Side::of(&header, &PARTNER));
        (reporter.is_there() && partner.is_there()).then_some((at, header, reporter, partner))
    })
}

/// The statements of a table. Two columns throughout need no header: they are reporter and partner.
pub fn statements(
    rows: &[Row<'_>],
    blame: Blame<'_>,
    limits: &Limits,
) -> Result<(Names, Vec<Statement>), NetworkError> {
    let (first, header, reporter, partner) = match header(rows) {
        Some((at, header, reporter, partner)) => (at + 1, header, reporter, partner),
        None if !rows.is_empty() && rows.iter().all(|row| row.cells.len() == 2) => {
            let side = |column| Side([None, None, None, None, Some(column)]);
            (0, Header::default(), side(0), side(1))
        }
        None if rows.is_empty() => return Err(blame.file("the file is empty", COLUMNS)),
        None => return Err(blame.at(rows[0].line, "no columns for both sides of a tie", COLUMNS)),
    };
    let [kinds, closeness, frequency, mutual] =
        [&KINDS[..], &CLOSENESS, &FREQUENCY, &MUTUAL].map(|names| header.find(names));
    let names = Names {
        reporter: reporter.shown(&header),
        partner: partner.shown(&header),
        kinds: header.name(kinds).to_owned(),
        closeness: header.name(closeness).to_owned(),
        frequency: header.name(frequency).to_owned(),
    };
    let body = &rows[first..];
    if body.len() > limits.ties {
        return Err(blame.too_many(body[limits.ties].line, "ties", limits.ties));
    }
    let statement = |row: &Row<'_>| Statement {
        line: row.line,
        reporter: Rc::new(reporter.party(row)),
        partner: Rc::new(partner.party(row)),
        kinds: cell(row, kinds).to_owned(),
        closeness: cell(row, closeness).to_owned(),
        frequency: cell(row, frequency).to_owned(),
        direction: Direction::of(true, cell(row, mutual)),
        fault: row.fault,
    };
    Ok((names, body.iter().map(statement).collect()))
}
