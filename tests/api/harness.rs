//! An installation in a temporary folder, with a clock and ids that stand still, asked without a network.

use axum::{
    body::Body,
    extract::ConnectInfo,
    http::{Request, StatusCode, header},
};
use hoshizu_catalog::{
    id::{AccountId, OfficeId},
    permission::{Grant, Role, Scope},
};
use hoshizu_search::Index;
use hoshizu_server::{
    account::Accounts,
    app::{App, Inner, letter_throttle, sheet_throttle, suggestion_throttle},
    cli::demo,
    config::{Config, Options},
    coverage,
    http::{principal::COOKIE, router},
    import::{self, Importer, jobs::Jobs, run::limits},
    indexer,
    press::Press,
    region::Region,
    surveys::{pictures::Pictures, writer::SheetWriter},
};
use hoshizu_store::{Store, account, session};
use hoshizu_tests::fixed::{CountingIds, FixedClock};
use serde_json::Value;
use std::{net::SocketAddr, sync::Arc};
use tower::ServiceExt as _;

/// One installation.
pub struct Installation {
    pub app: App,
    pub clock: Arc<FixedClock>,
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

    /// The cookies it sets, as a browser sends them back; those it deletes are left out.
    pub fn cookies(&self) -> String {
        let set = self.headers.get_all(header::SET_COOKIE).iter().filter_map(|value| value.to_str().ok());
        let pairs = set.filter(|text| !text.contains("Max-Age=0")).filter_map(|text| text.split(';').next());
        pairs.collect::<Vec<_>>().join("; ")
    }

    /// The code of the problem; empty when it is none.
    pub fn code(&self) -> String {
        if self.status.is_success() {
            return String::new();
        }
        let json: Value = serde_json::from_slice(&self.body).unwrap_or_default();
        json["code"].as_str().unwrap_or_default().to_owned()
    }

    pub fn text(&self) -> String {
        String::from_utf8(self.body.clone()).expect("UTF-8")
    }
}

impl Installation {
    /// An empty one.
    pub async fn empty() -> Self {
        Self::configured(|_| {}).await
    }

    /// An empty one with other settings.
    pub async fn configured(change: impl FnOnce(&mut Config)) -> Self {
        let folder = tempfile::tempdir().expect("temporary folder");
        let config = Options { data_dir: Some(folder.path().to_owned()), ..Options::default() };
        let mut config: Config = config.resolve().expect("settings");
        change(&mut config);
        let store = Store::open_sqlite(&folder.path().join("hoshizu.sqlite")).await.expect("database");
        let clock = Arc::new(FixedClock::at(1_775_034_000));
        let store = store.with(clock.clone(), Arc::new(CountingIds::default()));
        store.migrate().await.expect("schema");
        let app = App::new(Inner {
            index: Arc::new(Index::in_memory().expect("index")),
            region: Arc::new(Region::empty()).into(),
            accounts: Accounts::open(&config).expect("accounts"),
            coverage: coverage::empty(),
            jobs: Jobs::new(folder.path().join("uploads")),
            suggestions: suggestion_throttle(),
            letters: letter_throttle(),
            sheets: SheetWriter::default(),
            sheet_misses: sheet_throttle(),
            pictures: Pictures::default(),
            scenes: hoshizu_server::network::Scenes::default(),
            press: Press::new(config.fonts.clone()),
            store,
            config,
            nurses: hoshizu_server::nurses::Cache::default(),
            book: std::borrow::Cow::Borrowed(hoshizu_analysis::guide::rules::Book::own()),
        });
        Self { app, clock, _folder: folder }
    }

    /// One with the files of `tests/fixtures` in it.
    pub async fn with_fixtures() -> Self {
        Self::with_fixtures_and(|_| {}).await
    }

    /// The same with other settings.
    pub async fn with_fixtures_and(change: impl FnOnce(&mut Config)) -> Self {
        let installation = Self::configured(change).await;
        for name in ["areas.geojson", "jigyosho_430.csv", "csvdownload052.csv"] {
            installation.import(name, fixture(name)).await.unwrap_or_else(|error| panic!("{name}: {error}"));
        }
        installation
    }

