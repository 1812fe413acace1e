//! The permission table cell by cell: every endpoint, tried by every role, on its own and on a foreign place.

use crate::harness::{Answer, Installation};
use hoshizu_catalog::{
    id::{AccountId, OfficeId},
    permission::{Action, Grant, Role, Scope, Target, allows},
};
use hoshizu_server::http::permissions::ENDPOINTS;
use serde_json::{Value, json};
use uuid::Uuid;

/// An id of nothing.
const NOTHING: &str = "00000000-0000-7000-8000-00000000ffff";

/// What an endpoint is done to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    /// Nothing in particular: whoever may do it somewhere may ask.
    Nowhere,
    /// The installation.
    Everywhere,
    /// Whoever asks.
    Oneself,
    /// An account with a role in an office.
    Account,
    /// An office, `{office}` in path and body.
    Office,
}

/// How an endpoint is filled: its target, the path with `{id}` left for the target, and a body.
fn filled(method: &str, path: &str) -> (Kind, String, Value) {
    let tile = || path.replace("{z}/{x}/{y}", "1/1/1.mvt");
    let import = || path.replace("{id}", NOTHING).replace("{index}", "0");
    let is = |beginning: &str| path.starts_with(beginning);
    match (method, path) {
        _ if is("/api/v1/tiles/") => (Kind::Nowhere, tile(), Value::Null),
        _ if is("/api/v1/imports") || path == "/api/v1/mappings" => {
            (Kind::Everywhere, import(), if method == "GET" { Value::Null } else { json!({}) })
        }
        _ if is("/api/v1/audit") => (Kind::Everywhere, path.to_owned(), Value::Null),
        _ if is("/api/v1/my/") => (Kind::Oneself, path.replace("{id}", NOTHING), my_body(method, path)),
        (_, "/api/v1/review-items/{id}/decision") => {
            (Kind::Nowhere, path.replace("{id}", NOTHING), json!({ "choice": "different" }))
        }
        _ if is("/api/v1/review-items") || is("/api/v1/decisions") => {
            (Kind::Nowhere, path.replace("{id}", NOTHING), Value::Null)
        }
        (_, "/api/v1/offices/{id}/merge") => (Kind::Office, path.to_owned(), json!({ "away": NOTHING })),
        (_, "/api/v1/offices/{id}/split") => (Kind::Office, path.to_owned(), json!({ "services": [] })),
        (_, "/api/v1/offices/{id}/restore") => (Kind::Office, path.to_owned(), json!({ "seq": i64::MAX })),
        (_, "/api/v1/offices/{id}/history") => (Kind::Nowhere, path.replace("{id}", NOTHING), Value::Null),
        (_, "/api/v1/suggest") => (Kind::Nowhere, format!("{path}?q=a"), Value::Null),
        (_, "/api/v1/areas/{code}") => (Kind::Nowhere, path.replace("{code}", "48201"), Value::Null),
        (_, "/api/v1/offices/{id}/nearest") => {
            (Kind::Nowhere, path.replace("{id}", NOTHING) + "?service=care-430", Value::Null)
        }
        (_, "/api/v1/offices/{id}" | "/api/v1/organizations/{id}") => {
            (Kind::Nowhere, path.replace("{id}", NOTHING), Value::Null)
        }
        ("POST", "/api/v1/session") => {
            (Kind::Nowhere, path.to_owned(), json!({ "login": "x", "password": "y" }))
        }
        (_, "/api/v1/session/second-factor") => (Kind::Oneself, path.to_owned(), json!({ "code": "1" })),
        ("POST", "/api/v1/invitations/look") => (Kind::Nowhere, path.to_owned(), json!({ "token": "x" })),
        ("POST", "/api/v1/invitations/take") => {
            (Kind::Nowhere, path.to_owned(), json!({ "token": "x", "password": "y" }))
        }
        _ if is("/api/v1/account/") || path == "/api/v1/account" => {
            (Kind::Oneself, path.replace("{id}", NOTHING), own_body(method, path))
        }
        ("GET", "/api/v1/accounts") => (Kind::Nowhere, path.to_owned(), Value::Null),
        // Made without a role: refused for what it holds, not for who asks.
        ("POST", "/api/v1/accounts") => (
            Kind::Nowhere,
            path.to_owned(),
            json!({ "login": "new", "name": "n", "grants": [{ "role": "x", "scope": "y" }] }),
        ),
        _ if is("/api/v1/accounts/{id}") => account_request(method, path),
        _ if is("/api/v1/network") => (Kind::Office, format!("{path}?area={{area}}"), Value::Null),
        (_, "/api/v1/offices/{id}/introductions") => (Kind::Office, path.to_owned(), Value::Null),
        _ if is("/api/v1/ties") || path == "/api/v1/offices/{id}/ties" => tie_request(method, path),
        _ if is("/api/v1/surveys") || is("/api/v1/waves") || is("/api/v1/sheets") => {
            survey_request(method, path)
        }
        _ if is("/api/v1/forums") => forum_request(method, path),
        _ if is("/api/v1/gaps/") => gap_request(method, path),
        _ if is("/api/v1/offices/{id}/") || is("/api/v1/letters") || is("/api/v1/settings/") => {
            entry_request(method, path)
        }
        ("POST", "/api/v1/nurse-desks") => (Kind::Office, path.to_owned(), desk_of("{area}")),
        ("PUT", "/api/v1/nurse-desks/{id}") => {
            (Kind::Nowhere, path.replace("{id}", NOTHING), desk_of("48201"))
        }
        _ if is("/api/v1/nurse-desks") => (Kind::Nowhere, path.replace("{id}", NOTHING), Value::Null),
        ("GET" | "DELETE", _) if !path.contains('{') => (Kind::Nowhere, path.to_owned(), Value::Null),
        _ => panic!("{method} {path}: say here what it is done to and how it is asked"),
    }
}

