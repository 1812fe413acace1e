//! The shape of the repository: who may use whom, what stands at the top, how long a file may be.
//!
//! Each rule is a function over names and texts, so that it is shown to fail on made-up offences too.

#[cfg(test)]
mod crates;
#[cfg(test)]
mod files;
#[cfg(test)]
mod page;

#[cfg(test)]
mod repository {
    use std::{fs, path::Path, process::Command};

    /// The root of the repository.
    pub fn root() -> &'static Path {
        Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("tests/ has a parent")
    }

    /// Every file that is or would be committed, relative to the root, `/` between folders. Without git (an unpacked
    /// archive) every file outside the folders that are built.
    pub fn files() -> Vec<String> {
        let listed = Command::new("git")
            .args(["ls-files", "-z", "--cached", "--others", "--exclude-standard"])
            .current_dir(root())
            .output();
        let mut files: Vec<String> = match listed {
            Ok(output) if output.status.success() => {
                let names = String::from_utf8(output.stdout).expect("file names in UTF-8");
                names.split('\0').filter(|name| !name.is_empty()).map(str::to_owned).collect()
            }
            _ => walk(root(), ""),
        };
        files.retain(|name| root().join(name).is_file());
        files
    }

    fn walk(folder: &Path, prefix: &str) -> Vec<String> {
        let entries =
            fs::read_dir(folder).expect("a readable folder").map(|entry| entry.expect("a readable entry"));
        entries
            .flat_map(|entry| {
                let name = entry.file_name().into_string().expect("a file name in UTF-8");
                let path = format!("{prefix}{name}");
                match entry.path().is_dir() {
                    true if ["target", "node_modules", "dist", ".git", "output"].contains(&name.as_str()) => {
                        Vec::new()
                    }
                    true => walk(&entry.path(), &format!("{path}/")),
                    false => vec![path],
                }
            })
            .collect()
    }

    /// What follows the last dot of a file's name, empty without one.
    pub fn ending(file: &str) -> &str {
        Path::new(file).extension().and_then(|ending| ending.to_str()).unwrap_or_default()
    }

    /// The text of a file, `None` for pictures and archives.
    pub fn text(name: &str) -> Option<String> {
        String::from_utf8(fs::read(root().join(name)).ok()?).ok()
    }
}
