//! Desks as tables: reading them against the directory, and the template with drop-downs.

use super::{Ground, edit};
use crate::http::problem::Problem;
use hoshizu_catalog::{
    area::AreaKind,
    fold,
    id::{NurseDeskId, OfficeId},
    listing::Rejection,
    nurse::{NurseDesk, Placement, Scheme, Task, Topic},
};
use hoshizu_ingest::{
    ReadError,
    nurse_desks::{self, CHECKED_ON, COLUMNS, Directory},
};
use hoshizu_search::{Index, Query};
use hoshizu_store::Store;
use rust_xlsxwriter::{DataValidation, Format, FormatBorder, Formula, Workbook, XlsxError};

/// The directory as a table of desks asks it.
struct OfInstallation<'a> {
    index: &'a Index,
    ground: &'a Ground,
}

impl Directory for OfInstallation<'_> {
    fn owner(&self, word: &str) -> Option<String> {
        let of_kind = |code: &str| {
            let kind = self.ground.areas.get(code)?.kind;
            matches!(kind, AreaKind::Prefecture | AreaKind::Municipality | AreaKind::Ward)
                .then(|| code.to_owned())
        };
        let wanted = fold::text(word);
        let named = || {
            let kinds = [AreaKind::Municipality, AreaKind::Prefecture, AreaKind::Ward];
            let mut same: Vec<&str> = self
                .ground
                .areas
                .values()
                .filter(|area| kinds.contains(&area.kind) && fold::text(&area.name) == wanted)
                .map(|area| area.code.as_str())
                .collect();
            same.sort_unstable();
            // Two municipalities of one name need their code.
            match same[..] {
                [only] => Some(only.to_owned()),
                _ => self
                    .ground
                    .gazetteer
                    .split(word, None)
                    .filter(|(_, rest)| rest.is_empty())
                    .map(|(code, _)| code.to_string()),
            }
        };
        of_kind(word).or_else(named)
    }

    fn area(&self, owner: &str, word: &str) -> Option<String> {
        if self.ground.areas.contains_key(word) {
            return Some(word.to_owned());
        }
        let wanted = fold::text(word);
        let inside = self.ground.inside(owner, &AreaKind::ALL);
        let own = self.ground.areas.get(owner);
        // Towns and villages are written with their 郡 or without.
        let is = |name: &str| {
            let name = fold::text(name);
            name == wanted || name.split_once('郡').is_some_and(|(_, town)| town == wanted)
        };
        let mut same = own.into_iter().chain(inside).filter(|area| is(&area.name));
        same.next().map(|area| area.code.clone())
    }

    fn office(&self, owner: &str, name: &str) -> Option<OfficeId> {
        let query =
            Query { q: name.to_owned(), areas: vec![owner.to_owned()], limit: 20, ..Query::default() };
        let answer = self.index.search(&query).ok()?;
        let wanted = fold::text(name);
        let cards = answer.hits.iter().filter_map(crate::http::respond::card);
        cards.into_iter().find(|card| fold::text(&card.name) == wanted).map(|card| OfficeId(card.id))
    }
}

/// Reads a table; every desk of it may be stored, and has an id of its own.
pub fn read(
    index: &Index,
    store: &Store,
    ground: &Ground,
    label: &str,
    bytes: &[u8],
) -> Result<(Vec<NurseDesk>, Vec<Rejection>), ReadError> {
    let table = nurse_desks::read(label, bytes, &OfInstallation { index, ground })?;
    let (mut desks, mut rejected) = (Vec::new(), table.rejected);
    for (line, desk) in table.desks {
        match edit::check(ground, &desk) {
            Ok(()) => desks.push(NurseDesk { id: NurseDeskId(store.next_id()), ..desk }),
            Err(Problem { detail, .. }) => rejected.push(Rejection {
                line,
                column: "担当区域".to_owned(),
                value: detail,
                reason: "outside_owner".to_owned(),
                remedy: "担当区域は、この行の市町村の中の区域にしてください。".to_owned(),
            }),
        }
    }
    rejected.sort_by_key(|rejection| rejection.line);
    Ok((desks, rejected))
}

