//! Measures printing: 1,000 sheets of 60 rows, as one PDF for each 25 and as one for each sheet; one sheet alone; 200
//! sheets with nothing but ☆; 500 letters; the nurse desks of a town. Run by `scripts/bench print`.

mod samples;

use hoshizu_print::{Fonts, SheetDocument, nurse_sheet, reminders, sheet_files, sheets};
use std::{error::Error, io::Write as _, time::Instant};

const SHEETS: usize = 1_000;
const ROWS: usize = 60;

fn main() -> Result<(), Box<dyn Error>> {
    let mut out = std::io::stdout().lock();
    let fonts = Fonts::load(None)?;
    let documents: Vec<SheetDocument> = (0..SHEETS)
        .map(|index| SheetDocument {
            office_name: format!("居宅介護支援事業所 第{index}"),
            url: format!("{}{index}", samples::URL),
            ..samples::sheet(ROWS)
        })
        .collect();
    let begun = Instant::now();
    let bytes = sheets(&documents[..1], &fonts)?.len();
    writeln!(out, "one sheet of {ROWS} rows, cold: {:?}, {} KB", begun.elapsed(), bytes / 1024)?;
    for each in [25, 1] {
        let begun = Instant::now();
        let mut bytes = 0;
        for file in sheet_files(&documents, each, &fonts) {
            bytes += file?.len();
        }
        writeln!(
            out,
            "{SHEETS} sheets of {ROWS} rows, {each} a PDF: {:.1} s, {} MB",
            begun.elapsed().as_secs_f64(),
            bytes / 1_048_576
        )?;
    }
    let stars = vec![samples::only_stars(ROWS); 200];
    let begun = Instant::now();
    let bytes = sheets(&stars, &fonts)?.len();
    writeln!(
        out,
        "200 sheets with ☆ only in one PDF: {:.1} s, {} KB",
        begun.elapsed().as_secs_f64(),
        bytes / 1024
    )?;
    let letters = vec![samples::reminder(); 500];
    let begun = Instant::now();
    let bytes = reminders(&letters, &fonts)?.len();
    writeln!(out, "500 letters in one PDF: {:.1} s, {} KB", begun.elapsed().as_secs_f64(), bytes / 1024)?;
    let begun = Instant::now();
    let bytes = nurse_sheet(&samples::nurse_sheet(24), &fonts)?.len();
    writeln!(out, "nurse desks of a town: {:?}, {} KB", begun.elapsed(), bytes / 1024)?;
    Ok(())
}
