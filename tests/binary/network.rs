//! `hoshizu network` on files made elsewhere.

use crate::{run, text};
use std::path::Path;

/// Runs `hoshizu network` on a file with this content.
fn network(name: &str, content: &str, arguments: &[&str]) -> std::process::Output {
    let folder = tempfile::tempdir().expect("folder");
    let path = folder.path().join(name);
    std::fs::write(&path, content).expect("write");
    let path = path.display().to_string();
    let all: Vec<&str> = ["network", &path].into_iter().chain(arguments.iter().copied()).collect();
    run(folder.path(), &all)
}

fn json(output: &std::process::Output) -> serde_json::Value {
    assert!(output.status.success(), "{}", text(&output.stderr));
    serde_json::from_slice(&output.stdout).expect("JSON")
}

const REPORTS: &str = "source,target,source_system,target_system\n\
    a,b,care,disability\nb,a,disability,care\nb,c,disability,care\nd,c,care,care\n";

#[test]
fn reports_are_read_as_ties_either_side_says_or_both() {
    let either = json(&network("ties.csv", REPORTS, &["--groups", "system", "--json"]));
    let keys: Vec<&str> = either.as_object().expect("object").keys().map(String::as_str).collect();
    let mut wanted = vec![
        "nodes",
        "edges",
        "density",
        "components",
        "articulation_points",
        "bridges",
        "degree_centralization",
        "gini_degree",
        "assortativity",
        "ei_index",
        "communities",
        "per_node",
    ];
    wanted.sort_unstable();
    let mut sorted = keys.clone();
    sorted.sort_unstable();
    assert_eq!(sorted, wanted);
    assert_eq!((either["nodes"].as_u64(), either["edges"].as_u64()), (Some(4), Some(3)));
    assert_eq!(either["articulation_points"], serde_json::json!(["b", "c"]));
    assert_eq!(either["bridges"], serde_json::json!([["a", "b"], ["b", "c"], ["c", "d"]]));
    assert_eq!(either["per_node"][1]["betweenness"], 2.0);
    let mutual = json(&network("ties.csv", REPORTS, &["--mutual", "--json"]));
    assert_eq!((mutual["edges"].as_u64(), mutual["components"].as_u64()), (Some(1), Some(3)));
    assert_eq!(
        (&mutual["assortativity"], &mutual["per_node"][2]["constraint"]),
        (&serde_json::Value::Null, &serde_json::Value::Null)
    );
}

#[test]
fn without_json_a_person_sees_both_readings_beside_each_other() {
    let shown = text(&network("ties.csv", REPORTS, &["--groups", "system"]).stdout);
    assert!(shown.contains("both report") && shown.contains("either does"), "{shown}");
    assert!(shown.contains("without b it falls apart"), "{shown}");
    assert!(shown.contains("density care – disability"), "{shown}");
}

#[test]
fn a_fault_is_told_with_file_line_and_remedy() {
    let bomb = "<?xml version=\"1.0\"?>\n<!DOCTYPE g [<!ENTITY a \"b\">]>\n<graphml/>";
    for (name, content, line) in
        [("bomb.graphml", bomb, "line 2"), ("ties.csv", "source,target\na,\n", "line 2")]
    {
        let output = network(name, content, &["--json"]);
        let told = text(&output.stderr);
        assert_eq!(output.status.code(), Some(1));
        assert!(told.contains(name) && told.contains(line) && told.contains('→'), "{told}");
        assert!(output.stdout.is_empty());
    }
    let nowhere = run(Path::new("."), &["network", "nowhere.csv"]);
    assert!(text(&nowhere.stderr).contains("nowhere.csv"));
}
