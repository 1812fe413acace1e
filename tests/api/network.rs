//! `/network`, `/network/plan`, `/offices/{id}/introductions`: who sees what, and that nobody sees more.

use crate::surveys::{Field, HIMAWARI, TAKASAKI};
use axum::http::StatusCode;
use hoshizu_catalog::permission::{Grant, Role, Scope};
use hoshizu_server::coverage::follow;
use serde_json::{Value, json};

async fn network(field: &Field, cookie: &str, rest: &str) -> Value {
    let path = format!("/api/v1/network?area=48201{rest}");
    let answer = field.here.ask(cookie, "GET", &path, Value::Null).await;
    assert_eq!(answer.status, StatusCode::OK, "{}", answer.text());
    answer.json()
}

async fn council(field: &Field, area: &str) -> String {
    let grant = Grant { role: Role::Council, scope: Scope::Area(area.to_owned()) };
    field.here.signed_in(&format!("kyogikai{area}"), vec![grant]).await
}

fn figure(network: &Value, code: &str) -> Value {
    let all = network["figures"].as_array().expect("figures");
    all.iter().find(|figure| figure["code"] == code).expect("code").clone()
}

#[tokio::test(flavor = "multi_thread")]
async fn what_one_side_says_shows_to_its_keeper_in_every_figure_and_to_a_council_in_none() {
    let (field, one, _) = Field::one_sided().await;
    let kept = network(&field, &field.keeper, "").await;
    assert_eq!((&kept["sees_all"], kept["ties"].as_array().expect("ties").len()), (&json!(true), 1));
    assert_eq!(kept["ties"][0]["evidence"], "one_sided");
    assert_eq!(
        (figure(&kept, "ties")["mutual"].clone(), figure(&kept, "ties")["either"].clone()),
        (json!(0.0), json!(1.0))
    );
    let council = council(&field, "48201").await;
    let told = network(&field, &council, "").await;
    assert_eq!((&told["sees_all"], &told["ties"]), (&json!(false), &json!([])));
    // One is fewer than three: neither the count nor any figure made with it.
    assert_eq!(told["hidden"][0]["count"], Value::Null);
    for figure in told["figures"].as_array().expect("figures") {
        assert_eq!(figure["either"], Value::Null, "{figure}");
    }
    for block in told["blocks"].as_array().expect("blocks") {
        assert!(block["either"].is_null() || block["either"] == block["mutual"], "{block}");
    }
    let nodes = told["nodes"].as_array().expect("nodes");
    assert!(nodes.iter().any(|node| node["id"] == json!(one)));
    for node in nodes {
        assert_eq!(node["community"], Value::Null);
        for (name, range) in node["figures"].as_object().expect("figures") {
            assert!(name == "duty" || range["either"].is_null(), "{name} {range}");
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn an_office_sees_its_own_ties_and_who_it_is() {
    let (field, one, other) = Field::one_sided().await;
    let office = Scope::Office(one.parse().expect("id"));
    let member = field.here.signed_in("himawari", vec![Grant { role: Role::Member, scope: office }]).await;
    let told = network(&field, &member, "").await;
    let own = told["own"][0].as_u64().expect("own") as usize;
    assert_eq!(told["nodes"][own]["id"], json!(one));
    let tie = &told["ties"][0];
    let partner = if tie["a"] == json!(own) { &tie["b"] } else { &tie["a"] };
    assert_eq!(told["nodes"][partner.as_u64().expect("place") as usize]["id"], json!(other));
    assert_eq!(told["nodes"][own]["figures"]["degree"], json!({ "mutual": 0.0, "either": null }));
}

#[tokio::test(flavor = "multi_thread")]
async fn the_graph_and_the_council_s_table_tell_the_same_figures() {
    let (field, ..) = Field::one_sided().await;
    follow::refresh(&field.here.app, 1).await.expect("coverage");
    let network = network(&field, &field.keeper, "").await;
    let path = "/api/v1/gaps/council?area=48201";
    let report = field.here.ask(&field.keeper, "GET", path, Value::Null).await.json();
    for (ours, theirs) in [("without_cross_system", "without_across"), ("duty_coverage", "duty")] {
        let (figure, range) = (figure(&network, ours), &report["ties"][0][theirs]);
        assert_eq!((&figure["mutual"], &figure["either"]), (&range["mutual"], &range["either"]), "{ours}");
    }
    assert_ne!(figure(&network, "duty_coverage")["mutual"], Value::Null);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_visitor_and_another_area_get_nothing() {
    let (field, one, _) = Field::one_sided().await;
    let elsewhere = council(&field, "48202").await;
    let introductions = format!("/api/v1/offices/{one}/introductions");
    for path in ["/api/v1/network?area=48201", "/api/v1/network/plan?area=48201", &introductions] {
        let visitor = field.here.ask("", "GET", path, Value::Null).await;
        assert_eq!(visitor.status, StatusCode::UNAUTHORIZED, "{path}");
        let other = field.here.ask(&elsewhere, "GET", path, Value::Null).await;
        assert_eq!(other.status, StatusCode::FORBIDDEN, "{path}");
    }
}

/// Every address the network of an area or an office can be read from.
fn addresses(field: &Field, one: &str) -> Vec<String> {
    let wave = &field.wave;
    let mut all: Vec<String> =
        ["", "&on=2026-06-01", &format!("&wave={wave}"), &format!("&wave={wave}&since={wave}")]
            .iter()
            .map(|rest| format!("/api/v1/network?area=48201{rest}"))
            .collect();
    for rest in ["", "&form=meeting", "&objective=sole_intermediaries"] {
        all.push(format!("/api/v1/network/plan?area=48201{rest}"));
    }
    all.push(format!("/api/v1/offices/{one}/introductions"));
    all.push(format!("/api/v1/offices/{one}/ties"));
    for format in ["graphml", "graphml_ties", "gexf", "csv", "json", "xlsx", "zip"] {
        all.push(format!("/api/v1/waves/{wave}/export/{format}"));
    }
    all
}

#[tokio::test(flavor = "multi_thread")]
async fn a_visitor_reads_no_network_in_any_form_and_a_council_no_file_of_the_keeper_s() {
    let (field, one, _) = Field::one_sided().await;
    let council = council(&field, "48201").await;
    for path in addresses(&field, &one) {
        let visitor = field.here.ask("", "GET", &path, Value::Null).await;
        assert_eq!(visitor.status, StatusCode::UNAUTHORIZED, "{path}");
        let told = field.here.ask(&council, "GET", &path, Value::Null).await;
        let wanted = if path.contains("/export/") { StatusCode::FORBIDDEN } else { StatusCode::OK };
        assert_eq!(told.status, wanted, "{path}: {}", told.text());
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_council_is_told_the_same_whether_or_not_one_side_says_something() {
    let (said, one, _) = Field::one_sided().await;
    let silent = Field::open().await;
    for name in [HIMAWARI, TAKASAKI] {
        let (code, _) = silent.sheet(name).await;
        silent.finish(&code, &[]).await;
    }
    let (council, other) = (council(&said, "48201").await, council(&silent, "48201").await);
    let (ours, theirs) = (addresses(&said, &one), addresses(&silent, &silent.sheet(HIMAWARI).await.1));
    for (path, same) in ours.iter().zip(&theirs).filter(|(path, _)| !path.contains("/export/")) {
        let told = said.here.ask(&council, "GET", path, Value::Null).await.json();
        let without = silent.here.ask(&other, "GET", same, Value::Null).await.json();
        assert_eq!(blurred(&told), blurred(&without), "{path}");
    }
}

/// What is told, without ids (two installations give their own) and without what says that one or two ties are withheld:
/// the second values of ranges and the counts of hidden ties.
fn blurred(told: &Value) -> Value {
    match told {
        Value::Object(fields) => fields
            .iter()
            // Changes of figures are withheld as a whole where a tie is.
            .filter(|(name, _)| name.as_str() != "figures" || !fields.contains_key("counts"))
            .filter(|(name, _)| {
                !["id", "wave", "waves", "since", "hidden", "either"].contains(&name.as_str())
            })
            .map(|(name, value)| (name.clone(), blurred(value)))
            .collect(),
        Value::Array(all) => all.iter().map(blurred).collect(),
        other => other.clone(),
    }
}

fn evidence(network: &Value) -> Vec<&str> {
    let ties = network["ties"].as_array().expect("ties");
    ties.iter().map(|tie| tie["evidence"].as_str().expect("evidence")).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_corrected_or_withdrawn_answer_and_a_renamed_office_show_at_once() {
    let (field, one, other) = Field::one_sided().await;
    let of_wave = format!("&wave={}", field.wave);
    for rest in ["", &of_wave] {
        assert_eq!(evidence(&network(&field, &field.keeper, rest).await), ["one_sided"], "{rest}");
    }
    let ((first, _), (second, _)) = (field.sheet(HIMAWARI).await, field.sheet(TAKASAKI).await);
    field.finish(&second, &[&one]).await;
    for rest in ["", &of_wave] {
        let told = network(&field, &field.keeper, rest).await;
        assert_eq!(evidence(&told), ["mutual"], "{rest}");
        assert_eq!(figure(&told, "ties")["mutual"], json!(1.0), "{rest}");
    }
    let id = other.parse().expect("id");
    let mut write = field.here.app.store.begin("kanri").await.expect("write");
    hoshizu_store::correction::add(&mut write, id, "name", "あたらしい名", None).await.expect("name");
    write.commit().await.expect("commit");
    for rest in ["", &of_wave] {
        let told = network(&field, &field.keeper, rest).await;
        let nodes = told["nodes"].as_array().expect("nodes");
        let renamed = nodes.iter().find(|node| node["id"] == json!(other)).expect("office");
        assert_eq!(renamed["name"], "あたらしい名", "{rest}");
    }
    field.become_state("closed").await;
    let gone = field.here.ask("", "DELETE", &format!("/api/v1/sheets/{first}"), Value::Null).await;
    assert_eq!(gone.json()["state"], "withdrawn", "{}", gone.text());
    for rest in ["", &of_wave] {
        let told = network(&field, &field.keeper, rest).await;
        assert_eq!(evidence(&told), ["to_non_respondent"], "{rest}");
        assert_eq!(figure(&told, "ties")["mutual"], json!(0.0), "{rest}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_same_question_is_drawn_the_same_and_a_wave_is_compared_with_itself_unchanged() {
    let (field, ..) = Field::one_sided().await;
    let (first, again) = (network(&field, &field.keeper, "").await, network(&field, &field.keeper, "").await);
    assert_eq!(first["nodes"], again["nodes"]);
    let wave = &field.wave;
    let same = network(&field, &field.keeper, &format!("&wave={wave}&since={wave}")).await;
    assert_eq!(same["change"]["counts"], json!({ "kept": 1 }));
    let unknown = format!("/api/v1/network?area=48201&since={}", uuid::Uuid::nil());
    assert_eq!(
        field.here.ask(&field.keeper, "GET", &unknown, Value::Null).await.status,
        StatusCode::NOT_FOUND
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_plan_brings_the_systems_closer_step_by_step_and_refuses_what_makes_no_sense() {
    let (field, ..) = Field::one_sided().await;
    let ask = async |rest: &str| {
        let path = format!("/api/v1/network/plan?area=48201{rest}");
        field.here.ask(&field.keeper, "GET", &path, Value::Null).await
    };
    let plan = ask("&budget=2&within_km=100").await;
    assert_eq!(plan.status, StatusCode::OK, "{}", plan.text());
    let plan = plan.json();
    let mut value = plan["before"].as_f64().expect("before");
    for step in plan["steps"].as_array().expect("steps") {
        let (gain, after) = (step["gain"].as_f64().expect("gain"), step["value"].as_f64().expect("value"));
        assert!(gain > 0.0 && (value - gain - after).abs() < 1e-9, "{step}");
        value = after;
    }
    for rest in
        ["&budget=0", "&budget=21", "&form=meeting&budget=1", "&form=x", "&objective=x", "&within_km=0"]
    {
        assert_eq!(ask(rest).await.status, StatusCode::BAD_REQUEST, "{rest}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn an_introduction_gives_its_reasons_and_leaves_partners_out() {
    let (field, one, other) = Field::one_sided().await;
    let path = format!("/api/v1/offices/{one}/introductions");
    let lists = field.here.ask(&field.keeper, "GET", &path, Value::Null).await;
    assert_eq!(lists.status, StatusCode::OK, "{}", lists.text());
    let lists = lists.json();
    let entries =
        lists["near"].as_array().expect("near").iter().chain(lists["bridges"].as_array().expect("bridges"));
    for entry in entries {
        assert!(entry["office"]["id"] != json!(one) && entry["office"]["id"] != json!(other), "{entry}");
        assert!(!entry["reasons"].as_array().expect("reasons").is_empty(), "{entry}");
    }
    assert_eq!(lists["known"], true);
    // Nothing of what one side alone said speaks for an office to those who may not read it.
    let council = council(&field, "48201").await;
    let lists = field.here.ask(&council, "GET", &path, Value::Null).await;
    assert_eq!(lists.status, StatusCode::OK, "{}", lists.text());
    let lists = lists.json();
    assert_eq!(lists["known"], false);
    for entry in lists["near"].as_array().expect("near") {
        for reason in entry["reasons"].as_array().expect("reasons") {
            assert!(reason["code"] != "shared_partners" && reason["code"] != "usual_here", "{entry}");
        }
    }
}
