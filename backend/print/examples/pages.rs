//! Writes every kind of page into a folder, to be looked at: `cargo run -p hoshizu-print --example pages FOLDER`.

mod samples;

use hoshizu_catalog::survey::Asked;
use hoshizu_print::{Fonts, SheetDocument, nurse_sheet, reminders, sheets};
use std::{error::Error, fs, path::PathBuf};

fn main() -> Result<(), Box<dyn Error>> {
    let folder = PathBuf::from(std::env::args().nth(1).ok_or("name a folder")?);
    fs::create_dir_all(&folder)?;
    let fonts = Fonts::load(None)?;
    let two = Asked { frequency: false, ..Asked::default() };
    let bare = SheetDocument { map: None, asked: two, ..samples::sheet(60) };
    for (name, document) in [
        ("sheet-12", samples::sheet(12)),
        ("sheet-40", samples::sheet(40)),
        ("sheet-80", samples::sheet(80)),
        ("stars-40", samples::only_stars(40)),
        ("stars-80", samples::only_stars(80)),
        ("bare-60", bare),
    ] {
        fs::write(folder.join(format!("{name}.pdf")), sheets(&[document], &fonts)?)?;
    }
    fs::write(folder.join("reminder.pdf"), reminders(&[samples::reminder()], &fonts)?)?;
    for desks in [8, 24, 36] {
        let sheet = nurse_sheet(&samples::nurse_sheet(desks), &fonts)?;
        fs::write(folder.join(format!("nurses-{desks}.pdf")), sheet)?;
    }
    Ok(())
}
