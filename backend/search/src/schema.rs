//! Fields of the index and what is stored with a document.

use crate::{columns, document::Document, tokenizer::Grams};
use hoshizu_catalog::fold;
use std::ops::Range;
use tantivy::{
    IndexSettings, TantivyDocument, Term,
    schema::{Field, IndexRecordOption, Schema, TextFieldIndexing, TextOptions},
    store::Compressor,
    tokenizer::TokenizerManager,
};

/// Changes whenever older indexes must be rebuilt.
const LAYOUT: &str = "hoshizu-3";

/// The fields.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Fields {
    /// Bytes of the UUID; documents are deleted by it.
    pub id: Field,
    /// Bigrams of the folded text.
    pub grams: Field,
    /// `n…` office number, `p…` telephone, `r…` telephone backwards.
    pub digits: Field,
    /// Codes of further areas.
    pub areas: Field,
    /// `s…` strength, `a…` service that takes people and the day it said so, `c…` service that does or wants to be asked.
    pub tags: Field,
    /// What is returned: see [`Stored`].
    pub stored: Field,
    /// Record and folded text, kept by [`columns`].
    pub columns: Field,
}

/// The schema and its fields.
pub(crate) fn schema() -> (Schema, Fields) {
    let text = |tokenizer: &str| {
        TextOptions::default().set_indexing_options(
            TextFieldIndexing::default()
                .set_tokenizer(tokenizer)
                .set_index_option(IndexRecordOption::Basic)
                .set_fieldnorms(false),
        )
    };
    let mut builder = Schema::builder();
    let fields = Fields {
        id: builder.add_bytes_field("id", tantivy::schema::INDEXED),
        grams: builder.add_text_field("grams", text("grams")),
        digits: builder.add_text_field("digits", text("raw")),
        areas: builder.add_text_field("areas", text("raw")),
        tags: builder.add_text_field("tags", text("raw")),
        stored: builder.add_bytes_field("stored", tantivy::schema::STORED),
        columns: builder.add_custom_field("columns", LAYOUT, serde_json::Value::Null),
    };
    (builder.build(), fields)
}

/// Settings: small blocks, because a page reads 20 documents from 20 places.
pub(crate) fn settings() -> IndexSettings {
    IndexSettings {
        docstore_compression: Compressor::Lz4,
        docstore_blocksize: 4_096,
        ..IndexSettings::default()
    }
}

/// The tokenizers the schema names.
pub(crate) fn tokenizers() -> TokenizerManager {
    let manager = TokenizerManager::default();
    manager.register("grams", Grams::default());
    manager
}

/// The document as tantivy takes it.
pub(crate) fn tantivy_document(fields: &Fields, document: &Document) -> TantivyDocument {
    let (record, text) = columns::record::encode(document);
    let mut payload = Vec::with_capacity(columns::record::RECORD_LEN + text.len());
    record.write(&mut payload);
    payload.extend_from_slice(text.as_bytes());
    let mut out = TantivyDocument::new();
    out.add_bytes(fields.id, document.id.as_bytes());
    out.add_text(fields.grams, &text);
    for digits in digit_terms(document) {
        out.add_text(fields.digits, digits);
    }
    for area in &document.areas {
        out.add_text(fields.areas, area);
    }
    for tag in tag_terms(document) {
        out.add_text(fields.tags, tag);
    }
    out.add_bytes(fields.stored, &Stored::encode(document));
    out.add_custom(fields.columns, &payload);
    out
}

fn tag_terms(document: &Document) -> Vec<String> {
    let mut terms: Vec<String> = document.strengths.iter().map(|code| strength_term(code)).collect();
    for one in &document.available {
        terms.push(available_term(one.service, true, one.day));
        if !one.consult {
            terms.push(available_term(one.service, false, one.day));
        }
    }
    terms
}

fn strength_term(code: &str) -> String {
    format!("s{code}")
}

