//! Statements become reports, or are refused with what to do.

use super::{
    Direction, Match, Names, OfficeBook, Party, PartyMatch, Statement, TieFile,
    words::{self, NoSuchValue},
};
use crate::report::{faulty_row, rejection};
use hoshizu_catalog::{
    id::OfficeId,
    listing::Rejection,
    tie::{Frequency, Report, Star, TieKind},
};
use std::{collections::HashMap, rc::Rc};

/// Offices a remedy names.
const NAMED: usize = 3;

/// Judges every statement; what is said of the same pair again must be the same.
pub fn judge(names: &Names, statements: Vec<Statement>, book: &OfficeBook) -> TieFile {
    let mut court =
        Court { names, book, file: TieFile::default(), known: HashMap::new(), said: HashMap::new() };
    for statement in statements {
        court.hear(statement);
    }
    court.file
}

struct Court<'a> {
    names: &'a Names,
    book: &'a OfficeBook,
    file: TieFile,
    /// Parties by their place in the file's list.
    known: HashMap<Rc<Party>, usize>,
    /// Where each pair was spoken of first, and how.
    said: HashMap<(OfficeId, OfficeId), (u64, Star)>,
}

impl Court<'_> {
    fn hear(&mut self, statement: Statement) {
        self.file.rows += 1;
        if let Some(fault) = statement.fault {
            let text = statement.reporter.text();
            let rejection = match fault {
                "no_object" => {
                    let remedy = "reporter と partner のある項目にしてください。";
                    rejection(statement.line, "", "", fault, remedy)
                }
                _ => faulty_row(statement.line, &text, fault),
            };
            return self.file.rejected.push(rejection);
        }
        let line = statement.line;
        let judged = star(&statement, self.names);
        let direction = statement.direction;
        let reporter = self.party(line, statement.reporter, true);
        let partner = self.party(line, statement.partner, false);
        let report = reporter.and_then(|a| partner.and_then(|b| judged.map(|star| (a, b, star))));
        match report {
            Err(rejection) => self.file.rejected.push(*rejection),
            Ok((a, b, _)) if a == b => {
                let remedy = "同じ事業所が両側にあります。相手の事業所を直してください。";
                self.refuse(line, &self.names.partner, "", "self_report", remedy);
            }
            Ok(_) if direction == Direction::Unknown => {
                let remedy =
                    "片方だけの申告で向きが分かりません。申告（reports）のファイルを取り込んでください。";
                self.refuse(line, "evidence", "one_sided", "direction_unknown", remedy);
            }
            Ok((reporter, partner, star)) => {
                self.admit(line, Report { reporter, partner, star });
                if direction == Direction::Both {
                    self.file.rows += 1;
                    self.admit(line, Report { reporter: partner, partner: reporter, star });
                }
            }
        }
    }

    fn refuse(&mut self, line: u64, column: &str, value: &str, reason: &str, remedy: &str) {
        self.file.rejected.push(rejection(line, column, value, reason, remedy));
    }

    fn admit(&mut self, line: u64, report: Report) {
        match self.said.get(&(report.reporter, report.partner)) {
            Some((_, star)) if *star == report.star => self.file.duplicates += 1,
            Some((first, _)) => {
                let remedy =
                    format!("{first} 行目と同じ組で内容が違います。どちらか 1 行にまとめてください。");
                let column = self.names.partner.clone();
                self.refuse(line, &column, "", "contradiction", &remedy);
            }
            None => {
                self.said.insert((report.reporter, report.partner), (line, report.star));
                self.file.reports.push((line, report));
            }
        }
    }

    /// The office a party is; it is counted in the list of parties either way.
    fn party(&mut self, line: u64, party: Rc<Party>, reports: bool) -> Result<OfficeId, Box<Rejection>> {
        let column = if reports { &self.names.reporter } else { &self.names.partner };
        if party.is_empty() {
            let remedy = "事業所の名前か事業所番号を書いてください。";
            return Err(Box::new(rejection(line, column, "", "missing_office", remedy)));
        }
        let at = if let Some(at) = self.known.get(&party) {
            *at
        } else {
            let found = self.book.find(&party);
            self.file.parties.push(PartyMatch { party: Party::clone(&party), statements: 0, found });
            self.known.insert(party, self.file.parties.len() - 1);
            self.file.parties.len() - 1
        };
        let party = &mut self.file.parties[at];
        party.statements += 1;
        let (reason, remedy) = match &party.found {
            Match::Ambiguous { candidates } => {
                let some: Vec<String> = candidates
                    .iter()
                    .take(NAMED)
                    .map(|candidate| format!("{}（{}）", candidate.name, candidate.municipality))
                    .collect();
                let remedy = format!(
                    "{}など、あてはまる事業所が複数あります。事業所番号か市区町村を書き足してください。",
                    some.join("、")
                );
                ("ambiguous_office", remedy)
            }
            found => match found.office() {
                Some(office) => return Ok(office),
                None => (
                    "unknown_office",
                    "名簿にない事業所です。名簿のとおりの名前か事業所番号に直すか、先に名簿へ登録してください。".to_owned(),
                ),
            },
        };
        Err(Box::new(rejection(line, column, &party.party.text(), reason, &remedy)))
    }
}

/// What a statement says of the tie.
fn star(statement: &Statement, names: &Names) -> Result<Star, Box<Rejection>> {
    let wrong = |column: &str, value: &str, reason: &str, remedy: &str| {
        Box::new(rejection(statement.line, column, value, reason, remedy))
    };
    let kinds = words::kinds(&statement.kinds).map_err(|word| {
        let all: Vec<&str> = TieKind::ALL.iter().map(|kind| kind.ja()).collect();
        let remedy = format!("次の中から「、」で区切って書いてください：{}", all.join("、"));
        wrong(&names.kinds, &word, "unknown_kind", &remedy)
    })?;
    let closeness = words::closeness(&statement.closeness).map_err(|NoSuchValue| {
        let remedy = "1、2、3（①②③）のどれかを書くか、空けてください。";
        wrong(&names.closeness, &statement.closeness, "bad_closeness", remedy)
    })?;
    let frequency = words::frequency(&statement.frequency).map_err(|NoSuchValue| {
        let all: Vec<&str> = Frequency::ALL.iter().map(|band| band.ja()).collect();
        let remedy = format!("次のどれかを書くか、空けてください：{}", all.join("、"));
        wrong(&names.frequency, &statement.frequency, "bad_frequency", &remedy)
    })?;
    Ok(Star { kinds, closeness, frequency })
}
