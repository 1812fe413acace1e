//! All jurisdictions of a municipality or prefecture at once: which desks cover which part.

use super::{Nurses, units::Part};
use crate::{
    region::Region,
    view::{
        card::NamedCode,
        nurse_map::{NurseMap, NurseMapDesk, NurseMapUnit},
    },
};
use hoshizu_analysis::guide::{
    cover::{Cover, Unit, covers},
    defaults,
};
use hoshizu_catalog::{
    area::{Area, AreaKind},
    nurse::{NurseDesk, OLDEST, Topic},
    position::{Bounds, Position},
};
use rayon::prelude::*;

/// What a map is asked for.
#[derive(Debug, Clone, Copy, Default)]
pub struct Asked {
    /// One topic, or all of them.
    pub topic: Option<Topic>,
    /// One age, or all of them.
    pub age: Option<u8>,
}

/// A part with its cover, and whether its own parts differ.
struct Covered {
    part: Part,
    cover: Cover,
    mixed: bool,
}

impl Asked {
    fn counts(self, desk: &NurseDesk) -> bool {
        self.topic.is_none_or(|topic| desk.topics.contains(&topic))
            && self.age.is_none_or(|age| desk.takes_age(age))
    }

    fn topics(self) -> Vec<Topic> {
        self.topic.map_or_else(|| Topic::all().collect(), |topic| vec![topic])
    }
}

/// The map of an area: a prefecture by municipalities, anything else by the parts its desks tell apart.
pub fn of(nurses: &Nurses, region: &Region, area: &Area, asked: Asked) -> NurseMap {
    let whole = area.kind == AreaKind::Prefecture;
    let found = if whole { municipalities(nurses, area, asked) } else { parts(nurses, &area.code, asked) };
    let unit = match found.first() {
        _ if whole => "municipality",
        Some(covered) if covered.part.unit.town.is_some() => "town",
        _ if found.len() > 1 => "area",
        _ => "whole",
    };
    let mut named: Vec<usize> =
        found.iter().flat_map(|covered| covered.cover.desks.iter().copied()).collect();
    named.sort_unstable();
    named.dedup();
    let prefecture = nurses.ground.chain(&area.code).into_iter().skip(1).find_map(|code| {
        let above = nurses.ground.areas.get(&code)?;
        (above.kind == AreaKind::Prefecture).then(|| named_code(above))
    });
    let general = asked.topic.map(|topic| defaults::of(topic, asked.age)).unwrap_or_default();
    NurseMap {
        area: named_code(area),
        prefecture,
        unit: unit.to_owned(),
        topic: asked.topic.map(|topic| topic.definition().code.to_owned()),
        age: asked.age,
        general: general.iter().map(|row| row.placement.code().to_owned()).collect(),
        bounds: frame(nurses, region, &found).map(|b| [b.west, b.south, b.east, b.north]),
        units: found.iter().map(|covered| unit_view(nurses, region, asked, &named, covered)).collect(),
        desks: named.iter().map(|index| desk_view(nurses, &nurses.desks.all()[*index])).collect(),
    }
}

fn parts(nurses: &Nurses, code: &str, asked: Asked) -> Vec<Covered> {
    let parts = nurses.parts(code, |desk| asked.counts(desk));
    let units: Vec<Unit> = parts.iter().map(|part| part.unit.clone()).collect();
    let mut covers = covers(&nurses.desks, &units, &asked.topics(), asked.age);
    if asked.topic.is_none() {
        limit_to_divided(nurses, &mut covers, asked.age);
    }
    parts.into_iter().zip(covers).map(|(part, cover)| Covered { part, cover, mixed: false }).collect()
}

/// Over all topics some two desks meet nearly everywhere, so only those count as shared that divide the place among them.
fn limit_to_divided(nurses: &Nurses, covers: &mut [Cover], age: Option<u8>) {
    let everywhere: Vec<usize> = covers.first().map_or_else(Vec::new, |first| {
        let all = |index: &usize| covers.iter().all(|cover| cover.desks.contains(index));
        first.desks.iter().copied().filter(all).collect()
    });
    for cover in covers {
        let divided: Vec<&NurseDesk> = cover
            .desks
            .iter()
            .filter(|index| !everywhere.contains(index))
            .map(|index| &nurses.desks.all()[*index])
            .collect();
        let meet =
            |(at, desk): (usize, &&NurseDesk)| divided[..at].iter().any(|other| same_work(desk, other, age));
        cover.shared = divided.iter().enumerate().any(meet);
    }
}

