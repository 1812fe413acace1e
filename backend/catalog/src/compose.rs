//! From listings to an office: which of several stated values stands.
//!
//! 1. Services that stand in the newest edition of their data set count. Only when none is left do the gone ones
//!    speak, and the office is gone since the newest edition one of them is missing from.
//! 2. Each value is taken from the newest edition that states it; of the same edition kaigo goes before wamnet and
//!    wamnet before the rest, then the smaller data set name and key. Empty values state nothing.
//! 3. Address and building belong together, so the building comes from the listing the address comes from; so do
//!    postal code and municipality where it has them. (A room of one listing behind the street of another is an address nobody has.)
//! 4. The name is the one most services carry; of equals the one rule 2 prefers. Names that fold to the same are
//!    one name.
//! 5. The place is the most precise one, then rule 2.
//! 6. A local correction goes before all of them.
//!
//! The order the services come in never matters.

use crate::{
    fold,
    id::{OfficeId, OrganizationId},
    listing::{Listing, Schedule},
    number::OfficeNumber,
    office::{Correction, Office, OpenDays, Service},
    position::{Placed, Position, Precision},
    taxonomy::ServiceType,
};
use std::{cmp::Reverse, collections::HashMap};

/// The office its services and local corrections make. `None` without any service.
pub fn office(
    id: OfficeId,
    organization: Option<OrganizationId>,
    services: &[Service],
    corrections: &[Correction],
) -> Option<Office> {
    let ranked = ranked(services);
    let first = ranked.first()?;
    let name = name(&ranked);
    let address =
        ranked.iter().find(|s| !s.listing.address.is_empty()).map_or(&first.listing, |s| &s.listing);
    let mut types: Vec<ServiceType> = ranked.iter().map(|s| s.listing.service).collect();
    types.sort_unstable();
    types.dedup();
    let mut office = Office {
        id,
        organization,
        other_names: other_names(&ranked, &name),
        name,
        kana: newest(&ranked, |l| l.kana.as_deref()),
        numbers: numbers(&ranked),
        municipality: address.municipality.or_else(|| ranked.iter().find_map(|s| s.listing.municipality)),
        postal_code: address
            .postal_code
            .clone()
            .filter(|code| !code.is_empty())
            .or_else(|| newest(&ranked, |l| l.postal_code.as_deref())),
        address: address.address.clone(),
        building: address.building.clone().filter(|building| !building.is_empty()),
        place: place(&ranked),
        phone: newest(&ranked, |l| l.phone.as_deref()),
        fax: newest(&ranked, |l| l.fax.as_deref()),
        url: newest(&ranked, |l| l.url.as_deref()),
        email: newest(&ranked, |l| l.email.as_deref()),
        systems: types.iter().map(|service| service.system()).collect(),
        services: types,
        kyosei: ranked.iter().any(|s| s.listing.kyosei),
        open: open_days(&ranked),
        edition: Some(first.edition.clone()),
        gone_in: ranked.iter().filter_map(|s| s.gone_in.clone()).max(),
    };
    let mut corrections: Vec<&Correction> = corrections.iter().collect();
    corrections.sort_by(|a, b| (&a.at, &a.field, &a.value).cmp(&(&b.at, &b.field, &b.value)));
    for correction in corrections {
        correct(&mut office, correction);
    }
    Some(office)
}

/// The services that speak, the one whose values go first in front.
fn ranked(services: &[Service]) -> Vec<&Service> {
    let any_current = services.iter().any(|s| s.gone_in.is_none());
    let mut ranked: Vec<&Service> = services.iter().filter(|s| !any_current || s.gone_in.is_none()).collect();
    ranked.sort_by_cached_key(|s| {
        (Reverse(s.edition.clone()), source_rank(&s.dataset), s.dataset.clone(), s.listing.key.clone(), s.id)
    });
    ranked
}

fn source_rank(dataset: &str) -> u8 {
    match dataset.split(':').next() {
        Some("kaigo") => 0,
        Some("wamnet") => 1,
        _ => 2,
    }
}

