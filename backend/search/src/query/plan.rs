//! A query understood: clauses that must all hold, each with several ways to hold.

use super::needle::Word;
use crate::{answer::Interpretation, places::Extent};

/// One thing a document may have.
#[derive(Debug, Clone)]
pub(crate) enum Part {
    /// A word in its text.
    Word(Word),
    /// Any of these services.
    Services(u128),
    /// A place in these areas.
    Place(Extent),
    /// A number or telephone: terms it may begin with, and what that is worth.
    Digits(Vec<String>, u32),
}

/// Things a document must have all of.
pub(crate) type Arm = Vec<Part>;

/// Ways for one word of the query to hold; one suffices.
pub(crate) type Clause = Vec<Arm>;

/// A query understood.
#[derive(Debug, Clone, Default)]
pub(crate) struct Plan {
    /// All must hold.
    pub clauses: Vec<Clause>,
    /// The whole query as one word, which may match a name whatever the clauses say.
    pub whole: Option<Word>,
    /// Middle of the one area named: nearer offices come first among equals.
    pub center: Option<(f64, f64)>,
    /// The words without those that name a place.
    pub without_place: String,
    /// The words without those that name a service.
    pub without_service: String,
    /// How the words were understood.
    pub interpretation: Interpretation,
}

impl Plan {
    /// Every word searched as text, for highlights.
    pub(crate) fn words(&self) -> impl Iterator<Item = &Word> {
        let parts = self.clauses.iter().flatten().flatten().filter_map(|part| match part {
            Part::Word(word) => Some(word),
            _ => None,
        });
        parts.chain(&self.whole)
    }
}