/// A nurse desk of a municipality, refused for its name.
fn desk_of(owner: &str) -> Value {
    json!({ "owner": owner, "name": "", "placement": "health_center", "scheme": "task", "topics": [], "areas": [] })
}

fn my_body(method: &str, path: &str) -> Value {
    match (method, path) {
        ("POST", "/api/v1/my/searches") => json!({ "name": "x", "query": "" }),
        ("POST", "/api/v1/my/lists") => json!({ "name": "x" }),
        ("POST", "/api/v1/my/lists/{id}/offices") => json!({ "office": NOTHING }),
        ("PUT", _) => json!({ "name": "x", "note": "", "entries": [] }),
        _ => Value::Null,
    }
}

fn own_body(method: &str, path: &str) -> Value {
    match path {
        _ if method == "GET" || method == "DELETE" => Value::Null,
        "/api/v1/account" => json!({ "name": "新しい名前" }),
        "/api/v1/account/password" => json!({ "current": "x", "new": "y" }),
        "/api/v1/account/second-factor/confirm" => json!({ "code": "000000" }),
        _ => json!({ "password": "x", "code": "y" }),
    }
}

fn entry_request(method: &str, path: &str) -> (Kind, String, Value) {
    let of_office = path.replace("{id}", "{office}");
    let last = path.rsplit('/').next().unwrap_or_default();
    match (method, last) {
        ("GET", _) => (Kind::Nowhere, of_office, Value::Null),
        ("PUT", "entry") => (Kind::Office, of_office, json!({ "entry": {} })),
        ("PUT", "values") => (Kind::Office, of_office, json!({ "field": "phone", "value": "", "seen": "x" })),
        ("PUT" | "DELETE", "photo") => (Kind::Office, of_office, Value::Null),
        ("POST", "suggestions") => (Kind::Nowhere, of_office, json!({ "field": "other" })),
        ("POST", "confirmations") => (Kind::Office, of_office, json!({ "answer": "changed" })),
        ("POST", "letters") => (Kind::Office, of_office, json!({ "offices": ["{office}"] })),
        ("POST", "open") => (Kind::Nowhere, of_office, json!({ "token": "x" })),
        ("POST", "answer") => (Kind::Nowhere, of_office, json!({ "token": "x", "answer": "right" })),
        ("PUT", "strengths") => (Kind::Everywhere, of_office, json!({ "items": [] })),
        ("PUT", "shelf-lives") => (Kind::Everywhere, of_office, json!({})),
        _ => panic!("{method} {path}: say here how it is asked"),
    }
}

