//! The rules of matching, held against real pairs.
//!
//! 1. The same 事業所番号 at the same place is the same office; elsewhere it is a candidate.
//! 2. Within one national system an office of another name is another office: only the same name, organization, address
//!    and telephone join (WAM NET gives every service a `NO` of its own).
//! 3. Between the two systems organization, address and telephone together join; where several offices of the
//!    organization stand there, the one whose name is clearly most alike, else the best is a candidate.
//! 4. Two of the three make a candidate; organization and address only with alike names (a hospital's ground).
//! 5. Lists without organization or telephone (medical, municipal) join by name and address.

use super::{Decision, Family, Field, Reason, key::Row};
use hoshizu_catalog::id::OfficeId;

/// Metres within which two positions may be one place: geocoders differ by a block.
const SAME_PLACE_M: f64 = 300.0;
/// Metres within which two positions are one place.
const SAME_SPOT_M: f64 = 50.0;
/// Dice from which two names are alike.
const ALIKE: f64 = 0.5;
/// Dice from which two names are one but for a word.
const NEARLY_SAME: f64 = 0.8;
/// How much better the best name must be than the next to be taken.
const CLEARLY: f64 = 0.15;

/// What the same name adds to likeness when one of several offices is chosen.
const SAME_NAME: f64 = 0.3;

/// How one known row compares.
#[expect(clippy::struct_excessive_bools, reason = "one flag a field that may agree")]
struct Compared<'a> {
    row: &'a Row,
    number: bool,
    organization: bool,
    address: bool,
    phone: bool,
    name: bool,
    likeness: f64,
    distance: Option<f64>,
}

impl<'a> Compared<'a> {
    fn of(new: &Row, row: &'a Row) -> Self {
        let same = |a: u32, b: u32| a != 0 && a == b;
        Self {
            row,
            number: same(new.number, row.number),
            organization: same(new.organization_number, row.organization_number)
                || same(new.organization_name, row.organization_name),
            address: same(new.address, row.address) || same(new.full_address, row.full_address),
            phone: same(new.phone, row.phone),
            name: [new.name, new.full_name]
                .iter()
                .any(|name| same(*name, row.name) || same(*name, row.full_name)),
            likeness: new.likeness(row),
            distance: new.distance(row),
        }
    }

    fn within(&self, metres: f64) -> bool {
        self.distance.is_some_and(|distance| distance <= metres)
    }

    /// Nothing says that the two stand apart.
    fn not_far(&self) -> bool {
        self.distance.is_none_or(|distance| distance <= SAME_PLACE_M)
    }

    fn same_place(&self) -> bool {
        self.address
            || (self.phone && self.within(SAME_PLACE_M))
            || (self.within(SAME_SPOT_M) && self.likeness >= ALIKE)
    }

    fn join(&self, new: &Row) -> Option<Reason> {
        if self.number && self.same_place() {
            return Some(Reason::Number);
        }
        let other_system = new.family != self.row.family;
        if new.family.is_national() && self.row.family.is_national() {
            if !other_system {
                return (self.name
                    && self.organization
                    && self.address
                    && self.phone
                    && !self.other_number(new))
                .then_some(Reason::SameName);
            }
            return (self.organization && self.address && self.phone).then_some(Reason::Organization);
        }
        let agrees = self.name && self.address || self.name && self.phone && self.within(SAME_PLACE_M);
        (agrees && !self.other_number(new)).then_some(Reason::NameAndAddress)
    }

    /// Two facilities of two systems people live in: on one ground, with one switchboard, and yet two.
    fn two_houses(&self, new: &Row) -> bool {
        new.is_residence && self.row.is_residence && new.family != self.row.family
    }

    /// Two numbers of one system that differ: 介護 gives every office one. WAM NET gives an office one number a law.
    fn other_number(&self, new: &Row) -> bool {
        let both = new.number != 0 && self.row.number != 0 && !self.number;
        both && new.family == self.row.family && new.family == Family::Kaigo
    }