/// In the order of days, [`DAY_DIGITS`] reach to the year 2243.
fn available_term(service: u8, asked: bool, day: i32) -> String {
    format!("{}{service:03}:{:0DAY_DIGITS$}", if asked { 'c' } else { 'a' }, day.clamp(0, 99_999))
}

const DAY_DIGITS: usize = 5;

/// The term of offices with a strength.
pub(crate) fn strength_terms(code: &str) -> Range<String> {
    let term = strength_term(code);
    let end = format!("{term}\0");
    term..end
}

/// The terms of offices where a service has said since a day that it takes people, or with `asked` that it wants to be
/// asked.
pub(crate) fn available_terms(service: u8, asked: bool, since: i32) -> Range<String> {
    available_term(service, asked, since)..available_term(service, asked, i32::MAX)
}

fn digit_terms(document: &Document) -> Vec<String> {
    let mut terms: Vec<String> = document
        .numbers
        .iter()
        .map(|number| format!("n{}", fold::base(number).replace([' ', '-'], "")))
        .collect();
    for phone in &document.phones {
        let digits: String = fold::base(phone).chars().filter(char::is_ascii_digit).collect();
        if !digits.is_empty() {
            terms.push(format!("r{}", digits.chars().rev().collect::<String>()));
            terms.push(format!("p{digits}"));
        }
    }
    terms
}

/// The term that names one document.
pub(crate) fn id_term(fields: &Fields, id: uuid::Uuid) -> Term {
    Term::from_field_bytes(fields.id, id.as_bytes())
}

/// What a hit needs from the document store: the card, and the fields highlights point into.
pub(crate) struct Stored<'a> {
    pub name: &'a str,
    pub kana: &'a str,
    pub organization: &'a str,
    pub address: &'a str,
    pub card: &'a [u8],
}

impl<'a> Stored<'a> {
    fn encode(document: &Document) -> Vec<u8> {
        let mut out = Vec::with_capacity(document.card.len() + 256);
        let kana = document.kana.as_deref().unwrap_or_default();
        let organization = document.organization.as_deref().unwrap_or_default();
        for part in [&document.name, kana, organization, &document.address] {
            let part = &part.as_bytes()[..part.floor_char_boundary(usize::from(u16::MAX))];
            out.extend_from_slice(&(part.len() as u16).to_le_bytes());
            out.extend_from_slice(part);
        }
        out.extend_from_slice(&document.card);
        out
    }

    /// `None` when the bytes were not written by [`Stored::encode`].
    pub(crate) fn decode(bytes: &'a [u8]) -> Option<Self> {
        let mut rest = bytes;
        let mut next = || {
            let (len, after) = rest.split_first_chunk::<2>()?;
            let (part, after) = after.split_at_checked(usize::from(u16::from_le_bytes(*len)))?;
            rest = after;
            std::str::from_utf8(part).ok()
        };
        let (name, kana, organization, address) = (next()?, next()?, next()?, next()?);
        Some(Self { name, kana, organization, address, card: rest })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_stored_reads_back() {
        let document = Document {
            name: "ひまわり".into(),
            kana: Some("ひまわり".into()),
            address: "星見県".into(),
            card: b"{}".to_vec(),
            ..Document::default()
        };
        let bytes = Stored::encode(&document);
        let stored = Stored::decode(&bytes).unwrap();
        assert_eq!((stored.name, stored.organization, stored.card), ("ひまわり", "", b"{}".as_slice()));
        assert!(Stored::decode(&bytes[..5]).is_none());
    }

    #[test]
    fn telephones_are_indexed_forwards_and_backwards() {
        let document = Document {
            phones: vec!["072-841-1221".into()],
            numbers: vec!["27A0100019".into()],
            ..Document::default()
        };
        assert_eq!(digit_terms(&document), ["n27a0100019", "r1221148270", "p0728411221"]);
    }
}
