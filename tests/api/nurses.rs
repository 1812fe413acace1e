//! `/nurse-desks`: look-up, keeping, tables.

use crate::harness::{Answer, Installation};
use axum::{
    body::Body,
    http::{Method, Request, StatusCode, header},
};
use hoshizu_catalog::permission::{Grant, Role, Scope};
use hoshizu_store::{account, session};
use serde_json::{Value, json};

/// Signs somebody in with a role in an area, second factor given, and returns the cookie.
async fn steward(here: &Installation, login: &str, area: &str) -> String {
    let mut write = here.app.store.begin("test").await.expect("write");
    let grants = vec![Grant { role: Role::Steward, scope: Scope::Area(area.to_owned()) }];
    let new = account::New { login: login.into(), name: login.into(), grants, ..account::New::default() };
    let id = account::create(&mut write, &new).await.expect("account");
    session::open(&mut write, id, login, true, "test").await.expect("session");
    write.commit().await.expect("commit");
    format!("hoshizu_session={login}")
}

async fn send(here: &Installation, method: Method, path: &str, cookie: &str, body: &Value) -> Answer {
    let request = Request::builder()
        .method(method)
        .uri(path)
        .header("x-hoshizu", "1")
        .header(header::COOKIE, cookie)
        .header(header::CONTENT_TYPE, "application/json")
        .body(Body::from(body.to_string()))
        .expect("request");
    here.send(request).await
}

fn desk(owner: &str, name: &str, more: &Value) -> Value {
    let mut desk = json!({
        "owner": owner, "name": name, "placement": "municipal_health", "scheme": "task", "topics": ["intractable_disease"],
        "age_from": 18, "age_to": 64, "areas": [{ "code": owner }], "does": ["advice"], "phone": "099-011-0001",
        "hands_over": [{ "age": 65, "to": "高齢福祉課" }], "source": "課の回答", "checked_on": "2026-04-01",
    });
    for (key, value) in more.as_object().expect("object") {
        desk[key] = value.clone();
    }
    desk
}

