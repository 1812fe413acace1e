//! 保健師早見表 on paper: the matrix of a municipality in the words of a printed page.

use crate::view::nurses::{DeskView, NurseCell, NurseMatrix};
use hoshizu_catalog::{
    day::Day,
    nurse::{OLDEST, Placement, Topic},
};
use hoshizu_print::{NurseCell as PrintedCell, NurseDeskLine, NurseSheetDocument, NurseTopic};

/// The sheet of a matrix, with its desks numbered in their order.
pub fn sheet(matrix: &NurseMatrix, day: Day) -> NurseSheetDocument {
    let of_topic = |code: &str| -> Vec<PrintedCell> {
        matrix.cells.iter().filter(|cell| cell.topic == code).map(|cell| printed(matrix, cell)).collect()
    };
    let topics = Topic::all()
        .map(Topic::definition)
        .map(|topic| NurseTopic { name: topic.ja.to_owned(), cells: of_topic(topic.code) });
    NurseSheetDocument {
        area: matrix.area.name.clone(),
        dated: day.ja(),
        bands: matrix.bands.iter().map(|(from, to)| ages(*from, *to)).collect(),
        topics: topics.filter(|topic| !topic.cells.is_empty()).collect(),
        desks: matrix.desks.iter().enumerate().map(|(at, desk)| line(at as u16 + 1, desk)).collect(),
    }
}

fn printed(matrix: &NurseMatrix, cell: &NurseCell) -> PrintedCell {
    let number = |id| matrix.desks.iter().position(|desk| desk.id == id).map(|at| at as u16 + 1);
    PrintedCell {
        desks: cell.desks.iter().filter_map(|id| number(*id)).collect(),
        part: cell.state == "part",
        general: cell.general.iter().filter_map(|code| Placement::parse(code)).map(short).collect(),
    }
}

fn ages(from: u8, to: u8) -> String {
    match (from, to) {
        (0, OLDEST..) => "すべての年齢".to_owned(),
        (0, _) => format!("{to}歳まで"),
        (_, OLDEST..) => format!("{from}歳以上"),
        _ => format!("{from}～{to}歳"),
    }
}

/// Kinds of place as a cell of the table has room for them.
fn short(placement: Placement) -> String {
    let word = match placement {
        Placement::HealthCenter => "保健所",
        Placement::MunicipalHealth => "保健センター",
        Placement::ChildFamily => "こども家庭",
        Placement::SupportCenter => "地域包括",
        Placement::ElderlyDepartment => "高齢課",
        Placement::DisabilityDepartment => "障害課",
        Placement::ChildGuidance => "児相",
        Placement::MentalCenter => "精神保健",
        Placement::Other => "その他",
    };
    word.to_owned()
}

fn line(number: u16, view: &DeskView) -> NurseDeskLine {
    let desk = &view.desk;
    let area = |(name, towns): (&String, String)| {
        if towns.is_empty() { name.clone() } else { format!("{name} {towns}") }
    };
    let towns = desk.areas.iter().map(|area| area.towns.join("、"));
    let areas: Vec<String> = view.area_names.iter().zip(towns).map(area).collect();
    let does_not = desk.does_not.iter().map(|text| format!("しないこと：{text}"));
    let hands_over = desk.hands_over.iter().map(|over| {
        let age = over.age.map(|age| format!("{age}歳"));
        let when: Vec<String> = age.into_iter().chain(over.event.clone()).collect();
        format!("{} → {}", when.join(" "), over.to)
    });
    NurseDeskLine {
        number,
        name: desk.name.clone(),
        phone: desk.phone.clone(),
        fax: desk.fax.clone(),
        notes: std::iter::once(areas.join("、"))
            .chain(does_not)
            .chain(hands_over)
            .filter(|note| !note.is_empty())
            .collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ages_are_written_as_on_the_page() {
        let written = [(0, 5), (6, 17), (75, OLDEST), (0, OLDEST)].map(|(from, to)| ages(from, to));
        assert_eq!(written, ["5歳まで", "6～17歳", "75歳以上", "すべての年齢"]);
    }
}
