//! Completions while typing: areas, services, names and organizations that begin with what stands there.

use crate::{
    Index, Result,
    answer::{Suggestion, SuggestionKind},
    columns::{file::Order, record::Section},
    places::Places,
    query::Query,
    schema::Stored,
    snapshot::{Segment, Snapshot},
};
use hoshizu_catalog::{fold, synonyms, taxonomy::ServiceType};
use std::collections::HashSet;
use tantivy::{DocAddress, TantivyDocument, schema::Value as _};
use uuid::Uuid;

const DEFAULT_LIMIT: usize = 8;
const MAX_LIMIT: usize = 20;
/// Documents looked at behind one beginning: many offices share a name.
const LOOKED_AT: usize = 400;
/// Characters of what is typed that are read.
const MAX_CHARACTERS: usize = 60;

impl Index {
    /// Completions of what is being typed; `limit` 0 for 8, at most 20. Areas and services first, then offices and
    /// organizations by name or reading (kana, romaji).
    pub fn suggest(&self, q: &str, limit: usize) -> Result<Vec<Suggestion>> {
        let typed: String = q.trim().chars().take(MAX_CHARACTERS).collect();
        let folded = fold::text(&typed);
        if folded.is_empty() {
            return Ok(Vec::new());
        }
        let limit = if limit == 0 { DEFAULT_LIMIT } else { limit.min(MAX_LIMIT) };
        let beginning = Beginning::new(&typed, folded);
        let snapshot = self.snapshot.load_full();
        let places = self.places.load();
        let half = limit.div_ceil(2);
        let mut out = areas(&places, &beginning, limit.div_ceil(4));
        out.extend(services(&beginning, half.saturating_sub(out.len()).max(1)));
        out.truncate(half);
        let mut names = Names { snapshot: &snapshot, seen: HashSet::new(), out };
        names.offices(&beginning, limit - limit / 4)?;
        names.organizations(&beginning, limit)?;
        names.offices(&beginning, limit)?;
        let mut out = names.out;
        if out.len() < limit {
            self.inside_names(&typed, limit, &mut out)?;
        }
        Ok(out)
    }

    /// Names that hold the words further inside, by an ordinary search.
    fn inside_names(&self, typed: &str, limit: usize, out: &mut Vec<Suggestion>) -> Result<()> {
        if typed.chars().count() < 2 {
            return Ok(());
        }
        let query = Query { q: typed.to_owned(), limit, ..Query::default() };
        let snapshot = self.snapshot.load_full();
        for (id, stored) in self.first_names(&snapshot, &query)? {
            let known = out.iter().any(|s| s.id == Some(id) || s.label == stored.0);
            if !known && out.len() < limit {
                out.push(office(id, stored.0, stored.1));
            }
        }
        Ok(())
    }
}

/// What is typed, in the forms names and readings are kept in.
struct Beginning {
    folded: String,
    reading: Option<String>,
}

impl Beginning {
    fn new(typed: &str, folded: String) -> Self {
        let kana = fold::is_kana(&folded).then(|| fold::reading_key(typed));
        // While romaji is being typed its last consonant has no vowel yet.
        let romaji = || {
            let stem = typed.trim_end_matches(|c: char| c.is_ascii_alphabetic() && !"aeiouAEIOU".contains(c));
            fold::romaji_key(typed).or_else(|| fold::romaji_key(stem))
        };
        let reading = kana.or_else(romaji).filter(|reading| !reading.is_empty());
        Self { folded, reading }
    }
}

fn office(id: Uuid, label: String, detail: String) -> Suggestion {
    let query = Some(label.clone());
    Suggestion { kind: SuggestionKind::Office, label, detail, code: None, id: Some(id), query }
}

fn areas(places: &Places, beginning: &Beginning, limit: usize) -> Vec<Suggestion> {
    let kana = beginning.reading.as_deref().filter(|reading| reading.chars().count() > 1);
    let mut found: Vec<(usize, usize)> = [Some(beginning.folded.as_str()), kana]
        .into_iter()
        .flatten()
        .flat_map(|word| places.beginning_with(word))
        .map(|(word, index)| (word.len(), index))
        .collect();
    found.sort_unstable();
    let mut seen = HashSet::new();
    found.retain(|(_, index)| seen.insert(*index));
    let suggestion = |index: usize| {
        let place = places.get(index);
        let parent = place.parent.as_deref().and_then(|code| places.by_code(code));
        Suggestion {
            kind: SuggestionKind::Area,
            label: place.name.clone(),
            detail: parent.map(|parent| parent.name.clone()).unwrap_or_default(),
            code: Some(place.code.clone()),
            id: None,
            query: Some(place.name.clone()),
        }
    };
    found.into_iter().take(limit).map(|(_, index)| suggestion(index)).collect()
}