#[tokio::test(flavor = "multi_thread")]
async fn a_local_desk_answers_with_reason_and_hand_over_and_elsewhere_the_general_answer_does() {
    let here = Installation::with_fixtures().await;
    let cookie = steward(&here, "ginga", "48201").await;
    let made =
        send(&here, Method::POST, "/api/v1/nurse-desks", &cookie, &desk("48201", "難病担当", &json!({})))
            .await;
    assert_eq!(made.status, StatusCode::CREATED, "{}", made.text());
    let found = here.get("/api/v1/nurse-desks/lookup?place=銀河市&topic=ALS&age=50").await.json();
    assert_eq!(found["place"]["label"], "銀河市");
    assert_eq!(found["condition"], "筋萎縮性側索硬化症");
    let answer = &found["desks"][0];
    assert_eq!(
        (&answer["desk"]["name"], &answer["desk"]["phone"]),
        (&json!("難病担当"), &json!("099-011-0001"))
    );
    assert_eq!(answer["reason"]["area"]["name"], "銀河市");
    assert_eq!((&answer["next"]["age"], &answer["next"]["to"]), (&json!(65), &json!("高齢福祉課")));
    assert_eq!(found["general"].as_array().map(Vec::len), Some(0));
    let ages: Vec<i64> = found["line"]
        .as_array()
        .expect("line")
        .iter()
        .map(|s| s["age_from"].as_i64().expect("age"))
        .collect();
    assert_eq!(ages, [0, 18, 65], "general, local, general");
    for question in ["place=銀河市&topic=難病&age=70", "place=流星市&topic=難病&age=50"] {
        let found = here.get(&format!("/api/v1/nurse-desks/lookup?{question}")).await.json();
        assert_eq!(found["desks"].as_array().map(Vec::len), Some(0), "{question}");
        assert_eq!(found["general"][0]["placement"], "health_center", "{question}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_question_that_cannot_be_understood_says_which_part() {
    let here = Installation::with_fixtures().await;
    let found = here.get("/api/v1/nurse-desks/lookup?place=どこでもない&topic=難病").await.json();
    assert_eq!((&found["place"], found["choices"].as_array().map(Vec::len)), (&Value::Null, Some(0)));
    let found = here.get("/api/v1/nurse-desks/lookup?place=銀河市&topic=まほう").await.json();
    assert_eq!(found["unknown_topic"], true);
    let point = here.get("/api/v1/nurse-desks/lookup?lat=33.6&lon=142.6&topic=難病").await.json();
    assert_eq!(point["place"]["code"], "48201");
    for wrong in ["age=121", "lat=1&lon=1", "area=99999"] {
        let status = here.get(&format!("/api/v1/nurse-desks/lookup?topic=難病&{wrong}")).await.status;
        assert!(status.is_client_error(), "{wrong}: {status}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn only_a_steward_of_the_owner_writes_and_only_inside_it() {
    let here = Installation::with_fixtures().await;
    let cookie = steward(&here, "ginga", "48201").await;
    let post = |body: Value, cookie: String| {
        let here = &here;
        async move { send(here, Method::POST, "/api/v1/nurse-desks", &cookie, &body).await.status }
    };
    let own = desk("48201", "難病担当", &json!({}));
    assert_eq!(post(own.clone(), String::new()).await, StatusCode::UNAUTHORIZED, "a visitor");
    assert_eq!(post(desk("48202", "よその窓口", &json!({})), cookie.clone()).await, StatusCode::FORBIDDEN);
    let reaching = desk("48201", "越境", &json!({ "areas": [{ "code": "48202" }] }));
    assert_eq!(post(reaching, cookie.clone()).await, StatusCode::BAD_REQUEST, "an area outside the owner");
    assert_eq!(post(desk("48201", "", &json!({})), cookie.clone()).await, StatusCode::BAD_REQUEST);
    assert_eq!(post(own.clone(), cookie.clone()).await, StatusCode::CREATED);
    assert_eq!(post(own.clone(), cookie.clone()).await, StatusCode::CONFLICT, "the name is taken");

    let listed = here.get("/api/v1/nurse-desks?owner=48201").await.json();
    assert_eq!((listed["items"].as_array().map(Vec::len), &listed["may_edit"]), (Some(1), &json!(false)));
    let path = format!("/api/v1/nurse-desks/{}", listed["items"][0]["id"].as_str().expect("id"));
    let other = steward(&here, "ryusei", "48202").await;
    assert_eq!(send(&here, Method::PUT, &path, &other, &own).await.status, StatusCode::FORBIDDEN);
    assert_eq!(send(&here, Method::DELETE, &path, &other, &json!(null)).await.status, StatusCode::FORBIDDEN);
    let given = desk("48202", "難病担当", &json!({}));
    assert_eq!(
        send(&here, Method::PUT, &path, &cookie, &given).await.status,
        StatusCode::FORBIDDEN,
        "given away"
    );
    let changed = desk("48201", "難病担当", &json!({ "age_to": null }));
    assert_eq!(send(&here, Method::PUT, &path, &cookie, &changed).await.json()["age_to"], Value::Null);
    let history = send(&here, Method::GET, &format!("{path}/history"), &cookie, &json!(null)).await.json();
    assert_eq!((&history[0]["action"], &history[1]["action"]), (&json!("change"), &json!("create")));
    assert_eq!(
        send(&here, Method::GET, &format!("{path}/history"), &other, &json!(null)).await.status,
        StatusCode::FORBIDDEN
    );
    assert_eq!(
        send(&here, Method::DELETE, &path, &cookie, &json!(null)).await.status,
        StatusCode::NO_CONTENT
    );
    assert_eq!(here.get(&path).await.status, StatusCode::NOT_FOUND);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_matrix_tells_holes_from_cover_and_names_the_usual_place() {
    let here = Installation::with_fixtures().await;
    let cookie = steward(&here, "ginga", "48201").await;
    send(&here, Method::POST, "/api/v1/nurse-desks", &cookie, &desk("48201", "難病担当", &json!({}))).await;
    let matrix = here.get("/api/v1/nurse-desks/matrix?area=48201").await.json();
    let cells = matrix["cells"].as_array().expect("cells");
    assert_eq!(cells.len(), 20 * 6);
    let states: Vec<&str> = cells
        .iter()
        .filter(|c| c["topic"] == "intractable_disease")
        .map(|c| c["state"].as_str().expect("state"))
        .collect();
    assert_eq!(states, ["none", "none", "full", "full", "none", "none"]);
    assert_eq!(cells[0]["general"], json!(["health_center"]));
    let cover = here.get("/api/v1/nurse-desks/cover").await.json();
    let row = cover["items"]
        .as_array()
        .expect("items")
        .iter()
        .find(|row| row["area"]["code"] == "48201")
        .expect("row");
    assert_eq!(row["states"], json!([118, 0, 0, 2]));
    assert_eq!(here.get("/api/v1/nurse-desks/matrix?area=99999").await.status, StatusCode::NOT_FOUND);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_map_tells_the_parts_of_each_desk_from_shared_ones_and_from_those_of_nobody() {
    let here = Installation::with_fixtures().await;
    let cookie = steward(&here, "ginga", "48201").await;
    let whole = here.get("/api/v1/nurse-desks/map?area=48201&topic=難病").await.json();
    assert_eq!((&whole["unit"], &whole["units"][0]["desks"]), (&json!("whole"), &json!([])));
    assert_eq!((&whole["units"][0]["hole"], &whole["general"]), (&json!(true), &json!(["health_center"])));
    for (name, from, to) in [("難病担当", 0, 64), ("難病の方の夜間", 40, 64)] {
        let made = desk("48201", name, &json!({ "age_from": from, "age_to": to }));
        send(&here, Method::POST, "/api/v1/nurse-desks", &cookie, &made).await;
    }
    let at = |age: &str| format!("/api/v1/nurse-desks/map?area=48201&topic=intractable_disease&age={age}");
    for (age, desks, shared) in [("30", 1, false), ("50", 2, true), ("70", 0, false)] {
        let map = here.get(&at(age)).await.json();
        let unit = &map["units"][0];
        assert_eq!(unit["desks"].as_array().map(Vec::len), Some(desks), "{age}: {unit}");
        assert_eq!((&unit["shared"], &unit["hole"]), (&json!(shared), &json!(desks == 0)), "{age}");
        assert_eq!(map["desks"].as_array().map(Vec::len), Some(desks), "only desks that a part names");
    }
    let prefecture = here.get("/api/v1/nurse-desks/map?area=48000&topic=難病&age=50").await.json();
    assert_eq!(prefecture["unit"], "municipality");
    let units = prefecture["units"].as_array().expect("units");
    let covered = units.iter().filter(|unit| unit["desks"] != json!([]));
    assert_eq!(covered.map(|unit| unit["code"].as_str().expect("code")).collect::<Vec<_>>(), ["48201"]);
    for wrong in ["area=99999", "area=48201&topic=まほう", "area=48201&age=121", "topic=難病"] {
        let status = here.get(&format!("/api/v1/nurse-desks/map?{wrong}")).await.status;
        assert!(status.is_client_error(), "{wrong}: {status}");
    }
}

fn table(rows: &str) -> Vec<u8> {
    let head = "窓口名,市町村,配置,話題,年齢から,年齢まで,引継ぎ";
    let part = "--b\r\ncontent-disposition: form-data; name=\"file\"; filename=\"desks.csv\"\r\n\r\n";
    format!("{part}{head}\n{rows}\r\n--b--\r\n").into_bytes()
}

async fn upload(here: &Installation, cookie: &str, path: &str, body: Vec<u8>) -> Answer {
    let request = Request::post(path)
        .header("x-hoshizu", "1")
        .header(header::COOKIE, cookie)
        .header(header::CONTENT_TYPE, "multipart/form-data; boundary=b")
        .body(Body::from(body))
        .expect("request");
    here.send(request).await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_table_is_tried_first_then_written_and_its_faults_are_told_by_row_and_column() {
    let here = Installation::with_fixtures().await;
    let cookie = steward(&here, "ginga", "48201").await;
    let rows = "母子担当,銀河市,こども家庭センター,妊娠・出産・産後,0,17,18歳→障害福祉課\n難病担当,銀河市,ほけんじょ,難病,,,";
    let tried = upload(&here, &cookie, "/api/v1/nurse-desks/import?dry_run=true", table(rows)).await.json();
    assert_eq!((&tried["written"], &tried["new"]), (&json!(false), &json!(1)));
    assert_eq!((&tried["rejected"][0]["line"], &tried["rejected"][0]["column"]), (&json!(3), &json!("配置")));
    assert_eq!(here.get("/api/v1/nurse-desks").await.json()["items"].as_array().map(Vec::len), Some(0));
    let done = upload(&here, &cookie, "/api/v1/nurse-desks/import", table(rows)).await.json();
    assert_eq!((&done["written"], &done["new"]), (&json!(true), &json!(1)));
    let again = upload(&here, &cookie, "/api/v1/nurse-desks/import", table(rows)).await.json();
    assert_eq!((&again["new"], &again["unchanged"]), (&json!(0), &json!(1)));
    let foreign =
        upload(&here, &cookie, "/api/v1/nurse-desks/import", table("担当,流星市,保健所,難病,,,")).await;
    assert_eq!(foreign.status, StatusCode::FORBIDDEN);
    assert_eq!(
        upload(&here, "", "/api/v1/nurse-desks/import", table(rows)).await.status,
        StatusCode::UNAUTHORIZED
    );
    let csv = here.get("/api/v1/nurse-desks.csv?owner=48201").await.text();
    assert!(csv.contains("母子担当,銀河市,こども家庭センター"), "{csv}");
    let book = here.get("/api/v1/nurse-desks/template.xlsx?owner=48201").await;
    assert!(book.body.starts_with(b"PK"), "a workbook");
    let mut part =
        b"--b\r\ncontent-disposition: form-data; name=\"file\"; filename=\"t.xlsx\"\r\n\r\n".to_vec();
    part.extend(book.body);
    part.extend(b"\r\n--b--\r\n");
    let back = upload(&here, &cookie, "/api/v1/nurse-desks/import?dry_run=true", part).await.json();
    assert_eq!(
        (&back["rows"], &back["unchanged"]),
        (&json!(1), &json!(1)),
        "the template reads back as it is: {back}"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn the_desks_of_a_municipality_are_a_pdf_or_the_reason_why_not() {
    let here = Installation::with_fixtures().await;
    let answer = here.get("/api/v1/nurse-desks/sheet.pdf?area=48201").await;
    if answer.status == StatusCode::SERVICE_UNAVAILABLE {
        // A machine without the font of printed pages says so.
        assert_eq!(answer.json()["code"], "no_font");
    } else {
        assert_eq!(answer.status, StatusCode::OK, "{}", answer.text());
        assert_eq!(answer.headers[header::CONTENT_TYPE], "application/pdf");
        assert!(answer.body.starts_with(b"%PDF-"));
    }
    assert_eq!(here.get("/api/v1/nurse-desks/sheet.pdf?area=99999").await.status, StatusCode::NOT_FOUND);
}
