//! The embedded page: files of the built front end with strong caching, every other path the start page.

use axum::{
    http::{HeaderMap, HeaderName, HeaderValue, StatusCode, Uri, header},
    response::{IntoResponse, Response},
};
use rust_embed::{EmbeddedFile, RustEmbed};

#[derive(RustEmbed)]
#[folder = "$HOSHIZU_PAGE_DIR"]
struct Page;

/// Serves a file of the page; a path without a file gets the start page, whose router knows it.
pub async fn serve(uri: Uri, headers: HeaderMap) -> Response {
    let path = uri.path().trim_start_matches('/');
    if path.starts_with("api/") {
        return crate::http::problem::Problem::not_found("path").into_response();
    }
    match Page::get(path).filter(|_| !path.is_empty()) {
        Some(file) => respond(path, &file, &headers),
        // A missing asset must not be answered with the start page: a stale tab would run HTML as a script.
        None if path.starts_with("assets/") => StatusCode::NOT_FOUND.into_response(),
        None => match Page::get("index.html") {
            Some(file) => respond("index.html", &file, &headers),
            None => StatusCode::NOT_FOUND.into_response(),
        },
    }
}

fn respond(path: &str, file: &EmbeddedFile, headers: &HeaderMap) -> Response {
    let etag = format!("\"{}\"", hex(&file.metadata.sha256_hash()[..12]));
    let known = headers.get(header::IF_NONE_MATCH).is_some_and(|value| value.as_bytes() == etag.as_bytes());
    let cache = if path.starts_with("assets/") { "public, max-age=31536000, immutable" } else { "no-cache" };
    let mime = mime_guess::from_path(path).first_or_octet_stream();
    let mut response =
        if known { StatusCode::NOT_MODIFIED.into_response() } else { file.data.clone().into_response() };
    let mut set = |name: HeaderName, value: &str| {
        if let Ok(value) = HeaderValue::from_str(value) {
            response.headers_mut().insert(name, value);
        }
    };
    set(header::CONTENT_TYPE, mime.as_ref());
    set(header::CACHE_CONTROL, cache);
    set(header::ETAG, &etag);
    response
}

/// Lower-case hexadecimal digits.
pub fn hex(bytes: &[u8]) -> String {
    use std::fmt::Write as _;
    bytes.iter().fold(String::with_capacity(bytes.len() * 2), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}
