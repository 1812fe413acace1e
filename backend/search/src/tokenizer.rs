//! Bigrams over folded text, without positions: they only nominate documents, the text itself decides.

use tantivy::tokenizer::{Token, TokenStream, Tokenizer};

/// Stands between the sections of a document's folded text; no folded text holds it.
pub(crate) const SEPARATOR: char = '\u{1f}';

/// Every pair of neighbouring characters inside a section, and every single character of the first section (the
/// name), so that a query of one character finds names.
#[derive(Clone, Default)]
pub(crate) struct Grams {
    token: Token,
}

/// Stream of [`Grams`].
pub(crate) struct GramStream<'a> {
    token: &'a mut Token,
    rest: std::str::Chars<'a>,
    previous: char,
    single_next: Option<char>,
    in_name: bool,
}

impl Tokenizer for Grams {
    type TokenStream<'a> = GramStream<'a>;

    fn token_stream<'a>(&'a mut self, text: &'a str) -> GramStream<'a> {
        self.token.reset();
        GramStream {
            token: &mut self.token,
            rest: text.chars(),
            previous: SEPARATOR,
            single_next: None,
            in_name: true,
        }
    }
}

impl TokenStream for GramStream<'_> {
    fn advance(&mut self) -> bool {
        self.token.position = 0;
        self.token.text.clear();
        if let Some(single) = self.single_next.take() {
            self.token.text.push(single);
            return true;
        }
        for next in self.rest.by_ref() {
            let previous = std::mem::replace(&mut self.previous, next);
            if next == SEPARATOR {
                self.in_name = false;
                continue;
            }
            if previous != SEPARATOR {
                self.token.text.push(previous);
                self.token.text.push(next);
                self.single_next = self.in_name.then_some(next);
                return true;
            }
            if self.in_name {
                self.token.text.push(next);
                return true;
            }
        }
        false
    }

    fn token(&self) -> &Token {
        self.token
    }

    fn token_mut(&mut self) -> &mut Token {
        self.token
    }
}

/// The terms a needle must have in a document: its bigrams, or the one character it is.
pub(crate) fn grams_of(needle: &str) -> Vec<String> {
    let characters: Vec<char> = needle.chars().collect();
    if characters.len() < 2 {
        return characters.iter().map(char::to_string).collect();
    }
    let mut grams: Vec<String> = characters.windows(2).map(|pair| pair.iter().collect()).collect();
    grams.sort_unstable();
    grams.dedup();
    grams
}

#[cfg(test)]
mod tests {
    use super::*;

    fn terms(text: &str) -> Vec<String> {
        let mut tokenizer = Grams::default();
        let mut stream = tokenizer.token_stream(text);
        let mut terms = Vec::new();
        while stream.advance() {
            terms.push(stream.token().text.clone());
        }
        terms
    }

    #[test]
    fn pairs_never_cross_a_section_and_only_names_give_single_characters() {
        assert_eq!(terms("桜園a\u{1f}さくら"), ["桜", "桜園", "園", "園a", "a", "さく", "くら"]);
        assert!(terms("").is_empty());
        assert_eq!(terms("桜"), ["桜"]);
    }

    #[test]
    fn a_needle_asks_for_each_of_its_pairs_once() {
        assert_eq!(grams_of("ひまひま"), ["ひま", "まひ"]);
        assert_eq!(grams_of("桜"), ["桜"]);
        assert!(grams_of("").is_empty());
    }
}
