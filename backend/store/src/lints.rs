//! Rules of this crate that the compiler cannot hold.

use std::path::Path;

/// Every source file without its tests, path first.
fn sources(folder: &Path, found: &mut Vec<(String, String)>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            sources(&path, found);
        } else if path.extension().is_some_and(|ext| ext == "rs") && !path.ends_with("lints.rs") {
            let text = std::fs::read_to_string(&path).unwrap();
            let code = text.split("#[cfg(test)]").next().unwrap_or_default().to_owned();
            found.push((path.display().to_string(), code));
        }
    }
}

fn own_sources() -> Vec<(String, String)> {
    let mut files = Vec::new();
    sources(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &mut files);
    files
}

/// Of a statement at this place, the first argument of the macro that runs it (`pen`, `tx`, `write.tx()`).
fn runs_on(code: &str, at: usize) -> Option<&str> {
    let before = &code[..at];
    let start = ["each_backend!(", "insert_rows!("]
        .into_iter()
        .filter_map(|name| Some(before.rfind(name)? + name.len()))
        .max()?;
    code[start..].split(',').next().map(str::trim)
}

#[test]
fn a_statement_that_changes_rows_runs_only_on_a_pen() {
    let (mut seen, mut elsewhere) = (0, Vec::new());
    for (path, code) in own_sources() {
        for verb in ["\"INSERT INTO", "\"UPDATE ", "\"DELETE FROM"] {
            for (at, _) in code.match_indices(verb) {
                seen += 1;
                if runs_on(&code, at) != Some("pen") {
                    elsewhere.push(format!("{path}: {}", code[at..].lines().next().unwrap_or_default()));
                }
            }
        }
    }
    assert!(seen > 20, "the test has lost sight of the statements: {seen}");
    assert!(elsewhere.is_empty(), "{elsewhere:#?}");
}

#[test]
fn no_function_asks_which_database_it_is_on() {
    // Opening, migrating and the self-check have texts of their own, kept in dialect.rs.
    let may = ["backend.rs", "dialect.rs", "migrate.rs", "health.rs"];
    for (path, code) in own_sources() {
        if !may.iter().any(|file| path.ends_with(file)) {
            assert!(!code.contains("Connection::Sqlite"), "{path} branches by database");
            assert!(!code.contains("PRAGMA"), "{path} speaks to one database only");
        }
    }
}

#[test]
fn a_pen_is_made_in_one_place() {
    let made: usize = own_sources().iter().map(|(_, code)| code.matches("Pen(&mut").count()).sum();
    assert_eq!(made, 1, "Write::pen, after it has written the trace");
}
