//! From answers of store and index to what the API shows.

use crate::{
    http::problem::Result,
    region::Region,
    source,
    view::{
        card::{Card, Highlights},
        office::{MarkView, OfficeDetail, OrganizationSummary, ScheduleView, ServiceDetail, SourceView},
        search::{
            Alternative, Count, Facets, Interpretation, NamedCount, PlaceView, SuggestionList, SuggestionView,
        },
    },
};
use axum::{
    http::{HeaderValue, header},
    response::{IntoResponse as _, Response},
};
use hoshizu_catalog::{
    glossary,
    id::OfficeId,
    listing::Schedule,
    number::MunicipalityCode,
    office::{Office, Service},
    position::Position,
    system::System,
    taxonomy::ServiceType,
};
use hoshizu_search::{Answer, Hit};
use hoshizu_store::{Tx, dataset, entry, office, organization};
use serde::Serialize;

/// Most areas in facets: a prefecture has fewer municipalities.
const MAX_AREAS: usize = 200;

/// An answer as JSON. Cards come from the index as JSON already; distance and highlights are spliced in, which saves
/// parsing and writing twenty objects at each key stroke.
pub fn office_page(region: &Region, answer: &Answer) -> Response {
    #[derive(Serialize)]
    struct Rest<'a> {
        total: u64,
        facets: Facets,
        next_cursor: Option<&'a str>,
        interpretation: Interpretation,
        bounds: Option<[f64; 4]>,
        alternatives: Vec<Alternative>,
    }
    let rest = Rest {
        total: answer.total,
        facets: facets(region, answer),
        next_cursor: answer.next_cursor.as_deref(),
        interpretation: interpretation(answer),
        bounds: answer.bounds,
        alternatives: alternatives(answer),
    };
    let mut body = b"{\"items\":[".to_vec();
    for (at, hit) in answer.hits.iter().enumerate() {
        if at > 0 {
            body.push(b',');
        }
        push_card(&mut body, hit);
    }
    body.extend_from_slice(b"],");
    let rest = serde_json::to_vec(&rest).unwrap_or_else(|_| b"{}".to_vec());
    body.extend_from_slice(&rest[1..]);
    ([(header::CONTENT_TYPE, HeaderValue::from_static("application/json"))], body).into_response()
}

fn push_card(body: &mut Vec<u8>, hit: &Hit) {
    let open = hit.card.strip_suffix(b"}").unwrap_or(b"{");
    body.extend_from_slice(open);
    if let Some(distance) = hit.distance_m {
        body.extend_from_slice(format!(",\"distance_m\":{distance:.0}").as_bytes());
    }
    if !hit.highlights.is_empty() {
        body.extend_from_slice(b",\"highlights\":");
        body.extend(serde_json::to_vec(&highlights(hit)).unwrap_or_else(|_| b"{}".to_vec()));
    }
    body.push(b'}');
}

fn highlights(hit: &Hit) -> Highlights {
    let mut found = Highlights::default();
    for (field, ranges) in &hit.highlights {
        match *field {
            "name" => found.name.clone_from(ranges),
            "kana" => found.kana.clone_from(ranges),
            "organization" => found.organization.clone_from(ranges),
            "address" => found.address.clone_from(ranges),
            _ => {}
        }
    }
    found
}

/// The card of a hit with its distance.
pub fn card(hit: &Hit) -> Option<Card> {
    let mut card: Card = serde_json::from_slice(&hit.card).ok()?;
    card.distance_m = hit.distance_m.map(f64::round);
    Some(card)
}

