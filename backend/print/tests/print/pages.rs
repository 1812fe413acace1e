//! Letters and the sheet of nurse desks.

use crate::{
    paper::{self, codes, colours, dense, pages, smallest},
    samples,
};
use hoshizu_print::{PrintError, ReminderDocument, nurse_sheet, reminders};

#[test]
fn a_letter_is_one_page_with_all_one_needs() {
    let Some(fonts) = paper::fonts() else { return };
    let begun =
        ReminderDocument {
            begun: true, message: "*急ぎ* #v(1cm)\n二行目".to_owned(), ..samples::reminder()
        };
    let pdf = reminders(&[samples::reminder(), begun], &fonts).unwrap();
    let letters: Vec<String> = pages(&pdf).iter().map(|page| dense(page)).collect();
    assert_eq!(letters.len(), 2);
    for letter in &letters {
        for part in ["ケアプランセンターひだまり御中", "2026年10月31日", "ACDE-FGHJ-KMNP", "FAX0000-12-3457"]
        {
            assert!(letter.contains(part), "{part}: {letter}");
        }
    }
    assert!(letters[0].contains("まだお答えをいただいておりません") && !letters[0].contains("途中"));
    assert!(letters[1].contains("途中") && letters[1].contains("*急ぎ*#v(1cm)二行目"));
    assert_eq!(codes(&pdf, 196), vec![vec![samples::URL.to_owned()]; 2]);
    assert!(smallest(&pdf) >= 8.9);
    assert!(matches!(reminders(&[], &fonts), Err(PrintError::Empty)));
}

#[test]
fn the_desks_of_a_town_are_one_page_in_black() {
    let Some(fonts) = paper::fonts() else { return };
    let sheet = samples::nurse_sheet(24);
    let pdf = nurse_sheet(&sheet, &fonts).unwrap();
    let all = pages(&pdf);
    assert_eq!(all.len(), 1);
    let text = dense(&all[0]);
    for topic in &sheet.topics {
        assert!(text.contains(&dense(&topic.name)), "{}", topic.name);
    }
    for desk in &sheet.desks {
        assert!(text.contains(&format!("電話{}", desk.phone.as_deref().unwrap())), "{}", desk.number);
    }
    assert!(text.contains("1・4・23△") && text.contains("保健センター・障害課"));
    assert!(smallest(&pdf) >= 8.9);
    assert!(colours(&pdf)[0].bytes.iter().all(|byte| [0, 255].contains(byte)));
}

#[test]
fn more_desks_go_on_to_a_second_page() {
    let Some(fonts) = paper::fonts() else { return };
    let sheet = samples::nurse_sheet(60);
    let all = pages(&nurse_sheet(&sheet, &fonts).unwrap());
    assert!(all.len() >= 2);
    let text = dense(&all.join(""));
    assert!(sheet.desks.iter().all(|desk| text.contains(desk.phone.as_deref().unwrap())));
}
