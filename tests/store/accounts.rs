//! Accounts, sessions, links, second factors, known devices.

use crate::fixture::{START, World};
use hoshizu_catalog::{
    id::AccountId,
    permission::{Grant, Role, Scope},
};
use hoshizu_store::{
    account::{self, New},
    account_link::{self, Kind},
    audit, known_device, second_factor, session,
};
use time::{Duration, OffsetDateTime};

crate::on_each_backend!(
    a_login_an_address_and_a_subject_belong_to_one_account,
    accounts_are_found_by_words_and_listed_in_order,
    roles_are_given_and_taken_one_by_one,
    a_password_set_ends_sessions_and_links,
    a_closed_account_opens_nothing_and_keeps_its_row,
    a_session_lasts_while_it_is_used_and_no_longer_than_a_day,
    a_link_is_taken_once_and_a_new_one_replaces_it,
    a_step_and_a_recovery_code_are_used_once,
    a_confirmed_second_factor_is_not_replaced_unseen,
    a_device_is_known_to_those_who_signed_in_on_it,
    the_audit_names_every_change_and_no_secret,
);

fn start() -> OffsetDateTime {
    OffsetDateTime::from_unix_timestamp(START).unwrap()
}

async fn made(world: &World, login: &str, grants: Vec<Grant>) -> AccountId {
    let mut write = world.store.begin("test").await.unwrap();
    let new = New { login: login.to_owned(), name: login.to_owned(), grants, ..New::default() };
    let id = account::create(&mut write, &new).await.unwrap();
    write.commit().await.unwrap();
    id
}

fn administrator() -> Vec<Grant> {
    vec![Grant { role: Role::Administrator, scope: Scope::Everywhere }]
}

async fn a_login_an_address_and_a_subject_belong_to_one_account(world: World) {
    let one = made(&world, "Hanako", vec![]).await;
    let two = made(&world, "taro", vec![]).await;
    let mut write = world.store.begin("test").await.unwrap();
    let taken = account::create(&mut write, &New { login: " HANAKO ".into(), ..New::default() }).await;
    assert!(taken.unwrap_err().is_unique_violation());
    drop(write);
    let mut write = world.store.begin("test").await.unwrap();
    let first = account::find(write.tx(), one).await.unwrap().unwrap();
    account::describe(&mut write, &first, "星野 花子", Some("Hanako@Example.JP")).await.unwrap();
    account::bind_subject(&mut write, one, &account::subject("https://idp", "1")).await.unwrap();
    write.commit().await.unwrap();
    let mut tx = world.read().await;
    for found in [
        account::by_login(&mut tx, "hanako").await.unwrap(),
        account::by_email(&mut tx, "hanako@example.jp").await.unwrap(),
        account::by_subject(&mut tx, "https://idp\n1").await.unwrap(),
    ] {
        assert_eq!(found.map(|found| (found.id, found.name)), Some((one, "星野 花子".to_owned())));
    }
    assert_eq!(account::by_subject(&mut tx, "https://idp\n2").await.unwrap(), None);
    drop(tx);
    let mut write = world.store.begin("test").await.unwrap();
    let second = account::find(write.tx(), two).await.unwrap().unwrap();
    let taken = account::describe(&mut write, &second, "x", Some("hanako@example.jp")).await;
    assert!(taken.unwrap_err().is_unique_violation());
}

async fn accounts_are_found_by_words_and_listed_in_order(world: World) {
    assert!(!account::any(&mut world.read().await).await.unwrap());
    for login in ["c", "a", "b_1", "b%2"] {
        made(&world, login, vec![]).await;
    }
    let mut tx = world.read().await;
    assert!(account::any(&mut tx).await.unwrap());
    let mut logins = async |words: &str, after: &str, limit| -> Vec<String> {
        let found = account::list(&mut tx, words, after, limit).await.unwrap();
        found.into_iter().map(|account| account.login).collect()
    };
    assert_eq!(logins("", "", 10).await, ["a", "b%2", "b_1", "c"]);
    assert_eq!(logins("", "a", 1).await, ["b%2"]);
    assert_eq!(logins("B_", "", 10).await, ["b_1"], "no pattern");
    assert_eq!(logins("%", "", 10).await, ["b%2"], "no pattern");
}

async fn roles_are_given_and_taken_one_by_one(world: World) {
    let id = made(&world, "hanako", administrator()).await;
    let area = Grant { role: Role::Steward, scope: Scope::Area("48201".into()) };
    let mut write = world.store.begin("test").await.unwrap();
    account::add_grant(&mut write, id, &area).await.unwrap();
    account::add_grant(&mut write, id, &area).await.unwrap();
    account::remove_grant(&mut write, id, &administrator()[0]).await.unwrap();
    write.commit().await.unwrap();
    let grants = account::grants(&mut world.read().await, &[id]).await.unwrap();
    assert_eq!(grants[&id], [area]);
}

