//! Offices with their ties, ready to be asked about any area and service.

use super::{around, telling::Tells};
use crate::{
    app::App,
    region::Region,
    surveys::{
        candidates,
        pictures::Moment,
        sheet::{duty_kinds, owes},
    },
    view::gaps::{TieFiguresView, TieRange},
};
use hoshizu_analysis::{
    coverage::ties::{Network, OneSided, Party, TieFigures},
    network::{Range, Reports},
    survey::Picture,
};
use hoshizu_catalog::{
    day::Day, id::OfficeId, number::MunicipalityCode, office::Office, taxonomy::ServiceType,
};
use hoshizu_store::{StoreError, Tx, office};
use std::{
    collections::{BTreeSet, HashMap},
    sync::Arc,
};

/// An office of the land.
pub struct Member {
    /// The office.
    pub office: Office,
    /// Codes of every area it lies in.
    pub areas: Vec<String>,
}

/// Offices of a picture, then the others of the municipalities looked at.
pub struct Land {
    /// Nothing where the directory has lost the office.
    members: Vec<Option<Member>>,
    network: Network,
}

/// The land around an area as of today.
pub struct Now {
    /// Today.
    pub today: Day,
    /// What is known of ties.
    pub picture: Arc<Picture>,
    /// Offices with their ties.
    pub land: Land,
}

impl Now {
    /// Reads it: offices of the area, or of the municipality it is a part of.
    pub async fn around(app: &App, tx: &mut Tx, region: &Region, area: &str) -> Result<Self, StoreError> {
        let today = Day::of(app.store.now());
        let picture = app.pictures.of(&app.store, Moment::Day(today)).await?;
        let municipalities = candidates::municipalities(region, &around(region, area));
        let land = Land::load(tx, region, &picture, &municipalities).await?;
        Ok(Self { today, picture, land })
    }
}

impl Land {
    /// Reads the offices of a picture, those of `municipalities`, and those of every municipality in which a
    /// 居宅介護支援 was asked: what there is to be tied with is part of its duty.
    pub async fn load(
        tx: &mut Tx,
        region: &Region,
        picture: &Picture,
        municipalities: &[MunicipalityCode],
    ) -> Result<Self, StoreError> {
        let mut found: HashMap<OfficeId, Office> =
            office::many(tx, &picture.offices).await?.into_iter().map(|office| (office.id, office)).collect();
        let asked = |id: &OfficeId| picture.number(*id).is_some_and(|at| picture.asked[at as usize]);
        let owing = found.values().filter(|office| asked(&office.id) && owes(office));
        let mut wanted: BTreeSet<MunicipalityCode> = owing.filter_map(|office| office.municipality).collect();
        wanted.extend(municipalities);
        let codes: Vec<MunicipalityCode> = wanted.into_iter().collect();
        let mut others: Vec<Office> = office::of_municipalities(tx, &codes).await?;
        others.retain(|office| office.gone_in.is_none() && picture.number(office.id).is_none());
        let mut members: Vec<Option<Office>> = picture.offices.iter().map(|id| found.remove(id)).collect();
        members.extend(others.into_iter().map(Some));
        let with_areas = |office: Office| Member { areas: region.areas_of(&office), office };
        let members = members.into_iter().map(|office| office.map(with_areas)).collect();
        Ok(Self::of_members(members, picture))
    }

    fn of_members(members: Vec<Option<Member>>, picture: &Picture) -> Self {
        let network = network(&members, &picture.asked, &picture.reports);
        Self { members, network }
    }

    /// The same land without some offices, and with pairs of offices that both report each other.
    #[must_use]
    pub fn after(mut self, picture: &Picture, closed: &[u32], tied: &[[u32; 2]]) -> Self {
        for at in closed {
            self.members[*at as usize] = None;
        }
        let stays = |at: u32| !closed.contains(&at);
        let mut responded = picture.reports.responded().to_vec();
        responded.resize(self.members.len(), false);
        let reports = picture.reports.names().pairs().chain(tied.iter().flat_map(|&[a, b]| [(a, b), (b, a)]));
        let reports = Reports::heard(responded, reports.filter(|&(from, to)| stays(from) && stays(to)));
        let network = network(&self.members, &picture.asked, &reports);
        Self { network, ..self }
    }

