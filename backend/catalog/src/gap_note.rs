//! 協議会のメモ: what a council notes or decides about one field of its matrix of gaps, and what becomes of it.

use crate::{
    day::Day,
    id::{AccountId, GapNoteId},
};
use serde::{Deserialize, Serialize};
use time::OffsetDateTime;

/// What it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// メモ: something to bear in mind.
    Note,
    /// 決めたこと: somebody is to do something.
    Decision,
}

/// What was done to a note.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Action {
    /// 書いた.
    Written,
    /// 書き直した.
    Changed,
    /// 済みにした.
    Resolved,
    /// また開いた.
    Reopened,
}

macro_rules! codes {
    ($of:ident: $($variant:ident $code:literal),+) => {
        impl $of {
            /// The identifier used in the API and in the database.
            pub fn code(self) -> &'static str {
                match self { $(Self::$variant => $code),+ }
            }

            /// That with this identifier.
            pub fn from_code(code: &str) -> Option<Self> {
                match code { $($code => Some(Self::$variant),)+ _ => None }
            }
        }
    };
}

codes!(Kind: Note "note", Decision "decision");
codes!(Action: Written "written", Changed "changed", Resolved "resolved", Reopened "reopened");

/// One step of a note. Steps are only ever added.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Step {
    /// What was done.
    pub action: Action,
    /// What the note says from then on; of a note resolved or reopened, how or why, and may be empty.
    pub text: String,
    /// Until when something is to be done, from then on.
    pub until: Option<Day>,
    /// By whom; nothing when written by the program.
    pub by: Option<AccountId>,
    /// When.
    #[serde(with = "time::serde::rfc3339")]
    pub at: OffsetDateTime,
}

/// A note on a field of the matrix.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct GapNote {
    /// Identity.
    pub id: GapNoteId,
    /// Code of the area: the row.
    pub area: String,
    /// Code of the column, such as `service:care-430`.
    pub column: String,
    /// What it is.
    pub kind: Kind,
    /// Every step, oldest first; never empty.
    pub steps: Vec<Step>,
}

impl GapNote {
    /// What it says: the text of the last step that wrote one.
    pub fn text(&self) -> &str {
        let writes = |step: &&Step| matches!(step.action, Action::Written | Action::Changed);
        self.steps.iter().rev().find(writes).map_or("", |step| &step.text)
    }

    /// Until when something is to be done.
    pub fn until(&self) -> Option<Day> {
        self.steps.last().and_then(|step| step.until)
    }

    /// Whether it is still open.
    pub fn is_open(&self) -> bool {
        let settles = |step: &&Step| matches!(step.action, Action::Resolved | Action::Reopened);
        self.steps.iter().rev().find(settles).is_none_or(|step| step.action == Action::Reopened)
    }

    /// Whether it is open and its day has passed.
    pub fn is_overdue(&self, today: Day) -> bool {
        self.is_open() && self.until().is_some_and(|until| until < today)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use uuid::Uuid;

    fn step(action: Action, text: &str, until: Option<&str>) -> Step {
        Step {
            action,
            text: text.to_owned(),
            until: until.map(|day| Day::parse(day).unwrap()),
            by: None,
            at: OffsetDateTime::UNIX_EPOCH,
        }
    }

    fn note(steps: Vec<Step>) -> GapNote {
        let (id, kind) = (GapNoteId(Uuid::from_u128(1)), Kind::Decision);
        GapNote { id, area: "48201".to_owned(), column: "forum:council".to_owned(), kind, steps }
    }

    #[test]
    fn a_note_says_what_was_written_last_and_stays_resolved_when_rewritten() {
        let mut of = note(vec![step(Action::Written, "委員を頼む", Some("2026-05-01"))]);
        assert!(of.is_open() && of.is_overdue(Day::parse("2026-05-02").unwrap()));
        assert!(!of.is_overdue(Day::parse("2026-05-01").unwrap()), "the day itself is in time");
        of.steps.push(step(Action::Resolved, "お願いした", None));
        of.steps.push(step(Action::Changed, "委員を二人頼む", None));
        assert_eq!((of.text(), of.is_open(), of.until()), ("委員を二人頼む", false, None));
        of.steps.push(step(Action::Reopened, "", Some("2026-06-01")));
        assert_eq!((of.text(), of.is_open()), ("委員を二人頼む", true));
    }

    #[test]
    fn codes_are_those_of_serde() {
        for kind in [Kind::Note, Kind::Decision] {
            assert_eq!(Kind::from_code(kind.code()), Some(kind));
            assert_eq!(serde_json::to_string(&kind).unwrap(), format!("\"{}\"", kind.code()));
        }
        for action in [Action::Written, Action::Changed, Action::Resolved, Action::Reopened] {
            assert_eq!(Action::from_code(action.code()), Some(action));
            assert_eq!(serde_json::to_string(&action).unwrap(), format!("\"{}\"", action.code()));
        }
    }
}
