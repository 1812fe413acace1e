//! ☆調査票 as those see it who fill it in, send it by FAX, and type it in.

use crate::{
    paper::{self, codes, colours, dense, pages, smallest},
    samples,
};
use hoshizu_catalog::survey::Asked;
use hoshizu_print::{PrintError, SheetDocument, SheetGroup, SheetRow, sheet_files, sheets};
use proptest::prelude::*;

#[test]
fn a_sheet_says_what_it_was_given_in_order() {
    let Some(fonts) = paper::fonts() else { return };
    let pdf = sheets(&[samples::sheet(12)], &fonts).unwrap();
    let text = pages(&pdf).join("\n");
    // WRITE_GOLDEN=1 writes it anew, to be read before it is committed.
    if std::env::var_os("WRITE_GOLDEN").is_some() {
        std::fs::write(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/print/golden/sheet.txt"), &text).unwrap();
    }
    assert_eq!(dense(&text), dense(include_str!("golden/sheet.txt")), "{text}");
}

#[test]
fn every_page_can_be_told_apart_in_a_heap_of_faxes() {
    let Some(fonts) = paper::fonts() else { return };
    let pdf = sheets(&[samples::sheet(60)], &fonts).unwrap();
    let pages = pages(&pdf);
    assert!((2..=4).contains(&pages.len()), "{} pages", pages.len());
    let all = pages.len();
    for (index, page) in pages.iter().map(|page| dense(page)).enumerate() {
        let numbered = format!("ページ{}/{all}", index + 1);
        for part in
            ["ACDE-FGHJ-KMNP", "星見市多職種連携☆調査", "第2回", "ケアプランセンターひだまり御中", &numbered]
        {
            assert!(page.contains(part), "{part} is not on page {}: {page}", index + 1);
        }
        // Nobody has to turn back for what a letter means.
        assert!(page.contains("1計画の交換2情報提供") && page.contains("a年1〜2回"));
    }
}

#[test]
fn qr_codes_survive_fine_and_standard_fax() {
    let Some(fonts) = paper::fonts() else { return };
    let pdf = sheets(&[samples::sheet(40)], &fonts).unwrap();
    let all = pages(&pdf).len();
    for down in [196, 98] {
        assert_eq!(codes(&pdf, down), vec![vec![samples::URL.to_owned()]; all], "{down} dots an inch");
    }
}

#[test]
fn paper_is_black_on_white_and_nothing_is_small() {
    let Some(fonts) = paper::fonts() else { return };
    for document in [samples::sheet(40), samples::only_stars(40)] {
        let pdf = sheets(&[document], &fonts).unwrap();
        for page in colours(&pdf) {
            assert!(page.bytes.iter().all(|byte| [0, 255].contains(byte)));
            assert!(page.bytes.chunks(3).all(|pixel| pixel[0] == pixel[1] && pixel[1] == pixel[2]));
            assert_eq!(page.bytes.len(), page.width * page.height * 3);
        }
        assert!(smallest(&pdf) >= 8.9, "{} points", smallest(&pdf));
    }
}

#[test]
fn only_what_is_asked_is_printed() {
    let Some(fonts) = paper::fonts() else { return };
    let text = |asked: Asked| {
        let pdf = sheets(&[SheetDocument { asked, ..samples::sheet(12) }], &fonts).unwrap();
        dense(&pages(&pdf).join(""))
    };
    let all = text(Asked::default());
    for part in ["紹介・引継ぎ", "名前と顔が分かる", "月1回以上", "していること"] {
        assert!(all.contains(part), "{part}");
    }
    let stars = text(Asked { kinds: false, closeness: false, frequency: false });
    for part in ["紹介・引継ぎ", "名前と顔が分かる", "月1回以上", "していること", "○で囲んで"]
    {
        assert!(!stars.contains(part), "{part}");
    }
    let closeness = text(Asked { kinds: false, closeness: true, frequency: false });
    assert!(closeness.contains("名前と顔が分かる") && !closeness.contains("月1回以上"));
}

#[test]
fn what_people_type_is_text_and_never_markup() {
    let Some(fonts) = paper::fonts() else { return };
    let nasty = "#panic(\"x\") $x^2$ *b* _i_ \\ ` // c /* d @a <l> [e] = f ~ -- '\"";
    let row = SheetRow {
        number: 1,
        name: nasty.to_owned(),
        services: nasty.to_owned(),
        place: "#read(\"style.typ\")".to_owned(),
        last_time: false,
    };
    let document = SheetDocument {
        title: nasty.to_owned(),
        office_name: nasty.to_owned(),
        introduction: format!("{nasty}\n= {nasty}"),
        consent: nasty.to_owned(),
        contact: nasty.to_owned(),
        groups: vec![SheetGroup { heading: nasty.to_owned(), rows: vec![row] }],
        ..samples::sheet(0)
    };
    let text = dense(&pages(&sheets(&[document], &fonts).unwrap()).join(""));
    let times = text.matches(&dense(nasty)).count();
    assert!(times >= 8, "{times} times in {text}");
    assert!(text.contains("#read(\"style.typ\")"));
}

#[test]
fn long_names_wrap_and_rare_characters_become_a_geta() {
    let Some(fonts) = paper::fonts() else { return };
    let mut document = samples::sheet(12);
    document.groups[0].rows[0].name = "訪問看護\u{2a6a5}😀ステーション".to_owned();
    let text = dense(&pages(&sheets(&[document], &fonts).unwrap()).join(""));
    assert!(text.contains(samples::LONG_NAME));
    assert!(text.contains("訪問看護〓〓ステーション"));
}

#[test]
fn many_sheets_number_their_pages_each_for_itself() {
    let Some(fonts) = paper::fonts() else { return };
    let documents = vec![samples::sheet(12), samples::sheet(60), samples::only_stars(12)];
    let together = pages(&sheets(&documents, &fonts).unwrap());
    let firsts = together.iter().filter(|page| dense(page).contains("ページ1/")).count();
    assert_eq!(firsts, 3);
    let files: Vec<Vec<u8>> = sheet_files(&documents, 2, &fonts).map(Result::unwrap).collect();
    let apart: Vec<String> = files.iter().flat_map(|file| pages(file)).collect();
    assert_eq!((files.len(), &apart), (2, &together));
}

#[test]
fn what_cannot_be_printed_is_an_error() {
    let Some(fonts) = paper::fonts() else { return };
    assert!(matches!(sheets(&[], &fonts), Err(PrintError::Empty)));
    let endless = SheetDocument { url: "x".repeat(2000), ..samples::sheet(1) };
    assert!(matches!(sheets(&[endless], &fonts), Err(PrintError::TooLong(_))));
    assert_eq!(sheet_files(&[], 10, &fonts).count(), 0);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_text_keeps_a_sheet_from_being_printed(texts in proptest::collection::vec("[\\PC\\s]{0,60}|.{0,60}|\\PC{0,400}", 7)) {
        let Some(fonts) = paper::fonts() else { return Ok(()) };
        let mut document = samples::sheet(2);
        document.groups[0].rows[0].name.clone_from(&texts[0]);
        document.groups[0].rows[0].place.clone_from(&texts[1]);
        document.groups[0].heading.clone_from(&texts[2]);
        document.title.clone_from(&texts[3]);
        document.office_name.clone_from(&texts[4]);
        document.contact.clone_from(&texts[5]);
        document.introduction.clone_from(&texts[6]);
        let printed = sheets(&[document], &fonts);
        prop_assert!(printed.is_ok(), "{:?}", printed.err());
    }
}