/// Whether two desks take somebody of the same age for the same topic.
fn same_work(one: &NurseDesk, other: &NurseDesk, age: Option<u8>) -> bool {
    let last = |desk: &NurseDesk| desk.age_to.unwrap_or(OLDEST);
    let ages = one.age_from.max(other.age_from)..=last(one).min(last(other));
    one.topic_bits() & other.topic_bits() != 0 && age.map_or(!ages.is_empty(), |age| ages.contains(&age))
}

fn municipalities(nurses: &Nurses, prefecture: &Area, asked: Asked) -> Vec<Covered> {
    let inside = nurses.ground.inside(&prefecture.code, &[AreaKind::Municipality]);
    let joined = |area: &&Area| {
        let own = parts(nurses, &area.code, asked);
        let mixed = own.windows(2).any(|pair| pair[0].cover != pair[1].cover);
        let mut cover = Cover::default();
        for one in own {
            cover.hole |= one.cover.hole;
            cover.shared |= one.cover.shared;
            cover.desks.extend(one.cover.desks);
        }
        cover.desks.sort_unstable();
        cover.desks.dedup();
        let unit = Unit { name: area.name.clone(), areas: nurses.ground.area_spot(area).areas, town: None };
        Covered { part: Part { unit, code: Some(area.code.clone()), position: area.center }, cover, mixed }
    };
    inside.par_iter().map(joined).collect()
}

fn unit_view(
    nurses: &Nurses,
    region: &Region,
    asked: Asked,
    named: &[usize],
    Covered { part, cover, mixed }: &Covered,
) -> NurseMapUnit {
    let areas = part.unit.areas.iter().filter_map(|code| nurses.ground.areas.get(code));
    let center = areas.into_iter().find(|area| area.kind == AreaKind::HealthCenterArea);
    NurseMapUnit {
        name: part.unit.name.clone(),
        code: part.code.clone(),
        shapes: shapes(nurses, region, part),
        lat: part.position.map(|at| at.lat),
        lon: part.position.map(|at| at.lon),
        desks: cover.desks.iter().filter_map(|index| named.binary_search(index).ok()).collect(),
        shared: cover.shared,
        // Nobody is in charge of every topic at once, so over all topics a hole would say nothing.
        hole: asked.topic.is_some() && cover.hole,
        mixed: *mixed,
        health_center: center.map(named_code),
    }
}

fn desk_view(nurses: &Nurses, desk: &NurseDesk) -> NurseMapDesk {
    NurseMapDesk {
        id: desk.id.0,
        name: desk.name.clone(),
        owner_name: nurses.ground.name(&desk.owner),
        phone: desk.phone.clone(),
        age_from: desk.age_from,
        age_to: desk.age_to,
        topics: desk.topics.iter().map(|topic| topic.definition().code.to_owned()).collect(),
    }
}

fn named_code(area: &Area) -> NamedCode {
    NamedCode { code: area.code.clone(), name: area.name.clone() }
}

/// The box around the shapes and points of all parts.
fn frame(nurses: &Nurses, region: &Region, found: &[Covered]) -> Option<Bounds> {
    let corners = |bounds: &Bounds| {
        [Position { lat: bounds.south, lon: bounds.west }, Position { lat: bounds.north, lon: bounds.east }]
    };
    let shapes = found.iter().flat_map(|covered| shapes(nurses, region, &covered.part));
    let edges = shapes.filter_map(|code| region.bounds.get(&code)).flat_map(corners);
    Bounds::around(edges.chain(found.iter().filter_map(|covered| covered.part.position)))
}

/// Codes of the areas to colour for a part: its own, or its wards', because a large city is drawn by its wards.
fn shapes(nurses: &Nurses, region: &Region, part: &Part) -> Vec<String> {
    let Some(code) = &part.code else { return Vec::new() };
    if region.bounds.contains_key(code) {
        return vec![code.clone()];
    }
    let wards = nurses.ground.inside(code, &[AreaKind::Ward]).into_iter().map(|ward| ward.code.clone());
    wards.filter(|ward| region.bounds.contains_key(ward)).collect()
}