fn newest(ranked: &[&Service], value: impl Fn(&Listing) -> Option<&str>) -> Option<String> {
    ranked.iter().filter_map(|s| value(&s.listing)).find(|value| !value.is_empty()).map(str::to_owned)
}

fn name(ranked: &[&Service]) -> String {
    let mut carried: HashMap<String, (usize, usize, &str)> = HashMap::new();
    for (rank, service) in ranked.iter().enumerate().filter(|(_, s)| !s.listing.name.is_empty()) {
        let folded = fold::text(&service.listing.name);
        carried.entry(folded).or_insert((0, rank, &service.listing.name)).0 += 1;
    }
    let most = carried.into_values().min_by_key(|(count, rank, _)| (Reverse(*count), *rank));
    most.map(|(_, _, name)| name.to_owned()).unwrap_or_default()
}

fn other_names(ranked: &[&Service], name: &str) -> Vec<String> {
    let mut seen = vec![fold::text(name)];
    let mut others: Vec<String> = Vec::new();
    for service in ranked.iter().filter(|s| !s.listing.name.is_empty()) {
        let folded = fold::text(&service.listing.name);
        if !seen.contains(&folded) {
            seen.push(folded);
            others.push(service.listing.name.clone());
        }
    }
    others.sort_unstable();
    others
}

fn numbers(ranked: &[&Service]) -> Vec<OfficeNumber> {
    let mut numbers: Vec<OfficeNumber> = ranked.iter().filter_map(|s| s.listing.number.clone()).collect();
    numbers.sort_unstable();
    numbers.dedup();
    numbers
}

fn place(ranked: &[&Service]) -> Option<Placed> {
    // `min_by_key` keeps the first of equals, and the first is the newest.
    ranked.iter().filter_map(|s| s.listing.place).min_by_key(|place| place.precision)
}

fn open_days(ranked: &[&Service]) -> OpenDays {
    let days = |s: &Schedule| {
        [&s.weekday, &s.saturday, &s.sunday, &s.holiday]
            .iter()
            .enumerate()
            .fold(0, |bits, (day, hours)| bits | u8::from(hours.is_some()) << day)
    };
    OpenDays(ranked.iter().fold(0, |bits, s| bits | days(&s.listing.schedule)))
}

/// Sets a value by hand; a field that is none of [`Correction::field`]'s list changes nothing.
fn correct(office: &mut Office, correction: &Correction) {
    let text = correction.value.trim();
    let value = (!text.is_empty()).then(|| text.to_owned());
    match correction.field.as_str() {
        // An office without a name or address cannot be found by anybody: these two cannot be cleared.
        "name" => {
            if let Some(name) = value.filter(|name| *name != office.name) {
                let folded = fold::text(&name);
                let official = std::mem::replace(&mut office.name, name);
                office.other_names.push(official);
                office.other_names.retain(|other| !other.is_empty() && fold::text(other) != folded);
                office.other_names.sort_unstable();
                office.other_names.dedup();
            }
        }
        "address" => office.address = value.unwrap_or_else(|| office.address.clone()),
        "kana" => office.kana = value,
        "postal_code" => office.postal_code = value,
        "building" => office.building = value,
        "phone" => office.phone = value,
        "fax" => office.fax = value,
        "url" => office.url = value,
        "email" => office.email = value,
        "place" if value.is_none() => office.place = None,
        "place" => {
            if let Some(position) = position(text) {
                office.place = Some(Placed { position, precision: Precision::Confirmed });
            }
        }
        _ => {}
    }
}

/// `lat,lon` in degrees.
fn position(text: &str) -> Option<Position> {
    let (lat, lon) = text.split_once(',')?;
    let (lat, lon) = (lat.trim().parse().ok()?, lon.trim().parse().ok()?);
    ((-90.0..=90.0).contains(&lat) && (-180.0..=180.0).contains(&lon)).then_some(Position { lat, lon })
}

#[cfg(test)]
mod tests;
