//! Keys: unique within a data set, the same from edition to edition.

use crate::{Batch, mend::Marks, report::rejection};
use hoshizu_catalog::{
    fold,
    listing::{Listing, MarkKind},
};
use sha2::{Digest, Sha256};
use std::collections::HashMap;

/// A stable key for a row whose source gives none: a hash of name, address and service.
pub(crate) fn of_content(name: &str, address: &str, service: &str) -> String {
    let text = format!("{}\n{}\n{service}", fold::text(name), fold::address(address));
    Sha256::digest(text.as_bytes())
        .iter()
        .take(8)
        .fold(String::from("h"), |key, byte| key + &format!("{byte:02x}"))
}

/// Whether a spreadsheet has destroyed an identifier (`1.23E+05`) or it holds nothing.
pub(crate) fn is_unusable(key: &str) -> bool {
    let is_exponent = key.contains(['E', 'e']) && key.contains('.') && key.parse::<f64>().is_ok();
    key.is_empty() || is_exponent || key.chars().count() > 100
}

/// Settles rows that share a key. What two real files taught: in kaigo 170 one office stands twice, five metres apart,
/// under its number; in WAM 42 one `NO` names two offices of two prefectures. So a second row of the same office is
/// rejected, and a second office keeps its row under the key with its municipality behind it.
pub(crate) fn settle(batch: &mut Batch<Listing>, column: &str) {
    let mut first: HashMap<String, usize> = HashMap::with_capacity(batch.records.len());
    let mut kept: Vec<(u64, Listing)> = Vec::with_capacity(batch.records.len());
    for (line, mut listing) in std::mem::take(&mut batch.records) {
        if let Some(&at) = first.get(&listing.key) {
            let other = &kept[at].1;
            if let Some((reason, remedy)) = duplicate(other, &listing) {
                batch.rejected.push(rejection(line, column, &listing.key, reason, remedy));
                continue;
            }
            let place = listing
                .municipality
                .map_or_else(|| of_content(&listing.name, &listing.address, ""), |code| code.to_string());
            let key = format!("{}@{place}", listing.key);
            if first.contains_key(&key) {
                let remedy = "同じ番号の行がほかにもあります。公表元に番号を確かめてください。";
                batch.rejected.push(rejection(line, column, &listing.key, "duplicate_key", remedy));
                continue;
            }
            let mut marks = Marks(std::mem::take(&mut listing.marks));
            marks.add("key", MarkKind::Unusable, &listing.key);
            listing.marks = marks.0;
            listing.key = key;
        }
        first.insert(listing.key.clone(), kept.len());
        kept.push((line, listing));
    }
    batch.records = kept;
    batch.rejected.sort_by_key(|rejection| rejection.line);
}

fn duplicate(first: &Listing, second: &Listing) -> Option<(&'static str, &'static str)> {
    if crate::difference::digest(first) == crate::difference::digest(second) {
        return Some(("duplicate_row", "同じ行が前にあります。何もする必要はありません。"));
    }
    let near = match (&first.place, &second.place) {
        (Some(a), Some(b)) => a.position.distance_m(b.position) <= 300.0,
        _ => true,
    };
    let same_name = fold::core_name(&first.name) == fold::core_name(&second.name);
    let same_phone = first.phone.is_some() && first.phone == second.phone;
    ((same_name || same_phone) && near).then_some((
        "duplicate_key",
        "同じ事業所が同じ番号で前の行にあります（先の行を採りました）。どちらが正しいか公表元に確かめてください。",
    ))
}
