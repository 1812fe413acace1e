//! `/meta`, `/taxonomy`, `/areas`, the API document.

use crate::harness::Installation;

#[tokio::test(flavor = "multi_thread")]
async fn meta_says_what_is_in_and_where_it_came_from() {
    let here = Installation::with_fixtures().await;
    let json = here.get("/api/v1/meta").await.json();
    assert_eq!((json["offices"].as_u64(), json["services"].as_u64()), (Some(4), Some(5)));
    assert_eq!(json["demo"], false);
    let datasets = json["datasets"].as_array().expect("datasets");
    let kaigo = datasets.iter().find(|dataset| dataset["dataset"] == "kaigo:430").expect("kaigo:430");
    assert_eq!((kaigo["edition"].as_str(), kaigo["rows"].as_u64()), (Some("2026-03"), Some(3)));
    assert!(kaigo["credit"].as_str().expect("credit").contains("厚生労働省"));
    assert_eq!(json["bounds"].as_array().map(Vec::len), Some(4));
}

#[tokio::test(flavor = "multi_thread")]
async fn an_empty_installation_answers_everything() {
    let here = Installation::empty().await;
    for path in [
        "/api/v1/meta",
        "/api/v1/offices?q=x",
        "/api/v1/suggest?q=x",
        "/api/v1/organizations",
        "/api/v1/areas",
        "/api/v1/taxonomy",
    ] {
        assert_eq!(here.get(path).await.status, 200, "{path}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn areas_are_listed_by_kind_and_found_by_name() {
    let here = Installation::with_fixtures().await;
    let json = here.get("/api/v1/areas?kind=municipality&q=銀河").await.json();
    assert_eq!(json["items"].as_array().map(Vec::len), Some(1));
    assert_eq!(json["items"][0]["code"], "48201");
    let area = here.get("/api/v1/areas/48201").await.json();
    assert_eq!(area["bounds"], serde_json::json!([142.5, 33.5, 142.7, 33.7]));
    assert_eq!(here.get("/api/v1/areas/99999").await.status, 404);
}

#[test]
fn the_committed_api_document_is_the_one_of_the_code() {
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../backend/server/openapi.json");
    let committed = std::fs::read_to_string(path).expect("backend/server/openapi.json");
    assert!(
        committed.trim() == hoshizu_server::http::openapi().trim(),
        "run: cargo run -- openapi > backend/server/openapi.json && npm --prefix frontend run generate"
    );
}
