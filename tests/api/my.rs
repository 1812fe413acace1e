//! `/my`: lists and searches are their owner's alone; what is written in them stays text in every file.

use crate::{
    harness::{Installation, fixture},
    moderation::{catch_up, office, steward},
};
use axum::http::StatusCode;
use hoshizu_catalog::permission::{Grant, Role, Scope};
use serde_json::{Value, json};

/// Begins a formula in a spreadsheet, ends a card or a line in a vCard, or an element in a page.
const ATTACKS: [&str; 8] = [
    "=1+1",
    "+1|cmd",
    "-1+cmd|' /C calc'!A0",
    "@SUM(A1)",
    "\t=1",
    "\r=1",
    "メモ\r\nEND:VCARD\r\nBEGIN:VCARD\r\nFN:にせもの",
    "<img src=x onerror=alert(1)>,\"a;b\\",
];

fn council() -> Vec<Grant> {
    vec![Grant { role: Role::Council, scope: Scope::Area("48202".to_owned()) }]
}

async fn list(here: &Installation, cookie: &str, name: &str) -> String {
    let made = here.ask(cookie, "POST", "/api/v1/my/lists", json!({ "name": name })).await;
    assert_eq!(made.status, StatusCode::CREATED, "{}", made.text());
    made.json()["id"].as_str().expect("id").to_owned()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_list_is_kept_in_its_order_with_notes_and_nobody_else_finds_it() {
    let here = Installation::with_fixtures().await;
    let (a, b) = (office(&here, "みなとケアマネジメント").await, office(&here, "ながれぼし相談室").await);
    let owner = here.signed_in("hanako", council()).await;
    let id = list(&here, &owner, "よく使う事業所").await;
    let path = format!("/api/v1/my/lists/{id}");
    for office in [a, b, a] {
        let added = here.ask(&owner, "POST", &format!("{path}/offices"), json!({ "office": office })).await;
        assert_eq!(added.status, StatusCode::NO_CONTENT, "{}", added.text());
    }
    let body = json!({ "name": "よく使う", "note": "", "entries": [{ "office": b, "note": "午前がよい" }, { "office": a, "note": "" }] });
    let kept = here.ask(&owner, "PUT", &path, body.clone()).await.json();
    assert_eq!(
        (kept["entries"][0]["office"]["id"].clone(), kept["entries"][0]["note"].clone()),
        (json!(b), json!("午前がよい"))
    );
    assert_eq!(kept["entries"].as_array().map(Vec::len), Some(2), "each office once");

    let others = [
        String::new(),
        here.signed_in("taro", council()).await,
        here.signed_in("kanri", steward("48202")).await,
    ];
    for cookie in others {
        let expected = if cookie.is_empty() { StatusCode::UNAUTHORIZED } else { StatusCode::NOT_FOUND };
        for (method, tail, body) in [
            ("GET", "", Value::Null),
            ("PUT", "", body.clone()),
            ("DELETE", "", Value::Null),
            ("POST", "/offices", json!({ "office": a })),
            ("GET", "/offices.csv", Value::Null),
            ("GET", "/offices.vcf", Value::Null),
        ] {
            let status = here.ask(&cookie, method, &format!("{path}{tail}"), body).await.status;
            assert_eq!(status, expected, "{method} {tail}");
        }
        if !cookie.is_empty() {
            assert_eq!(here.ask(&cookie, "GET", "/api/v1/my", Value::Null).await.json()["lists"], json!([]));
        }
    }
    // The owner cannot be written into a list either: unknown fields are refused.
    let mass = json!({ "name": "x", "note": "", "entries": [], "account_id": a });
    assert!(here.ask(&owner, "PUT", &path, mass).await.status.is_client_error());
    for name in ["", " ", "a\nb", &"あ".repeat(101)] {
        let status = here.ask(&owner, "POST", "/api/v1/my/lists", json!({ "name": name })).await.status;
        assert_eq!(status, StatusCode::BAD_REQUEST, "{name:?}");
    }
    assert_eq!(here.ask(&owner, "DELETE", &path, Value::Null).await.status, StatusCode::NO_CONTENT);
    assert_eq!(here.ask(&owner, "GET", &path, Value::Null).await.status, StatusCode::NOT_FOUND);
}

#[tokio::test(flavor = "multi_thread")]
async fn notes_stay_text_in_csv_vcard_and_json() {
    let here = Installation::with_fixtures().await;
    let id = office(&here, "みなとケアマネジメント").await;
    let owner = here.signed_in("hanako", council()).await;
    let path = format!("/api/v1/my/lists/{}", list(&here, &owner, "一覧").await);
    for attack in ATTACKS {
        let body = json!({ "name": "一覧", "note": attack, "entries": [{ "office": id, "note": attack }] });
        let kept = here.ask(&owner, "PUT", &path, body).await;
        assert_eq!(kept.json()["entries"][0]["note"], attack, "stored as written");
        let csv = here.ask(&owner, "GET", &format!("{path}/offices.csv"), Value::Null).await.text();
        let mut reader = csv_records(&csv);
        let note = reader.remove(1).pop().expect("note");
        assert!(!note.starts_with(['=', '+', '-', '@', '\t', '\r']), "{note:?}");
        assert_eq!(note.trim_start_matches('\''), attack, "guarded by an apostrophe, else unchanged");
        let answer = here.ask(&owner, "GET", &format!("{path}/offices.vcf"), Value::Null).await;
        assert_eq!(answer.headers["content-type"], "text/vcard; charset=utf-8");
        let lines = unfolded(&answer.text());
        let count = |start: &str| lines.iter().filter(|line| line.starts_with(start)).count();
        assert_eq!(
            (count("BEGIN:VCARD"), count("END:VCARD"), count("FN:"), count("VERSION:4.0")),
            (1, 1, 1, 1),
            "{lines:?}"
        );
        assert!(lines.contains(&"FN:みなとケアマネジメント".to_owned()));
        assert!(lines.contains(&"TEL;TYPE=\"voice,work\";VALUE=uri:tel:0990123333".to_owned()), "{lines:?}");
    }
}

/// Records of a CSV with quotes (RFC 4180).
fn csv_records(text: &str) -> Vec<Vec<String>> {
    let (mut records, mut record, mut cell, mut quoted) = (Vec::new(), Vec::new(), String::new(), false);
    let mut chars = text.trim_start_matches('\u{feff}').chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            '"' if quoted && chars.peek() == Some(&'"') => cell.push(chars.next().expect("quote")),
            '"' => quoted = !quoted,
            ',' if !quoted => record.push(std::mem::take(&mut cell)),
            '\r' if !quoted && chars.peek() == Some(&'\n') => {
                chars.next();
                record.push(std::mem::take(&mut cell));
                records.push(std::mem::take(&mut record));
            }
            c => cell.push(c),
        }
    }
    records
}

