//! Offices that may be stored twice: of name, place and telephone two agree. Pure: offices in, pairs out.
//!
//! Sorting hashes of the three combinations brings what agrees side by side: 200,000 offices take a quarter of a second
//! once they are hashed. What an import can tell by itself ([`crate::matching`]) never gets here.

use crate::matching::{
    Family, Field,
    key::{address_key, core, grams, hash, own_name},
};
use hoshizu_catalog::{fold, id::OfficeId};
use std::collections::{BTreeSet, HashSet};

/// More offices than this behind one telephone and place are a house of many (a hospital, a town hall): what they
/// share says nothing.
const CROWD: usize = 40;
/// Dice from which two names at one place and telephone may be one office.
const ALIKE: f64 = 0.5;

/// What of an office is compared, as hashes; 0 where it is not stated.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Known {
    office: OfficeId,
    /// As it is, and without the organization in front of it.
    names: [u32; 2],
    grams: u128,
    place: u32,
    phone: u32,
    /// National sources it stands in, one bit each.
    families: u8,
    numbers: Vec<u32>,
}

impl Known {
    /// An office by its values: name and organization as written, address, telephone, 事業所番号, data sets.
    pub fn new(
        office: OfficeId,
        (name, organization): (&str, &str),
        address: &str,
        phone: &str,
        numbers: &[&str],
        datasets: &[String],
    ) -> Self {
        let bit = |dataset: &String| match Family::of_dataset(dataset) {
            Family::Kaigo => 1,
            Family::Wamnet => 2,
            Family::Medical | Family::Municipal => 0,
        };
        Self {
            office,
            names: [hash(&core(name)), hash(&own_name(name, organization))],
            grams: grams(&core(name)),
            place: hash(&address_key(address)),
            phone: hash(&fold::phone_digits(phone).unwrap_or_default()),
            families: datasets.iter().map(bit).fold(0, |bits, bit| bits | bit),
            numbers: numbers.iter().map(|number| hash(number)).collect(),
        }
    }

    /// Its spellings of the name, each once.
    fn spellings(&self) -> &[u32] {
        if self.names[0] == self.names[1] { &self.names[..1] } else { &self.names }
    }

    fn is_named_as(&self, other: &Self) -> bool {
        self.spellings().iter().any(|name| *name != 0 && other.spellings().contains(name))
    }

    fn likeness(&self, other: &Self) -> f64 {
        let all = self.grams.count_ones() + other.grams.count_ones();
        if all == 0 { 0.0 } else { 2.0 * f64::from((self.grams & other.grams).count_ones()) / f64::from(all) }
    }

    /// One publisher lists the two under different numbers: it says itself that they are two.
    fn told_apart(&self, other: &Self) -> bool {
        let known = !self.numbers.is_empty() && !other.numbers.is_empty();
        self.families & other.families != 0
            && known
            && !self.numbers.iter().any(|number| other.numbers.contains(number))
    }
}

/// Two offices that may be one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pair {
    /// The two, smaller id first.
    pub offices: [OfficeId; 2],
    /// What agrees.
    pub agree: Vec<Field>,
    /// What both state and state differently.
    pub differ: Vec<Field>,
}

/// The pairs of which at least one office is among the touched (all pairs without), in the order of their ids.
pub fn find(known: &[Known], touched: Option<&HashSet<OfficeId>>) -> Vec<Pair> {
    let mut keys: Vec<(u64, u32)> = Vec::with_capacity(known.len() * 5);
    for (at, office) in (0..).zip(known) {
        let mut put = |kind: u64, a: u32, b: u32| {
            if a != 0 && b != 0 {
                // Two bits for the kind; the two hashes keep 62 of 64.
                keys.push(((u64::from(a) << 32 | u64::from(b)) >> 2 | kind << 62, at));
            }
        };
        for name in office.spellings() {
            put(0, *name, office.place);
            put(1, *name, office.phone);
        }
        put(2, office.place, office.phone);
    }
    keys.sort_unstable();
    let is_touched = |office: &Known| touched.is_none_or(|touched| touched.contains(&office.office));
    let mut found = BTreeSet::new();
    for group in keys.chunk_by(|a, b| a.0 == b.0).filter(|group| (2..=CROWD).contains(&group.len())) {
        for (nth, (_, one)) in group.iter().enumerate() {
            for (_, other) in &group[nth + 1..] {
                let (a, b) = (&known[*one as usize], &known[*other as usize]);
                if (is_touched(a) || is_touched(b)) && may_be_one(a, b) {
                    found.insert((a.office.min(b.office), a.office.max(b.office), *one, *other));
                }
            }
        }
    }
    found
        .into_iter()
        .map(|(a, b, one, other)| pair([a, b], &known[one as usize], &known[other as usize]))
        .collect()
}

