//! The same offices and questions for SQLite and PostgreSQL: folded text with trigrams, total, facets, first twenty.

pub mod postgres;
pub mod sqlite;

use hoshizu_catalog::{fold, taxonomy::ServiceType};
use hoshizu_search::{Document, Query};

/// Hits a page.
pub const PAGE: usize = 20;

/// What a peer answers; the cards are read, as a page needs them.
#[derive(Debug, Default)]
pub struct Reply {
    pub total: u64,
    pub cards: usize,
}

/// A search engine beside ours.
pub trait Peer {
    fn name(&self) -> String;
    fn ask(&mut self, class: &str, query: &Query) -> Result<Reply, Box<dyn std::error::Error>>;
}

/// Everything that can be searched, folded with our own functions: the peers get our folding for nothing.
pub fn body(document: &Document) -> String {
    let services = document.services.iter().filter_map(|s| ServiceType::from_index(*s));
    let services: String = services.map(|s| format!(" {}", fold::text(&s.definition().ja))).collect();
    format!(
        "{} {} {} {}{services}",
        fold::text(&document.name),
        document.kana.as_deref().map(fold::reading_key).unwrap_or_default(),
        document.organization.as_deref().map(fold::text).unwrap_or_default(),
        fold::address(&document.address),
    )
}

/// The words of a query, folded; words with numerals in address form.
pub fn words(q: &str) -> Vec<String> {
    let folded = |word: &str| {
        if word.contains("丁目") { fold::address(word) } else { fold::text(word) }
    };
    q.split_whitespace().map(folded).filter(|word| !word.is_empty()).collect()
}

/// West, south, east, north of the box around a circle, degrees.
pub fn around(near: (f64, f64), radius_m: f64) -> [f64; 4] {
    let high = radius_m / 111_195.0;
    let wide = high / near.0.to_radians().cos();
    [near.1 - wide, near.0 - high, near.1 + wide, near.0 + high]
}
