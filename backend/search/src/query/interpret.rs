//! From words to a plan: which words are places, services, numbers, and which are text.

use super::{
    needle::{Scope, Word, worth},
    plan::{Clause, Part, Plan},
};
use crate::{
    answer::PlaceMeaning,
    places::{Places, Spelling},
};
use hoshizu_catalog::{fold, synonyms, taxonomy::ServiceType};

/// Characters of a query that are read; more is cut. A full name with its organization has below 100.
const MAX_CHARACTERS: usize = 200;
/// Words of a query that are read.
const MAX_WORDS: usize = 12;
/// What may stand between a place and what is sought there.
const BETWEEN: [&str; 8] = ["にある", "周辺の", "近くの", "内の", "の", "で", "、", "・"];

/// What the interpretation may do.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Reading {
    /// Take glued words apart even where a part is plain text.
    pub split: bool,
    /// Read no word as a place.
    pub no_places: bool,
    /// Read no word as a service.
    pub no_services: bool,
}

/// Understands a query.
pub(crate) fn interpret(q: &str, places: &Places, reading: Reading) -> Plan {
    let q: String = q.chars().take(MAX_CHARACTERS).collect();
    let mut reader = Reader { places, reading, plan: Plan::default(), kept: Kept::default(), alone: true };
    if let Some(clause) = whole_number(&q) {
        reader.plan.clauses.push(clause);
        q.trim().clone_into(&mut reader.plan.interpretation.text);
        return reader.plan;
    }
    let words: Vec<&str> = q
        .split(|c: char| c.is_whitespace() || matches!(c, '、' | ',' | '，' | '。' | '\u{1f}'))
        .filter(|word| !word.is_empty())
        .take(MAX_WORDS)
        .collect();
    reader.alone = words.len() < 2;
    for word in &words {
        if let Some(clause) = reader.clause(word) {
            reader.plan.clauses.push(clause);
        }
    }
    let mut plan = reader.plan;
    plan.interpretation.text = reader.kept.text.join(" ");
    plan.without_place = reader.kept.without_place.join(" ");
    plan.interpretation.without_place.clone_from(&plan.without_place);
    plan.without_service = reader.kept.without_service.join(" ");
    plan.interpretation.services.sort_unstable();
    plan.interpretation.services.dedup();
    plan.center = match plan.interpretation.places.as_slice() {
        [place] => places.by_code(&place.code).and_then(|place| place.center),
        _ => None,
    };
    plan.whole = Word::new(&words.concat(), Scope::Names)
        .filter(|word| word.folded.chars().count() > 1 && !plan.clauses.is_empty());
    plan
}

/// A telephone written with blanks is one number, not several words.
fn whole_number(q: &str) -> Option<Clause> {
    let base = fold::base(q);
    let digits = base.chars().filter(char::is_ascii_digit).count();
    let only = base.chars().all(|c| c.is_ascii_digit() || " -()+~‐―ー.".contains(c));
    (only && (8..=13).contains(&digits)).then(|| digits_clause(&base)).flatten()
}

/// Ways for digits to match: as a number's front, as a telephone's front or end.
fn digits_clause(base: &str) -> Option<Clause> {
    let mut digits: String = base.chars().filter(char::is_ascii_alphanumeric).collect();
    if let Some(national) = base.strip_prefix("+81") {
        let rest: String = national.chars().filter(char::is_ascii_digit).collect();
        digits = format!("0{}", rest.trim_start_matches('0'));
    }
    if digits.len() < 4 {
        return None;
    }
    let backwards: String = digits.chars().rev().collect();
    let terms = vec![format!("n{digits}"), format!("p{digits}"), format!("r{backwards}")];
    let whole = if digits.len() >= 9 { worth::EXACT_NAME } else { worth::DIGITS };
    Some(vec![vec![Part::Digits(terms, whole)]])
}

/// Whether a folded word is a telephone, a part of one, or (the front of) an office number.
fn is_number(base: &str) -> bool {
    let plain = base.replace(['-', '(', ')', '+', '~', '.'], "");
    let digits = plain.chars().filter(char::is_ascii_digit).count();
    let letters = plain.chars().count() - digits;
    let letter_is_third = plain.chars().nth(2).is_some_and(|c| c.is_ascii_alphabetic());
    digits >= 4 && (letters == 0 || letters == 1 && letter_is_third)
}