    /// One with 星見県 in it, supply and reach worked out.
    pub async fn with_demo() -> Self {
        let installation = Self::empty().await;
        demo::run(&installation.app.config, demo::Arguments::default()).await.expect("demo");
        installation.catch_up().await;
        coverage::follow::refresh(&installation.app, 2).await.expect("coverage");
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

    /// Brings the index to what was written.
    pub async fn catch_up(&self) {
        let silent = Arc::new(hoshizu_catalog::progress::Silent);
        indexer::catch_up(&self.app.store, &self.app.index, &self.app.region, silent).await.expect("index");
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

    /// Makes an account with these grants.
    pub async fn account(&self, login: &str, grants: Vec<Grant>) -> AccountId {
        let new =
            account::New { login: login.to_owned(), name: login.to_owned(), grants, ..Default::default() };
        let mut write = self.app.store.begin("test").await.expect("write");
        let id = account::create(&mut write, &new).await.expect("account");
        write.commit().await.expect("commit");
        id
    }

    /// Opens a session for an account and returns the cookie.
    pub async fn session_of(&self, id: AccountId, second_factor: bool) -> String {
        let token = format!("token-of-{}", self.app.store.next_id());
        let mut write = self.app.store.begin("test").await.expect("write");
        session::open(&mut write, id, &token, second_factor, "test").await.expect("session");
        write.commit().await.expect("commit");
        format!("{COOKIE}={token}")
    }

    /// Makes an account with these grants and opens a session for it, second factor given; returns the cookie.
    pub async fn signed_in(&self, login: &str, grants: Vec<Grant>) -> String {
        let id = self.account(login, grants).await;
        self.session_of(id, true).await
    }

    /// Makes an account that signs in with this password.
    pub async fn account_with_password(&self, login: &str, password: &str, grants: Vec<Grant>) -> AccountId {
        let id = self.account(login, grants).await;
        let hash = self.app.accounts.passwords.hash(password).await.expect("hash");
        let mut write = self.app.store.begin("test").await.expect("write");
        account::set_password(&mut write, id, &hash).await.expect("password");
        write.commit().await.expect("commit");
        id
    }

    /// Tries to sign in from an address, with the cookies of that browser.
    pub async fn sign_in(&self, address: [u8; 4], cookies: &str, login: &str, password: &str) -> Answer {
        let body = serde_json::json!({ "login": login, "password": password }).to_string();
        let request = Request::post("/api/v1/session")
            .header("x-hoshizu", "1")
            .header(header::COOKIE, cookies)
            .header(header::CONTENT_TYPE, "application/json")
            .extension(ConnectInfo(SocketAddr::from((address, 40_000))));
        self.send(request.body(Body::from(body)).expect("request")).await
    }

    /// The id of the first office found by these words.
    pub async fn office(&self, words: &str) -> OfficeId {
        let json = self.get(&format!("/api/v1/offices?q={words}")).await.json();
        json["items"][0]["id"].as_str().expect("an office").parse().expect("id")
    }

    /// The cookie of an administrator.
    pub async fn administrator(&self) -> String {
        self.signed_in("kanri", vec![Grant { role: Role::Administrator, scope: Scope::Everywhere }]).await
    }

    /// Asks in somebody's name (nobody's with an empty cookie), with a JSON body unless it is `null`.
    pub async fn ask(&self, cookie: &str, method: &str, path: &str, body: Value) -> Answer {
        let mut request = Request::builder().method(method).uri(encode(path)).header("x-hoshizu", "1");
        if !cookie.is_empty() {
            request = request.header(header::COOKIE, cookie);
        }
        let body = if body.is_null() {
            Body::empty()
        } else {
            request = request.header(header::CONTENT_TYPE, "application/json");
            Body::from(body.to_string())
        };
        self.send(request.body(body).expect("request")).await
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