fn facets(region: &Region, answer: &Answer) -> Facets {
    let found = &answer.facets;
    Facets {
        systems: System::ALL
            .iter()
            .zip(found.systems)
            .map(|(system, count)| Count { code: system.code().to_owned(), count: count.into() })
            .collect(),
        services: found
            .services
            .iter()
            .filter_map(|(index, count)| {
                let code = ServiceType::from_index(*index)?.definition().code.clone();
                Some(Count { code, count: (*count).into() })
            })
            .collect(),
        areas: found
            .municipalities
            .iter()
            .take(MAX_AREAS)
            .filter_map(|(number, count)| {
                let code = MunicipalityCode::from_number(*number)?;
                let name = region.municipality_name(code).unwrap_or_default().to_owned();
                Some(NamedCount { code: code.to_string(), name, count: (*count).into() })
            })
            .collect(),
        both_systems: found.both_systems.into(),
        kyosei: found.kyosei.into(),
    }
}

fn interpretation(answer: &Answer) -> Interpretation {
    let found = &answer.interpretation;
    Interpretation {
        text: found.text.clone(),
        without_place: found.without_place.clone(),
        place: found.places.first().map(|first| PlaceView {
            codes: found.places.iter().map(|place| place.code.clone()).collect(),
            name: first.name.clone(),
            kind: first.kind.code().to_owned(),
        }),
        services: found
            .services
            .iter()
            .filter_map(|index| Some(ServiceType::from_index(*index)?.definition().code.clone()))
            .collect(),
        corrected: found.corrected.clone(),
    }
}

fn alternatives(answer: &Answer) -> Vec<Alternative> {
    answer
        .alternatives
        .iter()
        .map(|wider| Alternative {
            reason: wider.reason.code().to_owned(),
            q: wider.q.clone(),
            radius_m: wider.radius_m,
            drop: wider.drop.iter().map(|name| (*name).to_owned()).collect(),
            total: wider.total,
        })
        .collect()
}

/// Completions.
pub fn suggestions(found: Vec<hoshizu_search::Suggestion>, terms: &[&glossary::Term]) -> SuggestionList {
    let found = found.into_iter().map(|item| SuggestionView {
        kind: item.kind.code().to_owned(),
        label: item.label,
        detail: item.detail,
        id: item.id.map(|id| id.to_string()),
        code: item.code,
        q: item.query,
    });
    let terms = terms.iter().map(|term| SuggestionView {
        kind: "term".to_owned(),
        label: term.care_ja.to_owned(),
        detail: term.disability_ja.to_owned(),
        id: None,
        code: Some(term.code.to_owned()),
        q: None,
    });
    SuggestionList { items: found.chain(terms).collect() }
}

/// The cards of offices, with the names of their organizations.
pub async fn cards(tx: &mut Tx, region: &Region, offices: &[Office]) -> Result<Vec<Card>> {
    let mut cards = Vec::with_capacity(offices.len());
    let ids: Vec<OfficeId> = offices.iter().map(|office| office.id).collect();
    let (entries, assurances) = (entry::many(tx, &ids).await?, entry::assurances(tx, &ids).await?);
    let nothing = entry::Stored::default();
    for office in offices {
        let organization = match office.organization {
            Some(id) => organization::find(tx, id).await?,
            None => None,
        };
        let municipality = office.municipality.and_then(|code| region.municipality_name(code));
        let name = organization.as_ref().map(|listed| listed.organization.name.as_str());
        let stored = entries.get(&office.id).unwrap_or(&nothing);
        let checked = assurances.get(&office.id).map_or(&[][..], Vec::as_slice);
        cards.push(Card::of(office, name, municipality).with_entry(stored, checked));
    }
    Ok(cards)
}

