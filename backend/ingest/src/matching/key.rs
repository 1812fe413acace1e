//! What of a listing is compared, as hashes.

use super::Family;
use hoshizu_catalog::{
    fold,
    id::OfficeId,
    listing::Listing,
    position::{Position, Precision},
};
use std::hash::{DefaultHasher, Hash, Hasher};

/// One listing of an office. A hash of 0 means that the listing does not state it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Row {
    pub office: OfficeId,
    /// Bigrams of the folded name, one bit each of 128: two names share bits as they share bigrams.
    pub grams: u128,
    pub municipality: u32,
    pub number: u32,
    pub organization_number: u32,
    pub organization_name: u32,
    pub address: u32,
    /// Address with its building.
    pub full_address: u32,
    pub phone: u32,
    /// Name without the organization in front of it.
    pub name: u32,
    /// Name as it is.
    pub full_name: u32,
    /// Millionths of a degree; `i32::MIN` without an official position.
    pub lat: i32,
    pub lon: i32,
    pub family: Family,
    /// Whether people live there: two such facilities at one address are two.
    pub is_residence: bool,
}

pub(crate) fn row_of(office: OfficeId, listing: &Listing, family: Family) -> Row {
    let name = office_name(listing);
    let organization = listing.organization.as_ref();
    let organization_name = organization.map(|o| core(&o.name)).unwrap_or_default();
    let place = listing.place.filter(|p| matches!(p.precision, Precision::Confirmed | Precision::Official));
    let micro = |degrees: f64| (degrees * 1e6).round() as i32;
    let address = address_key(&listing.address);
    let full =
        fold::address(&format!("{}{}", listing.address, listing.building.as_deref().unwrap_or_default()));
    Row {
        office,
        // With the organization in front: 星会ほし相談室 and 星会ほしケアプラン are alike by what they share.
        grams: grams(&core(&listing.name)),
        municipality: listing.municipality.map_or(0, hoshizu_catalog::number::MunicipalityCode::number),
        number: hash(listing.number.as_ref().map_or("", |n| n.as_str())),
        organization_number: hash(organization.and_then(|o| o.number.as_ref()).map_or("", |n| n.as_str())),
        organization_name: hash(&organization_name),
        address: hash(&address),
        full_address: hash(&full),
        phone: hash(&listing.phone.as_deref().and_then(fold::phone_digits).unwrap_or_default()),
        name: hash(&name),
        full_name: hash(&core(&listing.name)),
        lat: place.map_or(i32::MIN, |place| micro(place.position.lat)),
        lon: place.map_or(i32::MIN, |place| micro(place.position.lon)),
        family,
        is_residence: RESIDENCES.contains(&listing.service.definition().code.as_str()),
    }
}

/// Services people live in.
const RESIDENCES: [&str; 15] = [
    "care-510",
    "care-520",
    "care-530",
    "care-540",
    "care-550",
    "care-331",
    "care-332",
    "care-334",
    "care-361",
    "care-362",
    "care-364",
    "disability-32",
    "disability-21",
    "child-68",
    "child-69",
];

pub(crate) fn core(name: &str) -> String {
    fold::core_name(name).chars().filter(|c| c.is_alphanumeric() || *c == 'ー').collect()
}

fn office_name(listing: &Listing) -> String {
    own_name(&listing.name, listing.organization.as_ref().map_or("", |organization| &organization.name))
}

/// The name without the organization in front of it, where something is left: half of the rows write
/// `社会福祉法人星会 ほし相談室`, the other half `ほし相談室`.
pub(crate) fn own_name(name: &str, organization: &str) -> String {
    let (name, organization) = (core(name), core(organization));
    match name.strip_prefix(&organization) {
        Some(rest) if !organization.is_empty() && rest.chars().count() >= 3 => rest.to_owned(),
        _ => name,
    }
}

/// Address up to the building: folded, 郡, 大字 and 字 dropped, cut after the run of numbers that is no part of a name
/// (北1条西2, 3番町). Empty without a house number, where the address says too little.
pub(crate) fn address_key(address: &str) -> String {
    let folded: String = fold::address(address).replace("大字", "").chars().filter(|c| *c != '字').collect();
    let chars: Vec<char> = folded.chars().collect();
    let mut at = 0;
    while at < chars.len() {
        if !chars[at].is_ascii_digit() {
            at += 1;
            continue;
        }
        let mut end = at;
        while end < chars.len() && (chars[end].is_ascii_digit() || chars[end] == '-') {
            end += 1;
        }
        let names_a_place = matches!(
            chars.get(end),
            Some(
                '条' | '線'
                    | '町'
                    | '丁'
                    | '区'
                    | '号'
                    | '地'
                    | '東'
                    | '西'
                    | '南'
                    | '北'
                    | '番'
                    | '班'
                    | '組'
                    | '部'
            )
        );
        if !names_a_place {
            return without_room(&chars[..end], at);
        }
        at = end;
    }
    String::new()
}

/// Three numbers are 丁目, 番, 号; a fourth is a room (2-3-25-101).
fn without_room(address: &[char], numbers_from: usize) -> String {
    let numbers: String = address[numbers_from..].iter().collect();
    let house: Vec<&str> = numbers.split('-').filter(|part| !part.is_empty()).take(3).collect();
    let place: String = address[..numbers_from].iter().collect();
    crate::gazetteer::place_of(&place) + &house.join("-")
}

pub(crate) fn hash(text: &str) -> u32 {
    if text.is_empty() {
        return 0;
    }
    let mut hasher = DefaultHasher::new();
    text.hash(&mut hasher);
    (hasher.finish() as u32).max(1)
}

pub(crate) fn grams(name: &str) -> u128 {
    let chars: Vec<char> = name.chars().collect();
    let bit = |pair: &[char]| {
        let mut hasher = DefaultHasher::new();
        pair.hash(&mut hasher);
        1_u128 << (hasher.finish() % 128)
    };
    if chars.len() == 1 { bit(&chars) } else { chars.windows(2).fold(0, |grams, pair| grams | bit(pair)) }
}

impl Row {
    /// How alike two names are, 0–1: Dice over bigrams.
    pub fn likeness(&self, other: &Self) -> f64 {
        let all = self.grams.count_ones() + other.grams.count_ones();
        if all == 0 { 0.0 } else { 2.0 * f64::from((self.grams & other.grams).count_ones()) / f64::from(all) }
    }

    /// Metres between two official positions.
    pub fn distance(&self, other: &Self) -> Option<f64> {
        let position = |row: &Self| {
            let degrees = |micro: i32| f64::from(micro) / 1e6;
            (row.lat != i32::MIN).then(|| Position { lat: degrees(row.lat), lon: degrees(row.lon) })
        };
        Some(position(self)?.distance_m(position(other)?))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_cut_at_its_building_and_not_inside_a_name() {
        for (a, b) in [
            (
                "北海道札幌市中央区北1条西15丁目1番地3大通ハイム606",
                "北海道札幌市中央区北一条西１５丁目１－３",
            ),
            ("大分県中津市大字大悟法751番地", "大分県中津市大悟法751"),
            ("東京都千代田区三番町5-1星ビル2F", "東京都千代田区三番町5番地1"),
        ] {
            assert_eq!(address_key(a), address_key(b), "{a}");
            assert!(!address_key(a).is_empty());
        }
        assert_ne!(
            address_key("大阪府枚方市禁野本町2丁目14番16号"),
            address_key("大阪府枚方市禁野本町2丁目14番")
        );
        assert_eq!(address_key("北海道奥尻郡奥尻町字奥尻"), "");
    }
}
