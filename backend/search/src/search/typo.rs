//! Did you mean: the spelling in the index nearest to a word that is not there.

use crate::{
    Result,
    columns::record::Section,
    query::{
        needle::Word,
        plan::{Part, Plan},
    },
    snapshot::{Segment, Snapshot},
    tokenizer::grams_of,
};
use hoshizu_catalog::fold;
use std::collections::HashMap;

/// Offices compared letter by letter.
const COMPARED: usize = 250;
/// Posting entries read for one word; grams beyond are left out, the most frequent first.
const READ: usize = 200_000;
/// Characters of a word that is corrected.
const LENGTHS: std::ops::RangeInclusive<usize> = 3..=40;

/// The query with its misspelled words replaced, `None` when no word has a near neighbour.
pub(crate) fn corrected(snapshot: &Snapshot, q: &str, plan: &Plan) -> Result<Option<String>> {
    let mut replaced = q.to_owned();
    let mut changed = false;
    for clause in &plan.clauses {
        let [arm] = clause.as_slice() else { continue };
        let [Part::Word(word)] = arm.as_slice() else { continue };
        let Some(typed) = typed_as(q, word) else { continue };
        if let Some(better) = nearest(snapshot, word)? {
            replaced = replaced.replacen(typed, &better, 1);
            changed = true;
        }
    }
    Ok((changed && fold::text(&replaced) != fold::text(q)).then_some(replaced))
}

fn typed_as<'a>(q: &'a str, word: &Word) -> Option<&'a str> {
    q.split_whitespace().find(|typed| fold::text(typed) == word.folded)
}

/// How many slips a word of this length may have.
fn allowed(length: usize) -> usize {
    match length {
        0..=2 => 0,
        3..=5 => 1,
        6..=11 => 2,
        _ => 3,
    }
}

/// A similar stretch of some office's text.
struct Similar {
    slips: usize,
    segment: u32,
    doc: u32,
    section: Section,
    from: usize,
    to: usize,
}

fn nearest(snapshot: &Snapshot, word: &Word) -> Result<Option<String>> {
    let mut best: HashMap<Vec<char>, (usize, usize, Similar)> = HashMap::new();
    for needle in &word.needles {
        let letters: Vec<char> = needle.text.chars().collect();
        if !LENGTHS.contains(&letters.len()) {
            continue;
        }
        for segment in &snapshot.segments {
            for doc in sharing_most(snapshot, segment, &needle.text, letters.len())? {
                let Some((found, text)) = compare(segment, doc, &letters) else { continue };
                if found.slips == 0 {
                    return Ok(None);
                }
                let slips = found.slips;
                let entry = best.entry(text).or_insert((slips, 0, found));
                entry.1 += 1;
            }
        }
    }
    // Fewest slips, then the spelling most offices have, then any fixed order.
    let best = best.into_iter().min_by(|(a_text, a), (b_text, b)| {
        (a.0, usize::MAX - a.1, a_text).cmp(&(b.0, usize::MAX - b.1, b_text))
    });
    best.map(|(text, (.., similar))| as_written(snapshot, &similar, &text)).transpose()
}

/// Documents that share most grams with the word, at most [`COMPARED`].
fn sharing_most(snapshot: &Snapshot, segment: &Segment, needle: &str, length: usize) -> Result<Vec<u32>> {
    let field = snapshot.fields.grams;
    let grams = segment.gram_frequencies(field, &grams_of(needle))?;
    let (mut read, mut counted) = (0, 0);
    for (frequency, _) in grams.iter().filter(|(frequency, _)| *frequency > 0) {
        read += *frequency as usize;
        if read > READ && counted > 0 {
            break;
        }
        counted += 1;
    }
    // A slip spoils two pairs at most; pairs not read may all be there.
    let needed = grams.len().saturating_sub(2 * allowed(length)).saturating_sub(grams.len() - counted).max(1);
    let mut shared = vec![0_u8; segment.count() as usize];
    let mut reached = Vec::new();
    for (_, gram) in grams.iter().filter(|(frequency, _)| *frequency > 0).take(counted) {
        let Some(mut postings) = segment.gram_postings(field, gram)? else { continue };
        while postings.block_len() > 0 {
            for doc in postings.docs() {
                let count = &mut shared[*doc as usize];
                *count = count.saturating_add(1);
                if usize::from(*count) == needed {
                    reached.push(*doc);
                }
            }
            postings.advance();
        }
    }
    let mut by_count: Vec<Vec<u32>> = vec![Vec::new(); counted + 1];
    for doc in reached {
        let bucket = &mut by_count[usize::from(shared[doc as usize]).min(counted)];
        if bucket.len() < COMPARED {
            bucket.push(doc);
        }
    }
    let alive = by_count.into_iter().rev().flatten().filter(|doc| segment.is_alive(*doc));
    Ok(alive.take(COMPARED).collect())
}

