//! What changed between two editions of a data set. Pure: rows in, differences out.

use hoshizu_catalog::{
    listing::{Listing, Schedule},
    position::Placed,
};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

/// One field that differs between two editions of a row.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FieldChange {
    /// Field of the listing (`phone`, `organization.name`, `schedule.weekday`, `extra.指定機関名`).
    pub field: String,
    /// Value in the older edition, `None` when it had none.
    pub before: Option<String>,
    /// Value in the newer edition.
    pub after: Option<String>,
}

/// Whether a file replaces what is known of its data set, or is a part of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Coverage {
    /// Rows missing from it are gone.
    Whole,
    /// Too few rows to be the whole: nothing is marked gone.
    Excerpt,
}

/// Below half of the known rows a file is an excerpt: one municipality's rows, a file cut short. The largest true loss
/// between two editions of the real files is 2.6 %.
pub fn coverage(known: usize, incoming: usize) -> Coverage {
    if incoming.saturating_mul(2) < known { Coverage::Excerpt } else { Coverage::Whole }
}

/// A stable hash of a listing: the first 16 bytes of SHA-256 of its JSON, marks left out. Marks say how a value came to
/// be, so a file that only writes its digits differently has the same digest.
pub fn digest(listing: &Listing) -> [u8; 16] {
    let plain;
    let listing = if listing.marks.is_empty() {
        listing
    } else {
        plain = Listing { marks: Vec::new(), ..listing.clone() };
        &plain
    };
    // Fields in the order of the struct, `extra` in the order of its keys: the same text for the same values.
    let json = serde_json::to_vec(listing).unwrap_or_default();
    let mut out = [0; 16];
    out.copy_from_slice(&Sha256::digest(&json)[..16]);
    out
}

/// The fields that differ, in the order of the listing.
pub fn of(previous: &Listing, next: &Listing) -> Vec<FieldChange> {
    let (before, after) = (fields(previous), fields(next));
    let mut changes: Vec<FieldChange> = before
        .iter()
        .zip(&after)
        .filter(|((_, a), (_, b))| a != b)
        .map(|((field, a), (_, b))| change((*field).to_owned(), a.as_deref(), b.as_deref()))
        .collect();
    for key in previous.extra.keys().chain(next.extra.keys().filter(|key| !previous.extra.contains_key(*key)))
    {
        let (a, b) = (previous.extra.get(key), next.extra.get(key));
        if a != b {
            changes.push(change(format!("extra.{key}"), a.map(String::as_str), b.map(String::as_str)));
        }
    }
    changes
}

fn change(field: String, before: Option<&str>, after: Option<&str>) -> FieldChange {
    FieldChange { field, before: before.map(str::to_owned), after: after.map(str::to_owned) }
}

fn fields(l: &Listing) -> Vec<(&'static str, Option<String>)> {
    let organization = l.organization.as_ref();
    let mut fields = vec![
        ("service", Some(l.service.definition().ja.clone())),
        ("name", Some(l.name.clone())),
        ("kana", l.kana.clone()),
        ("number", l.number.as_ref().map(|n| n.as_str().to_owned())),
        ("organization.name", organization.map(|o| o.name.clone()).filter(|name| !name.is_empty())),
        ("organization.kana", organization.and_then(|o| o.kana.clone())),
        ("organization.number", organization.and_then(|o| Some(o.number.as_ref()?.as_str().to_owned()))),
        ("organization.address", organization.and_then(|o| o.address.clone())),
        ("organization.phone", organization.and_then(|o| o.phone.clone())),
        ("organization.fax", organization.and_then(|o| o.fax.clone())),
        ("organization.url", organization.and_then(|o| o.url.clone())),
        ("municipality", l.municipality.map(|code| code.to_string())),
        ("postal_code", l.postal_code.clone()),
        ("address", Some(l.address.clone()).filter(|address| !address.is_empty())),
        ("building", l.building.clone()),
        ("position", l.place.map(position)),
        ("phone", l.phone.clone()),
        ("fax", l.fax.clone()),
        ("url", l.url.clone()),
        ("email", l.email.clone()),
        ("capacity", l.capacity.map(|persons| persons.to_string())),
    ];
    fields.extend(schedule(&l.schedule));
    fields.push(("kyosei", Some(if l.kyosei { "あり" } else { "なし" }.to_owned())));
    fields.push(("remarks", l.remarks.clone()));
    fields
}

fn position(place: Placed) -> String {
    let precision = serde_json::to_value(place.precision).ok();
    let precision = precision.as_ref().and_then(|p| p.as_str()).unwrap_or_default();
    format!("{:.6},{:.6} ({precision})", place.position.lat, place.position.lon)
}

fn schedule(schedule: &Schedule) -> [(&'static str, Option<String>); 6] {
    [
        ("schedule.weekday", schedule.weekday.clone()),
        ("schedule.saturday", schedule.saturday.clone()),
        ("schedule.sunday", schedule.sunday.clone()),
        ("schedule.holiday", schedule.holiday.clone()),
        ("schedule.closed", schedule.closed.clone()),
        ("schedule.remarks", schedule.remarks.clone()),
    ]
}
