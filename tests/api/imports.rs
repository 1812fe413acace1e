//! Imports through the page's interface, and what they leave in the directory.

use crate::harness::{Installation, fixture};
use axum::{
    body::Body,
    http::{Request, StatusCode, header},
};
use serde_json::Value;
use std::time::Duration;

async fn upload(here: &Installation, cookie: &str, name: &str, bytes: &[u8]) -> String {
    let mut body =
        format!("--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"{name}\"\r\n\r\n")
            .into_bytes();
    body.extend_from_slice(bytes);
    body.extend_from_slice(b"\r\n--x--\r\n");
    let request = Request::post("/api/v1/imports")
        .header(header::COOKIE, cookie)
        .header("x-hoshizu", "1")
        .header(header::CONTENT_TYPE, "multipart/form-data; boundary=x")
        .body(Body::from(body))
        .expect("request");
    let answer = here.send(request).await;
    assert_eq!(answer.status, StatusCode::ACCEPTED, "{}", answer.text());
    answer.json()["id"].as_str().expect("id").to_owned()
}

async fn until(here: &Installation, cookie: &str, id: &str, states: &[&str]) -> Value {
    for _ in 0..200 {
        let request = Request::get(format!("/api/v1/imports/{id}")).header(header::COOKIE, cookie);
        let json = here.send(request.body(Body::empty()).expect("request")).await.json();
        if states.iter().any(|state| json["state"] == *state) {
            return json;
        }
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    panic!("the import never came to {states:?}");
}

async fn post(here: &Installation, cookie: &str, path: &str, body: &str) -> StatusCode {
    let request = Request::post(path)
        .header(header::COOKIE, cookie)
        .header("x-hoshizu", "1")
        .header(header::CONTENT_TYPE, "application/json")
        .body(Body::from(body.to_owned()))
        .expect("request");
    here.send(request).await.status
}

#[tokio::test(flavor = "multi_thread")]
async fn a_preview_writes_nothing_and_a_confirmation_everything() {
    let here = Installation::empty().await;
    let follower = tokio::spawn(hoshizu_server::indexer::follow(here.app.clone()));
    let cookie = here.administrator().await;
    let id = upload(&here, &cookie, "一覧_202603.csv", &fixture("jigyosho_430.csv")).await;
    let preview = until(&here, &cookie, &id, &["ready"]).await;
    let file = &preview["files"][0];
    assert_eq!((file["kind"].as_str(), file["edition"].as_str()), (Some("kaigo"), Some("2026-03")));
    assert_eq!(
        (file["rows"].as_u64(), file["new"].as_u64(), file["rejected"].as_u64()),
        (Some(4), Some(3), Some(1))
    );
    assert_eq!(file["rejections"][0]["column"], "事業所名");
    assert_eq!(here.get("/api/v1/offices").await.json()["total"], 0);
    let confirm = format!("/api/v1/imports/{id}/confirm");
    assert_eq!(post(&here, &cookie, &confirm, "{}").await, StatusCode::ACCEPTED);
    let done = until(&here, &cookie, &id, &["done", "failed"]).await;
    assert_eq!(done["state"], "done", "{done}");
    assert_eq!(here.get("/api/v1/offices").await.json()["total"], 3);
    assert_eq!(post(&here, &cookie, &confirm, "{}").await, StatusCode::CONFLICT, "only once");
    let report = Request::get(format!("/api/v1/imports/{id}/rejected.csv")).header(header::COOKIE, &cookie);
    let text = here.send(report.body(Body::empty()).expect("request")).await.text();
    assert_eq!(text.lines().count(), 2, "{text}");
    follower.abort();
}

#[tokio::test(flavor = "multi_thread")]
async fn a_dropped_preview_cannot_be_confirmed() {
    let here = Installation::empty().await;
    let cookie = here.administrator().await;
    let id = upload(&here, &cookie, "a.csv", &fixture("jigyosho_430.csv")).await;
    until(&here, &cookie, &id, &["ready"]).await;
    assert_eq!(post(&here, &cookie, &format!("/api/v1/imports/{id}/stop"), "").await, StatusCode::ACCEPTED);
    until(&here, &cookie, &id, &["stopped"]).await;
    assert_eq!(
        post(&here, &cookie, &format!("/api/v1/imports/{id}/confirm"), "{}").await,
        StatusCode::CONFLICT
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_running_import_is_stopped_by_the_button_and_leaves_nothing() {
    let here = Installation::empty().await;
    let cookie = here.administrator().await;
    let sample = String::from_utf8(fixture("jigyosho_430.csv")).expect("UTF-8");
    let mut lines = sample.lines();
    let (header, row) = (lines.next().expect("header"), lines.next().expect("row"));
    let rows = (0..20_000).map(|n| row.replace("4870100010", &format!("48{n:08}")) + "\r\n");
    let many = format!("{header}\r\n{}", rows.collect::<String>());
    let id = upload(&here, &cookie, "many_202603.csv", many.as_bytes()).await;
    until(&here, &cookie, &id, &["ready"]).await;
    assert_eq!(
        post(&here, &cookie, &format!("/api/v1/imports/{id}/confirm"), "{}").await,
        StatusCode::ACCEPTED
    );
    let busy = until(&here, &cookie, &id, &["running", "done"]).await;
    assert_eq!(busy["state"], "running", "rows enough to be caught at work");
    assert_eq!(post(&here, &cookie, &format!("/api/v1/imports/{id}/stop"), "").await, StatusCode::ACCEPTED);
    until(&here, &cookie, &id, &["stopped"]).await;
    let meta = here.get("/api/v1/meta").await.json();
    assert_eq!((meta["offices"].as_u64(), meta["datasets"].as_array().map(Vec::len)), (Some(0), Some(0)));
}

#[tokio::test(flavor = "multi_thread")]
async fn an_unknown_table_is_read_after_a_mapping_is_given() {
    let here = Installation::empty().await;
    let cookie = here.administrator().await;
    let table = "窓口,でんわ\n星の相談室,099-011-9999\n".as_bytes();
    let id = upload(&here, &cookie, "madoguchi.csv", table).await;
    let preview = until(&here, &cookie, &id, &["ready"]).await;
    assert_eq!(preview["files"][0]["error"]["code"], "unknown_layout", "{preview}");
    let mapping = r#"{"mapping":{"name":"desks","kind":"offices","columns":{"name":"窓口","phone":"でんわ"},
        "constants":{"service":"municipal-desk"}},"save":true}"#;
    let request = Request::put(format!("/api/v1/imports/{id}/files/0"))
        .header(header::COOKIE, &cookie)
        .header("x-hoshizu", "1")
        .header(header::CONTENT_TYPE, "application/json")
        .body(Body::from(mapping))
        .expect("request");
    assert_eq!(here.send(request).await.status, StatusCode::ACCEPTED);
    let preview = until(&here, &cookie, &id, &["ready"]).await;
    assert_eq!(preview["files"][0]["new"], 1, "{preview}");
    let table = "窓口,でんわ\n月の相談室,099-011-9998\n".as_bytes();
    let id = upload(&here, &cookie, "madoguchi_2.csv", table).await;
    let preview = until(&here, &cookie, &id, &["ready"]).await;
    assert_eq!(preview["files"][0]["new"], 1, "the saved mapping is used again: {preview}");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_same_file_again_changes_nothing_and_a_new_edition_tells_the_difference() {
    let here = Installation::with_fixtures().await;
    let again = here.import("jigyosho_430.csv", fixture("jigyosho_430.csv")).await.expect("import");
    assert_eq!((again.imported, again.unchanged, again.rejected, again.gone), (0, 3, 1, 0));
    let text = String::from_utf8(fixture("jigyosho_430.csv")).expect("UTF-8");
    let newer: String = text
        .lines()
        .filter(|line| !line.contains("4870200018"))
        .map(|line| line.replace("099（011）2222", "099-011-7777") + "\r\n")
        .collect();
    let report = here.import("jigyosho_430.csv", newer.into_bytes()).await.expect("import");
    assert_eq!((report.changed, report.unchanged, report.gone), (1, 1, 1));
    let json = here.get("/api/v1/offices?q=みなとケアマネジメント").await.json();
    assert_eq!(json["items"][0]["gone_in"], "2026-03", "gone is marked, not deleted");
    assert_eq!(here.get("/api/v1/offices?q=099-011-7777").await.json()["total"], 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_broken_archive_is_refused_with_a_remedy_and_leaves_nothing() {
    let here = Installation::empty().await;
    let refusal = here.import("x.zip", b"PK\x03\x04 and then nothing".to_vec()).await.expect_err("refused");
    assert_eq!(refusal.code, "archive_unreadable");
    assert!(!refusal.remedy.is_empty());
    assert_eq!(here.get("/api/v1/meta").await.json()["datasets"].as_array().map(Vec::len), Some(0));
}