/// Columns in which the template offers a list, and its words.
fn choices() -> [(&'static str, Vec<String>); 4] {
    let owned = |words: Vec<&str>| words.into_iter().map(str::to_owned).collect();
    [
        ("配置", owned(Placement::ALL.iter().map(|p| p.ja()).collect())),
        ("担当制", owned(Scheme::ALL.iter().map(|s| s.ja()).collect())),
        ("話題", owned(Topic::all().map(|topic| topic.definition().ja).collect())),
        ("すること", owned(Task::ALL.iter().map(|t| t.ja()).collect())),
    ]
}

/// Rows of the template that carry drop-downs.
const ROWS: u32 = 300;

/// The template as a workbook: headings, drop-downs, the rows given, and a sheet that explains.
pub fn workbook(rows: &[Vec<String>], areas: &[String]) -> Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    let head = Format::new()
        .set_bold()
        .set_border(FormatBorder::Thin)
        .set_background_color(0x00EA_F0F8)
        .set_text_wrap();
    let sheet = book.add_worksheet().set_name("保健師窓口")?;
    sheet.set_freeze_panes(1, 1)?;
    let all: Vec<&str> = COLUMNS.into_iter().chain([CHECKED_ON]).collect();
    for (at, name) in all.iter().enumerate() {
        let needed = ["窓口名", "市町村", "配置", "話題"].contains(name);
        let title = if needed { format!("{name}＊") } else { (*name).to_owned() };
        sheet.write_string_with_format(0, at as u16, &title, &head)?;
        sheet.set_column_width(
            at as u16,
            if ["話題", "担当区域", "町名", "しないこと", "引継ぎ"].contains(name) {
                28.0
            } else {
                14.0
            },
        )?;
    }
    for (at, row) in rows.iter().enumerate() {
        for (column, cell) in row.iter().enumerate() {
            sheet.write_string(at as u32 + 1, column as u16, cell)?;
        }
    }
    let lists = choices().into_iter().chain([("担当区域", areas.to_vec())]);
    let lists: Vec<(&str, Vec<String>)> = lists.filter(|(_, words)| !words.is_empty()).collect();
    for (at, (name, words)) in lists.iter().enumerate() {
        let column = all.iter().position(|column| column == name).unwrap_or_default() as u16;
        let letter = char::from(b'A' + at as u8);
        let range = format!("=一覧!${letter}$2:${letter}${}", words.len() + 1);
        // Several words may stand in a cell, with 「、」 between: the list offers, it does not bar.
        let offer = DataValidation::new().allow_list_formula(Formula::new(range)).show_error_message(false);
        sheet.add_data_validation(1, column, ROWS, column, &offer)?;
    }
    let sheet = book.add_worksheet().set_name("一覧")?;
    for (at, (name, words)) in lists.iter().enumerate() {
        sheet.write_string_with_format(0, at as u16, *name, &head)?;
        sheet.set_column_width(at as u16, 28.0)?;
        for (row, word) in words.iter().enumerate() {
            sheet.write_string(row as u32 + 1, at as u16, word)?;
        }
    }
    let sheet = book.add_worksheet().set_name("書き方")?;
    sheet.set_column_width(0, 110.0)?;
    for (at, line) in GUIDE.iter().enumerate() {
        sheet.write_string(at as u32, 0, *line)?;
    }
    book.save_to_buffer()
}

const GUIDE: [&str; 10] = [
    "1行に1つの窓口を書きます。＊の列は必ず書いてください。利用者の個人情報は書かないでください。",
    "話題・すること・担当区域・町名は、「、」で区切って複数書けます（例：難病、こころの健康・精神保健）。",
    "市町村：設置する市町村名か都道府県名、または5桁のコード。",
    "年齢：0～120。制限がなければ空けます。18歳未満なら「年齢まで」は17です。",
    "担当区域：日常生活圏域名・学校区名・区名など。市町村の全体なら空けます。",
    "町名：一部の町だけを担当するとき。「城下町」と書くと城下町の全部の丁目を含みます。",
    "引継ぎ：「18歳→健康づくり課、就学→学校教育課」のように書きます。",
    "担当制：地区担当（地区のすべての話題を一人で）か、業務担当（話題ごと）。",
    "確認日：2026-04-01 のように書きます。",
    "同じ市町村の同じ窓口名は上書きされます。表にない窓口は消えません。",
];