/// The words that stay when a kind of word is left out.
#[derive(Default)]
struct Kept {
    text: Vec<String>,
    without_place: Vec<String>,
    without_service: Vec<String>,
}

impl Kept {
    fn text(&mut self, word: &str) {
        for list in [&mut self.text, &mut self.without_place, &mut self.without_service] {
            list.push(word.to_owned());
        }
    }
}

struct Reader<'a> {
    places: &'a Places,
    reading: Reading,
    plan: Plan,
    kept: Kept,
    /// Whether the query is one word.
    alone: bool,
}

impl Reader<'_> {
    fn clause(&mut self, typed: &str) -> Option<Clause> {
        let base = fold::base(typed);
        if is_number(&base) {
            let mut clause = digits_clause(&base).unwrap_or_default();
            self.kept.text(typed);
            clause.extend(Word::new(typed, Scope::All).map(|word| vec![Part::Word(word)]));
            return Some(clause);
        }
        let folded = fold::text(typed);
        if folded.is_empty() {
            return None;
        }
        self.place(typed, &folded)
            .or_else(|| self.service(typed, &folded))
            .or_else(|| self.glued(typed, &folded))
            .or_else(|| self.plain(typed))
    }

    fn plain(&mut self, typed: &str) -> Option<Clause> {
        let word = Word::new(typed, Scope::All)?;
        self.kept.text(typed);
        Some(vec![vec![Part::Word(word)]])
    }

    fn place(&mut self, typed: &str, folded: &str) -> Option<Clause> {
        if self.reading.no_places {
            return None;
        }
        let (named, spelling) = self.places.named(folded)?;
        self.kept.without_service.push(typed.to_owned());
        let mut clause = vec![vec![self.extent(&named)]];
        // Among several words a place in kanji is a filter; a name that holds it is found by the whole query.
        if self.alone || spelling == Spelling::Kana {
            clause.extend(Word::new(typed, Scope::All).map(|word| vec![Part::Word(word)]));
        }
        Some(clause)
    }

    fn extent(&mut self, named: &[usize]) -> Part {
        for index in named {
            let place = self.places.get(*index);
            let meaning =
                PlaceMeaning { code: place.code.clone(), name: place.name.clone(), kind: place.kind };
            if !self.plan.interpretation.places.contains(&meaning) {
                self.plan.interpretation.places.push(meaning);
            }
        }
        Part::Place(self.places.extent(named.iter().map(|index| self.places.get(*index).code.as_str())))
    }

    fn service(&mut self, typed: &str, folded: &str) -> Option<Clause> {
        if self.reading.no_services {
            return None;
        }
        let meaning = synonyms::meaning(folded)?;
        let mut clause: Clause = Vec::new();
        let scope = if meaning.services.is_empty() { Scope::All } else { Scope::Names };
        clause.extend(Word::new(typed, scope).map(|word| vec![Part::Word(word)]));
        for other in &meaning.words {
            clause.extend(Word::new(other, Scope::All).map(|word| vec![Part::Word(word)]));
        }
        if meaning.services.is_empty() {
            self.kept.text(typed);
        } else {
            self.kept.without_place.push(typed.to_owned());
            clause.push(vec![self.services(&meaning.services)]);
        }
        (!clause.is_empty()).then_some(clause)
    }

    fn services(&mut self, services: &[ServiceType]) -> Part {
        self.plan.interpretation.services.extend(services.iter().map(|service| service.index()));
        Part::Services(services.iter().fold(0, |mask, service| mask | 1_u128 << service.index()))
    }

    /// 「枚方市の訪問看護」, 「訪問看護枚方」: place and service in one word; with `split` also 「枚方ひまわり」 and
    /// 「ひまわり訪問看護」. The word as a whole may always be in the text.
    fn glued(&mut self, typed: &str, folded: &str) -> Option<Clause> {
        let cut = Cut::of(folded, self.places, self.reading);
        let complete = cut.place.is_some() && !cut.services.is_empty() && cut.rest.is_empty();
        let useful = cut.place.is_some() || !cut.services.is_empty();
        if !(complete || self.reading.split && useful && cut.rest.chars().count() != 1) {
            return None;
        }
        let mut arm = Vec::new();
        if let Some(named) = &cut.place {
            arm.push(self.extent(named));
            self.kept.without_service.push(cut.place_word.clone());
        }
        if !cut.services.is_empty() {
            arm.push(self.services(&cut.services));
            self.kept.without_place.push(cut.service_word.clone());
        }
        if let Some(word) = Word::new(&cut.rest, Scope::All) {
            self.kept.text(&cut.rest);
            arm.push(Part::Word(word));
        }
        let mut clause = vec![arm];
        clause.extend(Word::new(typed, Scope::All).map(|word| vec![Part::Word(word)]));
        Some(clause)
    }
}

