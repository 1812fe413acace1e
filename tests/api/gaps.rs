//! `/gaps`: the matrix of a council and its notes; who sees what, and that nobody sees more.

use crate::surveys::{Field, HIMAWARI};
use axum::http::StatusCode;
use hoshizu_catalog::permission::{Grant, Role, Scope};
use hoshizu_server::coverage::follow;
use serde_json::{Value, json};

const REPORT: &str = "/api/v1/gaps/council?area=48201";
const WORKBOOK: &str = "/api/v1/gaps/council.xlsx?area=48201";
const NOTES: &str = "/api/v1/gaps/notes?area=48201";

/// A ☆ of one side, and supply and reach worked out.
async fn one_sided() -> Field {
    let (field, ..) = Field::one_sided().await;
    follow::refresh(&field.here.app, 1).await.expect("coverage");
    field
}

async fn somebody(field: &Field, role: Role, area: &str) -> String {
    let grant = Grant { role, scope: Scope::Area(area.to_owned()) };
    field.here.signed_in(&format!("{}{area}", role.code()), vec![grant]).await
}

async fn get(field: &Field, cookie: &str, path: &str) -> Value {
    let answer = field.here.ask(cookie, "GET", path, Value::Null).await;
    assert_eq!(answer.status, StatusCode::OK, "{path}: {}", answer.text());
    answer.json()
}

fn note(text: &str) -> Value {
    json!({ "area": "48201", "column": "service:care-430", "kind": "decision", "text": text, "until": "2026-06-30" })
}

#[tokio::test(flavor = "multi_thread")]
async fn every_area_has_a_field_for_every_column_and_what_is_not_there_is_a_hole() {
    let field = one_sided().await;
    let council = somebody(&field, Role::Council, "48201").await;
    let report = get(&field, &council, REPORT).await;
    let list = |name: &str| report[name].as_array().unwrap_or_else(|| panic!("{name}")).clone();
    let (rows, columns, cells) = (list("rows"), list("columns"), list("cells"));
    assert_eq!(cells.len(), rows.len() * columns.len());
    for (at, cell) in cells.iter().enumerate() {
        assert_eq!(cell["area"], rows[at / columns.len()]["code"]);
        assert_eq!(cell["column"], columns[at % columns.len()]["code"]);
    }
    assert_eq!((&rows[0]["code"], &rows[0]["whole"]), (&json!("48201"), &json!(true)));
    let cell = |code: &str| cells.iter().find(|cell| cell["column"] == code).expect("column").clone();
    assert_eq!(
        (&cell("service:care-430")["count"], &cell("service:care-430")["ties"]["asked"]),
        (&json!(2), &json!(2))
    );
    assert_eq!(cell("service:disability-53")["state"], "no_data", "no file lists any");
    let rare = cell("template:rare");
    assert_eq!(rare["state"], "part", "the care managers are there, the hospital is not");
    let missing = rare["missing"].as_array().map(|missing| missing.len() as u64);
    assert_eq!(
        rare["count"].as_u64().zip(missing).map(|(count, missing)| count + missing),
        rare["of"].as_u64()
    );
    assert_eq!(cell("forum:council")["state"], "no_data", "no forum is known");
}

