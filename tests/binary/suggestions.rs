//! `hoshizu suggestions AREA` on the demo, where nobody was asked, and of an area that is not.

use crate::{fixture, run, text};
use serde_json::{Value, json};

#[test]
fn suggestions_are_judged_on_the_waves_of_an_area_with_ranges_and_in_words() {
    let data = tempfile::tempdir().expect("folder");
    assert!(run(data.path(), &["demo"]).status.success());
    let judged = run(data.path(), &["suggestions", "48100", "--json"]);
    assert!(judged.status.success(), "{}", text(&judged.stderr));
    let answer: Value = serde_json::from_slice(&judged.stdout).expect("JSON");
    assert_eq!((&answer["waves"], &answer["fewest_ties"]), (&json!(2), &json!(50)));
    let splits = answer["splits"].as_array().expect("splits");
    assert_eq!(splits.iter().map(|split| &split["split"]).collect::<Vec<_>>(), ["time", "lot"]);
    assert!(
        splits[1]["ties"].as_u64() > splits[0]["ties"].as_u64().map(|ties| 2 * ties),
        "every tie, by lot"
    );
    for split in splits {
        assert!(split["ties"].as_u64().expect("ties") >= 50, "{split}");
        assert_eq!(
            split["verdict"], "ahead",
            "what is shown finds more than distance and popularity: {split}"
        );
        let rankings = split["rankings"].as_array().expect("rankings");
        let names: Vec<&Value> = rankings.iter().map(|one| &one["ranking"]).collect();
        assert_eq!(names, ["ours", "distance", "popularity", "shared_partners"]);
        for one in rankings {
            let (found, range) = (one["found"].as_f64().expect("found"), &one["found_range"]);
            let ends = [0, 1].map(|at| range[at].as_f64().expect("end"));
            assert!(ends[0] <= found && found <= ends[1] && ends[0] < ends[1], "{one}");
        }
    }
    let again = run(data.path(), &["suggestions", "48100", "--json"]);
    assert_eq!(text(&again.stdout), text(&judged.stdout), "the same lot every time");
    let table = text(&run(data.path(), &["suggestions", "48100"]).stdout);
    assert!(table.contains("宵宮市") && table.contains("distance alone") && table.contains('→'), "{table}");
    let unknown = run(data.path(), &["suggestions", "99999"]);
    assert_eq!(unknown.status.code(), Some(1));
    let told = text(&unknown.stderr);
    assert!(told.contains("99999") && told.contains("→ surveys were made of 48100 宵宮市"), "{told}");
}

#[test]
fn an_area_where_nobody_was_asked_is_not_judged() {
    let data = tempfile::tempdir().expect("folder");
    assert!(run(data.path(), &["import", &fixture("areas.geojson")]).status.success());
    let silent = run(data.path(), &["suggestions", "48201"]);
    assert!(silent.status.success(), "{}", text(&silent.stderr));
    assert!(text(&silent.stdout).contains("Nobody was asked here yet"), "{}", text(&silent.stdout));
    let unknown = run(data.path(), &["suggestions", "nowhere"]);
    assert_eq!(unknown.status.code(), Some(1));
    assert!(text(&unknown.stderr).contains("→ no survey has been made"), "{}", text(&unknown.stderr));
}