fn services(beginning: &Beginning, limit: usize) -> Vec<Suggestion> {
    let begins = |word: &str| {
        let folded = fold::text(word);
        folded.starts_with(&beginning.folded)
            || beginning.reading.as_ref().is_some_and(|reading| {
                reading.chars().count() > 1
                    && fold::is_kana(&folded)
                    && fold::reading_key(word).starts_with(reading)
            })
    };
    let mut found: Vec<ServiceType> = ServiceType::all()
        .filter(|service| {
            let definition = service.definition();
            begins(&definition.ja)
                || begins(&definition.short_ja)
                || synonyms::words_of(*service).iter().any(|word| begins(word))
        })
        .collect();
    found.sort_by_key(|service| !begins(&service.definition().ja));
    let suggestion = |service: ServiceType| {
        let definition = service.definition();
        Suggestion {
            kind: SuggestionKind::Service,
            label: definition.ja.clone(),
            detail: String::new(),
            code: Some(definition.code.clone()),
            id: None,
            query: Some(definition.ja.clone()),
        }
    };
    found.into_iter().take(limit).map(suggestion).collect()
}

/// Collects offices and organizations, each name once.
struct Names<'a> {
    snapshot: &'a Snapshot,
    seen: HashSet<Vec<u8>>,
    out: Vec<Suggestion>,
}

impl Names<'_> {
    fn offices(&mut self, beginning: &Beginning, limit: usize) -> Result<()> {
        for segment in &self.snapshot.segments {
            let by_name = within(segment, Order::Name, Section::Name, &beginning.folded);
            let by_reading = beginning
                .reading
                .iter()
                .flat_map(|reading| within(segment, Order::Reading, Section::Reading, reading));
            for doc in by_name.chain(by_reading) {
                if self.out.len() >= limit {
                    return Ok(());
                }
                let name = segment.columns.file.section(doc, Section::Name).to_vec();
                if segment.is_alive(doc) && self.seen.insert(name) {
                    let (label, detail, _) = texts(self.snapshot, segment.ordinal, doc)?;
                    self.out.push(office(Uuid::from_u128(segment.columns.file.id(doc)), label, detail));
                }
            }
        }
        Ok(())
    }

    fn organizations(&mut self, beginning: &Beginning, limit: usize) -> Result<()> {
        for segment in &self.snapshot.segments {
            for doc in within(segment, Order::Organization, Section::Organization, &beginning.folded) {
                if self.out.len() >= limit {
                    return Ok(());
                }
                let name = segment.columns.file.section(doc, Section::Organization).to_vec();
                if segment.is_alive(doc) && self.seen.insert(name) {
                    let (_, _, label) = texts(self.snapshot, segment.ordinal, doc)?;
                    self.out.push(Suggestion {
                        kind: SuggestionKind::Organization,
                        query: Some(label.clone()),
                        label,
                        detail: String::new(),
                        code: None,
                        id: None,
                    });
                }
            }
        }
        Ok(())
    }
}

/// Documents whose section begins so, in the order of the section.
fn within<'a>(
    segment: &'a Segment,
    order: Order,
    section: Section,
    beginning: &'a str,
) -> impl Iterator<Item = u32> + 'a {
    let file = &segment.columns.file;
    let (mut low, mut high) = (0, file.order_len(order));
    while low < high {
        let middle = low.midpoint(high);
        if file.section(file.ordered(order, middle), section) < beginning.as_bytes() {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    (low..file.order_len(order))
        .take(LOOKED_AT)
        .map(move |place| file.ordered(order, place))
        .take_while(move |doc| file.section(*doc, section).starts_with(beginning.as_bytes()))
}

/// Name, address and organization as written.
pub(super) fn texts(snapshot: &Snapshot, segment: u32, doc: u32) -> Result<(String, String, String)> {
    let document: TantivyDocument = snapshot.searcher.doc(DocAddress::new(segment, doc))?;
    let bytes =
        document.get_first(snapshot.fields.stored).and_then(|value| value.as_bytes()).unwrap_or_default();
    let stored = Stored::decode(bytes).ok_or(crate::Error::Damaged("a stored document is cut short"))?;
    Ok((stored.name.to_owned(), stored.address.to_owned(), stored.organization.to_owned()))
}
