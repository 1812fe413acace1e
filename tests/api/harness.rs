//! An installation in a temporary folder, with a clock and ids that stand still, asked without a network.

use axum::{
    body::Body,
    http::{Request, StatusCode, header},
};
use hoshizu_search::Index;
use hoshizu_server::{
    app::{App, Inner},
    config::{Config, Options},
    http::{router, session::Operators},
    import::{self, Importer, jobs::Jobs, run::limits},
    indexer,
    region::Region,
};
use hoshizu_store::Store;
use hoshizu_tests::fixed::{CountingIds, FixedClock};
use serde_json::Value;
use std::sync::Arc;
use tower::ServiceExt as _;

/// The operator key of every test installation.
pub const KEY: &str = "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";

/// One installation.
pub struct Installation {
    pub app: App,
    _folder: tempfile::TempDir,
}

/// An answer.
pub struct Answer {
    pub status: StatusCode,
    pub headers: axum::http::HeaderMap,
    pub body: Vec<u8>,
}

impl Answer {
    pub fn json(&self) -> Value {
        serde_json::from_slice(&self.body)
            .unwrap_or_else(|error| panic!("{error}: {}", String::from_utf8_lossy(&self.body)))
    }

    pub fn text(&self) -> String {
        String::from_utf8(self.body.clone()).expect("UTF-8")
    }
}

impl Installation {
    /// An empty one.
    pub async fn empty() -> Self {
        let folder = tempfile::tempdir().expect("temporary folder");
        let config = Options { data_dir: Some(folder.path().to_owned()), ..Options::default() };
        let config: Config = config.resolve().expect("settings");
        let store = Store::open_sqlite(&folder.path().join("hoshizu.sqlite")).await.expect("database");
        let store = store.with(Arc::new(FixedClock::at(1_775_034_000)), Arc::new(CountingIds::default()));
        store.migrate().await.expect("schema");
        let app = App::new(Inner {
            index: Arc::new(Index::in_memory().expect("index")),
            region: Arc::new(Region::empty()).into(),
            operators: Operators::with_key(KEY.to_owned()),
            jobs: Jobs::new(folder.path().join("uploads")),
            store,
            config,
            nurses: hoshizu_server::nurses::Cache::default(),
            book: std::borrow::Cow::Borrowed(hoshizu_analysis::guide::rules::Book::own()),
        });
        Self { app, _folder: folder }
    }

    /// One with the files of `tests/fixtures` in it.
    pub async fn with_fixtures() -> Self {
        let installation = Self::empty().await;
        for name in ["areas.geojson", "jigyosho_430.csv", "csvdownload052.csv"] {
            installation.import(name, fixture(name)).await.unwrap_or_else(|error| panic!("{name}: {error}"));
        }
        installation
    }

    /// Imports one file and brings the index up to date.
    pub async fn import(&self, name: &str, bytes: Vec<u8>) -> Result<import::FileReport, import::Refusal> {
        let store = &self.app.store;
        let files = hoshizu_ingest::from_bytes(name, bytes, &limits())?.files;
        let mut importer = Importer::new(store.clone(), "test", store.next_id()).await?;
        let options = import::Options {
            edition: Some(hoshizu_catalog::edition::Edition::parse("2026-03").expect("edition")),
            ..import::Options::default()
        };
        let silent = hoshizu_catalog::progress::Silent;
        let examined = importer.examine(&files[0], &options, &silent).await?;
        let report = importer.apply(examined, &silent).await?;
        indexer::catch_up(store, &self.app.index, &self.app.region, Arc::new(silent)).await.expect("index");
        Ok(report)
    }

    /// Asks with GET.
    pub async fn get(&self, path: &str) -> Answer {
        self.send(Request::get(encode(path)).body(Body::empty()).expect("request")).await
    }

    /// Sends any request.
    pub async fn send(&self, request: Request<Body>) -> Answer {
        let response = router(self.app.clone()).oneshot(request).await.expect("infallible");
        let (parts, body) = response.into_parts();
        let body = axum::body::to_bytes(body, 1 << 24).await.expect("body").to_vec();
        Answer { status: parts.status, headers: parts.headers, body }
    }

    /// Signs the operator in and returns the cookie.
    pub async fn sign_in(&self) -> String {
        let request = Request::post("/api/v1/session")
            .header("x-hoshizu", "1")
            .header(header::CONTENT_TYPE, "application/json")
            .body(Body::from(format!("{{\"key\":\"{KEY}\"}}")))
            .expect("request");
        let answer = self.send(request).await;
        assert_eq!(answer.status, StatusCode::OK);
        let cookie = answer.headers[header::SET_COOKIE].to_str().expect("ASCII");
        assert!(cookie.contains("HttpOnly") && cookie.contains("SameSite=Strict"), "{cookie}");
        cookie.split(';').next().expect("cookie").to_owned()
    }
}

/// A file of `tests/fixtures`, rows we wrote in the official layouts.
pub fn fixture(name: &str) -> Vec<u8> {
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures").join(name);
    std::fs::read(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// Percent-encodes what is not ASCII, so that tests can be read.
fn encode(path: &str) -> String {
    use std::fmt::Write as _;
    path.bytes().fold(String::new(), |mut text, byte| {
        if byte.is_ascii() && byte != b' ' {
            text.push(char::from(byte));
        } else {
            let _ = write!(text, "%{byte:02X}");
        }
        text
    })
}
