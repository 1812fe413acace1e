//! Works out what frequent words are worth before anybody asks for them.

use crate::{
    columns::{frequent::KEPT, record::Section},
    matching::bound::BoundClause,
    query::needle::{Scope, Word},
    snapshot::{Segment, Snapshot},
};
use hoshizu_catalog::{fold, taxonomy::ServiceType};
use std::collections::HashMap;

/// Segments below this many documents answer any word at once.
const LARGE: u32 = 50_000;
/// Names looked at to learn the words of a segment.
const SAMPLE: u32 = 20_000;
/// Share of the kept words worked out ahead; the others are learnt from what is asked.
const AHEAD: usize = KEPT.get() / 2;

/// Works out the frequent words of large segments. Errors only mean that a word is worked out when it is asked for.
pub(crate) fn warm(snapshot: &Snapshot) {
    for segment in snapshot.segments.iter().filter(|segment| segment.count() >= LARGE) {
        for text in frequent_words(segment) {
            let scopes = [Scope::All, Scope::Names];
            let is_service =
                hoshizu_catalog::synonyms::meaning(&text).is_some_and(|m| !m.services.is_empty());
            let Some(word) = Word::new(&text, scopes[usize::from(is_service)]) else { continue };
            let known = segment.columns.frequent.get(&word).is_some();
            if !known && let Ok(clause) = BoundClause::of_word(snapshot, segment, &word) {
                let _ = clause.candidates(segment, snapshot.fields.grams);
            }
        }
    }
}

/// Stretches of one script that many names and organizations hold, most frequent first; and the names of services.
fn frequent_words(segment: &Segment) -> Vec<String> {
    let step = (segment.count() / SAMPLE).max(1);
    let mut counts: HashMap<String, u32> = HashMap::new();
    for doc in (0..segment.count()).step_by(step as usize) {
        for section in [Section::Name, Section::Organization] {
            let text = segment.columns.file.section(doc, section);
            for run in runs(std::str::from_utf8(text).unwrap_or_default()) {
                *counts.entry(run.to_owned()).or_default() += 1;
            }
        }
    }
    for service in ServiceType::all() {
        *counts.entry(fold::text(&service.definition().ja)).or_default() += 1;
    }
    let mut words: Vec<(u32, String)> = counts.into_iter().map(|(word, count)| (count, word)).collect();
    words.sort_unstable_by(|a, b| b.cmp(a));
    words.into_iter().map(|(_, word)| word).filter(|word| word.chars().count() > 1).take(AHEAD).collect()
}

/// Stretches of kana, and of anything else.
fn runs(text: &str) -> impl Iterator<Item = &str> {
    let is_kana = |c: char| fold::is_kana(c.encode_utf8(&mut [0; 4]));
    let mut rest = text;
    std::iter::from_fn(move || {
        let kind = is_kana(rest.chars().next()?);
        let end = rest.find(|c| is_kana(c) != kind).unwrap_or(rest.len());
        let (run, after) = rest.split_at(end);
        rest = after;
        Some(run)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_falls_apart_where_the_script_changes() {
        assert_eq!(runs("訪問看護すてーしょん星").collect::<Vec<_>>(), ["訪問看護", "すてーしょん", "星"]);
        assert_eq!(runs("").count(), 0);
    }
}
