//! What a visitor must not do, and what answers must carry.

use crate::harness::{Installation, KEY};
use axum::{
    body::Body,
    http::{Request, StatusCode, header},
};

/// Everything about imports: method and path.
const OPERATOR_ONLY: [(&str, &str); 8] = [
    ("GET", "/api/v1/imports"),
    ("POST", "/api/v1/imports"),
    ("GET", "/api/v1/imports/00000000-0000-7000-8000-000000000001"),
    ("POST", "/api/v1/imports/00000000-0000-7000-8000-000000000001/confirm"),
    ("POST", "/api/v1/imports/00000000-0000-7000-8000-000000000001/stop"),
    ("GET", "/api/v1/imports/00000000-0000-7000-8000-000000000001/rejected.csv"),
    ("GET", "/api/v1/mappings"),
    ("GET", "/api/v1/review-items"),
];

#[tokio::test(flavor = "multi_thread")]
async fn a_visitor_reaches_nothing_about_imports() {
    let here = Installation::with_fixtures().await;
    for (method, path) in OPERATOR_ONLY {
        let request = Request::builder()
            .method(method)
            .uri(path)
            .header("x-hoshizu", "1")
            .header(header::CONTENT_TYPE, "application/json")
            .body(Body::from("{}"))
            .expect("request");
        let answer = here.send(request).await;
        assert_eq!(answer.status, StatusCode::UNAUTHORIZED, "{method} {path}: {}", answer.text());
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_foreign_page_cannot_use_the_operators_cookie() {
    let here = Installation::with_fixtures().await;
    let cookie = here.sign_in().await;
    let request = Request::post("/api/v1/imports/00000000-0000-7000-8000-000000000001/stop")
        .header(header::COOKIE, &cookie)
        .body(Body::empty())
        .expect("request");
    let answer = here.send(request).await;
    assert_eq!((answer.status, answer.json()["code"].as_str()), (StatusCode::FORBIDDEN, Some("cross_site")));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_wrong_key_and_a_made_up_cookie_open_nothing() {
    let here = Installation::with_fixtures().await;
    let request = Request::post("/api/v1/session")
        .header("x-hoshizu", "1")
        .header(header::CONTENT_TYPE, "application/json")
        .body(Body::from("{\"key\":\"guess\"}"))
        .expect("request");
    assert_eq!(here.send(request).await.status, StatusCode::UNAUTHORIZED);
    let request = Request::get("/api/v1/imports")
        .header(header::COOKIE, format!("hoshizu_operator={KEY}"))
        .body(Body::empty())
        .expect("request");
    assert_eq!(here.send(request).await.status, StatusCode::UNAUTHORIZED, "the key itself is no session");
}

#[tokio::test(flavor = "multi_thread")]
async fn signing_out_ends_the_session() {
    let here = Installation::with_fixtures().await;
    let cookie = here.sign_in().await;
    let list = || Request::get("/api/v1/imports").header(header::COOKIE, &cookie).body(Body::empty());
    assert_eq!(here.send(list().expect("request")).await.status, StatusCode::OK);
    let out = Request::delete("/api/v1/session").header(header::COOKIE, &cookie).header("x-hoshizu", "1");
    here.send(out.body(Body::empty()).expect("request")).await;
    assert_eq!(here.send(list().expect("request")).await.status, StatusCode::UNAUTHORIZED);
}

#[tokio::test(flavor = "multi_thread")]
async fn every_answer_forbids_foreign_content_and_framing() {
    let here = Installation::empty().await;
    for path in ["/", "/search", "/api/v1/meta", "/api/v1/nothing"] {
        let answer = here.get(path).await;
        let policy = answer.headers["content-security-policy"].to_str().expect("ASCII");
        assert!(policy.contains("default-src 'self'") && policy.contains("frame-ancestors 'none'"), "{path}");
        assert!(!policy.contains("unsafe-eval"), "{path}");
        assert_eq!(answer.headers["x-content-type-options"], "nosniff", "{path}");
    }
}
