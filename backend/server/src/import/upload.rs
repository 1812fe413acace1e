//! Uploaded files on their way to disk.

use crate::http::problem::{Problem, Result};
use axum::extract::{Multipart, multipart::Field};
use std::path::{Path, PathBuf};
use tokio::io::AsyncWriteExt as _;

/// Files of one upload; archives count once.
const MAX_FILES: usize = 100;

/// Saves every file of the form below `folder`, each in a folder of its own so that equal names do not meet.
pub async fn save(mut form: Multipart, folder: &Path) -> Result<Vec<PathBuf>> {
    let mut saved = Vec::new();
    while let Some(field) = form.next_field().await.map_err(|error| form_problem(&error))? {
        let Some(name) = field.file_name().map(safe_name) else { continue };
        if saved.len() == MAX_FILES {
            return Err(Problem::too_large(format!("more than {MAX_FILES} files in one upload")));
        }
        let place = folder.join(saved.len().to_string());
        tokio::fs::create_dir_all(&place).await.map_err(|error| Problem::internal(&error))?;
        let path = place.join(name);
        write(field, &path).await?;
        saved.push(path);
    }
    if saved.is_empty() {
        return Err(Problem::invalid("file", "no file in the form"));
    }
    Ok(saved)
}

async fn write(mut field: Field<'_>, path: &Path) -> Result<()> {
    let mut file = tokio::fs::File::create(path).await.map_err(|error| Problem::internal(&error))?;
    while let Some(chunk) = field.chunk().await.map_err(|error| form_problem(&error))? {
        file.write_all(&chunk).await.map_err(|error| Problem::internal(&error))?;
    }
    file.flush().await.map_err(|error| Problem::internal(&error))
}

fn form_problem(error: &axum::extract::multipart::MultipartError) -> Problem {
    if error.status() == axum::http::StatusCode::PAYLOAD_TOO_LARGE {
        Problem::too_large(error.body_text())
    } else {
        Problem::invalid("file", error.body_text())
    }
}

/// The last part of a name, without what a file system or a terminal could misread; its extension tells the reader
/// nothing it trusts, but an edition may stand in it.
fn safe_name(name: &str) -> String {
    let last = name.rsplit(['/', '\\']).next().unwrap_or_default();
    let plain: String =
        last.chars().filter(|c| c.is_alphanumeric() || matches!(c, '.' | '_' | '-' | ' ')).collect();
    let plain: String = plain.trim_start_matches('.').chars().take(100).collect();
    if plain.is_empty() { "upload".to_owned() } else { plain }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_cannot_leave_its_folder() {
        assert_eq!(safe_name("../../etc/passwd"), "passwd");
        assert_eq!(safe_name("C:\\x\\一覧 202503.csv"), "一覧 202503.csv");
        assert_eq!(safe_name("..\u{0}/.."), "upload");
    }
}
