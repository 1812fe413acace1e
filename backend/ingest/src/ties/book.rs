//! The directory as lists of ties name it: by our id, by 事業所番号, by name with the municipality where names repeat.

use hoshizu_catalog::{
    fold,
    id::OfficeId,
    number::{MunicipalityCode, OfficeNumber},
};
use serde::Serialize;
use std::collections::{BTreeSet, HashMap};

/// Candidates a match names at most.
const MOST: usize = 8;

/// An office with everything it is called by.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BookOffice {
    /// Identity.
    pub id: OfficeId,
    /// 事業所番号, those of all its services.
    pub numbers: Vec<OfficeNumber>,
    /// Name.
    pub name: String,
    /// Names its services stand under in official files, former names.
    pub other_names: Vec<String>,
    /// Municipality or ward with its name (`宵宮市中央区`).
    pub municipality: Option<(MunicipalityCode, String)>,
}

/// What a list says of an office; every part may be missing.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default, PartialOrd, Ord, Serialize)]
pub struct Party {
    /// Our id.
    pub id: Option<OfficeId>,
    /// 事業所番号 as written.
    pub numbers: Vec<String>,
    /// Name as written.
    pub name: String,
    /// Name or code of the municipality as written.
    pub municipality: String,
}

impl Party {
    /// A party of which one text is known: an id, a number, else a name. Ten letters may be either a number or a name.
    pub fn from_text(text: &str) -> Self {
        let mut party = Self::default();
        party.add_text(text);
        party
    }

    /// Adds such a text to what is known.
    pub(crate) fn add_text(&mut self, text: &str) {
        let text = text.trim();
        let folded = fold::base(text);
        if let Ok(id) = folded.trim().parse() {
            self.id = Some(id);
        } else if !text.is_empty() {
            if number(&folded).is_some() {
                self.numbers.push(text.to_owned());
            }
            if self.name.is_empty() && !folded.trim().chars().all(|c| c.is_ascii_digit()) {
                text.clone_into(&mut self.name);
            }
        }
    }

    /// Whether nothing is said.
    pub fn is_empty(&self) -> bool {
        self.id.is_none() && self.numbers.is_empty() && self.name.is_empty()
    }

    /// What a person would call it.
    pub fn text(&self) -> String {
        let id = || self.id.map(|id| id.to_string()).unwrap_or_default();
        let name = Some(self.name.clone()).filter(|name| !name.is_empty());
        let name = name.or_else(|| self.numbers.first().cloned()).unwrap_or_else(id);
        if self.municipality.is_empty() { name } else { format!("{name}（{}）", self.municipality) }
    }
}

/// An office a name may mean.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Candidate {
    /// The office.
    pub office: OfficeId,
    /// Its name.
    pub name: String,
    /// Its municipality, empty where unknown.
    pub municipality: String,
}

/// Which office a party is, and by what it was found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "by", rename_all = "snake_case")]
pub enum Match {
    /// By our id.
    Id {
        /// The office.
        office: OfficeId,
    },
    /// By 事業所番号.
    Number {
        /// The office.
        office: OfficeId,
    },
    /// By name, and the municipality where it was needed.
    Name {
        /// The office.
        office: OfficeId,
    },
    /// Several offices fit.
    Ambiguous {
        /// The first of them.
        candidates: Vec<Candidate>,
    },
    /// No office fits.
    Unknown,
}

impl Match {
    /// The office where one was found.
    pub fn office(&self) -> Option<OfficeId> {
        match self {
            Self::Id { office } | Self::Number { office } | Self::Name { office } => Some(*office),
            Self::Ambiguous { .. } | Self::Unknown => None,
        }
    }
}

/// All offices a list may name.
#[derive(Debug, Default)]
pub struct OfficeBook {
    offices: Vec<BookOffice>,
    by_id: HashMap<OfficeId, usize>,
    by_number: HashMap<String, Vec<usize>>,
    /// By folded name, whole.
    by_name: HashMap<String, Vec<usize>>,
    /// By folded name without the legal form of its organization.
    by_core: HashMap<String, Vec<usize>>,
}