    /// The number of an office of the land.
    pub fn number(&self, id: OfficeId) -> Option<u32> {
        let is = |member: &Option<Member>| member.as_ref().is_some_and(|member| member.office.id == id);
        self.members.iter().position(is).map(|at| at as u32)
    }

    /// Offices inside an area that were asked and have no partner of another system, of ties both sides reported.
    pub fn alone(&self, area: &str) -> Vec<u32> {
        self.network.without_across(&self.inside(area, None)).mutual
    }

    /// An office.
    pub fn member(&self, number: u32) -> Option<&Member> {
        self.members.get(number as usize)?.as_ref()
    }

    /// Current offices inside an area; of one service where one is named.
    pub fn inside(&self, area: &str, service: Option<ServiceType>) -> Vec<u32> {
        let lies = |member: &Member| {
            member.office.gone_in.is_none()
                && service.is_none_or(|service| member.office.services.contains(&service))
                && member.areas.iter().any(|code| code == area)
        };
        let at = |(at, member): (u32, &Option<Member>)| member.as_ref().filter(|one| lies(one)).map(|_| at);
        (0..).zip(&self.members).filter_map(at).collect()
    }

    /// Current offices with what of their figures rests on ties only one side reported.
    pub fn one_sided(&self) -> impl Iterator<Item = (&Member, OneSided)> {
        (0..).zip(&self.members).filter_map(|(at, member)| {
            let member = member.as_ref().filter(|member| member.office.gone_in.is_none())?;
            Some((member, self.network.one_sided(at)))
        })
    }

    /// Tie figures of the offices of an area.
    pub fn figures(&self, area: &str, service: Option<ServiceType>) -> TieFigures {
        self.network.figures(&self.inside(area, service))
    }
}

/// The offices and what they report, ready to be asked.
fn network(members: &[Option<Member>], asked: &[bool], reports: &Reports) -> Network {
    let mut by_home: HashMap<MunicipalityCode, u32> = HashMap::new();
    let mut homes: Vec<Vec<u32>> = Vec::new();
    let mut parties = Vec::with_capacity(members.len());
    for (at, member) in (0_u32..).zip(members) {
        let Some(Member { office, .. }) = member else {
            parties.push(Party::default());
            continue;
        };
        let home = office.municipality.map(|code| {
            *by_home.entry(code).or_insert_with(|| {
                homes.push(Vec::new());
                homes.len() as u32 - 1
            })
        });
        if let Some(home) = home {
            homes[home as usize].push(at);
        }
        parties.push(Party {
            systems: office.systems,
            duty: duty_kinds(office),
            owes: owes(office),
            home,
            asked: asked.get(at as usize).copied().unwrap_or(false),
        });
    }
    Network::new(reports, parties, homes)
}

/// Figures as somebody may see them.
pub fn told(found: &TieFigures, tells: Tells) -> TieFiguresView {
    let of = |range: Option<Range<f64>>, tells: bool| {
        range.map(|range| TieRange { mutual: range.mutual, either: tells.then_some(range.either) })
    };
    let sole = found.sole_bridges.map(|count| f64::from(*count));
    TieFiguresView {
        offices: found.offices,
        asked: found.asked,
        answered: tells.answers.then_some(found.answered),
        response_rate: found.response_rate().filter(|_| tells.answers),
        across_per_office: of(found.across_per_office, tells.across),
        without_across: of(found.without_across, tells.joined),
        duty: of(found.duty, tells.duty),
        duty_offices: found.duty_offices,
        sole_bridges: of((found.asked > 0).then_some(sole), tells.bridges),
        concentration: of(found.concentration, tells.ties),
        withheld: tells != Tells::ALL,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_may_not_be_told_is_left_out_and_said_to_be() {
        let across_per_office = Some(Range { mutual: 0.5, either: 1.0 });
        let found =
            TieFigures { offices: 9, asked: 5, answered: 1, across_per_office, ..TieFigures::default() };
        let view = told(&found, Tells::ALL);
        assert_eq!((view.across_per_office.unwrap().either, view.answered), (Some(1.0), Some(1)));
        assert!(!view.withheld);
        let view = told(&found, Tells { across: false, ..Tells::ALL });
        assert_eq!((view.across_per_office.unwrap().either, view.response_rate), (None, Some(0.2)));
        assert!(view.withheld);
        let view = told(&found, Tells { answers: false, ..Tells::ALL });
        assert_eq!((view.answered, view.response_rate, view.withheld), (None, None, true));
    }
}