fn same(a: u32, b: u32) -> bool {
    a != 0 && a == b
}

fn may_be_one(a: &Known, b: &Known) -> bool {
    a.office != b.office
        && !a.told_apart(b)
        // The same place and telephone with another name is a neighbour at the same desk.
        && (a.is_named_as(b) || a.likeness(b) >= ALIKE)
}

fn pair(offices: [OfficeId; 2], a: &Known, b: &Known) -> Pair {
    let (mut agree, mut differ) = (Vec::new(), Vec::new());
    let mut put = |field: Field, agrees: bool, stated: bool| {
        if agrees {
            agree.push(field);
        } else if stated {
            differ.push(field);
        }
    };
    put(Field::Name, a.is_named_as(b), true);
    put(Field::Address, same(a.place, b.place), a.place != 0 && b.place != 0);
    put(Field::Phone, same(a.phone, b.phone), a.phone != 0 && b.phone != 0);
    Pair { offices, agree, differ }
}

#[cfg(test)]
mod tests {
    use super::*;
    use uuid::Uuid;

    fn id(n: u128) -> OfficeId {
        OfficeId(Uuid::from_u128(n))
    }

    fn known(n: u128, name: &str, address: &str, phone: &str) -> Known {
        Known::new(id(n), (name, ""), address, phone, &[], &["municipal:facility".to_owned()])
    }

    fn pairs(known: &[Known]) -> Vec<[OfficeId; 2]> {
        find(known, None).into_iter().map(|pair| pair.offices).collect()
    }

    #[test]
    fn two_of_name_place_and_telephone_make_a_pair() {
        let all = [
            known(1, "あおば相談室", "星見県星見市中央1-2-3", "099-000-0001"),
            known(2, "アオバ相談室", "星見県星見市中央１丁目２番３号", "099-000-0002"),
            known(3, "あおば 相談室", "星見県星見市東町9-9", "099-000-0001"),
            known(4, "あおば相談室 分室", "星見県星見市中央1-2-3", "099-000-0002"),
            known(5, "わかば", "星見県星見市西町1-1", "099-000-0009"),
        ];
        assert_eq!(pairs(&all), [[id(1), id(2)], [id(1), id(3)], [id(2), id(4)]]);
        let first = &find(&all, None)[0];
        assert_eq!(
            (&first.agree[..], &first.differ[..]),
            (&[Field::Name, Field::Address][..], &[Field::Phone][..])
        );
    }

    #[test]
    fn a_neighbour_at_the_same_desk_is_no_duplicate() {
        let all = [
            known(1, "訪問看護ステーションあおば", "星見県星見市中央1-2-3", "099-000-0001"),
            known(2, "ケアプランみどり", "星見県星見市中央1-2-3", "099-000-0001"),
        ];
        assert_eq!(pairs(&all), [] as [[OfficeId; 2]; 0]);
    }

    #[test]
    fn what_one_publisher_numbers_apart_is_two() {
        let of = |n: u128, number: &str, dataset: &str| {
            let place = "星見県星見市中央1-2-3";
            Known::new(id(n), ("あおば", ""), place, "099-000-0001", &[number], &[dataset.to_owned()])
        };
        let apart = [of(1, "4870100001", "kaigo:110"), of(2, "4870100002", "kaigo:150")];
        assert!(pairs(&apart).is_empty());
        let two_publishers = [of(1, "4870100001", "kaigo:110"), of(2, "4810100002", "wamnet:11")];
        assert_eq!(pairs(&two_publishers).len(), 1);
    }

    #[test]
    fn only_pairs_with_a_touched_office_are_looked_at() {
        let all = [
            known(1, "あおば", "星見県星見市中央1-2-3", "1"),
            known(2, "あおば", "星見県星見市中央1-2-3", "2"),
            known(3, "みどり", "星見県星見市中央4-5-6", "3"),
            known(4, "みどり", "星見県星見市中央4-5-6", "4"),
        ];
        assert_eq!(pairs(&all).len(), 2);
        let touched = HashSet::from([id(4)]);
        let found = find(&all, Some(&touched));
        assert_eq!(found.iter().map(|pair| pair.offices).collect::<Vec<_>>(), [[id(3), id(4)]]);
    }

    #[test]
    fn a_house_of_many_asks_nothing() {
        let all: Vec<Known> = (1..=100)
            .map(|n| known(n, &format!("星見病院第{n}科"), "星見県星見市中央1-2-3", "099-000-0001"))
            .collect();
        assert!(pairs(&all).is_empty());
    }
}
