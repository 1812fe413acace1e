//! `/offices.csv`: what a search found, as a file for spreadsheets.

use crate::{
    app::App,
    export::csv_cell,
    http::{
        filter::OfficeFilter,
        problem::{Problem, Result},
        respond,
    },
};
use axum::{
    extract::{Query, State},
    http::{HeaderValue, header},
    response::{IntoResponse as _, Response},
};
use hoshizu_catalog::taxonomy::ServiceType;
use std::fmt::Write as _;

/// Most rows of a download from the page; a whole country is exported with `hoshizu export`.
const MAX_ROWS: usize = 5_000;

/// The offices a search finds as CSV (UTF-8 with BOM), at most 5,000, in the order of the list.
#[utoipa::path(get, operation_id = "download_offices", path = "/offices.csv", tag = "offices", params(OfficeFilter),
    responses((status = 200, content_type = "text/csv"), (status = 400, body = Problem)))]
pub async fn offices(State(app): State<App>, Query(filter): Query<OfficeFilter>) -> Result<Response> {
    let mut query = filter.query(app.store.now())?;
    query.limit = 100;
    query.cursor = None;
    let mut text = "\u{feff}名称,名称_カナ,法人名,サービス,住所,方書,電話番号,FAX番号,URL,版\r\n".to_owned();
    let mut rows = 0;
    while rows < MAX_ROWS {
        let answer = crate::http::offices::search(&app, query.clone()).await?;
        for card in answer.hits.iter().filter_map(respond::card) {
            let services: Vec<&str> = card
                .services
                .iter()
                .filter_map(|code| Some(ServiceType::from_code(code)?.definition().ja.as_str()))
                .collect();
            let organization = card.organization.map(|organization| organization.name);
            let cells = [
                Some(card.name),
                card.kana,
                organization,
                Some(services.join("、")),
                Some(card.address),
                card.building,
                card.phone,
                card.fax,
                card.url,
                card.edition,
            ];
            let cells: Vec<String> =
                cells.into_iter().map(|cell| csv_cell(&cell.unwrap_or_default())).collect();
            let _ = write!(text, "{}\r\n", cells.join(","));
            rows += 1;
        }
        query.cursor.clone_from(&answer.next_cursor);
        if query.cursor.is_none() {
            break;
        }
    }
    Ok(csv("offices.csv", text))
}

/// A CSV download.
pub fn csv(name: &str, text: String) -> Response {
    let mut response = text.into_response();
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("text/csv; charset=utf-8"));
    if let Ok(value) = HeaderValue::from_str(&format!("attachment; filename=\"{name}\"")) {
        headers.insert(header::CONTENT_DISPOSITION, value);
    }
    response
}
