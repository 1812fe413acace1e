//! Every stated value of an office beside the one that is shown: what each source says, and what was set by hand.

use crate::{source, view::office::StatedValue};
use hoshizu_catalog::{
    listing::Listing,
    office::{Office, Service},
    position::Placed,
};
use hoshizu_store::office::Full;

type Read<T> = fn(&T) -> Option<String>;

/// The fields shown with their sources: name in the API, how a listing states it, how the office shows it.
const FIELDS: [(&str, Read<Listing>, Read<Office>); 10] = [
    ("name", |l| Some(l.name.clone()), |o| Some(o.name.clone())),
    ("kana", |l| l.kana.clone(), |o| o.kana.clone()),
    ("postal_code", |l| l.postal_code.clone(), |o| o.postal_code.clone()),
    ("address", |l| Some(l.address.clone()), |o| Some(o.address.clone())),
    ("building", |l| l.building.clone(), |o| o.building.clone()),
    ("position", |l| l.place.map(position), |o| o.place.map(position)),
    ("phone", |l| l.phone.clone(), |o| o.phone.clone()),
    ("fax", |l| l.fax.clone(), |o| o.fax.clone()),
    ("url", |l| l.url.clone(), |o| o.url.clone()),
    ("email", |l| l.email.clone(), |o| o.email.clone()),
];

fn position(placed: Placed) -> String {
    format!("{:.6},{:.6}", placed.position.lat, placed.position.lon)
}

/// Stated values by field, local ones first, then by edition, newest first; equal statements of several services of
/// one source and edition once.
pub fn values(full: &Full) -> Vec<StatedValue> {
    FIELDS.iter().flat_map(|(field, stated, shown)| of_field(full, field, *stated, *shown)).collect()
}

fn of_field(full: &Full, field: &str, stated: Read<Listing>, shown: Read<Office>) -> Vec<StatedValue> {
    let current = shown(&full.office).unwrap_or_default();
    let column = if field == "position" { "place" } else { field };
    let local = full.corrections.iter().map(|(_, correction)| correction).filter(|c| c.field == column);
    let mut values: Vec<StatedValue> = local
        .map(|correction| StatedValue {
            field: field.to_owned(),
            value: correction.value.clone(),
            kind: "local",
            // Who set it stands in the history, for those who may read it.
            source_label: String::new(),
            edition: correction.at.get(..10).unwrap_or_default().to_owned(),
            current: true,
            note: correction.note.clone(),
        })
        .collect();
    let set_by_hand = !values.is_empty();
    let mut services: Vec<&Service> = full.services.iter().collect();
    services.sort_by(|a, b| b.edition.cmp(&a.edition).then_with(|| a.dataset.cmp(&b.dataset)));
    for service in services {
        let Some(value) = stated(&service.listing).filter(|value| !value.is_empty()) else { continue };
        let source_label = source::label(&service.dataset);
        let edition = service.edition.to_string();
        let said =
            |v: &StatedValue| v.value == value && v.source_label == source_label && v.edition == edition;
        if values.iter().any(said) {
            continue;
        }
        values.push(StatedValue {
            field: field.to_owned(),
            current: !set_by_hand && value == current,
            value,
            kind: "official",
            source_label,
            edition,
            note: None,
        });
    }
    values
}
