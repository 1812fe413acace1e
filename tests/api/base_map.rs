//! Base maps by configuration: a PMTiles file in byte ranges, 地理院タイル with its credit and nothing else let in.

use crate::harness::Installation;
use axum::{
    body::Body,
    http::{Request, StatusCode, header},
};
use hoshizu_server::config::Options;

#[tokio::test(flavor = "multi_thread")]
async fn a_pmtiles_file_is_served_in_ranges_and_named_with_its_credit() {
    let folder = tempfile::tempdir().expect("folder");
    let file = folder.path().join("base.pmtiles");
    std::fs::write(&file, b"PMTiles\x03 and then the tiles").expect("write");
    let here =
        Installation::configured(|config| config.pmtiles = Some((file, "© somebody".to_owned()))).await;
    let base = here.get("/api/v1/meta").await.json()["base_map"]["pmtiles"].clone();
    assert_eq!(
        (base["url"].as_str(), base["attribution"].as_str()),
        (Some("/api/v1/base.pmtiles"), Some("© somebody"))
    );
    let request = Request::get("/api/v1/base.pmtiles").header(header::RANGE, "bytes=0-6");
    let part = here.send(request.body(Body::empty()).expect("request")).await;
    assert_eq!((part.status, part.text().as_str()), (StatusCode::PARTIAL_CONTENT, "PMTiles"));
    let none = Installation::empty().await.get("/api/v1/base.pmtiles").await;
    assert_eq!(none.status, StatusCode::NOT_FOUND);
}

#[tokio::test(flavor = "multi_thread")]
async fn tiles_of_the_geographical_institute_are_let_in_by_one_word_and_credited() {
    let toml = "data_dir = \"unused\"\nraster = \"gsi\"\n";
    let folder = tempfile::tempdir().expect("folder");
    let path = folder.path().join("hoshizu.toml");
    std::fs::write(&path, toml).expect("write");
    let raster = Options::from_file(&path).expect("settings").resolve().expect("settings").raster;
    let here = Installation::configured(|config| config.raster = raster).await;
    let answer = here.get("/api/v1/meta").await;
    let base = answer.json()["base_map"]["raster"].clone();
    assert_eq!(base["attribution"], "地理院タイル");
    assert!(base["url"].as_str().is_some_and(|url| url.starts_with("https://cyberjapandata.gsi.go.jp/")));
    let policy = answer.headers[header::CONTENT_SECURITY_POLICY].to_str().expect("text").to_owned();
    assert_eq!(policy.matches("https://").count(), 2, "for pictures and fetches only: {policy}");
    assert!(policy.contains("connect-src 'self' https://cyberjapandata.gsi.go.jp;"), "{policy}");
}
