//! The people of a region at points, its areas, and the figures of a service over both.

use super::{
    age::{AgeGroup, Counted, GROUPS},
    area::{mean, ways},
    catchment::{Method, access},
    grid::Grid,
    measures::{Measure, Nearest, enhanced, gaussian, per_1000, three_step, two_step},
    profile::{Profile, longest_catchment},
    reach::{Reach, Supplier},
    roads::Roads,
    space::{DETOUR, Space, Spot},
    spread::spread,
};
use rayon::prelude::*;
use smallvec::SmallVec;

/// Numbers of areas, in place: half a million small lists between what is read and dropped again would keep its memory.
pub type Areas = SmallVec<[u32; 6]>;

/// A point where people live.
#[derive(Debug, Clone)]
pub struct Point {
    /// Where.
    pub spot: Spot,
    /// Numbers of every area it lies in.
    pub areas: Areas,
    /// Those of them that nest, from large to small (prefecture, municipality, ward, 圏域), for [`spread`].
    pub nest: Areas,
}

/// An office with one service.
#[derive(Debug, Clone, Default)]
pub struct Office {
    /// Where; nothing where not even its town is known.
    pub spot: Option<Spot>,
    /// Numbers of every area it lies in.
    pub areas: Areas,
    /// Places, where it states them.
    pub places: Option<u32>,
    /// Numbers of the areas it states to work in (通常の事業の実施地域); nothing where it states none.
    pub serves: Areas,
    /// Its number among the offices the roads name by themselves.
    pub by_road: Option<u32>,
}

/// Where a number of people comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Basis {
    /// Counted for this area.
    Counted,
    /// Counted for this area in bands of which one was cut.
    Cut,
    /// Added up from its towns, to which the people of a larger or smaller area were brought in equal parts.
    Spread,
}

/// People of a group in an area.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct People {
    /// Persons.
    pub persons: f64,
    /// Year of the count; of several, the oldest.
    pub year: u32,
    /// Where the number comes from.
    pub basis: Basis,
}

/// Points, areas and people, ready to be asked about any service.
pub struct Ground {
    space: Space,
    spots: Vec<Spot>,
    grid: Grid,
    /// People at each point; 0 where not counted.
    people: Vec<[f64; GROUPS]>,
    roads: Roads,
    /// Corners of the box, in flat coordinates, in which an office may have a town the roads know.
    roads_lie: Option<[[f64; 2]; 2]>,
    /// Points of each area.
    points: Vec<Vec<u32>>,
    /// People of each area; nothing where they, or those of one of its points, were not counted.
    areas: Vec<[Option<People>; GROUPS]>,
}

/// How far an office may stand from the middle of its town, kilometres: mountain villages are that large.
const TOWN_KM: f64 = 10.0;
/// More than that in degrees, anywhere in Japan.
const TOWN_DEGREES: f64 = 0.15;

/// Figures of reach: ways to the nearest three, share of those far, and the four floating catchment methods.
const REACH: [Measure; 8] = [
    Measure::Nearest,
    Measure::Second,
    Measure::Third,
    Measure::FarShare,
    Measure::TwoStep,
    Measure::Enhanced,
    Measure::Gaussian,
    Measure::ThreeStep,
];

/// What is known of a service in an area. Figures of reach by group in four-byte numbers, NaN for none: a country has
/// 130,000 of these.
#[derive(Debug, Clone, PartialEq)]
pub struct Figures {
    /// Offices in the area.
    pub offices: u32,
    /// Places of those that state them.
    pub places: u32,
    /// Offices that state their places.
    pub stating: u32,
    reach: [[f32; REACH.len()]; GROUPS],
}