impl OfficeBook {
    /// A book of these offices.
    pub fn new(offices: impl IntoIterator<Item = BookOffice>) -> Self {
        let mut book = Self { offices: offices.into_iter().collect(), ..Self::default() };
        for (at, office) in book.offices.iter().enumerate() {
            book.by_id.insert(office.id, at);
            // One number stands at each of its services.
            for number in office.numbers.iter().collect::<BTreeSet<_>>() {
                book.by_number.entry(number.as_str().to_owned()).or_default().push(at);
            }
            let names = || std::iter::once(&office.name).chain(&office.other_names);
            let whole: BTreeSet<String> = names().map(|name| fold::text(name)).collect();
            let core: BTreeSet<String> = names().map(|name| fold::core_name(name)).collect();
            for name in whole {
                book.by_name.entry(name).or_default().push(at);
            }
            for name in core {
                book.by_core.entry(name).or_default().push(at);
            }
        }
        book
    }

    /// How many offices it has.
    pub fn len(&self) -> usize {
        self.offices.len()
    }

    /// Whether it has none.
    pub fn is_empty(&self) -> bool {
        self.offices.is_empty()
    }

    /// Finds the office a party is: by id; else by number; else by name. Where a number or a name belongs to several, what
    /// else is said decides, and if it does not, nobody guesses.
    pub fn find(&self, party: &Party) -> Match {
        if let Some(office) = party.id.filter(|id| self.by_id.contains_key(id)) {
            return Match::Id { office };
        }
        let mut several = Vec::new();
        for number in party.numbers.iter().filter_map(|text| number(&fold::base(text))) {
            let owners = self.by_number.get(number.as_str()).map_or(&[][..], Vec::as_slice);
            match self.narrow(owners, party)[..] {
                [] => {}
                [only] => return Match::Number { office: self.offices[only].id },
                ref more => several = more.to_vec(),
            }
        }
        if several.is_empty() && !party.name.is_empty() {
            let keyed =
                [self.by_name.get(&fold::text(&party.name)), self.by_core.get(&fold::core_name(&party.name))];
            for bearers in keyed.into_iter().flatten() {
                let found = self.in_municipality(bearers, &party.municipality);
                if let [only] = found[..] {
                    return Match::Name { office: self.offices[only].id };
                }
                if several.is_empty() {
                    several = found;
                }
            }
        }
        if several.is_empty() {
            return Match::Unknown;
        }
        let candidate = |at: &usize| {
            let office = &self.offices[*at];
            let municipality = office.municipality.as_ref().map(|(_, name)| name.clone()).unwrap_or_default();
            Candidate { office: office.id, name: office.name.clone(), municipality }
        };
        Match::Ambiguous { candidates: several.iter().take(MOST).map(candidate).collect() }
    }

    /// Of several owners of a number those of the name, and of these those in the municipality; each only where it leaves
    /// any.
    fn narrow(&self, owners: &[usize], party: &Party) -> Vec<usize> {
        let core = fold::core_name(&party.name);
        let named: Vec<usize> = owners
            .iter()
            .copied()
            .filter(|at| {
                let office = &self.offices[*at];
                let mut names = std::iter::once(&office.name).chain(&office.other_names);
                names.any(|name| fold::core_name(name) == core)
            })
            .collect();
        let named = if named.is_empty() { owners.to_vec() } else { named };
        let near = self.in_municipality(&named, &party.municipality);
        if near.is_empty() { named } else { near }
    }

    fn in_municipality(&self, offices: &[usize], word: &str) -> Vec<usize> {
        if word.trim().is_empty() {
            return offices.to_vec();
        }
        let is = |at: &usize| {
            let office = self.offices[*at].municipality.as_ref();
            office.is_some_and(|(code, name)| is_municipality(*code, name, word))
        };
        offices.iter().copied().filter(is).collect()
    }
}

/// 事業所番号 in a folded text. Spreadsheets take the leading zero of the numbers of nine prefectures.
fn number(folded: &str) -> Option<OfficeNumber> {
    let text = folded.trim();
    let lost_zero = text.len() == 9 && text.bytes().all(|byte| byte.is_ascii_digit());
    OfficeNumber::parse(&if lost_zero { format!("0{text}") } else { text.to_owned() })
}

