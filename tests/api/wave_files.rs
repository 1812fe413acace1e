//! Sheets and waves as files: out, filled in, damaged, back in.

use crate::{
    harness::{Answer, Installation},
    surveys::Field,
};
use axum::{
    body::Body,
    http::{Request, StatusCode, header},
};
use hoshizu_catalog::permission::{Grant, Role, Scope};
use serde_json::{Value, json};
use std::io::Read as _;

/// Sends files as a form.
async fn upload(field: &Field, path: &str, files: &[(&str, &[u8])]) -> Answer {
    send(&field.here, &field.keeper, path, files).await
}

async fn send(here: &Installation, keeper: &str, path: &str, files: &[(&str, &[u8])]) -> Answer {
    let mut body = Vec::new();
    for (name, bytes) in files {
        let head =
            format!("--edge\r\nContent-Disposition: form-data; name=\"file\"; filename=\"{name}\"\r\n\r\n");
        body.extend([head.as_bytes(), bytes, b"\r\n"].concat());
    }
    body.extend(b"--edge--\r\n");
    let request = Request::post(path)
        .header("x-hoshizu", "1")
        .header(header::COOKIE, keeper)
        .header(header::CONTENT_TYPE, "multipart/form-data; boundary=edge");
    here.send(request.body(Body::from(body)).expect("request")).await
}

async fn download(field: &Field, path: &str) -> Vec<u8> {
    let answer = field.here.ask(&field.keeper, "GET", path, Value::Null).await;
    assert_eq!(answer.status, StatusCode::OK, "{path}: {}", String::from_utf8_lossy(&answer.body));
    answer.body
}

/// A wave with one finished sheet.
async fn answered() -> (Field, String, String) {
    let field = Field::open().await;
    let (code, _) = field.sheet("ひまわり居宅").await;
    let (_, other) = field.sheet("髙﨑").await;
    field.finish(&code, &[&other]).await;
    (field, code, other)
}

#[tokio::test(flavor = "multi_thread")]
async fn a_workbook_goes_out_and_comes_back_and_a_damaged_one_changes_nothing() {
    let (field, ..) = answered().await;
    let (second, _) = field.sheet("髙﨑").await;
    let book = download(&field, &format!("/api/v1/sheets/{second}/form.xlsx")).await;
    let path = format!("/api/v1/waves/{}/sheet-files", field.wave);
    let damaged: Vec<u8> = book.iter().take(book.len() / 2).copied().collect();
    let answer =
        upload(&field, &path, &[("ok.xlsx", &book), ("half.xlsx", &damaged), ("text.xlsx", b"a,b")]).await;
    assert_eq!(answer.status, StatusCode::OK, "{}", answer.text());
    let items = answer.json()["items"].clone();
    assert_eq!((&items[0]["code"], &items[0]["faults"]), (&json!(second), &json!([])));
    for at in [1, 2] {
        assert_eq!(items[at]["code"], Value::Null);
        assert!(!items[at]["faults"][0]["remedy"].as_str().expect("remedy").is_empty(), "{items}");
    }
    let sheet = field.here.ask("", "GET", &format!("/api/v1/sheets/{second}"), Value::Null).await.json();
    assert_eq!(sheet["state"], "finished");
    // A workbook of another wave is refused in words.
    let foreign = Field::open().await;
    let path = format!("/api/v1/waves/{}/sheet-files", foreign.wave);
    let answer = upload(&foreign, &path, &[("foreign.xlsx", &book)]).await.json();
    assert_eq!(answer["items"][0]["faults"][0]["reason"], "other_wave");
}

#[tokio::test(flavor = "multi_thread")]
async fn all_workbooks_come_in_one_archive_and_only_the_awaited_when_asked() {
    let (field, code, _) = answered().await;
    let names = |bytes: Vec<u8>| {
        let archive = zip::ZipArchive::new(std::io::Cursor::new(bytes)).expect("archive");
        archive.file_names().map(|name| name.expect("name").into_owned()).collect::<Vec<String>>()
    };
    let all = names(download(&field, &format!("/api/v1/waves/{}/sheets.zip", field.wave)).await);
    let awaited =
        names(download(&field, &format!("/api/v1/waves/{}/sheets.zip?state=waiting", field.wave)).await);
    assert_eq!(all.len(), awaited.len() + 1);
    assert!(all.contains(&format!("{code}.xlsx")) && !awaited.contains(&format!("{code}.xlsx")));
}