impl Figures {
    /// The figure of a measure, for the people it is measured against; nothing where there is none.
    pub fn value(&self, measure: Measure, group: AgeGroup, people: Option<&People>) -> Option<f64> {
        let offices = f64::from(self.offices);
        if measure == Measure::Offices {
            return Some(offices);
        }
        let people = people?.persons;
        match measure {
            Measure::OfficesPer1000 => per_1000(offices, people),
            // Without a single statement nobody knows, unless there is no office at all.
            Measure::CapacityPer1000 if self.offices > 0 && self.stating == 0 => None,
            Measure::CapacityPer1000 => per_1000(f64::from(self.places), people),
            _ => {
                let at = REACH.iter().position(|known| *known == measure)?;
                let value = self.reach[group.index()][at];
                value.is_finite().then_some(f64::from(value))
            }
        }
    }
}

impl Ground {
    /// Brings the counted people of the areas to the points.
    pub fn new(counts: &[[Option<Counted>; GROUPS]], points: Vec<Point>) -> Self {
        let space = Space::Earth { detour: DETOUR };
        let nests: Vec<Areas> = points.iter().map(|point| point.nest.clone()).collect();
        let by_group: Vec<Vec<f64>> = (0..GROUPS)
            .into_par_iter()
            .map(|group| {
                let persons = |area: &[Option<Counted>; GROUPS]| area[group].map_or(f64::NAN, |c| c.persons);
                spread(&counts.iter().map(persons).collect::<Vec<f64>>(), &nests)
            })
            .collect();
        let mut of_area = vec![Vec::new(); counts.len()];
        for (number, point) in (0_u32..).zip(&points) {
            for area in &point.areas {
                of_area[*area as usize].push(number);
            }
        }
        let areas = (0..counts.len())
            .map(|area| {
                let group = |group: usize| people_of(group, area, counts, &of_area, &nests, &by_group[group]);
                std::array::from_fn(group)
            })
            .collect();
        let spots: Vec<Spot> = points.into_iter().map(|point| point.spot).collect();
        let known = |persons: f64| if persons.is_nan() { 0.0 } else { persons };
        let people =
            (0..spots.len()).map(|at| std::array::from_fn(|group| known(by_group[group][at]))).collect();
        Self {
            space,
            grid: Grid::new(space, &spots, longest_catchment() / 8.0),
            spots,
            people,
            roads: Roads::default(),
            roads_lie: None,
            points: of_area,
            areas,
        }
    }

    /// The same with ways by road between the points; numbers are those of the points.
    #[must_use]
    pub fn with_roads(self, roads: Roads) -> Self {
        let known =
            (0..).zip(&self.spots).filter(|(point, _)| roads.knows(*point)).map(|(_, spot)| spot.flat);
        let wide = |[low, high]: [[f64; 2]; 2], [x, y]: [f64; 2]| {
            [
                [low[0].min(x - TOWN_DEGREES), low[1].min(y - TOWN_DEGREES)],
                [high[0].max(x + TOWN_DEGREES), high[1].max(y + TOWN_DEGREES)],
            ]
        };
        let roads_lie = known.fold(None, |found: Option<[[f64; 2]; 2]>, at| {
            Some(wide(found.unwrap_or([[f64::MAX; 2], [f64::MIN; 2]]), at))
        });
        Self { roads, roads_lie, ..self }
    }

    /// The town of an office, where the roads may know it.
    fn town_on_roads(&self, spot: Spot) -> Option<u32> {
        let [low, high] = self.roads_lie?;
        let is_inside = (0..2).all(|axis| (low[axis]..=high[axis]).contains(&spot.flat[axis]));
        // Nearly every office has its town within a kilometre: the far look is for mountain villages.
        is_inside
            .then(|| [TOWN_KM / 10.0, TOWN_KM].into_iter().find_map(|km| self.point_near(spot, km)))
            .flatten()
    }

    /// Ways by road.
    pub fn roads(&self) -> &Roads {
        &self.roads
    }

    /// How many points people live at.
    pub fn points(&self) -> usize {
        self.spots.len()
    }

    /// Numbers of the points of an area, rising.
    pub fn points_of(&self, area: u32) -> &[u32] {
        self.points.get(area as usize).map_or(&[], Vec::as_slice)
    }

