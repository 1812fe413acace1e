//! The built program as a person runs it: start, import, kill, restart, stop.

mod network;
mod postgres;
mod suggestions;

use std::{
    io::{BufRead as _, BufReader, Read as _, Write as _},
    net::TcpStream,
    path::{Path, PathBuf},
    process::{Child, Command, Output, Stdio},
    sync::OnceLock,
    time::{Duration, Instant},
};

/// The program, built once a run.
fn hoshizu() -> &'static Path {
    static BUILT: OnceLock<PathBuf> = OnceLock::new();
    BUILT.get_or_init(|| {
        if let Some(given) = std::env::var_os("HOSHIZU_BIN") {
            return given.into();
        }
        // target/debug/deps/binary-… → target/debug
        let tests = std::env::current_exe().expect("own path");
        let profile = tests.parent().and_then(Path::parent).expect("profile folder");
        let target = profile.parent().expect("target folder");
        let status = Command::new(env!("CARGO"))
            .args(["build", "--quiet", "--package", "hoshizu-server", "--target-dir"])
            .arg(target)
            .status()
            .expect("cargo");
        assert!(status.success(), "the program does not build");
        profile.join("hoshizu")
    })
}

fn run(data: &Path, arguments: &[&str]) -> Output {
    Command::new(hoshizu())
        .args(arguments)
        .env("HOSHIZU_DATA_DIR", data)
        .env("HOSHIZU_LOG", "warn")
        .output()
        .expect("start the program")
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

fn fixture(name: &str) -> String {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures").join(name).display().to_string()
}

/// A running server; killed when dropped.
struct Server {
    child: Child,
    address: String,
}

impl Server {
    fn start(data: &Path) -> Self {
        Self::start_with(data, &[])
    }

    fn start_with(data: &Path, settings: &[(&str, &str)]) -> Self {
        let mut child = Command::new(hoshizu())
            .args(["serve", "--listen", "127.0.0.1:0"])
            .env("HOSHIZU_DATA_DIR", data)
            .envs(settings.iter().copied())
            .env("HOSHIZU_LOG", "warn")
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("start the server");
        let mut lines = BufReader::new(child.stdout.take().expect("stdout")).lines();
        let address = lines.next().expect("a first line").expect("UTF-8");
        let address = address.strip_prefix("http://").expect("an address").to_owned();
        Self { child, address }
    }

    fn get(&self, path: &str) -> String {
        let mut stream = TcpStream::connect(&self.address).expect("connect");
        // In one piece: written in parts, the server may have answered and closed before the last part arrives.
        let request = format!("GET {path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
        stream.write_all(request.as_bytes()).expect("ask");
        let mut answer = Vec::new();
        stream.read_to_end(&mut answer).expect("answer");
        text(&answer)
    }

    /// Asks it to end and returns whether it did well, with what it logged.
    fn stop(mut self) -> (bool, String) {
        let id = self.child.id().to_string();
        Command::new("kill").args(["-TERM", &id]).status().expect("kill");
        let begun = Instant::now();
        while self.child.try_wait().expect("wait").is_none() {
            assert!(begun.elapsed() < Duration::from_secs(20), "the server does not end");
            std::thread::sleep(Duration::from_millis(50));
        }
        let status = self.child.wait().expect("wait");
        let mut log = String::new();
        self.child.stderr.take().expect("stderr").read_to_string(&mut log).expect("UTF-8");
        (status.success(), log)
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.child.kill();
    }
}

fn json_lines(output: &Output) -> Vec<serde_json::Value> {
    text(&output.stdout).lines().map(|line| serde_json::from_str(line).expect(line)).collect()
}

#[test]
fn import_accounts_for_every_row_and_a_second_one_changes_nothing() {
    let data = tempfile::tempdir().expect("folder");
    let files = [fixture("areas.geojson"), fixture("jigyosho_430.csv"), fixture("csvdownload052.csv")];
    let arguments: Vec<&str> = ["import", "--json", "--edition", "2026-03"]
        .into_iter()
        .chain(files.iter().map(String::as_str))
        .collect();
    let first = run(data.path(), &arguments);
    assert!(first.status.success(), "{}", text(&first.stderr));
    let number = |value: &serde_json::Value, key: &str| value[key].as_u64().expect("number");
    for report in json_lines(&first) {
        for key in ["file", "kind", "edition", "seconds"] {
            assert!(!report[key].is_null(), "{key}: {report}");
        }
        let sum = number(&report, "imported") + number(&report, "unchanged") + number(&report, "rejected");
        assert_eq!(number(&report, "rows"), sum, "{report}");
        assert!(number(&report, "imported") > 0, "{report}");
    }
    let second = run(data.path(), &arguments);
    assert!(
        json_lines(&second).iter().all(|report| number(report, "imported") == 0),
        "{}",
        text(&second.stdout)
    );
}

#[test]
fn a_file_that_cannot_be_imported_makes_the_exit_code_say_so() {
    let data = tempfile::tempdir().expect("folder");
    let odd = data.path().join("odd.csv");
    std::fs::write(&odd, "何か,別の\n1,2\n").expect("write");
    let output = run(data.path(), &["import", &odd.display().to_string(), &fixture("jigyosho_430.csv")]);
    assert_eq!(output.status.code(), Some(1));
    assert!(text(&output.stderr).contains("odd.csv"), "{}", text(&output.stderr));
    assert!(text(&output.stdout).contains("kaigo:430"), "the other file is in");
    assert_eq!(run(data.path(), &["import", "/nowhere/at/all"]).status.code(), Some(1));
    assert_eq!(run(data.path(), &["imprt"]).status.code(), Some(2));
}

#[test]
fn the_server_serves_what_was_imported_and_ends_cleanly() {
    let data = tempfile::tempdir().expect("folder");
    assert!(
        run(data.path(), &["import", &fixture("areas.geojson"), &fixture("jigyosho_430.csv")])
            .status
            .success()
    );
    for _ in 0..2 {
        let server = Server::start(data.path());
        assert!(server.get("/api/v1/offices?q=takasaki").contains("\"total\":1"));
        assert!(server.get("/").contains("<html"));
        let (ended_well, log) = server.stop();
        assert!(ended_well, "{log}");
        assert_eq!(log, "", "a clean run logs no warning");
    }
    let doctor = run(data.path(), &["doctor"]);
    assert!(doctor.status.success(), "{}", text(&doctor.stdout));
}

#[test]
fn the_first_start_offers_a_link_to_its_owner_only_and_none_once_there_is_an_account() {
    use std::os::unix::fs::PermissionsExt as _;
    let data = tempfile::tempdir().expect("folder");
    let link = data.path().join("setup.link");
    drop(Server::start(data.path()));
    let first = std::fs::read_to_string(&link).expect("link");
    assert!(first.starts_with("http://127.0.0.1:") && first.contains("/invitation#"), "{first}");
    for file in [&link, &data.path().join("account.key")] {
        assert_eq!(std::fs::metadata(file).expect("file").permissions().mode() & 0o077, 0, "{file:?}");
    }
    drop(Server::start(data.path()));
    assert_ne!(std::fs::read_to_string(&link).expect("link"), first, "new at each start");
    assert!(run(data.path(), &["user", "add", "kanri", "--role", "administrator"]).status.success());
    drop(Server::start(data.path()));
    assert!(!link.exists());
}

#[test]
fn accounts_are_made_listed_reset_and_closed_from_the_terminal() {
    let data = tempfile::tempdir().expect("folder");
    let user = |arguments: &[&str]| run(data.path(), &[&["user"], arguments].concat());
    let added = user(&["add", "Kanri", "--name", "星野 花子", "--role", "administrator"]);
    assert!(text(&added.stdout).starts_with("http://127.0.0.1:8100/invitation#"), "{}", text(&added.stdout));
    let twice = user(&["add", "kanri", "--role", "administrator"]);
    assert!(!twice.status.success() && text(&twice.stderr).contains("taken"), "{}", text(&twice.stderr));
    let nowhere = user(&["add", "shokuin", "--role", "steward", "--area", "99999"]);
    assert!(text(&nowhere.stderr).contains("no such area"), "{}", text(&nowhere.stderr));
    assert!(!user(&["grant", "kanri", "--role", "member"]).status.success(), "a member belongs to an office");
    assert!(user(&["grant", "kanri", "--role", "council"]).status.success());
    assert_eq!(text(&user(&["list"]).stdout), "kanri\tinvited\t星野 花子\tadministrator, council\n");
    assert!(text(&user(&["reset", "kanri"]).stdout).contains("/invitation#"));
    assert!(user(&["close", "kanri"]).status.success());
    assert!(text(&user(&["list"]).stdout).starts_with("kanri\tclosed"));
    assert!(!user(&["close", "nobody"]).status.success());
}

/// A kaigo file with so many rows that writing it takes a while.
fn many_rows(path: &Path, rows: usize) {
    let sample = std::fs::read_to_string(fixture("jigyosho_430.csv")).expect("fixture");
    let mut lines = sample.lines();
    let mut file = std::io::BufWriter::new(std::fs::File::create(path).expect("create"));
    writeln!(file, "{}\r", lines.next().expect("header")).expect("write");
    let row = lines.next().expect("row");
    for n in 0..rows {
        let row = row.replace("4870100010", &format!("48{n:08}")).replace("ひまわり", &format!("窓口{n}"));
        writeln!(file, "{row}\r").expect("write");
    }
}

#[test]
fn an_import_killed_in_the_middle_leaves_the_old_state() {
    let data = tempfile::tempdir().expect("folder");
    assert!(
        run(data.path(), &["import", &fixture("areas.geojson"), &fixture("csvdownload052.csv")])
            .status
            .success()
    );
    let before = run(data.path(), &["export", "--format", "jsonl"]).stdout;
    let big = data.path().join("big_202603.csv");
    many_rows(&big, 60_000);
    for after in [300, 900, 1_800] {
        let mut child = Command::new(hoshizu())
            .args(["import", &big.display().to_string()])
            .env("HOSHIZU_DATA_DIR", data.path())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .expect("start");
        std::thread::sleep(Duration::from_millis(after));
        let killed_at_work = child.try_wait().expect("wait").is_none();
        child.kill().expect("kill");
        child.wait().expect("wait");
        assert!(killed_at_work, "the import was too quick to be killed after {after} ms: use more rows");
        assert_eq!(
            run(data.path(), &["export", "--format", "jsonl"]).stdout,
            before,
            "killed after {after} ms"
        );
    }
    assert!(run(data.path(), &["doctor"]).status.success());
}

#[test]
fn ctrl_c_stops_an_import_cleanly() {
    let data = tempfile::tempdir().expect("folder");
    let big = data.path().join("big_202603.csv");
    many_rows(&big, 60_000);
    let child = Command::new(hoshizu())
        .args(["import", &big.display().to_string()])
        .env("HOSHIZU_DATA_DIR", data.path())
        .stdout(Stdio::null())
        .stderr(Stdio::piped())
        .spawn()
        .expect("start");
    std::thread::sleep(Duration::from_millis(700));
    Command::new("kill").args(["-INT", &child.id().to_string()]).status().expect("kill");
    let output = child.wait_with_output().expect("wait");
    assert_eq!(output.status.code(), Some(130), "{}", text(&output.stderr));
    let left = run(data.path(), &["export", "--format", "jsonl"]);
    assert_eq!(left.stdout, b"");
}

#[test]
fn settings_come_from_a_file_and_a_wrong_one_is_named() {
    let data = tempfile::tempdir().expect("folder");
    let file = data.path().join("hoshizu.toml");
    let inner = data.path().join("inner");
    std::fs::write(&file, format!("data_dir = {:?}\n", inner.display().to_string())).expect("write");
    let path = file.display().to_string();
    let output = Command::new(hoshizu()).args(["--config", &path, "migrate"]).output().expect("run");
    assert!(output.status.success(), "{}", text(&output.stderr));
    assert!(inner.join("hoshizu.sqlite").is_file());
    std::fs::write(&file, "datadir = \"x\"\n").expect("write");
    let output = Command::new(hoshizu()).args(["--config", &path, "migrate"]).output().expect("run");
    assert!(text(&output.stderr).contains("datadir"), "{}", text(&output.stderr));
}

fn reference(name: &str) -> String {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../backend/analysis/tests/fca")
        .join(name)
        .display()
        .to_string()
}

#[test]
fn access_prints_what_pysal_gives() {
    let data = tempfile::tempdir().expect("folder");
    let expected = std::fs::read_to_string(reference("expected.csv")).expect("expected.csv");
    let rows: Vec<Vec<&str>> = expected.lines().map(|line| line.split(',').collect()).collect();
    let (demand, supply) = (reference("demand.csv"), reference("supply.csv"));
    for (method, catchment) in
        [("2sfca", "7.5"), ("e2sfca", "9"), ("gaussian", "10.5"), ("3sfca", "9"), ("nearest", "1")]
    {
        let column = rows[0].iter().position(|name| *name == method).expect(method);
        let output = run(
            data.path(),
            &[
                "access",
                "--demand",
                &demand,
                "--supply",
                &supply,
                "--method",
                method,
                "--catchment",
                catchment,
                "--json",
            ],
        );
        assert!(output.status.success(), "{}", text(&output.stderr));
        let values: Vec<serde_json::Value> = serde_json::from_slice(&output.stdout).expect("JSON");
        assert_eq!(values.len(), rows.len() - 1);
        for (row, value) in rows[1..].iter().zip(&values) {
            assert_eq!(value["id"], row[0]);
            // A blank is a place that reaches nothing: 0, never missing.
            let wanted: f64 = if row[column].is_empty() { 0.0 } else { row[column].parse().expect("number") };
            let found = value["value"].as_f64().expect("number");
            assert!((found - wanted).abs() <= 1e-12, "{method} {}: {found} for {wanted}", row[0]);
        }
    }
}

#[test]
fn access_names_the_cell_it_cannot_read() {
    let data = tempfile::tempdir().expect("folder");
    let broken = data.path().join("people.csv");
    std::fs::write(&broken, "id,x,y,pop\na,1,2,10\nb,1,zwei,10\n").expect("write");
    let path = broken.display().to_string();
    let output = run(
        data.path(),
        &["access", "--demand", &path, "--supply", &reference("supply.csv"), "--method", "2sfca"],
    );
    assert_eq!(output.status.code(), Some(1));
    let said = text(&output.stderr);
    assert!(
        ["people.csv", "row 3", "\"y\"", "zwei", "12.5"].iter().all(|part| said.contains(part)),
        "{said}"
    );
    assert!(output.stdout.is_empty());
}