#[tokio::test(flavor = "multi_thread")]
async fn paper_is_a_pdf_or_says_that_the_font_is_missing() {
    let (field, code, _) = answered().await;
    for path in [
        format!("/api/v1/sheets/{code}/form.pdf"),
        format!("/api/v1/waves/{}/sheets.pdf", field.wave),
        format!("/api/v1/waves/{}/reminders.pdf", field.wave),
    ] {
        let answer = field.here.ask(&field.keeper, "GET", &path, Value::Null).await;
        if answer.status == StatusCode::OK {
            assert!(answer.body.starts_with(b"%PDF-"), "{path}");
        } else {
            eprintln!("skipped: {path}: {}", answer.text());
            assert_eq!(answer.code(), "no_font", "{}", answer.text());
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_wave_goes_out_in_every_format_and_its_folder_stands_again_elsewhere() {
    let (field, _, other) = answered().await;
    let export = |format: &str| format!("/api/v1/waves/{}/export/{format}", field.wave);
    for format in ["graphml", "graphml_ties", "gexf", "csv", "json"] {
        let bytes = download(&field, &export(format)).await;
        assert!(String::from_utf8_lossy(&bytes).contains(&other), "{format}");
    }
    assert!(download(&field, &export("xlsx")).await.starts_with(b"PK"));
    let unknown = field.here.ask(&field.keeper, "GET", &export("doc"), Value::Null).await;
    assert_eq!(unknown.status, StatusCode::BAD_REQUEST);
    let folder = download(&field, &export("zip")).await;
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(folder.clone())).expect("archive");
    let mut codebook = String::new();
    archive.by_name("codebook.csv").expect("code book").read_to_string(&mut codebook).expect("text");
    assert!(codebook.contains("reports.csv"));
    let again = upload(&field, "/api/v1/surveys/import", &[("wave.zip", &folder)]).await;
    assert_eq!(again.status, StatusCode::CONFLICT, "the wave is here already");
    // Another installation has the same offices under other ids: they are found by number.
    let here = Installation::with_fixtures().await;
    let scope = Scope::Area("48201".to_owned());
    let keeper = here.signed_in("chosa", vec![Grant { role: Role::Keeper, scope }]).await;
    let taken = send(&here, &keeper, "/api/v1/surveys/import", &[("wave.zip", &folder)]).await;
    assert_eq!(taken.status, StatusCode::CREATED, "{}", taken.text());
    let taken = taken.json();
    assert_eq!((&taken["reports"], &taken["rejected"]), (&json!(1), &json!([])), "{taken}");
    let surveys = here.ask(&keeper, "GET", "/api/v1/surveys", Value::Null).await.json();
    assert_eq!(surveys["items"][0]["waves"][0]["finished"], 1);
    let stranger = here
        .signed_in("yoso", vec![Grant { role: Role::Keeper, scope: Scope::Area("48202".to_owned()) }])
        .await;
    let refused = send(&here, &stranger, "/api/v1/surveys/import", &[("wave.zip", &folder)]).await;
    assert_eq!(refused.status, StatusCode::FORBIDDEN);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_list_of_ties_is_added_and_its_bad_rows_are_named() {
    let (field, _, _) = answered().await;
    let list = "申告した事業所,相手の事業所,種類,関係の深さ\n4870100028,4870100010,会議,③\n4870100028,どこにもない,会議,1\n";
    let path = format!("/api/v1/waves/{}/ties", field.wave);
    let answer = upload(&field, &path, &[("ties.csv", list.as_bytes())]).await;
    assert_eq!(answer.status, StatusCode::OK, "{}", answer.text());
    let told = answer.json();
    assert_eq!((&told["reports"], &told["sheets"]), (&json!(1), &json!(1)), "{told}");
    assert_eq!(
        (&told["rejected"][0]["line"], &told["rejected"][0]["reason"]),
        (&json!(3), &json!("unknown_office"))
    );
    let wave = field
        .here
        .ask(&field.keeper, "GET", &format!("/api/v1/waves/{}", field.wave), Value::Null)
        .await
        .json();
    assert_eq!(wave["mutual"], 1, "the list confirmed the ☆ of the sheet");
    let broken = upload(&field, &path, &[("ties.csv", b"a,b,c\n1,2,3\n")]).await;
    assert_eq!(broken.status, StatusCode::BAD_REQUEST, "{}", broken.text());
}