    /// Where a point is, and how many people of a group live there (0 where nobody counted them).
    pub fn point(&self, number: u32, group: AgeGroup) -> (Spot, f64) {
        (self.spots[number as usize], self.people[number as usize][group.index()])
    }

    /// The point nearest to a place, and every area it lies in; nothing where none is within so many kilometres.
    pub fn nearest_point(&self, place: Spot, km: f64) -> Option<(u32, Areas)> {
        let point = self.point_near(place, km)?;
        let lies = |points: &Vec<u32>| points.binary_search(&point).is_ok();
        let areas = (0_u32..).zip(&self.points).filter(|(_, points)| lies(points)).map(|(area, _)| area);
        Some((point, areas.collect()))
    }

    /// The point nearest to a place; nothing where none is within so many kilometres.
    pub fn point_near(&self, place: Spot, km: f64) -> Option<u32> {
        let mut nearest: Option<(u32, f64)> = None;
        self.grid.within(place, km, |point, apart| {
            // Of towns at one point the first, whatever the order of the grid.
            if nearest.is_none_or(|(known, best)| (apart, point) < (best, known)) {
                nearest = Some((point, apart));
            }
        });
        nearest.map(|(point, _)| point)
    }

    /// Adds the points from which an office at a point would be reached within so many kilometres.
    pub fn within(&self, point: u32, km: f64, found: &mut Vec<u32>) {
        let is_known = self.roads.knows(point);
        self.grid.within(self.spots[point as usize], km, |other, _| {
            if other == point || !(is_known && self.roads.knows(other)) {
                found.push(other);
            }
        });
        let ways = self.roads.of_town(point).iter();
        found.extend(ways.filter(|(other, way)| *way <= km && *other != point).map(|(other, _)| *other));
    }

    /// Which of some points, rising, reach one of the offices within so many kilometres.
    pub fn reaching(&self, offices: &[Office], points: &[u32], km: f64) -> Vec<bool> {
        let spots: Vec<Spot> = offices.iter().filter_map(|office| office.spot).collect();
        let nearest = self.pairs(offices, &spots, km).nearest(points);
        nearest.into_iter().map(|[first, ..]| first <= km).collect()
    }

    /// Points and offices that have a position, by all that is known of the ways between them.
    fn pairs<'a>(&'a self, offices: &[Office], spots: &'a [Spot], radius: f64) -> Reach<'a> {
        let supplier = |(office, spot): (&Office, Spot)| Supplier {
            town: self.town_on_roads(spot),
            by_road: office.by_road,
            serves: (!office.serves.is_empty())
                .then(|| office.serves.iter().map(|area| self.points_of(*area)).collect()),
        };
        let suppliers = offices.iter().filter_map(|office| Some(supplier((office, office.spot?)))).collect();
        Reach::new(self.space, (&self.spots, &self.grid), &self.roads, spots, suppliers, radius)
    }

    /// People of a group in an area.
    pub fn people(&self, area: u32, group: AgeGroup) -> Option<&People> {
        self.areas.get(area as usize)?[group.index()].as_ref()
    }

    /// Whether a group was counted in any area.
    pub fn is_counted(&self, group: AgeGroup) -> bool {
        self.areas.iter().any(|area| area[group.index()].is_some())
    }

    /// The figures of a service, by area; of the named areas only, in their order, when some are named.
    pub fn figures(&self, profile: &Profile, offices: &[Office], only: Option<&[u32]>) -> Vec<Figures> {
        let all: Vec<u32>;
        let areas = if let Some(areas) = only {
            areas
        } else {
            all = (0..self.points.len() as u32).collect();
            &all
        };
        let reach = self.reach(profile, offices, only);
        let mut figures: Vec<Figures> =
            areas.par_iter().map(|area| self.of_area(*area, profile, &reach)).collect();
        let mut at = vec![None; self.points.len()];
        for (place, area) in areas.iter().enumerate() {
            at[*area as usize] = Some(place);
        }
        for office in offices {
            for place in office.areas.iter().filter_map(|area| at[*area as usize]) {
                let figure = &mut figures[place];
                figure.offices += 1;
                figure.places += office.places.unwrap_or(0);
                figure.stating += u32::from(office.places.is_some());
            }
        }
        figures
    }

