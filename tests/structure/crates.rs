//! `catalog ← {analysis, store, search, tiles, ingest, print} ← server`: the middle crates never import each other,
//! not even in their tests.

use crate::repository;
use std::collections::BTreeSet;

const MIDDLE: [&str; 6] = ["analysis", "store", "search", "tiles", "ingest", "print"];

/// What a crate of `backend/` may use of ours.
fn allowed(name: &str) -> Option<&'static [&'static str]> {
    match name {
        "catalog" => Some(&[]),
        "server" => Some(&["catalog", "analysis", "store", "search", "tiles", "ingest", "print"]),
        _ if MIDDLE.contains(&name) => Some(&["catalog"]),
        _ => None,
    }
}

/// Crates of ours that a manifest depends on in any way: by name, by a renamed package, or by path.
fn dependencies(manifest: &str) -> BTreeSet<&str> {
    let mut found = BTreeSet::new();
    let mut in_dependencies = false;
    for line in manifest.lines().map(|line| line.split('#').next().unwrap_or_default().trim()) {
        if line.starts_with('[') {
            in_dependencies = line.contains("dependencies");
        }
        if in_dependencies {
            found.extend(line.split("hoshizu-").skip(1).map(first_word));
            found.extend(line.split("\"../").skip(1).map(first_word));
        }
    }
    found.remove("");
    found
}

fn first_word(text: &str) -> &str {
    text.split(|c: char| !c.is_ascii_alphanumeric() && c != '_').next().unwrap_or_default()
}

/// What a crate uses against the direction; the whole crate where it has no place in it.
fn offences(name: &str, manifest: &str) -> Vec<String> {
    let Some(allowed) = allowed(name) else {
        return vec![format!("backend/{name} has no place in the direction of crates")];
    };
    let used = dependencies(manifest).into_iter().filter(|used| *used != name && !allowed.contains(used));
    used.map(|used| format!("{name} uses {used}")).collect()
}

#[test]
fn no_crate_uses_another_against_the_direction() {
    let manifests: Vec<String> = repository::files()
        .into_iter()
        .filter(|file| file.starts_with("backend/") && file.ends_with("/Cargo.toml"))
        .collect();
    assert!(manifests.len() >= 6, "found only {manifests:?}");
    let offences: Vec<String> = manifests
        .iter()
        .flat_map(|file| {
            let name = file.trim_start_matches("backend/").trim_end_matches("/Cargo.toml");
            offences(name, &repository::text(file).unwrap())
        })
        .collect();
    assert_eq!(offences, [] as [String; 0]);
}

#[test]
fn the_server_is_where_the_others_meet() {
    let manifest = repository::text("backend/server/Cargo.toml").unwrap();
    let used = dependencies(&manifest);
    for expected in ["catalog", "store", "search", "tiles", "ingest"] {
        assert!(
            used.contains(expected),
            "{expected} not found in {used:?}: does the reader of manifests still work?"
        );
    }
}

#[test]
fn every_way_to_depend_on_a_sibling_is_seen() {
    let by_name = "[dependencies]\nhoshizu-store = { workspace = true }\n";
    let for_tests = "[dev-dependencies]\nhoshizu-search.workspace = true\n";
    let own_table = "[dependencies.hoshizu-ingest]\nworkspace = true\n";
    let renamed = "[dependencies]\ndb = { package = \"hoshizu-store\", version = \"0.1\" }\n";
    let by_path = "[build-dependencies]\nx = { path = \"../print\" }\n";
    let for_a_target = "[target.'cfg(unix)'.dependencies]\nhoshizu-server = \"0.1\"\n";
    let seen =
        [by_name, for_tests, own_table, renamed, by_path, for_a_target].map(|text| offences("tiles", text));
    let expected = ["store", "search", "ingest", "store", "print", "server"]
        .map(|used| vec![format!("tiles uses {used}")]);
    assert_eq!(seen, expected);
}

#[test]
fn what_is_allowed_is_no_offence() {
    let manifest = "[package]\nname = \"hoshizu-tiles\"\n[dependencies]\nhoshizu-catalog = { workspace = true } # not hoshizu-store\n";
    assert_eq!(offences("tiles", manifest), [] as [String; 0]);
    assert_eq!(offences("server", manifest), [] as [String; 0]);
    assert_eq!(offences("catalog", manifest), ["catalog uses catalog"; 0]);
    assert_eq!(offences("helpers", manifest).len(), 1);
}

#[test]
fn catalog_builds_on_nothing_of_ours() {
    assert_eq!(offences("catalog", "[dependencies]\nhoshizu-tiles = \"0\"\n"), ["catalog uses tiles"]);
}