#[tokio::test(flavor = "multi_thread")]
async fn one_tie_of_one_side_is_told_to_the_keeper_alone() {
    let field = one_sided().await;
    let council = somebody(&field, Role::Council, "48201").await;
    let kept = get(&field, &field.keeper, REPORT).await;
    assert!(kept["ties"][0]["across_per_office"]["either"].is_number(), "{}", kept["ties"][0]);
    assert_eq!((&kept["ties"][0]["withheld"], &kept["may_write"]), (&json!(false), &json!(false)));
    let told = get(&field, &council, REPORT).await;
    assert_eq!(told["may_write"], true);
    let cells = told["cells"].as_array().expect("cells").iter().map(|cell| &cell["ties"]);
    let mut seen = 0;
    for ties in told["ties"].as_array().expect("ties").iter().chain(cells).filter(|ties| ties["asked"] == 2) {
        seen += 1;
        for figure in ["across_per_office", "without_across", "duty", "sole_bridges", "concentration"] {
            assert!(ties[figure].is_null() || ties[figure]["either"].is_null(), "{figure}: {ties}");
        }
        assert_eq!((&ties["answered"], &ties["withheld"]), (&Value::Null, &json!(true)));
    }
    assert!(seen >= 2, "the row and the field of 居宅介護支援");
    for wave in told["trend"]["waves"].as_array().expect("waves") {
        assert_eq!(wave["ties"]["across_per_office"]["either"], Value::Null);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_visitor_another_area_and_a_member_get_nothing() {
    let field = one_sided().await;
    let elsewhere = somebody(&field, Role::Council, "48202").await;
    let office = Scope::Office(field.here.office(HIMAWARI).await);
    let member = field.here.signed_in("himawari", vec![Grant { role: Role::Member, scope: office }]).await;
    for path in [REPORT, NOTES, WORKBOOK] {
        for (cookie, status) in [
            ("", StatusCode::UNAUTHORIZED),
            (elsewhere.as_str(), StatusCode::FORBIDDEN),
            (member.as_str(), StatusCode::FORBIDDEN),
        ] {
            assert_eq!(field.here.ask(cookie, "GET", path, Value::Null).await.status, status, "{path}");
        }
    }
    let foreign = field.here.ask(&elsewhere, "POST", "/api/v1/gaps/notes", note("x")).await;
    assert_eq!(foreign.status, StatusCode::FORBIDDEN);
    let keeper = field.here.ask(&field.keeper, "POST", "/api/v1/gaps/notes", note("x")).await;
    assert_eq!(keeper.status, StatusCode::FORBIDDEN, "a keeper reads");
    let nowhere = field.here.ask(&elsewhere, "GET", "/api/v1/gaps/council?area=99999", Value::Null).await;
    assert_eq!(nowhere.status, StatusCode::NOT_FOUND);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_decision_is_kept_with_who_when_and_what_became_of_it() {
    let field = one_sided().await;
    let here = &field.here;
    let (council, steward) =
        (somebody(&field, Role::Council, "48201").await, somebody(&field, Role::Steward, "48201").await);
    let made = here.ask(&council, "POST", "/api/v1/gaps/notes", note("包括が声をかける")).await;
    assert_eq!(made.status, StatusCode::CREATED, "{}", made.text());
    let id = made.json()["id"].as_str().expect("id").to_owned();
    let path = format!("/api/v1/gaps/notes/{id}");
    let step = async |cookie: &str, action: &str, text: &str, seen: usize| {
        here.ask(cookie, "PATCH", &path, json!({ "action": action, "text": text, "seen": seen })).await
    };
    assert_eq!(step(&council, "reopened", "", 1).await.status, StatusCode::CONFLICT, "it is open");
    let resolved = step(&steward, "resolved", "3か所が会った", 1).await;
    assert_eq!(resolved.status, StatusCode::OK, "{}", resolved.text());
    assert_eq!(step(&council, "changed", "x", 1).await.status, StatusCode::CONFLICT, "the steward was first");
    let elsewhere = somebody(&field, Role::Council, "48202").await;
    assert_eq!(step(&elsewhere, "reopened", "", 2).await.status, StatusCode::FORBIDDEN);
    let list = get(&field, &field.keeper, NOTES).await;
    let kept = &list["items"][0];
    assert_eq!(
        (&kept["text"], &kept["state"], &kept["until"]),
        (&json!("包括が声をかける"), &json!("resolved"), &json!("2026-06-30"))
    );
    let steps: Vec<_> =
        kept["steps"].as_array().expect("steps").iter().map(|step| (&step["action"], &step["by"])).collect();
    assert_eq!(
        steps,
        [(&json!("written"), &json!("council48201")), (&json!("resolved"), &json!("steward48201"))]
    );
    assert_eq!((&list["may_write"], &kept["may_write"]), (&json!(false), &json!(false)));
    let report = get(&field, &council, REPORT).await;
    let cells = report["cells"].as_array().expect("cells").clone();
    let noted: Vec<_> =
        cells.iter().filter(|cell| cell["notes"]["resolved"] == 1).map(|cell| &cell["column"]).collect();
    assert_eq!(noted, [&json!("service:care-430")]);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_cannot_be_kept_is_named() {
    let field = one_sided().await;
    let council = somebody(&field, Role::Council, "48201").await;
    let wrong = [
        ("text", json!(" ")),
        ("column", json!("service:x")),
        ("kind", json!("x")),
        ("until", json!("2026-02-30")),
    ];
    for (name, value) in wrong {
        let mut body = note("x");
        body[name] = value;
        let refused = field.here.ask(&council, "POST", "/api/v1/gaps/notes", body.clone()).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{body}: {}", refused.text());
    }
    assert_eq!(get(&field, &council, NOTES).await["items"], json!([]));
}

#[tokio::test(flavor = "multi_thread")]
async fn professionals_of_the_area_are_told_of_ties_both_sides_reported_alone() {
    let field = one_sided().await;
    let ties = "/api/v1/gaps/ties?area=48201&service=care-430";
    let member = |login: &'static str, office| {
        let grant = Grant { role: Role::Member, scope: Scope::Office(office) };
        async { field.here.signed_in(login, vec![grant]).await }
    };
    let own = member("himawari", field.here.office(HIMAWARI).await).await;
    let elsewhere = member("minato", field.here.office("4870200018").await).await;
    let council = somebody(&field, Role::Council, "48201").await;
    for (cookie, status) in [("", StatusCode::UNAUTHORIZED), (elsewhere.as_str(), StatusCode::FORBIDDEN)] {
        assert_eq!(field.here.ask(cookie, "GET", ties, Value::Null).await.status, status);
    }
    let far = field.here.ask(&own, "GET", "/api/v1/gaps/ties?area=48000&service=care-430", Value::Null).await;
    assert_eq!(far.status, StatusCode::FORBIDDEN, "a member reads the ties of its municipality");
    let kept = get(&field, &field.keeper, ties).await;
    assert_eq!(kept["certain_only"], false);
    assert!(kept["rows"][0]["ties"]["across_per_office"]["either"].is_number());
    for cookie in [&own, &council] {
        let told = get(&field, cookie, ties).await;
        assert_eq!((&told["certain_only"], told["rows"].as_array().map(Vec::len)), (&json!(true), Some(1)));
        let figures = &told["rows"][0]["ties"];
        assert_eq!((&figures["asked"], &figures["answered"]), (&json!(2), &Value::Null));
        for figure in ["across_per_office", "without_across", "duty", "sole_bridges", "concentration"] {
            assert!(figures[figure].is_null() || figures[figure]["either"].is_null(), "{figure}: {figures}");
        }
        assert_eq!(figures["without_across"]["mutual"], 1.0);
    }
    let unknown = field.here.ask(&own, "GET", "/api/v1/gaps/ties?area=48201&service=x", Value::Null).await;
    assert_eq!(unknown.status, StatusCode::BAD_REQUEST);
}
