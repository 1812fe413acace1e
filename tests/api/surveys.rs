//! `/surveys`, `/waves`, `/sheets`: from the design to ties.

use crate::harness::Installation;
use axum::http::StatusCode;
use hoshizu_catalog::permission::{Grant, Role, Scope};
use serde_json::{Value, json};

/// A wave of the offices of 銀河市, open, kept by `keeper`.
pub struct Field {
    pub here: Installation,
    pub keeper: String,
    pub survey: String,
    pub wave: String,
}

pub const HIMAWARI: &str = "ひまわり居宅";
pub const TAKASAKI: &str = "髙﨑";
pub const PERIOD: [&str; 2] = ["2026-03-01", "2026-04-30"];

fn period() -> Value {
    json!({ "opens_on": PERIOD[0], "closes_on": PERIOD[1] })
}

impl Field {
    pub async fn draft() -> Self {
        let here = Installation::with_fixtures().await;
        let scope = Scope::Area("48201".to_owned());
        let keeper = here.signed_in("chosa", vec![Grant { role: Role::Keeper, scope }]).await;
        let usual = here.ask(&keeper, "GET", "/api/v1/surveys/usual?area=48201", Value::Null).await;
        assert_eq!(usual.status, StatusCode::OK, "{}", usual.text());
        let new = json!({ "design": usual.json(), "period": period() });
        let made = here.ask(&keeper, "POST", "/api/v1/surveys", new).await;
        assert_eq!(made.status, StatusCode::CREATED, "{}", made.text());
        let made = made.json();
        let text = |value: &Value| value.as_str().expect("id").to_owned();
        Self { keeper, survey: text(&made["id"]), wave: text(&made["waves"][0]["id"]), here }
    }

    pub async fn open() -> Self {
        let field = Self::draft().await;
        field.become_state("open").await;
        field
    }

    /// A wave in which one office names another, who answers and names nobody; with the ids of both.
    pub async fn one_sided() -> (Self, String, String) {
        let field = Self::open().await;
        let ((first, one), (second, other)) = (field.sheet(HIMAWARI).await, field.sheet(TAKASAKI).await);
        field.finish(&first, &[&other]).await;
        field.finish(&second, &[]).await;
        (field, one, other)
    }

    pub async fn become_state(&self, state: &str) {
        let change = json!({ "period": period(), "state": state });
        let path = format!("/api/v1/waves/{}", self.wave);
        let changed = self.here.ask(&self.keeper, "PUT", &path, change).await;
        assert_eq!(changed.status, StatusCode::OK, "{}", changed.text());
    }

    /// Code and office of the sheet of an office whose name begins so.
    pub async fn sheet(&self, name: &str) -> (String, String) {
        let path = format!("/api/v1/waves/{}/sheets", self.wave);
        let list = self.here.ask(&self.keeper, "GET", &path, Value::Null).await.json();
        let items = list["items"].as_array().expect("items").clone();
        let found = items.iter().find(|item| item["name"].as_str().expect("name").starts_with(name));
        let found = found.unwrap_or_else(|| panic!("no {name} among {items:#?}"));
        let text = |field: &str| found[field].as_str().expect("text").to_owned();
        (text("code"), text("office"))
    }

    pub async fn answer(&self, code: &str, body: Value) -> crate::harness::Answer {
        self.here.ask("", "PATCH", &format!("/api/v1/sheets/{code}"), body).await
    }

    pub async fn finish(&self, code: &str, partners: &[&str]) {
        let rows: Vec<Value> =
            partners.iter().map(|office| json!({ "office": office, "star": {} })).collect();
        let saved = self.answer(code, json!({ "rows": rows, "state": "finished", "consents": true })).await;
        assert_eq!(saved.status, StatusCode::OK, "{}", saved.text());
    }

    async fn show(&self, code: &str) -> Value {
        self.here.ask("", "GET", &format!("/api/v1/sheets/{code}"), Value::Null).await.json()
    }

    async fn outcome(&self, code: &str) -> Value {
        self.here.ask("", "GET", &format!("/api/v1/sheets/{code}/outcome"), Value::Null).await.json()
    }

