//! お願いの手紙: a page for those who have not answered yet.

use crate::{Fonts, PrintError, qr, world};
use hoshizu_catalog::survey::SheetCode;
use serde::Serialize;

/// One letter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReminderDocument {
    /// Title of the survey.
    pub title: String,
    /// 1 for the first wave.
    pub wave_number: u32,
    /// Day of the letter, as people write it.
    pub dated: String,
    /// Last day, as people write it.
    pub until: String,
    /// To whom.
    pub office_name: String,
    /// Code of the sheet.
    pub code: SheetCode,
    /// The personal link.
    pub url: String,
    /// The keeper's own words; may be empty.
    pub message: String,
    /// Whether some ☆ are saved already and only the end is missing.
    pub begun: bool,
    /// Who writes and answers questions, where paper is sent back to; one fact a line.
    pub contact: String,
}

#[derive(Serialize)]
struct View<'a> {
    title: &'a str,
    wave_number: u32,
    dated: &'a str,
    until: &'a str,
    office_name: &'a str,
    code: String,
    url: &'a str,
    qr: String,
    message: &'a str,
    begun: bool,
    contact: &'a str,
}

fn view(letter: &ReminderDocument) -> Result<View<'_>, PrintError> {
    Ok(View {
        title: &letter.title,
        wave_number: letter.wave_number,
        dated: &letter.dated,
        until: &letter.until,
        office_name: &letter.office_name,
        code: letter.code.grouped(),
        url: &letter.url,
        qr: qr::svg(&letter.url)?,
        message: &letter.message,
        begun: letter.begun,
        contact: &letter.contact,
    })
}

/// Letters one after the other in one PDF, a page each.
pub fn reminders(letters: &[ReminderDocument], fonts: &Fonts) -> Result<Vec<u8>, PrintError> {
    if letters.is_empty() {
        return Err(PrintError::Empty);
    }
    let views: Vec<View> = letters.iter().map(view).collect::<Result<_, _>>()?;
    world::print("reminder.typ", &views, world::Use::of(views.len()), fonts)
}