fn tie_request(method: &str, path: &str) -> (Kind, String, Value) {
    match (method, path) {
        ("POST", "/api/v1/offices/{id}/ties") => {
            (Kind::Office, path.to_owned(), json!({ "partner": NOTHING, "star": {} }))
        }
        ("GET", "/api/v1/offices/{id}/ties") => (Kind::Office, path.to_owned(), Value::Null),
        ("POST", _) => (Kind::Nowhere, path.replace("{id}", NOTHING), json!({ "answer": "yes" })),
        _ => (Kind::Nowhere, path.replace("{id}", NOTHING), Value::Null),
    }
}

/// A design that asks nobody, so that nothing is made.
fn design_of(area: &str) -> Value {
    let nobody = json!({ "services": ["care-710"] });
    json!({ "title": "調査", "area": area, "respondents": nobody, "roster": nobody, "roster_size": 60, "ask_kinds": true,
        "ask_closeness": true, "ask_frequency": true, "introduction": "", "consent": "調査担当が読みます。", "contact": "" })
}

fn survey_request(method: &str, path: &str) -> (Kind, String, Value) {
    let period = json!({ "opens_on": "2026-04-01", "closes_on": "2026-04-30" });
    let of_nothing = path.replace("{id}", NOTHING).replace("{code}", "ABCD").replace("{format}", "csv");
    match (method, path) {
        (_, "/api/v1/surveys/usual") => (Kind::Office, format!("{path}?area={{area}}"), Value::Null),
        (_, "/api/v1/surveys/preview") => (Kind::Office, path.to_owned(), design_of("{area}")),
        ("POST", "/api/v1/surveys") => {
            (Kind::Office, path.to_owned(), json!({ "design": design_of("{area}"), "period": period }))
        }
        ("PUT", "/api/v1/surveys/{id}") => (Kind::Nowhere, of_nothing, design_of("48201")),
        ("POST", "/api/v1/surveys/{id}/waves") => (Kind::Nowhere, of_nothing, period),
        ("PUT", "/api/v1/waves/{id}") => {
            (Kind::Nowhere, of_nothing, json!({ "period": period, "state": "open" }))
        }
        ("POST", "/api/v1/waves/{id}/reminders") => (Kind::Nowhere, of_nothing, json!({ "codes": [] })),
        ("POST", "/api/v1/waves/{id}/unlisted") => {
            (Kind::Nowhere, of_nothing, json!({ "sheet": "ABCD", "number": 0 }))
        }
        ("POST", "/api/v1/sheets/{code}/questions") => {
            (Kind::Nowhere, of_nothing, json!({ "office": NOTHING, "answer": "yes" }))
        }
        ("PATCH", _) => (Kind::Nowhere, of_nothing, json!({})),
        (_, "/api/v1/sheets/{code}/offices") => (Kind::Nowhere, of_nothing + "?q=a", Value::Null),
        _ => (Kind::Nowhere, of_nothing, Value::Null),
    }
}

fn forum_request(method: &str, path: &str) -> (Kind, String, Value) {
    // Refused for a member that is nowhere.
    let forum = |area: &str| {
        json!({ "area": area, "kind": "council", "name": "協議会",
            "members": [{ "seat": "consultation", "office": NOTHING }] })
    };
    match (method, path) {
        ("GET", "/api/v1/forums") => (Kind::Office, format!("{path}?area={{area}}"), Value::Null),
        ("POST", _) => (Kind::Office, path.to_owned(), forum("{area}")),
        ("PUT", _) => (Kind::Nowhere, path.replace("{id}", NOTHING), forum("48201")),
        _ => (Kind::Nowhere, path.replace("{id}", NOTHING), Value::Null),
    }
}

