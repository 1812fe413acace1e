//! Towns of an area: to choose from, and the best of them for new offices of a service.

use super::point;
use crate::{
    coverage::Coverage,
    http::problem::Result,
    view::what_if::{BestPlace, BestPlaces, TownChoice},
};
use hoshizu_analysis::coverage::{
    age::AgeGroup,
    profile::Profile,
    siting::{Field, Site},
    space::Spot,
};
use hoshizu_catalog::{area::AreaKind, taxonomy::ServiceType};
use std::collections::HashMap;

/// Most towns and offices listed to choose from: more than the largest city without wards has.
pub const MOST_CHOICES: usize = 2_000;

impl Coverage {
    /// The best places for up to `count` new offices of a service, and with the best combination as far as it can be
    /// looked for. Candidates are the towns of the area; people count as reached within `km` of any office, beyond
    /// the border too.
    pub fn best_places(
        &self,
        area: u32,
        service: ServiceType,
        count: usize,
        km: Option<f64>,
    ) -> Result<BestPlaces> {
        let table = self.supplied(service)?;
        let profile = Profile::of(service);
        let (age, _) = self.usual_age(profile);
        let within_km = km.unwrap_or(profile.reach.far_km);
        let numbers = self.ground.points_of(area);
        let (spots, people): (Vec<Spot>, Vec<f64>) =
            numbers.iter().map(|number| self.ground.point(*number, age)).unzip();
        let is_covered = self.ground.reaching(&table.offices, numbers, within_km);
        let field = Field::new(&people, is_covered, |candidate, each| {
            let mut reached = Vec::new();
            self.ground.within(numbers[candidate as usize], within_km, &mut reached);
            let inside = reached.iter().filter_map(|point| numbers.binary_search(point).ok());
            inside.for_each(|at| each(at as u32));
        });
        let candidates = numbers.len() as u32;
        let all: f64 = people.iter().sum();
        let share = |reached: f64| if all > 0.0 { reached / all } else { 0.0 };
        let before = field.covered();
        let exact = field.exact(candidates, count);
        let homes = self.homes(area);
        let mut reached = before;
        let shown = |site: Site| {
            let at = site.candidate as usize;
            reached += site.gain;
            BestPlace {
                town: self.names.get(numbers[at]).to_owned(),
                municipality: self.home_name(&homes, numbers[at]),
                at: point(spots[at].position()),
                gain: site.gain.round() as u64,
                share: share(reached),
            }
        };
        Ok(BestPlaces {
            basis: self.basis(area, service),
            within_km,
            people: (all > 0.0).then(|| all.round() as u64),
            share_before: (all > 0.0).then(|| share(before)),
            candidates: spots.len(),
            items: field.best(candidates, count).into_iter().map(shown).collect(),
            exact_share: exact.filter(|_| all > 0.0).map(|gained| share(before + gained)),
        })
    }

    /// The towns of an area by municipality, and whether there are more than are listed.
    pub fn towns(&self, area: u32) -> (Vec<TownChoice>, bool) {
        let numbers = self.ground.points_of(area);
        let homes = self.homes(area);
        let town = |number: &u32| TownChoice {
            name: self.names.get(*number).to_owned(),
            municipality: self.home_name(&homes, *number),
            at: point(self.ground.point(*number, AgeGroup::All).0.position()),
        };
        let mut listed: Vec<&u32> = numbers.iter().take(MOST_CHOICES).collect();
        listed.sort_by_key(|number| homes.get(number).map(|home| &self.places[*home as usize].code));
        (listed.into_iter().map(town).collect(), numbers.len() > MOST_CHOICES)
    }

    /// The municipality or ward of each point of an area.
    fn homes(&self, area: u32) -> HashMap<u32, u32> {
        let mut homes = HashMap::new();
        let wanted = self.ground.points_of(area);
        let around = &self.places[area as usize].within;
        // Wards last: a town of a ward is named by it.
        for kind in [AreaKind::Municipality, AreaKind::Ward] {
            let above = around.iter().copied().filter(|area| self.places[*area as usize].kind == kind);
            for home in self.inside(Some(area), kind).into_iter().chain(above) {
                let points = self.ground.points_of(home).iter();
                homes.extend(points.filter(|one| wanted.binary_search(one).is_ok()).map(|one| (*one, home)));
            }
        }
        homes
    }

    fn home_name(&self, homes: &HashMap<u32, u32>, number: u32) -> Option<String> {
        homes.get(&number).map(|home| self.places[*home as usize].name.clone())
    }
}
