//! The offices of an area, as selections of a survey see them.

use crate::region::Region;
use hoshizu_analysis::survey::roster;
use hoshizu_catalog::{
    id::OfficeId,
    number::MunicipalityCode,
    office::Office,
    survey::{Candidate, Selection},
    system::System,
    taxonomy::ServiceType,
};
use hoshizu_store::{StoreError, Tx, nurse_desk, office};
use std::collections::HashSet;

/// An office with what selections ask of it.
pub struct Known {
    /// The office.
    pub office: Office,
    /// Codes of every area it lies in.
    pub areas: Vec<String>,
    /// Whether a 保健師窓口 sits in it.
    pub nurse_desk: bool,
}

impl Known {
    /// As a selection sees it.
    pub fn candidate(&self) -> Candidate<'_> {
        Candidate { office: &self.office, areas: &self.areas, nurse_desk: self.nurse_desk }
    }
}

/// Every office inside an area, by id: those of the municipalities inside it or, for a part of one, around it.
pub async fn inside(tx: &mut Tx, region: &Region, area: &str) -> Result<Vec<Known>, StoreError> {
    let desks: HashSet<OfficeId> =
        nurse_desk::list(tx).await?.into_iter().filter_map(|stored| stored.desk.office).collect();
    let offices = office::of_municipalities(tx, &municipalities(region, area)).await?;
    let known = offices.into_iter().map(|office| Known {
        areas: region.areas_of(&office),
        nurse_desk: desks.contains(&office.id),
        office,
    });
    Ok(known.filter(|known| known.areas.iter().any(|code| code == area)).collect())
}

/// Municipalities and wards inside an area or, for a part of one, around it.
pub fn municipalities(region: &Region, area: &str) -> Vec<MunicipalityCode> {
    let above = region.areas_above(area);
    let mut found: Vec<MunicipalityCode> = region
        .areas
        .keys()
        .filter(|code| {
            above.contains(code)
                || region.areas_above(code).iter().any(|one| one == area)
                || members(region, area).contains(code)
        })
        .filter_map(|code| MunicipalityCode::parse(code).ok())
        .collect();
    found.sort_unstable();
    found.dedup();
    found
}

/// Whether a survey of one area asks offices of another: one lies in the other.
pub fn asks_in(region: &Region, survey: &str, area: &str) -> bool {
    let inside = |inner: &str, outer: &str| region.areas_above(inner).iter().any(|code| code == outer);
    let member = |of: &str, code: &str| {
        region.areas.get(of).is_some_and(|area| area.members.iter().any(|member| inside(member, code)))
    };
    inside(survey, area) || inside(area, survey) || member(area, survey) || member(survey, area)
}

/// Members of an area that is a list of others (保健所管轄, 二次医療圏).
fn members<'r>(region: &'r Region, area: &str) -> &'r [String] {
    region.areas.get(area).map_or(&[], |area| &area.members)
}

/// The system under whose heading an office stands: that of the first of its services that was asked for.
pub fn heading(office: &Office, selection: &Selection) -> System {
    let asked = |service: &&ServiceType| selection.services.contains(service);
    let service = office.services.iter().find(asked).or_else(|| office.services.first());
    service
        .map(|service| service.system())
        .or_else(|| office.systems.iter().next())
        .unwrap_or(System::Community)
}

/// Rows of the sheet of one office among those that can be named: itself left out.
pub fn rows(
    own: &Known,
    all: &[&Known],
    selection: &Selection,
    size: usize,
    named: &HashSet<OfficeId>,
) -> Vec<OfficeId> {
    let others: Vec<&&Known> = all.iter().filter(|known| known.office.id != own.office.id).collect();
    let place = |known: &Known| known.office.place.map(|placed| placed.position);
    let candidates: Vec<roster::Candidate> = others
        .iter()
        .map(|known| roster::Candidate {
            group: heading(&known.office, selection) as u8,
            place: place(known),
            near: known.office.municipality == own.office.municipality,
            named: named.contains(&known.office.id),
        })
        .collect();
    let shown = roster::roster(place(own), &candidates, size);
    shown.into_iter().map(|at| others[at].office.id).collect()
}
