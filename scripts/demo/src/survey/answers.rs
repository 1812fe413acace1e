//! What offices answer: not all do, nobody remembers everybody, and two sides of a tie do not say the same.

use super::{
    actors::{Actor, Role},
    truth::{Field, Truth},
};
use crate::{csv, random::Random};
use hoshizu_catalog::{
    day::Day,
    survey::{SheetState, Way},
    tie::{Closeness, Frequency, Star, TieKind, TieKinds},
};
use std::collections::BTreeMap;

const SHEET_HEADER: &str =
    "\u{feff}office_id,office_number,office_name,municipality,state,finished_on,way\r\n";
const REPORT_HEADER: &str = "\u{feff}reporter_id,reporter_number,reporter_name,reporter_municipality,partner_id,partner_number,partner_name,partner_municipality,kinds,closeness,frequency\r\n";

/// Partners one respondent names at most: nobody ticks more in five minutes.
const MOST: usize = 45;

/// A sheet of the wave at hand.
#[derive(Debug, Clone, Copy)]
struct Sheet {
    state: SheetState,
    finished_on: Option<Day>,
    way: Option<Way>,
}

/// The sheets of the wave at hand.
pub struct Answers<'a> {
    field: &'a Field<'a>,
    /// How well each remembers.
    memory: Vec<f64>,
    sheets: BTreeMap<usize, Sheet>,
}

impl<'a> Answers<'a> {
    /// Before anybody was asked.
    pub fn new(field: &'a Field<'a>, random: &mut Random) -> Self {
        let memory = field.actors.iter().map(|_| 0.48 + 0.42 * random.unit()).collect();
        Self { field, memory, sheets: BTreeMap::new() }
    }

    /// Sends everybody a sheet. Who answered before is likelier to answer again.
    pub fn ask(&mut self, wave: u32, period: (Day, Day), random: &mut Random) {
        let before = std::mem::take(&mut self.sheets);
        for (at, actor) in self.field.actors.iter().enumerate().filter(|(_, actor)| actor.asked) {
            let chance = match before.get(&at) {
                Some(sheet) if sheet.state == SheetState::Finished && actor.number.is_empty() => 0.95,
                Some(sheet) if sheet.state == SheetState::Finished => 0.86,
                Some(sheet) if sheet.state == SheetState::Refused => 0.15,
                _ => willing(actor.role, wave),
            };
            let sheet = if random.chance(chance) { answered(actor, period, random) } else { silent(random) };
            self.sheets.insert(at, sheet);
        }
    }

    /// `sheets.csv`.
    pub fn sheets(&self) -> String {
        let mut text = SHEET_HEADER.to_owned();
        for (at, sheet) in &self.sheets {
            let actor = &self.field.actors[*at];
            let finished = sheet.finished_on.map(|day| day.to_string()).unwrap_or_default();
            let way = sheet.way.map_or("", Way::code);
            let cells =
                ["", &actor.number, &actor.name, &actor.municipality, sheet.state.code(), &finished, way];
            text.push_str(&csv::row(&cells, "\r\n"));
        }
        text
    }

    /// `reports.csv` of the ties that are.
    pub fn reports(&self, truth: &Truth, random: &mut Random) -> String {
        let mut partners: BTreeMap<usize, Vec<(usize, Star)>> = BTreeMap::new();
        for ((a, b), star) in truth {
            partners.entry(*a).or_default().push((*b, *star));
            partners.entry(*b).or_default().push((*a, *star));
        }
        let mut text = REPORT_HEADER.to_owned();
        for (at, sheet) in &self.sheets {
            let share = match sheet.state {
                SheetState::Finished => 1.0,
                SheetState::Begun => 0.4,
                _ => continue,
            };
            let mut named = 0;
            for (partner, star) in partners.get(at).into_iter().flatten() {
                // Who trusts the other remembers.
                let close = star.closeness.map_or(0.0, |stage| 0.08 * (f64::from(stage.stage()) - 1.0));
                let recalled = (self.memory[*at] + close).min(0.98) * share;
                if named < MOST && random.chance(recalled) {
                    named += 1;
                    let star = told(*star, sheet.way, random);
                    text.push_str(&row(&self.field.actors[*at], &self.field.actors[*partner], star));
                }
            }
        }
        text
    }
}

