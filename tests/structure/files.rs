//! What stands at the top of the repository, how long files are, and what must not be in them.

use crate::repository;

const TOP: [&str; 9] =
    ["Cargo.toml", "Cargo.lock", "backend", "frontend", "data", "scripts", "tests", "README.md", "LICENSE"];

/// Guides are 400 lines of Rust and 220 of TypeScript (checked by its linter); beyond this a file is several files.
const MOST_LINES: usize = 450;

/// Folders of this or that machine; in halves, so that this file may be searched too.
const MACHINE_PATHS: [[&str; 2]; 6] =
    [["/ro", "ot/"], ["/wo", "rk/"], ["/ho", "me/"], ["/Us", "ers/"], ["C:\\Us", "ers"], ["/tm", "p/hz"]];

fn top(file: &str) -> &str {
    file.split('/').next().unwrap_or(file)
}

fn is_out_of_place(file: &str) -> bool {
    let top = top(file);
    !top.starts_with('.') && !TOP.contains(&top)
}

fn is_source(file: &str) -> bool {
    let is_generated = file.contains(".gen.");
    match repository::ending(file) {
        "" => file.starts_with("scripts/"),
        ending => ["rs", "ts", "tsx", "mjs", "js", "css", "sh"].contains(&ending) && !is_generated,
    }
}

/// The first path of a machine in a text: one that begins a word, so that addresses of the web do not count.
fn machine_path(text: &str) -> Option<&str> {
    let begins_word = |at: usize| {
        let before = text[..at].chars().next_back();
        before.is_none_or(|c| c.is_whitespace() || "\"'`(=:<>[,".contains(c))
    };
    MACHINE_PATHS.iter().find_map(|halves| {
        let path = halves.concat();
        let (at, _) = text.match_indices(&path).find(|(at, _)| begins_word(*at))?;
        text[at..].lines().next()
    })
}

#[test]
fn the_top_level_is_fixed() {
    let mut strangers: Vec<String> =
        repository::files().into_iter().filter(|file| is_out_of_place(file)).collect();
    strangers.truncate(20);
    assert_eq!(strangers, [] as [String; 0]);
}

#[test]
fn no_source_file_is_longer_than_a_person_reads_at_once() {
    let length = |file: &String| repository::text(file).map_or(0, |text| text.lines().count());
    let sources: Vec<String> = repository::files().into_iter().filter(|file| is_source(file)).collect();
    assert!(sources.len() > 50, "only {} sources found", sources.len());
    let long: Vec<(usize, String)> = sources
        .into_iter()
        .map(|file| (length(&file), file))
        .filter(|(lines, _)| *lines > MOST_LINES)
        .collect();
    assert_eq!(long, [] as [(usize, String); 0]);
}

#[test]
fn no_file_names_a_folder_of_somebodys_machine() {
    let found: Vec<String> = repository::files()
        .into_iter()
        .filter_map(|file| {
            let text = repository::text(&file)?;
            machine_path(&text).map(|path| format!("{file}: {path}"))
        })
        .collect();
    assert_eq!(found, [] as [String; 0]);
}

#[test]
fn strangers_and_machine_paths_are_recognised() {
    for stranger in ["notes.txt", "src/main.rs", "docs/index.md", "package.json"] {
        assert!(is_out_of_place(stranger), "{stranger}");
    }
    for resident in [".gitignore", ".ci/run", "backend/README.md", "Cargo.lock"] {
        assert!(!is_out_of_place(resident), "{resident}");
    }
    let found =
        |halves: [&str; 2], before: &str| machine_path(&format!("{before}{}x/y", halves.concat())).is_some();
    assert!(MACHINE_PATHS.iter().all(|halves| found(*halves, "see \"")));
    assert!(!found(MACHINE_PATHS[1], "https://example.jp/our"));
    assert!(is_source("scripts/test") && is_source("scripts/lib.sh") && is_source("frontend/src/main.tsx"));
    assert!(!is_source("frontend/src/api/schema.gen.ts") && !is_source("data/demo/offices.csv"));
}
