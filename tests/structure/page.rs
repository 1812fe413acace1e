//! `app → features → {map, graph, api, ui, i18n} → lib` in `frontend/src`; a feature never imports another, and the
//! folders between features and lib use each other in one direction only.

use crate::repository;
use std::collections::{BTreeMap, BTreeSet};

const SOURCES: &str = "frontend/src/";
const MIDDLE: [&str; 5] = ["map", "graph", "api", "ui", "i18n"];

/// Larger stands higher and may use what is lower. Files beside the folders (`main.tsx`) belong to the app.
fn height(folder: &str) -> Option<u8> {
    match folder {
        "app" => Some(3),
        "features" => Some(2),
        "lib" => Some(0),
        _ if MIDDLE.contains(&folder) => Some(1),
        _ => None,
    }
}

/// The folder of a source file (path below `src/`), and the feature it belongs to.
fn place(path: &str) -> (&str, Option<&str>) {
    let mut parts = path.split('/');
    match (parts.next(), parts.next()) {
        (Some("features"), feature) => ("features", feature),
        (Some(folder), Some(_)) => (folder, None),
        _ => ("app", None),
    }
}

/// What a source imports: the texts after `from`, `import`, `import(` and `export … from`. Words in comments may be
/// found too, which can only make the rule stricter.
fn imports(source: &str) -> Vec<&str> {
    let mut found = Vec::new();
    for keyword in ["from", "import", "import("] {
        for rest in source.split(keyword).skip(1) {
            let rest = rest.trim_start();
            let quote = rest.chars().next().filter(|c| ['\'', '"', '`'].contains(c));
            found.extend(quote.and_then(|quote| rest[1..].split(quote).next()));
        }
    }
    found
}

/// The path below `src/` that a relative import of a file means; `None` for packages and what lies outside.
fn target(file: &str, import: &str) -> Option<String> {
    let from_root = import.strip_prefix("@/").or_else(|| import.strip_prefix("/src/"));
    if !import.starts_with('.') && from_root.is_none() {
        return None;
    }
    let mut parts: Vec<&str> = match from_root {
        Some(_) => Vec::new(),
        None => file.split('/').collect(),
    };
    parts.pop();
    for part in from_root.unwrap_or(import).split('/') {
        match part {
            "." | "" => {}
            ".." => drop(parts.pop()?),
            name => parts.push(name),
        }
    }
    Some(parts.join("/"))
}

/// What the sources (path below `src/`, text) import against the direction.
fn offences<'a>(sources: impl IntoIterator<Item = (&'a str, &'a str)>) -> Vec<String> {
    let mut found = Vec::new();
    let mut uses: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for (file, text) in sources {
        for import in imports(text).into_iter().filter_map(|import| target(file, import)) {
            let ((from, own), (to, other)) = (place(file), place(&import));
            match (height(from), height(to)) {
                (Some(high), Some(low)) if high < low => found.push(format!("{file} imports {import}")),
                (Some(2), Some(2)) if own != other => {
                    found.push(format!("{file} imports another feature, {import}"));
                }
                (Some(1), Some(1)) if from != to => {
                    uses.entry(from.to_owned()).or_default().insert(to.to_owned());
                }
                (Some(_), Some(_)) => {}
                _ => {
                    found.push(format!("{file} imports {import}: a folder without a place in the direction"));
                }
            }
        }
    }
    let reachable = |from: &str| uses.get(from).into_iter().flatten().cloned().collect::<Vec<_>>();
    for start in MIDDLE {
        let (mut reached, mut open) = (BTreeSet::new(), reachable(start));
        while let Some(next) = open.pop() {
            if reached.insert(next.clone()) {
                open.extend(reachable(&next));
            }
        }
        if reached.contains(start) {
            found.push(format!("{start} uses a folder that uses {start}"));
        }
    }
    found
}

#[test]
fn no_source_imports_against_the_direction() {
    let sources: Vec<(String, String)> = repository::files()
        .into_iter()
        .filter(|file| file.starts_with(SOURCES) && ["ts", "tsx"].contains(&repository::ending(file)))
        .filter_map(|file| Some((file.strip_prefix(SOURCES)?.to_owned(), repository::text(&file)?)))
        .collect();
    let found = offences(sources.iter().map(|(file, text)| (file.as_str(), text.as_str())));
    assert_eq!(found, [] as [String; 0]);
    let imported =
        sources.iter().flat_map(|(file, text)| imports(text).into_iter().filter_map(|i| target(file, i)));
    assert!(imported.count() > 20, "hardly any import found: does the reader of imports still work?");
}

#[test]
fn offences_of_every_kind_are_found() {
    let offending = [
        ("lib/format.ts", "import { t } from '../i18n';"),
        ("ui/card.tsx", "import { Search } from \"../features/search/search-page\";"),
        ("api/http.ts", "export { router } from '../app/router';"),
        ("features/search/page.tsx", "import { Card } from '../office/card';"),
        ("features/office/page.tsx", "const Page = lazy(() => import('../search/page'));"),
        ("features/start/page.tsx", "import '@/app/shell';"),
        ("lib/a.ts", "import type {\n  X,\n} from\n  '../api/types';"),
        ("ui/b.ts", "import '../helpers/b';"),
    ];
    for (file, text) in offending {
        assert_eq!(offences([(file, text)]).len(), 1, "{file}: {text}");
    }
    let circle = [
        ("map/a.ts", "import '../ui/b';"),
        ("ui/b.ts", "import '../api/c';"),
        ("api/c.ts", "import '../map/a';"),
    ];
    assert_eq!(offences(circle).len(), 3);
}

#[test]
fn imports_along_the_direction_are_fine() {
    let fine = [
        ("main.tsx", "import { router } from './app/router'; import('./ui/fonts');"),
        ("app/router.tsx", "lazy(() => import('../features/search/search-page'));"),
        (
            "features/search/page.tsx",
            "import { x } from './parts'; import { m } from '../../map/view'; import React from 'react';",
        ),
        ("map/legend.tsx", "import { Mark } from '../ui/mark'; import { systems } from '../lib/systems';"),
        (
            "ui/mark.tsx",
            "import { useTranslation } from 'react-i18next'; import css from './mark.module.css';",
        ),
    ];
    assert_eq!(offences(fine), [] as [String; 0]);
}