/// Whether a word means the municipality: its code with or without check digit, or its name with or without prefecture
/// and 郡, and a city where the office knows its ward.
fn is_municipality(code: MunicipalityCode, name: &str, word: &str) -> bool {
    let folded = fold::base(word.trim());
    if let Ok(wanted) = MunicipalityCode::parse(&folded) {
        return wanted == code;
    }
    let (own, wanted) = (fold::text(name), fold::text(word));
    let wider = |long: &str, short: &str| {
        long.strip_suffix(short).is_some_and(|rest| rest.ends_with(['都', '道', '府', '県', '郡']))
    };
    let ward = own.strip_prefix(&wanted).is_some_and(|rest| rest.ends_with('区')) && wanted.ends_with('市');
    own == wanted || ward || wider(&own, &wanted) || wider(&wanted, &own)
}

#[cfg(test)]
mod tests {
    use super::*;
    use uuid::Uuid;

    fn book() -> OfficeBook {
        let office = |id: u128, number: &str, name: &str, other: &[&str], town: (&str, &str)| BookOffice {
            id: OfficeId(Uuid::from_u128(id)),
            numbers: OfficeNumber::parse(number).into_iter().cycle().take(2 * number.len() / 10).collect(),
            name: name.to_owned(),
            other_names: other.iter().map(|name| (*name).to_owned()).collect(),
            municipality: MunicipalityCode::parse(town.0).ok().map(|code| (code, town.1.to_owned())),
        };
        OfficeBook::new([
            office(1, "4871100011", "株式会社ひまわり", &["ひまわりケアプラン"], ("48101", "宵宮市中央区")),
            office(2, "4871100022", "さくら相談室", &[], ("48201", "津市")),
            office(3, "0171100033", "さくら相談室", &[], ("48202", "大津市")),
            office(4, "", "高齢福祉課", &[], ("48101", "宵宮市中央区")),
            office(5, "4871100055", "あおぞら東", &[], ("48201", "津市")),
            office(6, "4871100055", "あおぞら西", &[], ("48201", "津市")),
        ])
    }

    fn found(party: &Party) -> Result<u128, usize> {
        match book().find(party) {
            Match::Ambiguous { candidates } => Err(candidates.len()),
            found => found.office().map(|id| id.0.as_u128()).ok_or(0),
        }
    }

    fn named(name: &str, municipality: &str) -> Party {
        Party { municipality: municipality.to_owned(), ..Party::from_text(name) }
    }

    #[test]
    fn an_office_is_found_by_id_number_and_any_of_its_names() {
        let id = Uuid::from_u128(2).to_string();
        for (text, office) in [
            (id.as_str(), 2),
            ("4871100011", 1),
            ("４８７１１０００１１", 1),
            ("171100033", 3),
            ("ひまわり", 1),
            ("㈱ヒマワリ", 1),
            ("ひまわりケアプラン", 1),
        ] {
            assert_eq!(found(&Party::from_text(text)), Ok(office), "{text}");
        }
        assert_eq!(found(&Party::from_text("9999999999")), Err(0));
    }

    #[test]
    fn a_name_of_several_offices_needs_its_municipality() {
        assert_eq!(found(&named("さくら相談室", "")), Err(2));
        for (town, office) in [("津市", 2), ("大津市", 3), ("48201", 2), ("星見県大津市", 3)] {
            assert_eq!(found(&named("さくら相談室", town)), Ok(office), "{town}");
        }
        assert_eq!(found(&named("さくら相談室", "枚方市")), Err(0));
        assert_eq!(found(&named("高齢福祉課", "宵宮市")), Ok(4));
    }

    #[test]
    fn a_number_of_several_offices_needs_the_name_and_a_foreign_id_falls_back() {
        assert_eq!(found(&Party::from_text("4871100055")), Err(2));
        let party = Party { numbers: vec!["4871100055".into()], ..Party::from_text("あおぞら西") };
        assert_eq!(found(&party), Ok(6));
        let foreign = OfficeId(Uuid::from_u128(99));
        assert_eq!(found(&Party { id: Some(foreign), ..party }), Ok(6));
        assert_eq!(found(&Party { id: Some(foreign), ..Party::default() }), Err(0));
    }
}
