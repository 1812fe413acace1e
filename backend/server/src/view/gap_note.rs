//! Notes and decisions of a council on fields of its matrix, as the API shows and takes them.

use hoshizu_catalog::{
    day::Day,
    gap_note::{Action, Kind},
};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

/// A note or decision of a council.
#[derive(Debug, Serialize, ToSchema)]
pub struct GapNoteView {
    /// Identity.
    pub id: Uuid,
    /// Code of the area.
    pub area: String,
    /// Its name.
    pub area_name: String,
    /// Code of the column, such as `service:care-430`.
    pub column: String,
    /// `note` or `decision`.
    pub kind: String,
    /// What it says.
    pub text: String,
    /// Until when something is to be done.
    pub until: Option<String>,
    /// `open` or `resolved`.
    pub state: String,
    /// Every step, oldest first.
    pub steps: Vec<GapNoteStep>,
    /// Whether its day has passed and it is open.
    pub overdue: bool,
    /// Whether you may write to it.
    pub may_write: bool,
}

/// A step in the life of a note.
#[derive(Debug, Serialize, ToSchema)]
pub struct GapNoteStep {
    /// `written`, `changed`, `resolved`, `reopened`.
    pub action: String,
    /// What it said from then on, or how it was resolved.
    pub text: String,
    /// Until when, from then on.
    pub until: Option<String>,
    /// Name of who did it.
    pub by: String,
    /// When (RFC 3339).
    pub at: String,
}

/// Notes of an area and of the areas inside it.
#[derive(Debug, Serialize, ToSchema)]
pub struct GapNoteList {
    /// Open ones first, those due soonest before the others; then resolved ones, the newest first.
    pub items: Vec<GapNoteView>,
    /// Whether you may add one.
    pub may_write: bool,
}

/// A note to write.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct GapNoteInput {
    /// Code of the area.
    pub area: String,
    /// Code of the column.
    pub column: String,
    /// `note` or `decision`.
    pub kind: String,
    /// What it says.
    pub text: String,
    /// Until when something is to be done, as 2026-04-01.
    #[serde(default)]
    pub until: Option<String>,
}

/// A step to add to a note.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct GapNoteChange {
    /// `changed`, `resolved` or `reopened`.
    pub action: String,
    /// What it says from then on; of one resolved or reopened how or why, and may be empty.
    #[serde(default)]
    pub text: String,
    /// Until when, from then on.
    #[serde(default)]
    pub until: Option<String>,
    /// Steps the writer saw: another number is refused, somebody else has written since.
    pub seen: usize,
}

/// Characters of a note at most.
const MOST: usize = 2_000;

/// The field and what is wrong with it.
pub type Fault = (&'static str, String);

/// What was read of an input.
pub struct Words {
    /// Trimmed.
    pub text: String,
    /// A day.
    pub until: Option<Day>,
}

fn words(text: &str, until: Option<&str>, may_be_empty: bool) -> Result<Words, Fault> {
    let text = text.trim();
    let length = text.chars().count();
    if length > MOST || (length == 0 && !may_be_empty) {
        return Err(("text", format!("1 to {MOST} characters")));
    }
    let day =
        |text: &str| Day::parse(text).ok_or_else(|| ("until", format!("{text:?} is no day as 2026-04-01")));
    Ok(Words { text: text.to_owned(), until: until.filter(|text| !text.is_empty()).map(day).transpose()? })
}

impl GapNoteInput {
    /// Its kind and words; an error names the field.
    pub fn read(&self) -> Result<(Kind, Words), Fault> {
        let kind = Kind::from_code(&self.kind).ok_or(("kind", format!("unknown kind {:?}", self.kind)))?;
        Ok((kind, words(&self.text, self.until.as_deref(), false)?))
    }
}

impl GapNoteChange {
    /// What is done and its words; an error names the field.
    pub fn read(&self) -> Result<(Action, Words), Fault> {
        let action = Action::from_code(&self.action).filter(|action| *action != Action::Written);
        let action = action.ok_or(("action", format!("unknown action {:?}", self.action)))?;
        Ok((action, words(&self.text, self.until.as_deref(), action != Action::Changed)?))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_note_says_something_and_a_resolution_need_not() {
        let change = |action: &str, text: &str| GapNoteChange {
            action: action.to_owned(),
            text: text.to_owned(),
            until: None,
            seen: 1,
        };
        assert!(change("resolved", " ").read().is_ok());
        assert_eq!(change("changed", " ").read().err().map(|(field, _)| field), Some("text"));
        assert_eq!(change("written", "x").read().err().map(|(field, _)| field), Some("action"));
    }
}