fn gap_request(method: &str, path: &str) -> (Kind, String, Value) {
    match method {
        "GET" => (Kind::Office, format!("{path}?area={{area}}&service=care-430"), Value::Null),
        // Refused for a column there is not.
        "POST" => (
            Kind::Office,
            path.to_owned(),
            json!({ "area": "{area}", "column": "x", "kind": "note", "text": "メモ" }),
        ),
        _ => (Kind::Nowhere, path.replace("{id}", NOTHING), json!({ "action": "resolved", "seen": 1 })),
    }
}

fn account_request(method: &str, path: &str) -> (Kind, String, Value) {
    let grant = "role=member&scope=office&of={office}";
    match (method, path) {
        ("DELETE", "/api/v1/accounts/{id}/grants") => (Kind::Account, format!("{path}?{grant}"), Value::Null),
        ("POST", "/api/v1/accounts/{id}/grants") => {
            (Kind::Account, path.to_owned(), json!({ "role": "member", "scope": "office", "of": "{office}" }))
        }
        ("PATCH", _) => (Kind::Account, path.to_owned(), json!({ "name": "名前", "email": null })),
        ("POST", "/api/v1/accounts/{id}/links") => (Kind::Account, path.to_owned(), json!({})),
        ("GET", _)
        | ("DELETE", "/api/v1/accounts/{id}/sessions")
        | ("POST", "/api/v1/accounts/{id}/close" | "/api/v1/accounts/{id}/reopen") => {
            (Kind::Account, path.to_owned(), Value::Null)
        }
        _ => panic!("{method} {path}: say here how it is asked"),
    }
}

/// Two offices in two municipalities.
struct World {
    here: Installation,
    own: OfficeId,
    foreign: OfficeId,
}

impl World {
    async fn new() -> Self {
        let here = Installation::with_fixtures().await;
        // Else every question about coverage waits for it.
        hoshizu_server::coverage::follow::refresh(&here.app, 1).await.expect("coverage");
        let (own, foreign) = (here.office("4870100010").await, here.office("4870200018").await);
        Self { here, own, foreign }
    }

    /// Everything somebody can be, with a name for messages.
    fn roles(&self) -> Vec<(&'static str, Vec<Grant>)> {
        let grant = |role, scope| vec![Grant { role, scope }];
        let area = || Scope::Area("48201".to_owned());
        vec![
            ("visitor", vec![]),
            ("member", grant(Role::Member, Scope::Office(self.own))),
            ("keeper", grant(Role::Keeper, area())),
            ("council", grant(Role::Council, area())),
            ("steward", grant(Role::Steward, area())),
            ("steward of everywhere", grant(Role::Steward, Scope::Everywhere)),
            ("administrator", grant(Role::Administrator, Scope::Everywhere)),
        ]
    }

    async fn member_of(&self, office: OfficeId) -> AccountId {
        let grants = vec![Grant { role: Role::Member, scope: Scope::Office(office) }];
        self.here.account(&format!("member-{}", self.here.app.store.next_id()), grants).await
    }

    async fn ask(
        &self,
        (who, visitor): (AccountId, bool),
        (method, kind): (&str, Kind),
        path: &str,
        body: &Value,
        office: OfficeId,
    ) -> Answer {
        let cookie = if visitor { String::new() } else { self.here.session_of(who, true).await };
        let target = match kind {
            Kind::Office => office.to_string(),
            _ => self.member_of(office).await.to_string(),
        };
        let area = if office == self.own { "48201" } else { "48202" };
        let path =
            path.replace("{id}", &target).replace("{office}", &office.to_string()).replace("{area}", area);
        let body = body.to_string().replace("{office}", &office.to_string()).replace("{area}", area);
        let body: Value = serde_json::from_str(&body).expect("JSON");
        self.here.ask(&cookie, method, &path, body).await
    }
}