/// Content lines of vCards: CRLF followed by a space continues a line, and no line is longer than 75 octets.
fn unfolded(text: &str) -> Vec<String> {
    assert!(text.split("\r\n").all(|line| line.len() <= 75), "{text}");
    assert!(!text.replace("\r\n", "").contains(['\r', '\n']), "no other line break");
    text.replace("\r\n ", "").split("\r\n").map(str::to_owned).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_saved_search_counts_what_came_since_and_is_its_owners_alone() {
    let here = Installation::with_fixtures().await;
    let owner = here.signed_in("hanako", council()).await;
    let save = json!({ "name": "流星市のケアマネ", "query": "area=48202&service=care-430&q=%E3%81%82%E3%81%99%E3%81%8B%E3%82%B1%E3%82%A2" });
    let made = here.ask(&owner, "POST", "/api/v1/my/searches", save).await;
    assert_eq!(made.status, StatusCode::CREATED, "{}", made.text());
    let id = made.json()["id"].as_str().expect("id").to_owned();
    for wrong in ["near=moon", "service=x", "area=%ZZ%"] {
        let body = json!({ "name": "x", "query": wrong });
        let status = here.ask(&owner, "POST", "/api/v1/my/searches", body).await.status;
        assert!(
            status == StatusCode::BAD_REQUEST || status == StatusCode::CREATED && wrong.contains('%'),
            "{wrong}: {status}"
        );
    }
    let count = || async {
        here.ask(&owner, "GET", "/api/v1/my", Value::Null).await.json()["searches"][0]["new"].clone()
    };
    assert_eq!(count().await, 0);
    let text = String::from_utf8(fixture("jigyosho_430.csv")).expect("UTF-8");
    let row = text.lines().nth(3).expect("row").to_owned();
    let new = |number: &str, name: &str, city: &str, place: &str| {
        row.replace("4870200018", number)
            .replace("みなとケアマネジメント", name)
            .replace("流星市", city)
            .replace("港町1-1", place)
            .replace("099-012-3333", number)
    };
    let rows = [
        new("4870200091", "あすかケア", "流星市", "港町8-8"),
        new("4870200092", "あすか福祉", "流星市", "港町9-9"),
    ];
    here.import("jigyosho_430.csv", format!("{text}{}\r\n", rows.join("\r\n")).into_bytes())
        .await
        .expect("import");
    catch_up(&here).await;
    assert_eq!(count().await, 1, "of two new offices one matches the words");
    let path = format!("/api/v1/my/searches/{id}");
    let found = here.ask(&owner, "GET", &format!("{path}/new"), Value::Null).await.json();
    assert_eq!(found["items"][0]["name"], "あすかケア");
    let other = here.signed_in("taro", council()).await;
    for (method, tail) in [("GET", "/new"), ("POST", "/seen"), ("DELETE", "")] {
        let status = here.ask(&other, method, &format!("{path}{tail}"), Value::Null).await.status;
        assert_eq!(status, StatusCode::NOT_FOUND, "{method} {tail}");
        let status = here.ask("", method, &format!("{path}{tail}"), Value::Null).await.status;
        assert_eq!(status, StatusCode::UNAUTHORIZED, "{method} {tail}");
    }
    here.ask(&owner, "POST", &format!("{path}/seen"), Value::Null).await;
    assert_eq!(count().await, 0);
    assert_eq!(here.ask("", "GET", "/api/v1/my", Value::Null).await.json()["signed_in"], false);
}