/// The most similar stretch of a document's names, reading or organization, and its letters.
fn compare(segment: &Segment, doc: u32, letters: &[char]) -> Option<(Similar, Vec<char>)> {
    let file = &segment.columns.file;
    let limit = allowed(letters.len());
    let sections = [Section::Name, Section::Reading, Section::Organization];
    let mut best: Option<(Similar, Vec<char>)> = None;
    for section in sections {
        let text: Vec<char> = std::str::from_utf8(file.section(doc, section)).ok()?.chars().collect();
        let (slips, from, to) = most_similar(letters, &text);
        let better = best.as_ref().is_none_or(|(known, _)| slips < known.slips);
        if slips <= limit && from < to && better {
            let found = Similar { slips, segment: segment.ordinal, doc, section, from, to };
            best = Some((found, text[from..to].to_vec()));
        }
    }
    best
}

/// The stretch of the text with the smallest edit distance to the letters (Sellers 1980): distance, from, to.
fn most_similar(letters: &[char], text: &[char]) -> (usize, usize, usize) {
    // Row by row over the text; each cell keeps its distance and where its stretch begins.
    let mut column: Vec<(usize, usize)> = (0..=letters.len()).map(|slips| (slips, 0)).collect();
    let mut best = (letters.len(), 0, 0);
    for (at, c) in text.iter().enumerate() {
        let mut diagonal = column[0];
        column[0] = (0, at + 1);
        for (row, letter) in letters.iter().enumerate() {
            let above = column[row];
            let left = column[row + 1];
            let substituted = (diagonal.0 + usize::from(letter != c), diagonal.1);
            diagonal = left;
            column[row + 1] = substituted.min((left.0 + 1, left.1)).min((above.0 + 1, above.1));
        }
        let (slips, from) = column[letters.len()];
        if slips < best.0 {
            best = (slips, from, at + 1);
        }
    }
    best
}

/// The stretch as the office writes it, where it stands in the name; else as folded.
fn as_written(snapshot: &Snapshot, similar: &Similar, text: &[char]) -> Result<String> {
    let folded: String = text.iter().collect();
    if similar.section != Section::Name {
        return Ok(folded);
    }
    let (name, ..) = super::suggest::texts(snapshot, similar.segment, similar.doc)?;
    let (_, ranges) = fold::text_with_offsets(&name);
    let written = ranges
        .get(similar.from)
        .zip(ranges.get(similar.to - 1))
        .and_then(|((from, _), (_, to))| name.get(*from as usize..*to as usize));
    // The words of a query are told apart by blanks; a name with blanks stays one word.
    Ok(written.map_or(folded, |written| written.split_whitespace().collect()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn similar(word: &str, text: &str) -> (usize, String) {
        let (letters, text): (Vec<char>, Vec<char>) = (word.chars().collect(), text.chars().collect());
        let (slips, from, to) = most_similar(&letters, &text);
        (slips, text[from..to].iter().collect())
    }

    #[test]
    fn the_nearest_stretch_of_a_name_is_found() {
        assert_eq!(similar("ひまはり", "でいひまわり園"), (1, "ひまわり".into()));
        assert_eq!(similar("ひまわり", "ひまわり"), (0, "ひまわり".into()));
        assert_eq!(similar("訪門看護", "訪問看護ステーション"), (1, "訪問看護".into()));
        assert_eq!(similar("すてしょん", "すてーしょん"), (1, "すてーしょん".into()));
    }
}