    fn reach(&self, profile: &Profile, offices: &[Office], only: Option<&[u32]>) -> Reached {
        let supply: Vec<Spot> = offices.iter().filter_map(|office| office.spot).collect();
        let catchment = profile.reach.catchment_km;
        let methods: [Method; 4] = [two_step, enhanced, gaussian, three_step].map(|method| method(catchment));
        let pairs = self.pairs(offices, &supply, catchment);
        let wanted = only.map(|areas| {
            let mut points: Vec<u32> =
                areas.iter().flat_map(|area| self.points[*area as usize].iter().copied()).collect();
            points.sort_unstable();
            points.dedup();
            points
        });
        let nearest = match &wanted {
            Some(points) => pairs.nearest(points),
            None => pairs.nearest(&(0..self.spots.len() as u32).collect::<Vec<u32>>()),
        };
        let access = access(&pairs, &self.people, &vec![1.0; supply.len()], &methods, wanted.as_deref());
        Reached { nearest, access, wanted }
    }

    fn of_area(&self, area: u32, profile: &Profile, reach: &Reached) -> Figures {
        let points: Vec<(u32, usize)> = self.points[area as usize]
            .iter()
            .filter_map(|point| Some((*point, reach.place(*point)?)))
            .collect();
        let by_group = |group: usize| {
            if self.areas[area as usize][group].is_none() {
                return [f32::NAN; REACH.len()];
            }
            let people = |point: u32| self.people[point as usize][group];
            let places: Vec<(f64, Nearest)> =
                points.iter().map(|(point, at)| (people(*point), reach.nearest[*at])).collect();
            let ways = ways(profile.reach.far_km, &places);
            let sum = |values: &Vec<[f64; GROUPS]>| {
                mean(points.iter().map(|(point, at)| (people(*point), values[*at][group] * 1_000.0)))
            };
            let values = ways.km.into_iter().chain([ways.far]).chain(reach.access.iter().map(sum));
            let mut found = [f32::NAN; REACH.len()];
            for (place, value) in found.iter_mut().zip(values) {
                *place = value.map_or(f32::NAN, |value| value as f32);
            }
            found
        };
        Figures { offices: 0, places: 0, stating: 0, reach: std::array::from_fn(by_group) }
    }
}

/// Figures of the points that were asked for.
struct Reached {
    nearest: Vec<Nearest>,
    access: Vec<Vec<[f64; GROUPS]>>,
    /// The points, rising; all of them when nothing.
    wanted: Option<Vec<u32>>,
}

impl Reached {
    fn place(&self, point: u32) -> Option<usize> {
        match &self.wanted {
            Some(points) => points.binary_search(&point).ok(),
            None => Some(point as usize),
        }
    }
}

/// People of an area: as counted for it, else the sum over its points when those of all of them are known.
fn people_of(
    group: usize,
    area: usize,
    counts: &[[Option<Counted>; GROUPS]],
    points: &[Vec<u32>],
    nests: &[Areas],
    people: &[f64],
) -> Option<People> {
    if let Some(counted) = counts[area][group] {
        let basis = if counted.is_estimate { Basis::Cut } else { Basis::Counted };
        return Some(People { persons: counted.persons, year: counted.year, basis });
    }
    let persons: f64 = points[area].iter().map(|point| people[*point as usize]).sum();
    let years = points[area].iter().flat_map(|point| &nests[*point as usize]);
    let year = years.filter_map(|area| Some(counts[*area as usize][group]?.year)).min()?;
    persons.is_finite().then_some(People { persons, year, basis: Basis::Spread })
}

#[cfg(test)]
mod tests;
