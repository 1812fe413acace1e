//! A review item as a person decides it: values side by side, field by field, and what may be decided.

use crate::{
    app::App,
    clock::rfc3339,
    http::{
        principal::Principal,
        problem::{Problem, Result},
        respond,
    },
    region::Region,
    view::{
        card::Card,
        review::{ComparedField, ReviewView, SuggestionDetail},
    },
};
use hoshizu_catalog::{fold, id::OfficeId, number::OfficeNumber, office::Office, permission::Action};
use hoshizu_store::{
    Tx, office,
    review::{OPEN, Review, conflict},
};
use serde_json::Value;

/// Fields of two offices, in the order in which a person looks.
const PAIR: [&str; 13] = [
    "name",
    "kana",
    "organization",
    "number",
    "service",
    "address",
    "building",
    "phone",
    "fax",
    "url",
    "email",
    "municipality",
    "edition",
];

/// The item with everything needed to decide it.
pub async fn view(app: &App, tx: &mut Tx, principal: &Principal, item: Review) -> Result<ReviewView> {
    let region = app.region.load_full();
    let offices = office::many(tx, &item.offices).await?;
    let cards = respond::cards(tx, &region, &offices).await?;
    let suggestion = item.payload.as_ref().map(suggestion);
    let (columns, fields) = match item.kind.as_str() {
        conflict::CONFLICT => {
            (vec!["local", "official"], of_conflict(tx, offices.first(), &item.differ).await?)
        }
        "suggestion" | "closure" => {
            (vec!["current", "suggested"], of_suggestion(offices.first(), suggestion.as_ref()))
        }
        _ => (cards.iter().map(|_| "office").collect(), of_pair(&offices, &cards)),
    };
    let whole = offices.len() == item.offices.len() && !offices.is_empty();
    let may = offices.iter().all(|office| principal.may_office(app, Action::Moderate, office));
    let choices =
        if whole && may && item.state == OPEN { choices(&item.kind, suggestion.as_ref()) } else { &[] };
    Ok(ReviewView {
        id: item.id.0,
        kind: item.kind,
        state: item.state,
        created_at: rfc3339(item.created_at),
        offices: cards,
        columns,
        fields,
        agree: item.agree,
        differ: item.differ,
        suggestion,
        choices: choices.to_vec(),
    })
}

fn choices(kind: &str, suggestion: Option<&SuggestionDetail>) -> &'static [&'static str] {
    match kind {
        "match_candidate" | "duplicate" => &["same", "different"],
        conflict::CONFLICT => &["keep", "official"],
        "suggestion" if suggestion.is_some_and(|s| conflict::FIELDS.contains(&s.field.as_str())) => {
            &["accept", "reject"]
        }
        "closure" => &["accept", "reject"],
        // What no field of ours holds is done by hand; the item is then closed.
        "suggestion" => &["done", "reject"],
        _ => &[],
    }
}

fn suggestion(payload: &Value) -> SuggestionDetail {
    let text = |name: &str| payload[name].as_str().map(str::to_owned);
    SuggestionDetail {
        field: text("field").unwrap_or_default(),
        old: text("old").unwrap_or_default(),
        new: text("new").unwrap_or_default(),
        note: text("note"),
        contact: text("contact"),
        from: text("from").unwrap_or_default(),
    }
}

fn of_suggestion(office: Option<&Office>, suggestion: Option<&SuggestionDetail>) -> Vec<ComparedField> {
    let (Some(office), Some(suggestion)) = (office, suggestion) else { return Vec::new() };
    let Some(field) = conflict::FIELDS.into_iter().find(|field| *field == suggestion.field) else {
        return Vec::new();
    };
    let current = conflict::value_of(office, field).unwrap_or_default();
    vec![compared(field, vec![current, suggestion.new.clone()])]
}

async fn of_conflict(tx: &mut Tx, office: Option<&Office>, differ: &[String]) -> Result<Vec<ComparedField>> {
    let Some(office) = office else { return Ok(Vec::new()) };
    let official = conflict::official(tx, office.id).await?;
    Ok(conflict::FIELDS
        .into_iter()
        .filter(|field| differ.iter().any(|differing| differing == field))
        .map(|field| {
            let of = |office: &Office| conflict::value_of(office, field).unwrap_or_default();
            compared(field, vec![of(office), official.as_ref().map(of).unwrap_or_default()])
        })
        .collect())
}

fn of_pair(offices: &[Office], cards: &[Card]) -> Vec<ComparedField> {
    let both: Vec<(&Office, &Card)> = offices.iter().zip(cards).collect();
    PAIR.into_iter()
        .map(|field| compared(field, both.iter().map(|(office, card)| value(field, office, card)).collect()))
        .filter(|field| field.values.iter().any(|value| !value.is_empty()))
        .collect()
}

fn value(field: &str, office: &Office, card: &Card) -> String {
    match field {
        "organization" => card.organization.as_ref().map(|o| o.name.clone()).unwrap_or_default(),
        "number" => {
            let numbers: Vec<&str> = office.numbers.iter().map(OfficeNumber::as_str).collect();
            numbers.join(" ")
        }
        "service" => card.services.join(" "),
        "municipality" => card.municipality.as_ref().map(|m| m.name.clone()).unwrap_or_default(),
        "edition" => card.edition.clone().unwrap_or_default(),
        field => conflict::value_of(office, field).unwrap_or_default(),
    }
}

fn compared(field: &'static str, values: Vec<String>) -> ComparedField {
    let folded: Vec<String> = values.iter().map(|value| meaning(field, value)).collect();
    let stated = folded.iter().all(|value| !value.is_empty());
    let agrees = stated.then(|| folded.windows(2).all(|pair| pair[0] == pair[1]));
    ComparedField { field, values, agrees }
}

/// What two spellings of one value have in common.
fn meaning(field: &str, value: &str) -> String {
    match field {
        "name" | "organization" => fold::core_name(value),
        "address" => fold::address(value),
        "phone" | "fax" => fold::phone_digits(value).unwrap_or_default(),
        _ => fold::text(value),
    }
}

/// The item's offices as far as they are there; not found for an item no office of which is in the area of who asks,
/// so that nobody learns of it.
pub async fn visible(app: &App, tx: &mut Tx, principal: &Principal, item: &Review) -> Result<Vec<Office>> {
    let offices = office::many(tx, &item.offices).await?;
    if offices.iter().any(|office| principal.may_office(app, Action::Moderate, office)) {
        Ok(offices)
    } else {
        Err(Problem::not_found("review item"))
    }
}

/// Codes of the areas each open item lies in, for filters.
pub fn areas_of(region: &Region, places: &office::Places, office: OfficeId) -> Option<Vec<String>> {
    places.get(&office).map(|(municipality, position)| region.tree.codes_of(*municipality, *position))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_of_one_value_agree_and_a_missing_one_says_nothing() {
        let of = |field, a: &str, b: &str| compared(field, vec![a.to_owned(), b.to_owned()]).agrees;
        assert_eq!(of("phone", "０９９（０００）０００１", "099-000-0001"), Some(true));
        assert_eq!(of("name", "社会福祉法人 あおば", "アオバ"), Some(true));
        assert_eq!(of("address", "星見市中央1丁目2番3号", "星見市中央1-2-3"), Some(true));
        assert_eq!(of("url", "https://a.example", "https://b.example"), Some(false));
        assert_eq!(of("fax", "", "099-000-0001"), None);
    }
}
