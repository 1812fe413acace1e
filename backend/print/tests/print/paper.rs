//! Reads PDFs back with poppler and a QR decoder: as a person, a FAX machine and a telephone would.

use hoshizu_print::Fonts;
use std::{
    fs,
    path::Path,
    process::{Command, Stdio},
};

/// Fonts and poppler, or nothing, said aloud: not every machine that builds has them.
pub fn fonts() -> Option<Fonts> {
    let poppler = Command::new("pdftotext").arg("-v").stderr(Stdio::null()).status();
    if poppler.is_err() {
        eprintln!("skipped: pdftotext is not installed (Debian: poppler-utils)");
        return None;
    }
    Fonts::load(None).inspect_err(|error| eprintln!("skipped: {error}")).ok()
}

fn run(program: &str, arguments: &[&str], pdf: &[u8], folder: &Path) -> Vec<u8> {
    let file = folder.join("it.pdf");
    fs::write(&file, pdf).unwrap();
    let file = file.display().to_string();
    let arguments: Vec<&str> =
        arguments.iter().map(|part| if *part == "PDF" { &file } else { *part }).collect();
    let output = Command::new(program).args(&arguments).current_dir(folder).output().unwrap();
    assert!(output.status.success(), "{program}: {}", String::from_utf8_lossy(&output.stderr));
    output.stdout
}

fn text_of(pdf: &[u8], arguments: &[&str]) -> String {
    let folder = tempfile::tempdir().unwrap();
    String::from_utf8(run("pdftotext", arguments, pdf, folder.path())).unwrap()
}

/// The text of each page in the order it is drawn.
pub fn pages(pdf: &[u8]) -> Vec<String> {
    let text = text_of(pdf, &["-raw", "PDF", "-"]);
    text.trim_end_matches('\u{c}').split('\u{c}').map(str::to_owned).collect()
}

/// Text without white space: where lines break is a matter of looks.
pub fn dense(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}

/// The smallest height of a word, points.
pub fn smallest(pdf: &[u8]) -> f64 {
    let text = text_of(pdf, &["-bbox", "PDF", "-"]);
    let side = |line: &str, name: &str| -> f64 {
        line.split(&format!("{name}=\"")).nth(1).unwrap().split('"').next().unwrap().parse().unwrap()
    };
    let words = text.lines().filter(|line| line.trim_start().starts_with("<word "));
    words.map(|line| side(line, "yMax") - side(line, "yMin")).fold(f64::MAX, f64::min)
}

/// A raster of one page: width, height, and its bytes.
pub struct Raster {
    pub width: usize,
    pub height: usize,
    pub bytes: Vec<u8>,
}

/// Every page as poppler rasters it, read from its PBM or PPM.
fn raster(pdf: &[u8], arguments: &[&str]) -> Vec<Raster> {
    let folder = tempfile::tempdir().unwrap();
    run("pdftoppm", &[arguments, &["PDF", "page"]].concat(), pdf, folder.path());
    let mut files: Vec<_> = fs::read_dir(folder.path()).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.retain(|path| path.file_stem().unwrap().to_string_lossy().starts_with("page"));
    files.sort();
    files.iter().map(|path| parse(&fs::read(path).unwrap())).collect()
}

/// A header of the kind, width and height (and depth, in colour), then bytes.
fn parse(file: &[u8]) -> Raster {
    let words = if file.starts_with(b"P4") { 3 } else { 4 };
    let (mut at, mut header) = (0, Vec::new());
    while header.len() < words {
        let end = at + file[at..].iter().position(u8::is_ascii_whitespace).unwrap();
        header.push(String::from_utf8(file[at..end].to_vec()).unwrap());
        at = end + 1;
    }
    let number = |index: usize| header[index].parse().unwrap();
    Raster { width: number(1), height: number(2), bytes: file[at..].to_vec() }
}

/// Every page in colour at 200 dpi, with hard edges.
pub fn colours(pdf: &[u8]) -> Vec<Raster> {
    raster(pdf, &["-r", "200", "-aa", "no", "-aaVector", "no"])
}

/// What a telephone reads from the QR code of each page after a FAX of this many dots an inch down the page.
pub fn codes(pdf: &[u8], down: u32) -> Vec<Vec<String>> {
    let down = down.to_string();
    let pages = raster(pdf, &["-rx", "204", "-ry", &down, "-mono"]);
    pages.iter().map(decode).collect()
}

fn decode(page: &Raster) -> Vec<String> {
    let row = page.width.div_ceil(8);
    let black = |x: usize, y: usize| page.bytes[y * row + x / 8] >> (7 - x % 8) & 1 == 1;
    let shade = |x: usize, y: usize| if black(x, y) { 0 } else { 255 };
    let mut image = rqrr::PreparedImage::prepare_from_greyscale(page.width, page.height, shade);
    image.detect_grids().iter().filter_map(|grid| grid.decode().ok()).map(|(_, text)| text).collect()
}