    async fn wave(&self) -> Value {
        self.here.ask(&self.keeper, "GET", &format!("/api/v1/waves/{}", self.wave), Value::Null).await.json()
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_sheet_is_answered_left_reopened_and_finished() {
    let field = Field::open().await;
    let (code, _) = field.sheet(HIMAWARI).await;
    let sheet = field.show(&code.to_lowercase().replace('-', "")).await;
    assert_eq!(
        (&sheet["code"], &sheet["state"], &sheet["can_answer"]),
        (&json!(code), &json!("waiting"), &json!(true))
    );
    assert_eq!(sheet["rows"][0]["number"], 1);
    let partner = sheet["rows"][0]["office"].clone();
    let star = json!({ "kinds": ["conference", "referral"], "closeness": 2, "frequency": "3-5" });
    let saved =
        field.answer(&code, json!({ "consents": true, "rows": [{ "office": partner, "star": star }] })).await;
    assert_eq!(saved.json()["state"], "begun", "{}", saved.text());
    assert_eq!(field.show(&code).await["rows"][0]["star"], star);
    let away = field.answer(&code, json!({ "rows": [{ "office": partner, "star": null }] })).await;
    assert_eq!(away.status, StatusCode::OK);
    assert_eq!(field.show(&code).await["rows"][0]["star"], Value::Null);
    field.finish(&code, &[partner.as_str().expect("id")]).await;
    let wave = field.wave().await;
    assert_eq!((&wave["all"]["finished"], &wave["stars"]), (&json!(1), &json!(1)));
    assert_eq!(field.outcome(&code).await["neighbours"][0]["evidence"], "to_non_respondent");
}

#[tokio::test(flavor = "multi_thread")]
async fn nothing_is_saved_without_consent_for_oneself_for_nobody_or_with_unknown_words() {
    let field = Field::open().await;
    let (code, own) = field.sheet(HIMAWARI).await;
    let (_, other) = field.sheet(TAKASAKI).await;
    let row =
        |office: &str, star: Value| json!({ "consents": true, "rows": [{ "office": office, "star": star }] });
    let mut without = row(&other, json!({}));
    without["consents"] = json!(false);
    assert_eq!(field.answer(&code, without).await.code(), "consent_needed");
    let wrong = [
        row(&own, json!({})),
        row("00000000-0000-7000-8000-00000000ffff", json!({})),
        row(&other, json!({ "closeness": 4 })),
        row(&other, json!({ "kinds": ["friendship"] })),
        row(&other, json!({ "frequency": "often" })),
        json!({ "consents": true, "state": "withdrawn" }),
        json!({ "consents": true, "unlisted": [{ "name": "" }] }),
    ];
    for body in wrong {
        let refused = field.answer(&code, body.clone()).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{body} → {}", refused.text());
    }
    assert_eq!(field.show(&code).await["state"], "waiting");
    let personal =
        json!({ "consents": true, "unlisted": [{ "name": "鈴木様（昭和20年5月1日生まれ）の家" }] });
    assert_eq!(field.answer(&code, personal).await.code(), "looks_personal");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_draft_takes_no_answer_and_a_closed_wave_only_paper_of_its_keeper() {
    let field = Field::draft().await;
    let (code, _) = field.sheet(HIMAWARI).await;
    let (_, other) = field.sheet(TAKASAKI).await;
    let at_once = json!({ "period": period(), "state": "closed" });
    let refused =
        field.here.ask(&field.keeper, "PUT", &format!("/api/v1/waves/{}", field.wave), at_once).await;
    assert_eq!(refused.status, StatusCode::CONFLICT, "a draft is opened before it is closed");
    let body =
        |paper: bool| json!({ "consents": true, "paper": paper, "rows": [{ "office": other, "star": {} }] });
    assert_eq!(field.answer(&code, body(false)).await.status, StatusCode::CONFLICT);
    field.become_state("open").await;
    assert_eq!(field.answer(&code, body(true)).await.code(), "forbidden", "paper is the keeper's");
    field.become_state("closed").await;
    assert_eq!(field.answer(&code, body(false)).await.status, StatusCode::CONFLICT);
    let path = format!("/api/v1/sheets/{code}");
    let entered = field.here.ask(&field.keeper, "PATCH", &path, body(true)).await;
    assert_eq!(entered.status, StatusCode::OK, "{}", entered.text());
    let gone = field.here.ask("", "DELETE", &path, Value::Null).await;
    assert_eq!(gone.json()["state"], "withdrawn", "answers can be taken back at any time");
    assert_eq!(field.wave().await["stars"], 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_star_of_one_side_is_for_its_two_offices_and_the_keeper() {
    let field = Field::open().await;
    let (code, own) = field.sheet(HIMAWARI).await;
    let (other_code, other) = field.sheet(TAKASAKI).await;
    field.finish(&code, &[&other]).await;
    field.finish(&other_code, &[]).await;
    let grant = |role, scope| vec![Grant { role, scope }];
    let here = &field.here;
    let area = || Scope::Area("48201".to_owned());
    let council = here.signed_in("kyogikai", grant(Role::Council, area())).await;
    let id = |text: &str| Scope::Office(text.parse().expect("id"));
    let partner = here.signed_in("aite", grant(Role::Member, id(&other))).await;
    let third = here.office("4870200018").await;
    let stranger = here.signed_in("daisan", grant(Role::Member, Scope::Office(third))).await;
    let path = format!("/api/v1/network?area=48201&wave={}", field.wave);
    let path = path.as_str();
    let ties = |who: String| async move { here.ask(&who, "GET", path, Value::Null).await.json() };
    let seen_by_council = ties(council.clone()).await;
    assert_eq!(seen_by_council["ties"], json!([]));
    assert_eq!(
        seen_by_council["hidden"],
        json!([{ "from": "care", "to": "care", "count": null }]),
        "one is too few"
    );
    for who in [&field.keeper, &partner] {
        let seen = ties(who.clone()).await;
        assert_eq!(seen["ties"][0]["evidence"], "one_sided", "{seen}");
    }
    let of_own = here.ask(&stranger, "GET", &format!("/api/v1/offices/{own}/ties"), Value::Null).await;
    assert!(
        of_own.status == StatusCode::FORBIDDEN || of_own.json()["ties"] == json!([]),
        "{}",
        of_own.text()
    );
    // The partner is asked once, and its yes makes the tie one of both.
    let questions = field.outcome(&other_code).await["questions"].clone();
    assert_eq!(questions[0]["office"], json!(own));
    let path = format!("/api/v1/sheets/{other_code}/questions");
    let yes = json!({ "office": own, "answer": "yes" });
    assert_eq!(here.ask("", "POST", &path, yes.clone()).await.status, StatusCode::NO_CONTENT);
    assert_eq!(here.ask("", "POST", &path, yes).await.status, StatusCode::NOT_FOUND, "asked once");
    assert_eq!(ties(council).await["ties"][0]["evidence"], "mutual");
    let unasked = json!({ "office": other, "answer": "yes" });
    let path = format!("/api/v1/sheets/{code}/questions");
    assert_eq!(here.ask("", "POST", &path, unasked).await.status, StatusCode::NOT_FOUND);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_next_wave_marks_last_time_and_needs_the_one_before_closed() {
    let field = Field::open().await;
    let (code, _) = field.sheet(HIMAWARI).await;
    let (_, other) = field.sheet(TAKASAKI).await;
    field.finish(&code, &[&other]).await;
    let path = format!("/api/v1/surveys/{}/waves", field.survey);
    let next = json!({ "opens_on": "2027-03-01", "closes_on": "2027-04-30" });
    let early = field.here.ask(&field.keeper, "POST", &path, next.clone()).await;
    assert_eq!(early.status, StatusCode::CONFLICT);
    field.become_state("closed").await;
    let made = field.here.ask(&field.keeper, "POST", &path, next).await;
    assert_eq!(made.status, StatusCode::CREATED, "{}", made.text());
    let wave = made.json()["waves"][1]["id"].as_str().expect("id").to_owned();
    let second = Field { wave, ..field };
    let (code, _) = second.sheet(HIMAWARI).await;
    let sheet = second.show(&code).await;
    let rows = sheet["rows"].as_array().expect("rows");
    let marked: Vec<&Value> =
        rows.iter().filter(|row| row["last_time"] == true).map(|row| &row["office"]).collect();
    assert_eq!(marked, [&json!(other)]);
}

#[tokio::test(flavor = "multi_thread")]
async fn an_agency_not_listed_reaches_the_steward_and_becomes_the_office_it_is() {
    let field = Field::open().await;
    let (code, _) = field.sheet(HIMAWARI).await;
    let (_, other) = field.sheet(TAKASAKI).await;
    let agency = json!({ "name": "たかさき", "place": "北町", "phone": "", "star": { "closeness": 3 } });
    let saved =
        field.answer(&code, json!({ "consents": true, "state": "finished", "unlisted": [agency] })).await;
    assert_eq!(saved.status, StatusCode::OK, "{}", saved.text());
    let administrator = field.here.administrator().await;
    let queue =
        field.here.ask(&administrator, "GET", "/api/v1/review-items?kind=suggestion", Value::Null).await;
    assert!(queue.text().contains("たかさき"), "{}", queue.text());
    assert_eq!(field.wave().await["unlisted"][0]["name"], "たかさき");
    let path = format!("/api/v1/waves/{}/unlisted", field.wave);
    let found = json!({ "sheet": code, "number": 0, "office": other });
    let resolved = field.here.ask(&field.keeper, "POST", &path, found).await;
    assert_eq!(resolved.status, StatusCode::NO_CONTENT, "{}", resolved.text());
    let sheet = field.show(&code).await;
    let row =
        sheet["rows"].as_array().expect("rows").iter().find(|row| row["office"] == json!(other)).cloned();
    assert_eq!(row.expect("row")["star"]["closeness"], 3);
    assert_eq!(field.wave().await["unlisted"], json!([]));
}

#[tokio::test(flavor = "multi_thread")]
async fn codes_that_are_none_are_counted_and_those_of_others_are_nobodys() {
    let field = Field::open().await;
    let here = &field.here;
    let ask = |code: String| async move {
        here.ask("", "GET", &format!("/api/v1/sheets/{code}"), Value::Null).await
    };
    for _ in 0..100 {
        assert_eq!(ask("3333-3333-3333".to_owned()).await.status, StatusCode::NOT_FOUND);
    }
    assert_eq!(ask("3333-3333-3333".to_owned()).await.status, StatusCode::TOO_MANY_REQUESTS);
    let (code, _) = field.sheet(HIMAWARI).await;
    assert_eq!(ask(code).await.status, StatusCode::OK, "who has a code goes on");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_star_between_surveys_is_confirmed_by_its_partner_and_taken_back() {
    let here = Installation::with_fixtures().await;
    let (own, other) = (here.office("4870100010").await, here.office("髙﨑").await);
    let member = |office| vec![Grant { role: Role::Member, scope: Scope::Office(office) }];
    let (us, them) = (here.signed_in("us", member(own)).await, here.signed_in("them", member(other)).await);
    let set = json!({ "partner": other, "star": { "kinds": ["training"] } });
    let said = here.ask(&us, "POST", &format!("/api/v1/offices/{own}/ties"), set).await;
    assert_eq!(said.status, StatusCode::CREATED, "{}", said.text());
    let id = said.json()["id"].as_str().expect("id").to_owned();
    let ties = |who: String| {
        let here = &here;
        async move { here.ask(&who, "GET", &format!("/api/v1/offices/{own}/ties"), Value::Null).await.json() }
    };
    assert_eq!(ties(us.clone()).await["ties"][0]["evidence"], "to_non_respondent");
    let path = format!("/api/v1/ties/{id}/answer");
    assert_eq!(here.ask(&us, "POST", &path, json!({ "answer": "yes" })).await.status, StatusCode::NOT_FOUND);
    assert_eq!(
        here.ask(&them, "POST", &path, json!({ "answer": "yes" })).await.status,
        StatusCode::NO_CONTENT
    );
    assert_eq!(ties(us.clone()).await["ties"][0]["evidence"], "mutual");
    let path = format!("/api/v1/ties/{id}");
    assert_eq!(here.ask(&them, "DELETE", &path, Value::Null).await.status, StatusCode::NOT_FOUND);
    assert_eq!(here.ask(&us, "DELETE", &path, Value::Null).await.status, StatusCode::NO_CONTENT);
    assert_eq!(ties(us).await["statements"][0]["ended_on"], "2026-04-01");
}