    fn is_candidate(&self, new: &Row) -> bool {
        if self.number {
            // Each system gives its own numbers: one number in both is chance unless something else agrees.
            let one_registry = new.family == self.row.family;
            return one_registry || self.organization || self.phone || self.name;
        }
        let national = new.family.is_national() && self.row.family.is_national();
        // Within one list an office or desk of another name is another one.
        if new.family == self.row.family {
            return false;
        }
        if national {
            return self.address && self.phone
                || self.organization && self.address && self.likeness >= ALIKE
                // However far: one of the two has moved, or its house number is missing or misspelt.
                || self.organization && self.phone;
        }
        if new.number != 0 && self.row.number != 0 {
            // A municipal list that gives numbers means another office by another number.
            return false;
        }
        self.address && self.phone && self.likeness >= ALIKE
            || self.address && self.likeness >= NEARLY_SAME
            || self.phone && self.name && self.not_far()
    }

    /// What speaks for the pair, to choose the best of several.
    fn weight(&self) -> f64 {
        let flags = [self.number, self.organization, self.address, self.phone, self.name];
        flags.into_iter().map(|flag| f64::from(u8::from(flag))).sum::<f64>() + self.likeness
    }

    fn candidate(&self, new: &Row) -> Decision {
        let (mut agree, mut differ) = (Vec::new(), Vec::new());
        let row = self.row;
        let mut put = |field: Field, same: bool, stated: bool| {
            if same {
                agree.push(field);
            } else if stated {
                differ.push(field);
            }
        };
        put(Field::Number, self.number, new.number != 0 && row.number != 0);
        let stated = |r: &Row| r.organization_number != 0 || r.organization_name != 0;
        put(Field::Organization, self.organization, stated(new) && stated(row));
        put(Field::Address, self.address, new.address != 0 && row.address != 0);
        put(Field::Phone, self.phone, new.phone != 0 && row.phone != 0);
        put(Field::Name, self.name, new.name != 0 && row.name != 0);
        put(Field::Position, self.within(SAME_PLACE_M), self.distance.is_some());
        Decision::Candidate { with: row.office, agree, differ }
    }
}

/// Where a listing belongs among the rows that share something with it.
pub(crate) fn decide(new: &Row, near: &[&Row]) -> Decision {
    let compared: Vec<Compared<'_>> = near
        .iter()
        .map(|row| Compared::of(new, row))
        // Without a common number only offices of the same municipality are compared.
        .filter(|c| {
            c.number
                || new.municipality == 0
                || c.row.municipality == 0
                || new.municipality == c.row.municipality
        })
        .collect();
    // Where the same organization houses people under either law, its other offices there are no surer.
    let has_twin = compared.iter().any(|c| c.two_houses(new) && c.organization && c.address);
    let joins: Vec<(&Compared<'_>, Reason)> = compared
        .iter()
        .filter_map(|c| Some((c, c.join(new)?)))
        .filter(|(_, reason)| *reason != Reason::Organization || !has_twin)
        .collect();
    if let Some(decision) = choose(new, &joins) {
        return decision;
    }
    compared
        .iter()
        .filter(|c| c.is_candidate(new))
        // The first of equals: the decision must not hang on the order of ids.
        .reduce(|best, c| if c.weight() > best.weight() { c } else { best })
        .map_or(Decision::New, |best| best.candidate(new))
}

/// The office to join: the only one, else by number, else the one whose name is clearly most alike.
fn choose(new: &Row, joins: &[(&Compared<'_>, Reason)]) -> Option<Decision> {
    let mut offices: Vec<(OfficeId, f64, &Compared<'_>, Reason)> = Vec::new();
    for (compared, reason) in joins {
        let bonus = match reason {
            Reason::Number => 2.0,
            Reason::SameName | Reason::NameAndAddress => 1.0,
            Reason::Organization => 0.0,
        };
        let score = compared.likeness + bonus + if compared.name { SAME_NAME } else { 0.0 };
        match offices.iter_mut().find(|(office, ..)| *office == compared.row.office) {
            Some(known) if known.1 >= score => {}
            Some(known) => *known = (compared.row.office, score, compared, *reason),
            None => offices.push((compared.row.office, score, compared, *reason)),
        }
    }
    offices.sort_by(|a, b| b.1.total_cmp(&a.1));
    let (office, score, compared, reason) = offices.first()?;
    // Two offices that both carry the name are one that was listed twice: the first.
    let clear = compared.name || offices.get(1).is_none_or(|(_, next, ..)| score - next >= CLEARLY);
    Some(if clear { Decision::Join(*office, *reason) } else { compared.candidate(new) })
}
