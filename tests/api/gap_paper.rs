//! `/gaps/council.pdf`: the report and the poster of a council; who gets them, and that they say what the numbers say.

use crate::{
    harness::Installation,
    surveys::{Field, HIMAWARI},
};
use axum::http::StatusCode;
use hoshizu_catalog::permission::{Grant, Role, Scope};
use hoshizu_print::CouncilDocument;
use hoshizu_server::coverage::{
    council::{self, Reader, paper},
    follow,
};
use serde_json::Value;

const CITY: &str = "48100";
const PREFECTURE: &str = "48000";

/// Pages and the size of the first, as the PDF states them.
fn pages(pdf: &[u8]) -> (usize, String) {
    let text = String::from_utf8_lossy(pdf).into_owned();
    assert!(text.starts_with("%PDF-"), "a PDF");
    let number = text.split("/Type/Pages/Count ").nth(1).expect("pages").split('/').next().expect("count");
    let size = text.split("/MediaBox[").nth(1).expect("size").split(']').next().expect("size");
    (number.parse().expect("number"), size.to_owned())
}

/// A machine without the font has nothing to print with.
fn has_font() -> bool {
    let fonts = hoshizu_print::Fonts::load(None);
    fonts.inspect_err(|error| eprintln!("skipped: {error}")).is_ok()
}

async fn document(here: &Installation, area: &str) -> CouncilDocument {
    let app = &here.app;
    let coverage = app.coverage.load_full().expect("coverage");
    let reader = Reader { all: false, may_write: false };
    let report = council::report(app, coverage, area, reader).await.expect("report");
    let mut tx = app.store.read().await.expect("store");
    let shapes = paper::maps::shapes(&mut tx, &report).await.expect("shapes");
    paper::document(&report, &[], &shapes)
}

#[tokio::test(flavor = "multi_thread")]
async fn the_report_of_the_demo_says_what_was_read_and_approved() {
    let here = Installation::with_demo().await;
    let text = document(&here, CITY).await.text();
    // WRITE_GOLDEN=1 writes it anew, to be read before it is committed.
    if std::env::var_os("WRITE_GOLDEN").is_some() {
        let path = concat!(env!("CARGO_MANIFEST_DIR"), "/api/golden/council.txt");
        std::fs::write(path, &text).expect("golden");
    }
    assert_eq!(text, include_str!("golden/council.txt"));
    if !has_font() {
        return;
    }
    let grants = vec![Grant { role: Role::Council, scope: Scope::Area(PREFECTURE.to_owned()) }];
    let council = here.signed_in("council", grants).await;
    for area in [CITY, PREFECTURE] {
        for (size, across) in [("a4", "0 0 595"), ("a3", "0 0 1190")] {
            let path = format!("/api/v1/gaps/council.pdf?area={area}&size={size}");
            let answer = here.ask(&council, "GET", &path, Value::Null).await;
            assert_eq!(answer.status, StatusCode::OK, "{path}: {}", answer.text());
            assert_eq!(answer.headers["content-type"], "application/pdf");
            let (count, media) = pages(&answer.body);
            assert!(media.starts_with(across), "{path}: {media}");
            let wanted = if size == "a4" { 4..=8 } else { 1..=1 };
            assert!(wanted.contains(&count), "{path}: {count} pages");
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn where_little_is_known_the_report_says_so_and_names_no_tie() {
    let (field, ..) = Field::one_sided().await;
    follow::refresh(&field.here.app, 1).await.expect("coverage");
    let text = document(&field.here, "48201").await.text();
    for said in ["人口の数字がないため", "回答が少ないため", "会議体の名簿が登録されていないため"]
    {
        assert!(text.contains(said), "{said}: {text}");
    }
    assert!(text.contains("少数のため非表示"), "{text}");
    assert!(!text.contains("つながりが見えません"), "two offices make no finding: {text}");
}

#[tokio::test(flavor = "multi_thread")]
async fn only_those_who_read_the_gaps_of_an_area_print_them() {
    let (field, ..) = Field::one_sided().await;
    let here = &field.here;
    follow::refresh(&here.app, 1).await.expect("coverage");
    let somebody = async |login: &str, role: Role, scope: Scope| {
        here.signed_in(login, vec![Grant { role, scope }]).await
    };
    let council = somebody("council", Role::Council, Scope::Area("48201".to_owned())).await;
    let elsewhere = somebody("elsewhere", Role::Council, Scope::Area("48202".to_owned())).await;
    let member = somebody("member", Role::Member, Scope::Office(here.office(HIMAWARI).await)).await;
    let path = "/api/v1/gaps/council.pdf?area=48201";
    for (cookie, status) in [
        ("", StatusCode::UNAUTHORIZED),
        (elsewhere.as_str(), StatusCode::FORBIDDEN),
        (member.as_str(), StatusCode::FORBIDDEN),
    ] {
        assert_eq!(here.ask(cookie, "GET", path, Value::Null).await.status, status);
    }
    let unknown = here.ask(&council, "GET", &format!("{path}&size=a5"), Value::Null).await;
    assert_eq!(unknown.status, StatusCode::BAD_REQUEST, "{}", unknown.text());
    if has_font() {
        let answer = here.ask(&council, "GET", path, Value::Null).await;
        assert_eq!(answer.status, StatusCode::OK, "{}", answer.text());
        assert!((4..=8).contains(&pages(&answer.body).0));
    }
}
