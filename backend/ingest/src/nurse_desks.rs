//! 保健師窓口 as a table: one row a desk, CSV or XLSX, in the columns of our own template.

use crate::{
    Limits, ReadError,
    decode::decode,
    report::rejection,
    table::{self, Row},
    workbook::FILLED_IN,
};
use hoshizu_catalog::{
    fold,
    id::{NurseDeskId, OfficeId},
    listing::Rejection,
    nurse::{DeskArea, HandOver, NurseDesk, Placement, Scheme, Task, Topic},
};
use std::{borrow::Cow, collections::HashSet};
use uuid::Uuid;

/// The columns of the template, in its order.
pub const COLUMNS: [&str; 17] = [
    "窓口名",
    "市町村",
    "配置",
    "事業所",
    "担当制",
    "話題",
    "年齢から",
    "年齢まで",
    "担当区域",
    "町名",
    "すること",
    "しないこと",
    "電話",
    "FAX",
    "受付時間",
    "引継ぎ",
    "情報源",
];
/// The last column.
pub const CHECKED_ON: &str = "確認日";
/// Columns without which a row says nothing.
const NEEDED: [&str; 4] = ["窓口名", "市町村", "配置", "話題"];
/// Rows of one table: the 5,000 desks of a prefecture of a hundred municipalities.
const MOST: usize = 5_000;

/// What the reader asks the directory.
pub trait Directory {
    /// The municipality or prefecture of a name or code.
    fn owner(&self, word: &str) -> Option<String>;
    /// The area of a name or code, looked for inside its owner first.
    fn area(&self, owner: &str, word: &str) -> Option<String>;
    /// The office of a name inside its owner.
    fn office(&self, owner: &str, name: &str) -> Option<OfficeId>;
}

/// What a table holds.
#[derive(Debug, Clone, Default)]
pub struct Table {
    /// Desks with the line each stands on; their ids are nil, to be given on writing.
    pub desks: Vec<(u64, NurseDesk)>,
    /// Rows refused, with column, value and remedy.
    pub rejected: Vec<Rejection>,
}

/// Reads a table of desks.
///
/// # Errors
/// When the workbook is broken, unpacks to too much, or a needed column is missing.
pub fn read(label: &str, bytes: &[u8], directory: &dyn Directory) -> Result<Table, ReadError> {
    let limits = Limits::default();
    let decoded;
    let rows: Vec<Row<'_>> = if bytes.starts_with(b"PK") {
        let limits = Limits { expanded: FILLED_IN, ..limits };
        table::sheet(bytes, label, &limits)?.1
    } else {
        decoded = decode(bytes).text;
        table::rows(&decoded, table::delimiter(&decoded), &limits)
    };
    let (columns, body) = header(label, &rows)?;
    let mut found = Table::default();
    let mut names = HashSet::new();
    for row in body {
        if found.desks.len() + found.rejected.len() >= MOST {
            found.rejected.push(rejection(
                row.line,
                "",
                "",
                "too_many_rows",
                "表を分けて取り込んでください。",
            ));
            break;
        }
        match desk(&Cells { row, columns: &columns }, directory) {
            Err(fault) => found.rejected.push(fault.at(row.line)),
            Ok(desk) if !names.insert((desk.owner.clone(), desk.name.clone())) => {
                let remedy = "同じ市町村に同じ窓口名があります。名前を変えるか、1行にまとめてください。";
                found.rejected.push(rejection(row.line, "窓口名", &desk.name, "duplicate_name", remedy));
            }
            Ok(desk) => found.desks.push((row.line, desk)),
        }
    }
    Ok(found)
}

/// Places of the columns, found by the first row that names all that are needed, and the rows below it.
fn header<'r, 'a>(
    label: &str,
    rows: &'r [Row<'a>],
) -> Result<(Vec<Option<usize>>, &'r [Row<'a>]), ReadError> {
    let all = || COLUMNS.into_iter().chain([CHECKED_ON]);
    let place = |row: &Row<'_>, name: &str| {
        let wanted = fold::text(name);
        // The template marks needed columns with a star.
        row.cells.iter().position(|cell| fold::text(cell.trim().trim_end_matches(['*', '＊'])) == wanted)
    };
    let missing = |row: &Row<'_>| -> Vec<String> {
        NEEDED.iter().filter(|name| place(row, name).is_none()).map(|name| (*name).to_owned()).collect()
    };
    let heads = rows.iter().take(10).enumerate();
    let Some((at, row)) = heads.min_by_key(|(_, row)| missing(row).len()) else {
        let missing = NEEDED.map(str::to_owned).to_vec();
        return Err(ReadError::Unknown {
            label: label.to_owned(), nearest: "保健師窓口".into(), missing
        });
    };
    let lacking = missing(row);
    if !lacking.is_empty() {
        return Err(ReadError::Unknown {
            label: label.to_owned(),
            nearest: "保健師窓口".into(),
            missing: lacking,
        });
    }
    Ok((all().map(|name| place(row, name)).collect(), &rows[at + 1..]))
}