async fn a_password_set_ends_sessions_and_links(world: World) {
    let (id, other) = (made(&world, "hanako", administrator()).await, made(&world, "taro", vec![]).await);
    assert!(
        account::holders(&mut world.read().await, Role::Administrator).await.unwrap().is_empty(),
        "invited only"
    );
    let mut write = world.store.begin("test").await.unwrap();
    session::open(&mut write, id, "one", true, "agent").await.unwrap();
    session::open(&mut write, other, "two", true, "agent").await.unwrap();
    account_link::make(&mut write, Some(id), Kind::Reset, "LINK", false).await.unwrap();
    account::set_password(&mut write, id, "$argon2id$").await.unwrap();
    write.commit().await.unwrap();
    let mut tx = world.read().await;
    assert_eq!(session::find(&mut tx, "one", start()).await.unwrap(), None);
    assert!(session::find(&mut tx, "two", start()).await.unwrap().is_some(), "another's");
    assert_eq!(account_link::find(&mut tx, "LINK", start()).await.unwrap(), None);
    assert_eq!(account::holders(&mut tx, Role::Administrator).await.unwrap(), [id]);
}

async fn a_closed_account_opens_nothing_and_keeps_its_row(world: World) {
    let id = made(&world, "hanako", vec![]).await;
    let mut write = world.store.begin("test").await.unwrap();
    session::open(&mut write, id, "token", true, "agent").await.unwrap();
    known_device::remember(&mut write, id, "device", None).await.unwrap();
    account::close(&mut write, id).await.unwrap();
    account_link::make(&mut write, Some(id), Kind::Reset, "LINK", false).await.unwrap();
    write.commit().await.unwrap();
    let mut tx = world.read().await;
    assert_eq!(session::find(&mut tx, "token", start()).await.unwrap(), None);
    assert_eq!(account_link::find(&mut tx, "LINK", start()).await.unwrap(), None);
    assert!(!known_device::knows(&mut tx, id, "device", start()).await.unwrap());
    assert_eq!(account::find(&mut tx, id).await.unwrap().unwrap().closed_at, Some(start()));
    drop(tx);
    let mut write = world.store.begin("test").await.unwrap();
    account::reopen(&mut write, id).await.unwrap();
    write.commit().await.unwrap();
    assert_eq!(session::find(&mut world.read().await, "token", start()).await.unwrap(), None);
}

async fn a_session_lasts_while_it_is_used_and_no_longer_than_a_day(world: World) {
    let id = made(&world, "hanako", administrator()).await;
    let mut write = world.store.begin("test").await.unwrap();
    session::open(&mut write, id, "token", false, "Browser\n1").await.unwrap();
    write.commit().await.unwrap();
    let mut tx = world.read().await;
    let found = session::find(&mut tx, "token", start()).await.unwrap().unwrap();
    assert_eq!((found.account.id, found.second_factor, found.grants.len()), (id, false, 1));
    assert_eq!(session::find(&mut tx, "other", start()).await.unwrap(), None);
    let idle = start() + session::IDLE;
    assert!(session::find(&mut tx, "token", idle - Duration::SECOND).await.unwrap().is_some());
    assert_eq!(session::find(&mut tx, "token", idle).await.unwrap(), None);
    assert!(session::list(&mut tx, id, idle).await.unwrap().is_empty());
    let listed = session::list(&mut tx, id, start()).await.unwrap();
    assert_eq!((listed[0].id, listed[0].agent.as_str()), (found.id, "Browser1"));
    drop(tx);
    let mut write = world.store.begin("test").await.unwrap();
    let now = write.now();
    session::touch(&mut write, &found.digest, now).await.unwrap();
    assert!(
        !session::close_one(&mut write, AccountId(uuid::Uuid::nil()), found.id).await.unwrap(),
        "another's"
    );
    assert!(session::close_one(&mut write, id, found.id).await.unwrap());
    write.commit().await.unwrap();
    assert_eq!(session::find(&mut world.read().await, "token", start()).await.unwrap(), None);
}

async fn a_link_is_taken_once_and_a_new_one_replaces_it(world: World) {
    let id = made(&world, "hanako", vec![]).await;
    let mut write = world.store.begin("test").await.unwrap();
    account_link::make(&mut write, Some(id), Kind::Invitation, "FIRST", false).await.unwrap();
    account_link::make(&mut write, Some(id), Kind::Reset, "SECOND", true).await.unwrap();
    assert_eq!(account_link::take(&mut write, "FIRST").await.unwrap(), None, "replaced");
    write.commit().await.unwrap();
    let mut tx = world.read().await;
    let ends = start() + Kind::Reset.lifetime();
    assert_eq!(account_link::open_until(&mut tx, &[id], start()).await.unwrap()[&id], ends);
    assert_eq!(account_link::find(&mut tx, "SECOND", ends).await.unwrap(), None, "past its end");
    drop(tx);
    let mut write = world.store.begin("test").await.unwrap();
    let taken = account_link::take(&mut write, "SECOND").await.unwrap().unwrap();
    assert_eq!((taken.kind, taken.drops_factor), (Kind::Reset, true));
    assert_eq!(account_link::take(&mut write, "SECOND").await.unwrap(), None);
    account_link::make(&mut write, None, Kind::Setup, "SETUP", false).await.unwrap();
    assert_eq!(account_link::take(&mut write, "SETUP").await.unwrap(), None, "there is an account");
}

