//! Files as they are handed in: paths, folders, archives, uploads. Nothing is ever written to disk, so the names inside
//! an archive can harm nothing.

use crate::{Limits, OpenError, archive};
use std::{
    path::{Path, PathBuf},
    sync::Arc,
};

/// Where the outermost bytes are.
#[derive(Debug, Clone)]
pub(crate) enum Root {
    /// A file on disk.
    Disk(PathBuf),
    /// An upload.
    Memory(Arc<[u8]>),
}

/// One layer of packing, from the outside in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Layer {
    /// The member of a zip with this index.
    Zip(usize),
    /// A gzip stream.
    Gzip,
}

/// Where bytes are found: outermost file, then layers.
#[derive(Debug, Clone)]
pub(crate) struct Location {
    pub root: Root,
    pub layers: Vec<Layer>,
}

/// One data file, plain or inside an archive. Its bytes are loaded when asked for.
#[derive(Debug, Clone)]
pub struct SourceFile {
    /// How reports name it: `sfkopendata_202503_53.zip/csvdownload053.csv`.
    pub label: String,
    /// The file on disk, or the name of the upload.
    pub path: PathBuf,
    /// Size in bytes once expanded, as the archive states it.
    pub size: u64,
    /// Day the archive gives its member, `YYYY-MM-DD`.
    pub member_date: Option<String>,
    /// Day the file on disk was last changed, `YYYY-MM-DD` (UTC).
    pub file_date: Option<String>,
    pub(crate) location: Location,
    /// The `.dbf` beside a `.shp`.
    pub(crate) companion: Option<Location>,
    pub(crate) limits: Limits,
}

/// A file that was not taken for data.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Skipped {
    /// The file.
    pub label: String,
    /// Why: `not_data`, `empty`.
    pub reason: &'static str,
}

/// What was found under the given paths.
#[derive(Debug, Clone, Default)]
pub struct Opened {
    /// Data files, in the order of their names.
    pub files: Vec<SourceFile>,
    /// Files left aside.
    pub skipped: Vec<Skipped>,
}

impl SourceFile {
    /// The bytes of the file, unpacked.
    pub fn bytes(&self) -> Result<Vec<u8>, OpenError> {
        archive::load(&self.location, &self.label, &self.limits)
    }

    /// The attribute table beside a shapefile, `None` without one.
    pub(crate) fn companion_bytes(&self) -> Option<Result<Vec<u8>, OpenError>> {
        self.companion.as_ref().map(|place| archive::load(place, &self.label, &self.limits))
    }

    /// Name without folders: `csvdownload053.csv`.
    pub fn file_name(&self) -> &str {
        self.label.rsplit('/').next().unwrap_or(&self.label)
    }

    /// Extension in lower case, empty without one.
    pub(crate) fn extension(&self) -> String {
        extension(self.file_name())
    }
}

pub(crate) fn extension(name: &str) -> String {
    Path::new(name).extension().map(|e| e.to_string_lossy().to_lowercase()).unwrap_or_default()
}

/// Opens paths: folders are walked, archives opened (a zip inside a zip too), what is clearly no data is left aside.
///
/// # Errors
/// When a path cannot be read, an archive is broken or a limit is exceeded.
pub fn open(paths: &[PathBuf], limits: &Limits) -> Result<Opened, OpenError> {
    let mut opened = Opened::default();
    for path in paths {
        let name = path.file_name().map(|n| n.to_string_lossy().into_owned()).unwrap_or_default();
        walk(path, &name, limits, &mut opened)?;
    }
    Ok(opened)
}

/// Opens an upload. An archive yields one file a member.
///
/// # Errors
/// When the archive is broken or a limit is exceeded.
pub fn from_bytes(name: &str, bytes: Vec<u8>, limits: &Limits) -> Result<Opened, OpenError> {
    let label = name.rsplit(['/', '\\']).next().unwrap_or(name).to_owned();
    let mut opened = Opened::default();
    if bytes.len() as u64 > limits.file {
        return Err(OpenError::TooLarge { label, what: "bytes", limit: limits.file });
    }
    let bytes: Arc<[u8]> = bytes.into();
    let location = Location { root: Root::Memory(Arc::clone(&bytes)), layers: Vec::new() };
    archive::enter(
        &bytes,
        Found { label: &label, path: Path::new(&label), date: None },
        &location,
        limits,
        &mut opened,
    )?;
    pair_shapefiles(&mut opened.files);
    Ok(opened)
}

