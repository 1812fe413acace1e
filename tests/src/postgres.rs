//! A throw-away PostgreSQL: started once a test process from the Debian binaries, gone with the process.
//!
//! The server runs under a shell that waits for its standard input to end. The test process holds the other end and
//! never writes: however it ends, by return, panic or SIGKILL, the pipe closes, the shell stops the server and removes
//! its folder.

use std::{
    io::{BufRead, BufReader},
    os::unix::process::CommandExt,
    path::PathBuf,
    process::{Child, Command, Stdio},
    sync::{
        OnceLock,
        atomic::{AtomicU32, Ordering},
    },
};

/// Set to `1`, tests on PostgreSQL are skipped instead of failing where it is not installed.
pub const SKIP: &str = "HOSHIZU_SKIP_POSTGRES";

/// A unix socket only, so no port can be taken; nothing is synced, the data lives as long as the tests.
const SCRIPT: &str = r#"
set -e
dir=$(mktemp -d /tmp/hoshizu-postgres.XXXXXX)
trap 'test -n "$pid" && kill -INT $pid 2>/dev/null && wait $pid; rm -rf "$dir"' EXIT
# The shell of Debian skips the line above when a signal ends it.
trap 'exit 1' HUP INT TERM
"$BIN/initdb" -D "$dir/data" -U hoshizu --auth=trust --encoding=UTF8 --locale=C.UTF-8 --no-sync >"$dir/log" 2>&1 \
  || { echo "failed: $(tail -n 3 "$dir/log" | tr '\n' ' ')"; exit 1; }
"$BIN/postgres" -D "$dir/data" -k "$dir" -c listen_addresses= -c fsync=off -c full_page_writes=off \
  -c synchronous_commit=off -c max_connections=400 -c shared_buffers=64MB >>"$dir/log" 2>&1 </dev/null &
pid=$!
for _ in $(seq 300); do
  if "$BIN/pg_isready" -q -h "$dir" -U hoshizu -d postgres; then echo "ready: $dir"; break; fi
  kill -0 $pid 2>/dev/null || { echo "failed: $(tail -n 3 "$dir/log" | tr '\n' ' ')"; exit 1; }
  sleep 0.1
done
cat >/dev/null
"#;

struct Server {
    bin: PathBuf,
    folder: String,
    /// Held for its standard input.
    _shell: Child,
}

static SERVER: OnceLock<Result<Server, String>> = OnceLock::new();
static DATABASES: AtomicU32 = AtomicU32::new(0);

/// The newest PostgreSQL of Debian's layout.
fn binaries() -> Option<PathBuf> {
    let versions = std::fs::read_dir("/usr/lib/postgresql").ok()?;
    versions
        .filter_map(|entry| Some(entry.ok()?.path().join("bin")))
        .filter(|bin| bin.join("initdb").is_file() && bin.join("postgres").is_file())
        .max_by_key(|bin| {
            let version =
                bin.parent().and_then(|folder| folder.file_name()).map(std::ffi::OsStr::to_os_string);
            version.and_then(|name| name.to_str()?.parse::<u32>().ok()).unwrap_or(0)
        })
}

/// PostgreSQL refuses to run as root, so root becomes `postgres`.
fn unprivileged() -> Command {
    let root = Command::new("id").arg("-u").output().is_ok_and(|id| id.stdout.trim_ascii() == b"0");
    if root {
        let mut command = Command::new("runuser");
        command.args(["-u", "postgres", "--", "sh"]);
        command
    } else {
        Command::new("sh")
    }
}

fn start() -> Result<Server, String> {
    let bin = binaries()
        .ok_or("no PostgreSQL under /usr/lib/postgresql/*/bin (Debian: apt-get install postgresql)")?;
    let mut shell = unprivileged()
        .arg("-c")
        .arg(SCRIPT)
        .env("BIN", &bin)
        .current_dir("/")
        // Ctrl-C and time-outs reach a whole group; the server is to end by its pipe, in order.
        .process_group(0)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::inherit())
        .spawn()
        .map_err(|error| format!("PostgreSQL cannot be started: {error}"))?;
    let mut line = String::new();
    if let Some(output) = shell.stdout.take() {
        let _ = BufReader::new(output).read_line(&mut line);
    }
    match line.trim().strip_prefix("ready: ") {
        Some(folder) => Ok(Server { bin, folder: folder.to_owned(), _shell: shell }),
        None => Err(format!("PostgreSQL did not start: {}", line.trim())),
    }
}

/// The address of a new empty database; `None` when [`SKIP`] is set. Fails where PostgreSQL is missing: half of the
/// store would otherwise go untested unseen.
///
/// # Panics
/// Where PostgreSQL is missing or does not start.
pub fn fresh_database() -> Option<String> {
    if std::env::var(SKIP).is_ok_and(|value| value == "1") {
        eprintln!("skipped: PostgreSQL ({SKIP}=1)");
        return None;
    }
    let server = match SERVER.get_or_init(start) {
        Ok(server) => server,
        Err(why) => {
            assert!(why.is_empty(), "{why}; or set {SKIP}=1 to skip the tests that need it");
            return None;
        }
    };
    let name = format!("test_{}", DATABASES.fetch_add(1, Ordering::SeqCst));
    let made = Command::new(server.bin.join("createdb"))
        .args(["-h", &server.folder, "-U", "hoshizu", &name])
        .status()
        .is_ok_and(|status| status.success());
    assert!(made, "database {name} could not be made");
    Some(format!("postgres://hoshizu@localhost/{name}?host={}", server.folder))
}
