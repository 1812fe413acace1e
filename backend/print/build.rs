//! Puts `BIZ UDGothic` into the program when this machine has it: the fonts are no part of the repository.
//!
//! Looked for in the folder that `HOSHIZU_FONTS` names, else where Debian's package puts them. Found none, the program
//! is built without, and looks for them when it runs.

use std::{env, fs, path::Path, process::Command};

/// What is embedded: one family in both weights, 9 MB.
const FILES: [&str; 2] = ["BIZUDGothic-Regular.ttf", "BIZUDGothic-Bold.ttf"];
const PACKAGE: &str = "fonts-morisawa-bizud-gothic";

/// Every file of the package, as the package manager tells it.
fn packaged() -> Vec<String> {
    let listed = Command::new("dpkg").args(["-L", PACKAGE]).output();
    let listed =
        listed.map(|output| String::from_utf8_lossy(&output.stdout).into_owned()).unwrap_or_default();
    listed.lines().map(str::to_owned).collect()
}

fn find(folder: Option<&str>, packaged: &[String], name: &str) -> Option<String> {
    let named = folder.map(|folder| Path::new(folder).join(name)).filter(|path| path.is_file());
    let named = named.and_then(|path| path.canonicalize().ok()).map(|path| path.display().to_string());
    named.or_else(|| packaged.iter().find(|path| path.ends_with(&format!("/{name}"))).cloned())
}

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-env-changed=HOSHIZU_FONTS");
    let folder = env::var("HOSHIZU_FONTS").ok();
    let packaged = packaged();
    let found: Vec<String> =
        FILES.iter().filter_map(|name| find(folder.as_deref(), &packaged, name)).collect();
    // Half a family would print headings in nothing.
    let embedded = if found.len() == FILES.len() { found } else { Vec::new() };
    for path in &embedded {
        println!("cargo::rerun-if-changed={path}");
    }
    if embedded.is_empty() {
        println!(
            "cargo::warning=BIZ UDGothic was not found and is not built in: install {PACKAGE}, or name its folder in HOSHIZU_FONTS"
        );
        // Asked again as soon as the package is there; where there are no packages, a file that is absent would have
        // everything built anew each time.
        let packages = Path::new("/var/lib/dpkg/status");
        if packages.exists() {
            println!("cargo::rerun-if-changed={}", packages.display());
        }
    }
    let files: String = embedded.iter().map(|path| format!("include_bytes!({path:?}),")).collect();
    let out = Path::new(&env::var("OUT_DIR").expect("cargo names OUT_DIR")).join("embedded.rs");
    fs::write(out, format!("pub static EMBEDDED: &[&[u8]] = &[{files}];\n")).expect("OUT_DIR can be written");
}