fn is_refusal(answer: &Answer) -> bool {
    ["sign_in", "forbidden", "second_factor"].contains(&answer.code().as_str())
}

#[tokio::test(flavor = "multi_thread")]
async fn every_endpoint_answers_exactly_the_roles_of_its_row() {
    let world = World::new().await;
    let region = world.here.app.region.load_full();
    let mut wrong = Vec::new();
    for (name, grants) in world.roles() {
        let visitor = name == "visitor";
        let who = world.here.account(&format!("role-{}", name.replace(' ', "-")), grants.clone()).await;
        for (method, path, action) in ENDPOINTS {
            let (kind, path, body) = filled(method, path);
            for office in [world.own, world.foreign] {
                let areas = region.areas_above(if office == world.own { "48201" } else { "48202" });
                let target = Target::Office(office, &areas);
                let expected = match kind {
                    Kind::Oneself => !visitor,
                    Kind::Everywhere => allows(&grants, *action, Target::Installation),
                    Kind::Account | Kind::Office => allows(&grants, *action, target),
                    Kind::Nowhere => {
                        [target, Target::Installation]
                            .into_iter()
                            .any(|target| allows(&grants, *action, target))
                            || allows(
                                &grants,
                                *action,
                                Target::Office(world.own, &region.areas_above("48201")),
                            )
                    }
                };
                let answer = world.ask((who, visitor), (method, kind), &path, &body, office).await;
                // What lies elsewhere is not there, for whoever may do the same at home.
                let hidden = kind == Kind::Account && answer.code() == "not_found";
                let refused = is_refusal(&answer) || hidden;
                if refused == expected {
                    let place = if office == world.own { "own" } else { "foreign" };
                    wrong.push(format!(
                        "{name}, {place}: {method} {path} → {} {}",
                        answer.status,
                        answer.code()
                    ));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn without_the_second_factor_a_steward_and_an_administrator_are_no_more_than_signed_in() {
    let world = World::new().await;
    for (name, grants) in
        world.roles().into_iter().filter(|(_, grants)| grants.iter().any(|g| g.role.needs_second_factor()))
    {
        let who = world.here.account(&format!("half-{}", name.replace(' ', "-")), grants).await;
        for (method, path, action) in ENDPOINTS {
            let (kind, path, body) = filled(method, path);
            let cookie = world.here.session_of(who, false).await;
            let answer = world.here.ask(&cookie, method, &path.replace("{id}", NOTHING), body).await;
            let open = kind == Kind::Oneself || allows(&[], *action, Target::Installation);
            assert_eq!(
                answer.code() == "second_factor",
                !open,
                "{name}: {method} {path} → {}",
                answer.text()
            );
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_table_is_given_to_people_as_it_is_asked() {
    let here = Installation::empty().await;
    let table = here.ask("", "GET", "/api/v1/permissions", Value::Null).await.json();
    let roles: Vec<&str> =
        table["roles"].as_array().expect("roles").iter().filter_map(|r| r["role"].as_str()).collect();
    assert_eq!(roles, Role::ALL.map(Role::code));
    let rows = table["actions"].as_array().expect("actions");
    assert_eq!(rows.len(), Action::ALL.len());
    let import = rows.iter().find(|row| row["action"] == "import").expect("import");
    assert_eq!(import["reach"], json!(["never", "never", "never", "never", "own", "any"]));
}

#[test]
fn an_endpoint_nobody_has_filled_is_noticed() {
    let unknown = std::panic::catch_unwind(|| filled("POST", "/api/v1/brand-new/{id}"));
    assert!(unknown.is_err());
    assert_eq!(Uuid::parse_str(NOTHING).map(|id| id.to_string()).as_deref(), Ok(NOTHING));
}