struct Cells<'c, 'a> {
    row: &'c Row<'a>,
    columns: &'c [Option<usize>],
}

/// What is wrong with a row.
struct Fault {
    column: &'static str,
    value: String,
    reason: &'static str,
    remedy: Cow<'static, str>,
}

impl Fault {
    fn new(
        column: &'static str,
        value: &str,
        reason: &'static str,
        remedy: impl Into<Cow<'static, str>>,
    ) -> Self {
        Self { column, value: value.chars().take(80).collect(), reason, remedy: remedy.into() }
    }

    fn at(self, line: u64) -> Rejection {
        rejection(line, self.column, &self.value, self.reason, &self.remedy)
    }
}

impl Cells<'_, '_> {
    fn get(&self, name: &str) -> &str {
        let at = COLUMNS.iter().position(|column| *column == name).unwrap_or(COLUMNS.len());
        let cell = self.columns[at].and_then(|place| self.row.cells.get(place));
        cell.map_or("", |cell| cell.trim())
    }

    fn text(&self, name: &str) -> Option<String> {
        Some(self.get(name)).filter(|text| !text.is_empty()).map(str::to_owned)
    }

    fn list(&self, name: &str) -> impl Iterator<Item = &str> {
        self.get(name)
            .split(['、', ',', '，', '\n', '；', ';'])
            .map(str::trim)
            .filter(|word| !word.is_empty())
    }

    /// A value of a closed list.
    fn one<T>(&self, name: &'static str, parse: fn(&str) -> Option<T>, all: &[&str]) -> Result<T, Fault> {
        let value = self.get(name);
        let reason = if value.is_empty() { "missing" } else { "unknown_word" };
        parse(value).ok_or_else(|| Fault::new(name, value, reason, choose(all)))
    }

    fn many<T>(
        &self,
        name: &'static str,
        parse: fn(&str) -> Option<T>,
        all: &[&str],
    ) -> Result<Vec<T>, Fault> {
        let each = |word| parse(word).ok_or_else(|| Fault::new(name, word, "unknown_word", choose(all)));
        self.list(name).map(each).collect()
    }

    fn age(&self, name: &'static str) -> Result<Option<u8>, Fault> {
        let text: String = fold::text(self.get(name)).trim_end_matches('歳').trim().to_owned();
        if text.is_empty() {
            return Ok(None);
        }
        let age = text.parse().ok().filter(|age: &u8| *age <= hoshizu_catalog::nurse::OLDEST);
        age.map(Some).ok_or_else(|| {
            Fault::new(
                name,
                &text,
                "not_an_age",
                "0～120の数字で書いてください。制限がなければ空けてください。",
            )
        })
    }
}

fn choose(all: &[&str]) -> String {
    format!("次のどれかを書いてください：{}", all.join("、"))
}

fn desk(cells: &Cells<'_, '_>, directory: &dyn Directory) -> Result<NurseDesk, Fault> {
    if let Some(reason) = cells.row.fault {
        return Err(Fault::new("", "", reason, "この行の引用符と長さを確かめてください。"));
    }
    let town = cells.get("市町村");
    let owner = directory.owner(town).ok_or_else(|| {
        let remedy = "市町村名（○○市、○○県）か、5桁のコードを書いてください。";
        Fault::new("市町村", town, "unknown_municipality", remedy)
    })?;
    let topics: Vec<&str> = Topic::all().map(|topic| topic.definition().ja).collect();
    let words = |all: &[Placement]| all.iter().map(|p| p.ja()).collect::<Vec<_>>();
    let scheme = match cells.get("担当制") {
        "" => Scheme::Task,
        _ => cells.one("担当制", Scheme::parse, &[Scheme::District.ja(), Scheme::Task.ja()])?,
    };
    let office = match cells.get("事業所") {
        "" => None,
        name => Some(directory.office(&owner, name).ok_or_else(|| {
            let remedy = "この市町村の名簿にない事業所です。名簿のとおりの名前を書くか、空けてください。";
            Fault::new("事業所", name, "unknown_office", remedy)
        })?),
    };
    let desk = NurseDesk {
        id: NurseDeskId(Uuid::nil()),
        name: cells.get("窓口名").to_owned(),
        placement: cells.one("配置", Placement::parse, &words(Placement::ALL))?,
        office,
        scheme,
        topics: cells.many("話題", Topic::from_word, &topics)?,
        age_from: cells.age("年齢から")?.unwrap_or(0),
        age_to: cells.age("年齢まで")?,
        areas: areas(cells, &owner, directory)?,
        does: cells.many("すること", Task::parse, &Task::ALL.iter().map(|t| t.ja()).collect::<Vec<_>>())?,
        does_not: cells.text("しないこと"),
        phone: cells.text("電話").map(|text| fold::phone(&text).unwrap_or(text)),
        fax: cells.text("FAX").map(|text| fold::phone(&text).unwrap_or(text)),
        hours: cells.text("受付時間"),
        hands_over: cells.list("引継ぎ").map(hand_over).collect::<Result<_, _>>()?,
        source: cells.get("情報源").to_owned(),
        checked_on: cells.text(CHECKED_ON).map(|text| text.replace('/', "-")),
        owner,
    };
    match desk.faults().first() {
        None => Ok(desk),
        Some((field, reason)) => Err(in_words(cells, field, reason)),
    }
}

