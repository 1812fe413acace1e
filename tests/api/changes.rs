//! `/changes`, its feed, and `/audit`.

use crate::{
    harness::{Installation, fixture},
    moderation::{administrator, office, steward},
};
use axum::http::StatusCode;
use hoshizu_store::correction;
use serde_json::{Value, json};

/// What people type to break a page, a feed or a spreadsheet.
const ATTACKS: [&str; 5] = [
    "<script>alert(1)</script>",
    "]]>&lt;<feed>",
    "=HYPERLINK(\"https://evil.example\",\"x\")",
    "@SUM(1+1)",
    "\u{b}\u{1}' OR 1=1 --",
];

async fn correct(here: &Installation, name: &str, field: &str, value: &str) {
    let id = office(here, name).await;
    let mut write = here.app.store.begin("test").await.expect("write");
    correction::add(&mut write, id, field, value, Some("内部のメモ")).await.expect("correction");
    write.commit().await.expect("commit");
}

#[tokio::test(flavor = "multi_thread")]
async fn changes_are_read_on_from_a_number_by_area_without_persons_and_notes() {
    let here = Installation::with_fixtures().await;
    let before = here.get("/api/v1/changes").await.json();
    let is_new = |item: &Value| item["kind"] == "new";
    assert!(!before["items"].as_array().expect("items").iter().any(is_new), "a first edition is no news");
    let before = before["next_since"].as_i64().expect("number");
    correct(&here, "みなとケアマネジメント", "phone", "099-000-0001").await;
    correct(&here, "髙﨑ケアプランセンター", "phone", "099-000-0002").await;
    let all = here.get(&format!("/api/v1/changes?since={before}")).await;
    let json = all.json();
    let names: Vec<&str> = json["items"]
        .as_array()
        .expect("items")
        .iter()
        .map(|i| i["office"]["name"].as_str().expect("name"))
        .collect();
    assert_eq!(names, ["みなとケアマネジメント", "髙﨑ケアプランセンター"]);
    assert_eq!(json["items"][0]["changes"][0]["after"], "099-000-0001");
    for private in ["test", "内部のメモ", "actor", "by"] {
        assert!(!all.text().contains(&format!("\"{private}\"")), "{private}: {}", all.text());
    }
    let area = here.get(&format!("/api/v1/changes?since={before}&area=48201")).await.json();
    assert_eq!(area["items"].as_array().map(Vec::len), Some(1));
    let next = json["next_since"].as_i64().expect("number");
    let rest = here.get(&format!("/api/v1/changes?since={next}")).await.json();
    assert_eq!(
        (rest["items"].clone(), rest["next_since"].as_i64(), rest["more"].clone()),
        (json!([]), Some(next), json!(false))
    );
    let first = here.get(&format!("/api/v1/changes?since={before}&limit=1")).await.json();
    assert_eq!((first["items"].as_array().map(Vec::len), first["more"].clone()), (Some(1), json!(true)));
    assert_eq!(here.get("/api/v1/changes?service=moon").await.status, StatusCode::BAD_REQUEST);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_feed_is_valid_atom_whatever_stands_in_an_office() {
    let here = Installation::with_fixtures().await;
    for attack in ATTACKS {
        correct(&here, "みなとケアマネジメント", "building", attack).await;
    }
    let answer = here.get("/api/v1/changes.atom?area=48202&service=care-430").await;
    assert_eq!(answer.headers["content-type"], "application/atom+xml; charset=utf-8");
    let text = answer.text();
    let document = roxmltree::Document::parse(&text).unwrap_or_else(|error| panic!("{error}: {text}"));
    let atom = "http://www.w3.org/2005/Atom";
    let feed = document.root_element();
    assert!(feed.has_tag_name((atom, "feed")));
    let child = |node: roxmltree::Node<'_, '_>, name: &str| -> String {
        let found: Vec<_> = node.children().filter(|c| c.has_tag_name((atom, name))).collect();
        assert_eq!(found.len(), 1, "RFC 4287 wants one {name}: {text}");
        found[0].text().unwrap_or_default().to_owned()
    };
    // What RFC 4287 requires of a feed and of an entry (4.1.1, 4.1.2).
    assert!(child(feed, "title").contains("流星市") && !child(feed, "id").is_empty());
    let stamp = |text: String| {
        time::OffsetDateTime::parse(&text, &time::format_description::well_known::Rfc3339).expect("RFC 3339")
    };
    stamp(child(feed, "updated"));
    assert!(feed.children().any(|c| c.has_tag_name((atom, "author"))));
    let entries: Vec<_> = feed.children().filter(|c| c.has_tag_name((atom, "entry"))).collect();
    assert_eq!(entries.len(), ATTACKS.len());
    let mut ids: Vec<String> = entries.iter().map(|entry| child(*entry, "id")).collect();
    for entry in &entries {
        stamp(child(*entry, "updated"));
        assert!(child(*entry, "title").contains("みなとケアマネジメント"));
        assert!(entry.children().any(|c| c.has_tag_name((atom, "link")) && c.attribute("href").is_some()));
    }
    ids.sort();
    ids.dedup();
    assert_eq!(ids.len(), entries.len(), "an id names one entry");
    assert!(child(entries[4], "content").contains("<script>alert(1)</script>"), "as text, not as elements");
}

#[tokio::test(flavor = "multi_thread")]
async fn offices_of_a_later_file_are_news() {
    let here = Installation::with_fixtures().await;
    let text = String::from_utf8(fixture("jigyosho_430.csv")).expect("UTF-8");
    let line = text.lines().nth(3).expect("row").replace("4870200018", "4870200099");
    let line = line
        .replace("みなとケアマネジメント", "あたらしいケアプラン")
        .replace("港町1-1", "港町8-8")
        .replace("099-012-3333", "099-012-8888");
    here.import("jigyosho_430.csv", format!("{text}{line}\r\n").into_bytes()).await.expect("import");
    let json = here.get("/api/v1/changes?area=48202").await.json();
    assert_eq!(
        (json["items"][0]["kind"].as_str(), json["items"][0]["office"]["name"].as_str()),
        (Some("new"), Some("あたらしいケアプラン"))
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn the_audit_is_read_and_exported_by_administrators_only_and_formulas_in_it_are_harmless() {
    let here = Installation::with_fixtures().await;
    for attack in ATTACKS {
        correct(&here, "みなとケアマネジメント", "building", attack).await;
    }
    let paths = ["/api/v1/audit", "/api/v1/audit.csv", "/api/v1/audit.jsonl"];
    let steward = here.signed_in("kanri", steward("48202")).await;
    let admin = here.signed_in("ken", administrator()).await;
    for path in paths {
        assert_eq!(here.ask("", "GET", path, Value::Null).await.status, StatusCode::UNAUTHORIZED, "{path}");
        assert_eq!(
            here.ask(&steward, "GET", path, Value::Null).await.status,
            StatusCode::FORBIDDEN,
            "{path}"
        );
        assert_eq!(here.ask(&admin, "GET", path, Value::Null).await.status, StatusCode::OK, "{path}");
        for method in ["POST", "PUT", "PATCH", "DELETE"] {
            let status = here.ask(&admin, method, path, Value::Null).await.status;
            assert!(status.is_client_error(), "{method} {path}: {status}");
        }
    }
    let page =
        here.ask(&admin, "GET", "/api/v1/audit?actor=test&entity=office&limit=3", Value::Null).await.json();
    assert_eq!(page["items"].as_array().map(Vec::len), Some(3));
    let next = page["next"].as_i64().expect("more");
    let more = here
        .ask(&admin, "GET", &format!("/api/v1/audit?entity=office&before={next}"), Value::Null)
        .await
        .json();
    assert!(more["items"][0]["seq"].as_i64() < Some(next));
    let today =
        here.ask(&admin, "GET", "/api/v1/audit?from=2026-04-01&to=2026-04-01", Value::Null).await.json();
    assert!(!today["items"].as_array().expect("items").is_empty());
    let later = here.ask(&admin, "GET", "/api/v1/audit?from=2026-04-02", Value::Null).await.json();
    assert_eq!(later["items"], json!([]));
    assert_eq!(here.ask(&admin, "GET", "/api/v1/audit?from=yesterday", Value::Null).await.status, 400);
    let lines = here.ask(&admin, "GET", "/api/v1/audit.jsonl?entity=office", Value::Null).await.text();
    assert!(
        lines.lines().count() > 5 && lines.lines().all(|line| serde_json::from_str::<Value>(line).is_ok())
    );
    let csv = here.ask(&admin, "GET", "/api/v1/audit.csv?entity=office", Value::Null).await.text();
    for record in csv.split("\r\n").filter(|line| !line.is_empty()) {
        assert!(!record.starts_with(['=', '+', '-', '@', '\t']), "{record}");
    }
}