/// What is known of bytes before they are looked at.
#[derive(Clone, Copy)]
pub(crate) struct Found<'a> {
    pub label: &'a str,
    pub path: &'a Path,
    /// Day the file on disk was changed.
    pub date: Option<&'a str>,
}

fn walk(path: &Path, label: &str, limits: &Limits, opened: &mut Opened) -> Result<(), OpenError> {
    let io = |source| OpenError::Io { path: path.to_owned(), source };
    let about = std::fs::metadata(path).map_err(io)?;
    if about.is_dir() {
        let mut children: Vec<_> =
            std::fs::read_dir(path).map_err(io)?.collect::<Result<_, _>>().map_err(io)?;
        children.sort_by_key(std::fs::DirEntry::file_name);
        for child in children {
            // A link to a folder may lead back to where we are.
            let is_link = child.file_type().map_err(io)?.is_symlink();
            if is_link && child.path().is_dir() {
                continue;
            }
            let name = child.file_name().to_string_lossy().into_owned();
            walk(&child.path(), &format!("{label}/{name}"), limits, opened)?;
        }
        pair_shapefiles(&mut opened.files);
        return Ok(());
    }
    if is_no_data(label) {
        opened.skipped.push(Skipped { label: label.to_owned(), reason: "not_data" });
        return Ok(());
    }
    if opened.files.len() >= limits.files {
        return Err(OpenError::TooLarge {
            label: label.to_owned(),
            what: "files",
            limit: limits.files as u64,
        });
    }
    if about.len() > limits.file {
        return Err(OpenError::TooLarge { label: label.to_owned(), what: "bytes", limit: limits.file });
    }
    let date = about.modified().ok().map(|at| time::OffsetDateTime::from(at).date().to_string());
    let location = Location { root: Root::Disk(path.to_owned()), layers: Vec::new() };
    let bytes = std::fs::read(path).map_err(io)?;
    archive::enter(&bytes, Found { label, path, date: date.as_deref() }, &location, limits, opened)
}

/// Whether a name says that the file is no data: notes, licences, pictures, programs, parts of a shapefile that are
/// read with it or not needed.
pub(crate) fn is_no_data(label: &str) -> bool {
    const OTHER: [&str; 34] = [
        "md", "txt", "pdf", "html", "htm", "doc", "docx", "ppt", "pptx", "png", "jpg", "jpeg", "gif", "svg",
        "webp", "ico", "prj", "shx", "cpg", "qix", "sbn", "sbx", "qmd", "xml", "yml", "yaml", "toml", "py",
        "js", "ts", "sh", "exe", "sqlite", "db",
    ];
    let name = label.rsplit('/').next().unwrap_or(label);
    let stem = name.to_uppercase();
    name.starts_with('.')
        || label.contains("__MACOSX/")
        || matches!(stem.as_str(), "LICENSE" | "LICENCE" | "COPYING" | "README" | "NOTICE" | "MAKEFILE")
        || OTHER.contains(&extension(name).as_str())
}

/// Puts each `.dbf` beside the `.shp` of the same name and takes it out of the list.
pub(crate) fn pair_shapefiles(files: &mut Vec<SourceFile>) {
    let stem = |label: &str| label.rsplit_once('.').map(|(stem, _)| stem.to_owned());
    let tables: Vec<(String, Location)> = files
        .iter()
        .filter(|f| f.extension() == "dbf")
        .filter_map(|f| Some((stem(&f.label)?, f.location.clone())))
        .collect();
    for file in files.iter_mut().filter(|f| f.extension() == "shp" && f.companion.is_none()) {
        let wanted = stem(&file.label);
        file.companion = tables.iter().find(|(s, _)| Some(s) == wanted.as_ref()).map(|(_, at)| at.clone());
    }
    files.retain(|f| f.extension() != "dbf");
}