fn areas(cells: &Cells<'_, '_>, owner: &str, directory: &dyn Directory) -> Result<Vec<DeskArea>, Fault> {
    let named: Vec<String> = cells
        .list("担当区域")
        .map(|word| {
            directory.area(owner, word).ok_or_else(|| {
                let remedy = "市町村名、日常生活圏域名、学校区名、または区域コードを書いてください。";
                Fault::new("担当区域", word, "unknown_area", remedy)
            })
        })
        .collect::<Result<_, _>>()?;
    let towns: Vec<String> = cells.list("町名").map(str::to_owned).collect();
    if named.is_empty() {
        return Ok(vec![DeskArea { code: owner.to_owned(), towns }]);
    }
    if !towns.is_empty() && named.len() > 1 {
        let remedy = "町名を書くときは、担当区域を1つにするか空けてください。";
        return Err(Fault::new("町名", cells.get("町名"), "towns_of_several_areas", remedy));
    }
    Ok(named.into_iter().map(|code| DeskArea { code, towns: towns.clone() }).collect())
}

/// 「18歳→健康づくり課」, 「就学→学校教育課」, 「18歳 高校卒業→…」.
fn hand_over(text: &str) -> Result<HandOver, Fault> {
    let wrong =
        || Fault::new("引継ぎ", text, "not_a_hand_over", "「18歳→健康づくり課」のように書いてください。");
    let (when, to) = text.split_once(['→', '⇒']).ok_or_else(wrong)?;
    let when = when.trim();
    let (age, event) = match when.split_once('歳') {
        Some((digits, rest)) => (Some(fold::text(digits).parse().ok().ok_or_else(wrong)?), rest),
        None => (None, when),
    };
    let event = Some(event.trim()).filter(|event| !event.is_empty()).map(str::to_owned);
    Ok(HandOver { age, event, to: to.trim().to_owned() })
}

fn in_words(cells: &Cells<'_, '_>, field: &str, reason: &'static str) -> Fault {
    let (column, remedy) = match (field, reason) {
        ("name", _) => ("窓口名", "窓口の名前を書いてください。"),
        ("topics", _) => ("話題", "話題を1つ以上書いてください。"),
        ("age", _) => ("年齢まで", "「年齢から」より大きい年齢を書いてください。"),
        ("checked_on", _) => (CHECKED_ON, "2026-04-01のように書いてください。"),
        ("hands_over", _) => ("引継ぎ", "「18歳→健康づくり課」のように書いてください。"),
        _ => ("しないこと", "長すぎるか多すぎます。短くしてください。"),
    };
    Fault::new(column, cells.get(column), reason, remedy)
}

/// A desk as a row of the template.
pub fn row(desk: &NurseDesk, name_of: &dyn Fn(&str) -> String, office: &str) -> Vec<String> {
    let join = |words: Vec<String>| words.join("、");
    let age = |age: u8| age.to_string();
    let hand_over = |over: &HandOver| {
        let age = over.age.map(|age| format!("{age}歳")).unwrap_or_default();
        format!("{age}{}→{}", over.event.clone().unwrap_or_default(), over.to)
    };
    let text = |value: &Option<String>| value.clone().unwrap_or_default();
    let towns = desk.areas.first().map(|area| area.towns.clone()).unwrap_or_default();
    vec![
        desk.name.clone(),
        name_of(&desk.owner),
        desk.placement.ja().to_owned(),
        office.to_owned(),
        desk.scheme.ja().to_owned(),
        join(desk.topics.iter().map(|topic| topic.definition().ja.to_owned()).collect()),
        age(desk.age_from),
        desk.age_to.map(age).unwrap_or_default(),
        join(desk.areas.iter().map(|area| area.code.clone()).collect()),
        join(towns),
        join(desk.does.iter().map(|task| task.ja().to_owned()).collect()),
        text(&desk.does_not),
        text(&desk.phone),
        text(&desk.fax),
        text(&desk.hours),
        join(desk.hands_over.iter().map(hand_over).collect()),
        desk.source.clone(),
        text(&desk.checked_on),
    ]
}

#[cfg(test)]
mod tests;