/// A word taken apart.
#[derive(Default)]
struct Cut {
    place: Option<Vec<usize>>,
    place_word: String,
    services: Vec<ServiceType>,
    service_word: String,
    rest: String,
}

impl Cut {
    fn of(folded: &str, places: &Places, reading: Reading) -> Self {
        let mut cut = Self { rest: folded.to_owned(), ..Self::default() };
        if !reading.no_places {
            cut.take_place(places);
        }
        if !reading.no_services {
            cut.take_service();
        }
        cut
    }

    fn take_place(&mut self, places: &Places) {
        if let Some((end, named, spelling)) = places.at_front(&self.rest)
            && spelling != Spelling::Kana
        {
            let rest = self.rest.split_off(end);
            self.place_word = std::mem::take(&mut self.rest);
            let between = BETWEEN.iter().find_map(|between| rest.strip_prefix(between));
            between.unwrap_or(&rest).clone_into(&mut self.rest);
            self.place = Some(named);
        } else if let Some((at, named, spelling)) = places.at_end(&self.rest)
            && spelling != Spelling::Kana
        {
            self.place_word = self.rest.split_off(at);
            self.place = Some(named);
        }
    }

    /// The longest service word at the end, else at the front.
    fn take_service(&mut self) {
        let ends: Vec<usize> = self.rest.char_indices().map(|(at, _)| at).collect();
        let len = self.rest.len();
        let service = |word: &str| {
            synonyms::meaning(word).map(|meaning| meaning.services).filter(|services| !services.is_empty())
        };
        let back = ends.iter().find_map(|at| service(&self.rest[*at..]).map(|found| (0, *at, found)));
        let front =
            || ends.iter().rev().find_map(|at| service(&self.rest[..*at]).map(|found| (*at, len, found)));
        if let Some((from, to, services)) = back.or_else(front) {
            let rest = self.rest[from..to].to_owned();
            self.service_word =
                if from == 0 { self.rest[to..].to_owned() } else { self.rest[..from].to_owned() };
            rest.trim_end_matches('の').clone_into(&mut self.rest);
            self.services = services;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn telephones_and_numbers_are_told_from_words() {
        for number in ["072-841-1221", "1221", "2770100019", "27a0100019", "(072)841"] {
            assert!(is_number(number), "{number}");
        }
        for word in ["123", "ひまわり", "b型事業所", "abc1234", "1-2", "123号室"] {
            assert!(!is_number(word), "{word}");
        }
        assert!(whole_number("072 841 1221").is_some());
        assert!(whole_number("０７２（８４１）１２２１").is_some());
        assert!(whole_number("ひまわり 1221").is_none());
    }

    #[test]
    fn an_international_number_is_read_as_the_national_one() {
        let clause = digits_clause("+81-72-841-1221").unwrap();
        assert!(matches!(&clause[0][0], Part::Digits(terms, _) if terms.contains(&"p0728411221".to_owned())));
    }

    #[test]
    fn a_query_has_bounds() {
        let plan = interpret(&"星 ".repeat(500), &Places::default(), Reading::default());
        assert!(plan.clauses.len() <= MAX_WORDS);
        assert!(interpret(" 、　", &Places::default(), Reading::default()).clauses.is_empty());
    }
}