/// The page of an office.
pub async fn office_detail(tx: &mut Tx, region: &Region, full: office::Full) -> Result<OfficeDetail> {
    /// Siblings shown on the page; the organization's page has all.
    const SIBLINGS: usize = 6;
    let office = &full.office;
    let here = office.place.map(|placed| placed.position);
    let mut same_place = office::same_place(tx, office, 20).await?;
    same_place.retain(|other| other.id != office.id);
    let (mut siblings, mut summary) = (Vec::new(), None);
    if let Some(id) = office.organization {
        let listed = organization::find(tx, id).await?;
        summary = listed.map(|listed| OrganizationSummary {
            id: id.0,
            name: listed.organization.name,
            number: listed.organization.number.map(|number| number.as_str().to_owned()),
            phone: listed.organization.phone,
            url: listed.organization.url,
            offices: listed.offices,
        });
        siblings = office::by_organization(tx, id, 500).await?;
        // What stands at the same place is listed there.
        siblings.retain(|other| other.id != office.id && same_place.iter().all(|near| near.id != other.id));
        siblings.sort_by(|a, b| distance(here, a).total_cmp(&distance(here, b)));
        siblings.truncate(SIBLINGS);
    }
    let mut services_detail = Vec::with_capacity(full.services.len());
    for service in &full.services {
        services_detail.push(service_detail(tx, service).await?);
    }
    services_detail.sort_by_key(|service| service.gone_in.is_some());
    let municipality = office.municipality.and_then(|code| region.municipality_name(code));
    let stored = entry::find(tx, office.id).await?;
    let checked = entry::assurances(tx, &[office.id]).await?.remove(&office.id).unwrap_or_default();
    Ok(OfficeDetail {
        card: Card::of(office, summary.as_ref().map(|s| s.name.as_str()), municipality)
            .with_entry(&stored, &checked),
        numbers: office.numbers.iter().map(|number| number.as_str().to_owned()).collect(),
        other_names: office.other_names.clone(),
        postal_code: office.postal_code.clone(),
        email: office.email.clone(),
        organization_detail: summary,
        values: crate::provenance::values(&full),
        marks: marks(&full.services),
        services_detail,
        siblings: cards(tx, region, &siblings).await?,
        same_place: cards(tx, region, &same_place).await?,
    })
}

fn distance(here: Option<Position>, office: &Office) -> f64 {
    here.zip(office.place).map_or(f64::INFINITY, |(here, placed)| here.distance_m(placed.position))
}

async fn service_detail(tx: &mut Tx, service: &Service) -> Result<ServiceDetail> {
    let listing = &service.listing;
    let stored = dataset::find(tx, &service.dataset).await?;
    Ok(ServiceDetail {
        id: service.id.0,
        code: listing.service.definition().code.clone(),
        system: listing.service.system().code().to_owned(),
        name: listing.name.clone(),
        number: listing.number.as_ref().map(|number| number.as_str().to_owned()),
        capacity: listing.capacity,
        schedule: schedule(&listing.schedule),
        kyosei: listing.kyosei,
        remarks: listing.remarks.clone(),
        extra: listing.extra.clone(),
        edition: service.edition.to_string(),
        gone_in: service.gone_in.as_ref().map(ToString::to_string),
        source: SourceView {
            dataset: service.dataset.clone(),
            label: source::label(&service.dataset),
            file: stored.as_ref().map(|dataset| dataset.label.clone()),
            key: listing.key.clone(),
            edition: service.edition.to_string(),
            imported_at: stored.map(|dataset| crate::clock::rfc3339(dataset.imported_at)),
        },
    })
}

fn schedule(from: &Schedule) -> ScheduleView {
    ScheduleView {
        weekday: from.weekday.clone(),
        saturday: from.saturday.clone(),
        sunday: from.sunday.clone(),
        holiday: from.holiday.clone(),
        closed: from.closed.clone(),
        remarks: from.remarks.clone(),
    }
}

fn marks(services: &[Service]) -> Vec<MarkView> {
    let mut found: Vec<_> = services.iter().flat_map(|service| &service.listing.marks).collect();
    found.sort_by(|a, b| (&a.field, a.kind, &a.original).cmp(&(&b.field, b.kind, &b.original)));
    found.dedup();
    let view = found.into_iter().map(|mark| MarkView {
        field: mark.field.clone(),
        kind: source::code_of(&mark.kind),
        mended: mark.kind.is_mended(),
        original: mark.original.clone(),
    });
    view.collect()
}
