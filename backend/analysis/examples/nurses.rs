//! Measures nurse desks on an invented country of 1,741 municipalities: 100,000 different questions, and the matrix of
//! every municipality × 20 topics × 6 age bands. Run by `scripts/bench nurses`.

use hoshizu_analysis::guide::{
    cover::{self, Unit},
    desk::{Desks, Question},
};
use hoshizu_catalog::{
    id::NurseDeskId,
    nurse::{DeskArea, NurseDesk, Placement, Scheme, Topic},
};
use rayon::prelude::*;
use std::{io::Write as _, time::Instant};
use uuid::Uuid;

const MUNICIPALITIES: u32 = 1_741;
const QUESTIONS: u32 = 100_000;
/// 日常生活圏域 of a municipality; the country has 5,600 地域包括支援センター, 3.2 each.
const AREAS: u32 = 3;

fn municipality(index: u32) -> String {
    format!("{:02}{:03}", index / 38 + 1, index % 38 + 201)
}

fn area(municipality: &str, number: u32) -> String {
    format!("community_area:{municipality}:{number}")
}

fn places(index: u32, number: u32) -> Vec<String> {
    let code = municipality(index);
    vec![format!("{}000", &code[..2]), area(&code, number), code]
}

/// Ten desks a municipality: tasks for the whole of it, and one nurse a district.
fn desks() -> Vec<NurseDesk> {
    let topics: Vec<Topic> = Topic::all().collect();
    let desk = |index: u32, number: u32| {
        let code = municipality(index);
        let by_district = number < AREAS;
        let areas = if by_district { area(&code, number) } else { code.clone() };
        let first = (index + number * 3) as usize % topics.len();
        NurseDesk {
            id: NurseDeskId(Uuid::from_u128(u128::from(index * 100 + number))),
            owner: code,
            name: format!("窓口{number}"),
            placement: Placement::MunicipalHealth,
            office: None,
            scheme: if by_district { Scheme::District } else { Scheme::Task },
            topics: topics.iter().cycle().skip(first).take(4).copied().collect(),
            age_from: [0, 0, 18, 40, 65][(index + number) as usize % 5],
            age_to: [None, Some(17), Some(64), None, None][(index + number) as usize % 5],
            areas: vec![DeskArea { code: areas, towns: Vec::new() }],
            does: Vec::new(),
            does_not: None,
            phone: None,
            fax: None,
            hours: None,
            hands_over: Vec::new(),
            source: String::new(),
            checked_on: None,
        }
    };
    (0..MUNICIPALITIES).flat_map(|index| (0..10).map(move |number| desk(index, number))).collect()
}

fn main() -> std::io::Result<()> {
    let mut out = std::io::stdout();
    let begun = Instant::now();
    let desks = Desks::new(desks());
    writeln!(out, "{} desks held in {:.0} ms", desks.all().len(), begun.elapsed().as_secs_f64() * 1e3)?;
    let topics: Vec<Topic> = Topic::all().collect();
    let grounds: Vec<Vec<String>> =
        (0..QUESTIONS).map(|n| places(n * 7 % MUNICIPALITIES, n % AREAS)).collect();
    let begun = Instant::now();
    let mut answers = 0;
    for (at, areas) in grounds.iter().enumerate() {
        let topic = Some(topics[at * 13 % topics.len()]);
        let question = Question { areas, town: None, topic, age: Some((at % 100) as u8) };
        answers += desks.answers(&question).len();
    }
    let seconds = begun.elapsed().as_secs_f64();
    writeln!(
        out,
        "{QUESTIONS} questions on one core: {seconds:.2} s, {:.1} µs each, {:.0} a minute ({answers} desks answered)",
        seconds * 1e6 / f64::from(QUESTIONS),
        f64::from(QUESTIONS) / seconds * 60.0
    )?;
    let units = |index: u32| -> Vec<Unit> {
        let unit = |number| Unit { name: String::new(), areas: places(index, number), town: None };
        (0..AREAS).map(unit).collect()
    };
    let begun = Instant::now();
    let cells: usize = (0..MUNICIPALITIES)
        .into_par_iter()
        .map(|index| {
            let cells = cover::matrix(&desks, &units(index), &topics);
            cells.iter().filter(|cell| cell.state() != "full").count()
        })
        .sum();
    writeln!(
        out,
        "matrix {MUNICIPALITIES} × {} × {}: {:.2} s ({cells} fields with a hole or an overlap)",
        topics.len(),
        cover::BANDS.len(),
        begun.elapsed().as_secs_f64()
    )
}
