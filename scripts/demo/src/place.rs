//! Finding a spot in a town, with the address, the post code and the telephone that belong to it.

use crate::{
    design::{CENTERS, Km, MUNICIPALITIES},
    grid,
    land::Land,
    random::Random,
    region,
    services::Setting,
    settlement::{self, Town},
    words,
};
use std::collections::BTreeSet;

/// Where something stands.
#[derive(Debug, Clone)]
pub struct Place {
    /// Index of the town.
    pub town: usize,
    /// Index of the centre of its 圏域.
    pub center: usize,
    /// The spot.
    pub at: Km,
    /// Address behind the municipality: `柳橋町二丁目3番12号`.
    pub street: String,
    /// Building and floor, empty when it has the house to itself.
    pub building: String,
}

impl Place {
    /// Index of the municipality.
    pub fn municipality(&self) -> usize {
        CENTERS[self.center].municipality
    }
}

/// Gives out places and telephones.
pub struct Surveyor<'a> {
    land: &'a Land,
    random: Random,
    near_station: Vec<f64>,
    streets: BTreeSet<(usize, String)>,
    phones: BTreeSet<String>,
}

impl<'a> Surveyor<'a> {
    /// Surveyor of a land.
    pub fn new(seed: u64, land: &'a Land) -> Self {
        let near_station = land
            .settlement
            .towns
            .iter()
            .map(|town| {
                let far =
                    land.network.stations.iter().map(|s| grid::distance(s.at, town.at)).fold(9.0, f64::min);
                1.0 / (0.2 + far * far)
            })
            .collect();
        Self {
            land,
            random: Random::new(seed, "places"),
            near_station,
            streets: BTreeSet::new(),
            phones: BTreeSet::new(),
        }
    }

    /// A town where such an office would open, among those that fit.
    pub fn town(&mut self, setting: Setting, fits: impl Fn(&Town) -> bool) -> usize {
        let weight = |(index, town): (usize, &Town)| {
            if !fits(town) {
                return 0.0;
            }
            let aged = CENTERS[town.center].aged;
            let people = town.people * (0.6 + aged);
            match setting {
                Setting::Homes => people,
                Setting::Station => people * self.near_station[index],
                Setting::Edge => (people + 40.0).sqrt() * if town.blocks { 2.0 } else { 6.0 },
            }
        };
        let towns = &self.land.settlement.towns;
        self.random.weighted(towns.iter().enumerate().map(weight))
    }

    /// A free spot in or beside the town.
    pub fn place(&mut self, town: usize, setting: Setting) -> Place {
        let towns = &self.land.settlement.towns;
        let center = towns[town].center;
        let reach = match setting {
            Setting::Edge => 0.55,
            Setting::Homes => 0.33,
            Setting::Station => 0.2,
        };
        let mut at = towns[town].at;
        for _ in 0..40 {
            let (x, y) = towns[town].at;
            let spot = (x + reach * self.random.signed(), y + reach * self.random.signed());
            if self.is_safe(spot, center) {
                at = spot;
                break;
            }
        }
        // The address is that of the nearest town of the same ward, as on a town plan.
        let ward = region::ward_or_municipality(center as u16);
        let town = settlement::nearest(towns, at, |t| region::ward_or_municipality(t.center as u16) == ward)
            .unwrap_or(town);
        let street = self.street(town, at);
        Place { town, center: towns[town].center, at, street, building: String::new() }
    }

    /// On firm, gentle ground well inside the 圏域.
    fn is_safe(&self, spot: Km, center: usize) -> bool {
        let cell = grid::cell(spot);
        let terrain = &self.land.terrain;
        terrain.height[cell] < 260.0
            && terrain.river[cell] > 0.1
            && settlement::is_well_inside(center, cell, terrain, &self.land.region)
    }

    fn street(&mut self, town: usize, at: Km) -> String {
        let Town { name, at: middle, blocks, .. } = &self.land.settlement.towns[town];
        let municipality = CENTERS[self.land.settlement.towns[town].center].municipality;
        let (dx, dy) = (at.0 - middle.0, at.1 - middle.1);
        // Blocks are counted outwards from the middle of the town, round by round.
        let round = (grid::distance(at, *middle) / 0.12) as usize;
        let side = usize::from(dx > 0.0) + 2 * usize::from(dy > 0.0) + 4 * usize::from(dx.abs() > dy.abs());
        let block = 1 + (round * 8 + side).min(46);
        loop {
            let random = &mut self.random;
            let street = if *blocks {
                let house = random.range(1, 38);
                match random.below(3) {
                    0 => format!("{name}{block}番{house}号"),
                    1 => format!("{name}{block}-{house}"),
                    _ => format!("{name}{block}番地{house}"),
                }
            } else {
                let lot = block * 61 + random.below(61);
                match random.below(4) {
                    0 => format!("{name}{lot}番地"),
                    1 => format!("{name}{lot}番地{}", random.range(1, 9)),
                    2 => format!("{name}{lot}-{}", random.range(1, 9)),
                    _ => format!(
                        "{name}字{}{lot}番地",
                        random.pick(&["前田", "宮ノ下", "川原", "道上", "中屋敷", "向"])
                    ),
                }
            };
            if self.streets.insert((municipality, street.clone())) {
                return street;
            }
        }
    }

    /// A rented room near the place.
    pub fn building(&mut self, town: usize) -> String {
        let stem = &self.land.settlement.towns[town].stem;
        let name = self.random.pick(words::BUILDINGS).replace("{}", stem);
        match self.random.below(4) {
            0 => name,
            1 => format!("{name}{}階", self.random.range(1, 5)),
            2 => format!("{name}{}F", self.random.range(1, 5)),
            _ => format!("{name}{}0{}号室", self.random.range(1, 4), self.random.range(1, 8)),
        }
    }

    /// A telephone that reaches nobody, digits and hyphens. Two locks: no subscriber exchange in Japan begins with 0
    /// or 1 (電気通信番号計画: 市内局番 begin with 2–9, because 0 and 1 open long-distance and special calls), and most
    /// of the area codes (0160, 0161, 0168, 0169) are not given to any place.
    pub fn phone(&mut self, municipality: usize) -> String {
        let area = MUNICIPALITIES[municipality].area_code;
        loop {
            let first = self.random.below(2);
            let number = self.random.below(9_900) + 100;
            let phone = if area.len() == 4 {
                format!("{area}-{first}{}-{number:04}", self.random.below(10))
            } else {
                format!("{area}-{first}-{number:04}")
            };
            if self.phones.insert(phone.clone()) {
                return phone;
            }
        }
    }
}

/// 郵便番号 of a town: begins with 00, which with these following digits is given to no place.
pub fn postal_code(prefecture: u32, center: usize, town: usize) -> String {
    format!("00{}-{:02}{:02}", prefecture % 10, center, town % 100)
}
