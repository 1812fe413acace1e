//! The review queue and what was decided in it.

use crate::view::card::Card;
use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;

/// A page of the review queue.
#[derive(Debug, Serialize, ToSchema)]
pub struct ReviewPage {
    /// Open items, oldest first.
    pub items: Vec<ReviewView>,
    /// Open items of the kind and area asked for.
    pub total: u64,
    /// Open items of the area by kind.
    pub kinds: Vec<ReviewKindCount>,
    /// Give it as `cursor` for the next page; `null` on the last.
    pub next_cursor: Option<String>,
}

/// How many items of a kind are open.
#[derive(Debug, Serialize, ToSchema)]
pub struct ReviewKindCount {
    /// Kind.
    pub kind: String,
    /// Open items.
    pub count: u64,
}

/// One question to a person.
#[derive(Debug, Serialize, ToSchema)]
pub struct ReviewView {
    /// Identity.
    pub id: Uuid,
    /// `match_candidate`, `duplicate`: may be the same office; `conflict`: official and local value differ;
    /// `suggestion`: somebody says what should stand; `closure`: somebody says that the office has closed.
    pub kind: String,
    /// `open`, or what was decided.
    pub state: String,
    /// When it was put (RFC 3339).
    pub created_at: String,
    /// The offices in question.
    pub offices: Vec<Card>,
    /// What the columns of `fields` hold: `office` (one for each), `current`, `suggested`, `local`, `official`.
    pub columns: Vec<&'static str>,
    /// Values side by side, field by field.
    pub fields: Vec<ComparedField>,
    /// Fields by which the question came up because they agree.
    pub agree: Vec<String>,
    /// Fields by which it is a question because they differ.
    pub differ: Vec<String>,
    /// Of a suggestion.
    pub suggestion: Option<SuggestionDetail>,
    /// What you may decide: `same`, `different`, `accept`, `reject`, `keep`, `official`. Empty for an item that touches
    /// an office outside your area.
    pub choices: Vec<&'static str>,
}

/// One field of an item.
#[derive(Debug, Serialize, ToSchema)]
pub struct ComparedField {
    /// Field.
    pub field: &'static str,
    /// A value a column, empty where there is none.
    pub values: Vec<String>,
    /// Whether the values mean the same; `null` where one is missing.
    pub agrees: Option<bool>,
}

/// What somebody suggests.
#[derive(Debug, Serialize, ToSchema)]
pub struct SuggestionDetail {
    /// Field; `other` where only the note says what is wrong.
    pub field: String,
    /// The value shown when it was suggested.
    pub old: String,
    /// The value suggested.
    pub new: String,
    /// Why.
    pub note: Option<String>,
    /// How to reach who suggests.
    pub contact: Option<String>,
    /// `visitor`, `letter`, `member`.
    pub from: String,
}

/// A decision taken.
#[derive(Debug, Serialize, ToSchema)]
pub struct DecisionView {
    /// Identity; give it to undo.
    pub id: Uuid,
    /// `merge`, `split`, `accept`, `reject`, `different`, `keep`, `official`, `restore`.
    pub action: String,
    /// The item it answered.
    pub item: Option<Uuid>,
    /// Names of the offices it touched that are there now.
    pub offices: Vec<OfficeName>,
    /// When (RFC 3339).
    pub at: String,
    /// When it was taken back.
    pub undone_at: Option<String>,
}

/// An office by its name.
#[derive(Debug, Serialize, ToSchema)]
pub struct OfficeName {
    /// Identity.
    pub id: Uuid,
    /// Name.
    pub name: String,
}

/// The newest decisions.
#[derive(Debug, Serialize, ToSchema)]
pub struct DecisionList {
    /// Newest first.
    pub items: Vec<DecisionView>,
}

/// What was decided.
#[derive(Debug, Serialize, ToSchema)]
pub struct Decided {
    /// The decision, to undo it.
    pub decision: Uuid,
    /// The office that now stands, or the new one of a split.
    pub office: Option<Uuid>,
}

/// What undoing came to.
#[derive(Debug, Serialize, ToSchema)]
pub struct UndoView {
    /// Whether it was taken back.
    pub undone: bool,
    /// What has changed since and bars it: `service`, `correction.phone`, `review_item`, ….
    pub changed: Vec<String>,
}
