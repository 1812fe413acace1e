//! `/guide` and `/glossary`: the five cases of the training deck, and what is never kept.

use crate::harness::Installation;
use axum::http::StatusCode;
use hoshizu_catalog::permission::{Grant, Role, Scope};
use serde_json::{Value, json};

/// `step role` of every role, in order.
fn roles(answer: &Value) -> Vec<String> {
    let steps = answer["steps"].as_array().expect("steps");
    let line = |step: &Value, role: &Value| {
        let months = step["months"].as_i64().expect("months");
        let when = step["event"].as_str().expect("event");
        let when = if months == 0 { when.to_owned() } else { format!("{when}{months:+}") };
        format!("{when} {}", role["code"].as_str().expect("code"))
    };
    steps
        .iter()
        .flat_map(|step| {
            step["roles"].as_array().expect("roles").iter().map(|role| line(step, role)).collect::<Vec<_>>()
        })
        .collect()
}

fn codes(answer: &Value, list: &str, key: &str) -> Vec<String> {
    answer[list]
        .as_array()
        .expect("list")
        .iter()
        .map(|one| one[key].as_str().expect("code").to_owned())
        .collect()
}

fn holds(list: &[String], wanted: &[&str]) {
    for one in wanted {
        assert!(list.iter().any(|known| known == one), "{one} is missing in {list:#?}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn an_ageing_disabled_person_moves_over_with_both_professions() {
    let here = Installation::with_fixtures().await;
    let answer =
        here.get("/api/v1/guide?turns_65_in=9&service=home_help,only_disability&place=銀河市").await.json();
    holds(
        &roles(&answer),
        &[
            "now planning_consultant",
            "now disability_section",
            "now care_manager",
            "turns_65-6 support_center",
            "turns_65-3 elderly_section",
        ],
    );
    holds(
        &codes(&answer, "conclusions", "id"),
        &[
            "prepare-65",
            "care-first-65",
            "only-disability-continues",
            "added-hours",
            "copayment-relief-65",
            "kyosei",
            "duty-to-cooperate",
        ],
    );
    let kinds: Vec<(&str, &str)> = answer["conclusions"]
        .as_array()
        .expect("list")
        .iter()
        .map(|c| (c["id"].as_str().expect("id"), c["kind"].as_str().expect("kind")))
        .collect();
    assert!(
        kinds.contains(&("care-first-65", "principle"))
            && kinds.contains(&("only-disability-continues", "exception"))
    );
    assert_eq!(codes(&answer, "checklists", "code"), ["disability_to_care"]);
    holds(&codes(&answer, "forums", "code"), &["service_meeting", "council", "care_meeting"]);
    assert_eq!(codes(&answer, "guidelines", "code"), ["disability"]);
    let manager = answer["steps"]
        .as_array()
        .expect("steps")
        .iter()
        .flat_map(|step| step["roles"].as_array().expect("roles"))
        .find(|role| role["code"] == "care_manager")
        .expect("care manager");
    assert_eq!(manager["offices"][0]["card"]["municipality"]["name"], "銀河市", "a local office: {manager}");
}

#[tokio::test(flavor = "multi_thread")]
async fn als_at_fifty_opens_care_insurance_and_brings_the_nurse() {
    let here = Installation::with_fixtures().await;
    let answer = here.get("/api/v1/guide?age=50&condition=ALS&place=銀河市").await.json();
    holds(
        &codes(&answer, "conclusions", "id"),
        &[
            "second-insured",
            "rare-nurse",
            "rare-is-disability",
            "rare-needs-elderly-care",
            "nursing-by-medical-insurance",
            "progressive-long-help",
            "disaster-plan",
            "added-hours",
        ],
    );
    holds(
        &roles(&answer),
        &[
            "now care_manager",
            "now elderly_section",
            "now support_center",
            "now planning_consultant",
            "now nurse",
            "now home_nursing",
            "now long_home_help",
            "now rare_center",
        ],
    );
    assert_eq!(codes(&answer, "guidelines", "code"), ["end_of_life"]);
    let network = &answer["networks"][0];
    let added: Vec<&str> = network["boxes"]
        .as_array()
        .expect("boxes")
        .iter()
        .filter(|one| one["added"] == true)
        .map(|one| one["role"].as_str().expect("role"))
        .collect();
    assert_eq!(
        added,
        ["support_center", "care_manager", "elderly_section"],
        "the box the national picture leaves out"
    );
    let laws = answer["conclusions"]
        .as_array()
        .expect("list")
        .iter()
        .find(|c| c["id"] == "second-insured")
        .expect("rule")["law"]
        .clone();
    assert_eq!(laws[1], json!({ "name": "介護保険法施行令", "article": "第2条" }));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_young_carer_of_ten_goes_to_the_child_and_family_center_and_the_school() {
    let here = Installation::with_fixtures().await;
    let answer = here.get("/api/v1/guide?age=10&situation=young_carer&place=銀河市").await.json();
    holds(
        &roles(&answer),
        &["now child_family", "now nurse", "now school", "now care_manager", "now planning_consultant"],
    );
    let forums = codes(&answer, "forums", "code");
    holds(&forums, &["child_council"]);
    assert!(!forums.contains(&"youth_council".to_owned()), "{forums:?}");
    assert_eq!(codes(&answer, "networks", "code"), ["young_carer"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_young_carer_of_eighteen_is_handed_to_the_desks_for_young_people() {
    let here = Installation::with_fixtures().await;
    let answer = here.get("/api/v1/guide?age=18&situation=young_carer&place=銀河市").await.json();
    holds(&roles(&answer), &["now youth_center", "now livelihood", "now employment_office"]);
    let forums = codes(&answer, "forums", "code");
    holds(&forums, &["youth_council"]);
    assert!(!forums.contains(&"child_council".to_owned()), "the council for children ends at 18: {forums:?}");
    assert!(!roles(&answer).contains(&"now school".to_owned()));
}

#[tokio::test(flavor = "multi_thread")]
async fn work_with_an_intractable_disease_brings_the_employment_office() {
    let here = Installation::with_fixtures().await;
    let answer =
        here.get("/api/v1/guide?age=35&condition=潰瘍性大腸炎&situation=work&place=銀河市").await.json();
    holds(
        &roles(&answer),
        &["now employment_office", "now rare_center", "now work_life_center", "now nurse", "now physician"],
    );
    holds(&codes(&answer, "conclusions", "id"), &["rare-work", "rare-nurse", "rare-is-disability"]);
    assert!(!roles(&answer).contains(&"now care_manager".to_owned()), "at 35 care insurance is not open");
}

#[tokio::test(flavor = "multi_thread")]
async fn words_are_understood_or_named_and_a_wrong_code_is_a_problem() {
    let here = Installation::with_fixtures().await;
    let answer = here.get("/api/v1/guide?condition=指定難病17,まほう病").await.json();
    assert_eq!(answer["conditions"][0]["code"], "msa");
    assert_eq!(answer["unknown_conditions"], json!(["まほう病"]));
    for wrong in ["service=magic", "situation=magic", "age=121", "turns_65_in=200"] {
        assert_eq!(
            here.get(&format!("/api/v1/guide?{wrong}")).await.status,
            StatusCode::BAD_REQUEST,
            "{wrong}"
        );
    }
    let empty = here.get("/api/v1/guide").await.json();
    assert_eq!(
        (empty["steps"].as_array().map(Vec::len), empty["conclusions"].as_array().map(Vec::len)),
        (Some(0), Some(0))
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn nothing_that_was_asked_is_stored_or_may_be_cached() {
    let here = Installation::with_fixtures().await;
    let before = hoshizu_store::audit::list(&mut here.app.store.read().await.expect("read"), None, 1_000)
        .await
        .expect("audit");
    let answer = here.get("/api/v1/guide?age=50&condition=ALS&place=銀河市").await;
    assert_eq!(answer.headers["cache-control"], "no-store");
    let after = hoshizu_store::audit::list(&mut here.app.store.read().await.expect("read"), None, 1_000)
        .await
        .expect("audit");
    assert_eq!(before.len(), after.len());
}

#[tokio::test(flavor = "multi_thread")]
async fn the_glossary_has_both_columns_and_five_guidelines() {
    let here = Installation::empty().await;
    let answer = here.get("/api/v1/glossary").await.json();
    let terms = answer["terms"].as_array().expect("terms");
    assert!(
        terms.iter().any(
            |term| term["care"]["ja"] == "要介護認定" && term["disability"]["ja"] == "障害支援区分の認定"
        )
    );
    assert_eq!(
        codes(&answer, "guidelines", "code"),
        ["disability", "dementia", "end_of_life", "no_kin", "guardian"]
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn partners_of_the_own_office_come_first_and_boxes_say_whether_anybody_is_connected() {
    let here = Installation::with_fixtures().await;
    let (own, partner) = (here.office("4870200018").await, here.office("髙﨑").await);
    let member =
        here.signed_in("minato", vec![Grant { role: Role::Member, scope: Scope::Office(own) }]).await;
    let star = json!({ "partner": partner, "star": { "kinds": ["conference"] } });
    let said = here.ask(&member, "POST", &format!("/api/v1/offices/{own}/ties"), star).await;
    assert_eq!(said.status, StatusCode::CREATED, "{}", said.text());
    let question = "/api/v1/guide?age=50&condition=ALS&place=銀河市";
    let asked = |who: String| {
        let here = &here;
        async move { here.ask(&who, "GET", question, Value::Null).await.json() }
    };
    let offices = |answer: &Value| -> Vec<Value> {
        let steps = answer["steps"].as_array().expect("steps").clone();
        let roles = steps.iter().flat_map(|step| step["roles"].as_array().expect("roles").clone());
        let manager = roles.into_iter().find(|role| role["code"] == "care_manager").expect("care manager");
        manager["offices"].as_array().expect("offices").clone()
    };
    let boxes = |answer: &Value| -> Vec<Value> {
        let networks = answer["networks"].as_array().expect("networks").clone();
        let all = networks.iter().flat_map(|network| network["boxes"].as_array().expect("boxes").clone());
        all.map(|one| one["connected"].clone()).collect()
    };
    let answer = asked(member).await;
    let first = &offices(&answer)[0];
    assert_eq!((&first["card"]["id"], &first["tied"]), (&json!(partner), &json!(true)));
    assert_eq!(first["ties"], json!(["conference"]));
    assert!(boxes(&answer).contains(&json!(true)) && boxes(&answer).contains(&json!(false)));
    let visitor = asked(String::new()).await;
    assert!(offices(&visitor).iter().all(|office| office["tied"] == false && office["ties"].is_null()));
    assert!(boxes(&visitor).iter().all(Value::is_null), "who belongs to no office has no ties to show");
}