/// Chance to answer when nothing was answered before.
fn willing(role: Role, wave: u32) -> f64 {
    let first = wave == 1;
    match role {
        Role::CareManager if first => 0.68,
        Role::Consultation if first => 0.62,
        Role::Both if first => 0.78,
        Role::CareManager | Role::Both => 0.4,
        Role::Consultation => 0.52,
        Role::SupportCenter | Role::Core => 0.94,
        _ => 0.85,
    }
}

fn answered(actor: &Actor, (from, to): (Day, Day), random: &mut Random) -> Sheet {
    let desk = actor.number.is_empty();
    // Municipal desks sit on closed networks: paper and spreadsheets.
    let way = match random.below(20) {
        0..=8 if desk => Way::Spreadsheet,
        9..=15 if desk => Way::Paper,
        0..=12 => Way::Web,
        13..=17 => Way::Paper,
        _ => Way::Spreadsheet,
    };
    // At once, or when reminded, or late.
    let days = to.days_since(from) as u32;
    let after = match random.below(20) {
        0..=8 => random.range(0, 8),
        9..=12 => random.range(9, days - 8),
        13..=18 => random.range(days - 7, days),
        _ => days + random.range(1, 9),
    };
    Sheet { state: SheetState::Finished, finished_on: Some(from.plus(after as i32)), way: Some(way) }
}

fn silent(random: &mut Random) -> Sheet {
    let (state, way) = match random.below(20) {
        0..=2 => (SheetState::Refused, None),
        3..=5 => (SheetState::Begun, Some(Way::Web)),
        _ => (SheetState::Waiting, None),
    };
    Sheet { state, finished_on: None, way }
}

/// What one side says of a tie: some of the kinds, a stage more or less, some of it nothing; on paper more is left out.
fn told(star: Star, way: Option<Way>, random: &mut Random) -> Star {
    let left_out = if way == Some(Way::Paper) { 0.14 } else { 0.06 };
    let kinds: TieKinds = star.kinds.iter().filter(|_| random.chance(0.78)).collect();
    let stage = star.closeness.map_or(2, Closeness::stage);
    let stage = match random.below(10) {
        0 => stage.saturating_sub(1).max(1),
        1 => (stage + 1).min(3),
        _ => stage,
    };
    let at =
        star.frequency.and_then(|band| Frequency::ALL.iter().position(|known| *known == band)).unwrap_or(0);
    let at = match random.below(8) {
        0 => at.saturating_sub(1),
        1 => (at + 1).min(3),
        _ => at,
    };
    Star {
        kinds: if random.chance(left_out) { TieKinds::default() } else { kinds },
        closeness: Closeness::new(stage).filter(|_| !random.chance(left_out)),
        frequency: Some(Frequency::ALL[at]).filter(|_| !random.chance(left_out * 1.5)),
    }
}

/// A row; whoever has a number is named by it alone.
fn row(reporter: &Actor, partner: &Actor, star: Star) -> String {
    let side = |actor: &Actor| {
        if actor.number.is_empty() {
            [String::new(), String::new(), actor.name.clone(), actor.municipality.clone()]
        } else {
            [String::new(), actor.number.clone(), String::new(), String::new()]
        }
    };
    let kinds = star.kinds.iter().map(TieKind::code).collect::<Vec<_>>().join(";");
    let closeness = star.closeness.map(|stage| stage.stage().to_string()).unwrap_or_default();
    let frequency = star.frequency.map_or("", Frequency::code).to_owned();
    let cells: Vec<String> =
        side(reporter).into_iter().chain(side(partner)).chain([kinds, closeness, frequency]).collect();
    csv::row(&cells.iter().map(String::as_str).collect::<Vec<_>>(), "\r\n")
}
