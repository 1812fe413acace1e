//! The ties of one office: since when each is known and what else joins the two, as far as somebody may see it.

use crate::harness::Installation;
use axum::http::StatusCode;
use hoshizu_catalog::permission::{Grant, Role, Scope};
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};

const CITY: &str = "48100";

async fn get(here: &Installation, who: &str, path: &str) -> Value {
    let answer = here.ask(who, "GET", path, Value::Null).await;
    assert_eq!(answer.status, StatusCode::OK, "{path}: {}", answer.text());
    answer.json()
}

fn list<'v>(value: &'v Value, name: &str) -> &'v Vec<Value> {
    value[name].as_array().expect(name)
}

/// The partners an office has in an answer of `/network`.
fn partners(network: &Value, office: &str) -> BTreeSet<String> {
    let id = |at: &Value| network["nodes"][at.as_u64().expect("place") as usize]["id"].as_str().expect("id");
    let ends = list(network, "ties").iter().map(|tie| (id(&tie["a"]), id(&tie["b"])));
    let of = |(a, b): (&str, &str)| match (a == office, b == office) {
        (true, _) => Some(b.to_owned()),
        (_, true) => Some(a.to_owned()),
        _ => None,
    };
    ends.filter_map(of).collect()
}

/// What `/network` says of it, wave by wave: the first day a partner is seen, and whether in every wave since.
async fn first_seen(here: &Installation, who: &str, office: &str) -> BTreeMap<String, (Value, Value)> {
    let today = get(here, who, &format!("/api/v1/network?area={CITY}")).await;
    let waves = list(&today, "waves");
    let mut seen: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for (at, wave) in waves.iter().enumerate() {
        let path = format!("/api/v1/network?area={CITY}&wave={}", wave["id"].as_str().expect("wave"));
        for partner in partners(&get(here, who, &path).await, office) {
            seen.entry(partner).or_default().push(at);
        }
    }
    let told = |times: Vec<usize>| {
        let since = waves.len() - times[0];
        let every = if since > 1 { json!(times.len() == since) } else { Value::Null };
        (waves[times[0]]["opens_on"].clone(), every)
    };
    seen.into_iter().map(|(partner, times)| (partner, told(times))).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_tie_is_dated_by_the_first_wave_in_which_whoever_asks_may_see_it() {
    let here = Installation::with_demo().await;
    let grant = |role| vec![Grant { role, scope: Scope::Area(CITY.to_owned()) }];
    let council = here.signed_in("council", grant(Role::Council)).await;
    let keeper = here.signed_in("keeper", grant(Role::Keeper)).await;
    let network = get(&here, &council, &format!("/api/v1/network?area={CITY}")).await;
    let id = |at: usize| network["nodes"][at]["id"].as_str().expect("id").to_owned();
    // One with many partners, and five of these, sit in a forum together.
    let most = (0..list(&network, "nodes").len()).max_by_key(|at| partners(&network, &id(*at)).len()).map(id);
    let most = most.expect("an office");
    let table: Vec<String> = partners(&network, &most).into_iter().take(5).chain([most]).collect();
    let members: Vec<Value> =
        table.iter().map(|office| json!({ "seat": "care_management", "office": office })).collect();
    let forum = json!({ "area": CITY, "kind": "council", "name": "事例検討会", "members": members });
    let made = here.ask(&council, "POST", "/api/v1/forums", forum).await;
    assert_eq!(made.status, StatusCode::CREATED, "{}", made.text());
    let mut dates: BTreeSet<String> = BTreeSet::new();
    let mut always: BTreeSet<bool> = BTreeSet::new();
    let (mut later_for_council, mut both_sit) = (0, 0);
    for office in &table {
        let path = format!("/api/v1/offices/{office}/ties");
        let (told, kept) = (get(&here, &council, &path).await, get(&here, &keeper, &path).await);
        for (who, answer) in [(&council, &told), (&keeper, &kept)] {
            let first = first_seen(&here, who, office).await;
            for tie in list(answer, "ties") {
                let partner = tie["office"].as_str().expect("office");
                let nothing = (Value::Null, Value::Null);
                let (since, every) = first.get(partner).unwrap_or(&nothing);
                assert_eq!((&tie["since"], &tie["every_wave"]), (since, every), "{partner}");
                always.extend(tie["every_wave"].as_bool());
                dates.extend(tie["since"].as_str().map(str::to_owned));
            }
        }
        let since = |answer: &Value| -> BTreeMap<String, String> {
            let of =
                |tie: &Value| Some((tie["office"].as_str()?.to_owned(), tie["since"].as_str()?.to_owned()));
            list(answer, "ties").iter().filter_map(of).collect()
        };
        let kept_since = since(&kept);
        for (partner, told) in since(&told) {
            // One side said it before: the date must not say so to others.
            assert!(kept_since[&partner] <= told);
            later_for_council += usize::from(kept_since[&partner] < told);
        }
        for tie in list(&told, "ties") {
            let names: Vec<&str> =
                list(tie, "forums").iter().filter_map(|one| one["name"].as_str()).collect();
            let sits = table.iter().any(|seated| tie["office"] == seated.as_str());
            assert_eq!(names.contains(&"事例検討会"), sits);
            both_sit += usize::from(sits);
        }
    }
    assert!(dates.len() > 1, "ties of two waves: {dates:?}");
    assert!(always.contains(&true), "ties of both waves: {always:?}");
    assert!(later_for_council > 0 && both_sit > 0, "{later_for_council}, {both_sit}");
}
