//! From what somebody sends to a desk that may be stored.

use super::Ground;
use crate::{
    http::problem::{Problem, Result},
    view::nurses::DeskInput,
};
use hoshizu_catalog::{
    area::AreaKind,
    fold,
    id::{NurseDeskId, OfficeId},
    nurse::{DeskArea, HandOver, NurseDesk},
};

/// The desk, or the first thing wrong with it.
pub fn desk(ground: &Ground, id: NurseDeskId, input: DeskInput) -> Result<NurseDesk> {
    let text =
        |value: Option<String>| value.map(|text| text.trim().to_owned()).filter(|text| !text.is_empty());
    let phone = |value: Option<String>| text(value).map(|line| fold::phone(&line).unwrap_or(line));
    let desk = NurseDesk {
        id,
        owner: input.owner,
        name: input.name.trim().to_owned(),
        placement: input.placement,
        office: input.office.map(OfficeId),
        scheme: input.scheme,
        topics: input.topics,
        age_from: input.age_from,
        age_to: input.age_to,
        areas: input
            .areas
            .into_iter()
            .map(|area| DeskArea {
                code: area.code,
                towns: area.towns.into_iter().filter_map(|town| text(Some(town))).collect(),
            })
            .collect(),
        does: input.does,
        does_not: text(input.does_not),
        phone: phone(input.phone),
        fax: phone(input.fax),
        hours: text(input.hours),
        hands_over: input
            .hands_over
            .into_iter()
            .map(|over| HandOver { age: over.age, event: text(over.event), to: over.to.trim().to_owned() })
            .collect(),
        source: input.source.trim().to_owned(),
        checked_on: text(input.checked_on),
    };
    check(ground, &desk)?;
    Ok(desk)
}

/// Holds that a desk is sound and covers nothing outside its owner: who may write for one town must not answer for
/// another.
pub fn check(ground: &Ground, desk: &NurseDesk) -> Result<()> {
    if let Some((field, reason)) = desk.faults().first() {
        return Err(Problem::invalid(field, reason));
    }
    let kind = ground.areas.get(&desk.owner).map(|area| area.kind);
    if !matches!(kind, Some(AreaKind::Municipality | AreaKind::Prefecture | AreaKind::Ward)) {
        return Err(Problem::invalid("owner", "no municipality or prefecture of this installation"));
    }
    let outside = desk.areas.iter().find(|area| !ground.lies_in(&area.code, &desk.owner));
    match outside {
        Some(area) => Err(Problem::invalid("areas", format!("{:?} does not lie in the owner", area.code))),
        None => Ok(()),
    }
}