async fn a_step_and_a_recovery_code_are_used_once(world: World) {
    let (id, other) = (made(&world, "hanako", vec![]).await, made(&world, "taro", vec![]).await);
    let mut write = world.store.begin("test").await.unwrap();
    second_factor::begin(&mut write, id, b"sealed").await.unwrap();
    second_factor::confirm(&mut write, id, 100, &["A".into(), "B".into()]).await.unwrap();
    for (step, opens) in [(100, false), (99, false), (101, true), (101, false), (103, true)] {
        assert_eq!(second_factor::use_step(&mut write, id, step).await.unwrap(), opens, "{step}");
    }
    assert!(!second_factor::use_code(&mut write, other, "A").await.unwrap(), "another's");
    assert!(second_factor::use_code(&mut write, id, "A").await.unwrap());
    assert!(!second_factor::use_code(&mut write, id, "A").await.unwrap());
    assert_eq!(second_factor::codes_left(write.tx(), id).await.unwrap(), 1);
    second_factor::set_codes(&mut write, id, &["C".into()]).await.unwrap();
    assert!(!second_factor::use_code(&mut write, id, "B").await.unwrap(), "replaced");
    assert_eq!(second_factor::confirmed(write.tx(), &[id, other]).await.unwrap(), [id]);
    second_factor::remove(&mut write, id).await.unwrap();
    assert_eq!(second_factor::find(write.tx(), id).await.unwrap(), None);
    assert!(!second_factor::use_code(&mut write, id, "C").await.unwrap());
}

async fn a_confirmed_second_factor_is_not_replaced_unseen(world: World) {
    let id = made(&world, "hanako", vec![]).await;
    let mut write = world.store.begin("test").await.unwrap();
    second_factor::begin(&mut write, id, b"first").await.unwrap();
    second_factor::begin(&mut write, id, b"second").await.unwrap();
    assert_eq!(second_factor::find(write.tx(), id).await.unwrap().unwrap().secret, b"second");
    second_factor::confirm(&mut write, id, 1, &[]).await.unwrap();
    second_factor::begin(&mut write, id, b"third").await.unwrap();
    let found = second_factor::find(write.tx(), id).await.unwrap().unwrap();
    assert_eq!((found.secret.as_slice(), found.last_step), (b"second".as_slice(), 1));
}

async fn a_device_is_known_to_those_who_signed_in_on_it(world: World) {
    let (id, other) = (made(&world, "hanako", vec![]).await, made(&world, "taro", vec![]).await);
    let mut write = world.store.begin("test").await.unwrap();
    known_device::remember(&mut write, id, "first", None).await.unwrap();
    assert!(!known_device::knows(write.tx(), other, "first", start()).await.unwrap());
    // A shared desk: both are known there, under the newest token.
    known_device::remember(&mut write, other, "second", Some("first")).await.unwrap();
    for account in [id, other] {
        assert!(known_device::knows(write.tx(), account, "second", start()).await.unwrap());
        assert!(!known_device::knows(write.tx(), account, "first", start()).await.unwrap());
    }
    let late = start() + known_device::LIFETIME;
    assert!(!known_device::knows(write.tx(), id, "second", late).await.unwrap());
    known_device::forget(&mut write, id).await.unwrap();
    assert!(!known_device::knows(write.tx(), id, "second", start()).await.unwrap());
    assert!(known_device::knows(write.tx(), other, "second", start()).await.unwrap());
}

async fn the_audit_names_every_change_and_no_secret(world: World) {
    let id = made(&world, "hanako", administrator()).await;
    let mut write = world.store.begin(&id.to_string()).await.unwrap();
    account_link::make(&mut write, Some(id), Kind::Reset, "SECRET-TOKEN", true).await.unwrap();
    account_link::take(&mut write, "SECRET-TOKEN").await.unwrap();
    account::set_password(&mut write, id, "SECRET-HASH").await.unwrap();
    session::open(&mut write, id, "SECRET-SESSION", true, "agent").await.unwrap();
    second_factor::begin(&mut write, id, b"SECRET-SEED").await.unwrap();
    second_factor::confirm(&mut write, id, 1, &["SECRET-CODE".into()]).await.unwrap();
    account::record(&mut write, id, "sign_in", serde_json::json!({})).await.unwrap();
    account::close(&mut write, id).await.unwrap();
    write.commit().await.unwrap();
    let trail = audit::list(&mut world.read().await, Some(id.0), 50).await.unwrap();
    let actions: Vec<&str> = trail.iter().rev().map(|entry| entry.action.as_str()).collect();
    assert_eq!(
        actions,
        [
            "create",
            "link",
            "take_link",
            "set_password",
            "begin_second_factor",
            "confirm_second_factor",
            "set_recovery_codes",
            "sign_in",
            "close",
        ]
    );
    assert!(!format!("{trail:?}").contains("SECRET"));
}
