//! The program on PostgreSQL: the same commands, the same answers, and two servers beside one database.

use crate::{Server, fixture, hoshizu, json_lines, text};
use std::{path::Path, process::Command};

fn run(data: &Path, url: &str, arguments: &[&str]) -> std::process::Output {
    Command::new(hoshizu())
        .args(["--database-url", url])
        .args(arguments)
        .env("HOSHIZU_DATA_DIR", data)
        .env("HOSHIZU_LOG", "warn")
        .output()
        .expect("start the program")
}

#[test]
fn import_serve_export_and_doctor_work_on_postgresql() {
    let Some(url) = hoshizu_tests::postgres::fresh_database() else { return };
    let data = tempfile::tempdir().expect("folder");
    let files = [fixture("areas.geojson"), fixture("jigyosho_430.csv"), fixture("csvdownload052.csv")];
    let arguments: Vec<&str> =
        ["import", "--json"].into_iter().chain(files.iter().map(String::as_str)).collect();
    let first = run(data.path(), &url, &arguments);
    assert!(first.status.success(), "{}", text(&first.stderr));
    let second = run(data.path(), &url, &arguments);
    assert!(json_lines(&second).iter().all(|report| report["imported"] == 0), "{}", text(&second.stdout));
    assert!(!data.path().join("hoshizu.sqlite").exists(), "no embedded database beside it");

    // A second server with a folder of its own builds its index from the same database.
    let other = tempfile::tempdir().expect("folder");
    for folder in [data.path(), other.path()] {
        let server = Server::start_with(folder, &[("HOSHIZU_DATABASE_URL", &url)]);
        let found = (0..100).any(|_| {
            std::thread::sleep(std::time::Duration::from_millis(100));
            server.get("/api/v1/offices?q=takasaki").contains("\"total\":1")
        });
        assert!(found, "the office is found");
        let (ended_well, log) = server.stop();
        assert!(ended_well, "{log}");
        assert_eq!(log, "", "a clean run logs no warning");
    }
    assert_eq!(
        text(&run(data.path(), &url, &["export", "--format", "jsonl"]).stdout).lines().count(),
        text(&run(other.path(), &url, &["export", "--format", "jsonl"]).stdout).lines().count(),
    );
    let doctor = run(data.path(), &url, &["doctor"]);
    assert!(doctor.status.success(), "{}", text(&doctor.stdout));
}
